#pragma once

/// @file
/// @ingroup queries
/// @brief Who has the authority to decide a case, or to change, waive or remove a rule.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <regelgraf/model.hpp>
#include <regelgraf/standing.hpp>

namespace regelgraf {

/// The question. Elements are given by number; see Model::find().
struct AuthorityQuestion {
  std::string power;            ///< `decide`, `repeal`, ... or one of the model's own.
  Index target = none;          ///< What it is about.
  std::vector<Index> concerns;  ///< With target none: a case about these matters (by KLE number).
  /// With target none and one of the next two: a rule about those matters that is not recorded.
  std::optional<Instrument> instrument;  ///< Of that rule; absent: not known.
  Index issuer = none;                   ///< Of that rule; none: nobody known.
  Index unit = none;                     ///< The unit the case belongs to; none: not given.
  std::optional<Day> date;               ///< Absent: the model's last state.
  /// Values of facts, by their number in Model::facts(). What is not given has its declared
  /// default, else is unknown.
  std::vector<std::pair<std::uint32_t, FactValue>> facts;
  std::vector<Index> disqualified;  ///< May not take part (inhabil).
  std::vector<Index> absent;        ///< Not there; deputies step in.
};

/// Something that the question does not tell.
struct Unknown {
  /// What sort of thing is not told.
  enum class What : std::uint8_t {
    condition,  ///< The fact of `condition` is not given.
    within,     ///< The unit, or whom the rule binds, is not known; `element` says within which.
    against     ///< Fact `fact` names an actor and is not given; `holder` is who it could be.
  };
  What what = What::condition;           ///< What is not told.
  Index element = none;                  ///< The grant, involvement or bar that asks.
  const Condition* condition = nullptr;  ///< As written in the model.
  std::uint32_t fact = 0;                ///< Place in Model::facts(); 0 for What::within.
  Index holder = none;                   ///< What::against: whom the fact could name.

  /// Equal in every field.
  friend bool operator==(const Unknown&, const Unknown&) = default;
};

/// What an option depends on: one unknown that must hold, or several that must not all hold.
struct Dependence {
  std::vector<Unknown> unknowns;  ///< One, unless `not_all`.
  bool not_all = false;           ///< They must not all hold.
  Index because = none;           ///< With not_all: the bar, grant or involvement that would apply.

  /// Equal in every field.
  friend bool operator==(const Dependence&, const Dependence&) = default;
};

/// A holder who is competent but for whom something speaks a warning.
struct Warning {
  /// Which warning.
  enum class What : std::uint8_t {
    member_disqualified,  ///< A member of the body is disqualified; the body stays competent.
    leader_disqualified   ///< A leader above is disqualified (derived disqualification).
  };
  What what = What::member_disqualified;  ///< Which warning.
  Index holder = none;                    ///< Who stays competent.
  Index disqualified = none;              ///< Because of whom.
};

/// An involvement that applies to an option, or may.
struct Involved {
  Index involvement = none;         ///< The rule of involvement.
  Index body = none;                ///< None: could not be resolved.
  std::vector<Unknown> depends_on;  ///< Not empty: applies if all these hold.
};

/// One way to decide: who, on what authority, on what it depends, whom to involve.
struct Option {
  std::vector<Index> holders;  ///< By id. With `jointly` above 1, that many of them act together.
  std::uint32_t jointly = 1;   ///< How many must act together.
  std::vector<Index> must;     ///< Bodies that must be among those who act (`agree`).
  Tier tier = Tier::state;     ///< Of the holder; of several, the farthest from the citizen.
  Index grant = none;          ///< None for implied authority.
  std::vector<Index> chain;    ///< Grants from the root to `grant`.
  std::vector<Dependence> depends_on;   ///< Empty: it holds as it is.
  bool implied = false;                 ///< By issuing the rule, not by a grant.
  std::optional<double> notice_months;  ///< May end the rule alone when the notice is over.
  bool exceptional = false;             ///< For urgent cases only.
  bool residual = false;                ///< By general competence: nothing specific was recorded.
  std::vector<Warning> warnings;        ///< Of disqualified members and leaders.
  std::vector<Involved> involve;        ///< In the order in which they are to be involved.
  std::uint32_t over_distance = 0;      ///< Steps from the target; see DESIGN section 3.
  std::uint32_t within_distance = 0;    ///< Steps from the unit; see DESIGN section 3.
};

/// Why somebody may, may not, or may under conditions.
struct Because {
  /// Which reason. The first six are reasons for a yes, or for a yes that depends; the others for a
  /// no, from `lapse` on in the order in which the first failing test is looked for.
  enum class Kind : std::uint8_t {
    grant,      ///< Grant `element` gives the authority.
    implied,    ///< Who made the rule may unmake it.
    with,       ///< Others must take part: `with`.
    condition,  ///< It hangs on what is not known: `depends_on`.
    internal,   ///< Unit `element` above has it; how it distributes its work is not recorded.
    notice,     ///< May end the rule alone after `months`.
    unknown,    ///< The model has no such actor.
    none,       ///< Nothing recorded points at the actor.
    lapse,      ///< `element`, the grant or the actor, does not stand.
    date,       ///< The grant is not in force on the day: see `from`, `to`.
    chain,      ///< Grant `element` above does not give it, or not this far down.
    unit,       ///< Grant `element` does not hold the unit.
    failed_condition,  ///< A condition of grant `element` fails, or `element` stands (`unless`).
    disqualification,  ///< The actor is disqualified or absent.
    bar,               ///< Bar `element` forbids it.
    exclusive,         ///< Grant `element` gives it exclusively to others.
    special            ///< Grant `element` is more special.
  };
  Kind kind = Kind::none;                ///< Which reason.
  Index element = regelgraf::none;       ///< The grant, bar, unit or actor meant; see the kind.
  std::vector<Index> with;               ///< Kind::with: who else must take part.
  std::optional<double> months;          ///< Kind::notice.
  std::optional<Day> from;               ///< Kind::date: not before this day ...
  std::optional<Day> to;                 ///< ... or no longer from this day on.
  const Condition* condition = nullptr;  ///< Kind::failed_condition.
  std::optional<FactValue> value;        ///< The value it was tested with.
  std::vector<Dependence> depends_on;    ///< Kind::condition.
};

template <>
struct Spelling<Because::Kind> {
  static constexpr std::array<std::string_view, 17> words{
      "grant", "implied",   "with",   "condition", "internal", "notice",    "unknown",
      "none",  "lapse",     "date",   "chain",     "unit",     "condition", "disqualification",
      "bar",   "exclusive", "special"};
};

/// A grant that points at an actor in vain, and the first thing that stands in the way.
struct NearMiss {
  Index actor = none;       ///< Who might have decided.
  Index grant = none;       ///< The one with the fewest failing tests.
  Because because;          ///< The first test that fails.
  std::size_t failing = 0;  ///< How many tests fail.
};

/// What the first option says of the question as a whole.
enum class Verdict : std::uint8_t { competent, joint, conditional, residual, barred, nobody };

template <>
struct Spelling<Verdict> {
  static constexpr std::array<std::string_view, 6> words{"competent", "joint",  "conditional",
                                                         "residual",  "barred", "nobody"};
};

/// The answer of who_decides().
struct Decision {
  AuthorityQuestion question;         ///< What was asked.
  Verdict verdict = Verdict::nobody;  ///< What the first option says.
  std::vector<Option> options;        ///< Best first; see who_decides().
  // Of the first option, in order; without options, of the question. Each body once.
  std::vector<Index> recommends,      ///< Bodies that recommend.
      informed,                       ///< Bodies that are told.
      heard;                          ///< Bodies that are consulted, or discuss it.
  std::vector<Decision> also;         ///< Powers that a decision on this matter needs besides.
  Index appeal_from = none;           ///< The matter whose `appeal` holds; none: not recorded.
  std::vector<NearMiss> near_misses;  ///< By actor.
  std::vector<Index> barred_by;       ///< Bars that take out a holder otherwise left.
};

/// @brief Who has the authority to use the power on the target, by which chain, on what conditions,
/// after involving whom; and if nobody, what stands in the way?
///
/// A grant covers the question when it, and every grant above it in `from`, stands, names the
/// power, reaches the target, holds the unit, and has no failing condition and no standing
/// `unless`. Every level of a covering chain is an option; special grants take out more general
/// ones, exclusive grants all they shut out, bars the holders they hit. Facts not given make tests
/// unknown (Kleene's logic, option by option). Definitions: DESIGN section 3; choices: README of
/// this folder.
///
/// Options come in this order: not exceptional first, then tier (nearest to the citizen first; of
/// joint holders the farthest), longer chain, smaller over-distance, smaller within-distance, id of
/// the grant, ids of the holders. An option to end a rule by notice follows its joint option.
///
/// @throws Error unknown_element for a number that is not of the model, wrong_type for a value of
/// another type than its fact.
/// Complexity: linear in the grants, involvements and bars that may reach the target, found by an
/// index, and in what is above them; quadratic in the grants that cover the question (few, as a
/// rule). With a date before Model::settled_from() also linear in the model. Thread rule:
/// reentrant.
[[nodiscard]] Decision who_decides(const Model& model, const AuthorityQuestion& question);

}  // namespace regelgraf

#ifndef REGELGRAF_DECLARATIONS_ONLY
#include <regelgraf/detail/who_decides.hpp>  // IWYU pragma: export
#endif
