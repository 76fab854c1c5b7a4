#pragma once

// The two sides of cuts(): what fells x, what raises it, and the reasons why not yet.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include <regelgraf/cuts.hpp>
#include <regelgraf/detail/ancestry.hpp>
#include <regelgraf/detail/inline.hpp>
#include <regelgraf/detail/propagation.hpp>
#include <regelgraf/detail/smallest_sets.hpp>
#include <regelgraf/detail/support_builder.hpp>
#include <regelgraf/error.hpp>

namespace regelgraf::detail {

/// Does taking elements out make a requirement fail? Where not, the reason is a set of standing
/// elements that suffices to fulfil it.
class Felling {
 public:
  Felling(const Ancestry& source, const SupportGraph& graph)
      : source_(source), graph_(graph), propagation_(source, graph), in_(source.size()) {}

  bool fails(std::uint32_t requirement, const std::vector<Index>& without, IndexSet* reason) {
    const auto mark = propagation_.mark();
    for (const Index i : without) propagation_.take_out(i);
    propagation_.settle();
    std::uint32_t left = 0;
    for (const Index i : source_.listed(requirement)) left += propagation_.live(i);
    const bool fails = left < source_.at_least(requirement);
    if (!fails && reason) find_support(requirement, *reason);
    propagation_.back_to(mark);
    return fails;
  }
  [[nodiscard]] std::uint64_t touched() const { return propagation_.touched() + walked_; }

 private:
  /// From @p goal up: of each requirement as many as it asks for, first those that are in already.
  void find_support(std::uint32_t goal, IndexSet& reason) {
    if (graph_.has_loops()) rank();
    in_.clear();
    stack_.clear();
    std::uint32_t wanted = source_.at_least(goal);
    for (const Index j : source_.listed(goal))
      if (wanted > 0 && propagation_.live(j)) {
        take(j);
        --wanted;
      }
    while (!stack_.empty()) {
      const Index i = stack_.back();
      stack_.pop_back();
      reason.set(i);
      for (const std::uint32_t r : source_.of(i)) {
        std::uint32_t lacking = source_.at_least(r);
        walked_ += source_.listed(r).size();
        for (const Index j : source_.listed(r))
          if (lacking > 0 && in_[j] && holds_up(j, r)) --lacking;
        for (const Index j : source_.listed(r))
          if (lacking > 0 && !in_[j] && holds_up(j, r)) {
            take(j);
            --lacking;
          }
      }
    }
  }
  void take(Index i) {
    if (in_[i]) return;
    in_.set(i);
    stack_.push_back(i);
  }

  /// May @p j be counted for requirement @p r? In a loop of grounds only what is founded earlier.
  [[nodiscard]] bool holds_up(Index j, std::uint32_t r) const {
    if (!propagation_.live(j)) return false;
    if (!graph_.has_loops() || !source_.founding(r)) return true;
    const std::uint32_t owner = rank_[source_.owner(r)], other = rank_[j];
    return other == unlooped || owner == unlooped || other < owner;
  }

  /// Numbers what stands in loops of grounds in an order in which it can be founded.
  void rank() {
    if (rank_.empty()) {
      rank_.assign(source_.size(), unlooped);
      lacking_.assign(source_.requirements(), 0);
      open_.assign(source_.size(), 0);
      for (Index i = 0; i < source_.size(); ++i)
        if (graph_.looped(i)) looped_.push_back(i);
    }
    for (const Index i : looped_) rank_[i] = unranked;
    std::vector<Index> found;
    for (const Index i : looped_) {
      if (!propagation_.live(i)) continue;
      open_[i] = 0;
      for (const std::uint32_t r : source_.of(i)) {
        lacking_[r] = 0;
        if (!source_.founding(r)) continue;
        std::uint32_t have = 0;
        for (const Index j : source_.listed(r))
          have += propagation_.live(j) && rank_[j] == unlooped;
        walked_ += source_.listed(r).size();
        if (have >= source_.at_least(r)) continue;
        lacking_[r] = source_.at_least(r) - have;
        ++open_[i];
      }
      if (open_[i] == 0) found.push_back(i);
    }
    for (std::size_t at = 0; at < found.size(); ++at) {
      rank_[found[at]] = static_cast<std::uint32_t>(at);
      for (const std::uint32_t r : source_.listing(found[at])) {
        const Index owner = source_.owner(r);
        if (rank_[owner] != unranked || !propagation_.live(owner) || lacking_[r] == 0) continue;
        if (--lacking_[r] == 0 && --open_[owner] == 0) found.push_back(owner);
      }
    }
  }

  static constexpr std::uint32_t unlooped = none, unranked = none - 1;

  const Ancestry& source_;
  const SupportGraph& graph_;
  Propagation<Ancestry, NobodyHeld> propagation_;
  IndexSet in_;
  std::vector<Index> stack_, looped_;
  std::vector<std::uint32_t> rank_, lacking_, open_;
  std::uint64_t walked_ = 0;
};

/// One requirement's side of Felling.
struct FellingOracle {
  Felling* felling;
  std::uint32_t requirement;

  bool enough(const std::vector<Index>& set, IndexSet* reason) {
    return felling->fails(requirement, set, reason);
  }
  [[nodiscard]] std::uint64_t touched() const { return felling->touched(); }
};

/// Does putting candidates in force make x stand? Where not, the reason is a set of candidates
/// without all of which it falls.
class Restoring {
 public:
  Restoring(const Ancestry& source, const SupportGraph& graph, Index x, const IndexSet& candidates)
      : candidates_(candidates), x_(x), propagation_(source, graph), out_(candidates) {
    for (Index i = out_.from(0); i != none; i = out_.from(i + 1)) propagation_.take_out(i);
    propagation_.settle();
  }

  bool enough(const std::vector<Index>& set, IndexSet* reason) {
    const auto mark = propagation_.mark();
    for (const Index i : set) put_in(i);
    const bool stands = propagation_.live(x_);
    if (!stands && reason)
      for (Index i = out_.from(0); i != none; i = out_.from(i + 1)) {
        const auto before = propagation_.mark();
        put_in(i);
        if (!propagation_.live(x_)) continue;  // in with it: the fewer are left out, the better
        propagation_.back_to(before);
        out_.set(i);
        reason->set(i);
      }
    propagation_.back_to(mark);
    out_ = candidates_;
    return stands;
  }
  [[nodiscard]] std::uint64_t touched() const { return propagation_.touched(); }

 private:
  void put_in(Index i) {
    out_.clear(i);
    propagation_.raise(i, [&](Index other) { return out_[other]; });
  }

  const IndexSet& candidates_;
  const Index x_;
  Propagation<Ancestry, NobodyHeld> propagation_;
  IndexSet out_;  // candidates that are not in force
};

struct RestoringOracle {
  Restoring* restoring;

  bool enough(const std::vector<Index>& set, IndexSet* reason) {
    return restoring->enough(set, reason);
  }
  [[nodiscard]] std::uint64_t touched() const { return restoring->touched(); }
};

/// @brief What fells x, taken apart: by itself each element without which none of x's requirements
/// can be fulfilled, and whatever makes one of the requirements with slack that they have fail.
///
/// That this is all: were none of these elements removed and none of these requirements failing,
/// they could be added to what stands.
struct FellingParts {
  IndexSet indispensable;            ///< And x.
  std::vector<std::uint32_t> slack;  ///< Requirements of x or the indispensable.

  FellingParts(const Ancestry& source, Index x) : indispensable(source.size()) {
    std::vector<Index> open{x};
    indispensable.set(x);
    while (!open.empty()) {
      const Index i = open.back();
      open.pop_back();
      for (const std::uint32_t r : source.of(i)) {
        const auto listed = source.listed(r);
        if (listed.size() > source.at_least(r)) {
          slack.push_back(r);
          continue;
        }
        for (const Index j : listed) {
          if (indispensable[j]) continue;
          indispensable.set(j);
          open.push_back(j);
        }
      }
    }
  }

  /// What requirement @p r leans on, the indispensable apart. What it leans on @p through those is
  /// behind requirements of theirs as well; but where those are in a loop of grounds, a set may lie
  /// behind several and fell x for all of them together.
  [[nodiscard]] IndexSet behind(const Ancestry& source, const SupportGraph& graph,
                                std::uint32_t r) const {
    IndexSet found(source.size());
    std::vector<Index> open;
    const auto reach = [&](std::uint32_t requirement) {
      for (const Index j : source.listed(requirement)) {
        if (found[j] || (indispensable[j] && !graph.looped(j))) continue;
        found.set(j);
        open.push_back(j);
      }
    };
    reach(r);
    while (!open.empty()) {
      const Index i = open.back();
      open.pop_back();
      for (const std::uint32_t above : source.of(i)) reach(above);
    }
    found.drop(indispensable);
    return found;
  }
};

/// Puts together the sets of @p searches, a size at a time; @p singles beside them.
inline constexpr std::uint64_t most_unasked_work = 1'000'000'000;  // a second or so

template <class Oracle>
void list_cuts(std::vector<SmallestSets<Oracle>>& searches, const IndexSet& singles,
               FoundSets& found, const Ancestry& source, std::size_t at_most, Watch& watch,
               Cuts& answer) {
  watch.stage("cuts", 0);
  bool late = watch.step(0), left = true;
  for (std::size_t size = 1; left && !late && found.sets().size() <= at_most;) {
    std::vector<FoundSets::Set> sets;
    if (size == 1)
      for (Index i = singles.from(0); i != none; i = singles.from(i + 1)) sets.push_back({i});
    std::size_t next = none;
    left = false;
    const std::size_t wanted = at_most + 1 - found.sets().size();  // one more tells there is more
    for (auto& search : searches) {
      search.of_size(size, wanted, sets);
      late = search.late();
      if (late) break;
      if (search.done()) continue;
      left = true;
      if (!search.too_deep()) next = std::min(next, search.least());
    }
    std::sort(sets.begin(), sets.end());
    sets.erase(std::unique(sets.begin(), sets.end()), sets.end());
    if (sets.size() > wanted) sets.resize(wanted);
    for (FoundSets::Set& set : sets) found.add(std::move(set));
    if (next == none || (left && found.sets().size() == at_most)) break;
    size = std::max(size + 1, next);
  }
  answer.complete = !left && !late && found.sets().size() <= at_most;
  for (const FoundSets::Set& set : found.sets()) {
    if (answer.sets.size() == at_most) break;
    std::vector<Index>& elements = answer.sets.emplace_back();
    for (const Index i : set) elements.push_back(source.element(i));
  }
}

}  // namespace regelgraf::detail

#ifndef REGELGRAF_DECLARATIONS_ONLY
namespace regelgraf {

REGELGRAF_INLINE Cuts cuts(const Model& model, const CutsQuestion& question, const Limits& limits) {
  if (question.element >= model.size())
    throw Error(Errc::unknown_element, "no such element in this model", "element");
  return cuts(Baseline(model, question.date), question, limits);
}

REGELGRAF_INLINE Cuts cuts(const Baseline& baseline, const CutsQuestion& question,
                           const Limits& limits) {
  const Model& model = baseline.model();
  if (question.element >= model.size())
    throw Error(Errc::unknown_element, "no such element in this model", "element");
  if (question.at_most == 0)
    throw Error(Errc::invalid_question, "expected a number from 1", "at_most");
  detail::Watch watch(limits);
  detail::Effort effort;
  if (!limits.seconds) effort.left = detail::most_unasked_work;
  Cuts answer;
  answer.stands = baseline.stands(question.element);
  if (answer.stands == (question.to == CutsTo::restore)) {
    answer.sets.emplace_back();  // nothing need be done
    answer.complete = true;
    return answer;
  }
  if (question.to == CutsTo::fell) {
    const detail::Ancestry source(model, question.element,
                                  [&](Index i) { return baseline.stands(i); });
    detail::Bits all;
    all.assign(source.size(), true);
    const detail::SupportGraph graph = detail::support_graph(source, std::move(all));
    const Index x = source.number_of(question.element);
    detail::FellingParts parts(source, x);
    detail::FoundSets found(source.size());
    detail::Felling felling(source, graph);
    std::vector<detail::SmallestSets<detail::FellingOracle>> searches;
    for (const std::uint32_t r : parts.slack)
      searches.emplace_back(detail::FellingOracle{&felling, r}, parts.behind(source, graph, r),
                            source.size(), found, watch, effort);
    parts.indispensable.clear(x);
    detail::list_cuts(searches, parts.indispensable, found, source, question.at_most, watch,
                      answer);
    return answer;
  }
  answer.complete = true;
  if (model.inert(question.element)) return answer;
  const detail::Ancestry source(model, question.element, [&](Index i) { return !model.inert(i); });
  detail::Bits all;
  all.assign(source.size(), true);
  const detail::SupportGraph graph = detail::support_graph(source, std::move(all));
  const Index x = source.number_of(question.element);
  if (!graph.members()[x]) return answer;
  // What does not stand with all of them in force never does.
  detail::IndexSet candidates(source.size());
  for (Index i = 0; i < source.size(); ++i)
    if (graph.members()[i] && !in_force(model, source.element(i), baseline.date()))
      candidates.set(i);
  detail::FoundSets found(source.size());
  detail::Restoring restoring(source, graph, x, candidates);
  std::vector<detail::SmallestSets<detail::RestoringOracle>> searches;
  searches.emplace_back(detail::RestoringOracle{&restoring}, candidates, source.size(), found,
                        watch, effort);
  detail::list_cuts(searches, detail::IndexSet(source.size()), found, source, question.at_most,
                    watch, answer);
  return answer;
}

}  // namespace regelgraf
#endif
