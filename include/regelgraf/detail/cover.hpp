#pragma once

// Does a grant, involvement or bar speak to a question? Three values, with what is unknown.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include <regelgraf/detail/facts.hpp>
#include <regelgraf/error.hpp>
#include <regelgraf/who_decides.hpp>

namespace regelgraf::detail {

enum class Truth : std::uint8_t { no, unknown, yes };

/// Kleene's and.
constexpr Truth operator&(Truth a, Truth b) { return std::min(a, b); }

/// Over-distances beyond all steps between matters.
inline constexpr std::uint32_t without_matter = 0xFFFFFFF0;
inline constexpr std::uint32_t over_everything = 0xFFFFFFF1;
inline constexpr std::uint32_t farthest = 0xFFFFFFFF;

/// How far an `over` is from the target; empty when it does not reach it.
using Reach = std::optional<std::uint32_t>;

/// What a scope says to a question, apart from standing.
struct Speaks {
  Truth truth = Truth::no;
  std::vector<Unknown> unknowns;
  const Condition* failed = nullptr;  ///< The first condition that does not hold.
};

/// Places in Model::grants(), involvements() and bars(), ascending: what may reach a target. With a
/// grant all above it are there.
struct Nearby {
  std::vector<std::uint32_t> grants, involvements, bars;
};

/// What was worked out before and is the same for many questions about one model.
struct Shared {
  std::span<const std::uint8_t> standing;  ///< On the questions' date.
  const Nearby* nearby = nullptr;          ///< Null: everything is looked at.
};

/// A question worked out against one model: what stands, how far every matter is from the target,
/// which facts are known.
class Inquiry {
 public:
  Inquiry(const Model& model, const AuthorityQuestion& question)
      : Inquiry(model, question, Shared{}) {}
  /// With what stands given, a byte an element, kept alive by the caller.
  Inquiry(const Model& model, const AuthorityQuestion& question,
          std::span<const std::uint8_t> standing)
      : Inquiry(model, question, Shared{standing}) {}
  Inquiry(const Model& model, const AuthorityQuestion& question, const Shared& shared)
      : model(model),
        question(question),
        nearby(shared.nearby),
        own_standing_(question.date && shared.standing.empty() ? standing_on(model, question.date)
                                                               : std::vector<std::uint8_t>()),
        standing_(!shared.standing.empty() ? shared.standing
                  : question.date          ? std::span<const std::uint8_t>(own_standing_)
                                           : model.standing()) {
    check();
    power_ = model.power(question.power);
    unmakes = question.power == "adopt" || question.power == "amend" || question.power == "waive" ||
              question.power == "repeal";
    const bool has_target = question.target != none;
    is_rule = has_target ? model.kind(question.target) == Kind::rule
                         : question.instrument.has_value() || question.issuer != none;
    only_by_id_ = has_target && (model.kind(question.target) == Kind::actor ||
                                 model.kind(question.target) >= Kind::grant);
    looks_at_binds = is_rule && unmakes && question.power != "waive";
    measure_matters();
  }

  Inquiry(const Inquiry&) = delete;
  Inquiry& operator=(const Inquiry&) = delete;

  const Model& model;
  const AuthorityQuestion& question;
  const Nearby* const nearby;   ///< Null: everything is looked at.
  bool unmakes = false;         ///< adopt, amend, waive or repeal.
  bool is_rule = false;         ///< It is about a rule, recorded or not.
  bool looks_at_binds = false;  ///< `within` must hold whom the rule binds.

  /// Visits those of @p rows that are looked at.
  template <class Row, class Visit>
  void each(std::span<const Row> rows, std::vector<std::uint32_t> Nearby::*places,
            Visit visit) const {
    if (nearby)
      for (const std::uint32_t at : nearby->*places) visit(rows[at]);
    else
      for (const Row& row : rows) visit(row);
  }

  [[nodiscard]] bool names_power(const ScopeRow& scope) const {
    if (scope.every_power) return true;
    return power_ &&
           std::find(scope.powers.begin(), scope.powers.end(), *power_) != scope.powers.end();
  }

  /// How far @p scope is from the target. A matter or `*` counts only with @p by_matter, an entry
  /// that names the rule, its instrument or its issuer always. With @p any_matter one concerned
  /// matter suffices, else each must be reached.
  [[nodiscard]] Reach reach(const ScopeRow& scope, bool by_matter, bool any_matter) const {
    std::vector<std::uint32_t> nearest(matters_.size(), farthest);
    bool object = false, everything = false;
    const auto take_matter = [&](Index matter) {
      for (std::size_t i = 0; i < matters_.size(); ++i)
        nearest[i] = std::min(nearest[i], steps_to(i, matter));
    };
    for (const OverRow& entry : scope.over) {
      if (entry.everything) {
        everything = everything || (by_matter && !only_by_id_);
      } else if (entry.id != none) {
        if (entry.id == question.target) return 0;
        if (by_matter) take_matter(entry.id);
      } else if (fields_match(entry)) {
        const bool names_rule = entry.instrument || entry.issuer != none;
        if (entry.matter == none)
          object = true;
        else if (names_rule || by_matter)
          take_matter(entry.matter);
      }
    }
    const auto reached = [](std::uint32_t steps) { return steps != farthest; };
    if (!nearest.empty() && (any_matter ? std::any_of(nearest.begin(), nearest.end(), reached)
                                        : std::all_of(nearest.begin(), nearest.end(), reached)))
      return *std::min_element(nearest.begin(), nearest.end());
    if (object) return without_matter;
    if (everything) return over_everything;
    return std::nullopt;
  }

  /// Nobody lower unmakes a higher rule: may a matter or `*` reach the target for this holder?
  [[nodiscard]] bool reaches_by_matter(Index holder) const {
    if (!unmakes || !is_rule) return true;
    const auto issuers = this->issuers();
    if (issuers.empty() || joint_issuers() > 1 || holder == none) return false;
    return std::all_of(issuers.begin(), issuers.end(), [&](Index issuer) {
      const Tier tier = model.tier(issuer);
      return tier != Tier::state && tier != Tier::partner && model.at_or_below(issuer, holder);
    });
  }

  /// The issuers of the rule asked about.
  [[nodiscard]] std::span<const Index> issuers() const {
    if (question.target != none) return model.issuers(question.target);
    return {&question.issuer, question.issuer != none ? std::size_t{1} : std::size_t{0}};
  }
  /// How many of them must act together.
  [[nodiscard]] std::uint32_t joint_issuers() const {
    return question.target == none ? 1 : model.joint_issuers(question.target);
  }
  /// Whom the rule asked about binds.
  [[nodiscard]] std::span<const Index> bound() const {
    return question.target == none ? std::span<const Index>() : model.binds(question.target);
  }

  /// Is the question inside @p scope's `within`? A grant must hold everything a rule binds, a bar
  /// or involvement any of it.
  [[nodiscard]] Truth inside(const ScopeRow& scope, bool any_bound) const {
    if (scope.within.empty()) return Truth::yes;
    if (!looks_at_binds) {
      if (question.unit == none) return Truth::unknown;
      return inside(scope, question.unit) ? Truth::yes : Truth::no;
    }
    const auto bound = this->bound();
    if (bound.empty()) return Truth::unknown;
    const auto in = [&](Index actor) { return inside(scope, actor); };
    return (any_bound ? std::any_of(bound.begin(), bound.end(), in)
                      : std::all_of(bound.begin(), bound.end(), in))
               ? Truth::yes
               : Truth::no;
  }

  /// Steps up from the question's unit, or from the farthest actor bound, to `within`.
  [[nodiscard]] std::uint32_t within_distance(const ScopeRow& scope) const {
    if (scope.within.empty()) return farthest;
    if (!looks_at_binds) return question.unit == none ? 0 : steps_up(scope, question.unit);
    std::uint32_t most = 0;
    for (const Index actor : bound()) most = std::max(most, steps_up(scope, actor));
    return most;
  }

  /// Does the condition hold, by what the question gives or by default?
  [[nodiscard]] Truth holds(const ConditionRow& row) const {
    const std::optional<FactValue> value = value_of(row.fact);
    if (!value) return Truth::unknown;
    const Condition& condition = *row.written;
    const auto is = [&](const FactValue& wanted) { return *value == wanted; };
    bool result = false;
    switch (condition.op) {
      case Op::in:
        result = std::any_of(condition.values.begin(), condition.values.end(), is);
        break;
      case Op::eq:
        result = is(condition.values[0]);
        break;
      case Op::ne:
        result = !is(condition.values[0]);
        break;
      case Op::lt:
        result = *value < condition.values[0];
        break;
      case Op::le:
        result = *value <= condition.values[0];
        break;
      case Op::gt:
        result = *value > condition.values[0];
        break;
      case Op::ge:
        result = *value >= condition.values[0];
        break;
    }
    return result ? Truth::yes : Truth::no;
  }

  [[nodiscard]] std::optional<FactValue> value_of(std::uint32_t fact) const {
    for (const auto& [number, value] : question.facts)
      if (number == fact) return value;
    return model.facts()[fact].default_value;
  }

  [[nodiscard]] bool stands(Index i) const { return standing_[i] != 0; }

  [[nodiscard]] bool none_of_unless_stands(const ScopeRow& scope) const {
    return std::none_of(scope.unless.begin(), scope.unless.end(),
                        [&](Index i) { return stands(i); });
  }

  /// Unit and conditions of a scope; power, over, standing and `unless` are asked apart.
  [[nodiscard]] Speaks speaks(const ScopeRow& scope, bool any_bound) const {
    Speaks result;
    result.truth = inside(scope, any_bound);
    if (result.truth == Truth::unknown)
      result.unknowns.push_back({Unknown::What::within, scope.element, nullptr, 0, none});
    for (const ConditionRow& row : scope.conditions) {
      const Truth truth = holds(row);
      result.truth = result.truth & truth;
      if (truth == Truth::unknown)
        result.unknowns.push_back(
            {Unknown::What::condition, scope.element, row.written, row.fact, none});
      if (truth == Truth::no && !result.failed) result.failed = row.written;
    }
    return result;
  }

  /// Does a bar or an involvement apply, holders apart?
  [[nodiscard]] Speaks applies(const ScopeRow& scope) const {
    if (!stands(scope.element) || !names_power(scope) || !none_of_unless_stands(scope) ||
        !reach(scope, true, true))
      return {};
    return speaks(scope, true);
  }

 private:
  void check() const {
    const auto known = [&](Index i) { return i == none || i < model.size(); };
    const auto all = [&](const std::vector<Index>& list) {
      return std::all_of(list.begin(), list.end(), [&](Index i) { return i < model.size(); });
    };
    if (!known(question.target) || !known(question.unit) || !all(question.concerns) ||
        !all(question.disqualified) || !all(question.absent) ||
        !(question.issuer == none ||
          (question.issuer < model.size() && model.kind(question.issuer) == Kind::actor)))
      throw Error(Errc::unknown_element, "no such element in this model");
    for (const auto& [fact, value] : question.facts)
      if (fact >= model.facts().size() || !has_type(value, model.facts()[fact].type))
        throw Error(Errc::wrong_type, "the value of a fact is not of the fact's type", "facts");
  }

  [[nodiscard]] bool inside(const ScopeRow& scope, Index actor) const {
    return std::any_of(scope.within.begin(), scope.within.end(),
                       [&](Index unit) { return model.at_or_below(actor, unit); });
  }

  [[nodiscard]] std::uint32_t steps_up(const ScopeRow& scope, Index actor) const {
    std::uint32_t steps = 0;
    for (Index i = actor; i != none; i = model.part_of(i), ++steps)
      if (std::find(scope.within.begin(), scope.within.end(), i) != scope.within.end())
        return steps;
    return farthest;
  }

  [[nodiscard]] bool fields_match(const OverRow& entry) const {
    if (!entry.instrument && entry.issuer == none) return !only_by_id_;
    if (!is_rule) return false;
    const std::optional<Instrument> instrument =
        question.target == none ? question.instrument : model.instrument(question.target);
    if (entry.instrument && instrument != entry.instrument) return false;
    const auto issuers = this->issuers();
    return entry.issuer == none ||
           std::find(issuers.begin(), issuers.end(), entry.issuer) != issuers.end();
  }

  using Steps = std::vector<std::pair<Index, std::uint32_t>>;  // by matter

  /// The matters the target is about, each with all matters above it and the steps to them.
  void measure_matters() {
    if (question.target == none) {
      for (const Index matter : question.concerns) matters_.push_back(steps_from(matter, 1));
    } else if (model.kind(question.target) == Kind::matter) {
      matters_.push_back(steps_from(question.target, 0));
    } else {
      for (const Index matter : model.concerns(question.target))
        matters_.push_back(steps_from(matter, 1));
    }
  }

  [[nodiscard]] Steps steps_from(Index matter, std::uint32_t start) const {
    Steps steps{{matter, start}};
    std::unordered_set<Index> seen{matter};
    for (std::size_t at = 0; at < steps.size(); ++at)  // breadth first: the nearest way counts
      for (const Index above : model.broader(steps[at].first))
        if (seen.insert(above).second) steps.emplace_back(above, steps[at].second + 1);
    std::sort(steps.begin(), steps.end());
    return steps;
  }

  [[nodiscard]] std::uint32_t steps_to(std::size_t concerned, Index matter) const {
    const Steps& steps = matters_[concerned];
    const auto at = std::lower_bound(steps.begin(), steps.end(), std::pair{matter, 0U});
    return at != steps.end() && at->first == matter ? at->second : farthest;
  }

  const std::vector<std::uint8_t> own_standing_;
  const std::span<const std::uint8_t> standing_;
  std::optional<std::uint32_t> power_;
  bool only_by_id_ = false;
  std::vector<Steps> matters_;
};

}  // namespace regelgraf::detail
