#pragma once

// What a decision would do: asked of the model with everything in it that this review has decided
// before, so that two removals that each leave a duty met do not together leave it unmet.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <regelgraf/review.hpp>
#include <regelgraf/what_if.hpp>

#include "review/tree.hpp"
#include "review/view.hpp"

namespace regelgraf::review {

/// @brief The change that a disposition makes: its `change`, and the rule itself where it goes.
[[nodiscard]] Tree change_of(const Tree& disposition);

/// The model with all that @p view has decided and that is not in the model yet.
class Decisions {
 public:
  Decisions(const Model& model, const View& view);
  Decisions(const Decisions&) = delete;
  Decisions& operator=(const Decisions&) = delete;

  [[nodiscard]] const Model& model() const { return after_ ? *after_ : model_; }
  /// Could the earlier decisions not be put into this model? Then it is the model alone.
  [[nodiscard]] bool misfit() const { return misfit_; }

 private:
  const Model& model_;
  std::shared_ptr<const Model> after_;
  bool misfit_ = false;
};

/// What a change does, or why it is none.
struct Outcome {
  std::optional<ask::WhatIfQuestion> question;
  std::optional<WhatIfAnswer> answer;
  std::vector<ReviewLack> lacks;  ///< The change does not fit the model, or leaves duties unmet.
};

/// Asks what_if() of @p change on @p model on @p date, seen from @p within where that is not empty.
[[nodiscard]] Outcome outcome_of(const Model& model, const Tree& change, Day date,
                                 const std::string& within = {});

/// As it is kept with a decision: what falls, what stands anew, duties, hours.
[[nodiscard]] Tree tree_of(const WhatIfAnswer& answer);

}  // namespace regelgraf::review
