#include <algorithm>
#include <utility>

#include <regelgraf/detail/text.hpp>

#include "tables/row.hpp"

namespace regelgraf::tables {

Name plan_name(const PlanOptions& options) {
  if (!options.name.empty()) return options.name;
  return {"Delegationsplan " + options.id, "Delegation plan " + options.id};
}

namespace {

/// Has an actor of the draft the place of the layer's actor @p is?
bool takes_place(const Draft& draft, std::string_view is) {
  return std::any_of(draft.elements().begin(), draft.elements().end(), [&](const Element& one) {
    const auto* actor = std::get_if<Actor>(&one.fields);
    return actor && actor->is == is;
  });
}

}  // namespace

void add_body(Draft& draft, const PlanOptions& options, const Body& body, bool council,
              const Cell* cell, std::vector<Finding>& findings) {
  if (options.layers && options.layers->find(body.id)) return;
  if (!body.tier)
    report(
        findings, Severity::warning, "unknown_tier", cell,
        {"det fremgår ikke, hvilket niveau " + detail::quote(body.name) +
             " hører til; læst som forvaltningen",
         "nothing tells the tier of " + detail::quote(body.name) + "; read as the administration"},
        {"giv `tier` i en fil, der siger, hvad kolonnerne er",
         "give its `tier` in a file that says what the columns are"})
        .element = body.id;
  Element actor;
  actor.id = body.id;
  actor.name.da = body.name;
  Actor fields;
  fields.tier = body.tier.value_or(Tier::administration);
  fields.form = form_of(slug(body.name), council ? Tier::council : body.tier);
  if (options.layers) {
    const std::string is(council ? "dk:council" : national_name_of(slug(body.name)));
    if (!is.empty() && options.layers->find(is) && !takes_place(draft, is)) fields.is = is;
  }
  actor.fields = std::move(fields);
  draft.add(std::move(actor));
}

void RowReader::read_marks_of(Row& row) {
  const Cell* second = nullptr;
  for (std::size_t i = 0; i < columns_.bodies.size(); ++i) {
    const std::size_t column = columns_.bodies[i].column;
    if (column >= row.record.cells.size()) continue;
    const Cell& cell = row.record.cells[column];
    const Marks marks = read_marks(row, cell);
    if (marks.none()) continue;
    if (marks.decides && std::exchange(row.decided, true) && !second) second = &cell;
    row.marks.emplace_back(i, marks);
  }
  if (!row.decided)
    tell(row, Severity::warning, "no_decider", nullptr,
         {"planen nævner ingen, der beslutter", "the plan names nobody who decides"},
         {"sæt et B ved den, der beslutter; indtil da falder emnet til kommunalbestyrelsen",
          "put a B at whoever decides; until then the matter falls to the council"});
  if (second)
    tell(row, Severity::warning, "two_deciders", second,
         {"rækken har mere end ét B; de kan beslutte hver for sig",
          "the row has more than one B; each of them may decide"},
         {"skriv i betingelserne, hvornår det er den ene, og hvornår den anden",
          "write in the conditions when it is the one and when the other"});
}

/// One cell; nothing, having reported, where a mark is none.
Marks RowReader::read_marks(const Row& row, const Cell& cell) {
  const auto whole = [&](std::string_view text) {
    std::string_view known = trimmed(text);
    for (const auto& [printed, mark] : options_.mapping.marks)
      if (known == trimmed(printed)) known = mark;
    return known;
  };
  std::string_view rest = whole(cell.text);
  if (rest.empty() || rest == "-" || rest == "–") return {};
  Marks read;
  bool fine = true;
  const auto set = [&](bool& mark) {
    fine = fine && !mark;
    mark = true;
  };
  for (bool more = true; more && fine;) {
    const std::size_t end = rest.find('/');
    const std::string_view mark = whole(rest.substr(0, end));
    if (mark == "B" || mark == "B*" || mark == "B**") {
      set(read.decides);
      read.bound = mark == "B*";
      read.grounded = mark == "B**";
    } else if (mark == "I") {
      set(read.recommends);
    } else if (mark == "O") {
      set(read.informed);
    } else if (mark == "H") {
      set(read.heard);
    } else {
      fine = false;
    }
    more = end != std::string_view::npos;
    if (more) rest.remove_prefix(end + 1);
  }
  if (fine) return read;
  tell(row, Severity::warning, "unreadable_mark", &cell,
       {"cellen " + detail::quote(one_line(cell.text)) + " er ikke læst",
        "the cell " + detail::quote(one_line(cell.text)) + " is not read"},
       {"mærkerne er B, B*, B**, I, O og H, flere med `/`",
        "the marks are B, B*, B**, I, O and H, several with `/`"});
  return {};
}

}  // namespace regelgraf::tables
