#include "cli/render_qualify.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "review/sheet_cells.hpp"
#include "review/sheet_words.hpp"

namespace regelgraf::cli {

namespace {

using qualifying::name_of;
using qualifying::SheetText;

constexpr std::size_t biggest_shown = 10;
constexpr std::size_t notes_shown = 8;

class QualificationPage {
 public:
  QualificationPage(const Say& say, Page& page, const Qualification& sheet,
                    const Nominations& nominations)
      : say_(say),
        page_(page),
        sheet_(sheet),
        nominations_(nominations),
        text_(sheet, say.language) {}

  void put() {
    headline();
    heaps();
    biggest();
    drafts();
    perhaps();
    trends();
    notes();
    colophon();
  }

 private:
  void heading(const std::string& text) {
    page_.gap();
    page_.line(Text(text, Tone::strong));
  }

  void headline() {
    Text line(
        say_.count(sheet_.nominations, "indmelding", "indmeldinger", "nomination", "nominations"),
        Tone::strong);
    line.add(say_(" fra ", " from ") + text_.units(sheet_.units, sheet_.units_few) +
             say_(" enheder, om ", " units, on ") +
             say_.count(sheet_.rules.size(), "regel", "regler", "rule", "rules"));
    page_.line(line);
  }

  void heaps() {
    heading(say_("Bunkerne", "The heaps"));
    std::vector<std::vector<Text>> rows{{Text(), Text(say_("regler", "rules"), Tone::faint),
                                         Text(say_("indmeldt", "nominated"), Tone::faint),
                                         Text(say_("timer om året", "hours a year"), Tone::faint)}};
    for (std::size_t h = 0; h < Spelling<Heap>::words.size(); ++h) {
      std::size_t rules = 0, nominated = 0;
      Range hours;
      for (const QualifiedRule& row : sheet_.rules) {
        if (row.heap != static_cast<Heap>(h)) continue;
        ++rules;
        nominated += row.nominated;
        hours += row.best_hours();
      }
      if (rules == 0) continue;
      rows.push_back({Text(say_(name_of(static_cast<Heap>(h)))),
                      Text(std::to_string(rules), Tone::strong), Text(std::to_string(nominated)),
                      Text(text_.hours(hours))});
    }
    page_.table(rows, 2);
  }

  void biggest() {
    std::vector<const QualifiedRule*> rows;
    for (const QualifiedRule& row : sheet_.rules)
      if (row.best_hours().likely > 0) rows.push_back(&row);
    std::stable_sort(rows.begin(), rows.end(), [](const auto* a, const auto* b) {
      return a->best_hours().likely > b->best_hours().likely;
    });
    if (rows.empty()) return;
    if (rows.size() > biggest_shown) rows.resize(biggest_shown);
    heading(say_("Flest timer", "Most hours"));
    for (const QualifiedRule* row : rows) {
      Tree tree{rule(*row), {}};
      tree.add({Text(text_.hours(row->best_hours()) +
                     say_(" timer om året; indmeldt ", " hours a year; nominated ") +
                     say_.count(row->nominated, "gang", "gange", "time", "times")),
                {}});
      const bool claimed = row->because == HeapBecause::claimed;
      tree.add({Text(say_(name_of(row->heap)))
                    .add(claimed ? say_(", efter udsagn", ", as claimed") : "", Tone::faint)
                    .add(": " + text_.decides(*row)),
                {}});
      if (!row->unmet_duties.empty())
        tree.add({Text(say_("uopfyldte pligter, hvis den fjernes: ", "unmet duties if it goes: ") +
                           text_.named(row->unmet_duties),
                       Tone::alarm),
                  {}});
      page_.tree(tree, 2);
    }
  }

  [[nodiscard]] Text rule(const QualifiedRule& row) const {
    Text line(text_.title(row), Tone::strong);
    if (!row.rule.empty() && !row.draft) line.add(" (" + row.rule + ")", Tone::faint);
    if (row.draft) line.add(say_(" (ny)", " (new)"), Tone::faint);
    return line;
  }

  void drafts() {
    std::vector<const QualifiedRule*> rows;
    for (const QualifiedRule& row : sheet_.rules)
      if (row.draft) rows.push_back(&row);
    if (rows.empty()) return;
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto* a, const auto* b) { return a->nominated > b->nominated; });
    heading(say_("Modellen kender ikke ", "The model does not know ") +
            say_.count(rows.size(), "regel", "regler", "rule", "rules") +
            say_("; oftest nævnt:", "; most often named:"));
    for (std::size_t i = 0; i < rows.size() && i < biggest_shown; ++i)
      page_.line(Text(text_.title(*rows[i]))
                     .add(" " + std::to_string(rows[i]->nominated) + "x", Tone::faint),
                 2, 2);
  }

  void perhaps() {
    std::vector<std::pair<double, const Nomination*>> rows;
    for (const Nomination& row : nominations_.rows)
      if (!row.matched && !row.alike.empty() && !row.alike.front().element.empty())
        rows.emplace_back(row.alike.front().score, &row);
    if (sheet_.undecided == 0) return;
    heading(say_.count(sheet_.undecided, "række ligner en regel; afgør det selv",
                       "rækker ligner en regel; afgør det selv",
                       "row is like a rule; it is yours to decide",
                       "rows are like a rule; it is yours to decide"));
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    for (std::size_t i = 0; i < rows.size() && i < notes_shown; ++i) {
      const Nomination& row = *rows[i].second;
      page_.line(Text(row.nr + ": ", Tone::faint)
                     .add(row.rule)
                     .add(say_(" ligner ", " is like "), Tone::faint)
                     .add(row.alike.front().element)
                     .add(reason(row.alike.front().doubt), Tone::faint),
                 2, 2);
    }
  }

  [[nodiscard]] std::string reason(AlikeDoubt doubt) const {
    switch (doubt) {
      case AlikeDoubt::score:
        return {};
      case AlikeDoubt::ambiguous:
        return say_(" (og andre lige så meget)", " (and others as much)");
      case AlikeDoubt::frequency:
        return say_(" (en anden hyppighed)", " (another frequency)");
      case AlikeDoubt::number:
        return say_(" (et andet tal)", " (another number)");
      case AlikeDoubt::negation:
        return say_(" (den ene siger ikke)", " (one of them says not)");
      case AlikeDoubt::contrast:
        return say_(" (det modsatte ord)", " (the opposite word)");
    }
    return {};
  }

  void trends() {
    heading(say_("Tendenser", "Trends"));
    for (const Trend& trend : sheet_.trends) {
      Text line(say_(name_of(trend.by)) + ": ", Tone::faint);
      std::size_t shown = 0, hidden = 0;
      for (const TrendGroup& group : trend.groups) {
        hidden += group.suppressed;
        if (group.suppressed || shown == 6) continue;
        const std::string& name = say_(group.name);
        line.add((shown++ > 0 ? ", " : "") + (name.empty() ? group.key : name) + " " +
                 std::to_string(group.nominated));
      }
      if (hidden > 0)
        line.add((shown > 0 ? "; " : "") +
                     say_.count(hidden, "lille gruppe vises ikke", "små grupper vises ikke",
                                "small group is not shown", "small groups are not shown"),
                 Tone::faint);
      page_.line(line, 2, 2);
    }
  }

  void notes() {
    std::map<std::string, std::pair<std::size_t, const Finding*>> by_code;
    for (const Finding& one : nominations_.findings) {
      if (one.severity != Severity::note || one.code == "alike") continue;
      auto& [n, first] = by_code[one.code];
      ++n;
      if (!first) first = &one;
    }
    if (by_code.empty()) return;
    heading(say_("Bemærk i tabellen", "Notes on the table"));
    for (const auto& [code, counted] : by_code)
      page_.line(
          Text(say_.count(counted.first, "gang: ", "gange: ", "time: ", "times: "), Tone::faint)
              .add(say_(counted.second->message))
              .add(say_(", første gang i linje ", ", first in line ") +
                       std::to_string(counted.second->line),
                   Tone::faint),
          2, 4);
  }

  void colophon() {
    page_.gap();
    std::string line = sheet_.model + ", " +
                       (sheet_.date ? say_("på dagen ", "on ") + to_text(*sheet_.date)
                                    : std::string(say_("i seneste tilstand", "in its last state")));
    if (!sheet_.unit.empty()) line += say_(", set fra ", ", seen from ") + sheet_.unit;
    if (sheet_.withheld > 0)
      line += "; " + say_.count(sheet_.withheld, "internt element er ikke nævnt",
                                "interne elementer er ikke nævnt", "internal element is not named",
                                "internal elements are not named");
    page_.line(Text(line, Tone::faint));
  }

  const Say& say_;
  Page& page_;
  const Qualification& sheet_;
  const Nominations& nominations_;
  const SheetText text_;
};

}  // namespace

void render(const Say& say, Page& page, const Qualification& sheet,
            const Nominations& nominations) {
  QualificationPage(say, page, sheet, nominations).put();
}

}  // namespace regelgraf::cli
