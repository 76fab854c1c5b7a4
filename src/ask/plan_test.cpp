#include <regelgraf/plan_test.hpp>

#include <simdjson.h>

#include <algorithm>
#include <set>
#include <utility>

#include <regelgraf/detail/text.hpp>
#include <regelgraf/error.hpp>

#include "ask/question.hpp"
#include "json/parse.hpp"
#include "json/writer.hpp"

namespace regelgraf {

namespace {

using ask::bad;
using simdjson::dom::element;
using simdjson::dom::element_type;

std::string json_of(element value) { return simdjson::minify(value); }

bool is_number(element value) { return value.is_number(); }

/// Adds where @p got does not hold what is expected.
void compare(element expected, element got, const std::string& at,
             std::vector<PlanDifference>& differences) {
  const auto differs = [&] { differences.push_back({at, json_of(expected), json_of(got)}); };
  const auto below = [&](std::string_view key) {
    return at.empty() ? std::string(key) : at + "." + std::string(key);
  };
  if (expected.type() == element_type::OBJECT) {
    if (got.type() != element_type::OBJECT) return differs();
    for (const auto [key, value] : simdjson::dom::object(expected)) {
      element inner;
      if (got[key].get(inner))
        differences.push_back({below(key), json_of(value), {}});
      else
        compare(value, inner, below(key), differences);
    }
  } else if (expected.type() == element_type::ARRAY) {
    const auto wanted = simdjson::dom::array(expected);
    simdjson::dom::array list;
    if (got.get_array().get(list) || wanted.size() != list.size()) return differs();
    auto other = list.begin();
    std::size_t i = 0;
    for (const element one : wanted) {
      compare(one, *other, at + "[" + std::to_string(i++) + "]", differences);
      ++other;
    }
  } else if (is_number(expected) && is_number(got)) {
    if (double(expected) != double(got)) differs();
  } else if (expected.type() != got.type() || json_of(expected) != json_of(got)) {
    differs();
  }
}

/// The rows of the model's plans: matters that use one.
bool is_row(const Model& model, Index i) {
  const auto uses = model.uses(i);
  return model.kind(i) == Kind::matter && std::any_of(uses.begin(), uses.end(), [&](Index rule) {
           return model.kind(rule) == Kind::rule &&
                  model.instrument(rule) == Instrument::delegation_plan;
         });
}

class PlanTester {
 public:
  PlanTester(const Model& model, const Asker& asker) : model_(model), asker_(asker) {}

  PlanTestReport run(std::string_view text) {
    simdjson::dom::parser parser;
    element file;
    if (const auto error = json::parse(parser, text).get(file))
      bad(std::string("the file is no JSON: ") + simdjson::error_message(error), {});
    simdjson::dom::object fields;
    if (file.get_object().get(fields)) bad("expected an object with `cases`", {});
    simdjson::dom::array cases;
    bool found = false;
    for (const auto [key, value] : fields) {
      if (key == "model" || key.starts_with("x-")) continue;
      if (key != "cases") bad("unknown field " + detail::quote(key), std::string(key));
      if (value.get_array().get(cases)) bad("expected a list of cases", "cases");
      found = true;
    }
    if (!found) bad("the field `cases` is missing", "cases");
    std::size_t number = 0;
    for (const element one : cases) run_case(one, number++);
    cover();
    return std::move(report_);
  }

 private:
  void run_case(element value, std::size_t number) {
    const std::string at = "cases[" + std::to_string(number) + "]";
    simdjson::dom::object fields;
    if (value.get_object().get(fields)) bad("expected an object with `ask` and `expect`", at);
    PlanTestCase one;
    one.name = "case " + std::to_string(number + 1);
    element ask, expect;
    bool has_ask = false, has_expect = false;
    for (const auto [key, inner] : fields) {
      if (key.starts_with("x-")) continue;
      if (key == "name") {
        std::string_view name;
        if (inner.get_string().get(name)) bad("expected a text", at + ".name");
        ask::refuse_personal_data(name, at + ".name");
        one.name = name;
      } else if (key == "ask") {
        if (inner.type() != element_type::OBJECT) bad("expected a question", at + ".ask");
        ask = inner;
        has_ask = true;
      } else if (key == "expect") {
        if (inner.type() != element_type::OBJECT)
          bad("expected a part of an answer", at + ".expect");
        expect = inner;
        has_expect = true;
      } else {
        bad("unknown field " + detail::quote(key), at + "." + std::string(key));
      }
    }
    if (!has_ask) bad("the field `ask` is missing", at + ".ask");
    if (!has_expect) bad("the field `expect` is missing", at + ".expect");
    one.ask = json_of(ask);
    one.answer = asker_.ask(one.ask);
    simdjson::dom::parser parser;
    const element answer = json::parse(parser, one.answer);
    element error;
    if (!answer["error"].get(error) && expect["error"].error())
      one.differences.push_back(
          {"error", "null", json_of(error)});  // there is no answer to compare
    else
      compare(expect, answer, {}, one.differences);
    note_target(ask);
    note_names(answer);
    report_.cases.push_back(std::move(one));
  }

  void note_target(element ask) {
    element target;
    if (ask["target"].get(target)) return;
    std::string_view text;
    if (!target.get_string().get(text)) {
      if (const auto i = model_.find(text)) asked_.insert(*i);
    } else if (!target["kle"].get_string().get(text)) {
      try {
        const std::vector<Index> matters = ask::matters_by_kle(model_, text);
        asked_.insert(matters.begin(), matters.end());
      } catch (const Error&) {  // the answer says so
      }
    }
  }

  /// Grants are named by id wherever an answer tells of them.
  void note_names(element value) {
    std::string_view text;
    if (!value.get_string().get(text)) {
      const auto i = model_.find(text);
      if (i && model_.kind(*i) == Kind::grant) asked_.insert(*i);
    } else if (value.type() == element_type::ARRAY) {
      for (const element one : simdjson::dom::array(value)) note_names(one);
    } else if (value.type() == element_type::OBJECT) {
      for (const auto [key, inner] : simdjson::dom::object(value)) note_names(inner);
    }
  }

  void cover() {
    for (Index i = 0; i < model_.size(); ++i) {
      if (model_.layers()[model_.layer(i)].id == "dk") continue;
      const bool asked = asked_.contains(i);
      if (model_.kind(i) == Kind::grant)
        (asked ? report_.grants_asked : report_.grants_not_asked).emplace_back(model_.id(i));
      else if (is_row(model_, i))
        (asked ? report_.rows_asked : report_.rows_not_asked).emplace_back(model_.id(i));
    }
  }

  const Model& model_;
  const Asker& asker_;
  std::set<Index> asked_;
  PlanTestReport report_;
};

}  // namespace

PlanTestReport plan_test(const Model& model, const Asker& asker, std::string_view text) {
  return PlanTester(model, asker).run(text);
}

std::string to_json(const PlanTestReport& report) {
  json::Writer out;
  const auto ids = [&](std::string_view key, const Ids& list) {
    out.key(key).begin_array();
    for (const std::string& id : list) out.string(id);
    out.end_array();
  };
  const std::size_t failed = report.failed();
  out.begin_object();
  out.key("passed").number(static_cast<double>(report.cases.size() - failed));
  out.key("failed").number(static_cast<double>(failed));
  out.key("cases").begin_array();
  for (const PlanTestCase& one : report.cases) {
    out.begin_object().key("name").string(one.name).key("passed").boolean(one.differences.empty());
    if (!one.differences.empty()) {
      out.key("ask").raw(one.ask).key("differences").begin_array();
      for (const PlanDifference& difference : one.differences) {
        out.begin_object().key("at").string(difference.at).key("expected").raw(difference.expected);
        if (!difference.got.empty()) out.key("got").raw(difference.got);
        out.end_object();
      }
      out.end_array().key("answer").raw(one.answer);
    }
    out.end_object();
  }
  out.end_array();
  out.key("grants").begin_object();
  ids("asked", report.grants_asked);
  ids("not_asked", report.grants_not_asked);
  out.end_object().key("rows").begin_object();
  ids("asked", report.rows_asked);
  ids("not_asked", report.rows_not_asked);
  return out.end_object().end_object().take();
}

}  // namespace regelgraf
