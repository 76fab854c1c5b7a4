#pragma once

// Options in their order, the verdict, and what is answered beside it.

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <set>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <regelgraf/detail/inline.hpp>
#include <regelgraf/detail/involve.hpp>
#include <regelgraf/detail/near_miss.hpp>
#include <regelgraf/detail/options.hpp>
#include <regelgraf/detail/relevant_grants.hpp>

namespace regelgraf::detail {

/// How much of an answer is worked out.
enum class Extent : std::uint8_t { whole, options };

/// One question answered; keeps its workings for those who ask further (may()).
class WhoDecides {
 public:
  /// With @p actors as far as it concerns these alone: their options and near misses.
  WhoDecides(const Model& model, const AuthorityQuestion& question, Extent extent = Extent::whole,
             const Shared& shared = {}, std::span<const Index> actors = {})
      : question(question),
        inquiry(model, this->question, shared),
        holders(inquiry),
        relevant(inquiry, actors),
        grants(inquiry, holders, relevant.places()),
        involve(inquiry, holders) {
    Options options(inquiry, holders, grants);
    finish(options);
    if (extent == Extent::options) return;
    decision.question = this->question;
    decision.barred_by.assign(options.barred_by.begin(), options.barred_by.end());
    decision.verdict = verdict(options);
    list_involved();
    decision.near_misses = NearMisses(inquiry, holders, grants).run(decision.options);
    find_appeal();
  }
  WhoDecides(const WhoDecides&) = delete;
  WhoDecides& operator=(const WhoDecides&) = delete;

  const AuthorityQuestion question;
  const Inquiry inquiry;
  const Holders holders;
  const RelevantGrants relevant;
  const Grants grants;
  const Involve involve;
  Decision decision;

 private:
  using Key =
      std::tuple<bool, Tier, std::int64_t, std::uint32_t, std::uint32_t, Index, std::vector<Index>>;

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
    for (Draw& draw : options.drawn) {
      Option& option = draw.option;
      if (!complete(draw)) continue;
      option.tier = Tier::frontline;
      for (const Index holder : option.holders) {
        option.tier = std::max(option.tier, inquiry.model.tier(holder));
        holders.warn(holder, option.warnings);
      }
      if (!listed(option)) decision.options.push_back(std::move(option));
    }
    auto& all = decision.options;
    std::sort(all.begin(), all.end(),
              [](const Option& a, const Option& b) { return key(a) < key(b); });
    put_notices_after_joint();
  }

  /// Lists whom to involve and lets the parties of agreements join; false: an agreement cannot be
  /// had.
  bool complete(Draw& draw) const {
    draw.option.involve = involve.of(draw.option.holders);
    return involve.agree(draw);
  }

  /// Two ways to the same holders by the same grant, or both implied, are one option.
  [[nodiscard]] bool listed(const Option& option) const {
    return std::any_of(decision.options.begin(), decision.options.end(), [&](const Option& other) {
      return other.grant == option.grant && other.holders == option.holders &&
             other.jointly == option.jointly && other.notice_months == option.notice_months &&
             other.depends_on == option.depends_on;
    });
  }

  /// Who may end a rule by notice comes beside the joint option and after it.
  void put_notices_after_joint() {
    auto& all = decision.options;
    const auto by_notice = [](const Option& o) { return o.notice_months.has_value(); };
    std::vector<Option> notices;
    std::copy_if(all.begin(), all.end(), std::back_inserter(notices), by_notice);
    if (notices.empty()) return;
    const auto is_joint = [&](const Option& o) {
      return o.implied && o.jointly > 1 && !by_notice(o);
    };
    if (std::none_of(all.begin(), all.end(), is_joint)) return;
    std::erase_if(all, by_notice);
    const auto joint = std::find_if(all.begin(), all.end(), is_joint);
    all.insert(joint + 1, notices.begin(), notices.end());
  }

  [[nodiscard]] Verdict verdict(Options& options) const {
    if (decision.options.empty()) {
      const bool barred = std::any_of(options.but_for_bars.begin(), options.but_for_bars.end(),
                                      [&](Draw& draw) { return complete(draw); });
      return barred ? Verdict::barred : Verdict::nobody;
    }
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
      switch (involve.row_of(one.involvement).how) {
        case How::recommend:
          add(decision.recommends);
          break;
        case How::inform:
          add(decision.informed);
          break;
        case How::consult:
        case How::discuss:
          add(decision.heard);
          break;
        case How::agree:
          break;
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
        const Element element = model.element(matter);
        if (std::get<Matter>(element.fields).appeal) {
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
                        std::set<std::pair<std::string, Index>>& asked, const Shared& shared) {
  const AuthorityQuestion& question = decision.question;
  std::vector<Index> matters = question.target == none ? question.concerns : std::vector<Index>{};
  if (question.target != none && model.kind(question.target) == Kind::matter)
    matters.push_back(question.target);
  for (const Index matter : matters) {
    const Element element = model.element(matter);
    for (const AlsoNeeded& also : std::get<Matter>(element.fields).also) {
      AuthorityQuestion besides = question;
      besides.power = also.power;
      besides.concerns.clear();
      besides.target = also.target.empty() ? matter : *model.find(also.target);
      if (!asked.insert({besides.power, besides.target}).second) continue;
      WhoDecides answer(model, besides, Extent::whole, shared);
      decision.also.push_back(std::move(answer.decision));
      answer_also(model, decision.also.back(), asked, shared);
    }
  }
}

}  // namespace regelgraf::detail

#ifndef REGELGRAF_DECLARATIONS_ONLY
namespace regelgraf {

REGELGRAF_INLINE Decision who_decides(const Model& model, const AuthorityQuestion& question) {
  detail::Workings workings;
  const detail::Shared shared{{}, workings.memory()};
  detail::WhoDecides answer(model, question, detail::Extent::whole, shared);
  std::set<std::pair<std::string, Index>> asked{{question.power, question.target}};
  detail::answer_also(model, answer.decision, asked, shared);
  return std::move(answer.decision);
}

}  // namespace regelgraf
#endif
