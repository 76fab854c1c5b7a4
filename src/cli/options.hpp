#pragma once

// The command line as it was typed.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cli/store_options.hpp"
#include "cli/terminal.hpp"

namespace regelgraf::cli {

/// What the program leaves behind.
enum Exit : int {
  answered = 0,
  finding = 1,    ///< A check found something, or the answer to `may` is no.
  wrong_use = 2,  ///< Or bad input.
  internal = 3,
  interrupted = 130  ///< By Ctrl-C, as shells say it.
};

enum class Command : std::uint8_t {
  what_breaks,
  what_if,
  who_decides,
  may,
  why,
  check,
  ask,
  convert,
  burden,
  cuts,
  rank,
  plan,
  what_may,
  import_table,
  test,
  diff,
  journal_note,
  picture,
  worksheets,
  report,
  review,
  propose,
  store,
  keep_set,
  best_removals,
  qualify,
};

struct Options {
  Command command = Command::check;

  Language language = Language::en;
  ColorWish color = ColorWish::automatic;
  bool json = false;
  bool allow_personal_data = false;
  bool verbose = false;
  std::vector<std::filesystem::path> layers;

  std::string model;  ///< Also what `convert` reads, and the store of `store`.
  /// The requests of `ask`, the cases of `test`, the other model of `diff`, the table of `qualify`,
  /// the target of `convert` and `import`.
  std::string file;
  std::vector<std::string> ids;     ///< What `what-breaks`, `what-if` and `plan` remove.
  std::vector<std::string> add;     ///< Files of elements that `what-if` adds.
  std::vector<std::string> change;  ///< `ID=JSON` each: fields that `what-if` gives anew.
  /// The element of `why` and `cuts`, the actor of `may` and `what-may`, the model of `import`.
  std::string id;

  std::string by, power, target, kle, facet, unit, within, date, detail;
  std::string to = "break";            ///< Of `cuts`.
  std::optional<std::size_t> at_most;  ///< Of `cuts` and `best-removals`.
  std::vector<std::string> facts, disqualified, absent;

  std::vector<std::string> powers, kinds;  ///< Of `what-may`.
  bool with_not = false;                   ///< `what-may` tells why not, too.

  std::string case_no, made;  ///< Of `journal-note`, as all below.
  bool agenda_line = false;   ///< Only the line that agendas print.
  bool internal = false;

  std::string as = "delegation-plan";  ///< Of `import`: what the table is.
  std::string name, mapping, council, owner, from, until;
  std::vector<std::string> extends, basis;

  std::string what;    ///< Of `review`: new, status, apply, replies, evaluate, plan.
  std::string review;  ///< Of `review`: the review, of `new` its head; of `report`: what it shows.
  std::string output;  ///< Of `review` and `qualify`: where the review, the sheet goes.
  bool samskabt = false;  ///< `review status` by the six steps of Samskabt styring.
  StoreWish store;

  std::string table;  ///< Of `diff`: where the table goes.

  std::string format, picture_why;  ///< Of `picture`, as all below.
  std::vector<std::string> picture_breaks, picture_decides;
  bool delegation = false;
  std::uint32_t steps = 1;

  std::vector<std::string> rules;  ///< Of `worksheets`: those that are worked on.
  std::uint32_t step = 0;          ///< Of `worksheets`: one of the six; 0: all.

  /// Of `keep-set` and `best-removals`: the scope, and what must stand.
  std::vector<std::string> instruments, issuers, tiers, matters, scope_ids, keep;
  std::string repealable_by, objective;

  std::size_t at_least = 3;  ///< Of `qualify`: fewer units are not shown.

  std::vector<std::string> among;  ///< Whom `rank` looks at.
  std::optional<std::uint64_t> top;
  std::optional<double> seconds;
};

/// Options, or the status to leave with: help was given, or a complaint.
struct Parsed {
  std::optional<Options> options;
  Exit status = answered;
};

[[nodiscard]] Parsed read_options(int argc, char** argv);

}  // namespace regelgraf::cli
