#pragma once

// What the graph shows, one finding after the other.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <regelgraf/check.hpp>
#include <regelgraf/detail/burden_by.hpp>
#include <regelgraf/detail/check_authority.hpp>
#include <regelgraf/detail/circles.hpp>
#include <regelgraf/detail/exceeds.hpp>
#include <regelgraf/detail/fields.hpp>
#include <regelgraf/detail/finding_writer.hpp>
#include <regelgraf/detail/inline.hpp>
#include <regelgraf/detail/why.hpp>

namespace regelgraf::detail {

class Checker : private FindingWriter {
 public:
  Checker(const Model& model, std::optional<Day> date)
      : FindingWriter(model), model_(model), date_(date), stands_(standing_on(model, date)) {}

  std::vector<Finding> run() {
    findings = model_.findings();
    no_ground();
    circular_ground();
    expired_ground();
    dead_rules();
    nobody_performs();
    single_points();
    conflicts();
    excesses();
    AuthorityChecker(model_, date_, stands_, *this).run();
    claims();
    hours_twice();
    return std::move(findings);
  }

 private:
  [[nodiscard]] bool states_ground(Index i) const {
    const auto [first, last] = model_.requirements_of(i);
    return first < last && model_.relation_of(first) == Relation::basis;
  }

  void no_ground() {
    for (Index i = 0; i < model_.size(); ++i) {
      if (!stands_[i] || states_ground(i)) continue;
      if (model_.kind(i) == Kind::grant) {
        add(Severity::warning, "no_ground", i, "basis",
            da(i) + " giver beføjelse, men hviler på intet",
            en(i) + " gives authority, but rests on nothing")
            .advice = {
            "skriv i `basis`, hvilken regel der giver den, eller i `from`, hvad den er "
            "givet videre fra",
            "say in `basis` which rule gives it, or in `from` what it is delegated from"};
        continue;
      }
      if (model_.kind(i) != Kind::rule) continue;
      switch (model_.instrument(i)) {
        case Instrument::constitution:
        case Instrument::act:
        case Instrument::state_guidance:
        case Instrument::collective_agreement:
        case Instrument::local_agreement:
        case Instrument::practice:
          break;
        case Instrument::order:
        case Instrument::circular:
        case Instrument::bylaws:
        case Instrument::regulation:
        case Instrument::delegation_plan:
        case Instrument::budget:
        case Instrument::med_agreement:
        case Instrument::med_guideline:
        case Instrument::med_procedure_guideline:
          add(Severity::warning, "no_ground", i, "basis", da(i) + " angiver ingen hjemmel",
              en(i) + " states no legal ground")
              .advice = {"skriv i `basis`, hvad den hviler på: sådan en regel skal have hjemmel",
                         "say in `basis` what it rests on: such a rule must have a ground"};
          break;
        default:
          add(Severity::note, "no_ground", i, "basis", da(i) + " angiver ingen hjemmel",
              en(i) + " states no legal ground")
              .advice = {
              "den kan hvile på retten til at lede; er der en regel bag den, så skriv "
              "den i `basis`",
              "it may rest on the right to lead; if there is a rule behind it, say so in "
              "`basis`"};
          break;
      }
    }
  }

  void circular_ground() {
    std::vector<std::uint8_t> among = standing_with_circles(model_, date_);
    for (Index i = 0; i < model_.size(); ++i) among[i] = among[i] && !stands_[i];
    for (const List& circle : Circles(model_, among).run()) {
      const Index first = circle.front();
      if (circle.size() == 1) {
        add(Severity::warning, "circular_ground", first, "basis",
            da(first) + " har kun sig selv som hjemmel og gælder derfor ikke",
            en(first) + " has only itself as ground, and so does not stand");
        continue;
      }
      add(Severity::warning, "circular_ground", first, "basis",
          da(circle) + " har kun hinanden som hjemmel og gælder derfor ikke",
          en(circle) + " have only each other as ground, and so do not stand",
          {circle.begin() + 1, circle.end()})
          .advice = {"mindst én af dem skal hvile på noget uden for kredsen",
                     "one of them at least must rest on something outside the circle"};
    }
  }

  void expired_ground() {
    for (Index i = 0; i < model_.size(); ++i) {
      if (!in_force(model_, i, date_)) continue;
      List over;
      const auto [first, last] = model_.requirements_of(i);
      for (std::uint32_t r = first; r < last; ++r)
        if (model_.relation_of(r) == Relation::basis)
          for (const Index ground : model_.listed(r))
            if (is_over(model_, ground, date_)) over.push_back(ground);
      if (over.empty()) continue;
      std::sort(over.begin(), over.end());
      over.erase(std::unique(over.begin(), over.end()), over.end());
      const bool stands = stands_[i];
      add(Severity::warning, "expired_ground", i, "basis",
          da(i) + " har hjemmel i " + da(over) + ", som er ophørt" +
              (stands ? "; den gælder på det, der er tilbage" : "; den gælder ikke"),
          en(i) + " has its ground in " + en(over) +
              (over.size() == 1 ? ", which is over" : ", which are over") +
              (stands ? "; it stands on what is left" : "; it does not stand"),
          over)
          .advice = {"sæt den hjemmel, der nu gælder, eller ophæv den",
                     "give it the ground that applies now, or repeal it"};
    }
  }

  void dead_rules() {
    const std::vector<std::uint8_t> purposeful = purposeful_set(model_, stands_);
    for (Index i = 0; i < model_.size(); ++i) {
      if (!stands_[i] || purposeful[i] || model_.serves(i).empty()) continue;
      const List serves(model_.serves(i).begin(), model_.serves(i).end());
      add(Severity::warning, "dead_rule", i, "serves",
          da(i) + " er kun til for " + da(serves) + ", der selv ikke har noget formål i dag",
          en(i) + " is there only for " + en(serves) +
              (serves.size() == 1 ? ", which has no purpose itself today"
                                  : ", which have no purpose themselves today"),
          serves)
          .advice = {
          "spørg, hvad der går i stykker, hvis den fjernes; ellers skriv, hvad den nu er "
          "til for",
          "ask what breaks if it goes; or say what it is for now"};
    }
  }

  void nobody_performs() {
    for (Index i = 0; i < model_.size(); ++i) {
      if (model_.kind(i) != Kind::task || !in_force(model_, i, date_)) continue;
      const auto performers = burdened(model_, i);
      if (performers.empty() || std::any_of(performers.begin(), performers.end(),
                                            [&](Index actor) { return stands_[actor] != 0; }))
        continue;
      const List gone(performers.begin(), performers.end());
      add(Severity::warning, "nobody_performs", i, "performed_by",
          da(i) + " udføres af ingen: " + da(gone) + " findes ikke mere",
          en(i) + " is performed by nobody: " + en(gone) +
              (gone.size() == 1 ? " is no longer there" : " are no longer there"),
          gone)
          .advice = {"skriv, hvem der har opgaven nu", "say who has the task now"};
    }
  }

  void single_points() {
    for (Index i = 0; i < model_.size(); ++i) {
      if (!stands_[i] || model_.kind(i) != Kind::duty) continue;
      std::set<Index> alone;
      const auto [first, last] = model_.requirements_of(i);
      for (std::uint32_t r = first; r < last; ++r) {
        if (model_.relation_of(r) != Relation::needs) continue;
        List left;
        for (const Index one : model_.listed(r))
          if (stands_[one]) left.push_back(one);
        if (left.size() == model_.at_least_of(r)) alone.insert(left.begin(), left.end());
      }
      alone.erase(i);
      if (alone.empty()) continue;
      const List things(alone.begin(), alone.end());
      const bool one = things.size() == 1;
      add(Severity::note, "single_point", i, "needs",
          da(i) + " hænger på " + da(things) +
              (one ? " alene" : ", uden reserve: falder én af dem, er pligten ikke opfyldt"),
          en(i) + " hangs on " + en(things) +
              (one ? " alone"
                   : ", with nothing to spare: without any one of them the duty is unmet"),
          things)
          .advice = {"fjern dem ikke, før noget andet kan opfylde pligten",
                     "remove none of them before something else can meet the duty"};
    }
  }

  /// Of two rules that cannot be followed both, the one whose instrument goes before; none if
  /// people must judge.
  [[nodiscard]] Index superior(Index a, Index b) const {
    const auto rank = [&](Index i) {
      return std::min(static_cast<int>(model_.instrument(i)),
                      static_cast<int>(Instrument::circular) + 1);
    };
    return rank(a) < rank(b) ? a : rank(b) < rank(a) ? b : none;
  }

  void conflicts() {
    std::set<std::pair<Index, Index>> pairs;
    for (Index i = 0; i < model_.size(); ++i) {
      if (!stands_[i] || model_.kind(i) != Kind::rule) continue;
      const Element element = model_.element(i);
      for (const std::string& id : std::get<Rule>(element.fields).conflicts_with)
        if (const Index other = *model_.find(id); other != i && stands_[other])
          pairs.insert(std::minmax(i, other));
    }
    for (const auto& [a, b] : pairs) {
      Finding& finding =
          add(Severity::warning, "conflict", a, "conflicts_with",
              da(a) + " og " + da(b) + " gælder begge, men kan ikke begge følges",
              en(a) + " and " + en(b) + " both stand, but cannot both be followed", {b});
      if (const Index above = superior(a, b); above != none)
        finding.advice = {da(above) + " går forud (den højere regel før den lavere)",
                          en(above) + " goes before (the higher rule before the lower)"};
      else
        finding.advice = {"et menneske må afgøre, hvilken der går forud, og rette den anden",
                          "a person must judge which goes before, and amend the other"};
    }
  }

  void excesses() {
    for (const GrantRow& grant : model_.grants()) {
      if (grant.from == none || !in_force(model_, grant.element, date_) ||
          !in_force(model_, grant.from, date_))
        continue;
      for (const Excess& excess : ExcessOf(model_, grant).run()) exceeds(grant.element, excess);
    }
  }

  void exceeds(Index grant, const Excess& excess) {
    const std::string_view field = excess.field;
    const std::string above_da = da(excess.above), above_en = en(excess.above);
    if (field == "redelegable" && excess.covers_nothing) {
      add(Severity::warning, "exceeds_parent", grant, "redelegable",
          da(grant) + " gælder intet: " + above_da + " må ikke gives så langt videre",
          en(grant) + " covers nothing: " + above_en + " may not be delegated this far",
          {excess.above});
      return;
    }
    if (field == "redelegable") {
      add(Severity::note, "exceeds_parent", grant, "redelegable",
          da(grant) + " må efter sin ordlyd gives længere videre, end " + above_da + " tillader",
          en(grant) + " may by its wording be delegated further than " + above_en + " allows",
          {excess.above});
      return;
    }
    const auto said = [&](const char* text_da, const char* text_en, const char* name) {
      add(Severity::warning, "exceeds_parent", grant, name,
          da(grant) + " giver " + text_da + ", end " + above_da + " rummer",
          en(grant) + " gives " + text_en + " than " + above_en + " holds", {excess.above})
          .advice = {
          "det, der er for meget, gælder ikke; ret den, eller udvid den, den er givet fra",
          "what is too much does not count; amend it, or widen the one it is given from"};
    };
    if (field == "powers") said("flere beføjelser", "more powers", "powers");
    if (field == "over") said("beføjelse over mere", "authority over more", "over");
    if (field == "within") said("beføjelse flere steder", "authority in more places", "within");
    if (field == "conditions") said("en højere grænse", "a wider limit", "conditions");
  }

  void claims() {
    const Origins origins(model_, stands_);
    for (Index i = 0; i < model_.size(); ++i) {
      if (!stands_[i]) continue;
      const Element element = model_.element(i);
      if (!element.claims) continue;
      const Origin origin = element.claims->origin
                                ? origins.of(i, [&] { return required(i, origins); })
                                : Origin::unknown;
      const ClaimsHeld held = claims_held(model_, element, origin, model_.issuers(i));
      const auto contradicted = [&](const char* field, const std::string& claimed_da,
                                    const std::string& shown_da, const std::string& claimed_en,
                                    const std::string& shown_en) {
        add(Severity::warning, "claim_contradicted", i, field,
            "om " + da(i) + " er det sagt: " + claimed_da + "; modellen viser: " + shown_da,
            "of " + en(i) + " it is said: " + claimed_en + "; the model shows: " + shown_en);
      };
      if (held.origin == Claim::contradicted)
        contradicted("claims.origin", word(*element.claims->origin).da, word(origin).da,
                     word(*element.claims->origin).en, word(origin).en);
      if (held.issuer == Claim::contradicted) {
        const auto claimed = model_.find(element.claims->issuer);
        const List issuers(model_.issuers(i).begin(), model_.issuers(i).end());
        const std::string unknown = quote(element.claims->issuer);
        contradicted("claims.issuer", "udstedt af " + (claimed ? da(*claimed) : unknown),
                     "udstedt af " + da(issuers), "issued by " + (claimed ? en(*claimed) : unknown),
                     "issued by " + en(issuers));
      }
      if (held.hours == Claim::contradicted) {
        const Range hours = hours_of(*burden_of(element)).per_year;
        contradicted("claims.hours", figures(*element.claims->hours) + " timer om året",
                     figures(hours) + " timer om året",
                     figures(*element.claims->hours) + " hours a year",
                     figures(hours) + " hours a year");
      }
    }
  }

  [[nodiscard]] bool required(Index i, const Origins& origins) const {
    Removal removal;
    removal.elements = {i};
    removal.date = date_;
    removal.causes = false;
    const List unmet = what_breaks(model_, removal).unmet_duties;
    return std::any_of(unmet.begin(), unmet.end(),
                       [&](Index duty) { return origins.rests_on_state(duty); });
  }

  static Name word(Origin origin) {
    switch (origin) {
      case Origin::agreed:
        return {"aftalt", "agreed"};
      case Origin::state:
        return {"statens", "the state's"};
      case Origin::required:
        return {"påkrævet af staten", "required by the state"};
      case Origin::one_of_several:
        return {"én af flere måder at opfylde en lovbestemt pligt på",
                "one of several ways to meet a duty set by the state"};
      case Origin::allowed:
        return {"tilladt ved lov, ikke krævet", "allowed by an act, not required"};
      case Origin::home_made:
        return {"hjemmelavet", "home-made"};
      case Origin::unknown:
        break;
    }
    return {"ukendt", "unknown"};
  }

  /// Hours in whole numbers, `8-15`.
  static std::string figures(const Range& range) {
    const auto whole = [](double hours) {
      return std::to_string(std::llround(std::min(hours, 1e15)));
    };
    const std::string low = whole(range.low), high = whole(range.high);
    return low == high ? low : low + "-" + high;
  }

  void hours_twice() {
    using Figures =
        std::tuple<double, double, double, double, double, double, double, double, double>;
    std::map<Index, Figures> figures;
    for (Index i = 0; i < model_.size(); ++i) {
      if (!stands_[i]) continue;
      const auto burden = model_.burden(i);
      if (!burden || hours_of(*burden).per_year.high <= 0) continue;
      const Range m = *burden->minutes, t = *burden->times_per_year;
      const Range p = burden->people.value_or(Range{1, 1, 1});
      figures[i] = {m.low, m.likely, m.high, t.low, t.likely, t.high, p.low, p.likely, p.high};
    }
    std::set<std::pair<Index, Index>> pairs;
    // One serves the other.
    for (const auto& [i, own] : figures)
      for (const Index served : model_.serves(i)) {
        const auto other = figures.find(served);
        if (served != i && other != figures.end() && other->second == own)
          pairs.insert(std::minmax(i, served));
      }
    // Both serve the same and burden the same actors: neighbours among what is alike.
    std::map<std::tuple<Index, Figures, List>, Index> last_alike;
    for (const auto& [i, own] : figures) {
      const auto places = burdened(model_, i);
      if (places.empty()) continue;
      for (const Index served : model_.serves(i)) {
        const auto [at, fresh] =
            last_alike.try_emplace({served, own, List(places.begin(), places.end())}, i);
        if (!fresh) pairs.insert({std::exchange(at->second, i), i});
      }
    }
    for (const auto& [a, b] : pairs)
      add(Severity::warning, "hours_twice", a, "burden",
          da(a) + " og " + da(b) +
              " har de samme tal for tid: timerne ser ud til at være talt to gange",
          en(a) + " and " + en(b) + " have the same figures: the hours look to be counted twice",
          {b})
          .advice = {"lad kun den ene bære timerne, hvis det er det samme arbejde",
                     "let only one of them carry the hours if it is the same work"};
  }

  const Model& model_;
  std::optional<Day> date_;
  std::vector<std::uint8_t> stands_;
};

}  // namespace regelgraf::detail

#ifndef REGELGRAF_DECLARATIONS_ONLY
namespace regelgraf {

REGELGRAF_INLINE std::vector<Finding> check(const Model& model, std::optional<Day> date) {
  return detail::Checker(model, date).run();
}

}  // namespace regelgraf
#endif
