#pragma once

// The same options, seen from one actor.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <tuple>
#include <utility>
#include <vector>

#include <regelgraf/detail/inline.hpp>
#include <regelgraf/detail/sure_permission.hpp>
#include <regelgraf/detail/who_decides.hpp>
#include <regelgraf/may.hpp>

namespace regelgraf::detail {

/// One actor's place in an answered question.
class MayAnswer {
 public:
  MayAnswer(const Model& model, Index actor, const AuthorityQuestion& question,
            const Shared& shared = {})
      : model_(model),
        actor_(actor),
        acts_as_(as_whom(model, actor)),
        answer_(model, question, Extent::options, shared, acts_as_) {}

  /// How many grants, involvements and bars may reach the target.
  [[nodiscard]] std::size_t looked_at() const {
    const Inquiry& in = answer_.inquiry;
    return in.grants.size() + in.involvements.size() + in.bars.size();
  }

  May run() {
    if (!free(actor_)) return why_not();
    for (const Option& option : answer_.decision.options) judge(option);
    if (may_.may == Permission::no)
      for (const Option& option : answer_.decision.options) judge_perhaps_party(option);
    if (may_.may == Permission::no) judge_internal();
    if (may_.may == Permission::no) return why_not();
    return std::move(may_);
  }

 private:
  /// The actor and the posts it holds.
  static std::vector<Index> as_whom(const Model& model, Index actor) {
    if (actor >= model.size())
      throw Error(Errc::unknown_element, "no such element in this model", "actor");
    std::vector<Index> all{actor};
    if (model.kind(actor) == Kind::actor) {
      const auto posts = model.actor(actor).holds;
      all.insert(all.end(), posts.begin(), posts.end());
    }
    return all;
  }

  [[nodiscard]] bool is_me(Index i) const {
    return std::find(acts_as_.begin(), acts_as_.end(), i) != acts_as_.end();
  }

  void raise(Permission permission, Because because) {
    if (permission <= may_.may) return;
    may_.may = permission;
    may_.because = std::move(because);
  }

  void judge(const Option& option) {
    const auto me = std::find_if(option.holders.begin(), option.holders.end(),
                                 [&](Index i) { return is_me(i); });
    if (me == option.holders.end()) return;
    may_.options.push_back(option);
    Because because;
    because.element = option.grant;
    if (option.jointly > 1) {
      because.kind = Because::Kind::with;
      for (const Index i : option.holders)
        if (!is_me(i)) because.with.push_back(i);
      because.depends_on = option.depends_on;
      raise(Permission::depends, std::move(because));
    } else if (!option.depends_on.empty()) {
      because.kind = Because::Kind::condition;
      because.depends_on = option.depends_on;
      raise(Permission::depends, std::move(because));
    } else if (option.notice_months) {
      because.kind = Because::Kind::notice;
      because.months = option.notice_months;
      raise(Permission::yes, std::move(because));
    } else {
      because.kind = option.implied ? Because::Kind::implied : Because::Kind::grant;
      raise(Permission::yes, std::move(because));
    }
  }

  /// The body of an `agree` that may apply: a party if it does.
  void judge_perhaps_party(const Option& option) {
    for (const Involved& involved : option.involve) {
      const InvolvementRow& row = answer_.involve.row_of(involved.involvement);
      if (involved.depends_on.empty() || involved.body == none || !is_me(involved.body) ||
          row.how != How::agree || row.timing != Timing::before)
        continue;
      Because because;
      because.kind = Because::Kind::condition;
      because.element = involved.involvement;
      for (const Unknown& unknown : involved.depends_on)
        because.depends_on.push_back({{unknown}, false, none});
      raise(Permission::depends, std::move(because));
    }
  }

  /// A unit above holds the authority and nothing is recorded in between.
  void judge_internal() {
    for (const Option& option : answer_.decision.options)
      for (const Index unit : option.holders)
        for (const Index me : acts_as_) {
          if (unit == me || model_.form(unit) != Form::unit || !free(me) ||
              !model_.at_or_below(me, unit) || recorded_between(me, unit))
            continue;
          may_.options.push_back(option);
          Because because;
          because.kind = Because::Kind::internal;
          because.element = unit;
          because.depends_on = option.depends_on;
          raise(Permission::depends, std::move(because));
          return;
        }
  }

  [[nodiscard]] bool free(Index actor) const {
    return answer_.inquiry.stands(actor) && !answer_.holders.gone(actor);
  }

  [[nodiscard]] bool recorded_between(Index below, Index unit) const {
    for (Index i = model_.part_of(below); i != none && i != unit; i = model_.part_of(i))
      for (std::size_t g = 0; g < answer_.grants.size(); ++g) {
        const GrantTest& test = answer_.grants.test_of(g);
        const GrantRow& grant = answer_.grants.row(g);
        if (!test.stands || !answer_.inquiry.names_power(grant)) continue;
        const auto named = answer_.holders.named(grant);
        if (std::binary_search(named.begin(), named.end(), i) && answer_.grants.reaches(grant, i))
          return true;
      }
    return false;
  }

  /// The near miss with the fewest failing tests, of the actor or a post it holds.
  May why_not() {
    const std::vector<NearMiss> misses =
        NearMisses(answer_.inquiry, answer_.holders, answer_.grants)
            .run(answer_.decision.options, &acts_as_);
    const NearMiss* nearest = nullptr;
    for (const NearMiss& miss : misses)
      if (!nearest ||
          std::tie(miss.failing, miss.grant) < std::tie(nearest->failing, nearest->grant))
        nearest = &miss;
    if (nearest) may_.because = nearest->because;
    return std::move(may_);
  }

  const Model& model_;
  const Index actor_;
  const std::vector<Index> acts_as_;
  WhoDecides answer_;
  May may_;
};

}  // namespace regelgraf::detail

#ifndef REGELGRAF_DECLARATIONS_ONLY
namespace regelgraf {

REGELGRAF_INLINE May may(const Model& model, Index actor, const AuthorityQuestion& question) {
  detail::Workings workings;
  return detail::MayAnswer(model, actor, question, {{}, workings.memory()}).run();
}

REGELGRAF_INLINE Permission permission(const Model& model, Index actor,
                                       const AuthorityQuestion& question) {
  {
    detail::Workings workings;
    const detail::Shared shared{{}, workings.memory()};
    if (const auto sure = detail::SurePermission(model, actor, question, shared).run())
      return *sure;
  }
  return may(model, actor, question).may;
}

}  // namespace regelgraf
#endif
