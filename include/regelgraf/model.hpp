#pragma once

/// @file
/// @ingroup model
/// @brief A frozen model: immutable, indexed by 32-bit numbers, ready to be asked.

#include <algorithm>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <regelgraf/detail/names.hpp>
#include <regelgraf/detail/record.hpp>
#include <regelgraf/detail/references.hpp>
#include <regelgraf/element.hpp>
#include <regelgraf/finding.hpp>
#include <regelgraf/rows.hpp>

namespace regelgraf {

/// An id of a model: a view that lives as long as the Model, a NUL behind its last byte. It becomes
/// a string where one is asked for.
class IdView : public std::string_view {
 public:
  using std::string_view::string_view;
  IdView(std::string_view id) : std::string_view(id) {}      ///< NOLINT: an id is a text
  operator std::string() const { return {data(), size()}; }  ///< NOLINT: and a text a string

  /// Joined with text.
  friend std::string operator+(std::string before, IdView id) { return before.append(id); }
  /// Joined with text.
  friend std::string operator+(const char* before, IdView id) { return std::string(before) + id; }
  /// Joined with text.
  friend std::string operator+(IdView id, std::string_view after) {
    return std::string(id).append(after);
  }
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
  Op op = Op::eq;                      ///< As written.
  std::optional<double> number;        ///< Its one value where that is a number, as most are.
};

/// When a grant, involvement or bar speaks to a question.
struct ScopeRow {
  Index element = none;                      ///< The grant, involvement or bar itself.
  bool every_power = false;                  ///< It names `*`.
  std::span<const std::uint32_t> powers;     ///< Numbers of Model::power().
  std::span<const OverRow> over;             ///< A union.
  std::span<const Index> within;             ///< Units, ascending; empty: everywhere.
  std::span<const Index> unless;             ///< Speaks only while none of these stands.
  std::span<const ConditionRow> conditions;  ///< All must hold.
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
  std::span<const Index> to;               ///< Ascending, without the leader form.
  bool to_leader = false;                  ///< `{leader_of: "unit"}` is among the holders.
  std::uint32_t jointly = 1;               ///< How many act together; `all` is worked out.
  std::vector<std::vector<Index>> concur;  ///< One from each set acts.
  Index from = none;                       ///< The grant above; none: a root.
  std::uint32_t redelegable = 0;  ///< Further links allowed; redelegable_without_end: any number.
  std::optional<Ground> by;       ///< How sure its ground is.
  bool exclusive = false;         ///< Takes out what is not derived from it (DESIGN section 3).
  bool alongside = false;         ///< Leaves more general grants in place.
  bool exceptional = false;       ///< For urgent cases; comes after all others.
  bool residual = false;          ///< General competence: nothing specific was recorded.
  bool in_meeting = false;        ///< Decided in a meeting, and so not delegated on.
};

/// A frozen involvement.
struct InvolvementRow : ScopeRow {
  Index body = none;                        ///< None: the body at the level of who decides.
  std::optional<Tier> at_level_of_decider;  ///< Where there is no body: the tier of that body.
  How how = How::inform;                    ///< In what way.
  Timing timing = Timing::before;           ///< Before or after the decision.
  std::optional<double> days;               ///< The time the body must have.
  std::vector<PatternRow> when_decided_by;  ///< Empty: whoever decides.
};

/// A frozen bar.
struct BarRow : ScopeRow {
  std::vector<PatternRow> only;     ///< Who may all the same.
  std::vector<PatternRow> against;  ///< Whom it hits; empty: everybody.
};

/// What is resolved of an actor beside its place in the organisation tree. Put together when it is
/// asked for: a few numbers, and lists that lie in the model.
struct ActorRow {
  Index element = none;             ///< The actor itself.
  Index leader = none;              ///< Of a unit; none: not recorded.
  std::optional<double> order;      ///< Place among peers in an agenda's route.
  std::span<const Index> holds;     ///< Posts this person holds.
  std::span<const Index> held_by;   ///< Persons that hold this post.
  std::span<const Index> members;   ///< Of a body.
  std::span<const Index> deputies;  ///< In order.
  std::span<const Index> med_for;   ///< Units or posts at whose level this MED body sits.
};

namespace detail {
class AuthorityRows;
class Footing;
class Freezer;
class ReachIndex;

/// What is written of an actor, a bit each, beside its lists, the first five bits in their order.
inline constexpr std::uint32_t actor_lists = 5, actor_order = 1U << actor_lists;
}  // namespace detail

/// A municipality's governance chain, frozen. Made by freeze() or read from a snapshot; never
/// changes.
///
/// What questions touch lies in columns and compressed rows; what only people read lies in one
/// block of bytes, and element() puts it together.
///
/// Thread rule: every member function is const, reentrant and free of locks and hidden caches; any
/// number of threads may share one Model. Spans and references live as long as the Model.
/// Complexity: constant unless stated.
class Model {
 public:
  Model(Model&&) noexcept = default;             ///< References into it stay valid.
  Model& operator=(Model&&) noexcept = default;  ///< References into the new content stay valid.
  Model(const Model&) = delete;                  // share a Model, do not copy it
  Model& operator=(const Model&) = delete;
  ~Model() = default;

  /// @name What is in it
  /// @{

  /// The number of elements, those of all layers.
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(kind_.size()); }
  /// The layers, in order; the last is the model itself.
  [[nodiscard]] const std::vector<Head>& layers() const { return layers_; }
  /// The head of the model itself.
  [[nodiscard]] const Head& head() const { return layers_.back(); }
  /// @brief The element with all its fields, put together anew: linear in its size, and allocates.
  ///
  /// Lists that are sets come in canonical order, each id once, unless another takes the place of
  /// one of them (`is`): then as written. Throws Error `invalid_model` where a snapshot was forged.
  [[nodiscard]] Element element(Index i) const;
  /// The id; a NUL stands behind its last byte.
  [[nodiscard]] IdView id(Index i) const { return name(i); }
  [[nodiscard]] Kind kind(Index i) const { return static_cast<Kind>(kind_[i]); }
  /// The layer it came from.
  [[nodiscard]] std::uint32_t layer(Index i) const { return layer_.empty() ? 0 : layer_[i]; }
  [[nodiscard]] Status status(Index i) const {
    return static_cast<Status>(state_[i] & detail::State::status);
  }
  /// Has it a period in which it applies? Most apply always.
  [[nodiscard]] bool dated(Index i) const { return state_[i] & detail::State::period; }
  /// When it applies.
  [[nodiscard]] Period valid(Index i) const {
    const std::uint32_t at = dated(i) ? with_period_(i) : none;
    if (at == none) return {};
    const auto day = [](std::int32_t value) {
      return value == no_day ? std::optional<Day>() : Day{value};
    };
    return {day(periods_[2 * at]), day(periods_[2 * at + 1])};
  }
  /// @brief From this day on the last state holds: no period begins or ends later.
  ///
  /// A question with such a date costs no more than one without.
  [[nodiscard]] Day settled_from() const { return settled_from_; }
  /// Did somebody look for its dependencies?
  [[nodiscard]] bool examined(Index i) const { return state_[i] & detail::State::examined; }
  /// Is it a task that is the core task itself?
  [[nodiscard]] bool core(Index i) const {
    return kind(i) == Kind::task && (state_[i] & detail::State::marked);
  }
  /// What it costs; empty where nothing was written. Linear in its record.
  [[nodiscard]] std::optional<Burden> burden(Index i) const;
  /// The element with this id, or the actor that takes its place by `is`. Logarithmic.
  [[nodiscard]] std::optional<Index> find(std::string_view id) const {
    if (!aliases_.empty())
      if (const auto alias = number_in(aliases_, id)) return alias;
    Index first = 0;
    for (Index count = size(); count > 0;) {  // ids are in order: no table of them is kept
      const Index half = count / 2;
      if (name(first + half) < id) {
        first += half + 1;
        count -= half + 1;
      } else {
        count = half;
      }
    }
    return first < size() && name(first) == id ? std::optional(first) : std::nullopt;
  }
  /// Is the element a layer's actor whose place another has taken (`is`)? It never stands.
  [[nodiscard]] bool inert(Index i) const { return state_[i] & detail::State::inert; }
  /// Its digest() where it came from a snapshot, which holds it; else empty.
  [[nodiscard]] const std::string& saved_digest() const { return digest_; }
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
    return static_cast<std::uint32_t>(requirement_rule_.size());
  }
  [[nodiscard]] RequirementRow requirement(std::uint32_t r) const {
    return {owner_of(r), at_least_of(r), relation_of(r), implied(r)};
  }
  /// @brief The fields of requirement(@p r), one by one.
  ///
  /// The owner is looked for among the few elements that have the sixteen requirements around it.
  [[nodiscard]] Index owner_of(std::uint32_t r) const {
    const std::size_t mark = r / owner_step;
    Index i = owner_marks_[mark];
    Index last = mark + 1 < owner_marks_.size() ? owner_marks_[mark + 1] : size() - 1;
    while (last - i > owner_step) {  // elements without requirements lie between
      const Index middle = i + (last - i) / 2;
      if (requirement_first_[middle] <= r)
        i = middle;
      else
        last = middle - 1;
    }
    while (requirement_first_[i + 1] <= r) ++i;
    return i;
  }
  [[nodiscard]] std::uint32_t at_least_of(std::uint32_t r) const {
    return requirement_rule_[r] >> 2;
  }
  [[nodiscard]] Relation relation_of(std::uint32_t r) const {
    return requirement_rule_[r] & 1 ? Relation::needs : Relation::basis;
  }
  [[nodiscard]] bool implied(std::uint32_t r) const { return (requirement_rule_[r] & 2) != 0; }
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
  [[nodiscard]] std::span<const std::uint8_t> standing() const { return stands_.span(); }
  /// Is the element a purpose in itself: a goal, a duty, a core task?
  [[nodiscard]] bool is_purpose(Index i) const {
    return kind(i) == Kind::goal || kind(i) == Kind::duty || core(i);
  }
  /// Where an element is: whom a rule binds, who performs a task, where a scope holds; an actor:
  /// itself.
  [[nodiscard]] std::span<const Index> places(Index i) const { return places_[i]; }
  /// The scopes that name @p i in `unless`, ascending.
  [[nodiscard]] std::span<const Index> unless_by(Index i) const { return unless_by_[i]; }
  /// @cond
  [[nodiscard]] const detail::Footing& footing() const { return *footing_; }
  /// @endcond
  /// @}

  /// @name Authority
  /// @{
  [[nodiscard]] Index part_of(Index actor) const {
    const std::uint32_t at = is_actor_(actor);
    return at == none ? none : part_of_[at];
  }
  [[nodiscard]] std::span<const Index> broader(Index matter) const { return broader_[matter]; }
  [[nodiscard]] std::span<const Index> concerns(Index i) const { return concerns_[i]; }
  [[nodiscard]] std::span<const Index> binds(Index i) const {
    return kind(i) == Kind::rule ? places_[i] : std::span<const Index>();
  }
  [[nodiscard]] std::span<const Index> issuers(Index rule) const { return issuers_[rule]; }
  /// How many of a rule's issuers act together.
  [[nodiscard]] std::uint32_t joint_issuers(Index rule) const;
  /// Of a rule.
  [[nodiscard]] Instrument instrument(Index rule) const {
    return static_cast<Instrument>(detail_[rule]);
  }
  /// How a rule may be ended by one of its issuers, if it may. Linear in its record.
  [[nodiscard]] std::optional<Notice> notice(Index rule) const;
  [[nodiscard]] std::span<const GrantRow> grants() const { return grants_; }
  [[nodiscard]] std::span<const InvolvementRow> involvements() const { return involvements_; }
  [[nodiscard]] std::span<const BarRow> bars() const { return bars_; }
  [[nodiscard]] ActorRow actor(Index i) const { return actor_at(is_actor_(i)); }
  [[nodiscard]] const GrantRow& grant(Index i) const { return grants_[is_grant_(i)]; }
  /// When a grant, involvement or bar speaks; null for other kinds. Logarithmic.
  [[nodiscard]] const ScopeRow* scope(Index i) const;
  /// The actors by id, to loop over.
  [[nodiscard]] auto actors() const {
    struct At {
      const Model* model;
      std::uint32_t place;
      ActorRow operator*() const { return model->actor_at(place); }
      At& operator++() { return ++place, *this; }
      bool operator!=(const At& other) const { return place != other.place; }
    };
    struct Actors {
      const Model* model;
      [[nodiscard]] At begin() const { return {model, 0}; }
      [[nodiscard]] At end() const { return {model, model->is_actor_.count()}; }
    };
    return Actors{this};
  }
  [[nodiscard]] Tier tier(Index actor) const { return static_cast<Tier>(detail_[actor] & 15U); }
  [[nodiscard]] Form form(Index actor) const { return static_cast<Form>(detail_[actor] >> 4U); }
  /// Is @p actor the actor @p above, or below it in the organisation tree? Linear in the depth.
  [[nodiscard]] bool at_or_below(Index actor, Index above) const {
    for (Index i = actor; i != none; i = part_of(i))
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
  /// @cond
  [[nodiscard]] const detail::ReachIndex& reach() const { return *reach_; }
  /// @endcond
  /// The power of that number.
  [[nodiscard]] const std::string& power_name(std::uint32_t number) const {
    return power_names_[number].first;
  }
  /// @}

 private:
  friend class detail::Freezer;
  friend class detail::AuthorityRows;
  friend struct ModelParts;
  friend class detail::RecordReader<Model>;
  Model() = default;

  using Numbers = std::vector<std::pair<std::string, std::uint32_t>>;  // sorted by name

  static std::optional<std::uint32_t> number_in(const Numbers& numbers, std::string_view name) {
    const auto at =
        std::lower_bound(numbers.begin(), numbers.end(), name,
                         [](const auto& e, std::string_view wanted) { return e.first < wanted; });
    if (at == numbers.end() || at->first != name) return std::nullopt;
    return at->second;
  }

  /// An element's id, or one beyond them that names no element. Throws on numbers beyond both.
  [[nodiscard]] std::string_view name(std::uint32_t number) const {
    if (number >= name_first_.size() - 1) detail::RecordReader<Model>::bad();
    const std::uint32_t first = name_first_[number];
    return {name_bytes_.data() + first, name_first_[number + 1] - first - 1};
  }
  [[nodiscard]] std::string_view record(Index i) const {
    const std::uint32_t first = record_first_[i];
    return {record_bytes_.data() + first, record_first_[i + 1] - first};
  }

  /// Calls @p visit with each column, in the order of the snapshot; those of its footing are not
  /// among them.
  template <class Visit>
  void each_column(const Visit& visit) {
    visit(name_bytes_);
    name_first_.each_column(visit);
    visit(record_bytes_);
    record_first_.each_column(visit);
    for (auto* column : {&kind_, &state_, &detail_, &stands_}) visit(*column);
    visit(layer_);
    with_period_.each_column(visit);
    visit(periods_);
    requirement_first_.each_column(visit);
    visit(owner_marks_);
    requirement_rule_.each_column(visit);
    listed_.each_column(visit);
    listing_.each_column(visit);
    for (SparseRows* rows : {&serves_, &served_by_, &uses_, &used_by_, &places_, &unless_by_,
                             &broader_, &concerns_, &issuers_})
      rows->each_column(visit);
    for (Chosen* chosen : {&is_actor_, &is_grant_, &is_joint_}) chosen->each_column(visit);
    for (auto* column : {&part_of_, &joint_, &authority_}) visit(*column);
  }

  /// The actor of that place among the actors.
  [[nodiscard]] ActorRow actor_at(std::uint32_t place) const;

  static constexpr std::uint32_t owner_step = 16;  // requirements to a mark
  static constexpr std::int32_t no_day = std::numeric_limits<std::int32_t>::min();

  // Constant after construction, all of it.
  std::shared_ptr<const char[]> block_;  // what the columns look at
  std::string digest_;                   // likewise from it
  std::vector<Head> layers_;
  std::vector<Finding> findings_;
  Numbers aliases_;

  // Elements. Invariant: sorted by id, each id once.
  Column<char> name_bytes_;  // ids, each with a NUL; then names of no element
  Firsts<std::uint16_t> name_first_;
  Column<char> record_bytes_;  // see detail/record.hpp
  Firsts<std::uint16_t> record_first_;
  Column<std::uint8_t> kind_, state_, detail_, stands_;  // see detail::State
  Column<std::uint32_t> layer_;                          // empty: there is one layer
  Chosen with_period_;
  Column<std::int32_t> periods_;  // from and to of each
  Day settled_from_;

  Firsts<std::uint8_t> requirement_first_;
  Column<Index> owner_marks_;      // of every sixteenth requirement
  SmallNumbers requirement_rule_;  // at_least, implied, relation: the last two are the lowest bits
  Rows<Index> listed_;
  Rows<std::uint32_t> listing_;
  SparseRows serves_, served_by_, uses_, used_by_, places_, unless_by_;
  std::shared_ptr<const detail::Footing> footing_;  // of the last state

  SparseRows broader_, concerns_, issuers_;
  Chosen is_actor_, is_grant_, is_joint_;
  Column<Index> part_of_;                   // by actor
  Column<std::uint32_t> joint_;             // by joint rule; 0: all
  Column<std::uint32_t> authority_;         // see detail/authority.hpp; the rows below look into it
  std::vector<std::uint32_t> actor_first_;  // where each actor's numbers begin in it
  std::vector<GrantRow> grants_;
  std::vector<InvolvementRow> involvements_;
  std::vector<BarRow> bars_;
  std::vector<OverRow> overs_;                       // of all three
  std::vector<ConditionRow> condition_rows_;         // of all three
  std::shared_ptr<const detail::ReachIndex> reach_;  // of the three
  std::vector<Condition> conditions_;
  std::vector<Fact> facts_;
  Numbers fact_names_, power_names_;
};

}  // namespace regelgraf

#ifndef REGELGRAF_DECLARATIONS_ONLY
#include <regelgraf/detail/model.hpp>  // IWYU pragma: export
#endif
