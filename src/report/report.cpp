#include <regelgraf/report.hpp>

#include <mbedtls/sha256.h>

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include <regelgraf/snapshot.hpp>
#include <regelgraf/version.hpp>

#include "ask/text.hpp"
#include "formats/bytes.hpp"
#include "json/writer.hpp"
#include "report/data.hpp"
#include "report/page.hpp"

namespace regelgraf {

namespace {

std::string base64(std::string_view bytes) {
  constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    const std::size_t have = std::min<std::size_t>(3, bytes.size() - at);
    std::uint32_t three = 0;
    for (std::size_t k = 0; k < 3; ++k)
      three = three << 8 | (k < have ? static_cast<unsigned char>(bytes[at + k]) : 0U);
    for (std::size_t k = 0; k < 4; ++k)
      text += k <= have ? digits[three >> (18 - 6 * k) & 63U] : '=';
  }
  return text;
}

/// As a policy names what it lets through.
std::string sha256(std::string_view bytes) {
  std::array<unsigned char, 32> hash{};
  mbedtls_sha256_ret(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                     hash.data(), 0);
  return "'sha256-" + base64({reinterpret_cast<const char*>(hash.data()), hash.size()}) + "'";
}

/// Is @p code a mark that turns the direction of what follows it?
bool turns(std::string_view code) {
  return code.starts_with("\xE2\x80")   ? code[2] >= '\xAA' && code[2] <= '\xAE'
         : code.starts_with("\xE2\x81") ? code[2] >= '\xA6' && code[2] <= '\xA9'
                                        : false;
}

/// @p text as text of an HTML page, cut where it is no name any more.
std::string escaped(std::string_view text) {
  constexpr std::size_t longest = 200;
  std::string out;
  std::size_t at = 0;
  for (; at < text.size() && at < longest; ++at) {
    const char c = text[at];
    if (at + 3 <= text.size() && turns(text.substr(at, 3))) {
      out += "\xEF\xBF\xBD";  // the sign for what cannot be shown
      at += 2;
    } else if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '"') {
      out += "&quot;";
    } else {
      out += c;
    }
  }
  if (at == text.size()) return out;
  while ((text[at] & 0xC0) == 0x80 && !out.empty() && (out.back() & 0x80)) {  // not within a letter
    const bool first = (out.back() & 0xC0) == 0xC0;
    out.pop_back();
    if (first) break;
  }
  return out + "…";
}

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
  const Language l = options.language;
  // The engine reads the whole model: where something is to be left out of the page, so is it.
  const bool may_try =
      !pages::page_engine().empty() && (options.internal || !pages::has_internal(model));
  const std::string name =
      model.head().name.empty() ? model.head().id : ask::text_in(l, model.head().name);
  const std::string policy = "default-src 'none'; style-src " + sha256(pages::page_css()) +
                             "; script-src " + sha256(pages::page_js()) +
                             (may_try ? " 'wasm-unsafe-eval'" : "") +
                             "; img-src data:; base-uri 'none'; form-action 'none'";
  std::string engine, model_text;
  if (may_try) {
    engine = base64(pages::page_engine());
    model_text = base64(formats::gzip(snapshot_of(model)));
  }

  const std::string_view page = pages::page_html();
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
      out += escaped(name);
    else if (part == "version")
      out += version_string;
    else if (part == "css")
      out += pages::page_css();
    else if (part == "js")
      out += pages::page_js();
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
