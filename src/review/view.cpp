#include "review/view.hpp"

#include <algorithm>
#include <array>

#include "ask/text.hpp"

namespace regelgraf::review {

const Tree* View::head(std::string_view field) const {
  const Tree* value = tree_.find(field);
  for (const Tree& change : rows("changes"))
    if (change.text_at("field") == field) value = change.find("value");
  return value;
}

std::string View::mode() const {
  const Tree* mode = head("mode");
  return mode && mode->text() ? *mode->text() : std::string();
}

std::size_t View::smallest_group() const {
  return static_cast<std::size_t>(tree_.number_at("smallest_group").value_or(3));
}

std::string subject_of(const Tree& declaration) {
  const std::string& rule = declaration.text_at("rule");
  if (!rule.empty()) return "rule " + rule;
  const Name what = declaration.name_at("what");
  return "what " + (what.da.empty() ? what.en : what.da);
}

std::vector<View::Declared> View::declared() const {
  std::vector<Declared> all;
  std::map<std::string, std::size_t> place;
  for (const Tree& row : rows("declarations")) {
    const auto [at, fresh] = place.emplace(subject_of(row), all.size());
    if (fresh) all.push_back({&row, &row});
    all[at->second].last = &row;
  }
  return all;
}

std::optional<Frame> View::frame_of(std::string_view rule) const {
  std::optional<Frame> frame;
  for (const Tree& row : rows("declarations"))
    if (row.text_at("rule") == rule) frame = from_text<Frame>(row.text_at("frame"));
  return frame;
}

std::string View::rule_of(const Tree& nomination) const {
  if (const Tree* matched = nomination.find("matched"))
    if (!matched->text_at("element").empty()) return matched->text_at("element");
  std::string rule;
  const std::string& cluster = nomination.text_at("cluster");
  if (!cluster.empty())
    for (const Tree& row : rows("clusters"))
      if (row.text_at("id") == cluster && !row.text_at("element").empty())
        rule = row.text_at("element");
  return rule;
}

std::map<std::string, Row> View::last_by(std::string_view list, std::string_view key) const {
  std::map<std::string, Row> last;
  const Tree::List& all = rows(list);
  for (std::size_t i = 0; i < all.size(); ++i)
    if (const std::string& of = all[i].text_at(key); !of.empty()) last[of] = {&all[i], i};
  return last;
}

Ids View::involved(std::string_view rule) const {
  Ids held;
  for (const std::string_view list : {"dispositions", "implementations"})
    for (const Tree& row : rows(list))
      if (row.text_at("rule") == rule)
        for (const Tree& one : row.entries_at("involved"))
          held.push_back(one.text_at("involvement"));
  return held;
}

const Tree* View::skip_of(ReviewStepWord step) const {
  for (const Tree& row : rows("skips"))
    if (row.text_at("step") == to_text(step)) return &row;
  return nullptr;
}

std::string disposition_text(std::string_view what, Language language) {
  static constexpr std::array<std::array<const char*, 3>, 6> words{
      {{"remove", "fjerne", "remove"},
       {"simplify", "forenkle", "simplify"},
       {"replace", "erstatte", "replace"},
       {"change", "forandre", "change"},
       {"anchor", "forankre", "anchor"},
       {"keep", "fastholde", "keep"}}};
  for (const auto& word : words)
    if (what == word[0]) return language == Language::da ? word[1] : word[2];
  return std::string(what);
}

std::string disposed_text(std::string_view what, Language language) {
  static constexpr std::array<std::array<const char*, 3>, 6> words{
      {{"remove", "fjernes", "is removed"},
       {"simplify", "forenkles", "is simplified"},
       {"replace", "erstattes", "is replaced"},
       {"change", "forandres", "is changed"},
       {"anchor", "forankres", "is anchored"},
       {"keep", "fastholdes", "is kept"}}};
  for (const auto& word : words)
    if (what == word[0]) return language == Language::da ? word[1] : word[2];
  return std::string(what);
}

Name step_name(ReviewStepWord step) {
  static const Name names[] = {{"Efterspørgsel", "Demand"},
                               {"Formål og scope", "Purpose and scope"},
                               {"Organisering", "Organisation"},
                               {"Identificering og indsamling", "Collection"},
                               {"Kvalificering og filtrering", "Qualification"},
                               {"Fjernelse", "Removal and other decisions"},
                               {"Evaluering", "Evaluation"}};
  return names[static_cast<std::size_t>(step)];
}

const std::vector<SamskabtStep>& samskabt_steps() {
  using W = ReviewStepWord;
  static const std::vector<SamskabtStep> steps{
      {1,
       {"Intro og fælles sprog", "Introduction and common language"},
       {W::demand, W::purpose, W::organise}},
      {2,
       {"Udpege, undersøge og prioritere udfordringerne",
        "Point out, examine and prioritise the challenges"},
       {W::collect, W::qualify}},
      {3, {"Udvikle løsninger", "Develop solutions"}, {W::decide}},
      {4, {"Teste og implementere løsningerne", "Test and carry out the solutions"}, {W::decide}},
      {5,
       {"Evaluere, om løsninger giver effekt", "Evaluate whether solutions have effect"},
       {W::evaluate}},
      {6,
       {"Lære af processen og beslutte næste skridt",
        "Learn from the process and decide the next step"},
       {W::evaluate}}};
  return steps;
}

std::string quoted_text(const std::string& text, Language language) {
  return ask::say(language, "»" + text + "«", "“" + text + "”");
}

std::string begun(std::string text) {
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text;
}

std::string called(const Model& model, Index i, Language language) {
  std::string name = ask::name_of(model, i, language);
  if (model.kind(i) != Kind::actor) return quoted_text(name, language);
  for (const char* article : {"Den ", "Det ", "De ", "The "})
    if (name.starts_with(article)) name.front() = static_cast<char>(name.front() - 'A' + 'a');
  return name;
}

std::string called(const Model& model, const std::string& id, Language language) {
  const auto i = model.find(id);
  return i ? called(model, *i, language) : id;
}

std::string called(const Model& model, const Ids& ids, Language language) {
  std::string text;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (i > 0)
      text += i + 1 == ids.size() ? ask::say(language, " og ", " and ") : std::string(", ");
    text += called(model, ids[i], language);
  }
  return text;
}

std::string called(const Model& model, const std::vector<Index>& list, Language language) {
  Ids ids;
  for (const Index i : list) ids.emplace_back(model.id(i));
  return called(model, ids, language);
}

}  // namespace regelgraf::review
