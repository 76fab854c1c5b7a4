#include "random_model.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "random_draws.hpp"
#include "random_scope.hpp"
#include "validity.hpp"

namespace regelgraf::test {
namespace {

/// How many of a hundred elements are of each kind, in the order of Kind.
std::vector<unsigned> shares(Focus focus) {
  switch (focus) {
    case Focus::standing:
      return {14, 5, 28, 14, 12, 8, 9, 6, 4};
    case Focus::authority:
      return {33, 8, 14, 4, 2, 1, 27, 6, 5};
    default:
      return {25, 7, 20, 8, 8, 4, 16, 7, 5};
  }
}

/// Makes one draft. Ids are drawn before anything is made, so that elements may name later ones.
class Maker {
 public:
  Maker(Draws& draws, const ModelOptions& options)
      : draws_(draws), options_(options), layered_(draws.chance(options.layers_percent)) {}

  Draft make() {
    draw_ids();
    give_names();
    Draft draft(layered_ ? named_head("dk") : head());
    add_layer(draft, true);
    if (!layered_) return draft;
    draft.open_layer(head());
    add_layer(draft, false);
    return draft;
  }

 private:
  /// Chance in percent of `basis` or `needs`.
  [[nodiscard]] unsigned leaning() const {
    return options_.focus == Focus::standing ? 50 : options_.focus == Focus::mixed ? 25 : 6;
  }

  void draw_ids() {
    const std::vector<unsigned> share = shares(options_.focus);
    std::vector<std::size_t> count{2, 1, 1, 0, 0, 0, 1, 0, 0};  // at least
    for (unsigned left = options_.elements < 5 ? 0 : options_.elements - 5; left > 0; --left) {
      std::size_t kind = 0;
      for (std::size_t draw = draws_.below(100); draw >= share[kind]; ++kind) draw -= share[kind];
      ++count[kind];
    }
    const std::string_view letters = "amrtdogib";
    const bool mingled = draws_.chance(50);  // then ids do not sort by kind
    for (std::size_t kind = 0; kind < count.size(); ++kind) {
      std::vector<std::size_t> numbers;
      for (std::size_t i = 1; i <= count[kind]; ++i) numbers.push_back(i);
      draws_.shuffle(numbers);  // then ids do not sort by height
      for (const std::size_t number : numbers) {
        std::string id = letters[kind] + std::to_string(number);
        if (mingled) id = "zyx"[draws_.below(3)] + id;
        // In a national layer: the first actors, matter and rule.
        const std::size_t place = pools_.of(static_cast<Kind>(kind)).size();
        const bool national = layered_ && place < (kind == 0 ? 2U : kind < 3 ? 1U : 0U);
        pools_.add(static_cast<Kind>(kind), national ? "dk:" + id : id, national);
      }
    }
  }

  /// `is`: the first local actor is the first national one; another may be somebody no layer has.
  void give_names() {
    const Ids actors = pools_.of(Kind::actor);
    if (layered_ && actors.size() > 2 && draws_.chance(75)) is_[actors[2]] = actors[0];
    if (actors.size() > 3 && draws_.chance(8)) is_[actors.back()] = "xx:boss";
    for (const auto& [id, name] : is_) pools_.same(name, id);
  }

  static Head named_head(std::string id) {
    Head head;
    head.id = std::move(id);
    return head;
  }
  Head head() {
    Head head = named_head("test");
    if (layered_) head.extends = {"dk"};
    head.facts = facts_ = declared_facts(draws_);
    return head;
  }

  void add_layer(Draft& draft, bool first) {
    pools_.national_only = layered_ && first;
    std::vector<Element> elements;
    for (std::size_t kind = 0; kind < 9; ++kind)
      for (const std::string& id : pools_.of(static_cast<Kind>(kind)))
        if (!layered_ || pools_.is_national(id) == first)
          elements.push_back(element(static_cast<Kind>(kind), id));
    draws_.shuffle(elements);
    for (Element& element : elements) draft.add(std::move(element));
  }

  Element element(Kind kind, const std::string& id) {
    Element e;
    e.id = id;
    switch (kind) {
      case Kind::actor:
        e.fields = actor(id);
        break;
      case Kind::matter:
        e.fields = matter(id);
        break;
      case Kind::rule:
        e.fields = rule();
        break;
      case Kind::task:
        e.fields = task();
        break;
      case Kind::duty:
        e.fields = Duty{some(Kind::matter, 2), some(Kind::actor, 1), false};
        break;
      case Kind::goal:
        e.fields = Goal{some(Kind::matter, 1), some(Kind::actor, 1)};
        break;
      case Kind::grant:
        e.fields = scopes().grant(id);
        break;
      case Kind::involvement:
        e.fields = scopes().involvement();
        break;
      case Kind::bar:
        e.fields = scopes().bar();
        break;
    }
    const bool rarely = kind == Kind::actor || kind == Kind::matter;
    relations(e, rarely ? leaning() / 4 : leaning());
    const bool mostly_stands = rarely || options_.focus == Focus::authority;
    period(e, mostly_stands ? options_.dates_percent / 3 : options_.dates_percent);
    if (draws_.chance(50)) e.examined = Examined{some_day(draws_), {}};
    return e;
  }
  ScopeMaker scopes() { return {draws_, pools_, facts_, made_grants_}; }

  Ids some(Kind kind, std::size_t at_most) {
    return pools_.pick(draws_, kind, draws_.below(at_most + 1));
  }

  void relations(Element& e, unsigned chance) {
    for (auto* list : {&e.basis, &e.needs})
      while (list->size() < 2 && draws_.chance(chance)) list->push_back(requirement(e.id));
    const unsigned purpose = options_.focus == Focus::standing ? 55 : 20;
    if (draws_.chance(purpose)) {
      const Kind kind = draws_.one_of<Kind>({Kind::duty, Kind::goal, Kind::task, Kind::rule});
      e.serves = pools_.pick(draws_, kind, draws_.between(1, 2));
    }
    if (draws_.chance(5)) e.serves = {e.id};
    if (draws_.chance(chance / 2)) e.uses = pools_.pick_any(draws_, 2);
  }
  /// Of any kind, of itself too; cycles come by themselves.
  Requirement requirement(const std::string& self) {
    Requirement r;
    r.of = pools_.pick_any(draws_, draws_.between(1, 4));
    if (draws_.chance(7)) r.of = {self};
    r.at_least = draws_.chance(60) ? 1 : static_cast<std::uint32_t>(draws_.between(1, r.of.size()));
    return r;
  }
  void period(Element& e, unsigned chance) {
    if (!draws_.chance(chance)) return;
    if (draws_.chance(40)) e.status = draws_.chance(50) ? Status::proposed : Status::repealed;
    const std::size_t from = draws_.below(3), to = draws_.between(from + 1, 3);
    if (draws_.chance(60)) e.valid.from = boundary(from);
    if (draws_.chance(60)) e.valid.to = boundary(to);
  }

  Actor actor(const std::string& id) {
    static const std::vector<std::pair<Tier, Form>> sorts{
        {Tier::committee, Form::body},      {Tier::management, Form::post},
        {Tier::management, Form::unit},     {Tier::administration, Form::unit},
        {Tier::administration, Form::unit}, {Tier::administration, Form::post},
        {Tier::workplace, Form::unit},      {Tier::workplace, Form::post},
        {Tier::workplace, Form::unit},      {Tier::frontline, Form::person},
        {Tier::workplace, Form::person},    {Tier::med, Form::body},
        {Tier::state, Form::outside},       {Tier::partner, Form::outside}};
    const Ids actors = pools_.of(Kind::actor);
    const auto at = std::find(actors.begin(), actors.end(), id);
    Actor a;
    std::tie(a.tier, a.form) =
        at == actors.begin() ? std::pair{Tier::council, Form::body} : draws_.one_of(sorts);
    if (is_.contains(id)) a.is = is_.at(id);
    // Up: an actor made before; deputies: actors made after. So neither has a cycle.
    const Ids before = pools_.named(draws_, Ids(actors.begin(), at));
    const Ids after = pools_.named(draws_, Ids(at + 1, actors.end()));
    if (!before.empty() && draws_.chance(85)) a.part_of = draws_.one_of(before);
    if (draws_.chance(35)) a.deputies = draws_.some_of(after, 2);
    if (a.form == Form::unit && draws_.chance(70)) a.leader = pools_.one(draws_, Kind::actor);
    if (a.form == Form::person && draws_.chance(75)) a.holds = some(Kind::actor, 2);
    if (a.form == Form::body) a.members = some(Kind::actor, 2);
    if (a.tier == Tier::med || draws_.chance(5)) a.med_for = some(Kind::actor, 3);
    if (draws_.chance(20)) a.order = static_cast<double>(draws_.between(1, 2));
    return a;
  }

  Matter matter(const std::string& id) {
    const Ids matters = pools_.of(Kind::matter);
    Matter m;
    m.code = std::to_string(matters.size());
    const Ids before(matters.begin(), std::find(matters.begin(), matters.end(), id));
    if (draws_.chance(75)) m.broader = draws_.some_of(before, draws_.between(1, 2));
    return m;
  }

  Range range(double unit = 1) {
    const double low = unit * static_cast<double>(draws_.below(4));
    const double step = draws_.chance(50) ? 0 : unit;
    return {low, low + step, low + 2 * step};
  }
  Burden burden() {
    Burden b;
    if (draws_.chance(90)) b.minutes = range(30);
    if (draws_.chance(90)) b.times_per_year = range();
    if (draws_.chance(50)) b.people = range();
    if (draws_.chance(30)) b.one_off_hours = range();
    return b;
  }

  Rule rule() {
    static const std::vector<Instrument> instruments{
        Instrument::practice,        Instrument::practice,      Instrument::procedure,
        Instrument::procedure,       Instrument::instruction,   Instrument::act,
        Instrument::delegation_plan, Instrument::med_guideline, Instrument::policy};
    Rule r;
    r.instrument = draws_.one_of(instruments);
    const std::size_t issuers = draws_.chance(25)   ? 0
                                : draws_.chance(60) ? 1
                                                    : draws_.between(2, 3);
    r.issuer = pools_.pick(draws_, Kind::actor, issuers);
    if (draws_.chance(50)) r.jointly = draw_jointly(draws_, r.issuer.size());
    if (draws_.chance(r.issuer.size() > 1 ? 60 : 10))
      r.notice = Notice{3, draws_.chance(40) ? draws_.some_of(r.issuer, 1) : Ids{}};
    r.binds = some(Kind::actor, 3);
    r.concerns = some(Kind::matter, 2);
    if (draws_.chance(60)) r.burden = burden();
    return r;
  }
  Task task() {
    Task t{some(Kind::actor, 2), some(Kind::matter, 2), {}, draws_.chance(30)};
    if (draws_.chance(60)) t.burden = burden();
    return t;
  }

  Draws& draws_;
  ModelOptions options_;
  bool layered_;
  Pools pools_;
  std::map<std::string, std::string> is_;
  std::vector<Fact> facts_;
  std::map<std::string, Grant> made_grants_;
};

}  // namespace

Draft random_draft(std::uint64_t seed, const ModelOptions& options) {
  Draws draws(seed);
  // Only `is` can close a cycle; then another is drawn.
  for (;;) {
    Draft draft = Maker(draws, options).make();
    if (is_valid(draft)) return draft;
  }
}

}  // namespace regelgraf::test
