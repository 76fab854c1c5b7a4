#include "cli/render.hpp"

#include <algorithm>

namespace regelgraf::cli {

Text Renderer::element(Index i, Tone tone) const {
  const std::string& name = ask::name_of(model, i, say.language);
  Text text(name, tone);
  if (name != std::string(model.id(i)))
    text.add(" (" + std::string(model.id(i)) + ")", Tone::faint);
  return text;
}

Text Renderer::described(Index i, Tone tone) const {
  const Element written = model.element(i);
  std::string what = say.word(written);
  if (model.kind(i) == Kind::grant) {
    what += say(" til ", " to ") + holders_of(i);
  } else if (const auto* involvement = std::get_if<Involvement>(&written.fields)) {
    if (const auto body = model.find(involvement->body.id))
      what += say(" af ", " of ") + name(*body);
  }
  return element(i, tone).add(std::string(" ") + page.dot() + " " + what, Tone::faint);
}

std::string Renderer::name(Index i) const {
  std::string name = ask::name_of(model, i, say.language);
  if (model.kind(i) != Kind::actor) return quoted(name);
  const bool danish = say.language == Language::da;
  for (const char* article : {"Den ", "Det ", "De "})
    if (danish && name.starts_with(article)) name.front() = 'd';
  if (!danish && name.starts_with("The ")) name.front() = 't';
  return name;
}

std::string Renderer::begin(std::string text) {
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text;
}

std::string Renderer::holders_of(Index grant) const {
  const GrantRow& row = model.grant(grant);
  const bool joint = row.jointly > 1 || !row.concur.empty();
  std::string to = names(row.to, joint ? " og " : " eller ", joint ? " and " : " or ");
  if (row.to_leader)
    to += (to.empty() ? "" : say(" eller ", " or ")) +
          std::string(say("enhedens leder", "the unit's leader"));
  return to;
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

std::vector<Index> Renderer::basis_of(Index i) const { return ask::basis_of(model, i); }

void Renderer::list(const std::string& heading, const std::vector<Index>& elements, Tone tone) {
  if (elements.empty()) return;
  page.gap();
  Tree tree{Text(heading, tone), {}};
  for (const Index i : elements) tree.add({described(i), {}});
  page.tree(tree);
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
