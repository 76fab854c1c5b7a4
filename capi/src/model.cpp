// Models and how they are loaded.

#include <algorithm>
#include <string>

#include <regelgraf/snapshot.hpp>

#include "formats/canonical.hpp"
#include "formats/findings.hpp"
#include "guard.hpp"
#include "loaded.hpp"

using namespace capi;

namespace {

/// What the status of a refused model is: that of the file where it could not be read at all.
rg_status status_of_findings(const std::vector<regelgraf::Finding>& findings) {
  for (const auto& finding : findings) {
    if (finding.code == "unreadable") return RG_UNREADABLE;
    if (finding.code == "too_large") return RG_TOO_LARGE;
  }
  return RG_INVALID_MODEL;
}

}  // namespace

const regelgraf::LoadOptions& capi::options_of(const rg_load_options* options) {
  static const regelgraf::LoadOptions defaults;
  return options ? options->rep : defaults;
}

void capi::tell(const rg_load_options* options, const regelgraf::Frozen& frozen) {
  if (!options || !options->log) return;
  const auto line = [&](rg_log_level level, const std::string& text) {
    if (level >= options->least) options->log(level, text.c_str(), options->log_data);
  };
  for (const regelgraf::Finding& finding : frozen.findings)
    line(finding.severity == regelgraf::Severity::error ? RG_LOG_ERROR : RG_LOG_WARNING,
         regelgraf::line_of(finding, regelgraf::Language::en));
  if (!frozen.model) return;
  const auto& layers = frozen.model->layers();
  std::string made =
      "model " + layers.back().id + ": " + std::to_string(frozen.model->size()) + " elements";
  for (std::size_t i = 0; i + 1 < layers.size(); ++i)
    made += (i == 0 ? ", on " : ", ") + layers[i].id;
  line(RG_LOG_INFO, made);
}

void capi::refuse(const std::vector<regelgraf::Finding>& findings) {
  Refused refused{status_of_findings(findings), {}, {}};
  std::size_t errors = 0;
  for (const auto& finding : findings) {
    errors += finding.severity == regelgraf::Severity::error;
    if (refused.message.empty() && finding.severity == regelgraf::Severity::error)
      refused.message = regelgraf::line_of(finding, regelgraf::Language::en);
    refused.findings.push_back(regelgraf::json_of(finding));
  }
  if (errors > 1) refused.message += " (and " + std::to_string(errors - 1) + " more)";
  throw refused;
}

rg_model* capi::model_of(regelgraf::Frozen frozen) {
  if (!frozen.model) refuse(frozen.findings);
  auto made = std::make_unique<rg_model>();
  made->rep = std::make_shared<const SharedModel>(std::move(*frozen.model));
  return made.release();
}

extern "C" {

rg_status RG_CALL rg_load_options_new(rg_load_options** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    *out = new rg_load_options;
  });
}

rg_status RG_CALL rg_load_options_add_layer(rg_load_options* options, const char* name,
                                            size_t name_length, const char* content,
                                            size_t content_length, rg_error** error) {
  return guarded(error, [&] {
    require(options, "options is NULL");
    options->rep.layers.insert_or_assign(std::string(text(name, name_length, "name")),
                                         std::string(bytes(content, content_length, "text")));
  });
}

rg_status RG_CALL rg_load_options_add_folder(rg_load_options* options, const char* path,
                                             size_t path_length, rg_error** error) {
  return guarded(error, [&] {
    require(options, "options is NULL");
    options->rep.layer_folders.emplace_back(capi::path(path, path_length));
  });
}

void RG_CALL rg_load_options_set_max_bytes(rg_load_options* options, uint64_t max_bytes) {
  if (options) options->rep.max_bytes = max_bytes;
}

void RG_CALL rg_load_options_set_allow_personal_data(rg_load_options* options, int32_t allow) {
  if (options) options->rep.allow_personal_data = allow != 0;
}

void RG_CALL rg_load_options_set_limits(rg_load_options* options, const rg_limits* limits) {
  if (!options) return;
  options->limits = limits ? *limits : rg_limits{};
  options->rep.limits = limits_of(&options->limits);
}

void RG_CALL rg_load_options_set_log(rg_load_options* options, rg_log_level least, rg_log log,
                                     void* data) {
  if (!options) return;
  options->least = least;
  options->log = log;
  options->log_data = data;
}

void RG_CALL rg_load_options_free(rg_load_options** options) { dispose(options); }

rg_status RG_CALL rg_model_open(const char* path, size_t path_length,
                                const rg_load_options* options, rg_model** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    const std::filesystem::path file = capi::path(path, path_length);
    require(!file.empty() && file != "-", "path is empty or `-`");  // a library reads no stdin
    regelgraf::Frozen frozen = regelgraf::load_model(file, options_of(options));
    tell(options, frozen);
    *out = model_of(std::move(frozen));
  });
}

rg_status RG_CALL rg_model_from_text(const char* content, size_t content_length,
                                     const rg_load_options* options, rg_model** out,
                                     rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    regelgraf::Frozen frozen = regelgraf::load_model_text(bytes(content, content_length, "text"),
                                                          "model", options_of(options));
    tell(options, frozen);
    *out = model_of(std::move(frozen));
  });
}

rg_status RG_CALL rg_model_save_snapshot(const rg_model* model, const char* path,
                                         size_t path_length, rg_error** error) {
  return guarded(error, [&] {
    require(model, "model is NULL");
    const std::filesystem::path file = capi::path(path, path_length);
    require(!file.empty(), "path is empty");
    regelgraf::save_snapshot(model->rep->model, file);
  });
}

const char* RG_CALL rg_model_id(const rg_model* model, size_t* length) {
  return model ? lend(model->rep->model.head().id, length) : lend_nothing(length);
}
const char* RG_CALL rg_model_digest(const rg_model* model, size_t* length) {
  if (!model) return lend_nothing(length);
  try {
    return lend(model->rep->asker.digest(), length);
  } catch (const std::exception&) {  // memory ran out
    return lend_nothing(length);
  }
}
size_t RG_CALL rg_model_element_count(const rg_model* model) {
  return model ? model->rep->model.size() : 0;
}
const char* RG_CALL rg_model_element_id(const rg_model* model, size_t i, size_t* length) {
  if (!model || i >= model->rep->model.size()) return lend_nothing(length);
  return lend(model->rep->model.id(static_cast<regelgraf::Index>(i)), length);
}
rg_status RG_CALL rg_model_find(const rg_model* model, const char* id, size_t id_length,
                                uint32_t* out, rg_error** error) {
  if (out) *out = regelgraf::none;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(model, "model is NULL");
    const std::string_view given = text(id, id_length, "id");
    regelgraf::ask::refuse_personal_data(given, "id");
    *out = regelgraf::ask::find_element(model->rep->model, given, "id");
  });
}
size_t RG_CALL rg_model_element_ids(const rg_model* model, size_t first, size_t count,
                                    const char** ids, size_t* lengths) {
  const size_t size = rg_model_element_count(model);
  if (first >= size) return 0;
  return lend_ids(std::min(count, size - first), ids, lengths, [&](size_t i) {
    return model->rep->model.id(static_cast<regelgraf::Index>(first + i));
  });
}
rg_status RG_CALL rg_model_element_json(const rg_model* model, uint32_t element, rg_text** out,
                                        rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(model, "model is NULL");
    if (element >= model->rep->model.size())
      throw regelgraf::Error(regelgraf::Errc::unknown_element, "no such element in this model");
    *out = new rg_text{regelgraf::formats::element_json(model->rep->model.element(element))};
  });
}
rg_status RG_CALL rg_model_json(const rg_model* model, rg_text** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(model, "model is NULL");
    *out = new rg_text{regelgraf::model_json(model->rep->model)};
  });
}
void RG_CALL rg_model_free(rg_model** model) { dispose(model); }

rg_status RG_CALL rg_ask(const rg_model* model, const char* question, size_t question_length,
                         rg_text** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(model, "model is NULL");
    *out = new rg_text{model->rep->asker.ask(bytes(question, question_length, "question"))};
  });
}

}  // extern "C"
