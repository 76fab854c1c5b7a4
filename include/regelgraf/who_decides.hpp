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
  Index unit = none;            ///< The unit the case belongs to; none: not given.
  std::optional<Day> date;      ///< Absent: the model's last state.
  /// Values of facts, by their number in Model::facts(). What is not given has its declared default,
  /// else is unknown.
  std::vector<std::pair<std::uint32_t, FactValue>> facts;
  std::vector<Index> disqualified;  ///< May not take part (inhabil).
  std::vector<Index> absent;
};

/// Something that the question does not tell.
struct Unknown {
  enum class What : std::uint8_t {
    condition,  ///< The fact of `condition` is not given.
    within,     ///< The unit, or whom the rule binds, is not known; `element` says within which.
    against     ///< Fact `fact` names an actor and is not given; `holder` is who it could be.
  };
  What what = What::condition;
  Index element = none;                  ///< The grant, involvement or bar that asks.
  const Condition* condition = nullptr;  ///< As written in the model.
  std::uint32_t fact = 0;
  Index holder = none;

  friend bool operator==(const Unknown&, const Unknown&) = default;
};

/// What an option depends on: one unknown that must hold, or several that must not all hold.
struct Dependence {
  std::vector<Unknown> unknowns;  ///< One, unless `not_all`.
  bool not_all = false;
  Index because = none;  ///< With not_all: the bar, grant or involvement that would apply.

  friend bool operator==(const Dependence&, const Dependence&) = default;
};

/// A holder who is competent but for whom something speaks a warning.
struct Warning {
  enum class What : std::uint8_t {
    member_disqualified,  ///< A member of the body is disqualified; the body stays competent.
    leader_disqualified   ///< A leader above is disqualified (derived disqualification).
  };
  What what = What::member_disqualified;
  Index holder = none;
  Index disqualified = none;
};

/// An involvement that applies to an option, or may.
struct Involved {
  Index involvement = none;
  Index body = none;                ///< None: could not be resolved.
  std::vector<Unknown> depends_on;  ///< Not empty: applies if all these hold.
};

/// One way to decide: who, on what authority, on what it depends, whom to involve.
struct Option {
  std::vector<Index> holders;  ///< By id. With `jointly` above 1, that many of them act together.
  std::uint32_t jointly = 1;
  std::vector<Index> must;     ///< Bodies that must be among those who act (`agree`).
  Tier tier = Tier::state;     ///< Of the holder; of several, the farthest from the citizen.
  Index grant = none;          ///< None for implied authority.
  std::vector<Index> chain;    ///< Grants from the root to `grant`.
  std::vector<Dependence> depends_on;
  bool implied = false;        ///< By issuing the rule, not by a grant.
  std::optional<double> notice_months;  ///< May end the rule alone when the notice is over.
  bool exceptional = false;
  bool residual = false;       ///< By general competence: nothing specific was recorded.
  std::vector<Warning> warnings;
  std::vector<Involved> involve;  ///< In the order in which they are to be involved.
  std::uint32_t over_distance = 0;
  std::uint32_t within_distance = 0;
};

/// Why somebody may, may not, or may under conditions.
struct Because {
  enum class Kind : std::uint8_t {
    grant,
    implied,
    with,
    condition,
    internal,
    notice,
    unknown,
    none,
    lapse,
    date,
    chain,
    unit,
    failed_condition,
    disqualification,
    bar,
    exclusive,
    special
  };
  Kind kind = Kind::none;
  Index element = regelgraf::none;  ///< The grant, bar, unit or actor meant; see the kind.
  std::vector<Index> with;          ///< Kind::with: who else must take part.
  std::optional<double> months;     ///< Kind::notice.
  std::optional<Day> from;          ///< Kind::date: not before this day ...
  std::optional<Day> to;            ///< ... or no longer from this day on.
  const Condition* condition = nullptr;    ///< Kind::failed_condition.
  std::optional<FactValue> value;          ///< The value it was tested with.
  std::vector<Dependence> depends_on;      ///< Kind::condition.
};

template <>
struct Spelling<Because::Kind> {
  static constexpr std::array<std::string_view, 17> words{
      "grant", "implied", "with",  "condition", "internal",         "notice", "unknown",   "none",
      "lapse", "date",    "chain", "unit",      "condition",        "disqualification", "bar",
      "exclusive", "special"};
};

/// A grant that points at an actor in vain, and the first thing that stands in the way.
struct NearMiss {
  Index actor = none;
  Index grant = none;
  Because because;
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
  AuthorityQuestion question;    ///< What was asked.
  Verdict verdict = Verdict::nobody;
  std::vector<Option> options;   ///< Best first; see who_decides().
  std::vector<Index> recommends, informed, heard;  ///< Of the first option, in order.
  std::vector<Decision> also;    ///< Powers that a decision on this matter needs besides.
  Index appeal_from = none;      ///< The matter whose `appeal` holds; none: not recorded.
  std::vector<NearMiss> near_misses;  ///< By actor.
  std::vector<Index> barred_by;  ///< Bars that take out a holder otherwise left.
};

/// @brief Who has the authority to use the power on the target, by which chain, on what conditions,
/// after involving whom; and if nobody, what stands in the way?
///
/// A grant covers the question when it, and every grant above it in `from`, stands, names the power,
/// reaches the target, holds the unit, and has no failing condition and no standing `unless`. Every
/// level of a covering chain is an option; special grants take out more general ones, exclusive
/// grants all they shut out, bars the holders they hit. Facts not given make tests unknown (Kleene's
/// logic, option by option). Definitions: DESIGN section 3; choices: README of this folder.
///
/// Options come in this order: not exceptional first, then tier (nearest to the citizen first; of
/// joint holders the farthest), longer chain, smaller over-distance, smaller within-distance, id of
/// the grant, ids of the holders. An option to end a rule by notice follows its joint option.
///
/// @throws Error unknown_element for a number that is not of the model, wrong_type for a value of
/// another type than its fact.
/// Complexity: linear in the number of grants, involvements and bars; with a date, linear in the
/// model. Thread rule: reentrant.
[[nodiscard]] Decision who_decides(const Model& model, const AuthorityQuestion& question);

}  // namespace regelgraf

#include <regelgraf/detail/who_decides.hpp>  // IWYU pragma: export
