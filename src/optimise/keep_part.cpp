#include "optimise/keep_part.hpp"

#include <algorithm>
#include <utility>

namespace regelgraf::optimise {

namespace {

/// Settling ties stops after so much: it is for order's sake alone.
constexpr std::uint64_t most_nodes_for_ties = 2000;

}  // namespace

KeepPart::KeepPart(KeepProblem& problem, Optimiser& optimiser, PartQuestion question,
                   std::function<bool()> is_late)
    : problem_(problem),
      optimiser_(optimiser),
      question_(std::move(question)),
      is_late_(std::move(is_late)),
      rows_(problem_, question_.in_doubt, question_.candidates) {
  add_variables();
  program_.broken = [this](std::span<const double> point) { return rows_.broken(point); };
}

/// Those of the elements come first, as rows_ numbers them.
void KeepPart::add_variables() {
  for (const Index i : question_.in_doubt) {
    if (rows_.variable(i) == KeepRows::worked_out) continue;
    const std::uint32_t v = program_.add(0);
    if (problem_.must_stand(i) || problem_.indispensable(i)) program_.lower[v] = 1;
  }
  Row few;
  few.at_least = -static_cast<double>(question_.at_most);
  for (std::size_t at = 0; at < question_.candidates.size(); ++at) {
    const Index i = question_.candidates[at];
    if (question_.choose == Choose::kept) {
      choice_.push_back(rows_.variable(i));
      program_.cost[choice_.back()] = question_.cost[at];
      continue;
    }
    choice_.push_back(program_.add(question_.cost[at]));
    few.terms.push_back({choice_.back(), -1});
    if (problem_.doubtful(i))  // what is removed does not stand
      program_.rows.push_back({{{rows_.variable(i), -1}, {choice_.back(), -1}}, -1});
  }
  if (question_.choose == Choose::removed) program_.rows.push_back(std::move(few));
}

double KeepPart::cost_of(const std::vector<char>& chosen) const {
  double cost = 0;
  for (std::size_t at = 0; at < chosen.size(); ++at)
    if (chosen[at]) cost += question_.cost[at];
  return cost;
}

bool KeepPart::stands(const std::vector<char>& chosen) {
  std::vector<Index> gone;
  for (std::size_t at = 0; at < chosen.size(); ++at)
    if ((chosen[at] != 0) == (question_.choose == Choose::removed))
      gone.push_back(question_.candidates[at]);
  return problem_.all_stand_without(gone);
}

/// @brief Of what is to stand, some hold each other up as ground and have no other: then no answer
/// holds any of them without a supporter from outside that is not there now.
///
/// For each such element the rows say so of the smallest circle behind it. Where circles are, every
/// element is a variable, the first the first.
void KeepPart::exclude_circles(const std::vector<char>& values) {
  const Model& model = problem_.model();
  const std::vector<Index>& all = question_.in_doubt;
  std::vector<char> founded(all.size(), 0);
  /// The first requirement of @p i in basis with too few founded; none: it is founded.
  const auto failing = [&](Index i) {
    const auto [first, last] = model.requirements_of(i);
    for (std::uint32_t r = first; r < last; ++r) {
      if (model.relation_of(r) != Relation::basis) continue;
      std::uint32_t have = 0;
      for (const Index supporter : model.listed(r))
        have += problem_.sure(supporter) ||
                (problem_.doubtful(supporter) && founded[rows_.variable(supporter)]);
      if (have < model.at_least_of(r)) return r;
    }
    return static_cast<std::uint32_t>(none);
  };
  for (bool grows = true; grows;) {
    grows = false;
    for (std::uint32_t v = 0; v < all.size(); ++v)
      if (values[v] && !founded[v] && failing(all[v]) == none) {
        founded[v] = 1;
        grows = true;
      }
  }
  std::vector<std::uint32_t> lacks(all.size(), none);
  for (std::uint32_t v = 0; v < all.size(); ++v)
    if (values[v] && !founded[v]) lacks[v] = failing(all[v]);
  std::vector<char> in_circle(all.size());
  std::vector<std::uint32_t> circle;
  for (std::uint32_t v = 0; v < all.size(); ++v) {
    if (lacks[v] == none) continue;
    std::fill(in_circle.begin(), in_circle.end(), 0);
    circle.assign(1, v);
    in_circle[v] = 1;
    const auto each_listed = [&](std::uint32_t member, const auto& visit) {
      for (const Index supporter : model.listed(lacks[member]))
        if (problem_.doubtful(supporter)) visit(rows_.variable(supporter));
    };
    for (std::size_t at = 0; at < circle.size(); ++at)
      each_listed(circle[at], [&](std::uint32_t u) {
        if (lacks[u] == none || in_circle[u]) return;
        in_circle[u] = 1;
        circle.push_back(u);
      });
    std::vector<std::uint32_t> outside;
    for (const std::uint32_t member : circle)
      each_listed(member, [&](std::uint32_t u) {
        if (!values[u]) outside.push_back(u);
      });
    std::sort(outside.begin(), outside.end());
    outside.erase(std::unique(outside.begin(), outside.end()), outside.end());
    Row row{{{v, -1}}, 0};
    for (const std::uint32_t u : outside) row.terms.push_back({u, 1});
    program_.rows.push_back(std::move(row));
  }
}

KeepPart::Found KeepPart::cheaper_than(double cost) {
  Found found;
  for (;;) {
    Bounds bounds{cost, nodes_left_, is_late_};
    const Outcome outcome = optimiser_.minimise(program_, bounds);
    found.bound = outcome.bound;
    found.proven = outcome.proven;
    if (nodes_left_ > 0) nodes_left_ -= std::min(nodes_left_ - 1, outcome.nodes);
    if (outcome.values.empty()) return found;
    std::vector<char> chosen;
    for (const std::uint32_t v : choice_) chosen.push_back(outcome.values[v]);
    if (stands(chosen)) {
      found.chosen = std::move(chosen);
      return found;
    }
    if (!outcome.proven) return found;  // stopped, and what was at hand does not stand
    exclude_circles(outcome.values);
  }
}

/// As cheaper_than(), and not @p chosen, which costs more than any that holds no part of it.
KeepPart::Found KeepPart::another_cheaper_than(double cost, const std::vector<char>& chosen) {
  Row another{{}, 1};
  for (std::size_t at = 0; at < choice_.size(); ++at) {
    if (!chosen[at]) continue;
    another.terms.push_back({choice_[at], -1});
    another.at_least -= 1;
  }
  if (another.terms.empty()) return cheaper_than(cost);
  const auto place = static_cast<std::ptrdiff_t>(program_.rows.size());
  program_.rows.push_back(std::move(another));
  Found found = cheaper_than(cost);
  program_.rows.erase(program_.rows.begin() + place);
  return found;
}

/// What is at hand is mostly the best already. So it is asked at once for another that costs no
/// more: if there is none, this is the best and the only one.
PartAnswer KeepPart::solve(std::vector<char> chosen) {
  PartAnswer answer;
  answer.cost = cost_of(chosen);
  answer.chosen = std::move(chosen);
  for (;;) {
    const bool nothing =
        std::find(answer.chosen.begin(), answer.chosen.end(), 1) == answer.chosen.end();
    const Found found =
        another_cheaper_than(nothing ? answer.cost : answer.cost + 1, answer.chosen);
    if (!answer.proven) answer.bound = std::min(found.bound, answer.cost);
    const double cost = found.chosen.empty() ? answer.cost + 1 : cost_of(found.chosen);
    const bool tie = cost == answer.cost;
    if (cost < answer.cost) {
      answer.chosen = found.chosen;
      answer.cost = cost;
    }
    if (!found.proven) return answer;  // stopped: by time, or, where it is proven, in settling
    answer.proven = true;
    answer.bound = answer.cost;
    nodes_left_ = most_nodes_for_ties;
    if (found.chosen.empty()) {
      answer.settled = true;
      return answer;
    }
    if (!tie) continue;
    if (answer.chosen < found.chosen) answer.chosen = found.chosen;
    settle(answer);
    return answer;
  }
}

/// There are others as cheap: the ids are gone through. Each is in the first choice, if it is in
/// any that holds what is fixed already.
void KeepPart::settle(PartAnswer& answer) {
  for (std::size_t at = 0; at < choice_.size(); ++at) {
    const std::uint32_t v = choice_[at];
    if (!answer.chosen[at] && program_.upper[v] == 1) {
      program_.lower[v] = 1;
      const Found first = cheaper_than(answer.cost + 1);
      program_.lower[v] = 0;
      if (!first.chosen.empty())
        answer.chosen = first.chosen;
      else if (!first.proven)
        return;
    }
    program_.lower[v] = program_.upper[v] = answer.chosen[at];
  }
  answer.settled = true;
}

}  // namespace regelgraf::optimise
