#pragma once

/// @file
/// @brief A municipality of nothing but authority: matters, posts, and chains of grants.

#include <cstdint>
#include <string>
#include <vector>

#include <regelgraf/draft.hpp>

namespace regelgraf::bench {

/// A question that is asked of the model, in ids.
struct CaseQuestion {
  std::string actor;
  std::string power;
  std::string matter;
  std::string unit;   ///< Where the case belongs; empty: not given.
  double amount = 0;  ///< The fact `amount`.
};

/// A grant as others know it: a line of a policy.
struct PolicyLine {
  std::string holder;
  std::string matter;
  std::string power;
  double limit = 0;  ///< At most this amount.
};

/// The model and what is asked of it.
struct AuthorityModel {
  Draft draft;
  std::vector<CaseQuestion> questions;
  std::vector<PolicyLine> policy;  ///< The grants, for programs that know no chains.
};

/// @brief @p matters matters in trees of 100 (one in ten above nine), ten grants to each, and 5,000
/// questions.
///
/// The council has the general competence. Of each matter a chain goes down from a committee over
/// director, head and team to a caseworker, at most six links with the council's; each link's limit
/// is below that above. Beside it the chain forks; one in twenty grants holds within one unit, one
/// in a hundred is exclusive. Half the questions are asked by somebody whom a grant of the matter
/// names, the others by anybody. The same for the same number, everywhere.
[[nodiscard]] AuthorityModel authority_model(std::uint32_t matters);

}  // namespace regelgraf::bench
