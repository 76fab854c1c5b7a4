#pragma once

// An element or a head that comes alone, as JSON text, not in a model file.

#include <string>
#include <string_view>
#include <vector>

#include <regelgraf/element.hpp>
#include <regelgraf/finding.hpp>

namespace regelgraf::formats {

/// Reads the element @p text into @p element. What does not fit is added to @p findings, with
/// @p place as their `file`. False where no element could be read at all.
bool read_element(std::string_view text, const std::string& place, Element& element,
                  std::vector<Finding>& findings);

/// The same of a head, the value of `model`.
bool read_head(std::string_view text, const std::string& place, Head& head,
               std::vector<Finding>& findings);

/// Adds a finding for each text of @p element that looks like a CPR number.
void find_personal_data(const Element& element, const std::string& place,
                        std::vector<Finding>& findings);
/// The same of a head.
void find_personal_data(const Head& head, const std::string& place, std::vector<Finding>& findings);

}  // namespace regelgraf::formats
