#pragma once

// WhatIf is Removals with a public face.

#include <utility>

#include <regelgraf/detail/removals.hpp>
#include <regelgraf/detail/what_breaks.hpp>
#include <regelgraf/what_if.hpp>

namespace regelgraf {

inline WhatIf::WhatIf(Baseline baseline, Index within)
    : removals_(std::make_unique<detail::Removals>(std::move(baseline), within)) {}
inline void WhatIf::remove(std::span<const Index> elements) { removals_->remove(elements); }
inline void WhatIf::restore(Index element) { removals_->restore(element); }
inline bool WhatIf::undo() { return removals_->undo(); }
inline void WhatIf::clear() {
  while (removals_->undo()) {
  }
}
inline std::size_t WhatIf::steps() const { return removals_->steps(); }
inline std::span<const Index> WhatIf::removed() const { return removals_->removed(); }
inline bool WhatIf::stands(Index i) const { return removals_->stands(i); }
inline std::span<const Index> WhatIf::fallen() { return removals_->fallen(); }
inline WhatBreaks WhatIf::breaks(bool causes) {
  return detail::WhatBreaksAnswer(*removals_, causes).run();
}
inline const Baseline& WhatIf::baseline() const { return removals_->baseline(); }
inline Index WhatIf::within() const { return removals_->within(); }
inline std::uint64_t WhatIf::touched() const { return removals_->touched(); }

}  // namespace regelgraf
