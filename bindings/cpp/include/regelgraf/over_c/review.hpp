#pragma once

/// @file
/// @brief The review of a municipality's rules as a record that only grows.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <regelgraf/over_c/json.hpp>
#include <regelgraf/over_c/model.hpp>

namespace regelgraf::over_c {
inline namespace v0_1 {

/// A review as one JSON document (src/review/REVIEW.md). Never changes: an event gives another one.
/// Any thread. What it answers is JSON. Throws InvalidModel for what has not the form,
/// InvalidQuestion where it is about another model.
class Review : public detail::Handle<rg_review> {
 public:
  /// What came of an event.
  struct Applied;

  /// A new one about @p model: `{"id": ..., "name": ...}`.
  [[nodiscard]] static Review begin(const Model& model, std::string_view head) {
    return Review(detail::made<rg_review>(rg_review_begin, model.get(),
                                          head.data() ? head.data() : "", head.size()));
  }
  /// Reads one.
  [[nodiscard]] static Review read(std::string_view text) {
    detail::check_library();
    return Review(
        detail::made<rg_review>(rg_review_read, text.data() ? text.data() : "", text.size()));
  }

  /// The document: canonical JSON.
  [[nodiscard]] std::string json() const { return detail::taken(rg_review_json, get()); }
  /// How far has it come, and what is missing before the next step?
  [[nodiscard]] Json status(const Model& model, std::string_view date = {}) const {
    return asked(rg_review_status, model, date);
  }
  /// The review with an event in it, or what speaks against it.
  [[nodiscard]] Applied apply(const Model& model, std::string_view event) const;
  /// A letter to each unit that nominated something.
  [[nodiscard]] Json replies(const Model& model, std::string_view date = {}) const {
    return asked(rg_review_replies, model, date);
  }
  /// What came of it: hours, results, its own cost, what did not happen.
  [[nodiscard]] Json evaluation(const Model& model, std::string_view date = {}) const {
    return asked(rg_review_evaluation, model, date);
  }
  /// How the removals that were decided are carried out.
  [[nodiscard]] Json plans(const Model& model, std::string_view date = {}) const {
    return asked(rg_review_plans, model, date);
  }

 private:
  explicit Review(detail::Owned<rg_review> held) : Handle(std::move(held)) {}

  template <class Function>
  [[nodiscard]] Json asked(Function function, const Model& model, std::string_view date) const {
    const std::string on = detail::ended(date, "date");
    return Json::parse(
        detail::taken(function, get(), model.get(), on.empty() ? nullptr : on.c_str()));
  }
};

/// Where the event was refused, `review` says what the one before said.
struct Review::Applied {
  Review review;  ///< With the event in it.
  bool applied;   ///< Is it?
  Json answer;    ///< `refused`: what speaks against it, and who could decide instead.
};

inline Review::Applied Review::apply(const Model& model, std::string_view event) const {
  std::int32_t applied = 0;
  rg_review* after = nullptr;
  rg_text* answer = nullptr;
  detail::call(rg_review_apply, get(), model.get(), event.data() ? event.data() : "", event.size(),
               &applied, &after, &answer);
  detail::Owned<rg_review> held(after);
  const detail::Owned<rg_text> said(answer);
  return {Review(std::move(held)), applied != 0, Json::parse(rg_text_data(said.get(), nullptr))};
}

}  // namespace v0_1
}  // namespace regelgraf::over_c
