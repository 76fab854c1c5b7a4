#pragma once

// What the gate says, for an agenda.

#include <string>

#include <regelgraf/proposal.hpp>

namespace regelgraf::review {

/// A demand as a heading: `Hjemmel`, `Legal ground`.
[[nodiscard]] Name demand_name(DemandWord demand);

/// Who must be involved and when: `Før: ...`.
[[nodiscard]] std::string involve_text(const Model& model, const ToInvolve& involve,
                                       Language language);

/// The whole as text for an agenda; @p model is the one with the rule in it.
[[nodiscard]] std::string agenda_text(const Model& model, const Proposal& proposal,
                                      Language language);

}  // namespace regelgraf::review
