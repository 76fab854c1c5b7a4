// cuts, for people.

#include <algorithm>

#include "cli/render.hpp"

namespace regelgraf::cli {

namespace {

class CutsRenderer : Renderer {
 public:
  CutsRenderer(const Model& model, const Say& say, Page& page, const Cuts& answer,
               const CutsQuestion& question)
      : Renderer(model, say, page), a_(answer), q_(question) {}

  void run() {
    headline();
    const Index x = q_.element;
    page.line(Text(model.id(x) + " " + page.dot() + " " + say.word(model.element(x)), Tone::faint),
              2, 2);
    for (auto at = a_.sets.begin(); at != a_.sets.end();) {
      const std::size_t size = at->size();
      const auto end =
          std::find_if(at, a_.sets.end(), [&](const auto& set) { return set.size() != size; });
      if (size > 0) group(at, end);
      at = end;
    }
    if (!a_.complete) {
      page.gap();
      page.line(Text(say("Der kan være flere: listen er afkortet af --at-most eller --seconds.",
                         "There may be more: --at-most or --seconds cut the list."),
                     Tone::warning));
    }
    colophon(q_.date);
  }

 private:
  using Sets = std::vector<std::vector<Index>>;

  [[nodiscard]] bool to_break() const { return q_.to == CutsTo::fell; }

  void headline() {
    const std::string x = quoted(q_.element);
    std::string text;
    Tone tone = Tone::strong;
    if (a_.stands != to_break()) {
      text = x + (to_break() ? say(" gælder ikke, som det er nu: intet behøver at fjernes",
                                   " does not stand as things are: nothing need be removed")
                             : say(" gælder, som det er nu: intet behøver at sættes i kraft",
                                   " stands as things are: nothing need be put in force"));
    } else if (a_.sets.empty()) {
      if (!a_.complete)
        text = say("Søgningen blev stoppet, før noget var fundet",
                   "The search was stopped before anything was found");
      else
        text = to_break() ? x + say(" hænger ikke på andet", " hangs on nothing else")
                          : say("Intet, der kan sættes i kraft, får ",
                                "Nothing that can be put in force makes ") +
                                x + say(" til at gælde", " stand");
    } else {
      const std::size_t least = a_.sets.front().size();
      const auto singles = static_cast<std::size_t>(std::count_if(
          a_.sets.begin(), a_.sets.end(), [](const auto& set) { return set.size() == 1; }));
      if (!to_break()) {
        text = x + say(" kan komme til at gælde", " can be made to stand");
        tone = Tone::good;
      } else if (singles == 1) {
        text = x + say(" hænger på én ting alene", " hangs on one thing alone");
        tone = Tone::warning;
      } else if (singles > 1) {
        text = x + say(" hænger på hver enkelt af ", " hangs on each one of ") +
               std::to_string(singles) + say(" ting", " things");
        tone = Tone::warning;
      } else {
        text = say("Ingen enkelt ting får ", "No single thing fells ") + x +
               say(" til at falde: der skal mindst ", ": it takes at least ") +
               std::to_string(least) + say(" til", "");
        tone = Tone::good;
      }
    }
    page.line(Text(text, tone));
  }

  /// The sets of one size.
  void group(Sets::const_iterator from, Sets::const_iterator end) {
    const std::size_t size = from->size();
    const std::string count = std::to_string(end - from);
    std::string heading;
    if (size == 1)
      heading = to_break()
                    ? say("Falder én af disse væk, falder det", "If one of these goes, it falls")
                    : say("Sættes én af disse i kraft, gælder det",
                          "If one of these is put in force, it stands");
    else
      heading = to_break() ? say("Falder ", "If ") + std::to_string(size) +
                                 say(" væk sammen, falder det", " go together, it falls")
                           : say("Sættes ", "If ") + std::to_string(size) +
                                 say(" i kraft sammen, gælder det",
                                     " are put in force together, it stands");
    page.gap();
    Tree tree{Text(heading + " (" + count + ")", Tone::strong), {}};
    for (auto set = from; set != end; ++set) {
      if (size == 1) {
        tree.add({described(set->front()), {}});
        continue;
      }
      Text line;
      for (const Index i : *set) {
        if (i != set->front()) line.add(" + ", Tone::faint);
        line.add(element(i));
      }
      tree.add({std::move(line), {}});
    }
    page.tree(tree);
  }

  const Cuts& a_;
  const CutsQuestion& q_;
};

}  // namespace

void render(const Model& model, const Say& say, Page& page, const Cuts& answer,
            const CutsQuestion& question) {
  CutsRenderer(model, say, page, answer, question).run();
}

}  // namespace regelgraf::cli
