#pragma once

// Whom to involve in a decision, in which order, and who becomes a party by it.

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include <regelgraf/detail/options.hpp>

namespace regelgraf::detail {

/// What involvements are ordered by: before, then after; before: more days first, recommendations
/// last; then tier, order, id. @p body: none where it is not resolved.
inline auto involvement_order(const Model& model, const InvolvementRow& row, Index body) {
  constexpr double last = std::numeric_limits<double>::infinity();
  const bool before = row.timing == Timing::before;
  return std::tuple(!before, before && row.how == How::recommend,
                    before ? -row.days.value_or(0) : 0.0,
                    body == none ? *row.at_level_of_decider : model.tier(body),
                    body == none ? last : model.actor(body).order.value_or(last), row.element);
}

/// The involvements of one inquiry.
class Involve {
 public:
  Involve(const Inquiry& inquiry, const Holders& holders)
      : in_(inquiry), model_(inquiry.model), holders_(holders), active_(inquiry.memory) {
    for (const std::uint32_t place : in_.involvements) {
      const InvolvementRow& row = model_.involvements()[place];
      Speaks speaks = in_.applies(row);
      if (speaks.truth != Truth::no) active_.push_back({&row, std::move(speaks)});
    }
  }

  /// The involvements for a decision by @p holders, in order. Without holders: those that apply to
  /// the question whoever decides it.
  [[nodiscard]] std::vector<Involved> of(const std::vector<Index>& holders) const {
    std::vector<Involved> result;
    for (const auto& [row, speaks] : active_) {
      if (!decided_by(*row, holders)) continue;
      result.push_back({row->element, row->body, speaks.unknowns});
    }
    sort(result);
    const Index leader = leader_for(holders, result);
    for (Involved& involved : result)
      if (const InvolvementRow& row = row_of(involved.involvement); row.body == none)
        involved.body = body_at_level_of(leader, *row.at_level_of_decider);
    sort(result);
    return result;
  }

  /// Makes the bodies of agreements parties to the option. False when an agreement cannot be had.
  [[nodiscard]] bool agree(Draw& draw) const {
    Option& option = draw.option;
    for (const Involved& involved : option.involve) {
      const InvolvementRow& row = row_of(involved.involvement);
      if (row.how != How::agree || row.timing != Timing::before) continue;
      if (!involved.depends_on.empty()) {
        option.depends_on.push_back({involved.depends_on, true, involved.involvement});
        continue;
      }
      if (involved.body == none) continue;
      const Index party = party_for(involved.body, draw);
      if (party == none) return false;
      if (std::find(option.must.begin(), option.must.end(), party) == option.must.end())
        option.must.push_back(party);
      if (std::find(option.holders.begin(), option.holders.end(), party) == option.holders.end()) {
        option.holders.push_back(party);
        ++option.jointly;
      }
    }
    std::sort(option.holders.begin(), option.holders.end());
    std::sort(option.must.begin(), option.must.end());
    return true;
  }

  /// Who acts for @p body: whoever sits for it already, itself, or a free deputy that is no holder.
  [[nodiscard]] Index party_for(Index body, Draw& draw) const {
    const auto seat = std::find_if(draw.seats.begin(), draw.seats.end(),
                                   [&](const Seat& s) { return s.named == body; });
    if (seat != draw.seats.end()) return seat->actor;
    std::vector<Index> holders = draw.option.holders;
    holders.push_back(body);
    for (const Seat& s : holders_.seats(holders))
      if (s.named == body) {
        draw.seats.push_back(s);
        return s.actor;
      }
    return none;
  }

  [[nodiscard]] const InvolvementRow& row_of(Index involvement) const {
    return *std::find_if(active_.begin(), active_.end(), [&](const auto& active) {
              return active.row->element == involvement;
            })->row;
  }

 private:
  struct Active {
    const InvolvementRow* row;
    Speaks speaks;
  };

  [[nodiscard]] bool decided_by(const InvolvementRow& row,
                                const std::vector<Index>& holders) const {
    if (row.when_decided_by.empty()) return true;
    return std::any_of(
        row.when_decided_by.begin(), row.when_decided_by.end(), [&](const PatternRow& pattern) {
          return std::any_of(holders.begin(), holders.end(),
                             [&](Index holder) { return holders_.matches(pattern, holder); });
        });
  }

  void sort(std::vector<Involved>& all) const {
    const auto key = [&](const Involved& involved) {
      return involvement_order(model_, row_of(involved.involvement), involved.body);
    };
    std::sort(all.begin(), all.end(),
              [&](const Involved& a, const Involved& b) { return key(a) < key(b); });
  }

  /// The holder of tier management or nearer, else the last such recommender.
  [[nodiscard]] Index leader_for(const std::vector<Index>& holders,
                                 const std::vector<Involved>& sorted) const {
    Index leader = none;
    for (const Index holder : holders)
      if (model_.tier(holder) <= Tier::management &&
          (leader == none || model_.tier(holder) > model_.tier(leader)))
        leader = holder;
    if (leader != none) return leader;
    for (const Involved& involved : sorted)
      if (row_of(involved.involvement).how == How::recommend && involved.body != none &&
          model_.tier(involved.body) <= Tier::management)
        leader = involved.body;
    return leader;
  }

  /// The body of @p tier whose `med_for` holds the leader or the nearest unit above, a unit he
  /// leads counting as himself.
  [[nodiscard]] Index body_at_level_of(Index leader, Tier tier) const {
    for (Index at = leader; at != none; at = model_.part_of(at))
      for (const Index body : model_.reach().med_bodies) {
        const auto sits_for = model_.actor(body).med_for;
        if (model_.tier(body) == tier && in_.stands(body) &&
            std::any_of(sits_for.begin(), sits_for.end(),
                        [&](Index i) { return i == at || model_.actor(i).leader == at; }))
          return body;
      }
    return none;
  }

  const Inquiry& in_;
  const Model& model_;
  const Holders& holders_;
  std::pmr::vector<Active> active_;
};

}  // namespace regelgraf::detail
