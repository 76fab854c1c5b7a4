#pragma once

// What the sheet calls things, in Danish and English.

#include <regelgraf/qualification.hpp>

namespace regelgraf::qualifying {

/// `Vores egne: kan fjernes i morgen`.
[[nodiscard]] Name name_of(Heap heap);
[[nodiscard]] Name name_of(Instrument instrument);
[[nodiscard]] Name name_of(Disposition proposal);
[[nodiscard]] Name name_of(DecidedBy who);
[[nodiscard]] Name name_of(Origin origin);
[[nodiscard]] Name name_of(Verdict verdict);
[[nodiscard]] Name name_of(How how);
[[nodiscard]] Name name_of(Tier tier);
[[nodiscard]] Name name_of(TrendBy by);
[[nodiscard]] Name name_of(HeapBecause because);

}  // namespace regelgraf::qualifying
