#include "review/decision.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <regelgraf/detail/removal_plan.hpp>
#include <regelgraf/may.hpp>
#include <regelgraf/removal_plan.hpp>

#include "ask/question.hpp"
#include "ask/text.hpp"
#include "json/parse.hpp"
#include "review/view.hpp"

namespace regelgraf::review {

using ask::say;

namespace {

Ids ids_of(const Model& model, const std::vector<Index>& list) {
  Ids ids;
  for (const Index i : list) ids.emplace_back(model.id(i));
  return ids;
}

Day days_after(Day day, double days) {
  return {day.since_epoch + static_cast<std::int32_t>(std::ceil(std::min(days, 1e6)))};
}

std::string day_words(double days, Language l) {
  return ask::value_text(days, {}, l) +
         say(l, days == 1 ? " dag" : " dage", days == 1 ? " day" : " days");
}

std::string deciders_text(const Model& model, const std::vector<Ids>& deciders, Language l) {
  if (deciders.empty())
    return say(l, " Ingen er registreret med beføjelsen.",
               " Nobody is recorded with the authority.");
  std::string text = say(l, " Det kan: ", " Who may: ");
  for (std::size_t i = 0; i < deciders.size(); ++i) {
    if (i > 0) text += "; ";
    text += called(model, deciders[i], l);
    if (deciders[i].size() > 1) text += say(l, " (sammen)", " (together)");
  }
  return text + ".";
}

/// The question, read as any other so that facts and unit are understood in the same way.
AuthorityQuestion question_of(const Decided& decided, const Model& model, Index target,
                              const std::string& power) {
  Tree question = Tree::object();
  question.put("power", power).put("target", std::string(model.id(target)));
  question.put("date", to_text(decided.on));
  if (!decided.unit.empty()) question.put("unit", decided.unit);
  if (const Tree* facts = decided.row->find("facts")) question.put("facts", *facts);
  const std::string text = json_of(question);
  simdjson::dom::parser parser;
  ask::Envelope envelope;
  ask::Question read =
      ask::read_question(model, json::parse(parser, text).value(), envelope, "who_decides");
  return std::get<ask::WhoDecidesQuestion>(std::move(read)).question;
}

/// Holds one option against what was recorded.
class OptionCheck {
 public:
  OptionCheck(const Decided& decided, const Model& model, const std::string& power, Index target)
      : decided_(decided), model_(model), power_(power), target_(target) {}

  [[nodiscard]] bool has_holders(const Option& option) const {
    std::size_t there = 0;
    for (const Index holder : option.holders) there += decides(holder) ? 1 : 0;
    return there >= option.jointly && std::all_of(option.must.begin(), option.must.end(),
                                                  [&](Index body) { return decides(body); });
  }

  /// Is it the grant that was named, or one that it is derived from?
  [[nodiscard]] bool by_grant(const Option& option) const {
    if (decided_.grant.empty()) return !option.exceptional;
    return std::any_of(option.chain.begin(), option.chain.end(),
                       [&](Index grant) { return model_.id(grant) == decided_.grant; }) ||
           (option.grant != none && model_.id(option.grant) == decided_.grant);
  }

  [[nodiscard]] std::vector<ReviewLack> lacks(const Option& option) const {
    std::vector<ReviewLack> lacks;
    for (const Dependence& one : option.depends_on)
      lacks.push_back({"authority_depends",
                       {std::string(model_.id(target_))},
                       in_both([&](Language l) {
                         return say(l, "Det er ikke sikkert, at ", "It is not certain that ") +
                                called(model_, option.holders, l) +
                                say(l, " kan " + ask::power_text(power_, l) + " ",
                                    " may " + ask::power_text(power_, l) + " ") +
                                called(model_, target_, l) +
                                say(l, ": det afhænger af ", ": it depends on ") +
                                ask::dependence_text(model_, one, l) +
                                say(l, ". Svar på det i `facts`, eller angiv `unit`.",
                                    ". Answer it in `facts`, or give `unit`.");
                       }),
                       true,
                       {}});
    if (option.notice_months) notice(option, lacks);
    for (const Involved& involved : option.involve)
      if (model_.involvements()[row_of(involved)].timing == Timing::before) before(involved, lacks);
    return lacks;
  }

  [[nodiscard]] Ids after(const Option& option) const {
    Ids after;
    for (const Involved& involved : option.involve)
      if (model_.involvements()[row_of(involved)].timing == Timing::after &&
          involved.depends_on.empty())
        after.emplace_back(model_.id(involved.involvement));
    return after;
  }

  [[nodiscard]] Tree derivation(const Option& option) const {
    Tree tree = Tree::object();
    tree.put("power", power_).put("target", std::string(model_.id(target_)));
    tree.put("holders", ids_of(model_, option.holders));
    if (option.jointly > 1) tree.put("jointly", static_cast<double>(option.jointly));
    if (option.grant != none) tree.put("grant", std::string(model_.id(option.grant)));
    if (!option.chain.empty()) tree.put("chain", ids_of(model_, option.chain));
    if (option.implied) tree.put("implied", true);
    if (option.notice_months) tree.put("notice", *option.notice_months);
    return tree;
  }

 private:
  [[nodiscard]] bool decides(Index holder) const {
    return std::find(decided_.by.begin(), decided_.by.end(), holder) != decided_.by.end();
  }

  [[nodiscard]] std::size_t row_of(const Involved& involved) const {
    const auto rows = model_.involvements();
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (rows[i].element == involved.involvement) return i;
    return 0;
  }

  void notice(const Option& option, std::vector<ReviewLack>& lacks) const {
    const Day due = detail::months_after(decided_.on, *option.notice_months);
    if (decided_.effect && *decided_.effect >= due) return;
    lacks.push_back(
        {"notice_period",
         {std::string(model_.id(target_))},
         in_both([&](Language l) {
           return begun(called(model_, option.holders, l)) +
                  say(l, " kan kun opsige ", " may end ") + called(model_, target_, l) +
                  say(l, " med ", " only by ") + ask::value_text(*option.notice_months, {}, l) +
                  say(l, " måneders varsel: tidligst ", " months' notice: at the earliest ") +
                  to_text(due) + ".";
         }),
         true,
         {}});
  }

  void before(const Involved& involved, std::vector<ReviewLack>& lacks) const {
    const std::string id(model_.id(involved.involvement));
    const InvolvementRow& rule = model_.involvements()[row_of(involved)];
    const double days = rule.days.value_or(0);
    const Tree* held = nullptr;
    for (const Tree& one : decided_.row->entries_at("involved"))
      if (one.text_at("involvement") == id) held = &one;
    const auto who = [&](Language l) { return ask::involved_text(model_, involved, l); };
    if (!held) {
      const bool certain = involved.depends_on.empty();
      lacks.push_back({certain ? "involvement_missing" : "involvement_unknown",
                       {id},
                       in_both([&](Language l) {
                         return (certain ? say(l, "Før beslutningen mangler: ",
                                               "Before the decision this is missing: ")
                                         : say(l, "Måske mangler før beslutningen: ",
                                               "Before the decision this may be missing: ")) +
                                who(l) + say(l, " (", " (") + id + ")" +
                                (days > 0
                                     ? say(l,
                                           "; det skal være sat i gang mindst " +
                                               day_words(days, l) + " før, senest ",
                                           "; it must have begun at least " + day_words(days, l) +
                                               " before, no later than ") +
                                           to_text(Day{decided_.on.since_epoch -
                                                       static_cast<std::int32_t>(std::ceil(days))})
                                     : std::string()) +
                                ".";
                       }),
                       true,
                       {}});
      return;
    }
    const auto on = held->day_at("on");
    if (on && days_after(*on, days) <= decided_.on) return;
    lacks.push_back({"involvement_too_late",
                     {id},
                     in_both([&](Language l) {
                       return who(l) + say(l, ": begyndt ", ": begun ") + held->text_at("on") +
                              say(l, ", men der skal være ", ", but there must be ") +
                              day_words(days, l) +
                              say(l, " til beslutningen ", " until the decision on ") +
                              to_text(decided_.on) + say(l, "; tidligst ", "; at the earliest ") +
                              to_text(on ? days_after(*on, days) : decided_.on) + ".";
                     }),
                     true,
                     {}});
  }

  const Decided& decided_;
  const Model& model_;
  const std::string& power_;
  Index target_;
};

/// Nobody among those who decided may: why not, and who may instead.
ReviewLack no_authority(const Decided& decided, const Model& model, const Decision& decision,
                        Index target, const std::string& power, bool not_implied) {
  const std::vector<Ids> deciders = deciders_of(model, decision, not_implied);
  const auto why = [&](Language l) {
    std::string text;
    for (const Index actor : decided.by) {
      AuthorityQuestion question = decision.question;
      const May answer = may(model, actor, question);
      std::string because = ask::because_text(model, answer.because, l);
      if (not_implied && answer.because.kind == Because::Kind::implied)
        because = say(l, "at stå som udsteder giver ikke beføjelse til at vedtage en ny regel",
                      "to be named as issuer gives no authority to adopt a new rule");
      text += begun(called(model, actor, l)) +
              (answer.may == Permission::depends && answer.because.kind == Because::Kind::with
                   ? say(l, " kan ikke alene ", " may not alone ")
                   : say(l, " kan ikke ", " may not ")) +
              ask::power_text(power, l) + " " + called(model, target, l) + ": " + because + ". ";
    }
    if (!text.empty()) text.pop_back();
    return text + deciders_text(model, deciders, l);
  };
  return {"no_authority", {std::string(model.id(target))}, in_both(why), true, deciders};
}

}  // namespace

std::vector<Ids> deciders_of(const Model& model, const Decision& decision, bool not_implied) {
  std::vector<Ids> all;
  for (const Option& option : decision.options) {
    if (not_implied && option.implied) continue;
    Ids ids = ids_of(model, option.holders);
    if (std::find(all.begin(), all.end(), ids) == all.end()) all.push_back(std::move(ids));
  }
  return all;
}

Authority authority_of(const Decided& decided, const Model& model, Index target,
                       const std::string& power, bool not_implied) {
  Authority result;
  const Decision decision = who_decides(model, question_of(decided, model, target, power));
  const OptionCheck check(decided, model, power, target);
  const Option* best = nullptr;
  std::vector<ReviewLack> least;
  const Option* other_grant = nullptr;
  for (const Option& option : decision.options) {
    if ((not_implied && option.implied) || !check.has_holders(option)) continue;
    if (!check.by_grant(option)) {
      if (!other_grant) other_grant = &option;
      continue;
    }
    std::vector<ReviewLack> lacks = check.lacks(option);
    if (best && lacks.size() >= least.size()) continue;
    best = &option;
    least = std::move(lacks);
  }
  if (best) {
    result.lacks = std::move(least);
    result.derivation = check.derivation(*best);
    result.after = check.after(*best);
  } else if (other_grant) {
    result.lacks.push_back(
        {"grant_not_used",
         {decided.grant.empty() ? std::string(model.id(other_grant->grant)) : decided.grant},
         in_both([&](Language l) {
           return decided.grant.empty()
                      ? say(l,
                            "Beføjelsen gælder kun i hastetilfælde; skriv den i `grant`, hvis det "
                            "er den, der er brugt.",
                            "The authority is for urgent cases only; name it in `grant` if it is "
                            "the one that was used.")
                      : say(l, "Beføjelsen kommer ikke af ", "The authority does not come from ") +
                            called(model, decided.grant, l) +
                            (other_grant->grant == none
                                 ? say(l, ", men af at have udstedt reglen.",
                                       ", but from having issued the rule.")
                                 : say(l, ", men af ", ", but from ") +
                                       called(model, other_grant->grant, l) + ".");
         }),
         true,
         {}});
    for (ReviewLack& lack : check.lacks(*other_grant)) result.lacks.push_back(std::move(lack));
    result.derivation = check.derivation(*other_grant);
    result.after = check.after(*other_grant);
  } else {
    result.lacks.push_back(no_authority(decided, model, decision, target, power, not_implied));
    // What would have to be held all the same, by whoever decides it.
    if (!decision.options.empty())
      for (ReviewLack& lack : check.lacks(decision.options.front()))
        if (lack.code != "authority_depends" && lack.code != "notice_period")
          result.lacks.push_back(std::move(lack));
  }
  return result;
}

Authority adoption_of(const Decided& decided, const Model& with_rule, const Model& without_issuer,
                      const std::string& id) {
  Authority granted = authority_of(decided, with_rule, *with_rule.find(id), "adopt", true);
  const auto lacks_authority = [](const Authority& one) {
    return std::any_of(one.lacks.begin(), one.lacks.end(),
                       [](const ReviewLack& lack) { return lack.code == "no_authority"; });
  };
  if (!lacks_authority(granted)) return granted;
  // With nobody as issuer what is left is ledelsesretten, and grants that name the rule.
  Authority managed = authority_of(decided, without_issuer, *without_issuer.find(id), "adopt");
  return lacks_authority(managed) ? granted : managed;
}

std::vector<Index> actors_of(const Model& model, const Ids& ids, std::vector<ReviewLack>& lacks) {
  std::vector<Index> actors;
  for (const std::string& id : ids) {
    const auto i = model.find(id);
    if (!i || model.kind(*i) != Kind::actor) {
      lacks.push_back(
          {"unknown_actor",
           {id},
           {"modellen har ingen aktør " + id + ".", "the model has no actor " + id + "."},
           false,
           {}});
    } else if (model.form(*i) == Form::person) {
      lacks.push_back({"person_named",
                       {id},
                       {"Her skal stå poster, enheder og organer, ikke en person.",
                        "Posts, units and bodies stand here, never a person."},
                       false,
                       {}});
    } else {
      actors.push_back(*i);
    }
  }
  return actors;
}

std::vector<ReviewLack> let_pass(const Model& model, const Tree& row,
                                 std::vector<ReviewLack>& lacks) {
  std::vector<ReviewLack> passed;
  const Tree* override = row.find("override");
  if (!override) return passed;
  actors_of(model, override->ids_at("by"), lacks);
  for (const std::string& key : override->ids_at("of")) {
    const auto meant = [&](const ReviewLack& lack) {
      return lack.overridable && lack.key() == key;
    };
    const auto first = std::find_if(lacks.begin(), lacks.end(), meant);
    if (first == lacks.end()) {
      lacks.push_back(
          {"override_in_vain",
           {key},
           {"Fravigelsen nævner `" + key + "`, som ikke mangler eller ikke kan fraviges.",
            "The override names `" + key + "`, which is not missing or cannot be overridden."},
           false,
           {}});
      continue;
    }
    std::copy_if(lacks.begin(), lacks.end(), std::back_inserter(passed), meant);
    lacks.erase(std::remove_if(lacks.begin(), lacks.end(), meant), lacks.end());
  }
  return passed;
}

Tree tree_of(const ReviewLack& lack) {
  Tree tree = Tree::object();
  tree.put("code", lack.code).put("elements", lack.elements).put("text", lack.text);
  tree.put("key", lack.key()).put("overridable", lack.overridable);
  if (!lack.deciders.empty()) {
    for (const Ids& ids : lack.deciders) tree.add("deciders", ids);
  }
  return tree;
}

}  // namespace regelgraf::review
