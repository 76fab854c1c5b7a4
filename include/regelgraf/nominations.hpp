#pragma once

/// @file
/// @ingroup formats
/// @brief What staff hand in: the nomination table (FORMATS section 4) read, matched to the rules
/// of a model, repeats put together. Compiled: link regelgraf::regelgraf.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <regelgraf/date.hpp>
#include <regelgraf/element.hpp>
#include <regelgraf/finding.hpp>
#include <regelgraf/limits.hpp>
#include <regelgraf/model.hpp>

namespace regelgraf {

/// Who is said to have decided a nominated rule.
enum class DecidedBy : std::uint8_t {
  institution,
  administration,
  council,
  state,
  agreement,
  unknown
};

template <>
struct Spelling<DecidedBy> {
  static constexpr std::array<std::string_view, 6> words{
      "institution", "administration", "council", "state", "agreement", "unknown"};
};

/// What somebody wants done with a rule: KL's three and the four of Samskabt styring.
enum class Disposition : std::uint8_t { remove, simplify, replace, change, anchor, keep };

template <>
struct Spelling<Disposition> {
  static constexpr std::array<std::string_view, 6> words{"remove", "simplify", "replace",
                                                         "change", "anchor",   "keep"};
};

/// How a nomination was matched to an element.
enum class MatchedHow : std::uint8_t { id, name, text };

template <>
struct Spelling<MatchedHow> {
  static constexpr std::array<std::string_view, 3> words{"id", "name", "text"};
};

/// Why two texts that look alike are not taken to be the same.
enum class AlikeDoubt : std::uint8_t {
  score,      ///< They are alike, and not alike enough.
  ambiguous,  ///< As much like another one.
  frequency,  ///< One is weekly, the other monthly.
  number,     ///< They hold different numbers.
  negation,   ///< One says that it is not so.
  contrast    ///< One has a word and the other its opposite, as in and out.
};

template <>
struct Spelling<AlikeDoubt> {
  static constexpr std::array<std::string_view, 6> words{"score",  "ambiguous", "frequency",
                                                         "number", "negation",  "contrast"};
};

/// Something a nomination is like, for a person to decide: never merged by itself.
struct Alike {
  std::string element;                   ///< A rule of the model; empty: a cluster.
  std::string cluster;                   ///< A cluster without an element; empty: a rule.
  double score = 0;                      ///< 0 to 1.
  AlikeDoubt doubt = AlikeDoubt::score;  ///< Why it was not taken to be the same.
};

/// The element a nomination is about.
struct MatchedRule {
  std::string element;                ///< Id of a rule.
  double score = 1;                   ///< 0 to 1; 1 by id and by name.
  MatchedHow how = MatchedHow::text;  ///< By what.
};

/// One row of the table. An empty text and an absent value: the cell was empty or refused.
struct Nomination {
  std::string nr;           ///< As printed; `#LINE` where it has none or it was used before.
  std::size_t line = 0;     ///< Where the row begins in the file.
  std::optional<Day> date;  ///< When it was handed in.
  std::string unit;         ///< Who handed it in: a unit, never a person.
  std::string rule;         ///< What the rule is called.
  std::string description;  ///< What it is about.
  std::string area;         ///< As printed, mostly a KLE number.
  std::string type;         ///< As printed.
  std::optional<Instrument> instrument;  ///< What `type` says, where it is a word of ours.
  std::optional<DecidedBy> decided_by;   ///< Who is said to have made the rule.
  std::string ground;                    ///< The legal ground claimed.
  std::string purpose;                   ///< What it is said to be for.
  std::string used_by;                   ///< Who is said to use what comes of it.
  std::optional<Range> times_per_year;   ///< For one person.
  std::optional<Range> minutes;          ///< Each time, for one person.
  std::optional<double> people;          ///< How many people do it.
  std::optional<double> cost;            ///< DKK a year beside the hours.
  std::optional<Disposition> proposal;   ///< What is to become of it.
  std::string replacement;               ///< What could stand in its place.
  std::string risk;                      ///< What could go wrong.
  /// Cells of columns that are not of FORMATS, by head; and of columns beyond the head row.
  std::vector<std::pair<std::string, std::string>> notes;

  std::string cluster;                 ///< Set by match_nominations(); empty: no text to go by.
  std::optional<MatchedRule> matched;  ///< Set by match_nominations().
  std::vector<Alike> alike;            ///< Most alike first; at most three.

  /// Hours a year; absent where minutes or times are.
  [[nodiscard]] std::optional<Range> hours() const {
    if (!minutes || !times_per_year) return std::nullopt;
    const double n = people.value_or(1) / 60;
    return Range{minutes->low * times_per_year->low * n,
                 minutes->likely * times_per_year->likely * n,
                 minutes->high * times_per_year->high * n};
  }
};

/// How a table is read.
struct NominationOptions {
  std::string file;                                  ///< Its name in findings.
  std::uint64_t max_bytes = std::uint64_t{1} << 26;  ///< Most bytes of a table, unpacked.
  std::size_t max_cell = 20000;                      ///< Most bytes of one cell.
  std::size_t max_rows = 20000;                      ///< Most rows.
  bool allow_personal_data = false;  ///< Let text pass that looks like personal data.
};

/// A table as read.
struct NominationTable {
  std::vector<Nomination> rows;    ///< In the order of the file; every row of it.
  std::vector<std::string> extra;  ///< Heads of the columns kept as notes.
  std::vector<Finding> findings;   ///< By line and column. An error: there are no rows.
};

/// @brief What did staff hand in?
///
/// Columns are known by head in any order, without regard to case; only `regel` must be there.
/// Other columns are kept as notes. A row is never lost: a cell that cannot be read is reported and
/// its field left empty.
///
/// **What makes no table** (error): `unreadable`, `too_large`, `bad_gzip`, `empty`, `bad_utf8`,
/// `no_semicolons`, `no_rule_column`, `repeated_column`, `unclosed_quote`, `text_after_quote`,
/// `too_many_findings`, `too_many_rows`.
///
/// **What is reported** (warning), with the row's number as `element` and the column's head as
/// `field`: `personal_data` (a CPR number, an e-mail address, a telephone number: the cell is
/// refused and not repeated), `too_large_cell`, `control_character` (made a space), `no_rule`,
/// `repeated_number`, `unreadable_date`, `unreadable_number`, `unreadable_word`, `out_of_order`
/// (`minutter til` below `minutter fra`), `too_many_cells`, `stray_quote`. Notes: `extra_column`,
/// `missing_column`, `unknown_type` (kept as text; a draft rule is then a practice), `formula`
/// (kept as text; what is written to a table has an apostrophe before it), `too_few_cells`.
///
/// @param text UTF-8, also with a byte order mark, also gzipped.
/// @throws Error cancelled. Complexity: linear. Thread rule: reentrant.
[[nodiscard]] NominationTable read_nominations(std::string_view text,
                                               const NominationOptions& options = {},
                                               const Limits& limits = {});

/// Nominations about the same thing.
struct NominationCluster {
  std::string id;                        ///< `c1`, `c2`, ... by its first nomination.
  std::vector<std::size_t> nominations;  ///< Places among the rows, ascending.
  std::string element;                   ///< The rule of the model; empty: none was found.
  std::optional<Element> draft;          ///< Where there is none: a rule to put in its place.
};

/// Nominations matched and put together.
struct Nominations {
  std::vector<Nomination> rows;             ///< In the order of the file.
  std::vector<NominationCluster> clusters;  ///< In the order of their first nomination.
  std::vector<std::string> extra;           ///< As in the table.
  std::vector<Finding> findings;            ///< Of the table, then of the matching.
};

/// How sure two texts must be the same. Chosen on tests/review/labelled.csv; see
/// src/review/README.md.
struct MatchOptions {
  double sure = 0.56;     ///< From here on a nomination is matched, and two are one.
  double perhaps = 0.33;  ///< From here on a person is asked.
  double lead = 0.04;     ///< So far must the best be ahead of the next to be sure.
};

/// @brief To which rules of @p model do these nominations belong, which say the same, and what do
/// they say that the model does not know?
///
/// A nomination is matched by id (`regel` is the id of a rule), by name (that of a rule, in Danish
/// or English, letter case, spacing and punctuation apart), or by text. Text: words in normal form
/// are stemmed (Snowball's Danish stemmer), and compared by the cosine of stems and of character
/// n-grams, each weighed by how rare it is (TF-IDF). What is alike and not sure, and what differs
/// in a number, a frequency, a negation or a word with an opposite, is reported (`alike`) and never
/// merged. Nominations without a match are clustered among themselves: two are one where the best
/// pair is sure and no pair is below `perhaps`. Each such cluster has a draft: a rule in force,
/// without issuer, named as most write it, whose instrument is the type most of its nominations
/// name, else `practice`, that binds its units (if the model knows them all) and concerns the
/// matters of its KLE numbers, with the hours stated as a burden.
///
/// Findings of its own, all notes: `alike`, `no_text` (a row without a name cannot be matched),
/// `unknown_unit` (once a unit: is it a unit, and not a person?).
///
/// Deterministic. @throws Error cancelled, invalid_question for thresholds out of order.
/// Complexity: by an inverted index, the pairs that share a rare n-gram. Thread rule: reentrant.
[[nodiscard]] Nominations match_nominations(const Model& model, NominationTable table,
                                            const MatchOptions& options = {},
                                            const Limits& limits = {});

/// @brief As JSON: {"nominations": [...], "clusters": [...], "extra": [...], "findings": [...]};
/// see src/schema/qualification.schema.json. Complexity: linear.
[[nodiscard]] std::string nominations_json(const Nominations& nominations);

}  // namespace regelgraf
