#include "bench/review_model.hpp"

#include <random>
#include <set>
#include <string>

namespace regelgraf::bench {

namespace {

std::string numbered(const char* prefix, unsigned n) {
  std::string digits = std::to_string(n);
  return prefix + std::string(3 - digits.size(), '0') + digits;
}

}  // namespace

Draft review_draft(const ReviewShape& shape, std::uint32_t seed) {
  std::mt19937 random(seed);
  const auto below = [&](unsigned n) { return static_cast<unsigned>(random() % n); };
  Draft draft;
  const auto add = [&](std::string id, decltype(Element::fields) fields,
                       std::vector<Requirement> needs) {
    Element element;
    element.id = std::move(id);
    element.fields = std::move(fields);
    element.needs = std::move(needs);
    draft.add(std::move(element));
  };
  for (unsigned i = 1; i <= shape.candidates; ++i) {
    Rule rule;
    rule.instrument = Instrument::procedure;
    Burden burden;
    const double minutes = 60 + below(60 * 200);
    burden.minutes = Range{minutes, minutes, minutes};
    burden.times_per_year = Range{1, 1, 1};
    rule.burden = burden;
    add(numbered("r-", i), rule, {});
  }
  for (unsigned i = 1; i <= shape.duties; ++i) {
    const std::string duty = numbered("d-", i);
    Requirement any;
    for (unsigned alternative = 0, n = 2 + below(2); alternative < n; ++alternative) {
      Requirement of_three;
      of_three.at_least = shape.k > 0 ? shape.k : 1 + below(3);
      std::set<std::string> rules;
      while (rules.size() < 3) rules.insert(numbered("r-", 1 + below(shape.candidates)));
      of_three.of.assign(rules.begin(), rules.end());
      any.of.push_back(duty + "-" + std::string(1, static_cast<char>('a' + alternative)));
      add(any.of.back(), Task{}, {of_three});
    }
    add(duty, Duty{}, {any});
  }
  return draft;
}

}  // namespace regelgraf::bench
