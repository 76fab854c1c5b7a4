#pragma once

// An element put together from the columns, rows and record of a model.

#include <algorithm>
#include <bit>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>

#include <regelgraf/detail/inline.hpp>
#include <regelgraf/model.hpp>

#ifndef REGELGRAF_DECLARATIONS_ONLY
namespace regelgraf {

REGELGRAF_INLINE Element Model::element(Index i) const {
  using namespace detail;
  Element e;
  e.id = id(i);
  e.layer = layer(i);
  put_columns(e, kind_[i], state_[i], detail_[i]);
  RecordReader<Model> reader(record(i), *this);
  record_parts(reader, e, false);
  if (reader.had_last()) return e;

  const auto ids = [&](std::span<const Index> from, Ids& into) {
    into.reserve(from.size());
    for (const Index one : from) into.emplace_back(id(one));
  };
  const auto [first, last] = requirements_of(i);
  for (std::uint32_t r = first; r < last; ++r) {
    const RequirementRow row = requirement(r);
    if (row.implied) {
      if (auto* task = std::get_if<Task>(&e.fields)) ids(listed(r), task->performed_by);
      continue;
    }
    auto& relation = row.relation == Relation::basis ? e.basis : e.needs;
    Requirement& written = relation.emplace_back();
    written.at_least = row.at_least;
    ids(listed(r), written.of);
  }
  ids(serves(i), e.serves);
  ids(uses(i), e.uses);
  if (auto* concerned = const_cast<Ids*>(concerns_of(e))) ids(concerns(i), *concerned);
  if (auto* rule = std::get_if<Rule>(&e.fields)) {
    ids(binds(i), rule->binds);
    ids(issuers(i), rule->issuer);
  }
  return e;
}

REGELGRAF_INLINE std::optional<Burden> Model::burden(Index i) const {
  if (!(state_[i] & detail::State::burden)) return std::nullopt;
  detail::RecordReader<Model> reader(record(i), *this);
  std::optional<Burden> result;
  reader.part(true, [&] {
    detail::RecordParts<detail::RecordReader<Model>>(reader).burden(result.emplace());
  });
  return result;
}

REGELGRAF_INLINE std::uint32_t Model::joint_issuers(Index rule) const {
  const std::uint32_t at = is_joint_(rule);
  if (at == none) return 1;
  return joint_[at] == 0 ? static_cast<std::uint32_t>(issuers(rule).size()) : joint_[at];
}

REGELGRAF_INLINE ActorRow Model::actor_at(std::uint32_t place) const {
  const std::uint32_t* at = authority_.begin() + actor_first_[place];
  ActorRow row;
  row.element = *at++;
  row.leader = *at++;
  const std::uint32_t given = *at++;
  if (given & detail::actor_order) {
    const std::uint64_t low = *at++, high = *at++;
    row.order = std::bit_cast<double>(low | high << 32);
  }
  std::uint32_t list = 1;
  for (auto* one : {&row.holds, &row.held_by, &row.members, &row.deputies, &row.med_for}) {
    if (given & list) {
      const std::uint32_t count = *at++;
      *one = {std::exchange(at, at + count), count};
    }
    list <<= 1;
  }
  return row;
}

REGELGRAF_INLINE const ScopeRow* Model::scope(Index i) const {
  const auto in = [i](const auto& rows) -> const ScopeRow* {
    const auto at =
        std::lower_bound(rows.begin(), rows.end(), i,
                         [](const auto& row, Index wanted) { return row.element < wanted; });
    return at != rows.end() && at->element == i ? &*at : nullptr;
  };
  switch (kind(i)) {
    case Kind::grant:
      return &grant(i);
    case Kind::involvement:
      return in(involvements_);
    case Kind::bar:
      return in(bars_);
    default:
      return nullptr;
  }
}

REGELGRAF_INLINE std::optional<Notice> Model::notice(Index rule) const {
  const Element written = element(rule);
  const auto& given = std::get<Rule>(written.fields).notice;
  return given ? std::optional<Notice>(*given) : std::nullopt;
}

}  // namespace regelgraf
#endif
