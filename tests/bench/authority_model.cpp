#include "authority_model.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "support/build.hpp"
#include "support/random_draws.hpp"

namespace regelgraf::bench {
namespace {

/// The levels below the council, how many there are of each for a hundred matters, and how they are
/// named.
struct Level {
  const char* word;
  Tier tier;
  Form form;
  std::size_t per_hundred;
};
constexpr std::array<Level, 5> levels{{{"udvalg", Tier::committee, Form::body, 1},
                                       {"direktoer", Tier::management, Form::post, 2},
                                       {"leder", Tier::administration, Form::post, 8},
                                       {"team", Tier::workplace, Form::post, 24},
                                       {"sagsbehandler", Tier::frontline, Form::post, 80}}};
constexpr std::array<double, levels.size()> limits{10e6, 2e6, 500e3, 100e3, 20e3};
constexpr std::size_t grants_per_matter = 10, question_count = 5000;

class Generator {
 public:
  explicit Generator(std::uint32_t matters) : draws_(matters), matter_count_(matters) {}

  AuthorityModel run() {
    Head head;
    head.id = "authority";
    head.facts = {{"amount", FactType::number, "DKK", {}, {}, {}, {{}, "How much?"}}};
    made_.draft = Draft(std::move(head));
    add_actors();
    for (std::size_t i = 0; i < matter_count_; ++i) add_matter(i);
    for (std::size_t i = 0; i < question_count; ++i) add_question();
    return std::move(made_);
  }

 private:
  static std::string name(const char* word, std::size_t i) {
    return std::string(word) + "-" + std::to_string(i);
  }

  void add_actors() {
    made_.draft.add(test::actor("byraad", Tier::council, Form::body));
    made_.draft.add(test::grant("rod", {"byraad"}, {"*"}, {"*"}));
    for (std::size_t level = 0; level < levels.size(); ++level) {
      const auto& [word, tier, form, per_hundred] = levels[level];
      const std::size_t count = std::max<std::size_t>(1, matter_count_ * per_hundred / 100);
      for (std::size_t i = 0; i < count; ++i) {
        const auto above =
            level == 0 ? "byraad" : actors_[level - 1][i * actors_[level - 1].size() / count];
        made_.draft.add(test::actor(name(word, i), tier, form, above));
        actors_[level].push_back(name(word, i));
      }
    }
  }

  /// One of @p level near the place of matter @p i: a matter is dealt with in one corner of the
  /// house.
  const std::string& near(std::size_t level, std::size_t i) {
    const auto& all = actors_[level];
    return all[std::min(all.size() - 1, i * all.size() / matter_count_ + draws_.below(3))];
  }

  void add_matter(std::size_t i) {
    const std::size_t in_tree = i % 100;
    const std::size_t above = in_tree % 10 != 0 ? i - in_tree % 10 : i - in_tree;
    made_.draft.add(test::matter(name("emne", i), above == i ? Ids{} : Ids{name("emne", above)}));
    std::vector<std::string> chain{"rod"};
    std::size_t level = 0;
    for (std::size_t g = 0; g < grants_per_matter; ++g) {
      if (level == levels.size()) {  // a fork: back up to the director
        chain.resize(std::min<std::size_t>(chain.size(), 3));
        level = 2;
      }
      const std::string id = name("bemyndigelse", i * grants_per_matter + g);
      add_grant(id, near(level, i), name("emne", i), chain.back(), limits[level]);
      chain.push_back(id);
      ++level;
    }
  }

  void add_grant(const std::string& id, const std::string& holder, const std::string& matter,
                 const std::string& from, double limit) {
    const std::string power = draws_.chance(90) ? "decide" : "approve";
    Element element = test::grant(id, {holder}, {"decide"}, {matter}, from);
    auto& grant = test::fields<Grant>(element);
    if (power != "decide") grant.powers.push_back(power);
    grant.conditions.push_back({"amount", Op::le, {limit}, {}});
    if (draws_.chance(5)) grant.within = {near(2, draws_.below(matter_count_))};
    grant.exclusive = draws_.chance(1);
    for (const std::string& each : grant.powers)
      made_.policy.push_back({holder, matter, each, limit});
    made_.draft.add(std::move(element));
  }

  void add_question() {
    CaseQuestion one;
    one.power = "decide";
    if (draws_.chance(50)) {
      const PolicyLine& line = draws_.one_of(made_.policy);
      one.actor = line.holder;
      one.matter = line.matter;
      one.amount = line.limit * static_cast<double>(draws_.between(20, 120)) / 100;
    } else {
      one.actor = draws_.one_of(actors_[draws_.below(levels.size())]);
      one.matter = name("emne", draws_.below(matter_count_));
      one.amount = limits[draws_.below(limits.size())];
    }
    if (draws_.chance(50)) one.unit = draws_.one_of(actors_[3]);
    made_.questions.push_back(std::move(one));
  }

  test::Draws draws_;
  std::size_t matter_count_;
  std::array<std::vector<std::string>, levels.size()> actors_;
  AuthorityModel made_;
};

}  // namespace

AuthorityModel authority_model(std::uint32_t matters) { return Generator(matters).run(); }

}  // namespace regelgraf::bench
