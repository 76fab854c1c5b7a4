#include <regelgraf/report.hpp>

#include <cstddef>
#include <string>
#include <string_view>

#include <regelgraf/snapshot.hpp>
#include <regelgraf/version.hpp>

#include "ask/text.hpp"
#include "formats/bytes.hpp"
#include "html/csp.hpp"
#include "html/escape.hpp"
#include "json/writer.hpp"
#include "report/data.hpp"
#include "report/page.hpp"

namespace regelgraf {

namespace {

constexpr std::size_t longest_title = 200;  // characters

/// JSON that can stand within a script element: nothing in it can end that.
std::string within_script(std::string json) {
  std::string out;
  out.reserve(json.size() + json.size() / 64);
  for (const char c : json) {
    if (c == '<')
      out += "\\u003c";
    else
      out += c;
  }
  return out;
}

}  // namespace

std::string report(const Model& model, const ReportOptions& options, const Limits& limits) {
  const std::string data = within_script(pages::report_data(model, options, limits));
  const formats::PaddedText frame = formats::read_own(pages::packed_html()).text;
  const formats::PaddedText css = formats::read_own(pages::packed_css()).text;
  const formats::PaddedText js = formats::read_own(pages::packed_js()).text;
  const Language l = options.language;
  // The engine reads the whole model: where something is to be left out of the page, so is it.
  const bool may_try = !options.engine.empty() && (options.internal || !pages::has_internal(model));
  const std::string name =
      model.head().name.empty() ? model.head().id : ask::text_in(l, model.head().name);
  const std::string policy = "default-src 'none'; style-src " + html::hash_source(css.view()) +
                             "; script-src " + html::hash_source(js.view()) +
                             (may_try ? " 'wasm-unsafe-eval'" : "") +
                             "; img-src data:; base-uri 'none'; form-action 'none'";
  std::string engine, model_text;
  if (may_try) {
    engine = html::base64(options.engine);
    model_text = html::base64(formats::gzip(snapshot_of(model)));
  }

  const std::string_view page = frame.view();
  std::string out;
  out.reserve(page.size() + data.size() + engine.size() + model_text.size() + 200'000);
  // A part is written where the page has its name in two braces; what was put in is not read again.
  for (std::size_t at = 0;;) {
    const std::size_t open = page.find("{{", at);
    out += page.substr(at, open - at);
    if (open == std::string_view::npos) break;
    const std::size_t shut = page.find("}}", open);
    const std::string_view part = page.substr(open + 2, shut - open - 2);
    if (part == "lang")
      out += to_text(l);
    else if (part == "policy")
      out += policy;
    else if (part == "title")
      out += html::escaped(html::shown(name, longest_title));
    else if (part == "version")
      out += version_string;
    else if (part == "css")
      out += css.view();
    else if (part == "js")
      out += js.view();
    else if (part == "data")
      out += data;
    else if (part == "engine")
      out += engine;
    else if (part == "model")
      out += model_text;
    else if (part == "noscript")
      out += ask::say(
          l, "Siden skal køre sit eget script for at vise modellen. Den henter og sender intet.",
          "The page has to run its own script to show the model. It loads and sends nothing.");
    at = shut + 2;
  }
  return out;
}

}  // namespace regelgraf
