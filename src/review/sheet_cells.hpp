#pragma once

// The columns of the sheet as people read them, for CSV and HTML alike.

#include <string>
#include <vector>

#include <regelgraf/qualification.hpp>

namespace regelgraf::qualifying {

/// In one language.
class SheetText {
 public:
  SheetText(const Qualification& sheet, Language language) : sheet_(sheet), language_(language) {}

  [[nodiscard]] std::string operator()(const char* da, const char* en) const {
    return language_ == Language::da ? da : en;
  }
  [[nodiscard]] const std::string& operator()(const Name& name) const;
  /// The name of an element, else its id.
  [[nodiscard]] std::string named(const std::string& id) const;
  [[nodiscard]] std::string named(const Ids& ids) const;
  /// `12`, `8–15`, one decimal at most, and none from 100 on.
  [[nodiscard]] std::string hours(const Range& range) const;
  [[nodiscard]] std::string figure(double value) const;
  [[nodiscard]] std::string yes(bool value) const {
    return value ? (*this)("ja", "yes") : (*this)("nej", "no");
  }
  /// `5`, `færre end 3`.
  [[nodiscard]] std::string units(std::size_t units, bool few) const;
  [[nodiscard]] std::string proposals(const QualifiedRule& row) const;
  [[nodiscard]] std::string decider(const SheetDecider& decider) const;
  [[nodiscard]] std::string involved(const SheetInvolved& one) const;
  /// The first option, and that it depends.
  [[nodiscard]] std::string decides(const QualifiedRule& row) const;
  [[nodiscard]] std::string title(const QualifiedRule& row) const;

  /// Heads and cells of the whole table, in their order.
  [[nodiscard]] std::vector<std::string> heads() const;
  [[nodiscard]] std::vector<std::string> cells(const QualifiedRule& row) const;

 private:
  const Qualification& sheet_;
  Language language_;
};

}  // namespace regelgraf::qualifying
