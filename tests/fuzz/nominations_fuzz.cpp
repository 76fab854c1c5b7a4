#include <cstddef>
#include <cstdint>

#include <regelgraf/finding_text.hpp>
#include <regelgraf/model_file.hpp>
#include <regelgraf/nominations.hpp>
#include <regelgraf/qualification.hpp>

#include <simdjson.h>

#include "fuzz/targets.hpp"
#include "tables/csv.hpp"

namespace regelgraf::test {

namespace {

const Model& little_town() {
  static const Frozen frozen = load_model_text(
      R"({"regelgraf": 1, "model": {"id": "town"}, "elements": [
    {"id": "hus", "kind": "actor", "tier": "workplace", "form": "unit", "leader": "leder", "name": {"da": "Huset"}},
    {"id": "leder", "kind": "actor", "tier": "workplace", "form": "post"},
    {"id": "m", "kind": "matter", "code": "27.36"},
    {"id": "vejning", "kind": "rule", "instrument": "procedure", "binds": "hus", "name": {"da": "Månedlig vejning"}},
    {"id": "hemmelig", "kind": "rule", "instrument": "instruction", "issuer": "leder", "access": "internal", "name": {"da": "Kodeord"}}]})",
      "town");
  promise(frozen.model.has_value(), "the town is a model");
  return *frozen.model;
}

}  // namespace

void try_nominations(std::string_view text) {
  NominationOptions options;
  options.file = "table";
  options.max_bytes = 1 << 20;
  options.max_rows = 200;
  const NominationTable table = read_nominations(text, options);
  promise(!has_errors(table.findings) || table.rows.empty(), "an error, or rows");
  const Nominations all = match_nominations(little_town(), table);
  promise(all.rows.size() == table.rows.size(), "no row is lost");
  std::size_t clustered = 0;
  for (const NominationCluster& cluster : all.clusters) {
    clustered += cluster.nominations.size();
    promise(cluster.element.empty() == cluster.draft.has_value(), "a rule or a draft");
  }
  for (const Nomination& row : all.rows) clustered += row.cluster.empty();
  promise(clustered == all.rows.size(), "each row is in one cluster or has no text");
  for (const Finding& finding : all.findings)
    promise(!looks_like_cpr(json_of(finding)), "no personal data in a finding");
  const std::string json = nominations_json(all);
  promise(!looks_like_cpr(json), "no personal data in nominations");
  const Qualification sheet = qualify(little_town(), all);
  promise(sheet.rules.size() == all.clusters.size(), "a row a rule");
  simdjson::dom::parser parser;
  simdjson::dom::object read;
  promise(!parser.parse(json).get(read) && !parser.parse(qualification_json(sheet)).get(read),
          "what is written is JSON");
  const std::string csv = qualification_csv(sheet, Language::da);
  const tables::Csv again = tables::read_csv(std::string_view(csv).substr(3));
  promise(again.findings.empty() && again.records.size() == sheet.rules.size() + 1,
          "a row a rule in CSV");
  for (const tables::Record& record : again.records)
    for (const tables::Cell& cell : record.cells)
      promise(cell.text.empty() ||
                  std::string_view("=+-@\t\r").find(cell.text.front()) == std::string_view::npos,
              "no formula: " + cell.text);
  const std::string html = qualification_html(sheet, Language::en);
  const std::string_view body = std::string_view(html).substr(html.find("<body>"));
  promise(body.find("<script") == std::string_view::npos &&
              body.find("Kodeord") == std::string_view::npos,
          "nothing runs, nothing internal is named");
}

}  // namespace regelgraf::test

#ifdef REGELGRAF_FUZZ
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  regelgraf::test::try_nominations({reinterpret_cast<const char*>(data), size});
  return 0;
}
#endif
