// A change set from JSON, and from a model.

#include <simdjson.h>

#include <utility>

#include <regelgraf/store.hpp>

#include "formats/element_reader.hpp"
#include "formats/places.hpp"
#include "json/parse.hpp"
#include "json/reader.hpp"

namespace regelgraf {

namespace {

class ChangeReader {
 public:
  ChangeReader(json::Reader& in, ChangeSet& changes) : in_(in), changes_(changes) {}

  bool read(json::Value& value) {
    bool version = false;
    const bool object = in_.fields(value, [&](std::string_view key, json::Value& inner) {
      if (key == "regelgraf_change") {
        version = true;
        double number = 0;
        const std::size_t at = in_.offset_of(inner);
        if (in_.number(inner, number) && number != 1)
          in_.report(at, "unknown_version", "kun version 1 kendes", "only version 1 is known");
        return true;
      }
      return field(key, inner);
    });
    if (object && !version)
      in_.report(0, "missing_field", "feltet `regelgraf_change` mangler",
                 "the field `regelgraf_change` is missing")
          .field = "regelgraf_change";
    return object;
  }

 private:
  bool field(std::string_view key, json::Value& value) {
    if (key == "by") return in_.text(value, changes_.by), true;
    if (key == "why") return in_.text(value, changes_.why), true;
    if (key == "at") return at(value), true;
    if (key == "decision") return decision(value), true;
    if (key == "base") return base(value), true;
    if (key == "whole") return in_.boolean(value, changes_.whole), true;
    if (key == "end") return in_.texts(value, changes_.end), true;
    if (key == "layers") return in_.texts(value, changes_.layers), true;
    if (key == "head")
      return formats::ElementReader(in_).head(value, changes_.head.emplace()), true;
    if (key == "put") {
      in_.each(value, [&](json::Value& one) {
        Element element;
        if (formats::ElementReader(in_).element(one, element))
          changes_.put.push_back(std::move(element));
      });
      return true;
    }
    if (key == "documents") {
      in_.each(value, [&](json::Value& one) { document(one); });
      return true;
    }
    return false;
  }

  void at(json::Value& value) {
    const std::size_t place = in_.offset_of(value);
    std::string text;
    if (!in_.text(value, text)) return;
    const auto instant = instant_from_text(text);
    if (instant)
      changes_.at = *instant;
    else
      in_.report(place, "wrong_value", "et tidspunkt skrives som 2026-11-27T10:00:00Z",
                 "a time is written as 2026-11-27T10:00:00Z");
  }

  void base(json::Value& value) {
    std::uint32_t state = 0;
    if (in_.whole(value, 0, state)) changes_.base = state;
  }

  void decision(json::Value& value) {
    if (value.type() == simdjson::ondemand::json_type::string) {
      in_.text(value, changes_.decision.text);
      return;
    }
    in_.fields(value, [&](std::string_view key, json::Value& inner) {
      std::string* const text = key == "text"       ? &changes_.decision.text
                                : key == "element"  ? &changes_.decision.element
                                : key == "document" ? &changes_.decision.document
                                                    : nullptr;
      return text && (in_.text(inner, *text), true);
    });
  }

  void document(json::Value& value) {
    StoredDocument document;
    in_.fields(value, [&](std::string_view key, json::Value& inner) {
      if (key == "kind") return in_.text(inner, document.kind), true;
      if (key == "id") return in_.text(inner, document.id), true;
      if (key == "document") return in_.any(inner, document.json), true;
      return false;
    });
    changes_.documents.push_back(std::move(document));
  }

  json::Reader& in_;
  ChangeSet& changes_;
};

}  // namespace

std::optional<ChangeSet> change_set_from_json(std::string_view text, const std::string& name,
                                              std::vector<Finding>& findings) {
  const simdjson::padded_string padded = json::padded(text);
  json::Reader in({padded.data(), padded.size()});
  ChangeSet changes;
  bool done = false;
  try {
    simdjson::ondemand::parser parser;
    simdjson::ondemand::document document =
        json::begin(parser, padded, padded.size() + simdjson::SIMDJSON_PADDING);
    if (document.type() == simdjson::ondemand::json_type::object) {
      simdjson::ondemand::value value = document.get_value();
      done = ChangeReader(in, changes).read(value);
      if (done && document.current_location().error() != simdjson::OUT_OF_BOUNDS)
        in.report(padded.size(), "bad_json", "der står mere efter objektet",
                  "there is more after the object");
    } else {
      in.report(0, "wrong_type", "en ændring er et objekt", "a change set is an object");
    }
  } catch (const simdjson::simdjson_error&) {
    in.report(0, "bad_json", "teksten kan ikke læses", "the text cannot be read");
  }
  const formats::Lines lines({padded.data(), padded.size()});
  bool errors = false;
  for (json::Located& located : in.findings) {
    located.finding.file = name;
    std::tie(located.finding.line, located.finding.column) = lines.at(located.offset);
    errors = errors || located.finding.severity == Severity::error;
    findings.push_back(std::move(located.finding));
  }
  if (!done || errors) return std::nullopt;
  return changes;
}

ChangeSet change_set_of(const Model& model) {
  ChangeSet changes;
  changes.whole = true;
  changes.head = model.head();
  const auto own = static_cast<std::uint32_t>(model.layers().size() - 1);
  for (Index i = 0; i < model.size(); ++i)
    if (Element element = model.element(i); element.layer == own)
      changes.put.push_back(std::move(element));
  return changes;
}

}  // namespace regelgraf
