#include "tables/condition.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

#include <regelgraf/detail/text.hpp>

#include "json/writer.hpp"
#include "tables/csv.hpp"
#include "tables/words.hpp"

namespace regelgraf::tables {

namespace {

constexpr std::pair<std::string_view, Op> operators[] = {
    {"<=", Op::le}, {">=", Op::ge}, {"==", Op::eq}, {"!=", Op::ne}, {"≤", Op::le},
    {"≥", Op::ge},  {"≠", Op::ne},  {"<", Op::lt},  {">", Op::gt},  {"=", Op::eq}};

constexpr std::string_view except = "medmindre ";
constexpr std::string_view otherwise = " ellers ";

Op turned(Op op) {
  switch (op) {
    case Op::lt:
      return Op::ge;
    case Op::le:
      return Op::gt;
    case Op::gt:
      return Op::le;
    case Op::ge:
      return Op::lt;
    case Op::ne:
      return Op::eq;
    default:
      return Op::ne;
  }
}

/// A unit as it is kept; nothing where the text is more than a unit.
std::optional<std::string> unit_of(std::string_view text) {
  const std::string word = lower(text);
  if (word.empty()) return std::string();
  for (const std::string_view percent : {"%", "pct.", "pct", "procent"})
    if (word == percent) return "%";
  for (const std::string_view crowns : {"kr.", "kr", "kroner", "dkk"})
    if (word == crowns) return "kr";
  const bool plain =
      text.size() <= 20 && text.find_first_of(" \t<>=.,:;|0123456789") == std::string_view::npos;
  return plain ? std::optional(std::string(text)) : std::nullopt;
}

/// `fact op number unit`. Nothing where @p text is anything else; @p compares: it has an operator.
std::optional<RowCondition> computed(std::string_view text, bool& compares) {
  const std::size_t at = std::min(
      {text.find_first_of("<>="), text.find("!="), text.find("≤"), text.find("≥"), text.find("≠")});
  if (at == std::string_view::npos) return std::nullopt;
  compares = true;
  RowCondition row;
  row.condition.fact = one_line(text.substr(0, at));
  std::string_view rest;
  for (const auto& [sign, op] : operators) {
    if (!text.substr(at).starts_with(sign)) continue;
    row.condition.op = op;
    rest = trimmed(text.substr(at + sign.size()));
    break;
  }
  if (row.condition.fact.empty() || row.condition.fact.size() > 100) return std::nullopt;
  const auto number = take_number(rest);
  if (!number) return std::nullopt;
  rest = trimmed(rest);
  const double factor = take_factor(rest);
  const auto unit = unit_of(rest);
  if (!unit) return std::nullopt;
  row.condition.values = {*number * factor};
  row.unit = *unit;
  return row;
}

RowCondition read_condition(std::string_view text) {
  std::string body;
  if (const std::size_t at = text.rfind(otherwise); at != std::string_view::npos) {
    body = one_line(text.substr(at + otherwise.size()));
    text = trimmed(text.substr(0, at));
  }
  const bool negated = lower(text.substr(0, except.size())) == except;
  if (negated) text = trimmed(text.substr(except.size()));
  bool compares = false;
  RowCondition row;
  if (auto read = computed(text, compares)) {
    row = std::move(*read);
    if (negated) row.condition = opposite(row.condition);
  } else {
    row.condition = judgement(text, !negated);
    row.not_computed = compares;
  }
  row.otherwise = std::move(body);
  return row;
}

/// Digits in groups of three.
std::string grouped(double value) {
  std::string text = json::number(std::fabs(value));
  std::string decimals;
  if (const std::size_t point = text.find('.'); point != std::string::npos) {
    decimals = "," + text.substr(point + 1);
    text.resize(point);
  }
  for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, ".");
  return (value < 0 ? "-" : "") + text + decimals;
}

}  // namespace

std::optional<double> take_number(std::string_view& text) {
  std::size_t at = text.starts_with('-') ? 1 : 0;
  const auto digits = [&] {
    const std::size_t from = at;
    while (at < text.size() && detail::is_digit(text[at])) ++at;
    return at - from;
  };
  std::size_t count = digits();
  if (count == 0) return std::nullopt;
  for (bool first = true; at < text.size() && text[at] == '.'; first = false) {
    if (at + 1 >= text.size() || !detail::is_digit(text[at + 1])) break;
    if (first && count > 3) return std::nullopt;
    ++at;
    count = digits();
    if (count != 3) return std::nullopt;
  }
  if (at + 1 < text.size() && text[at] == ',' && detail::is_digit(text[at + 1])) {
    ++at;
    digits();
  }
  if (at > 24) return std::nullopt;
  std::string plain;
  for (const char c : text.substr(0, at))
    if (c != '.') plain += c == ',' ? '.' : c;
  text.remove_prefix(at);
  double number = 0;  // not std::stod, which asks the locale
  std::from_chars(plain.data(), plain.data() + plain.size(), number);
  return number;
}

double take_factor(std::string_view& text) {
  for (const std::string_view word : {"mio.", "mio"}) {
    if (!text.starts_with(word)) continue;
    const std::string_view rest = text.substr(word.size());
    if (word == "mio" && !rest.empty() && rest.front() != ' ') continue;
    text = trimmed(rest);
    return 1e6;
  }
  return 1;
}

std::vector<RowCondition> read_conditions(std::string_view cell, std::size_t& empty) {
  std::vector<RowCondition> conditions;
  empty = 0;
  if (trimmed(cell).empty()) return conditions;
  constexpr std::string_view separator = " | ";
  while (true) {
    const std::size_t end = std::min({cell.find('\n'), cell.find(separator), cell.size()});
    const std::string_view one = trimmed(cell.substr(0, end));
    if (!one.empty()) {
      conditions.push_back(read_condition(one));
      if (conditions.back().judgement() && conditions.back().condition.judgement.da.empty()) {
        conditions.pop_back();
        ++empty;
      }
    } else if (end < cell.size() && cell[end] != '\n') {
      ++empty;
    }
    if (end >= cell.size()) return conditions;
    cell.remove_prefix(end + (cell[end] == '\n' ? 1 : separator.size() - 1));
    if (cell.empty()) return conditions;
  }
}

Condition judgement(std::string_view text, bool must_be) {
  Condition condition;
  condition.judgement.da = std::string(trimmed(text));
  condition.fact = condition.judgement.da;
  condition.values = {must_be};
  return condition;
}

Condition opposite(const Condition& condition) {
  Condition turned_about = condition;
  if (condition.values.size() == 1 && std::holds_alternative<bool>(condition.values.front()))
    turned_about.values = {!std::get<bool>(condition.values.front())};
  else
    turned_about.op = turned(condition.op);
  return turned_about;
}

bool can_be_written(const Condition& condition, std::string_view unit) {
  if (condition.values.size() != 1 || condition.op == Op::in) return false;
  if (std::holds_alternative<std::string>(condition.values.front())) return false;
  if (condition.judgement.da.empty() && std::holds_alternative<bool>(condition.values.front()))
    return false;
  std::size_t empty = 0;
  const std::vector<RowCondition> read = read_conditions(written(condition, unit), empty);
  return empty == 0 && read.size() == 1 && read[0].otherwise.empty() &&
         same(read[0].condition, condition) && read[0].unit == unit;
}

std::string written(const Condition& condition, std::string_view unit) {
  if (const auto* must_be = std::get_if<bool>(&condition.values.front()))
    return (*must_be ? std::string() : std::string(except)) + condition.judgement.da;
  std::string text = condition.fact + " " + std::string(to_text(condition.op)) + " " +
                     grouped(std::get<double>(condition.values.front()));
  if (!unit.empty()) text += " " + std::string(unit);
  return text;
}

bool same(const Condition& a, const Condition& b) {
  return a.fact == b.fact && a.op == b.op && a.values == b.values && a.judgement == b.judgement;
}

}  // namespace regelgraf::tables
