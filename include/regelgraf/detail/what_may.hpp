#pragma once

// may() for every pair of a target and a power, sharing what does not hang on the pair.

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <regelgraf/detail/inline.hpp>
#include <regelgraf/detail/may.hpp>
#include <regelgraf/what_may.hpp>

namespace regelgraf::detail {

/// The pairs that what_may() answers: targets by number, and for each the powers asked about.
class PowerPairs {
 public:
  PowerPairs(const Model& model, const WhatMayQuestion& question,
             std::span<const std::uint8_t> standing) {
    take_powers(model, question);
    take_targets(model, question, standing);
  }

  std::vector<std::string> powers;  ///< Ascending.
  std::vector<Index> targets;       ///< Ascending.

  /// Is the power at @p place asked about for targets of @p kind?
  [[nodiscard]] bool asked(std::uint32_t place, Kind kind) const {
    if (all_asked_ || named_[place]) return true;
    return kind == Kind::rule ? of_rules(powers[place]) : powers[place] == "decide";
  }

 private:
  static bool of_rules(std::string_view power) {
    return power == "adopt" || power == "amend" || power == "waive" || power == "repeal";
  }

  void take_powers(const Model& model, const WhatMayQuestion& question) {
    all_asked_ = !question.powers.empty();
    std::set<std::string> wanted(question.powers.begin(), question.powers.end());
    if (wanted.contains(""))
      throw Error(Errc::invalid_question, "the name of a power is empty", "powers");
    if (all_asked_) {
      powers.assign(wanted.begin(), wanted.end());
      return;
    }
    std::set<std::string> named;
    for (const GrantRow& grant : model.grants())
      for (const std::uint32_t power : grant.powers) named.insert(model.power_name(power));
    named.erase("*");
    wanted = named;
    wanted.insert({"adopt", "amend", "waive", "repeal", "decide"});
    for (const std::string& power : wanted) {
      powers.push_back(power);
      named_.push_back(named.contains(power));
    }
  }

  void take_targets(const Model& model, const WhatMayQuestion& question,
                    std::span<const std::uint8_t> standing) {
    const auto wants = [&](Kind kind) {
      const auto& kinds = question.kinds;
      return kinds.empty() || std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
    };
    for (const Kind kind : question.kinds)
      if (kind != Kind::rule && kind != Kind::task && kind != Kind::matter)
        throw Error(Errc::invalid_question, "only rules, tasks and matters are targets", "kinds");
    std::vector<bool> named(model.size());  // matters that some `over` names
    const auto note = [&](const auto& rows) {
      for (const ScopeRow& row : rows)
        for (const OverRow& over : row.over)
          for (const Index i : {over.id, over.matter})
            if (i != none) named[i] = true;
    };
    note(model.grants());
    note(model.involvements());
    note(model.bars());
    for (Index i = 0; i < model.size(); ++i) {
      const Kind kind = model.kind(i);
      const bool is_target =
          kind == Kind::rule || kind == Kind::task || (kind == Kind::matter && named[i]);
      if (standing[i] && is_target && wants(kind)) targets.push_back(i);
    }
  }

  bool all_asked_ = false;
  std::vector<bool> named_;  // by some grant
};

/// Answers every pair.
class WhatMayAnswer {
 public:
  WhatMayAnswer(const Model& model, const WhatMayQuestion& question, const Limits& limits)
      : model_(model), question_(question), watch_(limits), asked_(question.context) {
    if (question.actor != none && question.actor >= model.size())
      throw Error(Errc::unknown_element, "no such element in this model", "actor");
    asked_.concerns.clear();
    asked_.instrument.reset();
    asked_.issuer = none;
  }

  WhatMay run() {
    const std::vector<std::uint8_t> standing = standing_on(model_, question_.context.date);
    (void)Inquiry(model_, asked_, {standing});  // refuses what may() would, even without a pair
    const PowerPairs pairs(model_, question_, standing);
    answer_.powers = pairs.powers;
    watch_.stage("what_may", pairs.targets.size());
    std::size_t done = 0;
    for (const Index target : pairs.targets) {
      const Range hours = hours_over(target);
      std::uint64_t looked_at = 1;
      for (std::uint32_t power = 0; power < pairs.powers.size(); ++power)
        if (pairs.asked(power, model_.kind(target)))
          put(target, power, hours, ask(target, pairs.powers[power], standing, looked_at));
      if (watch_.step(1, 200 * looked_at)) {
        answer_.complete = ++done == pairs.targets.size();
        break;
      }
      ++done;
    }
    if (question_.by_hours)
      for (auto* list : {&answer_.may, &answer_.depends, &answer_.may_not}) sort_by_hours(*list);
    return std::move(answer_);
  }

 private:
  May ask(Index target, const std::string& power, std::span<const std::uint8_t> standing,
          std::uint64_t& looked_at) {
    looked_at += 4;
    if (question_.actor == none) {
      May unknown;
      unknown.because.kind = Because::Kind::unknown;
      return unknown;
    }
    asked_.target = target;
    asked_.power = power;
    Workings workings;
    MayAnswer answer(model_, question_.actor, asked_, {standing, workings.memory()});
    looked_at += answer.looked_at();
    return answer.run();
  }

  void put(Index target, std::uint32_t power, const Range& hours, May may) {
    PowerOver one;
    one.target = target;
    one.power = power;
    one.hours = hours;
    one.because = std::move(may.because);
    if (may.may != Permission::no) take_option(may, one);
    auto& list = may.may == Permission::yes       ? answer_.may
                 : may.may == Permission::depends ? answer_.depends
                                                  : answer_.may_not;
    list.push_back(std::move(one));
  }

  /// The option that the reason speaks of.
  static void take_option(May& may, PowerOver& one) {
    const Because& because = one.because;
    if (may.options.empty()) return;  // a party if an agreement applies
    const auto is_meant = [&](const Option& option) {
      switch (because.kind) {
        case Because::Kind::notice:
          return option.notice_months == because.months && option.depends_on.empty();
        case Because::Kind::with:
          return option.grant == because.element && option.jointly > 1;
        case Because::Kind::condition:
          return option.grant == because.element && option.jointly == 1 &&
                 !option.depends_on.empty();
        default:
          return option.grant == because.element && option.jointly == 1 &&
                 option.depends_on.empty() && !option.notice_months;
      }
    };
    auto meant = std::find_if(may.options.begin(), may.options.end(), is_meant);
    if (because.kind == Because::Kind::internal) meant = std::prev(may.options.end());
    if (meant == may.options.end()) return;
    one.grant = meant->grant;
    one.implied = meant->implied;
    one.involve = std::move(meant->involve);
  }

  [[nodiscard]] Range hours_over(Index target) const {
    const std::optional<Burden> burden = model_.burden(target);
    return burden ? hours_of(*burden).per_year : Range{};
  }

  static void sort_by_hours(std::vector<PowerOver>& list) {
    std::stable_sort(list.begin(), list.end(), [](const PowerOver& a, const PowerOver& b) {
      return std::tie(a.hours.likely, a.hours.high) > std::tie(b.hours.likely, b.hours.high);
    });
  }

  const Model& model_;
  const WhatMayQuestion& question_;
  Watch watch_;
  AuthorityQuestion asked_;
  WhatMay answer_;
};

}  // namespace regelgraf::detail

#ifndef REGELGRAF_DECLARATIONS_ONLY
namespace regelgraf {

REGELGRAF_INLINE WhatMay what_may(const Model& model, const WhatMayQuestion& question,
                                  const Limits& limits) {
  return detail::WhatMayAnswer(model, question, limits).run();
}

}  // namespace regelgraf
#endif
