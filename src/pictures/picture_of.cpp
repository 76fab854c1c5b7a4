#include <algorithm>
#include <map>
#include <set>

#include <regelgraf/error.hpp>
#include <regelgraf/picture.hpp>

#include "ask/text.hpp"
#include "ask/words.hpp"
#include "html/escape.hpp"
#include "pictures/words.hpp"

namespace regelgraf {

namespace {

constexpr std::size_t most_shown = 300;  // characters of a text

/// A picture while it is put together: elements by number, then nodes by place.
class PictureMaker {
 public:
  PictureMaker(const Model& model, const PictureOptions& options)
      : model_(model), voice_(options.language, options.internal ? nullptr : &withheld_) {
    picture_.language = options.language;
    picture_.model = html::shown(ask::text_in(options.language, model.head().name), most_shown);
    if (picture_.model.empty()) picture_.model = html::shown(model.head().id, most_shown);
  }

  [[nodiscard]] Language language() const { return voice_.language; }
  [[nodiscard]] const ask::Voice& voice() const { return voice_; }
  [[nodiscard]] std::string say(const char* da, const char* en) const {
    return language() == Language::da ? da : en;
  }
  [[nodiscard]] std::string name(Index i) const { return ask::name_of(model_, i, voice_); }

  void add(Index i, PictureRole role = PictureRole::plain) {
    if (i >= model_.size()) throw Error(Errc::unknown_element, "no element has that number");
    PictureRole& known = roles_[i];
    known = std::max(known, role);
  }
  [[nodiscard]] bool has(Index i) const { return roles_.contains(i); }
  void note(Index i, const std::string& text) {
    std::string& note = notes_[i];
    if (note.find(text) == std::string::npos) note += (note.empty() ? "" : "; ") + text;
  }
  void tie(Index from, Index to, PictureRelation relation, std::string label = {}) {
    if (from != to && from != none && to != none)
      ties_.insert({from, to, relation, std::move(label)});
  }

  /// All that the model ties @p i to, in the direction of the picture's edges.
  template <class Visit>
  void ties_of(Index i, const Visit& visit) const {
    const auto [first, last] = model_.requirements_of(i);
    for (std::uint32_t r = first; r < last; ++r)
      for (const Index listed : model_.listed(r)) {
        const PictureRelation relation = relation_of(i, model_.requirement(r));
        if (relation == PictureRelation::to)
          visit(i, listed, relation);
        else
          visit(listed, i, relation);
      }
    for (const Index purpose : model_.serves(i)) visit(i, purpose, PictureRelation::serves);
    for (const Index help : model_.uses(i)) visit(help, i, PictureRelation::uses);
    if (model_.kind(i) == Kind::rule) {
      for (const Index issuer : model_.issuers(i)) visit(issuer, i, PictureRelation::issuer);
      for (const Index bound : model_.binds(i)) visit(i, bound, PictureRelation::binds);
    }
  }

  Picture take(std::string title, std::string description, bool lanes) {
    std::vector<std::uint32_t> place(model_.size(), none);
    for (const auto& [i, role] : roles_) {
      place[i] = static_cast<std::uint32_t>(picture_.nodes.size());
      picture_.nodes.push_back(node(i, role));
    }
    for (const PictureEdge& tie : ties_)
      if (place[tie.from] != none && place[tie.to] != none)
        picture_.edges.push_back(
            {place[tie.from], place[tie.to], tie.relation, html::shown(tie.label, most_shown)});
    std::sort(picture_.edges.begin(), picture_.edges.end());
    picture_.title = html::shown(title, most_shown);
    picture_.description = html::shown(description, 2000);
    picture_.lanes = lanes;
    return std::move(picture_);
  }

 private:
  [[nodiscard]] PictureRelation relation_of(Index owner, const RequirementRow& row) const {
    if (row.implied) switch (model_.kind(owner)) {
        case Kind::grant:
          return row.relation == Relation::basis ? PictureRelation::from : PictureRelation::to;
        case Kind::involvement:
          return PictureRelation::body;
        case Kind::actor:
          return PictureRelation::part_of;
        case Kind::task:
          return PictureRelation::performed_by;
        default:
          break;
      }
    return row.relation == Relation::basis ? PictureRelation::basis : PictureRelation::needs;
  }

  /// The farthest from the citizen of several actors.
  [[nodiscard]] std::optional<Tier> farthest(std::span<const Index> actors) const {
    std::optional<Tier> tier;
    for (const Index actor : actors)
      if (!tier || pictures::lane_order(model_.tier(actor)) < pictures::lane_order(tier))
        tier = model_.tier(actor);
    return tier;
  }
  [[nodiscard]] std::optional<Tier> tier_of(const Ids& actors) const {
    std::vector<Index> known;
    for (const std::string& id : actors)
      if (const auto i = model_.find(id); i && model_.kind(*i) == Kind::actor) known.push_back(*i);
    return farthest(known);
  }

  [[nodiscard]] std::optional<Tier> tier_of(Index i, const Element& element) const {
    switch (element.kind()) {
      case Kind::actor:
        return model_.tier(i);
      case Kind::rule: {
        if (const auto tier = farthest(model_.issuers(i))) return tier;
        const Instrument instrument = model_.instrument(i);
        if (instrument <= Instrument::state_guidance) return Tier::state;
        if (instrument == Instrument::bylaws || instrument == Instrument::council_decision)
          return Tier::council;
        return instrument == Instrument::practice ? farthest(model_.binds(i)) : std::nullopt;
      }
      case Kind::task:
        return farthest(model_.places(i));
      case Kind::duty:
        return tier_of(std::get<Duty>(element.fields).owed_to);
      case Kind::goal:
        return tier_of(std::get<Goal>(element.fields).set_by);
      case Kind::grant: {
        const GrantRow& grant = model_.grant(i);
        if (const auto tier = farthest(grant.to)) return tier;
        return grant.to_leader ? std::optional(Tier::workplace) : std::nullopt;
      }
      case Kind::involvement: {
        const InvolvedBody& body = std::get<Involvement>(element.fields).body;
        if (body.at_level_of_decider) return *body.at_level_of_decider;
        return tier_of(Ids{body.id});
      }
      case Kind::matter:
      case Kind::bar:
        break;
    }
    return std::nullopt;
  }

  PictureNode node(Index i, PictureRole role) {
    const Element element = model_.element(i);
    PictureNode node;
    const bool kept_out = voice_.keeps_out(model_, i);
    if (!kept_out) node.id = html::shown(element.id, most_shown);
    node.label = html::shown(name(i), most_shown);
    node.kind = element.kind();
    if (const auto* rule = std::get_if<Rule>(&element.fields)) node.instrument = rule->instrument;
    node.sort = node.instrument ? ask::instrument_word(*node.instrument, language())
                                : ask::kind_word(node.kind, false, language());
    if (node.kind == Kind::actor) node.sort = form_word(model_.form(i));
    if (element.status == Status::proposed) node.sort += say(", foreslået", ", proposed");
    if (element.status == Status::repealed) node.sort += say(", ophævet", ", repealed");
    node.tier = tier_of(i, element);
    node.role = role;
    node.stands = model_.stands(i);
    if (const auto note = notes_.find(i); note != notes_.end())
      node.note = html::shown(note->second, most_shown);
    return node;
  }

  [[nodiscard]] std::string form_word(Form form) const {
    switch (form) {
      case Form::body:
        return say("organ", "body");
      case Form::unit:
        return say("enhed", "unit");
      case Form::post:
        return say("stilling", "post");
      case Form::person:
        return say("person", "person");
      case Form::outside:
        break;
    }
    return say("uden for kommunen", "outside the municipality");
  }

  const Model& model_;
  std::set<Index> withheld_;
  ask::Voice voice_;
  Picture picture_;
  std::map<Index, PictureRole> roles_;
  std::map<Index, std::string> notes_;
  std::set<PictureEdge> ties_;  // between elements, by their numbers
};

std::string elements_shown(std::size_t n, Language language) {
  return std::to_string(n) + (language == Language::da ? n == 1 ? " element" : " elementer"
                              : n == 1                 ? " element"
                                                       : " elements");
}

}  // namespace

Picture picture_of(const Model& model, std::span<const Index> around, std::uint32_t steps,
                   const PictureOptions& options) {
  PictureMaker maker(model, options);
  // Every tie once; a neighbourhood is then a search along them, either way.
  struct Known {
    Index owner, from, to;  // of an element of the model itself, or of a layer
    PictureRelation relation;
  };
  std::vector<Known> known;
  for (Index i = 0; i < model.size(); ++i)
    if (!model.inert(i))
      maker.ties_of(i, [&](Index from, Index to, PictureRelation relation) {
        known.push_back({i, from, to, relation});
      });
  std::vector<std::uint8_t> shown(model.size(), 0);
  if (around.empty()) {
    const auto own = static_cast<std::uint32_t>(model.layers().size() - 1);
    for (Index i = 0; i < model.size(); ++i) shown[i] = model.layer(i) == own;
    std::vector<std::uint8_t> more = shown;
    for (const Known& tie : known)
      if (shown[tie.owner]) more[tie.from] = more[tie.to] = 1;
    shown = std::move(more);
  } else {
    for (const Index i : around) {
      maker.add(i, PictureRole::asked);
      shown[i] = 1;
    }
    for (std::uint32_t step = 0; step < steps; ++step) {
      std::vector<std::uint8_t> more = shown;
      for (const Known& tie : known)
        if (shown[tie.from] != shown[tie.to]) more[tie.from] = more[tie.to] = 1;
      if (more == shown) break;
      shown = std::move(more);
    }
  }
  std::size_t count = 0;
  for (Index i = 0; i < model.size(); ++i)
    if (shown[i] && !model.inert(i)) {
      maker.add(i);
      ++count;
    }
  for (const Known& tie : known)
    if (shown[tie.from] && shown[tie.to]) maker.tie(tie.from, tie.to, tie.relation);
  std::string title;
  for (std::size_t at = 0; at < around.size() && at < 3; ++at)
    title += (at ? ", " : "") + maker.name(around[at]);
  if (around.size() > 3) title += ", …";
  title = around.empty() ? maker.say("Styringskæden", "The governance chain")
                         : maker.say("Omkring ", "Around ") + title;
  return maker.take(title, elements_shown(count, options.language), true);
}

Picture picture_of(const Model& model, const WhatBreaks& answer, const PictureOptions& options) {
  PictureMaker maker(model, options);
  std::string title;
  for (const Index i : answer.removed) {
    maker.add(i, PictureRole::removed);
    title += (title.empty() ? "" : ", ") + maker.name(i);
  }
  std::string counts;
  const auto effects = [&](const std::vector<Effect>& list, PictureRole role) {
    for (const Effect& effect : list) maker.add(effect.element, role);
    if (!list.empty())
      counts += (counts.empty() ? "" : " · ") + std::to_string(list.size()) + " " +
                pictures::role_words(role, options.language);
  };
  for (const Index duty : answer.unmet_duties) maker.add(duty, PictureRole::unmet);
  if (!answer.unmet_duties.empty())
    counts =
        std::to_string(answer.unmet_duties.size()) +
        (answer.unmet_duties.size() == 1 ? maker.say(" pligt opfyldes ikke", " duty goes unmet")
                                         : maker.say(" pligter opfyldes ikke", " duties go unmet"));
  effects(answer.lapsed, PictureRole::lapsed);
  effects(answer.broken, PictureRole::broken);
  effects(answer.redundant, PictureRole::redundant);
  effects(answer.purposeless, PictureRole::purposeless);
  effects(answer.weakened, PictureRole::weakened);
  const auto relation = [](Cause::Of of) {
    switch (of) {
      case Cause::Of::basis:
        return PictureRelation::basis;
      case Cause::Of::needs:
        return PictureRelation::needs;
      case Cause::Of::serves:
      case Cause::Of::own:
        break;
    }
    return PictureRelation::serves;
  };
  for (const auto* list :
       {&answer.lapsed, &answer.broken, &answer.redundant, &answer.purposeless, &answer.weakened})
    for (const Effect& effect : *list) {
      bool tied = false;
      for (const Index cause : effect.cause.of) {
        const bool left =
            std::binary_search(effect.cause.left.begin(), effect.cause.left.end(), cause);
        if (left || !maker.has(cause)) continue;
        if (effect.cause.of_what == Cause::Of::serves)
          maker.tie(cause, effect.element, PictureRelation::serves,
                    maker.say("var formålet med", "was the purpose of"));
        else
          maker.tie(cause, effect.element, relation(effect.cause.of_what));
        tied = true;
      }
      // What is leaned on but shown nowhere else is still on the way down.
      if (!tied && effect.through.size() > 1) {
        const Index before =
            *(effect.through.end() - (effect.through.back() == effect.element ? 2 : 1));
        maker.add(before);
        maker.tie(before, effect.element, relation(effect.cause.of_what));
      }
    }
  for (const Index i : answer.unexamined)
    maker.note(i, maker.say("ingen har undersøgt, hvad der afhænger af den",
                            "nobody has examined what depends on it"));
  if (counts.empty())
    counts = maker.say("Intet er registreret, som afhænger af det",
                       "Nothing is recorded to depend on it");
  return maker.take(maker.say("Hvad går i stykker uden ", "What breaks without ") + title, counts,
                    false);
}

Picture picture_of(const Model& model, const Decision& answer, const PictureOptions& options) {
  PictureMaker maker(model, options);
  const Index target = answer.question.target;
  if (target != none) maker.add(target, PictureRole::asked);
  for (const Index matter : answer.question.concerns) maker.add(matter, PictureRole::asked);
  int number = 0;
  for (const Option& option : answer.options) {
    ++number;
    Index last = none;
    for (const Index grant : option.chain) {
      maker.add(grant);
      if (const auto& by = model.grant(grant).by)
        maker.note(grant, ask::ground_text(*by, options.language));
      for (const Index ground : ask::basis_of(model, grant)) {
        maker.add(ground);
        maker.tie(ground, grant, PictureRelation::basis);
      }
      maker.tie(last, grant, PictureRelation::from);
      last = grant;
    }
    for (const Index holder : option.holders) {
      maker.add(holder, PictureRole::decides);
      if (last != none) maker.tie(last, holder, PictureRelation::to);
      std::string how = std::to_string(number) + ".";
      if (option.implied) how += maker.say(" som udsteder", " as issuer");
      if (option.jointly > 1) how += maker.say(" sammen", " jointly");
      if (!option.depends_on.empty()) how += maker.say(" betinget", " conditional");
      if (option.exceptional) how += maker.say(" i hastesager", " when urgent");
      if (option.notice_months) how += maker.say(" med varsel", " by notice");
      maker.note(holder, how);
      if (target != none) maker.tie(holder, target, PictureRelation::decides);
      for (const Index matter : answer.question.concerns)
        maker.tie(holder, matter, PictureRelation::decides);
      for (const Involved& involved : option.involve) {
        if (involved.body == none || number > 1) continue;
        maker.add(involved.body);
        const InvolvementRow* row = nullptr;
        for (const InvolvementRow& one : model.involvements())
          if (one.element == involved.involvement) row = &one;
        maker.tie(involved.body, holder, PictureRelation::involved,
                  row ? ask::how_word(row->how, options.language) : "");
      }
    }
  }
  for (const Index bar : answer.barred_by) {
    maker.add(bar);
    if (target != none) maker.tie(bar, target, PictureRelation::binds);
  }
  return maker.take(maker.say("Hvem kan ", "Who may ") +
                        ask::power_text(answer.question.power, options.language) + " " +
                        ask::target_text(model, answer.question, maker.voice()),
                    ask::verdict_text(model, answer, maker.voice()), true);
}

Picture picture_of(const Model& model, Index element, const Why& answer,
                   const PictureOptions& options) {
  PictureMaker maker(model, options);
  maker.add(element, PictureRole::asked);
  for (const auto& path : answer.ground)
    for (std::size_t at = 0; at < path.size(); ++at) {
      maker.add(path[at]);
      if (at)
        maker.tie(path[at], path[at - 1],
                  implied_ground(model, path[at - 1], path[at]) ? PictureRelation::from
                                                                : PictureRelation::basis);
    }
  for (const auto& path : answer.purpose)
    for (std::size_t at = 0; at < path.size(); ++at) {
      maker.add(path[at]);
      if (at) maker.tie(path[at - 1], path[at], PictureRelation::serves);
    }
  for (const Index issuer : answer.issuers) {
    maker.add(issuer);
    maker.tie(issuer, element, PictureRelation::issuer);
  }
  for (const Index duty : answer.required_by) {
    maker.add(duty);
    maker.note(duty, maker.say("opfyldes ikke uden den", "goes unmet without it"));
    maker.tie(element, duty, PictureRelation::needs);
  }
  for (const Index user : answer.used_by) {
    maker.add(user);
    maker.tie(element, user, PictureRelation::uses);
  }
  return maker.take(maker.say("Hvorfor har vi ", "Why do we have ") + maker.name(element),
                    maker.say("Hvor den kommer fra: ", "Where it comes from: ") +
                        ask::origin_text(answer.origin, options.language),
                    false);
}

Picture picture_of_delegation(const Model& model, Index below, const PictureOptions& options) {
  if (below != none && (below >= model.size() || model.kind(below) != Kind::grant))
    throw Error(Errc::invalid_question, "a chain of delegation begins in a grant", "element");
  const auto above = [&](Index grant, Index wanted) {
    for (std::uint32_t links = 0; grant != none && links <= model.size(); ++links) {
      if (grant == wanted) return true;
      grant = model.grant(grant).from;
    }
    return false;
  };
  PictureMaker maker(model, options);
  // Of the layers below the model only what its own grants come from.
  const auto own = static_cast<std::uint32_t>(model.layers().size() - 1);
  std::vector<std::uint8_t> shown(model.size(), 0);
  for (const GrantRow& grant : model.grants()) {
    const bool chosen = below == none ? model.layer(grant.element) == own
                                      : above(grant.element, below) || above(below, grant.element);
    for (Index i = chosen ? grant.element : none; i != none && !shown[i]; i = model.grant(i).from)
      shown[i] = 1;
  }
  for (const GrantRow& grant : model.grants()) {
    const Index i = grant.element;
    if (!shown[i]) continue;
    maker.add(i, i == below ? PictureRole::asked : PictureRole::plain);
    if (grant.by) maker.note(i, ask::ground_text(*grant.by, options.language));
    if (grant.to_leader) maker.note(i, maker.say("til enhedens leder", "to the unit's leader"));
    maker.tie(grant.from, i, PictureRelation::from);
    for (const Index holder : grant.to) {
      maker.add(holder);
      maker.tie(i, holder, PictureRelation::to);
    }
  }
  return maker.take(
      below == none ? maker.say("Delegationen", "The delegation")
                    : maker.say("Delegation omkring ", "Delegation around ") + maker.name(below),
      maker.say("Hvem har givet hvem kompetence", "Who gave whom authority"), true);
}

}  // namespace regelgraf
