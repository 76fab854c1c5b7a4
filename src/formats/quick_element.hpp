#pragma once

// What the quick reader reads of an element, while its text is there.

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <regelgraf/detail/records.hpp>

namespace regelgraf::formats {

/// Fields of an element, a bit each.
enum Field : std::uint64_t {
  f_id = 1U << 0,
  f_kind = 1U << 1,
  f_name = 1U << 2,
  f_valid = 1U << 3,
  f_status = 1U << 4,
  f_access = 1U << 5,
  f_basis = 1U << 6,
  f_needs = 1U << 7,
  f_serves = 1U << 8,
  f_uses = 1U << 9,
  f_tags = 1U << 10,
  f_source = 1U << 11,
  f_examined = 1U << 12,
  f_note = 1U << 13,
  f_instrument = 1U << 14,
  f_issuer = 1U << 15,
  f_binds = 1U << 16,
  f_concerns = 1U << 17,
  f_burden = 1U << 18,
  f_frame = 1U << 19,
  f_performed_by = 1U << 20,
  f_core = 1U << 21,
  f_legal_security = 1U << 22,
  f_tier = 1U << 23,
  f_form = 1U << 24,
  f_part_of = 1U << 25,
  f_leader = 1U << 26,
  f_holds = 1U << 27,
  f_members = 1U << 28,
  f_deputies = 1U << 29,
  f_code = 1U << 30,
  f_broader = 1U << 31,
  f_to = std::uint64_t{1} << 32,
  f_over = std::uint64_t{1} << 33,
  f_powers = std::uint64_t{1} << 34,
  f_within = std::uint64_t{1} << 35,
  f_from = std::uint64_t{1} << 36,
  f_by = std::uint64_t{1} << 37,
  f_redelegable = std::uint64_t{1} << 38,
  f_exclusive = std::uint64_t{1} << 39,
  f_alongside = std::uint64_t{1} << 40,
  f_shared = (1U << 14) - 1
};

/// An element of the common form. Texts and ids lie in the text that was read.
struct QuickElement {
  struct Ref {
    std::string_view id;  ///< Empty: none; of a holder: the leader.
    std::uint32_t hash = 0;
  };
  struct Over {
    Ref id, matter, issuer;
    std::optional<Instrument> instrument;
  };
  struct Requirements {
    struct One {
      std::uint32_t at_least = 1;
      std::uint32_t count = 0;
    };
    std::vector<One> all;
    std::vector<Ref> of;
  };
  struct Figures {
    bool there = false;
    Range range;
  };

  std::uint64_t seen = 0;  ///< Fields. What is not seen may hold what another element left there.
  [[nodiscard]] bool has(std::uint64_t fields) const { return (seen & fields) == fields; }

  Ref id;
  Kind kind = Kind::rule;
  Status status = Status::in_force;
  Access access = Access::open;
  std::string_view name_da, name_en, note;
  Requirements basis, needs;
  std::vector<Ref> serves, uses, concerns;
  std::vector<Ref> places;  ///< `binds`, `performed_by`.
  std::vector<Ref> issuers;
  std::vector<std::string_view> tags;
  std::string_view source[6];  ///< As Source has them.
  Period valid;
  Day examined_on;
  std::string_view examined_by;
  bool marked = false;  ///< `core`, `legal_security`.

  Instrument instrument = Instrument::practice;
  Frame frame = Frame::fixed;
  Figures minutes, times, people, one_off, rate;
  bool minimum = false;
  Figures least_minutes, least_times, least_people, least_one_off;
  std::string_view burden_from;

  Tier tier = Tier::administration;
  Form form = Form::unit;
  Ref part_of, leader;
  std::vector<Ref> holds, members, deputies;

  std::string_view code;
  std::vector<Ref> broader;

  std::vector<Ref> to, within;
  std::vector<Over> over;
  std::vector<std::string_view> powers;
  Ref from;
  Ground by = Ground::plan;
  std::uint32_t redelegable = 0;
  bool exclusive = false, alongside = false;
};

/// Adds @p element to @p records, as Records::add() adds what ElementReader reads of the same text.
void add(detail::Records& records, const QuickElement& element, std::uint32_t layer);

}  // namespace regelgraf::formats
