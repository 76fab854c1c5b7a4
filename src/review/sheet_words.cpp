#include "review/sheet_words.hpp"

#include <cstddef>

#include "ask/words.hpp"

namespace regelgraf::qualifying {

namespace {

struct InBoth {
  const char* da;
  const char* en;
};

template <class Word, std::size_t n>
Name said(const InBoth (&list)[n], Word word) {
  static_assert(n == Spelling<Word>::words.size());
  const InBoth& pair = list[static_cast<std::size_t>(word)];
  return {pair.da, pair.en};
}

constexpr InBoth heaps[] = {
    {"Vores egne: i morgen", "Our own: tomorrow"},
    {"Vores leder", "Our manager"},
    {"Ledelsen", "Management"},
    {"MED-aftale", "MED agreement"},
    {"Byrådet", "The council"},
    {"Søg om fritagelse", "Apply for exemption"},
    {"Stat eller overenskomst: send videre", "State or agreement: send it on"}};

constexpr InBoth proposal_words[] = {{"fjern", "remove"},   {"forenkl", "simplify"},
                                     {"erstat", "replace"}, {"forandr", "change"},
                                     {"forankr", "anchor"}, {"fasthold", "keep"}};

constexpr InBoth claim_words[] = {{"institutionen", "the institution"},
                                  {"forvaltningen", "the administration"},
                                  {"byrådet", "the council"},
                                  {"staten", "the state"},
                                  {"aftale", "agreement"},
                                  {"ved ikke", "not known"}};

constexpr InBoth origin_words[] = {
    {"aftalt", "agreed"},
    {"statens", "the state's"},
    {"påkrævet af lov", "required by law"},
    {"én af flere måder at opfylde loven", "one of several ways to meet the law"},
    {"tilladt ved lov", "allowed by law"},
    {"vores egen", "home-made"},
    {"ukendt", "unknown"}};

constexpr InBoth verdict_words[] = {
    {"kompetent", "competent"},  {"i fællesskab", "joint"},
    {"betinget", "conditional"}, {"falder til kommunalbestyrelsen", "falls to the council"},
    {"spærret", "barred"},       {"ingen registreret", "nobody recorded"}};

constexpr InBoth how_words[] = {{"orienteres", "informed"},
                                {"høres", "consulted"},
                                {"drøfter", "discusses"},
                                {"indstiller", "recommends"},
                                {"skal være enig", "must agree"}};

constexpr InBoth trend_words[] = {{"Efter udsteder", "By issuer"},
                                  {"Efter område", "By area"},
                                  {"Efter type", "By type"},
                                  {"Efter niveau", "By level"},
                                  {"Efter forslag", "By proposal"}};

constexpr InBoth because_words[] = {{"den, der kan ophæve", "who may repeal it"},
                                    {"slags regel", "sort of rule"},
                                    {"udstederen", "its issuer"},
                                    {"nogen må fravige", "somebody may waive it"},
                                    {"kun efter udsagn", "by claim only"},
                                    {"ingen er registreret", "nobody is recorded"}};

}  // namespace

Name name_of(Heap heap) { return said(heaps, heap); }
Name name_of(Instrument instrument) {
  return {ask::instrument_word(instrument, Language::da),
          ask::instrument_word(instrument, Language::en)};
}
Name name_of(Disposition proposal) { return said(proposal_words, proposal); }
Name name_of(DecidedBy who) { return said(claim_words, who); }
Name name_of(Origin origin) { return said(origin_words, origin); }
Name name_of(Verdict verdict) { return said(verdict_words, verdict); }
Name name_of(How how) { return said(how_words, how); }
Name name_of(Tier tier) {
  return {ask::tier_word(tier, Language::da), ask::tier_word(tier, Language::en)};
}
Name name_of(TrendBy by) { return said(trend_words, by); }
Name name_of(HeapBecause because) { return said(because_words, because); }

}  // namespace regelgraf::qualifying
