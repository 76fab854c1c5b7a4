// The nomination table: text to rows, and everything that is amiss by row and column.

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include <regelgraf/detail/text.hpp>
#include <regelgraf/nominations.hpp>

#include "formats/bytes.hpp"
#include "review/nominations_words.hpp"
#include "review/personal_data.hpp"
#include "tables/condition.hpp"
#include "tables/csv.hpp"
#include "tables/words.hpp"

namespace regelgraf {
namespace collect {
namespace {

using tables::Cell;
using tables::one_line;
using tables::Record;
using tables::trimmed;

const Name how_to_save{"gem som UTF-8 (i Excel: CSV UTF-8, semikolonsepareret)",
                       "save as UTF-8 (in Excel: CSV UTF-8, semicolon delimited)"};

/// Would a spreadsheet compute it?
bool is_formula(std::string_view text) {
  return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

bool is_figure(Column column) {
  return column == Column::nr || column == Column::date || column == Column::times ||
         column == Column::minutes_from || column == Column::minutes_to ||
         column == Column::people || column == Column::cost;
}

/// 31-12-2026, 31.12.2026, 31/12/2026, 31/12-2026 in the Danish order; or 2026-12-31.
std::optional<Day> read_day(std::string_view text) {
  if (const auto day = day_from_text(text)) return day;
  std::string parts[3];
  std::size_t part = 0;
  for (const char c : text) {
    if (detail::is_digit(c))
      parts[part] += c;
    else if ((c == '-' || c == '.' || c == '/') && part < 2 && !parts[part].empty())
      ++part;
    else
      return std::nullopt;
  }
  if (part != 2 || parts[0].size() > 2 || parts[1].size() > 2 || parts[2].size() != 4)
    return std::nullopt;
  const auto two = [](const std::string& digits) {
    return digits.size() == 1 ? "0" + digits : digits;
  };
  return day_from_text(parts[2] + "-" + two(parts[1]) + "-" + two(parts[0]));
}

class NominationReader {
 public:
  NominationReader(const NominationOptions& options, const Limits& limits)
      : options_(options), watch_(limits) {}

  NominationTable read(std::string_view text) {
    const formats::Bytes bytes = formats::read_text(text, options_.max_bytes);
    if (!bytes.code.empty()) {
      error(bytes.code.c_str(), 0, 0, bytes.message);
      return done();
    }
    std::string content(bytes.text.data(), bytes.text.size());
    if (!is_text(content)) return done();
    mend_characters(content);
    tables::Csv csv = tables::read_csv(content);
    for (Finding& one : csv.findings) table_.findings.push_back(std::move(one));
    if (!has_errors(table_.findings)) rows(csv.records);
    return done();
  }

 private:
  NominationTable done() {
    if (has_errors(table_.findings)) table_.rows.clear();
    for (Finding& one : table_.findings) one.file = options_.file;
    std::stable_sort(table_.findings.begin(), table_.findings.end(),
                     [](const Finding& a, const Finding& b) {
                       return std::pair(a.line, a.column) < std::pair(b.line, b.column);
                     });
    return std::move(table_);
  }

  Finding& say(Severity severity, const char* code, std::size_t line, std::size_t column,
               Name message, Name advice = {}) {
    Finding& one = table_.findings.emplace_back();
    one.severity = severity;
    one.code = code;
    one.line = line;
    one.column = column;
    one.message = std::move(message);
    one.advice = std::move(advice);
    return one;
  }
  void error(const char* code, std::size_t line, std::size_t column, Name message,
             Name advice = {}) {
    say(Severity::error, code, line, column, std::move(message), std::move(advice));
  }
  /// About a cell of the row at hand.
  void about(Severity severity, const char* code, const Cell& cell, std::size_t at, Name message,
             Name advice = {}) {
    Finding& one =
        say(severity, code, cell.line, cell.column, std::move(message), std::move(advice));
    one.element = row_.nr;
    one.field = at < heads_.size() ? heads_[at] : std::string();
  }

  bool is_text(std::string_view text) {
    const std::size_t at = detail::find_invalid_utf8(text);
    if (at == std::string_view::npos) return true;
    const std::string_view before = text.substr(0, at);
    const auto line = 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
    const std::size_t begin =
        before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    const bool wide = text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
    const bool windows =
        std::string_view("\xE6\xF8\xE5\xC6\xD8\xC5\xA7\x96\x94\x93").find(text[at]) !=
        std::string_view::npos;
    const std::string row = std::to_string(line);
    Name message{"række " + row + " er ikke UTF-8", "row " + row + " is not UTF-8"};
    if (wide || windows) {
      const std::string what = wide ? "UTF-16" : "Windows-1252";
      message.da += "; tabellen ser ud til at være " + what;
      message.en += "; the table seems to be " + what;
    }
    error("bad_utf8", line, at - begin + 1, std::move(message), how_to_save);
    return false;
  }

  /// Control characters become spaces, so that one bad cell does not cost the table; line breaks of
  /// old Macs become line breaks. Places stay what they were.
  void mend_characters(std::string& text) {
    if (text.find('\n') == std::string::npos) std::replace(text.begin(), text.end(), '\r', '\n');
    std::size_t line = 1, begin = 0, told = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const auto byte = static_cast<unsigned char>(text[i]);
      if (byte == '\n') {
        ++line;
        begin = i + 1;
      }
      const bool lone = byte == '\r' && (i + 1 == text.size() || text[i + 1] != '\n');
      if (byte == '\t' || byte == '\n' || (byte == '\r' && !lone) || (byte >= 0x20 && byte != 0x7F))
        continue;
      text[i] = ' ';
      if (line == told) continue;  // once a row
      told = line;
      if (table_.findings.size() > tables::most_findings) continue;
      say(Severity::warning, "control_character", line, i - begin + 1,
          {"her står et styretegn, som er læst som et mellemrum",
           "a control character stands here, and is read as a space"},
          {"ret cellen", "mend the cell"});
    }
  }

  void rows(const std::vector<Record>& records) {
    if (records.empty()) {
      error("empty", 0, 0, {"tabellen er tom", "the table is empty"});
      return;
    }
    const Record& head = records.front();
    if (head.cells.size() == 1 && column_of(head.cells.front().text) != Column::rule) {
      error("no_semicolons", head.line, 1,
            {"første række har kun én celle", "the first row has only one cell"},
            {"gem tabellen med semikolon mellem cellerne",
             "save the table with semicolons between the cells"});
      return;
    }
    if (!read_heads(head)) return;
    if (records.size() - 1 > options_.max_rows) {
      const std::string most = std::to_string(options_.max_rows);
      error("too_many_rows", records[options_.max_rows + 1].line, 1,
            {"tabellen har flere rækker end " + most, "the table has more rows than " + most},
            {"del den", "split it"});
      return;
    }
    watch_.stage("read", records.size());
    for (std::size_t i = 1; i < records.size(); ++i) {
      watch_.must_step(1, 2000);
      if (table_.findings.size() > tables::most_findings) {
        error("too_many_findings", records[i].line, 1,
              {"så mange fund har en tabel ikke; resten er ikke læst",
               "a table has no such number of findings; the rest is not read"},
              {"er det den rigtige fil?", "is it the right file?"});
        return;
      }
      read_row(records[i]);
    }
  }

  bool read_heads(const Record& head) {
    bool rule = false, good = true;
    std::set<std::string> seen;
    for (std::size_t i = 0; i < head.cells.size(); ++i) {
      const Cell& cell = head.cells[i];
      std::string name = one_line(cell.text);
      const bool bad =
          name.size() > 200 || (!options_.allow_personal_data && personal_data(name, false));
      if (bad) {
        say(Severity::warning, name.size() > 200 ? "too_large_cell" : "personal_data", cell.line,
            cell.column,
            {"kolonnens navn kan ikke bruges og gentages ikke her",
             "the column's head cannot be used and is not repeated here"},
            {"giv kolonnen et kort navn", "give the column a short head"});
        name.clear();
      }
      const auto known = column_of(name);
      rule = rule || known == Column::rule;
      if (!name.empty() && !seen.insert(tables::lower(name)).second) {
        error("repeated_column", cell.line, cell.column,
              {"to kolonner hedder `" + name + "`", "two columns are called `" + name + "`"},
              {"kald dem hver sit", "give each its own head"});
        good = false;
      }
      if (name.empty()) name = "kolonne " + std::to_string(i + 1);
      if (!known) {
        if (!trimmed(cell.text).empty())
          say(Severity::note, "extra_column", cell.line, cell.column,
              {"kolonnen `" + name + "` er ikke en af dem, der læses, og er gemt som bemærkninger",
               "the column `" + name + "` is none of those that are read, and is kept as notes"});
        if (!trimmed(cell.text).empty()) table_.extra.push_back(name);
      }
      heads_.push_back(std::move(name));
      known_.push_back(known);
    }
    if (!rule) {
      error("no_rule_column", head.line, 1,
            {"ingen kolonne hedder `regel`", "no column is called `regel`"},
            {"første række skal være kolonnernes navne, og `regel` skal være en af dem",
             "the first row must be the heads of the columns, and `regel` one of them"});
      return false;
    }
    std::string missing;
    for (std::size_t c = 0; c < column_heads.size(); ++c)
      if (std::find(known_.begin(), known_.end(), static_cast<Column>(c)) == known_.end())
        missing += (missing.empty() ? "" : ", ") + std::string(column_heads[c]);
    if (!missing.empty())
      say(Severity::note, "missing_column", head.line, 1,
          {"disse kolonner er der ikke: " + missing, "these columns are not there: " + missing});
    return good;
  }

  void read_row(const Record& record) {
    row_ = {};
    minutes_from_.reset();
    minutes_to_.reset();
    row_.line = record.line;
    number(record);
    for (std::size_t i = 0; i < record.cells.size(); ++i) cell(record.cells[i], i);
    if (record.cells.size() < heads_.size())
      about(Severity::note, "too_few_cells", record.cells.back(), record.cells.size(),
            {"rækken har kun " + std::to_string(record.cells.size()) + " celler af " +
                 std::to_string(heads_.size()),
             "the row has only " + std::to_string(record.cells.size()) + " cells of " +
                 std::to_string(heads_.size())});
    if (record.cells.size() > heads_.size())
      about(Severity::warning, "too_many_cells", record.cells[heads_.size()], heads_.size(),
            {"rækken har flere celler end kolonner; resten er gemt som bemærkninger",
             "the row has more cells than columns; the rest is kept as notes"},
            {"sæt celler med semikolon i anførselstegn", "put cells with a semicolon in quotes"});
    if (row_.rule.empty())
      about(Severity::warning, "no_rule", record.cells.front(), rule_column(),
            {"rækken nævner ingen regel", "the row names no rule"},
            {"skriv, hvad reglen eller vanen kaldes", "write what the rule or habit is called"});
    take_minutes(record);
    table_.rows.push_back(std::move(row_));
  }

  [[nodiscard]] std::size_t rule_column() const {
    return static_cast<std::size_t>(std::find(known_.begin(), known_.end(), Column::rule) -
                                    known_.begin());
  }

  /// First, so that what is said of other cells names the row.
  void number(const Record& record) {
    row_.nr = "#" + std::to_string(record.line);
    for (std::size_t i = 0; i < record.cells.size() && i < known_.size(); ++i) {
      if (known_[i] != Column::nr) continue;
      const Cell& cell = record.cells[i];
      const std::string nr = one_line(cell.text);
      if (nr.empty() || refused(cell, i, nr)) return;
      if (nr.size() > 60) {
        about(Severity::warning, "too_large_cell", cell, i,
              {"så langt er et nummer ikke", "no number is as long as this"});
        return;
      }
      if (!numbers_.insert(nr).second) {
        about(Severity::warning, "repeated_number", cell, i,
              {"nummeret er brugt før; rækken kaldes " + row_.nr,
               "the number was used before; the row is called " + row_.nr},
              {"giv hver række sit nummer", "give each row its own number"});
        return;
      }
      row_.nr = nr;
    }
  }

  /// Is the cell not to be read? It is then reported.
  bool refused(const Cell& cell, std::size_t at, std::string_view text) {
    if (text.size() > options_.max_cell) {
      about(Severity::warning, "too_large_cell", cell, at,
            {"cellen fylder " + std::to_string(text.size()) + " bytes og er ikke læst",
             "the cell has " + std::to_string(text.size()) + " bytes and is not read"},
            {"skriv det kort; højst " + std::to_string(options_.max_cell) + " bytes",
             "write it briefly; at most " + std::to_string(options_.max_cell) + " bytes"});
      return true;
    }
    if (options_.allow_personal_data) return false;
    const bool figure = at < known_.size() && known_[at] && is_figure(*known_[at]);
    const auto found = personal_data(text, figure);
    if (!found) return false;
    const Name what = *found == Personal::cpr
                          ? Name{"ligner et CPR-nummer", "looks like a CPR number"}
                      : *found == Personal::mail
                          ? Name{"ligner en e-mailadresse", "looks like an e-mail address"}
                          : Name{"ligner et telefonnummer", "looks like a telephone number"};
    about(Severity::warning, "personal_data", cell, at,
          {"cellen " + what.da + "; den er ikke læst og gentages ikke",
           "the cell " + what.en + "; it is not read and not repeated"},
          {"skriv roller og enheder, aldrig personer", "write roles and units, never persons"});
    return true;
  }

  void cell(const Cell& cell, std::size_t at) {
    const auto known = at < known_.size() ? known_[at] : std::nullopt;
    if (known == Column::nr) return;
    const std::string_view text = trimmed(cell.text);
    if (text.empty() || refused(cell, at, text)) return;
    const bool counted = known && is_figure(*known);
    if (!counted && is_formula(cell.text) && text.size() > 1)
      about(Severity::note, "formula", cell, at,
            {"et regneark kunne tage cellen for en formel; den er læst som tekst",
             "a spreadsheet could take the cell for a formula; it is read as text"});
    if (!known) {
      row_.notes.emplace_back(at < heads_.size() ? heads_[at] : "kolonne " + std::to_string(at + 1),
                              tables::normal(text));
      return;
    }
    value(*known, cell, at, text);
  }

  void value(Column column, const Cell& cell, std::size_t at, std::string_view text) {
    switch (column) {
      case Column::nr:
        return;
      case Column::date:
        row_.date = read_day(text);
        if (!row_.date)
          about(Severity::warning, "unreadable_date", cell, at,
                {"cellen er ikke en dag", "the cell is no day"},
                {"skriv dagen som 2026-03-31 eller 31-03-2026",
                 "write the day as 2026-03-31 or 31-03-2026"});
        return;
      case Column::unit:
        row_.unit = tables::normal(one_line(text));
        return;
      case Column::rule:
        row_.rule = tables::normal(one_line(text));
        return;
      case Column::description:
        row_.description = tables::normal(text);
        return;
      case Column::area:
        row_.area = tables::normal(one_line(text));
        return;
      case Column::type:
        row_.type = tables::normal(one_line(text));
        row_.instrument = instrument_of(text);
        if (!row_.instrument)
          about(Severity::note, "unknown_type", cell, at,
                {"typen er ikke en af dem, der kendes; den er gemt, som den står",
                 "the type is none of those that are known; it is kept as it stands"},
                {"fx arbejdsgang, instruks, dokumentationskrav, kvalitetsstandard, politik, "
                 "administrativ retningslinje, praksis",
                 "as arbejdsgang, instruks, dokumentationskrav, kvalitetsstandard, politik, "
                 "administrativ retningslinje, praksis"});
        return;
      case Column::decided_by:
        row_.decided_by = decided_by_of(text);
        if (!row_.decided_by)
          unreadable_word(cell, at,
                          "institutionen, forvaltningen, byrådet, staten, aftale, ved ikke");
        return;
      case Column::proposal:
        row_.proposal = proposal_of(text);
        if (!row_.proposal)
          unreadable_word(cell, at, "fjern, forenkl, erstat, forandr, forankr, fasthold");
        return;
      case Column::ground:
        row_.ground = tables::normal(one_line(text));
        return;
      case Column::purpose:
        row_.purpose = tables::normal(text);
        return;
      case Column::used_by:
        row_.used_by = tables::normal(one_line(text));
        return;
      case Column::replacement:
        row_.replacement = tables::normal(text);
        return;
      case Column::risk:
        row_.risk = tables::normal(text);
        return;
      case Column::times:
        row_.times_per_year = interval(cell, at, text);
        return;
      case Column::minutes_from:
        minutes_from_ = figure(cell, at, text);
        return;
      case Column::minutes_to:
        minutes_to_ = figure(cell, at, text);
        return;
      case Column::people:
        row_.people = figure(cell, at, text);
        return;
      case Column::cost:
        row_.cost = figure(cell, at, text, true);
        return;
    }
  }

  void unreadable_word(const Cell& cell, std::size_t at, const char* words) {
    about(Severity::warning, "unreadable_word", cell, at,
          {"cellen er ikke et af de ord, der kendes her",
           "the cell is none of the words that are known here"},
          {std::string("skriv et af: ") + words, std::string("write one of: ") + words});
  }

  /// A number that is not below 0, and nothing after it but, with @p crowns, `kr`.
  static std::optional<double> plain_figure(std::string_view text, bool crowns) {
    std::string_view rest = text;
    auto read = tables::take_number(rest);
    if (!read || *read < 0) return std::nullopt;
    rest = trimmed(rest);
    if (crowns) {
      *read *= tables::take_factor(rest);
      const std::string unit = tables::lower(trimmed(rest));
      if (unit == "kr" || unit == "kr." || unit == "kroner" || unit == "dkk" || unit == ",-")
        rest = {};
    }
    if (!rest.empty() || *read > 1e12) return std::nullopt;
    return read;
  }

  std::optional<double> figure(const Cell& cell, std::size_t at, std::string_view text,
                               bool crowns = false) {
    const auto read = plain_figure(text, crowns);
    if (!read)
      about(Severity::warning, "unreadable_number", cell, at,
            {"cellen er ikke et tal fra 0 og op", "the cell is no number from 0 up"},
            {"skriv tallet med komma for decimaler: 12,5",
             "write the number with a decimal comma: 12,5"});
    return read;
  }

  /// A number, or two with a dash between.
  std::optional<Range> interval(const Cell& cell, std::size_t at, std::string_view text) {
    if (const auto one = plain_figure(text, false)) return Range{*one, *one, *one};
    std::size_t dash = text.find("–"), width = 3;
    if (dash == std::string_view::npos) {
      dash = text.find('-');
      width = 1;
    }
    if (dash != std::string_view::npos) {
      const auto low = plain_figure(trimmed(text.substr(0, dash)), false);
      const auto high = plain_figure(trimmed(text.substr(dash + width)), false);
      if (low && high && *low <= *high) return Range{*low, (*low + *high) / 2, *high};
    }
    about(
        Severity::warning, "unreadable_number", cell, at,
        {"cellen er ikke et antal gange om året", "the cell is no number of times a year"},
        {"skriv antallet for én medarbejder: hver uge er 52, hver måned 12; et spænd er 10-12",
         "write the number for one employee: every week is 52, every month 12; a range is 10-12"});
    return std::nullopt;
  }

  void take_minutes(const Record& record) {
    if (minutes_from_ && minutes_to_ && *minutes_to_ < *minutes_from_) {
      std::size_t at = 0;
      for (std::size_t i = 0; i < known_.size(); ++i)
        if (known_[i] == Column::minutes_to) at = i;
      about(Severity::warning, "out_of_order", record.cells[at], at,
            {"`minutter til` er mindre end `minutter fra`; ingen af dem er brugt",
             "`minutter til` is less than `minutter fra`; neither is used"},
            {"skriv det mindste først", "write the lesser one first"});
      return;
    }
    if (!minutes_from_ && !minutes_to_) return;
    const double low = minutes_from_.value_or(minutes_to_.value_or(0));
    const double high = minutes_to_.value_or(low);
    row_.minutes = Range{low, (low + high) / 2, high};
  }

  const NominationOptions& options_;
  detail::Watch watch_;
  NominationTable table_;
  std::vector<std::string> heads_;
  std::vector<std::optional<Column>> known_;
  std::set<std::string> numbers_;
  Nomination row_;
  std::optional<double> minutes_from_, minutes_to_;
};

}  // namespace
}  // namespace collect

NominationTable read_nominations(std::string_view text, const NominationOptions& options,
                                 const Limits& limits) {
  return collect::NominationReader(options, limits).read(text);
}

}  // namespace regelgraf
