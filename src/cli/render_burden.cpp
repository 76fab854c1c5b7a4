// burden, for people: a table, the heaviest group first.

#include <algorithm>
#include <cmath>

#include "cli/render.hpp"

namespace regelgraf::cli {

namespace {

class BurdenRenderer : Renderer {
 public:
  BurdenRenderer(const Model& model, const Say& say, Page& page, const BurdenAnswer& answer,
                 const BurdenQuestion& question)
      : Renderer(model, say, page), a_(answer), q_(question) {}

  void run() {
    headline();
    if (!a_.total.elements.empty()) {
      table();
      notes();
    }
    colophon(q_.date);
  }

 private:
  void headline() {
    const std::string where =
        q_.within == none ? std::string() : say(" i ", " in ") + name(q_.within);
    if (a_.total.elements.empty()) {
      page.line(
          Text(say("Ingen timer er registreret", "No hours are recorded") + where, Tone::strong));
      page.line(
          say("Ingen regel eller opgave, der gælder, har en byrde. Det er ikke et svar på, om "
              "de koster noget.",
              "No rule or task that stands has a burden. That does not say that they cost "
              "nothing."));
      return;
    }
    Text text(range(a_.total.hours) + say(" timer om året", " hours a year") + where, Tone::strong);
    text.add(say(", fordelt på ", ", by ")).add(by());
    page.line(text);
    page.line(Text(say.count(a_.total.elements.size(), "regel eller opgave med timer",
                             "regler og opgaver med timer", "rule or task with hours",
                             "rules and tasks with hours"),
                   Tone::faint),
              2);
  }

  [[nodiscard]] const char* by() const {
    switch (q_.by) {
      case BurdenBy::tier:
        return say("niveauet, der har lavet dem", "the level that made them");
      case BurdenBy::instrument:
        return say("slags regel", "sort of rule");
      case BurdenBy::issuer:
        return say("udsteder", "issuer");
      case BurdenBy::matter:
        return say("emne", "matter");
      case BurdenBy::actor:
        return say("hvem der bærer dem", "who bears them");
    }
    return "";
  }

  [[nodiscard]] Text label(const BurdenGroup& group) const {
    if (group.tier) return begin(say.word(*group.tier));
    if (group.instrument) return begin(say.word(*group.instrument));
    if (group.element != none) return element(group.element);
    switch (q_.by) {
      case BurdenBy::tier:
      case BurdenBy::issuer:
        return {say("Udsteder ukendt", "Issuer unknown"), Tone::warning};
      case BurdenBy::instrument:
        return say("Opgaver", "Tasks");
      case BurdenBy::matter:
        return {say("Intet emne registreret", "No matter recorded"), Tone::warning};
      case BurdenBy::actor:
        return {say("Ingen registreret", "Nobody recorded"), Tone::warning};
    }
    return {};
  }

  void table() {
    std::vector<const BurdenGroup*> groups;
    for (const BurdenGroup& group : a_.groups) groups.push_back(&group);
    std::stable_sort(groups.begin(), groups.end(), [](const BurdenGroup* a, const BurdenGroup* b) {
      return a->hours.likely > b->hours.likely;
    });
    surplus_ = !(a_.total.surplus == Range{});
    one_off_ = !(a_.total.one_off == Range{});
    std::vector<Text> head{Text(say("Timer om året", "Hours a year"), Tone::strong)};
    const auto column = [&](const char* da, const char* en) {
      head.emplace_back(say(da, en), Tone::faint);
    };
    column("antal", "count");
    column("lavt", "low");
    column("sandsynligt", "likely");
    column("højt", "high");
    column("andel", "share");
    if (surplus_) column("ud over loven", "above the law");
    if (one_off_) column("én gang", "once");
    std::vector<std::vector<Text>> rows{head};
    for (const BurdenGroup* group : groups) rows.push_back(row(label(*group), *group, Tone::plain));
    if (groups.size() > 1)
      rows.push_back(row(Text(say("I alt", "In all"), Tone::strong), a_.total, Tone::strong));
    page.gap();
    page.table(rows);
  }

  [[nodiscard]] std::vector<Text> row(Text label, const BurdenSum& sum, Tone tone) const {
    std::vector<Text> cells{std::move(label)};
    const auto put = [&](const std::string& text) { cells.emplace_back(text, tone); };
    put(say.figure(static_cast<double>(sum.elements.size())));
    put(say.hours(sum.hours.low));
    put(say.hours(sum.hours.likely));
    put(say.hours(sum.hours.high));
    const double whole = a_.total.hours.likely;
    put(whole > 0 ? say.figure(std::round(100 * sum.hours.likely / whole)) + say(" %", "%") : "");
    if (surplus_) put(say.hours(sum.surplus.likely));
    if (one_off_) put(say.hours(sum.one_off.likely));
    return cells;
  }

  void notes() {
    page.gap();
    if (!a_.shared.empty() && q_.by == BurdenBy::actor)
      page.line(Text(say("Det, flere bærer, er delt ligeligt mellem dem.",
                         "What several bear is divided equally between them."),
                     Tone::faint));
    else if (!a_.shared.empty())
      page.line(
          Text(say.count(a_.shared.size(), "står helt i flere grupper", "står helt i flere grupper",
                         "stands whole in several groups", "stand whole in several groups") +
                   say("; i alt tæller hver én gang.", "; in all, each counts once."),
               Tone::faint));
    if (surplus_)
      page.line(Text(say("Ud over loven tæller kun, hvor lovens minimum er registreret.",
                         "Above the law counts only where the law's minimum is recorded."),
                     Tone::faint));
    if ((q_.by == BurdenBy::tier || q_.by == BurdenBy::issuer) && has_tasks())
      page.line(Text(say("Opgaver har ingen udsteder.", "Tasks have no issuer."), Tone::faint));
  }

  [[nodiscard]] bool has_tasks() const {
    return std::any_of(a_.total.elements.begin(), a_.total.elements.end(),
                       [&](Index i) { return model.kind(i) == Kind::task; });
  }

  [[nodiscard]] std::string range(const Range& range) const {
    const std::string low = say.hours(range.low), high = say.hours(range.high);
    return low == high ? low : low + (page.drawing() ? "–" : "-") + high;
  }

  const BurdenAnswer& a_;
  const BurdenQuestion& q_;
  bool surplus_ = false, one_off_ = false;
};

}  // namespace

void render(const Model& model, const Say& say, Page& page, const BurdenAnswer& answer,
            const BurdenQuestion& question) {
  BurdenRenderer(model, say, page, answer, question).run();
}

}  // namespace regelgraf::cli
