// What check() finds amiss with authority, against the reference evaluator on random models. They
// are made awkward here: limits that miss each other, bars against holders, holders who are gone.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <regelgraf/check.hpp>

#include "reference/check_authority_by_definition.hpp"
#include "support/build.hpp"
#include "support/frozen.hpp"
#include "support/hold_together.hpp"
#include "support/random_draws.hpp"
#include "support/random_model.hpp"
#include "support/random_scope.hpp"

namespace regelgraf::test {
namespace {

/// In the order in which check() has them.
const std::vector<std::string>& codes_of_authority() {
  static const std::vector<std::string> codes{"barred_grant",  "exclusive_overlap", "limit_gap",
                                              "limit_overlap", "nobody_decides",    "lost_holder",
                                              "expired_grant", "same_person",       "old_edition"};
  return codes;
}

/// A random draft with more of what check() looks for. New elements are named `q...`, the
/// successors of grants `n...`.
class Awkward {
 public:
  Awkward(const Draft& draft, std::uint64_t seed)
      : draws_(seed ^ 0xa3d), layers_(draft.layers()), elements_(draft.elements()) {}

  Draft run() {
    forget_everything_entries();
    lone_matters();
    national();
    if (draws_.chance(70)) limits();
    if (draws_.chance(60)) exclusive();
    if (draws_.chance(60)) bars();
    if (draws_.chance(50)) persons();
    if (draws_.chance(50)) terms();
    editions();
    for (Element& e : elements_) speak_in_some_case(e);
    return draft_of(layers_, elements_);
  }

 private:
  [[nodiscard]] std::uint32_t own() const { return static_cast<std::uint32_t>(layers_.size()) - 1; }
  std::string add(Element e, const std::string& id, std::uint32_t layer) {
    e.id = id;
    e.layer = layer;
    elements_.push_back(std::move(e));
    return id;
  }
  std::string add(Element e) { return add(std::move(e), "q" + std::to_string(++made_), own()); }

  /// Whoever has another's name counts for him; so nobody comes twice into a list.
  [[nodiscard]] Ids of(Kind kind, std::uint32_t up_to_layer) const {
    reference::Names taken;
    for (const Element& e : elements_)
      if (const auto* actor = std::get_if<Actor>(&e.fields); actor && !actor->is.empty())
        taken.insert(actor->is);
    Ids ids;
    for (const Element& e : elements_)
      if (e.kind() == kind && e.layer <= up_to_layer &&
          (up_to_layer < own() || !taken.contains(e.id)))
        ids.push_back(e.id);
    return ids;
  }
  [[nodiscard]] Ids of(Kind kind) const { return of(kind, own()); }

  /// A grant over everything leaves no matter to nobody.
  void forget_everything_entries() {
    if (!draws_.chance(50)) return;
    for (Element& e : elements_) {
      auto* grant = std::get_if<Grant>(&e.fields);
      if (!grant || grant->residual) continue;
      for (OverEntry& entry : grant->over)
        if (entry.id == "*") entry.id = draws_.one_of(of(Kind::matter, e.layer));
      // Lists name nothing twice.
      reference::keep_first_of_each(grant->over, [](const OverEntry&) { return false; });
    }
  }

  void lone_matters() {
    for (std::size_t left = draws_.below(3); left > 0; --left)
      add(matter("", draws_.some_of(of(Kind::matter), draws_.below(2))));
  }

  Condition bound(const std::string& fact) {
    static const std::vector<Op> ops{Op::lt, Op::le, Op::le, Op::gt, Op::gt, Op::ge, Op::eq};
    return {fact, draws_.one_of(ops), {static_cast<double>(draws_.between(1, 5))}, {}};
  }
  /// `amount` goes by another name where a head declares one.
  std::string called(const std::string& fact) {
    for (const Head& head : layers_)
      for (const Fact& declared : head.facts)
        if (declared.name == fact && !declared.aliases.empty() && draws_.chance(40))
          return draws_.one_of(declared.aliases);
    return fact;
  }
  OverEntry entry(std::uint32_t layer) {
    OverEntry entry;
    const std::size_t form = draws_.below(10);
    if (form < 6)
      entry.id = draws_.one_of(of(Kind::matter, layer));
    else if (form < 7)
      entry.id = draws_.one_of(of(Kind::rule, layer));
    else if (form < 8)
      entry.id = "*";
    else
      entry.matter = draws_.one_of(of(Kind::matter, layer));
    if (form == 9)
      entry.instrument = draws_.one_of<Instrument>({Instrument::practice, Instrument::procedure});
    return entry;
  }
  Element given(const Ids& powers, const OverEntry& entry, const std::string& from,
                std::uint32_t layer) {
    Grant g;
    g.powers = powers;
    g.over = {entry};
    g.from = from;
    g.redelegable = redelegable_without_end;
    for (std::string& id : draws_.some_of(of(Kind::actor, layer), draws_.chance(70) ? 1 : 2))
      g.to.push_back({std::move(id), false});
    if (draws_.chance(12)) g.to.push_back({{}, true});
    return make("", g);
  }
  /// What ends a row before its time, or keeps it out of the comparison.
  void sometimes_out(Element& e) {
    auto& grant = fields<Grant>(e);
    if (draws_.chance(6)) grant.exceptional = true;
    if (draws_.chance(5)) grant.residual = true;
    if (draws_.chance(5)) e.status = Status::repealed;
    if (draws_.chance(5)) e.valid.to = boundary(draws_.below(4));
  }
  std::string maybe_from(unsigned percent, std::uint32_t layer) {
    const Ids grants = of(Kind::grant, layer);
    return grants.empty() || !draws_.chance(percent) ? std::string() : draws_.one_of(grants);
  }

  /// What a national layer says of authority; the random one has actors, a matter and a rule.
  void national() {
    if (own() == 0 || !draws_.chance(70)) return;
    const OverEntry over = entry(0);
    for (int left = 2; left > 0; --left) {
      Element e = given({draws_.chance(70) ? "decide" : "*"}, over, {}, 0);
      fields<Grant>(e).exclusive = draws_.chance(50);
      if (draws_.chance(40)) fields<Grant>(e).conditions = {bound("size")};
      add(std::move(e), "dk:q" + std::to_string(left), 0);
    }
    if (draws_.chance(60)) add(bar("", {"decide"}, {over.id.empty() ? "*" : over.id}), "dk:q3", 0);
  }

  /// Rows of one table, each up to its own limit.
  void limits() {
    const OverEntry over = entry(own());
    const Ids powers{draws_.chance(80) ? "decide" : draws_.chance(50) ? "*" : "sign"};
    const std::string from = maybe_from(70, own());
    const Ids within = draws_.some_of(of(Kind::actor), draws_.chance(30) ? 1 : 0);
    for (std::size_t left = draws_.between(2, 5); left > 0; --left) {
      Element e = given(powers, over, draws_.chance(95) ? from : "", own());
      auto& grant = fields<Grant>(e);
      const std::string fact = draws_.chance(90) ? "amount" : "size";
      if (draws_.chance(92)) grant.conditions.push_back(bound(called(fact)));
      if (draws_.chance(35)) grant.conditions.push_back(bound(called(fact)));
      if (draws_.chance(4)) grant.conditions.push_back(bound("size"));
      if (draws_.chance(90)) grant.within = within;
      if (draws_.chance(10)) grant.powers.push_back("repeal");
      if (draws_.chance(10))
        if (const OverEntry other = entry(own()); other != over) grant.over.push_back(other);
      sometimes_out(e);
      add(std::move(e));
    }
  }

  void exclusive() {
    const OverEntry over = entry(own());
    for (std::size_t left = draws_.between(2, 3); left > 0; --left) {
      Element e = given({draws_.chance(70) ? "decide" : "*"}, over, maybe_from(40, own()), own());
      auto& grant = fields<Grant>(e);
      grant.exclusive = true;
      while (grant.conditions.size() < 3 && draws_.chance(45))
        grant.conditions.push_back(draws_.chance(75)
                                       ? bound(draws_.chance(70) ? called("amount") : "size")
                                       : Condition{"principled", Op::eq, {draws_.chance(50)}, {}});
      if (draws_.chance(40)) grant.within = draws_.some_of(of(Kind::actor), draws_.between(1, 2));
      sometimes_out(e);
      add(std::move(e));
    }
  }

  /// Bars on just what grants give, some against just whom they give it to.
  void bars() {
    for (std::size_t left = draws_.between(1, 2); left > 0; --left) {
      const std::string id = draws_.one_of(of(Kind::grant));
      const Element chosen = *std::find_if(elements_.begin(), elements_.end(),
                                           [&](const Element& e) { return e.id == id; });
      const Grant& grant = std::get<Grant>(chosen.fields);
      Bar bar;
      bar.powers = draws_.some_of(grant.powers, draws_.between(1, grant.powers.size()));
      bar.over = draws_.some_of(grant.over, draws_.between(1, grant.over.size()));
      if (draws_.chance(60))
        for (const Holder& holder : grant.to)
          if (!holder.leader_of_unit && draws_.chance(85)) bar.against.push_back(named(holder.id));
      reference::keep_first_of_each(bar.against, [](const ActorPattern&) { return false; });
      if (draws_.chance(10)) bar.against.push_back({std::string("decider"), true});
      if (draws_.chance(15)) bar.only.push_back({draws_.one_of(of(Kind::actor)), false});
      if (draws_.chance(25)) bar.conditions.push_back(bound(called("amount")));
      if (draws_.chance(20))
        bar.conditions.push_back({"principled", Op::eq, {draws_.chance(50)}, {}});
      if (draws_.chance(15)) bar.within = draws_.some_of(of(Kind::actor), 1);
      add(make("", bar));
    }
  }
  /// The holder by its id, its tier or its form.
  ActorPattern named(const std::string& id) {
    for (const Element& e : elements_)
      if (const auto* actor = std::get_if<Actor>(&e.fields); actor && e.id == id) {
        if (draws_.chance(30)) return {actor->tier, false};
        if (draws_.chance(20)) return {actor->form, false};
      }
    return {id, false};
  }

  /// One person in several of the posts that a grant asks for.
  void persons() {
    for (Element& e : elements_) {
      auto* grant = std::get_if<Grant>(&e.fields);
      if (!grant || grant->to.size() < 2) continue;
      if (grant->concur.empty() && draws_.chance(40)) grant->jointly.count = 2;
      if (!draws_.chance(50)) continue;
      Element person = actor("", Tier::frontline, Form::person);
      for (const Holder& holder : grant->to)
        if (!holder.leader_of_unit && draws_.chance(80))
          fields<Actor>(person).holds.push_back(holder.id);
      if (draws_.chance(10)) person.status = Status::repealed;
      new_persons_.push_back(std::move(person));
    }
    for (Element& person : new_persons_) add(std::move(person));
  }

  /// Grants past their end, some with another after them that gives the same, or nearly.
  void terms() {
    std::vector<Element> after;
    for (Element& e : elements_) {
      if (e.kind() != Kind::grant || !draws_.chance(20)) continue;
      const Element next = e;
      e.status = draws_.chance(90) ? Status::in_force : Status::repealed;
      e.valid.to = boundary(draws_.below(4));
      if (e.valid.from && *e.valid.to <= *e.valid.from) e.valid.from.reset();
      if (draws_.chance(50)) after.push_back(next);
    }
    for (Element& e : after) {
      auto& grant = fields<Grant>(e);
      draws_.shuffle(grant.powers);
      draws_.shuffle(grant.over);
      draws_.shuffle(grant.to);
      if (draws_.chance(20)) grant.conditions = {bound("amount")};
      if (draws_.chance(10)) grant.within = draws_.some_of(of(Kind::actor), 1);
      if (draws_.chance(10)) grant.powers.push_back("q-power");
      const bool to_leader = std::any_of(grant.to.begin(), grant.to.end(),
                                         [](const Holder& h) { return h.leader_of_unit; });
      if (!to_leader && draws_.chance(15)) grant.to.push_back({{}, true});
      const std::uint32_t layer = e.layer;
      add(std::move(e), (layer < own() ? "dk:n" : "n") + std::to_string(++made_), layer);
    }
  }

  void editions() {
    static const Ids days{"2019-01-01", "2025-06-01", "2025-07-01", "2025-07-01", "den seneste"};
    Ids grounds = of(Kind::rule, 0);
    const Ids grants = of(Kind::grant, 0);
    grounds.insert(grounds.end(), grants.begin(), grants.end());
    for (Element& e : elements_) {
      if (draws_.chance(own() > 0 ? 60 : 10)) e.source.make().edition = draws_.one_of(days);
      if (own() == 0 || e.layer < own()) continue;
      if (e.kind() != Kind::rule && e.kind() != Kind::grant) continue;
      for (int left = 2; left > 0; --left)
        if (draws_.chance(35)) e.basis.push_back(any(draws_.some_of(grounds, 2)));
    }
  }

  /// A fact that a grant fixes it fixes once: else there is no case in which it speaks.
  void speak_in_some_case(Element& e) const {
    auto* grant = std::get_if<Grant>(&e.fields);
    if (!grant) return;
    reference::Names fixed;
    std::erase_if(grant->conditions, [&](const Condition& c) {
      std::string name = c.fact;
      for (const Head& head : layers_)
        for (const Fact& fact : head.facts)
          if (reference::as_set(fact.aliases).contains(name)) name = fact.name;
      return c.op == Op::eq && !fixed.insert(name).second;
    });
  }

  Draws draws_;
  std::vector<Head> layers_;
  std::vector<Element> elements_;
  std::vector<Element> new_persons_;
  unsigned made_ = 0;
};

std::string lines(const Ids& all) {
  std::string text;
  for (const std::string& one : all) text += one + "\n";
  return text;
}

/// The editions, which a printed model does not have.
std::string editions(const Draft& draft) {
  std::string text;
  for (const Element& e : draft.elements())
    if (e.source) text += "edition of " + e.id + ": " + e.source->edition + "\n";
  return text;
}

bool is_of_authority(const Finding& finding) {
  const Ids& codes = codes_of_authority();
  return std::find(codes.begin(), codes.end(), finding.code) != codes.end();
}

/// The findings about authority, as check() has them.
std::vector<Finding> found(const Model& model, std::optional<Day> date) {
  std::vector<Finding> findings = check(model, date);
  std::erase_if(findings, [](const Finding& one) { return !is_of_authority(one); });
  return findings;
}

std::string line_of(const Finding& one) {
  std::string line =
      one.code + " " + std::string(to_text(one.severity)) + " " + one.element + " " + one.field;
  for (const std::string& other : one.elements) line += " " + other;
  return line;
}

Draft a_draft(std::uint64_t seed) {
  ModelOptions options;
  options.focus = seed % 3 == 0 ? Focus::mixed : Focus::authority;
  options.elements = static_cast<unsigned>(9 + seed % 8);
  options.layers_percent = 40;
  return Awkward(random_draft(seed, options), seed).run();
}

TEST(CheckAuthorityAgainstReference, FindsWhatTheDefinitionSays) {
  std::map<std::string, std::size_t> times;  // of each code, and of those that come in two weights
  std::size_t dated = 0, undated = 0, layered = 0;
  for (std::uint64_t n = 0; n < models(4000); ++n) {
    const std::uint64_t seed = first_seed() + n;
    SCOPED_TRACE("seed " + std::to_string(seed));
    const Draft draft = a_draft(seed);
    const std::optional<Day> date = random_removal(draft, seed).date;
    ++(date ? dated : undated);
    layered += draft.layers().size() > 1;
    hold_together(draft, "check" + (date ? " date " + to_text(*date) : std::string()),
                  [&](const Draft& d) -> std::optional<std::string> {
                    const reference::World world(d);
                    const Model model = model_of(d);
                    Ids engine;
                    for (const Finding& one : found(model, date)) {
                      engine.push_back(line_of(one));
                      ++times[one.code];
                      ++times[one.code + " " + std::string(to_text(one.severity))];
                    }
                    std::sort(engine.begin(), engine.end());
                    const auto own = static_cast<std::uint32_t>(d.layers().size() - 1);
                    const reference::Found said = reference::check_authority(world, own, date);
                    const Ids meant(said.begin(), said.end());
                    std::optional<std::string> apart = told_apart(lines(meant), lines(engine));
                    if (apart && apart->find("old_edition") != std::string::npos)
                      *apart += editions(d);
                    return apart;
                  });
    if (HasFatalFailure()) return;
  }
  for (const std::string& code : codes_of_authority()) {
    EXPECT_GT(times[code], models(4000) / 100) << code << " was hardly tried";
    RecordProperty(code, std::to_string(times[code]));
  }
  for (const char* both : {"barred_grant", "exclusive_overlap", "nobody_decides"})
    for (const char* weight : {" warning", " note"})
      EXPECT_GT(times[both + std::string(weight)], models(4000) / 200) << both << weight;
  EXPECT_GT(dated, 0U);
  EXPECT_GT(undated, 0U);
  EXPECT_GT(layered, 0U);
}

/// "in the order of this list and within a code by `element`, then field"
TEST(CheckAuthorityAgainstReference, FindsItInOrder) {
  const auto place = [](const Finding& one) {
    const Ids& codes = codes_of_authority();
    return std::tuple(std::find(codes.begin(), codes.end(), one.code), one.element, one.field);
  };
  for (std::uint64_t n = 0; n < models(1000); ++n) {
    const std::uint64_t seed = first_seed() + n;
    SCOPED_TRACE("seed " + std::to_string(seed));
    const Draft draft = a_draft(seed);
    const std::optional<Day> date = random_removal(draft, seed).date;
    hold_together(draft, "check", [&](const Draft& d) -> std::optional<std::string> {
      std::vector<Finding> findings = found(model_of(d), date);
      Ids before, after;
      for (const Finding& one : findings) before.push_back(line_of(one));
      std::stable_sort(findings.begin(), findings.end(),
                       [&](const Finding& a, const Finding& b) { return place(a) < place(b); });
      for (const Finding& one : findings) after.push_back(line_of(one));
      return told_apart(lines(after), lines(before));
    });
    if (HasFatalFailure()) return;
  }
}

}  // namespace
}  // namespace regelgraf::test
