#include "review/sheet_cells.hpp"

#include <algorithm>
#include <cmath>

#include "json/writer.hpp"
#include "review/sheet_words.hpp"

namespace regelgraf::qualifying {

const std::string& SheetText::operator()(const Name& name) const {
  const std::string& wanted = language_ == Language::da ? name.da : name.en;
  const std::string& other = language_ == Language::da ? name.en : name.da;
  return wanted.empty() ? other : wanted;
}

std::string SheetText::named(const std::string& id) const {
  const auto found = sheet_.names.find(id);
  if (found == sheet_.names.end()) return id;
  const std::string& name = (*this)(found->second);
  return name.empty() ? id : name;
}

std::string SheetText::named(const Ids& ids) const {
  std::string text;
  for (const std::string& id : ids) text += (text.empty() ? "" : ", ") + named(id);
  return text;
}

std::string SheetText::figure(double value) const {
  std::string text = json::number(std::round(value * 10) / 10);
  if (text.find_first_of("eE") != std::string::npos) return text;
  const std::size_t point = std::min(text.find('.'), text.size());
  if (point < text.size()) text[point] = language_ == Language::da ? ',' : '.';
  const std::size_t first = text.front() == '-' ? 1 : 0;
  for (std::size_t at = point; at > first + 3;)
    text.insert(at -= 3, 1, language_ == Language::da ? '.' : ',');
  return text;
}

std::string SheetText::hours(const Range& range) const {
  const auto plain = [](double value) { return value >= 100 ? std::round(value) : value; };
  const std::string low = figure(plain(range.low)), high = figure(plain(range.high));
  return low == high ? low : low + "–" + high;
}

std::string SheetText::units(std::size_t units, bool few) const {
  if (few) return (*this)("færre end ", "fewer than ") + std::to_string(sheet_.at_least);
  return std::to_string(units);
}

std::string SheetText::proposals(const QualifiedRule& row) const {
  std::string text;
  for (const auto& [proposal, n] : row.proposals)
    text += (text.empty() ? "" : ", ") + (*this)(name_of(proposal)) + " " + std::to_string(n);
  return text;
}

std::string SheetText::decider(const SheetDecider& one) const {
  std::string text = named(one.holders);
  if (text.empty()) text = (*this)("en intern aktør", "an internal actor");
  if (one.jointly > 1)
    text += one.jointly == one.holders.size()
                ? (*this)(" i fællesskab", " together")
                : (*this)(" (mindst ", " (at least ") + std::to_string(one.jointly) +
                      (*this)(" sammen)", " together)");
  if (one.notice_months)
    text += (*this)(", med ", ", with ") + figure(*one.notice_months) +
            (*this)(" måneders varsel", " months' notice");
  if (one.depends) text += (*this)(" (betinget)", " (conditional)");
  return text;
}

std::string SheetText::involved(const SheetInvolved& one) const {
  std::string text = one.body.empty() ? named(one.involvement) : named(one.body);
  text += " " + (*this)(name_of(one.how));
  if (one.timing == Timing::after) text += (*this)(" bagefter", " afterwards");
  if (one.days) text += " (" + figure(*one.days) + (*this)(" dage)", " days)");
  if (one.depends) text += (*this)(" måske", " perhaps");
  return text;
}

std::string SheetText::decides(const QualifiedRule& row) const {
  if (row.deciders.empty()) return (*this)(name_of(row.verdict));
  return decider(row.deciders.front());
}

std::string SheetText::title(const QualifiedRule& row) const {
  const std::string& name = (*this)(row.name);
  return name.empty() ? row.rule : name;
}

std::vector<std::string> SheetText::heads() const {
  const auto& t = *this;
  return {t("bunke", "heap"),
          t("bunken hviler på", "heap rests on"),
          t("regel", "rule"),
          t("id", "id"),
          t("ny (ikke i modellen)", "new (not in the model)"),
          t("gælder", "stands"),
          t("type", "type"),
          t("samling", "cluster"),
          t("indmeldt antal gange", "times nominated"),
          t("enheder", "units"),
          t("forslag", "proposals"),
          t("udsteder", "issuer"),
          t("besluttet af, efter udsagn", "decided by, as claimed"),
          t("oprindelse", "origin"),
          t("oprindelse, efter udsagn", "origin, as claimed"),
          t("timer om året, fra", "hours a year, low"),
          t("timer om året, skønnet", "hours a year, likely"),
          t("timer om året, til", "hours a year, high"),
          t("timer indmeldt, fra", "hours nominated, low"),
          t("timer indmeldt, til", "hours nominated, high"),
          t("timer over lovens minimum, fra", "hours above the law's minimum, low"),
          t("timer over lovens minimum, til", "hours above the law's minimum, high"),
          t("pligter, der afhænger af den", "duties that depend on it"),
          t("hvem bruger resultatet", "who uses the output"),
          t("hvem bruger resultatet, efter udsagn", "who uses the output, as claimed"),
          t("MED-sag", "MED matter"),
          t("svar", "verdict"),
          t("kan ophæves af", "may be repealed by"),
          t("niveau", "level"),
          t("ellers af", "else by"),
          t("inddrag, i rækkefølge", "involve, in order"),
          t("går i stykker", "breaks"),
          t("uopfyldte pligter", "unmet duties"),
          t("bliver overflødigt", "becomes redundant"),
          t("undersøgt", "examined")};
}

std::vector<std::string> SheetText::cells(const QualifiedRule& row) const {
  const auto& t = *this;
  std::string others, involve;
  for (std::size_t i = 1; i < row.deciders.size(); ++i)
    others += (others.empty() ? "" : "; ") + decider(row.deciders[i]);
  for (const SheetInvolved& one : row.involve)
    involve += (involve.empty() ? "" : "; ") + involved(one);
  std::string claimed;
  for (const std::string& text : row.used_by_claimed)
    claimed += (claimed.empty() ? "" : "; ") + text;
  const auto& said = row.hours_nominated;
  return {t(name_of(row.heap)),
          t(name_of(row.because)),
          title(row),
          row.rule,
          yes(row.draft),
          row.draft ? std::string() : yes(row.stands),
          t(name_of(row.instrument)),
          row.cluster,
          std::to_string(row.nominated),
          units(row.units, row.units_few),
          proposals(row),
          named(row.issuer),
          row.issuer_claimed ? t(name_of(*row.issuer_claimed)) : std::string(),
          t(name_of(row.origin)),
          row.origin_claimed ? t(name_of(*row.origin_claimed)) : std::string(),
          figure(row.hours.low),
          figure(row.hours.likely),
          figure(row.hours.high),
          said ? figure(said->low) : std::string(),
          said ? figure(said->high) : std::string(),
          figure(row.surplus_hours.low),
          figure(row.surplus_hours.high),
          named(row.duties),
          named(row.used_by),
          claimed,
          yes(row.med),
          t(name_of(row.verdict)),
          decides(row),
          row.deciders.empty() ? std::string() : t(name_of(row.deciders.front().tier)),
          others,
          involve,
          named(row.breaks),
          named(row.unmet_duties),
          named(row.redundant),
          yes(!row.unexamined)};
}

}  // namespace regelgraf::qualifying
