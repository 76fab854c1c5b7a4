// Memory may run out anywhere: each call is made again and again, with the first allocation
// failing, then the second, and so on until it comes through; with all later ones failing too, and
// with that one alone. It fails cleanly or answers as ever.

#include <cstdlib>
#include <functional>
#include <new>
#include <string>

#include <gtest/gtest.h>

#include "regelgraf.h"

namespace {
thread_local long allocations_left = -1;  // -1: as many as one likes
thread_local bool only_one_fails = false;

void* allocate(std::size_t size) {
  if (allocations_left == 0) {
    if (only_one_fails) allocations_left = -1;
    return nullptr;
  }
  if (allocations_left > 0) --allocations_left;
  return std::malloc(size ? size : 1);
}
}  // namespace

// The library takes its memory from here. Inlined, GCC sees free() meet new and warns.
#define APART [[gnu::noinline]]
APART void* operator new(std::size_t size) {
  if (void* memory = allocate(size)) return memory;
  throw std::bad_alloc();
}
APART void* operator new[](std::size_t size) { return operator new(size); }
APART void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  return allocate(size);
}
APART void* operator new[](std::size_t size, const std::nothrow_t&) noexcept {
  return allocate(size);
}
APART void operator delete(void* memory) noexcept { std::free(memory); }
APART void operator delete[](void* memory) noexcept { std::free(memory); }
APART void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
APART void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }

namespace regelgraf::test {
namespace {

constexpr char small[] =
    R"({"regelgraf": 1, "model": {"id": "lille", "facts": [{"name": "amount", "type": "number"}]},
  "elements": [{"id": "chef", "kind": "actor", "tier": "management", "form": "post"},
    {"id": "sag", "kind": "matter"}, {"id": "skema", "kind": "rule", "instrument": "procedure", "issuer": "chef"},
    {"id": "pligt", "kind": "duty", "needs": ["skema"]},
    {"id": "g", "kind": "grant", "to": ["chef"], "powers": ["decide"], "over": ["sag"],
     "conditions": [{"fact": "amount", "op": "<=", "value": 1000}]}]})";

/// Makes @p call with ever more memory until it comes through. It gives what it got, and a status.
void starve_once(const std::function<std::string(rg_status&, rg_error**)>& call) {
  rg_status status = RG_OK;
  long refused = 0;
  const std::string plenty = call(status, nullptr);
  ASSERT_EQ(status, RG_OK);
  ASSERT_NE(plenty, "");
  for (long n = 0; n < 100000; ++n) {
    rg_error* error = nullptr;
    allocations_left = n;
    const std::string got = call(status, &error);
    const bool enough = allocations_left > 0;
    allocations_left = -1;
    const rg_status said = rg_error_status(error);
    const std::string message = rg_error_message(error);
    rg_error_free(error);
    if (status == RG_OK) {
      ASSERT_EQ(got, plenty) << "after " << n << " allocations";
      if (!enough) continue;
      EXPECT_GT(refused, 10) << "the library takes its memory elsewhere";
      return;
    } else {
      ASSERT_EQ(status, RG_OUT_OF_MEMORY) << message << " after " << n << " allocations";
      ASSERT_EQ(said, RG_OUT_OF_MEMORY);
      ++refused;
    }
  }
  FAIL() << "never came through";
}

void starve(const std::function<std::string(rg_status&, rg_error**)>& call) {
  for (const bool only_one : {false, true}) {
    SCOPED_TRACE(only_one ? "one allocation fails" : "memory is used up");
    only_one_fails = only_one;
    starve_once(call);
    allocations_left = -1;
    only_one_fails = false;
  }
}

/// A call whose text is wanted; what the test itself copies is not counted.
std::string copy_of(const char* text) {
  const long left = allocations_left;
  allocations_left = -1;
  std::string copy = text ? text : "";
  allocations_left = left;
  return copy;
}

std::string take(rg_text* text) {
  std::string copy = copy_of(rg_text_data(text, nullptr));
  rg_text_free(text);
  return copy;
}

rg_model* model() {
  rg_model* made = nullptr;
  EXPECT_EQ(rg_model_from_text(small, RG_NUL_TERMINATED, nullptr, &made, nullptr), RG_OK);
  return made;
}

TEST(OutOfMemory, WhileAModelIsLoaded) {
  starve([](rg_status& status, rg_error** error) {
    rg_model* made = nullptr;
    status = rg_model_from_text(small, RG_NUL_TERMINATED, nullptr, &made, error);
    std::string got = copy_of(rg_model_digest(made, nullptr));
    rg_model_free(made);
    return got;
  });
}

TEST(OutOfMemory, WhileAModelIsRefused) {
  for (long n = 0; n < 800; ++n) {
    only_one_fails = n >= 400;
    rg_model* made = nullptr;
    rg_error* error = nullptr;
    allocations_left = n % 400;
    const rg_status status =
        rg_model_from_text("{\"regelgraf\": 2}", RG_NUL_TERMINATED, nullptr, &made, &error);
    allocations_left = -1;
    EXPECT_TRUE(status == RG_OUT_OF_MEMORY || status == RG_INVALID_MODEL) << status;
    EXPECT_EQ(made, nullptr);
    EXPECT_NE(rg_error_message(error), std::string());
    rg_error_free(error);
  }
  only_one_fails = false;
}

TEST(OutOfMemory, WhileAQuestionIsAnsweredInJson) {
  rg_model* const asked = model();
  for (const char* question :
       {R"({"ask": "what_breaks", "remove": ["skema"], "detail": "full"})",
        R"({"ask": "why", "element": "skema"})",
        R"({"ask": "who_decides", "power": "decide", "target": "sag", "facts": {"amount": 5}})",
        R"({"ask": "may", "actor": "chef", "power": "decide", "target": "sag"})",
        R"({"ask": "why", "element": "skemaer"})"}) {
    SCOPED_TRACE(question);
    starve([&](rg_status& status, rg_error** error) {
      rg_text* text = nullptr;
      status = rg_ask(asked, question, RG_NUL_TERMINATED, &text, error);
      return take(text);
    });
  }
  rg_model_free(asked);
}

TEST(OutOfMemory, WhileATypedQuestionIsAnswered) {
  rg_model* const asked = model();
  starve([&](rg_status& status, rg_error** error) {
    const char* const ids[] = {"skema"};
    rg_breaks* breaks = nullptr;
    rg_text* text = nullptr;
    status = rg_what_breaks(asked, ids, 1, nullptr, nullptr, &breaks, error);
    if (status == RG_OK) status = rg_breaks_json(breaks, &text, error);
    rg_breaks_free(breaks);
    return take(text);
  });
  starve([&](rg_status& status, rg_error** error) {
    rg_question* question = nullptr;
    rg_decision* decision = nullptr;
    rg_text* text = nullptr;
    status = rg_question_new(asked, "decide", "sag", &question, error);
    if (status == RG_OK) status = rg_question_set_number(question, "amount", 5, nullptr, error);
    if (status == RG_OK)
      status = rg_question_set_text(question, "not known", "at all", nullptr, error);
    if (status == RG_OK) status = rg_question_add_absent(question, "chef", error);
    if (status == RG_OK) status = rg_who_decides(question, &decision, error);
    if (status == RG_OK) status = rg_decision_json(decision, &text, error);
    rg_decision_free(decision);
    rg_question_free(question);
    return take(text);
  });
  rg_model_free(asked);
}

}  // namespace
}  // namespace regelgraf::test
