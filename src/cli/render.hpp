#pragma once

// Answers as pages for people.

#include <string>
#include <vector>

#include <regelgraf/ask.hpp>
#include <regelgraf/burden_by.hpp>
#include <regelgraf/change.hpp>
#include <regelgraf/cuts.hpp>
#include <regelgraf/diff.hpp>
#include <regelgraf/finding.hpp>
#include <regelgraf/keep_set.hpp>
#include <regelgraf/may.hpp>
#include <regelgraf/rank.hpp>
#include <regelgraf/removal_plan.hpp>
#include <regelgraf/what_breaks.hpp>
#include <regelgraf/what_may.hpp>
#include <regelgraf/who_decides.hpp>
#include <regelgraf/why.hpp>

#include "cli/page.hpp"
#include "cli/words.hpp"

namespace regelgraf::cli {

/// What all pages say in the same way.
class Renderer {
 public:
  Renderer(const Model& model, const Say& say, Page& page) : model(model), say(say), page(page) {}

 protected:
  /// Name and id.
  [[nodiscard]] Text element(Index i, Tone tone = Tone::plain) const;
  /// Name, id and what sort of thing it is.
  [[nodiscard]] Text described(Index i, Tone tone = Tone::plain) const;
  /// The name within a sentence: of an actor as it is, of anything else in quotation marks.
  [[nodiscard]] std::string name(Index i) const;
  /// @p text as a sentence or label begins.
  [[nodiscard]] static std::string begin(std::string text);
  /// `A, B og C`.
  template <class List>
  [[nodiscard]] std::string names(const List& list, const char* da = " og ",
                                  const char* en = " and ") const {
    std::string text;
    std::size_t left = list.size();
    for (const Index i : list) {
      if (!text.empty()) text += left == 1 ? say(da, en) : ", ";
      text += name(i);
      --left;
    }
    return text;
  }
  /// To whom a grant gives authority.
  [[nodiscard]] std::string holders_of(Index grant) const;
  /// In the language's quotation marks.
  [[nodiscard]] std::string quoted(const std::string& text) const;
  [[nodiscard]] std::string quoted(Index i) const {
    return quoted(ask::name_of(model, i, say.language));
  }
  /// `A → B → C` by name.
  [[nodiscard]] Text path(const std::vector<Index>& path) const;
  /// What an element rests on, as written.
  [[nodiscard]] std::vector<Index> basis_of(Index i) const;
  /// A value of a fact, with its unit.
  [[nodiscard]] std::string value(const FactValue& value, const Fact& fact) const;
  /// `amount højst 25.000 kr.`
  [[nodiscard]] std::string condition(const Condition& condition) const;
  [[nodiscard]] std::string unknown(const Unknown& unknown) const;
  [[nodiscard]] std::string dependence(const Dependence& dependence) const;
  /// Where a grant, involvement or bar holds.
  [[nodiscard]] std::string units_of(Index scoped) const;
  /// Why somebody may, may not, or may under conditions.
  [[nodiscard]] std::string reason(const Because& because) const;
  /// A list of elements below a heading; nothing where there are none.
  void list(const std::string& heading, const std::vector<Index>& elements,
            Tone tone = Tone::strong);
  /// The last line: which model answered, and for which day.
  void colophon(std::optional<Day> date);

  const Model& model;
  const Say& say;
  Page& page;
};

/// The options of an answer, each a tree.
[[nodiscard]] std::vector<Tree> option_trees(const Model& model, const Say& say, Page& page,
                                             const AuthorityQuestion& question,
                                             const std::vector<Option>& options);

/// What was asked, beyond what the typed answer says itself.
struct Asked {
  std::string actor;   ///< Of `may`, as typed.
  Index known = none;  ///< The same, where the model has it.
  Ids ignored_facts;
};

void render(const Model& model, const Say& say, Page& page, const Decision& answer,
            const Asked& asked);
void render(const Model& model, const Say& say, Page& page, const May& answer,
            const AuthorityQuestion& question, const Asked& asked);
void render(const Model& model, const Say& say, Page& page, const WhatBreaks& answer,
            const Removal& question);
void render(const Say& say, Page& page, const WhatIfAnswer& answer, const Change& question);
void render(const Model& model, const Say& say, Page& page, const Why& answer, Index element,
            std::optional<Day> date);
/// What the graph shows, by code; what freeze() found is put before it, with its place in the file.
void render(const Model& model, const Say& say, Page& page, const std::vector<Finding>& findings);
void render(const Model& model, const Say& say, Page& page, const Cuts& answer,
            const CutsQuestion& question);
void render(const Model& model, const Say& say, Page& page, const BurdenAnswer& answer,
            const BurdenQuestion& question);

void render(const Model& model, const Say& say, Page& page, const RemovalPlan& answer,
            const RemovalPlanQuestion& question, const Ids& ignored_facts);

/// @p model is the earlier one.
void render(const Model& model, const Say& say, Page& page, const Diff& answer,
            const ask::DiffQuestion& question);
void render(const Model& model, const Say& say, Page& page, const Ranking& answer,
            const RankQuestion& question);
void render(const Model& model, const Say& say, Page& page, const KeepSet& answer,
            const KeepSetQuestion& question);
void render(const Model& model, const Say& say, Page& page, const BestRemovals& answer,
            const BestRemovalsQuestion& question);
/// With @p with_not also why the rest is not among what the actor may.
void render(const Model& model, const Say& say, Page& page, const WhatMay& answer,
            const ask::WhatMayQuestion& question, bool with_not);

}  // namespace regelgraf::cli
