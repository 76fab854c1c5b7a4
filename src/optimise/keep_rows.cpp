#include "optimise/keep_rows.hpp"

#include <algorithm>
#include <map>

namespace regelgraf::optimise {

namespace {

/// What a solver takes for zero, and some more.
constexpr double tolerance = 1e-6;

}  // namespace

KeepRows::KeepRows(const KeepProblem& problem, std::span<const Index> in_doubt,
                   std::span<const Index> chosen)
    : problem_(problem),
      in_doubt_(in_doubt.begin(), in_doubt.end()),
      variable_(in_doubt.size(), worked_out),
      rank_(in_doubt.size(), none),
      value_(in_doubt.size()),
      tightest_(in_doubt.size(), none) {
  read_needs();
  number_variables(chosen);
}

std::uint32_t KeepRows::place(Index i) const {
  const auto at = std::lower_bound(in_doubt_.begin(), in_doubt_.end(), i);
  return static_cast<std::uint32_t>(at - in_doubt_.begin());
}

void KeepRows::read_needs() {
  const Model& model = problem_.model();
  for (const Index i : in_doubt_) {
    first_need_.push_back(static_cast<std::uint32_t>(needs_.size()));
    const auto [first, last] = model.requirements_of(i);
    for (std::uint32_t r = first; r < last; ++r) {
      const auto begin = static_cast<std::uint32_t>(supporters_.size());
      std::uint32_t lacking = model.at_least_of(r);
      for (const Index supporter : model.listed(r)) {
        const bool itself = supporter == i && model.relation_of(r) == Relation::basis;
        if (problem_.sure(supporter))
          lacking -= lacking > 0;
        else if (problem_.doubtful(supporter) && !itself)
          supporters_.push_back(place(supporter));
      }
      const auto end = static_cast<std::uint32_t>(supporters_.size());
      if (lacking > 0)
        needs_.push_back({lacking, begin, end});
      else
        supporters_.resize(begin);
    }
  }
  first_need_.push_back(static_cast<std::uint32_t>(needs_.size()));
}

/// Elements whose supporters are all variables or worked out already are worked out after them.
/// Where there are no more such, the rest are in circles or lean on them, and the first of them
/// becomes a variable. In circles of grounds it is looked at who stands: all of such a part are.
void KeepRows::number_variables(std::span<const Index> chosen) {
  const auto n = static_cast<std::uint32_t>(in_doubt_.size());
  const bool grounds_in_circles = std::any_of(in_doubt_.begin(), in_doubt_.end(),
                                              [&](Index i) { return problem_.circular(i); });
  std::vector<char> open(n, !grounds_in_circles);
  for (const Index i : chosen)
    if (problem_.doubtful(i)) open[place(i)] = 0;
  std::vector<std::uint32_t> waits_for(n);
  std::vector<std::vector<std::uint32_t>> waiting(n);
  for (std::uint32_t p = 0; p < n; ++p) {
    if (!open[p]) continue;
    for (std::uint32_t at = first_need_[p]; at < first_need_[p + 1]; ++at)
      for (std::uint32_t s = needs_[at].first; s < needs_[at].last; ++s) {
        if (!open[supporters_[s]]) continue;
        ++waits_for[p];
        waiting[supporters_[s]].push_back(p);
      }
    if (waits_for[p] == 0) order_.push_back(p);
  }
  std::size_t followed = 0;
  const auto is_there = [&](std::uint32_t supporter) {
    for (const std::uint32_t p : waiting[supporter])
      if (--waits_for[p] == 0 && open[p]) order_.push_back(p);
  };
  for (std::uint32_t p = 0; p < n; ++p) {
    while (followed < order_.size()) is_there(order_[followed++]);
    if (!open[p] || waits_for[p] == 0) continue;
    open[p] = 0;
    is_there(p);
  }
  while (followed < order_.size()) is_there(order_[followed++]);
  for (std::uint32_t at = 0; at < order_.size(); ++at) rank_[order_[at]] = at;
  for (std::uint32_t p = 0; p < n; ++p)
    if (rank_[p] == none) variable_[p] = variables_++;
}

/// Puts the supporters in order of value; those that are as large by place.
KeepRows::Least KeepRows::least(const Need& need) {
  const auto begin = supporters_.begin() + need.first, end = supporters_.begin() + need.last;
  std::sort(begin, end, [&](std::uint32_t a, std::uint32_t b) {
    return value_[a] != value_[b] ? value_[a] < value_[b] : a < b;
  });
  const std::uint32_t n = need.last - need.first;
  if (need.lacking > n) return {0, 0, 1};  // there are too few
  Least least{2, 0, 1};
  double sum = 0;
  for (std::uint32_t of = 1; of <= n; ++of) {
    sum += value_[*(begin + of - 1)];
    if (of + need.lacking <= n) continue;
    const std::uint32_t by = of + need.lacking - n;
    if (sum / by < least.share - tolerance) least = {sum / by, of, by};
  }
  return least;
}

void KeepRows::work_out(std::span<const double> point) {
  for (std::uint32_t p = 0; p < value_.size(); ++p)
    if (variable_[p] != worked_out) value_[p] = point[variable_[p]];
  for (const std::uint32_t p : order_) {
    value_[p] = 1;
    tightest_[p] = none;
    for (std::uint32_t at = first_need_[p]; at < first_need_[p + 1]; ++at) {
      const double share = least(needs_[at]).share;
      if (share >= value_[p] - tolerance) continue;
      value_[p] = share;
      tightest_[p] = at;
    }
  }
}

/// The least of a need as a sum over variables: what is worked out is, last first, replaced by what
/// it leans on. The row is that this sum is at least 0.
Row KeepRows::said(const Need& need) {
  Row row;
  std::map<std::uint32_t, double> variables, to_replace;  // by number; by rank
  const auto add = [&](const Need& of, double factor) {
    const Least what = least(of);
    for (std::uint32_t s = of.first; s < of.first + what.of; ++s) {
      const std::uint32_t p = supporters_[s];
      if (variable_[p] != worked_out)
        variables[variable_[p]] += factor / what.by;
      else if (tightest_[p] != none)
        to_replace[rank_[p]] += factor / what.by;
      else
        row.at_least -= factor / what.by;  // all of it stands
    }
  };
  add(need, 1);
  while (!to_replace.empty()) {
    const auto last = std::prev(to_replace.end());
    const auto [rank, factor] = *last;
    to_replace.erase(last);
    add(needs_[tightest_[order_[rank]]], factor);
  }
  for (const auto& [variable, factor] : variables) row.terms.push_back({variable, factor});
  return row;
}

std::vector<Row> KeepRows::broken(std::span<const double> point) {
  work_out(point);
  std::vector<Row> rows;
  for (std::uint32_t p = 0; p < in_doubt_.size(); ++p) {
    if (variable_[p] == worked_out) {
      const bool asked = problem_.must_stand(in_doubt_[p]) || problem_.indispensable(in_doubt_[p]);
      if (!asked || value_[p] >= 1 - tolerance) continue;
      rows.push_back(said(needs_[tightest_[p]]));
      rows.back().at_least += 1;
      continue;
    }
    for (std::uint32_t at = first_need_[p]; at < first_need_[p + 1]; ++at) {
      if (least(needs_[at]).share >= value_[p] - tolerance) continue;
      rows.push_back(said(needs_[at]));
      std::vector<Term>& terms = rows.back().terms;
      const auto own = std::find_if(terms.begin(), terms.end(), [&](const Term& term) {
        return term.variable == variable_[p];
      });
      if (own != terms.end())  // needs itself, among others
        own->factor -= 1;
      else
        terms.push_back({variable_[p], -1});
    }
  }
  return rows;
}

}  // namespace regelgraf::optimise
