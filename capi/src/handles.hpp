#pragma once

// What is behind each handle. A result holds the model it came from.

#include <array>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ask/ask.hpp"
#include "ask/question.hpp"
#include "formats/model_file.hpp"
#include "regelgraf.h"

#include <regelgraf/delegation_plan.hpp>
#include <regelgraf/limits.hpp>
#include <regelgraf/rank.hpp>
#include <regelgraf/review.hpp>
#include <regelgraf/what_if.hpp>
#include <regelgraf/what_may.hpp>

/// A model and who answers about it, shared by every handle that came from it.
struct SharedModel {
  explicit SharedModel(regelgraf::Model frozen) : model(std::move(frozen)), asker(model) {}
  const regelgraf::Model model;
  const regelgraf::Asker asker;
};

struct rg_model {
  std::shared_ptr<const SharedModel> rep;
};
struct rg_cancel {
  std::shared_ptr<regelgraf::CancelToken> rep;  // shared with the limits that name it
};
struct rg_limits {
  std::shared_ptr<const regelgraf::CancelToken> cancel;
  std::optional<double> seconds;
  rg_progress progress = nullptr;
  void* data = nullptr;
};
struct rg_load_options {
  regelgraf::LoadOptions rep;
  rg_log log = nullptr;
  rg_log_level least = RG_LOG_INFO;  // of what the log is told
  void* log_data = nullptr;
  rg_limits limits;  // keeps alive what rep.limits looks at
};
/// The heads and elements of a Draft, told apart by whether they are the caller's to change.
struct rg_draft {
  std::vector<regelgraf::Head> layers;                         // the last is the draft's own
  std::vector<regelgraf::Element> below;                       // those of layers below
  std::map<std::string, regelgraf::Element, std::less<>> own;  // by id
  bool allow_personal_data = false;                            // of what is added
};
struct rg_edges {
  std::array<std::vector<std::uint32_t>, RG_EDGE_IMPLIED + 1> columns;
};
struct rg_text {
  std::string rep;
};
struct rg_breaks {
  std::shared_ptr<const SharedModel> model;
  regelgraf::ask::WhatBreaksQuestion question;
  regelgraf::WhatBreaks rep;
  std::optional<regelgraf::ask::WhatIfQuestion> change;  // of rg_what_if()
  std::optional<regelgraf::WhatIfAnswer> what_if;        // in place of rep
};
struct rg_burden {
  std::shared_ptr<const SharedModel> model;
  regelgraf::BurdenQuestion question;
  regelgraf::BurdenAnswer rep;
};
struct rg_reasons {
  std::shared_ptr<const SharedModel> model;
  regelgraf::ask::WhyQuestion question;
  regelgraf::Why rep;
};
struct rg_findings {
  std::shared_ptr<const SharedModel> model;
  regelgraf::ask::CheckQuestion question;
  std::vector<regelgraf::Finding> rep;
  const char* table = nullptr;  // of a table: "import" or "export"
};
struct rg_plan_options {
  regelgraf::PlanOptions rep;
};
struct rg_cut_sets {
  std::shared_ptr<const SharedModel> model;
  regelgraf::ask::CutsQuestion question;
  regelgraf::Cuts rep;
};
struct rg_session {
  std::shared_ptr<const SharedModel> model;
  regelgraf::WhatIf rep;
};
struct rg_ranking {
  std::shared_ptr<const SharedModel> model;
  regelgraf::ask::RankingQuestion question;
  regelgraf::Ranking rep;
};
struct rg_powers {
  std::shared_ptr<const SharedModel> model;
  regelgraf::ask::WhatMayQuestion question;
  regelgraf::WhatMay rep;
};
struct rg_removal {
  std::shared_ptr<const SharedModel> model;
  regelgraf::ask::RemovalPlanQuestion question;
  regelgraf::RemovalPlan rep;
  std::string earliest;                  // empty: no day
  std::vector<std::string> done;         // by step
  std::vector<regelgraf::Index> duties;  // of put_in_place_first, each once
};
struct rg_review {
  regelgraf::Review rep;
};
struct rg_question {
  std::shared_ptr<const SharedModel> model;
  regelgraf::ask::WhoDecidesQuestion rep;
};
struct rg_decision {
  std::shared_ptr<const SharedModel> model;
  regelgraf::ask::WhoDecidesQuestion question;
  regelgraf::Decision rep;
  std::vector<std::vector<std::uint32_t>> to_ask;  // by option: numbers of facts, by name
};
struct rg_error {
  rg_status status = RG_INTERNAL;
  std::string message;
  std::string at;
  std::vector<std::string> findings;  // JSON objects
};
