#include "formats/one_element.hpp"

#include <simdjson.h>

#include <utility>

#include <regelgraf/detail/text.hpp>
#include <regelgraf/detail/texts.hpp>

#include "formats/element_reader.hpp"
#include "json/parse.hpp"
#include "json/reader.hpp"

namespace regelgraf::formats {
namespace {

/// Reads one object through @p read(reader, value).
template <class Read>
bool read_one(std::string_view text, const std::string& place, std::vector<Finding>& findings,
              std::string_view da, std::string_view en, const Read& read) {
  const simdjson::padded_string padded = json::padded(text);
  json::Reader in({padded.data(), padded.size()});
  bool done = false;
  try {
    simdjson::ondemand::parser parser;
    simdjson::ondemand::document document =
        json::begin(parser, padded, padded.size() + simdjson::SIMDJSON_PADDING);
    if (document.type() == simdjson::ondemand::json_type::object) {
      simdjson::ondemand::value value = document.get_value();
      done = read(in, value);
      if (done && document.current_location().error() != simdjson::OUT_OF_BOUNDS)
        in.report(padded.size(), "bad_json", "der står mere efter objektet",
                  "there is more after the object");
    } else {
      in.report(0, "wrong_type", "her skal stå " + std::string(da), "expected " + std::string(en));
    }
  } catch (const simdjson::simdjson_error&) {
    in.report(0, "bad_json", "teksten kan ikke læses", "the text cannot be read");
  }
  for (json::Located& located : in.findings) {
    located.finding.file = place;
    findings.push_back(std::move(located.finding));
  }
  return done;
}

/// The finding that freeze() has for it.
Finding personal_data(const std::string& element, const std::string& place, std::string field) {
  Finding finding = detail::personal_data_found();
  finding.file = place;
  if (!detail::has_cpr(element)) finding.element = element;
  if (!detail::has_cpr(field)) finding.field = std::move(field);
  return finding;
}

}  // namespace

void find_personal_data(const Element& element, const std::string& place,
                        std::vector<Finding>& findings) {
  detail::for_each_text(element, [&](std::string_view text, const detail::FieldPath& path) {
    if (detail::has_cpr(text)) findings.push_back(personal_data(element.id, place, path.text()));
  });
}

void find_personal_data(const Head& head, const std::string& place,
                        std::vector<Finding>& findings) {
  detail::for_each_text(head, [&](std::string_view text, const std::string& field) {
    if (detail::has_cpr(text)) findings.push_back(personal_data({}, place, field));
  });
}

bool read_element(std::string_view text, const std::string& place, Element& element,
                  std::vector<Finding>& findings) {
  return read_one(text, place, findings, "et element (et objekt)", "an element (an object)",
                  [&](json::Reader& in, json::Value& value) {
                    return ElementReader(in).element(value, element);
                  });
}

bool read_head(std::string_view text, const std::string& place, Head& head,
               std::vector<Finding>& findings) {
  return read_one(
      text, place, findings, "et hoved (et objekt)", "a head (an object)",
      [&](json::Reader& in, json::Value& value) { return ElementReader(in).head(value, head); });
}

}  // namespace regelgraf::formats
