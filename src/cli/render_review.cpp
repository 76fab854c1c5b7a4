#include "cli/render_review.hpp"

#include <algorithm>
#include <string>

#include "ask/text.hpp"
#include "cli/render.hpp"
#include "review/view.hpp"

namespace regelgraf::cli {

namespace {

/// One page about a review.
class ReviewPage {
 public:
  ReviewPage(const Model& model, const Say& say, Page& page, const Review& review)
      : model_(model), say_(say), page_(page), review_(review), view_(review.tree()) {}

  void status(const ReviewStatus& status, bool samskabt) {
    page_.line(Text(title(), Tone::strong));
    page_.line(headline(status));
    page_.gap();
    samskabt ? six_steps(status) : seven_steps(status);
    list(say_("Ændret undervejs: hvad der ligger fast, og hvad der er åbent",
              "Changed on the way: what is fixed and what is open"),
         declared(status), Tone::warning);
    list(say_("Fraveget, med grund", "Let pass, with a reason"), overrides(status), Tone::warning);
    list(say_("Værd at se på", "Worth a look"), lacks(status.warnings), Tone::warning);
    colophon(status.date);
  }

  void evaluation(const ReviewEvaluation& evaluation) {
    page_.line(Text(title(), Tone::strong));
    hours(evaluation);
    results(say_("Produktresultater: det, der blev lavet om", "Product results: what was changed"),
            evaluation.product);
    results(say_("Procesresultater: det, der skete med samarbejdet og trivslen",
                 "Process results: what happened to cooperation and wellbeing"),
            evaluation.process);
    value(evaluation);
    list(say_("Besluttet, men ikke sket", "Decided, but not happened"),
         lacks(evaluation.not_happened), Tone::alarm);
    std::vector<Tree> lessons;
    for (const Name& lesson : evaluation.lessons) lessons.push_back({Text(say_(lesson)), {}});
    list(say_("Erfaringer", "Lessons"), lessons, Tone::strong);
  }

 private:
  [[nodiscard]] std::string title() const {
    const Name name = view_.head("name") ? review_.tree().name_at("name") : Name{};
    return name.empty() ? review_.id() : say_(name);
  }

  [[nodiscard]] Text headline(const ReviewStatus& status) const {
    if (status.closed)
      return {say_("Gennemgangen er afsluttet.", "The review is closed."), Tone::good};
    if (!status.next)
      return {say_("Intet mangler: gennemgangen kan afsluttes.",
                   "Nothing is missing: the review can be closed."),
              Tone::good};
    return {std::string(say_("Næste trin: ", "Next step: ")) +
                std::to_string(static_cast<int>(*status.next) + 1) + " " +
                say_(review::step_name(*status.next)),
            Tone::warning};
  }

  [[nodiscard]] Text state(ReviewState state) const {
    switch (state) {
      case ReviewState::done:
        return {say_("gjort", "done"), Tone::good};
      case ReviewState::missing:
        return {say_("mangler noget", "lacks something"), Tone::warning};
      case ReviewState::skipped:
        return {say_("sprunget over", "skipped"), Tone::faint};
    }
    return {};
  }

  [[nodiscard]] Tree step_tree(const ReviewStep& step) const {
    Text label(std::to_string(static_cast<int>(step.step) + 1) + " " +
                   say_(review::step_name(step.step)) + ": ",
               Tone::strong);
    label.add(state(step.state));
    Tree tree{label, lacks(step.missing)};
    if (step.state == ReviewState::skipped) {
      std::string why = say_(step.reason);
      if (step.skipped_on) why += " (" + to_text(*step.skipped_on) + ")";
      tree.under.push_back({Text(why, Tone::faint), {}});
    }
    return tree;
  }

  void seven_steps(const ReviewStatus& status) {
    for (const ReviewStep& step : status.steps) page_.tree(step_tree(step));
  }

  void six_steps(const ReviewStatus& status) {
    for (const review::SamskabtStep& one : review::samskabt_steps()) {
      Tree tree{Text(std::to_string(one.step) + " " + say_(one.name), Tone::strong), {}};
      for (const ReviewStep& step : status.steps)
        if (std::find(one.kl.begin(), one.kl.end(), step.step) != one.kl.end())
          tree.under.push_back(step_tree(step));
      page_.tree(tree);
    }
  }

  [[nodiscard]] std::vector<Tree> lacks(const std::vector<ReviewLack>& list) const {
    std::vector<Tree> trees;
    for (const ReviewLack& lack : list) trees.push_back({Text(say_(lack.text)), {}});
    return trees;
  }

  [[nodiscard]] const char* frame(Frame frame) const {
    switch (frame) {
      case Frame::fixed:
        return say_("fast", "fixed");
      case Frame::adjustable:
        return say_("kan justeres", "adjustable");
      case Frame::open:
        return say_("åben", "open");
    }
    return "";
  }

  [[nodiscard]] std::vector<Tree> declared(const ReviewStatus& status) const {
    std::vector<Tree> trees;
    for (const ReviewRedeclared& one : status.redeclared) {
      Text text(say_(one.what));
      text.add(std::string(": ") + frame(one.first) + " (" + to_text(one.first_on) + ") " +
               page_.arrow() + " " + frame(one.now) + " (" + to_text(one.now_on) + ")");
      trees.push_back({text, {{Text(say_(one.reason), Tone::faint), {}}}});
    }
    return trees;
  }

  [[nodiscard]] std::vector<Tree> overrides(const ReviewStatus& status) const {
    std::vector<Tree> trees;
    for (const ReviewOverride& one : status.overrides) {
      std::string of;
      for (const std::string& key : one.of) of += (of.empty() ? "" : ", ") + key;
      Tree tree{Text(review::begun(review::called(model_, one.by, say_.language)) +
                     say_(" fraveg ", " let pass ") + of),
                {}};
      if (!one.elements.empty())
        tree.under.push_back({Text(std::string(say_("om: ", "about: ")) +
                                       review::called(model_, one.elements, say_.language),
                                   Tone::faint),
                              {}});
      tree.under.push_back({Text(say_(one.reason), Tone::faint), {}});
      trees.push_back(std::move(tree));
    }
    return trees;
  }

  void list(const std::string& heading, std::vector<Tree> trees, Tone tone) {
    if (trees.empty()) return;
    page_.gap();
    page_.tree({Text(heading, tone), std::move(trees)});
  }

  [[nodiscard]] std::string range(const Range& figures) const {
    const std::string low = say_.hours(figures.low), high = say_.hours(figures.high);
    return low == high ? low : low + "–" + high;
  }

  [[nodiscard]] Text verdict(MeasuredVerdict one) const {
    switch (one) {
      case MeasuredVerdict::confirmed:
        return {say_("bekræftet", "confirmed"), Tone::good};
      case MeasuredVerdict::less:
        return {say_("mindre end ventet", "less than estimated"), Tone::warning};
      case MeasuredVerdict::more:
        return {say_("mere end ventet", "more than estimated"), Tone::good};
      case MeasuredVerdict::too_few:
        return {say_("for få målinger", "too few measurements"), Tone::faint};
    }
    return {};
  }

  [[nodiscard]] std::string method(const std::string& word) const {
    static constexpr const char* words[][3] = {{"time_log", "tidslog", "time log"},
                                               {"registration", "registrering", "registration"},
                                               {"observation", "observation", "observation"},
                                               {"interview", "interview", "interview"},
                                               {"questionnaire", "spørgeskema", "questionnaire"},
                                               {"logbook", "logbog", "logbook"},
                                               {"estimate", "skøn", "estimate"}};
    for (const auto& one : words)
      if (word == one[0]) return say_(one[1], one[2]);
    return word;
  }

  [[nodiscard]] std::string aspect(const std::string& word) const {
    static constexpr const char* words[][3] = {
        {"wellbeing", "trivsel", "wellbeing"},
        {"recruitment", "rekruttering", "recruitment"},
        {"sick_leave", "sygefravær", "sick leave"},
        {"discretion", "fagligt handlerum", "professional room"},
        {"relations", "relationer", "relations"},
        {"understanding", "fælles forståelse", "shared understanding"},
        {"accountability", "ansvar", "accountability"},
        {"quality", "kvalitet", "quality"},
        {"legal_security", "retssikkerhed", "legal security"},
        {"citizens", "borgerne", "citizens"},
        {"time_for_core_task", "tid til kerneopgaven", "time for the core task"},
        {"documents", "dokumenter", "documents"},
        {"pages", "sider", "pages"},
        {"rules", "regler", "rules"},
        {"other", "andet", "other"}};
    for (const auto& one : words)
      if (word == one[0]) return say_(one[1], one[2]);
    return word;
  }

  void hours(const ReviewEvaluation& evaluation) {
    if (evaluation.hours.empty()) return;
    page_.gap();
    std::vector<Tree> trees;
    for (const HoursHeld& held : evaluation.hours) {
      Text label(review::begun(review::called(model_, held.rule, say_.language)) + " " +
                 review::disposed_text(held.what, say_.language) + ": ");
      Tree tree{label.add(verdict(held.verdict)), {}};
      if (held.estimate)
        tree.add({Text(std::string(
                           say_("skønnet frigjort om året: ", "estimated to be freed a year: ")) +
                       range(*held.estimate)),
                  {}});
      if (held.freed)
        tree.add(
            {Text(std::string(say_("målt frigjort om året: ", "measured to be freed a year: ")) +
                  range(*held.freed)),
             {}});
      const auto measured = [&](const std::optional<MeasuredHours>& one, const char* da,
                                const char* en) {
        if (!one) {
          tree.add(
              {Text(std::string(say_(da, en)) + say_("ikke målt", "not measured"), Tone::faint),
               {}});
          return;
        }
        std::string text = say_(da, en) + range(one->hours) +
                           say_(" timer om året; ", " hours a year; ") + method(one->method) +
                           ", n = " + std::to_string(one->n);
        if (one->period.from && one->period.to)
          text +=
              ", " + to_text(*one->period.from) + say_(" til ", " to ") + to_text(*one->period.to);
        tree.add({Text(text, Tone::faint), {}});
      };
      measured(held.before, "før: ", "before: ");
      measured(held.after, "efter: ", "after: ");
      trees.push_back(std::move(tree));
    }
    page_.tree({Text(say_("Tid: skøn holdt op mod måling", "Time: estimate against measurement"),
                     Tone::strong),
                std::move(trees)});
  }

  void results(const std::string& heading, const std::vector<MeasuredResult>& all) {
    std::vector<Tree> trees;
    for (const MeasuredResult& one : all) {
      std::string text = review::begun(aspect(one.aspect));
      if (!one.when.empty())
        text += one.when == "before" ? say_(" (før)", " (before)") : say_(" (efter)", " (after)");
      if (one.value) text += ": " + range(*one.value);
      if (!one.text.empty()) text += ": " + say_(one.text);
      std::string how = method(one.method);
      if (one.n > 0) how += ", n = " + std::to_string(one.n);
      trees.push_back({Text(text).add(how.empty() ? "" : " (" + how + ")", Tone::faint), {}});
    }
    list(heading, std::move(trees), Tone::strong);
  }

  void value(const ReviewEvaluation& evaluation) {
    std::vector<Tree> trees;
    trees.push_back(
        {Text(std::string(say_("skønnet frigjort om året: ", "estimated to be freed a year: ")) +
              range(evaluation.estimated) + say_(" timer", " hours")),
         {}});
    if (evaluation.measured.high != 0)
      trees.push_back({Text(std::string(say_("heraf målt: ", "of these measured: ")) +
                            range(evaluation.measured) + say_(" timer", " hours")),
                       {}});
    if (evaluation.own_hours.high > 0)
      trees.push_back(
          {Text(std::string(say_("gennemgangen har selv kostet: ", "the review itself cost: ")) +
                range(evaluation.own_hours) + say_(" timer", " hours")),
           {}});
    if (evaluation.payback_years)
      trees.push_back(
          {Text(std::string(say_("tjent hjem efter: ", "paid back after: ")) +
                range(*evaluation.payback_years) + say_(" år", " years") +
                (evaluation.payback_measured ? say_(" (efter målinger)", " (by measurements)")
                                             : say_(" (efter skøn)", " (by estimates)"))),
           {}});
    list(say_("Værdi og pris", "Value and cost"), std::move(trees), Tone::strong);
  }

  void colophon(std::optional<Day> date) {
    page_.gap();
    const std::string& name = say_(model_.head().name);
    page_.line(Text((name.empty() ? model_.head().id : name) +
                        (date ? say_(", set den ", ", seen on ") + to_text(*date)
                              : std::string(say_(", når alt, der har en ende, er ovre",
                                                 ", when all that has an end is over"))),
                    Tone::faint));
  }

  const Model& model_;
  const Say& say_;
  Page& page_;
  const Review& review_;
  const review::View view_;
};

/// Text that has lines of its own.
void put_lines(Page& page, const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string line = text.substr(at, end - at);
    const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
    if (line.empty())
      page.gap();
    else
      page.line(line.substr(indent), indent);
    at = end + 1;
  }
}

}  // namespace

void render_status(const Model& model, const Say& say, Page& page, const Review& review,
                   const ReviewStatus& status, bool samskabt) {
  ReviewPage(model, say, page, review).status(status, samskabt);
}

void render_refusal(const Say& say, Page& page, const std::vector<ReviewLack>& refused) {
  page.line(Text(say("Afvist: ", "Refused: "), Tone::alarm)
                .add(say.count(refused.size(), "ting taler imod", "ting taler imod",
                               "thing speaks against it", "things speak against it")));
  page.gap();
  bool overridable = false;
  for (const ReviewLack& lack : refused) {
    Tree tree{Text(say(lack.text)), {}};
    tree.add({Text(lack.key(), Tone::faint), {}});
    page.tree(tree);
    overridable |= lack.overridable;
  }
  if (!overridable) return;
  page.gap();
  page.line(Text(say("Det kan fraviges med navn: \"override\": {\"by\": post, \"reason\": grund, "
                     "\"of\": [det, der står med gråt]}. Det bliver stående.",
                     "It can be let pass by name: \"override\": {\"by\": post, \"reason\": reason, "
                     "\"of\": [what stands in grey]}. It stays on record."),
                 Tone::faint));
}

void render_replies(const Say& say, Page& page, const std::vector<ReviewReply>& replies) {
  if (replies.empty())
    page.line(say("Ingen enhed har meldt noget ind.", "No unit has nominated anything."));
  for (const ReviewReply& reply : replies) {
    if (&reply != replies.data()) {
      page.gap();
      page.line(Text("---", Tone::faint));
      page.gap();
    }
    put_lines(page, say(reply.letter));
    if (reply.sent) {
      page.gap();
      page.line(Text(say("(Et svar er noteret.)", "(A reply is on record.)"), Tone::faint));
    }
  }
}

void render_evaluation(const Model& model, const Say& say, Page& page, const Review& review,
                       const ReviewEvaluation& evaluation) {
  ReviewPage(model, say, page, review).evaluation(evaluation);
}

void render_plans(const Model& model, const Say& say, Page& page,
                  const std::vector<ReviewPlan>& plans, std::optional<Day> date) {
  if (plans.empty())
    page.line(say("Der er ingen besluttede fjernelser, der mangler.",
                  "No removals that were decided are left to carry out."));
  for (const ReviewPlan& plan : plans) {
    page.gap();
    page.line(Text(review::begun(review::called(model, plan.decided_by, say.language)) +
                       say(" har besluttet at fjerne ", " decided to remove ") +
                       review::called(model, plan.rules, say.language),
                   Tone::strong));
    RemovalPlanQuestion question;
    for (const std::string& id : plan.rules) question.elements.push_back(*model.find(id));
    question.context.date = date;
    render(model, say, page, plan.plan, question, {});
  }
}

void render_proposal(const Say& say, Page& page, const Proposal& proposal) {
  page.line(proposal.ready ? Text(say("Klar til beslutning", "Ready to be decided on"), Tone::good)
                           : Text(say("Ikke klar", "Not ready"), Tone::alarm));
  page.gap();
  put_lines(page, say(proposal.agenda));
}

}  // namespace regelgraf::cli
