#pragma once

// What a journal note says, line by line; laid out as text and as JSON elsewhere.

#include <set>
#include <string>
#include <vector>

#include <regelgraf/journal_note.hpp>

#include "ask/text.hpp"

namespace regelgraf::ask {

/// The words of one note, in its language, without what is to stay out of it.
class JournalWords {
 public:
  JournalWords(const Model& model, const JournalNote& note);
  JournalWords(const JournalWords&) = delete;
  JournalWords& operator=(const JournalWords&) = delete;

  [[nodiscard]] std::string question() const;      ///< `Hvem kan ophæve »Ugenotat«?`
  [[nodiscard]] std::string target() const;        ///< By name and id.
  [[nodiscard]] std::string kle() const;           ///< The number; empty: none.
  [[nodiscard]] std::string named(Index i) const;  ///< Name and id.
  [[nodiscard]] std::string all(const std::vector<Index>& list) const;
  [[nodiscard]] std::string date() const;     ///< The day, or that it is the last state.
  [[nodiscard]] std::string may() const;      ///< Empty: no actor was asked about.
  [[nodiscard]] std::string verdict() const;  ///< In a word or two.
  [[nodiscard]] std::string answer() const;   ///< Who decides, as a sentence.
  [[nodiscard]] std::string fact(const NotedFact& noted) const;
  [[nodiscard]] std::string option(const Option& option) const;
  [[nodiscard]] std::string link(Index grant) const;
  /// What an element says of itself, line by line: conditions, source or plan row, note, ground.
  [[nodiscard]] std::vector<std::string> written(Index element) const;
  [[nodiscard]] std::vector<std::string> conditions_of(Index element) const;
  /// An element that carries another: name, id and where it is written.
  [[nodiscard]] std::string ground(Index rule) const;
  [[nodiscard]] std::string implied() const;
  [[nodiscard]] std::string involved(std::size_t i) const;  ///< The i th of the first option.
  [[nodiscard]] std::string earliest() const;
  [[nodiscard]] std::string also(const Decision& decision) const;
  [[nodiscard]] std::vector<std::string> assumptions() const;
  [[nodiscard]] std::vector<std::string> open_questions() const;
  [[nodiscard]] std::vector<std::string> warnings() const;
  [[nodiscard]] std::string appeal() const;
  [[nodiscard]] std::string appeal_note() const;  ///< What the model remarks about it.
  [[nodiscard]] std::string untold() const;       ///< How many near misses are not told.
  [[nodiscard]] std::string near_miss(const NearMiss& miss) const;
  /// Where authority ends and lawfulness begins.
  [[nodiscard]] std::string reservation() const;
  [[nodiscard]] std::string withheld() const;  ///< Empty: nothing was kept out.

  /// The elements that were not named, so far.
  [[nodiscard]] const std::set<Index>& kept_out() const { return kept_out_; }
  [[nodiscard]] const Voice& voice() const { return voice_; }
  /// Can the fact be named? One that only internal elements know of, and that the question does not
  /// give, is as internal as they are.
  [[nodiscard]] bool may_name(const NotedFact& noted) const;
  /// Near misses that are told: a few, or none.
  [[nodiscard]] bool tells_near_misses() const;

 private:
  [[nodiscard]] std::string say(std::string da, std::string en) const {
    return ask::say(voice_, std::move(da), std::move(en));
  }
  [[nodiscard]] std::string quoted(const std::string& text) const;
  [[nodiscard]] std::string depends(const std::vector<Dependence>& list) const;

  const Model& model_;
  const JournalNote& note_;
  mutable std::set<Index> kept_out_;
  Voice voice_;
};

/// The line that agendas print.
[[nodiscard]] std::string agenda_text(const Model& model, const Decision& decision,
                                      const Voice& voice);

/// @p text in one line: white space and control characters are one blank.
[[nodiscard]] std::string one_line(std::string_view text);

/// The whole note as text.
struct JournalPage {
  std::string text;
  std::size_t withheld = 0;  ///< How many internal elements it does not name.
};
[[nodiscard]] JournalPage journal_page(const Model& model, const std::string& digest,
                                       const JournalNote& note);

}  // namespace regelgraf::ask
