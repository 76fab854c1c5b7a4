// What changed between two models, as JSON and in words.

#include <regelgraf/detail/text.hpp>

#include "ask/answer.hpp"
#include "ask/text.hpp"

namespace regelgraf::ask {

void AnswerWriter::diff(const Model& after, const Diff& answer) {
  const auto list = [&](std::string_view key, const std::vector<std::string>& texts) {
    out_.key(key).begin_array();
    for (const std::string& one : texts) out_.string(one);
    out_.end_array();
  };
  const auto deciders = [&](std::string_view key, const std::vector<DiffDecider>& all) {
    out_.key(key).begin_array();
    for (const DiffDecider& one : all) {
      out_.begin_object().key("actor").string(one.actor).key("terms").begin_array();
      for (const Name& terms : one.terms) {
        out_.begin_object().key("da").string(terms.da).key("en").string(terms.en).end_object();
      }
      out_.end_array().end_object();
    }
    out_.end_array();
  };
  out_.key("elements").begin_array();
  for (const ElementDiff& one : answer.elements) {
    out_.begin_object().key("id").string(one.id).key("change").string(to_text(one.what));
    if (one.what == ElementDiff::What::changed) list("fields", one.fields);
    out_.end_object();
  }
  out_.end_array().key("authority").begin_array();
  for (const AuthorityDiff& one : answer.authority) {
    out_.begin_object().key("target").string(one.target).key("power").string(one.power);
    list("gained", one.gained());
    list("lost", one.lost());
    deciders("before", one.before);
    deciders("after", one.after);
    out_.end_object();
  }
  out_.end_array();
  list("breaks", answer.breaks);
  list("stands_anew", answer.stands_anew);
  list("unmet_duties", answer.unmet_duties);
  out_.key("hours").begin_object();
  range("before", answer.hours_before);
  range("after", answer.hours_after);
  range("net", answer.hours_net);
  out_.end_object();
  text(text_of(model_, after, answer));
}

namespace {

std::string sentences(const Model& before, const Model& after, const Diff& answer, Language l) {
  const bool da = l == Language::da;
  std::size_t added = 0, removed = 0, changed = 0;
  for (const ElementDiff& one : answer.elements) {
    added += one.what == ElementDiff::What::added;
    removed += one.what == ElementDiff::What::removed;
    changed += one.what == ElementDiff::What::changed;
  }
  if (answer.elements.empty())
    return da ? "De to modeller er ens." : "The two models are the same.";
  const auto number = [](std::size_t count) { return std::to_string(count); };
  std::string text = da ? number(added) + " elementer kom til, " + number(removed) + " gik ud, " +
                              number(changed) + " blev ændret."
                        : number(added) + " elements were added, " + number(removed) +
                              " removed, " + number(changed) + " changed.";
  if (answer.authority.empty())
    text += da ? " Ingen beføjelse er flyttet." : " No authority moved.";
  else
    text +=
        da ? " Hvem der bestemmer, er ændret for " + number(answer.authority.size()) +
                 " emner og beføjelser."
           : " Who decides differs for " + number(answer.authority.size()) + " matters and powers.";
  const auto name = [&](const std::string& id) {
    const Model& model = after.find(id) ? after : before;
    return name_of(model, *model.find(id), l);
  };
  const auto names = [&](const std::vector<std::string>& ids) {
    std::string all;
    for (std::size_t i = 0; i < ids.size(); ++i)
      all += (i == 0 ? "" : i + 1 == ids.size() ? (da ? " og " : " and ") : ", ") + name(ids[i]);
    return all;
  };
  if (!answer.breaks.empty())
    text += (da ? " Gælder ikke mere: " : " No longer stand: ") + names(answer.breaks) + ".";
  if (!answer.unmet_duties.empty())
    text += (da ? " ALARM, pligter, der ikke er opfyldt: " : " ALARM, duties unmet: ") +
            names(answer.unmet_duties) + ".";
  if (answer.hours_net != Range{})
    text += (da ? " Timer om året, netto: " : " Hours a year, net: ") +
            hours_text(answer.hours_net, l) + ".";
  return text;
}

}  // namespace

Name text_of(const Model& before, const Model& after, const Diff& answer) {
  return {sentences(before, after, answer, Language::da),
          sentences(before, after, answer, Language::en)};
}

}  // namespace regelgraf::ask
