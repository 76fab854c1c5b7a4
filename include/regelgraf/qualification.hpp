#pragma once

/// @file
/// @ingroup queries
/// @brief The qualification sheet: every nominated rule with all that must be known before somebody
/// decides on it (KL's step 5). Compiled: link regelgraf::regelgraf.

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <regelgraf/burden.hpp>
#include <regelgraf/limits.hpp>
#include <regelgraf/model.hpp>
#include <regelgraf/nominations.hpp>
#include <regelgraf/who_decides.hpp>
#include <regelgraf/why.hpp>

namespace regelgraf {

/// @brief Where a nominated rule goes next. The first that holds:
///
/// 1. `exemption`: the rule is the state's or a central agreement's, and somebody in the
/// municipality
///    may waive it (who_decides() of `waive` has an option held by no tier of state, partner or
///    citizen), perhaps under conditions.
/// 2. `state_or_agreement`: the rule is the state's or a central agreement's and nobody here may
///    waive it; or the one who may repeal it is a partner or the state. *The state's*: an issuer of
///    tier state, or no issuer and an instrument only the state has. *A central agreement's*:
///    `collective_agreement`, or joint issuers that are all outside (tier partner, state, citizen).
/// 3. `med_agreement`: a MED agreement or guideline, a local agreement, or a rule that only a body
/// of
///    tier med may repeal or must agree to repeal.
/// 4. By who may repeal it (the first option, of joint holders the farthest):
///    `council` (the council, a committee, the mayor), `management`, `manager`, `own`.
///    Without a unit: `own` is tier frontline and workplace, `manager` tier administration,
///    `management` tier management. Seen from a unit U: `own` is U, what lies in U, and the leaders
///    of these; `manager` is the actor next above U with a leader, or that leader; whoever else
///    sits below the committees is `management`: ours to ask, not ours to decide.
/// 5. Nobody is recorded who may repeal it, or a bar stands in the way: what most of those who
///    nominated it claim of who decided it (`institution` own, `administration` manager, `council`
///    council, `state` and `agreement` state_or_agreement), else `management`, who must find out.
///    HeapBecause tells the two apart from all that is recorded.
enum class Heap : std::uint8_t {
  own,
  manager,
  management,
  med_agreement,
  council,
  exemption,
  state_or_agreement
};

template <>
struct Spelling<Heap> {
  static constexpr std::array<std::string_view, 7> words{
      "own",     "manager",   "management",        "med_agreement",
      "council", "exemption", "state_or_agreement"};
};

/// On what the heap rests.
enum class HeapBecause : std::uint8_t {
  decider,     ///< Who may repeal the rule.
  instrument,  ///< What sort of rule it is.
  issuer,      ///< Who made it.
  waive,       ///< Somebody may waive it.
  claimed,     ///< Nobody is recorded: what those who nominated it say.
  nobody       ///< Nobody is recorded and nobody says.
};

template <>
struct Spelling<HeapBecause> {
  static constexpr std::array<std::string_view, 6> words{"decider", "instrument", "issuer",
                                                         "waive",   "claimed",    "nobody"};
};

/// How the sheet is made.
struct QualifyOptions {
  std::optional<Day> date;   ///< Absent: the model's last state.
  Index unit = none;         ///< Whose sheet it is; none: everybody's.
  std::size_t at_least = 3;  ///< Fewer units than this are not shown on their own.
  bool internal = false;     ///< Name internal elements too (`access`).
};

/// One way to repeal a rule.
struct SheetDecider {
  Ids holders;                          ///< By id.
  std::uint32_t jointly = 1;            ///< How many act together.
  Tier tier = Tier::state;              ///< Of joint holders the farthest.
  std::string grant;                    ///< Empty: implied, by having made the rule.
  bool depends = false;                 ///< On something that is not known.
  std::optional<double> notice_months;  ///< May end it alone when the notice is over.
};

/// Who must be involved before or after.
struct SheetInvolved {
  std::string involvement;         ///< By id.
  std::string body;                ///< Empty: could not be resolved.
  How how = How::inform;           ///< In what way.
  Timing timing = Timing::before;  ///< Before or after.
  std::optional<double> days;      ///< The time it must have.
  bool depends = false;            ///< Applies only if something unknown holds.
};

/// One rule of the sheet. Ids of elements; those that may not be named are left out and counted in
/// Qualification::withheld.
struct QualifiedRule {
  std::string rule;     ///< Its id; empty: not to be named.
  Name name;            ///< Its name; of one not to be named what sort it is.
  bool draft = false;   ///< The model does not have it.
  bool stands = false;  ///< In the model, on the day.
  Instrument instrument = Instrument::practice;  ///< What sort of rule.
  std::string cluster;                           ///< Of its nominations.
  std::size_t nominated = 0;                     ///< By how many rows.
  std::size_t units = 0;                         ///< By how many units; 0 where units_few.
  bool units_few = false;                        ///< By fewer than QualifyOptions::at_least.
  Ids issuer;                                    ///< Who made it, as recorded.
  std::optional<DecidedBy>
      issuer_claimed;               ///< What most say; absent where nobody says or they differ.
  Origin origin = Origin::unknown;  ///< Computed from the graph.
  std::optional<Origin> origin_claimed;  ///< As the model has it.
  Range surplus_hours;                   ///< Hours a year above the law's minimum.
  Ids duties;                            ///< Duties that depend on it alone.
  Range hours;                           ///< Hours a year as the model, or the draft, has them.
  std::optional<Range> hours_nominated;  ///< Stated; absent where nobody states any, or units_few.
  Ids used_by;                           ///< Elements that use what comes of it.
  Ids used_by_claimed;                   ///< Who is said to; empty where units_few.
  bool med = false;  ///< A MED matter: its instrument, or a MED body's involvement.
  Verdict verdict = Verdict::nobody;             ///< Of who may repeal it.
  std::vector<SheetDecider> deciders;            ///< Best first.
  std::vector<SheetInvolved> involve;            ///< Of the first, in order.
  Ids breaks;                                    ///< What falls with it.
  Ids unmet_duties;                              ///< Duties that go unmet.
  Ids redundant;                                 ///< What can go along.
  bool unexamined = false;                       ///< Nobody has looked for what depends on it.
  Heap heap = Heap::management;                  ///< Where it goes next.
  HeapBecause because = HeapBecause::nobody;     ///< On what that rests.
  std::map<Disposition, std::size_t> proposals;  ///< What is proposed, how often.

  /// Hours a year as recorded; where none are, as nominated.
  [[nodiscard]] Range best_hours() const {
    return hours.high > 0 ? hours : hours_nominated.value_or(Range{});
  }
};

/// What the trends are counted by.
enum class TrendBy : std::uint8_t { issuer, area, type, level, proposal };

template <>
struct Spelling<TrendBy> {
  static constexpr std::array<std::string_view, 5> words{"issuer", "area", "type", "level",
                                                         "proposal"};
};

/// One group of a trend.
struct TrendGroup {
  std::string key;            ///< A word, an id or a KLE main group; empty: not stated.
  Name name;                  ///< For people.
  bool suppressed = false;    ///< Nothing below is shown.
  std::size_t nominated = 0;  ///< Rows.
  std::size_t units = 0;      ///< Different units.
  Range hours;                ///< Hours a year stated.
};

/// Nominations counted by one thing.
struct Trend {
  TrendBy by = TrendBy::issuer;    ///< By what.
  std::vector<TrendGroup> groups;  ///< Most nominated first; suppressed ones last, by key.
};

/// The sheet.
struct Qualification {
  std::string model;                  ///< The model's id.
  std::optional<Day> date;            ///< As asked.
  std::string unit;                   ///< As asked; empty: everybody's.
  std::size_t at_least = 3;           ///< As asked.
  std::vector<QualifiedRule> rules;   ///< By heap, then best_hours(), most nominated, id.
  std::vector<Trend> trends;          ///< In the order of TrendBy.
  std::size_t nominations = 0;        ///< Rows of the table.
  std::size_t units = 0;              ///< Different units; 0 where units_few.
  bool units_few = false;             ///< Fewer than at_least.
  std::size_t unnamed = 0;            ///< Rows that name no rule.
  std::size_t undecided = 0;          ///< Rows that are like a rule, for a person to decide.
  std::size_t withheld = 0;           ///< Elements not to be named.
  std::map<std::string, Name> names;  ///< Of every id named in the rows.
};

/// @brief Every nominated rule, with its issuer, origin, hours, who decides, who is involved, what
/// breaks, and the heap it falls in.
///
/// Draft rules are added to the model (frozen anew), so that the same engine answers for them.
/// Figures are those of why(), what_breaks() and who_decides() of `repeal`, of each rule alone,
/// with QualifyOptions::unit as the question's unit.
///
/// `hours_nominated` adds the units up; what one unit hands in about the same rule several times
/// counts once, as the interval that holds all it said. Rows without a unit count as one unit.
///
/// A group of a trend with fewer units than `at_least` is suppressed; so are further groups, those
/// with fewest units first, until what is suppressed together has `at_least` units in two groups or
/// more, so that a total less what is shown does not tell it.
///
/// @throws Error unknown_element for a unit that is no actor, invalid_model where the drafts do not
/// fit the model, cancelled. Complexity: a freeze where there are drafts; a rule: one why(), one
/// what_breaks(), two who_decides(). Progress stage: `qualify`. Thread rule: reentrant.
[[nodiscard]] Qualification qualify(const Model& model, const Nominations& nominations,
                                    const QualifyOptions& options = {}, const Limits& limits = {});

/// @brief As a table: `;`, UTF-8 with a byte order mark, CRLF, a row a rule. A cell that a
/// spreadsheet would take for a formula has an apostrophe before it. Complexity: linear.
[[nodiscard]] std::string qualification_csv(const Qualification& sheet, Language language);

/// @brief As JSON; see src/schema/qualification.schema.json. Complexity: linear.
[[nodiscard]] std::string qualification_json(const Qualification& sheet);

/// @brief As one page that needs nothing else, to be printed on A4 across. Every text is escaped,
/// and nothing runs in it. Complexity: linear.
[[nodiscard]] std::string qualification_html(const Qualification& sheet, Language language);

}  // namespace regelgraf
