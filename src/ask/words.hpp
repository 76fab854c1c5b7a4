#pragma once

// The closed word lists as people say them, for every text that is made of a model.

#include <regelgraf/vocabulary.hpp>

namespace regelgraf::ask {

/// `ledelse`, `management`.
[[nodiscard]] const char* tier_word(Tier tier, Language language);
/// `lov`, `act`.
[[nodiscard]] const char* instrument_word(Instrument instrument, Language language);
/// Several of a kind: `regler`, `rules`; one: `regel`, `rule`.
[[nodiscard]] const char* kind_word(Kind kind, bool several, Language language);
/// What a body does: `høres`, `is consulted`.
[[nodiscard]] const char* how_word(How how, Language language);

}  // namespace regelgraf::ask
