#pragma once

// Options in their order, the verdict, and what is answered beside it.

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <regelgraf/detail/involve.hpp>
#include <regelgraf/detail/near_miss.hpp>
#include <regelgraf/detail/options.hpp>

namespace regelgraf::detail {

/// One question answered; keeps its workings for those who ask further (may()).
class WhoDecides {
 public:
  WhoDecides(const Model& model, const AuthorityQuestion& question)
      : question(question),
        inquiry(model, this->question),
        holders(inquiry),
        grants(inquiry, holders),
        involve(inquiry, holders) {
    Options options(inquiry, holders, grants);
    finish(options);
    decision.question = this->question;
    decision.barred_by.assign(options.barred_by.begin(), options.barred_by.end());
    decision.verdict = verdict(options.any_but_for_bars);
    list_involved();
    decision.near_misses = NearMisses(inquiry, holders, grants).run(decision.options);
    find_appeal();
  }
  WhoDecides(const WhoDecides&) = delete;
  WhoDecides& operator=(const WhoDecides&) = delete;

  const AuthorityQuestion question;
  const Inquiry inquiry;
  const Holders holders;
  const Grants grants;
  const Involve involve;
  Decision decision;

 private:
  using Key = std::tuple<bool, Tier, std::int64_t, std::uint32_t, std::uint32_t, Index,
                         std::vector<Index>>;

  static Key key(const Option& option) {
    return {option.exceptional,
            option.tier,
            -static_cast<std::int64_t>(option.chain.size()),
            option.over_distance,
            option.within_distance,
            option.grant,
            option.holders};
  }

  void finish(Options& options) {
    const Model& model = inquiry.model;
    std::vector<std::pair<std::pair<Key, std::pair<bool, Index>>, Option>> sorted;
    std::vector<Key> keys(options.drawn.size());
    for (std::size_t at = 0; at < options.drawn.size(); ++at) {
      Draw& draw = options.drawn[at];
      Option& option = draw.option;
      std::sort(option.holders.begin(), option.holders.end());
      option.involve = involve.of(option.holders);
      for (const Index holder : option.holders) holders.warn(holder, option.warnings);
      const Index own = option.holders.front();
      const bool possible = involve.agree(draw);
      option.tier = Tier::frontline;
      for (const Index holder : option.holders)
        option.tier = std::max(option.tier, model.tier(holder));
      const bool notice = option.notice_months.has_value();
      keys[at] = notice ? keys[draw.notice_of] : key(option);
      if (possible) sorted.push_back({{keys[at], {notice, notice ? own : none}}, std::move(option)});
    }
    std::sort(sorted.begin(), sorted.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto& [unused, option] : sorted) decision.options.push_back(std::move(option));
  }

  [[nodiscard]] Verdict verdict(bool any_but_for_bars) const {
    if (decision.options.empty())
      return any_but_for_bars && !decision.barred_by.empty() ? Verdict::barred : Verdict::nobody;
    const Option& first = decision.options.front();
    if (!first.depends_on.empty()) return Verdict::conditional;
    if (first.jointly > 1) return Verdict::joint;
    return first.residual ? Verdict::residual : Verdict::competent;
  }

  void list_involved() {
    const std::vector<Involved> involved =
        decision.options.empty() ? involve.of({}) : decision.options.front().involve;
    for (const Involved& one : involved) {
      if (one.body == none) continue;
      const auto add = [&](std::vector<Index>& list) {
        if (std::find(list.begin(), list.end(), one.body) == list.end()) list.push_back(one.body);
      };
      switch (involve.row_of(one.involvement).written->how) {
        case How::recommend: add(decision.recommends); break;
        case How::inform: add(decision.informed); break;
        case How::consult:
        case How::discuss: add(decision.heard); break;
        case How::agree: break;
      }
    }
  }

  /// The nearest matter on the way up that says to whom one appeals.
  void find_appeal() {
    if (inquiry.looks_at_binds) return;
    const Model& model = inquiry.model;
    std::vector<Index> layer;
    if (question.target == none)
      layer = question.concerns;
    else if (model.kind(question.target) == Kind::matter)
      layer = {question.target};
    else
      layer.assign(model.concerns(question.target).begin(), model.concerns(question.target).end());
    std::set<Index> seen(layer.begin(), layer.end());
    while (!layer.empty()) {
      std::sort(layer.begin(), layer.end());
      std::vector<Index> above;
      for (const Index matter : layer) {
        if (std::get<Matter>(model.element(matter).fields).appeal) {
          decision.appeal_from = matter;
          return;
        }
        for (const Index up : model.broader(matter))
          if (seen.insert(up).second) above.push_back(up);
      }
      layer = std::move(above);
    }
  }
};

/// Answers `also` in turn, each power and target once.
inline void answer_also(const Model& model, Decision& decision,
                        std::set<std::pair<std::string, Index>>& asked) {
  const AuthorityQuestion& question = decision.question;
  std::vector<Index> matters = question.target == none ? question.concerns : std::vector<Index>{};
  if (question.target != none && model.kind(question.target) == Kind::matter)
    matters.push_back(question.target);
  for (const Index matter : matters)
    for (const AlsoNeeded& also : std::get<Matter>(model.element(matter).fields).also) {
      AuthorityQuestion besides = question;
      besides.power = also.power;
      besides.concerns.clear();
      besides.target = also.target.empty() ? matter : *model.find(also.target);
      if (!asked.insert({besides.power, besides.target}).second) continue;
      WhoDecides answer(model, besides);
      decision.also.push_back(std::move(answer.decision));
      answer_also(model, decision.also.back(), asked);
    }
}

}  // namespace regelgraf::detail

namespace regelgraf {

inline Decision who_decides(const Model& model, const AuthorityQuestion& question) {
  detail::WhoDecides answer(model, question);
  std::set<std::pair<std::string, Index>> asked{{question.power, question.target}};
  detail::answer_also(model, answer.decision, asked);
  return std::move(answer.decision);
}

}  // namespace regelgraf
