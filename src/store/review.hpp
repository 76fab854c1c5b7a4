#pragma once

// The documents that a store keeps beside the model: reviews.

#include <string>
#include <vector>

#include <regelgraf/store.hpp>

namespace regelgraf::store {

/// The canonical text of @p document; false, with findings, where it is no document that is kept.
[[nodiscard]] bool read_review(const StoredDocument& document, std::string& text,
                               std::vector<Finding>& findings);

}  // namespace regelgraf::store
