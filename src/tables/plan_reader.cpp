#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <regelgraf/delegation_plan.hpp>
#include <regelgraf/detail/text.hpp>
#include <regelgraf/error.hpp>

#include "files/files.hpp"
#include "formats/bytes.hpp"
#include "json/writer.hpp"
#include "tables/head.hpp"
#include "tables/row_reader.hpp"

namespace regelgraf {
namespace tables {
namespace {

/// The plan as a whole: what is there before its rows.
class PlanReader {
 public:
  PlanReader(std::string name, const PlanOptions& options)
      : name_(std::move(name)), options_(options) {
    const std::string& id = options.id;
    const bool plain = std::none_of(id.begin(), id.end(), [](char c) {
      return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    });
    if (id.empty() || id == "*" || id.size() > 60 || !plain ||
        detail::find_invalid_utf8(id) != std::string_view::npos || detail::has_cpr(id))
      throw Error(Errc::invalid_question, "expected an id of 1 to 60 bytes for the model", "id");
  }

  PlanDraft read(const formats::Bytes& bytes) {
    if (!bytes.code.empty()) {
      report(findings_, Severity::error, bytes.code.c_str(), nullptr, bytes.message);
      return done();
    }
    const std::string_view text = bytes.text.view();
    if (!is_text(text)) return done();
    Csv csv = read_csv(text);
    findings_ = std::move(csv.findings);
    if (!has_errors(findings_)) table(csv.records);
    return done();
  }

 private:
  bool is_text(std::string_view text) {
    const std::size_t at = detail::find_invalid_utf8(text);
    if (at == std::string_view::npos) return true;
    Cell place;
    const std::string_view before = text.substr(0, at);
    place.line = 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
    place.column =
        at - (before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1) + 1;
    const bool wide = text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
    const Name saved{"gem som UTF-8 (i Excel: CSV UTF-8, semikolonsepareret)",
                     "save as UTF-8 (in Excel: CSV UTF-8, semicolon delimited)"};
    report(findings_, Severity::error, "bad_utf8", &place,
           wide ? Name{"teksten er ikke UTF-8; den ser ud til at være UTF-16",
                       "the text is not UTF-8; it seems to be UTF-16"}
           : danish_in_windows(text[at])
               ? Name{"teksten er ikke UTF-8; den ser ud til at være Windows-1252",
                      "the text is not UTF-8; it seems to be Windows-1252"}
               : Name{"teksten er ikke UTF-8", "the text is not UTF-8"},
           saved);
    return false;
  }

  /// æ, ø, å, § and the dash as Windows-1252 has them.
  static bool danish_in_windows(char c) {
    return std::string_view("\xE6\xF8\xE5\xC6\xD8\xC5\xA7\x96\x94\x93").find(c) !=
           std::string_view::npos;
  }

  void table(const std::vector<Record>& rows) {
    if (rows.empty()) {
      report(findings_, Severity::error, "empty", nullptr,
             {"tabellen er tom", "the table is empty"});
      return;
    }
    if (!options_.allow_personal_data && personal_data(rows)) return;
    const Record& head = rows.front();
    if (head.cells.size() == 1) {
      report(findings_, Severity::error, "no_semicolons", &head.cells.front(),
             {"første række har kun én celle", "the first row has only one cell"},
             {"gem tabellen med semikolon mellem cellerne",
              "save the table with semicolons between the cells"});
      return;
    }
    columns_ = read_head(head, options_, findings_);
    if (has_errors(findings_) || unnamed_column_holds_something(rows)) return;
    draft_.emplace();
    add_bodies(head);
    add_plan();
    RowReader reader(options_, columns_, root_, *draft_, findings_);
    for (std::size_t i = 1; i < rows.size(); ++i) {
      reader.row(rows[i], head.cells.size());
      if (findings_.size() <= most_findings) continue;
      report(findings_, Severity::error, "too_many_findings", &rows[i].cells.front(),
             {"så mange fund har en plan ikke; resten er ikke læst",
              "a plan has no such number of findings; the rest is not read"},
             {"er det den rigtige fil?", "is it the right file?"});
      break;
    }
    Head made;
    made.id = options_.id;
    made.name = plan_name(options_);
    made.extends = options_.extends;
    made.facts = reader.facts();
    draft_->set_head(std::move(made));
  }

  bool personal_data(const std::vector<Record>& rows) {
    bool found = false;
    for (const Record& row : rows)
      for (const Cell& cell : row.cells) {
        if (!detail::has_cpr(cell.text)) continue;
        found = true;
        report(findings_, Severity::error, "personal_data", &cell,
               {"cellen ligner et CPR-nummer; det gentages ikke her",
                "the cell looks like a CPR number; it is not repeated here"},
               {"fjern det", "take it out"});
      }
    return found;
  }

  bool unnamed_column_holds_something(const std::vector<Record>& rows) {
    for (std::size_t i = 0; i < columns_.heads.size(); ++i) {
      if (!columns_.heads[i].empty()) continue;
      for (std::size_t row = 1; row < rows.size(); ++row) {
        if (i >= rows[row].cells.size() || trimmed(rows[row].cells[i].text).empty()) continue;
        report(findings_, Severity::error, "empty_head", &rows.front().cells[i],
               {"kolonnen har intet navn, men række " + std::to_string(rows[row].line) +
                    " i filen har noget i den",
                "the column has no head, but line " + std::to_string(rows[row].line) +
                    " of the file has something in it"},
               {"giv kolonnen et navn", "give the column a head"});
        return true;
      }
    }
    return false;
  }

  void add_bodies(const Record& head) {
    for (std::size_t i = 0; i < columns_.bodies.size(); ++i) {
      const Body& body = columns_.bodies[i];
      const Cell* const cell = body.column == Body::none_such ? nullptr : &head.cells[body.column];
      add_body(*draft_, options_, body, i == columns_.council, cell, findings_);
    }
  }

  /// The plan as a rule, and the council's general competence where no layer has it.
  void add_plan() {
    const std::string& council = columns_.bodies[columns_.council].id;
    Element plan;
    plan.id = options_.id + ":plan";
    plan.name = plan_name(options_);
    plan.valid = options_.valid;
    plan.basis = grounds();
    Rule rule;
    rule.instrument = Instrument::delegation_plan;
    rule.issuer = {council};
    plan.fields = std::move(rule);
    std::vector<std::string> order;
    for (const Body& body : columns_.bodies)
      if (body.column != Body::none_such) order.push_back(json::string(body.id));
    plan.extra.make().emplace_back(columns_field, json::list(order));
    draft_->add(std::move(plan));
    root_ = root_of_layers();
    if (!root_.empty()) return;
    root_ = options_.id + ":root";
    Element root;
    root.id = root_;
    root.name = {"Kommunalbestyrelsens almindelige kompetence", "The council's general competence"};
    root.basis = grounds();
    Grant grant;
    grant.by = Ground::statute;
    grant.to = {{council, false}};
    grant.powers = {"*"};
    grant.over = {{"*", {}, {}, {}}};
    grant.redelegable = redelegable_without_end;
    grant.residual = true;
    root.fields = std::move(grant);
    draft_->add(std::move(root));
  }

  [[nodiscard]] std::vector<Requirement> grounds() const {
    std::vector<Requirement> basis;
    for (const std::string& id : options_.basis) basis.push_back({1, {id}});
    return basis;
  }

  /// The one residual grant that layers give a council; empty where there is none, or several.
  [[nodiscard]] std::string root_of_layers() const {
    if (!options_.layers) return {};
    const Model& layers = *options_.layers;
    std::string found;
    for (Index i = 0; i < layers.size(); ++i) {
      if (layers.kind(i) != Kind::grant || !layers.grant(i).residual) continue;
      const auto& to = layers.grant(i).to;
      if (to.size() != 1 || layers.tier(to[0]) != Tier::council) continue;
      if (!found.empty()) return {};
      found = std::string(layers.id(i));
    }
    return found;
  }

  PlanDraft done() {
    for (Finding& finding : findings_) finding.file = name_;
    std::stable_sort(findings_.begin(), findings_.end(), [](const Finding& a, const Finding& b) {
      return std::pair(a.line, a.column) < std::pair(b.line, b.column);
    });
    if (has_errors(findings_)) draft_.reset();
    return {std::move(draft_), std::move(findings_)};
  }

  std::string name_;
  const PlanOptions& options_;
  std::vector<Finding> findings_;
  Columns columns_;
  std::string root_;
  std::optional<Draft> draft_;
};

}  // namespace
}  // namespace tables

PlanDraft read_plan_text(std::string_view text, const std::string& name,
                         const PlanOptions& options) {
  return tables::PlanReader(name, options).read(formats::read_text(text, options.max_bytes));
}

PlanDraft read_plan(const std::filesystem::path& path, const PlanOptions& options) {
  return tables::PlanReader(files::utf8_of(path), options)
      .read(formats::read_file(path, options.max_bytes));
}

}  // namespace regelgraf
