#include "shrink.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "build.hpp"
#include "validity.hpp"

namespace regelgraf::test {
namespace {

/// One simplification of an element: the one with that number. `done` tells whether there is one.
struct Simplify {
  std::size_t number;
  bool done = false;

  template <class Change>
  void step(bool possible, Change change) {
    if (done || !possible) return;
    if (number-- > 0) return;
    change();
    done = true;
  }
  template <class T>
  void list(std::vector<T>& entries) {
    for (std::size_t i = 0; i < entries.size() && !done; ++i)
      step(true, [&] { entries.erase(entries.begin() + static_cast<std::ptrdiff_t>(i)); });
  }
  template <class... T>
  void lists(T&... entries) {
    (list(entries), ...);
  }
  template <class T>
  void plain(T& field, T value = {}) {
    step(field != value, [&] { field = value; });
  }
  template <class T>
  void absent(Rare<T>& field) {
    step(static_cast<bool>(field), [&] { field = {}; });
  }
  void one(Jointly& jointly) {
    step(jointly.all || jointly.count > 1, [&] { jointly = {}; });
  }
  void requirements(std::vector<Requirement>& all) {
    list(all);
    for (Requirement& r : all) {
      list(r.of);
      step(r.at_least > 1, [&] { r.at_least = 1; });
    }
  }
  void burden(Rare<Burden>& burden) {
    absent(burden);
    if (!burden || done) return;
    Burden& b = burden.make();
    for (auto* figure : {&b.minutes, &b.times_per_year, &b.people, &b.one_off_hours})
      plain(*figure);
    step(b.minimum.has_value(), [&] { b.minimum.reset(); });
  }
  void scope(Scope& s) {
    lists(s.powers, s.over, s.within, s.conditions, s.unless);
    for (OverEntry& entry : s.over) {
      step(!entry.is_object() && entry.id != "*", [&] { entry.id = "*"; });
      if (!entry.is_object()) continue;
      plain(entry.matter);
      plain(entry.instrument);
      plain(entry.issuer);
    }
  }

  void operator()(Actor& a) {
    plain(a.part_of);
    plain(a.leader);
    plain(a.is);
    lists(a.holds, a.members, a.deputies, a.med_for);
    plain(a.order);
  }
  void operator()(Matter& m) { list(m.broader); }
  void operator()(Rule& r) {
    lists(r.issuer, r.binds, r.concerns, r.conflicts_with);
    one(r.jointly);
    absent(r.notice);
    if (r.notice) list(r.notice.make().by);
    burden(r.burden);
  }
  void operator()(Task& t) {
    lists(t.performed_by, t.concerns);
    plain(t.core);
    burden(t.burden);
  }
  void operator()(Duty& d) { lists(d.concerns, d.owed_to); }
  void operator()(Goal& g) { lists(g.concerns, g.set_by); }
  void operator()(Grant& g) {
    plain(g.from);
    lists(g.to, g.concur);
    one(g.jointly);
    for (bool* flag : {&g.exclusive, &g.alongside, &g.exceptional, &g.residual}) plain(*flag);
    step(g.redelegable != redelegable_without_end && g.redelegable != 0,
         [&] { g.redelegable = redelegable_without_end; });
    absent(g.manner);
    plain(g.by);
    scope(g);
  }
  void operator()(Involvement& i) {
    list(i.when_decided_by);
    plain(i.days);
    scope(i);
  }
  void operator()(Bar& b) {
    lists(b.only, b.against);
    scope(b);
  }
  void element(Element& e) {
    plain(e.status);
    plain(e.valid);
    requirements(e.basis);
    requirements(e.needs);
    lists(e.serves, e.uses);
    absent(e.examined);
    absent(e.claims);
    std::visit(*this, e.fields);
  }
};

struct Parts {
  std::vector<Head> layers;
  std::vector<Element> elements;

  [[nodiscard]] Draft draft() const { return draft_of(layers, elements); }

  /// Forgets what nobody is called any more, and what cannot be without it.
  void tidy() {
    for (std::size_t before = elements.size() + 1; before != elements.size();) {
      before = elements.size();
      const reference::Names names = known_names(draft());
      for (Element& element : elements) {
        reference::for_every_id(element, [&](std::string& id) {
          if (!names.contains(id)) id.clear();
        });
        reference::read_lists_as_sets(element);
      }
      std::erase_if(elements, [](const Element& element) { return !has_required_fields(element); });
    }
  }
};

}  // namespace

Draft shrink(Draft draft, const std::function<bool(const Draft&)>& still_fails) {
  Parts parts{draft.layers(), draft.elements()};
  bool smaller = true;
  const auto accept = [&](Parts candidate) {
    candidate.tidy();
    const Draft next = candidate.draft();
    if (!is_valid(next) || !still_fails(next)) return false;
    parts = std::move(candidate);
    return smaller = true;
  };
  while (std::exchange(smaller, false)) {
    for (std::size_t i = parts.elements.size(); i-- > 0;) {
      if (i >= parts.elements.size()) continue;  // others went with one that went
      Parts candidate = parts;
      candidate.elements.erase(candidate.elements.begin() + static_cast<std::ptrdiff_t>(i));
      accept(std::move(candidate));
    }
    for (std::size_t i = 0; i < parts.elements.size(); ++i)
      for (std::size_t number = 0; i < parts.elements.size();) {
        Parts candidate = parts;
        Simplify simplify{number};
        simplify.element(candidate.elements[i]);
        if (!simplify.done) break;
        if (!accept(std::move(candidate))) ++number;
      }
    for (std::size_t layer = 0; layer < parts.layers.size(); ++layer)
      for (std::size_t fact = parts.layers[layer].facts.size(); fact-- > 0;) {
        Parts candidate = parts;
        auto& facts = candidate.layers[layer].facts;
        facts.erase(facts.begin() + static_cast<std::ptrdiff_t>(fact));
        accept(std::move(candidate));
      }
  }
  return parts.draft();
}

}  // namespace regelgraf::test
