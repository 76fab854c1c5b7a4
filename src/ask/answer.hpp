#pragma once

// Typed answers out, as JSON (FORMATS section 2).

#include <regelgraf/burden_by.hpp>
#include <regelgraf/diff.hpp>
#include <regelgraf/rank.hpp>
#include <regelgraf/why.hpp>

#include "ask/question.hpp"
#include "json/writer.hpp"

namespace regelgraf::ask {

/// The value of a fact.
void put(json::Writer& out, const FactValue& value);

/// Writes the fields of an answer into an object that is open.
class AnswerWriter {
 public:
  AnswerWriter(const Model& model, json::Writer& out) : model_(model), out_(out) {}

  void what_breaks(const WhatBreaks& answer, const WhatBreaksQuestion& question);
  void what_if(const WhatIfAnswer& answer, const WhatIfQuestion& question);
  void who_decides(const Decision& answer);
  void may(const May& answer);
  void why(const Why& answer);
  void check(const std::vector<Finding>& findings);
  void cuts(const Cuts& answer, const CutsQuestion& question);
  void rank(const Ranking& answer);
  void what_may(const WhatMay& answer, const WhatMayQuestion& question);
  void burden(const BurdenAnswer& answer);
  void journal_note(const JournalNote& note, const std::string& digest);

  void keep_set(const KeepSet& answer, const KeepSetQuestion& question);
  void best_removals(const BestRemovals& answer, const BestRemovalsQuestion& question);

  void removal_plan(const RemovalPlan& answer);
  /// The model is the earlier one.
  void diff(const Model& after, const Diff& answer);

  void text(const Name& text);
  void ids(std::string_view key, std::span<const Index> list);

 private:
  void id(Index i) { out_.string(model_.id(i)); }
  void range(std::string_view key, const Range& range);
  void breaks(const WhatBreaks& answer, Detail detail);
  void freed(const WhatBreaks& answer);
  void moved(std::string_view key, const std::vector<MovedAuthority>& list);
  void step(const PlanStep& step);
  void sum(const BurdenSum& sum);
  void paths(std::string_view key, const std::vector<std::vector<Index>>& all, bool of_ground);
  void effects(std::string_view key, const std::vector<Effect>& list, Detail detail);
  void option(const Option& option);
  void link(Index grant);
  void involved(const Involved& involved);
  void dependence(const Dependence& dependence);
  void unknown(const Unknown& unknown);
  void condition(const Condition& condition, bool with_must_be);
  void must_be(const Unknown& unknown);
  void because(const Because& because);
  void power_over(const WhatMay& answer, const PowerOver& one, bool may_not);
  void basis(Index element);
  void gone(std::string_view key, const std::vector<GoneRule>& list);

  const Model& model_;
  json::Writer& out_;
};

/// The answer of a typed call, in the same bytes that Asker::ask() gives for the same question.
[[nodiscard]] std::string answer_to(const Asker& asker, const KeepSetQuestion& question,
                                    const KeepSet& answer);
/// @copydoc answer_to(const Asker&, const KeepSetQuestion&, const KeepSet&)
[[nodiscard]] std::string answer_to(const Asker& asker, const BestRemovalsQuestion& question,
                                    const BestRemovals& answer);

}  // namespace regelgraf::ask
