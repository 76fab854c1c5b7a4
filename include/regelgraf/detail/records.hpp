#pragma once

// What freeze() works on: elements as records, references as numbers of names.

#include <cstdint>
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
  Block<std::uint32_t> links;    ///< Of each element: see Links.
  Block<char> texts;             ///< Records, one after the other.
  Block<std::uint32_t> patches;  ///< Where in `texts` names stand.

  /// Makes room for the elements of so many bytes of JSON, of middling size.
  void expect(std::size_t bytes) {
    rows.reserve(rows.size() + bytes / 300);
    links.reserve(links.size() + bytes / 12);
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
    put_requirements(e.basis);
    put_requirements(e.needs);
    put_ids(e.serves);
    put_ids(e.uses);
    const Ids* const concerns = concerns_of(e);
    put_ids(concerns ? *concerns : Ids());
    const std::size_t before = patches.size();
    if (const auto* rule = std::get_if<Rule>(&e.fields)) {
      row.detail = static_cast<std::uint8_t>(rule->instrument);
      put_ids(rule->binds);
      put_ids(rule->issuer);
      if (rule->jointly.all || rule->jointly.count != 1 || rule->notice) row.look |= look_closely;
    } else if (const auto* task = std::get_if<Task>(&e.fields)) {
      if (task->core) row.state |= State::marked;
      put_ids(task->performed_by);
      put_ids({});
    } else {
      if (const auto* duty = std::get_if<Duty>(&e.fields); duty && duty->legal_security)
        row.state |= State::marked;
      put_ids({});
      put_ids({});
    }
    if (const auto* actor = std::get_if<Actor>(&e.fields)) {
      row.detail = static_cast<std::uint8_t>(static_cast<unsigned>(actor->tier) |
                                             static_cast<unsigned>(actor->form) << 4U);
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
  void put_ids(const Ids& ids) {
    links.push_back(static_cast<std::uint32_t>(ids.size()));
    for (const std::string& id : ids) links.push_back(names.intern(id));
  }
  void put_requirements(const std::vector<Requirement>& requirements) {
    links.push_back(static_cast<std::uint32_t>(requirements.size()));
    for (const Requirement& requirement : requirements) {
      links.push_back(requirement.at_least);
      put_ids(requirement.of);
    }
  }
};

/// Walks the links of one element: `next()` reads counts and names in the order they were put.
class Links {
 public:
  explicit Links(const std::uint32_t* at) : at_(at) {}
  std::uint32_t next() { return *at_++; }
  /// A count and as many names.
  std::span<const std::uint32_t> list() {
    const std::uint32_t count = next();
    return {std::exchange(at_, at_ + count), count};
  }

 private:
  const std::uint32_t* at_;
};

inline Element Records::element(std::size_t position) const {
  const Row& row = rows[position];
  Element e;
  e.id = names.name(row.name);
  e.layer = row.layer;
  put_columns(e, row.kind, row.state, row.detail);
  Links at(links.data() + row.links);
  const auto ids = [&](Ids* into) {
    for (const std::uint32_t name : at.list())
      if (into) into->emplace_back(names.name(name));
  };
  for (auto* relation : {&e.basis, &e.needs})
    for (std::uint32_t left = at.next(); left > 0; --left) {
      Requirement& requirement = relation->emplace_back();
      requirement.at_least = at.next();
      ids(&requirement.of);
    }
  ids(&e.serves);
  ids(&e.uses);
  ids(const_cast<Ids*>(concerns_of(e)));
  auto* rule = std::get_if<Rule>(&e.fields);
  auto* task = std::get_if<Task>(&e.fields);
  ids(rule ? &rule->binds : task ? &task->performed_by : nullptr);
  ids(rule ? &rule->issuer : nullptr);
  RecordReader<Names> reader(record(position), names);
  record_parts(reader, e, false);
  return e;
}

}  // namespace regelgraf::detail
