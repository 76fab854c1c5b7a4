#include <regelgraf/worksheets.hpp>

#include <algorithm>
#include <array>

#include "worksheets/sheets.hpp"

namespace regelgraf {

namespace worksheets_of {

namespace {

struct SheetWords {
  const char* da;
  const char* en;
  const char* file_da;
  const char* file_en;
  void (*write)(const Facts&, Paper&);
};

constexpr std::array<SheetWords, Spelling<Sheet>::words.size()> sheet_words{{
    {"Dialogkort: hvad styrer vores arbejde?", "Dialogue cards: what steers our work?",
     "dialogkort", "dialogue-cards", dialogue_cards},
    {"Interviewguide", "Interview guide", "interviewguide", "interview-guide", interview_guide},
    {"Registrering: en uge med reglerne", "Registration: a week with the rules", "registrering",
     "registration", registration_guide},
    {"Udfordringsark", "Challenge sheet", "udfordring", "challenge", challenge},
    {"Prioriteringskort: timer og hvem der kan ændre", "Priority map: hours, and who can change it",
     "prioriteringskort", "priority-map", priority_map},
    {"Løsningsark", "Solution sheet", "loesning", "solution", solution},
    {"Vurdering af løsninger", "Assessment of solutions", "vurdering", "assessment",
     solution_assessment},
    {"Plan for prøvehandling", "Plan for a trial", "proevehandling", "trial", trial_plan},
    {"Hvem gør hvad hvornår?", "Who does what, when?", "hvem-hvad-hvornaar", "who-what-when",
     action_plan},
    {"Tidslog", "Time log", "tidslog", "time-log", time_log},
    {"Evaluering", "Evaluation", "evaluering", "evaluation", evaluation},
    {"Læring og næste skridt", "Learning and the next step", "laering", "learning", learning},
}};

struct Written {
  Sheet sheet;
  Paper::Done done;
};

std::vector<Written> write_sheets(const Facts& facts) {
  const WorksheetsRequest& request = facts.request;
  std::vector<Written> list;
  for (std::size_t at = 0; at < sheet_words.size(); ++at) {
    const auto sheet = static_cast<Sheet>(at);
    if (!request.sheets.empty() &&
        std::find(request.sheets.begin(), request.sheets.end(), sheet) == request.sheets.end())
      continue;
    Paper paper(sheet, request.language, sheet_title(sheet, request.language), facts.unit(),
                facts.model_name());
    sheet_words[at].write(facts, paper);
    list.push_back({sheet, paper.done()});
  }
  return list;
}

}  // namespace

std::string sheet_title(Sheet sheet, Language language) {
  const SheetWords& words = sheet_words[static_cast<std::size_t>(sheet)];
  return language == Language::da ? words.da : words.en;
}

std::string sheet_file(Sheet sheet, Language language) {
  const SheetWords& words = sheet_words[static_cast<std::size_t>(sheet)];
  const int number = static_cast<int>(sheet) + 1;
  return (number < 10 ? "0" : "") + std::to_string(number) + "-" +
         (language == Language::da ? words.file_da : words.file_en) + ".html";
}

}  // namespace worksheets_of

std::vector<Worksheet> worksheets(const Model& model, const WorksheetsRequest& request) {
  const worksheets_of::Facts facts(model, request);
  std::vector<Worksheet> result;
  for (const auto& [sheet, done] : worksheets_of::write_sheets(facts))
    result.push_back(
        {sheet, worksheets_of::sheet_file(sheet, request.language), done.title, done.pages,
         worksheets_of::document(request.language, done.title, facts.model_name(), {done})});
  return result;
}

std::string worksheets_page(const Model& model, const WorksheetsRequest& request) {
  const worksheets_of::Facts facts(model, request);
  std::vector<worksheets_of::Paper::Done> all;
  for (auto& written : worksheets_of::write_sheets(facts)) all.push_back(std::move(written.done));
  return worksheets_of::document(request.language, facts.say("Arbejdsark", "Worksheets"),
                                 facts.model_name(), all);
}

}  // namespace regelgraf
