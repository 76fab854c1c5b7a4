#pragma once

// Ids in one block of bytes, each once, found by a hash.

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include <regelgraf/detail/block.hpp>
#include <regelgraf/error.hpp>
#include <regelgraf/rows.hpp>

namespace regelgraf::detail {

/// A hash of @p text, the same on every machine.
inline std::uint32_t hash_of(std::string_view text) {
  constexpr std::uint64_t odd = 0x9E3779B97F4A7C15;
  std::uint64_t hash = text.size() * odd;
  const auto mix = [&](std::uint64_t word) {
    hash = (hash ^ word) * odd;
    hash ^= hash >> 32;
  };
  const char* at = text.data();
  std::size_t left = text.size();
  const auto byte = [&](std::size_t i) {
    return static_cast<std::uint64_t>(static_cast<unsigned char>(at[i]));
  };
  const auto eight = [&] {
    return byte(0) | byte(1) << 8 | byte(2) << 16 | byte(3) << 24 | byte(4) << 32 | byte(5) << 40 |
           byte(6) << 48 | byte(7) << 56;  // compilers make one load of it
  };
  for (; left >= 8; at += 8, left -= 8) mix(eight());
  if (text.size() >= 8) {  // the last eight bytes again, in part
    at -= 8 - left;
    mix(eight());
  } else {
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < left; ++i) word |= byte(i) << (8 * i);
    mix(word);
  }
  hash *= odd;
  return static_cast<std::uint32_t>(hash >> 32);
}

/// Are they the same? Ids are short: a call takes longer than to compare them.
inline bool same_text(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  if (a.size() < 8) return a == b;
  const auto differ = [&](std::size_t at) {
    std::uint64_t x = 0, y = 0;
    std::memcpy(&x, a.data() + at, 8);
    std::memcpy(&y, b.data() + at, 8);
    return x != y;
  };
  for (std::size_t at = 0; at + 8 < a.size(); at += 8)
    if (differ(at)) return false;
  return !differ(a.size() - 8);
}

/// The slot where the search for @p hash begins among @p slots.
inline std::size_t slot_of(std::uint32_t hash, std::size_t slots) {
  return static_cast<std::size_t>((static_cast<std::uint64_t>(hash) * slots) >> 32);
}

/// Ids while a model is collected, numbered as they come. Of each the number and the length stand
/// before its text, so that to find it two places of memory are looked at, not three.
class Names {
 public:
  static constexpr std::uint32_t unknown = 0xFFFFFFFF;

  Names() : slots_(64, Slot{0, unknown}) {}

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(first_.size() - 1); }
  [[nodiscard]] std::string_view name(std::uint32_t number) const {
    return {bytes_.data() + first_[number], first_[number + 1] - first_[number] - between};
  }

  /// The number of @p id; unknown where it was never seen.
  [[nodiscard]] std::uint32_t find(std::string_view id) const {
    const std::uint32_t text = slots_[place(id, hash_of(id))].text;
    return text == unknown ? unknown : number_of(text);
  }
  /// The number of @p id, a new one where it was never seen.
  std::uint32_t intern(std::string_view id) { return intern(id, hash_of(id)); }
  std::uint32_t intern(std::string_view id, std::uint32_t hash) {
    std::size_t at = place(id, hash);
    if (slots_[at].text != unknown) return number_of(slots_[at].text);
    if (bytes_.size() + id.size() + between > 0xFFFFFFFF || size() == unknown - 1)
      throw Error(Errc::too_large, "more than 4 GB of ids");
    if (4 * std::size_t{size()} >= 3 * slots_.size()) {
      grow(2 * slots_.size());
      at = place(id, hash);
    }
    const std::uint32_t number = size();
    slots_[at] = {hash, first_.back()};
    char* const bytes = room_for(bytes_, id.size() + between);
    std::memcpy(bytes, &number, sizeof number);
    bytes[sizeof number] = static_cast<char>(std::min(id.size(), long_text));
    std::memcpy(bytes + before, id.data(), id.size());
    bytes[before + id.size()] = '\0';
    first_.push_back(static_cast<std::uint32_t>(bytes_.size() + before));
    return number;
  }
  /// Fetches what intern() will look at.
  void expect(std::uint32_t hash) const { prefetch(&slots_[slot_of(hash, slots_.size())]); }
  /// Makes room for about @p count ids, of middling size.
  void reserve(std::size_t count) {
    bytes_.reserve(count * 32);
    first_.reserve(count + count / 2);
    if (count + count / 2 > slots_.size()) grow(count + count / 2);
  }

 private:
  struct Slot {
    std::uint32_t hash;
    std::uint32_t text;  // where in bytes_ it begins
  };
  static constexpr std::size_t before = sizeof(std::uint32_t) + 1;  // number and length
  static constexpr std::size_t between = before + 1;                // of two texts: a NUL besides
  static constexpr std::size_t long_text = 255;                     // its length is not told there

  [[nodiscard]] std::uint32_t number_of(std::uint32_t text) const {
    std::uint32_t number = 0;
    std::memcpy(&number, bytes_.data() + text - before, sizeof number);
    return number;
  }
  [[nodiscard]] bool is_at(std::uint32_t text, std::string_view id) const {
    const char* const at = bytes_.data() + text;
    if (id.size() >= long_text) return name(number_of(text)) == id;
    return static_cast<unsigned char>(at[-1]) == id.size() && same_text({at, id.size()}, id);
  }

  [[nodiscard]] std::size_t place(std::string_view id, std::uint32_t hash) const {
    std::size_t at = slot_of(hash, slots_.size());
    while (slots_[at].text != unknown && (slots_[at].hash != hash || !is_at(slots_[at].text, id)))
      if (++at == slots_.size()) at = 0;
    return at;
  }

  void grow(std::size_t slots) {
    Block<Slot> wider(slots, Slot{0, unknown});
    for (const Slot& slot : slots_) {
      if (slot.text == unknown) continue;
      std::size_t at = slot_of(slot.hash, wider.size());
      while (wider[at].text != unknown)
        if (++at == wider.size()) at = 0;
      wider[at] = slot;
    }
    slots_ = std::move(wider);
  }

  Block<char> bytes_;  // of each id its number, its length, itself, a NUL
  Block<std::uint32_t> first_{static_cast<std::uint32_t>(before)};
  Block<Slot> slots_;
};

}  // namespace regelgraf::detail
