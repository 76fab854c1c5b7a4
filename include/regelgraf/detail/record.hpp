#pragma once

// An element as bytes: the fields that only people read, the same function for both directions.
// Numbers are little-endian whatever the machine. Ids are numbers of a table of names.

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <regelgraf/element.hpp>
#include <regelgraf/error.hpp>

namespace regelgraf::detail {

/// No name where an id was left out.
inline constexpr std::uint32_t no_name = 0xFFFFFFFF;

inline std::uint32_t load32(const char* at) {
  std::uint32_t value = 0;
  for (int i = 0; i < 4; ++i)
    value |= static_cast<std::uint32_t>(static_cast<unsigned char>(at[i])) << (8 * i);
  return value;
}
inline void store32(char* at, std::uint32_t value) {
  for (int i = 0; i < 4; ++i) at[i] = static_cast<char>(value >> (8 * i));
}

/// Appends an element's parts to bytes: in front which of them are there, bit by bit. @p Names
/// gives an id its number: intern(id).
template <class Names>
class RecordWriter {
 public:
  static constexpr bool writes = true;

  /// @p patches takes the places of the ids' numbers, which may be replaced later.
  RecordWriter(Block<char>& out, Names& names, Block<std::uint32_t>& patches)
      : out_(out), names_(names), patches_(patches), mask_at_(out.size()) {
    out_.push_back(0);
  }
  RecordWriter(const RecordWriter&) = delete;
  RecordWriter& operator=(const RecordWriter&) = delete;

  /// A part that may be absent: @p body runs where it is there.
  template <class Body>
  void part(bool there, const Body& body) {
    if (there) {
      mask_ |= bit_;
      body();
    }
    bit_ <<= 1;
  }
  /// After the last part. Most records have none but the first seven, whose bits take a byte.
  void close() {
    if (mask_ < 0x80) {
      out_[mask_at_] = static_cast<char>(mask_);
      return;
    }
    char bytes[10];
    const std::uint32_t more = spell(mask_, bytes) - 1;
    (void)room_for(out_, more);
    char* const at = out_.data() + mask_at_;
    std::memmove(at + 1 + more, at + 1, out_.size() - mask_at_ - 1 - more);
    std::memcpy(at, bytes, 1 + more);
    for (auto patch = patches_.rbegin(); patch != patches_.rend() && *patch > mask_at_; ++patch)
      *patch += more;
  }

  void byte(std::uint8_t value) { out_.push_back(static_cast<char>(value)); }
  void count(std::uint64_t value) {
    if (value < 0x80) return out_.push_back(static_cast<char>(value));
    char bytes[10];
    const std::uint32_t size = spell(value, bytes);
    std::memcpy(room_for(out_, size), bytes, size);
  }
  void whole(std::uint32_t value) { count(value); }
  void text(const std::string& value) { put_text(value); }
  void put_text(std::string_view value) {
    count(value.size());
    if (!value.empty()) std::memcpy(room_for(out_, value.size()), value.data(), value.size());
  }
  void day(Day value) { put32(static_cast<std::uint32_t>(value.since_epoch)); }
  /// Halves up to 2^50 are short: most figures are whole.
  void figure(double value) {
    const double twice = value * 2;
    if (twice >= 0 && twice < 1125899906842624.0 && twice == std::floor(twice) &&
        !(value == 0 && std::signbit(value))) {
      count(static_cast<std::uint64_t>(twice) << 1);
      return;
    }
    count(1);
    const auto bits = std::bit_cast<std::uint64_t>(value);
    put32(static_cast<std::uint32_t>(bits));
    put32(static_cast<std::uint32_t>(bits >> 32));
  }
  void ref(const std::string& id) {
    if (id.empty())
      no_ref();
    else
      name(id);
  }
  void no_ref() { put32(no_name); }
  /// A reference whose id was looked up.
  void number_of_name(std::uint32_t number) {
    patches_.push_back(static_cast<std::uint32_t>(out_.size()));
    put32(number);
  }
  void refs(const Ids& ids) {
    count(ids.size());
    for (const std::string& id : ids) name(id);
  }
  template <class List, class Each>
  void list(List& items, const Each& each) {
    count(items.size());
    for (auto& item : items) each(item);
  }

 private:
  /// Seven bits a byte, the lowest first; how many bytes.
  static std::uint32_t spell(std::uint64_t value, char* bytes) {
    std::uint32_t size = 0;
    for (; value >= 0x80; value >>= 7) bytes[size++] = static_cast<char>(value | 0x80);
    bytes[size++] = static_cast<char>(value);
    return size;
  }
  void put32(std::uint32_t value) { store32(room_for(out_, 4), value); }
  void name(std::string_view id) { number_of_name(names_.intern(id)); }

  Block<char>& out_;
  Names& names_;
  Block<std::uint32_t>& patches_;
  std::size_t mask_at_;
  std::uint32_t mask_ = 0, bit_ = 1;
};

/// Reads what RecordWriter wrote. Bytes that it cannot have written end in Error `invalid_model`.
/// @p Names gives the id of a number: it throws on numbers it does not know.
template <class Names>
class RecordReader {
 public:
  static constexpr bool writes = false;

  RecordReader(std::string_view bytes, const Names& names)
      : at_(bytes.data()), end_(bytes.data() + bytes.size()), names_(names) {
    mask_ = static_cast<std::uint32_t>(count());
  }

  template <class Body>
  void part(bool, const Body& body) {
    if (mask_ & bit_) body();
    bit_ <<= 1;
  }
  /// Was the part read last there?
  [[nodiscard]] bool had_last() const { return mask_ & (bit_ >> 1); }

  void byte(std::uint8_t& value) { value = static_cast<std::uint8_t>(*take(1)); }
  std::uint64_t count() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const auto byte = static_cast<unsigned char>(*take(1));
      value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return value;
    }
    bad();
  }
  void whole(std::uint32_t& value) { value = static_cast<std::uint32_t>(count()); }
  void text(std::string& value) { value = view(); }
  std::string_view view() {
    const std::uint64_t size = count();
    if (size > static_cast<std::uint64_t>(end_ - at_)) bad();
    return {take(static_cast<std::size_t>(size)), static_cast<std::size_t>(size)};
  }
  void day(Day& value) {
    value.since_epoch = static_cast<std::int32_t>(take32());
    if (value.since_epoch < -719162 || value.since_epoch > 2932896) bad();  // years 1 to 9999
  }
  void figure(double& value) {
    const std::uint64_t form = count();
    if (form % 2 == 0) {
      value = static_cast<double>(form >> 1) / 2;
      return;
    }
    const std::uint64_t low = take32(), high = take32();
    value = std::bit_cast<double>(low | high << 32);
  }
  void ref(std::string& id) {
    if (const std::uint32_t name = take32(); name != no_name) id = names_.name(name);
  }
  void refs(Ids& ids) {
    list(ids, [&](std::string& id) { id = names_.name(take32()); });
  }
  template <class List, class Each>
  void list(List& items, const Each& each) {
    const std::uint64_t size = count();
    if (size > static_cast<std::uint64_t>(end_ - at_)) bad();  // an item takes a byte at least
    items.reserve(static_cast<std::size_t>(size));
    for (std::uint64_t i = 0; i < size; ++i) each(items.emplace_back());
  }
  [[noreturn]] static void bad() {
    throw Error(Errc::invalid_model, "the record of an element is damaged");
  }

 private:
  const char* take(std::size_t bytes) {
    if (bytes > static_cast<std::size_t>(end_ - at_)) bad();
    return std::exchange(at_, at_ + bytes);
  }
  std::uint32_t take32() { return load32(take(4)); }

  const char* at_;
  const char* end_;
  const Names& names_;
  std::uint32_t mask_ = 0, bit_ = 1;
};

/// What is known of an element at a glance; a byte of a model.
struct State {
  static constexpr std::uint8_t status = 3;    ///< Mask of the status.
  static constexpr std::uint8_t internal = 4;  ///< Access.
  static constexpr std::uint8_t marked = 8;    ///< A core task, or a duty of legal security.
  static constexpr std::uint8_t examined = 16;
  static constexpr std::uint8_t burden = 32;
  static constexpr std::uint8_t period = 64;  ///< It has a `valid`.
  static constexpr std::uint8_t inert = 128;  ///< Another takes its place.
};

/// A word of a closed list as a byte.
template <class Ar, class Word>
void word(Ar& ar, Word& value) {
  auto byte = static_cast<std::uint8_t>(value);
  ar.byte(byte);
  if constexpr (!Ar::writes) {
    if (byte >= words<Word>().size()) Ar::bad();
    value = static_cast<Word>(byte);
  }
}

/// The parts of an element beside its id, kind and the columns of the model, one function for both
/// directions. What the rows of a model hold is here only where @p written says so.
template <class Ar>
class RecordParts {
 public:
  explicit RecordParts(Ar& ar) : ar_(ar) {}

  void shared(Element& e) {
    text(e.name.da);
    text(e.name.en);
    optional_part(e.valid.from, [&](Day& day) { ar_.day(day); });
    optional_part(e.valid.to, [&](Day& day) { ar_.day(day); });
    texts(e.tags);
    rare(e.source, [&](Source& s) {
      for (std::string* one : {&s.text, &s.eli, &s.uri, &s.accession, &s.paragraph, &s.edition})
        ar_.text(*one);
    });
    rare(e.claims, [&](Claims& c) {
      maybe(c.origin, [&](Origin& origin) { word(ar_, origin); });
      ar_.ref(c.issuer);
      maybe(c.hours, [&](Range& hours) { range(hours); });
    });
    rare(e.examined, [&](Examined& x) {
      ar_.day(x.on);
      ar_.text(x.by);
    });
    rare(e.note, [&](std::string& note) { ar_.text(note); });
    rare(e.extra, [&](auto& extra) {
      ar_.list(extra, [&](auto& field) {
        ar_.text(field.first);
        ar_.text(field.second);
      });
    });
  }

  /// The lists that rows of the model hold in another order.
  void written(Element& e, bool there) {
    ar_.part(there, [&] {
      for (auto* relation : {&e.basis, &e.needs})
        ar_.list(*relation, [&](Requirement& requirement) {
          ar_.whole(requirement.at_least);
          ar_.refs(requirement.of);
        });
      ar_.refs(e.serves);
      ar_.refs(e.uses);
      if (auto* rule = std::get_if<Rule>(&e.fields)) {
        for (Ids* list : {&rule->concerns, &rule->binds, &rule->issuer}) ar_.refs(*list);
      } else if (auto* task = std::get_if<Task>(&e.fields)) {
        for (Ids* list : {&task->concerns, &task->performed_by}) ar_.refs(*list);
      } else if (auto* duty = std::get_if<Duty>(&e.fields)) {
        ar_.refs(duty->concerns);
      } else if (auto* goal = std::get_if<Goal>(&e.fields)) {
        ar_.refs(goal->concerns);
      }
    });
  }

  /// First of all, so that it is found without reading the rest.
  template <class Fields>
  void front(Fields& fields) {
    if constexpr (requires { fields.burden; })
      rare(fields.burden, [&](Burden& b) { burden(b); });
    else
      ar_.part(false, [] {});
  }

  void own(Rule& r) {
    jointly(r.jointly);
    optional_part(r.frame, [&](Frame& frame) { word(ar_, frame); });
    rare(r.adopted, [&](Adopted& a) {
      ar_.day(a.on);
      ar_.refs(a.by);
      ar_.ref(a.grant);
    });
    rare(r.notice, [&](Notice& n) {
      ar_.figure(n.months);
      ar_.refs(n.by);
    });
    refs(r.conflicts_with);
  }
  void own(Task&) {}
  void own(Duty& d) { refs(d.owed_to); }
  void own(Goal& g) { refs(g.set_by); }
  void own(Actor& a) {
    ref(a.part_of);
    ref(a.leader);
    ref(a.is);
    refs(a.holds);
    refs(a.members);
    refs(a.deputies);
    refs(a.med_for);
    optional_part(a.order, [&](double& order) { ar_.figure(order); });
  }
  void own(Matter& m) {
    text(m.code);
    refs(m.broader);
    ar_.part(!m.also.empty(), [&] {
      ar_.list(m.also, [&](AlsoNeeded& also) {
        ar_.text(also.power);
        ar_.ref(also.target);
      });
    });
    rare(m.appeal, [&](Appeal& a) {
      ar_.ref(a.body);
      maybe(a.days, [&](double& days) { ar_.figure(days); });
      ar_.refs(a.basis);
    });
  }
  void own(Grant& g) {
    scope(g);
    ar_.part(!g.to.empty(), [&] {
      ar_.list(g.to, [&](Holder& holder) {
        ar_.ref(holder.id);
        flag(holder.leader_of_unit);
      });
    });
    jointly(g.jointly);
    ar_.part(!g.concur.empty(), [&] { ar_.list(g.concur, [&](Ids& ids) { ar_.refs(ids); }); });
    ref(g.from);
    optional_part(g.by, [&](Ground& by) { word(ar_, by); });
    ar_.part(g.redelegable != 0, [&] { ar_.whole(g.redelegable); });
    for (bool* one : {&g.exclusive, &g.alongside, &g.exceptional, &g.residual})
      ar_.part(*one, [&] { *one = true; });
    rare(g.manner, [&](Manner& m) {
      flag(m.in_meeting);
      maybe(m.votes, [&](double& votes) { ar_.figure(votes); });
    });
  }
  void own(Involvement& i) {
    scope(i);
    ref(i.body.id);
    optional_part(i.body.at_level_of_decider, [&](Tier& tier) { word(ar_, tier); });
    ar_.part(true, [&] {
      word(ar_, i.how);
      word(ar_, i.timing);
    });
    optional_part(i.days, [&](double& days) { ar_.figure(days); });
    patterns(i.when_decided_by);
  }
  void own(Bar& b) {
    scope(b);
    patterns(b.only);
    patterns(b.against);
  }

  /// What else a burden has is told with its ranges.
  static constexpr std::uint32_t has_minimum = 1, has_from = 2;
  void burden(Burden& b) {
    std::uint32_t more = 0;
    if constexpr (Ar::writes)
      more = (b.minimum ? has_minimum : 0) | (b.from.empty() ? 0 : has_from);
    more = ranges(std::array{&b.minutes, &b.times_per_year, &b.people, &b.one_off_hours, &b.rate},
                  more);
    if (more & has_minimum) {
      if constexpr (!Ar::writes) b.minimum.emplace();
      BurdenPart& m = *b.minimum;
      ranges(std::array{&m.minutes, &m.times_per_year, &m.people, &m.one_off_hours}, 0);
    }
    if (more & has_from) ar_.text(b.from);
  }

 private:
  void text(std::string& value) {
    ar_.part(!value.empty(), [&] { ar_.text(value); });
  }
  void texts(Ids& values) {
    ar_.part(!values.empty(),
             [&] { ar_.list(values, [&](std::string& value) { ar_.text(value); }); });
  }
  void ref(std::string& id) {
    ar_.part(!id.empty(), [&] { ar_.ref(id); });
  }
  void refs(Ids& ids) {
    ar_.part(!ids.empty(), [&] { ar_.refs(ids); });
  }
  template <class T, class Body>
  void rare(Rare<T>& value, const Body& body) {
    ar_.part(static_cast<bool>(value), [&] { body(value.make()); });
  }
  template <class T, class Body>
  void optional_part(std::optional<T>& value, const Body& body) {
    ar_.part(value.has_value(), [&] {
      if constexpr (!Ar::writes) value.emplace();
      body(*value);
    });
  }
  /// An optional value inside a part: a byte says whether it is there.
  template <class T, class Body>
  void maybe(std::optional<T>& value, const Body& body) {
    std::uint8_t there = value.has_value();
    ar_.byte(there);
    if (!there) return;
    if constexpr (!Ar::writes) value.emplace();
    body(*value);
  }
  void flag(bool& value) {
    std::uint8_t byte = value;
    ar_.byte(byte);
    value = byte != 0;
  }
  void range(Range& r) {
    std::uint8_t figures = r.low == r.likely && r.likely == r.high ? 1 : 3;
    ar_.byte(figures);
    ar_.figure(r.low);
    if (figures == 1) {
      r.likely = r.high = r.low;
    } else {
      ar_.figure(r.likely);
      ar_.figure(r.high);
    }
  }
  /// Which of them are there and in how many figures, two bits each, @p more above them; then the
  /// figures. Gives back @p more.
  template <std::size_t count>
  std::uint32_t ranges(const std::array<std::optional<Range>*, count>& all, std::uint32_t more) {
    constexpr std::uint32_t one_figure = 1, three = 3;
    std::uint32_t forms = more << (2 * count);
    if constexpr (Ar::writes)
      for (std::size_t i = 0; i < count; ++i)
        if (const std::optional<Range>& r = *all[i])
          forms |= (r->low == r->likely && r->likely == r->high ? one_figure : three) << (2 * i);
    ar_.whole(forms);
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint32_t form = forms >> (2 * i) & three;
      if (form == 0) continue;
      if constexpr (!Ar::writes) all[i]->emplace();
      Range& r = **all[i];
      ar_.figure(r.low);
      if (form == one_figure) {
        r.likely = r.high = r.low;
      } else {
        ar_.figure(r.likely);
        ar_.figure(r.high);
      }
    }
    return forms >> (2 * count);
  }
  void jointly(Jointly& j) {
    ar_.part(j.all || j.count != 1, [&] {
      flag(j.all);
      ar_.whole(j.count);
    });
  }
  void fact_value(FactValue& value) {
    auto form = static_cast<std::uint8_t>(value.index());
    ar_.byte(form);
    if constexpr (!Ar::writes) {
      if (form > 2) Ar::bad();
      if (form == 1) value = 0.0;
      if (form == 2) value = std::string();
    }
    if (auto* yes = std::get_if<bool>(&value)) flag(*yes);
    if (auto* figure = std::get_if<double>(&value)) ar_.figure(*figure);
    if (auto* text = std::get_if<std::string>(&value)) ar_.text(*text);
  }
  void patterns(std::vector<ActorPattern>& all) {
    ar_.part(!all.empty(), [&] {
      ar_.list(all, [&](ActorPattern& pattern) {
        auto form = static_cast<std::uint8_t>(pattern.what.index());
        ar_.byte(form);
        flag(pattern.fact);
        if constexpr (!Ar::writes) {
          if (form > 2) Ar::bad();
          if (form == 1) pattern.what = Tier{};
          if (form == 2) pattern.what = Form{};
        }
        if (auto* tier = std::get_if<Tier>(&pattern.what)) word(ar_, *tier);
        if (auto* form_of = std::get_if<Form>(&pattern.what)) word(ar_, *form_of);
        if (auto* id = std::get_if<std::string>(&pattern.what)) {
          if (pattern.fact)
            ar_.text(*id);
          else
            ar_.ref(*id);
        }
      });
    });
  }
  void scope(Scope& s) {
    texts(s.powers);
    ar_.part(!s.over.empty(), [&] {
      ar_.list(s.over, [&](OverEntry& entry) {
        ar_.ref(entry.id);
        ar_.ref(entry.matter);
        ar_.ref(entry.issuer);
        maybe(entry.instrument, [&](Instrument& instrument) { word(ar_, instrument); });
      });
    });
    refs(s.within);
    ar_.part(!s.conditions.empty(), [&] {
      ar_.list(s.conditions, [&](Condition& condition) {
        ar_.text(condition.fact);
        word(ar_, condition.op);
        ar_.list(condition.values, [&](FactValue& value) { fact_value(value); });
        ar_.text(condition.judgement.da);
        ar_.text(condition.judgement.en);
      });
    });
    refs(s.unless);
  }

  Ar& ar_;
};

/// All parts, in their order. @p written: with the lists that rows may hold.
template <class Ar>
void record_parts(Ar& ar, Element& e, bool written) {
  RecordParts<Ar> parts(ar);
  std::visit([&](auto& fields) { parts.front(fields); }, e.fields);
  parts.shared(e);
  std::visit([&](auto& fields) { parts.own(fields); }, e.fields);
  parts.written(e, written);
}

/// An element of that kind with nothing in it.
inline void make_fields(Element& element, Kind kind) {
  switch (kind) {
    case Kind::actor:
      element.fields.emplace<Actor>();
      break;
    case Kind::matter:
      element.fields.emplace<Matter>();
      break;
    case Kind::rule:
      element.fields.emplace<Rule>();
      break;
    case Kind::task:
      element.fields.emplace<Task>();
      break;
    case Kind::duty:
      element.fields.emplace<Duty>();
      break;
    case Kind::goal:
      element.fields.emplace<Goal>();
      break;
    case Kind::grant:
      element.fields.emplace<Grant>();
      break;
    case Kind::involvement:
      element.fields.emplace<Involvement>();
      break;
    case Kind::bar:
      element.fields.emplace<Bar>();
      break;
  }
}

/// Fills in what the columns of a model hold of an element.
inline void put_columns(Element& e, std::uint8_t kind, std::uint8_t state, std::uint8_t detail) {
  make_fields(e, static_cast<Kind>(kind));
  e.status = static_cast<Status>(state & State::status);
  e.access = state & State::internal ? Access::internal : Access::open;
  if (auto* actor = std::get_if<Actor>(&e.fields)) {
    actor->tier = static_cast<Tier>(detail & 15U);
    actor->form = static_cast<Form>(detail >> 4U);
  } else if (auto* rule = std::get_if<Rule>(&e.fields)) {
    rule->instrument = static_cast<Instrument>(detail);
  } else if (auto* task = std::get_if<Task>(&e.fields)) {
    task->core = (state & State::marked) != 0;
  } else if (auto* duty = std::get_if<Duty>(&e.fields)) {
    duty->legal_security = (state & State::marked) != 0;
  }
}

}  // namespace regelgraf::detail
