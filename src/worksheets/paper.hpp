#pragma once

// Paper: pages of A4, each a block of its own.

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include <regelgraf/worksheets.hpp>

#include "html/writer.hpp"

namespace regelgraf::worksheets_of {

/// @p text cut to what @p lines of @p letters average letters hold.
[[nodiscard]] std::string fit(std::string_view text, double letters, std::size_t lines);

/// One sheet while it is written.
class Paper {
 public:
  /// @p about stands in every header: whose sheet it is.
  Paper(Sheet sheet, Language language, std::string title, std::string about, std::string model);

  [[nodiscard]] std::string say(const char* da, const char* en) const {
    return language_ == Language::da ? da : en;
  }
  [[nodiscard]] Language language() const { return language_; }

  /// Begins a page. @p more stands behind the title: which rule the page is about.
  void page(const std::string& more = {});
  /// Writes inside the page.
  html::Writer& out() { return out_; }

  void heading(const std::string& text);
  /// A line that tells what to do.
  void hint(const std::string& text);
  /// A name and what is known, cut to @p lines; empty: a line to write on.
  void field(const std::string& name, const std::string& known, std::size_t lines = 2);
  /// Fields side by side, all to be written on.
  void blanks(std::initializer_list<std::string> names);
  /// @p count empty lines.
  void lines(int count);
  /// Empty lines down to the end of the page, or a share of what is left.
  void fill();
  /// Small boxes to tick.
  void ticks(std::initializer_list<std::string> names);
  void list(const std::vector<std::string>& items);

  /// A table: heads, rows of texts, and @p empty rows to write on. @p sizes: a class a column.
  void table(std::initializer_list<const char*> sizes, std::initializer_list<std::string> heads,
             const std::vector<std::vector<std::string>>& rows, int empty, bool tall = false);

  /// The sheet, closed.
  struct Done {
    std::string title;
    std::uint32_t pages = 0;
    std::vector<std::string> bodies;  ///< Each page, open for its number.
  };
  [[nodiscard]] Done done();

 private:
  void end_page();

  Sheet sheet_;
  Language language_;
  std::string title_, about_, model_;
  html::Writer out_;
  std::vector<std::string> bodies_;
  bool open_ = false;
};

/// A page of HTML that holds the given sheets.
[[nodiscard]] std::string document(Language language, const std::string& title,
                                   const std::string& model,
                                   const std::vector<Paper::Done>& sheets);

}  // namespace regelgraf::worksheets_of
