#pragma once

/// @file
/// @ingroup vocabulary
/// @brief The closed word lists of a model, each with its spelling in files, questions and answers.
///
/// An enumerator is spelled as in the files, so that one word serves at every level. Where the word
/// is a C++ keyword it takes a trailing underscore.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace regelgraf {

/// What an element is (DESIGN section 1).
enum class Kind : std::uint8_t { actor, matter, rule, task, duty, goal, grant, involvement, bar };

/// Where an actor sits in the governance chain. The order is the one in which options are printed:
/// nearest to the citizen first. It orders a list and never gives a right.
enum class Tier : std::uint8_t {
  frontline,
  workplace,
  administration,
  management,
  med,
  committee,
  council,
  partner,
  citizen,
  state
};

/// What sort of actor it is.
enum class Form : std::uint8_t { body, unit, post, person, outside };

/// What sort of rule it is, from the constitution to what is done and written nowhere.
enum class Instrument : std::uint8_t {
  constitution,
  act,
  order,
  circular,
  state_guidance,
  collective_agreement,
  bylaws,
  regulation,
  delegation_plan,
  budget,
  council_decision,
  policy,
  quality_standard,
  plan,
  administrative_guideline,
  med_agreement,
  med_guideline,
  med_procedure_guideline,
  instruction,
  procedure,
  documentation_requirement,
  local_agreement,
  practice
};

/// Is the element in force? Its validity period is judged apart from this.
enum class Status : std::uint8_t { in_force, proposed, repealed };

/// Who may see the element in what is printed.
enum class Access : std::uint8_t { open, internal };

/// What was said before a process about how open a rule is.
enum class Frame : std::uint8_t { fixed, adjustable, open };

/// How a body is involved in a decision.
enum class How : std::uint8_t { inform, consult, discuss, recommend, agree };

/// When a body is involved.
enum class Timing : std::uint8_t { before, after };

/// How sure the ground of a grant is, from surest to weakest.
enum class Ground : std::uint8_t { statute, bylaws, plan, decision, practice };

/// The type of a declared fact. A judgement is a yes or no that a person gives.
enum class FactType : std::uint8_t { number, boolean, text, date, judgement };

/// How a condition compares a fact with its value.
enum class Op : std::uint8_t { lt, le, eq, ne, ge, gt, in };

/// Where a rule comes from, computed from the graph (DESIGN section 4); the first that holds.
enum class Origin : std::uint8_t {
  agreed,
  state,
  required,
  one_of_several,
  allowed,
  home_made,
  unknown
};

/// The languages of names and texts.
enum class Language : std::uint8_t { da, en };

/// The spellings of a word list, in the order of its enumerators.
template <class Word>
struct Spelling;

template <>
struct Spelling<Kind> {
  static constexpr std::array<std::string_view, 9> words{
      "actor", "matter", "rule", "task", "duty", "goal", "grant", "involvement", "bar"};
};
template <>
struct Spelling<Tier> {
  static constexpr std::array<std::string_view, 10> words{
      "frontline", "workplace", "administration", "management", "med",
      "committee", "council",   "partner",        "citizen",    "state"};
};
template <>
struct Spelling<Form> {
  static constexpr std::array<std::string_view, 5> words{"body", "unit", "post", "person",
                                                         "outside"};
};
template <>
struct Spelling<Instrument> {
  static constexpr std::array<std::string_view, 23> words{"constitution",
                                                          "act",
                                                          "order",
                                                          "circular",
                                                          "state_guidance",
                                                          "collective_agreement",
                                                          "bylaws",
                                                          "regulation",
                                                          "delegation_plan",
                                                          "budget",
                                                          "council_decision",
                                                          "policy",
                                                          "quality_standard",
                                                          "plan",
                                                          "administrative_guideline",
                                                          "med_agreement",
                                                          "med_guideline",
                                                          "med_procedure_guideline",
                                                          "instruction",
                                                          "procedure",
                                                          "documentation_requirement",
                                                          "local_agreement",
                                                          "practice"};
};
template <>
struct Spelling<Status> {
  static constexpr std::array<std::string_view, 3> words{"in_force", "proposed", "repealed"};
};
template <>
struct Spelling<Access> {
  static constexpr std::array<std::string_view, 2> words{"open", "internal"};
};
template <>
struct Spelling<Frame> {
  static constexpr std::array<std::string_view, 3> words{"fixed", "adjustable", "open"};
};
template <>
struct Spelling<How> {
  static constexpr std::array<std::string_view, 5> words{"inform", "consult", "discuss",
                                                         "recommend", "agree"};
};
template <>
struct Spelling<Timing> {
  static constexpr std::array<std::string_view, 2> words{"before", "after"};
};
template <>
struct Spelling<Ground> {
  static constexpr std::array<std::string_view, 5> words{"statute", "bylaws", "plan", "decision",
                                                         "practice"};
};
template <>
struct Spelling<FactType> {
  static constexpr std::array<std::string_view, 5> words{"number", "boolean", "text", "date",
                                                         "judgement"};
};
template <>
struct Spelling<Op> {
  static constexpr std::array<std::string_view, 7> words{"<", "<=", "==", "!=", ">=", ">", "in"};
};
template <>
struct Spelling<Origin> {
  static constexpr std::array<std::string_view, 7> words{
      "agreed", "state", "required", "one_of_several", "allowed", "home_made", "unknown"};
};
template <>
struct Spelling<Language> {
  static constexpr std::array<std::string_view, 2> words{"da", "en"};
};

/// All spellings of a word list, for messages that name what was expected.
template <class Word>
[[nodiscard]] constexpr std::span<const std::string_view> words() {
  return Spelling<Word>::words;
}

/// The spelling of @p word.
template <class Word>
[[nodiscard]] constexpr std::string_view to_text(Word word) requires requires {
  Spelling<Word>::words;
}
{ return Spelling<Word>::words[static_cast<std::size_t>(word)]; }

/// The word spelled @p text; empty when the list has no such word.
template <class Word>
[[nodiscard]] constexpr std::optional<Word> from_text(std::string_view text) {
  for (std::size_t i = 0; i < Spelling<Word>::words.size(); ++i)
    if (Spelling<Word>::words[i] == text) return static_cast<Word>(i);
  return std::nullopt;
}

}  // namespace regelgraf
