#include "generate.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "support/build.hpp"
#include "support/random_draws.hpp"

namespace regelgraf::bench {
namespace {

/// What is generated: the layers of rules from the top, then the other kinds.
enum Layer : std::size_t {
  act,
  order,
  policy,
  guideline,
  procedure,
  routine,
  task,
  duty,
  goal,
  matter,
  actor,
  grant,
  involvement,
  bar,
  layers
};

struct Share {
  const char* word;
  unsigned per_thousand;  ///< 0: what is left.
};

constexpr std::array<Share, layers> shares{{{"lov", 10},
                                            {"bekendtgoerelse", 40},
                                            {"politik", 70},
                                            {"retningslinje", 130},
                                            {"arbejdsgang", 250},
                                            {"rutine", 0},
                                            {"opgave", 80},
                                            {"pligt", 40},
                                            {"maal", 10},
                                            {"emne", 30},
                                            {"enhed", 30},
                                            {"bemyndigelse", 30},
                                            {"inddragelse", 7},
                                            {"forbud", 3}}};

constexpr std::array<Instrument, routine + 1> instruments{
    Instrument::act,       Instrument::order,
    Instrument::policy,    Instrument::administrative_guideline,
    Instrument::procedure, Instrument::practice};

constexpr std::size_t actor_fan = 8, matter_fan = 10, block = 16, per_area = 500;

class Generator {
 public:
  Generator(std::uint32_t elements, std::uint64_t seed) : draws_(seed), total_(elements) {
    make_ids();
  }

  Draft run() {
    Head head;
    head.id = "bench";
    head.name.da = "Genereret kommune";
    head.facts = {{"amount", FactType::number, "DKK", {}, {}, {}, {{}, "How much?"}}};
    Draft draft(std::move(head));
    draft.reserve(total_);
    for (std::size_t layer = act; layer <= routine; ++layer)
      for (std::size_t i = 0; i < ids_[layer].size(); ++i) rules_.push_back(make_rule(layer, i));
    tie_rules();
    for (Element& rule : rules_) draft.add(std::move(rule));
    for (std::size_t i = 0; i < ids_[task].size(); ++i) draft.add(make_task(i));
    for (std::size_t i = 0; i < ids_[duty].size(); ++i) draft.add(make_duty(i));
    for (std::size_t i = 0; i < ids_[goal].size(); ++i) draft.add(named(goal, i, Goal{}));
    for (std::size_t i = 0; i < ids_[matter].size(); ++i) draft.add(make_matter(i));
    for (std::size_t i = 0; i < ids_[actor].size(); ++i) draft.add(make_actor(i));
    add_grants(draft);
    for (std::size_t i = 0; i < ids_[involvement].size(); ++i) draft.add(make_involvement(i));
    for (std::size_t i = 0; i < ids_[bar].size(); ++i) draft.add(make_bar(i));
    return draft;
  }

 private:
  /// Ids begin with the area, so that what is near each other has numbers near each other.
  void make_ids() {
    std::array<std::size_t, layers> count{};
    std::size_t left = total_;
    for (std::size_t layer = 0; layer < layers; ++layer)
      left -= count[layer] = total_ * shares[layer].per_thousand / 1000;
    count[routine] = left;
    const std::size_t areas = std::max<std::size_t>(1, total_ / per_area);
    for (std::size_t layer = 0; layer < layers; ++layer)
      for (std::size_t i = 0; i < count[layer]; ++i)
        ids_[layer].push_back("o" + std::to_string(i * areas / count[layer]) + "-" +
                              shares[layer].word + "-" + std::to_string(i));
  }

  Element named(std::size_t layer, std::size_t i, decltype(Element::fields) fields) {
    Element element = test::make(ids_[layer][i], std::move(fields));
    element.name.da = std::string(shares[layer].word) + " nr. " + std::to_string(i);
    return element;
  }

  /// One of @p layer near the place of element @p i of @p of; in @p across of 100 anywhere.
  const std::string& pick(std::size_t layer, std::size_t of, std::size_t i, unsigned across = 5) {
    const std::size_t n = ids_[layer].size();
    if (draws_.chance(across)) return ids_[layer][draws_.below(n)];
    const std::size_t at = i * n / ids_[of].size() + draws_.below(block);
    return ids_[layer][std::min(at < block / 2 ? 0 : at - block / 2, n - 1)];
  }

  /// Something that a rule leans on: a layer above, or earlier in its own block.
  const std::string& pick_above(std::size_t layer, std::size_t i) {
    if (i % block != 0 && draws_.chance(25)) return ids_[layer][i - 1 - draws_.below(i % block)];
    return pick(layer - 1 - (layer > 1 && draws_.chance(20) ? 1 : 0), layer, i, 7);  // 5 of all
  }

  template <class Pick>
  Requirement requirement(const Pick& one) {
    const std::size_t draw = draws_.below(100);
    const std::size_t listed = draw < 80 ? 1 : draw < 86 ? 2 : 3;
    Requirement result;
    result.of.push_back(one());
    for (std::size_t i = 1; i < listed; ++i)
      if (std::string id = one();
          std::find(result.of.begin(), result.of.end(), id) == result.of.end())
        result.of.push_back(std::move(id));
    if (draw >= 92 && result.of.size() > 1) result.at_least = 2;
    return result;
  }

  Range range(double least, double most) {
    const double low =
        least + static_cast<double>(draws_.below(static_cast<std::size_t>(most - least)));
    return {low, low * 1.5, low * 2};
  }

  Rare<Burden> burden() {
    Burden burden;
    burden.minutes = range(5, 60);
    burden.times_per_year = range(1, 50);
    burden.people = range(1, 30);
    return burden;
  }

  Element make_rule(std::size_t layer, std::size_t i) {
    Rule fields;
    fields.instrument = instruments[layer];
    const bool of_the_state = layer <= order;
    if (layer != routine) fields.issuer = {of_the_state ? ids_[actor][1] : pick(actor, layer, i)};
    fields.concerns = {pick(matter, layer, i)};
    if (!of_the_state) fields.binds = {pick(actor, layer, i)};
    if (layer >= procedure && draws_.chance(50)) fields.burden = burden();
    Element rule = named(layer, i, std::move(fields));
    if (of_the_state) {
      Source source;
      source.text = rule.name.da;
      source.uri = "https://example.org/eli/" + rule.id;
      rule.source = std::move(source);
    }
    if (layer == act) return rule;
    const auto above = [&] { return pick_above(layer, i); };
    rule.basis.push_back(requirement([&] { return pick(layer - 1, layer, i); }));
    for (std::size_t left = draws_.below(6); left > 0; --left)
      (draws_.chance(30) ? rule.basis : rule.needs).push_back(requirement(above));
    if (layer >= guideline && draws_.chance(60)) {
      const std::size_t whom = draws_.below(10);
      rule.serves = {pick(whom < 6 ? task : whom < 9 ? duty : goal, layer, i)};
    }
    if (draws_.chance(20)) rule.uses = {pick(guideline, layer, i)};
    return rule;
  }

  /// Adds a need; in place of another where there are six requirements already.
  static void need(Element& rule, const Element& other) {
    if (rule.basis.size() + rule.needs.size() == 6)
      (rule.needs.empty() ? rule.basis : rule.needs).pop_back();
    rule.needs.push_back({1, {other.id}});
  }

  /// Pairs that need each other, and rings in which each may rest on the next.
  void tie_rules() {
    for (std::size_t i = ids_[act].size(); i + 3 < rules_.size(); i += 3) {
      const std::size_t draw = draws_.below(200);
      Element *a = &rules_[i], *b = &rules_[i + 1], *c = &rules_[i + 2];
      if (draw < 9) {  // two of three elements: 3 %
        need(*a, *b);
        need(*b, *a);
      } else if (draw < 11) {  // three of three: 1 %
        const auto may_rest_on = [](Element& rule, const Element& other) {
          Ids& of = rule.basis.front().of;
          if (std::find(of.begin(), of.end(), other.id) == of.end()) of.push_back(other.id);
          rule.basis.front().at_least = 1;
        };
        may_rest_on(*a, *b);
        may_rest_on(*b, *c);
        may_rest_on(*c, *a);
      }
    }
  }

  Element make_task(std::size_t i) {
    Task fields;
    fields.performed_by = {pick(actor, task, i), pick(actor, task, i)};
    if (fields.performed_by[0] == fields.performed_by[1]) fields.performed_by.pop_back();
    fields.concerns = {pick(matter, task, i)};
    fields.core = draws_.chance(10);
    if (draws_.chance(50)) fields.burden = burden();
    Element element = named(task, i, std::move(fields));
    for (std::size_t left = draws_.between(1, 3); left > 0; --left)
      element.needs.push_back(
          requirement([&] { return pick(draws_.chance(50) ? procedure : routine, task, i); }));
    element.serves = {pick(duty, task, i)};
    return element;
  }

  Element make_duty(std::size_t i) {
    Duty fields;
    fields.concerns = {pick(matter, duty, i)};
    fields.legal_security = draws_.chance(20);
    Element element = named(duty, i, std::move(fields));
    element.basis = {{1, {pick(act, duty, i)}}};
    for (std::size_t left = draws_.between(1, 3); left > 0; --left)
      element.needs.push_back(
          requirement([&] { return pick(draws_.chance(60) ? task : procedure, duty, i); }));
    return element;
  }

  Element make_matter(std::size_t i) {
    Matter fields;
    if (i > 0) fields.broader = {ids_[matter][(i - 1) / matter_fan]};
    return named(matter, i, std::move(fields));
  }

  /// Number 1 is the state, which stands alone; the others are a tree below the council, number 0.
  static std::size_t above_actor(std::size_t i) {
    const std::size_t above = (i - 1) / actor_fan;
    return above == 1 ? 0 : above;
  }
  static std::size_t depth_of_actor(std::size_t i) {
    std::size_t depth = 0;
    for (; i != 0; i = above_actor(i)) ++depth;
    return depth;
  }
  /// Child number @p which of @p i in a tree of that fan; itself where it has none.
  static std::size_t below(std::size_t i, std::size_t fan, std::size_t which, std::size_t count) {
    const std::size_t child = i * fan + 1 + which % fan;
    return child < count ? child : i;
  }

  Element make_actor(std::size_t i) {
    constexpr std::array<Tier, 6> tiers{Tier::council,        Tier::committee, Tier::management,
                                        Tier::administration, Tier::workplace, Tier::frontline};
    Actor fields;
    if (i == 1) {
      fields.tier = Tier::state;
      fields.form = Form::outside;
      return named(actor, i, std::move(fields));
    }
    const std::size_t depth = depth_of_actor(i);
    const bool leads = i > actor_fan && i % actor_fan == 2;  // one of those below each unit
    fields.tier = tiers[std::min(depth, tiers.size() - 1)];
    fields.form = depth < 2 ? Form::body : leads ? Form::post : Form::unit;
    if (i > 0) fields.part_of = ids_[actor][above_actor(i)];
    const std::size_t leader = i * actor_fan + 2;
    if (fields.form == Form::unit && leader < ids_[actor].size())
      fields.leader = ids_[actor][leader];
    return named(actor, i, std::move(fields));
  }

  /// The council's general competence, and a tree of grants below it: five links at most, each to
  /// an actor and (15 of 100 apart) over a matter below that of the grant above.
  void add_grants(Draft& draft) {
    const std::size_t count = ids_[grant].size();
    std::size_t fan = 2;
    while (fan * fan * fan * fan * fan < count) ++fan;
    struct Made {
      std::size_t actor = 0, matter = 0, depth = 0;
      double limit = 10'000'000;
    };
    std::vector<Made> made(count);
    for (std::size_t i = 0; i < count; ++i) {
      Grant fields;
      Made& one = made[i];
      if (i == 0) {
        test::over(fields, {"*"}, {"*"});
        fields.residual = true;
      } else {
        const std::size_t from = (i - 1) / fan;
        one = made[from];
        ++one.depth;
        one.limit /= 4;
        one.actor = below(one.actor, actor_fan, draws_.below(actor_fan), ids_[actor].size());
        if (one.actor == 1) one.actor = 2;  // the state is nobody's to give to
        if (!draws_.chance(15))
          one.matter = below(one.matter, matter_fan, (i - 1) % fan, ids_[matter].size());
        test::over(fields, {"decide", "amend", "repeal"}, {ids_[matter][one.matter]});
        if (one.depth > 1 && draws_.chance(30)) fields.within = {ids_[actor][made[from].actor]};
        if (draws_.chance(30)) fields.conditions = {{"amount", Op::le, {one.limit}, {}}};
        fields.from = ids_[grant][from];
        fields.by = Ground::plan;
      }
      fields.to = {{ids_[actor][one.actor], false}};
      fields.redelegable = redelegable_without_end;
      Element element = named(grant, i, std::move(fields));
      if (one.depth == 1) element.basis = {{1, {pick(policy, grant, i)}}};
      draft.add(std::move(element));
    }
  }

  void scope(Scope& fields) {
    const std::size_t n = ids_[matter].size();  // low in the tree: above, it would hit everybody
    test::over(fields, {"decide", "repeal"}, {ids_[matter][n / 2 + draws_.below(n / 2)]});
    if (draws_.chance(20)) fields.conditions = {{"amount", Op::gt, {1'000'000.0}, {}}};
  }
  Element make_involvement(std::size_t i) {
    Involvement fields;
    fields.body.id = pick(actor, involvement, i);
    fields.how = static_cast<How>(draws_.below(4));  // all but `agree`
    fields.days = 14;
    scope(fields);
    Element element = named(involvement, i, std::move(fields));
    element.basis = {{1, {pick(order, involvement, i)}}};
    return element;
  }
  Element make_bar(std::size_t i) {
    Bar fields;
    fields.only = {{Tier::council, false}, {Tier::committee, false}};
    scope(fields);
    Element element = named(bar, i, std::move(fields));
    element.basis = {{1, {pick(act, bar, i)}}};
    return element;
  }

  test::Draws draws_;
  std::size_t total_;
  std::array<Ids, layers> ids_;
  std::vector<Element> rules_;
};

}  // namespace

Draft governance_shaped(std::uint32_t elements, std::uint64_t seed) {
  return Generator(elements, seed).run();
}

}  // namespace regelgraf::bench
