// How far a review has come, and what is missing before the next step.

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <regelgraf/standing.hpp>

#include "ask/text.hpp"
#include "review/effects.hpp"
#include "review/shape.hpp"
#include "review/view.hpp"

namespace regelgraf {

namespace review {

using ask::say;

namespace {

/// Is @p day there and, on @p date, begun or over? Without a date everything is.
bool is_due(std::optional<Day> day, std::optional<Day> date) {
  return day && (!date || *day <= *date);
}

/// Looks at each step in turn.
class StatusReader {
 public:
  StatusReader(const Model& model, const Review& review, std::optional<Day> date)
      : model_(model),
        review_(review),
        view_(review.tree()),
        date_(date),
        decided_(view_.decided()),
        qualified_(view_.qualified()),
        implemented_(view_.implemented()) {}

  ReviewStatus read() {
    status_.date = date_;
    status_.closed = !view_.rows("closings").empty();
    overdue();
    demand();
    purpose();
    organise();
    collect();
    qualify();
    decide();
    evaluate();
    redeclared();
    overrides();
    warnings();
    for (const ReviewStep& step : status_.steps)
      if (step.state == ReviewState::missing && !status_.next) status_.next = step.step;
    return std::move(status_);
  }

 private:
  using Lacks = std::vector<ReviewLack>;

  static void lack(Lacks& list, std::string code, Ids elements, Name text) {
    list.push_back({std::move(code), std::move(elements), std::move(text), false, {}});
  }

  void step(ReviewStepWord word, Lacks missing) {
    ReviewStep step;
    step.step = word;
    if (const Tree* skip = view_.skip_of(word)) {
      step.state = ReviewState::skipped;
      step.skipped_on = skip->day_at("on");
      step.skipped_by = skip->ids_at("by");
      step.reason = skip->name_at("reason");
    } else {
      step.state = missing.empty() ? ReviewState::done : ReviewState::missing;
      step.missing = std::move(missing);
    }
    status_.steps.push_back(std::move(step));
  }

  /// Actors that the model has, and that are no persons.
  void known(Lacks& lacks, const Ids& ids) const {
    for (const std::string& id : ids) {
      const auto i = model_.find(id);
      if (!i || model_.kind(*i) != Kind::actor)
        lack(lacks, "unknown_actor", {id},
             {"Modellen har ingen aktør " + id + ".", "The model has no actor " + id + "."});
      else if (model_.form(*i) == Form::person)
        lack(lacks, "person_named", {id},
             {"Her skal stå poster, enheder og organer, ikke en person.",
              "Posts, units and bodies stand here, never a person."});
    }
  }

  void demand() {
    Lacks lacks;
    const Tree* commissioner = view_.head("commissioner");
    if (!commissioner)
      lack(lacks, "no_commissioner", {},
           {"Der står ikke, hvem der har bestilt gennemgangen.",
            "Nothing says who ordered the review."});
    else
      known(lacks, ids_in(commissioner));
    step(ReviewStepWord::demand, std::move(lacks));
  }

  static Ids ids_in(const Tree* value) {
    Tree holder = Tree::object();
    if (value) holder.put("ids", *value);
    return holder.ids_at("ids");
  }

  void purpose() {
    Lacks lacks;
    if (ids_in(view_.head("purposes")).empty())
      lack(lacks, "no_purpose", {}, {"Der står intet formål.", "No purpose is given."});
    if (view_.mode().empty())
      lack(lacks, "no_mode", {},
           {"Der står ikke, om det er én regel ad gangen, store klumper, nulpunkt eller en "
            "kulturændring.",
            "Nothing says whether it is one rule at a time, large parts, a zero base or a change "
            "of culture."});
    const Tree* scope = view_.head("scope");
    if ((!scope || scope->fields().empty()) && view_.mode() != "culture")
      lack(lacks, "no_scope", {},
           {"Der står ikke, hvilke regler det handler om.",
            "Nothing says which rules it is about."});
    if (scope)
      for (const std::string_view field : {"issuers", "matters", "ids", "repealable_by"})
        for (const std::string& id : scope->ids_at(field))
          if (!model_.find(id))
            lack(
                lacks, "scope_unknown", {id},
                {"Modellen har intet element " + id + ".", "The model has no element " + id + "."});
    if (view_.rows("declarations").empty())
      lack(lacks, "nothing_declared", {},
           {"Der står ikke, hvad der ligger fast, og hvad der er åbent. Det siges fra start.",
            "Nothing says what is fixed and what is open. That is said from the start."});
    step(ReviewStepWord::purpose, std::move(lacks));
  }

  void organise() {
    Lacks lacks;
    const Tree* organisation = view_.head("organisation");
    static const Tree nothing = Tree::object();
    const Tree& said = organisation ? *organisation : nothing;
    const auto need = [&](std::string_view field, const char* code, Name text) {
      if (!said.find(field)) lack(lacks, code, {}, std::move(text));
    };
    need("working_group", "no_working_group",
         {"Der er ingen arbejdsgruppe.", "There is no working group."});
    need("coordinator", "no_coordinator", {"Der er ingen tovholder.", "There is no coordinator."});
    need("product", "no_product",
         {"Der står ikke, hvad gennemgangen skal ende ud med.",
          "Nothing says what the review is to end in."});
    need("horizon", "no_horizon", {"Der er ingen tidshorisont.", "There is no horizon."});
    need("reporting", "no_reporting",
         {"Der står ikke, hvem der skal have en afrapportering.",
          "Nothing says who is to have a report."});
    known(lacks, said.ids_at("working_group"));
    known(lacks, said.ids_at("coordinator"));
    for (const Tree& report : said.entries_at("reporting")) known(lacks, report.ids_at("to"));
    step(ReviewStepWord::organise, std::move(lacks));
  }

  [[nodiscard]] bool continuous() const {
    const Tree* organisation = view_.head("organisation");
    return organisation && organisation->text_at("rhythm") == "continuous";
  }

  void collect() {
    Lacks lacks;
    const Tree* window = view_.head("collection");
    const bool from_scope = view_.mode() == "zero_base";
    if (!from_scope && (!window || !window->find("from") || (!window->find("to") && !continuous())))
      lack(lacks, "no_window", {},
           {"Der står ikke, fra hvornår og til hvornår der kan meldes ind.",
            "Nothing says from when until when rules can be nominated."});
    else if (window && window->find("to") && !is_due(window->day_at("to"), date_))
      lack(lacks, "window_open", {},
           {"Der kan meldes ind til " + window->text_at("to") + ".",
            "Rules can be nominated until " + window->text_at("to") + "."});
    if (!from_scope && view_.rows("nominations").empty())
      lack(lacks, "nothing_collected", {},
           {"Der er ikke meldt noget ind.", "Nothing was nominated."});
    step(ReviewStepWord::collect, std::move(lacks));
  }

  void qualify() {
    Lacks lacks;
    std::set<std::string> rules;
    std::size_t unmatched = 0;
    for (const Tree& nomination : view_.rows("nominations")) {
      const std::string rule = view_.rule_of(nomination);
      if (rule.empty())
        ++unmatched;
      else
        rules.insert(rule);
    }
    if (const Tree* scope = view_.head("scope"))
      for (const std::string& id : scope->ids_at("ids")) rules.insert(id);
    for (const std::string& rule : rules)
      if (!qualified_.contains(rule))
        lack(lacks, "not_qualified", {rule}, in_both([&](Language l) {
               return begun(called(model_, rule, l)) +
                      say(l, " er ikke kvalificeret.", " is not qualified.");
             }));
    if (qualified_.empty() && rules.empty())
      lack(lacks, "nothing_qualified", {},
           {"Ingen regel er kvalificeret.", "No rule is qualified."});
    unmatched_ = unmatched;
    step(ReviewStepWord::qualify, std::move(lacks));
  }

  void decide() {
    Lacks lacks;
    for (const auto& [rule, row] : qualified_)
      if (!decided_.contains(rule))
        lack(lacks, "not_decided", {rule}, in_both([&, rule = rule, row = row](Language l) {
               return say(l, "Der er ikke besluttet noget om ", "Nothing was decided on ") +
                      called(model_, rule, l) + "." + who_decides_text(*row.tree, l);
             }));
    if (qualified_.empty() && decided_.empty())
      lack(lacks, "nothing_decided", {}, {"Der er ikke besluttet noget.", "Nothing was decided."});
    for (const ReviewLack& one : status_.not_happened) lacks.push_back(one);
    for (const auto& [rule, row] : implemented_) during(lacks, rule, *row.tree);
    for (const ReviewLack& one : status_.trials_over) lacks.push_back(one);
    for (const ReviewReply& reply : review_.replies(model_, date_))
      if (!reply.sent)
        lack(lacks, "no_reply", {reply.unit}, in_both([&](Language l) {
               return begun(called(model_, reply.unit, l)) +
                      say(l, " har ikke fået svar på, hvad der blev af det, den meldte ind.",
                          " has had no reply on what became of what it nominated.");
             }));
    step(ReviewStepWord::decide, std::move(lacks));
  }

  /// `Det kan: ...`, as the qualification has it.
  [[nodiscard]] std::string who_decides_text(const Tree& row, Language l) const {
    std::string text;
    for (const Tree& decider : row.entries_at("deciders"))
      text += (text.empty() ? say(l, " Det kan: ", " Who may: ") : std::string("; ")) +
              called(model_, decider.ids_at("holders"), l);
    return text.empty() ? text : text + ".";
  }

  /// Who is to be involved while it is carried out, and not only before it was decided.
  void during(Lacks& lacks, const std::string& rule, const Tree& row) const {
    const auto found = decided_.find(rule);
    if (found == decided_.end()) return;
    const Ids held = view_.involved(rule);
    for (const std::string& id : found->second.tree->ids_at("after"))
      if (std::find(held.begin(), held.end(), id) == held.end())
        lack(lacks, "involvement_after", {id, rule}, in_both([&](Language l) {
               return say(l, "Efter beslutningen om ", "After the decision on ") +
                      called(model_, rule, l) + say(l, " mangler ", " this is missing: ") +
                      called(model_, id, l) + " (" + id + ").";
             }));
    if (row.ids_at("who").empty() || row.name_at("what").empty())
      lack(lacks, "not_said_who", {rule}, in_both([&](Language l) {
             return say(l, "Der står ikke, hvem der gør hvad anderledes uden ",
                        "Nothing says who does what differently with ") +
                    called(model_, rule, l) +
                    say(l, " (`who`, `what`).", " as it now is (`who`, `what`).");
           }));
  }

  /// Decided, due and not done; trials that are over without a result.
  void overdue() {
    for (const auto& [rule, row] : decided_) {
      const std::string& what = row.tree->text_at("what");
      if (what == "keep") continue;
      const auto due = row.tree->day_at("effect_from") ? row.tree->day_at("effect_from")
                                                       : row.tree->day_at("on");
      if (!is_due(due, date_) || implemented_.contains(rule)) continue;
      lack(status_.not_happened, "not_happened", {rule}, in_both([&, rule = rule](Language l) {
             return begun(called(model_, rule, l)) + " " + disposed_text(what, l) +
                    say(l, " fra ", " from ") + to_text(*due) +
                    say(l, " efter beslutningen, men det er ikke noteret, at det er sket.",
                        " by the decision, but nothing says that it has happened.");
           }));
    }
    for (const Tree& trial : view_.rows("trials")) {
      const std::string& id = trial.text_at("id");
      const auto end = trial.find("period")->day_at("to");
      const auto& results = view_.rows("trial_results");
      const bool seen = std::any_of(results.begin(), results.end(),
                                    [&](const Tree& one) { return one.text_at("trial") == id; });
      if (seen || !is_due(end, date_)) continue;
      lack(status_.trials_over, "trial_without_result", {id}, in_both([&](Language l) {
             return say(l, "Prøvehandlingen ", "The trial ") + id + say(l, " i ", " in ") +
                    called(model_, trial.text_at("unit"), l) + say(l, " sluttede ", " ended on ") +
                    to_text(*end) + say(l, " og har intet resultat.", " and has no result.");
           }));
    }
  }

  void evaluate() {
    Lacks lacks;
    const auto& measurements = view_.rows("measurements");
    const auto there = [&](const auto& matches) {
      return std::any_of(measurements.begin(), measurements.end(), matches);
    };
    for (const auto& [rule, row] : implemented_) {
      const auto found = decided_.find(rule);
      if (found == decided_.end() || found->second.tree->text_at("what") == "anchor") continue;
      for (const std::string_view when : when_words)
        if (!there([&, id = rule](const Tree& one) {
              return one.text_at("measure") == "hours" && one.text_at("rule") == id &&
                     one.text_at("when") == when;
            }))
          lack(lacks, when == "before" ? "not_measured_before" : "not_measured_after", {rule},
               in_both([&, rule = rule](Language l) {
                 return say(l, "Tiden er ikke målt ", "The time was not measured ") +
                        (when == "before" ? say(l, "før: ", "before: ")
                                          : say(l, "efter: ", "after: ")) +
                        called(model_, rule, l) + ".";
               }));
    }
    const auto of_kind = [&](std::string_view kind) {
      return there([&](const Tree& one) { return one.text_at("measure") == kind; });
    };
    if (!of_kind("product"))
      lack(lacks, "no_product_result", {},
           {"Der er intet produktresultat: ændrede regler, dokumenter, sider.",
            "There is no product result: changed rules, documents, pages."});
    if (!of_kind("process"))
      lack(lacks, "no_process_result", {},
           {"Der er intet procesresultat: trivsel, relationer, fælles forståelse.",
            "There is no process result: wellbeing, relations, shared understanding."});
    if (!of_kind("own_hours"))
      lack(lacks, "no_own_hours", {},
           {"Der står ikke, hvor mange timer gennemgangen selv har kostet.",
            "Nothing says how many hours the review itself has cost."});
    if (view_.rows("lessons").empty())
      lack(lacks, "no_lesson", {},
           {"Der er ingen erfaringer skrevet ned.", "No lessons are written down."});
    step(ReviewStepWord::evaluate, std::move(lacks));
  }

  void redeclared() {
    for (const View::Declared& one : view_.declared()) {
      if (one.first == one.last) continue;
      ReviewRedeclared said;
      said.what = one.first->name_at("what");
      said.rule = one.first->text_at("rule");
      said.first = from_text<Frame>(one.first->text_at("frame")).value_or(Frame::fixed);
      said.now = from_text<Frame>(one.last->text_at("frame")).value_or(Frame::fixed);
      said.first_on = one.first->day_at("on").value_or(Day{});
      said.now_on = one.last->day_at("on").value_or(Day{});
      said.reason = one.last->name_at("reason");
      status_.redeclared.push_back(std::move(said));
    }
  }

  void overrides() {
    for (const std::string_view list : {"dispositions", "trials", "skips", "closings"}) {
      const auto& rows = view_.rows(list);
      for (std::size_t i = 0; i < rows.size(); ++i) {
        const Tree* override = rows[i].find("override");
        if (!override) continue;
        ReviewOverride one;
        one.where = std::string(list) + "[" + std::to_string(i) + "]";
        one.elements = list == "dispositions" ? rows[i].ids_at("rule")
                       : list == "trials"     ? rows[i].ids_at("rules")
                                              : rows[i].ids_at("step");
        one.by = override->text_at("by");
        one.reason = override->name_at("reason");
        one.of = override->ids_at("of");
        status_.overrides.push_back(std::move(one));
      }
    }
  }

  void warnings() {
    Lacks& lacks = status_.warnings;
    // What is fixed and what is open is said before anybody is asked.
    const Tree* window = view_.head("collection");
    const auto asked = window ? window->day_at("from") : std::nullopt;
    for (const View::Declared& one : view_.declared()) {
      const auto on = one.first->day_at("on");
      if (asked && on && *on > *asked)
        lack(lacks, "declared_late", one.first->ids_at("rule"), in_both([&](Language l) {
               return ask::text_in(l, one.first->name_at("what")) +
                      say(l, ": det blev først sagt ", ": it was first said on ") + to_text(*on) +
                      say(l, ", efter at der var spurgt.", ", after people had been asked.");
             }));
      const auto i = model_.find(one.last->text_at("rule"));
      if (i && model_.kind(*i) == Kind::rule && one.last->text_at("frame") != "fixed" &&
          from_state(*i))
        lack(lacks, "declared_open_but_state", {std::string(model_.id(*i))},
             in_both([&](Language l) {
               return begun(called(model_, *i, l)) +
                      say(l, " er sagt at være åben, men staten har udstedt den.",
                          " was declared open, but the state issued it.");
             }));
    }
    if (unmatched_ > 0)
      lack(lacks, "unmatched", {}, in_both([&](Language l) {
             const std::string n = std::to_string(unmatched_);
             return unmatched_ == 1
                        ? say(l, "1 indmeldelse svarer ikke til nogen regel i modellen.",
                              "1 nomination matches no rule of the model.")
                        : say(l, n + " indmeldelser svarer ikke til nogen regel i modellen.",
                              n + " nominations match no rule of the model.");
           }));
    Ids unexamined;
    for (const auto& [rule, row] : decided_)
      if (const Tree* effects = row.tree->find("effects"))
        for (const std::string& id : effects->ids_at("unexamined")) unexamined.push_back(id);
    std::sort(unexamined.begin(), unexamined.end());
    unexamined.erase(std::unique(unexamined.begin(), unexamined.end()), unexamined.end());
    if (!unexamined.empty())
      lack(lacks, "unexamined", unexamined, in_both([&](Language l) {
             return say(l, "Ingen har undersøgt, hvad der hænger ved ",
                        "Nobody has examined what depends on ") +
                    called(model_, unexamined, l) +
                    say(l, ": at intet er registreret, er ikke, at intet går i stykker.",
                        ": that nothing is recorded does not mean that nothing breaks.");
           }));
    if (Decisions(model_, view_).misfit())
      lack(lacks, "decisions_do_not_fit", {},
           {"Det, der er besluttet, kan ikke længere lægges ind i modellen: den er ændret på anden "
            "vis.",
            "What was decided can no longer be put into the model: it was changed otherwise."});
    const auto stands = standing_on(model_, date_);
    for (const auto& [rule, row] : implemented_) {
      const auto i = model_.find(rule);
      const auto found = decided_.find(rule);
      if (!i || !stands[*i] || found == decided_.end()) continue;
      const std::string& what = found->second.tree->text_at("what");
      if (what == "remove" || what == "replace")
        lack(lacks, "still_in_model", {rule}, in_both([&, rule = rule](Language l) {
               return begun(called(model_, rule, l)) +
                      say(l, " er væk efter det noterede, men gælder stadig i modellen.",
                          " is gone as recorded, but still stands in the model.");
             }));
    }
    if (window)
      for (const Tree& nomination : view_.rows("nominations")) {
        const auto on = nomination.day_at("date");
        const Period period{window->day_at("from"), window->day_at("to")};
        if (on && ((period.from && *on < *period.from) || (period.to && *on > *period.to))) {
          lack(lacks, "outside_window", {},
               {"Der er indmeldelser uden for perioden.",
                "There are nominations outside the window."});
          break;
        }
      }
  }

  [[nodiscard]] bool from_state(Index rule) const {
    const auto issuers = model_.issuers(rule);
    return std::any_of(issuers.begin(), issuers.end(),
                       [&](Index i) { return model_.tier(i) == Tier::state; });
  }

  const Model& model_;
  const Review& review_;
  const View view_;
  std::optional<Day> date_;
  std::map<std::string, Row> decided_, qualified_, implemented_;
  std::size_t unmatched_ = 0;
  ReviewStatus status_;
};

}  // namespace

}  // namespace review

ReviewStatus Review::status(const Model& model, std::optional<Day> date) const {
  review::same_model(model, *this);
  return review::StatusReader(model, *this, date).read();
}

}  // namespace regelgraf
