#pragma once

/// @file
/// @ingroup queries
/// @brief A file of questions with the answers they are meant to have, held against a model.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <regelgraf/ask.hpp>

namespace regelgraf {

/// Where an answer is not what was expected.
struct PlanDifference {
  std::string at;        ///< As `options[0].holders[0]`.
  std::string expected;  ///< JSON.
  std::string got;       ///< JSON; empty: the answer has nothing there.
};

/// One question of the file.
struct PlanTestCase {
  std::string name;                         ///< As the file names it, else `case N`.
  std::string ask;                          ///< The question, JSON.
  std::string answer;                       ///< The whole answer, JSON.
  std::vector<PlanDifference> differences;  ///< None: it passed.
};

/// What a file of plan tests came to.
struct PlanTestReport {
  std::vector<PlanTestCase> cases;  ///< In the order of the file.
  // Of the model and all it extends but the national layer, by id.
  Ids grants_asked,      ///< Grants that some answer names.
      grants_not_asked;  ///< The others.
  Ids rows_asked,        ///< Matters of a delegation plan that some question is about.
      rows_not_asked;    ///< The others.

  /// How many cases did not pass.
  [[nodiscard]] std::size_t failed() const {
    std::size_t count = 0;
    for (const PlanTestCase& one : cases) count += !one.differences.empty();
    return count;
  }
};

/// @brief Does @p model answer as @p text, a file of plan tests, expects?
///
/// The file is a JSON object `{"cases": [{"name"?, "ask", "expect"}, ...]}`; `ask` is a question as
/// Asker::ask() takes it, `expect` a part of its answer: of an object the fields that are named, of
/// a list every entry in order, of anything else the same value. `may` that is to be `false`, a
/// verdict that is to be `barred`, an `error` that is to come are expected like any other answer.
/// Fields of the file that begin with `x-`, and `model`, which tells people what it belongs to, are
/// not looked at.
///
/// @param model  what is tested
/// @param asker  answers for it
/// @param text   the file
/// @throws Error invalid_question, with the place in the file, where it has not this form.
/// Complexity: that of the questions. Thread rule: reentrant.
[[nodiscard]] PlanTestReport plan_test(const Model& model, const Asker& asker,
                                       std::string_view text);

/// The report as JSON: `passed`, `failed`, `cases`, `grants` and `rows`, each `asked` and
/// `not_asked`. The same report gives the same bytes.
[[nodiscard]] std::string to_json(const PlanTestReport& report);

}  // namespace regelgraf
