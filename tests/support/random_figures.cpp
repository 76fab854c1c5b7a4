#include "random_figures.hpp"

#include <optional>
#include <utility>
#include <vector>

#include "random_draws.hpp"

namespace regelgraf::test {
namespace {

class Figures {
 public:
  Figures(const Draft& draft, std::uint64_t seed) : draft_(draft), draws_(seed ^ 0x5eed) {}

  Draft run() {
    Draft result(draft_.layers().front());
    for (std::size_t layer = 0; layer < draft_.layers().size(); ++layer) {
      if (layer > 0) result.open_layer(draft_.layers()[layer]);
      for (const Element& element : draft_.elements())
        if (element.layer == layer) result.add(changed(element));
    }
    return result;
  }

 private:
  Element changed(Element e) {
    if (auto* rule = std::get_if<Rule>(&e.fields)) {
      static const std::vector<Instrument> instruments{
          Instrument::collective_agreement, Instrument::med_agreement, Instrument::local_agreement,
          Instrument::constitution,         Instrument::order,         Instrument::circular,
          Instrument::state_guidance,       Instrument::bylaws,        Instrument::act};
      if (draws_.chance(30)) rule->instrument = draws_.one_of(instruments);
      if (draws_.chance(25)) rule->conflicts_with = draws_.some_of(rules(e), 2);
      burden(rule->burden);
    }
    if (auto* task = std::get_if<Task>(&e.fields)) burden(task->burden);
    if (draws_.chance(35)) claims(e);
    return e;
  }

  /// Rules of the element's own layer.
  [[nodiscard]] Ids rules(const Element& e) const {
    Ids ids;
    for (const Element& other : draft_.elements())
      if (other.layer == e.layer && other.kind() == Kind::rule) ids.push_back(other.id);
    return ids;
  }

  Range range(double unit) {
    const double low = unit * static_cast<double>(draws_.below(3));
    const double step = unit * static_cast<double>(draws_.below(3));
    return {low, low + step, low + 2 * step};
  }

  void burden(Rare<Burden>& burden) {
    if (draws_.chance(25)) {  // figures that several have
      Burden& b = burden.make();
      b.minutes = Range{30, 30, 30};
      b.times_per_year = Range{2, 2, 2};
      b.people = draws_.chance(50) ? std::optional(Range{1, 1, 1}) : std::nullopt;
    }
    if (!burden || !draws_.chance(60)) return;
    BurdenPart& minimum = burden.make().minimum.emplace();
    if (draws_.chance(40)) minimum.minutes = range(30);
    if (draws_.chance(60)) minimum.times_per_year = range(1);
    if (draws_.chance(25)) minimum.people = range(1);
  }

  void claims(Element& e) {
    Claims& claims = e.claims.make();
    if (draws_.chance(70)) claims.origin = static_cast<Origin>(draws_.below(7));
    if (draws_.chance(40)) {
      Ids actors;
      for (const Element& other : draft_.elements())
        if (other.kind() == Kind::actor && other.layer <= e.layer) actors.push_back(other.id);
      claims.issuer = draws_.one_of(actors);
    }
    if (draws_.chance(40)) claims.hours = range(1);
  }

  const Draft& draft_;
  Draws draws_;
};

}  // namespace

Draft with_figures(const Draft& draft, std::uint64_t seed) { return Figures(draft, seed).run(); }

}  // namespace regelgraf::test
