#pragma once

/// @file
/// @ingroup vocabulary
/// @brief One element of a model, with every field of every kind, as somebody wrote it.
///
/// References are ids (text); nothing is resolved or checked here. Field names are those of the
/// model file (FORMATS section 1). A Draft collects elements; freeze() resolves them.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <regelgraf/date.hpp>
#include <regelgraf/vocabulary.hpp>

namespace regelgraf {

/// A value that is mostly absent: one pointer wide, copied with its content.
template <class T>
class Rare {
 public:
  Rare() = default;  ///< Absent.
  /// There, with this value.
  Rare(T value) : value_(std::make_unique<T>(std::move(value))) {}  // NOLINT: a value is a value
  /// A copy with its own content.
  Rare(const Rare& other) : value_(other.value_ ? std::make_unique<T>(*other.value_) : nullptr) {}
  Rare(Rare&&) noexcept = default;  ///< Leaves the other absent.
  /// Takes over the content of @p other.
  Rare& operator=(Rare other) noexcept {
    value_ = std::move(other.value_);
    return *this;
  }
  ~Rare() = default;

  /// Is there a value?
  explicit operator bool() const { return value_ != nullptr; }
  const T& operator*() const { return *value_; }        ///< The value; there must be one.
  const T* operator->() const { return value_.get(); }  ///< Null where absent.

  /// The value, made by default where there is none yet.
  T& make() {
    if (!value_) value_ = std::make_unique<T>();
    return *value_;
  }

 private:
  std::unique_ptr<T> value_;
};

/// Ids of elements (or other words) as written; a set unless an order is stated.
using Ids = std::vector<std::string>;

/// A text in Danish and/or English; empty where it was not given.
struct Name {
  std::string da;  ///< Danish.
  std::string en;  ///< English.

  /// Is there no text in either language?
  [[nodiscard]] bool empty() const { return da.empty() && en.empty(); }
  /// Equal in every field.
  friend bool operator==(const Name&, const Name&) = default;
};

/// A figure as an interval. One number is low = likely = high; of two, likely is their mean.
struct Range {
  double low = 0;     ///< The least it may be.
  double likely = 0;  ///< What to reckon with.
  double high = 0;    ///< The most it may be.

  /// Equal in every field.
  friend bool operator==(const Range&, const Range&) = default;
};

/// `at_least` of the elements listed in `of` must hold. A plain id is 1 of 1.
struct Requirement {
  std::uint32_t at_least = 1;  ///< k: 1 to the number listed.
  Ids of;                      ///< What is listed, each once.
};

/// Where an element is written down.
struct Source {
  std::string text;       ///< As one would cite it: `Serviceloven § 141`.
  std::string eli;        ///< European Legislation Identifier.
  std::string uri;        ///< Web address.
  std::string accession;  ///< Accession number in Retsinformation.
  std::string paragraph;  ///< The part meant, as `§ 141`.
  std::string edition;    ///< Which edition, mostly a date.
};

/// What somebody says about an element, to be held against what the graph shows.
struct Claims {
  std::optional<Origin> origin;  ///< Where it is said to come from.
  std::string issuer;            ///< Id of an actor.
  std::optional<Range> hours;    ///< Hours a year.
};

/// Somebody looked for the element's dependencies on that day.
struct Examined {
  Day on;          ///< The day.
  std::string by;  ///< Text; may be empty.
};

/// A part of a burden; what is absent is as in the burden it belongs to.
struct BurdenPart {
  std::optional<Range> minutes;         ///< Minutes each time, for one person.
  std::optional<Range> times_per_year;  ///< Times a year, for one person.
  std::optional<Range> people;          ///< How many people; 1 if absent.
  std::optional<Range> one_off_hours;   ///< Hours once, apart from the yearly ones.
};

/// What a rule or task costs: minutes x times_per_year x people / 60 hours a year.
struct Burden : BurdenPart {
  std::optional<Range> rate;          ///< DKK an hour.
  std::optional<BurdenPart> minimum;  ///< What the law alone would cost.
  std::string from;                   ///< Where the figures come from.
};

/// The value of a fact: a yes or no, a number, or a text (a date is the text YYYY-MM-DD).
using FactValue = std::variant<bool, double, std::string>;

/// A test on a fact, or a judgement that a person gives.
struct Condition {
  std::string fact;  ///< Name or alias; for a judgement its Danish (else English) text.
  Op op = Op::eq;    ///< How the fact is compared with the value.
  std::vector<FactValue> values;  ///< One value; for `in` any number.
  Name judgement;                 ///< Not empty: the condition was written as a judgement.
};

/// One entry of `over`. Exactly one of: an id (or `*`), or an object whose given fields all match.
struct OverEntry {
  std::string id;                        ///< Id of a target or of a matter above it, or `*`.
  std::string matter;                    ///< Object form: this matter or one below it.
  std::optional<Instrument> instrument;  ///< Object form: a rule of this instrument.
  std::string issuer;                    ///< Object form: a rule with this actor among its issuers.

  /// Was it written as an object?
  [[nodiscard]] bool is_object() const { return id.empty(); }
  /// Equal in every field.
  friend bool operator==(const OverEntry&, const OverEntry&) = default;
};

/// Somebody to whom a grant gives authority.
struct Holder {
  std::string id;               ///< An actor; empty for the leader form.
  bool leader_of_unit = false;  ///< `{leader_of: "unit"}`: the leader of the question's unit.

  /// Equal in every field.
  friend bool operator==(const Holder&, const Holder&) = default;
};

/// A way to name actors: by id, by tier, by form, or by the value of a fact.
struct ActorPattern {
  std::variant<std::string, Tier, Form> what;  ///< An id or the name of a fact; a tier; a form.
  bool fact = false;  ///< The string is the name of the fact whose value names the actor.

  /// Equal in every field.
  friend bool operator==(const ActorPattern&, const ActorPattern&) = default;
};

/// The body of an involvement: an actor, or the body of a tier at the level of who decides.
struct InvolvedBody {
  std::string id;                           ///< An actor; empty for the other form.
  std::optional<Tier> at_level_of_decider;  ///< The body of this tier at the level of who decides.
};

/// What grants, involvements and bars have in common: when they speak to a question.
struct Scope {
  Ids powers;                         ///< Powers, or `*` for every power.
  std::vector<OverEntry> over;        ///< A union.
  Ids within;                         ///< Units; empty: everywhere.
  std::vector<Condition> conditions;  ///< All must hold.
  Ids unless;                         ///< Applies only while none of these stands.
};

/// Somebody in the chain.
struct Actor {
  Tier tier = Tier::administration;  ///< Its place in the chain.
  Form form = Form::unit;            ///< What sort of actor it is.
  std::string part_of;               ///< The actor above in the organisation tree.
  std::string leader;                ///< Of a unit.
  std::string is;                    ///< The national layer's name for this actor.
  Ids holds;                         ///< Posts a person holds.
  Ids members;                       ///< Of a body.
  Ids deputies;                      ///< In order; the one list that is not a set.
  Ids med_for;                       ///< Units or posts at whose level a MED body sits.
  std::optional<double> order;       ///< Place among peers in an agenda's route.
};

/// A power that a decision on a matter needs besides.
struct AlsoNeeded {
  std::string power;   ///< As `appropriate`.
  std::string target;  ///< Empty: the matter itself.
};

/// To whom a decision on a matter can be appealed.
struct Appeal {
  std::string body;            ///< Id of an actor.
  std::optional<double> days;  ///< Days to appeal in.
  Ids basis;                   ///< Rules that say so.
};

/// A subject that decisions are about.
struct Matter {
  std::string code;              ///< KLE number.
  Ids broader;                   ///< Matters above it; the subject tree (one or several).
  std::vector<AlsoNeeded> also;  ///< Powers that a decision here needs besides.
  Rare<Appeal> appeal;           ///< Absent: that of the nearest matter above.
};

/// When and by whom a rule was adopted: a record, without effect.
struct Adopted {
  Day on;             ///< The day.
  Ids by;             ///< Actors; may be empty.
  std::string grant;  ///< Id of the grant it was done under; may be empty.
};

/// A rule that an issuer may end alone when the notice is over.
struct Notice {
  double months = 0;  ///< How long before it ends.
  Ids by;             ///< Which issuers; empty: any.
};

/// `jointly`: how many holders or issuers act together. All: as many as there are.
struct Jointly {
  std::uint32_t count = 1;  ///< How many; 1: each alone.
  bool all = false;         ///< `"all"`: as many as are listed; `count` is then ignored.

  /// The number meant among @p n.
  [[nodiscard]] std::uint32_t among(std::size_t n) const {
    return all ? static_cast<std::uint32_t>(n) : count;
  }
};

/// Anything that binds what people do, from an act to "we always did it so".
struct Rule {
  Instrument instrument = Instrument::practice;  ///< What sort of rule it is.
  Ids issuer;                                    ///< Actors who made it; empty: not known.
  Jointly jointly;                               ///< How many of the issuers act together.
  Ids binds;                                     ///< Actors.
  Ids concerns;                                  ///< Matters.
  Ids conflicts_with;                            ///< Rules it cannot be followed with.
  std::optional<Frame> frame;                    ///< How open it was said to be.
  Rare<Burden> burden;                           ///< What following it costs.
  Rare<Adopted> adopted;                         ///< A record, without effect.
  Rare<Notice> notice;                           ///< Absent: nobody may end it by notice.
};

/// Work that people do.
struct Task {
  Ids performed_by;     ///< Actors; at least one must stand.
  Ids concerns;         ///< Matters.
  Rare<Burden> burden;  ///< What doing it costs.
  bool core = false;    ///< This is the core task itself.
};

/// What the law requires, or a right of the citizen.
struct Duty {
  Ids concerns;                 ///< Matters.
  Ids owed_to;                  ///< Actors it is owed to.
  bool legal_security = false;  ///< It protects the citizen's rights (retssikkerhed).
};

/// An outcome somebody decided to pursue.
struct Goal {
  Ids concerns;  ///< Matters.
  Ids set_by;    ///< Actors who decided on it.
};

/// How a decision under a grant is made.
struct Manner {
  bool in_meeting = false;      ///< Decided in a meeting, and so not delegated on.
  std::optional<double> votes;  ///< Votes needed.
};

/// Authority given to somebody.
struct Grant : Scope {
  std::vector<Holder> to;         ///< Who has the authority.
  Jointly jointly;                ///< How many of the holders act together.
  std::vector<Ids> concur;        ///< One holder from each set.
  std::string from;               ///< The grant above.
  std::optional<Ground> by;       ///< How sure its ground is.
  std::uint32_t redelegable = 0;  ///< Further links allowed; redelegable_without_end: any number.
  bool exclusive = false;         ///< Takes out what is not derived from it (DESIGN section 3).
  bool alongside = false;         ///< Leaves more general grants in place.
  bool exceptional = false;       ///< For urgent cases; comes after all others.
  bool residual = false;          ///< General competence: nothing specific was recorded.
  Rare<Manner> manner;            ///< How it is decided, if that is laid down.
};

/// `redelegable: true`.
inline constexpr std::uint32_t redelegable_without_end = 0xFFFFFFFF;

/// Somebody must be involved in a decision.
struct Involvement : Scope {
  InvolvedBody body;                          ///< Who must be involved.
  How how = How::inform;                      ///< In what way.
  Timing timing = Timing::before;             ///< Before or after the decision.
  std::optional<double> days;                 ///< The time the body must have.
  std::vector<ActorPattern> when_decided_by;  ///< Only where one of these decides; empty: always.
};

/// A prohibition on authority.
struct Bar : Scope {
  std::vector<ActorPattern> only;     ///< Who may all the same: ids and tiers.
  std::vector<ActorPattern> against;  ///< Whom it hits; empty: everybody.
};

/// One element: what all kinds share, and the fields of its own kind.
struct Element {
  std::string id;                    ///< 1 to 200 bytes of UTF-8, one in all layers.
  Name name;                         ///< What people call it.
  Period valid;                      ///< When it applies.
  Status status = Status::in_force;  ///< Judged apart from `valid`.
  Access access = Access::open;      ///< Who may see it in print.
  std::vector<Requirement> basis;    ///< Legal ground: all of them must hold, well-founded.
  std::vector<Requirement> needs;    ///< What it needs in order to work: all must hold.
  Ids serves;                        ///< What it is for.
  Ids uses;                          ///< What helps it and is not indispensable.
  Ids tags;                          ///< Words of the model's own.
  Rare<Source> source;               ///< Where it is written down.
  Rare<Claims> claims;               ///< What somebody says about it.
  Rare<Examined> examined;           ///< Absent: nobody looked for its dependencies.
  Rare<std::string> note;            ///< Free text.
  /// Fields named `x-...`, kept as canonical JSON text, in order of their names.
  Rare<std::vector<std::pair<std::string, std::string>>> extra;
  /// The fields of its kind. The alternatives stand in the order of Kind.
  std::variant<Actor, Matter, Rule, Task, Duty, Goal, Grant, Involvement, Bar> fields;
  std::uint32_t layer = 0;  ///< Which of the draft's layers it came from; set by Draft::add.

  /// What it is, by its fields.
  [[nodiscard]] Kind kind() const { return static_cast<Kind>(fields.index()); }
};

/// A fact that questions may answer (FORMATS section 1, `facts`).
struct Fact {
  std::string name;                        ///< Its name in conditions and questions.
  FactType type = FactType::number;        ///< What its values are.
  std::string unit;                        ///< As `DKK`; for people to read.
  Ids aliases;                             ///< Other names for it in questions.
  std::optional<FactValue> default_value;  ///< Where a question is silent; absent: unknown.
  std::string by;                          ///< Id of the actor who judges.
  Name ask;                                ///< How to ask for it.
};

/// The head of a model: who it is, on what it stands, which facts it declares.
struct Head {
  std::string id;  ///< The model's id.
  Name name;       ///< Its name.
  Ids extends;     ///< Models it stands on, by name or path.
  std::vector<std::pair<std::string, std::string>> editions;  ///< As `kle` -> `2025-05-01`.
  std::vector<Fact> facts;                                    ///< Declared facts.
  std::vector<std::pair<std::string, std::string>> extra;     ///< `x-...`, canonical JSON text.
};

}  // namespace regelgraf
