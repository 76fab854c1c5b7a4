#pragma once

// JSON text in, one pass, through simdjson On-Demand: fast, strict, and a value's place in the text
// is a pointer away. What does not fit is reported with its place and field, and reading goes on.

#include <simdjson.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include <regelgraf/finding.hpp>

namespace regelgraf::json {

using Value = simdjson::ondemand::value;
using Object = simdjson::ondemand::object;

/// A finding and the place of the value it is about.
struct Located {
  Finding finding;
  std::size_t offset = 0;
};

/// Reads values of known shape and collects what does not fit.
class Reader {
 public:
  /// @p text is what offsets count from.
  explicit Reader(std::string_view text) : text_(text) {}
  /// From here on values lie in @p text, which begins at @p before of what offsets count from.
  void go_on_in(std::string_view text, std::size_t before) {
    text_ = text;
    before_ = before;
  }

  /// Findings from here on are about the element @p id, their paths begin in it.
  void enter_element(std::string id) {
    element_ = std::move(id);
    base_ = path_.size();
  }
  /// Findings from here on are about the file.
  void leave_element() {
    element_.clear();
    base_ = 0;
  }
  [[nodiscard]] std::size_t offset_of(Value& value) const {
    return offset_of(value.raw_json_token().data());
  }
  /// Of a place in the text.
  [[nodiscard]] std::size_t offset_of(const char* at) const {
    return before_ + static_cast<std::size_t>(at - text_.data());
  }

  Finding& report(std::size_t offset, std::string_view code, std::string da, std::string en);
  /// Reports that a value is not of the expected sort; @p da and @p en name the sort.
  void expected(Value& value, std::string_view da, std::string_view en);

  std::vector<Located> findings;

  /// @brief The text at @p value, to be read again later; empty where there is none.
  ///
  /// The parser has room to unescape each text of a document once. Whoever reads one twice has to
  /// do the first time without that room.
  [[nodiscard]] static std::string look_ahead(Value& value);

  /// @name Values. Each returns false, having reported, where the value does not fit.
  /// @{
  bool text(Value& value, std::string& out);
  bool number(Value& value, double& out);
  bool boolean(Value& value, bool& out);
  /// A whole number from @p least on.
  bool whole(Value& value, std::uint32_t least, std::uint32_t& out);
  bool date(Value& value, Day& out);
  bool name(Value& value, Name& out);
  bool range(Value& value, Range& out);
  bool fact_value(Value& value, FactValue& out);
  /// A text from a closed list of words.
  template <class Word>
  bool word(Value& value, Word& out) {
    std::string spelled;
    const std::size_t at = offset_of(value);
    if (!text(value, spelled)) return false;
    if (const auto known = from_text<Word>(spelled)) {
      out = *known;
      return true;
    }
    unknown_word(at, spelled, words<Word>());
    return false;
  }
  /// One text, or a list of texts.
  bool texts(Value& value, Ids& out);
  /// Any JSON, kept as canonical text. Nesting beyond 64 is refused.
  bool any(Value& value, std::string& out, int depth = 0);
  /// @}

  /// Calls @p read(value) for each value of a list, or for a single value.
  template <class Read>
  void each(Value& value, const Read& read) {
    if (value.type() != simdjson::ondemand::json_type::array) {
      read(value);
      return;
    }
    simdjson::ondemand::array array = value.get_array();
    int index = 0;
    for (auto item : array) {
      Value inner = item.value();
      const Step step(*this, {}, index++);
      read(inner);
    }
  }

  /// Calls @p read(key, value) for each field of an object; false means the key is unknown. Reports
  /// unknown and repeated keys. Returns false when the value is no object.
  template <class Read>
  bool fields(Value& value, const Read& read) {
    if (value.type() != simdjson::ondemand::json_type::object) {
      expected(value, "et objekt", "an object");
      return false;
    }
    Object object = value.get_object();
    fields_of(object, read);
    return true;
  }

  template <class Read>
  void fields_of(Object& object, const Read& read) {
    std::vector<std::string> seen;
    std::unordered_set<std::string> more;  // a search of few is quicker in a list, of many not
    for (auto field : object) {
      const std::string key(std::string_view(field.unescaped_key()));
      Value inner = field.value();
      const Step step(*this, key, -1);
      const std::size_t at = offset_of(inner);
      if (std::find(seen.begin(), seen.end(), key) != seen.end() || more.contains(key)) {
        report(at, "duplicate_field", "feltet står to gange", "the field stands twice");
        continue;
      }
      if (!read(std::string_view(key), inner)) unknown_field(at, key);
      if (seen.size() < 32)
        seen.push_back(key);
      else
        more.insert(key);
    }
  }

  /// While alive, findings are about this field or list entry too.
  class Step {
   public:
    Step(Reader& reader, std::string_view field, int index) : reader_(reader) {
      reader_.path_.push_back({field, index});
    }
    ~Step() { reader_.path_.pop_back(); }
    Step(const Step&) = delete;
    Step& operator=(const Step&) = delete;

   private:
    Reader& reader_;
  };

  [[nodiscard]] std::string path() const;

 private:
  void unknown_word(std::size_t at, std::string_view spelled,
                    std::span<const std::string_view> known);
  void unknown_field(std::size_t at, std::string_view key);

  struct Place {
    std::string_view field;
    int index;
  };

  std::string_view text_;
  std::size_t before_ = 0;
  std::string element_;
  std::size_t base_ = 0;
  std::vector<Place> path_;
};

}  // namespace regelgraf::json
