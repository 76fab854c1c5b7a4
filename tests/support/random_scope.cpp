#include "random_scope.hpp"

#include <algorithm>
#include <optional>

namespace regelgraf::test {

std::vector<Fact> declared_facts(Draws& draws) {
  std::vector<Fact> facts;
  const auto declare = [&](const char* name, FactType type, unsigned percent,
                           std::optional<FactValue> value = {}, unsigned default_percent = 0) {
    if (!draws.chance(percent)) return;
    Fact fact;
    fact.name = name;
    fact.type = type;
    if (draws.chance(default_percent)) fact.default_value = std::move(value);
    if (fact.name == "amount") fact.aliases = {"beløb"};
    if (fact.name == "sort") fact.aliases = {"art", "slags"};
    if (type == FactType::judgement) fact.ask.da = "Er sagen principiel?";
    facts.push_back(std::move(fact));
  };
  declare("amount", FactType::number, 70, 2.0, 20);
  declare("halted", FactType::boolean, 70, false, 70);
  declare("principled", FactType::judgement, 100, true, 15);
  declare("sort", FactType::text, 60, "x", 20);
  declare("start", FactType::date, 60);
  declare("decider", FactType::text, 50);
  return facts;
}

Condition ScopeMaker::condition() {
  static const std::vector<Op> orders{Op::lt, Op::le, Op::eq, Op::ne, Op::ge, Op::gt, Op::in};
  static const std::vector<Op> equals{Op::eq, Op::ne, Op::in};
  const auto number = [&] { return FactValue(static_cast<double>(draws_.between(1, 3))); };
  const auto text = [&] { return FactValue(std::string(draws_.chance(50) ? "x" : "y")); };
  const auto yes_or_no = [&] { return FactValue(draws_.chance(50)); };
  const auto compare = [&](std::string fact, const std::vector<Op>& ops, const auto& value) {
    Condition c{std::move(fact), draws_.one_of(ops), {value()}, {}};
    if (c.op == Op::in) {
      const FactValue other = value();
      if (other != c.values.front()) c.values.push_back(other);
    }
    return c;
  };
  const auto called = [&](const std::string& name) {  // by an alias too, where there is one
    for (const Fact& fact : facts_)
      if (fact.name == name && !fact.aliases.empty() && draws_.chance(40))
        return draws_.one_of(fact.aliases);
    return name;
  };
  switch (draws_.below(8)) {
    case 0:
    case 1:
      return compare(called("amount"), orders, number);
    case 2:
      return compare("size", orders, number);  // declared nowhere but here
    case 3:
      return {"halted", draws_.chance(50) ? Op::eq : Op::ne, {yes_or_no()}, {}};
    case 4:
      return {"principled", Op::eq, {yes_or_no()}, {}};
    case 5:
      return {"Er det akut?", Op::eq, {yes_or_no()}, Name{"Er det akut?", ""}};
    case 6:
      return compare(called("sort"), equals, text);
    default:
      return compare("start", orders,
                     [&] { return FactValue(to_text(boundary(draws_.below(3)))); });
  }
}

Ids ScopeMaker::powers() {
  static const Ids all{"decide", "decide", "amend", "repeal", "repeal", "waive", "adopt", "sign"};
  if (draws_.chance(45)) return {"*"};
  Ids drawn = draws_.some_of(all, draws_.between(1, 4));
  std::sort(drawn.begin(), drawn.end());
  drawn.erase(std::unique(drawn.begin(), drawn.end()), drawn.end());
  return drawn;
}

OverEntry ScopeMaker::over_entry() {
  OverEntry entry;
  const std::size_t form = draws_.below(20);
  if (form < 6) {
    entry.id = "*";
  } else if (form < 12) {
    entry.id = pools_.one(draws_, Kind::matter);
  } else if (form < 16) {
    static const std::vector<Kind> kinds{Kind::rule,  Kind::rule, Kind::task,        Kind::duty,
                                         Kind::grant, Kind::bar,  Kind::involvement, Kind::actor};
    entry.id = pools_.one(draws_, draws_.one_of(kinds));
  } else {
    if (draws_.chance(50)) entry.matter = pools_.one(draws_, Kind::matter);
    if (draws_.chance(50))
      entry.instrument = draws_.one_of<Instrument>(
          {Instrument::practice, Instrument::procedure, Instrument::med_guideline});
    if (draws_.chance(35)) entry.issuer = pools_.one(draws_, Kind::actor);
  }
  if (entry == OverEntry{}) entry.id = "*";
  return entry;
}

void ScopeMaker::scope(Scope& s) {
  s.powers = powers();
  const std::size_t entries = draws_.chance(60) ? 1 : draws_.between(2, 3);
  while (s.over.size() < entries) {
    const OverEntry entry = over_entry();
    if (std::find(s.over.begin(), s.over.end(), entry) != s.over.end()) break;
    s.over.push_back(entry);
  }
  if (draws_.chance(22)) s.within = pools_.pick(draws_, Kind::actor, draws_.between(1, 2));
  while (s.conditions.size() < 2 && draws_.chance(22)) s.conditions.push_back(condition());
  if (draws_.chance(8)) s.unless = pools_.pick_any(draws_, 1);
}

void ScopeMaker::holders(Grant& g) {
  for (std::string& id :
       pools_.pick(draws_, Kind::actor, draws_.chance(50) ? 1 : draws_.between(2, 3)))
    g.to.push_back({std::move(id), false});
  Ids named;
  for (const Holder& holder : g.to) named.push_back(holder.id);
  if (draws_.chance(20)) {
    if (draws_.chance(60)) g.to.clear();
    g.to.push_back({{}, true});
  }
  if (g.to.size() > 1 && draws_.chance(35)) {
    g.jointly = draw_jointly(draws_, g.to.size());
  } else if (g.to.size() == named.size() && named.size() > 1 && draws_.chance(25)) {
    for (int sets = 0; sets < 2; ++sets)  // they may overlap
      if (Ids drawn = draws_.some_of(named, draws_.between(1, 2));
          std::none_of(g.concur.begin(), g.concur.end(), [&](Ids other) {
            std::sort(other.begin(), other.end());
            Ids same = drawn;
            std::sort(same.begin(), same.end());
            return other == same;
          }))
        g.concur.push_back(std::move(drawn));
  }
}

Grant ScopeMaker::grant(const std::string& id) {
  Grant g;
  scope(g);
  holders(g);
  Ids made;
  for (const auto& [made_id, fields] : grants_)
    if (chain_length(made_id) < 5) made.push_back(made_id);
  if (!made.empty() && draws_.chance(65)) {
    // Rather long chains; what is passed on is mostly what the giver has.
    g.from = draws_.one_of(made);
    const std::string other = draws_.one_of(made);
    if (chain_length(other) > chain_length(g.from)) g.from = other;
    const Grant& giver = grants_.at(g.from);
    if (draws_.chance(80)) g.powers = giver.powers;
    if (draws_.chance(60)) g.over = giver.over;
  } else {
    g.residual = draws_.chance(25);
  }
  const std::size_t links = draws_.below(100);
  g.redelegable = links < 50 ? redelegable_without_end : links < 70 ? 1 : links < 85 ? 2 : 0;
  if (draws_.chance(7)) g.manner = Manner{true, std::nullopt};
  g.exclusive = draws_.chance(13);
  g.alongside = draws_.chance(12);
  g.exceptional = draws_.chance(8);
  if (draws_.chance(50)) g.by = draws_.one_of<Ground>({Ground::statute, Ground::plan});
  grants_[id] = g;
  return g;
}

std::size_t ScopeMaker::chain_length(const std::string& grant) const {
  std::size_t length = 0;
  for (std::string at = grant; !at.empty(); at = grants_.at(at).from) ++length;
  return length;
}

ActorPattern ScopeMaker::pattern(bool form_too, bool fact_too) {
  static const std::vector<Tier> tiers{Tier::committee, Tier::council, Tier::management,
                                       Tier::administration, Tier::workplace};
  static const std::vector<Form> forms{Form::unit, Form::post, Form::body};
  const std::size_t draw = draws_.below(10);
  if (fact_too && draw < 3) return {std::string("decider"), true};
  if (form_too && draw < 5) return {draws_.one_of(forms), false};
  if (draw < 7) return {draws_.one_of(tiers), false};
  return {pools_.one(draws_, Kind::actor), false};
}

Involvement ScopeMaker::involvement() {
  static const std::vector<How> hows{How::inform,    How::consult, How::discuss,
                                     How::recommend, How::agree,   How::agree};
  Involvement i;
  scope(i);
  if (draws_.chance(30))
    i.body.at_level_of_decider = draws_.chance(85) ? Tier::med : Tier::administration;
  else
    i.body.id = pools_.one(draws_, Kind::actor);
  i.how = draws_.one_of(hows);
  i.timing = draws_.chance(20) ? Timing::after : Timing::before;
  if (draws_.chance(40)) i.days = 7.0 * static_cast<double>(draws_.between(1, 2));
  if (draws_.chance(25)) i.when_decided_by.push_back(pattern(false, false));
  return i;
}

Bar ScopeMaker::bar() {
  Bar b;
  scope(b);
  if (draws_.chance(50)) b.only.push_back(pattern(false, false));
  if (draws_.chance(50)) b.against.push_back(pattern(true, true));
  if (!b.against.empty() && draws_.chance(20)) {
    const ActorPattern second = pattern(true, true);
    if (second != b.against.front()) b.against.push_back(second);
  }
  return b;
}

}  // namespace regelgraf::test
