#include "worksheets/paper.hpp"

#include <array>

#include "html/csp.hpp"
#include "pictures/words.hpp"

namespace regelgraf::worksheets_of {

namespace {

constexpr std::string_view sheet_style = R"css(
@page{size:A4;margin:12mm 14mm}
*{box-sizing:border-box}
html{font:10.5pt/1.36 "Source Sans 3","Segoe UI","Noto Sans","Liberation Sans","DejaVu Sans",sans-serif;color:#16202b;background:#dfe4ea;-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{margin:0}
.page{display:flex;flex-direction:column;width:182mm;height:272mm;margin:8mm auto;padding:0 .3mm;background:#fff;overflow-wrap:anywhere;outline:14mm solid #fff;position:relative}
@media screen{.page{margin:22mm auto 36mm}}
@media screen and (max-width:200mm){.page{width:auto;height:auto;min-height:0;margin:0 0 10mm;padding:5mm;outline:0}.fill{min-height:40mm}.cards{grid-template-columns:1fr}.pair{flex-direction:column}}
@media print{html{background:#fff}.page{margin:0;outline:0;break-after:page;break-inside:avoid;overflow:hidden}.page:last-child{break-after:auto}}
.steps{display:flex;gap:1mm;list-style:none;margin:0 0 3.5mm;padding:0;font-size:7pt;line-height:1.15}
.steps li{flex:1;padding:1.2mm 1.5mm;background:#e8edf2;color:#3c4a59;border-radius:1mm}
.steps .now{background:#0b5563;color:#fff;font-weight:700}
h1{font-size:19pt;line-height:1.1;margin:0;color:#0b5563}
.more{font-size:12pt;font-weight:600;margin:.8mm 0 0}
.about{display:flex;justify-content:space-between;gap:6mm;margin:1mm 0 2.5mm;padding-bottom:2mm;border-bottom:.6mm solid #0b5563;color:#3c4a59;font-size:9pt}
h2{font-size:11.5pt;line-height:1.2;margin:3mm 0 .8mm;color:#0b5563}
p{margin:0 0 1mm}
.hint{color:#3c4a59;font-size:9.5pt}
.field{display:flex;gap:2mm;margin:0 0 1.1mm}
.field dt{flex:0 0 38mm;font-weight:600}
.field dd{flex:1;margin:0}
dl{margin:0}
.blank{border-bottom:.25mm solid #6b7785;min-height:6mm}
.pair{display:flex;gap:6mm}
.pair>div{flex:1;display:flex;gap:2mm;align-items:flex-end;min-height:8.5mm}
.pair b{font-size:9.5pt;font-weight:600;white-space:nowrap}
.pair i{flex:1;border-bottom:.25mm solid #6b7785}
.line{height:8mm;border-bottom:.25mm solid #9aa5b1;flex:none}
.fill{flex:1 1 0;min-height:0;overflow:hidden}
.ticks{display:flex;flex-wrap:wrap;gap:1mm 5mm;margin:1mm 0}
.tick::before{content:"";display:inline-block;width:3.4mm;height:3.4mm;border:.3mm solid #16202b;margin-right:1.6mm;vertical-align:-.5mm}
ul{margin:0 0 1mm;padding-left:4.5mm}
li{margin:0 0 .5mm}
table{width:100%;border-collapse:collapse;table-layout:fixed;margin:1mm 0;font-size:9.5pt}
th{background:#e8edf2;text-align:left;font-size:8.5pt;line-height:1.15;font-weight:700;padding:1mm 1.5mm;border:.25mm solid #9aa5b1;vertical-align:bottom}
td{padding:1mm 1.5mm;border:.25mm solid #9aa5b1;vertical-align:top;height:8.5mm}
.tall td{height:13mm}
.c4{width:4%}.c6{width:6%}.c8{width:8%}.c10{width:10%}.c12{width:12%}.c14{width:14%}.c16{width:16%}.c18{width:18%}.c20{width:20%}.c22{width:22%}.c24{width:24%}.c26{width:26%}.c28{width:28%}.c30{width:30%}.c34{width:34%}.c40{width:40%}
.cards{display:grid;grid-template-columns:1fr 1fr;grid-auto-rows:51.5mm;gap:3mm}
.card{border:.4mm solid #0b5563;border-radius:2.5mm;padding:2.5mm 3mm;display:flex;flex-direction:column;overflow:hidden;font-size:9pt;line-height:1.25}
.card .sort{font-size:7.8pt;color:#3c4a59}
.card .what{font-size:11pt;font-weight:700;line-height:1.18;margin:.4mm 0 1mm}
.card .ticks{margin:auto 0 0;gap:.6mm 2.4mm;font-size:7.6pt;padding-top:1mm;border-top:.2mm solid #b9c2cc}
.card .tick::before{width:2.9mm;height:2.9mm;margin-right:1mm}
.card .line{height:7mm}
.ask{background:#fff6dd;border-color:#8a6d00}
.mark{display:inline-block;font-size:7.6pt;font-weight:700;padding:.3mm 1.6mm;border-radius:1mm;margin-right:1.5mm}
.fixed{background:#31404f;color:#fff}.adjustable{background:#f3dfa0;color:#3d3000}.open{background:#cfead6;color:#0f331b}.unknown{background:#fff;color:#16202b;outline:.25mm dashed #16202b}
.map td{height:25mm;text-align:left}
.map th{text-align:center;font-size:7.6pt;padding:1mm .6mm}
.map .first{background:#e2f3e6}
.dot{display:inline-block;min-width:6.2mm;padding:.6mm 1mm;margin:.4mm;text-align:center;border-radius:3.2mm;background:#0b5563;color:#fff;font-weight:700;font-size:9pt}
.legend{columns:2;column-gap:6mm;font-size:8.8pt;line-height:1.22}
.legend p{break-inside:avoid;margin:0 0 .8mm}
.option{border:.35mm solid #9aa5b1;border-left:1.6mm solid #0b5563;border-radius:1.5mm;padding:1.2mm 3mm;margin:1.2mm 0;break-inside:avoid}
.option .blank{min-height:5mm}
.option h2{margin:0 0 .8mm}
.option .field dt{flex-basis:34mm}
.foot{display:flex;justify-content:space-between;gap:5mm;margin-top:auto;padding-top:1.5mm;font-size:7.6pt;color:#3c4a59}
.body{flex:1 1 0;min-height:0;display:flex;flex-direction:column}
.body>*{flex-shrink:0}
.body>.fill{flex-shrink:1}
)css";

constexpr std::array<std::array<const char*, 2>, 6> step_names{{
    {"1 Intro og fælles sprog", "1 Introduction and common language"},
    {"2 Udpege, undersøge og prioritere", "2 Point out, examine and prioritise"},
    {"3 Udvikle løsninger", "3 Develop solutions"},
    {"4 Teste og implementere", "4 Test and implement"},
    {"5 Evaluere", "5 Evaluate"},
    {"6 Lære og beslutte næste skridt", "6 Learn and decide the next step"},
}};

}  // namespace

std::string fit(std::string_view text, double letters, std::size_t lines) {
  std::string whole;
  for (const std::string& line : pictures::wrapped(html::shown(text, 2000), letters, lines)) {
    if (!whole.empty() && !whole.ends_with('-') && !whole.ends_with('/')) whole += ' ';
    whole += line;
  }
  return whole;
}

Paper::Paper(Sheet sheet, Language language, std::string title, std::string about,
             std::string model)
    : sheet_(sheet),
      language_(language),
      title_(std::move(title)),
      about_(fit(about, 70, 1)),
      model_(fit(model, 70, 1)) {}

void Paper::end_page() {
  if (!open_) return;
  out_.close();  // .body
  bodies_.push_back(out_.take());
  out_ = html::Writer();
  open_ = false;
}

void Paper::page(const std::string& more) {
  end_page();
  open_ = true;
  out_.open("section", {{"class", "page"}});
  out_.open("ol", {{"class", "steps"}});
  for (std::size_t step = 0; step < step_names.size(); ++step)
    out_.element("li", step_names[step][language_ == Language::da ? 0 : 1],
                 {{"class", static_cast<int>(step) + 1 == step_of(sheet_) ? "now" : "then"}});
  out_.close();
  out_.element("h1", title_);
  if (!more.empty()) {
    out_.open("p", {{"class", "more"}}).name(fit(more, 56, 2)).close();
  }
  out_.open("div", {{"class", "about"}}).open("span").name(about_).close();
  out_.element("span", say("Dato: ____________________", "Date: ____________________")).close();
  out_.open("div", {{"class", "body"}});
}

void Paper::heading(const std::string& text) { out_.element("h2", text); }
void Paper::hint(const std::string& text) { out_.element("p", text, {{"class", "hint"}}); }

void Paper::field(const std::string& name, const std::string& known, std::size_t lines) {
  out_.open("dl", {{"class", "field"}}).element("dt", name);
  if (known.empty())
    out_.element("dd", "", {{"class", "blank"}});
  else
    out_.open("dd").name(fit(known, 58, lines)).close();
  out_.close();
}

void Paper::blanks(std::initializer_list<std::string> names) {
  out_.open("div", {{"class", "pair"}});
  for (const std::string& name : names)
    out_.open("div").element("b", name).element("i", "").close();
  out_.close();
}

void Paper::lines(int count) {
  for (int line = 0; line < count; ++line) out_.element("div", "", {{"class", "line"}});
}

void Paper::fill() {
  out_.open("div", {{"class", "fill"}});
  lines(30);
  out_.close();
}

void Paper::ticks(std::initializer_list<std::string> names) {
  out_.open("div", {{"class", "ticks"}});
  for (const std::string& name : names) out_.element("span", name, {{"class", "tick"}});
  out_.close();
}

void Paper::list(const std::vector<std::string>& items) {
  out_.open("ul");
  for (const std::string& item : items) out_.element("li", item);
  out_.close();
}

void Paper::table(std::initializer_list<const char*> sizes,
                  std::initializer_list<std::string> heads,
                  const std::vector<std::vector<std::string>>& rows, int empty, bool tall) {
  out_.open("table", {{"class", tall ? "tall" : "plain"}}).open("thead").open("tr");
  const auto* size = sizes.begin();
  for (const std::string& head : heads)
    out_.element("th", head, {{"class", *size++}, {"scope", "col"}});
  out_.close().close().open("tbody");
  for (const auto& row : rows) {
    out_.open("tr");
    for (const std::string& cell : row) {
      out_.open("td");
      if (!cell.empty()) out_.name(cell);
      out_.close();
    }
    out_.close();
  }
  for (int line = 0; line < empty; ++line) {
    out_.open("tr");
    for (std::size_t cell = 0; cell < heads.size(); ++cell) out_.element("td", "");
    out_.close();
  }
  out_.close().close();
}

Paper::Done Paper::done() {
  end_page();
  Done done{title_, static_cast<std::uint32_t>(bodies_.size()), {}};
  for (std::size_t at = 0; at < bodies_.size(); ++at) {
    html::Writer foot;
    foot.open("footer", {{"class", "foot"}}).open("span").name(model_).close();
    foot.element("span", title_ + " · " + say("side ", "page ") + std::to_string(at + 1) +
                             say(" af ", " of ") + std::to_string(bodies_.size()));
    foot.close().markup("</section>\n");
    done.bodies.push_back(bodies_[at] + foot.take());
  }
  return done;
}

std::string document(Language language, const std::string& title, const std::string& model,
                     const std::vector<Paper::Done>& sheets) {
  html::Writer out;
  out.markup("<!doctype html>\n");
  out.open("html", {{"lang", std::string(to_text(language))}}).open("head");
  out.empty("meta", {{"charset", "utf-8"}});
  out.empty("meta", {{"http-equiv", "Content-Security-Policy"},
                     {"content", "default-src 'none'; style-src " + html::hash_source(sheet_style) +
                                     "; base-uri 'none'; form-action 'none'"}});
  out.empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  out.element("title", title + " · " + fit(model, 70, 1));
  out.open("style").markup(sheet_style).close();
  out.close().line().open("body").line();
  for (const Paper::Done& sheet : sheets)
    for (const std::string& body : sheet.bodies) out.markup(body);
  out.close().close().line();
  return out.take();
}

}  // namespace regelgraf::worksheets_of
