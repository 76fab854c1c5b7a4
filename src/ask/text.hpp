#pragma once

// Answers as sentences, in Danish and English. Everything said here stands in the typed answer.

#include <string>

#include <regelgraf/ask.hpp>
#include <regelgraf/why.hpp>

namespace regelgraf::ask {

using regelgraf::Language;

/// The name of an element, else its name in the other language, else its id.
[[nodiscard]] std::string name_of(const Model& model, Index i, Language language);
/// Several names with commas and `og`, `and`.
[[nodiscard]] std::string names_of(const Model& model, std::span<const Index> list,
                                   Language language);
/// A power as a verb: `ophæve`, `repeal`.
[[nodiscard]] std::string power_text(const std::string& power, Language language);
/// An unknown as something to find out: `beløb <= 100000 DKK`.
[[nodiscard]] std::string unknown_text(const Model& model, const Unknown& unknown,
                                       Language language);
[[nodiscard]] std::string dependence_text(const Model& model, const Dependence& dependence,
                                          Language language);
[[nodiscard]] std::string because_text(const Model& model, const Because& because,
                                       Language language);
[[nodiscard]] std::string involved_text(const Model& model, const Involved& involved,
                                        Language language);
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
/// An origin in words.
[[nodiscard]] std::string origin_text(Origin origin, Language language);
/// The target of a decision, by name.
[[nodiscard]] std::string target_text(const Model& model, const AuthorityQuestion& question,
                                      Language language);

}  // namespace regelgraf::ask
