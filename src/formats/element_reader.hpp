#pragma once

// One element, or one head, of a model file (FORMATS section 1).

#include <string_view>
#include <vector>

#include <regelgraf/element.hpp>

#include "json/reader.hpp"

namespace regelgraf::formats {

/// Reads elements and heads through a Reader, which collects what does not fit.
class ElementReader {
 public:
  explicit ElementReader(json::Reader& reader) : in_(reader) {}

  /// Reads the element @p value into @p element. False where it is no object or has no known kind;
  /// what else does not fit is in the reader's findings.
  bool element(json::Value& value, Element& element);

  /// Reads the head (the value of `model`).
  bool head(json::Value& value, Head& head);

 private:
  using Value = json::Value;
  bool shared(std::string_view key, Value& value, Element& e);
  bool own(std::string_view key, Value& value, Actor& a);
  bool own(std::string_view key, Value& value, Matter& m);
  bool own(std::string_view key, Value& value, Rule& r);
  bool own(std::string_view key, Value& value, Task& t);
  bool own(std::string_view key, Value& value, Duty& d);
  bool own(std::string_view key, Value& value, Goal& g);
  bool own(std::string_view key, Value& value, Grant& g);
  bool own(std::string_view key, Value& value, Involvement& i);
  bool own(std::string_view key, Value& value, Bar& b);
  bool scope(std::string_view key, Value& value, Scope& s);

  void id(Value& value, std::string& out);
  void ids(Value& value, Ids& out);
  void only_one(Value& value, std::string& out);
  void requirements(Value& value, std::vector<Requirement>& out);
  void requirement(Value& value, std::vector<Requirement>& out);
  void over(Value& value, std::vector<OverEntry>& out);
  void condition(Value& value, std::vector<Condition>& out);
  void patterns(Value& value, std::vector<ActorPattern>& out);
  void holders(Value& value, std::vector<Holder>& out);
  void concur(Value& value, std::vector<Ids>& out);
  void body(Value& value, InvolvedBody& out);
  void jointly(Value& value, Jointly& out);
  void redelegable(Value& value, std::uint32_t& out);
  void burden(Value& value, Burden& out);
  bool burden_part(std::string_view key, Value& value, BurdenPart& out);
  void source(Value& value, Source& out);
  void claims(Value& value, Claims& out);
  void examined(Value& value, Examined& out);
  void period(Value& value, Period& out);
  void notice(Value& value, Notice& out);
  void adopted(Value& value, Adopted& out);
  void appeal(Value& value, Appeal& out);
  void also(Value& value, std::vector<AlsoNeeded>& out);
  void manner(Value& value, Manner& out);
  void fact(Value& value, std::vector<Fact>& out);
  void extra(std::string_view key, Value& value,
             std::vector<std::pair<std::string, std::string>>& out);
  void range(Value& value, std::optional<Range>& out);
  void figure(Value& value, std::optional<double>& out);
  void require(const Element& element, std::size_t at);
  void missing(std::size_t at, std::string_view field);

  [[nodiscard]] bool has(std::string_view key) const;

  json::Reader& in_;
  std::vector<std::string> seen_;  // fields of the element being read
};

/// Is @p text in Unicode normal form C?
[[nodiscard]] bool is_normal(std::string_view text);

}  // namespace regelgraf::formats
