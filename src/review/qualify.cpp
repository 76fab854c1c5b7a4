// The qualification sheet: what the engine says of every nominated rule.

#include <regelgraf/qualification.hpp>

#include <algorithm>
#include <iterator>
#include <memory>
#include <set>
#include <utility>

#include <regelgraf/change.hpp>
#include <regelgraf/error.hpp>
#include <regelgraf/freeze.hpp>
#include <regelgraf/what_breaks.hpp>
#include <regelgraf/what_if.hpp>

#include "ask/text.hpp"
#include "review/alike.hpp"
#include "review/heap.hpp"
#include "review/hours_stated.hpp"
#include "review/trends.hpp"

namespace regelgraf {
namespace qualifying {
namespace {

class Qualifier {
 public:
  Qualifier(const Model& given, const Nominations& nominations, const QualifyOptions& options,
            const Limits& limits)
      : nominations_(nominations), options_(options), limits_(limits), watch_(limits) {
    if (options.unit != none &&
        (options.unit >= given.size() || given.kind(options.unit) != Kind::actor))
      throw Error(Errc::unknown_element, "expected an actor as the unit", "unit");
    if (options.unit != none) unit_id_ = std::string(given.id(options.unit));
    add_drafts(given);
    if (!unit_id_.empty()) unit_ = *model_->find(unit_id_);
  }

  Qualification qualify() {
    sheet_.model = model_->head().id;
    sheet_.date = options_.date;
    sheet_.unit = unit_id_;
    sheet_.at_least = options_.at_least;
    sheet_.nominations = nominations_.rows.size();
    count_rows();
    WhatIf removals{Baseline(*model_, options_.date)};
    watch_.stage("qualify", nominations_.clusters.size());
    for (const NominationCluster& cluster : nominations_.clusters) {
      watch_.must_step(1, 300000);
      const auto element =
          model_->find(cluster.element.empty() ? cluster.draft->id : cluster.element);
      if (!element)
        throw Error(Errc::unknown_element,
                    "the nominations were matched to a rule that the model does not have",
                    "element");
      row(cluster, *element, removals);
    }
    sheet_.trends = trends_of(*model_, nominations_, facts_, options_.at_least);
    for (Trend& trend : sheet_.trends)
      for (TrendGroup& group : trend.groups)
        if (trend.by == TrendBy::issuer) name_group(group);
    sort_rows();
    sheet_.withheld = withheld_.size();
    return std::move(sheet_);
  }

 private:
  void add_drafts(const Model& given) {
    Change change;
    for (const NominationCluster& cluster : nominations_.clusters)
      if (cluster.draft) change.added.push_back(*cluster.draft);
    if (change.added.empty()) {
      model_ = &given;
      return;
    }
    FreezeOptions freezing;
    freezing.allow_personal_data = true;  // what may not pass was stopped when it was read
    freezing.limits = limits_;
    frozen_ = freeze(changed_draft(given, change), freezing);
    if (!frozen_.model)
      throw Error(Errc::invalid_model, frozen_.findings.front().message.en,
                  frozen_.findings.front().element);
    model_ = &*frozen_.model;
  }

  static std::string unit_key(const Nomination& row) { return collect::key_of(row.unit); }

  void count_rows() {
    std::set<std::string> units;
    for (const Nomination& row : nominations_.rows) {
      if (!row.unit.empty()) units.insert(unit_key(row));
      sheet_.unnamed += row.cluster.empty();
      sheet_.undecided +=
          !row.matched && std::any_of(row.alike.begin(), row.alike.end(),
                                      [](const Alike& one) { return !one.element.empty(); });
    }
    sheet_.units_few = units.size() < options_.at_least;
    sheet_.units = sheet_.units_few ? 0 : units.size();
  }

  [[nodiscard]] bool hidden(Index i) {
    if (options_.internal || !ask::Voice(Language::da, &withheld_).keeps_out(*model_, i))
      return false;
    withheld_.insert(i);
    return true;
  }

  /// Its id, its name kept; empty where it is not to be named.
  std::string named(Index i) {
    if (i == none || hidden(i)) return {};
    std::string id(model_->id(i));
    if (!sheet_.names.contains(id)) sheet_.names.emplace(id, model_->element(i).name);
    return id;
  }
  template <class List>
  Ids named_all(const List& list) {
    Ids ids;
    for (const Index i : list)
      if (std::string id = named(i); !id.empty()) ids.push_back(std::move(id));
    return ids;
  }

  void row(const NominationCluster& cluster, Index element, WhatIf& removals) {
    QualifiedRule out;
    const bool internal = hidden(element);
    out.rule = internal ? std::string() : std::string(model_->id(element));
    out.name =
        internal ? Name{"en intern regel", "an internal rule"} : model_->element(element).name;
    out.draft = cluster.element.empty();
    out.cluster = cluster.id;
    out.instrument = model_->instrument(element);
    counts(cluster, out);
    reasons(element, out);
    breaks(element, removals, out);
    const Decision decision = authority(element, "repeal");
    decides(decision, out);
    out.med = med_matter(*model_, element, decision);
    const Placed placed =
        heap_of(*model_, element, decision, authority(element, "waive"), unit_, out.issuer_claimed);
    out.heap = placed.heap;
    out.because = placed.because;
    for (const std::size_t n : cluster.nominations) facts_.of_row[n] = {element, placed.heap};
    sheet_.rules.push_back(std::move(out));
  }

  [[nodiscard]] Decision authority(Index element, const char* power) const {
    AuthorityQuestion question;
    question.power = power;
    question.target = element;
    question.unit = unit_;
    question.date = options_.date;
    return who_decides(*model_, question);
  }

  void counts(const NominationCluster& cluster, QualifiedRule& out) {
    std::set<std::string> units, said;
    std::map<DecidedBy, std::size_t> claims;
    for (const std::size_t n : cluster.nominations) {
      const Nomination& one = nominations_.rows[n];
      ++out.nominated;
      if (!one.unit.empty()) units.insert(unit_key(one));
      if (one.decided_by && *one.decided_by != DecidedBy::unknown) ++claims[*one.decided_by];
      if (one.proposal) ++out.proposals[*one.proposal];
      if (!one.used_by.empty()) said.insert(one.used_by);
    }
    out.units_few = units.size() < options_.at_least;
    out.units = out.units_few ? 0 : units.size();
    std::size_t most = 0, equal = 0;
    for (const auto& [who, n] : claims) {
      if (n == most) ++equal;
      if (n <= most) continue;
      most = n;
      equal = 1;
      out.issuer_claimed = who;
    }
    if (equal > 1) out.issuer_claimed.reset();
    if (out.units_few) return;
    out.used_by_claimed.assign(said.begin(), said.end());
    out.hours_nominated = collect::hours_stated(nominations_.rows, cluster.nominations);
  }

  void reasons(Index element, QualifiedRule& out) {
    const Why why = regelgraf::why(*model_, element, options_.date);
    out.stands = why.stands && !out.draft;
    out.origin = why.origin;
    out.origin_claimed = why.claimed;
    out.issuer = named_all(why.issuers);
    out.surplus_hours = why.surplus_hours;
    out.duties = named_all(why.required_by);
    out.used_by = named_all(why.used_by);
    if (const auto burden = model_->burden(element)) out.hours = hours_of(*burden).per_year;
  }

  void breaks(Index element, WhatIf& removals, QualifiedRule& out) {
    removals.remove(element);
    const WhatBreaks answer = removals.breaks(false);
    removals.clear();
    std::vector<Index> fallen;
    for (const auto* list : {&answer.lapsed, &answer.broken})
      for (const Effect& effect : *list) fallen.push_back(effect.element);
    std::sort(fallen.begin(), fallen.end());
    out.breaks = named_all(fallen);
    out.unmet_duties = named_all(answer.unmet_duties);
    std::vector<Index> redundant;
    for (const Effect& effect : answer.redundant) redundant.push_back(effect.element);
    out.redundant = named_all(redundant);
    out.unexamined = !model_->examined(element);
  }

  void decides(const Decision& decision, QualifiedRule& out) {
    out.verdict = decision.verdict;
    for (const Option& option : decision.options) {
      SheetDecider decider;
      decider.holders = named_all(option.holders);
      decider.jointly = option.jointly;
      decider.tier = option.tier;
      decider.grant = named(option.grant);
      decider.depends = !option.depends_on.empty();
      decider.notice_months = option.notice_months;
      out.deciders.push_back(std::move(decider));
    }
    if (decision.options.empty()) return;
    for (const Involved& one : decision.options.front().involve) {
      if (hidden(one.involvement)) continue;
      const Element element = model_->element(one.involvement);
      const auto& written = std::get<Involvement>(element.fields);
      SheetInvolved involved;
      involved.involvement = named(one.involvement);
      involved.body = named(one.body);
      involved.how = written.how;
      involved.timing = written.timing;
      involved.days = written.days;
      involved.depends = !one.depends_on.empty();
      out.involve.push_back(std::move(involved));
    }
  }

  void name_group(TrendGroup& group) {
    const auto i = group.key.empty() ? std::nullopt : model_->find(group.key);
    if (!i) return;
    if (hidden(*i)) {
      group.key = {};
      group.name = {"en intern aktør", "an internal actor"};
    } else {
      group.name = model_->element(*i).name;
      sheet_.names.emplace(group.key, group.name);
    }
  }

  void sort_rows() {
    const auto hours = [](const QualifiedRule& row) { return row.best_hours().likely; };
    std::sort(sheet_.rules.begin(), sheet_.rules.end(),
              [&](const QualifiedRule& a, const QualifiedRule& b) {
                if (a.heap != b.heap) return a.heap < b.heap;
                if (hours(a) != hours(b)) return hours(a) > hours(b);
                if (a.nominated != b.nominated) return a.nominated > b.nominated;
                return a.rule != b.rule ? a.rule < b.rule : a.cluster < b.cluster;
              });
  }

  const Nominations& nominations_;
  const QualifyOptions options_;
  const Limits& limits_;
  detail::Watch watch_;
  Frozen frozen_;                 // with the drafts
  const Model* model_ = nullptr;  // with the drafts, or as given
  std::string unit_id_;
  Index unit_ = none;
  Qualification sheet_;
  RowFacts facts_;
  std::set<Index> withheld_;
};

}  // namespace
}  // namespace qualifying

Qualification qualify(const Model& model, const Nominations& nominations,
                      const QualifyOptions& options, const Limits& limits) {
  return qualifying::Qualifier(model, nominations, options, limits).qualify();
}

}  // namespace regelgraf
