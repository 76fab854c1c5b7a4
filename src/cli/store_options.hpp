#pragma once

// What `store` is told, beside what every command is.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace regelgraf::cli {

struct StoreWish {
  std::string action;              ///< `init`, `commit`, ...; the store itself is Options::model.
  std::vector<std::string> words;  ///< What follows the store: a file, an id, states.
  std::string by, at, why;
  std::string decision, decision_element, decision_document;
  std::string valid, recorded, element, expect, review;
  std::string output;
  std::optional<std::uint64_t> base, state;
  bool only_on_newest = false;
};

}  // namespace regelgraf::cli
