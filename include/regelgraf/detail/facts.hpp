#pragma once

// The facts of a model: those the heads declare, then those that conditions declare by using them.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <regelgraf/element.hpp>

namespace regelgraf::detail {

/// Does a value have the type of a fact? A date is a text that is a day.
inline bool has_type(const FactValue& value, FactType type) {
  switch (type) {
    case FactType::number:
      return std::holds_alternative<double>(value);
    case FactType::boolean:
    case FactType::judgement:
      return std::holds_alternative<bool>(value);
    case FactType::text:
      return std::holds_alternative<std::string>(value);
    case FactType::date: {
      const auto* text = std::get_if<std::string>(&value);
      return text && day_from_text(*text);
    }
  }
  return false;
}

/// The type a condition gives a fact that nobody declared.
inline FactType type_implied_by(const Condition& condition) {
  if (!condition.judgement.empty()) return FactType::judgement;
  if (condition.values.empty()) return FactType::text;
  const FactValue& value = condition.values.front();
  if (std::holds_alternative<bool>(value)) return FactType::boolean;
  if (std::holds_alternative<double>(value)) return FactType::number;
  return has_type(value, FactType::date) ? FactType::date : FactType::text;
}

/// Facts by name and alias. A later layer may declare a fact of an earlier one anew.
class FactTable {
 public:
  std::vector<Fact> facts;
  std::map<std::string, std::uint32_t, std::less<>> numbers;  ///< Names and aliases.

  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view name) const {
    const auto at = numbers.find(name);
    if (at == numbers.end()) return std::nullopt;
    return at->second;
  }

  /// Adds a declaration. False when the name or an alias is taken by another fact.
  bool declare(const Fact& fact) {
    const auto known = find(fact.name);
    const std::uint32_t number = known.value_or(static_cast<std::uint32_t>(facts.size()));
    if (known && facts[*known].name != fact.name) return false;
    for (const std::string& alias : fact.aliases)
      if (const auto taken = find(alias); taken && *taken != number) return false;
    if (known)
      facts[number] = fact;
    else
      facts.push_back(fact);
    numbers[fact.name] = number;
    for (const std::string& alias : fact.aliases) numbers[alias] = number;
    // A judgement answers to its Danish text too.
    if (fact.type == FactType::judgement && !fact.ask.da.empty())
      numbers.try_emplace(fact.ask.da, number);
    return true;
  }

  /// The fact a condition looks at, declared by its use where nobody declared it.
  std::uint32_t use(const Condition& condition) {
    if (const auto known = find(condition.fact)) return *known;
    Fact fact;
    fact.name = condition.fact;
    fact.type = type_implied_by(condition);
    if (!condition.judgement.empty()) fact.ask = condition.judgement;
    declare(fact);
    return *find(condition.fact);
  }

  /// The fact whose value names an actor; a text where nobody declared it.
  std::uint32_t use_as_actor(const std::string& name) {
    if (const auto known = find(name)) return *known;
    Fact fact;
    fact.name = name;
    fact.type = FactType::text;
    declare(fact);
    return *find(name);
  }
};

}  // namespace regelgraf::detail
