#pragma once

// The closed word lists as people say them.

#include <string>

#include <regelgraf/finding.hpp>

#include "ask/text.hpp"

namespace regelgraf::cli {

using regelgraf::Language;

/// Chooses between two wordings.
struct Say {
  Language language = Language::en;

  const char* operator()(const char* da, const char* en) const {
    return language == Language::da ? da : en;
  }
  std::string operator()(const std::string& da, const std::string& en) const {
    return language == Language::da ? da : en;
  }
  const std::string& operator()(const Name& name) const {
    const std::string& wanted = language == Language::da ? name.da : name.en;
    const std::string& other = language == Language::da ? name.en : name.da;
    return wanted.empty() ? other : wanted;
  }

  /// `ledelse`, `management`.
  [[nodiscard]] const char* word(Tier tier) const;
  /// What sort of thing an element is; a rule by its instrument.
  [[nodiscard]] const char* word(const Element& element) const;
  /// Several of a kind: `regler`, `rules`; one: `regel`, `rule`.
  [[nodiscard]] const char* word(Kind kind, bool several) const;
  /// `lov`, `act`.
  [[nodiscard]] const char* word(Instrument instrument) const;
  /// How sure the ground of a grant is, as `ved lov`.
  [[nodiscard]] const char* word(Ground ground) const;
  /// What a body does: `høres`, `is consulted`.
  [[nodiscard]] const char* word(How how) const;
  [[nodiscard]] const char* word(Severity severity) const;

  /// A number with its thousands apart: `100.000,5`, `100,000.5`.
  [[nodiscard]] std::string figure(double value) const;
  /// Hours with at most one decimal.
  [[nodiscard]] std::string hours(double value) const;
  /// `1 pligt`, `3 pligter`.
  [[nodiscard]] std::string count(std::size_t n, const char* da_one, const char* da_many,
                                  const char* en_one, const char* en_many) const;
};

}  // namespace regelgraf::cli
