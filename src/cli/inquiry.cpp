#include "cli/inquiry.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <memory>
#include <set>
#include <string_view>
#include <utility>

#include <regelgraf/detail/text.hpp>
#include <regelgraf/error.hpp>

#include "ask/question.hpp"
#include "cli/inquiry_what_if.hpp"
#include "json/writer.hpp"

namespace regelgraf::cli {

namespace {

using detail::quote;

/// Without regard to upper and lower case.
std::string folded(const std::string& text) {
  const auto* const bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.c_str());
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> result(
      utf8proc_NFKC_Casefold(bytes), &std::free);
  return result ? reinterpret_cast<const char*>(result.get()) : text;
}

std::optional<double> plain_number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
    return std::nullopt;
  return value;
}

std::optional<bool> typed_boolean(const std::string& text) {
  const std::string word = folded(text);
  if (word == "true" || word == "ja" || word == "yes") return true;
  if (word == "false" || word == "nej" || word == "no") return false;
  return std::nullopt;
}

class Inquirer {
 public:
  Inquirer(const Options& options, const Model& model, const Say& say)
      : o_(options), model_(model), say_(say) {}

  Inquiry run() {
    json_.begin_object();
    switch (o_.command) {
      case Command::what_breaks:
        what_breaks();
        break;
      case Command::what_if:
        what_if();
        break;
      case Command::why:
        ask("why");
        json_.key("element").string(element(o_.id, "ID"));
        break;
      case Command::cuts:
        ask("cuts");
        json_.key("element").string(element(o_.id, "ID")).key("to").string(o_.to);
        if (o_.at_most) json_.key("at_most").number(static_cast<double>(*o_.at_most));
        if (o_.seconds) json_.key("seconds").number(*o_.seconds);
        break;
      case Command::burden:
        ask("burden");
        json_.key("by").string(o_.by);
        within();
        break;
      case Command::rank:
        rank();
        break;
      case Command::what_may:
        what_may();
        break;
      case Command::may:
        ask("may");
        actor();
        authority();
        break;
      case Command::keep_set:
        ask("keep_set");
        if (!o_.objective.empty()) json_.key("objective").string(o_.objective);
        scope();
        break;
      case Command::best_removals:
        ask("best_removals");
        json_.key("at_most").number(static_cast<double>(*o_.at_most));
        scope();
        break;
      case Command::journal_note:
        journal_note();
        break;
      case Command::plan:
        ask("removal_plan");
        remove("ID");
        case_at_hand();
        break;
      default:
        ask("who_decides");
        authority();
        break;
    }
    day();
    if (!no_question_) result_.json = json_.end_object().take();
    return std::move(result_);
  }

 private:
  void ask(const char* what) { json_.key("ask").string(what); }

  void problem(std::string where, std::string message, std::string advice = {}) {
    result_.problems.push_back({std::move(where), std::move(message), std::move(advice)});
  }

  bool personal(const std::string& text, const char* where) {
    if (!detail::has_cpr(text)) return false;
    problem(where, say_("teksten ligner et CPR-nummer", "the text looks like a CPR number"),
            say_("spørg uden personoplysninger", "ask without personal data"));
    return true;
  }

  /// Checks an id of the model; gives it back.
  const std::string& element(const std::string& id, const char* where, bool actor = false) {
    if (personal(id, where)) return id;
    const auto found = model_.find(id);
    if (!found)
      problem(where, quote(id) + say_(" findes ikke i modellen", " is not in the model"),
              suggestion(model_, id, say_));
    else if (actor && model_.kind(*found) != Kind::actor)
      problem(where, quote(id) + say_(" er ikke en aktør", " is no actor"));
    return id;
  }

  void what_breaks() {
    ask("what_breaks");
    remove("ID");
    view();
  }

  void what_if() {
    ask("what_if");
    if (!o_.ids.empty()) remove("--remove");
    if (!o_.add.empty()) {
      json_.key("add").begin_array();
      for (const std::string& file : o_.add)
        for (const std::string& one : typed_elements(file, say_, result_.problems)) json_.raw(one);
      json_.end_array();
    }
    if (!o_.change.empty()) {
      json_.key("change").begin_object();
      for (const std::string& given : o_.change) {
        if (personal(given, "--change")) continue;
        const auto change = typed_change(given, say_, result_.problems);
        if (!change) continue;
        json_.key(element(change->first, "--change")).raw(change->second);
      }
      json_.end_object();
    }
    view();
    no_question_ = !result_.problems.empty();
  }

  void remove(const char* where) {
    json_.key("remove").begin_array();
    for (const std::string& id : o_.ids) json_.string(element(id, where));
    json_.end_array();
  }

  void view() {
    within();
    json_.key("detail").string(o_.json && !o_.detail.empty() ? o_.detail : "full");
  }

  void within() {
    if (!o_.within.empty()) json_.key("within").string(element(o_.within, "--within", true));
  }

  void rank() {
    constexpr double page_full = 20;  // what a person looks at; a program wants all
    ask("rank");
    json_.key("by").string(o_.by.empty() ? "breaks" : o_.by);
    if (o_.top || !o_.json)
      json_.key("top").number(o_.top ? static_cast<double>(*o_.top) : page_full);
    if (!o_.among.empty()) {
      json_.key("among").begin_array();
      for (const std::string& id : o_.among) json_.string(element(id, "--among"));
      json_.end_array();
    }
    if (o_.seconds) json_.key("seconds").number(*o_.seconds);
  }

  /// An actor that the model does not have may do nothing: an answer, no problem.
  void actor() {
    if (!personal(o_.id, "ACTOR"))
      if (const auto found = model_.find(o_.id); found && model_.kind(*found) != Kind::actor)
        problem(say_("AKTØR", "ACTOR"), quote(o_.id) + say_(" er ikke en aktør", " is no actor"));
    json_.key("actor").string(o_.id);
  }

  void authority() {
    if (!o_.power.empty()) {
      personal(o_.power, "--power");
      json_.key("power").string(o_.power);
    }
    target();
    case_at_hand();
  }

  void journal_note() {
    ask("journal_note");
    authority();
    if (!o_.id.empty()) json_.key("actor").string(element(o_.id, "--actor", true));
    const auto line = [&](const char* key, const char* option, const std::string& text) {
      if (text.empty()) return;
      personal(text, option);
      json_.key(key).string(text);
    };
    line("case_no", "--case-no", o_.case_no);
    line("made", "--made", o_.made);
    json_.key("language").string(to_text(o_.language));
    if (o_.internal) json_.key("internal").boolean(true);
  }

  void case_at_hand() {
    if (!o_.unit.empty()) json_.key("unit").string(element(o_.unit, "--unit", true));
    if (!o_.facts.empty()) facts();
    actors("disqualified", "--disqualified", o_.disqualified);
    actors("absent", "--absent", o_.absent);
  }

  void scope() {
    const auto words = [&](const char* key, const char* option, const auto& given) {
      if (given.empty()) return;
      json_.key(key).begin_array();
      for (const std::string& word : given) {
        personal(word, option);
        json_.string(word);
      }
      json_.end_array();
    };
    const auto elements = [&](const char* key, const char* option, const auto& given,
                              bool actor = false) {
      if (given.empty()) return;
      json_.key(key).begin_array();
      for (const std::string& id : given) json_.string(element(id, option, actor));
      json_.end_array();
    };
    json_.key("scope").begin_object();
    words("instruments", "--instrument", o_.instruments);
    words("tiers", "--tier", o_.tiers);
    elements("issuers", "--issuer", o_.issuers, true);
    elements("matters", "--matter", o_.matters);
    elements("ids", "--id", o_.scope_ids);
    if (!o_.repealable_by.empty())
      json_.key("repealable_by").string(element(o_.repealable_by, "--repealable-by", true));
    json_.end_object();
    elements("keep", "--keep", o_.keep);
    if (o_.seconds) json_.key("seconds").number(*o_.seconds);
  }

  void what_may() {
    ask("what_may");
    actor();
    json_.key("by").string(!o_.by.empty() ? o_.by : o_.json ? "id" : "hours");
    const auto list = [&](const char* key, const char* option, const auto& words) {
      if (words.empty()) return;
      json_.key(key).begin_array();
      for (const std::string& word : words) {
        personal(word, option);
        json_.string(word);
      }
      json_.end_array();
    };
    list("powers", "--power", o_.powers);
    list("kinds", "--kind", o_.kinds);
    if (o_.seconds) json_.key("seconds").number(*o_.seconds);
    case_at_hand();
  }

  void target() {
    json_.key("target");
    const bool by_kle =
        !o_.kle.empty() || (o_.target.starts_with("kle:") && !model_.find(o_.target));
    if (!by_kle) {
      json_.string(element(o_.target, "--target"));
      return;
    }
    const std::string kle = o_.kle.empty() ? o_.target.substr(4) : o_.kle;
    json_.begin_object().key("kle").string(kle);
    if (!o_.facet.empty()) json_.key("facet").string(o_.facet);
    json_.end_object();
    if (personal(kle, "--kle")) return;
    try {
      (void)ask::matters_by_kle(model_, kle);
    } catch (const Error&) {
      problem("--kle", say_("intet emne i modellen har KLE-nummer ",
                            "no matter of the model has the KLE number ") +
                           quote(kle) + say_(" eller et bredere", " or a broader one"));
    }
    if (o_.power.empty() && o_.facet.find_first_of("PGK") != 0)
      problem(
          "--facet",
          say_("facetten ", "the facet ") + quote(o_.facet) +
              say_(" siger ikke, hvad der skal besluttes", " does not say what is to be decided"),
          say_("giv --power", "give --power"));
  }

  void actors(const char* key, const char* option, const std::vector<std::string>& list) {
    if (list.empty()) return;
    json_.key(key).begin_array();
    for (const std::string& id : list) json_.string(element(id, option, true));
    json_.end_array();
  }

  void day() {
    if (o_.date.empty()) return;
    if (!day_from_text(o_.date))
      problem("--date", quote(o_.date) + say_(" er ikke en dag", " is no day"),
              say_("skriv dagen som 2026-03-01", "write the day as 2026-03-01"));
    json_.key("date").string(o_.date);
  }

  void facts() {
    json_.key("facts").begin_object();
    for (const std::string& given : o_.facts) {
      const std::size_t equals = given.find('=');
      if (personal(given, "--fact")) {
        json_.key(given).string({});  // `ask` refuses it too
        continue;
      }
      if (equals == 0 || equals == std::string::npos) {
        no_question_ = true;
        problem("--fact", quote(given) + say_(" har ikke formen NAVN=VÆRDI",
                                              " is not of the form NAME=VALUE"));
        continue;
      }
      const std::string name = given.substr(0, equals), value = given.substr(equals + 1);
      json_.key(name);
      fact(name, value);
    }
    json_.end_object();
  }

  /// The value as the fact's type asks; of a fact that the model does not know, as it looks.
  void fact(const std::string& name, const std::string& value) {
    const auto known = model_.fact(name);
    const auto number = typed_number(value, o_.language);
    const auto boolean = typed_boolean(value);
    if (!known) {
      if (boolean)
        json_.boolean(*boolean);
      else if (number)
        json_.number(*number);
      else
        json_.string(value);
      return;
    }
    const auto wrong = [&](const char* expected, const char* example) {
      problem("--fact",
              quote(name) + say_(" skal være ", " must be ") + expected +
                  say_(", ikke ", ", not ") + quote(value),
              say_("skriv fx ", "write, say, ") + ("--fact " + name + "=" + example));
    };
    switch (model_.facts()[*known].type) {
      case FactType::number:
        if (!number) wrong(say_("et tal", "a number"), say_("100.000,50", "100000.50"));
        break;
      case FactType::boolean:
      case FactType::judgement:
        if (!boolean) wrong(say_("ja eller nej", "yes or no"), say_("nej", "no"));
        break;
      case FactType::date:
        if (!day_from_text(value)) wrong(say_("en dag", "a day"), "2026-03-01");
        json_.string(value);
        return;
      case FactType::text:
        json_.string(value);
        return;
    }
    if (model_.facts()[*known].type == FactType::number && number)
      json_.number(*number);
    else if (model_.facts()[*known].type != FactType::number && boolean)
      json_.boolean(*boolean);
    else
      json_.string(value);
  }

  const Options& o_;
  const Model& model_;
  const Say& say_;
  json::Writer json_;
  Inquiry result_;
  bool no_question_ = false;
};

/// Digits in groups of three with @p group between: `100.000`.
bool grouped(std::string_view digits, char group) {
  const std::size_t first = digits.find(group);
  if (first == std::string_view::npos || first == 0 || first > 3 || digits.front() == '0')
    return false;
  for (std::size_t at = first; at < digits.size(); at += 4)
    if (digits[at] != group || digits.size() < at + 4 ||
        !std::all_of(digits.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                     digits.begin() + static_cast<std::ptrdiff_t>(at) + 4,
                     [](char c) { return c >= '0' && c <= '9'; }))
      return false;
  return true;
}

}  // namespace

Inquiry inquire(const Options& options, const Model& model, const Say& say) {
  return Inquirer(options, model, say).run();
}

std::string suggestion(const Model& model, std::string_view id, const Say& say) {
  const std::size_t limit = std::max<std::size_t>(2, id.size() / 3);
  const std::string wanted = folded(std::string(id));
  std::set<std::pair<std::size_t, Index>> nearest;
  const auto consider = [&](const auto& distance_of) {
    for (Index i = 0; i < model.size(); ++i) {
      if (model.inert(i)) continue;
      const std::size_t distance = distance_of(i);
      if (distance > limit) continue;
      nearest.emplace(distance, i);
      if (nearest.size() > 3) nearest.erase(std::prev(nearest.end()));
    }
  };
  consider([&](Index i) { return detail::edits(id, model.id(i), limit); });
  if (nearest.empty() && wanted.size() >= 3)
    consider([&](Index i) {
      const Element element = model.element(i);
      for (const std::string* text : {&element.id, &element.name.da, &element.name.en})
        if (folded(*text).find(wanted) != std::string::npos) return limit;
      return limit + 1;
    });
  std::string list;
  for (const auto& [unused, i] : nearest) {
    list += (list.empty() ? "" : ", ") + quote(model.id(i));
    const std::string& name = ask::name_of(model, i, say.language);
    if (name != model.id(i)) list += " (" + name + ")";
  }
  return list.empty() ? list : say("mente du ", "did you mean ") + list + "?";
}

std::optional<double> typed_number(std::string_view text, Language language) {
  const bool danish = language == Language::da;
  const std::size_t dots = static_cast<std::size_t>(std::count(text.begin(), text.end(), '.'));
  const std::size_t commas = static_cast<std::size_t>(std::count(text.begin(), text.end(), ','));
  const bool minus = text.starts_with('-');
  const std::string_view digits = text.substr(minus ? 1 : 0);
  // Which of the two marks is the decimal one? With both, the last; a mark that comes twice groups;
  // one mark before three digits groups where the language does so, and else could be either.
  char group = 0, decimal = 0;
  if (dots > 0 && commas > 0) {
    decimal = text.rfind('.') > text.rfind(',') ? '.' : ',';
    group = decimal == '.' ? ',' : '.';
  } else if (dots + commas > 0) {
    const char mark = dots > 0 ? '.' : ',';
    if (grouped(digits, mark)) {
      if (dots + commas == 1 && danish != (mark == '.')) return std::nullopt;
      group = mark;
    } else {
      decimal = mark;
    }
  }
  const std::string_view whole = digits.substr(0, decimal ? digits.rfind(decimal) : digits.size());
  if (group && !grouped(whole, group)) return std::nullopt;
  std::string plain(text);
  if (group) std::erase(plain, group);
  if (decimal) std::replace(plain.begin(), plain.end(), decimal, '.');
  return plain_number(plain);
}

}  // namespace regelgraf::cli
