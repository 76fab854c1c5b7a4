#pragma once

// What a snapshot holds, part by part: one function for both directions.

#include <memory>

#include <regelgraf/canonical.hpp>
#include <regelgraf/detail/authority.hpp>
#include <regelgraf/detail/footing.hpp>
#include <regelgraf/model.hpp>

#include "snapshot/archive.hpp"

namespace boost::serialization {

template <class Archive>
void serialize(Archive& ar, regelgraf::Name& name, unsigned) {
  ar& name.da& name.en;
}
template <class Archive>
void serialize(Archive& ar, regelgraf::Fact& fact, unsigned) {
  ar& fact.name& fact.type& fact.unit& fact.aliases& fact.default_value& fact.by& fact.ask;
}
template <class Archive>
void serialize(Archive& ar, regelgraf::Head& head, unsigned) {
  ar& head.id& head.name& head.extends& head.editions& head.facts& head.extra;
}
template <class Archive>
void serialize(Archive& ar, regelgraf::Condition& condition, unsigned) {
  ar& condition.fact& condition.op& condition.values& condition.judgement;
}
template <class Archive>
void serialize(Archive& ar, regelgraf::Finding& finding, unsigned) {
  ar& finding.severity& finding.code& finding.file& finding.element& finding.field& finding
      .message& finding.advice& finding.elements;
  std::uint64_t line = finding.line, column = finding.column, position = finding.position;
  ar& line& column& position;
  finding.line = static_cast<std::size_t>(line);
  finding.column = static_cast<std::size_t>(column);
  finding.position = static_cast<std::size_t>(position);
}

}  // namespace boost::serialization

namespace regelgraf {

/// The one who may look into models for their snapshot.
struct ModelParts {
 private:
  template <class M>
  static auto chosen_of(M& m) {
    return std::array{&m.with_period_, &m.is_actor_, &m.is_grant_, &m.is_joint_};
  }
  template <class M>
  static auto sparse_of(M& m) {
    return std::array{&m.serves_,    &m.served_by_, &m.uses_,     &m.used_by_, &m.places_,
                      &m.unless_by_, &m.broader_,   &m.concerns_, &m.issuers_};
  }

 public:
  static Model empty() { return {}; }

  template <class Archive>
  static void all(Archive& ar, Model& m) {
    std::string digest;
    if constexpr (Archive::is_saving::value) digest = regelgraf::digest(m);
    ar& digest;
    if constexpr (Archive::is_loading::value) m.digest_ = digest;  // a model is not written to
    ar& m.layers_& m.findings_& m.aliases_& m.conditions_& m.facts_& m.fact_names_& m.power_names_;
    ar.column(m.name_bytes_);
    for (auto* column :
         {&m.name_first_, &m.slots_, &m.record_first_, &m.layer_, &m.requirement_first_,
          &m.requirement_owner_, &m.requirement_rule_, &m.part_of_, &m.joint_, &m.authority_})
      ar.column(*column);
    ar.column(m.record_bytes_);
    for (auto* column : {&m.kind_, &m.state_, &m.detail_, &m.stands_}) ar.column(*column);
    ar.column(m.periods_);
    for (auto* chosen : chosen_of(m)) part(ar, *chosen);
    part(ar, m.listed_);
    part(ar, m.listing_);
    for (auto* rows : sparse_of(m)) {
      part(ar, rows->full_);
      part(ar, rows->rows_);
    }
  }

  template <class Archive>
  static void graph(Archive& ar, detail::SupportGraph& graph) {
    Column<std::uint64_t> words(graph.members_.words_);
    Column<std::uint32_t> loops(graph.loops_), owners, spares, founded;
    if constexpr (Archive::is_saving::value) {
      for (const auto& slot : graph.slots_) {
        owners.push_back(slot.marked_owner);
        spares.push_back(static_cast<std::uint32_t>(slot.spare));
      }
      for (const auto& one : graph.founded_)
        for (const std::uint32_t number : {one.requirement, one.on, one.enter, one.leave})
          founded.push_back(number);
    }
    ar.column(words);
    part(ar, graph.lists_);
    part(ar, graph.unfounds_.full_);
    part(ar, graph.unfounds_.rows_);
    ar.column(owners);
    ar.column(spares);
    ar& graph.first_founding_slot_;
    ar.column(loops);
    part(ar, graph.founded_by_);
    ar.column(founded);
    if constexpr (Archive::is_loading::value) {
      if (owners.size() != spares.size()) snapshot::damaged();
      graph.members_.words_.assign(words.begin(), words.end());
      graph.loops_.assign(loops.begin(), loops.end());
      graph.slots_.resize(owners.size());
      for (std::size_t i = 0; i < owners.size(); ++i)
        graph.slots_[i] = {owners[i], static_cast<std::int32_t>(spares[i])};
      if (founded.size() != 4 * loops.size()) snapshot::damaged();
      graph.founded_.resize(loops.size());
      for (std::size_t i = 0; i < loops.size(); ++i)
        graph.founded_[i] = {founded[4 * i], founded[4 * i + 1], founded[4 * i + 2],
                             founded[4 * i + 3]};
    }
  }

  static detail::SupportGraph& standing(detail::Footing& footing) { return footing.standing_; }
  static detail::SupportGraph& purposes(detail::Footing& footing) { return footing.purposes_; }
  static std::shared_ptr<detail::Footing> no_footing() {
    return std::shared_ptr<detail::Footing>(new detail::Footing());
  }

  /// Throws Error `invalid_model` unless every number is one that it may be.
  static void check(Model& m);
  /// The rest of a model whose columns were checked. @p bytes: what they look at.
  static void finish(Model& m, std::shared_ptr<detail::Footing> footing,
                     std::shared_ptr<const char[]> bytes) {
    check_graph(footing->standing_, m.size(), m.requirement_count());
    check_graph(footing->purposes_, m.size(), m.size());
    m.footing_ = std::move(footing);
    m.settled_from_ = detail::last_change(m);
    detail::AuthorityRows::make(m);
    check_grants(m);
    m.snapshot_ = std::move(bytes);
  }

 private:
  template <class Archive>
  static void part(Archive& ar, Chosen& chosen) {
    ar.column(chosen.bits_);
    ar.column(chosen.before_);
    ar& chosen.count_;
  }
  template <class Archive, class T>
  static void part(Archive& ar, Rows<T>& rows) {
    ar.column(rows.first_);
    ar.column(rows.values_);
  }

  static void must(bool good) {
    if (!good) snapshot::damaged();
  }
  static void check_graph(const detail::SupportGraph& graph, std::uint32_t n,
                          std::uint32_t requirements);
  static void check_grants(const Model& m);
  static void check_chosen(const Chosen& chosen, std::uint32_t n);
  static void check_firsts(const Column<std::uint32_t>& first, std::size_t rows, std::size_t values,
                           std::uint32_t least);
  static void check_values(std::span<const std::uint32_t> values, std::uint32_t below);
  template <class T>
  static void check_rows(const Rows<T>& rows, std::size_t count, std::uint32_t below) {
    check_firsts(rows.first_, count, rows.values_.size(), 0);
    check_values(rows.values_.span(), below);
  }
};

}  // namespace regelgraf
