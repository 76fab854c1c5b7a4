#include "removals.hpp"

#include <algorithm>
#include <cstddef>
#include <span>

#include "support/random_draws.hpp"

namespace regelgraf::bench {
namespace {

constexpr std::size_t of_each = 60;

}  // namespace

std::vector<MixedRemoval> mixed_removals(const Model& model, std::uint64_t seed) {
  std::vector<Index> standing;  // most listed first
  for (Index i = 0; i < model.size(); ++i)
    if (model.stands(i)) standing.push_back(i);
  std::stable_sort(standing.begin(), standing.end(), [&](Index a, Index b) {
    return model.listing(a).size() > model.listing(b).size();
  });
  const auto first_leaf = std::find_if(standing.begin(), standing.end(),
                                       [&](Index i) { return model.listing(i).empty(); });
  const auto listed = static_cast<std::size_t>(first_leaf - standing.begin());

  const std::span<const Index> all(standing);
  const auto part = [&](std::size_t from, std::size_t to) {  // never empty
    from = std::min(from, all.size() - 1);
    return all.subspan(from, std::clamp(to, from + 1, all.size()) - from);
  };
  test::Draws draws(seed);
  std::vector<MixedRemoval> removals;
  const auto draw = [&](Sort sort, std::span<const Index> among, std::size_t size) {
    for (std::size_t i = 0; i < of_each; ++i) {
      MixedRemoval removal{sort, {}};
      while (removal.elements.size() < std::min(size, among.size())) {
        const Index one = among[draws.below(among.size())];
        if (std::find(removal.elements.begin(), removal.elements.end(), one) ==
            removal.elements.end())
          removal.elements.push_back(one);
      }
      removals.push_back(std::move(removal));
    }
  };
  draw(Sort::hub, part(0, of_each), 1);
  draw(Sort::middle, part(listed * 40 / 100, listed * 60 / 100), 1);
  draw(Sort::leaf, part(listed, all.size()), 1);
  draw(Sort::five, all, 5);
  draw(Sort::fifty, all, 50);
  draws.shuffle(removals);
  return removals;
}

}  // namespace regelgraf::bench
