#pragma once

// What staff call things: columns, who decided, what is to become of a rule, what sort it is.

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include <regelgraf/nominations.hpp>

namespace regelgraf::collect {

/// The columns known by name, in the order of FORMATS.
enum class Column : std::uint8_t {
  nr,
  date,
  unit,
  rule,
  description,
  area,
  type,
  decided_by,
  ground,
  purpose,
  used_by,
  times,
  minutes_from,
  minutes_to,
  people,
  cost,
  proposal,
  replacement,
  risk
};
inline constexpr std::array<std::string_view, 19> column_heads{"nr",
                                                               "dato",
                                                               "enhed",
                                                               "regel",
                                                               "beskrivelse",
                                                               "område",
                                                               "type",
                                                               "besluttet af",
                                                               "hjemmel",
                                                               "formål",
                                                               "hvem bruger resultatet",
                                                               "hvor ofte pr. år",
                                                               "minutter fra",
                                                               "minutter til",
                                                               "antal medarbejdere",
                                                               "udgift",
                                                               "forslag",
                                                               "erstatning",
                                                               "risiko"};

/// A place in column_heads, by the head in any case and with any white space.
[[nodiscard]] std::optional<Column> column_of(std::string_view head);

/// `byrådet`, `council`.
[[nodiscard]] std::optional<DecidedBy> decided_by_of(std::string_view word);
/// `fjern`, `fjernes`, `remove`.
[[nodiscard]] std::optional<Disposition> proposal_of(std::string_view word);
/// `arbejdsgang`, `procedure`. Words that could be several instruments are none.
[[nodiscard]] std::optional<Instrument> instrument_of(std::string_view word);

}  // namespace regelgraf::collect
