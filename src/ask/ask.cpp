#include "ask/ask.hpp"

#include <simdjson.h>

#include <utility>

#include <regelgraf/error.hpp>
#include <regelgraf/why.hpp>

#include "ask/answer.hpp"
#include "ask/question.hpp"
#include "formats/canonical.hpp"

namespace regelgraf {

namespace {

using namespace ask;

/// Writes the result of one question; overloads by what is asked.
struct Answer {
  const Model& model;
  AnswerWriter& out;
  json::Writer& json;

  void operator()(const WhatBreaksQuestion& q) const {
    out.what_breaks(regelgraf::what_breaks(model, q.removal), q);
  }
  void operator()(const WhoDecidesQuestion& q) const {
    echo(q);
    out.who_decides(regelgraf::who_decides(model, q.question));
  }
  void operator()(const MayQuestion& q) const {
    json.key("actor").string(q.actor);
    echo(q.who);
    May answer;
    if (q.known)
      answer = regelgraf::may(model, *q.known, q.who.question);
    else
      answer.because.kind = Because::Kind::unknown;
    out.may(answer);
  }
  void operator()(const WhyQuestion& q) const {
    json.key("element").string(model.id(q.element));
    out.why(regelgraf::why(model, q.element, q.date));
  }
  void operator()(const CheckQuestion&) const { out.check(); }

 private:
  void echo(const WhoDecidesQuestion& q) const {
    json.key("power").string(q.question.power);
    if (q.kle.empty()) {
      json.key("target").string(model.id(q.question.target));
    } else {
      json.key("target").begin_object().key("kle").string(q.kle);
      out.ids("matters", q.question.target == none ? q.question.concerns
                                                   : std::vector<Index>{q.question.target});
      json.end_object();
    }
    if (q.ignored_facts.empty()) return;
    json.key("ignored_facts").begin_array();
    for (const std::string& name : q.ignored_facts) json.string(name);
    json.end_array();
  }
};

void put_envelope(json::Writer& out, const Envelope& envelope, const Model& model,
                  const std::string& digest) {
  out.begin_object().key("ask");
  if (envelope.ask.empty())
    out.null();
  else
    out.string(envelope.ask);
  if (!envelope.id.empty()) out.key("id").raw(envelope.id);
  out.key("model").begin_object();
  out.key("id").string(model.head().id).key("digest").string(digest).end_object();
  out.key("date");
  if (envelope.date)
    out.string(to_text(*envelope.date));
  else
    out.null();
}

}  // namespace

Asker::Asker(const Model& model) : Asker(model, regelgraf::digest(model)) {}
Asker::Asker(const Model& model, std::string digest) : model_(model), digest_(std::move(digest)) {}

std::string Asker::ask(std::string_view question) const {
  Envelope envelope;
  try {
    simdjson::dom::parser parser;
    simdjson::dom::element json;
    if (const auto error = parser.parse(question.data(), question.size()).get(json))
      throw Error(Errc::invalid_question,
                  std::string("the question is no JSON: ") + simdjson::error_message(error));
    const Question read = read_question(model_, json, envelope);
    json::Writer out;
    put_envelope(out, envelope, model_, digest_);
    AnswerWriter writer(model_, out);
    std::visit(Answer{model_, writer, out}, read);
    return out.end_object().take();
  } catch (const Error& error) {
    json::Writer out;
    put_envelope(out, envelope, model_, digest_);
    out.key("error").begin_object().key("code").string(to_text(error.code()));
    out.key("message").string(error.what()).key("at");
    if (error.at().empty())
      out.null();
    else
      out.string(error.at());
    return out.end_object().end_object().take();
  }
}

}  // namespace regelgraf
