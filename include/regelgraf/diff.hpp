#pragma once

/// @file
/// @ingroup queries
/// @brief What changed between two models, in meaning: who decides what, what fell, which hours.
/// Compiled: link regelgraf::regelgraf.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <regelgraf/limits.hpp>
#include <regelgraf/model.hpp>

namespace regelgraf {

/// An element that only one of the models has, or that they write differently.
struct ElementDiff {
  /// What became of it.
  enum class What : std::uint8_t { added, removed, changed };
  std::string id;                   ///< Of the element.
  What what = What::changed;        ///< What became of it.
  std::vector<std::string> fields;  ///< What::changed: the fields that differ, as files name them.
};

template <>
struct Spelling<ElementDiff::What> {
  static constexpr std::array<std::string_view, 3> words{"added", "removed", "changed"};
};

/// Somebody who may use a power, and on which terms.
struct DiffDecider {
  std::string actor;        ///< Id.
  std::vector<Name> terms;  ///< One an option, each once: `together with A`, conditions; empty
                            ///< text: alone and whatever the case.
  /// Equal in every field.
  friend bool operator==(const DiffDecider&, const DiffDecider&) = default;
};

/// A target over which the authority is another than before.
struct AuthorityDiff {
  std::string target;               ///< A matter or a rule, by id.
  std::string power;                ///< Which power.
  std::vector<DiffDecider> before;  ///< Everybody who was an option, by id.
  std::vector<DiffDecider> after;   ///< Everybody who is one now, by id.

  [[nodiscard]] std::vector<std::string> gained() const;  ///< Who is in `after` alone.
  [[nodiscard]] std::vector<std::string> lost() const;    ///< Who is in `before` alone.
};

/// The answer of diff().
struct Diff {
  std::vector<ElementDiff> elements;     ///< By id.
  std::vector<AuthorityDiff> authority;  ///< By target, then power.
  // Of the elements that both models have, by id.
  std::vector<std::string> breaks,  ///< Stood before and do not now.
      stands_anew,                  ///< Stand now and did not before.
      unmet_duties;                 ///< The duties among `breaks` whose ground still stands.
  Range hours_before;               ///< A year, of all that stood.
  Range hours_after;                ///< A year, of all that stands.
  Range hours_net;                  ///< After less before, of what differs alone; may be negative.
};

/// @brief What changed from @p before to @p after, as they stand on @p date?
///
/// Elements are the same where their ids are. Authority is compared for each matter that a scope of
/// either model names and each power that a grant of either names, `decide` too; for each rule of
/// both models adopt, amend, repeal and waive. Asked about is a case of which nothing further
/// is known; who decides under a condition is an option with that term. What stands in neither
/// model on the day is not asked about.
///
/// @throws Error cancelled. Complexity: linear in the models, and two who_decides() a pair.
/// Thread rule: reentrant.
[[nodiscard]] Diff diff(const Model& before, const Model& after,
                        std::optional<Day> date = std::nullopt, const Limits& limits = {});

/// @brief The authority of @p diff as a table for the agenda of the meeting that adopts the change:
/// CSV as FORMATS section 3 has it (`;`, UTF-8), a head row, then a row a target and power.
///
/// @param before    the earlier model
/// @param after     the later one
/// @param diff      what diff() gave for the two
/// @param language  of the head row, names and terms
[[nodiscard]] std::string diff_table(const Model& before, const Model& after, const Diff& diff,
                                     Language language);

}  // namespace regelgraf
