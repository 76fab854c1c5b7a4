#pragma once

// One run of the program: the model that was asked for, and the two streams to write to.

#include <optional>
#include <string>
#include <vector>

#include <regelgraf/model_file.hpp>

#include "cli/options.hpp"
#include "cli/page.hpp"
#include "cli/words.hpp"

namespace regelgraf::cli {

/// Something wrong with what was asked for.
struct Problem {
  std::string where;    ///< The option, as `--target`; may be empty.
  std::string message;  ///< Fit to be shown: never a CPR number.
  std::string advice;   ///< May be empty.
};

class Session {
 public:
  explicit Session(const Options& options)
      : options(options),
        say{options.language},
        out(terminal_of(stdout, options.color)),
        err(terminal_of(stderr, options.color)) {}

  /// How models are read: what was typed, and where layers are looked for.
  [[nodiscard]] LoadOptions load_options() const;
  /// Reads the model; false where it is none.
  bool load();
  /// load(), and every finding on standard error where it is none.
  bool load_or_complain();

  [[nodiscard]] const Model& model() const { return *frozen.model; }

  /// A finding as `file:line:column: error: what`, with what would help below it.
  void put(Page& page, const Finding& finding) const;
  /// The day that was typed for @p option; nothing was: none. What is no day is a problem.
  [[nodiscard]] std::optional<Day> day(const char* option, const std::string& typed,
                                       std::vector<Problem>& problems) const;
  /// Puts problems on standard error.
  Exit complain(const std::vector<Problem>& problems);
  /// Writes what stands on the page; the status to leave with.
  Exit leave(Exit status);

  const Options& options;
  const Say say;
  Page out, err;
  Frozen frozen;
};

/// Is there nothing that weighs more than a note?
[[nodiscard]] bool worst_is_note(const std::vector<Finding>& findings);

/// @name The commands
/// @{
[[nodiscard]] Exit ask_lines(Session& session);
[[nodiscard]] Exit check(Session& session);
[[nodiscard]] Exit convert(Session& session);
[[nodiscard]] Exit import_table(Session& session);
[[nodiscard]] Exit test(Session& session);
[[nodiscard]] Exit diff(Session& session);
[[nodiscard]] Exit picture(Session& session);
[[nodiscard]] Exit worksheets(Session& session);
[[nodiscard]] Exit report(Session& session);
[[nodiscard]] Exit review(Session& session);
[[nodiscard]] Exit propose(Session& session);
/// store: all that is done with one.
[[nodiscard]] Exit keep(Session& session);
[[nodiscard]] Exit qualify_table(Session& session);
/// what-breaks, who-decides, may, what-may, why, burden, rank.
[[nodiscard]] Exit question(Session& session);
/// @}

}  // namespace regelgraf::cli
