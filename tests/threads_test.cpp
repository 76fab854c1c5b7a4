// Many threads ask one model at once, through C++ and through C. Each gets the answers that one
// thread alone gets. Under ThreadSanitizer this also shows that nothing is shared unguarded.

#include <atomic>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "capi/misuse.h"
#include "regelgraf.h"

#include <regelgraf/ask.hpp>
#include <regelgraf/error.hpp>
#include <regelgraf/model_file.hpp>
#include <regelgraf/why.hpp>

namespace regelgraf::test {
namespace {

constexpr int threads = 8;

/// Element @p i as a question of every kind, answered; all in one text.
using Answerer = std::function<std::string(Index)>;

/// Asks about every element of a model: once alone, then by all threads, each from another start.
void expect_same_from_all_threads(Index elements, int rounds, const Answerer& answer) {
  std::vector<std::string> alone;
  for (Index i = 0; i < elements; ++i) alone.push_back(answer(i));
  std::atomic<int> different = 0, ready = 0;
  std::vector<std::thread> pool;
  for (int t = 0; t < threads; ++t)
    pool.emplace_back([&, t] {
      ++ready;
      while (ready < threads) std::this_thread::yield();
      for (int round = 0; round < rounds; ++round)
        for (Index k = 0; k < elements; ++k) {
          const Index i = (k + static_cast<Index>(t) * elements / threads) % elements;
          if (answer(i) != alone[i]) ++different;
        }
    });
  for (std::thread& thread : pool) thread.join();
  EXPECT_EQ(different, 0);
}

const std::string file = RG_SOURCE_DIR "/examples/odder/odder.json";

Model odder() {
  Frozen frozen = load_model(file);
  EXPECT_TRUE(frozen.model);
  return std::move(*frozen.model);
}

bool is_target(const Model& model, Index i) {
  const Kind kind = model.kind(i);
  return kind == Kind::rule || kind == Kind::matter || kind == Kind::task;
}

TEST(Threads, TypedQuestionsInCxx) {
  const Model model = odder();
  const Asker asker(model);
  const Index socialchef = *model.find("socialchef");
  expect_same_from_all_threads(static_cast<Index>(model.size()), 1, [&](Index i) {
    ask::WhatBreaksQuestion removal;
    removal.removal.elements = {i};
    removal.detail = ask::Detail::full;
    std::string said = asker.answer(removal, what_breaks(model, removal.removal));
    const Why reason = why(model, i);
    said += std::to_string(static_cast<int>(reason.origin)) + std::to_string(reason.ground.size());
    if (!is_target(model, i)) return said;
    ask::MayQuestion question;
    question.who.question.power = "repeal";
    question.who.question.target = i;
    said += asker.answer(question.who, who_decides(model, question.who.question));
    question.actor = "socialchef";
    question.known = socialchef;
    return said + asker.answer(question, may(model, socialchef, question.who.question));
  });
}

// Without a date the questions share one spare workspace, lent to whoever comes first.
TEST(Threads, OneSpareWorkspaceForAll) {
  const Model model = odder();
  const Asker asker(model);
  expect_same_from_all_threads(static_cast<Index>(model.size()), 3, [&](Index i) {
    Removal removal;
    removal.elements = {i, static_cast<Index>((i * 7 + 3) % model.size())};
    const WhatBreaks breaks = asker.what_breaks(removal);
    return asker.ask(R"({"ask": "what_breaks", "detail": "full", "remove": [")" + model.id(i) +
                     "\"]}") +
           std::to_string(breaks.lapsed.size()) + " " + std::to_string(breaks.broken.size());
  });
}

TEST(Threads, OneTokenEndsTheCallsOfAll) {
  const Model model = odder();
  const Asker asker(model);
  CancelToken cancel;
  Limits limits;
  limits.cancel = &cancel;
  std::atomic<int> ended = 0, asked = 0;
  std::vector<std::thread> pool;
  for (int t = 0; t < threads; ++t)
    pool.emplace_back([&] {
      try {
        for (;; ++asked) (void)asker.ask(R"({"ask": "rank", "by": "breaks"})", limits);
      } catch (const Error& error) {
        ended += error.code() == Errc::cancelled;
      }
    });
  while (asked < threads) std::this_thread::yield();
  cancel.cancel();
  for (std::thread& thread : pool) thread.join();
  EXPECT_EQ(ended, threads);
}

TEST(Threads, QuestionsInJson) {
  const Model model = odder();
  const Asker asker(model);
  expect_same_from_all_threads(static_cast<Index>(model.size()), 1, [&](Index i) {
    const std::string id = "\"" + model.id(i) + "\"";
    return asker.ask(R"({"ask": "what_breaks", "date": "2018-06-01", "remove": [)" + id + "]}") +
           asker.ask(R"({"ask": "who_decides", "power": "decide", "target": )" + id + "}") +
           asker.ask(R"({"ask": "why", "element": )" + id + "}") +
           asker.ask(R"({"ask": "why", "element": ")" + model.id(i) + "x\"}");
  });
}

std::string take(rg_text* text) {
  std::string copy = rg_text_data(text, nullptr);
  rg_text_free(&text);
  return copy;
}

/// Every call of the C ABI on element @p id, with objects of the thread's own.
std::string through_c(const rg_model* model, const char* id) {
  std::string said;
  rg_text* text = nullptr;
  rg_error* error = nullptr;
  rg_breaks* breaks = nullptr;
  EXPECT_EQ(rg_what_breaks(model, &id, 1, nullptr, nullptr, &breaks, &error), RG_OK);
  for (size_t k = 0; k < rg_breaks_count(breaks, RG_BREAKS_BROKEN); ++k)
    said += rg_breaks_id(breaks, RG_BREAKS_BROKEN, k, nullptr);
  EXPECT_EQ(rg_breaks_json(breaks, &text, &error), RG_OK);
  said += take(text);
  rg_breaks_free(&breaks);

  rg_question* question = nullptr;
  EXPECT_EQ(rg_question_new(model, "repeal", id, &question, &error), RG_OK);
  EXPECT_EQ(rg_question_set_number(question, "amount", 50000, nullptr, &error), RG_OK);
  rg_decision* decision = nullptr;
  EXPECT_EQ(rg_who_decides(question, &decision, &error), RG_OK);
  said += std::to_string(rg_decision_verdict(decision));
  EXPECT_EQ(rg_decision_json(decision, &text, &error), RG_OK);
  said += take(text);
  rg_decision_free(&decision);
  EXPECT_EQ(rg_may_json(question, "socialchef", &text, &error), RG_OK);
  said += take(text);
  rg_question_free(&question);

  EXPECT_EQ(rg_ask(model, R"({"ask": "check"})", RG_NUL_TERMINATED, &text, &error), RG_OK);
  said += take(text);
  EXPECT_EQ(rg_question_new(model, "repeal", "nobody", &question, &error), RG_UNKNOWN_ELEMENT);
  said += rg_error_message(error);
  rg_error_free(&error);
  return said;
}

TEST(Threads, TheCAbi) {
  rg_model* model = nullptr;
  ASSERT_EQ(rg_model_open(file.c_str(), file.size(), nullptr, &model, nullptr), RG_OK);
  expect_same_from_all_threads(static_cast<Index>(rg_model_element_count(model)), 1, [&](Index i) {
    return through_c(model, rg_model_element_id(model, i, nullptr));
  });
  rg_model_free(&model);
}

TEST(Threads, OneAnswerIsReadByAll) {
  rg_model* model = nullptr;
  ASSERT_EQ(rg_model_open(file.c_str(), file.size(), nullptr, &model, nullptr), RG_OK);
  rg_question* question = nullptr;
  rg_decision* decision = nullptr;
  ASSERT_EQ(rg_question_new(model, "repeal", "ugenotat", &question, nullptr), RG_OK);
  ASSERT_EQ(rg_who_decides(question, &decision, nullptr), RG_OK);
  rg_question_free(&question);
  rg_model_free(&model);
  expect_same_from_all_threads(static_cast<Index>(rg_decision_option_count(decision)), 20,
                               [&](Index i) {
                                 rg_text* text = nullptr;
                                 EXPECT_EQ(rg_decision_json(decision, &text, nullptr), RG_OK);
                                 return rg_decision_holder(decision, i, 0, nullptr) + take(text);
                               });
  rg_decision_free(&decision);
}

TEST(Threads, ModelsAreLoadedSideBySide) {
  expect_same_from_all_threads(2, 2, [&](Index i) {
    const Frozen frozen = load_model(RG_SOURCE_DIR + std::string(i ? "/examples/odder/odder.json"
                                                                   : "/examples/soroe/soroe.json"));
    return Asker(*frozen.model).digest();
  });
}

/// Every function with arguments of every sort, from all threads at once, on one model.
TEST(Threads, MisuseEveryFunction) {
  rg_model* model = misuse_model();
  std::atomic<std::size_t> failures = 0, calls = 0;
  std::vector<std::thread> pool;
  for (int t = 0; t < threads; ++t)
    pool.emplace_back([&] {
      std::size_t made = 0;
      failures += misuse_all(model, 0, &made);
      calls += made;
    });
  for (std::thread& thread : pool) thread.join();
  rg_model_free(&model);
  EXPECT_EQ(failures, 0U);
  EXPECT_GT(calls, misuse_call_count * threads);
}

}  // namespace
}  // namespace regelgraf::test
