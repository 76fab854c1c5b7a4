#pragma once

// Where the nodes and edges of a drawing go, through Graphviz.

#include <optional>
#include <string>

namespace regelgraf::cli {

/// Was the program built with Graphviz in it (REGELGRAF_PICTURES)?
[[nodiscard]] bool can_place();
/// What `dot -Tplain` answers to the graph @p dot; empty where Graphviz could not place it.
/// Graphviz keeps state of the whole process: one call at a time.
[[nodiscard]] std::optional<std::string> place(const std::string& dot);

}  // namespace regelgraf::cli
