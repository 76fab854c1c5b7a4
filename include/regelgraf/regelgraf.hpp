#pragma once

/// @file
/// @brief Everything but Boost.Graph; the list is an order to read in.

#include <regelgraf/version.hpp>

#include <regelgraf/date.hpp>
#include <regelgraf/vocabulary.hpp>
#include <regelgraf/element.hpp>
#include <regelgraf/finding.hpp>
#include <regelgraf/error.hpp>
#include <regelgraf/limits.hpp>
#include <regelgraf/draft.hpp>
#include <regelgraf/model.hpp>
#include <regelgraf/freeze.hpp>
#include <regelgraf/standing.hpp>
#include <regelgraf/burden.hpp>
#include <regelgraf/what_breaks.hpp>
#include <regelgraf/who_decides.hpp>
#include <regelgraf/may.hpp>
#include <regelgraf/why.hpp>

// Compiled: these need regelgraf::regelgraf.
#include <regelgraf/model_file.hpp>
#include <regelgraf/canonical.hpp>
#include <regelgraf/finding_text.hpp>
#include <regelgraf/ask.hpp>
