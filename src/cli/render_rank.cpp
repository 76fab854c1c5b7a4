// rank, for people.

#include <algorithm>

#include "cli/render.hpp"

namespace regelgraf::cli {

namespace {

class RankRenderer : Renderer {
 public:
  RankRenderer(const Model& model, const Say& say, Page& page, const Ranking& answer)
      : Renderer(model, say, page), a_(answer) {}

  void run(const RankQuestion& question) {
    headline(question);
    table();
    page.gap();
    if (!a_.complete)
      page.line(Text(say("Tiden slap op: ikke alle er set efter. Giv mere med --seconds.",
                         "The time ran out: not all were looked at. Give more with --seconds."),
                     Tone::warning));
    if (question.top != 0 && a_.order.size() == question.top)
      page.line(Text(say("Der kan være flere: --top N viser N af dem.",
                         "There may be more: --top N shows N of them."),
                     Tone::faint));
    page.line(Text(say("Hver er fjernet alene. Det, ingen har registreret, tæller ikke med.",
                       "Each is removed alone. What nobody has recorded does not count."),
                   Tone::faint));
    colophon(question.date);
  }

 private:
  void headline(const RankQuestion& question) {
    const char* by = "";
    switch (question.by) {
      case RankBy::breaks:
        by = say("Det, der får mest til at falde, hvis det alene fjernes",
                 "What most falls with, if it alone is removed");
        break;
      case RankBy::hours:
        by = say("Det, der frigør flest timer, hvis det alene fjernes",
                 "What frees most hours, if it alone is removed");
        break;
      case RankBy::duties:
        by = say("Det, flest pligter hænger på alene", "What most duties hang on alone");
        break;
    }
    page.line(Text(by, Tone::strong));
    page.gap();
  }

  void table() {
    std::vector<std::vector<Text>> rows;
    const auto head = [](const char* text) { return Text(text, Tone::faint); };
    rows.push_back({head(say("andre falder", "others fall")),
                    head(say("uopfyldte pligter", "duties unmet")),
                    head(say("timer om året", "hours a year")), head(say("uden", "without"))});
    for (const Ranked& one : a_.order)
      rows.push_back({Text(say.figure(one.breaks), one.breaks > 0 ? Tone::plain : Tone::faint),
                      Text(say.figure(one.duties), one.duties > 0 ? Tone::alarm : Tone::faint),
                      Text(hours(one.hours), one.hours.high > 0 ? Tone::plain : Tone::faint),
                      described(one.element)});
    page.table(rows, 0, true);
  }

  [[nodiscard]] std::string hours(const Range& range) const {
    const std::string low = say.hours(range.low), high = say.hours(range.high);
    return low == high ? low : low + (page.drawing() ? "–" : "-") + high;
  }

  const Ranking& a_;
};

}  // namespace

void render(const Model& model, const Say& say, Page& page, const Ranking& answer,
            const RankQuestion& question) {
  RankRenderer(model, say, page, answer).run(question);
}

}  // namespace regelgraf::cli
