#pragma once

/// @file
/// @ingroup formats
/// @brief The report: a model as one page that people read, print and hang on the wall.
/// Compiled: link regelgraf::regelgraf.

#include <optional>
#include <string>
#include <string_view>

#include <regelgraf/date.hpp>
#include <regelgraf/limits.hpp>
#include <regelgraf/model.hpp>
#include <regelgraf/vocabulary.hpp>

namespace regelgraf {

/// What the report shows, and to whom.
struct ReportOptions {
  Language language = Language::da;  ///< Of the words; names are in it where they are given in it.
  std::optional<Day> date;           ///< Absent: the model's last state.
  bool internal = false;             ///< Show internal elements too (`access`), marked as such.
  /// A review as JSON text, or an object with its `qualification` and `dispositions` alone; empty:
  /// none.
  std::string review;
  /// The engine that answers on the page: WebAssembly of this version, gzipped, as `./dev wasm`
  /// makes it. Empty: none, and the page answers no questions.
  std::string engine;
};

/// @brief The report of @p model: one HTML page that needs nothing beside itself.
///
/// It shows the chain by tiers with the rules in them, the hours with their intervals, who may
/// repeal what, quick wins, alarms, and for every rule a card: why it exists, who may remove it
/// after involving whom, and what breaks. With ReportOptions::engine, rules can be marked as
/// removed on the page, and the page asks what breaks.
///
/// Whatever the model's texts are, they are shown as text: the page's policy lets no script run but
/// its own, nothing be loaded and nothing be sent. The same model and options give the same bytes.
/// Internal elements are left out unless asked for; the page then says how many.
///
/// @throws Error invalid_question for a review that is none, or is about another model; `cancelled`
/// by @p limits, also when their time is up: half a report is none. Complexity: a question as
/// what_breaks(), who_decides() and why() for each rule, and as rank(). Thread rule: reentrant.
[[nodiscard]] std::string report(const Model& model, const ReportOptions& options = {},
                                 const Limits& limits = {});

/// @brief Reads options from `{"language"?: "da" | "en", "date"?, "internal"?, "review"?: object,
/// "engine"?: base64}`.
/// @throws Error invalid_question for anything else, with the field meant.
/// Complexity: linear. Thread rule: reentrant.
[[nodiscard]] ReportOptions read_report_options(std::string_view json);

}  // namespace regelgraf
