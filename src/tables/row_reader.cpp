#include "tables/row_reader.hpp"

#include <algorithm>

#include <regelgraf/detail/text.hpp>

#include "json/writer.hpp"
#include "tables/row.hpp"

namespace regelgraf::tables {

Finding& RowReader::tell(const Row& row, Severity severity, const char* code, const Cell* cell,
                         Name message, Name advice) {
  Cell first;
  first.line = row.record.line;
  first.column = 1;
  Finding& finding = report(findings_, severity, code, cell ? cell : &first, std::move(message),
                            std::move(advice));
  finding.element = row.id;
  if (!cell) return finding;
  const auto place = static_cast<std::size_t>(cell - row.record.cells.data());
  if (place < columns_.heads.size()) finding.field = detail::shortened(columns_.heads[place]);
  return finding;
}

void RowReader::row(const Record& record, std::size_t width) {
  Row row{record, ++count_};
  name_row(row);
  if (record.cells.size() < width)
    tell(row, Severity::warning, "too_few_cells", nullptr,
         {"rækken har " + std::to_string(record.cells.size()) + " celler, kolonnerne er " +
              std::to_string(width) + "; resten er læst som tomme",
          "the row has " + std::to_string(record.cells.size()) + " cells for " +
              std::to_string(width) + " columns; the rest are read as empty"},
         {"er der et linjeskift midt i en celle, skal den stå i anførselstegn",
          "a cell with a line break in it must stand in quotation marks"});
  for (std::size_t i = width; i < record.cells.size(); ++i) {
    if (trimmed(record.cells[i].text).empty()) continue;
    tell(row, Severity::warning, "too_many_cells", &record.cells[i],
         {"rækken har flere celler end kolonner; fra her er de ikke læst",
          "the row has more cells than columns; from here on they are not read"},
         {"står der et semikolon i en celle, skal den stå i anførselstegn",
          "a cell with a semicolon in it must stand in quotation marks"});
    break;
  }
  read_marks_of(row);
  read_matter(row);
  read_powers(row);
  read_conditions_of(row);
  decide(row);
}

/// The matter's id: by its number, else by its line.
void RowReader::name_row(Row& row) {
  const std::string line = std::to_string(row.record.line);
  const std::string by_line = options_.id + ":#" + line;
  const Cell* const cell = columns_.cell(row.record, Known::number);
  const std::string printed = cell ? one_line(cell->text) : std::string();
  row.shown = printed.empty() ? "#" + line : detail::shortened(printed);
  row.id = by_line;
  const Name line_advice{"giv rækken et nummer, der ikke er brugt",
                         "give the row a number that is not used"};
  if (printed.empty()) {
    tell(row, Severity::warning, "no_number", cell,
         {"rækken har intet nummer; den hedder efter sin linje",
          "the row has no number; it is named by its line"},
         line_advice);
    return;
  }
  const std::string number = normal(printed);
  const bool taken = number == "plan" || number == "root" || number == "area" ||
                     number.find(':') != std::string::npos || number.starts_with('#');
  if (taken || number.size() > 40) {
    tell(row, Severity::warning, "unreadable_number", cell,
         {detail::quote(number) + " kan ikke være et nummer; rækken hedder efter sin linje",
          detail::quote(number) + " can be no number; the row is named by its line"},
         line_advice);
    return;
  }
  const auto [at, fresh] = lines_.try_emplace(number, row.record.line);
  if (fresh) {
    row.id = options_.id + ":" + number;
    return;
  }
  tell(row, Severity::warning, "repeated_number", cell,
       {"nummeret " + detail::quote(number) + " er brugt i linje " + std::to_string(at->second) +
            "; rækken hedder efter sin linje",
        "the number " + detail::quote(number) + " was used in line " + std::to_string(at->second) +
            "; the row is named by its line"},
       line_advice);
}

Element RowReader::element(const Row& row, std::string id) const {
  Element made;
  made.id = std::move(id);
  made.valid = options_.valid;
  made.basis = {{1, {options_.id + ":plan"}}};
  made.source.make().text =
      plan_name(options_).da.empty() ? plan_name(options_).en : plan_name(options_).da;
  made.source.make().text += ", række " + row.shown;
  return made;
}

void RowReader::read_matter(Row& row) {
  Element made;
  made.id = row.id;
  Matter matter;
  std::string note;
  if (const Cell* cell = columns_.cell(row.record, Known::subject))
    made.name.da = one_line(cell->text);
  if (made.name.empty())
    tell(row, Severity::warning, "no_subject", columns_.cell(row.record, Known::subject),
         {"rækken har intet emne", "the row has no subject"},
         {"skriv, hvad rækken handler om", "write what the row is about"});
  if (const Cell* cell = columns_.cell(row.record, Known::remarks)) note = trimmed(cell->text);
  if (const Cell* cell = columns_.cell(row.record, Known::area);
      cell && !trimmed(cell->text).empty())
    if (std::string above = area(row, *cell); !above.empty())
      matter.broader.push_back(std::move(above));
  read_kle(row, matter, note);
  if (const Cell* cell = columns_.cell(row.record, Known::ground);
      cell && !trimmed(cell->text).empty())
    made.source.make().text = trimmed(cell->text);
  if (!note.empty()) made.note.make() = std::move(note);
  made.uses = {options_.id + ":plan"};
  made.extra.make().emplace_back(row_field, json::number(static_cast<double>(row.place)));
  if (row.id.substr(options_.id.size() + 1).starts_with('#') && !row.shown.starts_with('#'))
    made.extra.make().emplace_back(number_field, json::string(row.shown));
  // Without a B nothing else in the model has them.
  const auto keep = [&](Known known, const char* field) {
    const Cell* const cell = columns_.cell(row.record, known);
    if (cell && !trimmed(cell->text).empty() && !row.decided)
      made.extra.make().emplace_back(field, json::string(trimmed(cell->text)));
  };
  keep(Known::power, powers_field);
  keep(Known::conditions, conditions_field);
  std::sort(made.extra.make().begin(), made.extra.make().end());
  made.fields = std::move(matter);
  draft_.add(std::move(made));
}

/// The id of the area, made on first sight; areas whose names make the same id are one.
std::string RowReader::area(const Row& row, const Cell& cell) {
  const std::string name = one_line(cell.text);
  std::string part = slug(name);
  if (detail::has_cpr(part) && !options_.allow_personal_data) {
    tell(row, Severity::error, "personal_data", &cell,
         {"cellen ligner et CPR-nummer; det gentages ikke her",
          "the cell looks like a CPR number; it is not repeated here"},
         {"fjern det", "take it out"});
    return {};
  }
  if (part.size() > longest_slug) {
    std::size_t end = longest_slug;
    while (end > 0 && (static_cast<unsigned char>(part[end]) & 0xC0U) == 0x80U) --end;
    part.resize(end);
  }
  // A long name that was cut must not be taken for another that begins alike.
  std::string id = options_.id + ":area:" + part;
  for (unsigned n = 2;; ++n) {
    const auto [at, fresh] = areas_.try_emplace(id, name);
    if (fresh) break;
    if (slug(at->second) == slug(name)) return id;
    id = options_.id + ":area:" + part + ":" + std::to_string(n);
  }
  Element made;
  made.id = id;
  made.name.da = name;
  made.fields = Matter{};
  draft_.add(std::move(made));
  return id;
}

void RowReader::read_kle(Row& row, Matter& matter, std::string& note) {
  const Cell* const cell = columns_.cell(row.record, Known::kle);
  const std::string code = cell ? one_line(cell->text) : std::string();
  if (code.empty()) return;
  bool fine = code.size() == 2 || code.size() == 5 || code.size() == 8;
  for (std::size_t i = 0; fine && i < code.size(); ++i)
    fine = i % 3 == 2 ? code[i] == '.' : detail::is_digit(code[i]);
  if (!fine) {
    tell(row, Severity::warning, "unreadable_kle", cell,
         {detail::quote(code) + " er ikke ét KLE-nummer; det står i emnets note",
          detail::quote(code) + " is not one KLE number; it stands in the matter's note"},
         {"skriv det som 27.36.04", "write it as 27.36.04"});
    note += (note.empty() ? "" : "\n") + std::string("kle: ") + code;
    return;
  }
  if (options_.layers && codes_.empty()) {
    codes_[{}] = {};  // looked for
    for (Index i = 0; i < options_.layers->size(); ++i)
      if (options_.layers->kind(i) == Kind::matter) {
        const Element one = options_.layers->element(i);
        codes_[std::get<Matter>(one.fields).code].push_back(one.id);
      }
  }
  if (const auto known = codes_.find(code); known != codes_.end())
    matter.broader.insert(matter.broader.end(), known->second.begin(), known->second.end());
  else
    matter.code = code;
}

void RowReader::read_powers(Row& row) {
  const Cell* const cell = columns_.cell(row.record, Known::power);
  std::string_view rest = cell ? std::string_view(cell->text) : std::string_view();
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find_first_of(",\n"), rest.size());
    const std::string word = one_line(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (word.empty()) continue;
    const std::string power = power_of(word);
    if (std::find(row.powers.begin(), row.powers.end(), power) != row.powers.end()) continue;
    row.powers.push_back(power);
    if (!is_common_power(power))
      tell(row, Severity::note, "own_power", cell,
           {detail::quote(power) + " er en beføjelse, som kun denne plan kender",
            detail::quote(power) + " is a power that only this plan knows"},
           {"kendte er afgøre, igangsætte, vedtage, ændre, fravige, ophæve, underskrive, anvise, "
            "bevilge",
            "known are decide, start, adopt, amend, waive, repeal, sign, pay, appropriate"});
  }
  if (row.powers.empty()) row.powers = {"decide"};
}

void RowReader::read_conditions_of(Row& row) {
  const Cell* const cell = columns_.cell(row.record, Known::conditions);
  if (!cell) return;
  std::size_t empty = 0;
  row.conditions = read_conditions(cell->text, empty);
  if (empty > 0)
    tell(row, Severity::warning, "empty_condition", cell,
         {"en betingelse er tom", "a condition is empty"},
         {"adskil betingelser med ` | ` eller linjeskift",
          "separate conditions by ` | ` or a line break"});
  for (RowCondition& one : row.conditions) {
    if (one.not_computed)
      tell(row, Severity::warning, "not_computed", cell,
           {detail::quote(one.condition.fact) + " kan ikke regnes ud og er læst som en vurdering",
            detail::quote(one.condition.fact) + " cannot be computed and is read as a judgement"},
           {"skriv den som `beløb <= 100.000 kr`", "write it as `beløb <= 100.000 kr`"});
    if (is_ambiguous(one.condition))
      tell(row, Severity::error, "ambiguous_fact", cell,
           {detail::quote(one.condition.fact) + " er både et tal og en vurdering",
            detail::quote(one.condition.fact) + " is both a number and a judgement"},
           {"giv de to hver sit navn", "give each of the two a name of its own"});
    if (one.judgement()) continue;
    if (!units_.contains(one.condition.fact) && options_.layers)
      if (const auto fact = options_.layers->fact(one.condition.fact)) {
        const std::string& unit = options_.layers->facts()[*fact].unit;
        units_[one.condition.fact] = unit == "DKK" ? "kr" : unit;
      }
    const auto [at, fresh] = units_.try_emplace(one.condition.fact, one.unit);
    if (fresh || at->second == one.unit) continue;
    tell(row, Severity::warning, "unit_differs", cell,
         {detail::quote(one.condition.fact) + " måles andre steder i " + detail::quote(at->second) +
              ", her i " + detail::quote(one.unit) + "; læst som en vurdering",
          detail::quote(one.condition.fact) + " is measured in " + detail::quote(at->second) +
              " elsewhere, here in " + detail::quote(one.unit) + "; read as a judgement"},
         {"giv de to hver sit navn", "give each of the two a name of its own"});
    one.condition = judgement(written(one.condition, one.unit), true);
  }
}

/// One name has one type in a model; here, and in the layers.
bool RowReader::is_ambiguous(const Condition& condition) {
  const bool number = condition.judgement.empty();
  const auto [at, fresh] = numbers_.try_emplace(condition.fact, number);
  if (!fresh) return at->second != number;
  if (!options_.layers) return false;
  const auto fact = options_.layers->fact(condition.fact);
  if (!fact) return false;
  const FactType type = options_.layers->facts()[*fact].type;
  return number ? type != FactType::number
                : type != FactType::judgement && type != FactType::boolean;
}

std::vector<Fact> RowReader::facts() const {
  std::vector<Fact> facts;
  for (const auto& [name, unit] : units_) {
    if (options_.layers && options_.layers->fact(name)) continue;
    Fact fact;
    fact.name = name;
    fact.unit = unit;
    facts.push_back(std::move(fact));
  }
  return facts;
}

}  // namespace regelgraf::tables
