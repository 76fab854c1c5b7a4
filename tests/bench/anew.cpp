#include "anew.hpp"

#include <cstddef>
#include <cstdint>

namespace regelgraf::bench {
namespace {

using Set = std::vector<std::uint8_t>;  // a byte an element

/// Has every requirement of @p relation of @p i its supporters in @p set?
bool meets(const Model& model, Index i, Relation relation, const Set& set) {
  const auto [first, last] = model.requirements_of(i);
  for (std::uint32_t r = first; r < last; ++r) {
    if (model.requirement(r).relation != relation) continue;
    std::size_t have = 0;
    for (const Index listed : model.listed(r)) have += set[listed];
    if (have < model.requirement(r).at_least) return false;
  }
  return true;
}

/// The members of @p stands that are well-founded in it.
Set founded_in(const Model& model, const Set& stands) {
  Set founded(model.size(), 0);
  for (bool more = true; more;) {
    more = false;
    for (Index i = 0; i < model.size(); ++i)
      if (stands[i] && !founded[i] && meets(model, i, Relation::basis, founded)) {
        founded[i] = 1;
        more = true;
      }
  }
  return founded;
}

}  // namespace

std::vector<Index> fallen_anew(const Model& model, std::span<const Index> removed) {
  Set stands(model.standing().begin(), model.standing().end());
  for (const Index i : removed) stands[i] = 0;
  for (bool more = true; more;) {
    more = false;
    const Set founded = founded_in(model, stands);
    for (Index i = 0; i < model.size(); ++i)
      if (stands[i] && (!founded[i] || !meets(model, i, Relation::needs, stands))) {
        stands[i] = 0;
        more = true;
      }
  }
  std::vector<Index> fallen;
  for (const Index i : removed) stands[i] = 1;
  for (Index i = 0; i < model.size(); ++i)
    if (model.stands(i) && !stands[i]) fallen.push_back(i);
  return fallen;
}

}  // namespace regelgraf::bench
