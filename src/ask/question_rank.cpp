// rank: what is put in order, by what, and how long it may take.

#include <algorithm>
#include <cmath>

#include <regelgraf/detail/text.hpp>
#include <regelgraf/error.hpp>

#include "ask/question.hpp"

namespace regelgraf::ask {

using detail::quote;
using simdjson::dom::element;

namespace {

RankBy read_rank_by(element value) {
  std::string_view text;
  std::optional<RankBy> by;
  if (!value.get_string().get(text)) by = from_text<RankBy>(text);
  if (!by) bad("expected `breaks`, `hours` or `duties`", "by");
  return *by;
}

std::size_t read_top(element value) {
  std::uint64_t top = 0;
  if (value.get_uint64().get(top) || top == 0) bad("expected a whole number from 1", "top");
  return static_cast<std::size_t>(top);
}

std::vector<Index> read_among(const Model& model, element value) {
  std::vector<Index> among;
  const auto add = [&](element one, const std::string& at) {
    std::string_view id;
    if (one.get_string().get(id)) bad("expected an id", at);
    among.push_back(find_element(model, id, at));
  };
  simdjson::dom::array list;
  if (value.get_array().get(list)) {
    add(value, "among");
  } else {
    std::size_t at = 0;
    for (const element one : list) add(one, "among[" + std::to_string(at++) + "]");
  }
  refuse_empty_among(among);
  return among;
}

}  // namespace

void refuse_empty_among(const std::vector<Index>& among) {
  if (among.empty()) bad("names nobody: leave it out to rank all that stand", "among");
}

double read_seconds(element value) {
  double seconds = 0;
  if (value.get_double().get(seconds) || !(seconds >= 0))
    bad("expected a number from 0", "seconds");
  return seconds;
}

RankingQuestion read_rank(const Model& model, simdjson::dom::object object,
                          const Envelope& envelope) {
  RankingQuestion q;
  bool has_by = false;
  for (const auto [key, value] : object) {
    if (key == "ask" || key == "id" || key == "date" || key.starts_with("x-")) continue;
    if (key == "by") {
      q.question.by = read_rank_by(value);
      has_by = true;
    } else if (key == "top") {
      q.question.top = read_top(value);
    } else if (key == "among") {
      q.question.among = read_among(model, value);
    } else if (key == "seconds") {
      q.seconds = read_seconds(value);
    } else {
      bad("unknown field " + quote(key), std::string(key));
    }
  }
  if (!has_by) bad("the field `by` is missing", "by");
  q.question.date = envelope.date;
  return q;
}

}  // namespace regelgraf::ask
