// why, for people.

#include <algorithm>

#include <regelgraf/burden.hpp>

#include "cli/render.hpp"

namespace regelgraf::cli {

namespace {

class WhyRenderer : Renderer {
 public:
  WhyRenderer(const Model& model, const Say& say, Page& page, const Why& answer, Index element,
              std::optional<Day> date)
      : Renderer(model, say, page),
        a_(answer),
        i_(element),
        element_(model.element(element)),
        stands_(standing_on(model, date)),
        date_(date) {}

  void run() {
    headline();
    origin();
    hours();
    upward("Hjemmel", "Ground", a_.ground,
           a_.circular ? "hjemlen går i ring og når intet" : "ingen hjemmel er registreret",
           a_.circular ? "the ground goes round in a circle and reaches nothing"
                       : "no ground is recorded");
    upward("Formål", "Purpose", a_.purpose, "intet formål er registreret",
           "no purpose is recorded");
    list(say("Uden den bliver disse pligter ikke opfyldt", "Without it these duties go unmet"),
         a_.required_by, Tone::alarm);
    list(say("Bruges af", "Used by"), a_.used_by);
    colophon(date_);
  }

 private:
  void headline() {
    Text text(quoted(i_), Tone::strong);
    text.add(a_.stands ? say(" gælder", " stands") : say(" gælder ikke", " does not stand"),
             a_.stands ? Tone::good : Tone::alarm);
    page.line(text);
    Text line(std::string(model.id(i_)) + " " + page.dot() + " " + say.word(element_), Tone::faint);
    if (element_.source) {
      const Source& source = *element_.source;
      const std::string& where = !source.text.empty() ? source.text : source.paragraph;
      if (!where.empty()) line.add(std::string(" ") + page.dot() + " " + where, Tone::faint);
    }
    page.line(line, 2, 2);
    if (element_.note) page.line(Text(*element_.note, Tone::faint), 2, 2);
  }

  void origin() {
    if (element_.kind() != Kind::rule && element_.kind() != Kind::task && !a_.claimed) return;
    page.gap();
    const auto put = [&](const char* label, Text value) {
      page.line(Text(label, Tone::strong).add(" ").add(value), 0, 2);
    };
    put(say("Oprindelse:", "Origin:"), ask::origin_text(a_.origin, say.language));
    if (a_.claimed) {
      put(say("Påstået:", "Claimed:"),
          held(ask::origin_text(*a_.claimed, say.language), a_.claims.origin));
    }
    if (!a_.issuers.empty()) {
      const auto* rule = std::get_if<Rule>(&element_.fields);
      const bool joint = rule && rule->jointly.among(a_.issuers.size()) > 1;
      put(say("Udstedt af:", "Issued by:"),
          names(a_.issuers) + (joint ? say(" i fællesskab", " jointly") : ""));
    } else if (element_.kind() == Kind::rule) {
      put(say("Udstedt af:", "Issued by:"),
          Text(say("ingen er registreret", "nobody is recorded"), Tone::warning));
    }
    if (element_.claims && !element_.claims->issuer.empty()) {
      const auto claimed = model.find(element_.claims->issuer);
      put(say("Påstået udstedt af:", "Claimed to be issued by:"),
          held(claimed ? name(*claimed) : element_.claims->issuer, a_.claims.issuer));
    }
    if (element_.examined) {
      const std::string& by = element_.examined->by;
      put(say("Undersøgt:", "Examined:"),
          to_text(element_.examined->on) + (by.empty() ? "" : say(" af ", " by ") + by));
    } else if (element_.kind() == Kind::rule && a_.origin != Origin::state) {
      put(say("Undersøgt:", "Examined:"),
          Text(say("nej, ingen har set efter, hvad der afhænger af den",
                   "no, nobody has looked at what depends on it"),
               Tone::warning));
    }
  }

  /// A claim and whether the model shows the same.
  [[nodiscard]] Text held(const std::string& claim, Claim verdict) const {
    switch (verdict) {
      case Claim::agrees:
        return Text(claim).add(say(" (det passer med modellen)", " (the model agrees)"),
                               Tone::good);
      case Claim::contradicted:
        return Text(claim, Tone::warning)
            .add(say(" (modellen viser noget andet)", " (the model shows otherwise)"),
                 Tone::warning);
      case Claim::none:
      case Claim::open:
        break;
    }
    return Text(claim).add(say(" (modellen kan ikke sige det)", " (the model cannot tell)"),
                           Tone::faint);
  }

  void hours() {
    const Burden* burden = burden_of(element_);
    if (element_.claims && element_.claims->hours) {
      Text text(say("Påståede timer om året: ", "Claimed hours a year: "), Tone::strong);
      page.line(text.add(held(range(*element_.claims->hours), a_.claims.hours)), 0, 2);
    }
    if (!burden) return;
    const Hours hours = hours_of(*burden);
    Text text(say("Timer om året:", "Hours a year:"), Tone::strong);
    text.add(" " + range(hours.per_year));
    if (burden->minimum)
      text.add(say(", heraf ", ", of which "))
          .add(range(a_.surplus_hours), Tone::warning)
          .add(say(" ud over lovens minimum", " above the law's minimum"));
    page.line(text, 0, 2);
  }

  [[nodiscard]] std::string range(const Range& range) const {
    const std::string low = say.hours(range.low), high = say.hours(range.high);
    return low == high ? low : low + (page.drawing() ? "–" : "-") + high;
  }

  /// The paths up as one tree; the element itself is the heading.
  void upward(const char* da, const char* en, const std::vector<std::vector<Index>>& paths,
              const char* none_da, const char* none_en) {
    page.gap();
    Tree tree{Text(say(da, en), Tone::strong), {}};
    if (paths.empty()) tree.add({Text(say(none_da, none_en), Tone::faint), {}});
    grow(tree, paths, 1, &paths == &a_.ground);
    page.tree(tree);
  }

  /// Paths that are alike up to @p depth share their branches; they come sorted.
  void grow(Tree& tree, const std::vector<std::vector<Index>>& paths, std::size_t depth,
            bool of_ground) {
    for (std::size_t at = 0; at < paths.size();) {
      if (paths[at].size() <= depth) {
        ++at;
        continue;
      }
      const Index step = paths[at][depth];
      std::vector<std::vector<Index>> alike;
      for (; at < paths.size() && paths[at].size() > depth && paths[at][depth] == step; ++at)
        alike.push_back(paths[at]);
      Text label = described(step);
      if (of_ground && implied_ground(model, alike.front()[depth - 1], step))
        label.add(say(", den er givet videre fra", ", which it is delegated from"), Tone::faint);
      if (!stands_[step]) label.add(say(" (gælder ikke)", " (does not stand)"), Tone::warning);
      grow(tree.add({std::move(label), {}}), alike, depth + 1, of_ground);
    }
  }

  const Why& a_;
  Index i_;
  const Element element_;
  std::vector<std::uint8_t> stands_;
  std::optional<Day> date_;
};

}  // namespace

void render(const Model& model, const Say& say, Page& page, const Why& answer, Index element,
            std::optional<Day> date) {
  WhyRenderer(model, say, page, answer, element, date).run();
}

}  // namespace regelgraf::cli
