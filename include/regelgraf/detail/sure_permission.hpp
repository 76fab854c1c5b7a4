#pragma once

// Yes, no or depends without drawing up options, where the answer is plain.

#include <algorithm>
#include <cstdint>
#include <memory_resource>
#include <optional>
#include <span>
#include <vector>

#include <regelgraf/detail/grants.hpp>
#include <regelgraf/detail/relevant_grants.hpp>
#include <regelgraf/may.hpp>

namespace regelgraf::detail {

/// The plain cases of may(): nobody disqualified or absent, nobody who must act with others, no
/// unit above the actor that holds the authority. The others are left to MayAnswer, which this must
/// agree with.
class SurePermission {
 public:
  SurePermission(const Model& model, Index actor, const AuthorityQuestion& question,
                 const Shared& shared)
      : model_(model), actor_(actor), in_(model, question, shared) {}

  /// Empty: not plain.
  std::optional<Permission> run() const {
    if (model_.kind(actor_) != Kind::actor || !in_.question.disqualified.empty() ||
        !in_.question.absent.empty())
      return std::nullopt;
    if (!in_.stands(actor_)) return Permission::no;
    if (in_.may_make_parties()) return std::nullopt;
    std::pmr::vector<Index> acts_as({actor_}, in_.memory);
    const auto posts = model_.actor(actor_).holds;
    acts_as.insert(acts_as.end(), posts.begin(), posts.end());
    const RelevantGrants relevant(in_, acts_as);
    if (relevant.none_names()) return Permission::no;

    const Holders holders(in_);
    const Grants grants(in_, holders, relevant.places());
    Judged judged;
    for (const Index me : acts_as) judge(me, holders, grants, judged);
    if (judged.may == Permission::yes || judged.plain) return judged.may;
    return std::nullopt;
  }

 private:
  /// The greatest permission found, and whether there can be no greater.
  struct Judged {
    Permission may = Permission::no;
    bool plain = true;
    void raise(Permission permission) { may = std::max(may, permission); }
  };

  /// As the actor itself or as one post.
  void judge(Index me, const Holders& holders, const Grants& grants, Judged& judged) const {
    const Holders::Hit hit = holders.hit({me, me});
    const bool barred = !hit.surely.empty() || !in_.stands(me);
    const auto option = [&](bool depends) {
      if (!barred)
        judged.raise(depends || !hit.perhaps.empty() ? Permission::depends : Permission::yes);
    };
    for (const std::size_t g : grants.covering()) {
      const GrantTest& test = grants.test_of(g);
      const GrantRow& grant = grants.row(g);
      if (test.stays == Truth::no) continue;
      judged.plain = judged.plain && !holds_above(grant, me);
      if (!holders.names(grant, me)) continue;
      if (grant.jointly > 1 || !grant.concur.empty())
        judged.plain = false;
      else if (grants.reaches(grant, me))
        option(test.stays == Truth::unknown);
    }
    if (!in_.by_making) return;
    if (!in_.is_rule) {
      judged.plain = judged.plain && model_.kind(in_.question.target) < Kind::grant;
    } else if (in_.joint_issuers() > 1 || in_.issuers().empty() || exclusive(grants)) {
      judged.plain = false;
    } else {
      for (const Index issuer : in_.issuers()) {
        if (!in_.stands(issuer)) continue;
        for (Index maker = issuer; maker != none; maker = model_.part_of(maker)) {
          if (maker == me)
            option(false);
          else if (is_unit_above(maker, me))
            judged.plain = false;
        }
      }
    }
  }

  static bool exclusive(const Grants& grants) {
    const auto covering = grants.covering();
    return std::any_of(covering.begin(), covering.end(),
                       [&](std::size_t g) { return grants.row(g).exclusive; });
  }

  [[nodiscard]] bool is_unit_above(Index unit, Index me) const {
    return unit != me && model_.form(unit) == Form::unit && model_.at_or_below(me, unit);
  }
  [[nodiscard]] bool holds_above(const GrantRow& grant, Index me) const {
    if (grant.to_leader) return true;  // who that is may be a unit too
    return std::any_of(grant.to.begin(), grant.to.end(),
                       [&](Index holder) { return is_unit_above(holder, me); });
  }

  const Model& model_;
  const Index actor_;
  const Inquiry in_;
};

}  // namespace regelgraf::detail
