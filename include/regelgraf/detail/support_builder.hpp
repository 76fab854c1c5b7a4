#pragma once

// From candidates to the largest set that holds itself up, and its SupportGraph.

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include <regelgraf/detail/components.hpp>
#include <regelgraf/detail/propagation.hpp>
#include <regelgraf/detail/support_graph.hpp>

namespace regelgraf::detail {

struct NobodyHeld {
  bool operator()(Index) const { return false; }
  [[nodiscard]] bool any() const { return false; }
};

/// Builds the SupportGraph of a set all of whose members were counted as having support once.
template <class Source>
class SupportGraphBuilder {
 public:
  using Graph = typename Source::Graph;

  SupportGraphBuilder(const Source& source, Bits members)
      : source_(source), n_(source.size()), members_(std::move(members)) {
    find_loops();
    if (!core_.empty()) {
      name_loops();
      found_core();
    }
  }

  /// Members that are founded in no order: they fall.
  [[nodiscard]] const std::vector<Index>& unfounded() const { return unfounded_; }
  /// Members that lack supporters, now that the unfounded are out. Known once graph() was called.
  [[nodiscard]] const std::vector<Index>& lacking() const { return lacking_; }
  [[nodiscard]] const Bits& members() const { return members_; }

  [[nodiscard]] Graph graph() {
    Graph graph;
    for (Index i = 0; i < n_; ++i)
      if (loop_of(i) != none) graph.loops_.push_back(i);
    assign_slots(graph);
    fill_lists(graph);
    if (graph.has_loops()) {
      fill_loops(graph);
      plant_trees(graph);
    }
    graph.members_ = std::move(members_);
    return graph;
  }

 private:
  /// What a requirement is in the graph.
  enum class Form : std::uint8_t {
    nothing,  ///< Its owner is no member, or falls.
    edge,     ///< It has no slack.
    slot,     ///< It has some.
  };

  /// Finds the core: what rests on a loop, or is in one. Walks up from each member; who meets the
  /// walk itself, or the core, is in it with all that led there.
  void find_loops() {
    enum class State : std::uint8_t { unseen, on_the_walk, clear, in_the_core };
    struct Visit {
      Index element;
      std::uint32_t requirement;
      std::uint32_t place;  // in what that lists
    };
    Block<State> state(n_, State::unseen);
    std::vector<Visit> walk;
    const auto enter = [&](Index i) {
      state[i] = State::on_the_walk;
      walk.push_back({i, *source_.of(i).begin(), 0});
    };
    const auto next_above = [&](Visit& at) {
      for (const std::uint32_t end = *source_.of(at.element).end(); at.requirement < end;
           ++at.requirement, at.place = 0) {
        if (!source_.founding(at.requirement)) continue;
        for (const auto listed = source_.listed(at.requirement); at.place < listed.size();) {
          const Index above = listed[at.place++];
          if (members_[above] && state[above] != State::clear) return above;
        }
      }
      return none;
    };
    for (Index root = 0; root < n_; ++root) {
      if (!members_[root] || state[root] != State::unseen) continue;
      enter(root);
      while (!walk.empty()) {
        const Index above = next_above(walk.back());
        if (above == none) {
          state[walk.back().element] = State::clear;
          walk.pop_back();
        } else if (state[above] == State::unseen) {
          enter(above);
        } else {
          for (const Visit& visit : walk) state[visit.element] = State::in_the_core;
          walk.clear();
        }
      }
    }
    for (Index i = 0; i < n_; ++i)
      if (state[i] == State::in_the_core) core_.push_back(i);
    if (core_.empty()) return;
    core_place_.assign(n_, none);
    for (std::size_t place = 0; place < core_.size(); ++place)
      core_place_[core_[place]] = static_cast<Index>(place);
  }

  /// The place of @p i in core_, if there is one; none where it is not in it.
  [[nodiscard]] Index core_place(Index i) const { return core_place_[i]; }
  /// The loop of @p i; none where it is in none.
  [[nodiscard]] Index loop_of(Index i) const {
    if (core_.empty()) return none;
    const Index place = core_place(i);
    return place == none ? none : loop_[place];
  }
  [[nodiscard]] bool same_loop(Index a, Index b) const {
    const Index loop = loop_of(a);
    return loop != none && loop == loop_of(b);
  }

  /// A loop is a strongly connected part of the core, or a member that requires itself.
  void name_loops() {
    const auto size = static_cast<Index>(core_.size());
    Rows<Index> up;
    Block<std::uint8_t> itself(size, 0);
    for (Index place = 0; place < size; ++place) {
      for (const std::uint32_t r : source_.of(core_[place]))
        if (source_.founding(r))
          for (const Index j : source_.listed(r)) {
            const Index to = members_[j] ? core_place(j) : none;
            if (to != none) up.push(to);
            if (to == place) itself[place] = 1;
          }
      up.close();
    }
    const Components parts = components(
        size, [&](Index place) { return up[place]; }, [](Index) { return true; });
    loop_.assign(size, none);
    for (Index place = 0; place < size; ++place)
      if (itself[place] || parts.members[parts.of[place]].size() > 1)
        loop_[place] = parts.of[place];
  }

  /// Ranks the core in an order in which it can be founded; what has none is out.
  void found_core() {
    const auto size = static_cast<Index>(core_.size());
    rank_.assign(size, none);
    Block<std::uint32_t> open(size, 0);  // requirements without a ground
    Block<Index> found;
    Block<std::uint32_t> lacking;              // by requirement of the core, in their order
    Block<std::uint32_t> first_lacking(size);  // of each of the core
    found.reserve(size);
    for (Index place = 0; place < size; ++place) {
      first_lacking[place] = static_cast<std::uint32_t>(lacking.size());
      for (const std::uint32_t r : source_.of(core_[place])) {
        std::uint32_t have = 0;
        for (const Index j : source_.listed(r)) have += members_[j] && core_place(j) == none;
        const std::uint32_t least = source_.founding(r) ? source_.at_least(r) : 0;
        lacking.push_back(have < least ? least - have : 0);
        open[place] += lacking.back() > 0;
      }
      if (open[place] == 0) found.push_back(place);
    }
    for (std::size_t at = 0; at < found.size(); ++at) {
      rank_[found[at]] = static_cast<std::uint32_t>(at);
      for (const std::uint32_t r : source_.listing(core_[found[at]])) {
        if (!source_.founding(r) || !members_[source_.owner(r)]) continue;
        const Index owner = core_place(source_.owner(r));
        if (owner == none) continue;  // it requires nothing: a purpose in itself
        const std::uint32_t first = *source_.of(core_[owner]).begin();
        std::uint32_t& left = lacking[first_lacking[owner] + (r - first)];
        if (left == 0 || --left > 0) continue;
        if (--open[owner] == 0) found.push_back(owner);
      }
    }
    for (Index place = 0; place < size; ++place)
      if (rank_[place] == none) {
        unfounded_.push_back(core_[place]);
        members_.clear(core_[place]);
      }
  }

  /// Is @p supporter surely founded before @p owner, who is looped?
  [[nodiscard]] bool founded_before(Index supporter, Index owner) const {
    return !same_loop(supporter, owner) || rank_[core_place(supporter)] < rank_[core_place(owner)];
  }

  /// Decides which requirements are edges and which have slots, and counts what the lists will
  /// have.
  void assign_slots(Graph& graph) {
    form_.assign(source_.requirements(), Form::nothing);
    list_first_.assign(2 * std::size_t{n_} + 2, 0);
    latest_.assign(n_, none);
    slots_.reserve(source_.requirements());
    std::vector<std::uint32_t> founding;  // requirements that get a second slot
    for (Index i = 0; i < n_; ++i) {
      if (!members_[i]) continue;
      bool lacks = false;
      for (const std::uint32_t r : source_.of(i)) {
        const std::uint32_t count = count_in(members_, source_.listed(r));
        const std::uint32_t least = source_.at_least(r);
        if (count < least) {
          lacks = true;
        } else if (count == least) {
          form_[r] = Form::edge;
        } else {
          form_[r] = Form::slot;
          slots_.push_back({i, static_cast<std::int32_t>(count - least)});
          if (source_.founding(r) && in_own_loop(r, i)) founding.push_back(r);
        }
      }
      if (lacks) lacking_.push_back(i);
      std::uint32_t slot = 0;  // any: they are counted
      each_entry(i, slot, [&](std::size_t list, std::uint32_t) { ++list_first_[list + 2]; });
    }
    graph.first_founding_slot_ = static_cast<std::uint32_t>(slots_.size());
    for (const std::uint32_t r : founding) {
      const Index owner = source_.owner(r);
      std::uint32_t early = 0;
      for (const Index j : source_.listed(r)) early += members_[j] && founded_before(j, owner);
      founding_slot_.emplace_back(r, static_cast<std::uint32_t>(slots_.size()));
      slots_.push_back({owner, static_cast<std::int32_t>(early) -
                                   static_cast<std::int32_t>(source_.at_least(r))});
    }
    std::sort(founding_slot_.begin(), founding_slot_.end());
  }

  /// Does requirement @p r list another of the loop of its owner?
  [[nodiscard]] bool in_own_loop(std::uint32_t r, Index owner) const {
    if (loop_of(owner) == none) return false;
    for (const Index j : source_.listed(r))
      if (members_[j] && same_loop(j, owner)) return true;
    return false;
  }

  /// Calls @p visit with each member that supports the member @p owner by requirement @p r, which
  /// is an edge or a slot.
  template <class Visit>
  void each_support(Index owner, std::uint32_t r, const Visit& visit) const {
    for (const Index supporter : source_.listed(r))  // whom it leaves, leaves with it
      if (members_[supporter] && supporter != owner) visit(supporter);
  }

  /// Calls @p put with each entry that @p owner has in the lists of its supporters. Lists 2i and
  /// 2i + 1 are those of element i. @p slot: its first, then the next one's.
  template <class Put>
  void each_entry(Index owner, std::uint32_t& slot, const Put& put) {
    for (const std::uint32_t r : source_.of(owner)) {
      if (form_[r] == Form::edge) {
        each_support(owner, r, [&](Index supporter) {
          if (std::exchange(latest_[supporter], owner) != owner)  // once for all its edges
            put(2 * std::size_t{supporter}, owner);
        });
      } else if (form_[r] == Form::slot) {
        each_support(owner, r, [&](Index supporter) { put(2 * std::size_t{supporter} + 1, slot); });
        ++slot;
      }
    }
  }

  /// Places what was counted: since owners come ascending, every list comes out in order.
  void fill_lists(Graph& graph) {
    // Where list k begins is at k + 1 until it is filled, which leaves there where list k + 1 does.
    Block<std::uint32_t>& first = list_first_;
    for (std::size_t at = 2; at < first.size(); ++at) first[at] += first[at - 1];
    Bits leaves;
    leaves.assign(n_, false);
    for (Index i = 0; i < n_; ++i) {
      const std::uint32_t* const begins = first.data() + 2 * std::size_t{i} + 1;
      if (begins[0] == begins[2]) leaves.set(i);
    }
    const auto marked = [&](Index i) { return leaves[i] ? i | SupportParts::leaf_bit : i; };
    graph.slot_owners_.reserve(slots_.size());
    graph.slot_spares_.reserve(slots_.size());
    for (const SupportParts::Slot& slot : slots_) {
      graph.slot_owners_.push_back(marked(slot.marked_owner));
      graph.slot_spares_.push_back(static_cast<std::uint32_t>(slot.spare));
    }

    Block<std::uint32_t> values(first.back() + SupportParts::readable);
    std::fill(values.end() - SupportParts::readable, values.end(), 0U);
    latest_.assign(n_, none);
    std::uint32_t slot = 0;
    for (Index owner = 0; owner < n_; ++owner)
      if (members_[owner])
        each_entry(owner, slot, [&](std::size_t list, std::uint32_t entry) {
          values[first[list + 1]++] = list % 2 == 0 ? marked(entry) : entry;
        });
    first.pop_back();
    graph.lists_ = {first, std::move(values)};
  }

  /// What is in loops beside: who loses an early supporter, and who falls for want of a ground.
  void fill_loops(Graph& graph) const {
    std::vector<std::pair<Index, std::uint32_t>> unfounds, founded;
    for (const Index owner : graph.loops_)
      for (const std::uint32_t r : source_.of(owner)) {
        if (!source_.founding(r) || form_[r] == Form::nothing) continue;
        if (form_[r] == Form::edge) {
          each_support(owner, r, [&](Index supporter) {
            if (same_loop(supporter, owner)) founded.emplace_back(supporter, owner);
          });
          continue;
        }
        const auto second = std::lower_bound(founding_slot_.begin(), founding_slot_.end(),
                                             std::pair(r, std::uint32_t{0}));
        if (second == founding_slot_.end() || second->first != r) continue;
        each_support(owner, r, [&](Index supporter) {
          if (founded_before(supporter, owner)) unfounds.emplace_back(supporter, second->second);
        });
      }
    for (auto* pairs : {&unfounds, &founded}) {
      std::sort(pairs->begin(), pairs->end());
      pairs->erase(std::unique(pairs->begin(), pairs->end()), pairs->end());
    }
    auto at = unfounds.begin();
    for (Index i = 0; i < n_; ++i) {
      for (; at != unfounds.end() && at->first == i; ++at) graph.unfounds_.push(at->second);
      graph.unfounds_.close();
    }
    graph.unfounds_.finish();
    at = founded.begin();
    for (const Index i : graph.loops_) {
      for (; at != founded.end() && at->first == i; ++at) graph.founded_by_.push(at->second);
      graph.founded_by_.close();
    }
  }

  /// Chooses for each looped member a supporter it is founded on, one outside the loop if it can
  /// be.
  void plant_trees(Graph& graph) const {
    using Founded = SupportParts::Founded;
    Block<Founded> founded;
    std::vector<Index> by_rank;  // places in loops_
    std::vector<Index> odd;      // loops that are not of one list each
    for (const Index i : graph.loops_) {
      Founded one;
      std::uint32_t inner = 0;
      for (const std::uint32_t r : source_.of(i))
        if (source_.founding(r) && in_own_loop(r, i)) {
          one.requirement = r;
          inner += source_.at_least(r);
        }
      if (inner == 1)
        one.on = earliest(one.requirement, i);
      else
        odd.push_back(loop_of(i));
      by_rank.push_back(static_cast<Index>(founded.size()));
      founded.push_back(one);
    }
    std::sort(odd.begin(), odd.end());
    for (std::size_t place = 0; place < founded.size(); ++place)
      if (std::binary_search(odd.begin(), odd.end(), loop_of(graph.loops_[place])))
        founded[place] = {};
    const auto rank = [&](Index place) { return rank_[core_place(graph.loops_[place])]; };
    std::sort(by_rank.begin(), by_rank.end(), [&](Index a, Index b) { return rank(a) < rank(b); });
    const auto above = [&](Index place) {
      const Founded& one = founded[place];
      return one.on != none && same_loop(one.on, graph.loops_[place]) ? graph.loop_place(one.on)
                                                                      : none;
    };
    std::vector<std::uint32_t> size(founded.size(), 1), next(founded.size());
    for (auto place = by_rank.rbegin(); place != by_rank.rend(); ++place)
      if (const Index on = above(*place); on != none) size[on] += size[*place];
    std::uint32_t entered = 0;
    for (const Index place : by_rank) {
      const Index on = above(place);
      std::uint32_t& at = on == none ? entered : next[on];
      founded[place].enter = at;
      founded[place].leave = at += size[place];
      next[place] = founded[place].enter + 1;
    }
    graph.founded_ = Column<Founded>(std::move(founded));
  }

  /// Of those requirement @p r lists: one outside the loop of @p owner, else the first founded.
  [[nodiscard]] Index earliest(std::uint32_t r, Index owner) const {
    Index best = none;
    for (const Index j : source_.listed(r)) {
      if (!members_[j]) continue;
      if (!same_loop(j, owner)) return j;
      if (best == none || rank_[core_place(j)] < rank_[core_place(best)]) best = j;
    }
    return best;
  }

  const Source& source_;
  const std::uint32_t n_;
  Bits members_;
  Block<Index> core_place_;    // by element, where there is a core
  Block<Index> core_;          // ascending
  Block<Index> loop_;          // by place in core_: one number a loop; none
  Block<std::uint32_t> rank_;  // by place in core_
  std::vector<Index> unfounded_, lacking_;
  Block<SupportParts::Slot> slots_;
  Block<Form> form_;                 // by requirement
  Block<std::uint32_t> list_first_;  // two lists an element
  Block<Index> latest_;              // by supporter: whose edge was seen last
  std::vector<std::pair<std::uint32_t, std::uint32_t>> founding_slot_;  // requirement, slot
};

/// Takes out of @p set what lacks supporters, and what lacks them then.
template <class Source>
void drop_what_lacks(const Source& source, Bits& set) {
  const Bits start = set;
  std::vector<Index> fallen;
  const auto fall = [&](Index i) {
    if (!set[i]) return;
    set.clear(i);
    fallen.push_back(i);
  };
  for (Index i = 0; i < source.size(); ++i)
    if (start[i])
      for (const std::uint32_t r : source.of(i))
        if (count_in(start, source.listed(r)) < source.at_least(r)) fall(i);
  if (fallen.empty()) return;
  Block<std::uint32_t> left(source.requirements(), 0);  // 0: of nobody who requires it
  for (Index i = 0; i < source.size(); ++i)
    if (start[i])
      for (const std::uint32_t r : source.of(i)) left[r] = count_in(start, source.listed(r));
  while (!fallen.empty()) {
    const Index gone = fallen.back();
    fallen.pop_back();
    for (const std::uint32_t r : source.listing(gone))
      if (start[source.owner(r)] && left[r]-- == source.at_least(r)) fall(source.owner(r));
  }
}

/// @brief The largest part of @p candidates that holds itself up: every requirement has its
/// supporters, those that found in an order. Linear in the source, whatever alternates in it: what
/// falls for want of a ground is followed up on a first graph.
template <class Source>
typename Source::Graph support_graph(const Source& source, Bits candidates) {
  drop_what_lacks(source, candidates);
  SupportGraphBuilder<Source> first(source, std::move(candidates));
  if (first.unfounded().empty()) return first.graph();
  const typename Source::Graph rough = first.graph();
  Propagation<Source, NobodyHeld> propagation(source, rough);
  for (const Index i : first.lacking()) propagation.fall(i);
  propagation.settle();
  Bits members = rough.members();
  propagation.each_fallen([&](Index i) { members.clear(i); });
  return SupportGraphBuilder<Source>(source, std::move(members)).graph();
}

}  // namespace regelgraf::detail
