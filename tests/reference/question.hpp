#pragma once

/// @file
/// @brief What is asked about authority, and what the reference evaluator answers.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "world.hpp"

namespace regelgraf::reference {

struct Question {
  std::string power;
  std::string target;
  std::optional<std::string> unit;
  std::optional<Day> date;
  std::map<std::string, FactValue> facts;  ///< By name, alias or the Danish text of a judgement.
  Names disqualified;
  Names absent;
};

struct Involved {
  std::string involvement;
  std::string body;  ///< Empty: at the level of the decider, and nobody sits there.
  bool depends = false;

  friend bool operator==(const Involved&, const Involved&) = default;
};

struct Option {
  std::vector<std::string> holders;  ///< Sorted; the parties to an agreement among them.
  unsigned jointly = 1;
  std::vector<std::string> must;   ///< Sorted: the parties that an involvement adds.
  std::string grant;               ///< Empty: implied.
  std::vector<std::string> chain;  ///< Root first, the grant itself last.
  /// `c:<grant>:<index in conditions>`, `w:<grant>` (its `within`), `n:<id>` (not all of that
  /// holds).
  Names depends;
  bool implied = false;
  std::optional<double> notice_months;
  bool exceptional = false;
  std::vector<Involved> involve;  ///< In order.
  bool warned = false;

  Tier tier = Tier::frontline;  ///< Of the farthest holder.
  unsigned over_distance = 0;
  unsigned within_distance = 0;
};

struct NearMiss {
  std::string grant;
  std::string kind;
  unsigned failing = 0;  ///< How many tests failed.
};

struct Decision {
  std::string verdict;
  std::vector<Option> options;  ///< In order.
  std::vector<std::string> recommends, informed, heard, barred_by;
  std::map<std::string, NearMiss> near_misses;  ///< By actor.
};

struct May {
  std::string may;  ///< "true", "false" or "depends".
  std::string kind;

  friend bool operator==(const May&, const May&) = default;
};

}  // namespace regelgraf::reference
