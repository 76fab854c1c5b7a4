#pragma once

/// @file
/// @ingroup queries
/// @brief The gate for new rules: is a proposed rule ready to be decided on?
/// Compiled: link regelgraf::regelgraf.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <regelgraf/ask.hpp>
#include <regelgraf/model.hpp>

namespace regelgraf {

/// What a new rule is asked for.
enum class DemandWord : std::uint8_t {
  ground,     ///< The rule it rests on, and that it stands.
  purpose,    ///< What it is for, up to a duty, a goal or a core task.
  adopter,    ///< Somebody with the authority to adopt it.
  hours,      ///< What following it costs.
  overlap,    ///< No rule there already does the same.
  conflicts,  ///< It can be followed together with all that stands.
  end         ///< It ends, or is looked at again, on a day.
};

template <>
struct Spelling<DemandWord> {
  static constexpr std::array<std::string_view, 7> words{"ground",  "purpose",   "adopter", "hours",
                                                         "overlap", "conflicts", "end"};
};

/// One demand, held against the proposal.
struct Demand {
  DemandWord demand = DemandWord::ground;  ///< Which.
  bool met = false;                        ///< Does the proposal meet it?
  Ids elements;                            ///< What shows it, or what is in the way.
  Name text;                               ///< Why it is met or not: one or two sentences.
  Name question;                           ///< For the proposer; empty where it is met.
};

/// A rule there already that is like the proposed one.
struct Overlap {
  std::string rule;       ///< Its id.
  bool matters = false;   ///< Concerns the same.
  bool places = false;    ///< Binds the same.
  bool purposes = false;  ///< Serves the same.
  double name = 0;        ///< How like the names are, 0 to 1.
  Name considered;        ///< What the proposer says of it; may be empty.
};

/// Who may adopt the rule.
struct Adopter {
  Ids holders;                ///< Who, by id.
  std::uint32_t jointly = 1;  ///< How many of them together.
  std::string grant;          ///< By which grant; empty: as the manager (ledelsesretten).
  bool certain = true;        ///< Nothing it depends on is unknown.
};

/// Somebody to involve before or after the rule is adopted.
struct ToInvolve {
  std::string involvement;         ///< Its id.
  std::string body;                ///< Who; empty: not resolved.
  How how = How::inform;           ///< In what way.
  Timing timing = Timing::before;  ///< Before or after.
  double days = 0;                 ///< The time the body must have.
};

/// The answer of propose().
struct Proposal {
  std::string rule;                ///< Id of the proposed rule.
  Name name;                       ///< Its name.
  std::optional<Day> date;         ///< The day asked about.
  bool ready = false;              ///< Every demand is met.
  std::vector<Demand> demands;     ///< All seven, in order.
  std::vector<Adopter> adopters;   ///< Who may adopt it, best first.
  std::vector<ToInvolve> involve;  ///< Before and after, as for the adopter proposed.
  std::vector<Overlap> overlaps;   ///< The likest first.
  Ids conflicts;                   ///< Standing rules that it cannot be followed with.
  Range hours;                     ///< A year.
  Range hours_net;                 ///< Freed a year in all, with what goes for it; below 0: costs.
  Ids unmet_duties;                ///< Duties that go unmet by what goes for it.
  Name agenda;                     ///< Text for an agenda, lines and all.
};

/// @brief Is the rule in @p json ready to be decided on?
///
/// @p json is the rule's element as in a model file, or `{"rule": element, "draft"?: [elements],
/// "remove"?: [ids], "review_on"?: date, "adopter"?: [ids], "considered"?: {id: text}}`: `draft`
/// are grants, involvements and whatever else comes with it, `remove` what it takes the place of,
/// `adopter` who is to adopt it (else its issuers), `considered` what the proposer says of a rule
/// that overlaps. The rule's status counts as in force: asked is what holds once it is adopted.
///
/// The authority to adopt comes from grants, or from leading all whom the rule binds; naming
/// somebody as issuer gives it to nobody.
///
/// @throws Error as ask::read_what_if(); InvalidChange with everything that does not fit.
/// Complexity: that of two what_if(), and linear in the rules. Thread rule: reentrant.
[[nodiscard]] Proposal propose(const Model& model, std::string_view json,
                               std::optional<Day> date = std::nullopt);

/// @brief The answer as one line of JSON.
[[nodiscard]] std::string json_of(const Model& model, const Proposal& proposal);

}  // namespace regelgraf
