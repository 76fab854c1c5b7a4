#include "cli/render.hpp"

#include <algorithm>

namespace regelgraf::cli {

Text Renderer::element(Index i, Tone tone) const {
  const std::string& name = ask::name_of(model, i, say.language);
  Text text(name, tone);
  if (name != model.id(i)) text.add("  " + model.id(i), Tone::faint);
  return text;
}

Text Renderer::described(Index i, Tone tone) const {
  return element(i, tone).add(std::string(" ") + page.dot() + " " + say.word(model.element(i)),
                              Tone::faint);
}

std::string Renderer::name(Index i) const {
  std::string name = ask::name_of(model, i, say.language);
  const bool danish = say.language == Language::da;
  for (const char* article : {"Den ", "Det ", "De "})
    if (danish && name.starts_with(article)) name.front() = 'd';
  if (!danish && name.starts_with("The ")) name.front() = 't';
  return name;
}

std::string Renderer::quoted(const std::string& text) const {
  if (!page.drawing()) return '"' + text + '"';
  return say("»", "“") + text + say("«", "”");
}

Text Renderer::path(const std::vector<Index>& path) const {
  Text text;
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (i > 0) text.add(std::string(" ") + page.arrow() + " ", Tone::faint);
    text.add(ask::name_of(model, path[i], say.language));
  }
  return text;
}

std::vector<Index> Renderer::basis_of(Index i) const {
  std::vector<Index> listed;
  const auto [first, last] = model.requirements_of(i);
  for (std::uint32_t r = first; r < last; ++r)
    if (model.requirement(r).relation == Relation::basis && !model.requirement(r).implied)
      listed.insert(listed.end(), model.listed(r).begin(), model.listed(r).end());
  std::sort(listed.begin(), listed.end());
  listed.erase(std::unique(listed.begin(), listed.end()), listed.end());
  return listed;
}

void Renderer::heading(const char* da, const char* en, std::size_t count, Tone tone) {
  page.gap();
  Text text(say(da, en), tone);
  if (count > 0) text.add(" (" + say.figure(static_cast<double>(count)) + ")", tone);
  page.line(text);
}

void Renderer::colophon(std::optional<Day> date) {
  page.gap();
  const std::string& title = say(model.head().name);
  const std::string which = title.empty() ? model.head().id : title;
  page.line(
      Text(which + (date ? say(", som den så ud ", ", as it was on ") + to_text(*date)
                         : std::string(say(", i sin seneste tilstand", ", in its last state"))),
           Tone::faint));
}

}  // namespace regelgraf::cli
