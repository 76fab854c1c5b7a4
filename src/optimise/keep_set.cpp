// keep_set and best_removals: the problem, its parts, and the answer put together.

#include <regelgraf/keep_set.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include <regelgraf/error.hpp>

#include "optimise/keep_part.hpp"

namespace regelgraf {

namespace optimise {

namespace {

std::unique_ptr<Optimiser> optimiser_or_error() {
  std::unique_ptr<Optimiser> optimiser = make_optimiser();
  if (!optimiser)
    throw Error(Errc::invalid_question,
                "this library was built without a solver, and does not answer this", "ask");
  return optimiser;
}

Range hours_a_year(const Model& model, Index i) {
  const std::optional<Burden> burden = model.burden(i);
  return burden ? hours_of(*burden).per_year : Range{};
}

/// As which hours are compared, so that sums are exact.
double minutes_of(const Range& hours) { return std::round(hours.likely * 60); }

/// Looks at the limits from within the solver, which calls some hundred thousand times a second.
std::function<bool()> look_at(detail::Watch& watch) {
  return [&watch] { return watch.step(0, 20'000); };
}

/// Candidates with the most minutes first; those with as many by id.
std::vector<Index> most_first(const std::vector<Index>& candidates,
                              const std::vector<double>& minutes) {
  std::vector<Index> order = candidates;
  std::stable_sort(order.begin(), order.end(),
                   [&](Index a, Index b) { return minutes[a] > minutes[b]; });
  return order;
}

/// Both questions: the problem, and what the rules cost.
class Review {
 public:
  Review(const Model& model, const KeepScope& scope, std::span<const Index> keep,
         std::optional<Day> date, const Limits& limits)
      : optimiser_(optimiser_or_error()),
        watch_(limits),
        baseline_(model, date),
        problem_(baseline_, rules_in(scope, baseline_, watch_), keep, watch_),
        hours_(model.size()),
        minutes_(model.size()) {
    for (Index i = 0; i < model.size(); ++i) {
      if (!baseline_.stands(i)) continue;
      hours_[i] = hours_a_year(model, i);
      minutes_[i] = minutes_of(hours_[i]);
    }
  }

 protected:
  [[nodiscard]] GoneRule gone_rule(Index i) const {
    return {i, hours_[i], baseline_.model().examined(i)};
  }
  [[nodiscard]] Range sum(const std::vector<Index>& list) const {
    Range hours;
    for (const Index i : list) hours += hours_[i];
    return hours;
  }
  [[nodiscard]] bool late() { return watch_.step(0, 2'000'000); }

  std::unique_ptr<Optimiser> optimiser_;
  detail::Watch watch_;
  Baseline baseline_;
  KeepProblem problem_;
  std::vector<Range> hours_;
  std::vector<double> minutes_;
};

/// The first answer is improved by so many tries, in parts where the solver needs more than a
/// blink.
constexpr std::size_t worth_improving = 12, most_rounds = 3000;

class KeepSetReview : Review {
 public:
  KeepSetReview(const Model& model, const KeepSetQuestion& question, const Limits& limits)
      : Review(model, question.scope, question.keep, question.date, limits),
        by_count_(question.objective == KeepObjective::count) {}

  KeepSet run() {
    for (const Index i : problem_.scope())
      if (problem_.indispensable(i)) keep(i);
    answer_.proven = answer_.settled = true;
    std::vector<PartQuestion> parts = take_apart();
    watch_.stage("keep_set", parts.size());
    for (PartQuestion& part : parts) {
      solve(std::move(part));
      (void)watch_.step(1);
    }
    answer_.complete = !late();
    put_together();
    return std::move(answer_);
  }

 private:
  /// What the objective counts.
  [[nodiscard]] double worth(Index i) const { return by_count_ ? 1 : minutes_[i]; }
  void keep(Index i) {
    kept_.push_back(i);
    bound_ += worth(i);
  }

  /// The parts of what is in doubt that share nothing; small ones first.
  std::vector<PartQuestion> take_apart() {
    const Model& model = problem_.model();
    const std::vector<Index>& all = problem_.in_doubt();
    std::vector<std::size_t> up(all.size());
    std::iota(up.begin(), up.end(), 0);
    const auto top = [&](std::size_t at) {
      while (up[at] != at) at = up[at] = up[up[at]];
      return at;
    };
    const auto place = [&](Index i) {
      return static_cast<std::size_t>(std::lower_bound(all.begin(), all.end(), i) - all.begin());
    };
    for (std::size_t at = 0; at < all.size(); ++at) {
      const auto [first, last] = model.requirements_of(all[at]);
      for (std::uint32_t r = first; r < last; ++r)
        for (const Index supporter : model.listed(r))
          if (problem_.doubtful(supporter)) up[top(place(supporter))] = top(at);
    }
    std::vector<PartQuestion> parts;
    std::vector<std::size_t> number(all.size(), none);
    for (std::size_t at = 0; at < all.size(); ++at) {
      std::size_t& its = number[top(at)];
      if (its == none) {
        its = parts.size();
        parts.emplace_back();
      }
      parts[its].in_doubt.push_back(all[at]);
      if (problem_.in_scope(all[at]) && !problem_.indispensable(all[at]))
        parts[its].candidates.push_back(all[at]);
    }
    std::stable_sort(parts.begin(), parts.end(), [](const auto& a, const auto& b) {
      return a.candidates.size() < b.candidates.size();
    });
    return parts;
  }

  void solve(PartQuestion part) {
    // What decides first is worth more than all of the rest together.
    double second = 0;
    for (const Index i : part.candidates) second += by_count_ ? minutes_[i] : 1;
    for (const Index i : part.candidates)
      part.cost.push_back(by_count_ ? second + 1 + minutes_[i] : (second + 1) * minutes_[i] + 1);
    const std::vector<Index> candidates = part.candidates;
    const std::vector<Index> dropped =
        problem_.drop_in_turn({}, most_first(candidates, minutes_), candidates.size(), watch_);
    std::vector<Index> kept;
    for (const Index i : candidates)
      if (std::find(dropped.begin(), dropped.end(), i) == dropped.end()) kept.push_back(i);
    if (!late() && candidates.size() >= worth_improving) {
      std::vector<double> cost(problem_.model().size());
      for (std::size_t at = 0; at < candidates.size(); ++at) cost[candidates[at]] = part.cost[at];
      kept = problem_.improve(std::move(kept), candidates, part.in_doubt, cost,
                              std::min<std::size_t>(10 * candidates.size(), most_rounds), watch_);
    }
    std::vector<char> chosen;
    for (const Index i : candidates)
      chosen.push_back(std::binary_search(kept.begin(), kept.end(), i));
    PartAnswer answer;
    if (late()) {
      answer.chosen = std::move(chosen);
    } else {
      KeepPart solver(problem_, *optimiser_, std::move(part), look_at(watch_));
      answer = solver.solve(std::move(chosen));
    }
    double worth_of_all = 0;
    for (std::size_t at = 0; at < candidates.size(); ++at) {
      if (!answer.chosen[at]) continue;
      kept_.push_back(candidates[at]);
      worth_of_all += worth(candidates[at]);
    }
    answer_.proven = answer_.proven && answer.proven;
    answer_.settled = answer_.settled && answer.settled;
    const double least = std::ceil((std::ceil(answer.bound - 1e-6) - second) / (second + 1));
    bound_ += answer.proven ? worth_of_all : std::clamp(least, 0.0, worth_of_all);
  }

  void put_together() {
    std::vector<Index> gone;
    const auto leave = [&] {
      std::sort(kept_.begin(), kept_.end());
      gone.clear();
      std::set_difference(problem_.scope().begin(), problem_.scope().end(), kept_.begin(),
                          kept_.end(), std::back_inserter(gone));
    };
    leave();
    std::vector<std::vector<Index>> because = problem_.lost_with_each(gone, kept_);
    if (!answer_.proven && answer_.complete && drop_what_has_no_reason(gone)) {
      leave();
      because = problem_.lost_with_each(gone, kept_);
    }
    double value = 0;
    for (std::size_t at = 0; at < kept_.size(); ++at) {
      answer_.keep.push_back({kept_[at], std::move(because[at])});
      value += worth(kept_[at]);
    }
    for (const Index i : gone) answer_.go.push_back(gone_rule(i));
    answer_.falls = problem_.fallen_without(gone);
    answer_.not_standing = problem_.not_standing();
    answer_.hours = sum(kept_);
    answer_.hours_gone = sum(gone);
    answer_.gap = value > bound_ ? (value - bound_) / value : 0;
    answer_.bound = by_count_ ? bound_ : bound_ / 60;
  }

  bool drop_what_has_no_reason(const std::vector<Index>& gone) {
    const std::vector<Index> more =
        problem_.drop_in_turn(gone, most_first(kept_, minutes_), kept_.size(), watch_);
    std::erase_if(kept_,
                  [&](Index i) { return std::find(more.begin(), more.end(), i) != more.end(); });
    return !more.empty();
  }

  const bool by_count_;
  std::vector<Index> kept_;
  double bound_ = 0;
  KeepSet answer_;
};

class BestRemovalsReview : Review {
 public:
  BestRemovalsReview(const Model& model, const BestRemovalsQuestion& question, const Limits& limits)
      : Review(model, question.scope, question.keep, question.date, limits),
        at_most_(question.at_most) {}

  BestRemovals run() {
    PartQuestion part;
    part.choose = Choose::removed;
    part.in_doubt = problem_.in_doubt();
    for (const Index i : problem_.scope())
      if (!problem_.indispensable(i) && !problem_.must_stand(i) && minutes_[i] > 0)
        part.candidates.push_back(i);
    part.at_most = std::min(at_most_, part.candidates.size());
    const double factor = static_cast<double>(part.at_most) + 1;
    double all = 0;
    for (const Index i : part.candidates) {
      part.cost.push_back(1 - factor * minutes_[i]);
      all += minutes_[i];
    }
    const std::vector<Index> candidates = part.candidates;
    watch_.stage("best_removals", 1);
    const std::vector<Index> first =
        problem_.drop_in_turn({}, most_first(candidates, minutes_), part.at_most, watch_);
    std::vector<char> chosen;
    for (const Index i : candidates)
      chosen.push_back(std::find(first.begin(), first.end(), i) != first.end());
    PartAnswer found;
    if (late()) {
      found.chosen = std::move(chosen);
      found.bound = -factor * all;
    } else {
      const double most = static_cast<double>(part.at_most);
      KeepPart solver(problem_, *optimiser_, std::move(part), look_at(watch_));
      found = solver.solve(std::move(chosen));
      found.bound -= most;
    }
    std::vector<Index> gone;
    double value = 0;
    for (std::size_t at = 0; at < candidates.size(); ++at) {
      if (!found.chosen[at]) continue;
      gone.push_back(candidates[at]);
      value += minutes_[candidates[at]];
    }
    const double bound =
        found.proven ? value : std::clamp(std::floor(1e-6 - found.bound / factor), value, all);
    BestRemovals answer;
    for (const Index i : gone) answer.remove.push_back(gone_rule(i));
    answer.falls = problem_.fallen_without(gone);
    answer.not_standing = problem_.not_standing();
    answer.hours = sum(gone);
    answer.hours_fallen = sum(answer.falls);
    answer.bound = bound / 60;
    answer.gap = bound > value ? (bound - value) / bound : 0;
    answer.proven = found.proven;
    answer.settled = found.settled;
    answer.complete = !late();
    return answer;
  }

 private:
  const std::size_t at_most_;
};

}  // namespace

}  // namespace optimise

bool has_optimiser() { return optimise::make_optimiser() != nullptr; }

KeepSet keep_set(const Model& model, const KeepSetQuestion& question, const Limits& limits) {
  return optimise::KeepSetReview(model, question, limits).run();
}

BestRemovals best_removals(const Model& model, const BestRemovalsQuestion& question,
                           const Limits& limits) {
  if (question.at_most == 0)
    throw Error(Errc::invalid_question, "expected a number from 1", "at_most");
  return optimise::BestRemovalsReview(model, question, limits).run();
}

}  // namespace regelgraf
