#include <algorithm>
#include <string>
#include <vector>

#include "ask/text.hpp"

namespace regelgraf::ask {

namespace {

std::string cuts_in_words(const Model& model, const regelgraf::CutsQuestion& q, const Cuts& a,
                          Language l) {
  const auto say = [l](std::string da, std::string en) { return l == Language::da ? da : en; };
  const std::string x = name_of(model, q.element, l);
  const bool to_break = q.to == CutsTo::fell;
  if (a.stands != to_break)
    return to_break ? x + say(" gælder ikke, som det er nu: intet behøver at blive fjernet.",
                              " does not stand as things are: nothing need be removed.")
                    : x + say(" gælder, som det er nu: intet behøver at sættes i kraft.",
                              " stands as things are: nothing need be put in force.");
  const std::string more = a.complete ? "" : say(" Der kan være flere.", " There may be more.");
  if (a.sets.empty() && !a.complete)
    return say("Søgningen blev stoppet, før der var fundet noget for ",
               "The search was stopped before anything was found for ") +
           x + "." + more;
  if (a.sets.empty())
    return to_break ? x + say(" hænger ikke på andet: intet, der fjernes, får det til at falde.",
                              " hangs on nothing else: no removal of others fells it.")
                    : say("Intet, der kan sættes i kraft, får ",
                          "Nothing that can be put in force makes ") +
                          x + say(" til at gælde.", " stand.");
  std::vector<Index> single;
  for (const std::vector<Index>& set : a.sets)
    if (set.size() == 1) single.push_back(set.front());
  const std::size_t others = a.sets.size() - single.size();
  std::string text;
  if (single.size() == 1)
    text = to_break ? x + say(" hænger på én ting alene: ", " hangs on one thing alone: ") +
                          names_of(model, single, l) + "."
                    : x +
                          say(" gælder, hvis én ting sættes i kraft: ",
                              " stands if one thing is put in force: ") +
                          names_of(model, single, l) + ".";
  else if (single.size() > 1)
    text = x +
           (to_break ? say(" hænger på hver enkelt af disse: ", " hangs on each one of these: ")
                     : say(" gælder, hvis blot én af disse sættes i kraft: ",
                           " stands if any one of these is put in force: ")) +
           names_of(model, single, l) + ".";
  if (others == 0) return text + more;
  const std::vector<Index>& first = a.sets[single.size()];
  const std::string together = names_of(model, first, l);
  if (single.empty())
    text = to_break ? say("Ingen enkelt ting får ", "No single thing fells ") + x +
                          say(" til at falde; der skal mindst ", "; it takes at least ") +
                          std::to_string(first.size()) + say(" til på én gang: ", " at once: ") +
                          together + "."
                    : x +
                          say(" gælder, hvis disse sættes i kraft sammen: ",
                              " stands if these are put in force together: ") +
                          together + ".";
  const std::size_t left = others - (single.empty() ? 1 : 0);
  if (left == 1)
    text += say(" Det gør også én anden samling.", " So does one other set.");
  else if (left > 1)
    text += say(" Det gør også ", " So do ") + std::to_string(left) +
            say(" andre samlinger.", " other sets.");
  return text + more;
}

}  // namespace

Name text_of(const Model& model, const regelgraf::CutsQuestion& question, const Cuts& answer) {
  return {cuts_in_words(model, question, answer, Language::da),
          cuts_in_words(model, question, answer, Language::en)};
}

}  // namespace regelgraf::ask
