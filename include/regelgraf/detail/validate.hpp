#pragma once

// Everything that can be refused in a draft, found in one walk: all findings, not the first.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <variant>
#include <vector>

#include <regelgraf/detail/cycles.hpp>
#include <regelgraf/detail/facts.hpp>
#include <regelgraf/detail/records.hpp>
#include <regelgraf/detail/references.hpp>
#include <regelgraf/detail/text.hpp>
#include <regelgraf/detail/texts.hpp>
#include <regelgraf/finding.hpp>
#include <regelgraf/limits.hpp>
#include <regelgraf/model.hpp>

namespace regelgraf::detail {

/// The records of a draft in the order of their ids, and whom an id means.
class Sorted {
 public:
  Sorted(const Records& all, Block<std::uint32_t> sorted)
      : records(all),
        order(std::move(sorted)),
        numbers_(all.names.size(), none),
        kinds_(all.names.size(), no_kind) {
    for (Index i = size(); i-- > 0;) {  // of two with one id the first
      numbers_[row(i).name] = i;
      kinds_[row(i).name] = row(i).kind;
    }
  }
  Sorted(const Sorted&) = delete;  // it looks at its own numbers
  Sorted& operator=(const Sorted&) = delete;

  const Records& records;
  Block<std::uint32_t> order;  ///< Place in the draft of each.

  [[nodiscard]] Index size() const { return static_cast<Index>(order.size()); }
  [[nodiscard]] const Records::Row& row(Index i) const { return records.rows[order[i]]; }
  [[nodiscard]] std::string_view id(Index i) const { return records.names.name(row(i).name); }
  [[nodiscard]] Kind kind(Index i) const { return static_cast<Kind>(row(i).kind); }
  [[nodiscard]] Element element(Index i) const { return records.element(order[i]); }

  /// The element itself, whether or not another takes its place.
  [[nodiscard]] Index plain(std::string_view id) const { return of(numbers_.data(), id); }
  /// The element that is meant where @p id is written; none if nobody is.
  [[nodiscard]] Index operator()(std::string_view id) const { return of(meant_, id); }
  /// The same for the number of a name.
  [[nodiscard]] Index meant(std::uint32_t name) const { return meant_[name]; }
  /// Does the name mean the element that has it, as most do?
  [[nodiscard]] bool plain_name(std::uint32_t name) const { return meant_[name] == numbers_[name]; }
  [[nodiscard]] bool own_name(std::uint32_t name) const { return numbers_[name] != none; }
  /// Does it mean the element that has it, and is that of one of @p kinds? A byte is looked at.
  [[nodiscard]] bool plainly(std::uint32_t name, Kinds kinds) const {
    return kinds >> kinds_[name] & 1;
  }

  void alias(std::string_view id, Index actor) {
    if (with_aliases_.empty()) meant_ = (with_aliases_ = numbers_).data();
    const std::uint32_t name = records.names.find(id);
    with_aliases_[name] = actor;
    kinds_[name] = no_kind;
    aliases.emplace_back(id, actor);
  }
  std::vector<std::pair<std::string_view, Index>> aliases;  ///< Names that mean another.

  /// Gives its memory back; nothing can be asked any more.
  void release() {
    order = {};
    numbers_ = {};
    kinds_ = {};
    with_aliases_ = {};
    aliases = {};
  }

 private:
  [[nodiscard]] Index of(const Index* numbers, std::string_view id) const {
    const std::uint32_t name = records.names.find(id);
    return name == Names::unknown ? none : numbers[name];
  }
  static constexpr std::uint8_t no_kind = 15;

  Block<Index> numbers_;       // by name
  Block<std::uint8_t> kinds_;  // by name; no_kind where nobody has it, or it means another
  Block<Index> with_aliases_;  // the same, where some mean another
  const Index* meant_ = numbers_.data();
};

/// Checks sorted elements and their heads; fills the lookup's aliases and the table of facts.
class Validator {
 public:
  Validator(Sorted& sorted, FactTable& facts, bool allow_personal_data, Watch& watch)
      : all_(sorted), facts_(facts), allow_personal_data_(allow_personal_data), watch_(watch) {}

  std::vector<Finding> run() {
    check_ids();
    check_is();
    check_heads();
    for (Index i = 0; i < all_.size(); ++i) {
      watch_.must_step(1, 100);
      if (quickly_cleared(i)) continue;
      current_ = i;
      element_ = all_.element(i);
      if (!allow_personal_data_ && (all_.row(i).look & Records::personal)) check_texts();
      check_references();
      check_shared();
      std::visit([&](const auto& fields) { check(fields); }, element_.fields);
      note_cycle_edges();
    }
    check_cycles();
    return std::move(findings_);
  }

 private:
  Finding& report(Severity severity, std::string_view code, std::string field, std::string da,
                  std::string en) {
    Finding finding;
    finding.severity = severity;
    finding.code = code;
    if (current_ != none) {
      if (const std::string_view id = all_.id(current_); !has_cpr(id))
        finding.element = shortened(id);
      finding.position = all_.order[current_];
    } else if (head_ && !has_cpr(head_->id)) {
      finding.file = head_->id;
    }
    finding.field = std::move(field);
    if (has_cpr(finding.field)) finding.field.clear();  // the name of an `x-` field is text, too
    finding.message = {std::move(da), std::move(en)};
    findings_.push_back(std::move(finding));
    return findings_.back();
  }
  Finding& error(std::string_view code, std::string field, std::string da, std::string en) {
    return report(Severity::error, code, std::move(field), std::move(da), std::move(en));
  }

  void check_ids() {
    for (Index i = 0; i < all_.size(); ++i) {
      current_ = i;
      const std::string_view id = all_.id(i);
      if (i > 0 && all_.row(i - 1).name == all_.row(i).name)
        error("duplicate_id", "id", "id'et " + quote(id) + " er brugt to gange",
              "the id " + quote(id) + " is used twice");
      if (!id.empty() && id.size() <= 200 && id != "*" && is_plain(id)) continue;
      const bool control = id.end() != std::find_if(id.begin(), id.end(), [](char c) {
                             return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
                           });
      if (id.empty() || id.size() > 200 || id == "*" || control ||
          find_invalid_utf8(id) != std::string_view::npos) {
        auto& finding = error("bad_id", "id", "id'et " + quote(id) + " er ikke gyldigt",
                              "the id " + quote(id) + " is not valid");
        finding.advice = {"1 til 200 bytes UTF-8 uden styretegn, og ikke `*` alene",
                          "1 to 200 bytes of UTF-8 without control characters, and not `*` alone"};
      }
    }
  }

  /// Surely nothing but printing ASCII? Looks at eight bytes at a time; the high bit of a byte says
  /// that it is beyond ASCII, below a blank or above a tilde.
  static bool is_plain(std::string_view text) {
    constexpr std::uint64_t ones = 0x0101010101010101;
    const auto odd = [](std::uint64_t bytes) {
      return bytes | (bytes - ones * ' ') | (bytes + ones);
    };
    std::uint64_t found = 0;
    for (; text.size() >= 8; text.remove_prefix(8)) {
      std::uint64_t bytes = 0;
      std::memcpy(&bytes, text.data(), 8);
      found |= odd(bytes);
    }
    std::uint64_t rest = ones * ' ';
    std::memcpy(&rest, text.data(), text.size());
    return ((found | odd(rest)) & ones << 7) == 0;
  }

  /// Can nothing be wrong with element @p i, by a look at its links alone? What this does not clear
  /// is looked at closely; it clears nothing that a close look would report.
  bool quickly_cleared(Index i) {
    const Records::Row& row = all_.row(i);
    if (row.look & ~(allow_personal_data_ ? Records::personal : 0)) return false;
    Links at(all_.records.links.data() + row.links);
    const auto good = [&](std::span<const std::uint32_t> names, Kinds kinds) {
      if (names.size() > 16) return false;  // rare, and a search for repeats is slow here
      for (std::size_t j = 0; j < names.size(); ++j) {
        if (!all_.plainly(names[j], kinds)) return false;
        for (std::size_t k = 0; k < j; ++k)
          if (names[k] == names[j]) return false;
      }
      return true;
    };
    for (int relation = 0; relation < 2; ++relation)
      for (std::uint32_t left = at.open(); left > 0; --left) {
        const Links::Required one = at.requirement();
        if (one.at_least < 1 || one.at_least > one.of.size() || !good(one.of, any_kind))
          return false;
      }
    return good(at.list(), any_kind) && good(at.list(), any_kind) &&
           good(at.list(), only(Kind::matter)) && good(at.list(), only(Kind::actor)) &&
           good(at.list(), only(Kind::actor));
  }

  // A layer's actor gives its place to the actor that `is` it. In chains the nearest layer wins.
  void check_is() {
    std::unordered_map<std::string_view, Index> taken_by;
    for (Index i = 0; i < all_.size(); ++i) {
      if (!(all_.row(i).look & Records::has_is)) continue;
      const Element element = all_.element(i);
      const auto* actor = std::get_if<Actor>(&element.fields);
      current_ = i;
      const Index target = all_.plain(actor->is);
      if (target == none) {
        report(Severity::warning, "unknown_layer_actor", "is",
               quote(actor->is) + " findes ikke i noget lag", quote(actor->is) + " is in no layer")
            .advice = {"id'et bruges som et andet navn for aktøren",
                       "the id is taken as another name of the actor"};
      } else if (all_.kind(target) != Kind::actor || all_.row(target).layer >= all_.row(i).layer) {
        error("bad_is", "is", quote(actor->is) + " er ikke en aktør i et lag nedenunder",
              quote(actor->is) + " is no actor of a layer below");
        continue;
      }
      const std::string_view is = all_.records.names.name(all_.records.names.find(actor->is));
      if (!taken_by.try_emplace(is, i).second)
        error("duplicate_is", "is", "to aktører er begge " + quote(actor->is),
              "two actors are both " + quote(actor->is));
    }
    for (const auto& [id, actor] : taken_by) {
      Index last = actor;
      for (auto next = taken_by.find(all_.id(last)); next != taken_by.end();
           next = taken_by.find(all_.id(last)))
        last = next->second;
      all_.alias(id, last);
    }
  }

  void check_heads() {
    current_ = none;
    for (const Head& head : all_.records.layers) {
      head_ = &head;
      std::unordered_set<std::string_view> declared;
      for (std::size_t i = 0; i < head.facts.size(); ++i) {
        const Fact& fact = head.facts[i];
        const std::string field = "model.facts[" + std::to_string(i) + "]";
        if (!declared.insert(fact.name).second)
          error("duplicate_fact", field,
                "kendsgerningen " + quote(fact.name) + " er erklæret to gange",
                "the fact " + quote(fact.name) + " is declared twice");
        if (const auto known = facts_.find(fact.name);
            known && facts_.facts[*known].type != fact.type)
          error("wrong_type", field, quote(fact.name) + " har en anden type i et lag nedenunder",
                quote(fact.name) + " has another type in a layer below");
        if (!facts_.declare(fact))
          error("duplicate_fact", field, "et navn for " + quote(fact.name) + " er taget",
                "a name of " + quote(fact.name) + " is taken");
        if (fact.default_value && !has_type(*fact.default_value, fact.type))
          error("wrong_type", field + ".default",
                "standardværdien er ikke " + std::string(to_text(fact.type)),
                "the default is no " + std::string(to_text(fact.type)));
        if (!fact.by.empty() && all_(fact.by) == none)
          unknown(fact.by, field + ".by", Severity::error);
      }
      if (!allow_personal_data_)
        for_each_text(head, [&](std::string_view text, const std::string& field) {
          if (has_cpr(text)) personal_data(field);
        });
    }
  }

  void personal_data(std::string field) {
    const Finding said = personal_data_found();
    error(said.code, std::move(field), said.message.da, said.message.en).advice = said.advice;
  }

  void check_texts() {
    for_each_text(element_, [&](std::string_view text, const FieldPath& path) {
      if (has_cpr(text)) personal_data(path.text());
    });
  }

  void unknown(std::string_view id, std::string field, Severity severity) {
    auto& finding =
        report(severity, "unknown_id", std::move(field), quote(id) + " findes ikke i modellen",
               quote(id) + " is not in the model");
    if (!has_cpr(id)) finding.elements = {std::string(id)};
    std::size_t limit = std::min<std::size_t>(3, id.size() / 3 + 1);
    std::string_view nearest;
    if (compared_ < most_compared) {  // advice costs a pass over all ids
      compared_ += all_.size();
      for (Index i = 0; i < all_.size(); ++i)
        if (const std::size_t distance = edits(all_.id(i), id, limit);
            distance < limit || (distance == limit && nearest.empty())) {
          limit = distance;
          nearest = all_.id(i);
        }
    }
    if (nearest.empty() || has_cpr(nearest)) return;
    finding.advice = {"mener du " + quote(nearest) + "?", "do you mean " + quote(nearest) + "?"};
  }

  void check_references() {
    std::string_view list;  // the list that the walk is in
    int outer = -1;
    std::unordered_set<std::string_view> seen;
    for_each_reference(
        element_, [&](const std::string& id, const FieldPath& path, Kinds kinds, Binding binding) {
          const Index target = all_(id);
          if (target == none) {
            unknown(id, path.text(),
                    binding == Binding::required ? Severity::error : Severity::warning);
          } else if (!(kinds & only(all_.kind(target)))) {
            error("wrong_kind", path.text(),
                  quote(id) + " er " + std::string(to_text(all_.kind(target))) +
                      ", og det passer ikke her",
                  quote(id) + " is a " + std::string(to_text(all_.kind(target))) +
                      ", which does not fit here");
          }
          const bool entry = path.index >= 0 && (path.inner.empty() || path.inner_index >= 0);
          const bool only_one = path.inner_index == 0 && path.inner == "of" &&
                                requirement_size(path.field, path.index) == 1;
          if (!entry || only_one) return;
          const int in = path.inner_index >= 0 ? path.index : -1;
          if (list != path.field || outer != in) {
            list = path.field;
            outer = in;
            seen.clear();
          }
          if (!seen.insert(id).second)
            report(Severity::warning, "repeat", path.text(), quote(id) + " står to gange",
                   quote(id) + " stands twice");
        });
  }

  // A requirement of one is by far the commonest; it cannot repeat itself.
  [[nodiscard]] std::size_t requirement_size(std::string_view field, int index) const {
    const Element& e = element_;
    return (field == "basis" ? e.basis : e.needs)[static_cast<std::size_t>(index)].of.size();
  }

  /// Whom the ids mean, ascending; for what nobody means, none.
  [[nodiscard]] std::vector<Index> meant(const Ids& ids) const {
    std::vector<Index> numbers;
    numbers.reserve(ids.size());
    for (const std::string& id : ids) numbers.push_back(all_(id));
    std::sort(numbers.begin(), numbers.end());
    return numbers;
  }

  [[nodiscard]] std::size_t distinct(const Ids& ids) const {
    std::set<std::pair<Index, std::string_view>> seen;
    for (const std::string& id : ids) {
      const Index index = all_(id);
      seen.insert({index, index == none ? std::string_view(id) : std::string_view()});
    }
    return seen.size();
  }

  void check_requirements(const std::vector<Requirement>& requirements, const std::string& field) {
    for (std::size_t i = 0; i < requirements.size(); ++i) {
      const Requirement& requirement = requirements[i];
      const std::string path = field + "[" + std::to_string(i) + "]";
      if (requirement.of.empty()) {
        error("empty_requirement", path, "kravet nævner ingen", "the requirement lists nothing");
        continue;
      }
      const std::size_t n = distinct(requirement.of);
      if (requirement.at_least < 1 || requirement.at_least > n)
        error("bad_at_least", path + ".at_least",
              "at_least er " + std::to_string(requirement.at_least) + " af " + std::to_string(n),
              "at_least is " + std::to_string(requirement.at_least) + " of " + std::to_string(n))
            .advice = {"et helt tal fra 1 til antallet",
                       "a whole number from 1 to the number listed"};
    }
  }

  void check_shared() {
    const Element& e = element_;
    check_requirements(e.basis, "basis");
    check_requirements(e.needs, "needs");
    if (e.valid.from && e.valid.to) {
      if (*e.valid.to < *e.valid.from)
        error("bad_period", "valid", "perioden slutter, før den begynder",
              "the period ends before it begins");
      else if (*e.valid.to == *e.valid.from)
        report(Severity::warning, "empty_period", "valid", "perioden er tom",
               "the period is empty");
    }
    if (e.claims) check_figure(e.claims->hours, "claims.hours");
    if (const Scope* scope = scope_of(e)) check_scope(*scope);
  }

  void check_scope(const Scope& scope) {
    if (scope.powers.empty())
      error("missing_field", "powers", "ingen beføjelser", "no powers").advice = {
          "nævn beføjelser, eller `*` for dem alle", "name powers, or `*` for all"};
    for (const std::string& power : scope.powers)
      if (power.empty()) error("bad_value", "powers", "tom beføjelse", "empty power");
    if (scope.over.empty())
      error("missing_field", "over", "intet område", "nothing is reached").advice = {
          "nævn emner eller regler, eller `*`", "name matters or rules, or `*`"};
    for (std::size_t i = 0; i < scope.over.size(); ++i) {
      const OverEntry& entry = scope.over[i];
      if (entry.is_object() && entry.matter.empty() && entry.issuer.empty() && !entry.instrument)
        error("bad_value", "over[" + std::to_string(i) + "]", "tom post i over",
              "empty entry in over");
    }
    for (std::size_t i = 0; i < scope.conditions.size(); ++i)
      check_condition(scope.conditions[i], "conditions[" + std::to_string(i) + "]");
  }

  void check_condition(const Condition& condition, const std::string& field) {
    if (condition.fact.empty()) {
      error("missing_field", field, "betingelsen nævner ingen kendsgerning",
            "the condition names no fact");
      return;
    }
    if (condition.values.empty() || (condition.op != Op::in && condition.values.size() != 1)) {
      error("bad_value", field + ".value", "betingelsen har ikke én værdi",
            "the condition has not one value");
      return;
    }
    const Fact& fact = facts_.facts[facts_.use(condition)];
    for (const FactValue& value : condition.values)
      if (!has_type(value, fact.type)) {
        error("wrong_type", field + ".value",
              quote(fact.name) + " er af typen " + std::string(to_text(fact.type)),
              quote(fact.name) + " is of type " + std::string(to_text(fact.type)));
        return;
      }
    const bool ordered = fact.type == FactType::number || fact.type == FactType::date;
    if (!ordered && condition.op != Op::eq && condition.op != Op::ne && condition.op != Op::in)
      error("bad_value", field + ".op",
            quote(fact.name) + " kan ikke sammenlignes med " + std::string(to_text(condition.op)),
            quote(fact.name) + " cannot be compared by " + std::string(to_text(condition.op)));
  }

  void check_jointly(const Jointly& jointly, std::size_t n) {
    if (!jointly.all && (jointly.count < 1 || (jointly.count > 1 && jointly.count > n)))
      error("bad_jointly", "jointly",
            "jointly er " + std::to_string(jointly.count) + " af " + std::to_string(n),
            "jointly is " + std::to_string(jointly.count) + " of " + std::to_string(n));
    if (jointly.among(n) > 1 && n > most_joint)
      error("too_large", "jointly", "flere end 1000 sammen", "more than 1000 together");
  }

  void check_figure(const std::optional<Range>& range, const std::string& field) {
    if (!range) return;
    if (range->low < 0)
      error("negative_burden", field, "en byrde kan ikke være negativ",
            "a burden cannot be negative");
    if (!(range->low <= range->likely && range->likely <= range->high) ||
        !std::isfinite(range->high))
      error("bad_range", field, "tallene står ikke i orden: lav, sandsynlig, høj",
            "the figures are not in order: low, likely, high");
  }

  void check_figures(const BurdenPart& part, const std::string& field) {
    check_figure(part.minutes, field + ".minutes");
    check_figure(part.times_per_year, field + ".times_per_year");
    check_figure(part.people, field + ".people");
    check_figure(part.one_off_hours, field + ".one_off_hours");
  }

  void check_burden(const Rare<Burden>& burden) {
    if (!burden) return;
    check_figures(*burden, "burden");
    if (burden->minimum) check_figures(*burden->minimum, "burden.minimum");
    check_figure(burden->rate, "burden.rate");
  }

  void check(const Actor&) {}
  void check(const Matter& m) {
    for (std::size_t i = 0; i < m.also.size(); ++i)
      if (m.also[i].power.empty())
        error("missing_field", "also[" + std::to_string(i) + "].power", "beføjelsen mangler",
              "the power is missing");
  }
  void check(const Rule& r) {
    check_jointly(r.jointly, distinct(r.issuer));
    check_burden(r.burden);
    if (!r.notice) return;
    if (!(r.notice->months >= 0))
      error("bad_value", "notice.months", "varslet er negativt", "the notice is negative");
    const std::vector<Index> issuers = meant(r.issuer);
    for (std::size_t i = 0; i < r.notice->by.size(); ++i) {
      const Index by = all_(r.notice->by[i]);
      if (by != none && !std::binary_search(issuers.begin(), issuers.end(), by))
        error("bad_value", "notice.by[" + std::to_string(i) + "]",
              quote(r.notice->by[i]) + " har ikke udstedt reglen",
              quote(r.notice->by[i]) + " did not issue the rule");
    }
  }
  void check(const Task& t) { check_burden(t.burden); }
  void check(const Duty&) {}
  void check(const Goal&) {}
  void check(const Grant& g) {
    if (g.to.empty())
      error("missing_field", "to", "ingen har beføjelsen", "nobody holds the grant");
    Ids to;
    std::size_t leaders = 0;
    for (const Holder& holder : g.to) {
      if (holder.leader_of_unit)
        leaders = 1;
      else
        to.push_back(holder.id);
    }
    check_jointly(g.jointly, distinct(to) + leaders);
    if (!g.concur.empty() && (g.jointly.all || g.jointly.count > 1))
      error("bad_value", "concur", "jointly og concur kan ikke begge stå her",
            "jointly and concur cannot both stand here");
    if (g.concur.size() > most_joint) {
      error("too_large", "concur", "mere end 1000 mængder", "more than 1000 sets");
      return;
    }
    const std::vector<Index> holders = meant(to);
    double combinations = 1;
    for (std::size_t i = 0; i < g.concur.size(); ++i) {
      const std::string path = "concur[" + std::to_string(i) + "]";
      combinations *= static_cast<double>(g.concur[i].size());
      if (std::find(g.concur.begin(), g.concur.begin() + static_cast<std::ptrdiff_t>(i),
                    g.concur[i]) != g.concur.begin() + static_cast<std::ptrdiff_t>(i))
        report(Severity::warning, "repeat", path, "mængden står to gange", "the set stands twice");
      if (g.concur[i].empty())
        error("empty_requirement", path, "mængden er tom", "the set is empty");
      for (const std::string& id : g.concur[i]) {
        const Index index = all_(id);
        if (index != none && !std::binary_search(holders.begin(), holders.end(), index))
          error("bad_value", path, quote(id) + " står ikke i `to`", quote(id) + " is not in `to`");
      }
    }
    if (combinations > most_combinations)
      error("too_large", "concur", "mere end 1000 kombinationer", "more than 1000 combinations");
  }
  // Nobody decides in such numbers; the search for distinct persons counts on it.
  static constexpr std::size_t most_joint = 1000;
  // An option is listed for each combination; more than this is no list anybody reads.
  static constexpr double most_combinations = 1000;

  void check(const Involvement& i) {
    if (i.body.id.empty() && !i.body.at_level_of_decider)
      error("missing_field", "body", "intet organ", "no body");
    if (i.days && !(*i.days >= 0))
      error("bad_value", "days", "fristen er negativ", "the time is negative");
  }
  void check(const Bar& b) {
    for (std::size_t i = 0; i < b.only.size(); ++i)
      if (b.only[i].fact || std::holds_alternative<Form>(b.only[i].what))
        error("bad_value", "only[" + std::to_string(i) + "]", "only nævner aktører og niveauer",
              "only names actors and tiers");
    for (std::size_t i = 0; i < b.against.size(); ++i) {
      if (!b.against[i].fact) continue;
      const auto& name = std::get<std::string>(b.against[i].what);
      if (facts_.facts[facts_.use_as_actor(name)].type != FactType::text)
        error("wrong_type", "against[" + std::to_string(i) + "]",
              quote(name) + " nævner ingen aktør: den er ikke en tekst",
              quote(name) + " names no actor: it is no text");
    }
  }

  struct Edge {
    Index from = none;
    Index to = none;
  };

  /// What the element points to in relations that may not go in a circle.
  void note_cycle_edges() {
    const auto to = [&](std::vector<Edge>& edges, const std::string& id) {
      if (id.empty()) return;
      if (const Index i = all_(id); i != none) edges.push_back({current_, i});
    };
    if (const auto* a = std::get_if<Actor>(&element_.fields)) {
      to(part_of_, a->part_of);
      for (const auto& id : a->deputies) to(deputies_, id);
    } else if (const auto* m = std::get_if<Matter>(&element_.fields)) {
      for (const auto& id : m->broader) to(broader_, id);
    } else if (const auto* g = std::get_if<Grant>(&element_.fields)) {
      to(from_, g->from);
    }
  }

  void check_acyclic(const char* field, const std::vector<Edge>& edges) {
    const auto before = [](const Edge& edge, Index i) { return edge.from < i; };
    const auto successors = [&](Index i, const auto& visit) {
      for (auto at = std::lower_bound(edges.begin(), edges.end(), i, before);
           at != edges.end() && at->from == i; ++at)
        visit(at->to);
    };
    if (edges.empty()) return;
    std::vector<Index> starts;
    for (const Edge& edge : edges)
      if (starts.empty() || starts.back() != edge.from) starts.push_back(edge.from);
    for (const auto& cycle : find_cycles(all_.size(), starts, successors)) {
      current_ = cycle.front();
      std::string path;
      for (const Index i : cycle) path.append(all_.id(i)).append(" -> ");
      path += all_.id(cycle.front());
      auto& finding = error("cycle", field, std::string(field) + " går i ring: " + quote(path),
                            std::string(field) + " goes in a circle: " + quote(path));
      for (const Index i : cycle)
        if (!has_cpr(all_.id(i))) finding.elements.emplace_back(all_.id(i));
      std::sort(finding.elements.begin(), finding.elements.end());
    }
  }

  void check_cycles() {
    check_acyclic("part_of", part_of_);
    check_acyclic("deputies", deputies_);
    check_acyclic("broader", broader_);
    check_acyclic("from", from_);
  }

  Sorted& all_;
  FactTable& facts_;
  bool allow_personal_data_;
  Watch& watch_;
  std::vector<Edge> part_of_, deputies_, broader_, from_;  // ascending
  Element element_;                                        // the element that is looked at closely
  Index current_ = none;  // the element that findings are about; none: a head
  const Head* head_ = nullptr;
  std::vector<Finding> findings_;
  std::size_t compared_ = 0;                               // ids compared with unknown ones
  static constexpr std::size_t most_compared = 5'000'000;  // a second
};

}  // namespace regelgraf::detail
