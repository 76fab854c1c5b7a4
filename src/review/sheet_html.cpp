// The sheet as a page.

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>

#include <regelgraf/qualification.hpp>

#include "html/escape.hpp"
#include "review/sheet_cells.hpp"
#include "review/sheet_words.hpp"

namespace regelgraf {
namespace qualifying {
namespace {

constexpr std::string_view style = R"(
@page{size:A4 landscape;margin:12mm 10mm}
:root{--ink:#1d2a35;--soft:#5b6b78;--line:#d5dde3;--paper:#fff;--alarm:#a3251c;--warn:#8a5a00}
*{box-sizing:border-box}
body{margin:0 auto;max-width:82rem;padding:1.5rem;background:var(--paper);color:var(--ink);font:15px/1.45 "Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
h1{font-size:1.7rem;line-height:1.2;margin:0 0 .25rem}
h2{font-size:1.15rem;margin:2rem 0 .5rem;padding-left:.6rem;border-left:.4rem solid var(--c,#444);break-after:avoid}
h2 small,p.sub{color:var(--soft);font-weight:400}
p.sub{margin:.2rem 0 1rem}
.heaps{display:grid;grid-template-columns:repeat(7,1fr);gap:.5rem;padding:0;margin:1rem 0;list-style:none}
.heaps li{border:1px solid var(--line);border-top:.35rem solid var(--c);border-radius:.25rem;padding:.5rem .6rem;break-inside:avoid}
.heaps b{display:block;font-size:1.5rem;line-height:1.2;font-variant-numeric:tabular-nums}
.heaps span{display:block;font-size:.8rem;color:var(--soft)}
.heaps .n{color:var(--ink);font-weight:600;min-height:2.4em;line-height:1.2}
table{width:100%;border-collapse:collapse;font-size:.85rem}
.sheet{table-layout:fixed}
thead{display:table-header-group}
th{text-align:left;font-weight:600;color:var(--soft);border-bottom:2px solid var(--line);padding:.3rem .5rem;vertical-align:bottom}
td{border-bottom:1px solid var(--line);padding:.4rem .5rem;vertical-align:top;overflow-wrap:anywhere}
tr{break-inside:avoid}
.r{text-align:right;font-variant-numeric:tabular-nums}
.id{color:var(--soft);font-size:.78rem}
.tag{display:inline-block;border:1px solid var(--line);border-radius:.7rem;padding:0 .45rem;font-size:.75rem;color:var(--soft)}
.med{border-color:#6d4a9c;color:#6d4a9c}
.alarm{color:var(--alarm);font-weight:600}
.warn{color:var(--warn)}
.trends{display:grid;grid-template-columns:repeat(auto-fit,minmax(17rem,1fr));gap:1rem 2rem}
.trends section{break-inside:avoid}
.trends h3{font-size:1rem;margin:.5rem 0 .2rem}
.bar{display:block;height:.3rem;background:#4d7ea8;border-radius:.15rem;margin-top:.15rem}
footer{margin-top:2rem;border-top:1px solid var(--line);padding-top:.6rem;color:var(--soft);font-size:.8rem}
@media(max-width:60rem){.heaps{grid-template-columns:repeat(2,1fr)}}
@media print{body{max-width:none;padding:0;font-size:9pt}h1{font-size:16pt}h2{font-size:11pt;margin:1.2rem 0 .3rem}table{font-size:8pt}.id,.tag{font-size:7pt}td,th{padding:.2rem .35rem}.heaps{grid-template-columns:repeat(7,1fr)}.heaps b{font-size:1.2rem}.trends{grid-template-columns:repeat(3,1fr)}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
)";

constexpr std::array<std::string_view, 7> colours{"#2e7d4f", "#4d7ea8", "#2f4b7c", "#6d4a9c",
                                                  "#9c4a6d", "#b07a1e", "#6b7680"};

class HtmlSheet {
 public:
  HtmlSheet(const Qualification& sheet, Language language)
      : sheet_(sheet), t_(sheet, language), language_(language) {}

  std::string page() {
    const std::string title =
        t_("Kvalificering af indmeldte regler", "Qualification of nominated rules");
    out_ += "<!DOCTYPE html>\n<html lang=\"";
    out_ += to_text(language_);
    out_ +=
        "\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" "
        "content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action "
        "'none'\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"referrer\" content=\"no-referrer\">\n<title>" +
        html::escaped(title) + "</title>\n<style>" + std::string(style) +
        "</style>\n</head>\n<body>\n<header>\n<h1>" + html::escaped(title) + "</h1>\n";
    summary();
    out_ += "</header>\n<main>\n";
    heaps();
    for (std::size_t h = 0; h < colours.size(); ++h) section(static_cast<Heap>(h));
    trends();
    out_ += "</main>\n";
    footer();
    out_ += "</body>\n</html>\n";
    return std::move(out_);
  }

 private:
  void text(std::string_view words) { html::append_escaped(out_, words); }

  void summary() {
    std::string line = t_.figure(static_cast<double>(sheet_.nominations)) + " " +
                       t_("indmeldinger fra ", "nominations from ") +
                       t_.units(sheet_.units, sheet_.units_few) + t_(" enheder om ", " units on ") +
                       t_.figure(static_cast<double>(sheet_.rules.size())) +
                       t_(" regler. Model: ", " rules. Model: ") + sheet_.model;
    if (sheet_.date) line += t_(", på dagen ", ", on ") + to_text(*sheet_.date);
    if (!sheet_.unit.empty()) line += t_(". Set fra: ", ". Seen from: ") + sheet_.unit;
    out_ += "<p class=\"sub\">";
    text(line + ".");
    out_ += "</p>\n";
  }

  void heaps() {
    out_ += "<ul class=\"heaps\">\n";
    for (std::size_t h = 0; h < colours.size(); ++h) {
      std::size_t rules = 0;
      Range hours;
      for (const QualifiedRule& row : sheet_.rules) {
        if (row.heap != static_cast<Heap>(h)) continue;
        ++rules;
        hours += row.best_hours();
      }
      out_ += "<li style=\"--c:" + std::string(colours[h]) + "\"><span class=\"n\">";
      text(t_(name_of(static_cast<Heap>(h))));
      out_ += "</span><b>" + std::to_string(rules) + "</b><span>";
      text(t_(rules == 1 ? "regel" : "regler", rules == 1 ? "rule" : "rules"));
      out_ += "</span><span>";
      text(t_.hours(hours) + t_(" timer om året", " hours a year"));
      out_ += "</span></li>\n";
    }
    out_ += "</ul>\n";
  }

  void section(Heap heap) {
    const auto here = [&](const QualifiedRule& row) { return row.heap == heap; };
    if (std::none_of(sheet_.rules.begin(), sheet_.rules.end(), here)) return;
    out_ += "<section style=\"--c:" + std::string(colours[static_cast<std::size_t>(heap)]) +
            "\">\n<h2>";
    text(t_(name_of(heap)));
    out_ +=
        "</h2>\n<table class=\"sheet\">\n<colgroup><col style=\"width:21%\"><col "
        "style=\"width:11%\"><col style=\"width:11%\"><col style=\"width:14%\"><col "
        "style=\"width:20%\"><col style=\"width:23%\"></colgroup>\n<thead><tr>";
    for (const std::string& head :
         {t_("Regel", "Rule"), t_("Indmeldt", "Nominated"), t_("Timer om året", "Hours a year"),
          t_("Hvor kommer den fra", "Where it comes from"),
          t_("Hvem kan ophæve, og hvem inddrages", "Who may repeal, and who is involved"),
          t_("Hvad følger", "What follows")}) {
      out_ += head == t_("Timer om året", "Hours a year") ? "<th class=\"r\">" : "<th>";
      text(head);
      out_ += "</th>";
    }
    out_ += "</tr></thead>\n<tbody>\n";
    for (const QualifiedRule& row : sheet_.rules)
      if (here(row)) rule(row);
    out_ += "</tbody>\n</table>\n</section>\n";
  }

  void line(std::string_view words, std::string_view kind = {}) {
    if (words.empty()) return;
    out_ += kind.empty() ? "<div>" : "<div class=\"" + std::string(kind) + "\">";
    text(words);
    out_ += "</div>";
  }
  void labelled(const std::string& label, const std::string& words, std::string_view kind = {}) {
    if (!words.empty()) line(label + ": " + words, kind);
  }

  void rule(const QualifiedRule& row) {
    out_ += "<tr><td><strong>";
    text(t_.title(row));
    out_ += "</strong>";
    line(row.rule, "id");
    out_ += "<span class=\"tag\">";
    text(t_(name_of(row.instrument)));
    out_ += "</span>";
    if (row.draft) tag(t_("ny", "new"));
    if (row.med) tag(t_("MED-sag", "MED matter"), " med");
    if (!row.draft && !row.stands) tag(t_("gælder ikke", "does not stand"));
    out_ += "</td><td>";
    line(std::to_string(row.nominated) +
         t_(row.nominated == 1 ? " gang" : " gange", row.nominated == 1 ? " time" : " times"));
    line(t_.units(row.units, row.units_few) + t_(" enheder", " units"));
    line(t_.proposals(row), "id");
    out_ += "</td><td class=\"r\">";
    line(row.hours.high > 0 ? t_.hours(row.hours) : "–");
    if (row.hours_nominated && !row.draft)
      labelled(t_("indmeldt", "nominated"), t_.hours(*row.hours_nominated), "id");
    if (row.surplus_hours.high > 0)
      labelled(t_("over lovens minimum", "above the law's minimum"), t_.hours(row.surplus_hours),
               "warn");
    out_ += "</td><td>";
    line(t_(name_of(row.origin)));
    line(row.issuer.empty() ? t_("udsteder ikke registreret", "no issuer recorded")
                            : t_.named(row.issuer),
         row.issuer.empty() ? "warn" : "");
    if (row.issuer_claimed)
      labelled(t_("efter udsagn", "as claimed"), t_(name_of(*row.issuer_claimed)), "id");
    std::string users = t_.named(row.used_by);
    for (const std::string& one : row.used_by_claimed) users += (users.empty() ? "" : ", ") + one;
    labelled(t_("bruges af", "used by"), users, "id");
    out_ += "</td><td>";
    line(t_.decides(row), row.deciders.empty() ? "warn" : "");
    if (row.because == HeapBecause::claimed || row.because == HeapBecause::nobody)
      labelled(t_("bunken hviler på", "the heap rests on"), t_(name_of(row.because)), "id");
    for (const SheetInvolved& one : row.involve) line(t_.involved(one), "id");
    out_ += "</td><td>";
    labelled(t_("uopfyldte pligter", "unmet duties"), t_.named(row.unmet_duties), "alarm");
    Ids fallen;
    for (const std::string& id : row.breaks)
      if (std::find(row.unmet_duties.begin(), row.unmet_duties.end(), id) == row.unmet_duties.end())
        fallen.push_back(id);
    labelled(t_("går i stykker", "breaks"), t_.named(fallen));
    labelled(t_("bliver overflødigt", "becomes redundant"), t_.named(row.redundant));
    const bool nothing = row.breaks.empty() && row.unmet_duties.empty();
    if (nothing && !row.unexamined) line(t_("intet går i stykker", "nothing breaks"));
    if (row.unexamined)
      line(nothing ? t_("intet er registreret, og ingen har undersøgt det",
                        "nothing is recorded, and nobody has examined it")
                   : t_("ikke undersøgt; der kan være mere", "not examined; there may be more"),
           "warn");
    out_ += "</td></tr>\n";
  }

  void tag(const std::string& words, std::string_view kind = {}) {
    out_ += " <span class=\"tag" + std::string(kind) + "\">";
    text(words);
    out_ += "</span>";
  }

  void trends() {
    out_ += "<section style=\"--c:#444\">\n<h2>";
    text(t_("Tendenser på tværs", "Trends across"));
    out_ += "</h2>\n<div class=\"trends\">\n";
    for (const Trend& trend : sheet_.trends) trend_table(trend);
    out_ += "</div>\n</section>\n";
  }

  void trend_table(const Trend& trend) {
    out_ += "<section><h3>";
    text(t_(name_of(trend.by)));
    out_ += "</h3>\n<table><thead><tr><th></th><th class=\"r\">";
    text(t_("indmeldt", "nominated"));
    out_ += "</th><th class=\"r\">";
    text(t_("timer", "hours"));
    out_ += "</th></tr></thead>\n<tbody>\n";
    std::size_t most = 1, hidden = 0;
    for (const TrendGroup& group : trend.groups) most = std::max(most, group.nominated);
    for (const TrendGroup& group : trend.groups) {
      hidden += group.suppressed;
      if (group.suppressed) continue;
      out_ += "<tr><td>";
      text(t_(group.name).empty() ? group.key : t_(group.name));
      const auto width =
          std::lround(100.0 * static_cast<double>(group.nominated) / static_cast<double>(most));
      out_ += "<span class=\"bar\" style=\"width:" + std::to_string(width) +
              "%\"></span></td><td class=\"r\">" + std::to_string(group.nominated) +
              "</td><td class=\"r\">";
      text(t_.hours(group.hours));
      out_ += "</td></tr>\n";
    }
    if (hidden > 0) {
      out_ += "<tr><td colspan=\"3\" class=\"id\">";
      text(std::to_string(hidden) +
           t_(hidden == 1 ? " lille gruppe vises ikke" : " små grupper vises ikke",
              hidden == 1 ? " small group is not shown" : " small groups are not shown"));
      out_ += "</td></tr>\n";
    }
    out_ += "</tbody></table></section>\n";
  }

  void footer() {
    out_ += "<footer>";
    const std::string least = std::to_string(sheet_.at_least);
    line(t_("Enheder nævnes ikke. Færre end ", "Units are not named. Fewer than ") + least +
         t_(" enheder vises ikke som et tal, og deres grupper ikke i tendenserne.",
            " units are not shown as a number, nor their groups in the trends."));
    if (sheet_.undecided > 0)
      line(t_.figure(static_cast<double>(sheet_.undecided)) +
           t_(" rækker ligner en regel i modellen, men ikke nok; de tæller for sig, til nogen har "
              "afgjort det.",
              " rows are like a rule of the model, and not enough; they count on their own until "
              "somebody decides."));
    if (sheet_.unnamed > 0)
      line(t_.figure(static_cast<double>(sheet_.unnamed)) +
           t_(" rækker nævner ingen regel.", " rows name no rule."));
    if (sheet_.withheld > 0)
      line(t_.figure(static_cast<double>(sheet_.withheld)) +
           t_(" interne elementer er ikke nævnt.", " internal elements are not named."));
    line(
        t_("Arket viser, hvad modellen siger. Det afgør ikke, om en beslutning er lovlig.",
           "The sheet shows what the model says. It does not judge whether a decision is lawful."));
    out_ += "</footer>\n";
  }

  const Qualification& sheet_;
  const SheetText t_;
  const Language language_;
  std::string out_;
};

}  // namespace
}  // namespace qualifying

std::string qualification_html(const Qualification& sheet, Language language) {
  return qualifying::HtmlSheet(sheet, language).page();
}

}  // namespace regelgraf
