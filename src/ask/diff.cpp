#include <regelgraf/diff.hpp>

#include <simdjson.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <regelgraf/burden.hpp>
#include <regelgraf/detail/fields.hpp>
#include <regelgraf/detail/who_decides.hpp>
#include <regelgraf/standing.hpp>
#include <regelgraf/who_decides.hpp>

#include "ask/text.hpp"
#include "formats/canonical.hpp"
#include "json/parse.hpp"
#include "tables/csv.hpp"

namespace regelgraf {

namespace {

/// One of the two models on the day.
struct Side {
  Side(const Model& model, std::optional<Day> date)
      : model(model), date(date), standing(standing_on(model, date)) {}

  [[nodiscard]] bool stands(const std::string& id) const {
    const auto i = model.find(id);
    return i && standing[*i];
  }

  const Model& model;
  const std::optional<Day> date;
  const std::vector<std::uint8_t> standing;
};

/// Which fields of two elements in canonical form differ.
std::vector<std::string> fields_apart(const std::string& before, const std::string& after) {
  simdjson::dom::parser first, second;
  const simdjson::dom::object a = json::parse(first, before), b = json::parse(second, after);
  std::set<std::string> apart;
  const auto look = [&](simdjson::dom::object one, simdjson::dom::object other) {
    for (const auto [key, value] : one) {
      simdjson::dom::element there;
      if (other[key].get(there) || simdjson::minify(value) != simdjson::minify(there))
        apart.insert(std::string(key));
    }
  };
  look(a, b);
  look(b, a);
  return {apart.begin(), apart.end()};
}

class Differ {
 public:
  Differ(const Model& before, const Model& after, std::optional<Day> date, const Limits& limits)
      : before_(before, date), after_(after, date), watch_(limits) {}

  Diff run() {
    compare_elements();
    compare_authority();
    return std::move(diff_);
  }

 private:
  /// Calls @p visit with each id that either model has, ascending.
  template <class Visit>
  void each_id(const Visit& visit) const {
    const Model &a = before_.model, &b = after_.model;
    for (Index i = 0, j = 0; i < a.size() || j < b.size();) {
      const bool first = j == b.size() || (i < a.size() && a.id(i) <= b.id(j));
      const bool second = i == a.size() || (j < b.size() && b.id(j) <= a.id(i));
      visit(first ? i++ : none, second ? j++ : none);
    }
  }

  void compare_elements() {
    watch_.stage("elements", before_.model.size() + after_.model.size());
    each_id([&](Index i, Index j) {
      watch_.must_step(1 + (i != none && j != none), 200);
      add_hours(i, j);
      if (i == none) {
        diff_.elements.push_back({after_.model.id(j), ElementDiff::What::added, {}});
        return;
      }
      const std::string id = before_.model.id(i);
      if (j == none) {
        diff_.elements.push_back({id, ElementDiff::What::removed, {}});
        return;
      }
      const std::string old = formats::element_json(before_.model.element(i)),
                        now = formats::element_json(after_.model.element(j));
      if (old != now)
        diff_.elements.push_back({id, ElementDiff::What::changed, fields_apart(old, now)});
      const bool stood = before_.standing[i], stands = after_.standing[j];
      if (stood && !stands) {
        diff_.breaks.push_back(id);
        if (after_.model.kind(j) == Kind::duty && is_owed(j)) diff_.unmet_duties.push_back(id);
      } else if (stands && !stood) {
        diff_.stands_anew.push_back(id);
      }
    });
  }

  /// Does what a duty comes from still stand?
  [[nodiscard]] bool is_owed(Index duty) const {
    return in_force(after_.model, duty, after_.date) &&
           detail::ground_holds(after_.model, duty, after_.standing);
  }

  static Range hours(const Side& side, Index i) {
    if (i == none || !side.standing[i]) return {};
    const auto burden = side.model.burden(i);
    return burden ? hours_of(*burden).per_year : Range{};
  }
  static void add(Range& sum, const Range& one) {
    sum.low += one.low;
    sum.likely += one.likely;
    sum.high += one.high;
  }
  void add_hours(Index i, Index j) {
    const Range old = hours(before_, i), now = hours(after_, j);
    add(diff_.hours_before, old);
    add(diff_.hours_after, now);
    if (old != now)
      add(diff_.hours_net, {now.low - old.high, now.likely - old.likely, now.high - old.low});
  }

  using Pairs = std::set<std::pair<std::string, std::string>>;  // target, power

  void compare_authority() {
    Pairs pairs;
    std::set<std::string> powers{"decide"};
    for (const Side* side : {&before_, &after_})
      for (const GrantRow& grant : side->model.grants())
        for (const std::uint32_t power : grant.powers) powers.insert(side->model.power_name(power));
    powers.erase("*");
    std::set<std::string> matters;
    for (const Side* side : {&before_, &after_}) {
      note_matters(side->model, side->model.grants(), matters);
      note_matters(side->model, side->model.involvements(), matters);
      note_matters(side->model, side->model.bars(), matters);
    }
    for (const std::string& matter : matters)
      for (const std::string& power : powers) pairs.insert({matter, power});
    each_id([&](Index i, Index j) {
      if (i == none || j == none || before_.model.kind(i) != Kind::rule ||
          after_.model.kind(j) != Kind::rule)
        return;
      for (const char* power : {"adopt", "amend", "repeal", "waive"})
        pairs.insert({before_.model.id(i), power});
    });
    watch_.stage("authority", pairs.size());
    for (const auto& [target, power] : pairs) {
      watch_.must_step(1, 4000);
      AuthorityDiff one{target, power, deciders(before_, target, power),
                        deciders(after_, target, power)};
      if (one.before != one.after) diff_.authority.push_back(std::move(one));
    }
  }

  template <class Rows>
  static void note_matters(const Model& model, const Rows& rows, std::set<std::string>& matters) {
    for (const ScopeRow& row : rows)
      for (const OverRow& over : row.over)
        for (const Index i : {over.id, over.matter})
          if (i != none && model.kind(i) == Kind::matter) matters.insert(model.id(i));
  }

  static std::vector<DiffDecider> deciders(const Side& side, const std::string& target,
                                           const std::string& power) {
    if (!side.stands(target)) return {};
    AuthorityQuestion question;
    question.power = power;
    question.target = *side.model.find(target);
    question.date = side.date;
    detail::Workings workings;
    const detail::WhoDecides answer(side.model, question, detail::Extent::options,
                                    {side.standing, workings.memory()});
    const auto less = [](const Name& a, const Name& b) {
      return std::tie(a.da, a.en) < std::tie(b.da, b.en);
    };
    std::map<std::string, std::set<Name, decltype(less)>> all;
    for (const Option& option : answer.decision.options)
      for (const Index holder : option.holders)
        all[side.model.id(holder)].insert({terms(side.model, option, holder, Language::da),
                                           terms(side.model, option, holder, Language::en)});
    std::vector<DiffDecider> result;
    for (const auto& [actor, on] : all) result.push_back({actor, {on.begin(), on.end()}});
    return result;
  }

  /// How @p holder decides by @p option: with whom, when, in which cases.
  static std::string terms(const Model& model, const Option& option, Index holder,
                           Language language) {
    const bool da = language == Language::da;
    std::string text;
    const auto add = [&](const std::string& one) { text += (text.empty() ? "" : "; ") + one; };
    if (option.jointly > 1) {
      std::vector<Index> others = option.holders;
      std::erase(others, holder);
      const std::string names = ask::names_of(model, others, language);
      add(option.jointly == option.holders.size()
              ? (da ? "sammen med " : "together with ") + names
              : std::to_string(option.jointly) + (da ? " sammen, af flere: " : " together, of: ") +
                    names);
    }
    if (option.exceptional) add(da ? "kun i hastende tilfælde" : "in urgent cases only");
    if (option.notice_months) add(da ? "med varsel" : "by notice");
    for (const Dependence& one : option.depends_on) add(ask::dependence_text(model, one, language));
    return text;
  }

  const Side before_, after_;
  detail::Watch watch_;
  Diff diff_;
};

/// A cell that a spreadsheet takes for text and not for a formula.
std::string as_text(const std::string& cell) {
  return cell.find_first_of("=+-@\t\r") == 0 ? "'" + cell : cell;
}

std::vector<std::string> only_in(const std::vector<DiffDecider>& here,
                                 const std::vector<DiffDecider>& there) {
  std::vector<std::string> result;
  for (const DiffDecider& one : here)
    if (std::none_of(there.begin(), there.end(),
                     [&](const DiffDecider& other) { return other.actor == one.actor; }))
      result.push_back(one.actor);
  return result;
}

}  // namespace

std::vector<std::string> AuthorityDiff::gained() const { return only_in(after, before); }
std::vector<std::string> AuthorityDiff::lost() const { return only_in(before, after); }

Diff diff(const Model& before, const Model& after, std::optional<Day> date, const Limits& limits) {
  return Differ(before, after, date, limits).run();
}

std::string diff_table(const Model& before, const Model& after, const Diff& diff,
                       Language language) {
  const bool da = language == Language::da;
  const auto name = [&](const Model& first, const Model& second, const std::string& id) {
    const Model& model = first.find(id) ? first : second;
    return ask::name_of(model, *model.find(id), language);
  };
  std::string table;
  const auto row = [&](const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i)
      table += (i == 0 ? "" : ";") + tables::csv_cell(as_text(cells[i]));
    table += "\r\n";
  };
  const auto deciders = [&](const Model& model, const std::vector<DiffDecider>& list) {
    std::string text;
    for (const DiffDecider& one : list) {
      text += (text.empty() ? "" : "\n") + ask::name_of(model, *model.find(one.actor), language);
      std::string terms;
      for (const Name& each : one.terms) {
        const std::string& said = da ? each.da : each.en;
        if (said.empty()) {  // whatever the case: no term narrows it
          terms.clear();
          break;
        }
        terms += (terms.empty() ? "" : da ? ", eller " : ", or ") + said;
      }
      if (!terms.empty()) text += " (" + terms + ")";
    }
    return text.empty() ? std::string(da ? "ingen" : "nobody") : text;
  };
  row(da ? std::vector<std::string>{"nr", "emne", "beføjelse", "før", "nu"}
         : std::vector<std::string>{"no", "matter", "power", "before", "now"});
  for (const AuthorityDiff& one : diff.authority)
    row({one.target, name(after, before, one.target), ask::power_text(one.power, language),
         deciders(before, one.before), deciders(after, one.after)});
  return table;
}

}  // namespace regelgraf
