// The sheet as a table.

#include <string>
#include <string_view>

#include <regelgraf/qualification.hpp>

#include "review/sheet_cells.hpp"
#include "tables/csv.hpp"

namespace regelgraf {
namespace qualifying {
namespace {

/// A cell that no spreadsheet computes: an apostrophe before what could begin a formula, also
/// behind white space that some take away.
std::string safe_cell(std::string text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  const bool formula = first != std::string::npos &&
                       std::string_view("=+-@").find(text[first]) != std::string_view::npos;
  if (formula || text.starts_with('\t') || text.starts_with('\r')) text.insert(0, 1, '\'');
  return tables::csv_cell(text);
}

void put_line(std::string& out, const std::vector<std::string>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ';';
    out += safe_cell(cells[i]);
  }
  out += "\r\n";
}

}  // namespace
}  // namespace qualifying

std::string qualification_csv(const Qualification& sheet, Language language) {
  const qualifying::SheetText text(sheet, language);
  std::string out = "\xEF\xBB\xBF";
  qualifying::put_line(out, text.heads());
  for (const QualifiedRule& row : sheet.rules) qualifying::put_line(out, text.cells(row));
  return out;
}

}  // namespace regelgraf
