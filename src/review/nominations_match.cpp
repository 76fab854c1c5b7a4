// Nominations and the rules of a model: which belong together.

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <utility>

#include <regelgraf/detail/text.hpp>
#include <regelgraf/error.hpp>
#include <regelgraf/nominations.hpp>

#include "review/alike.hpp"
#include "review/hours_stated.hpp"
#include "tables/csv.hpp"
#include "tables/words.hpp"

namespace regelgraf {
namespace collect {
namespace {

constexpr std::size_t most_alike = 3;
/// Of a large cluster so many are held against what is to join it.
constexpr std::size_t most_held_against = 40;

/// `27.36.04`, `27.36` or `27` at the beginning of a text; empty where none is.
std::string kle_of(std::string_view text) {
  std::size_t at = 0;
  const auto two = [&] {
    return at + 2 <= text.size() && detail::is_digit(text[at]) && detail::is_digit(text[at + 1]);
  };
  std::size_t end = 0;
  while (two()) {
    at += 2;
    end = at;
    if (at >= text.size() || text[at] != '.') break;
    ++at;
  }
  if (end < text.size() && (detail::is_digit(text[end]))) return {};
  return std::string(text.substr(0, end));
}

class Matcher {
 public:
  Matcher(const Model& model, NominationTable table, const MatchOptions& options,
          const Limits& limits)
      : model_(model), options_(options), watch_(limits) {
    result_.rows = std::move(table.rows);
    result_.extra = std::move(table.extra);
    result_.findings = std::move(table.findings);
    file_ = result_.findings.empty() ? std::string() : result_.findings.front().file;
    if (!(options.perhaps > 0 && options.perhaps <= options.sure && options.sure <= 1 &&
          options.lead >= 0))
      throw Error(Errc::invalid_question, "expected 0 < perhaps <= sure <= 1 and lead >= 0",
                  "sure");
  }

  Nominations match() {
    add_rules();
    add_nominations();
    texts_.weigh();
    watch_.stage("match", groups_.size());
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      watch_.must_step(1, 200000);
      find_rule(g);
    }
    join();
    make_clusters();
    tell();
    return std::move(result_);
  }

 private:
  /// Rows of one name, which are one thing.
  struct Group {
    std::vector<std::size_t> rows;
    std::size_t text = 0;
    std::string key;
    std::optional<MatchedRule> matched;
    std::vector<Alike> alike;  // rules
    std::vector<Scored> near;  // groups, of those without a match
    std::size_t into = 0;      // the group it was joined to; itself at first
  };

  void add_rules() {
    for (Index i = 0; i < model_.size(); ++i) {
      if (model_.kind(i) != Kind::rule || model_.inert(i)) continue;
      const Element element = model_.element(i);
      for (const std::string* name : {&element.name.da, &element.name.en}) {
        if (name->empty() || (name == &element.name.en && *name == element.name.da)) continue;
        texts_.add(*name);
        rules_.push_back(i);
        names_[key_of(*name)].insert(i);
      }
    }
  }

  void add_nominations() {
    std::map<std::string, std::size_t> by_key;
    for (std::size_t row = 0; row < result_.rows.size(); ++row) {
      const Nomination& one = result_.rows[row];
      std::string key = key_of(one.rule);
      if (key.empty()) continue;
      const auto [at, fresh] = by_key.try_emplace(key, groups_.size());
      if (fresh) {
        Group group;
        group.key = std::move(key);
        group.into = groups_.size();
        groups_.push_back(std::move(group));
      }
      groups_[at->second].rows.push_back(row);
    }
    for (Group& group : groups_) {
      std::string described;
      for (const std::size_t row : group.rows) {
        if (described.size() > 1000) break;
        described += result_.rows[row].description + " ";
      }
      group.text = texts_.add(result_.rows[group.rows.front()].rule, tables::trimmed(described));
    }
  }

  [[nodiscard]] std::string id(Index i) const { return model_.id(i); }

  /// Of several the one of the uppermost layer; nothing where that layer has two.
  [[nodiscard]] std::optional<Index> uppermost(const std::set<Index>& rules) const {
    std::optional<Index> best;
    bool two = false;
    for (const Index i : rules) {
      two = best && model_.layer(i) == model_.layer(*best);
      if (!best || model_.layer(i) > model_.layer(*best)) {
        best = i;
        two = false;
      }
    }
    return two ? std::nullopt : best;
  }

  void find_rule(std::size_t g) {
    Group& group = groups_[g];
    const std::string& written = result_.rows[group.rows.front()].rule;
    for (const std::string& tried : {written, tables::lower(written)})
      if (const auto i = model_.find(tried); i && model_.kind(*i) == Kind::rule) {
        group.matched = MatchedRule{id(*i), 1, MatchedHow::id};
        return;
      }
    if (const auto named = names_.find(group.key); named != names_.end()) {
      if (const auto one = uppermost(named->second)) {
        group.matched = MatchedRule{id(*one), 1, MatchedHow::name};
        return;
      }
      for (const Index i : named->second)
        group.alike.push_back({id(i), {}, 1, AlikeDoubt::ambiguous});
      if (group.alike.size() > most_alike) group.alike.resize(most_alike);
      return;
    }
    by_text(group);
  }

  void by_text(Group& group) {
    std::vector<Scored> best;  // each rule once
    std::set<Index> seen;
    for (const Scored& one : texts_.nearest(group.text, 0, rules_.size(), options_.perhaps))
      if (seen.insert(rules_[one.text]).second) best.push_back(one);
    if (best.empty()) return;
    const auto doubt = texts_.doubt(group.text, best[0].text);
    // A rule told apart by a number or a word is no rival to one that is not.
    double next = 0;
    for (std::size_t i = 1; i < best.size() && next == 0; ++i)
      if (!texts_.doubt(group.text, best[i].text)) next = best[i].score;
    if (!doubt && best[0].score >= options_.sure && best[0].score - next >= options_.lead) {
      group.matched =
          MatchedRule{id(rules_[best[0].text]), rounded(best[0].score), MatchedHow::text};
      return;
    }
    for (const Scored& one : best) {
      if (group.alike.size() == most_alike) break;
      const auto told = texts_.doubt(group.text, one.text);
      const bool rival = one.score >= options_.sure;
      group.alike.push_back({id(rules_[one.text]),
                             {},
                             rounded(one.score),
                             told    ? *told
                             : rival ? AlikeDoubt::ambiguous
                                     : AlikeDoubt::score});
    }
  }

  static double rounded(double score) { return std::round(score * 1000) / 1000; }

  /// Groups without a match that say the same.
  void join() {
    std::vector<std::size_t> open, group_of(texts_.size());
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      group_of[groups_[g].text] = g;
      if (!groups_[g].matched) open.push_back(g);
    }
    struct Pair {
      double score;
      std::size_t a, b;
    };
    std::vector<Pair> pairs;
    watch_.stage("cluster", open.size());
    for (const std::size_t g : open) {
      watch_.must_step(1, 200000);
      for (const Scored& one :
           texts_.nearest(groups_[g].text, rules_.size(), texts_.size(), options_.perhaps)) {
        const std::size_t other = group_of[one.text];
        if (groups_[other].matched) continue;
        groups_[g].near.push_back({other, one.score});
        if (other < g && one.score >= options_.sure && !texts_.doubt(groups_[g].text, one.text))
          pairs.push_back({one.score, other, g});
      }
      if (groups_[g].near.size() > 50) groups_[g].near.resize(50);
    }
    std::sort(pairs.begin(), pairs.end(), [](const Pair& x, const Pair& y) {
      if (x.score != y.score) return x.score > y.score;
      return std::pair(x.a, x.b) < std::pair(y.a, y.b);
    });
    std::vector<std::vector<std::size_t>> members(groups_.size());
    for (const std::size_t g : open) members[g] = {g};
    for (const Pair& pair : pairs) {
      watch_.must_step(0, 20000);
      std::size_t a = groups_[pair.a].into, b = groups_[pair.b].into;
      if (a == b || !one_thing(members[a], members[b])) continue;
      if (b < a) std::swap(a, b);
      for (const std::size_t g : members[b]) groups_[g].into = a;
      members[a].insert(members[a].end(), members[b].begin(), members[b].end());
      members[b].clear();
    }
  }

  /// No pair of them is told apart, or less alike than a person would be asked about.
  [[nodiscard]] bool one_thing(const std::vector<std::size_t>& a,
                               const std::vector<std::size_t>& b) const {
    for (std::size_t i = 0; i < a.size() && i < most_held_against; ++i)
      for (std::size_t k = 0; k < b.size() && k < most_held_against; ++k) {
        const std::size_t x = groups_[a[i]].text, y = groups_[b[k]].text;
        if (texts_.doubt(x, y) || texts_.score(x, y) < options_.perhaps) return false;
      }
    return true;
  }

  void make_clusters() {
    std::map<std::string, std::vector<std::size_t>> matched;  // by element: rows
    std::map<std::size_t, std::vector<std::size_t>> joined;   // by group
    for (const Group& group : groups_) {
      auto& rows = group.matched ? matched[group.matched->element] : joined[group.into];
      rows.insert(rows.end(), group.rows.begin(), group.rows.end());
    }
    const auto put = [&](std::vector<std::size_t>& rows, const std::string& element) {
      std::sort(rows.begin(), rows.end());
      NominationCluster cluster;
      cluster.nominations = std::move(rows);
      cluster.element = element;
      result_.clusters.push_back(std::move(cluster));
    };
    for (auto& [element, rows] : matched) put(rows, element);
    for (auto& [group, rows] : joined) put(rows, {});
    std::sort(result_.clusters.begin(), result_.clusters.end(),
              [](const NominationCluster& a, const NominationCluster& b) {
                return a.nominations.front() < b.nominations.front();
              });
    std::vector<std::string> cluster_of(result_.rows.size());
    std::set<std::string> ids;
    for (std::size_t i = 0; i < result_.clusters.size(); ++i) {
      NominationCluster& cluster = result_.clusters[i];
      cluster.id = "c" + std::to_string(i + 1);
      for (const std::size_t row : cluster.nominations) cluster_of[row] = cluster.id;
      if (cluster.element.empty()) cluster.draft = draft(cluster, ids);
    }
    for (std::size_t row = 0; row < result_.rows.size(); ++row)
      result_.rows[row].cluster = cluster_of[row];
    tell_rows(cluster_of);
  }

  void tell_rows(const std::vector<std::string>& cluster_of) {
    for (const Group& group : groups_) {
      std::vector<Alike> alike = group.alike;
      std::set<std::string> told;
      const std::string& own = cluster_of[group.rows.front()];
      for (const Scored& near : group.near) {
        if (group.matched) break;
        const std::string& cluster = cluster_of[groups_[near.text].rows.front()];
        if (cluster == own || !told.insert(cluster).second) continue;
        const auto doubt = texts_.doubt(group.text, groups_[near.text].text);
        alike.push_back({{}, cluster, rounded(near.score), doubt.value_or(AlikeDoubt::score)});
      }
      std::stable_sort(alike.begin(), alike.end(),
                       [](const Alike& a, const Alike& b) { return a.score > b.score; });
      if (alike.size() > most_alike) alike.resize(most_alike);
      for (const std::size_t row : group.rows) {
        result_.rows[row].matched = group.matched;
        result_.rows[row].alike = alike;
      }
    }
  }

  /// The word most of them say; the first of the list among equals; nothing where nobody says one.
  template <class Word, class Of>
  [[nodiscard]] std::optional<Word> most_said(const std::vector<std::size_t>& rows,
                                              const Of& of) const {
    std::map<Word, std::size_t> said;
    for (const std::size_t row : rows)
      if (const auto& word = of(result_.rows[row])) ++said[*word];
    std::optional<Word> best;
    std::size_t most = 0;
    for (const auto& [word, n] : said)
      if (n > most) {
        best = word;
        most = n;
      }
    return best;
  }

  Element draft(const NominationCluster& cluster, std::set<std::string>& ids) {
    const std::vector<std::size_t>& rows = cluster.nominations;
    Element element;
    const std::string name = most_written(rows);
    element.name.da = name;
    std::string base = "indmeldt:" + tables::slug(key_of(name));
    if (base.size() > 120) {
      std::size_t end = 120;
      while ((static_cast<unsigned char>(base[end]) & 0xC0U) == 0x80U) --end;
      base.resize(end);
    }
    base = tables::normal(base);
    std::string made = base;
    for (int n = 2; model_.find(made) || !ids.insert(made).second; ++n)
      made = base + ":" + std::to_string(n);
    element.id = std::move(made);
    Rule rule;
    rule.instrument = most_said<Instrument>(rows, [](const Nomination& one) {
                        return one.instrument;
                      }).value_or(Instrument::practice);
    std::set<std::string> binds, concerns;
    bool all_known = true;
    for (const std::size_t row : rows) {
      if (const auto unit = unit_named(result_.rows[row].unit))
        binds.insert(id(*unit));
      else
        all_known = all_known && result_.rows[row].unit.empty();
      const std::string kle = kle_of(result_.rows[row].area);
      if (!kle.empty())
        for (const Index matter : matters_of(kle)) concerns.insert(id(matter));
    }
    if (all_known) rule.binds.assign(binds.begin(), binds.end());
    rule.concerns.assign(concerns.begin(), concerns.end());
    if (auto burden = burden_stated(rows)) rule.burden = std::move(*burden);
    element.fields = std::move(rule);
    element.tags = {"nomination"};
    return element;
  }

  /// The spelling of most of them; of as many the first.
  [[nodiscard]] std::string most_written(const std::vector<std::size_t>& rows) const {
    std::map<std::string, std::size_t> written;
    std::size_t most = 0;
    for (const std::size_t row : rows) most = std::max(most, ++written[result_.rows[row].rule]);
    for (const std::size_t row : rows)
      if (written[result_.rows[row].rule] == most) return result_.rows[row].rule;
    return {};
  }

  /// A burden whose hours are hours_stated(): people added up (of a unit the most it says), times
  /// as their mean by people, and the minutes that then make the hours. Rows count that state both
  /// minutes and times.
  [[nodiscard]] std::optional<Burden> burden_stated(const std::vector<std::size_t>& rows) const {
    std::map<std::string, double> people;
    double done = 0, weight = 0;
    std::size_t count = 0;
    for (const std::size_t row : rows) {
      const Nomination& one = result_.rows[row];
      if (!one.hours()) continue;
      const double n = one.people.value_or(1);
      double& most = people.try_emplace(key_of(one.unit), n).first->second;
      most = std::max(most, n);
      done += one.times_per_year->likely * n;
      weight += n;
      ++count;
    }
    const std::optional<Range> hours = hours_stated(result_.rows, rows);
    double all = 0;
    for (const auto& [unit, n] : people) all += n;
    const double times = weight > 0 ? done / weight : 0;
    if (!hours || all * times <= 0) return std::nullopt;
    const double minutes = 60 / (all * times);
    Burden burden;
    burden.minutes = Range{hours->low * minutes, hours->likely * minutes, hours->high * minutes};
    burden.times_per_year = Range{times, times, times};
    burden.people = Range{all, all, all};
    burden.from = "indmeldt: " + std::to_string(count) + (count == 1 ? " række" : " rækker");
    return burden;
  }

  /// The actor of that id or name, of which there is just one.
  [[nodiscard]] std::optional<Index> unit_named(const std::string& unit) {
    if (unit.empty()) return std::nullopt;
    if (units_.empty())
      for (const ActorRow& actor : model_.actors()) {
        if (model_.inert(actor.element)) continue;
        const Element element = model_.element(actor.element);
        for (const std::string& name :
             {std::string(id(actor.element)), element.name.da, element.name.en})
          if (const std::string key = key_of(name); !key.empty()) units_[key].insert(actor.element);
      }
    const auto found = units_.find(key_of(unit));
    if (found == units_.end() || found->second.size() != 1) return std::nullopt;
    return *found->second.begin();
  }

  [[nodiscard]] const std::vector<Index>& matters_of(const std::string& kle) {
    if (matters_.empty())
      for (Index i = 0; i < model_.size(); ++i) {
        if (model_.kind(i) != Kind::matter) continue;
        const Element element = model_.element(i);
        if (const auto& code = std::get<Matter>(element.fields).code; !code.empty())
          matters_[code].push_back(i);
      }
    static const std::vector<Index> nothing;
    const auto found = matters_.find(kle);
    return found == matters_.end() ? nothing : found->second;
  }

  void note(const char* code, const Nomination& row, const char* field, Name message, Name advice) {
    Finding& one = result_.findings.emplace_back();
    one.severity = Severity::note;
    one.code = code;
    one.file = file_;
    one.line = row.line;
    one.column = 1;
    one.element = row.nr;
    one.field = field;
    one.message = std::move(message);
    one.advice = std::move(advice);
  }

  void tell() {
    std::set<std::string> units;
    for (const Nomination& row : result_.rows) {
      if (!row.unit.empty() && units.insert(key_of(row.unit)).second && !unit_named(row.unit))
        note("unknown_unit", row, "enhed",
             {"modellen kender ikke enheden", "the model does not know the unit"},
             {"er det en enhed og ikke en person? skriv enhedens navn eller id fra modellen",
              "is it a unit and not a person? write the unit's name or id in the model"});
      if (row.rule.empty()) continue;
      if (row.cluster.empty())
        note(
            "no_text", row, "regel",
            {"navnet har hverken bogstaver eller tal; rækken kan ikke samles med andre",
             "the name has neither letters nor digits; the row cannot be put together with others"},
            {});
      if (row.matched || row.alike.empty()) continue;
      Name message{"ligner ", "is like "};
      bool first = true;
      for (const Alike& one : row.alike) {
        const std::string what =
            (first ? "" : ", ") + detail::quote(one.element.empty() ? one.cluster : one.element);
        const std::string score = " (" + std::to_string(std::lround(one.score * 100)) + " %)";
        message.da += what + score;
        message.en += what + score;
        first = false;
      }
      note("alike", row, "regel", std::move(message),
           {"er det den samme regel? så skriv dens id i `regel`",
            "is it the same rule? then write its id in `regel`"});
    }
  }

  const Model& model_;
  const MatchOptions options_;
  detail::Watch watch_;
  Nominations result_;
  std::string file_;
  AlikeTexts texts_;
  std::vector<Index> rules_;  // of the first texts, by number
  std::map<std::string, std::set<Index>> names_;
  std::vector<Group> groups_;
  std::map<std::string, std::set<Index>> units_;
  std::map<std::string, std::vector<Index>> matters_;
};

}  // namespace
}  // namespace collect

Nominations match_nominations(const Model& model, NominationTable table,
                              const MatchOptions& options, const Limits& limits) {
  return collect::Matcher(model, std::move(table), options, limits).match();
}

}  // namespace regelgraf
