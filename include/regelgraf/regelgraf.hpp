#pragma once

/// @file
/// @brief Everything but Boost.Graph; the list is an order to read in.

#include <regelgraf/version.hpp>

#include <regelgraf/baseline.hpp>
#include <regelgraf/burden.hpp>
#include <regelgraf/burden_by.hpp>
#include <regelgraf/change.hpp>
#include <regelgraf/check.hpp>
#include <regelgraf/cuts.hpp>
#include <regelgraf/date.hpp>
#include <regelgraf/draft.hpp>
#include <regelgraf/element.hpp>
#include <regelgraf/error.hpp>
#include <regelgraf/finding.hpp>
#include <regelgraf/freeze.hpp>
#include <regelgraf/limits.hpp>
#include <regelgraf/may.hpp>
#include <regelgraf/model.hpp>
#include <regelgraf/rank.hpp>
#include <regelgraf/standing.hpp>
#include <regelgraf/vocabulary.hpp>
#include <regelgraf/what_breaks.hpp>
#include <regelgraf/what_if.hpp>
#include <regelgraf/what_may.hpp>
#include <regelgraf/who_decides.hpp>
#include <regelgraf/why.hpp>

// Compiled: these need regelgraf::regelgraf.
#include <regelgraf/ask.hpp>
#include <regelgraf/canonical.hpp>
#include <regelgraf/delegation_plan.hpp>
#include <regelgraf/diff.hpp>
#include <regelgraf/finding_text.hpp>
#include <regelgraf/journal_note.hpp>
#include <regelgraf/keep_set.hpp>
#include <regelgraf/model_file.hpp>
#include <regelgraf/nominations.hpp>
#include <regelgraf/picture.hpp>
#include <regelgraf/plan_test.hpp>
#include <regelgraf/proposal.hpp>
#include <regelgraf/qualification.hpp>
#include <regelgraf/report.hpp>
#include <regelgraf/review.hpp>
#include <regelgraf/store.hpp>
#include <regelgraf/worksheets.hpp>
