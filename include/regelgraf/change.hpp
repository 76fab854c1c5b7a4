#pragma once

/// @file
/// @ingroup queries
/// @brief What follows if elements are removed, added and changed together.

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <regelgraf/draft.hpp>
#include <regelgraf/error.hpp>
#include <regelgraf/freeze.hpp>
#include <regelgraf/model.hpp>
#include <regelgraf/what_breaks.hpp>

namespace regelgraf {

/// The question: this is removed, this added, this given other fields; what follows?
struct Change {
  std::vector<Index> removed;    ///< Of the model; repeats count once. What names them may stay.
  std::vector<Element> added;    ///< New elements; they join the model's own layer.
  std::vector<Element> changed;  ///< Elements of the model as they are to be; id and kind stay.
  Index within = none;           ///< A unit: seen from there alone, as in Removal.
  std::optional<Day> date;       ///< Absent: the last state, before and after.
  bool causes = true;            ///< Work out causes and derivations, not only ids.
};

/// The answer of what_if(). Every number is of the model `after`, every list in order of id. What
/// WhatBreaks has is meant as there, between what stood before and what stands after.
struct WhatIfAnswer : WhatBreaks {
  std::shared_ptr<const Model> after;  ///< The model with the change in it; what is removed too.
  Index within = none;                 ///< The unit asked about.
  std::vector<Index> added;            ///< What was added.
  std::vector<Index> changed;          ///< What was given other fields.
  std::vector<Index> stands_anew;      ///< Stand now and did not before, added elements included.
  std::vector<Effect> stands_not;      ///< Added or changed, and stand neither before nor after.
  Range hours_added;                   ///< Hours a year of what stands anew.
  Range hours_changed;        ///< Freed a year by other figures of what stands before and after.
  Range hours_net;            ///< Freed a year in all; what became redundant is still there.
  Range hours_one_off_added;  ///< Hours once of what stands anew or got another such figure.
};

/// A change after which the model is none: Error `invalid_model` with every finding. `what()` names
/// them all, `at()` is the place of the first, as `add[0].needs[1]` or `change.x.basis[0]`.
class InvalidChange : public Error {
 public:
  /// @p findings holds an error.
  InvalidChange(const std::string& message, std::string at, std::vector<Finding> findings)
      : Error(Errc::invalid_model, message, std::move(at)), findings_(std::move(findings)) {}

  /// Everything that forbids the changed model.
  [[nodiscard]] const std::vector<Finding>& findings() const { return findings_; }

 private:
  std::vector<Finding> findings_;
};

/// @brief The model as a Draft with the added and the changed elements in it; what `removed` names
/// is left where it is, so that others may go on naming it.
///
/// Elements stand layer by layer, the added ones last. Freeze it to ask anything of the changed
/// model. @throws Error unknown_element for a changed id that the model does not have,
/// invalid_question for one changed twice, removed too, or given another kind.
/// Complexity: n log n in the model. Thread rule: reentrant.
[[nodiscard]] Draft changed_draft(const Model& model, const Change& change);

/// @brief What follows if @p model is changed as @p change says?
///
/// Before is the model as it is; after is the changed model without what is removed. An element
/// *fell* if it stood before, does not stand after and was not removed; it `stands_anew` if it
/// stands after and did not before. Requirements, causes and purposes after are those of the
/// changed model. `through` leads from a removed element, or from a changed one that fell (or lost
/// its purpose) by its own new fields; of such a one it is the element alone, and the cause is
/// `own` where no requirement fails (a status, a period). `unexamined` counts changed elements too.
/// With removals alone every list is that of what_breaks().
///
/// Hours: what is freed counts with the figures from before, what is added with those from after;
/// sums go place by place, a difference crosswise (low less high, likely less likely, high less
/// low), so that it holds whatever the figures turn out to be. An element with the same hours
/// before and after counts nothing. `hours_net` is hours_removed + hours_fallen + hours_changed -
/// hours_added.
///
/// @throws Error unknown_element for a number or a changed id that the model does not have;
/// invalid_question for an element both removed and changed, changed twice or given another kind;
/// personal_data for an added or changed text that looks like a CPR number; InvalidChange.
/// Complexity: n log n in the model (it is frozen anew), and one standing set for each duty that
/// fell and lacks something. Memory: a second model. Thread rule: reentrant.
[[nodiscard]] WhatIfAnswer what_if(const Model& model, const Change& change);

}  // namespace regelgraf

#ifndef REGELGRAF_DECLARATIONS_ONLY
#include <regelgraf/detail/change.hpp>  // IWYU pragma: export
#endif
