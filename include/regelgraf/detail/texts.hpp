#pragma once

// Every text of an element or head in one place, for the search for personal data.

#include <string>
#include <string_view>
#include <variant>

#include <regelgraf/detail/references.hpp>
#include <regelgraf/element.hpp>
#include <regelgraf/finding.hpp>

namespace regelgraf::detail {

/// What is said of a text that looks like a CPR number; the text is not repeated.
inline Finding personal_data_found() {
  Finding finding;
  finding.code = "personal_data";
  finding.message = {"teksten ligner et CPR-nummer", "the text looks like a CPR number"};
  finding.advice = {"skriv roller og enheder, aldrig personnumre",
                    "write roles and units, never personal numbers"};
  return finding;
}

/// Calls @p visit(text, path) for every text of @p element, references included.
template <class Visit>
void for_each_text(const Element& element, const Visit& visit) {
  const auto text = [&](const std::string& value, FieldPath path) {
    if (!value.empty()) visit(std::string_view(value), path);
  };
  text(element.id, {"id"});
  text(element.name.da, {"name", -1, "da"});
  text(element.name.en, {"name", -1, "en"});
  for (std::size_t i = 0; i < element.tags.size(); ++i)
    text(element.tags[i], {"tags", static_cast<int>(i)});
  if (element.source) {
    const Source& source = *element.source;
    text(source.text, {"source", -1, "text"});
    text(source.eli, {"source", -1, "eli"});
    text(source.uri, {"source", -1, "uri"});
    text(source.accession, {"source", -1, "accession"});
    text(source.paragraph, {"source", -1, "paragraph"});
    text(source.edition, {"source", -1, "edition"});
  }
  if (element.examined) text(element.examined->by, {"examined", -1, "by"});
  if (element.note) text(*element.note, {"note"});
  if (element.extra)
    for (const auto& [name, value] : *element.extra) {
      text(name, {name});
      text(value, {name});
    }
  if (const auto* matter = std::get_if<Matter>(&element.fields)) {
    text(matter->code, {"code"});
    for (std::size_t i = 0; i < matter->also.size(); ++i)
      text(matter->also[i].power, {"also", static_cast<int>(i), "power"});
  }
  const auto facts = [&](const std::vector<ActorPattern>& patterns, std::string_view field) {
    for (std::size_t i = 0; i < patterns.size(); ++i)
      if (patterns[i].fact)
        text(std::get<std::string>(patterns[i].what), {field, static_cast<int>(i), "fact"});
  };
  if (const auto* bar = std::get_if<Bar>(&element.fields)) {
    facts(bar->only, "only");
    facts(bar->against, "against");
  }
  if (const auto* involvement = std::get_if<Involvement>(&element.fields))
    facts(involvement->when_decided_by, "when_decided_by");
  const auto burden = [&](const Rare<Burden>& b) {
    if (b) text(b->from, {"burden", -1, "from"});
  };
  if (const auto* rule = std::get_if<Rule>(&element.fields)) burden(rule->burden);
  if (const auto* task = std::get_if<Task>(&element.fields)) burden(task->burden);
  if (const Scope* scope = scope_of(element)) {
    for (std::size_t i = 0; i < scope->powers.size(); ++i)
      text(scope->powers[i], {"powers", static_cast<int>(i)});
    for (std::size_t i = 0; i < scope->conditions.size(); ++i) {
      const Condition& condition = scope->conditions[i];
      const int at = static_cast<int>(i);
      text(condition.fact, {"conditions", at, "fact"});
      text(condition.judgement.da, {"conditions", at, "judgement"});
      text(condition.judgement.en, {"conditions", at, "judgement"});
      for (const FactValue& value : condition.values)
        if (const auto* written = std::get_if<std::string>(&value))
          text(*written, {"conditions", at, "value"});
    }
  }
  for_each_reference(element, [&](const std::string& id, const FieldPath& path, Kinds, Binding) {
    text(id, path);
  });
}

/// Calls @p visit(text, path) for every text of a head.
template <class Visit>
void for_each_text(const Head& head, const Visit& visit) {
  const auto text = [&](const std::string& value, const std::string& path) {
    if (!value.empty()) visit(std::string_view(value), path);
  };
  text(head.id, "model.id");
  text(head.name.da, "model.name.da");
  text(head.name.en, "model.name.en");
  for (std::size_t i = 0; i < head.extends.size(); ++i)
    text(head.extends[i], "model.extends[" + std::to_string(i) + "]");
  for (const auto& [name, edition] : head.editions) {
    text(name, "model.editions");
    text(edition, "model.editions");
  }
  for (std::size_t i = 0; i < head.facts.size(); ++i) {
    const Fact& fact = head.facts[i];
    const std::string path = "model.facts[" + std::to_string(i) + "]";
    text(fact.name, path + ".name");
    text(fact.unit, path + ".unit");
    text(fact.by, path + ".by");
    text(fact.ask.da, path + ".ask.da");
    text(fact.ask.en, path + ".ask.en");
    for (const std::string& alias : fact.aliases) text(alias, path + ".aliases");
    if (fact.default_value)
      if (const auto* value = std::get_if<std::string>(&*fact.default_value))
        text(*value, path + ".default");
  }
  for (const auto& [name, value] : head.extra) {
    text(name, "model." + name);
    text(value, "model." + name);
  }
}

}  // namespace regelgraf::detail
