// review: the record of a review of rules.

#include <optional>
#include <string>

#include <regelgraf/ask.hpp>
#include <regelgraf/detail/text.hpp>
#include <regelgraf/proposal.hpp>
#include <regelgraf/review.hpp>

#include "cli/model_output.hpp"
#include "cli/render_review.hpp"
#include "cli/session.hpp"
#include "formats/bytes.hpp"

namespace regelgraf::cli {

namespace {

constexpr std::uint64_t most_review_bytes = std::uint64_t{64} << 20;

/// The text of a file; nothing, and a complaint, where it cannot be read.
std::optional<std::string> text_of_file(Session& session, const std::string& path) {
  const formats::Bytes bytes = formats::read_file(path, most_review_bytes);
  if (bytes.code.empty()) return std::string(bytes.text.view());
  (void)session.complain({{detail::quote(path), session.say(bytes.message), {}}});
  return std::nullopt;
}

Exit show_findings(Session& session, const std::vector<Finding>& findings) {
  for (const Finding& one : findings) session.put(session.err, one);
  (void)session.err.write(stderr);
  return wrong_use;
}

/// Writes the review where it was asked for; what people read comes after it.
Exit put_review(Session& session, const Review& review) {
  const std::string& path = session.options.output;
  if (path.empty() || path == "-") {
    session.out.raw(review.json() + "\n");
    return answered;
  }
  const std::string why = put_file(path, review.json() + "\n");
  if (why.empty()) return answered;
  return session.complain(
      {{detail::quote(path), session.say("kan ikke skrives: ", "cannot be written: ") + why, {}}});
}

Exit apply_event(Session& session, const Review& review) {
  const auto event = text_of_file(session, session.options.file);
  if (!event) return wrong_use;
  const Applied applied = review.apply(session.model(), *event, session.options.file);
  if (applied.review) {
    if (const Exit status = put_review(session, *applied.review); status != answered) return status;
    return session.leave(answered);
  }
  if (session.options.json) {
    session.out.raw(json_of(applied) + "\n");
    return session.leave(finding);
  }
  render_refusal(session.say, session.out, applied.refused);
  return session.leave(finding);
}

Exit answer_review(Session& session, std::optional<Day> date) {
  const Options& options = session.options;
  const auto text = text_of_file(session, options.review);
  if (!text) return wrong_use;
  if (options.what == "new") {
    const Review begun = Review::begin(session.model(), *text, options.review);
    if (const Exit status = put_review(session, begun); status != answered) return status;
    return session.leave(answered);
  }
  const Review review = Review::read(*text, options.review);
  if (options.what == "apply") return apply_event(session, review);
  const Model& model = session.model();
  if (options.what == "status") {
    const ReviewStatus answer = review.status(model, date);
    if (options.json)
      session.out.raw(json_of(model, review, answer) + "\n");
    else
      render_status(model, session.say, session.out, review, answer, options.samskabt);
  } else if (options.what == "replies") {
    const auto answer = review.replies(model, date);
    if (options.json)
      session.out.raw(json_of(review, answer) + "\n");
    else
      render_replies(session.say, session.out, answer);
  } else if (options.what == "evaluate") {
    const ReviewEvaluation answer = review.evaluation(model, date);
    if (options.json)
      session.out.raw(json_of(review, answer) + "\n");
    else
      render_evaluation(model, session.say, session.out, review, answer);
  } else {
    const auto answer = review.plans(model, date);
    if (options.json)
      session.out.raw(json_of(Asker(model), review, answer, date) + "\n");
    else
      render_plans(model, session.say, session.out, answer, date);
  }
  return session.leave(answered);
}

}  // namespace

Exit review(Session& session) {
  std::vector<Problem> problems;
  const std::optional<Day> date = session.day("--date", session.options.date, problems);
  if (!problems.empty()) return session.complain(problems);
  if (!session.load_or_complain()) return wrong_use;
  try {
    return answer_review(session, date);
  } catch (const InvalidReview& error) {
    return show_findings(session, error.findings());
  } catch (const Error& error) {
    return session.complain({{error.at(), error.what(), {}}});
  }
}

Exit propose(Session& session) {
  std::vector<Problem> problems;
  const std::optional<Day> date = session.day("--date", session.options.date, problems);
  if (!problems.empty()) return session.complain(problems);
  if (!session.load_or_complain()) return wrong_use;
  const auto text = text_of_file(session, session.options.file);
  if (!text) return wrong_use;
  try {
    const Proposal answer = regelgraf::propose(session.model(), *text, date);
    if (session.options.json)
      session.out.raw(json_of(session.model(), answer) + "\n");
    else
      render_proposal(session.say, session.out, answer);
    return session.leave(answer.ready ? answered : finding);
  } catch (const InvalidReview& error) {
    return show_findings(session, error.findings());
  } catch (const InvalidChange& error) {
    return show_findings(session, error.findings());
  } catch (const Error& error) {
    return session.complain({{error.at(), error.what(), {}}});
  }
}

}  // namespace regelgraf::cli
