// What came of it: estimate against measurement, results, the review's own cost, lessons.

#include <algorithm>
#include <map>
#include <utility>

#include "review/view.hpp"

namespace regelgraf {

namespace review {

namespace {

Range less(const Range& a, const Range& b) {
  return {a.low - b.high, a.likely - b.likely, a.high - b.low};
}

MeasuredHours measured_from(const Tree& row) {
  MeasuredHours measured;
  measured.hours = row.range_at("hours").value_or(Range{});
  measured.method = row.text_at("method");
  measured.n = static_cast<std::uint32_t>(row.number_at("n").value_or(0));
  if (const Tree* period = row.find("period"))
    measured.period = {period->day_at("from"), period->day_at("to")};
  return measured;
}

MeasuredVerdict verdict_of(const Range& estimate, const Range& freed) {
  if (freed.high < estimate.low) return MeasuredVerdict::less;
  if (freed.low > estimate.high) return MeasuredVerdict::more;
  return MeasuredVerdict::confirmed;
}

/// Puts the figures of one review together.
class EvaluationReader {
 public:
  EvaluationReader(const Model& model, const Review& review, std::optional<Day> date)
      : model_(model), review_(review), view_(review.tree()), date_(date) {}

  ReviewEvaluation read() {
    if (const Tree* settings = review_.tree().find("evaluation"))
      answer_.smallest_sample =
          static_cast<std::uint32_t>(settings->number_at("smallest_sample").value_or(2));
    const auto implemented = view_.implemented();
    for (const auto& [rule, row] : view_.decided()) {
      const std::string& what = row.tree->text_at("what");
      if (what == "keep" || what == "anchor") continue;
      HoursHeld held = hours_of(rule, *row.tree);
      const auto done = implemented.find(rule);
      if (done != implemented.end() && counts(*done->second.tree)) {
        if (held.estimate) answer_.estimated += *held.estimate;
        if (held.verdict != MeasuredVerdict::too_few) {
          answer_.measured += *held.freed;
          any_measured_ = true;
        } else {
          all_measured_ = false;
        }
      }
      answer_.hours.push_back(std::move(held));
    }
    for (const Tree& row : view_.rows("measurements")) {
      if (!counts(row)) continue;
      const std::string& what = row.text_at("measure");
      if (what == "own_hours") own(row);
      if (what == "product") answer_.product.push_back(result(row));
      if (what == "process") answer_.process.push_back(result(row));
    }
    for (const Tree& row : view_.rows("lessons"))
      if (counts(row)) answer_.lessons.push_back(row.name_at("text"));
    answer_.not_happened = review_.status(model_, date_).not_happened;
    payback();
    return std::move(answer_);
  }

 private:
  [[nodiscard]] bool counts(const Tree& row) const {
    return !date_ || !row.day_at("on") || *row.day_at("on") <= *date_;
  }

  [[nodiscard]] bool enough(const std::optional<MeasuredHours>& measured) const {
    return measured && measured->n >= answer_.smallest_sample;
  }

  [[nodiscard]] HoursHeld hours_of(const std::string& rule, const Tree& disposition) const {
    HoursHeld held;
    held.rule = rule;
    held.what = disposition.text_at("what");
    if (const Tree* effects = disposition.find("effects"))
      if (const Tree* hours = effects->find("hours")) held.estimate = hours->range_at("net");
    for (const Tree& row : view_.rows("measurements")) {
      if (row.text_at("measure") != "hours" || row.text_at("rule") != rule || !counts(row))
        continue;
      (row.text_at("when") == "before" ? held.before : held.after) = measured_from(row);
    }
    if (held.before && held.after) held.freed = less(held.before->hours, held.after->hours);
    if (held.freed && held.estimate && enough(held.before) && enough(held.after))
      held.verdict = verdict_of(*held.estimate, *held.freed);
    return held;
  }

  void own(const Tree& row) {
    Range hours = row.range_at("hours").value_or(Range{});
    if (const auto people = row.number_at("people")) hours = part_of(hours, *people);
    answer_.own_hours += hours;
  }

  static MeasuredResult result(const Tree& row) {
    MeasuredResult one;
    one.aspect = row.text_at("aspect");
    one.when = row.text_at("when");
    one.rule = row.text_at("rule");
    one.method = row.text_at("method");
    one.n = static_cast<std::uint32_t>(row.number_at("n").value_or(0));
    one.value = row.range_at("value");
    one.text = row.name_at("text");
    one.on = row.day_at("on").value_or(Day{});
    return one;
  }

  void payback() {
    answer_.payback_measured = any_measured_ && all_measured_;
    const Range& freed = answer_.payback_measured ? answer_.measured : answer_.estimated;
    if (answer_.own_hours.high <= 0 || freed.low <= 0) return;
    answer_.payback_years =
        Range{answer_.own_hours.low / freed.high, answer_.own_hours.likely / freed.likely,
              answer_.own_hours.high / freed.low};
  }

  const Model& model_;
  const Review& review_;
  const View view_;
  std::optional<Day> date_;
  bool any_measured_ = false, all_measured_ = true;
  ReviewEvaluation answer_;
};

}  // namespace

}  // namespace review

ReviewEvaluation Review::evaluation(const Model& model, std::optional<Day> date) const {
  review::same_model(model, *this);
  return review::EvaluationReader(model, *this, date).read();
}

std::vector<ReviewPlan> Review::plans(const Model& model, std::optional<Day> date) const {
  review::same_model(model, *this);
  const review::View view(tree());
  const auto carried_out = view.implemented();
  std::map<std::pair<Ids, std::string>, std::vector<Index>> groups;
  for (const auto& [rule, row] : view.decided()) {
    const auto i = model.find(rule);
    if (!i || !model.stands(*i) || row.tree->text_at("what") != "remove" ||
        carried_out.contains(rule))
      continue;
    Ids by = row.tree->ids_at("decided_by");
    std::sort(by.begin(), by.end());
    groups[{std::move(by), row.tree->text_at("grant")}].push_back(*i);
  }
  std::vector<ReviewPlan> plans;
  for (const auto& [alike, elements] : groups) {
    ReviewPlan plan;
    plan.decided_by = alike.first;
    plan.grant = alike.second;
    for (const Index i : elements) plan.rules.emplace_back(model.id(i));
    RemovalPlanQuestion question;
    question.elements = elements;
    question.context.date = date;
    plan.plan = removal_plan(model, question);
    plans.push_back(std::move(plan));
  }
  return plans;
}

}  // namespace regelgraf
