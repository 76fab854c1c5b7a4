// In place of place_graphviz.cpp, where the program is built without Graphviz.

#include "cli/place.hpp"

namespace regelgraf::cli {

bool can_place() { return false; }

std::optional<std::string> place(const std::string&) { return std::nullopt; }

}  // namespace regelgraf::cli
