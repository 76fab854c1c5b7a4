#pragma once

/// @file
/// @ingroup model
/// @brief A frozen model: immutable, indexed by 32-bit numbers, ready to be asked.

#include <algorithm>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <regelgraf/draft.hpp>
#include <regelgraf/element.hpp>

namespace regelgraf {

/// The number of an element in one model: its place among all ids in byte order. Numbers compare as
/// ids do, so what is sorted by number is sorted by id.
using Index = std::uint32_t;

/// No element.
inline constexpr Index none = 0xFFFFFFFF;

/// Lists of T, one per element, in one block of memory (compressed rows).
template <class T>
class Rows {
 public:
  /// The list of row @p i.
  [[nodiscard]] std::span<const T> operator[](std::size_t i) const {
    return {values_.data() + first_[i], first_[i + 1] - first_[i]};
  }
  /// Asks the processor for where row @p i lies, and for its values once that is known.
  void prefetch_place(std::size_t i) const { prefetch(first_.data() + i); }
  void prefetch_values(std::size_t i) const { prefetch(values_.data() + first_[i]); }
  /// How many lists there are.
  [[nodiscard]] std::size_t rows() const { return first_.size() - 1; }
  /// How many values there are in all lists.
  [[nodiscard]] std::size_t values() const { return values_.size(); }

  /// The values of all rows, one after the other.
  [[nodiscard]] std::span<T> all() { return values_; }
  /// Appends @p value to the row that is open.
  void push(T value) { values_.push_back(value); }
  /// Closes the open row and opens the next.
  void close() { first_.push_back(static_cast<std::uint32_t>(values_.size())); }

  /// For every value v of row i: i in row v of the result, in ascending order.
  [[nodiscard]] Rows<std::uint32_t> transposed(std::size_t rows) const {
    Rows<std::uint32_t> result;
    result.first_.assign(rows + 1, 0);
    for (const T value : values_) ++result.first_[value + 1];
    for (std::size_t i = 0; i < rows; ++i) result.first_[i + 1] += result.first_[i];
    result.values_.resize(values_.size());
    std::vector<std::uint32_t> next(result.first_.begin(), result.first_.end() - 1);
    for (std::size_t row = 0; row + 1 < first_.size(); ++row)
      for (std::uint32_t at = first_[row]; at < first_[row + 1]; ++at)
        result.values_[next[values_[at]]++] = static_cast<std::uint32_t>(row);
    return result;
  }

 private:
  template <class>
  friend class Rows;

  static void prefetch([[maybe_unused]] const void* at) {
#ifdef __GNUC__
    __builtin_prefetch(at);
#endif
  }

  std::vector<std::uint32_t> first_{0};
  std::vector<T> values_;
};

/// Which of the two carrying relations a requirement belongs to.
enum class Relation : std::uint8_t { basis, needs };

template <>
struct Spelling<Relation> {
  static constexpr std::array<std::string_view, 2> words{"basis", "needs"};
};

/// A requirement of a model: at least `at_least` of the listed elements must hold for its owner.
struct RequirementRow {
  Index owner = none;                   ///< The element whose requirement it is.
  std::uint32_t at_least = 1;           ///< k: 1 to the number listed.
  Relation relation = Relation::basis;  ///< Ground or need.
  bool implied = false;  ///< Follows from another field (DESIGN section 1), written nowhere.
};

/// An entry of `over` with its ids resolved.
struct OverRow {
  Index id = none;                       ///< Names this element; none for the other forms.
  bool everything = false;               ///< The entry `*`.
  Index matter = none;                   ///< Object form.
  Index issuer = none;                   ///< Object form.
  std::optional<Instrument> instrument;  ///< Object form.
};

/// A condition with its fact resolved.
struct ConditionRow {
  std::uint32_t fact = 0;              ///< Place in Model::facts().
  const Condition* written = nullptr;  ///< As the file has it.
};

/// When a grant, involvement or bar speaks to a question.
struct ScopeRow {
  Index element = none;                  ///< The grant, involvement or bar itself.
  bool every_power = false;              ///< It names `*`.
  std::vector<std::uint32_t> powers;     ///< Numbers of Model::power().
  std::vector<OverRow> over;             ///< A union.
  std::vector<Index> within;             ///< Units, ascending; empty: everywhere.
  std::vector<Index> unless;             ///< Speaks only while none of these stands.
  std::vector<ConditionRow> conditions;  ///< All must hold.
};

/// A pattern of actors with its ids resolved. Exactly one part is given.
struct PatternRow {
  Index actor = none;                 ///< This actor.
  std::optional<Tier> tier;           ///< Every actor of this tier.
  std::optional<Form> form;           ///< Every actor of this form.
  std::optional<std::uint32_t> fact;  ///< The actor that this fact names.
};

/// A frozen grant.
struct GrantRow : ScopeRow {
  std::vector<Index> to;                   ///< Without the leader form.
  bool to_leader = false;                  ///< `{leader_of: "unit"}` is among the holders.
  std::uint32_t jointly = 1;               ///< How many act together; `all` is worked out.
  std::vector<std::vector<Index>> concur;  ///< One from each set acts.
  Index from = none;                       ///< The grant above; none: a root.
  const Grant* written = nullptr;          ///< As the file has it.
};

/// A frozen involvement.
struct InvolvementRow : ScopeRow {
  Index body = none;                        ///< None: the body at the level of who decides.
  std::vector<PatternRow> when_decided_by;  ///< Empty: whoever decides.
  const Involvement* written = nullptr;     ///< As the file has it.
};

/// A frozen bar.
struct BarRow : ScopeRow {
  std::vector<PatternRow> only;     ///< Who may all the same.
  std::vector<PatternRow> against;  ///< Whom it hits; empty: everybody.
};

/// What is resolved of an actor beside its place in the organisation tree.
struct ActorRow {
  Index element = none;         ///< The actor itself.
  Index leader = none;          ///< Of a unit; none: not recorded.
  std::vector<Index> holds;     ///< Posts this person holds.
  std::vector<Index> held_by;   ///< Persons that hold this post.
  std::vector<Index> members;   ///< Of a body.
  std::vector<Index> deputies;  ///< In order.
  std::vector<Index> med_for;   ///< Units or posts at whose level this MED body sits.
};

namespace detail {
class Footing;
class Freezer;
}  // namespace detail

/// A municipality's governance chain, frozen. Made by freeze(); never changes.
///
/// Thread rule: every member function is const, reentrant and free of locks and hidden caches; any
/// number of threads may share one Model. Spans and references live as long as the Model.
/// Complexity: constant unless stated; find() is logarithmic in the number of elements.
class Model {
 public:
  Model(Model&&) noexcept = default;             ///< References into it stay valid.
  Model& operator=(Model&&) noexcept = default;  ///< References into the new content stay valid.
  Model(const Model&) = delete;  // rows point into the elements; share a Model, do not copy it
  Model& operator=(const Model&) = delete;
  ~Model() = default;

  /// @name What is in it
  /// @{

  /// The number of elements, those of all layers.
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(elements_.size()); }
  /// The layers, in order; the last is the model itself.
  [[nodiscard]] const std::vector<Head>& layers() const { return layers_; }
  /// The head of the model itself.
  [[nodiscard]] const Head& head() const { return layers_.back(); }
  [[nodiscard]] const Element& element(Index i) const { return elements_[i]; }
  [[nodiscard]] const std::string& id(Index i) const { return elements_[i].id; }
  [[nodiscard]] Kind kind(Index i) const { return elements_[i].kind(); }
  /// The element with this id, or the actor that takes its place by `is`.
  [[nodiscard]] std::optional<Index> find(std::string_view id) const {
    const auto alias = std::lower_bound(
        aliases_.begin(), aliases_.end(), id,
        [](const auto& entry, std::string_view wanted) { return entry.first < wanted; });
    if (alias != aliases_.end() && alias->first == id) return alias->second;
    const auto at =
        std::lower_bound(elements_.begin(), elements_.end(), id,
                         [](const Element& e, std::string_view wanted) { return e.id < wanted; });
    if (at == elements_.end() || at->id != id) return std::nullopt;
    return static_cast<Index>(at - elements_.begin());
  }
  /// Is the element a layer's actor whose place another has taken (`is`)? It never stands.
  [[nodiscard]] bool inert(Index i) const { return inert_[i]; }
  /// What freeze() found that is worth a look; no errors.
  [[nodiscard]] const std::vector<Finding>& findings() const { return findings_; }
  /// @}

  /// @name What leans on what
  /// @{

  /// The requirements of element @p i as numbers [first, last): `basis` before `needs`, in
  /// canonical order, implied ones after those of the same relation.
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> requirements_of(Index i) const {
    return {requirement_first_[i], requirement_first_[i + 1]};
  }
  [[nodiscard]] std::uint32_t requirement_count() const {
    return static_cast<std::uint32_t>(requirements_.size());
  }
  [[nodiscard]] const RequirementRow& requirement(std::uint32_t r) const {
    return requirements_[r];
  }
  /// The elements requirement @p r lists, by number, each once.
  [[nodiscard]] std::span<const Index> listed(std::uint32_t r) const { return listed_[r]; }
  /// The requirements that list element @p i, ascending.
  [[nodiscard]] std::span<const std::uint32_t> listing(Index i) const { return listing_[i]; }
  /// What @p i is for.
  [[nodiscard]] std::span<const Index> serves(Index i) const { return serves_[i]; }
  [[nodiscard]] std::span<const Index> served_by(Index i) const { return served_by_[i]; }
  /// What helps @p i without being indispensable.
  [[nodiscard]] std::span<const Index> uses(Index i) const { return uses_[i]; }
  [[nodiscard]] std::span<const Index> used_by(Index i) const { return used_by_[i]; }
  /// Does element @p i stand in the model's last state (no date, nothing removed)?
  [[nodiscard]] bool stands(Index i) const { return stands_[i]; }
  /// The whole standing set of the last state, one byte an element.
  [[nodiscard]] std::span<const std::uint8_t> standing() const { return stands_; }
  /// Is the element a purpose in itself: a goal, a duty, a core task?
  [[nodiscard]] bool is_purpose(Index i) const { return purpose_[i]; }
  /// Where an element is: whom a rule binds, who performs a task, where a scope holds; an actor:
  /// itself.
  [[nodiscard]] std::span<const Index> places(Index i) const { return places_[i]; }
  /// The scopes that name @p i in `unless`, ascending.
  [[nodiscard]] std::vector<Index> unless_by(Index i) const {
    std::vector<Index> result;
    for (auto at = std::lower_bound(unless_by_.begin(), unless_by_.end(), std::pair(i, Index{0}));
         at != unless_by_.end() && at->first == i; ++at)
      result.push_back(at->second);
    return result;
  }
  /// @cond
  [[nodiscard]] const detail::Footing& footing() const { return *footing_; }
  /// @endcond
  /// @}

  /// @name Authority
  /// @{
  [[nodiscard]] Index part_of(Index actor) const { return part_of_[actor]; }
  [[nodiscard]] std::span<const Index> broader(Index matter) const { return broader_[matter]; }
  [[nodiscard]] std::span<const Index> concerns(Index i) const { return concerns_[i]; }
  [[nodiscard]] std::span<const Index> binds(Index i) const {
    return kind(i) == Kind::rule ? places_[i] : std::span<const Index>();
  }
  [[nodiscard]] std::span<const Index> issuers(Index rule) const { return issuers_[rule]; }
  [[nodiscard]] std::span<const GrantRow> grants() const { return grants_; }
  [[nodiscard]] std::span<const InvolvementRow> involvements() const { return involvements_; }
  [[nodiscard]] std::span<const BarRow> bars() const { return bars_; }
  [[nodiscard]] const ActorRow& actor(Index i) const { return actors_[record_[i]]; }
  [[nodiscard]] const GrantRow& grant(Index i) const { return grants_[record_[i]]; }
  [[nodiscard]] std::span<const ActorRow> actors() const { return actors_; }
  /// The scope of a grant, involvement or bar; null for other kinds.
  [[nodiscard]] const ScopeRow* scope(Index i) const {
    switch (kind(i)) {
      case Kind::grant:
        return &grants_[record_[i]];
      case Kind::involvement:
        return &involvements_[record_[i]];
      case Kind::bar:
        return &bars_[record_[i]];
      default:
        return nullptr;
    }
  }
  /// The fields of an element of that kind, as written.
  [[nodiscard]] const Actor& actor_fields(Index i) const {
    return std::get<Actor>(elements_[i].fields);
  }
  [[nodiscard]] const Rule& rule_fields(Index i) const {
    return std::get<Rule>(elements_[i].fields);
  }
  [[nodiscard]] Tier tier(Index actor) const { return actor_fields(actor).tier; }
  /// Is @p actor the actor @p above, or below it in the organisation tree? Linear in the depth.
  [[nodiscard]] bool at_or_below(Index actor, Index above) const {
    for (Index i = actor; i != none; i = part_of_[i])
      if (i == above) return true;
    return false;
  }
  /// The facts that conditions of this model look at: declared ones, then those declared by their
  /// use.
  [[nodiscard]] const std::vector<Fact>& facts() const { return facts_; }
  /// The fact of that name or alias.
  [[nodiscard]] std::optional<std::uint32_t> fact(std::string_view name) const {
    return number_in(fact_names_, name);
  }
  /// The number of a power that some scope of the model names.
  [[nodiscard]] std::optional<std::uint32_t> power(std::string_view name) const {
    return number_in(power_names_, name);
  }
  /// @}

 private:
  friend class detail::Freezer;
  Model() = default;

  using Numbers = std::vector<std::pair<std::string, std::uint32_t>>;  // sorted by name

  static std::optional<std::uint32_t> number_in(const Numbers& numbers, std::string_view name) {
    const auto at =
        std::lower_bound(numbers.begin(), numbers.end(), name,
                         [](const auto& e, std::string_view wanted) { return e.first < wanted; });
    if (at == numbers.end() || at->first != name) return std::nullopt;
    return at->second;
  }

  // Constant after construction, all of it.
  std::vector<Head> layers_;
  std::vector<Element> elements_;  // Invariant: sorted by id, each id once.
  std::vector<Finding> findings_;
  Numbers aliases_;
  std::vector<std::uint8_t> inert_;
  std::vector<std::uint8_t> stands_;

  std::vector<RequirementRow> requirements_;
  std::vector<std::uint32_t> requirement_first_;
  Rows<Index> listed_;
  Rows<std::uint32_t> listing_;
  Rows<Index> serves_, served_by_, uses_, used_by_, places_;
  std::vector<std::uint8_t> purpose_;
  std::vector<std::pair<Index, Index>> unless_by_;  // named, by whom; sorted
  std::shared_ptr<const detail::Footing> footing_;  // of the last state

  std::vector<Index> part_of_;
  Rows<Index> broader_, concerns_, issuers_;
  std::vector<std::uint32_t> record_;  // place among the rows of its kind
  std::vector<ActorRow> actors_;
  std::vector<GrantRow> grants_;
  std::vector<InvolvementRow> involvements_;
  std::vector<BarRow> bars_;
  std::vector<Fact> facts_;
  Numbers fact_names_, power_names_;
};

}  // namespace regelgraf
