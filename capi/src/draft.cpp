// Models built and changed by the caller.

#include <memory>
#include <utility>

#include <regelgraf/freeze.hpp>

#include "formats/one_element.hpp"
#include "guard.hpp"
#include "json/writer.hpp"
#include "loaded.hpp"

using namespace capi;
using regelgraf::Element;
using regelgraf::Finding;
using regelgraf::Head;

namespace {

Head head_of(std::string_view text, bool allow_personal_data) {
  Head head;
  std::vector<Finding> findings;
  (void)regelgraf::formats::read_head(text, "head", head, findings);
  if (!allow_personal_data) regelgraf::formats::find_personal_data(head, "head", findings);
  if (regelgraf::has_errors(findings)) refuse(findings);
  return head;
}

/// A model without elements of its own: it is loaded for the layers it stands on.
std::string bare_model(const Head& head) {
  regelgraf::json::Writer out;
  out.begin_object().key("regelgraf").number(1).key("model").begin_object();
  out.key("id").string(head.id).key("extends").begin_array();
  for (const std::string& name : head.extends) out.string(name);
  out.end_array().end_object().key("elements").begin_array().end_array().end_object();
  return out.take();
}

/// Takes a model apart into @p draft; what is of the last layer is the draft's own.
void take_apart(const regelgraf::Model& model, rg_draft& draft) {
  draft.layers = model.layers();
  for (regelgraf::Index i = 0; i < model.size(); ++i) {
    Element element = model.element(i);
    if (element.layer + 1 < draft.layers.size())
      draft.below.push_back(std::move(element));
    else
      draft.own.emplace(element.id, std::move(element));
  }
}

/// The draft as freeze() takes it.
regelgraf::Draft drafted(const rg_draft& from) {
  regelgraf::Draft draft(from.layers.front());
  draft.reserve(from.below.size() + from.own.size());
  for (std::uint32_t layer = 0; layer < from.layers.size(); ++layer) {
    if (layer > 0) draft.open_layer(from.layers[layer]);
    for (const Element& element : from.below)
      if (element.layer == layer) draft.add(element);
  }
  for (const auto& [id, element] : from.own) draft.add(element);
  return draft;
}

}  // namespace

extern "C" {

rg_status RG_CALL rg_draft_new(const char* head, size_t head_length, const rg_load_options* options,
                               rg_draft** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    const regelgraf::LoadOptions& how = options_of(options);
    auto made = std::make_unique<rg_draft>();
    made->allow_personal_data = how.allow_personal_data;
    Head own = head_of(text(head, head_length, "head"), how.allow_personal_data);
    const regelgraf::Frozen layers = regelgraf::load_model_text(bare_model(own), "head", how);
    tell(options, layers);
    if (!layers.model) refuse(layers.findings);
    take_apart(*layers.model, *made);
    made->layers.back() = std::move(own);
    *out = made.release();
  });
}

rg_status RG_CALL rg_draft_from_model(const rg_model* model, rg_draft** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(model, "model is NULL");
    auto made = std::make_unique<rg_draft>();
    take_apart(model->rep->model, *made);
    *out = made.release();
  });
}

rg_status RG_CALL rg_draft_set_head(rg_draft* draft, const char* head, size_t head_length,
                                    rg_error** error) {
  return guarded(error, [&] {
    require(draft, "draft is NULL");
    Head own = head_of(text(head, head_length, "head"), draft->allow_personal_data);
    if (own.extends != draft->layers.back().extends) {
      Finding finding;
      finding.code = "wrong_value";
      finding.file = "head";
      finding.field = "extends";
      finding.message = {"et udkast beholder de lag, det står på",
                         "a draft keeps the layers that it stands on"};
      finding.advice = {"begynd et nyt udkast", "begin a new draft"};
      refuse({finding});
    }
    draft->layers.back() = std::move(own);
  });
}

rg_status RG_CALL rg_draft_add(rg_draft* draft, const char* element, size_t length,
                               int32_t* replaced, rg_error** error) {
  if (replaced) *replaced = 0;
  return guarded(error, [&] {
    require(draft, "draft is NULL");
    Element read;
    std::vector<Finding> findings;
    (void)regelgraf::formats::read_element(text(element, length, "element"), "element", read,
                                           findings);
    if (!draft->allow_personal_data)
      regelgraf::formats::find_personal_data(read, "element", findings);
    if (regelgraf::has_errors(findings)) refuse(findings);
    std::string id = read.id;
    const bool is_new = draft->own.insert_or_assign(std::move(id), std::move(read)).second;
    if (replaced) *replaced = !is_new;
  });
}

rg_status RG_CALL rg_draft_remove(rg_draft* draft, const char* id, size_t id_length,
                                  rg_error** error) {
  return guarded(error, [&] {
    require(draft, "draft is NULL");
    const auto place = draft->own.find(text(id, id_length, "id"));
    if (place == draft->own.end())
      throw regelgraf::Error(regelgraf::Errc::unknown_element, "the draft has no such element",
                             "id");
    draft->own.erase(place);
  });
}

size_t RG_CALL rg_draft_element_count(const rg_draft* draft) {
  return draft ? draft->own.size() : 0;
}

rg_status RG_CALL rg_draft_freeze(const rg_draft* draft, const rg_limits* limits, rg_model** out,
                                  rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(draft, "draft is NULL");
    regelgraf::FreezeOptions options;
    options.allow_personal_data = true;  // each text was looked at when it came in
    options.limits = limits_of(limits);
    *out = model_of(regelgraf::freeze(drafted(*draft), options));
  });
}

void RG_CALL rg_draft_free(rg_draft** draft) { dispose(draft); }

}  // extern "C"
