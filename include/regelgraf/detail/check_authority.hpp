#pragma once

// What is amiss with authority: grants that forbid themselves, limits that do not meet, holders who
// are gone.

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include <regelgraf/detail/fields.hpp>
#include <regelgraf/detail/finding_writer.hpp>
#include <regelgraf/detail/holders.hpp>

namespace regelgraf::detail {

/// The numbers for which a grant speaks.
struct Span {
  double low = -HUGE_VAL, high = HUGE_VAL;
  bool low_open = false, high_open = false;  ///< The end itself does not belong to it.

  [[nodiscard]] bool empty() const {
    return low > high || (low == high && (low_open || high_open));
  }
  /// Does it begin before @p other, or with it and take in more?
  [[nodiscard]] bool begins_before(const Span& other) const {
    return low < other.low || (low == other.low && !low_open && other.low_open);
  }
  [[nodiscard]] bool ends_before(const Span& other) const {
    return high < other.high || (high == other.high && high_open && !other.high_open);
  }
  /// Is there a number between the end of this and the begin of @p next?
  [[nodiscard]] bool leaves_gap_to(const Span& next) const {
    return high < next.low || (high == next.low && high_open && next.low_open);
  }
  [[nodiscard]] Span cut(const Span& other) const {
    Span both = begins_before(other) ? other : *this;
    const Span& first = ends_before(other) ? *this : other;
    both.high = first.high;
    both.high_open = first.high_open;
    return both;
  }
};

class AuthorityChecker {
 public:
  AuthorityChecker(const Model& model, std::optional<Day> date,
                   std::span<const std::uint8_t> stands, FindingWriter& out)
      : model_(model), date_(date), stands_(stands), out_(out) {}

  void run() {
    using Self = AuthorityChecker;
    for (const auto find :
         {&Self::barred_grants, &Self::exclusive_overlaps, &Self::limits, &Self::nobody_decides,
          &Self::lost_holders, &Self::expired_grants, &Self::same_persons, &Self::old_editions}) {
      const auto first = static_cast<std::ptrdiff_t>(out_.findings.size());
      (this->*find)();
      std::stable_sort(out_.findings.begin() + first, out_.findings.end(),
                       [](const Finding& a, const Finding& b) {
                         return std::tie(a.code, a.element, a.field) <
                                std::tie(b.code, b.element, b.field);
                       });
    }
  }

 private:
  using List = FindingWriter::List;

  /// Of the model's own layer; what it extends is for others to put right.
  [[nodiscard]] bool is_own(Index i) const { return model_.layer(i) + 1 == model_.layers().size(); }

  using Entry = std::tuple<bool, Index, Index, int, Index>;

  static Entry entry_of(const OverRow& over) {
    return {over.everything, over.id, over.matter,
            over.instrument ? static_cast<int>(*over.instrument) : -1, over.issuer};
  }

  [[nodiscard]] bool is_above(Index above, const GrantRow& grant) const {
    for (Index i = grant.from; i != none; i = model_.grant(i).from)
      if (i == above) return true;
    return false;
  }

  /// Powers over things that prohibitions keep from all its holders. What gives every power is read
  /// as every power that is not forbidden.
  void barred_grants() {
    for (const GrantRow& grant : model_.grants()) {
      if (!is_own(grant.element) || !stands_[grant.element] || grant.to.empty() || grant.to_leader)
        continue;
      std::set<Index> bars;
      bool all = !grant.every_power;
      for (const std::uint32_t power : grant.powers) {
        if (model_.power_name(power) == "*") continue;
        for (const OverRow& over : grant.over) all = is_barred(grant, power, over, bars) && all;
      }
      if (bars.empty()) continue;
      const List by(bars.begin(), bars.end());
      out_.add(all ? Severity::warning : Severity::note, "barred_grant", grant.element, "powers",
               out_.da(grant.element) + (all ? " giver, hvad " : " giver også, hvad ") +
                   out_.da(by) + " forbyder",
               out_.en(grant.element) + (all ? " gives what " : " also gives what ") + out_.en(by) +
                   (by.size() == 1 ? " forbids" : " forbid"),
               by)
          .advice = {
          "det, der er forbudt, gælder ikke; tag det ud, eller lad det blive, hvor det er",
          "what is forbidden does not count; take it out, or leave it where it is"};
    }
  }

  /// Do bars surely keep it from every holder? Adds these to @p bars, and those that are meant
  /// against its holders and hang on the case.
  bool is_barred(const GrantRow& grant, std::uint32_t power, const OverRow& over,
                 std::set<Index>& bars) const {
    AuthorityQuestion question;
    question.power = model_.power_name(power);
    question.target = over.id;
    if (over.matter != none) question.concerns = {over.matter};
    question.instrument = over.instrument;
    question.issuer = over.issuer;
    question.date = date_;
    for (const ConditionRow& row : grant.conditions)  // a case in which the grant speaks
      if (row.written->op == Op::eq) question.facts.emplace_back(row.fact, row.written->values[0]);
    Workings workings;
    const Inquiry inquiry(model_, question, {stands_, workings.memory()});
    if (inquiry.bars.empty()) return false;
    const Holders holders(inquiry);
    std::set<Index> surely, meant;
    std::size_t hit_surely = 0, hit = 0;
    for (const Index holder : grant.to) {
      const Holders::Hit by = holders.hit({holder, holder});
      surely.insert(by.surely.begin(), by.surely.end());
      bool is_meant = false;
      for (const Dependence& one : by.perhaps)
        if (is_against(one.because)) {
          is_meant = true;
          meant.insert(one.because);
        }
      hit_surely += !by.surely.empty();
      hit += !by.surely.empty() || is_meant;
    }
    if (hit_surely == grant.to.size())
      bars.insert(surely.begin(), surely.end());
    else if (hit == grant.to.size())
      bars.insert(meant.begin(), meant.end());
    return hit_surely == grant.to.size();
  }
  /// Is a bar against actors that it names, by id, tier or form?
  [[nodiscard]] bool is_against(Index bar) const {
    const auto& patterns = static_cast<const BarRow&>(*model_.scope(bar)).against;
    return !patterns.empty() && std::none_of(patterns.begin(), patterns.end(),
                                             [](const PatternRow& one) { return one.fact; });
  }

  /// Calls @p visit with a grant and every one above it: what a grant leaves out it has from there.
  template <class Visit>
  void for_chain(const GrantRow& grant, const Visit& visit) const {
    visit(grant);
    for (Index i = grant.from; i != none; i = model_.grant(i).from) visit(model_.grant(i));
  }

  /// Do they hold in a unit in common? Where there is one, the lowest that any names is such.
  [[nodiscard]] bool share_unit(const GrantRow& a, const GrantRow& b) const {
    std::vector<List> within;
    for (const GrantRow* grant : {&a, &b})
      for_chain(*grant, [&](const GrantRow& row) {
        if (!row.within.empty()) within.emplace_back(row.within.begin(), row.within.end());
      });
    const auto in_all = [&](Index unit) {
      return std::all_of(within.begin(), within.end(), [&](const List& one) {
        return std::any_of(one.begin(), one.end(),
                           [&](Index in) { return model_.at_or_below(unit, in); });
      });
    };
    return within.empty() || std::any_of(within.begin(), within.end(), [&](const List& one) {
             return std::any_of(one.begin(), one.end(), in_all);
           });
  }

  /// Could both speak to one case? Conditions on numbers alone are held against each other.
  [[nodiscard]] bool share_case(const GrantRow& a, const GrantRow& b) const {
    std::map<std::uint32_t, Span> allowed;
    for (const GrantRow* grant : {&a, &b})
      for_chain(*grant, [&](const GrantRow& row) {
        for (const ConditionRow& condition : row.conditions)
          if (const auto one = bound_of(condition))
            allowed[condition.fact] = allowed[condition.fact].cut(*one);
      });
    return std::none_of(allowed.begin(), allowed.end(),
                        [](const auto& one) { return one.second.empty(); });
  }

  void exclusive_overlaps() {
    std::map<std::pair<std::string, Entry>, std::vector<const GrantRow*>> over;
    for (const GrantRow& grant : model_.grants()) {
      if (!grant.exclusive || grant.exceptional || !stands_[grant.element]) continue;
      for (const OverRow& entry : grant.over) {
        if (grant.every_power) over[{"*", entry_of(entry)}].push_back(&grant);
        for (const std::uint32_t power : grant.powers)
          over[{model_.power_name(power), entry_of(entry)}].push_back(&grant);
      }
    }
    std::set<std::pair<Index, Index>> pairs;
    for (const auto& [what, grants] : over)
      for (std::size_t b = 1; b < grants.size(); ++b)
        for (std::size_t a = 0; a < b; ++a)
          if (grants[a] != grants[b] && !is_above(grants[a]->element, *grants[b]) &&
              !is_above(grants[b]->element, *grants[a]) && share_unit(*grants[a], *grants[b]) &&
              share_case(*grants[a], *grants[b]))
            pairs.insert(std::minmax(grants[a]->element, grants[b]->element));
    for (const auto& [first, second] : pairs) {
      const auto [a, b] = is_own(first) ? std::pair(first, second) : std::pair(second, first);
      if (!is_own(a)) continue;
      const bool told_apart = hangs_on_case(model_.grant(a)) || hangs_on_case(model_.grant(b));
      out_.add(told_apart ? Severity::note : Severity::warning, "exclusive_overlap", a, "exclusive",
               out_.da(a) + " og " + out_.da(b) + " er begge enekompetence over det samme",
               out_.en(a) + " and " + out_.en(b) + " both give the same exclusively", {b})
          .advice = {"højst én af dem kan gælde alene; ret den anden",
                     "one of them at most can hold alone; amend the other"};
    }
  }
  /// Has it a condition that is no bound on a number, and so may tell it from others?
  [[nodiscard]] bool hangs_on_case(const GrantRow& grant) const {
    bool hangs = false;
    for_chain(grant, [&](const GrantRow& row) {
      for (const ConditionRow& condition : row.conditions) hangs = hangs || !bound_of(condition);
    });
    return hangs;
  }

  /// The numbers for which one condition holds; empty where it is no bound on a number.
  [[nodiscard]] static std::optional<Span> bound_of(const ConditionRow& row) {
    if (row.written->values.size() != 1) return std::nullopt;
    const auto* value = std::get_if<double>(&row.written->values.front());
    if (!value) return std::nullopt;
    Span one;
    switch (row.written->op) {
      case Op::lt:
      case Op::le:
        one.high = *value;
        one.high_open = row.written->op == Op::lt;
        return one;
      case Op::gt:
      case Op::ge:
        one.low = *value;
        one.low_open = row.written->op == Op::gt;
        return one;
      case Op::eq:
        one.low = one.high = *value;
        return one;
      default:
        return std::nullopt;
    }
  }
  /// The numbers of @p fact for which the conditions of @p grant hold; empty where they are not all
  /// bounds on that number.
  [[nodiscard]] static std::optional<Span> span_of(const GrantRow& grant, std::uint32_t fact) {
    Span span;
    for (const ConditionRow& row : grant.conditions) {
      const auto one = bound_of(row);
      if (row.fact != fact || !one) return std::nullopt;
      span = span.cut(*one);
    }
    return span;
  }

  /// Grants from one source over the same, each up to its own limit: is there a hole between them,
  /// or a stretch that two share, neither of them the wider?
  void limits() {
    using Key = std::tuple<Index, std::uint32_t, Entry, List, std::uint32_t>;
    struct Part {
      Span span;
      const GrantRow* grant;
    };
    std::map<Key, std::vector<Part>> parts;
    std::set<std::tuple<Index, std::uint32_t, Entry, List>>
        whole;  // somebody decides whatever the number
    for (const GrantRow& grant : model_.grants()) {
      if (!is_own(grant.element) || !stands_[grant.element] || grant.residual || grant.exceptional)
        continue;
      for (const std::uint32_t power : grant.powers)
        for (const OverRow& over : grant.over) {
          const Entry entry = entry_of(over);
          if (grant.conditions.empty())
            whole.insert({grant.from, power, entry, {grant.within.begin(), grant.within.end()}});
          if (grant.conditions.empty()) continue;
          const std::uint32_t fact = grant.conditions.front().fact;
          if (const auto span = span_of(grant, fact); span && !span->empty())
            parts[{grant.from, power, entry, {grant.within.begin(), grant.within.end()}, fact}]
                .push_back({*span, &grant});
        }
    }
    std::set<std::tuple<Index, Index, bool>> told;
    for (auto& [key, all] : parts) {
      const auto& [from, power, entry, within, fact] = key;
      std::stable_sort(all.begin(), all.end(),
                       [](const Part& a, const Part& b) { return a.span.begins_before(b.span); });
      const bool covered =
          whole.contains({from, power, entry, {}}) || whole.contains({from, power, entry, within});
      const Part* widest = &all.front();  // the one that reaches farthest so far
      for (std::size_t at = 1; at < all.size(); ++at) {
        const Part& next = all[at];
        if (widest->span.leaves_gap_to(next.span) && !covered &&
            told.insert({widest->grant->element, next.grant->element, true}).second)
          gap(*widest->grant, *next.grant, fact, widest->span.high, next.span.low);
        for (std::size_t before = 0; before < at; ++before) {
          const Part& first = all[before];
          if (first.span.begins_before(next.span) && first.span.ends_before(next.span) &&
              !first.span.cut(next.span).empty() && !same_holders(*first.grant, *next.grant) &&
              told.insert({first.grant->element, next.grant->element, false}).second)
            overlap(*first.grant, *next.grant, fact, next.span.low, first.span.high);
        }
        if (widest->span.ends_before(next.span)) widest = &next;
      }
    }
  }

  [[nodiscard]] static bool same_holders(const GrantRow& a, const GrantRow& b) {
    return a.to_leader == b.to_leader && std::ranges::equal(a.to, b.to);
  }

  /// `2.5 %`, `500000 DKK`: all its decimals, never an exponent.
  [[nodiscard]] std::string number(double value, std::uint32_t fact) const {
    std::array<char, 400> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value,
                                   std::chars_format::fixed);
    const std::string& unit = model_.facts()[fact].unit;
    return std::string(digits.data(), end.ptr) + (unit.empty() ? "" : " " + unit);
  }
  void gap(const GrantRow& below, const GrantRow& above, std::uint32_t fact, double from,
           double to) {
    const std::string& name = model_.facts()[fact].name;
    const std::string da_who = below.from == none ? "ingen" : "kun " + out_.da(below.from);
    const std::string en_who = below.from == none ? "nobody" : "only " + out_.en(below.from);
    out_.add(Severity::warning, "limit_gap", above.element, "conditions",
             "mellem " + out_.da(below.element) + " og " + out_.da(above.element) +
                 " er der et hul: fra " + name + " " + number(from, fact) + " til " +
                 number(to, fact) + " gælder " + da_who,
             "between " + out_.en(below.element) + " and " + out_.en(above.element) +
                 " there is a gap: from " + name + " " + number(from, fact) + " to " +
                 number(to, fact) + " " + en_who + " speaks",
             {below.element})
        .advice = {"lad den enes grænse begynde, hvor den andens hører op",
                   "let the one limit begin where the other ends"};
  }
  void overlap(const GrantRow& below, const GrantRow& above, std::uint32_t fact, double from,
               double to) {
    const std::string& name = model_.facts()[fact].name;
    out_.add(Severity::note, "limit_overlap", above.element, "conditions",
             out_.da(below.element) + " og " + out_.da(above.element) + " gælder begge fra " +
                 name + " " + number(from, fact) + " til " + number(to, fact),
             out_.en(below.element) + " and " + out_.en(above.element) + " both speak from " +
                 name + " " + number(from, fact) + " to " + number(to, fact),
             {below.element})
        .advice = {"er det ment, så lad det stå; ellers ret den ene grænse",
                   "if that is meant, let it be; else amend one of the limits"};
  }

  /// Matters at the end of the subject tree, of the model's own layer, over which no grant but one
  /// of general competence gives anything.
  void nobody_decides() {
    std::vector<std::uint8_t> given(model_.size()), is_above(model_.size());
    bool residual = false;
    for (const GrantRow& grant : model_.grants()) {
      if (!stands_[grant.element]) continue;
      residual = residual || grant.residual;
      if (grant.residual) continue;
      for (const OverRow& over : grant.over) {
        if (over.everything) return;
        if (over.instrument || over.issuer != none) continue;  // rules alone
        if (over.id != none) given[over.id] = 1;
        if (over.matter != none) given[over.matter] = 1;
      }
    }
    for (Index i = 0; i < model_.size(); ++i)
      for (const Index above : model_.broader(i)) is_above[above] = 1;
    for (Index i = 0; i < model_.size(); ++i) {
      if (model_.kind(i) != Kind::matter || !stands_[i] || is_above[i] || !is_own(i) ||
          reaches_up(i, given))
        continue;
      out_.add(residual ? Severity::note : Severity::warning, "nobody_decides", i, "",
               "ingen har fået beføjelse over " + out_.da(i) +
                   (residual ? "; den følger af den almindelige kompetence" : ""),
               "nobody was given authority over " + out_.en(i) +
                   (residual ? "; it follows from general competence" : ""))
          .advice = {"er det ikke meningen, så skriv i planen, hvem der afgør det",
                     "if that is not meant, say in the plan who decides it"};
    }
  }

  [[nodiscard]] bool reaches_up(Index matter, const std::vector<std::uint8_t>& given) const {
    List open{matter};
    std::set<Index> seen{matter};
    for (std::size_t at = 0; at < open.size(); ++at) {
      if (given[open[at]]) return true;
      for (const Index above : model_.broader(open[at]))
        if (seen.insert(above).second) open.push_back(above);
    }
    return false;
  }

  void lost_holders() {
    for (const GrantRow& grant : model_.grants()) {
      if (!is_own(grant.element) || !in_force(model_, grant.element, date_)) continue;
      List lost;
      for (const Index holder : grant.to)
        if (!stands_[holder]) lost.push_back(holder);
      if (!lost.empty()) gone(grant.element, "to", "er givet til ", "is given to ", lost);
    }
    for (const InvolvementRow& row : model_.involvements())
      if (is_own(row.element) && in_force(model_, row.element, date_) && row.body != none &&
          !stands_[row.body])
        gone(row.element, "body", "inddrager ", "involves ", {row.body});
  }
  void gone(Index i, const char* field, const char* da, const char* en, const List& lost) {
    const bool one = lost.size() == 1;
    out_.add(Severity::warning, "lost_holder", i, field,
             out_.da(i) + " " + da + out_.da(lost) + ", som ikke findes mere",
             out_.en(i) + " " + en + out_.en(lost) +
                 (one ? ", which is no longer there" : ", which are no longer there"),
             lost)
        .advice = {"skriv, hvem der er trådt i stedet, eller ophæv den",
                   "say who has taken the place, or repeal it"};
  }

  /// Past its end though what it rests on goes on, with nothing after it that gives the same to the
  /// same.
  void expired_grants() {
    using Gives = std::tuple<List, bool, std::set<std::uint32_t>, std::set<Entry>>;
    const auto gives = [](const GrantRow& grant) {
      std::set<Entry> entries;
      for (const OverRow& over : grant.over) entries.insert(entry_of(over));
      return Gives{{grant.to.begin(), grant.to.end()},
                   grant.to_leader,
                   {grant.powers.begin(), grant.powers.end()},
                   std::move(entries)};
    };
    std::set<Gives> given;
    for (const GrantRow& grant : model_.grants())
      if (in_force(model_, grant.element, date_)) given.insert(gives(grant));
    for (const GrantRow& grant : model_.grants()) {
      const Index i = grant.element;
      if (!is_own(i) || model_.status(i) != Status::in_force || !is_over(model_, i, date_) ||
          !ground_holds(model_, i, stands_) || given.contains(gives(grant)))
        continue;
      const std::string day = to_text(*model_.valid(i).to);
      out_.add(Severity::warning, "expired_grant", i, "valid",
               out_.da(i) + " udløb " + day + ", og intet er trådt i stedet",
               out_.en(i) + " ended on " + day + ", and nothing has taken its place")
          .advice = {"forlæng den, eller skriv, at den er ophævet",
                     "prolong it, or say that it is repealed"};
    }
  }

  void same_persons() {
    for (const GrantRow& grant : model_.grants()) {
      if (!is_own(grant.element) || !stands_[grant.element] ||
          (grant.jointly <= 1 && grant.concur.size() <= 1))
        continue;
      std::map<Index, std::uint32_t> seats;  // of each person
      for (const Index holder : grant.to)
        for (const Index person : model_.actor(holder).held_by)
          if (stands_[person]) ++seats[person];
      List twice;
      for (const auto& [person, count] : seats)
        if (count > 1) twice.push_back(person);
      if (twice.empty()) continue;
      out_.add(Severity::warning, "same_person", grant.element, "to",
               out_.da(twice) + " sidder på flere af de pladser, der skal handle sammen efter " +
                   out_.da(grant.element),
               out_.en(twice) + (twice.size() == 1 ? " holds" : " hold") +
                   " several of the posts that must act together by " + out_.en(grant.element),
               twice)
          .advice = {"én person tæller kun én gang; udpeg en anden på den ene plads",
                     "one person counts once; appoint somebody else to one of the posts"};
    }
  }

  /// Cites an edition of the law from before that of the rule it rests on.
  void old_editions() {
    for (Index i = 0; i < model_.size(); ++i) {
      if (!is_own(i) || !stands_[i] ||
          (model_.kind(i) != Kind::rule && model_.kind(i) != Kind::grant))
        continue;
      const auto cited = edition_of(i);
      if (!cited) continue;
      List newer;
      const auto [first, last] = model_.requirements_of(i);
      for (std::uint32_t r = first; r < last; ++r)
        if (model_.relation_of(r) == Relation::basis)
          for (const Index ground : model_.listed(r))
            if (const auto now = edition_of(ground);
                now && model_.layer(ground) < model_.layer(i) && *cited < *now)
              newer.push_back(ground);
      if (newer.empty()) continue;
      std::sort(newer.begin(), newer.end());
      newer.erase(std::unique(newer.begin(), newer.end()), newer.end());
      out_.add(Severity::note, "old_edition", i, "source.edition",
               out_.da(i) + " henviser til udgaven af " + to_text(*cited) +
                   "; der er en nyere af " + out_.da(newer),
               out_.en(i) + " cites the edition of " + to_text(*cited) +
                   "; there is a newer one of " + out_.en(newer),
               newer)
          .advice = {"se efter, om hjemlen stadig er den samme, og ret henvisningen",
                     "see whether the ground is still the same, and amend the reference"};
    }
  }
  [[nodiscard]] std::optional<Day> edition_of(Index i) const {
    const Element element = model_.element(i);
    return element.source ? day_from_text(element.source->edition) : std::nullopt;
  }

  const Model& model_;
  std::optional<Day> date_;
  std::span<const std::uint8_t> stands_;
  FindingWriter& out_;
};

}  // namespace regelgraf::detail
