#include "report/data.hpp"

#include <simdjson.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include <regelgraf/burden_by.hpp>
#include <regelgraf/canonical.hpp>
#include <regelgraf/check.hpp>
#include <regelgraf/detail/why.hpp>
#include <regelgraf/qualification.hpp>
#include <regelgraf/rank.hpp>
#include <regelgraf/what_if.hpp>
#include <regelgraf/who_decides.hpp>
#include <regelgraf/why.hpp>

#include "ask/text.hpp"
#include "ask/words.hpp"
#include "formats/builtin_layers.hpp"
#include "json/parse.hpp"
#include "json/writer.hpp"
#include "review/sheet_words.hpp"

namespace regelgraf::pages {

namespace {

/// Longer lists are cut, and their whole length told: a page that names ten thousand effects of one
/// act ten thousand times is of no use to anybody.
constexpr std::size_t longest_list = 100;
constexpr std::size_t longest_path = 24;
constexpr std::size_t most_paths = 6;
constexpr std::size_t most_options = 5;
constexpr std::size_t most_ranked = 20;

void list(json::Writer& out, std::string_view key, std::span<const Index> all) {
  if (all.empty()) return;
  out.key(key).begin_array();
  const std::size_t shown = std::min(all.size(), longest_list);
  for (std::size_t at = 0; at < shown; ++at) out.number(all[at]);
  out.end_array();
  if (shown < all.size())
    out.key(std::string(key) + "_all").number(static_cast<double>(all.size()));
}
void flag(json::Writer& out, std::string_view key, bool value) {
  if (value) out.key(key).number(1);
}
void count(json::Writer& out, std::string_view key, std::size_t value) {
  if (value > 0) out.key(key).number(static_cast<double>(value));
}
void string(json::Writer& out, std::string_view key, std::string_view value) {
  if (!value.empty()) out.key(key).string(value);
}
void range(json::Writer& out, std::string_view key, const Range& range) {
  if (range.high <= 0) return;
  // Thousandths: a page shows no more than tenths.
  const auto rounded = [](double hours) { return std::round(hours * 1000) / 1000; };
  out.key(key).begin_array();
  out.number(rounded(range.low)).number(rounded(range.likely)).number(rounded(range.high));
  out.end_array();
}

/// What lists as edges of one relation, worked out once for the whole model.
using Adjacency = std::vector<std::vector<Index>>;

class Data {
 public:
  Data(const Model& model, const ReportOptions& options, const Limits& limits)
      : model_(model),
        options_(options),
        limits_(limits),
        watch_(limits),
        baseline_(model, options.date),
        what_if_(baseline_),
        voice_(options.language, options.internal ? nullptr : &withheld_),
        hidden_(model.size(), 0),
        basis_(model.size()),
        serves_(model.size()),
        stands_(standing_on(model, options.date)),
        origins_(model, stands_),
        in_chain_(model.size(), 0) {
    for (Index i = 0; i < model.size(); ++i) {
      hidden_[i] = !options.internal && model.element(i).access == Access::internal;
      hidden_count_ += hidden_[i];
      basis_[i] = detail::listed_in(model, i, Relation::basis);
      serves_[i].assign(model.serves(i).begin(), model.serves(i).end());
    }
    // What comes with the library is national; all other layers are the municipality's own.
    for (const Head& head : model.layers()) {
      const auto known = formats::builtin_layers();
      national_.push_back(std::any_of(known.begin(), known.end(),
                                      [&](const auto& layer) { return layer.name == head.id; }));
    }
    national_.back() = false;
    // The chain is what the municipality has, and what that leans on.
    for (Index i = 0; i < model.size(); ++i) {
      if (hidden_[i] || !is_own(i)) continue;
      in_chain_[i] = 1;
      const auto [first, last] = model.requirements_of(i);
      for (std::uint32_t r = first; r < last; ++r)
        for (const Index j : model.listed(r)) in_chain_[j] = 1;
      for (const Index j : model.issuers(i)) in_chain_[j] = 1;
      for (const Index j : model.binds(i)) in_chain_[j] = 1;
    }
  }

  std::string take() {
    out_.begin_object();
    head();
    words();
    // The sums first: they are quick, and a limit that ends the call does so before the long part.
    burdens();
    findings();
    ranking();
    watch_.stage("report", model_.size());
    std::vector<std::string> cards;
    out_.key("elements").begin_array();
    for (Index i = 0; i < model_.size(); ++i) {
      element(i);
      cards.push_back(card_.take());
      card_ = {};
      watch_.must_step(1, 20'000);
    }
    out_.end_array();
    // Each a text of its own: the page reads a card when somebody opens it.
    out_.key("cards").begin_array();
    for (const std::string& card : cards) out_.string(card);
    out_.end_array();
    std::vector<std::string_view> decisions(decisions_.size());
    for (const auto& [decision, at] : decisions_) decisions[at] = decision;
    out_.key("who").begin_array();
    for (const std::string_view decision : decisions) out_.raw(decision);
    out_.end_array();
    if (!options_.review.empty()) review();
    out_.end_object();
    return out_.take();
  }

 private:
  void head() {
    out_.key("lang").string(to_text(options_.language));
    out_.key("model").begin_object();
    out_.key("id").string(model_.head().id);
    out_.key("name").string(text(model_.head().name, model_.head().id));
    out_.key("digest").string(digest(model_));
    if (options_.date) out_.key("date").string(to_text(*options_.date));
    out_.key("layers").begin_array();
    for (const Head& head : model_.layers()) out_.string(text(head.name, head.id));
    out_.end_array();
    out_.key("internal").boolean(options_.internal);
    out_.key("withheld").number(static_cast<double>(hidden_count_));
    out_.end_object();
  }

  /// What a closed list of words is called, by the word.
  template <class Word, class Say>
  void called(std::string_view list, Say say) {
    out_.key(list).begin_object();
    for (const std::string_view word : regelgraf::words<Word>())
      out_.key(word).string(say(*from_text<Word>(word)));
    out_.end_object();
  }
  void words() {
    const Language l = options_.language;
    const auto in_sheet = [l](auto word) { return ask::text_in(l, qualifying::name_of(word)); };
    out_.key("words").begin_object();
    called<Tier>("tier", [l](Tier tier) { return ask::tier_word(tier, l); });
    called<Instrument>("instrument", [l](Instrument one) { return ask::instrument_word(one, l); });
    called<Kind>("kind", [l](Kind kind) { return ask::kind_word(kind, false, l); });
    called<Kind>("kinds", [l](Kind kind) { return ask::kind_word(kind, true, l); });
    called<How>("how", [l](How how) { return ask::how_word(how, l); });
    called<Ground>("ground", [l](Ground ground) { return ask::ground_text(ground, l); });
    called<Heap>("heap", in_sheet);
    called<Origin>("origin", in_sheet);
    called<Disposition>("what", in_sheet);
    out_.end_object();
  }

  [[nodiscard]] bool is_own(Index i) const { return !national_[model_.layer(i)]; }
  [[nodiscard]] std::string text(const Name& name, std::string_view otherwise) const {
    return name.empty() ? std::string(otherwise) : ask::text_in(options_.language, name);
  }

  /// By element number, ids that name no element left out.
  [[nodiscard]] std::vector<Index> numbers(const Ids& ids) const {
    std::vector<Index> result;
    for (const std::string& id : ids)
      if (const auto i = model_.find(id)) result.push_back(*i);
    return result;
  }

  void requirements(std::string_view key, Index i, Relation relation) {
    const auto [first, last] = model_.requirements_of(i);
    bool any = false;
    for (std::uint32_t r = first; r < last; ++r) {
      if (model_.relation_of(r) != relation) continue;
      if (!any) card_.key(key).begin_array();
      any = true;
      card_.begin_array().number(model_.at_least_of(r));
      const auto listed = model_.listed(r);
      for (std::size_t at = 0; at < std::min(listed.size(), longest_list); ++at)
        card_.number(listed[at]);
      card_.end_array();
    }
    if (any) card_.end_array();
  }

  /// Of a long path only both ends, with a null between them.
  void paths(std::string_view key, const std::vector<std::vector<Index>>& all) {
    if (all.empty()) return;
    card_.key(key).begin_array();
    for (std::size_t p = 0; p < std::min(all.size(), most_paths); ++p) {
      const std::vector<Index>& path = all[p];
      card_.begin_array();
      for (std::size_t at = 0; at < path.size(); ++at) {
        if (path.size() > longest_path && at == longest_path / 2) {
          card_.null();
          at = path.size() - longest_path / 2;
        }
        card_.number(path[at]);
      }
      card_.end_array();
    }
    card_.end_array();
    if (all.size() > most_paths)
      card_.key(std::string(key) + "_all").number(static_cast<double>(all.size()));
  }

  /// What lists, search and filters need goes among the elements; the rest on the card.
  void element(Index i) {
    out_.begin_object().key("k").string(to_text(model_.kind(i)));
    card_.begin_object();
    if (hidden_[i]) {
      flag(out_, "hid", true);
      out_.key("n").string(ask::name_of(model_, i, voice_));
      out_.end_object();
      card_.end_object();
      return;
    }
    const Element written = model_.element(i);
    out_.key("id").string(model_.id(i));
    string(out_, "n", text(written.name, {}));
    flag(out_, "s", stands_[i] != 0);
    flag(out_, "own", is_own(i));
    flag(out_, "ch", in_chain_[i]);
    flag(out_, "inert", model_.inert(i));
    if (written.status != Status::in_force) string(out_, "st", to_text(written.status));
    if (written.access == Access::internal) flag(card_, "int", true);
    if (written.valid.from) string(out_, "from", to_text(*written.valid.from));
    if (written.valid.to) string(out_, "until", to_text(*written.valid.to));
    if (written.source) {
      string(out_, "src", written.source->text);
      string(card_, "eli", written.source->eli);
      string(card_, "uri", written.source->uri);
      string(card_, "ed", written.source->edition);
    }
    if (written.note) string(card_, "note", *written.note);
    if (written.examined) {
      string(out_, "ex", to_text(written.examined->on));
      string(card_, "exby", written.examined->by);
    }
    if (!written.tags.empty()) {
      card_.key("tags").begin_array();
      for (const std::string& tag : written.tags) card_.string(tag);
      card_.end_array();
    }
    requirements("basis", i, Relation::basis);
    requirements("needs", i, Relation::needs);
    list(card_, "serves", model_.serves(i));
    list(card_, "uses", model_.uses(i));
    std::visit([&](const auto& fields) { own(i, written, fields); }, written.fields);
    out_.end_object();
    card_.end_object();
  }

  void own(Index i, const Element&, const Actor& actor) {
    string(out_, "t", to_text(actor.tier));
    string(card_, "f", to_text(actor.form));
    if (model_.part_of(i) != none) card_.key("up").number(model_.part_of(i));
    if (!model_.inert(i) && model_.actor(i).leader != none)
      card_.key("lead").number(model_.actor(i).leader);
  }
  void own(Index i, const Element&, const Matter& matter) {
    string(out_, "code", matter.code);
    list(card_, "up", model_.broader(i));
  }
  void own(Index i, const Element& written, const Rule& rule) {
    string(out_, "ins", to_text(rule.instrument));
    list(out_, "iss", model_.issuers(i));
    list(card_, "b", model_.binds(i));
    list(card_, "con", model_.concerns(i));
    if (rule.frame) string(card_, "fr", to_text(*rule.frame));
    list(card_, "not", numbers(rule.conflicts_with));
    if (rule.adopted) string(card_, "ad", to_text(rule.adopted->on));
    hours(written);
    const Decision decision = who_may_repeal(i);
    answers(i, written, &decision);
    const std::string who = decided(decision);
    out_.key("who").number(
        static_cast<double>(decisions_.try_emplace(who, decisions_.size()).first->second));
  }
  void own(Index i, const Element& written, const Task& task) {
    list(card_, "by", model_.places(i));
    list(card_, "con", model_.concerns(i));
    flag(card_, "core", task.core);
    hours(written);
    answers(i, written, nullptr);
  }
  void own(Index i, const Element& written, const Duty& duty) {
    list(card_, "con", model_.concerns(i));
    list(card_, "to", numbers(duty.owed_to));
    flag(card_, "ls", duty.legal_security);
    answers(i, written, nullptr);
  }
  void own(Index, const Element&, const Goal& goal) { list(card_, "by", numbers(goal.set_by)); }
  void own(Index i, const Element&, const Grant& grant) {
    const GrantRow& row = model_.grant(i);
    list(card_, "to", row.to);
    flag(card_, "lead", row.to_leader);
    if (row.from != none) card_.key("up").number(row.from);
    if (grant.by) string(card_, "gr", to_text(*grant.by));
    scope(row);
  }
  void own(Index i, const Element&, const Involvement& involvement) {
    const auto rows = model_.involvements();
    const auto row =
        std::find_if(rows.begin(), rows.end(), [i](const auto& one) { return one.element == i; });
    if (row == rows.end()) return;
    if (row->body != none) card_.key("to").begin_array().number(row->body).end_array();
    string(card_, "how", to_text(involvement.how));
    string(card_, "when", to_text(involvement.timing));
    if (involvement.days) card_.key("days").number(*involvement.days);
    scope(*row);
  }
  void own(Index i, const Element&, const Bar&) {
    if (const ScopeRow* row = model_.scope(i)) scope(*row);
  }

  void scope(const ScopeRow& row) {
    card_.key("pow").begin_array();
    if (row.every_power) card_.string("*");
    for (const std::uint32_t power : row.powers) card_.string(model_.power_name(power));
    card_.end_array();
    list(card_, "in", row.within);
    std::vector<Index> plain;
    card_.key("over").begin_array();
    for (const OverRow& entry : row.over) {
      if (entry.id != none) {
        plain.push_back(entry.id);
        continue;
      }
      const bool secret = (entry.matter != none && hidden_[entry.matter]) ||
                          (entry.issuer != none && hidden_[entry.issuer]);
      if (!secret) card_.string(ask::entry_text(model_, entry, options_.language));
    }
    card_.end_array();
    list(card_, "on", plain);
  }

  void hours(const Element& written) {
    const Burden* burden = burden_of(written);
    if (!burden) return;
    const Hours of = hours_of(*burden);
    flag(card_, "hk", of.per_year.high <= 0 && of.one_off.high <= 0);  // known to be none
    range(out_, "h", of.per_year);
    range(card_, "h1", of.one_off);
    range(out_, "hs", of.surplus);
    string(card_, "hf", burden->from);
  }

  /// What breaks, and why it is there.
  void answers(Index i, const Element& written, const Decision* decision) {
    what_if_.remove(i);
    const WhatBreaks breaks = what_if_.breaks(false);
    what_if_.undo();
    std::vector<Index> lapsed, broken, spare;
    for (const Effect& one : breaks.lapsed) lapsed.push_back(one.element);
    for (const Effect& one : breaks.broken) broken.push_back(one.element);
    for (const Effect& one : breaks.redundant) spare.push_back(one.element);
    list(card_, "lapsed", lapsed);
    list(card_, "broken", broken);
    list(card_, "unmet", breaks.unmet_duties);
    list(card_, "spare", spare);
    list(card_, "weak", elements_of(breaks.weakened));
    list(card_, "hit", breaks.affected);
    list(card_, "again", breaks.revived);
    count(out_, "br", lapsed.size() + broken.size());
    count(out_, "un", breaks.unmet_duties.size());
    watch_.must_step(0, 500 * (lapsed.size() + broken.size() + 1));

    const Origin origin = origins_.of(i, [&] {
      return std::any_of(breaks.unmet_duties.begin(), breaks.unmet_duties.end(),
                         [&](Index duty) { return origins_.rests_on_state(duty); });
    });
    if (model_.kind(i) == Kind::rule) string(out_, "or", to_text(origin));
    if (written.claims) claims(written, origin, model_.issuers(i));
    const auto up = [](const Adjacency& rows) {
      return [&rows](Index at) -> const std::vector<Index>& { return rows[at]; };
    };
    const auto ground = detail::paths_to_ends(model_, i, up(basis_));
    paths("ground", ground);
    flag(card_, "round", ground.empty() && !basis_[i].empty());
    paths("purpose", detail::paths_to_ends(model_, i, up(serves_)));
    if (decision) {
      const std::optional<Heap> heap = heap_of(i, origin, *decision);
      string(out_, "heap", heap ? to_text(*heap) : "unresolved");
    }
  }

  static std::vector<Index> elements_of(const std::vector<Effect>& effects) {
    std::vector<Index> result;
    result.reserve(effects.size());
    for (const Effect& one : effects) result.push_back(one.element);
    return result;
  }

  /// What is claimed, and whether the model shows the same.
  void claims(const Element& written, Origin origin, std::span<const Index> issuers) {
    const ClaimsHeld held = detail::claims_held(model_, written, origin, issuers);
    card_.key("cl").begin_object();
    const Claims& claimed = *written.claims;
    if (claimed.origin)
      card_.key("or")
          .begin_array()
          .string(to_text(*claimed.origin))
          .string(to_text(held.origin))
          .end_array();
    if (!claimed.issuer.empty()) {
      card_.key("iss").begin_array();
      const auto issuer = model_.find(claimed.issuer);
      if (issuer)
        card_.number(*issuer);
      else
        card_.string(claimed.issuer);
      card_.string(to_text(held.issuer)).end_array();
    }
    if (claimed.hours) {
      const Range& hours = *claimed.hours;
      card_.key("h").begin_array().number(hours.low).number(hours.likely).number(hours.high);
      card_.string(to_text(held.hours)).end_array();
    }
    card_.end_object();
  }

  [[nodiscard]] Decision who_may_repeal(Index rule) const {
    AuthorityQuestion question;
    question.power = "repeal";
    question.target = rule;
    question.date = options_.date;
    return who_decides(model_, question);
  }

  /// The heap a rule falls in by who may repeal it; none: nobody is found.
  [[nodiscard]] std::optional<Heap> heap_of(Index rule, Origin origin,
                                            const Decision& decision) const {
    if (origin == Origin::state) return Heap::state_or_agreement;
    if (decision.options.empty()) return std::nullopt;
    const Option& first = decision.options.front();
    const auto is_med = [&](Index actor) { return model_.tier(actor) == Tier::med; };
    if (std::any_of(first.holders.begin(), first.holders.end(), is_med) ||
        std::any_of(first.must.begin(), first.must.end(), is_med) ||
        model_.instrument(rule) == Instrument::med_agreement)
      return Heap::med_agreement;
    switch (first.tier) {
      case Tier::frontline:
      case Tier::workplace:
        return Heap::own;
      case Tier::administration:
        return Heap::manager;
      case Tier::management:
        return Heap::management;
      case Tier::med:
        return Heap::med_agreement;
      case Tier::committee:
      case Tier::council:
        return Heap::council;
      case Tier::partner:
      case Tier::citizen:
      case Tier::state:
        break;
    }
    return Heap::state_or_agreement;
  }

  /// Many rules have the same decision: it is written once, and named by its number.
  std::string decided(const Decision& decision) {
    json::Writer out;
    out.begin_object().key("v").string(to_text(decision.verdict));
    out.key("o").begin_array();
    for (std::size_t at = 0; at < std::min(decision.options.size(), most_options); ++at)
      option(out, decision.options[at]);
    out.end_array();
    if (decision.options.size() > most_options)
      out.key("o_all").number(static_cast<double>(decision.options.size()));
    if (!decision.barred_by.empty()) list(out, "bar", decision.barred_by);
    if (!decision.near_misses.empty()) {
      out.key("near").begin_array();
      for (std::size_t at = 0; at < std::min(decision.near_misses.size(), most_options); ++at) {
        const NearMiss& miss = decision.near_misses[at];
        out.begin_array().number(miss.actor);
        out.string(ask::because_text(model_, miss.because, voice_)).end_array();
      }
      out.end_array();
    }
    out.end_object();
    return out.take();
  }

  void option(json::Writer& out, const Option& option) {
    out.begin_object();
    list(out, "h", option.holders);
    if (option.jointly > 1) out.key("j").number(option.jointly);
    list(out, "must", option.must);
    string(out, "t", to_text(option.tier));
    list(out, "ch", option.chain);
    flag(out, "imp", option.implied);
    flag(out, "res", option.residual);
    flag(out, "exc", option.exceptional);
    if (option.notice_months) out.key("mon").number(*option.notice_months);
    if (!option.depends_on.empty()) {
      out.key("if").begin_array();
      for (const Dependence& one : option.depends_on)
        out.string(ask::dependence_text(model_, one, voice_));
      out.end_array();
    }
    if (!option.involve.empty()) {
      out.key("inv").begin_array();
      for (const Involved& one : option.involve) {
        out.begin_object().key("i").number(one.involvement);
        if (one.body != none) out.key("b").number(one.body);
        if (!one.depends_on.empty()) {
          out.key("if").begin_array();
          for (const Unknown& unknown : one.depends_on)
            out.string(ask::unknown_text(model_, unknown, voice_));
          out.end_array();
        }
        // Of an internal involvement the page still says that there is one, and what it asks for.
        const Element written = model_.element(one.involvement);
        const auto& fields = std::get<Involvement>(written.fields);
        string(out, "how", to_text(fields.how));
        string(out, "when", to_text(fields.timing));
        if (fields.days) out.key("days").number(*fields.days);
        out.end_object();
      }
      out.end_array();
    }
    out.end_object();
  }

  void burdens() {
    out_.key("hours").begin_object();
    for (const BurdenBy by : {BurdenBy::tier, BurdenBy::instrument, BurdenBy::issuer}) {
      BurdenQuestion question;
      question.by = by;
      question.date = options_.date;
      const BurdenAnswer answer = burden(model_, question);
      out_.key(to_text(by)).begin_array();
      for (const BurdenGroup& group : answer.groups) {
        out_.begin_object();
        if (group.element != none)
          out_.key("e").number(group.element);
        else
          string(out_, "w", group.key(model_));
        sum(group);
      }
      out_.end_array();
      if (by == BurdenBy::tier) {
        out_.key("total").begin_object();
        sum(answer.total);
      }
    }
    out_.end_object();
  }
  /// Ends the object that is open.
  void sum(const BurdenSum& sum) {
    range(out_, "h", sum.hours);
    range(out_, "h1", sum.one_off);
    range(out_, "hs", sum.surplus);
    out_.key("n").number(static_cast<double>(sum.elements.size())).end_object();
  }

  void findings() {
    out_.key("findings").begin_array();
    std::size_t left_out = 0;
    for (const Finding& finding : check(model_, options_.date)) {
      Ids ids = finding.elements;
      if (!finding.element.empty()) ids.insert(ids.begin(), finding.element);
      std::vector<Index> about = numbers(ids);
      if (std::any_of(about.begin(), about.end(), [&](Index i) { return hidden_[i] != 0; })) {
        ++left_out;
        continue;
      }
      about.erase(std::unique(about.begin(), about.end()), about.end());
      out_.begin_object().key("c").string(finding.code);
      out_.key("w").string(to_text(finding.severity));
      out_.key("m").string(ask::text_in(options_.language, finding.message));
      if (!finding.advice.empty())
        out_.key("a").string(ask::text_in(options_.language, finding.advice));
      list(out_, "e", about);
      out_.end_object();
    }
    out_.end_array();
    out_.key("findings_withheld").number(static_cast<double>(left_out));
  }

  /// What most hangs on one element alone.
  void ranking() {
    RankQuestion question;
    question.by = RankBy::duties;
    question.top = most_ranked;
    question.date = options_.date;
    const Ranking ranking = rank(model_, question, limits_);
    if (!ranking.complete) throw Error(Errc::cancelled, "the time given ran out");
    out_.key("single").begin_array();
    for (const Ranked& one : ranking.order) {
      if (one.duties == 0 || hidden_[one.element]) continue;
      out_.begin_object().key("e").number(one.element);
      out_.key("breaks").number(one.breaks).key("duties").number(one.duties);
      range(out_, "h", one.hours);
      out_.end_object();
    }
    out_.end_array();
  }

  using Json = simdjson::dom::element;

  [[noreturn]] static void bad_review(const char* what) {
    throw Error(Errc::invalid_question, what, "review");
  }
  /// A text, or of {"da", "en"} the one in the report's language, else the other.
  [[nodiscard]] std::string_view text_at(const Json& object, const char* key) const {
    std::string_view text;
    Json field;
    if (object[key].get(field)) return {};
    if (!field.get(text)) return text;
    const bool danish = options_.language == Language::da;
    if (field[danish ? "da" : "en"].get(text) && field[danish ? "en" : "da"].get(text)) return {};
    return text;
  }
  /// The rows under @p key; also where they stand in an object as its `rows`.
  static simdjson::dom::array rows_at(const Json& root, const char* key) {
    simdjson::dom::array rows;
    Json under;
    if (root[key].get(under)) return rows;
    if (under.get(rows) && under["rows"].get(rows)) bad_review("rows of the review are no list");
    return rows;
  }

  /// Of a review what the page shows: the heap each rule fell in, and what was decided of it.
  void review() {
    simdjson::dom::parser parser;
    Json root;
    if (json::parse(parser, options_.review).get(root) || !root.is_object())
      bad_review("the review is no JSON object");
    std::string_view about;
    if (!root["model"]["id"].get(about) && about != model_.head().id)
      bad_review("the review is about another model");
    out_.key("review").begin_object();
    std::size_t unknown = 0;
    const auto rule_of = [&](const Json& row) -> std::optional<Index> {
      const auto rule = model_.find(text_at(row, "rule"));
      if (!rule) ++unknown;
      return rule && hidden_[*rule] ? std::nullopt : rule;
    };
    out_.key("heaps").begin_array();
    Json field;
    if (!root["qualification"].get(field))
      for (const Json row : rows_at(root, "qualification")) {
        const auto rule = rule_of(row);
        if (!rule) continue;
        out_.begin_object().key("e").number(*rule);
        string(out_, "heap", text_at(row, "heap"));
        double nominated = 0;
        if (!row["nominated"].get(nominated)) out_.key("nom").number(nominated);
        out_.end_object();
      }
    out_.end_array().key("decided").begin_array();
    if (!root["dispositions"].get(field))
      for (const Json row : rows_at(root, "dispositions")) {
        const auto rule = rule_of(row);
        if (!rule) continue;
        out_.begin_object().key("e").number(*rule);
        string(out_, "what", text_at(row, "what"));
        string(out_, "on", text_at(row, "on"));
        string(out_, "note", text_at(row, "note"));
        std::vector<Index> by;
        simdjson::dom::array deciders;
        if (!row["decided_by"].get(deciders))
          for (const Json one : deciders)
            if (std::string_view id; !one.get(id))
              if (const auto actor = model_.find(id)) by.push_back(*actor);
        list(out_, "by", by);
        out_.end_object();
      }
    out_.end_array();
    if (unknown > 0) out_.key("unknown").number(static_cast<double>(unknown));
    out_.end_object();
  }

  const Model& model_;
  const ReportOptions& options_;
  const Limits& limits_;
  detail::Watch watch_;
  Baseline baseline_;
  WhatIf what_if_;
  std::set<Index> withheld_;
  ask::Voice voice_;
  std::vector<std::uint8_t> hidden_;
  std::size_t hidden_count_ = 0;
  std::vector<bool> national_;  // by layer
  Adjacency basis_, serves_;
  std::vector<std::uint8_t> stands_;
  detail::Origins origins_;
  std::vector<std::uint8_t> in_chain_;
  std::map<std::string, std::size_t> decisions_;
  json::Writer out_;
  json::Writer card_;  // of the element that is being written
};

}  // namespace

std::string report_data(const Model& model, const ReportOptions& options, const Limits& limits) {
  return Data(model, options, limits).take();
}

bool has_internal(const Model& model) {
  for (Index i = 0; i < model.size(); ++i)
    if (model.element(i).access == Access::internal) return true;
  return false;
}

}  // namespace regelgraf::pages
