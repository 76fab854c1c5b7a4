#pragma once

// Does a grant, involvement or bar speak to a question? Three values, with what is unknown.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory_resource>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include <regelgraf/detail/facts.hpp>
#include <regelgraf/detail/reach_index.hpp>
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

/// Memory for the workings of one answer: a block on the stack that does for some hundred grants
/// near the target, then the heap.
class Workings {
 public:
  [[nodiscard]] std::pmr::memory_resource* memory() { return &memory_; }

 private:
  std::array<std::byte, 24576> block_;
  std::pmr::monotonic_buffer_resource memory_{block_.data(), block_.size(),
                                              std::pmr::new_delete_resource()};
};

/// What a question may be answered with, all kept alive by the caller.
struct Shared {
  /// What stands on the question's date, a byte an element; empty: worked out.
  std::span<const std::uint8_t> standing;
  std::pmr::memory_resource* memory = std::pmr::new_delete_resource();  ///< For workings.
};

/// A question worked out against one model: what stands, how far every matter is from the target,
/// which facts are known, and which scopes may reach the target at all.
class Inquiry {
 public:
  Inquiry(const Model& model, const AuthorityQuestion& question, const Shared& shared = {})
      : model(model),
        question(question),
        memory(shared.memory),
        grants(memory),
        involvements(memory),
        bars(memory),
        own_standing_(shared.standing.empty() && question.date &&
                              *question.date < model.settled_from()
                          ? standing_on(model, question.date)
                          : std::vector<std::uint8_t>()),
        standing_(!shared.standing.empty() ? shared.standing
                  : !own_standing_.empty() ? std::span<const std::uint8_t>(own_standing_)
                                           : model.standing()),
        matters_(memory) {
    check();
    power_ = model.power(question.power);
    unmakes = question.power == "adopt" || question.power == "amend" || question.power == "waive" ||
              question.power == "repeal";
    const bool has_target = question.target != none;
    is_rule = has_target ? model.kind(question.target) == Kind::rule
                         : question.instrument.has_value() || question.issuer != none;
    only_by_id_ = has_target && (model.kind(question.target) == Kind::actor ||
                                 model.kind(question.target) >= Kind::grant);
    by_making = unmakes && (has_target || is_rule);
    looks_at_binds = is_rule && unmakes && question.power != "waive";
    measure_matters();
    look_around();
  }

  Inquiry(const Inquiry&) = delete;
  Inquiry& operator=(const Inquiry&) = delete;

  const Model& model;
  const AuthorityQuestion& question;
  std::pmr::memory_resource* const memory;
  /// Places in Model::grants(), involvements() and bars(), ascending: what may reach the target.
  /// With a grant all above it are there.
  std::pmr::vector<std::uint32_t> grants, involvements, bars;
  bool unmakes = false;         ///< adopt, amend, waive or repeal.
  bool is_rule = false;         ///< It is about a rule, recorded or not.
  bool by_making = false;       ///< Who made it may have the authority.
  bool looks_at_binds = false;  ///< `within` must hold whom the rule binds.

  [[nodiscard]] bool names_power(const ScopeRow& scope) const {
    if (scope.every_power) return true;
    return power_ &&
           std::find(scope.powers.begin(), scope.powers.end(), *power_) != scope.powers.end();
  }

  /// How far @p scope is from the target. A matter or `*` counts only with @p by_matter, an entry
  /// that names the rule, its instrument or its issuer always. With @p any_matter one concerned
  /// matter suffices, else each must be reached.
  [[nodiscard]] Reach reach(const ScopeRow& scope, bool by_matter, bool any_matter) const {
    bool object = false, everything = false;
    for (const OverRow& entry : scope.over) {
      if (entry.everything)
        everything = everything || (by_matter && !only_by_id_);
      else if (entry.id != none && entry.id == question.target)
        return 0;
      else if (entry.id == none && entry.matter == none)
        object = object || fields_match(entry);
    }
    std::uint32_t least = farthest;
    bool all = true;
    for (const Steps& steps : matters_) {
      const std::uint32_t nearest = steps_to(steps, scope, by_matter);
      least = std::min(least, nearest);
      all = all && nearest != farthest;
    }
    if (least != farthest && (all || any_matter)) return least;
    if (object) return without_matter;
    if (everything) return over_everything;
    return std::nullopt;
  }

  /// How far one element is from the target: reach() of a scope that is over it alone, by its id
  /// and by matter too, where the target is about_one_matter().
  [[nodiscard]] Reach reach(Index over) const {
    if (over == question.target) return 0;
    const std::uint32_t steps = steps_to(matters_.front(), over);
    return steps == farthest ? Reach() : steps;
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

  /// May an agreement make somebody a party to the decision?
  [[nodiscard]] bool may_make_parties() const {
    return std::any_of(involvements.begin(), involvements.end(), [&](std::uint32_t place) {
      const InvolvementRow& row = model.involvements()[place];
      return row.how == How::agree && row.timing == Timing::before;
    });
  }

  /// Is the target one matter, or about one alone?
  [[nodiscard]] bool about_one_matter() const { return matters_.size() == 1; }

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
    const FactValue* value = value_of(row.fact);
    if (!value) return Truth::unknown;
    const auto* number = std::get_if<double>(value);
    if (number && row.number && row.op != Op::in)
      return compare(*number, row.op, *row.number) ? Truth::yes : Truth::no;
    const std::vector<FactValue>& values = row.written->values;
    const bool result = row.op == Op::in
                            ? std::find(values.begin(), values.end(), *value) != values.end()
                            : compare(*value, row.op, values[0]);
    return result ? Truth::yes : Truth::no;
  }

  /// Given or by default; null: not known.
  [[nodiscard]] const FactValue* value_of(std::uint32_t fact) const {
    for (const auto& [number, value] : question.facts)
      if (number == fact) return &value;
    const auto& by_default = model.facts()[fact].default_value;
    return by_default ? &*by_default : nullptr;
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

  template <class Value>
  static bool compare(const Value& a, Op op, const Value& b) {
    switch (op) {
      case Op::lt:
        return a < b;
      case Op::le:
        return a <= b;
      case Op::gt:
        return a > b;
      case Op::ge:
        return a >= b;
      case Op::ne:
        return a != b;
      default:
        return a == b;
    }
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

  using Steps = std::pmr::vector<std::pair<Index, std::uint32_t>>;  // by matter

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
    constexpr std::size_t few = 32;  // fewer are looked through sooner than hashed
    Steps steps({{matter, start}}, memory);
    std::pmr::unordered_set<Index> seen(memory);
    const auto is_new = [&](Index above) {
      if (steps.size() < few)
        return std::none_of(steps.begin(), steps.end(),
                            [&](const auto& step) { return step.first == above; });
      if (seen.empty())
        for (const auto& step : steps) seen.insert(step.first);
      return seen.insert(above).second;
    };
    for (std::size_t at = 0; at < steps.size(); ++at)  // breadth first: the nearest way counts
      for (const Index above : model.broader(steps[at].first))
        if (is_new(above)) steps.emplace_back(above, steps[at].second + 1);
    std::sort(steps.begin(), steps.end());
    return steps;
  }

  /// From a matter the target is about to the nearest that @p scope names.
  [[nodiscard]] std::uint32_t steps_to(const Steps& steps, const ScopeRow& scope,
                                       bool by_matter) const {
    std::uint32_t least = farthest;
    for (const OverRow& entry : scope.over) {
      const Index matter = entry.id != none ? entry.id : entry.matter;
      if (matter == none) continue;
      const bool names_rule = entry.instrument || entry.issuer != none;
      if (entry.id != none ? !by_matter : !(names_rule || by_matter) || !fields_match(entry))
        continue;
      least = std::min(least, steps_to(steps, matter));
    }
    return least;
  }
  [[nodiscard]] static std::uint32_t steps_to(const Steps& steps, Index matter) {
    const auto at = std::lower_bound(steps.begin(), steps.end(), std::pair{matter, 0U});
    return at != steps.end() && at->first == matter ? at->second : farthest;
  }

  void look_around() {
    const ReachIndex& index = model.reach();
    find(index.grants, grants);
    find(index.involvements, involvements);
    find(index.bars, bars);
    const std::size_t found = grants.size();
    for (const std::uint32_t place : grants) prefetch(&index.outlines[place]);
    for (std::size_t at = 0; at < found; ++at)
      for (std::uint32_t place = index.outlines[grants[at]].above; place != none;
           place = index.outlines[place].above) {
        const auto last = grants.begin() + static_cast<std::ptrdiff_t>(found);
        if (std::binary_search(grants.begin(), last, place)) break;  // it brings those above it
        grants.push_back(place);
      }
    if (grants.size() > found) sort_set(grants);
  }

  void find(const RowsByOver& rows, std::pmr::vector<std::uint32_t>& places) const {
    if (question.target != none && model.kind(question.target) != Kind::matter)
      rows.naming(question.target, power_, places);
    for (const Steps& steps : matters_)
      for (const auto& [matter, distance] : steps) rows.expect_naming(matter, power_);
    for (const Steps& steps : matters_)
      for (const auto& [matter, distance] : steps) rows.naming(matter, power_, places);
    rows.over_everything(power_, places);
    if (is_rule) {
      const std::optional<Instrument> instrument =
          question.target == none ? question.instrument : model.instrument(question.target);
      if (instrument) rows.of_instrument(*instrument, power_, places);
      for (const Index issuer : issuers()) rows.of_issuer(issuer, power_, places);
    }
    sort_set(places);
  }

  static void sort_set(std::pmr::vector<std::uint32_t>& places) {
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
  }

  const std::vector<std::uint8_t> own_standing_;
  const std::span<const std::uint8_t> standing_;
  std::optional<std::uint32_t> power_;
  bool only_by_id_ = false;
  std::pmr::vector<Steps> matters_;
};

}  // namespace regelgraf::detail
