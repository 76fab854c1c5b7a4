#include <regelgraf/journal_note.hpp>

#include <algorithm>
#include <map>
#include <utility>

#include <regelgraf/detail/cover.hpp>
#include <regelgraf/detail/removal_plan.hpp>
#include <regelgraf/detail/text.hpp>
#include <regelgraf/error.hpp>

#include "ask/question.hpp"

namespace regelgraf {

namespace {

using ask::bad;

/// One line that cannot be taken for others of the note.
void check_line(const std::string& text, const char* at) {
  constexpr std::size_t longest = 200;
  ask::refuse_personal_data(text, at);
  const bool control = std::any_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
  });
  if (control || text.size() > longest || !ask::is_utf8(text))
    bad("expected one line of at most 200 bytes of UTF-8", at);
}

bool two_digits_below(std::string_view text, std::size_t at, int limit) {
  if (text.size() < at + 2 || !detail::is_digit(text[at]) || !detail::is_digit(text[at + 1]))
    return false;
  return (text[at] - '0') * 10 + (text[at + 1] - '0') < limit;
}

/// `YYYY-MM-DD`, or that with `Thh:mm`, `:ss`, `Z` or `+hh:mm`.
bool is_time(std::string_view text) {
  if (!day_from_text(text.substr(0, 10))) return false;
  text.remove_prefix(10);
  if (text.empty()) return true;
  if (text[0] != 'T' || !two_digits_below(text, 1, 24) || text.substr(3, 1) != ":" ||
      !two_digits_below(text, 4, 60))
    return false;
  text.remove_prefix(6);
  if (text.starts_with(':')) {
    if (!two_digits_below(text, 1, 60)) return false;
    text.remove_prefix(3);
  }
  if (text.empty() || text == "Z") return true;
  return (text[0] == '+' || text[0] == '-') && text.size() == 6 && two_digits_below(text, 1, 24) &&
         text[3] == ':' && two_digits_below(text, 4, 60);
}

/// Which facts an answer looked at, and for which grants, involvements and bars.
class LookedAt {
 public:
  explicit LookedAt(const Model& model) : model_(model) {}

  void look(const AuthorityQuestion& question) {
    const detail::Inquiry inquiry(model_, question);
    const auto speaks = [&](const ScopeRow& row) {
      return inquiry.stands(row.element) && inquiry.names_power(row) &&
             inquiry.reach(row, true, true).has_value();
    };
    for (const std::uint32_t place : inquiry.grants)
      if (const GrantRow& row = model_.grants()[place]; speaks(row))
        for (Index i = row.element; i != none; i = model_.grant(i).from) take(model_.grant(i));
    for (const std::uint32_t place : inquiry.involvements)
      if (const InvolvementRow& row = model_.involvements()[place]; speaks(row)) take(row);
    for (const std::uint32_t place : inquiry.bars)
      if (const BarRow& row = model_.bars()[place]; speaks(row)) {
        take(row);
        for (const PatternRow& pattern : row.against)
          if (pattern.fact) facts_[*pattern.fact].push_back(row.element);
      }
  }

  [[nodiscard]] std::vector<NotedFact> with_values_of(const AuthorityQuestion& question) {
    for (const auto& [fact, value] : question.facts) facts_[fact];
    std::vector<NotedFact> result;
    for (auto& [fact, asked_by] : facts_) {
      std::sort(asked_by.begin(), asked_by.end());
      asked_by.erase(std::unique(asked_by.begin(), asked_by.end()), asked_by.end());
      NotedFact noted{fact, FactSource::unknown, model_.facts()[fact].default_value, asked_by};
      if (noted.value) noted.source = FactSource::by_default;
      for (const auto& [given, value] : question.facts)
        if (given == fact) {
          noted.source = FactSource::given;
          noted.value = value;
        }
      result.push_back(std::move(noted));
    }
    return result;
  }

 private:
  void take(const ScopeRow& row) {
    for (const ConditionRow& condition : row.conditions)
      facts_[condition.fact].push_back(row.element);
  }

  const Model& model_;
  std::map<std::uint32_t, std::vector<Index>> facts_;
};

void look(LookedAt& facts, const Decision& decision) {
  facts.look(decision.question);
  for (const Decision& also : decision.also) look(facts, also);
}

void count_days(const Model& model, JournalNote& note) {
  const std::optional<Day> begin = note.decision.question.date;
  if (note.decision.options.empty()) return;
  detail::BeforeDecision before;
  for (const Involved& one : note.decision.options.front().involve) {
    const auto& row = static_cast<const InvolvementRow&>(*model.scope(one.involvement));
    note.over_on.emplace_back();
    if (row.timing != Timing::before) continue;
    const double days = before.add(row.how, row.days.value_or(0));
    if (begin && days > 0) note.over_on.back() = detail::days_after(*begin, days);
  }
  if (begin && before.all() > 0) note.earliest = detail::days_after(*begin, before.all());
}

}  // namespace

JournalNote journal_note(const Model& model, const JournalNoteQuestion& question) {
  check_line(question.case_no, "case_no");
  check_line(question.made, "made");
  if (!question.made.empty() && !is_time(question.made))
    bad("expected YYYY-MM-DD, or that with a time as T09:30", "made");
  JournalNote note;
  note.question = question;
  note.decision = who_decides(model, question.who.question);
  if (question.actor != none) note.may = may(model, question.actor, question.who.question);
  LookedAt facts(model);
  look(facts, note.decision);
  note.facts = facts.with_values_of(question.who.question);
  count_days(model, note);
  return note;
}

}  // namespace regelgraf
