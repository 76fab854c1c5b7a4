#include "ask/words.hpp"

namespace regelgraf::ask {

namespace {

struct WordPair {
  const char* da;
  const char* en;
};

template <class Enum, std::size_t n>
const char* pick_word(Language language, const WordPair (&list)[n], Enum which) {
  static_assert(n == Spelling<Enum>::words.size());
  const WordPair& pair = list[static_cast<std::size_t>(which)];
  return language == Language::da ? pair.da : pair.en;
}

constexpr WordPair tier_words[] = {{"frontlinje", "front line"},
                                   {"arbejdsplads", "workplace"},
                                   {"forvaltning", "administration"},
                                   {"ledelse", "management"},
                                   {"MED", "MED"},
                                   {"politisk udvalg", "political committee"},
                                   {"kommunalbestyrelse", "municipal council"},
                                   {"samarbejdspart", "partner"},
                                   {"borger", "citizen"},
                                   {"stat", "state"}};

constexpr WordPair instrument_words[] = {
    {"grundlov", "constitution"},
    {"lov", "act"},
    {"bekendtgørelse", "statutory order"},
    {"cirkulære", "circular"},
    {"statslig vejledning", "state guidance"},
    {"overenskomst", "collective agreement"},
    {"styrelsesvedtægt", "bylaws"},
    {"regulativ", "regulation"},
    {"delegationsplan", "delegation plan"},
    {"budget", "budget"},
    {"byrådsbeslutning", "council decision"},
    {"politik", "policy"},
    {"kvalitetsstandard", "quality standard"},
    {"plan", "plan"},
    {"administrativ retningslinje", "administrative guideline"},
    {"MED-aftale", "MED agreement"},
    {"MED-retningslinje", "MED guideline"},
    {"MED-procedureretningslinje", "MED procedure guideline"},
    {"instruks", "instruction"},
    {"arbejdsgang", "procedure"},
    {"dokumentationskrav", "documentation requirement"},
    {"lokalaftale", "local agreement"},
    {"praksis", "practice"}};

constexpr WordPair kind_words[] = {{"aktør", "actor"},
                                   {"emne", "matter"},
                                   {"regel", "rule"},
                                   {"opgave", "task"},
                                   {"pligt", "duty"},
                                   {"mål", "goal"},
                                   {"bemyndigelse", "grant of authority"},
                                   {"inddragelse", "involvement"},
                                   {"forbud", "bar"}};

constexpr WordPair many_kind_words[] = {{"aktører", "actors"},
                                        {"emner", "matters"},
                                        {"regler", "rules"},
                                        {"opgaver", "tasks"},
                                        {"pligter", "duties"},
                                        {"mål", "goals"},
                                        {"bemyndigelser", "grants of authority"},
                                        {"inddragelser", "involvements"},
                                        {"forbud", "bars"}};

constexpr WordPair how_words[] = {{"orienteres", "is informed"},
                                  {"høres", "is consulted"},
                                  {"drøfter sagen", "discusses it"},
                                  {"afgiver indstilling", "makes a recommendation"},
                                  {"skal være enig", "must agree"}};

}  // namespace

const char* tier_word(Tier tier, Language language) {
  return pick_word(language, tier_words, tier);
}

const char* instrument_word(Instrument instrument, Language language) {
  return pick_word(language, instrument_words, instrument);
}

const char* kind_word(Kind kind, bool several, Language language) {
  return several ? pick_word(language, many_kind_words, kind)
                 : pick_word(language, kind_words, kind);
}

const char* how_word(How how, Language language) { return pick_word(language, how_words, how); }

}  // namespace regelgraf::ask
