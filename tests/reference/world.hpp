#pragma once

/// @file
/// @brief The model as the reference evaluator sees it: elements by id, `is` already in effect.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <regelgraf/draft.hpp>

#include "every_id.hpp"

namespace regelgraf::reference {

using Names = std::set<std::string>;

inline Names as_set(const Ids& ids) { return {ids.begin(), ids.end()}; }

/// A valid Draft, looked up by id. Nothing is precomputed; every question is asked anew.
struct World {
  /// The layer's own actor whose place was taken is not among them: it is inert and never stands.
  std::map<std::string, Element> elements;
  /// The name that a layer (or nobody) has for an actor -> the actor that is it.
  std::map<std::string, std::string> is;
  std::vector<Fact> facts;

  /// "An actor with `is` takes the place of the layer's actor everywhere" (choice 1).
  explicit World(const Draft& draft) {
    for (const Element& element : draft.elements())
      if (const auto* actor = std::get_if<Actor>(&element.fields); actor && !actor->is.empty())
        is[actor->is] = element.id;
    for (Element element : draft.elements()) {
      if (is.contains(element.id)) continue;
      for_every_id(element, [this](std::string& id) { id = actual(id); });
      read_lists_as_sets(element);
      const std::string id = element.id;
      elements.emplace(id, std::move(element));
    }
    for (const Head& layer : draft.layers())
      facts.insert(facts.end(), layer.facts.begin(), layer.facts.end());
  }

  /// The id meant by @p id, through `is`.
  [[nodiscard]] std::string actual(std::string id) const {
    while (is.contains(id)) id = is.at(id);
    return id;
  }
  [[nodiscard]] Names actual(const Names& ids) const {
    Names result;
    for (const std::string& id : ids) result.insert(actual(id));
    return result;
  }

  [[nodiscard]] bool has(const std::string& id) const { return elements.contains(id); }
  [[nodiscard]] const Element& element(const std::string& id) const { return elements.at(id); }

  /// The fields of @p id when it is of that kind, else null.
  template <class Fields>
  [[nodiscard]] const Fields* find(const std::string& id) const {
    const auto found = elements.find(id);
    return found == elements.end() ? nullptr : std::get_if<Fields>(&found->second.fields);
  }
  [[nodiscard]] const Actor& actor(const std::string& id) const {
    return std::get<Actor>(element(id).fields);
  }

  /// The actor and everybody above it in `part_of`, nearest first.
  [[nodiscard]] Ids upward(const std::string& id) const {
    Ids path;
    for (std::string at = id; !at.empty(); at = actor(at).part_of) path.push_back(at);
    return path;
  }
  /// Steps up in `part_of` from @p low to @p high: 0 for itself, empty where it is not above.
  [[nodiscard]] std::optional<unsigned> steps_in_organisation(const std::string& low,
                                                              const std::string& high) const {
    const Ids path = upward(low);
    for (unsigned steps = 0; steps < path.size(); ++steps)
      if (path[steps] == high) return steps;
    return std::nullopt;
  }
  [[nodiscard]] bool at_or_below(const std::string& low, const std::string& high) const {
    return steps_in_organisation(low, high).has_value();
  }

  /// Steps up in `broader`, by the shortest way (choice 6: whether or not the matters stand).
  [[nodiscard]] std::optional<unsigned> steps_in_subjects(const std::string& low,
                                                          const std::string& high) const {
    if (low == high) return 0;
    std::optional<unsigned> fewest;
    for (const std::string& broader : find<Matter>(low)->broader)
      if (const auto steps = steps_in_subjects(broader, high);
          steps && (!fewest || *steps < *fewest))
        fewest = steps;
    if (fewest) return *fewest + 1;
    return std::nullopt;
  }
};

}  // namespace regelgraf::reference
