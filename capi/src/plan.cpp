// Delegation plans: tables to models and back.

#include <filesystem>
#include <string>

#include <regelgraf/delegation_plan.hpp>

#include "guard.hpp"
#include "loaded.hpp"

using namespace capi;

namespace {

/// Hands over a plan's model and, where asked for, what was found in the table.
void hand_over(regelgraf::LoadedPlan plan, const rg_load_options* load, rg_model** out,
               rg_findings** findings) {
  tell(load, plan.frozen);
  std::vector<regelgraf::Finding> found = plan.frozen.findings;
  std::unique_ptr<rg_model> model(model_of(std::move(plan.frozen)));
  if (findings) *findings = new rg_findings{model->rep, {}, std::move(found), "import"};
  *out = model.release();
}

}  // namespace

extern "C" {

rg_status RG_CALL rg_plan_options_new(const char* id, rg_plan_options** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    auto made = std::make_unique<rg_plan_options>();
    made->rep.id = text(id, "id");
    *out = made.release();
  });
}

rg_status RG_CALL rg_plan_options_set(rg_plan_options* options, rg_plan_option option,
                                      const char* value, rg_error** error) {
  return guarded(error, [&] {
    require(options, "options is NULL");
    const std::string given(text(value, "value"));
    regelgraf::PlanOptions& plan = options->rep;
    switch (option) {
      case RG_PLAN_NAME_DA:
        plan.name.da = given;
        break;
      case RG_PLAN_NAME_EN:
        plan.name.en = given;
        break;
      case RG_PLAN_EXTENDS:
        plan.extends.push_back(given);
        break;
      case RG_PLAN_BASIS:
        plan.basis.push_back(given);
        break;
      case RG_PLAN_FROM:
        plan.valid.from = day(given);
        break;
      case RG_PLAN_UNTIL:
        plan.valid.to = day(given);
        break;
      case RG_PLAN_MAPPING: {
        regelgraf::PlanMapping mapping = regelgraf::plan_mapping(given);
        if (mapping.council.empty()) mapping.council = plan.mapping.council;
        if (mapping.owner.empty()) mapping.owner = plan.mapping.owner;
        plan.mapping = std::move(mapping);
        break;
      }
      case RG_PLAN_COUNCIL:
        plan.mapping.council = given;
        break;
      case RG_PLAN_OWNER:
        plan.mapping.owner = given;
        break;
      default:
        throw BadArgument{"option is unknown"};
    }
  });
}

void RG_CALL rg_plan_options_free(rg_plan_options** options) { dispose(options); }

rg_status RG_CALL rg_plan_open(const char* path, size_t path_length, const char* folder,
                               size_t folder_length, const rg_plan_options* options,
                               const rg_load_options* load, rg_model** out, rg_findings** findings,
                               rg_error** error) {
  if (out) *out = nullptr;
  if (findings) *findings = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(options, "options is NULL");
    const std::filesystem::path file = capi::path(path, path_length);
    require(!file.empty() && file != "-", "path is empty or `-`");  // a library reads no stdin
    std::filesystem::path layers = file.parent_path();
    if (folder) layers = capi::path(folder, folder_length);
    hand_over(regelgraf::load_plan(file, options->rep, options_of(load), layers), load, out,
              findings);
  });
}

rg_status RG_CALL rg_plan_from_text(const char* content, size_t content_length,
                                    const rg_plan_options* options, const rg_load_options* load,
                                    rg_model** out, rg_findings** findings, rg_error** error) {
  if (out) *out = nullptr;
  if (findings) *findings = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(options, "options is NULL");
    hand_over(regelgraf::load_plan_text(bytes(content, content_length, "text"), "plan",
                                        options->rep, options_of(load)),
              load, out, findings);
  });
}

rg_status RG_CALL rg_plan_table(const rg_model* model, rg_text** out, rg_findings** findings,
                                rg_error** error) {
  if (out) *out = nullptr;
  if (findings) *findings = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(model, "model is NULL");
    regelgraf::PlanTable table = regelgraf::plan_table(model->rep->model);
    if (regelgraf::has_errors(table.findings))
      throw regelgraf::Error(regelgraf::Errc::invalid_question, table.findings.front().message.en);
    auto text = std::make_unique<rg_text>(rg_text{std::move(table.text)});
    if (findings) *findings = new rg_findings{model->rep, {}, std::move(table.findings), "export"};
    *out = text.release();
  });
}

}  // extern "C"
