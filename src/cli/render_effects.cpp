#include "cli/render_effects.hpp"

#include <algorithm>

namespace regelgraf::cli {

void EffectsRenderer::alarm() {
  if (a.unmet_duties.empty()) return;
  page.gap();
  Tree tree{Text(say("Pligter, der ikke bliver opfyldt", "Duties that go unmet"), Tone::alarm), {}};
  for (const Index duty : a.unmet_duties) {
    const Element written = model.element(duty);
    const auto& fields = std::get<Duty>(written.fields);
    Tree& node = tree.add({element(duty, Tone::alarm), {}});
    std::vector<Index> owed;
    for (const std::string& id : fields.owed_to) owed.push_back(*model.find(id));
    if (!owed.empty()) node.add({say("over for ", "owed to ") + names(owed), {}});
    if (fields.legal_security)
      node.add({say("retssikkerhed: borgeren mister et værn",
                    "legal security: the citizen loses a safeguard"),
                {}});
    if (const auto basis = basis_of(duty); !basis.empty())
      node.add({say("efter ", "by ") + names(basis), {}});
  }
  page.tree(tree);
}

void EffectsRenderer::group(const char* da, const char* en, const std::vector<Effect>& effects,
                            Tone tone) {
  if (effects.empty()) return;
  page.gap();
  Tree tree{Text(std::string(say(da, en)) + " (" + std::to_string(effects.size()) + ")", tone), {}};
  for (const Effect& effect : effects) {
    Tree& node = tree.add({described(effect.element), {}});
    node.add({cause(effect.cause), {}});
    const bool weakened = &effects == &a.weakened;
    if (effect.through.size() > 2 || (weakened && effect.through.size() > 1))
      node.add({Text(say("vejen: ", "path: "), Tone::faint).add(path(effect.through)), {}});
  }
  page.tree(tree);
}

std::string EffectsRenderer::cause(const Cause& cause) const {
  std::vector<Index> gone;
  std::set_difference(cause.of.begin(), cause.of.end(), cause.left.begin(), cause.left.end(),
                      std::back_inserter(gone));
  const std::string mark = cause.implied ? say(" (følger af modellens opbygning)",
                                               " (follows from how the model is built)")
                                         : "";
  const bool stands = cause.left.size() >= cause.at_least && cause.of_what != Cause::Of::serves;
  if (stands) {
    const std::string what = cause.of_what == Cause::Of::basis
                                 ? say("har kun hjemmel tilbage i ", "has ground left only in ")
                                 : say("bæres nu kun af ", "is carried only by ");
    return what + names(cause.left) + say("; mistet: ", "; lost: ") + names(gone) + mark;
  }
  std::string text;
  switch (cause.of_what) {
    case Cause::Of::own:
      return say("ved sin egen status eller periode", "by its own status or period");
    case Cause::Of::basis:
      text = say("havde hjemmel i ", "had its ground in ");
      break;
    case Cause::Of::needs:
      text = say("kan ikke undvære ", "cannot do without ");
      break;
    case Cause::Of::serves:
      text = say("var til for ", "was there for ");
      break;
  }
  if (cause.of_what == Cause::Of::serves) return text + names(cause.of) + mark;
  if (cause.of.size() == 1) return text + names(cause.of) + mark;
  if (cause.at_least == cause.of.size()) return text + names(gone) + mark;
  text += cause.at_least == 1 ? names(cause.of, " eller ", " or ")
                              : say("mindst ", "at least ") + std::to_string(cause.at_least) +
                                    say(" af ", " of ") + names(cause.of);
  if (!cause.left.empty()) text += say("; tilbage er ", "; left: ") + names(cause.left);
  return text + mark;
}

void EffectsRenderer::list(const char* da, const char* en, const std::vector<Index>& elements) {
  Renderer::list(std::string(say(da, en)) + " (" + std::to_string(elements.size()) + ")", elements);
}

void EffectsRenderer::fallen() {
  group("Mister hjemlen", "Lose their legal ground", a.lapsed, Tone::alarm);
  group("Kan ikke længere virke", "Can no longer work", a.broken, Tone::alarm);
}

void EffectsRenderer::others() {
  group("Bliver overflødige og kan også fjernes", "Become redundant and can go too", a.redundant,
        Tone::good);
  group("Mister formålet, men andre læner sig op ad dem",
        "Lose their purpose, but others lean on them", a.purposeless, Tone::warning);
  group("Svækkes og står tilbage uden reserve", "Are weakened, with nothing left to spare",
        a.weakened, Tone::warning);
  list("Mister en hjælp, men virker", "Lose a help, but work", a.affected);
  list("Gælder nu, fordi det, der holdt dem væk, er borte",
       "Apply now, as what kept them away is gone", a.revived);
  list("Inddragelse, der bortfalder", "Involvement that ends", a.involvements_gone);
}

}  // namespace regelgraf::cli
