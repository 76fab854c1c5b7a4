// A model's authority as the table people know.

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <set>
#include <utility>

#include <regelgraf/delegation_plan.hpp>
#include <regelgraf/detail/text.hpp>

#include "json/parse.hpp"
#include "tables/plan_row.hpp"

namespace regelgraf {
namespace tables {
namespace {

/// Numbers within texts count as numbers: 1.1.2 comes before 1.1.10.
bool natural_less(std::string_view a, std::string_view b) {
  std::size_t i = 0, j = 0;
  const auto run = [](std::string_view text, std::size_t& at) {
    while (at < text.size() && text[at] == '0') ++at;
    const std::size_t from = at;
    while (at < text.size() && detail::is_digit(text[at])) ++at;
    return text.substr(from, at - from);
  };
  while (i < a.size() && j < b.size()) {
    if (detail::is_digit(a[i]) && detail::is_digit(b[j])) {
      const std::string_view x = run(a, i), y = run(b, j);
      if (x.size() != y.size()) return x.size() < y.size();
      if (x != y) return x < y;
    } else if (a[i] != b[j]) {
      return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[j]);
    } else {
      ++i, ++j;
    }
  }
  return a.size() - i < b.size() - j;
}

class PlanWriter {
 public:
  explicit PlanWriter(const Model& model) : model_(model) {}

  PlanTable write() {
    if (!find_plan()) return std::move(table_);
    gather();
    order_bodies();
    order_rows();
    for (PlanRow& row : rows_) row.read(model_, plan_, columns_, table_.findings);
    drop_empty_rows();
    what_is_left();
    print();
    std::stable_sort(table_.findings.begin(), table_.findings.end(),
                     [](const Finding& a, const Finding& b) { return a.element < b.element; });
    return std::move(table_);
  }

 private:
  bool find_plan() {
    std::vector<Index> own, all;
    const std::uint32_t last = static_cast<std::uint32_t>(model_.layers().size() - 1);
    for (Index i = 0; i < model_.size(); ++i) {
      if (model_.kind(i) != Kind::rule || model_.instrument(i) != Instrument::delegation_plan)
        continue;
      all.push_back(i);
      if (model_.layer(i) == last) own.push_back(i);
    }
    const std::vector<Index>& found = own.empty() ? all : own;
    if (found.size() == 1) {
      plan_ = found[0];
      prefix_ = model_.layers()[model_.layer(plan_)].id + ":";
      return true;
    }
    report(table_.findings, Severity::error, "no_plan", nullptr,
           found.empty()
               ? Name{"modellen har ingen delegationsplan", "the model has no delegation plan"}
               : Name{"modellen har flere delegationsplaner",
                      "the model has several delegation plans"});
    return false;
  }

  /// The rows, and what of authority speaks to which.
  void gather() {
    std::map<Index, std::size_t> places;
    const auto row = [&](Index matter) -> PlanRow& {
      const auto [at, fresh] = places.try_emplace(matter, rows_.size());
      if (fresh) rows_.emplace_back(model_.element(matter));
      return rows_[at->second];
    };
    const std::string plan(model_.id(plan_));
    for (Index i = 0; i < model_.size(); ++i) {
      if (model_.kind(i) != Kind::matter) continue;
      const Element one = model_.element(i);
      if (std::find(one.uses.begin(), one.uses.end(), plan) != one.uses.end()) row(i);
    }
    for (Index i = 0; i < model_.size(); ++i) {
      const Kind kind = model_.kind(i);
      if (kind != Kind::grant && kind != Kind::involvement && kind != Kind::bar) continue;
      if (below_the_plan(i)) continue;
      Element one = model_.element(i);
      if (const auto* grant = std::get_if<Grant>(&one.fields); grant && grant->residual) continue;
      const Scope& scope = scope_of(one);
      const bool of_plan = one.basis.size() == 1 && one.basis[0].of == Ids{plan};
      std::optional<Index> matter;
      if (scope.over.size() == 1 && !scope.over[0].is_object() && scope.over[0].id != "*")
        matter = model_.find(scope.over[0].id);
      if (of_plan && matter && model_.kind(*matter) == Kind::matter)
        row(*matter).elements.push_back(std::move(one));
      else
        not_in_table(table_.findings, one.id,
                     {"den hviler ikke på planen, eller gælder ikke netop ét emne",
                      "it does not rest on the plan, or is not over one matter alone"});
    }
  }

  /// What the layers below the plan's hold is theirs to say: the table stands on them.
  [[nodiscard]] bool below_the_plan(Index i) const { return model_.layer(i) < model_.layer(plan_); }

  static const Scope& scope_of(const Element& element) {
    if (const auto* grant = std::get_if<Grant>(&element.fields)) return *grant;
    if (const auto* bar = std::get_if<Bar>(&element.fields)) return *bar;
    return std::get<Involvement>(element.fields);
  }

  /// As they were read, else from the council down.
  void order_bodies() {
    const Element plan = model_.element(plan_);
    const auto add = [&](const std::string& id) {
      const auto body = model_.find(id);
      if (body && model_.kind(*body) == Kind::actor &&
          std::find(columns_.begin(), columns_.end(), id) == columns_.end())
        columns_.push_back(id);
    };
    if (const auto written = extra_of(plan, columns_field)) {
      simdjson::dom::parser parser;
      simdjson::dom::array list;
      if (!json::parse(parser, *written).get(list))
        for (const simdjson::dom::element one : list)
          if (std::string_view id; !one.get(id)) add(std::string(id));
    }
    std::vector<std::string> others;
    for (const PlanRow& row : rows_)
      for (const Element& one : row.elements) {
        if (const auto* grant = std::get_if<Grant>(&one.fields)) {
          if (!extra_of(one, else_field) && !one.id.ends_with(":own"))
            for (const Holder& holder : grant->to) others.push_back(holder.id);
        } else if (const auto* involvement = std::get_if<Involvement>(&one.fields)) {
          others.push_back(involvement->body.id);
        }
      }
    if (columns_.empty()) others.push_back(council());
    const auto rank = [&](const std::string& id) {
      constexpr std::array<int, 10> from_above{7, 6, 5, 4, 3, 2, 1, 8, 9, 0};
      const auto body = model_.find(id);
      return body ? from_above[static_cast<std::size_t>(model_.tier(*body))] : 10;
    };
    std::sort(others.begin(), others.end(), [&](const std::string& a, const std::string& b) {
      return std::pair(rank(a), a) < std::pair(rank(b), b);
    });
    for (const std::string& id : others) add(id);
  }

  [[nodiscard]] std::string council() const {
    const auto issuers = model_.issuers(plan_);
    return issuers.empty() ? std::string() : std::string(model_.id(issuers[0]));
  }

  void order_rows() {
    for (PlanRow& row : rows_) {
      row.number =
          row.matter.id.starts_with(prefix_) ? row.matter.id.substr(prefix_.size()) : row.matter.id;
      if (const auto place = extra_of(row.matter, row_field))
        row.place = std::strtoul(place->c_str(), nullptr, 10);
    }
    std::stable_sort(rows_.begin(), rows_.end(), [](const PlanRow& a, const PlanRow& b) {
      const auto key = [](const PlanRow& row) { return row.place == 0 ? SIZE_MAX : row.place; };
      if (key(a) != key(b)) return key(a) < key(b);
      return natural_less(a.number, b.number);
    });
  }

  /// A row that would be an empty line, and so no row.
  void drop_empty_rows() {
    std::erase_if(rows_, [&](const PlanRow& row) {
      const bool empty =
          row.marks.empty() && std::all_of(row.texts.begin(), row.texts.end(),
                                           [](const std::string& text) { return text.empty(); });
      if (empty)
        not_in_table(table_.findings, row.matter.id, {"rækken er tom", "the row is empty"});
      return empty;
    });
  }

  /// What a table has no place for, told once each.
  void what_is_left() {
    std::set<std::string> said(columns_.begin(), columns_.end());
    for (const PlanRow& row : rows_) said.insert(row.said.begin(), row.said.end());
    Ids others, fields;
    for (Index i = 0; i < model_.size(); ++i) {
      if (below_the_plan(i)) continue;
      const Element one = model_.element(i);
      const Kind kind = one.kind();
      if (i != plan_ && !said.contains(one.id) &&
          (kind == Kind::rule || kind == Kind::task || kind == Kind::duty || kind == Kind::goal ||
           kind == Kind::actor))
        others.push_back(one.id);
      const bool more = (!one.name.en.empty() && kind != Kind::rule && kind != Kind::grant) ||
                        !one.tags.empty() || one.valid.from || one.valid.to ||
                        one.status != Status::in_force || one.claims || one.examined;
      if (more) fields.push_back(one.id);
    }
    const auto note = [&](const char* code, Ids ids, const Name& text) {
      if (ids.empty()) return;
      const std::string count = std::to_string(ids.size());
      Finding& told = report(table_.findings, Severity::note, code, nullptr,
                             {count + text.da, count + text.en});
      told.elements = std::move(ids);
    };
    note("other_elements", std::move(others),
         {" andre elementer (aktører, regler, opgaver, pligter) står ikke i tabellen",
          " other elements (actors, rules, tasks, duties) do not stand in the table"});
    note("other_fields", std::move(fields),
         {" elementer har mere, end tabellen kan sige (engelske navne, perioder, mærkater)",
          " elements have more than the table can say (English names, periods, tags)"});
  }

  void print() {
    std::array<bool, 8> wanted{};
    wanted[0] = wanted[2] = true;
    for (const PlanRow& row : rows_)
      for (std::size_t i = 0; i < wanted.size(); ++i)
        wanted[i] = wanted[i] || !row.texts[i].empty();
    std::string line;
    bool first = true;
    const auto cell = [&](std::string_view text) {
      if (!std::exchange(first, false)) line += ';';
      line += csv_cell(text);
    };
    const auto end = [&] {
      table_.text += line + '\n';
      line.clear();
      first = true;
    };
    for (std::size_t i = 0; i < wanted.size(); ++i)
      if (wanted[i]) cell(known_heads[i]);
    for (const std::string& id : columns_) {
      const Element body = model_.element(*model_.find(id));
      cell(!body.name.da.empty() ? body.name.da : !body.name.en.empty() ? body.name.en : id);
    }
    end();
    for (const PlanRow& row : rows_) {
      for (std::size_t i = 0; i < wanted.size(); ++i)
        if (wanted[i]) cell(row.texts[i]);
      for (const std::string& id : columns_) {
        const auto marks = row.marks.find(id);
        cell(marks == row.marks.end() ? std::string_view() : std::string_view(marks->second));
      }
      end();
    }
  }

  const Model& model_;
  PlanTable table_;
  Index plan_ = none;
  std::string prefix_;
  std::vector<std::string> columns_;  // ids of bodies
  std::vector<PlanRow> rows_;
};

}  // namespace
}  // namespace tables

PlanTable plan_table(const Model& model) { return tables::PlanWriter(model).write(); }

}  // namespace regelgraf
