#pragma once

/// @file
/// @ingroup queries
/// @brief May this actor use a power on a target?

#include <cstdint>
#include <vector>

#include <regelgraf/who_decides.hpp>

namespace regelgraf {

/// Yes, no, or it depends on others, on facts, or on how a unit distributes its work.
enum class Permission : std::uint8_t { no, depends, yes };

/// The answer of may().
struct May {
  Permission may = Permission::no;  ///< The answer.
  Because because;                  ///< The reason; for `no` the nearest.
  std::vector<Option> options;      ///< The actor's own options, in the order of who_decides().
};

/// @brief May @p actor use the power of @p question on its target?
///
/// `yes` only where the actor, as itself or as a post it holds, suffices alone with nothing
/// unknown. `depends` where others must take part, where facts are unknown, where an `agree` that
/// may apply would make it a party, or where a unit above it holds the authority and nothing is
/// recorded between them (internal distribution). Else `no`, with the nearest reason.
///
/// @throws as who_decides(). Complexity: as who_decides(). Thread rule: reentrant.
[[nodiscard]] May may(const Model& model, Index actor, const AuthorityQuestion& question);

/// @brief The same answer as may().may, without reason and options.
///
/// Where somebody suffices alone with nothing unknown, or nothing near the target names the actor
/// or a unit above it, nothing is allocated, but for a date before Model::settled_from().
///
/// @throws as may(). Complexity: linear in the grants, involvements and bars that may reach the
/// target and what is above them; quadratic in the grants that cover the question. With a date
/// before Model::settled_from() also linear in the model. Thread rule: reentrant.
[[nodiscard]] Permission permission(const Model& model, Index actor,
                                    const AuthorityQuestion& question);

}  // namespace regelgraf

#ifndef REGELGRAF_DECLARATIONS_ONLY
#include <regelgraf/detail/may.hpp>  // IWYU pragma: export
#endif
