#include "cli/inquiry_what_if.hpp"

#include <simdjson.h>

#include <regelgraf/detail/text.hpp>

#include "formats/bytes.hpp"

namespace regelgraf::cli {

namespace {

constexpr std::uint64_t most_bytes = std::uint64_t{1} << 30;

void add_elements(simdjson::dom::element value, std::vector<std::string>& elements) {
  if (simdjson::dom::array list; !value.get_array().get(list)) {
    for (const simdjson::dom::element one : list) elements.push_back(simdjson::minify(one));
    return;
  }
  simdjson::dom::element head, inner;
  if (value["regelgraf"].get(head))
    elements.push_back(simdjson::minify(value));
  else if (!value["elements"].get(inner))
    add_elements(inner, elements);
}

}  // namespace

std::vector<std::string> typed_elements(const std::string& path, const Say& say,
                                        std::vector<Problem>& problems) {
  const formats::Bytes bytes = formats::read_file(path, most_bytes);
  const auto refuse = [&](const std::string& why) {
    problems.push_back({"--add", detail::quote(path) + ": " + why, {}});
    return std::vector<std::string>();
  };
  if (!bytes.code.empty()) return refuse(say(bytes.message));
  std::vector<std::string> elements;
  try {
    simdjson::dom::parser parser;
    simdjson::dom::document_stream documents;
    const std::string_view text = bytes.text.view();
    const std::size_t batch = std::max<std::size_t>(text.size(), 64);
    if (const auto error = parser.parse_many(text.data(), text.size(), batch).get(documents))
      throw simdjson::simdjson_error(error);
    for (auto document : documents) add_elements(document.value(), elements);
    if (documents.truncated_bytes() > 0)
      throw simdjson::simdjson_error(simdjson::INCOMPLETE_ARRAY_OR_OBJECT);
  } catch (const simdjson::simdjson_error& error) {
    return refuse(std::string(say("filen er ikke JSON: ", "the file is no JSON: ")) + error.what());
  }
  if (elements.empty()) return refuse(say("filen har ingen elementer", "the file has no elements"));
  return elements;
}

std::optional<std::pair<std::string, std::string>> typed_change(const std::string& text,
                                                                const Say& say,
                                                                std::vector<Problem>& problems) {
  const std::size_t at = text.find("={");
  simdjson::dom::parser parser;
  simdjson::dom::object fields;
  if (at == 0 || at == std::string::npos ||
      parser.parse(text.substr(at + 1)).get_object().get(fields)) {
    problems.push_back(
        {"--change",
         detail::quote(text) + say(" har ikke formen ID=JSON", " is not of the form ID=JSON"),
         say("skriv fx ", "write, say, ") +
             std::string("--change 'ugenotat={\"status\": \"repealed\"}'")});
    return std::nullopt;
  }
  return std::pair{text.substr(0, at), text.substr(at + 1)};
}

}  // namespace regelgraf::cli
