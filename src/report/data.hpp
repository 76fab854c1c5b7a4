#pragma once

// What the page knows, as JSON: answers of the typed questions, elements by number.

#include <string>

#include <regelgraf/report.hpp>

namespace regelgraf::pages {

/// The data of a report. It holds no name and no id of an element that is to be left out.
[[nodiscard]] std::string report_data(const Model& model, const ReportOptions& options,
                                      const Limits& limits);

/// Does the model have elements that are not for everybody?
[[nodiscard]] bool has_internal(const Model& model);

}  // namespace regelgraf::pages
