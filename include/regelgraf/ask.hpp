#pragma once

/// @file
/// @ingroup formats
/// @brief One JSON object asks, one answers (FORMATS section 2).
/// Compiled: link regelgraf::regelgraf.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <regelgraf/may.hpp>
#include <regelgraf/model.hpp>
#include <regelgraf/what_breaks.hpp>
#include <regelgraf/who_decides.hpp>

namespace regelgraf {

/// Questions of the typed calls, as they are answered in JSON, and answers in words.
namespace ask {

/// How much of an answer is written: ids; causes and derivations too; hours and text too.
enum class Detail : std::uint8_t { ids, causes, full };

/// For what_breaks(): without causes in the Removal only Detail::ids can be written.
struct WhatBreaksQuestion {
  Removal removal;
  Detail detail = Detail::ids;
};

/// For who_decides().
struct WhoDecidesQuestion {
  AuthorityQuestion question;
  std::string kle;    ///< The KLE number asked about; empty: asked by id.
  Ids ignored_facts;  ///< Facts that the model does not know, sorted.
};

/// For may().
struct MayQuestion {
  WhoDecidesQuestion who;
  std::string actor;           ///< As asked.
  std::optional<Index> known;  ///< Empty: the model has no such actor.
};

/// @brief @p answer as sentences in Danish and English: the `text` of the JSON answer.
/// Says nothing that the answer does not hold. Complexity: linear in the answer.
[[nodiscard]] Name text_of(const Model& model, const WhatBreaks& answer);
[[nodiscard]] Name text_of(const Model& model, const Decision& answer);

}  // namespace ask

/// Answers questions about one model. Cheap to share: all members are const.
class Asker {
 public:
  /// @p model must outlive the Asker. Works out the model's digest: linear in the model.
  explicit Asker(const Model& model);
  /// With a digest known already, as digest() gives it.
  Asker(const Model& model, std::string digest);

  /// @brief The answer to @p question, as JSON.
  ///
  /// Never throws for what a question says: what cannot be put is an answer with `error`. The same
  /// question on the same model gives the same bytes.
  /// Complexity: as the question asked. Thread rule: reentrant.
  [[nodiscard]] std::string ask(std::string_view question) const;

  /// @name The answers of typed calls, in the same bytes that ask() gives for the same question
  /// @{
  [[nodiscard]] std::string answer(const ask::WhatBreaksQuestion& question,
                                   const WhatBreaks& answer) const;
  [[nodiscard]] std::string answer(const ask::WhoDecidesQuestion& question,
                                   const Decision& answer) const;
  [[nodiscard]] std::string answer(const ask::MayQuestion& question, const May& answer) const;
  /// @}

  [[nodiscard]] const Model& model() const { return model_; }
  [[nodiscard]] const std::string& digest() const { return digest_; }

 private:
  const Model& model_;
  std::string digest_;
};

}  // namespace regelgraf
