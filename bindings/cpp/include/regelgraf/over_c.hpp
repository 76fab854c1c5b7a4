#pragma once

/// @file
/// @brief regelgraf in C++17 over the C ABI: links to libregelgraf alone, and nothing of the C++
/// standard library crosses the border.
///
/// What is said once, for all of it:
///  - Models, answers, drafts, sessions and questions are handles: moved, not copied, freed when
///  they
///    go, in any order. One that was moved from is empty: what it lists is nothing, and what can
///    fail throws InvalidArgument.
///  - Ranges, and what they hold, keep the answer that they came from alive. A string_view does
///  not:
///    it lives as long as the handle or range it came from.
///  - Text is UTF-8. Where a text can be left out, "" leaves it out. A day is YYYY-MM-DD.
///  - What cannot be put throws an Error by kind. "Nobody decides" and "nothing breaks" are
///  answers.
///  - Any number of threads may use one Model or answer; the others belong to one thread at a time.

#include <regelgraf/over_c/answers.hpp>  // Breaks, Decision, Ranking, ...
#include <regelgraf/over_c/error.hpp>    // Error and its kinds, version()
#include <regelgraf/over_c/json.hpp>     // Json: an answer whole, as values
#include <regelgraf/over_c/limits.hpp>   // CancelToken, Limits, LoadOptions
#include <regelgraf/over_c/model.hpp>    // Model, Question, WhatIfSession, Draft
#include <regelgraf/over_c/range.hpp>    // Range, Ids, Names
#include <regelgraf/over_c/review.hpp>   // Review
#include <regelgraf/over_c/store.hpp>    // Store
