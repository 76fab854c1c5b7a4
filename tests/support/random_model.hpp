#pragma once

/// @file
/// @brief Small, dense, awkward models, always valid, and questions about them: the same for a
/// seed.

#include <cstdint>
#include <optional>
#include <string>

#include <regelgraf/draft.hpp>

#include "reference/question.hpp"

namespace regelgraf::test {

/// What a model is to be rich in.
enum class Focus : std::uint8_t {
  mixed,     ///< Everything.
  standing,  ///< `basis`, `needs`, `serves`, `uses`; few grants.
  authority  ///< Grants, involvements and bars; most of it stands.
};

struct ModelOptions {
  unsigned elements = 16;  ///< About as many; at least 5.
  Focus focus = Focus::mixed;
  unsigned dates_percent =
      25;  ///< Elements with a period or a status; a third of it for what others lean on.
  unsigned layers_percent = 20;  ///< Models on a national layer.
};

/// A valid draft. The same on every platform for the same arguments.
[[nodiscard]] Draft random_draft(std::uint64_t seed, const ModelOptions& options = {});

/// A question that such a draft's grants have something to say about, mostly.
[[nodiscard]] reference::Question random_question(const Draft& draft, std::uint64_t seed);

/// Some actor, mostly one that the draft's grants name; may be one that nobody has.
[[nodiscard]] std::string random_actor(const Draft& draft, std::uint64_t seed);

/// What to ask what_breaks about.
struct RandomRemoval {
  reference::Names removed;
  std::optional<Day> date;
  std::optional<std::string> within;
};
[[nodiscard]] RandomRemoval random_removal(const Draft& draft, std::uint64_t seed);

}  // namespace regelgraf::test
