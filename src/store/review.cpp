#include "store/review.hpp"

#include <simdjson.h>

#include <regelgraf/detail/text.hpp>

#include "json/parse.hpp"
#include "json/reader.hpp"
#include "store/entry.hpp"

namespace regelgraf::store {

bool read_review(const StoredDocument& document, std::string& text,
                 std::vector<Finding>& findings) {
  const std::string file = "document";
  const auto refuse = [&](const char* code, Name message) {
    Finding& finding = findings.emplace_back();
    finding.code = code;
    finding.file = file;
    finding.message = std::move(message);
    return false;
  };
  if (document.kind != sort_review)
    return refuse("unknown_kind", {"kun gennemgange (`review`) gemmes", "only reviews are kept"});
  if (document.id.empty() || document.id.size() > 200 ||
      detail::find_invalid_utf8(document.id) != std::string_view::npos)
    return refuse("bad_id", {"en gennemgangs id er 1 til 200 byte UTF-8",
                             "the id of a review is 1 to 200 bytes of UTF-8"});
  const simdjson::padded_string padded = json::padded(document.json);
  json::Reader in({padded.data(), padded.size()});
  bool is_review = false, fits = false;
  try {
    simdjson::ondemand::parser parser;
    simdjson::ondemand::document read =
        json::begin(parser, padded, padded.size() + simdjson::SIMDJSON_PADDING);
    simdjson::ondemand::value value = read.get_value();
    fits = in.any(value, text);
    fits = fits && read.current_location().error() == simdjson::OUT_OF_BOUNDS;
    simdjson::dom::parser again;
    std::uint64_t version = 0;
    is_review = fits && !json::parse(again, text)["regelgraf_review"].get(version) && version == 1;
  } catch (const simdjson::simdjson_error&) {
    fits = false;
  }
  for (json::Located& located : in.findings) {
    located.finding.file = file;
    findings.push_back(std::move(located.finding));
  }
  if (!fits) return refuse("bad_json", {"teksten er ikke JSON", "the text is no JSON"});
  if (!is_review)
    return refuse("unknown_version", {"en gennemgang har `\"regelgraf_review\": 1`",
                                      "a review has `\"regelgraf_review\": 1`"});
  if (detail::has_cpr(text) || detail::has_cpr(document.id))
    return refuse("personal_data",
                  {"teksten ligner et CPR-nummer", "the text looks like a CPR number"});
  return true;
}

}  // namespace regelgraf::store
