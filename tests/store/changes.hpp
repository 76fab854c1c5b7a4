#pragma once

// Short ways to write change sets down.

#include <string>

#include <regelgraf/store.hpp>

namespace regelgraf::test {

inline Instant at(const std::string& text) { return instant_from_text(text).value(); }

/// The @p minute of a long day.
inline Instant minute(std::int64_t number) {
  return {at("2026-01-01T00:00:00Z").since_epoch + number * 60'000'000};
}

/// A change set from the JSON of its fields; who, when and why are set where they are not in it.
inline ChangeSet change(const std::string& fields, Instant when = minute(0)) {
  std::vector<Finding> findings;
  auto read = change_set_from_json("{\"regelgraf_change\":1," + fields + "}", "change", findings);
  if (!read) throw std::logic_error(findings.at(0).message.en);
  if (read->by.empty()) read->by = "sekretariatet";
  if (read->why.empty()) read->why = "prøve";
  if (read->at == Instant{}) read->at = when;
  return *read;
}

inline const std::string head = R"("head":{"id":"m","name":{"da":"Ærø"}})";

inline std::string council() {
  return R"({"id":"byraad","kind":"actor","tier":"council","form":"body"})";
}
inline std::string rule(const std::string& id, const std::string& more = "") {
  return R"({"id":")" + id + R"(","kind":"rule","instrument":"procedure","issuer":"byraad")" +
         (more.empty() ? "" : "," + more) + "}";
}
/// A head, a council and a rule `r`.
inline ChangeSet beginning(Instant when = minute(0)) {
  return change(head + ",\"put\":[" + council() + "," + rule("r") + "]", when);
}

}  // namespace regelgraf::test
