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
  Rare() = default;
  Rare(T value) : value_(std::make_unique<T>(std::move(value))) {}  // NOLINT: a value is a value
  Rare(const Rare& other) : value_(other.value_ ? std::make_unique<T>(*other.value_) : nullptr) {}
  Rare(Rare&&) noexcept = default;
  Rare& operator=(Rare other) noexcept {
    value_ = std::move(other.value_);
    return *this;
  }
  ~Rare() = default;

  explicit operator bool() const { return value_ != nullptr; }
  const T& operator*() const { return *value_; }
  const T* operator->() const { return value_.get(); }

  /// The value, made by default where there is none yet.
  T& make() {
    if (!value_) value_ = std::make_unique<T>();
    return *value_;
  }

 private:
  std::unique_ptr<T> value_;
};

using Ids = std::vector<std::string>;

/// A text in Danish and/or English; empty where it was not given.
struct Name {
  std::string da;
  std::string en;

  [[nodiscard]] bool empty() const { return da.empty() && en.empty(); }
  friend bool operator==(const Name&, const Name&) = default;
};

/// A figure as an interval. One number is low = likely = high; of two, likely is their mean.
struct Range {
  double low = 0;
  double likely = 0;
  double high = 0;

  friend bool operator==(const Range&, const Range&) = default;
};

/// `at_least` of the elements listed in `of` must hold. A plain id is 1 of 1.
struct Requirement {
  std::uint32_t at_least = 1;
  Ids of;
};

/// Where an element is written down.
struct Source {
  std::string text;
  std::string eli;
  std::string uri;
  std::string accession;
  std::string paragraph;
  std::string edition;
};

/// What somebody says about an element, to be held against what the graph shows.
struct Claims {
  std::optional<Origin> origin;
  std::string issuer;          ///< Id of an actor.
  std::optional<Range> hours;  ///< Hours a year.
};

/// Somebody looked for the element's dependencies on that day.
struct Examined {
  Day on;
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
  std::optional<Range> rate;         ///< DKK an hour.
  std::optional<BurdenPart> minimum; ///< What the law alone would cost.
  std::string from;                  ///< Where the figures come from.
};

/// The value of a fact: a yes or no, a number, or a text (a date is the text YYYY-MM-DD).
using FactValue = std::variant<bool, double, std::string>;

/// A test on a fact, or a judgement that a person gives.
struct Condition {
  std::string fact;               ///< Name or alias; for a judgement its Danish (else English) text.
  Op op = Op::eq;
  std::vector<FactValue> values;  ///< One value; for `in` any number.
  Name judgement;                 ///< Not empty: the condition was written as a judgement.
};

/// One entry of `over`. Exactly one of: an id (or `*`), or an object whose given fields all match.
struct OverEntry {
  std::string id;                        ///< Id of a target or of a matter above it, or `*`.
  std::string matter;                    ///< Object form: this matter or one below it.
  std::optional<Instrument> instrument;  ///< Object form: a rule of this instrument.
  std::string issuer;                    ///< Object form: a rule with this actor among its issuers.

  [[nodiscard]] bool is_object() const { return id.empty(); }
  friend bool operator==(const OverEntry&, const OverEntry&) = default;
};

/// Somebody to whom a grant gives authority.
struct Holder {
  std::string id;               ///< An actor; empty for the leader form.
  bool leader_of_unit = false;  ///< `{leader_of: "unit"}`: the leader of the question's unit.

  friend bool operator==(const Holder&, const Holder&) = default;
};

/// A way to name actors: by id, by tier, by form, or by the value of a fact.
struct ActorPattern {
  std::variant<std::string, Tier, Form> what;
  bool fact = false;  ///< The string is the name of the fact whose value names the actor.

  friend bool operator==(const ActorPattern&, const ActorPattern&) = default;
};

/// The body of an involvement: an actor, or the body of a tier at the level of who decides.
struct InvolvedBody {
  std::string id;
  std::optional<Tier> at_level_of_decider;
};

/// What grants, involvements and bars have in common: when they speak to a question.
struct Scope {
  Ids powers;                          ///< Powers, or `*` for every power.
  std::vector<OverEntry> over;         ///< A union.
  Ids within;                          ///< Units; empty: everywhere.
  std::vector<Condition> conditions;   ///< All must hold.
  Ids unless;                          ///< Applies only while none of these stands.
};

/// Somebody in the chain.
struct Actor {
  Tier tier = Tier::administration;
  Form form = Form::unit;
  std::string part_of;  ///< The actor above in the organisation tree.
  std::string leader;   ///< Of a unit.
  std::string is;       ///< The national layer's name for this actor.
  Ids holds;            ///< Posts a person holds.
  Ids members;          ///< Of a body.
  Ids deputies;         ///< In order; the one list that is not a set.
  Ids med_for;          ///< Units or posts at whose level a MED body sits.
  std::optional<double> order;  ///< Place among peers in an agenda's route.
};

/// A power that a decision on a matter needs besides.
struct AlsoNeeded {
  std::string power;
  std::string target;  ///< Empty: the matter itself.
};

/// To whom a decision on a matter can be appealed.
struct Appeal {
  std::string body;
  std::optional<double> days;
  Ids basis;
};

/// A subject that decisions are about.
struct Matter {
  std::string code;  ///< KLE number.
  Ids broader;
  std::vector<AlsoNeeded> also;
  Rare<Appeal> appeal;
};

/// When and by whom a rule was adopted: a record, without effect.
struct Adopted {
  Day on;
  std::string by;
  std::string grant;
};

/// A rule that an issuer may end alone when the notice is over.
struct Notice {
  double months = 0;
  Ids by;  ///< Which issuers; empty: any.
};

/// `jointly`: how many holders or issuers act together. All: as many as there are.
struct Jointly {
  std::uint32_t count = 1;
  bool all = false;

  /// The number meant among @p n.
  [[nodiscard]] std::uint32_t among(std::size_t n) const {
    return all ? static_cast<std::uint32_t>(n) : count;
  }
};

/// Anything that binds what people do, from an act to "we always did it so".
struct Rule {
  Instrument instrument = Instrument::practice;
  Ids issuer;
  Jointly jointly;
  Ids binds;
  Ids concerns;
  Ids conflicts_with;
  std::optional<Frame> frame;
  Rare<Burden> burden;
  Rare<Adopted> adopted;
  Rare<Notice> notice;
};

/// Work that people do.
struct Task {
  Ids performed_by;
  Ids concerns;
  Rare<Burden> burden;
  bool core = false;
};

/// What the law requires, or a right of the citizen.
struct Duty {
  Ids concerns;
  Ids owed_to;
  bool legal_security = false;
};

/// An outcome somebody decided to pursue.
struct Goal {
  Ids concerns;
  Ids set_by;
};

/// How a decision under a grant is made.
struct Manner {
  bool in_meeting = false;
  std::optional<double> votes;
};

/// Authority given to somebody.
struct Grant : Scope {
  std::vector<Holder> to;
  Jointly jointly;
  std::vector<Ids> concur;  ///< One holder from each set.
  std::string from;         ///< The grant above.
  std::optional<Ground> by; ///< How sure its ground is.
  std::uint32_t redelegable = 0;  ///< Further links allowed; redelegable_without_end: any number.
  bool exclusive = false;
  bool alongside = false;
  bool exceptional = false;
  bool residual = false;
  Rare<Manner> manner;
};

/// `redelegable: true`.
inline constexpr std::uint32_t redelegable_without_end = 0xFFFFFFFF;

/// Somebody must be involved in a decision.
struct Involvement : Scope {
  InvolvedBody body;
  How how = How::inform;
  Timing timing = Timing::before;
  std::optional<double> days;  ///< The time the body must have.
  std::vector<ActorPattern> when_decided_by;
};

/// A prohibition on authority.
struct Bar : Scope {
  std::vector<ActorPattern> only;     ///< Who may all the same: ids and tiers.
  std::vector<ActorPattern> against;  ///< Whom it hits; empty: everybody.
};

/// One element: what all kinds share, and the fields of its own kind.
struct Element {
  std::string id;
  Name name;
  Period valid;
  Status status = Status::in_force;
  Access access = Access::open;
  std::vector<Requirement> basis;
  std::vector<Requirement> needs;
  Ids serves;
  Ids uses;
  Ids tags;
  Rare<Source> source;
  Rare<Claims> claims;
  Rare<Examined> examined;
  Rare<std::string> note;
  /// Fields named `x-...`, kept as canonical JSON text, in order of their names.
  Rare<std::vector<std::pair<std::string, std::string>>> extra;
  /// The fields of its kind. The alternatives stand in the order of Kind.
  std::variant<Actor, Matter, Rule, Task, Duty, Goal, Grant, Involvement, Bar> fields;
  std::uint32_t layer = 0;  ///< Which of the draft's layers it came from; set by Draft::add.

  [[nodiscard]] Kind kind() const { return static_cast<Kind>(fields.index()); }
};

/// A fact that questions may answer (FORMATS section 1, `facts`).
struct Fact {
  std::string name;
  FactType type = FactType::number;
  std::string unit;
  Ids aliases;
  std::optional<FactValue> default_value;
  std::string by;  ///< Id of the actor who judges.
  Name ask;        ///< How to ask for it.
};

/// The head of a model: who it is, on what it stands, which facts it declares.
struct Head {
  std::string id;
  Name name;
  Ids extends;
  std::vector<std::pair<std::string, std::string>> editions;  ///< As `kle` -> `2025-05-01`.
  std::vector<Fact> facts;
  std::vector<std::pair<std::string, std::string>> extra;  ///< `x-...`, canonical JSON text.
};

}  // namespace regelgraf
