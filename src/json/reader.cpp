#include "json/reader.hpp"

#include <regelgraf/detail/text.hpp>

#include "json/parse.hpp"
#include "json/writer.hpp"

namespace regelgraf::json {

using detail::quote;
using simdjson::ondemand::json_type;

std::string Reader::path() const {
  std::string path;
  for (std::size_t i = std::min(base_, path_.size()); i < path_.size(); ++i) {
    const Place& place = path_[i];
    if (place.index >= 0) {
      path += "[" + std::to_string(place.index) + "]";
    } else {
      if (!path.empty()) path += ".";
      path += detail::shortened(place.field);
    }
  }
  return detail::has_cpr(path) ? std::string() : path;
}

Finding& Reader::report(std::size_t offset, std::string_view code, std::string da, std::string en) {
  Located located;
  located.offset = offset;
  located.finding.code = code;
  if (!detail::has_cpr(element_)) located.finding.element = detail::shortened(element_);
  located.finding.field = path();
  located.finding.message = {std::move(da), std::move(en)};
  findings.push_back(std::move(located));
  return findings.back().finding;
}

void Reader::expected(Value& value, std::string_view da, std::string_view en) {
  report(offset_of(value), "wrong_type", "her skal stå " + std::string(da),
         "expected " + std::string(en));
}

bool Reader::text(Value& value, std::string& out) {
  if (value.type() != json_type::string) {
    expected(value, "en tekst", "a text");
    return false;
  }
  out = std::string_view(value.get_string());
  return true;
}

std::string Reader::look_ahead(Value& value) {
  std::string_view token = value.raw_json_token();
  if (!token.starts_with('"')) return {};
  token = token.substr(0, token.rfind('"') + 1);
  if (token.size() < 2) return {};
  if (token.find('\\') == std::string_view::npos)
    return std::string(token.substr(1, token.size() - 2));
  simdjson::dom::parser parser;
  std::string_view text;
  if (parse(parser, token).get_string().get(text)) return {};
  return std::string(text);
}

bool Reader::number(Value& value, double& out) {
  if (value.type() != json_type::number) {
    expected(value, "et tal", "a number");
    return false;
  }
  const auto result = value.get_double();
  if (result.error() || !std::isfinite(result.value_unsafe())) {
    report(offset_of(value), "bad_number", "tallet kan ikke læses eller er for stort",
           "the number cannot be read or is too large");
    return false;
  }
  out = result.value_unsafe();
  return true;
}

bool Reader::boolean(Value& value, bool& out) {
  if (value.type() != json_type::boolean) {
    expected(value, "true eller false", "true or false");
    return false;
  }
  out = value.get_bool();
  return true;
}

bool Reader::whole(Value& value, std::uint32_t least, std::uint32_t& out) {
  const std::size_t at = offset_of(value);
  double figure = 0;
  if (!number(value, figure)) return false;
  if (figure != std::floor(figure) || figure < least || figure > 1e9) {
    report(at, "bad_number", "her skal stå et helt tal fra " + std::to_string(least),
           "expected a whole number from " + std::to_string(least));
    return false;
  }
  out = static_cast<std::uint32_t>(figure);
  return true;
}

bool Reader::date(Value& value, Day& out) {
  const std::size_t at = offset_of(value);
  std::string written;
  if (!text(value, written)) return false;
  if (const auto day = day_from_text(written)) {
    out = *day;
    return true;
  }
  report(at, "bad_date", quote(written) + " er ikke en dato", quote(written) + " is no date")
      .advice = {"skriv ÅÅÅÅ-MM-DD med en dag, der findes", "write YYYY-MM-DD, a day that exists"};
  return false;
}

bool Reader::name(Value& value, Name& out) {
  if (value.type() == json_type::string) return text(value, out.da);
  return fields(value, [&](std::string_view key, Value& inner) {
    if (key == "da") return text(inner, out.da), true;
    if (key == "en") return text(inner, out.en), true;
    return false;
  });
}

bool Reader::range(Value& value, Range& out) {
  if (value.type() != json_type::array) {
    double figure = 0;
    if (!number(value, figure)) return false;
    out = {figure, figure, figure};
    return true;
  }
  const std::size_t at = offset_of(value);
  std::vector<double> figures;
  bool fits = true;
  each(value, [&](Value& inner) {
    double figure = 0;
    fits = number(inner, figure) && fits;
    figures.push_back(figure);
  });
  if (!fits) return false;
  if (figures.size() == 2)
    figures.insert(figures.begin() + 1, figures[0] + (figures[1] - figures[0]) / 2);
  if (figures.size() != 3) {
    report(at, "bad_range", "her skal stå ét, to eller tre tal",
           "expected one, two or three numbers")
        .advice = {"[lav, høj] eller [lav, sandsynlig, høj]", "[low, high] or [low, likely, high]"};
    return false;
  }
  out = {figures[0], figures[1], figures[2]};
  return true;
}

bool Reader::fact_value(Value& value, FactValue& out) {
  switch (value.type()) {
    case json_type::boolean: {
      bool yes = false;
      if (!boolean(value, yes)) return false;
      out = yes;
      return true;
    }
    case json_type::number: {
      double figure = 0;
      if (!number(value, figure)) return false;
      out = figure;
      return true;
    }
    case json_type::string: {
      std::string written;
      if (!text(value, written)) return false;
      out = std::move(written);
      return true;
    }
    default:
      expected(value, "en tekst, et tal, true eller false", "a text, a number, true or false");
  }
  return false;
}

bool Reader::texts(Value& value, Ids& out) {
  bool fits = true;
  each(value, [&](Value& inner) {
    std::string one;
    if (text(inner, one))
      out.push_back(std::move(one));
    else
      fits = false;
  });
  return fits;
}

bool Reader::any(Value& value, std::string& out, int depth) {
  if (depth > 64) {
    report(offset_of(value), "too_deep", "for dybt indlejret", "nested too deeply");
    return false;
  }
  switch (value.type()) {
    case json_type::object: {
      SortedObject object;
      bool fits = true;
      fields(value, [&](std::string_view key, Value& inner) {
        std::string written;
        fits = any(inner, written, depth + 1) && fits;
        object.put(key, std::move(written));
        return true;
      });
      out = object.take();
      return fits;
    }
    case json_type::array: {
      std::vector<std::string> values;
      bool fits = true;
      each(value, [&](Value& inner) {
        std::string written;
        fits = any(inner, written, depth + 1) && fits;
        values.push_back(std::move(written));
      });
      out = list(values);
      return fits;
    }
    case json_type::string: {
      std::string written;
      if (!text(value, written)) return false;
      out = json::string(written);
      return true;
    }
    case json_type::number: {
      double figure = 0;
      if (!number(value, figure)) return false;
      out = json::number(figure);
      return true;
    }
    case json_type::boolean: {
      bool yes = false;
      if (!boolean(value, yes)) return false;
      out = yes ? "true" : "false";
      return true;
    }
    case json_type::null: {
      if (!value.is_null()) throw simdjson::simdjson_error(simdjson::N_ATOM_ERROR);
      out = "null";
      return true;
    }
  }
  return false;
}

void Reader::unknown_word(std::size_t at, std::string_view spelled,
                          std::span<const std::string_view> known) {
  std::string all;
  std::string_view nearest;
  std::size_t least = 4;
  for (const std::string_view word : known) {
    if (!all.empty()) all += ", ";
    all += word;
    if (const std::size_t distance = detail::edits(word, spelled, 3); distance < least) {
      least = distance;
      nearest = word;
    }
  }
  Finding& finding = report(at, "unknown_word", quote(spelled) + " er ikke et af ordene her",
                            quote(spelled) + " is none of the words here");
  finding.advice = nearest.empty() ? Name{"vælg blandt: " + all, "choose among: " + all}
                                   : Name{"mener du " + quote(nearest) + "? (" + all + ")",
                                          "do you mean " + quote(nearest) + "? (" + all + ")"};
}

void Reader::unknown_field(std::size_t at, std::string_view key) {
  report(at, "unknown_field", "feltet " + quote(key) + " kendes ikke her",
         "the field " + quote(key) + " is not known here")
      .advice = {"egne felter hedder `x-...`", "fields of your own are named `x-...`"};
}

}  // namespace regelgraf::json
