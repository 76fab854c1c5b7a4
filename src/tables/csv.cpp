#include "tables/csv.hpp"

#include <algorithm>
#include <utility>

namespace regelgraf::tables {

namespace {

constexpr std::string_view white = " \t\r\n";

class CsvReader {
 public:
  explicit CsvReader(std::string_view text) : text_(text) {}

  Csv read() {
    while (at_ < text_.size() && !failed_) {
      row();
      if (csv_.findings.size() > most_findings)
        report(Severity::error, "too_many_findings", line_, 1,
               {"så mange fund har en tabel ikke; resten er ikke læst",
                "a table has no such number of findings; the rest is not read"},
               {"er det den rigtige fil?", "is it the right file?"});
    }
    return std::move(csv_);
  }

 private:
  [[nodiscard]] std::size_t column() const { return at_ - line_begin_ + 1; }

  void report(Severity severity, const char* code, std::size_t line, std::size_t column,
              Name message, Name advice) {
    Finding finding;
    finding.severity = severity;
    finding.code = code;
    finding.line = line;
    finding.column = column;
    finding.message = std::move(message);
    finding.advice = std::move(advice);
    csv_.findings.push_back(std::move(finding));
    failed_ = failed_ || severity == Severity::error;
  }

  /// Is a line break here? Steps over it.
  bool line_break() {
    if (text_.substr(at_, 2) == "\r\n")
      at_ += 2;
    else if (text_.substr(at_, 1) == "\n")
      at_ += 1;
    else
      return false;
    ++line_;
    line_begin_ = at_;
    return true;
  }

  /// Takes one byte of a cell; false where it cannot stand in a table.
  bool take(Cell& cell) {
    const auto byte = static_cast<unsigned char>(text_[at_]);
    if ((byte < 0x20 && byte != '\t') || byte == 0x7F) {
      report(Severity::error, "control_character", line_, column(),
             {"her står et styretegn, som ikke hører til i en tabel",
              "a control character that has no place in a table stands here"},
             {"gem tabellen igen som CSV UTF-8", "save the table again as CSV UTF-8"});
      return false;
    }
    cell.text += text_[at_++];
    return true;
  }

  void row() {
    Record record;
    record.line = line_;
    bool empty = true;
    for (;;) {
      Cell cell;
      cell.line = line_;
      cell.column = column();
      if (at_ < text_.size() && text_[at_] == '"' ? !quoted(cell) : !plain(cell)) return;
      empty = empty && trimmed(cell.text).empty();
      record.cells.push_back(std::move(cell));
      if (at_ < text_.size() && text_[at_] == ';') {
        ++at_;
        continue;
      }
      break;
    }
    if (at_ < text_.size()) line_break();
    if (!empty) csv_.records.push_back(std::move(record));
  }

  bool plain(Cell& cell) {
    bool told = false;
    while (at_ < text_.size() && text_[at_] != ';' && text_[at_] != '\n' &&
           text_.substr(at_, 2) != "\r\n") {
      if (text_[at_] == '"' && !told) {
        told = true;
        report(Severity::warning, "stray_quote", line_, column(),
               {"et anførselstegn midt i en celle er læst, som det står",
                "a quotation mark within a cell is read as it stands"},
               {"sæt hele cellen i anførselstegn, og skriv dem i den dobbelt",
                "put the whole cell in quotation marks, and double those in it"});
      }
      if (!take(cell)) return false;
    }
    return true;
  }

  bool quoted(Cell& cell) {
    ++at_;
    for (;;) {
      if (at_ >= text_.size()) {
        report(Severity::error, "unclosed_quote", cell.line, cell.column,
               {"anførselstegnet, der begynder her, bliver aldrig lukket",
                "the quotation mark that begins here is never closed"},
               {"luk cellen med et anførselstegn", "close the cell with a quotation mark"});
        return false;
      }
      if (text_[at_] == '"') {
        if (text_.substr(at_, 2) == "\"\"") {
          cell.text += '"';
          at_ += 2;
          continue;
        }
        ++at_;
        break;
      }
      if (line_break())
        cell.text += '\n';
      else if (!take(cell))
        return false;
    }
    if (at_ < text_.size() && text_[at_] != ';' && text_[at_] != '\n' &&
        text_.substr(at_, 2) != "\r\n") {
      report(Severity::error, "text_after_quote", line_, column(),
             {"efter cellens sidste anførselstegn ventes `;` eller linjeskift",
              "after a cell's last quotation mark comes `;` or a line break"},
             {"skriv anførselstegn inde i en celle dobbelt",
              "double the quotation marks within a cell"});
      return false;
    }
    return true;
  }

  std::string_view text_;
  Csv csv_;
  std::size_t at_ = 0, line_ = 1, line_begin_ = 0;
  bool failed_ = false;
};

}  // namespace

Csv read_csv(std::string_view text) { return CsvReader(text).read(); }

std::string csv_cell(std::string_view text) {
  const bool plain = text.find_first_of(";\"\n") == std::string_view::npos &&
                     (text.empty() || (text.front() != ' ' && text.back() != ' '));
  if (plain) return std::string(text);
  std::string cell = "\"";
  for (const char c : text) {
    if (c == '"') cell += '"';
    cell += c;
  }
  return cell + '"';
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(white);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(white) - first + 1);
}

std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : trimmed(text)) {
    if (white.find(c) == std::string_view::npos)
      line += c;
    else if (line.back() != ' ')
      line += ' ';
  }
  return line;
}

}  // namespace regelgraf::tables
