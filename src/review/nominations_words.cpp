#include "review/nominations_words.hpp"

#include <string>
#include <utility>

#include "tables/csv.hpp"
#include "tables/words.hpp"

namespace regelgraf::collect {

namespace {

template <class Word>
using Said = std::pair<std::string_view, Word>;

constexpr Said<DecidedBy> deciders[] = {{"institutionen", DecidedBy::institution},
                                        {"institution", DecidedBy::institution},
                                        {"arbejdspladsen", DecidedBy::institution},
                                        {"os selv", DecidedBy::institution},
                                        {"forvaltningen", DecidedBy::administration},
                                        {"forvaltning", DecidedBy::administration},
                                        {"administrationen", DecidedBy::administration},
                                        {"byrådet", DecidedBy::council},
                                        {"byråd", DecidedBy::council},
                                        {"kommunalbestyrelsen", DecidedBy::council},
                                        {"kommunalbestyrelse", DecidedBy::council},
                                        {"lokalpolitikerne", DecidedBy::council},
                                        {"staten", DecidedBy::state},
                                        {"stat", DecidedBy::state},
                                        {"folketinget", DecidedBy::state},
                                        {"aftale", DecidedBy::agreement},
                                        {"aftalen", DecidedBy::agreement},
                                        {"overenskomst", DecidedBy::agreement},
                                        {"ved ikke", DecidedBy::unknown},
                                        {"ved det ikke", DecidedBy::unknown},
                                        {"uvist", DecidedBy::unknown},
                                        {"?", DecidedBy::unknown}};

constexpr Said<Proposal> proposals[] = {
    {"fjern", Proposal::remove},        {"fjerne", Proposal::remove},
    {"fjernes", Proposal::remove},      {"forenkl", Proposal::simplify},
    {"forenkle", Proposal::simplify},   {"forenkles", Proposal::simplify},
    {"forsimple", Proposal::simplify},  {"forsimpl", Proposal::simplify},
    {"forsimples", Proposal::simplify}, {"erstat", Proposal::replace},
    {"erstatte", Proposal::replace},    {"erstattes", Proposal::replace},
    {"forandr", Proposal::change},      {"forandre", Proposal::change},
    {"forandres", Proposal::change},    {"ændr", Proposal::change},
    {"ændre", Proposal::change},        {"ændres", Proposal::change},
    {"forankr", Proposal::anchor},      {"forankre", Proposal::anchor},
    {"forankres", Proposal::anchor},    {"fasthold", Proposal::keep},
    {"fastholde", Proposal::keep},      {"fastholdes", Proposal::keep},
    {"behold", Proposal::keep},         {"beholde", Proposal::keep},
    {"beholdes", Proposal::keep}};

constexpr Said<Instrument> instruments[] = {
    {"grundlov", Instrument::constitution},
    {"lov", Instrument::act},
    {"bekendtgørelse", Instrument::order},
    {"cirkulære", Instrument::circular},
    {"statslig vejledning", Instrument::state_guidance},
    {"overenskomst", Instrument::collective_agreement},
    {"styrelsesvedtægt", Instrument::bylaws},
    {"regulativ", Instrument::regulation},
    {"delegationsplan", Instrument::delegation_plan},
    {"kompetenceplan", Instrument::delegation_plan},
    {"budget", Instrument::budget},
    {"byrådsbeslutning", Instrument::council_decision},
    {"politik", Instrument::policy},
    {"strategi", Instrument::policy},
    {"kvalitetsstandard", Instrument::quality_standard},
    {"serviceniveau", Instrument::quality_standard},
    {"plan", Instrument::plan},
    {"administrativ retningslinje", Instrument::administrative_guideline},
    {"administrationsgrundlag", Instrument::administrative_guideline},
    {"med-aftale", Instrument::med_agreement},
    {"med-retningslinje", Instrument::med_guideline},
    {"procedureretningslinje", Instrument::med_procedure_guideline},
    {"med-procedureretningslinje", Instrument::med_procedure_guideline},
    {"instruks", Instrument::instruction},
    {"arbejdsgang", Instrument::procedure},
    {"arbejdsgangsbeskrivelse", Instrument::procedure},
    {"procedure", Instrument::procedure},
    {"forretningsgang", Instrument::procedure},
    {"dokumentation", Instrument::documentation_requirement},
    {"dokumentationskrav", Instrument::documentation_requirement},
    {"registrering", Instrument::documentation_requirement},
    {"lokalaftale", Instrument::local_agreement},
    {"praksis", Instrument::practice},
    {"vane", Instrument::practice},
    {"plejer", Instrument::practice}};

template <class Word, std::size_t n>
std::optional<Word> find(const Said<Word> (&list)[n], std::string_view word) {
  const std::string small = tables::lower(tables::one_line(word));
  for (const auto& [said, meant] : list)
    if (small == said) return meant;
  return from_text<Word>(small);
}

}  // namespace

std::optional<Column> column_of(std::string_view head) {
  const std::string small = tables::lower(tables::one_line(head));
  for (std::size_t i = 0; i < column_heads.size(); ++i)
    if (small == column_heads[i]) return static_cast<Column>(i);
  return std::nullopt;
}

std::optional<DecidedBy> decided_by_of(std::string_view word) { return find(deciders, word); }
std::optional<Proposal> proposal_of(std::string_view word) { return find(proposals, word); }
std::optional<Instrument> instrument_of(std::string_view word) { return find(instruments, word); }

}  // namespace regelgraf::collect
