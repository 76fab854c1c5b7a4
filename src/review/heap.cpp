#include "review/heap.hpp"

#include <algorithm>

namespace regelgraf::qualifying {

namespace {

bool outside(Tier tier) {
  return tier == Tier::state || tier == Tier::partner || tier == Tier::citizen;
}

bool of_state(const Model& model, Index rule) {
  const auto issuers = model.issuers(rule);
  if (!issuers.empty())
    return std::any_of(issuers.begin(), issuers.end(),
                       [&](Index i) { return model.tier(i) == Tier::state; });
  switch (model.instrument(rule)) {
    case Instrument::constitution:
    case Instrument::act:
    case Instrument::order:
    case Instrument::circular:
    case Instrument::state_guidance:
      return true;
    default:
      return false;
  }
}

bool of_central_agreement(const Model& model, Index rule) {
  if (model.instrument(rule) == Instrument::collective_agreement) return true;
  const auto issuers = model.issuers(rule);
  return issuers.size() > 1 && model.joint_issuers(rule) > 1 &&
         std::all_of(issuers.begin(), issuers.end(),
                     [&](Index i) { return outside(model.tier(i)); });
}

bool is_med(Instrument instrument) {
  return instrument == Instrument::med_agreement || instrument == Instrument::med_guideline ||
         instrument == Instrument::med_procedure_guideline;
}

bool held_here(const Model& model, const Option& option) {
  return !option.holders.empty() && std::none_of(option.holders.begin(), option.holders.end(),
                                                 [&](Index i) { return outside(model.tier(i)); });
}

/// The leader of a unit, and of what unit each leader is.
Index leader_of(const Model& model, Index unit) { return model.actor(unit).leader; }

/// Is @p actor @p unit, in it, or the leader of either?
bool ours(const Model& model, Index actor, Index unit) {
  if (model.at_or_below(actor, unit)) return true;
  for (const ActorRow& row : model.actors())
    if (row.leader == actor && model.at_or_below(row.element, unit)) return true;
  return false;
}

/// Is @p actor the next above @p unit that has a leader, or that leader? Our own leader is not.
bool our_manager(const Model& model, Index actor, Index unit) {
  const Index own = leader_of(model, unit);
  for (Index above = model.part_of(unit); above != none; above = model.part_of(above)) {
    const Index leader = leader_of(model, above);
    if (actor == above) return true;
    if (leader == none || leader == own) continue;
    return actor == leader;
  }
  // Where units have no leader recorded the leader's own post may lie below another.
  return own != none && model.part_of(own) == actor;
}

Heap by_decider(const Model& model, const Option& option, Index unit) {
  const bool med =
      option.tier == Tier::med || std::any_of(option.must.begin(), option.must.end(),
                                              [&](Index i) { return model.tier(i) == Tier::med; });
  if (med) return Heap::med_agreement;
  if (outside(option.tier)) return Heap::state_or_agreement;
  if (option.tier == Tier::council || option.tier == Tier::committee) return Heap::council;
  if (unit != none) {
    const auto all = [&](auto&& holds) {
      return std::all_of(option.holders.begin(), option.holders.end(), holds);
    };
    if (all([&](Index i) { return ours(model, i, unit); })) return Heap::own;
    if (all([&](Index i) { return ours(model, i, unit) || our_manager(model, i, unit); }))
      return Heap::manager;
    return Heap::management;
  }
  if (option.tier == Tier::management) return Heap::management;
  return option.tier == Tier::administration ? Heap::manager : Heap::own;
}

Placed claimed_heap(std::optional<DecidedBy> claimed) {
  if (!claimed) return {Heap::management, HeapBecause::nobody};
  switch (*claimed) {
    case DecidedBy::institution:
      return {Heap::own, HeapBecause::claimed};
    case DecidedBy::administration:
      return {Heap::manager, HeapBecause::claimed};
    case DecidedBy::council:
      return {Heap::council, HeapBecause::claimed};
    case DecidedBy::state:
    case DecidedBy::agreement:
      return {Heap::state_or_agreement, HeapBecause::claimed};
    case DecidedBy::unknown:
      break;
  }
  return {Heap::management, HeapBecause::nobody};
}

}  // namespace

Placed heap_of(const Model& model, Index rule, const Decision& repeal, const Decision& waive,
               Index unit, std::optional<DecidedBy> claimed) {
  if (of_state(model, rule) || of_central_agreement(model, rule)) {
    const bool exempt = std::any_of(waive.options.begin(), waive.options.end(),
                                    [&](const Option& one) { return held_here(model, one); });
    if (exempt) return {Heap::exemption, HeapBecause::waive};
    return {Heap::state_or_agreement,
            model.issuers(rule).empty() ? HeapBecause::instrument : HeapBecause::issuer};
  }
  const Instrument instrument = model.instrument(rule);
  if (is_med(instrument) || instrument == Instrument::local_agreement)
    return {Heap::med_agreement, HeapBecause::instrument};
  if (repeal.options.empty()) return claimed_heap(claimed);
  return {by_decider(model, repeal.options.front(), unit), HeapBecause::decider};
}

bool med_matter(const Model& model, Index rule, const Decision& repeal) {
  if (is_med(model.instrument(rule))) return true;
  const auto is_body = [&](Index i) { return i != none && model.tier(i) == Tier::med; };
  for (const Option& option : repeal.options) {
    for (const Involved& one : option.involve) {
      if (is_body(one.body)) return true;
      const Element element = model.element(one.involvement);
      if (std::get<Involvement>(element.fields).body.at_level_of_decider == Tier::med) return true;
    }
    if (std::any_of(option.must.begin(), option.must.end(), is_body)) return true;
  }
  return false;
}

}  // namespace regelgraf::qualifying
