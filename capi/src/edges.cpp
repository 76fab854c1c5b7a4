// What a model's elements lean on, serve and use, as columns.

#include "guard.hpp"

using namespace capi;
using regelgraf::Index;

namespace {

void add(rg_edges& to, Index source, Index target, rg_relation relation, uint32_t requirement,
         uint32_t at_least, bool implied) {
  const uint32_t row[] = {source,      target,   static_cast<uint32_t>(relation),
                          requirement, at_least, implied};
  for (size_t i = 0; i < to.columns.size(); ++i) to.columns[i].push_back(row[i]);
}

void add_requirements(rg_edges& to, const regelgraf::Model& model, Index source) {
  const auto [first, last] = model.requirements_of(source);
  for (uint32_t r = first; r < last; ++r) {
    const regelgraf::RequirementRow row = model.requirement(r);
    const bool needs = row.relation == regelgraf::Relation::needs;
    for (const Index target : model.listed(r))
      add(to, source, target, needs ? RG_RELATION_NEEDS : RG_RELATION_BASIS, r - first,
          row.at_least, row.implied);
  }
}

}  // namespace

extern "C" {

rg_status RG_CALL rg_edges_new(const rg_model* model, rg_edges** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(model, "model is NULL");
    const regelgraf::Model& m = model->rep->model;
    auto made = std::make_unique<rg_edges>();
    for (Index i = 0; i < m.size(); ++i) {
      add_requirements(*made, m, i);
      for (const Index target : m.serves(i))
        add(*made, i, target, RG_RELATION_SERVES, regelgraf::none, 0, false);
      for (const Index target : m.uses(i))
        add(*made, i, target, RG_RELATION_USES, regelgraf::none, 0, false);
    }
    *out = made.release();
  });
}

size_t RG_CALL rg_edges_count(const rg_edges* edges) {
  return edges ? edges->columns.front().size() : 0;
}

size_t RG_CALL rg_edges_column(const rg_edges* edges, rg_edge_column which, size_t first,
                               size_t count, uint32_t* out) {
  if (!edges || which < RG_EDGE_SOURCE || which > RG_EDGE_IMPLIED) return 0;
  const auto& column = edges->columns[static_cast<size_t>(which)];
  return fill(column.size(), first, count, out, [&](size_t i) { return column[i]; });
}

void RG_CALL rg_edges_free(rg_edges** edges) { dispose(edges); }

}  // extern "C"
