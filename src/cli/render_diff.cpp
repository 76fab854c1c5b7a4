// diff, for people.

#include <algorithm>

#include "ask/text.hpp"
#include "cli/render.hpp"

namespace regelgraf::cli {

namespace {

class DiffPage {
 public:
  DiffPage(const Model& before, const Model& after, const Say& say, Page& page)
      : before_(before), after_(after), say_(say), page_(page) {}

  void run(const Diff& diff) {
    headline(diff);
    list(say_("Pligter, der ikke længere er opfyldt", "Duties that are no longer met"),
         diff.unmet_duties, Tone::alarm);
    list(say_("Gælder ikke mere", "No longer stand"), diff.breaks, Tone::warning);
    list(say_("Gælder nu", "Stand now"), diff.stands_anew, Tone::good);
    authority(diff);
    elements(diff);
    hours(diff);
    page_.gap();
    page_.line(Text(name_of(before_) + " " + page_.arrow() + " " + name_of(after_), Tone::faint));
  }

 private:
  [[nodiscard]] std::string name_of(const Model& model) const {
    const std::string& name = say_(model.head().name);
    return name.empty() ? model.head().id : name;
  }
  /// By name and id, from the later model where it has the element.
  [[nodiscard]] Text named(const std::string& id, Tone tone = Tone::plain) const {
    const Model& model = after_.find(id) ? after_ : before_;
    const std::string name = ask::name_of(model, *model.find(id), say_.language);
    Text text(name, tone);
    if (name != id) text.add(" (" + id + ")", Tone::faint);
    return text;
  }

  void headline(const Diff& diff) {
    if (diff.elements.empty()) {
      page_.line(Text(say_("De to modeller er ens", "The two models are the same"), Tone::strong));
      return;
    }
    std::size_t count[3] = {};
    for (const ElementDiff& one : diff.elements) ++count[static_cast<std::size_t>(one.what)];
    const auto figure = [&](std::size_t i) { return say_.figure(static_cast<double>(count[i])); };
    page_.line(Text(figure(0) + say_(" kom til, ", " added, ") + figure(1) +
                        say_(" gik ud, ", " removed, ") + figure(2) +
                        say_(" blev ændret", " changed"),
                    Tone::strong)
                   .add("; ")
                   .add(diff.authority.empty()
                            ? std::string(say_("ingen beføjelse er flyttet", "no authority moved"))
                            : say_.count(diff.authority.size(), "beføjelse er ændret",
                                         "beføjelser er ændret", "authority differs",
                                         "authorities differ")));
  }

  void list(const std::string& heading, const std::vector<std::string>& ids, Tone tone) {
    if (ids.empty()) return;
    Tree tree{Text(heading, tone), {}};
    for (const std::string& id : ids) tree.add({named(id), {}});
    page_.gap();
    page_.tree(tree);
  }

  [[nodiscard]] Text decider(const Model& model, const DiffDecider& one) const {
    Text text(ask::name_of(model, *model.find(one.actor), say_.language));
    std::string terms;
    for (const Name& each : one.terms) {
      const std::string& said = say_(each);
      if (said.empty()) return text;
      terms += (terms.empty() ? "" : say_(", eller ", ", or ")) + said;
    }
    return text.add(", " + terms, Tone::faint);
  }

  void authority(const Diff& diff) {
    if (diff.authority.empty()) return;
    Tree tree{Text(say_("Hvem der bestemmer", "Who decides"), Tone::strong), {}};
    for (const AuthorityDiff& one : diff.authority) {
      Tree& entry = tree.add(
          {Text(ask::power_text(one.power, say_.language) + ": ").add(named(one.target)), {}});
      const auto gained = one.gained(), lost = one.lost();
      const auto holds = [](const std::vector<std::string>& list, const std::string& actor) {
        return std::find(list.begin(), list.end(), actor) != list.end();
      };
      for (const DiffDecider& each : one.before)
        if (holds(lost, each.actor))
          entry.add(
              {Text(say_("ikke mere ", "no longer "), Tone::warning).add(decider(before_, each)),
               {}});
      for (const DiffDecider& each : one.after)
        if (holds(gained, each.actor))
          entry.add({Text(say_("nu ", "now "), Tone::good).add(decider(after_, each)), {}});
      for (const DiffDecider& each : one.after)
        for (const DiffDecider& old : one.before)
          if (old.actor == each.actor && old != each)
            entry.add({decider(after_, each)
                           .add(say_("; før: ", "; before: "), Tone::faint)
                           .add(terms(old), Tone::faint),
                       {}});
    }
    page_.gap();
    page_.tree(tree);
  }

  [[nodiscard]] std::string terms(const DiffDecider& one) const {
    std::string text;
    for (const Name& each : one.terms) {
      const std::string& said = say_(each);
      if (said.empty()) return say_("uden betingelser", "without conditions");
      text += (text.empty() ? "" : say_(", eller ", ", or ")) + said;
    }
    return text;
  }

  void elements(const Diff& diff) {
    if (diff.elements.empty()) return;
    Tree tree{Text(say_("Elementer", "Elements"), Tone::strong), {}};
    for (const ElementDiff& one : diff.elements) {
      Text label;
      switch (one.what) {
        case ElementDiff::What::added:
          label.add("+ ", Tone::good);
          break;
        case ElementDiff::What::removed:
          label.add("- ", Tone::alarm);
          break;
        case ElementDiff::What::changed:
          label.add("~ ", Tone::warning);
          break;
      }
      label.add(named(one.id));
      std::string fields;
      for (const std::string& field : one.fields) fields += (fields.empty() ? ": " : ", ") + field;
      tree.add({label.add(fields, Tone::faint), {}});
    }
    page_.gap();
    page_.tree(tree);
  }

  void hours(const Diff& diff) {
    if (diff.hours_net == Range{}) return;
    page_.gap();
    page_.line(Text(say_("Timer om året, netto: ", "Hours a year, net: "))
                   .add(ask::hours_text(diff.hours_net, say_.language), Tone::strong));
  }

  const Model &before_, &after_;
  const Say& say_;
  Page& page_;
};

}  // namespace

void render(const Model& model, const Say& say, Page& page, const Diff& answer,
            const ask::DiffQuestion& question) {
  DiffPage(model, *question.with, say, page).run(answer);
}

}  // namespace regelgraf::cli
