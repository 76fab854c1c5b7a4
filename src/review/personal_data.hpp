#pragma once

// Text that could tell who somebody is.

#include <optional>
#include <string_view>

namespace regelgraf::collect {

/// What sort of personal data a text looks like.
enum class Personal { cpr, mail, telephone };

/// @brief Does @p text hold a CPR number (with a hyphen, a space or nothing between), an e-mail
/// address or a Danish telephone number?
///
/// Eight digits together are a telephone number unless they begin as a year does (19, 20) or are
/// part of something longer; with @p figure, where a figure stands, only if `+45` or a word as
/// `tlf` comes before. Complexity: linear.
[[nodiscard]] std::optional<Personal> personal_data(std::string_view text, bool figure);

}  // namespace regelgraf::collect
