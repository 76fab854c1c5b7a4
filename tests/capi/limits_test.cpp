// Calls ended from another thread; what a question costs once the workspace is there.

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <new>
#include <string>
#include <thread>

#include <gtest/gtest.h>

#include "regelgraf.h"

namespace {
std::atomic<std::size_t> allocated{0};
}

// GCC 12 sees malloc and free through the two and takes them for a mismatch.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"
#endif

// All of this program's memory, that of the library too, is counted.
void* operator new(std::size_t size) {
  allocated += size;
  if (void* memory = std::malloc(size)) return memory;
  throw std::bad_alloc();
}
// The form that does not throw too: a sanitizer's own would not match the delete below.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  allocated += size;
  return std::malloc(size);
}
// What std::pmr::new_delete_resource() asks for.
void* operator new(std::size_t size, std::align_val_t align) {
  allocated += size;
  const auto unit = static_cast<std::size_t>(align);
  if (void* memory = std::aligned_alloc(unit, (size + unit - 1) / unit * unit)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory, std::align_val_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { std::free(memory); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace regelgraf::test {
namespace {

std::string name(int i) { return "r" + std::to_string(1000000 + i); }

/// n rules, each in need of the one before it where @p chained; the last of "both" on two of them.
rg_model* rules(int n, bool chained) {
  std::string text = "{\"regelgraf\": 1, \"model\": {\"id\": \"m\"}}\n";
  const auto rule = [&](const std::string& id, const std::string& needs) {
    text += R"({"id": ")" + id + R"(", "kind": "rule", "instrument": "procedure")";
    if (!needs.empty()) text += R"(, "needs": [)" + needs + "]";
    text += "}\n";
  };
  for (int i = 0; i < n; ++i)
    rule(name(i), chained && i > 0 ? "\"" + name(i - 1) + "\"" : std::string());
  rule("side", "");
  rule("both", "\"" + name(n - 1) + "\", \"side\"");
  rg_model* model = nullptr;
  EXPECT_EQ(rg_model_from_text(text.data(), text.size(), nullptr, &model, nullptr), RG_OK);
  return model;
}

TEST(Limits, AnotherThreadEndsALongCall) {
  rg_model* model = rules(40000, true);  // some 800 million steps
  rg_cancel* cancel = nullptr;
  rg_limits* limits = nullptr;
  ASSERT_EQ(rg_cancel_new(&cancel, nullptr), RG_OK);
  ASSERT_EQ(rg_limits_new(&limits, nullptr), RG_OK);
  rg_limits_set_cancel(limits, cancel);
  std::thread other([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(30));
    rg_cancel_trigger(cancel);
  });
  rg_ranking* ranking = nullptr;
  rg_error* error = nullptr;
  EXPECT_EQ(rg_rank(model, RG_RANK_BY_BREAKS, 0, nullptr, 0, nullptr, limits, &ranking, &error),
            RG_CANCELLED);
  EXPECT_EQ(ranking, nullptr);
  EXPECT_STREQ(rg_error_message(error), "cancelled by the caller");
  other.join();
  rg_error_free(&error);
  rg_limits_free(&limits);
  rg_cancel_free(&cancel);
  rg_model_free(&model);
}

// The digest, which the first answer in JSON works out, is long work too.
TEST(Limits, TheDigestOfTheFirstAnswerCanBeEnded) {
  rg_model* model = rules(40000, true);
  rg_cancel* cancel = nullptr;
  rg_limits* limits = nullptr;
  ASSERT_EQ(rg_cancel_new(&cancel, nullptr), RG_OK);
  ASSERT_EQ(rg_limits_new(&limits, nullptr), RG_OK);
  rg_limits_set_cancel(limits, cancel);
  rg_cancel_trigger(cancel);
  const std::string question = R"({"ask": "what_breaks", "remove": ["r1039999"]})";
  rg_text* answer = nullptr;
  EXPECT_EQ(rg_ask_limited(model, question.c_str(), question.size(), limits, &answer, nullptr),
            RG_CANCELLED);
  EXPECT_EQ(answer, nullptr);
  std::size_t length = 0;
  ASSERT_NE(rg_model_digest(model, &length), nullptr);
  EXPECT_EQ(length, 64U);
  rg_limits_set_cancel(limits, nullptr);
  ASSERT_EQ(rg_ask_limited(model, question.c_str(), question.size(), limits, &answer, nullptr),
            RG_OK);
  EXPECT_NE(std::string(rg_text_data(answer, nullptr)).find(rg_model_digest(model, nullptr)),
            std::string::npos);
  rg_text_free(&answer);
  rg_limits_free(&limits);
  rg_cancel_free(&cancel);
  rg_model_free(&model);
}

/// How many bytes one removal of @p id asks for.
std::size_t cost(const rg_model* model, const char* id) {
  const std::size_t before = allocated;
  rg_breaks* breaks = nullptr;
  EXPECT_EQ(rg_what_breaks(model, &id, 1, nullptr, nullptr, &breaks, nullptr), RG_OK);
  EXPECT_EQ(rg_breaks_count(breaks, RG_BREAKS_BROKEN), 1U);
  rg_breaks_free(&breaks);
  return allocated - before;
}

// A workspace takes an eighth of a byte an element and more: it is made once, not for each
// question.
TEST(Limits, AQuestionPaysForWhatItTouchesNotForTheModel) {
  constexpr int n = 100000;
  rg_model* model = rules(n, false);
  EXPECT_GT(cost(model, "side"), n / 8U);
  EXPECT_LT(cost(model, name(n - 1).c_str()), 4096U);
  const char* unknown[] = {"side", "nobody"};
  rg_breaks* breaks = nullptr;
  EXPECT_EQ(rg_what_breaks(model, unknown, 2, nullptr, nullptr, &breaks, nullptr),
            RG_UNKNOWN_ELEMENT);
  EXPECT_LT(cost(model, "side"), 4096U) << "a question that could not be put cost the workspace";
  rg_model_free(&model);
}

TEST(Limits, AYesOrNoAsksForNoMemory) {
  const std::string text =
      R"({"regelgraf": 1, "model": {"id": "m", "facts": [{"name": "amount", "type": "number"}]}}
{"id": "byraad", "kind": "actor", "tier": "council", "form": "body"}
{"id": "udvalg", "kind": "actor", "tier": "committee", "form": "body", "part_of": "byraad"}
{"id": "chef", "kind": "actor", "tier": "management", "form": "post", "part_of": "udvalg"}
{"id": "emne", "kind": "matter"}
{"id": "delemne", "kind": "matter", "broader": ["emne"]}
{"id": "rod", "kind": "grant", "to": "byraad", "powers": "*", "over": "*", "residual": true, "redelegable": true}
{"id": "g-udvalg", "kind": "grant", "to": "udvalg", "powers": ["decide"], "over": ["emne"], "from": "rod", "redelegable": true}
{"id": "g-chef", "kind": "grant", "to": "chef", "powers": ["decide"], "over": ["delemne"], "from": "g-udvalg", "conditions": [{"fact": "amount", "op": "<=", "value": 100000}]}
{"id": "skema", "kind": "rule", "instrument": "procedure", "issuer": ["chef"], "concerns": ["delemne"]}
)";
  rg_model* model = nullptr;
  ASSERT_EQ(rg_model_from_text(text.data(), text.size(), nullptr, &model, nullptr), RG_OK);
  const auto ask = [&](const char* power, const char* target, const char* actor, double amount,
                       rg_permission wanted) {
    rg_question* question = nullptr;
    ASSERT_EQ(rg_question_new(model, power, target, &question, nullptr), RG_OK);
    ASSERT_EQ(rg_question_set_number(question, "amount", amount, nullptr, nullptr), RG_OK);
    ASSERT_EQ(rg_question_set_date(question, "2026-11-26", nullptr), RG_OK);
    const std::size_t before = allocated;
    rg_permission permission = RG_DEPENDS;
    EXPECT_EQ(rg_may(question, actor, &permission, nullptr), RG_OK);
    EXPECT_EQ(allocated - before, 0U) << actor << " " << power;
    EXPECT_EQ(permission, wanted) << actor << " " << power;
    rg_question_free(&question);
  };
  ask("decide", "delemne", "chef", 5000, RG_YES);
  ask("decide", "delemne", "chef", 500000, RG_NO);
  ask("decide", "emne", "chef", 5000, RG_NO);
  ask("decide", "delemne", "udvalg", 5000, RG_YES);
  ask("repeal", "skema", "chef", 5000, RG_YES);
  ask("repeal", "skema", "udvalg", 5000, RG_YES);
  ask("approve", "emne", "udvalg", 5000, RG_NO);
  rg_model_free(&model);
}

}  // namespace
}  // namespace regelgraf::test
