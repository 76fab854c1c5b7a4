// The sheet as JSON.

#include <string>

#include <regelgraf/qualification.hpp>

#include "json/writer.hpp"
#include "review/json_parts.hpp"

namespace regelgraf {
namespace qualifying {
namespace {

using collect::put_ids;
using collect::put_range;
using collect::put_text;

void put_name(json::Writer& out, std::string_view key, const Name& name) {
  if (name.empty()) return;
  out.key(key).begin_object();
  put_text(out, "da", name.da);
  put_text(out, "en", name.en);
  out.end_object();
}

void put_units(json::Writer& out, std::size_t units, bool few, std::size_t at_least) {
  out.key("units");
  if (few)
    out.string("fewer than " + std::to_string(at_least));
  else
    out.number(static_cast<double>(units));
}

void put_deciders(json::Writer& out, const QualifiedRule& row) {
  out.key("deciders").begin_array();
  for (const SheetDecider& one : row.deciders) {
    put_ids(out.begin_object().key("holders"), one.holders);
    out.key("jointly").number(one.jointly).key("tier").string(to_text(one.tier));
    put_text(out, "grant", one.grant);
    if (one.depends) out.key("depends").boolean(true);
    if (one.notice_months) out.key("notice_months").number(*one.notice_months);
    out.end_object();
  }
  out.end_array().key("involve").begin_array();
  for (const SheetInvolved& one : row.involve) {
    out.begin_object().key("involvement").string(one.involvement);
    put_text(out, "body", one.body);
    out.key("how").string(to_text(one.how)).key("timing").string(to_text(one.timing));
    if (one.days) out.key("days").number(*one.days);
    if (one.depends) out.key("depends").boolean(true);
    out.end_object();
  }
  out.end_array();
}

void put_rule(json::Writer& out, const QualifiedRule& row, std::size_t at_least) {
  out.begin_object().key("rule");
  if (row.rule.empty())
    out.null();
  else
    out.string(row.rule);
  put_name(out, "name", row.name);
  out.key("draft").boolean(row.draft).key("stands").boolean(row.stands);
  out.key("instrument").string(to_text(row.instrument)).key("cluster").string(row.cluster);
  out.key("nominated").number(static_cast<double>(row.nominated));
  put_units(out, row.units, row.units_few, at_least);
  put_ids(out.key("issuer"), row.issuer);
  if (row.issuer_claimed) out.key("issuer_claimed").string(to_text(*row.issuer_claimed));
  out.key("origin").string(to_text(row.origin));
  if (row.origin_claimed) out.key("origin_claimed").string(to_text(*row.origin_claimed));
  put_range(out.key("surplus_hours"), row.surplus_hours);
  put_ids(out.key("duties"), row.duties);
  put_range(out.key("hours"), row.hours);
  if (row.hours_nominated) put_range(out.key("hours_nominated"), *row.hours_nominated);
  put_ids(out.key("used_by"), row.used_by);
  if (!row.used_by_claimed.empty()) put_ids(out.key("used_by_claimed"), row.used_by_claimed);
  out.key("med").boolean(row.med).key("verdict").string(to_text(row.verdict));
  put_deciders(out, row);
  put_ids(out.key("breaks"), row.breaks);
  put_ids(out.key("unmet_duties"), row.unmet_duties);
  put_ids(out.key("redundant"), row.redundant);
  out.key("unexamined").boolean(row.unexamined).key("heap").string(to_text(row.heap));
  out.key("heap_because").string(to_text(row.because)).key("proposals").begin_object();
  for (const auto& [proposal, n] : row.proposals)
    out.key(to_text(proposal)).number(static_cast<double>(n));
  out.end_object().end_object();
}

void put_trend(json::Writer& out, const Trend& trend) {
  out.begin_object().key("by").string(to_text(trend.by)).key("groups").begin_array();
  for (const TrendGroup& group : trend.groups) {
    out.begin_object().key("key").string(group.key);
    put_name(out, "name", group.name);
    if (group.suppressed) {
      out.key("suppressed").boolean(true).end_object();
      continue;
    }
    out.key("nominated").number(static_cast<double>(group.nominated));
    out.key("units").number(static_cast<double>(group.units));
    put_range(out.key("hours"), group.hours);
    out.end_object();
  }
  out.end_array().end_object();
}

}  // namespace
}  // namespace qualifying

std::string qualification_json(const Qualification& sheet) {
  using namespace qualifying;
  json::Writer out;
  out.begin_object().key("regelgraf_qualification").number(1).key("model").string(sheet.model);
  if (sheet.date) out.key("date").string(to_text(*sheet.date));
  put_text(out, "unit", sheet.unit);
  out.key("at_least").number(static_cast<double>(sheet.at_least));
  out.key("nominations").number(static_cast<double>(sheet.nominations));
  put_units(out, sheet.units, sheet.units_few, sheet.at_least);
  out.key("unnamed").number(static_cast<double>(sheet.unnamed));
  out.key("undecided").number(static_cast<double>(sheet.undecided));
  out.key("withheld").number(static_cast<double>(sheet.withheld));
  out.key("rules").begin_array();
  for (const QualifiedRule& row : sheet.rules) put_rule(out, row, sheet.at_least);
  out.end_array().key("trends").begin_array();
  for (const Trend& trend : sheet.trends) put_trend(out, trend);
  out.end_array().key("names").begin_object();
  for (const auto& [id, name] : sheet.names) put_name(out, id, name);
  return out.end_object().end_object().take();
}

}  // namespace regelgraf
