#include <gvc.h>

#include <memory>

#include "cli/place.hpp"

namespace regelgraf::cli {

bool can_place() { return true; }

std::optional<std::string> place(const std::string& dot) {
  agseterr(AGMAX);  // what it says on standard error is not for people
  const std::unique_ptr<GVC_t, int (*)(GVC_t*)> context(gvContext(), gvFreeContext);
  const std::unique_ptr<Agraph_t, int (*)(Agraph_t*)> graph(agmemread(dot.c_str()), agclose);
  if (!context || !graph) return std::nullopt;
  if (gvLayout(context.get(), graph.get(), "dot") != 0) return std::nullopt;
  char* data = nullptr;
  unsigned length = 0;
  std::optional<std::string> plain;
  if (gvRenderData(context.get(), graph.get(), "plain", &data, &length) == 0) {
    plain.emplace(data, length);
    gvFreeRenderData(data);
  }
  gvFreeLayout(context.get(), graph.get());
  return plain;
}

}  // namespace regelgraf::cli
