#pragma once

// WhatIf is Removals with a public face.

#include <utility>

#include <regelgraf/detail/inline.hpp>
#include <regelgraf/detail/removals.hpp>
#include <regelgraf/detail/what_breaks.hpp>
#include <regelgraf/what_if.hpp>

#ifndef REGELGRAF_DECLARATIONS_ONLY
namespace regelgraf {

REGELGRAF_INLINE WhatIf::WhatIf(Baseline baseline, Index within)
    : removals_(std::make_unique<detail::Removals>(std::move(baseline), within)) {}
REGELGRAF_INLINE WhatIf::WhatIf(WhatIf&& other) noexcept = default;
REGELGRAF_INLINE WhatIf& WhatIf::operator=(WhatIf&& other) noexcept = default;
REGELGRAF_INLINE WhatIf::~WhatIf() = default;
REGELGRAF_INLINE void WhatIf::remove(std::span<const Index> elements) {
  removals_->remove(elements);
}
REGELGRAF_INLINE void WhatIf::restore(Index element) { removals_->restore(element); }
REGELGRAF_INLINE bool WhatIf::undo() { return removals_->undo(); }
REGELGRAF_INLINE void WhatIf::clear() {
  while (removals_->undo()) {
  }
}
REGELGRAF_INLINE std::size_t WhatIf::steps() const { return removals_->steps(); }
REGELGRAF_INLINE std::span<const Index> WhatIf::removed() const { return removals_->removed(); }
REGELGRAF_INLINE bool WhatIf::stands(Index i) const { return removals_->stands(i); }
REGELGRAF_INLINE std::span<const Index> WhatIf::fallen() { return removals_->fallen(); }
REGELGRAF_INLINE WhatBreaks WhatIf::breaks(bool causes) {
  return detail::WhatBreaksAnswer(*removals_, causes).run();
}
REGELGRAF_INLINE const Baseline& WhatIf::baseline() const { return removals_->baseline(); }
REGELGRAF_INLINE Index WhatIf::within() const { return removals_->within(); }
REGELGRAF_INLINE std::uint64_t WhatIf::touched() const { return removals_->touched(); }

}  // namespace regelgraf
#endif
