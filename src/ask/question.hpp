#pragma once

// Questions in: from JSON to the typed questions of the engine.

#include <simdjson.h>

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <regelgraf/ask.hpp>
#include <regelgraf/journal_note.hpp>
#include <regelgraf/keep_set.hpp>

namespace regelgraf::ask {

/// For keep_set().
struct KeepSetQuestion {
  regelgraf::KeepSetQuestion question;  ///< The question itself.
  std::optional<double> seconds;        ///< As Limits::seconds, whichever is less.
};

/// For best_removals().
struct BestRemovalsQuestion {
  regelgraf::BestRemovalsQuestion question;  ///< The question itself.
  std::optional<double> seconds;             ///< As Limits::seconds, whichever is less.
};

using Question = std::variant<WhatBreaksQuestion, WhatIfQuestion, WhoDecidesQuestion, MayQuestion,
                              WhyQuestion, CheckQuestion, BurdenQuestion, CutsQuestion,
                              RankingQuestion, RemovalPlanQuestion, WhatMayQuestion, DiffQuestion,
                              JournalNoteQuestion, KeepSetQuestion, BestRemovalsQuestion>;

/// What every question has.
struct Envelope {
  std::string ask;  ///< Empty while it could not be read.
  std::string id;   ///< JSON text; empty: not given.
  std::optional<Day> date;
};

/// Throws the Error of a question that has not its form; @p at is the part of it that is meant.
[[noreturn]] void bad(const std::string& message, std::string at);

/// Reads @p json; fills @p envelope as far as it gets, so that an error can be answered under the
/// question's own name. @p unless_named is what is asked where the question does not say. Throws
/// Error.
[[nodiscard]] Question read_question(const Model& model, simdjson::dom::element json,
                                     Envelope& envelope, std::string_view unless_named = {});

/// Reads the field @p key of a question about removals: `remove`, `within`, `detail`. False:
/// another field.
bool read_removal_field(const Model& model, std::string_view key, simdjson::dom::element value,
                        WhatBreaksQuestion& question);

/// Reads a question whose envelope has been read.
[[nodiscard]] WhatIfQuestion read_what_if(const Model& model, simdjson::dom::object object,
                                          const Envelope& envelope);

/// The question `check`.
[[nodiscard]] CheckQuestion read_check(simdjson::dom::object object, const Envelope& envelope);

/// The question `cuts`.
[[nodiscard]] CutsQuestion read_cuts(const Model& model, simdjson::dom::object object,
                                     const Envelope& envelope);

/// The question `burden`.
[[nodiscard]] BurdenQuestion read_burden(const Model& model, simdjson::dom::object object,
                                         const Envelope& envelope);

/// The question `rank`.
[[nodiscard]] RankingQuestion read_rank(const Model& model, simdjson::dom::object object,
                                        const Envelope& envelope);

/// The question `diff`; `with` is a whole model, as a model file has it.
[[nodiscard]] DiffQuestion read_diff(simdjson::dom::object object, const Envelope& envelope);

/// The question `removal_plan`.
[[nodiscard]] RemovalPlanQuestion read_removal_plan(const Model& model,
                                                    simdjson::dom::object object,
                                                    const Envelope& envelope);

/// The question `what_may`.
[[nodiscard]] WhatMayQuestion read_what_may(const Model& model, simdjson::dom::object object,
                                            const Envelope& envelope);

/// Reads the field @p key of the case: `unit`, `facts`, `disqualified`, `absent`; facts that the
/// model does not know go to @p ignored. False: another field.
bool read_case_field(const Model& model, std::string_view key, simdjson::dom::element value,
                     AuthorityQuestion& question, Ids& ignored);

/// Reads the fields of `who_decides`; @p beside are fields that the question has besides.
[[nodiscard]] WhoDecidesQuestion read_authority(const Model& model, simdjson::dom::object object,
                                                const Envelope& envelope,
                                                std::initializer_list<std::string_view> beside);

/// The question `journal_note`.
[[nodiscard]] JournalNoteQuestion read_journal_note(const Model& model,
                                                    simdjson::dom::object object,
                                                    const Envelope& envelope);

/// The question `keep_set`.
[[nodiscard]] KeepSetQuestion read_keep_set(const Model& model, simdjson::dom::object object,
                                            const Envelope& envelope);

/// The question `best_removals`.
[[nodiscard]] BestRemovalsQuestion read_best_removals(const Model& model,
                                                      simdjson::dom::object object,
                                                      const Envelope& envelope);

/// @name The same from a text, where `ask` may be left out; Error invalid_question for any other
/// @{
[[nodiscard]] KeepSetQuestion read_keep_set(const Model& model, std::string_view json);
[[nodiscard]] BestRemovalsQuestion read_best_removals(const Model& model, std::string_view json);
/// @}

/// A text; @p at is the field.
[[nodiscard]] std::string one_text(simdjson::dom::element value, const std::string& at);

/// A text or a list of texts; @p at is the field.
[[nodiscard]] Ids texts(simdjson::dom::element value, const std::string& at);

/// Throws Error invalid_question where @p among, which was given, names nobody: a list that came
/// out empty is not "all".
void refuse_empty_among(const std::vector<Index>& among);

/// Reads the field `seconds` of a question that answers what it has when time is up.
[[nodiscard]] double read_seconds(simdjson::dom::element value);

/// The number of @p id; throws Error unknown_element, naming the nearest ids, where there is none.
[[nodiscard]] Index find_element(const Model& model, std::string_view id, std::string at);

/// Whether @p text is UTF-8.
[[nodiscard]] bool is_utf8(std::string_view text);

/// Throws Error personal_data where @p text looks like a CPR number; a question may hold none.
void refuse_personal_data(std::string_view text, const std::string& at);

/// Sets fact @p name to @p value. False where the model knows no such fact; throws wrong_type.
bool set_fact(const Model& model, AuthorityQuestion& question, std::string_view name,
              const FactValue& value);

/// The number of an actor. Throws as find_element(), and invalid_question where it is no actor.
[[nodiscard]] Index find_actor(const Model& model, std::string_view id, std::string at);
/// The same where an unknown actor is no error: then it is empty.
[[nodiscard]] std::optional<Index> find_actor_if_any(const Model& model, std::string_view id,
                                                     std::string at);

/// @p limits, or the @p seconds that the question gives where they are less.
[[nodiscard]] Limits with_seconds(Limits limits, std::optional<double> seconds);

/// An actor that the model does not have may do nothing.
[[nodiscard]] May may_of_unknown_actor();

/// The matters with KLE number @p kle, else those of the nearest broader number; throws where none.
[[nodiscard]] std::vector<Index> matters_by_kle(const Model& model, std::string_view kle);

}  // namespace regelgraf::ask
