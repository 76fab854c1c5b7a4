#include "formats/quick_reader.hpp"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstring>
#include <utility>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "formats/element_reader.hpp"

namespace regelgraf::formats {

namespace {

// Bytes are looked at sixteen at a time where every processor can (SSE2 is part of x86-64), else
// eight at a time in a word.
#if defined(__SSE2__)

constexpr int at_a_time = 16;

__m128i load(const char* at) { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(at)); }
__m128i same(__m128i bytes, char c) { return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c)); }
/// A bit for each byte.
unsigned bits(__m128i bytes) { return static_cast<unsigned>(_mm_movemask_epi8(bytes)); }
/// Bytes that are digits.
__m128i digits(__m128i bytes) {
  const __m128i value = _mm_sub_epi8(bytes, _mm_set1_epi8('0'));
  return _mm_cmpeq_epi8(_mm_min_epu8(value, _mm_set1_epi8(9)), value);
}

/// A bit for each of the bytes at @p at that ends a text or may not stand in one.
unsigned ends_of_text(const char* at) {
  const __m128i bytes = load(at), control = _mm_set1_epi8(0x1F);
  return bits(_mm_or_si128(_mm_or_si128(same(bytes, '"'), same(bytes, '\\')),
                           _mm_cmpeq_epi8(_mm_min_epu8(bytes, control), bytes)));
}
/// A bit for each of the bytes at @p at that is not ASCII.
unsigned beyond_ascii(const char* at) { return bits(load(at)); }
/// Is one of the bytes at @p at a dash between digits?
bool dash_between_digits(const char* at) {
  const __m128i dash = same(load(at), '-');
  if (bits(dash) == 0) return false;
  return bits(_mm_and_si128(dash, _mm_and_si128(digits(load(at - 1)), digits(load(at + 1))))) != 0;
}

#else

constexpr int at_a_time = 8;
constexpr std::uint64_t ones = 0x0101010101010101, highs = 0x8080808080808080;

std::uint64_t load(const char* at) {
  std::uint64_t word = 0;
  std::memcpy(&word, at, 8);
  if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
  return word;
}
/// The high bit of each byte that is zero; above the first such byte, of others perhaps too.
constexpr std::uint64_t zeros(std::uint64_t word) { return (word - ones) & ~word & highs; }
/// The high bits as one bit for each byte.
constexpr unsigned bits(std::uint64_t word) {
  return static_cast<unsigned>(((word & highs) >> 7) * 0x0102040810204080 >> 56);
}

unsigned ends_of_text(const char* at) {
  const std::uint64_t word = load(at);
  return bits(zeros(word ^ ones * '"') | zeros(word ^ ones * '\\') |
              ((word - ones * 0x20) & ~word & highs));
}
unsigned beyond_ascii(const char* at) { return bits(load(at)); }
bool dash_between_digits(const char* at) {
  const auto digit = [](char c) { return static_cast<unsigned char>(c - '0') < 10; };
  bool found = false;
  for (int i = 0; i < at_a_time; ++i) found |= (at[i] == '-') & digit(at[i - 1]) & digit(at[i + 1]);
  return found;
}

#endif

/// May text[@p from, @p to) hold a CPR number, were it read as text? Only if a dash stands between
/// digits. It begins with a brace; bytes behind it are looked at too, which refuses no less.
bool may_be_personal(const char* from, const char* to) {
  for (const char* at = from + 1; at < to; at += at_a_time)
    if (dash_between_digits(at)) return true;
  return false;
}

}  // namespace

void QuickReader::skip_space() {
  while (*at_ == ' ' || *at_ == '\t' || ((*at_ == '\n' || *at_ == '\r') && !on_one_line_)) ++at_;
}

bool QuickReader::take(char c) {
  if (*at_ != c) {
    skip_space();
    if (*at_ != c) return false;
  }
  ++at_;
  return true;
}

bool QuickReader::take_all(std::string_view spelled) {
  if (std::memcmp(at_, spelled.data(), spelled.size()) != 0) return false;
  at_ += spelled.size();
  return true;
}

bool QuickReader::once(std::uint64_t field) {
  if (e_.seen & field) return false;
  e_.seen |= field;
  return true;
}

bool QuickReader::text(Text& out) {
  if (!take('"')) return false;
  const char* const start = at_;
  unsigned beyond = 0;
  for (;; at_ += at_a_time) {
    const unsigned ends = ends_of_text(at_);
    if (ends == 0) {
      beyond |= beyond_ascii(at_);
      continue;
    }
    beyond |= beyond_ascii(at_) & ((ends & (0U - ends)) - 1);  // of those before the end
    at_ += std::countr_zero(ends);
    break;
  }
  if (*at_ != '"') return false;  // an escape, a control character or the end
  out.data = start;
  out.size = static_cast<std::uint32_t>(at_ - start);
  out.ascii = beyond == 0;
  ++at_;
  return true;
}

bool QuickReader::plain_text(std::string_view& out) {
  Text given;
  if (!text(given)) return false;
  out = given.view();
  return true;
}

bool QuickReader::id(Ref& out) {
  Text given;
  if (!text(given) || given.size == 0 || (!given.ascii && !is_normal(given.view()))) return false;
  out.id = given.view();
  out.hash = detail::hash_of(out.id);
  records_.names.expect(out.hash);
  return true;
}

template <class Each>
bool QuickReader::list(const Each& each) {
  if (!take('[')) return false;
  if (take(']')) return true;
  do {
    if (!each()) return false;
  } while (take(','));
  return take(']');
}

template <class Each>
bool QuickReader::members(const Each& each) {
  if (!take('{')) return false;
  if (take('}')) return true;
  do {
    std::string_view key;
    if (!plain_text(key) || !take(':')) return false;
    skip_space();
    if (!each(key)) return false;
  } while (take(','));
  return take('}');
}

bool QuickReader::ids(std::vector<Ref>& out) {
  if (*at_ != '[') return id(out.emplace_back());
  return list([&] { return id(out.emplace_back()); });
}

bool QuickReader::texts(std::vector<std::string_view>& out) {
  if (*at_ != '[') return plain_text(out.emplace_back());
  return list([&] { return plain_text(out.emplace_back()); });
}

bool QuickReader::requirements(Requirements& out) {
  if (*at_ != '[') return requirement(out);
  return list([&] { return requirement(out); });
}

bool QuickReader::requirement(Requirements& out) {
  skip_space();
  Requirements::One one;
  const std::size_t before = out.of.size();
  if (*at_ == '"') {
    if (!id(out.of.emplace_back())) return false;
  } else if (take_all("{\"at_least\":")) {  // as the canonical form spells it
    if (!small_whole(one.at_least) || !take_all(",\"of\":") || !ids(out.of) || !take('}'))
      return false;
  } else {
    bool any = false, all = false, count = false, of = false;
    if (!members([&](std::string_view key) {
          if (key == "at_least") return !std::exchange(count, true) && small_whole(one.at_least);
          bool& form = key == "any" ? any : key == "all" ? all : of;
          if ((&form == &of && key != "of") || std::exchange(form, true)) return false;
          return ids(out.of);
        }))
      return false;
    if (any + all + (count && of) != 1 || count != of) return false;
    if (all) one.at_least = static_cast<std::uint32_t>(out.of.size() - before);
    if (all && (one.at_least == 0 || one.at_least > 16)) return false;
    for (std::size_t i = before; all && i < out.of.size(); ++i)
      for (std::size_t j = before; j < i; ++j)
        if (out.of[i].id == out.of[j].id) return false;
  }
  one.count = static_cast<std::uint32_t>(out.of.size() - before);
  out.all.push_back(one);
  return true;
}

bool QuickReader::small_whole(std::uint32_t& out) {
  if (*at_ < '1' || *at_ > '9') return false;
  const char* const start = at_;
  out = 0;
  while (*at_ >= '0' && *at_ <= '9' && at_ - start < 9)
    out = out * 10 + static_cast<std::uint32_t>(*at_++ - '0');
  return *at_ == ',' || *at_ == '}';
}

bool QuickReader::number(double& out) {
  skip_space();
  const char* at = at_;
  if (*at < '0' || *at > '9') return false;  // none is negative
  if (*at == '0' && at[1] >= '0' && at[1] <= '9') return false;
  std::uint64_t whole = 0;
  while (*at >= '0' && *at <= '9' && at - at_ < 15)
    whole = whole * 10 + static_cast<std::uint64_t>(*at++ - '0');
  if (*at >= '0' && *at <= '9') return false;
  out = static_cast<double>(whole);
  if (*at == '.') {
    const char* const point = at++;
    while (*at >= '0' && *at <= '9' && at - point < 16) ++at;
    if (at == point + 1 || std::from_chars(at_, at, out).ec != std::errc()) return false;
  }
  if (*at != ',' && *at != ']' && *at != '}' && *at != ' ') return false;
  at_ = at;
  return true;
}

bool QuickReader::redelegable() {
  if (*at_ >= '0' && *at_ <= '9') return small_whole(e_.redelegable);
  bool without_end = false;
  if (!boolean(without_end)) return false;
  e_.redelegable = without_end ? redelegable_without_end : 0;
  return true;
}

bool QuickReader::over() {
  const auto entry = [&] {
    skip_space();
    QuickElement::Over& out = e_.over.emplace_back();
    if (*at_ == '"') return id(out.id);
    bool matter = false, issuer = false;
    return members([&](std::string_view key) {
      if (key == "matter") return !std::exchange(matter, true) && id(out.matter);
      if (key == "issuer") return !std::exchange(issuer, true) && id(out.issuer);
      return key == "instrument" && !out.instrument && word(out.instrument.emplace());
    });
  };
  return *at_ == '[' ? list(entry) : entry();
}

bool QuickReader::holders() {
  const auto holder = [&] {
    skip_space();
    Ref& out = e_.to.emplace_back();  // without an id: the leader
    if (*at_ == '"') return id(out);
    return take_all(R"({"leader_of":"unit"})");
  };
  return *at_ == '[' ? list(holder) : holder();
}

bool QuickReader::boolean(bool& out) {
  for (const std::string_view word : {std::string_view("true"), std::string_view("false")})
    if (std::strncmp(at_, word.data(), word.size()) == 0) {
      at_ += word.size();
      out = word.size() == 4;
      return *at_ == ',' || *at_ == '}';
    }
  return false;
}

template <class Word>
bool QuickReader::word(Word& out) {
  std::string_view spelled;
  if (!plain_text(spelled)) return false;
  const auto known = from_text<Word>(spelled);
  if (known) out = *known;
  return known.has_value();
}

bool QuickReader::range(Figures& out) {
  if (std::exchange(out.there, true)) return false;
  double figures[3];
  std::size_t count = 0;
  if (*at_ != '[') {
    if (!number(figures[0])) return false;
    count = 1;
  } else if (!list([&] { return count < 3 && number(figures[count++]); }) || count < 2) {
    return false;
  }
  out.range.low = figures[0];
  out.range.high = figures[count - 1];
  out.range.likely = count == 3   ? figures[1]
                     : count == 1 ? figures[0]
                                  : figures[0] + (figures[1] - figures[0]) / 2;
  return out.range.low <= out.range.likely && out.range.likely <= out.range.high;
}

bool QuickReader::burden() {
  const auto part = [&](std::string_view key, Figures& minutes, Figures& times, Figures& people,
                        Figures& one_off) {
    if (key == "minutes") return range(minutes);
    if (key == "times_per_year") return range(times);
    if (key == "people") return range(people);
    if (key == "one_off_hours") return range(one_off);
    return false;
  };
  bool from = false;
  return members([&](std::string_view key) {
    if (key == "rate") return range(e_.rate);
    if (key == "from") return !std::exchange(from, true) && plain_text(e_.burden_from);
    if (key == "minimum")
      return !std::exchange(e_.minimum, true) && members([&](std::string_view inner) {
        return part(inner, e_.least_minutes, e_.least_times, e_.least_people, e_.least_one_off);
      });
    return part(key, e_.minutes, e_.times, e_.people, e_.one_off);
  });
}

bool QuickReader::name() {
  if (*at_ == '"') return plain_text(e_.name_da);
  bool da = false, en = false;
  return members([&](std::string_view key) {
    if (key == "da") return !std::exchange(da, true) && plain_text(e_.name_da);
    return key == "en" && !std::exchange(en, true) && plain_text(e_.name_en);
  });
}

bool QuickReader::source() {
  if (*at_ == '"') return plain_text(e_.source[0]);
  constexpr std::string_view fields[] = {"text", "eli", "uri", "accession", "paragraph", "edition"};
  unsigned given = 0;
  return members([&](std::string_view key) {
    for (unsigned i = 0; i < 6; ++i) {
      if (key != fields[i]) continue;
      if (given & (1U << i)) return false;
      given |= 1U << i;
      return plain_text(e_.source[i]);
    }
    return false;
  });
}

bool QuickReader::valid() {
  const bool read = members([&](std::string_view key) {
    if (key != "from" && key != "to") return false;
    std::optional<Day>& day = key == "from" ? e_.valid.from : e_.valid.to;
    std::string_view written;
    if (day || !plain_text(written)) return false;
    day = day_from_text(written);
    return day.has_value();
  });
  return read && (!e_.valid.from || !e_.valid.to || *e_.valid.from < *e_.valid.to);
}

bool QuickReader::examined() {
  std::optional<Day> on;
  bool by = false;
  const bool read = members([&](std::string_view key) {
    if (key == "by") return !std::exchange(by, true) && plain_text(e_.examined_by);
    std::string_view written;
    if (key != "on" || on || !plain_text(written)) return false;
    on = day_from_text(written);
    return on.has_value();
  });
  if (!read || !on) return false;
  e_.examined_on = *on;
  return true;
}

bool QuickReader::field(std::string_view key) {
  const auto is = [&](std::string_view name) {
    return std::memcmp(key.data() + 1, name.data() + 1, name.size() - 1) == 0;
  };
  // By length and first letter few are left to compare.
  const auto case_of = [](std::size_t size, char first) {
    return size << 8 | static_cast<unsigned char>(first);
  };
  switch (key.empty() ? 0 : case_of(key.size(), key[0])) {
    case case_of(2, 'i'):
      return is("id") && once(f_id) && id(e_.id);
    case case_of(2, 't'):
      return is("to") && once(f_to) && holders();
    case case_of(2, 'b'):
      return is("by") && once(f_by) && word(e_.by);
    case case_of(4, 'k'):
      return is("kind") && once(f_kind) && word(e_.kind);
    case case_of(4, 'u'):
      return is("uses") && once(f_uses) && ids(e_.uses);
    case case_of(4, 'c'):
      if (is("core")) return once(f_core) && boolean(e_.marked);
      return is("code") && once(f_code) && plain_text(e_.code);
    case case_of(4, 't'):
      if (is("tags")) return once(f_tags) && texts(e_.tags);
      return is("tier") && once(f_tier) && word(e_.tier);
    case case_of(4, 'f'):
      if (is("form")) return once(f_form) && word(e_.form);
      return is("from") && once(f_from) && id(e_.from);
    case case_of(4, 'o'):
      return is("over") && once(f_over) && over();
    case case_of(4, 'n'):
      if (is("name")) return once(f_name) && name();
      return is("note") && once(f_note) && plain_text(e_.note);
    case case_of(5, 'n'):
      return is("needs") && once(f_needs) && requirements(e_.needs);
    case case_of(5, 'v'):
      return is("valid") && once(f_valid) && valid();
    case case_of(5, 'f'):
      return is("frame") && once(f_frame) && word(e_.frame);
    case case_of(5, 'b'):
      if (is("basis")) return once(f_basis) && requirements(e_.basis);
      return is("binds") && once(f_binds) && ids(e_.places);
    case case_of(5, 'h'):
      return is("holds") && once(f_holds) && ids(e_.holds);
    case case_of(6, 'p'):
      return is("powers") && once(f_powers) && texts(e_.powers);
    case case_of(6, 'w'):
      return is("within") && once(f_within) && ids(e_.within);
    case case_of(6, 'l'):
      return is("leader") && once(f_leader) && id(e_.leader);
    case case_of(6, 'i'):
      return is("issuer") && once(f_issuer) && ids(e_.issuers);
    case case_of(6, 'b'):
      return is("burden") && once(f_burden) && burden();
    case case_of(6, 'a'):
      return is("access") && once(f_access) && word(e_.access);
    case case_of(6, 's'):
      if (is("serves")) return once(f_serves) && ids(e_.serves);
      if (is("source")) return once(f_source) && source();
      return is("status") && once(f_status) && word(e_.status);
    case case_of(7, 'p'):
      return is("part_of") && once(f_part_of) && id(e_.part_of);
    case case_of(7, 'm'):
      return is("members") && once(f_members) && ids(e_.members);
    case case_of(7, 'b'):
      return is("broader") && once(f_broader) && ids(e_.broader);
    case case_of(8, 'd'):
      return is("deputies") && once(f_deputies) && ids(e_.deputies);
    case case_of(8, 'c'):
      return is("concerns") && once(f_concerns) && ids(e_.concerns);
    case case_of(8, 'e'):
      return is("examined") && once(f_examined) && examined();
    case case_of(9, 'e'):
      return is("exclusive") && once(f_exclusive) && boolean(e_.exclusive);
    case case_of(9, 'a'):
      return is("alongside") && once(f_alongside) && boolean(e_.alongside);
    case case_of(10, 'i'):
      return is("instrument") && once(f_instrument) && word(e_.instrument);
    case case_of(11, 'r'):
      return is("redelegable") && once(f_redelegable) && redelegable();
    case case_of(12, 'p'):
      return is("performed_by") && once(f_performed_by) && ids(e_.places);
    case case_of(14, 'l'):
      return is("legal_security") && once(f_legal_security) && boolean(e_.marked);
    default:
      return false;
  }
}

bool QuickReader::fields_fit() const {
  const auto only = [&](std::uint64_t fields) { return (e_.seen & ~(f_shared | fields)) == 0; };
  if (!e_.has(f_id | f_kind)) return false;
  switch (e_.kind) {
    case Kind::actor:
      return e_.has(f_tier | f_form) &&
             only(f_tier | f_form | f_part_of | f_leader | f_holds | f_members | f_deputies);
    case Kind::matter:
      return only(f_code | f_broader);
    case Kind::rule:
      return e_.has(f_instrument) &&
             only(f_instrument | f_issuer | f_binds | f_concerns | f_burden | f_frame);
    case Kind::task:
      return only(f_performed_by | f_concerns | f_burden | f_core);
    case Kind::duty:
      return only(f_concerns | f_legal_security);
    case Kind::goal:
      return only(f_concerns);
    case Kind::grant:
      return e_.has(f_to | f_powers | f_over) &&
             only(f_to | f_powers | f_over | f_within | f_from | f_by | f_redelegable |
                  f_exclusive | f_alongside);
    default:
      return false;
  }
}

bool QuickReader::object() {
  e_.seen = 0;
  e_.basis.all.clear();
  e_.basis.of.clear();
  e_.needs.all.clear();
  e_.needs.of.clear();
  for (auto* refs : {&e_.serves, &e_.uses, &e_.concerns, &e_.places, &e_.issuers, &e_.holds,
                     &e_.members, &e_.deputies, &e_.broader, &e_.to, &e_.within})
    refs->clear();
  e_.over.clear();
  e_.tags.clear();
  e_.powers.clear();
  e_.name_da = e_.name_en = {};
  e_.valid = {};
  e_.examined_by = e_.burden_from = {};
  e_.status = Status::in_force;
  e_.access = Access::open;
  e_.marked = e_.minimum = e_.exclusive = e_.alongside = false;
  e_.redelegable = 0;
  for (std::string_view& one : e_.source) one = {};
  for (Figures* one : {&e_.minutes, &e_.times, &e_.people, &e_.one_off, &e_.rate, &e_.least_minutes,
                       &e_.least_times, &e_.least_people, &e_.least_one_off})
    one->there = false;
  return members([&](std::string_view key) { return field(key); }) && fields_fit();
}

std::size_t QuickReader::element(std::string_view text, std::size_t at, std::uint32_t layer,
                                 bool on_one_line) {
  at_ = text.data() + at;
  on_one_line_ = on_one_line;
  if (!object()) return 0;
  const auto end = static_cast<std::size_t>(at_ - text.data());
  if (end > text.size() || may_be_personal(text.data() + at, at_)) return 0;
  add(records_, e_, layer);
  return end;
}

}  // namespace regelgraf::formats
