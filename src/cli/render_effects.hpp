#pragma once

// What the pages of what-breaks and what-if say in the same way.

#include "cli/render.hpp"

namespace regelgraf::cli {

class EffectsRenderer : public Renderer {
 public:
  EffectsRenderer(const Model& model, const Say& say, Page& page, const WhatBreaks& answer)
      : Renderer(model, say, page), a(answer) {}

 protected:
  [[nodiscard]] bool nothing_falls() const { return a.lapsed.empty() && a.broken.empty(); }

  /// Duties that go unmet, and to whom they are owed.
  void alarm();
  /// What falls.
  void fallen();
  /// What else changes, in order of weight.
  void others();
  /// Elements with what happened to them.
  void group(const char* da, const char* en, const std::vector<Effect>& effects, Tone tone);
  void list(const char* da, const char* en, const std::vector<Index>& elements);
  /// Why it falls, or what is left of what holds it.
  [[nodiscard]] std::string cause(const Cause& cause) const;

  const WhatBreaks& a;
};

}  // namespace regelgraf::cli
