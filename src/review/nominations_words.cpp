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

constexpr Said<Disposition> proposals[] = {
    {"fjern", Disposition::remove},        {"fjerne", Disposition::remove},
    {"fjernes", Disposition::remove},      {"forenkl", Disposition::simplify},
    {"forenkle", Disposition::simplify},   {"forenkles", Disposition::simplify},
    {"forsimple", Disposition::simplify},  {"forsimpl", Disposition::simplify},
    {"forsimples", Disposition::simplify}, {"erstat", Disposition::replace},
    {"erstatte", Disposition::replace},    {"erstattes", Disposition::replace},
    {"forandr", Disposition::change},      {"forandre", Disposition::change},
    {"forandres", Disposition::change},    {"ændr", Disposition::change},
    {"ændre", Disposition::change},        {"ændres", Disposition::change},
    {"forankr", Disposition::anchor},      {"forankre", Disposition::anchor},
    {"forankres", Disposition::anchor},    {"fasthold", Disposition::keep},
    {"fastholde", Disposition::keep},      {"fastholdes", Disposition::keep},
    {"behold", Disposition::keep},         {"beholde", Disposition::keep},
    {"beholdes", Disposition::keep}};

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
std::optional<Disposition> proposal_of(std::string_view word) { return find(proposals, word); }
std::optional<Instrument> instrument_of(std::string_view word) { return find(instruments, word); }

}  // namespace regelgraf::collect
