#include <array>
#include <initializer_list>
#include <utility>

#include "formats/quick_element.hpp"

namespace regelgraf::formats {

namespace {

void put_links(detail::Records& records, const QuickElement& e) {
  const std::array lists{&e.serves, &e.uses, &e.concerns, &e.places, &e.issuers};
  std::size_t names = e.basis.of.size() + e.needs.of.size();
  for (const auto* refs : lists) names += refs->size();
  detail::LinkWriter out(records.links, e.basis.all.size() + e.needs.all.size(), names);
  const auto put = [&](const QuickElement::Ref& ref) {
    out.name(records.names.intern(ref.id, ref.hash));
  };
  for (const QuickElement::Requirements* relation : {&e.basis, &e.needs}) {
    out.list(relation->all.size());
    const QuickElement::Ref* next = relation->of.data();
    for (const QuickElement::Requirements::One& one : relation->all) {
      out.requirement(one.at_least, one.count);
      for (std::uint32_t i = 0; i < one.count; ++i) put(*next++);
    }
  }
  for (const auto* refs : lists) {
    out.list(refs->size());
    for (const QuickElement::Ref& ref : *refs) put(ref);
  }
}

}  // namespace

void add(detail::Records& records, const QuickElement& e, std::uint32_t layer) {
  using detail::Records;
  using detail::State;
  Records::Row row = records.begin(layer);
  row.name = records.names.intern(e.id.id, e.id.hash);
  row.kind = static_cast<std::uint8_t>(e.kind);
  if (e.kind == Kind::rule) row.detail = static_cast<std::uint8_t>(e.instrument);
  if (e.kind == Kind::actor) row.detail = Records::detail_of(e.tier, e.form);
  if (e.kind <= Kind::matter || e.kind == Kind::grant) row.look = Records::look_closely;
  row.state = static_cast<std::uint8_t>(
      static_cast<unsigned>(e.status) | (e.access == Access::internal ? State::internal : 0U) |
      (e.marked ? State::marked : 0U) | (e.has(f_examined) ? State::examined : 0U) |
      (e.has(f_burden) ? State::burden : 0U) | (e.valid.from || e.valid.to ? State::period : 0U));
  put_links(records, e);

  // In the order of detail::record_parts().
  detail::RecordWriter<detail::Names> out(records.texts, records.names, records.patches);
  const auto ranges = [&](std::initializer_list<const QuickElement::Figures*> all,
                          std::uint32_t more) {
    std::uint32_t forms = more << (2 * all.size()), shift = 0;
    for (const QuickElement::Figures* one : all) {
      const bool same = one->range.low == one->range.likely && one->range.likely == one->range.high;
      forms |= (!one->there ? 0U : same ? 1U : 3U) << std::exchange(shift, shift + 2);
    }
    out.whole(forms);
    for (const QuickElement::Figures* one : all) {
      if (one->there) out.figure(one->range.low);
      if ((forms & 3) == 3) {
        out.figure(one->range.likely);
        out.figure(one->range.high);
      }
      forms >>= 2;
    }
  };
  const auto text = [&](std::string_view value) {
    out.part(!value.empty(), [&] { out.put_text(value); });
  };
  out.part(e.has(f_burden), [&] {
    using Parts = detail::RecordParts<detail::RecordWriter<detail::Names>>;
    ranges({&e.minutes, &e.times, &e.people, &e.one_off, &e.rate},
           (e.minimum ? Parts::has_minimum : 0) | (e.burden_from.empty() ? 0 : Parts::has_from));
    if (e.minimum) ranges({&e.least_minutes, &e.least_times, &e.least_people, &e.least_one_off}, 0);
    if (!e.burden_from.empty()) out.put_text(e.burden_from);
  });
  text(e.name_da);
  text(e.name_en);
  out.part(e.valid.from.has_value(), [&] { out.day(*e.valid.from); });
  out.part(e.valid.to.has_value(), [&] { out.day(*e.valid.to); });
  const auto texts = [&](const std::vector<std::string_view>& all) {
    out.part(!all.empty(),
             [&] { out.list(all, [&](std::string_view one) { out.put_text(one); }); });
  };
  texts(e.tags);
  out.part(e.has(f_source), [&] {
    for (const std::string_view one : e.source) out.put_text(one);
  });
  out.part(false, [] {});  // claims
  out.part(e.has(f_examined), [&] {
    out.day(e.examined_on);
    out.put_text(e.examined_by);
  });
  out.part(e.has(f_note), [&] { out.put_text(e.note); });
  out.part(false, [] {});  // fields of the model's own
  const auto ref = [&](const QuickElement::Ref& one) {
    if (one.id.empty()) return out.no_ref();
    out.number_of_name(records.names.intern(one.id, one.hash));
  };
  const auto refs = [&](const std::vector<QuickElement::Ref>& all) {
    out.part(!all.empty(), [&] { out.list(all, ref); });
  };
  if (e.kind == Kind::actor) {
    out.part(e.has(f_part_of), [&] { ref(e.part_of); });
    out.part(e.has(f_leader), [&] { ref(e.leader); });
    out.part(false, [] {});  // is
    for (const auto* all : {&e.holds, &e.members, &e.deputies}) refs(*all);
  } else if (e.kind == Kind::matter) {
    text(e.has(f_code) ? e.code : std::string_view());
    refs(e.broader);
  } else if (e.kind == Kind::grant) {
    texts(e.powers);
    out.part(!e.over.empty(), [&] {
      out.list(e.over, [&](const QuickElement::Over& one) {
        for (const QuickElement::Ref* id : {&one.id, &one.matter, &one.issuer}) ref(*id);
        out.byte(one.instrument.has_value());
        if (one.instrument) detail::word(out, *one.instrument);
      });
    });
    refs(e.within);
    out.part(false, [] {});  // conditions
    out.part(false, [] {});  // unless
    out.part(!e.to.empty(), [&] {
      out.list(e.to, [&](const QuickElement::Ref& holder) {
        ref(holder);
        out.byte(holder.id.empty());
      });
    });
    out.part(false, [] {});  // jointly
    out.part(false, [] {});  // concur
    out.part(e.has(f_from), [&] { ref(e.from); });
    out.part(e.has(f_by), [&] { detail::word(out, e.by); });
    out.part(e.redelegable != 0, [&] { out.whole(e.redelegable); });
    for (const bool one : {e.exclusive, e.alongside}) out.part(one, [] {});
  } else {
    out.part(false, [] {});  // jointly
    out.part(e.has(f_frame), [&] { detail::word(out, e.frame); });
  }
  out.close();
  records.rows.push_back(row);
}

}  // namespace regelgraf::formats
