// The answers of a review as JSON.

#include <algorithm>
#include <utility>

#include "ask/answer.hpp"
#include "json/writer.hpp"
#include "review/decision.hpp"
#include "review/view.hpp"

namespace regelgraf {

namespace review {

namespace {

Tree lacks_tree(const std::vector<ReviewLack>& lacks) {
  std::vector<Tree> rows;
  for (const ReviewLack& lack : lacks) {
    Tree one = Tree::object();
    one.put("code", lack.code).put("elements", lack.elements).put("text", lack.text);
    rows.push_back(std::move(one));
  }
  return Tree::list(std::move(rows));
}

/// The steps of Samskabt styring that hold a step of KL's.
Tree samskabt_of(ReviewStepWord step) {
  std::vector<Tree> numbers;
  for (const SamskabtStep& one : samskabt_steps())
    if (std::find(one.kl.begin(), one.kl.end(), step) != one.kl.end())
      numbers.emplace_back(static_cast<double>(one.step));
  return Tree::list(std::move(numbers));
}

/// One row for each of the six steps: which of KL's it holds, and how far these have come.
Tree samskabt_table(const ReviewStatus& status) {
  std::vector<Tree> rows;
  for (const SamskabtStep& one : samskabt_steps()) {
    Tree row = Tree::object();
    std::vector<Tree> kl;
    bool missing = false, done = false;
    for (const ReviewStepWord word : one.kl) {
      kl.emplace_back(static_cast<double>(word) + 1);
      const ReviewState state = status.steps[static_cast<std::size_t>(word)].state;
      missing |= state == ReviewState::missing;
      done |= state == ReviewState::done;
    }
    row.put("step", static_cast<double>(one.step)).put("name", one.name);
    row.put("kl", Tree::list(std::move(kl)));
    row.put("state", missing ? "missing" : done ? "done" : "skipped");
    rows.push_back(std::move(row));
  }
  return Tree::list(std::move(rows));
}

Tree measured_tree(const MeasuredHours& measured) {
  Tree tree = Tree::object();
  tree.put("hours", measured.hours);
  if (!measured.method.empty()) tree.put("method", measured.method);
  if (measured.n > 0) tree.put("n", static_cast<double>(measured.n));
  Tree period = Tree::object();
  if (measured.period.from) period.put("from", to_text(*measured.period.from));
  if (measured.period.to) period.put("to", to_text(*measured.period.to));
  if (!period.fields().empty()) tree.put("period", std::move(period));
  return tree;
}

Tree results_tree(const std::vector<MeasuredResult>& results) {
  std::vector<Tree> rows;
  for (const MeasuredResult& one : results) {
    Tree row = Tree::object();
    row.put("aspect", one.aspect).put("on", to_text(one.on));
    if (!one.when.empty()) row.put("when", one.when);
    if (!one.rule.empty()) row.put("rule", one.rule);
    if (!one.method.empty()) row.put("method", one.method);
    if (one.n > 0) row.put("n", static_cast<double>(one.n));
    if (one.value) row.put("value", *one.value);
    if (!one.text.empty()) row.put("text", one.text);
    rows.push_back(std::move(row));
  }
  return Tree::list(std::move(rows));
}

Tree headed(const Review& review, std::string_view what) {
  Tree tree = Tree::object();
  tree.put("answer", what).put("review", review.id());
  return tree;
}

}  // namespace

}  // namespace review

std::string json_of(const Model& model, const Review& review, const ReviewStatus& status) {
  using review::Tree;
  Tree tree = review::headed(review, "review_status");
  tree.put("model", review::state_of(model));
  if (status.date) tree.put("date", to_text(*status.date));
  std::vector<Tree> steps;
  for (const ReviewStep& step : status.steps) {
    Tree row = Tree::object();
    row.put("step", static_cast<double>(step.step) + 1).put("word", to_text(step.step));
    row.put("name", review::step_name(step.step)).put("state", to_text(step.state));
    row.put("samskabt", review::samskabt_of(step.step));
    if (!step.missing.empty()) row.put("missing", review::lacks_tree(step.missing));
    if (step.state == ReviewState::skipped) {
      Tree skipped = Tree::object();
      if (step.skipped_on) skipped.put("on", to_text(*step.skipped_on));
      if (!step.skipped_by.empty()) skipped.put("by", step.skipped_by);
      skipped.put("reason", step.reason);
      row.put("skipped", std::move(skipped));
    }
    steps.push_back(std::move(row));
  }
  tree.put("steps", Tree::list(std::move(steps)));
  tree.put("samskabt_styring", review::samskabt_table(status));
  if (status.next) tree.put("next", to_text(*status.next));
  tree.put("closed", status.closed);
  tree.put("trials_over", review::lacks_tree(status.trials_over));
  tree.put("not_happened", review::lacks_tree(status.not_happened));
  tree.put("warnings", review::lacks_tree(status.warnings));
  std::vector<Tree> redeclared;
  for (const ReviewRedeclared& one : status.redeclared) {
    Tree row = Tree::object();
    row.put("what", one.what).put("reason", one.reason);
    if (!one.rule.empty()) row.put("rule", one.rule);
    Tree first = Tree::object(), now = Tree::object();
    first.put("frame", to_text(one.first)).put("on", to_text(one.first_on));
    now.put("frame", to_text(one.now)).put("on", to_text(one.now_on));
    row.put("first", std::move(first)).put("now", std::move(now));
    redeclared.push_back(std::move(row));
  }
  tree.put("redeclared", Tree::list(std::move(redeclared)));
  std::vector<Tree> overrides;
  for (const ReviewOverride& one : status.overrides) {
    Tree row = Tree::object();
    row.put("where", one.where).put("elements", one.elements).put("by", one.by);
    row.put("reason", one.reason).put("of", one.of);
    overrides.push_back(std::move(row));
  }
  tree.put("overrides", Tree::list(std::move(overrides)));
  return review::json_of(tree);
}

std::string json_of(const Applied& applied) {
  using review::Tree;
  Tree tree = Tree::object();
  tree.put("answer", "review_apply").put("applied", applied.review.has_value());
  std::vector<Tree> refused;
  for (const ReviewLack& lack : applied.refused) refused.push_back(review::tree_of(lack));
  tree.put("refused", Tree::list(std::move(refused)));
  return review::json_of(tree);
}

std::string json_of(const Review& review, const std::vector<ReviewReply>& replies) {
  using review::Tree;
  const std::size_t smallest = review::View(review.tree()).smallest_group();
  Tree tree = review::headed(review, "review_replies");
  std::vector<Tree> rows;
  for (const ReviewReply& reply : replies) {
    Tree row = Tree::object();
    row.put("unit", reply.unit).put("sent", reply.sent).put("letter", reply.letter);
    if (reply.numbers.size() < smallest)
      row.put("nominations", "fewer than " + std::to_string(smallest));
    else
      row.put("nominations", static_cast<double>(reply.numbers.size()));
    rows.push_back(std::move(row));
  }
  tree.put("replies", Tree::list(std::move(rows)));
  return review::json_of(tree);
}

std::string json_of(const Review& review, const ReviewEvaluation& evaluation) {
  using review::Tree;
  Tree tree = review::headed(review, "review_evaluation");
  std::vector<Tree> hours;
  for (const HoursHeld& held : evaluation.hours) {
    Tree row = Tree::object();
    row.put("rule", held.rule).put("what", held.what).put("verdict", to_text(held.verdict));
    if (held.estimate) row.put("estimate", *held.estimate);
    if (held.before) row.put("before", review::measured_tree(*held.before));
    if (held.after) row.put("after", review::measured_tree(*held.after));
    if (held.freed) row.put("freed", *held.freed);
    hours.push_back(std::move(row));
  }
  tree.put("hours", Tree::list(std::move(hours)));
  tree.put("product_results", review::results_tree(evaluation.product));
  tree.put("process_results", review::results_tree(evaluation.process));
  tree.put("hours_freed_estimated", evaluation.estimated);
  tree.put("hours_freed_measured", evaluation.measured);
  tree.put("own_hours", evaluation.own_hours);
  if (evaluation.payback_years) {
    Tree payback = Tree::object();
    payback.put("years", *evaluation.payback_years);
    payback.put("from", evaluation.payback_measured ? "measurements" : "estimates");
    tree.put("payback", std::move(payback));
  }
  tree.put("smallest_sample", static_cast<double>(evaluation.smallest_sample));
  tree.put("not_happened", review::lacks_tree(evaluation.not_happened));
  std::vector<Tree> lessons;
  for (const Name& lesson : evaluation.lessons) lessons.emplace_back(lesson);
  tree.put("lessons", Tree::list(std::move(lessons)));
  return review::json_of(tree);
}

std::string json_of(const Asker& asker, const Review& review, const std::vector<ReviewPlan>& plans,
                    std::optional<Day> date) {
  json::Writer out;
  out.begin_object().key("answer").string("review_plan").key("review").string(review.id());
  out.key("plans").begin_array();
  for (const ReviewPlan& plan : plans) {
    out.begin_object().key("decided_by").raw(review::json_of(review::Tree(plan.decided_by)));
    if (!plan.grant.empty()) out.key("grant").string(plan.grant);
    ask::RemovalPlanQuestion question;
    for (const std::string& id : plan.rules)
      question.question.elements.push_back(*asker.model().find(id));
    question.question.context.date = date;
    out.key("plan").raw(asker.answer(question, plan.plan)).end_object();
  }
  return out.end_array().end_object().take();
}

}  // namespace regelgraf
