#include <algorithm>
#include <utility>

#include <regelgraf/canonical.hpp>
#include <regelgraf/detail/text.hpp>
#include <regelgraf/review.hpp>

#include "review/shape.hpp"
#include "review/view.hpp"

namespace regelgraf {

namespace review {

Tree state_of(const Model& model) {
  Tree state = Tree::object();
  state.put("id", model.head().id);
  state.put("digest", model.saved_digest().empty() ? digest(model) : model.saved_digest());
  return state;
}

void same_model(const Model& model, const Review& review) {
  if (model.head().id != review.model_id())
    throw Error(Errc::invalid_question,
                "the review is about the model " + detail::quote(review.model_id()) +
                    ", not about " + detail::quote(model.head().id),
                "model.id");
}

namespace {

/// What no shape says: the version, numbers and ids that stand once.
void check_whole(const Tree& tree, const std::string& name, std::vector<Finding>& findings) {
  const auto report = [&](const char* code, const std::string& field, Name message) {
    Finding finding;
    finding.code = code;
    finding.file = name;
    finding.field = field;
    finding.message = std::move(message);
    findings.push_back(std::move(finding));
  };
  if (tree.number_at("regelgraf_review").value_or(1) != 1)
    report("unknown_version", "regelgraf_review",
           {"kun version 1 kendes", "only version 1 is known"});
  const auto once = [&](std::string_view list, std::string_view key) {
    std::vector<std::string> seen;
    for (const Tree& row : tree.entries_at(list))
      if (const Tree* value = row.find(key)) seen.push_back(json_of(*value));
    std::sort(seen.begin(), seen.end());
    if (std::adjacent_find(seen.begin(), seen.end()) != seen.end())
      report("duplicate_id", std::string(list),
             {"to rækker har samme `" + std::string(key) + "`",
              "two rows have the same `" + std::string(key) + "`"});
  };
  once("nominations", "nr");
  once("trials", "id");
  once("log", "nr");
}

[[noreturn]] void refuse_review(std::vector<Finding> findings) {
  const std::string message =
      "the review cannot be read: " + findings.front().message.en +
      (findings.size() > 1 ? " (and " + std::to_string(findings.size() - 1) + " more)"
                           : std::string());
  std::string at = findings.front().field;
  throw InvalidReview(message, std::move(at), std::move(findings));
}

}  // namespace

}  // namespace review

Review::Review(review::Tree tree) : tree_(std::make_shared<const review::Tree>(std::move(tree))) {}

Review Review::read(std::string_view json, const std::string& name) {
  if (json.size() > review::most_bytes)
    throw Error(Errc::too_large, "a review of more than 64 MiB is not read");
  std::vector<Finding> findings;
  review::Tree tree = review::read_tree(json, name, findings);
  if (tree.is_object() || findings.empty()) {
    review::check_shape(tree, review::document_shape(), json, name, findings);
    if (findings.empty()) review::check_whole(tree, name, findings);
  }
  if (!findings.empty()) review::refuse_review(std::move(findings));
  return Review(std::move(tree));
}

Review Review::begin(const Model& model, std::string_view head, const std::string& name) {
  if (head.size() > review::most_bytes)
    throw Error(Errc::too_large, "a review of more than 64 MiB is not read");
  std::vector<Finding> findings;
  review::Tree tree = review::read_tree(head, name, findings);
  if (tree.is_object()) {
    if (!tree.find("regelgraf_review")) tree.put("regelgraf_review", 1.0);
    tree.put("model", review::state_of(model));
    review::check_shape(tree, review::document_shape(), head, name, findings);
    for (const std::string_view list : review::row_lists())
      if (list != "declarations" && tree.find(list)) {
        Finding finding;
        finding.code = "rows_come_by_events";
        finding.file = name;
        finding.field = list;
        finding.message = {"rækker kommer ved hændelser, ikke i hovedet",
                           "rows come by events, not in the head"};
        findings.push_back(std::move(finding));
      }
  }
  if (!tree.is_object() && findings.empty())
    review::check_shape(tree, review::document_shape(), head, name, findings);
  if (!findings.empty()) review::refuse_review(std::move(findings));
  return Review(std::move(tree));
}

std::string Review::json() const { return review::json_of(*tree_); }
const std::string& Review::id() const { return tree_->text_at("id"); }
const std::string& Review::model_id() const { return tree_->find("model")->text_at("id"); }

}  // namespace regelgraf
