#include "tables/head.hpp"

#include <algorithm>
#include <utility>

#include <regelgraf/detail/text.hpp>

namespace regelgraf::tables {

namespace {

/// Does a mapping's head mean this one?
bool alike(std::string_view a, std::string_view b) {
  return lower(one_line(a)) == lower(one_line(b));
}

class HeadReader {
 public:
  HeadReader(const Record& row, const PlanOptions& options, std::vector<Finding>& findings)
      : row_(row), options_(options), findings_(findings) {}

  Columns read() {
    for (std::size_t i = 0; i < row_.cells.size(); ++i) column(i);
    if (!columns_.known[0] && !columns_.known[2]) {
      report(findings_, Severity::error, "no_head", &row_.cells.front(),
             {"første række er ikke en række med kolonnenavne: hverken `nr` eller `emne` er der",
              "the first row is no row of column heads: neither `nr` nor `emne` is there"},
             {"kald kolonnerne nr, område, emne, ..., eller giv en fil, der siger, hvad de hedder",
              "name the columns nr, område, emne, ..., or give a file that says what they are"});
    } else if (columns_.bodies.empty()) {
      report(
          findings_, Severity::error, "no_body", &row_.cells.front(),
          {"ingen kolonne er et organ, der kan beslutte", "no column is a body that could decide"});
    }
    mapped_columns_exist();
    if (!has_errors(findings_)) find_council();
    if (!has_errors(findings_)) find_owner();
    return std::move(columns_);
  }

 private:
  [[nodiscard]] const PlanColumn* mapping(std::string_view head) const {
    for (const auto& [printed, column] : options_.mapping.columns)
      if (alike(printed, head)) return &column;
    return nullptr;
  }

  void column(std::size_t i) {
    const Cell& cell = row_.cells[i];
    const std::string head = one_line(cell.text);
    columns_.heads.push_back(head);
    if (head.empty()) return;  // an error only where the column holds something
    const PlanColumn* const mapped = mapping(head);
    if (mapped && mapped->is == "ignore") return;
    const auto known = mapped && !mapped->is.empty() ? known_head(mapped->is)
                       : mapped                      ? std::nullopt
                                                     : known_head(head);
    if (known) {
      auto& place = columns_.known[static_cast<std::size_t>(*known)];
      if (place) repeated(cell, head);
      place = i;
      return;
    }
    Body body;
    body.column = i;
    body.name = mapped && !mapped->name.empty() ? mapped->name : head;
    body.id = mapped && !mapped->body.empty() ? mapped->body : slug(head);
    body.tier = mapped && mapped->tier ? mapped->tier : tier_of(slug(body.name));
    if (!body.tier) body.tier = tier_of(slug(head));
    if (is_no_slug(body.id, options_.id))
      report(findings_, Severity::error, "bad_head", &cell,
             {"kolonnens navn er for langt, eller det ligner et CPR-nummer",
              "the column's head is too long, or looks like a CPR number"},
             {"giv organet et kort navn", "give the body a short name"});
    for (const Body& other : columns_.bodies)
      if (other.id == body.id) repeated(cell, head);
    columns_.bodies.push_back(std::move(body));
  }

  void repeated(const Cell& cell, const std::string& head) {
    report(findings_, Severity::error, "repeated_column", &cell,
           {"kolonnen " + detail::quote(head) + " er der to gange",
            "the column " + detail::quote(head) + " is there twice"},
           {"giv kolonnerne hver sit navn", "give each column a name of its own"});
  }

  /// A mapping for a column that is not there is a slip of the pen.
  void mapped_columns_exist() {
    for (const auto& mapped : options_.mapping.columns) {
      const std::string& printed = mapped.first;
      const bool there = std::any_of(columns_.heads.begin(), columns_.heads.end(),
                                     [&](const std::string& head) { return alike(head, printed); });
      if (!there) unknown(printed);
    }
  }

  void unknown(const std::string& head) {
    report(findings_, Severity::error, "unknown_column", &row_.cells.front(),
           {"tabellen har ikke kolonnen " + detail::quote(head),
            "the table does not have the column " + detail::quote(head)},
           {"skriv navnet, som det står i tabellens første række",
            "write the head as it stands in the table's first row"});
  }

  void find_council() {
    std::vector<std::size_t> found;
    const std::string& wanted = options_.mapping.council;
    if (!wanted.empty()) {
      if (const auto named = columns_.body(wanted)) {
        found = {*named};
      } else {
        add_council(wanted);
        return;
      }
    } else {
      for (std::size_t i = 0; i < columns_.bodies.size(); ++i)
        if (names_council(slug(columns_.bodies[i].name)) ||
            names_council(slug(columns_.heads[columns_.bodies[i].column])))
          found.push_back(i);
    }
    if (found.size() > 1) {
      report(findings_, Severity::error, "two_councils",
             &row_.cells[columns_.bodies[found[1]].column],
             {"to kolonner hedder noget, som kommunalbestyrelsen hedder",
              "two columns have a name of the council's"},
             {"sig, hvilken der er kommunalbestyrelsen", "say which of them is the council"});
      return;
    }
    if (found.empty()) {
      add_council("Kommunalbestyrelsen");
      report(findings_, Severity::warning, "council_added", nullptr,
             {"ingen kolonne er kommunalbestyrelsen; `kommunalbestyrelsen` er føjet til",
              "no column is the council; `kommunalbestyrelsen` was added"},
             {"sig, hvad den hedder, eller hvilken kolonne den er",
              "say what it is called, or which column it is"});
      return;
    }
    columns_.council = found[0];
    columns_.bodies[found[0]].tier = Tier::council;
  }

  void add_council(const std::string& name) {
    columns_.council = columns_.bodies.size();
    columns_.bodies.push_back({slug(name), one_line(name), Tier::council, Body::none_such});
    if (is_no_slug(columns_.bodies.back().id, options_.id)) unknown(name);
  }

  void find_owner() {
    if (options_.mapping.owner.empty()) return;
    columns_.owner = columns_.body(options_.mapping.owner);
    if (!columns_.owner || columns_.bodies[*columns_.owner].column == Body::none_such)
      unknown(options_.mapping.owner);
  }

  const Record& row_;
  const PlanOptions& options_;
  std::vector<Finding>& findings_;
  Columns columns_;
};

}  // namespace

std::optional<std::size_t> Columns::body(std::string_view name) const {
  for (std::size_t i = 0; i < bodies.size(); ++i)
    if (bodies[i].id == name || alike(bodies[i].name, name) ||
        (bodies[i].column != Body::none_such && alike(heads[bodies[i].column], name)))
      return i;
  return std::nullopt;
}

const Cell* Columns::cell(const Record& row, Known column) const {
  const auto place = known[static_cast<std::size_t>(column)];
  return place && *place < row.cells.size() ? &row.cells[*place] : nullptr;
}

Columns read_head(const Record& row, const PlanOptions& options, std::vector<Finding>& findings) {
  return HeadReader(row, options, findings).read();
}

Finding& report(std::vector<Finding>& findings, Severity severity, const char* code,
                const Cell* cell, Name message, Name advice) {
  Finding& finding = findings.emplace_back();
  finding.severity = severity;
  finding.code = code;
  finding.message = std::move(message);
  finding.advice = std::move(advice);
  if (cell) {
    finding.line = cell->line;
    finding.column = cell->column;
  }
  return finding;
}

bool is_no_slug(std::string_view slug, std::string_view model) {
  const bool ours = slug.starts_with(model) && slug.substr(model.size()).starts_with(':');
  return slug.empty() || slug == "*" || slug.size() > longest_slug || ours || detail::has_cpr(slug);
}

}  // namespace regelgraf::tables
