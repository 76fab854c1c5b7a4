#pragma once

// A decision held against the graph: who may use the power on the target, who must be involved
// first, which notice runs. Everything that is missing at once.

#include <optional>
#include <string>
#include <vector>

#include <regelgraf/review.hpp>
#include <regelgraf/who_decides.hpp>

#include "review/tree.hpp"

namespace regelgraf::review {

/// What the graph says of one power on one target.
struct Authority {
  std::vector<ReviewLack> lacks;  ///< What speaks against it.
  Tree derivation;                ///< {"power", "target", "holders", "grant"?, "chain", ...}.
  Ids after;                      ///< Involvements to hold after the decision.
};

/// A decision as somebody wrote it down.
struct Decided {
  const Model* model = nullptr;  ///< As it was when it was decided.
  std::vector<Index> by;         ///< Who decided.
  Day on;                        ///< The day.
  std::optional<Day> effect;     ///< From when it has effect.
  std::string grant;             ///< Under which grant; may be empty.
  std::string unit;              ///< Of which unit; may be empty.
  const Tree* row = nullptr;     ///< The row: `involved`, `facts`.
};

/// @brief May those who decided use @p power on @p target of @p model?
///
/// @p model may be another than the decision's: one with a new rule in it. With @p not_implied
/// whoever issued the target gets no authority by that.
[[nodiscard]] Authority authority_of(const Decided& decided, const Model& model, Index target,
                                     const std::string& power, bool not_implied = false);

/// @brief The same for the adoption of the new rule @p id of @p with_rule; @p without_issuer is the
/// same model with nobody as its issuer. Naming somebody as issuer gives authority to nobody.
[[nodiscard]] Authority adoption_of(const Decided& decided, const Model& with_rule,
                                    const Model& without_issuer, const std::string& id);

/// Everybody who may, as ids, best first.
[[nodiscard]] std::vector<Ids> deciders_of(const Model& model, const Decision& decision,
                                           bool not_implied = false);

/// @brief Looks up the actors of @p row: `decided_by`, override's `by`. What the model does not
/// have and whoever is a person is a lack that nothing overrides.
std::vector<Index> actors_of(const Model& model, const Ids& ids, std::vector<ReviewLack>& lacks);

/// @brief Takes out of @p lacks what the override of @p row names, and gives it back. What it names
/// in vain is a lack.
[[nodiscard]] std::vector<ReviewLack> let_pass(const Model& model, const Tree& row,
                                               std::vector<ReviewLack>& lacks);

/// As {"code", "elements", "text", ...}.
[[nodiscard]] Tree tree_of(const ReviewLack& lack);

}  // namespace regelgraf::review
