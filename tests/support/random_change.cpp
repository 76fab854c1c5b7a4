#include "random_change.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "print.hpp"
#include "random_draws.hpp"
#include "random_scope.hpp"
#include "validity.hpp"

namespace regelgraf::test {
namespace {

/// Alters elements of one draft.
class Alterer {
 public:
  Alterer(Draws& draws, const Draft& draft) : draws_(draws) {
    Ids taken;  // whose place another has: not named, so that no list names one actor twice
    for (const Element& element : draft.elements())
      if (const auto* actor = std::get_if<Actor>(&element.fields); actor && !actor->is.empty())
        taken.push_back(actor->is);
    for (const Element& element : draft.elements()) {
      if (std::find(taken.begin(), taken.end(), element.id) != taken.end()) continue;
      all_.push_back(element.id);
      if (element.kind() == Kind::actor) actors_.push_back(element.id);
    }
  }

  [[nodiscard]] const Ids& ids() const { return all_; }
  void may_name(const std::string& id) { all_.push_back(id); }

  void alter(Element& e) {
    for (std::size_t times = draws_.between(1, 3); times > 0; --times) alter_once(e);
  }

 private:
  void alter_once(Element& e) {
    switch (draws_.below(11)) {
      case 0:
        e.status = draws_.one_of<Status>(
            {Status::in_force, Status::in_force, Status::proposed, Status::repealed});
        break;
      case 1:
        e.valid = {};
        if (draws_.chance(40)) e.valid.from = boundary(0);
        if (draws_.chance(40)) e.valid.to = boundary(draws_.between(1, 3));
        break;
      case 2:
        e.basis = requirements(e.id);
        break;
      case 3:
        e.needs = requirements(e.id);
        break;
      case 4:
        e.serves = draws_.some_of(all_, draws_.below(3));
        break;
      case 5:
        e.uses = draws_.some_of(all_, draws_.below(3));
        break;
      case 6:
        e.examined =
            draws_.chance(50) ? Rare<Examined>(Examined{boundary(0), {}}) : Rare<Examined>();
        break;
      default:
        std::visit([this](auto& fields) { own(fields); }, e.fields);
        break;
    }
  }

  std::vector<Requirement> requirements(const std::string& self) {
    std::vector<Requirement> list;
    for (std::size_t left = draws_.below(3); left > 0; --left) {
      Requirement r;
      r.of = draws_.chance(5) ? Ids{self} : draws_.some_of(all_, draws_.between(1, 3));
      r.at_least = static_cast<std::uint32_t>(draws_.between(1, r.of.size()));
      list.push_back(r);
    }
    return list;
  }
  Rare<Burden> burden() {
    if (draws_.chance(20)) return {};
    const auto range = [&] {
      const auto low = static_cast<double>(draws_.below(3));
      return Range{low, low + 1, low + 2 * static_cast<double>(draws_.between(1, 2))};
    };
    Burden b;
    b.minutes = range();
    b.times_per_year = range();
    if (draws_.chance(50)) b.one_off_hours = range();
    return b;
  }
  Ids some_actors() { return draws_.some_of(actors_, draws_.below(3)); }

  void own(Actor& a) { a.part_of = draws_.chance(50) ? std::string() : draws_.one_of(actors_); }
  void own(Rule& r) {
    if (draws_.chance(50))
      r.burden = burden();
    else
      r.binds = some_actors();
  }
  void own(Task& t) {
    if (draws_.chance(30))
      t.core = !t.core;
    else if (draws_.chance(50))
      t.burden = burden();
    else
      t.performed_by = some_actors();
  }
  void own(Grant& g) { scope(g); }
  void own(Involvement& i) { scope(i); }
  void own(Bar& b) { scope(b); }
  void own(Matter&) {}
  void own(Duty&) {}
  void own(Goal&) {}
  void scope(Scope& s) {
    if (draws_.chance(60))
      s.unless = draws_.some_of(all_, draws_.below(3));
    else
      s.within = some_actors();
  }

  Draws& draws_;
  Ids all_, actors_;
};

reference::Change drawn(Draws& draws, const Draft& draft) {
  Alterer alterer(draws, draft);
  reference::Change change;
  const auto share = [&] { return draws.chance(65) ? draws.between(1, 2) : 0; };
  Ids ids = alterer.ids();
  draws.shuffle(ids);
  const auto take = [&] {
    const std::string id = ids.back();
    ids.pop_back();
    for (const Element& element : draft.elements())
      if (element.id == id) return element;
    return Element();
  };
  for (std::size_t left = share(); left > 0 && !ids.empty(); --left)
    change.removed.insert(take().id);
  Ids added_ids;
  for (std::size_t left = share(); left > 0 && !ids.empty(); --left) {
    Element copy = take();
    copy.id = draws.one_of<std::string>({"0new", "mnew", "znew"}) + std::to_string(left);
    if (auto* actor = std::get_if<Actor>(&copy.fields)) actor->is.clear();
    alterer.may_name(copy.id);
    change.added.push_back(std::move(copy));
  }
  for (Element& element : change.added) {
    if (draws.chance(60)) element.status = Status::in_force;
    alterer.alter(element);
  }
  for (std::size_t left = share(); left > 0 && !ids.empty(); --left) {
    Element element = take();
    alterer.alter(element);
    change.changed.push_back(std::move(element));
  }
  return change;
}

}  // namespace

reference::Change random_change(const Draft& draft, std::uint64_t seed) {
  Draws draws(seed);
  for (;;) {
    reference::Change change = drawn(draws, draft);
    if (!is_valid(reference::changed_draft(draft, change))) continue;
    if (draws.chance(60)) change.date = some_day(draws);
    Ids actors;
    for (const Element& element : draft.elements())
      if (element.kind() == Kind::actor) actors.push_back(element.id);
    if (draws.chance(35)) change.within = draws.one_of(actors);
    return change;
  }
}

std::string as_text(const reference::Change& change) {
  std::string text = "remove";
  for (const std::string& id : change.removed) text += " " + id;
  if (change.date) text += " date " + to_text(*change.date);
  if (change.within) text += " within " + *change.within;
  const auto put = [&](const char* what, const std::vector<Element>& elements) {
    Draft draft;
    for (const Element& element : elements) draft.add(element);
    text += std::string("\n") + what + "\n" + as_text(draft);
  };
  put("add", change.added);
  put("change", change.changed);
  return text;
}

}  // namespace regelgraf::test
