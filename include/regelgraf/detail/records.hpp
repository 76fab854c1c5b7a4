#pragma once

// What freeze() works on: elements as records, references as numbers of names.

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <regelgraf/detail/names.hpp>
#include <regelgraf/detail/record.hpp>
#include <regelgraf/detail/references.hpp>
#include <regelgraf/detail/text.hpp>
#include <regelgraf/detail/texts.hpp>
#include <regelgraf/draft.hpp>

namespace regelgraf::detail {

/// The lists of references that most elements have, in this order.
enum class Link : std::uint8_t { basis, needs, serves, uses, concerns, places, issuers };
inline constexpr std::size_t link_lists = 7;

/// Writes the links of one element: a word that says how long each of its lists is, four bits each,
/// then the lists, one behind the other. A list of 15 or more has its length in front; a
/// requirement has a word in front that says how many of how many, where those are small.
class LinkWriter {
 public:
  /// An element of so many requirements and names in all.
  LinkWriter(Block<std::uint32_t>& links, std::size_t requirements, std::size_t names)
      : links_(links),
        sizes_(room_for(links, 1 + link_lists + 3 * requirements + names)),
        at_(sizes_ + 1) {
    *sizes_ = 0;
  }
  LinkWriter(const LinkWriter&) = delete;
  LinkWriter& operator=(const LinkWriter&) = delete;
  ~LinkWriter() { links_.resize(static_cast<std::size_t>(at_ - links_.data())); }

  /// Begins the next of the seven lists.
  void list(std::size_t size) {
    *sizes_ |= static_cast<std::uint32_t>(std::min(size, long_list)) << shift_;
    shift_ += list_bits;
    if (size >= long_list) *at_++ = static_cast<std::uint32_t>(size);
  }
  /// A requirement of the list that is open; as many names follow.
  void requirement(std::uint32_t at_least, std::size_t count) {
    if (at_least < large_half && count < large_half) {
      *at_++ = at_least << 16 | static_cast<std::uint32_t>(count);
      return;
    }
    *at_++ = large_requirement;
    *at_++ = at_least;
    *at_++ = static_cast<std::uint32_t>(count);
  }
  void name(std::uint32_t number) { *at_++ = number; }

  static constexpr unsigned list_bits = 4;
  static constexpr std::size_t long_list = 15;  ///< Its length has a word of its own.
  static constexpr std::uint32_t large_half = 0xFFFF, large_requirement = 0xFFFFFFFF;

 private:
  Block<std::uint32_t>& links_;
  std::uint32_t* sizes_;
  std::uint32_t* at_;
  unsigned shift_ = 0;
};

/// Reads what a LinkWriter wrote, in that order.
class Links {
 public:
  struct Required {
    std::uint32_t at_least = 0;
    std::span<const std::uint32_t> of;
  };

  explicit Links(const std::uint32_t* at) : sizes_(*at), at_(at + 1) {}

  /// Opens the next list: of how many.
  std::uint32_t open() {
    const std::uint32_t size = sizes_ & LinkWriter::long_list;
    sizes_ >>= LinkWriter::list_bits;
    return size < LinkWriter::long_list ? size : *at_++;
  }
  /// The names of the next list.
  std::span<const std::uint32_t> list() { return names(open()); }
  /// The next requirement of the list that is open.
  Required requirement() {
    const std::uint32_t form = *at_++;
    if (form != LinkWriter::large_requirement) return {form >> 16, names(form & 0xFFFF)};
    const std::uint32_t at_least = *at_++, count = *at_++;
    return {at_least, names(count)};
  }

 private:
  std::span<const std::uint32_t> names(std::uint32_t count) {
    return {std::exchange(at_, at_ + count), count};
  }

  std::uint32_t sizes_;
  const std::uint32_t* at_;
};

/// Elements of all layers in the order they were added.
class Records {
 public:
  struct Row {
    std::uint32_t name = 0;  ///< The id.
    std::uint32_t layer = 0;
    std::uint32_t links = 0;  ///< Where its links begin.
    std::uint32_t text = 0;   ///< Where its record begins.
    std::uint8_t kind = 0;
    std::uint8_t state = 0;
    std::uint8_t detail = 0;  ///< Instrument; tier and form.
    std::uint8_t look = 0;    ///< Bits of what the quick check cannot clear.
  };
  static constexpr std::uint8_t look_closely = 1;  ///< More than the links has to be checked.
  static constexpr std::uint8_t has_is = 2;
  static constexpr std::uint8_t personal = 4;  ///< Text that may look like a CPR number.

  std::vector<Head> layers;
  Names names;
  Block<Row> rows;
  Block<std::uint32_t> links;    ///< Of each element: see LinkWriter.
  Block<char> texts;             ///< Records, one after the other.
  Block<std::uint32_t> patches;  ///< Where in `texts` names stand.

  static constexpr std::size_t expected_elements(std::size_t bytes) { return bytes / 300; }
  /// Makes room for the elements of so many bytes of JSON, of middling size.
  void expect(std::size_t bytes) {
    rows.reserve(rows.size() + expected_elements(bytes));
    links.reserve(links.size() + bytes / 24);
    texts.reserve(texts.size() + bytes / 6);
    names.reserve(names.size() + bytes / 400);
  }

  /// Adds @p e to layer @p layer.
  void add(Element e, std::uint32_t layer) {
    Row row = begin(layer);
    row.name = names.intern(e.id);
    row.kind = static_cast<std::uint8_t>(e.kind());
    row.state = static_cast<std::uint8_t>(
        static_cast<unsigned>(e.status) | (e.access == Access::internal ? State::internal : 0U) |
        (e.examined ? State::examined : 0U) | (burden_in(e) ? State::burden : 0U) |
        (e.valid.from || e.valid.to ? State::period : 0U));
    put_links(e);
    const std::size_t before = patches.size();
    if (const auto* rule = std::get_if<Rule>(&e.fields)) {
      row.detail = static_cast<std::uint8_t>(rule->instrument);
      if (rule->jointly.all || rule->jointly.count != 1 || rule->notice) row.look |= look_closely;
    } else if (const auto* task = std::get_if<Task>(&e.fields)) {
      if (task->core) row.state |= State::marked;
    } else if (const auto* duty = std::get_if<Duty>(&e.fields)) {
      if (duty->legal_security) row.state |= State::marked;
    } else if (const auto* actor = std::get_if<Actor>(&e.fields)) {
      row.detail = detail_of(actor->tier, actor->form);
      if (!actor->is.empty()) row.look |= has_is;
    }
    RecordWriter<Names> writer(texts, names, patches);
    record_parts(writer, e, false);
    writer.close();
    const bool plain_kind = e.kind() >= Kind::rule && e.kind() <= Kind::goal;
    if (!plain_kind || patches.size() > before || e.claims || e.valid.from || e.valid.to ||
        burden_in(e))
      row.look |= look_closely;
    for_each_text(e, [&](std::string_view text, const FieldPath&) {
      if (has_cpr(text)) row.look |= personal;
    });
    rows.push_back(row);
  }

  static std::uint8_t detail_of(Tier tier, Form form) {
    return static_cast<std::uint8_t>(static_cast<unsigned>(tier) | static_cast<unsigned>(form)
                                                                       << 4U);
  }

  /// A row whose links and record begin here.
  [[nodiscard]] Row begin(std::uint32_t layer) const {
    if (texts.size() > 0xF0000000 || links.size() > 0xF0000000 || rows.size() > 0xF0000000)
      throw Error(Errc::too_large, "more than 4 GB of records");
    Row row;
    row.layer = layer;
    row.links = static_cast<std::uint32_t>(links.size());
    row.text = static_cast<std::uint32_t>(texts.size());
    return row;
  }

  /// Takes the last row back. Names that it alone used stay, and name nothing.
  void drop_last() {
    const Row& row = rows.back();
    while (!patches.empty() && patches.back() >= row.text) patches.pop_back();
    links.resize(row.links);
    texts.resize(row.text);
    rows.pop_back();
  }

  /// The bytes of the record at @p position.
  [[nodiscard]] std::string_view record(std::size_t position) const {
    const std::size_t end = position + 1 < rows.size() ? rows[position + 1].text : texts.size();
    return {texts.data() + rows[position].text, end - rows[position].text};
  }

  /// The element at @p position as it was added.
  [[nodiscard]] Element element(std::size_t position) const;

 private:
  static bool burden_in(const Element& e) {
    if (const auto* rule = std::get_if<Rule>(&e.fields)) return static_cast<bool>(rule->burden);
    if (const auto* task = std::get_if<Task>(&e.fields)) return static_cast<bool>(task->burden);
    return false;
  }
  void put_links(const Element& e) {
    const auto* rule = std::get_if<Rule>(&e.fields);
    const auto* task = std::get_if<Task>(&e.fields);
    const std::array relations{&e.basis, &e.needs};
    const std::array lists{&e.serves, &e.uses, concerns_of(e),
                           rule   ? &rule->binds
                           : task ? &task->performed_by
                                  : nullptr,
                           rule ? &rule->issuer : nullptr};
    std::size_t requirements = 0, all = 0;
    for (const auto* relation : relations)
      for (const Requirement& requirement : *relation) {
        ++requirements;
        all += requirement.of.size();
      }
    for (const Ids* ids : lists) all += ids ? ids->size() : 0;

    LinkWriter out(links, requirements, all);
    const auto put = [&](const Ids& ids) {
      for (const std::string& id : ids) out.name(names.intern(id));
    };
    for (const auto* relation : relations) {
      out.list(relation->size());
      for (const Requirement& requirement : *relation) {
        out.requirement(requirement.at_least, requirement.of.size());
        put(requirement.of);
      }
    }
    for (const Ids* ids : lists) {
      out.list(ids ? ids->size() : 0);
      if (ids) put(*ids);
    }
  }
};

inline Element Records::element(std::size_t position) const {
  const Row& row = rows[position];
  Element e;
  e.id = names.name(row.name);
  e.layer = row.layer;
  put_columns(e, row.kind, row.state, row.detail);
  Links at(links.data() + row.links);
  const auto ids = [&](std::span<const std::uint32_t> numbers, Ids* into) {
    for (const std::uint32_t name : numbers)
      if (into) into->emplace_back(names.name(name));
  };
  for (auto* relation : {&e.basis, &e.needs})
    for (std::uint32_t left = at.open(); left > 0; --left) {
      const Links::Required required = at.requirement();
      Requirement& requirement = relation->emplace_back();
      requirement.at_least = required.at_least;
      ids(required.of, &requirement.of);
    }
  auto* rule = std::get_if<Rule>(&e.fields);
  auto* task = std::get_if<Task>(&e.fields);
  ids(at.list(), &e.serves);
  ids(at.list(), &e.uses);
  ids(at.list(), const_cast<Ids*>(concerns_of(e)));
  ids(at.list(), rule ? &rule->binds : task ? &task->performed_by : nullptr);
  ids(at.list(), rule ? &rule->issuer : nullptr);
  RecordReader<Names> reader(record(position), names);
  record_parts(reader, e, false);
  return e;
}

}  // namespace regelgraf::detail
