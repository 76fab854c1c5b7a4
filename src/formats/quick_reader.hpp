#pragma once

// The common form of an element, read in one pass straight into records.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include <regelgraf/detail/records.hpp>

namespace regelgraf::formats {

/// Reads rules, tasks, duties and goals whose fields are those most elements have, spelled without
/// escapes and without anything to report. It takes nothing that ElementReader would report on, and
/// what it takes it reads as ElementReader does; the rest is left to that one.
class QuickReader {
 public:
  explicit QuickReader(detail::Records& records) : records_(records) {}

  /// Reads the element whose brace is text[@p at]; the text is UTF-8, with 32 bytes behind it that
  /// may be read. @return The place behind its end, 0 where it was not read, as it is not where it
  /// is to be @p on_one_line and is not.
  std::size_t element(std::string_view text, std::size_t at, std::uint32_t layer, bool on_one_line);

 private:
  struct Text {
    const char* data = nullptr;
    std::uint32_t size = 0;
    bool ascii = true;
    [[nodiscard]] std::string_view view() const { return {data, size}; }
  };
  struct Ref {
    std::string_view id;
    std::uint32_t hash = 0;
  };
  struct Requirements {
    struct One {
      std::uint32_t at_least = 1;
      std::uint32_t count = 0;
    };
    std::vector<One> all;
    std::vector<Ref> of;
  };
  struct Figures {
    bool there = false;
    Range range;
  };

  // Each reads one value; false where it is not of the common form.
  bool object();
  bool field(std::string_view key);
  bool text(Text& out);
  bool plain_text(std::string_view& out);
  bool id(Ref& out);
  bool ids(std::vector<Ref>& out);
  bool texts(std::vector<std::string_view>& out);
  bool requirements(Requirements& out);
  bool requirement(Requirements& out);
  bool name();
  bool source();
  bool valid();
  bool examined();
  bool burden();
  bool range(Figures& out);
  bool number(double& out);
  bool small_whole(std::uint32_t& out);
  bool boolean(bool& out);
  template <class Word>
  bool word(Word& out);
  template <class Each>
  bool members(const Each& each);
  template <class Each>
  bool list(const Each& each);

  void skip_space();
  bool take(char c);
  bool take_all(std::string_view spelled);
  bool once(std::uint32_t field);
  [[nodiscard]] bool fields_fit() const;
  void keep(std::uint32_t layer);
  void put(const std::vector<Ref>& refs);
  void put(const Requirements& requirements);

  detail::Records& records_;
  const char* at_ = nullptr;
  bool on_one_line_ = false;

  // The element that is being read.
  std::uint32_t seen_ = 0;
  Ref id_;
  Kind kind_ = Kind::rule;
  Status status_ = Status::in_force;
  Access access_ = Access::open;
  std::string_view name_da_, name_en_, note_;
  Requirements basis_, needs_;
  std::vector<Ref> serves_, uses_, concerns_, places_, issuers_;
  std::vector<std::string_view> tags_;
  std::string_view source_[6];
  Period valid_;
  Day examined_on_;
  std::string_view examined_by_;
  Instrument instrument_ = Instrument::practice;
  Frame frame_ = Frame::fixed;
  bool marked_ = false;
  Figures minutes_, times_, people_, one_off_, rate_, least_minutes_, least_times_, least_people_,
      least_one_off_;
  bool minimum_ = false;
  std::string_view burden_from_;
};

}  // namespace regelgraf::formats
