#pragma once

// What the graph knows of a rule that a group looks at.

#include <set>
#include <string>
#include <vector>

#include <regelgraf/what_breaks.hpp>
#include <regelgraf/who_decides.hpp>
#include <regelgraf/why.hpp>
#include <regelgraf/worksheets.hpp>

#include "ask/text.hpp"

namespace regelgraf::worksheets_of {

/// Who can change a rule, seen from the workplace: the columns of the priority map.
enum class Reach : std::uint8_t { ourselves, management, together, politicians, beyond, nobody };

struct RuleFacts {
  Index rule = none;
  std::string name, sort, issuers;
  Frame frame = Frame::open;  ///< How open it is.
  bool frame_known = false;
  std::string why;  ///< Why it is fixed or open.
  Origin origin = Origin::unknown;
  Range hours;
  Decision repeal;
  Reach reach = Reach::nobody;
};

/// Asks one model for one unit.
class Facts {
 public:
  Facts(const Model& model, const WorksheetsRequest& request);

  const Model& model;
  const WorksheetsRequest& request;

  [[nodiscard]] std::string say(const char* da, const char* en) const {
    return request.language == Language::da ? da : en;
  }
  [[nodiscard]] std::string name(Index i) const { return ask::name_of(model, i, voice_); }
  [[nodiscard]] std::string names(const std::vector<Index>& list) const;
  [[nodiscard]] std::string unit() const { return name(request.unit); }
  [[nodiscard]] std::string model_name() const;

  /// The rules that bind the unit, most hours first.
  [[nodiscard]] const std::vector<RuleFacts>& binding() const { return binding_; }
  /// Those worked on, as they were given.
  [[nodiscard]] const std::vector<RuleFacts>& worked_on() const { return worked_on_; }

  [[nodiscard]] Decision decide(Index rule, const char* power) const;
  /// Who may, in words; empty: nobody is known.
  [[nodiscard]] std::string deciders(const Decision& decision) const;
  /// Whom to involve with the first option, each in words; @p timing.
  [[nodiscard]] std::vector<std::string> involved(const Decision& decision, Timing timing) const;
  [[nodiscard]] WhatBreaks breaks(Index rule, bool within_unit) const;
  [[nodiscard]] std::string hours(const Range& range) const;
  /// `FAST`, `FIXED`; the class of its mark.
  [[nodiscard]] std::string frame_word(const RuleFacts& facts) const;
  [[nodiscard]] static const char* frame_class(const RuleFacts& facts);
  /// Who has a stake in the rule, and how: from its neighbourhood in the graph.
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> stakeholders(
      const RuleFacts& facts) const;
  /// Who works in the unit, leads it and sits in its MED body.
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> people() const;

 private:
  [[nodiscard]] RuleFacts of(Index rule) const;

  mutable std::set<Index> withheld_;
  ask::Voice voice_;
  std::vector<RuleFacts> binding_, worked_on_;
};

}  // namespace regelgraf::worksheets_of
