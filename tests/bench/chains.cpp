#include "chains.hpp"

#include <string>

#include "support/build.hpp"

namespace regelgraf::bench {
namespace {

/// `prefix` and @p i in ten digits, so that the order of ids is that of numbers.
std::string numbered(const char* prefix, std::uint32_t i) {
  const std::string digits = std::to_string(i);
  return prefix + std::string(10 - digits.size(), '0') + digits;
}
std::string link(std::uint32_t i) { return numbered("led-", i); }

Draft empty(const char* id) {
  Head head;
  head.id = id;
  return Draft(std::move(head));
}

/// The first is an act; the others lean on the one before.
Element link_of_chain(std::uint32_t i) {
  Element rule = test::rule(link(i), i == 0 ? Instrument::act : Instrument::procedure);
  if (i > 0) (i % 2 == 1 ? rule.basis : rule.needs) = {{1, {link(i - 1)}}};
  return rule;
}

}  // namespace

Draft long_chain(std::uint32_t elements) {
  Draft draft = empty("chain");
  for (std::uint32_t i = 0; i < elements; ++i) draft.add(link_of_chain(i));
  return draft;
}

Draft long_chain_with_joins(std::uint32_t elements) {
  Draft draft = empty("joins");
  for (std::uint32_t i = 0; i < elements; ++i) {
    const std::uint32_t place = i % 12;  // 0 to 7: chain, 8 to 10: branches off 7, 11: the join
    Element rule = link_of_chain(i);
    if (place == 9 || place == 10)
      (i % 2 == 1 ? rule.basis : rule.needs) = {{1, {link(i - place + 7)}}};
    if (place == 11) {
      rule.basis.clear();
      rule.needs = {{2, {link(i - 3), link(i - 2), link(i - 1)}}};
    }
    draft.add(std::move(rule));
  }
  return draft;
}

Draft basis_ring(std::uint32_t members, std::uint32_t grounded_every) {
  Draft draft = empty("ring");
  for (std::uint32_t i = 0; i < members; i += grounded_every)
    draft.add(test::rule(numbered("act-", i), Instrument::act));
  for (std::uint32_t i = 0; i < members; ++i) {
    Element rule = test::rule(numbered("rule-", i));
    Requirement ground;
    if (i % grounded_every == 0) ground.of.push_back(numbered("act-", i));
    ground.of.push_back(numbered("rule-", i == 0 ? members - 1 : i - 1));
    rule.basis = {std::move(ground)};
    draft.add(std::move(rule));
  }
  return draft;
}

}  // namespace regelgraf::bench
