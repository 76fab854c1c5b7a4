#pragma once

// Answers as sentences, in Danish and English. Everything said here stands in the typed answer.

#include <set>
#include <string>

#include <regelgraf/ask.hpp>
#include <regelgraf/keep_set.hpp>
#include <regelgraf/why.hpp>

namespace regelgraf::ask {

using regelgraf::Language;

/// In which language something is said, and whether internal elements are named in it.
struct Voice {
  /// Names internal elements too, unless there is a place to collect those that it does not.
  Voice(Language language, std::set<Index>* withheld = nullptr)  // NOLINT: a language is a voice
      : language(language), withheld(withheld) {}
  operator Language() const { return language; }  // NOLINT: and has one

  /// Is element @p i not to be named? It is then collected.
  [[nodiscard]] bool keeps_out(const Model& model, Index i) const;

  Language language;
  std::set<Index>* withheld;
};

/// Chooses between the two languages.
[[nodiscard]] std::string say(Language language, std::string da, std::string en);
/// A text in that language, else in the other.
[[nodiscard]] const std::string& text_in(Language language, const Name& text);
/// The name of an element, in either language, else its id; of one that is not to
/// be named what sort of thing it is: `en intern regel`.
[[nodiscard]] std::string name_of(const Model& model, Index i, const Voice& voice);
/// Its id, or what sort of thing it is.
[[nodiscard]] std::string id_of(const Model& model, Index i, const Voice& voice);
/// Several names with commas and `og`, `and`.
[[nodiscard]] std::string names_of(const Model& model, std::span<const Index> list,
                                   const Voice& voice);
/// What an element rests on, as written: by id, each once.
[[nodiscard]] std::vector<Index> basis_of(const Model& model, Index i);
/// How sure the ground of a grant is: `lov`, `statute`.
[[nodiscard]] std::string ground_text(Ground ground, Language language);
/// The value of a fact: `100000 DKK`, `ja`.
[[nodiscard]] std::string value_text(const FactValue& value, const std::string& unit,
                                     Language language);
/// Who decides, or that nobody does, without a full stop and without the chain.
[[nodiscard]] std::string verdict_text(const Model& model, const Decision& decision,
                                       const Voice& voice);
/// A power as a verb: `ophæve`, `repeal`.
[[nodiscard]] std::string power_text(const std::string& power, Language language);
/// An unknown as something to find out: `beløb <= 100000 DKK`.
[[nodiscard]] std::string unknown_text(const Model& model, const Unknown& unknown,
                                       const Voice& voice);
[[nodiscard]] std::string dependence_text(const Model& model, const Dependence& dependence,
                                          const Voice& voice);
[[nodiscard]] std::string because_text(const Model& model, const Because& because,
                                       const Voice& voice);
[[nodiscard]] std::string involved_text(const Model& model, const Involved& involved,
                                        const Voice& voice);
/// What an entry of an `over` is about: `'emne'`, `procedures about 'emne' issued by X`,
/// `anything`.
[[nodiscard]] std::string entry_text(const Model& model, const OverRow& entry, Language language);
/// As power_text(); `*` is any power.
[[nodiscard]] std::string moved_power_text(const std::string& power, Language language);
/// A step of a plan as a sentence without its stop.
[[nodiscard]] std::string step_text(const Model& model, const PlanStep& step, Language language);
/// Where authority lapsed: who decided and that nobody does now; where it moved: how many entries.
/// Empty where nothing moved.
[[nodiscard]] std::string moved_text(const Model& model, const std::vector<MovedAuthority>& moved,
                                     Language language);
/// An instrument as several: `procedures`.
[[nodiscard]] std::string instruments_text(Instrument instrument, Language language);
/// Hours as `12` or `8–15`, in the language's own way with decimals.
[[nodiscard]] std::string hours_text(const Range& range, Language language);
/// What to keep, what can go, and how sure that is.
[[nodiscard]] Name text_of(const Model& model, const regelgraf::KeepSetQuestion& question,
                           const KeepSet& answer);
/// What to remove and what it frees, and how sure that is.
[[nodiscard]] Name text_of(const Model& model, const regelgraf::BestRemovalsQuestion& question,
                           const BestRemovals& answer);
/// A part of a whole, as `3.2 %`; never 0 where it is not.
[[nodiscard]] std::string percent_text(double part, Language language);
/// An origin in words.
[[nodiscard]] std::string origin_text(Origin origin, Language language);
/// The target of a decision, by name.
[[nodiscard]] std::string target_text(const Model& model, const AuthorityQuestion& question,
                                      const Voice& voice);

}  // namespace regelgraf::ask
