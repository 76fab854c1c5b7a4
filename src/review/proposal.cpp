// The gate for new rules: seven demands, each held against the model with the rule in it.

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include <regelgraf/may.hpp>
#include <regelgraf/proposal.hpp>
#include <regelgraf/standing.hpp>
#include <regelgraf/what_if.hpp>
#include <regelgraf/who_decides.hpp>
#include <regelgraf/why.hpp>

#include "ask/text.hpp"
#include "review/decision.hpp"
#include "review/proposal_words.hpp"
#include "review/shape.hpp"
#include "review/view.hpp"

namespace regelgraf {

namespace review {

using ask::say;

namespace {

constexpr double alike = 0.6;  // of names: two of three trigrams in common

/// Lower case, and `æøå` too; everything but letters and digits is one space.
std::string folded(std::string_view text) {
  std::string out = " ";
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 'A' && c <= 'Z') {
      out += static_cast<char>(c - 'A' + 'a');
    } else if (c == 0xC3 && i + 1 < text.size()) {
      auto next = static_cast<unsigned char>(text[++i]);
      if (next >= 0x80 && next <= 0x9E && next != 0x97) next += 0x20;
      out += static_cast<char>(c);
      out += static_cast<char>(next);
    } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80) {
      out += static_cast<char>(c);
    } else if (out.back() != ' ') {
      out += ' ';
    }
  }
  if (out.back() != ' ') out += ' ';
  return out;
}

/// Dice's coefficient of the trigrams of two texts.
double likeness(std::string_view a, std::string_view b) {
  const auto trigrams = [](const std::string& text) {
    std::set<std::string> all;
    for (std::size_t i = 0; i + 3 <= text.size(); ++i) all.insert(text.substr(i, 3));
    return all;
  };
  const auto x = trigrams(folded(a)), y = trigrams(folded(b));
  if (x.empty() || y.empty()) return 0;
  const auto shared =
      std::count_if(x.begin(), x.end(), [&](const auto& one) { return y.contains(one); });
  return 2.0 * static_cast<double>(shared) / static_cast<double>(x.size() + y.size());
}

double likeness(const Name& a, const Name& b) {
  double most = 0;
  if (!a.da.empty() && !b.da.empty()) most = likeness(a.da, b.da);
  if (!a.en.empty() && !b.en.empty()) most = std::max(most, likeness(a.en, b.en));
  return most;
}

const Shape& proposal_shape() {
  static const Shape shape{{{"rule", Sort::any, true},
                            {"draft", Sort::any},
                            {"remove", Sort::ids},
                            {"review_on", Sort::day},
                            {"adopter", Sort::ids},
                            {"considered", Sort::any}}};
  return shape;
}

[[noreturn]] void refuse_proposal(std::vector<Finding> findings) {
  const std::string message = "the proposal cannot be read: " + findings.front().message.en;
  std::string at = findings.front().field;
  throw InvalidReview(message, std::move(at), std::move(findings));
}

Finding wrong(std::string field, Name message) {
  Finding finding;
  finding.code = "wrong_type";
  finding.file = "proposal";
  finding.field = std::move(field);
  finding.message = std::move(message);
  return finding;
}

/// What was proposed, taken apart.
struct Proposed {
  Tree change = Tree::object(), bare = Tree::object();
  std::string id;
  Ids adopter;
  std::optional<Day> review_on;
  Tree considered = Tree::object();
};

Proposed read_proposal(std::string_view text) {
  if (text.size() > most_bytes)
    throw Error(Errc::too_large, "a proposal of more than 64 MiB is not read");
  std::vector<Finding> findings;
  const Tree tree = read_tree(text, "proposal", findings);
  const bool alone = tree.text_at("kind") == "rule";
  if (tree.is_object() && !alone) check_shape(tree, proposal_shape(), text, "proposal", findings);
  if (findings.empty() && !tree.is_object())
    findings.push_back(wrong({}, {"her skal stå et objekt", "expected an object"}));
  if (!findings.empty()) refuse_proposal(std::move(findings));
  const Tree& rule = alone ? tree : *tree.find("rule");
  if (rule.text_at("kind") != "rule" || rule.text_at("id").empty())
    refuse_proposal(
        {wrong("rule", {"forslaget er en regel: et element med id og kind `rule`",
                        "a proposal is a rule: an element with an id and the kind `rule`"})});
  Proposed proposed;
  proposed.id = rule.text_at("id");
  Tree in_force = Tree::object(), without_issuer = Tree::object();
  for (const TreeField& field : rule.fields()) {
    if (field.key == "status") continue;
    in_force.put(field.key, field.value);
    if (field.key != "issuer" && field.key != "jointly" && field.key != "notice")
      without_issuer.put(field.key, field.value);
  }
  proposed.change.add("add", in_force);
  proposed.bare.add("add", without_issuer);
  if (const Tree* draft = tree.find("draft")) {
    const auto add = [&](const Tree& element) {
      proposed.change.add("add", element);
      proposed.bare.add("add", element);
    };
    if (draft->is_object()) add(*draft);
    for (const Tree& element : draft->entries()) add(element);
  }
  if (const Tree* remove = tree.find("remove")) {
    proposed.change.put("remove", *remove);
    proposed.bare.put("remove", *remove);
  }
  proposed.adopter = tree.ids_at("adopter");
  if (proposed.adopter.empty()) proposed.adopter = rule.ids_at("issuer");
  proposed.review_on = tree.day_at("review_on");
  if (const Tree* considered = tree.find("considered"); considered && considered->is_object())
    proposed.considered = *considered;
  return proposed;
}

/// Holds the proposal against each demand.
class Gate {
 public:
  Gate(const Model& model, Proposed proposed, std::optional<Day> date)
      : model_(model), proposed_(std::move(proposed)), date_(date) {}

  Proposal ask() {
    look();
    answer_.rule = proposed_.id;
    answer_.name = element_.name;
    answer_.date = date_;
    ground();
    purpose();
    adopter();
    hours();
    overlap();
    conflicts();
    end();
    answer_.ready = std::all_of(answer_.demands.begin(), answer_.demands.end(),
                                [](const Demand& one) { return one.met; });
    answer_.agenda = in_both([&](Language l) { return agenda_text(*after_, answer_, l); });
    return std::move(answer_);
  }

 private:
  /// The model with the rule in it, on a day on which the rule applies.
  void look() {
    ask::WhatIfQuestion question = ask::read_what_if(model_, json_of(proposed_.change));
    const Element& first = question.change.added.front();
    if (first.valid.from && (!date_ || *date_ < *first.valid.from)) date_ = first.valid.from;
    if (!date_ && first.valid.to) date_ = Day{first.valid.to->since_epoch - 1};
    question.change.date = date_;
    what_if_ = what_if(model_, question.change);
    after_ = what_if_.after;
    ask::WhatIfQuestion bare = ask::read_what_if(model_, json_of(proposed_.bare));
    bare.change.date = date_;
    bare.change.causes = false;
    bare_ = what_if(model_, bare.change).after;
    rule_ = *after_->find(proposed_.id);
    element_ = after_->element(rule_);
    std::vector<Index> gone;
    for (const Index i : what_if_.removed) gone.push_back(i);
    stands_ = standing_set(*after_, {date_, gone});
    purposeful_ = purposeful_set(*after_, stands_);
    answer_.hours_net = what_if_.hours_net;
    for (const Index duty : what_if_.unmet_duties)
      answer_.unmet_duties.emplace_back(after_->id(duty));
  }

  Demand& demand(DemandWord word, bool met, Ids elements, Name text, Name question = {}) {
    Demand one;
    one.demand = word;
    one.met = met;
    one.elements = std::move(elements);
    one.text = std::move(text);
    if (!met) one.question = std::move(question);
    answer_.demands.push_back(std::move(one));
    return answer_.demands.back();
  }

  [[nodiscard]] Ids ids(const std::vector<Index>& list) const {
    Ids result;
    for (const Index i : list) result.emplace_back(after_->id(i));
    return result;
  }

  void ground() {
    const std::vector<Index> basis = ask::basis_of(*after_, rule_);
    const Name which{"Hvilken lov, plan eller beslutning hviler reglen på?",
                     "On which act, plan or decision does the rule rest?"};
    if (basis.empty()) {
      demand(DemandWord::ground, false, {},
             {"Forslaget nævner ingen hjemmel.", "The proposal names no legal ground."}, which);
      return;
    }
    std::vector<Index> lacking;
    bool holds = true;
    const auto [first, last] = after_->requirements_of(rule_);
    for (std::uint32_t r = first; r < last; ++r) {
      std::uint32_t there = 0;
      for (const Index i : after_->listed(r)) there += stands_[i];
      if (there >= after_->at_least_of(r)) continue;
      holds = false;
      for (const Index i : after_->listed(r))
        if (!stands_[i]) lacking.push_back(i);
    }
    if (!holds) {
      demand(DemandWord::ground, false, ids(lacking), in_both([&](Language l) {
               return say(l, "Det, reglen hviler på eller behøver, gælder ikke: ",
                          "What the rule rests on or needs does not stand: ") +
                      called(*after_, lacking, l) + ".";
             }),
             which);
      return;
    }
    const Why reasons = why(*after_, rule_, date_);
    std::vector<Index> tops;
    for (const auto& path : reasons.ground)
      if (path.size() > 1) tops.push_back(path.back());
    demand(DemandWord::ground, stands_[rule_] != 0, ids(basis), in_both([&](Language l) {
             std::string text =
                 say(l, "Reglen hviler på ", "The rule rests on ") + called(*after_, basis, l);
             std::vector<Index> above;
             for (const Index top : tops)
               if (std::find(basis.begin(), basis.end(), top) == basis.end()) above.push_back(top);
             if (!above.empty())
               text += say(l, ", og det på ", ", and that on ") + called(*after_, above, l);
             return text + (stands_[rule_] ? "."
                                           : say(l, ", men i en kreds uden ende.",
                                                 ", but in a circle without an end."));
           }),
           which);
  }

  void purpose() {
    const auto serves = after_->serves(rule_);
    std::vector<Index> for_what(serves.begin(), serves.end()), alive;
    for (const Index i : for_what)
      if (purposeful_[i]) alive.push_back(i);
    const Name question{"Hvilken pligt, hvilket mål eller hvilken kerneopgave tjener reglen?",
                        "Which duty, goal or core task does the rule serve?"};
    if (for_what.empty())
      demand(DemandWord::purpose, false, {},
             {"Forslaget nævner intet formål.", "The proposal names no purpose."}, question);
    else if (alive.empty())
      demand(DemandWord::purpose, false, ids(for_what), in_both([&](Language l) {
               return say(l,
                          "Det, reglen tjener, fører ikke op til nogen pligt, noget mål eller en "
                          "kerneopgave, der gælder: ",
                          "What the rule serves leads up to no duty, goal or core task that "
                          "stands: ") +
                      called(*after_, for_what, l) + ".";
             }),
             question);
    else
      demand(DemandWord::purpose, true, ids(alive), in_both([&](Language l) {
               return say(l, "Reglen tjener ", "The rule serves ") + called(*after_, alive, l) +
                      ".";
             }));
  }

  /// An option that rests on what comes with the proposal gives nobody authority to adopt it.
  [[nodiscard]] bool from_proposal(const Model& model, const Option& option) const {
    const auto added = [&](Index i) { return i != none && !model_.find(model.id(i)); };
    return added(option.grant) || std::any_of(option.chain.begin(), option.chain.end(), added);
  }

  [[nodiscard]] std::vector<Option> options_in(const Model& model, bool not_implied) const {
    AuthorityQuestion question;
    question.power = "adopt";
    question.target = *model.find(proposed_.id);
    question.date = date_;
    std::vector<Option> left;
    for (Option& option : who_decides(model, question).options)
      if (!(not_implied && option.implied) && !from_proposal(model, option) && !option.exceptional)
        left.push_back(std::move(option));
    return left;
  }

  void adopter() {
    // Numbers are the same in both models: they have the same elements.
    std::vector<Option> options = options_in(*after_, true);
    for (Option& option : options_in(*bare_, false)) options.push_back(std::move(option));
    const Option* chosen = nullptr;
    const auto proposes = [&](Index i) {
      return std::find(proposed_.adopter.begin(), proposed_.adopter.end(), after_->id(i)) !=
             proposed_.adopter.end();
    };
    for (const Option& option : options) {
      Adopter one;
      one.holders = ids(option.holders);
      one.jointly = option.jointly;
      if (option.grant != none) one.grant = after_->id(option.grant);
      one.certain = option.depends_on.empty();
      const auto there = std::count_if(option.holders.begin(), option.holders.end(), proposes);
      const bool enough = there >= static_cast<std::ptrdiff_t>(option.jointly) &&
                          std::all_of(option.must.begin(), option.must.end(), proposes);
      if (enough && (!chosen || (!chosen->depends_on.empty() && one.certain))) chosen = &option;
      if (std::none_of(answer_.adopters.begin(), answer_.adopters.end(),
                       [&](const Adopter& other) { return other.holders == one.holders; }))
        answer_.adopters.push_back(std::move(one));
    }
    if (const Option* first = chosen ? chosen : options.empty() ? nullptr : &options.front())
      for (const Involved& involved : first->involve) involve(involved);
    const auto may = [&](Language l) {
      std::string text;
      for (const Adopter& one : answer_.adopters)
        text += (text.empty() ? say(l, " Det kan: ", " Who may: ") : std::string("; ")) +
                called(*after_, one.holders, l) +
                (one.jointly > 1 ? say(l, " (sammen)", " (together)") : std::string());
      return text.empty() ? say(l, " Ingen er registreret med beføjelse til at vedtage den.",
                                " Nobody is recorded with authority to adopt it.")
                          : text + ".";
    };
    const Name who{"Hvem vedtager reglen, og efter hvilken beføjelse?",
                   "Who adopts the rule, and by which authority?"};
    if (proposed_.adopter.empty())
      demand(DemandWord::adopter, false, {}, in_both([&](Language l) {
               return say(l, "Forslaget nævner ingen, der vedtager reglen.",
                          "The proposal names nobody who adopts the rule.") +
                      may(l);
             }),
             who);
    else if (!chosen)
      demand(
          DemandWord::adopter, false, proposed_.adopter, in_both([&](Language l) {
            return begun(called(*after_, proposed_.adopter, l)) +
                   say(l,
                       " har ikke beføjelse til at vedtage reglen efter det, der er registreret.",
                       " has no authority to adopt the rule by what is recorded.") +
                   may(l);
          }),
          who);
    else
      demand(
          DemandWord::adopter, chosen->depends_on.empty(), proposed_.adopter,
          in_both([&](Language l) {
            std::string text = begun(called(*after_, chosen->holders, l)) +
                               say(l, " kan vedtage reglen", " may adopt the rule");
            text +=
                chosen->grant == none
                    ? say(l, " som leder af dem, den binder", " as the manager of those it binds")
                    : say(l, " efter ", " by ") + called(*after_, chosen->grant, l);
            for (const Dependence& one : chosen->depends_on)
              text += say(l, ", hvis ", ", if ") + ask::dependence_text(*after_, one, l);
            return text + ".";
          }),
          {"Er betingelserne for beføjelsen opfyldt?", "Are the conditions of the authority met?"});
  }

  void involve(const Involved& involved) {
    ToInvolve one;
    one.involvement = after_->id(involved.involvement);
    if (involved.body != none) one.body = after_->id(involved.body);
    const auto rows = after_->involvements();
    for (const InvolvementRow& row : rows)
      if (row.element == involved.involvement) {
        one.how = row.how;
        one.timing = row.timing;
        one.days = row.days.value_or(0);
      }
    answer_.involve.push_back(std::move(one));
  }

  void hours() {
    const auto burden = after_->burden(rule_);
    const bool known = burden && burden->minutes && burden->times_per_year;
    if (!known) {
      demand(DemandWord::hours, false, {},
             {"Forslaget siger ikke, hvor lang tid reglen tager.",
              "The proposal does not say how much time the rule takes."},
             {"Hvor mange minutter tager den, hvor mange gange om året, for hvor mange?",
              "How many minutes does it take, how many times a year, for how many people?"});
      return;
    }
    const Hours figures = hours_of(*burden);
    answer_.hours = figures.per_year;
    demand(DemandWord::hours, true, {}, in_both([&](Language l) {
             std::string text = say(l, "Reglen koster ", "The rule costs ") +
                                ask::hours_text(figures.per_year, l) +
                                say(l, " timer om året", " hours a year");
             if (figures.one_off.high > 0)
               text += say(l, " og ", " and ") + ask::hours_text(figures.one_off, l) +
                       say(l, " timer én gang", " hours once");
             if (burden->minimum)
               text += say(l, "; heraf ", "; of these ") + ask::hours_text(figures.surplus, l) +
                       say(l, " timer ud over lovens minimum", " hours above the law's minimum");
             return text + ".";
           }));
  }

  [[nodiscard]] bool shares(std::span<const Index> a, std::span<const Index> b) const {
    return std::any_of(a.begin(), a.end(),
                       [&](Index i) { return std::find(b.begin(), b.end(), i) != b.end(); });
  }

  [[nodiscard]] bool same_places(Index other) const {
    for (const Index mine : after_->binds(rule_))
      for (const Index theirs : after_->binds(other))
        if (after_->at_or_below(mine, theirs) || after_->at_or_below(theirs, mine)) return true;
    return false;
  }

  void overlap() {
    const std::vector<Index> basis = ask::basis_of(*after_, rule_);
    const bool says_matters = !after_->concerns(rule_).empty();
    const bool says_places = !after_->binds(rule_).empty();
    const bool says_purposes = !after_->serves(rule_).empty();
    for (Index i = 0; i < after_->size(); ++i) {
      if (i == rule_ || after_->kind(i) != Kind::rule || !stands_[i]) continue;
      if (std::find(basis.begin(), basis.end(), i) != basis.end()) continue;
      Overlap one;
      one.matters = shares(after_->concerns(rule_), after_->concerns(i));
      one.places = same_places(i);
      one.purposes = shares(after_->serves(rule_), after_->serves(i));
      one.name = likeness(element_.name, after_->element(i).name);
      const int said = says_matters + says_places + says_purposes;
      const bool all = said >= 2 && one.matters == says_matters && one.places == says_places &&
                       one.purposes == says_purposes;
      if (!all && one.name < alike) continue;
      one.rule = after_->id(i);
      one.considered = proposed_.considered.name_at(one.rule);
      answer_.overlaps.push_back(std::move(one));
    }
    std::stable_sort(answer_.overlaps.begin(), answer_.overlaps.end(),
                     [](const Overlap& a, const Overlap& b) {
                       const auto weight = [](const Overlap& o) {
                         return o.matters + o.places + o.purposes + o.name;
                       };
                       return weight(a) > weight(b);
                     });
    Ids all, open;
    for (const Overlap& one : answer_.overlaps) {
      all.push_back(one.rule);
      if (one.considered.empty()) open.push_back(one.rule);
    }
    if (all.empty())
      demand(DemandWord::overlap, true, {},
             {"Ingen regel, der gælder, ligner den.", "No rule that stands is like it."});
    else
      demand(DemandWord::overlap, open.empty(), open.empty() ? all : open, in_both([&](Language l) {
               return open.empty()
                          ? say(l, "Der er taget stilling til ", "The proposal has considered ") +
                                called(*after_, all, l) + "."
                          : say(l, "Der er regler, der ligner den: ", "There are rules like it: ") +
                                called(*after_, open, l) + ".";
             }),
             {"Hvorfor er de ikke nok? Hvad kan gå, når den nye kommer (`remove`)? Skriv svaret i "
              "`considered`.",
              "Why are they not enough? What can go when the new one comes (`remove`)? Write the "
              "answer in `considered`."});
  }

  void conflicts() {
    const auto& written = std::get<Rule>(element_.fields);
    for (const std::string& id : written.conflicts_with)
      if (const auto i = after_->find(id); i && stands_[*i]) answer_.conflicts.push_back(id);
    for (Index i = 0; i < after_->size(); ++i) {
      if (after_->kind(i) != Kind::rule || !stands_[i] || i == rule_) continue;
      const Element other = after_->element(i);
      const auto& listed = std::get<Rule>(other.fields).conflicts_with;
      if (std::find(listed.begin(), listed.end(), proposed_.id) != listed.end())
        answer_.conflicts.push_back(other.id);
    }
    std::sort(answer_.conflicts.begin(), answer_.conflicts.end());
    answer_.conflicts.erase(std::unique(answer_.conflicts.begin(), answer_.conflicts.end()),
                            answer_.conflicts.end());
    Ids in_the_way = answer_.conflicts;
    in_the_way.insert(in_the_way.end(), answer_.unmet_duties.begin(), answer_.unmet_duties.end());
    if (in_the_way.empty())
      demand(DemandWord::conflicts, true, {},
             {"Intet er registreret, som den ikke kan følges sammen med.",
              "Nothing is recorded that it cannot be followed with."});
    else
      demand(DemandWord::conflicts, false, in_the_way, in_both([&](Language l) {
               std::string text;
               if (!answer_.conflicts.empty())
                 text = say(l, "Den kan ikke følges sammen med ",
                            "It cannot be followed together with ") +
                        called(*after_, answer_.conflicts, l) + ".";
               if (!answer_.unmet_duties.empty())
                 text += (text.empty() ? "" : " ") +
                         say(l, "Pligter bliver ikke opfyldt, når det, den afløser, går: ",
                             "Duties go unmet when what it takes the place of goes: ") +
                         called(*after_, answer_.unmet_duties, l) + ".";
               return text;
             }),
             {"Hvilken af dem viger, og hvem ophæver den?",
              "Which of them gives way, and who repeals it?"});
  }

  void end() {
    if (element_.valid.to || proposed_.review_on)
      demand(DemandWord::end, true, {}, in_both([&](Language l) {
               return element_.valid.to
                          ? say(l, "Reglen ophører ", "The rule ends on ") +
                                to_text(*element_.valid.to) + "."
                          : say(l, "Reglen tages op igen ", "The rule is looked at again on ") +
                                to_text(*proposed_.review_on) + ".";
             }));
    else
      demand(DemandWord::end, false, {}, {"Reglen har ingen ende.", "The rule has no end."},
             {"Hvornår ophører den (`valid.to`), eller hvornår ses der på den igen (`review_on`)?",
              "When does it end (`valid.to`), or when is it looked at again (`review_on`)?"});
  }

  const Model& model_;
  const Proposed proposed_;
  std::optional<Day> date_;
  WhatIfAnswer what_if_;
  std::shared_ptr<const Model> after_, bare_;
  Index rule_ = none;
  Element element_;
  std::vector<std::uint8_t> stands_, purposeful_;
  Proposal answer_;
};

}  // namespace

}  // namespace review

Proposal propose(const Model& model, std::string_view json, std::optional<Day> date) {
  return review::Gate(model, review::read_proposal(json), date).ask();
}

}  // namespace regelgraf
