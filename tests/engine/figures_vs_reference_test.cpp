// burden, why and check against the reference evaluator on random models.

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include <regelgraf/burden_by.hpp>
#include <regelgraf/check.hpp>
#include <regelgraf/why.hpp>

#include "reference/check_by_definition.hpp"
#include "support/frozen.hpp"
#include "support/hold_together.hpp"
#include "support/random_figures.hpp"
#include "support/random_model.hpp"

namespace regelgraf::test {
namespace {

constexpr Focus all_focuses[] = {Focus::mixed, Focus::standing, Focus::authority};

Draft a_draft(std::uint64_t seed, Focus focus) {
  ModelOptions options;
  options.focus = focus;
  options.elements = focus == Focus::standing ? 12 + seed % 14 : 16;
  return with_figures(random_draft(seed, options), seed);
}

template <class List>
std::string joined(const List& list) {
  std::string text;
  for (const auto& one : list) text += " " + std::string(one);
  return text;
}
std::vector<std::string> names(const Model& model, const std::vector<Index>& list) {
  std::vector<std::string> result;
  for (const Index i : list) result.emplace_back(model.id(i));
  return result;
}
std::string figures(const Range& range) {
  std::ostringstream out;
  for (const double value : {range.low, range.likely, range.high})
    out << " " << std::round(value * 1e6) / 1e6;
  return out.str();
}

template <class Sum, class List>
std::string line(const Sum& sum, const List& elements) {
  return figures(sum.hours) + ";" + figures(sum.one_off) + ";" + figures(sum.surplus) + ";" +
         joined(elements) + "\n";
}

std::string as_text(const reference::BurdenAnswer& answer) {
  std::string text;
  for (const auto& [key, sum] : answer.groups)
    text += "group " + key + ":" + line(sum, sum.elements);
  return text + "total:" + line(answer.total, answer.total.elements) + "shared" +
         joined(answer.shared) + "\n";
}
std::string as_text(const Model& model, const BurdenAnswer& answer) {
  std::map<std::string, std::string> groups;  // their order has a test of its own
  for (const BurdenGroup& group : answer.groups)
    groups.emplace(group.key(model), line(group, names(model, group.elements)));
  std::string text;
  for (const auto& [key, figures] : groups) text += "group " + key + ":" + figures;
  return text + "total:" + line(answer.total, names(model, answer.total.elements)) + "shared" +
         joined(names(model, answer.shared)) + "\n";
}

TEST(EngineAgainstReference, Burden) {
  for (std::uint64_t n = 0; n < models(1000); ++n)
    for (const Focus focus : all_focuses) {
      const std::uint64_t seed = first_seed() + n;
      const Draft draft = a_draft(seed, focus);
      const RandomRemoval when = random_removal(draft, seed);
      for (const std::string_view by : words<BurdenBy>()) {
        hold_together(draft, "burden by " + std::string(by), [&](const Draft& d) {
          const reference::World world(d);
          const Model model = model_of(d);
          BurdenQuestion question;
          question.by = *from_text<BurdenBy>(by);
          question.date = when.date;
          if (when.within) question.within = model.find(*when.within).value();
          return told_apart(
              as_text(reference::burden(world, std::string(by), when.date, when.within)),
              as_text(model, burden(model, question)));
        });
        if (::testing::Test::HasFatalFailure()) return;
      }
    }
}

std::string as_text(const reference::Why& why) {
  std::string text = std::string(why.stands ? "stands" : "falls") + " " +
                     std::string(to_text(why.origin)) + (why.circular ? " circular" : "") + "\n" +
                     why.claims + "\n";
  for (const auto& path : why.ground) text += "ground" + joined(path) + "\n";
  for (const auto& path : why.purpose) text += "purpose" + joined(path) + "\n";
  return text + "issuers" + joined(why.issuers) + "\nrequired by" + joined(why.required_by) +
         "\nused by" + joined(why.used_by) + "\nsurplus" + figures(why.surplus) + "\n";
}
std::string as_text(const Model& model, const Why& why) {
  std::string text = std::string(why.stands ? "stands" : "falls") + " " +
                     std::string(to_text(why.origin)) + (why.circular ? " circular" : "") + "\n";
  const auto claim = [&](const char* what, Claim held) {
    if (held != Claim::none) text += std::string(what) + " " + std::string(to_text(held)) + " ";
  };
  claim("origin", why.claims.origin);
  claim("issuer", why.claims.issuer);
  claim("hours", why.claims.hours);
  text += "\n";
  for (const auto& path : why.ground) text += "ground" + joined(names(model, path)) + "\n";
  for (const auto& path : why.purpose) text += "purpose" + joined(names(model, path)) + "\n";
  return text + "issuers" + joined(names(model, why.issuers)) + "\nrequired by" +
         joined(names(model, why.required_by)) + "\nused by" + joined(names(model, why.used_by)) +
         "\nsurplus" + figures(why.surplus_hours) + "\n";
}

TEST(EngineAgainstReference, Why) {
  std::set<Origin> seen;
  for (std::uint64_t n = 0; n < models(1000); ++n)
    for (const Focus focus : all_focuses) {
      const std::uint64_t seed = first_seed() + n;
      const Draft draft = a_draft(seed, focus);
      const std::optional<Day> date = random_removal(draft, seed).date;
      const reference::World all(draft);
      std::size_t turn = 0;
      for (const auto& [id, element] : all.elements) {
        if (++turn % 4 != seed % 4) continue;
        const std::string asked = id;  // no structured binding: clang 14 has none in lambdas
        hold_together(draft, "why " + asked, [&](const Draft& d) -> std::optional<std::string> {
          const reference::World world(d);
          const Model model = model_of(d);
          const Why answer = why(model, model.find(asked).value(), date);
          seen.insert(answer.origin);
          return told_apart(as_text(reference::why(world, asked, date)), as_text(model, answer));
        });
        if (::testing::Test::HasFatalFailure()) return;
      }
    }
  EXPECT_EQ(seen.size(), words<Origin>().size()) << "an origin that no model has was not compared";
}

// What is amiss with authority has a test of its own: check_authority_vs_reference_test.cpp.
bool is_of_authority(const Finding& finding) {
  static const std::set<std::string> codes{"barred_grant",  "exclusive_overlap", "limit_gap",
                                           "limit_overlap", "nobody_decides",    "lost_holder",
                                           "expired_grant", "same_person",       "old_edition"};
  return codes.contains(finding.code);
}

TEST(EngineAgainstReference, Check) {
  std::set<std::string> codes;
  for (std::uint64_t n = 0; n < models(1000); ++n)
    for (const Focus focus : all_focuses) {
      const std::uint64_t seed = first_seed() + n;
      const Draft draft = a_draft(seed, focus);
      const std::optional<Day> date = random_removal(draft, seed).date;
      hold_together(draft, "check", [&](const Draft& d) -> std::optional<std::string> {
        const reference::World world(d);
        const Model model = model_of(d);
        const std::vector<Finding> findings = check(model, date);
        std::set<std::string> engine;
        for (std::size_t i = model.findings().size(); i < findings.size(); ++i) {
          const Finding& one = findings[i];
          if (is_of_authority(one)) continue;
          codes.insert(one.code);
          if (one.field == "conditions") continue;  // limits have tests of their own
          engine.insert(one.code + " " + std::string(to_text(one.severity)) + " " + one.element +
                        " " + one.field + joined(one.elements));
        }
        const auto lines = [](const std::set<std::string>& all) {
          std::string text;
          for (const std::string& one : all) text += one + "\n";
          return text;
        };
        return told_apart(lines(reference::check(world, date)), lines(engine));
      });
      if (::testing::Test::HasFatalFailure()) return;
    }
  EXPECT_EQ(codes.size(), 10U) << joined(codes);
}

}  // namespace
}  // namespace regelgraf::test
