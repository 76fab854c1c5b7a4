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
  static Model empty() { return {}; }

  template <class Archive>
  static void all(Archive& ar, Model& m) {
    std::string digest;
    if constexpr (Archive::is_saving::value) digest = regelgraf::digest(m);
    ar& digest;
    if constexpr (Archive::is_loading::value) m.digest_ = digest;  // a model is not written to
    ar& m.layers_& m.findings_& m.aliases_& m.conditions_& m.facts_& m.fact_names_& m.power_names_;
    m.each_column([&](auto& column) { ar.column(column); });
  }

  template <class Archive, class Lists>
  static void graph(Archive& ar, detail::SupportGraphWith<Lists>& graph) {
    auto& members = graph.members_.words_;
    auto words = Column<std::uint64_t>::borrowed(members);
    ar.column(words);
    if constexpr (Archive::is_loading::value) members.assign(words.begin(), words.end());
    graph.each_column([&](auto& column) { ar.column(column); });
    ar& graph.first_founding_slot_;
  }

  static detail::SupportGraph& standing(detail::Footing& footing) { return footing.standing_; }
  static detail::PurposeGraph& purposes(detail::Footing& footing) { return footing.purposes_; }
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
    m.block_ = std::move(bytes);
  }

 private:
  static void must(bool good) {
    if (!good) snapshot::damaged();
  }
  template <class Lists>
  static void check_graph(const detail::SupportGraphWith<Lists>& graph, std::uint32_t n,
                          std::uint32_t requirements);
  static void check_lists(const detail::FullLists& lists, std::uint32_t n);
  static void check_lists(const detail::SparseLists& lists, std::uint32_t n);
  static void check_small(const SmallNumbers& numbers, std::size_t count);
  static void check_requirements(const Model& m);
  static void check_grants(const Model& m);
  static void check_chosen(const Chosen& chosen, std::uint32_t n);
  template <class Distance>
  static void check_firsts(const Firsts<Distance>& first, std::size_t rows, std::size_t values,
                           std::uint32_t least);
  static void check_values(std::span<const std::uint32_t> values, std::uint32_t below);
  template <class T>
  static void check_rows(const Rows<T>& rows, std::size_t count, std::uint32_t below);
};

extern template void ModelParts::check_graph(const detail::SupportGraph&, std::uint32_t,
                                             std::uint32_t);
extern template void ModelParts::check_graph(const detail::PurposeGraph&, std::uint32_t,
                                             std::uint32_t);

}  // namespace regelgraf
