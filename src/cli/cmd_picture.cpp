// picture: a model, a part of it, or an answer's derivation, as a drawing or for other programs.

#include <simdjson.h>

#include <regelgraf/error.hpp>
#include <regelgraf/picture.hpp>

#include <regelgraf/detail/text.hpp>
#include "ask/question.hpp"
#include "cli/inquiry.hpp"
#include "cli/model_output.hpp"
#include "cli/place.hpp"

namespace regelgraf::cli {

namespace {

/// The question that another command would ask.
struct Borrowed {
  std::optional<ask::Question> question;
  std::vector<Problem> problems;
};

Borrowed borrow(const Session& session, const Options& typed) {
  const Inquiry inquiry = inquire(typed, session.model(), session.say);
  if (!inquiry.problems.empty()) return {{}, inquiry.problems};
  simdjson::dom::parser parser;
  ask::Envelope envelope;
  return {ask::read_question(session.model(), parser.parse(inquiry.json), envelope), {}};
}

/// By what was asked for, else by the name of the file.
std::string format_of_picture(const Options& options) {
  if (!options.format.empty()) return options.format;
  const auto ends = [&](std::string_view end) { return options.file.ends_with(end); };
  if (ends(".dot") || ends(".gv")) return "dot";
  if (ends(".graphml")) return "graphml";
  if (ends(".mmd") || ends(".mermaid")) return "mermaid";
  return "svg";
}

class Drawer {
 public:
  explicit Drawer(Session& session) : session_(session), say_(session.say) {}

  std::optional<Picture> draw(std::vector<Problem>& problems) const {
    const Options& options = session_.options;
    const Model& model = session_.model();
    const PictureOptions how{options.language, options.internal};
    Options typed = options;
    if (!options.picture_why.empty()) {
      typed.command = Command::why;
      typed.id = options.picture_why;
      if (const auto q = asked<ask::WhyQuestion>(typed, problems))
        return picture_of(model, q->element, why(model, q->element, q->date), how);
      return std::nullopt;
    }
    if (!options.picture_breaks.empty()) {
      typed.command = Command::what_breaks;
      typed.ids = options.picture_breaks;
      auto q = asked<ask::WhatBreaksQuestion>(typed, problems);
      if (!q) return std::nullopt;
      q->removal.causes = true;
      return picture_of(model, what_breaks(model, q->removal), how);
    }
    if (!options.picture_decides.empty()) {
      typed.command = Command::who_decides;
      typed.power = options.picture_decides[0];
      typed.target = options.picture_decides[1];
      if (const auto q = asked<ask::WhoDecidesQuestion>(typed, problems))
        return picture_of(model, who_decides(model, q->question), how);
      return std::nullopt;
    }
    std::vector<Index> around;
    for (const std::string& id : options.ids) {
      if (const auto i = model.find(id))
        around.push_back(*i);
      else
        problems.push_back({"ID",
                            say_("modellen har ikke ", "the model has no ") + detail::quote(id),
                            suggestion(model, id, say_)});
    }
    if (!problems.empty()) return std::nullopt;
    if (!options.delegation) return picture_of(model, around, options.steps, how);
    if (around.size() > 1) {
      problems.push_back(
          {"--delegation", say_("giv højst én bemyndigelse", "give at most one grant"), {}});
      return std::nullopt;
    }
    return picture_of_delegation(model, around.empty() ? none : around.front(), how);
  }

  std::string write(const Picture& picture, const std::string& format,
                    std::vector<Problem>& problems) const {
    if (format == "dot") return to_dot(picture);
    if (format == "graphml") return to_graphml(picture);
    if (format == "mermaid") return to_mermaid(picture);
    if (!can_place()) {
      problems.push_back({"--format",
                          say_("programmet er bygget uden Graphviz og kan ikke tegne SVG",
                               "the program was built without Graphviz and cannot draw SVG"),
                          say_("vælg --format dot, og tegn med Graphviz' `dot -Tsvg`",
                               "choose --format dot, and draw with Graphviz' `dot -Tsvg`")});
      return {};
    }
    const auto placed = place(placing_of(picture));
    if (!placed) {
      problems.push_back(
          {{},
           say_("Graphviz kunne ikke lægge tegningen op", "Graphviz could not lay the drawing out"),
           {}});
      return {};
    }
    return to_svg(picture, *placed);
  }

 private:
  template <class Question>
  std::optional<Question> asked(const Options& typed, std::vector<Problem>& problems) const {
    Borrowed borrowed = borrow(session_, typed);
    problems = std::move(borrowed.problems);
    if (!borrowed.question) return std::nullopt;
    return std::get<Question>(std::move(*borrowed.question));
  }

  Session& session_;
  const Say& say_;
};

}  // namespace

Exit picture(Session& session) {
  if (!session.load_or_complain()) return wrong_use;
  const Drawer drawer(session);
  std::vector<Problem> problems;
  std::string bytes;
  try {
    const auto picture = drawer.draw(problems);
    if (picture) bytes = drawer.write(*picture, format_of_picture(session.options), problems);
  } catch (const Error& error) {
    if (error.code() == Errc::too_large)
      return session.complain(
          {{{},
            error.what(),
            session.say("giv de ID'er, der skal tegnes omkring, og evt. --steps 0",
                        "give the IDs to draw around, perhaps with --steps 0")}});
    return session.complain({{error.at(), error.what(), {}}});
  }
  if (!problems.empty()) return session.complain(problems);
  const std::string& file = session.options.file;
  if (file.empty() || file == "-") {
    session.out.raw(bytes);
    return session.leave(answered);
  }
  if (const std::string problem = put_file(file, bytes); !problem.empty())
    return session.complain(
        {{file, session.say("kan ikke skrives: ", "cannot be written: ") + problem, {}}});
  return answered;
}

}  // namespace regelgraf::cli
