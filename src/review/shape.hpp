#pragma once

// Which fields a review, its rows and its events have, and what each may hold. One table, read by
// the check of a document and of an event alike.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <regelgraf/finding.hpp>

#include "review/tree.hpp"

namespace regelgraf::review {

/// What a field may hold.
enum class Sort : std::uint8_t {
  text,        ///< Not empty.
  any_text,    ///< May be empty.
  name,        ///< A text, or {"da"?, "en"?}.
  id,          ///< An id, as in a model.
  ids,         ///< One id, or a list.
  id_or_null,  ///< An id, or null: of what the model has not.
  day,         ///< YYYY-MM-DD.
  period,      ///< {"from"?, "to"?}.
  number,      ///< From 0.
  whole,       ///< A whole number from 1.
  yes_no,      ///< true or false.
  range,       ///< A number, [low, high] or [low, likely, high], in order, from 0.
  any_range,   ///< The same, below 0 too.
  word,        ///< One of a closed list.
  words,       ///< One or several of it, each once.
  object,      ///< An object of a shape.
  list,        ///< A list of objects of a shape.
  texts,       ///< A list of texts or names.
  any          ///< Whatever it is.
};

struct Shape;

/// One field of an object.
struct FieldShape {
  std::string_view key;
  Sort sort = Sort::any;
  bool required = false;
  const Shape* shape = nullptr;                  ///< Of object and list.
  std::span<const std::string_view> words = {};  ///< Of word and words.
};

/// An object. Fields named `x-...` are let through everywhere.
struct Shape {
  std::vector<FieldShape> fields;
  bool open = false;  ///< Other fields are kept as well: another part of the library writes them.
};

/// @name Word lists
/// @{
inline constexpr std::string_view step_words[] = {"demand",  "purpose", "organise", "collect",
                                                  "qualify", "decide",  "evaluate"};
inline constexpr std::string_view mode_words[] = {"one_rule", "large_parts", "zero_base",
                                                  "culture"};
inline constexpr std::string_view purpose_words[] = {
    "discretion", "wellbeing", "recruitment", "savings", "core_task", "quality", "legal_security"};
inline constexpr std::string_view rhythm_words[] = {"once", "yearly", "continuous"};
inline constexpr std::string_view frame_words[] = {"fixed", "adjustable", "open"};
inline constexpr std::string_view disposition_words[] = {"remove", "simplify", "replace",
                                                         "change", "anchor",   "keep"};
inline constexpr std::string_view outcome_words[] = {"works", "partly", "fails"};
inline constexpr std::string_view next_words[] = {"decide", "prolong", "stop"};
inline constexpr std::string_view measured_words[] = {"hours", "product", "process", "own_hours"};
inline constexpr std::string_view when_words[] = {"before", "after"};
inline constexpr std::string_view method_words[] = {
    "time_log", "registration", "observation", "interview", "questionnaire", "logbook", "estimate"};
inline constexpr std::string_view aspect_words[] = {
    "wellbeing",          "recruitment",    "sick_leave", "discretion",     "relations",
    "understanding",      "accountability", "quality",    "legal_security", "citizens",
    "time_for_core_task", "documents",      "pages",      "rules",          "other"};
inline constexpr std::string_view event_words[] = {
    "set",   "declare",   "collect", "qualify", "dispose", "trial", "trial_result",
    "reply", "implement", "measure", "lesson",  "skip",    "close"};
inline constexpr std::string_view head_words[] = {"collection",   "commissioner", "mode", "name",
                                                  "organisation", "purposes",     "scope"};
inline constexpr std::string_view heap_words[] = {
    "own", "manager", "management", "med_agreement", "council", "exemption", "state_or_agreement"};
/// @}

/// @name Shapes
/// @{
[[nodiscard]] const Shape& document_shape();
/// Of an event; its rows are those of the document.
[[nodiscard]] const Shape& event_shape(std::string_view event);
/// Of a value of the head, by its field: one field named as it.
[[nodiscard]] const Shape& head_shape();
/// @}

/// The lists of a document that only ever grow, by name.
[[nodiscard]] std::span<const std::string_view> row_lists();

/// @brief Holds @p tree against @p shape: everything that does not fit is added to @p findings.
///
/// @p text is what the tree was read from, for line and column; empty where it was read from none.
void check_shape(const Tree& tree, const Shape& shape, std::string_view text,
                 const std::string& file, std::vector<Finding>& findings);

}  // namespace regelgraf::review
