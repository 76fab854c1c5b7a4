#pragma once

/// @file
/// @brief DESIGN section 3: who decides, and may this actor.

#include <algorithm>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "displacement_by_definition.hpp"
#include "holders_by_definition.hpp"
#include "involvement_by_definition.hpp"

namespace regelgraf::reference {

/// All options of one case, sure and depending ones.
class Options {
 public:
  Options(const Case& the, const Displacement& displacement, bool bars_count = true)
      : the_(the), displacement_(displacement), bars_count_(bars_count) {
    for (const auto& [id, cover] : displacement.covering()) {
      const Displacement::Fate fate = displacement.fate(id);
      if (fate.stays) add_grant(id, fate.depends);
    }
    for (const Authority& authority : implied_authority(the)) {
      Option option;
      option.implied = true;
      option.notice_months = authority.notice_months;
      add(authority, option);
    }
    put_in_order();
  }

  [[nodiscard]] const std::vector<Option>& in_order() const { return options_; }
  /// "bars that surely take out a holder otherwise left"
  [[nodiscard]] const Names& barred_by() const { return barred_by_; }

 private:
  void add_grant(const std::string& id, const Names& depends) {
    const Grant& grant = *the_.world.find<Grant>(id);
    Option option;
    option.grant = id;
    option.chain = chain_of(the_.world, id);
    option.depends = depends;
    option.exceptional = grant.exceptional;
    option.over_distance = displacement_.over_distance(id);
    option.within_distance = displacement_.within_distance(id);
    add(authority_of_grant(the_, grant), option);
  }

  /// Every way to fill @p authority becomes an option like @p pattern.
  void add(const Authority& authority, const Option& pattern) {
    Seats left = seats_left(the_, authority.named);
    if (bars_count_ && !authority.party) left = without_barred(authority, pattern, left);
    for (const Combination& combination : combinations(the_, authority, left)) {
      Option option = pattern;
      Names holders, principals;
      for (const Seat& seat : combination.seats) {
        holders.insert(seat.holder);
        principals.insert(seat.principal);
        // "A holder that an unknown bar may take out stays listed, and the option depends on the
        // bar" (choice 18).
        if (bars_count_ && !authority.party)
          for (const std::string& bar : bars_against(the_, seat, Truth::unknown))
            option.depends.insert("n:" + bar);
      }
      if (pattern.implied && displacement_.takes_out_implied(principals, option.depends)) continue;
      option.holders.assign(holders.begin(), holders.end());
      option.jointly = static_cast<unsigned>(combination.jointly);
      if (!involve(the_, option, combination.seats)) continue;
      for (const std::string& holder : option.holders) {
        option.tier = std::max(option.tier, the_.world.actor(holder).tier);
        option.warned = option.warned || warned(the_, holder);
      }
      if (!already_listed(option)) options_.push_back(option);
    }
  }

  /// Takes the surely barred out and notes the bars, unless the whole option is taken out anyway.
  Seats without_barred(const Authority& authority, const Option& pattern, const Seats& left) {
    Seats free;
    const bool together = authority.jointly >= 2 || !authority.concur.empty();
    for (const Seat& seat : left) {
      const Names bars = bars_against(the_, seat, Truth::yes);
      if (bars.empty()) free.push_back(seat);
      Names with_him, ignored;
      for (const Seat& other : left)
        if (together || other.principal == seat.principal) with_him.insert(other.principal);
      if (pattern.implied && displacement_.takes_out_implied(with_him, ignored)) continue;
      barred_by_.insert(bars.begin(), bars.end());
    }
    return free;
  }

  /// Two ways to the same holders by the same grant (or both implied) are one option.
  [[nodiscard]] bool already_listed(const Option& option) const {
    return std::any_of(options_.begin(), options_.end(), [&](const Option& other) {
      return other.grant == option.grant && other.holders == option.holders &&
             other.jointly == option.jointly && other.notice_months == option.notice_months &&
             other.depends == option.depends;
    });
  }

  /// "Order of options: not exceptional first, then tier (joint: the farthest holder), longer
  /// chain, smaller over-distance, smaller within-distance, id." The notice of a rule comes "beside
  /// a joint option and after it".
  void put_in_order() {
    const auto place = [](const Option& o) {
      return std::tuple(o.exceptional, o.tier, -static_cast<long>(o.chain.size()), o.over_distance,
                        o.within_distance, o.grant, o.holders);
    };
    std::sort(options_.begin(), options_.end(),
              [&](const Option& a, const Option& b) { return place(a) < place(b); });
    const auto joint = [&] {
      return std::find_if(options_.begin(), options_.end(), [](const Option& o) {
        return o.implied && o.jointly >= 2 && !o.notice_months;
      });
    };
    if (joint() == options_.end()) return;
    const auto by_notice = [](const Option& o) { return o.notice_months.has_value(); };
    std::vector<Option> notices;
    std::copy_if(options_.begin(), options_.end(), std::back_inserter(notices), by_notice);
    std::erase_if(options_, by_notice);
    if (!notices.empty()) options_.insert(joint() + 1, notices.begin(), notices.end());
  }

  const Case& the_;
  const Displacement& displacement_;
  bool bars_count_;
  std::vector<Option> options_;
  Names barred_by_;
};

/// "that of the first option: `conditional` if it depends on something, else `joint`, else
/// `residual` (its grant is the general competence), else `competent`."
inline std::string verdict_of(const Case& the, const Option& first) {
  if (!first.depends.empty()) return "conditional";
  if (first.jointly >= 2) return "joint";
  const auto* grant = the.world.find<Grant>(first.grant);
  return grant && grant->residual ? "residual" : "competent";
}

/// The tests of a near miss that @p actor fails as a holder of @p id, in the order in which DESIGN
/// names them.
inline std::vector<std::string> failing_tests(const Case& the, const Displacement& displacement,
                                              const std::string& id, const std::string& actor) {
  const Element& element = the.world.element(id);
  const Ids chain = chain_of(the.world, id);
  const bool own_period = element.valid.holds(the.question.date);
  std::vector<std::string> failing;
  const auto test = [&](const char* kind, bool passed) {
    if (!passed) failing.push_back(kind);
  };
  test("lapse", (the.stands.contains(id) || !own_period) && the.stands.contains(actor));
  test("date", own_period);
  bool chain_covers = chain_allows(the.world, chain);
  for (const std::string& link : chain) {
    const Grant& grant = *the.world.find<Grant>(link);
    chain_covers =
        chain_covers && names_power(the, grant) && (link == id || reach_of_grant(the, grant));
  }
  test("chain", chain_covers);
  test("unit", covers_place(the, chain).value != Truth::no);
  test("condition", covers_conditions(the, chain).value != Truth::no);
  test("disqualification", is_free(the, actor));
  test("bar", bars_against(the, {actor, actor}, Truth::yes).empty());
  if (displacement.covering().contains(id)) {
    const Displacement::Fate fate = displacement.fate(id);
    test("exclusive", fate.stays || !fate.taken_by_exclusive);
    test("special", fate.stays || fate.taken_by_exclusive);
  }
  return failing;
}

/// "Per actor that some grant points at in vain, the grant matching actor, power and target with
/// the fewest failing tests, and the first of" them. Where the actor himself fails none, another
/// holder that had to join him does.
inline std::map<std::string, NearMiss> near_misses(const Case& the,
                                                   const Displacement& displacement,
                                                   const std::vector<Option>& options) {
  Names listed;
  for (const Option& option : options) listed.insert(option.holders.begin(), option.holders.end());
  std::map<std::string, NearMiss> result;
  for (const auto& [id, element] : the.world.elements) {
    const auto* grant = std::get_if<Grant>(&element.fields);
    if (!grant || !names_power(the, *grant)) continue;
    for (const std::string& actor : holders_named(the, *grant)) {
      if (listed.contains(actor) || !reach_of_holder(the, *grant, actor)) continue;
      std::vector<std::string> failing = failing_tests(the, displacement, id, actor);
      NearMiss miss{id, "disqualification", static_cast<unsigned>(failing.size())};
      for (const std::string& other : holders_named(the, *grant))
        if (failing.empty()) failing = failing_tests(the, displacement, id, other);
      if (!failing.empty()) miss.kind = failing.front();
      const auto known = result.find(actor);
      if (known == result.end() || miss.failing < known->second.failing) result[actor] = miss;
    }
  }
  return result;
}

inline Decision who_decides(const World& world, const Question& question) {
  const Case the(world, question);
  const Displacement displacement(the);
  const Options options(the, displacement);
  Decision decision;
  decision.options = options.in_order();
  decision.barred_by.assign(options.barred_by().begin(), options.barred_by().end());
  // "Without options: `barred` if there would be one but for the bars, else `nobody`."
  if (!decision.options.empty())
    decision.verdict = verdict_of(the, decision.options.front());
  else if (!Options(the, displacement, false).in_order().empty())
    decision.verdict = "barred";
  else
    decision.verdict = "nobody";
  // "recommends, informed, heard [...] are the first option's, those that depend included; without
  // options, those that apply to the question." The option's own holders: those no agreement added.
  std::vector<Applying> involved = applying(the, {});
  if (!decision.options.empty()) {
    involved.clear();
    for (const Involved& i : decision.options.front().involve)
      involved.push_back(
          {i.involvement, i.body, i.depends, world.find<Involvement>(i.involvement)});
  }
  decision.recommends = bodies(involved, {How::recommend});
  decision.informed = bodies(involved, {How::inform});
  decision.heard = bodies(involved, {How::consult, How::discuss});
  decision.near_misses = near_misses(the, displacement, decision.options);
  return decision;
}

/// "Where a unit is the holder and the actor asked about lies below it, with nothing recorded
/// between them": no actor strictly between is a holder of a standing grant that names the power
/// and reaches the target (choice 22).
inline bool internal_distribution(const Case& the, const std::string& actor,
                                  const std::string& holder) {
  const auto steps = the.world.steps_in_organisation(actor, holder);
  if (the.world.actor(holder).form != Form::unit || !steps || *steps == 0) return false;
  const Ids up = the.world.upward(actor);
  for (unsigned at = 1; at < *steps; ++at)
    for (const std::string& id : the.stands) {
      const auto* grant = the.world.find<Grant>(id);
      if (grant && names_power(the, *grant) && holders_named(the, *grant).contains(up[at]) &&
          reach_of_holder(the, *grant, up[at]))
        return false;
    }
  return true;
}

/// "`may` is true only where the actor suffices alone with nothing unknown; `depends` with `with`
/// where others must concur, or with the conditions, or internal distribution; else false."
inline May may(const World& world, const std::string& asked, const Question& question) {
  const std::string actor = world.actual(asked);
  if (!world.find<Actor>(actor)) return {"false", "unknown"};
  const Case the(world, question);
  const Decision decision = who_decides(world, question);
  // "An actor acts as itself and as the posts it `holds`", while it stands and is free.
  Names as{actor};
  for (const std::string& post : world.actor(actor).holds) as.insert(post);
  Names free;
  for (const std::string& capacity : as)
    if (the.stands.contains(actor) && is_free(the, actor) && the.stands.contains(capacity) &&
        is_free(the, capacity))
      free.insert(capacity);

  std::vector<Option> own;
  for (const Option& option : decision.options)
    for (const std::string& holder : option.holders)
      if (free.contains(holder)) {
        own.push_back(option);
        break;
      }
  for (const Option& option : own)
    if (option.jointly == 1 && option.depends.empty())
      return {"true", option.notice_months ? "notice" : option.implied ? "implied" : "grant"};
  if (!own.empty()) return {"depends", own.front().jointly >= 2 ? "with" : "condition"};
  // "an unknown one makes the option depend, and `may` of its body is `depends`"
  for (const Option& option : decision.options)
    for (const Involved& i : option.involve) {
      const Involvement* fields = world.find<Involvement>(i.involvement);
      if (asks_for_agreement({i.involvement, i.body, i.depends, fields}) && i.depends &&
          free.contains(i.body))
        return {"depends", "condition"};
    }
  for (const Option& option : decision.options)
    for (const std::string& holder : option.holders)
      for (const std::string& capacity : free)
        if (internal_distribution(the, capacity, holder)) return {"depends", "internal"};

  std::optional<NearMiss> nearest;
  for (const std::string& capacity : as)
    if (const auto miss = decision.near_misses.find(capacity); miss != decision.near_misses.end())
      if (!nearest || std::tie(miss->second.failing, miss->second.grant) <
                          std::tie(nearest->failing, nearest->grant))
        nearest = miss->second;
  return {"false", nearest ? nearest->kind : "none"};
}

}  // namespace regelgraf::reference
