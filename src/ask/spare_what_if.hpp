#pragma once

// One workspace kept between questions.

#include <atomic>
#include <memory>
#include <utility>

#include <regelgraf/what_breaks.hpp>
#include <regelgraf/what_if.hpp>

namespace regelgraf::ask {

/// @brief what_breaks() over one model, with a WhatIf left over from the question before.
///
/// Why: making a WhatIf costs time and memory linear in the model, a removal only what it touches;
/// asked for every rule of a large model in turn the making would be all the work. Who asks takes
/// the spare by one exchange and puts it back by another, so nobody ever waits: who finds none, as
/// others are asking too, makes his own, and of those put back one is kept. A question that failed
/// keeps nothing. Thread rule: reentrant.
class SpareWhatIf {
 public:
  explicit SpareWhatIf(const Model& model) : model_(model) {}
  SpareWhatIf(const SpareWhatIf&) = delete;
  SpareWhatIf& operator=(const SpareWhatIf&) = delete;
  ~SpareWhatIf() { delete spare_.load(std::memory_order_acquire); }

  /// As regelgraf::what_breaks(). The spare knows the last state and the whole view alone.
  [[nodiscard]] WhatBreaks what_breaks(const Removal& question) {
    if (question.date || question.within != none) return regelgraf::what_breaks(model_, question);
    std::unique_ptr<WhatIf> mine(spare_.exchange(nullptr, std::memory_order_acquire));
    if (!mine) mine = std::make_unique<WhatIf>(model_);
    mine->remove(question.elements);
    WhatBreaks answer = mine->breaks(question.causes);
    mine->clear();
    delete spare_.exchange(mine.release(), std::memory_order_acq_rel);
    return answer;
  }

 private:
  const Model& model_;
  std::atomic<WhatIf*> spare_{nullptr};
};

}  // namespace regelgraf::ask
