#pragma once

/// @file
/// @ingroup formats
/// @brief Delegation plans in and out: the table that municipalities publish (FORMATS section 3).
/// Compiled: link regelgraf::regelgraf.

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <regelgraf/draft.hpp>
#include <regelgraf/model_file.hpp>

namespace regelgraf {

/// What the column of a published table is, where its head alone does not say so.
struct PlanColumn {
  /// One of `nr`, `område`, `emne`, `hjemmel`, `kle`, `beføjelse`, `betingelser`, `bemærkninger`;
  /// or `ignore`: not read, by the caller's will. Empty: a body.
  std::string is;
  std::string body;          ///< Id of the body; empty: made from the head.
  std::string name;          ///< Name of the body; empty: the head.
  std::optional<Tier> tier;  ///< Of the body; absent: as its name says.
};

/// How a table's own spelling becomes that of FORMATS.
struct PlanMapping {
  std::map<std::string, PlanColumn, std::less<>> columns;  ///< By head, as published.
  std::map<std::string, std::string, std::less<>> marks;   ///< As `X` -> `B`, `K/O` -> `H/O`.
  std::string council;  ///< Head of the council's column, or the council's name where it has none.
  std::string owner;    ///< Head of the committee whose own plan it is; empty: the council's plan.
};

/// What a table does not say about itself.
struct PlanOptions {
  std::string id;  ///< The model's id, which begins the ids of its rows. Required.
  Name name;       ///< The plan's name; empty: `Delegationsplan` and the id.
  Ids extends;     ///< Layers the model stands on, by name or path.
  Ids basis;       ///< Rules of those layers on which the plan and the general competence rest.
  Period valid;    ///< When the plan applies.
  PlanMapping mapping;  ///< Columns, marks, council and owner in the table's own words.
  std::uint64_t max_bytes = std::uint64_t{1} << 24;  ///< Most bytes of a table, unpacked.
  bool allow_personal_data = false;  ///< Let text pass that looks like a CPR number.
  /// The layers, frozen; null: not at hand. Borrowed for the call. See read_plan_text().
  const Model* layers = nullptr;
};

/// What became of a table.
struct PlanDraft {
  std::optional<Draft> draft;     ///< Empty exactly when `findings` holds an error.
  std::vector<Finding> findings;  ///< By line and column; both 0 for the table as a whole.
};

/// @brief What does this delegation plan say, as a model, and what in it does not say enough?
///
/// The first row is the head, each further row a matter. Heads are compared without regard to case
/// and surrounding space; every column that is not one of the eight of FORMATS is a body.
///
/// **What a row gives.** The matter `ID:NR` named by `emne`, below its area; it `uses` the plan
/// `ID:plan`, which is how a model knows that the plan has the matter. `hjemmel` is the text of the
/// matter's `source`, `bemærkninger` its `note`. The sources of its grants and involvements name
/// the row. `kle` puts it below the matters of that code where @p options bring layers that have
/// some; else it is the matter's own `code`. A grant for each B, `from` the council's `ID:root`;
/// where layers hold exactly one residual grant of the council's, from that. `beføjelse` is a
/// power, or a Danish verb for one (afgøre, igangsætte, vedtage, ændre, fravige, ophæve,
/// underskrive, anvise, bevilge), several with `,`; other words are powers of the model's own.
///
/// **Conditions** are the row's, and so those of each B. Numbers of one fact have one unit in all
/// rows; the head declares it. `A ellers X`: a grant to X where A does not hold and all conditions
/// without `ellers` do. It is the row's second grant to X where X has a B too (`ID:NR:b:X:2`).
///
/// **What makes no model** (severity error): `unreadable`, `too_large`, `bad_gzip`, `empty`,
/// `bad_utf8`, `personal_data`, `too_many_findings` (more than 10,000), `control_character`,
/// `unclosed_quote`, `text_after_quote`, `no_semicolons`, `no_head`, `no_body`, `empty_head`,
/// `repeated_column`, `two_councils`, `unknown_column` (an option names one that the table has
/// not), `bad_head`, `bad_body` (too long for an id), `ambiguous_fact` (one name is a number here
/// and a judgement there).
///
/// **What is reported, and nothing guessed** (warning): `no_decider`, `two_deciders`,
/// `unreadable_mark` (the cell's other marks are not read either), `no_number`, `repeated_number`,
/// `unreadable_number`, `no_subject`, `too_few_cells`, `too_many_cells`, `not_computed` (it looks
/// like a condition on a number and is read as a judgement), `unit_differs` (the same),
/// `empty_condition`, `body_added` (`ellers` names one that is no column), `council_added`,
/// `unknown_tier` (taken as administration), `unreadable_kle` (kept in the note), `stray_quote`. A
/// note: `own_power`. A finding's `element` is the row's matter and so has the number as printed;
/// `field` is the head of the column.
///
/// @param text     UTF-8, also with a byte order mark, also gzipped.
/// @param name     The file's name in findings.
/// @param options  See there.
/// @throws Error invalid_question where `options.id` is no id of at most 60 bytes.
/// Complexity: n log n in the table. Thread rule: reentrant.
[[nodiscard]] PlanDraft read_plan_text(std::string_view text, const std::string& name,
                                       const PlanOptions& options);

/// @brief The same from the file at @p path (`-`: standard input); a file that cannot be read is a
/// finding.
[[nodiscard]] PlanDraft read_plan(const std::filesystem::path& path, const PlanOptions& options);

/// A plan, its layers and everything that was found in either.
struct LoadedPlan {
  Frozen frozen;  ///< As of load_model(); findings of the table first.
  std::string
      model_file;  ///< The model in canonical form, layers named; empty where there is none.
};

/// @brief The same, frozen together with the layers that `options.extends` names.
///
/// Layers are found as load_model() finds them; those named by a path are looked for in @p folder,
/// where the model is to stand, and may not name layers by a path themselves. What @p load says of
/// personal data and of the most bytes holds for the table too. `options.layers` is not looked at.
/// @throws Error as read_plan_text(). Complexity: that, and load_model()'s.
[[nodiscard]] LoadedPlan load_plan_text(std::string_view text, const std::string& name,
                                        PlanOptions options, const LoadOptions& load = {},
                                        const std::filesystem::path& folder = {});
/// The same from the file at @p path (`-`: standard input).
[[nodiscard]] LoadedPlan load_plan(const std::filesystem::path& path, PlanOptions options,
                                   const LoadOptions& load = {},
                                   const std::filesystem::path& folder = {});

/// @brief A mapping as a file: {"columns": {HEAD: WORD | {"body", "name", "tier"}}, "marks": {AS
/// PRINTED: MARK}, "council": HEAD, "owner": HEAD}; WORD as in PlanColumn::is. All may be left out.
/// @throws Error invalid_question, with `at`, for anything else; too_large above 1 MiB.
[[nodiscard]] PlanMapping plan_mapping(std::string_view json);

/// A table, and what it does not say of the model it was written from.
struct PlanTable {
  std::string text;               ///< UTF-8, LF, `;`. Empty where the model has no delegation plan.
  std::vector<Finding> findings;  ///< In order of element id.
};

/// @brief The authority of @p model as the table people know.
///
/// Written is the delegation plan of the model's own layer, else the only one there is. Its rows
/// are the matters that use it, or that a grant, involvement or bar resting on it names alone. Rows
/// and bodies come in the order they were read in (`x-row`, `x-columns`), else by number, and by
/// tier from the council down. Of the eight columns those that are empty throughout are left out,
/// `nr` and `emne` apart. A table in this spelling that is read and written again is the same, byte
/// for byte; the spelling: conditions on numbers before judgements, each in order of their
/// canonical JSON, one per line, `medmindre` for judgements alone, whole or decimal numbers without
/// `mio.`.
///
/// Reported, severity warning: `not_in_table` for each grant, involvement and bar of the plan's
/// layer that a row cannot say (joint, within a unit, exclusive, several matters, other conditions
/// than the row's, ...); `no_plan`, severity error. As one note each: `other_elements` for rules,
/// tasks, duties and goals beside the plan, `other_fields` where names are in English too, or
/// elements have tags and the like. Complexity: n log n in the model. Thread rule: reentrant.
[[nodiscard]] PlanTable plan_table(const Model& model);

}  // namespace regelgraf
