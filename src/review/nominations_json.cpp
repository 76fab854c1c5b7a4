// Nominations as JSON.

#include <string>

#include <regelgraf/finding_text.hpp>
#include <regelgraf/nominations.hpp>

#include "formats/canonical.hpp"
#include "json/writer.hpp"
#include "review/json_parts.hpp"

namespace regelgraf {
namespace collect {
namespace {

void put_row(json::Writer& out, const Nomination& row) {
  out.begin_object().key("nr").string(row.nr).key("line").number(static_cast<double>(row.line));
  if (row.date) out.key("date").string(to_text(*row.date));
  put_text(out, "unit", row.unit);
  out.key("rule").string(row.rule);
  put_text(out, "description", row.description);
  put_text(out, "area", row.area);
  put_text(out, "type", row.type);
  if (row.instrument) out.key("instrument").string(to_text(*row.instrument));
  if (row.decided_by) out.key("decided_by").string(to_text(*row.decided_by));
  put_text(out, "ground", row.ground);
  put_text(out, "purpose", row.purpose);
  put_text(out, "used_by", row.used_by);
  if (row.times_per_year) put_range(out.key("times_per_year"), *row.times_per_year);
  if (row.minutes)
    out.key("minutes").begin_array().number(row.minutes->low).number(row.minutes->high).end_array();
  if (row.people) out.key("people").number(*row.people);
  if (row.cost) out.key("cost").number(*row.cost);
  if (row.proposal) out.key("proposal").string(to_text(*row.proposal));
  put_text(out, "replacement", row.replacement);
  put_text(out, "risk", row.risk);
  if (!row.notes.empty()) {
    out.key("notes").begin_array();
    for (const auto& [head, text] : row.notes)
      out.begin_object().key("column").string(head).key("text").string(text).end_object();
    out.end_array();
  }
  put_text(out, "cluster", row.cluster);
  if (row.matched)
    out.key("matched")
        .begin_object()
        .key("element")
        .string(row.matched->element)
        .key("score")
        .number(row.matched->score)
        .key("how")
        .string(to_text(row.matched->how))
        .end_object();
  if (!row.alike.empty()) {
    out.key("alike").begin_array();
    for (const Alike& one : row.alike) {
      out.begin_object();
      put_text(out, "element", one.element);
      put_text(out, "cluster", one.cluster);
      out.key("score").number(one.score).key("doubt").string(to_text(one.doubt)).end_object();
    }
    out.end_array();
  }
  out.end_object();
}

}  // namespace
}  // namespace collect

std::string nominations_json(const Nominations& nominations) {
  json::Writer out;
  out.begin_object().key("nominations").begin_array();
  for (const Nomination& row : nominations.rows) collect::put_row(out, row);
  out.end_array().key("clusters").begin_array();
  for (const NominationCluster& cluster : nominations.clusters) {
    out.begin_object().key("id").string(cluster.id).key("nominations").begin_array();
    for (const std::size_t row : cluster.nominations) out.string(nominations.rows[row].nr);
    out.end_array();
    collect::put_text(out, "element", cluster.element);
    if (cluster.draft) out.key("draft").raw(formats::element_json(*cluster.draft));
    out.end_object();
  }
  out.end_array().key("extra");
  collect::put_ids(out, nominations.extra);
  out.key("findings").begin_array();
  for (const Finding& one : nominations.findings) out.raw(json_of(one));
  return out.end_array().end_object().take();
}

}  // namespace regelgraf
