#pragma once

// A review as pages for people.

#include <optional>
#include <vector>

#include <regelgraf/proposal.hpp>
#include <regelgraf/review.hpp>

#include "cli/page.hpp"
#include "cli/words.hpp"

namespace regelgraf::cli {

/// With @p samskabt by the six steps of Samskabt styring.
void render_status(const Model& model, const Say& say, Page& page, const Review& review,
                   const ReviewStatus& status, bool samskabt);
void render_refusal(const Say& say, Page& page, const std::vector<ReviewLack>& refused);
void render_replies(const Say& say, Page& page, const std::vector<ReviewReply>& replies);
void render_evaluation(const Model& model, const Say& say, Page& page, const Review& review,
                       const ReviewEvaluation& evaluation);
void render_plans(const Model& model, const Say& say, Page& page,
                  const std::vector<ReviewPlan>& plans, std::optional<Day> date);
void render_proposal(const Say& say, Page& page, const Proposal& proposal);

}  // namespace regelgraf::cli
