#pragma once

// What plans call things: bodies, powers, the columns known by name.

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include <regelgraf/element.hpp>

namespace regelgraf::tables {

/// The columns known by name, in the order in which they are written.
enum class Known : std::uint8_t { number, area, subject, ground, kle, power, conditions, remarks };
inline constexpr std::array<std::string_view, 8> known_heads{
    "nr", "område", "emne", "hjemmel", "kle", "beføjelse", "betingelser", "bemærkninger"};

/// A place in known_heads, by the head in any case.
[[nodiscard]] std::optional<Known> known_head(std::string_view head);

/// In lower case and Unicode normal form C.
[[nodiscard]] std::string lower(std::string_view text);
/// In normal form C.
[[nodiscard]] std::string normal(std::string_view text);

/// What a body's or an area's name becomes in ids: lower case, spaces made hyphens.
[[nodiscard]] std::string slug(std::string_view text);

/// Is it byråd or kommunalbestyrelse, also in the definite form?
[[nodiscard]] bool names_council(std::string_view slug);

/// What the national layer calls a body of this name of which every municipality has just one;
/// empty where it is none of those.
[[nodiscard]] std::string_view national_name_of(std::string_view slug);

/// The tier that a well-known name tells.
[[nodiscard]] std::optional<Tier> tier_of(std::string_view slug);

/// What sort of actor a name of this tier is.
[[nodiscard]] Form form_of(std::string_view slug, std::optional<Tier> tier);

/// A power by its own name or by a Danish verb; anything else as it stands.
[[nodiscard]] std::string power_of(std::string_view word);

/// The Danish verb for a power; the power itself where there is none.
[[nodiscard]] std::string word_of(std::string_view power);

/// Is it one of the nine powers the design names?
[[nodiscard]] bool is_common_power(std::string_view power);

}  // namespace regelgraf::tables
