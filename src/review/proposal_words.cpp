#include "review/proposal_words.hpp"

#include <algorithm>
#include <utility>

#include "ask/text.hpp"
#include "review/tree.hpp"
#include "review/view.hpp"

namespace regelgraf {

namespace review {

using ask::say;

Name demand_name(DemandWord demand) {
  static const Name names[] = {{"Hjemmel", "Legal ground"},
                               {"Formål", "Purpose"},
                               {"Hvem vedtager", "Who adopts"},
                               {"Tid", "Time"},
                               {"Overlap", "Overlap"},
                               {"Konflikter", "Conflicts"},
                               {"Ophør", "End"}};
  return names[static_cast<std::size_t>(demand)];
}

std::string involve_text(const Model& model, const ToInvolve& involve, Language l) {
  const Name verbs[] = {{" orienteres", " is informed"},
                        {" høres", " is consulted"},
                        {" drøfter den", " discusses it"},
                        {" indstiller", " recommends"},
                        {" skal være enig", " must agree"}};
  const Name& verb = verbs[static_cast<std::size_t>(involve.how)];
  const std::string body = involve.body.empty() ? say(l, "MED på beslutterens niveau",
                                                      "the MED body at the decider's level")
                                                : called(model, involve.body, l);
  std::string text = body + say(l, verb.da, verb.en);
  if (involve.days > 0)
    text += say(l, ", mindst ", ", at least ") + ask::value_text(involve.days, {}, l) +
            say(l, " dage før", " days before");
  return text;
}

std::string agenda_text(const Model& model, const Proposal& proposal, Language l) {
  std::string text =
      say(l, "Forslag til ny regel: ", "Proposal for a new rule: ") +
      quoted_text(proposal.name.empty() ? proposal.rule : ask::text_in(l, proposal.name), l) +
      "\n\n";
  const auto unmet = std::count_if(proposal.demands.begin(), proposal.demands.end(),
                                   [](const Demand& one) { return !one.met; });
  text += proposal.ready ? say(l, "Forslaget svarer på alt, hvad en ny regel skal svare på.\n",
                               "The proposal answers everything that a new rule must answer.\n")
                         : say(l,
                               "Forslaget er ikke klar: " + std::to_string(unmet) +
                                   " af 7 krav er ikke opfyldt.\n",
                               "The proposal is not ready: " + std::to_string(unmet) +
                                   " of 7 demands are not met.\n");
  for (const Demand& one : proposal.demands) {
    const Name name = demand_name(one.demand);
    text += "\n" + say(l, name.da, name.en) + ": " + ask::text_in(l, one.text);
    if (!one.met) text += say(l, " (ikke opfyldt)", " (not met)");
  }
  for (const Timing timing : {Timing::before, Timing::after}) {
    std::string list;
    for (const ToInvolve& one : proposal.involve)
      if (one.timing == timing) list += (list.empty() ? "" : "; ") + involve_text(model, one, l);
    if (!list.empty())
      text += "\n" +
              (timing == Timing::before ? say(l, "Før beslutningen: ", "Before the decision: ")
                                        : say(l, "Efter beslutningen: ", "After the decision: ")) +
              list + ".";
  }
  text += "\n";
  if (proposal.ready) return text;
  text += say(l, "\nSpørgsmål til forslagsstilleren:\n", "\nQuestions for the proposer:\n");
  for (const Demand& one : proposal.demands)
    if (!one.met) text += "- " + ask::text_in(l, one.question) + "\n";
  return text;
}

}  // namespace review

std::string json_of(const Model& model, const Proposal& proposal) {
  using review::Tree;
  Tree tree = Tree::object();
  tree.put("answer", "propose").put("rule", proposal.rule).put("name", proposal.name);
  tree.put("model", review::state_of(model));
  if (proposal.date) tree.put("date", to_text(*proposal.date));
  tree.put("verdict", proposal.ready ? "ready" : "not_ready");
  tree.put("demands", Tree::list()).put("adopters", Tree::list());
  tree.put("involve", Tree::list()).put("overlaps", Tree::list()).put("questions", Tree::list());
  for (const Demand& one : proposal.demands) {
    Tree row = Tree::object();
    row.put("demand", to_text(one.demand)).put("met", one.met);
    row.put("elements", one.elements).put("text", one.text);
    tree.add("demands", std::move(row));
    if (!one.met) tree.add("questions", one.question);
  }
  for (const Adopter& one : proposal.adopters) {
    Tree row = Tree::object();
    row.put("holders", one.holders).put("jointly", static_cast<double>(one.jointly));
    row.put("certain", one.certain);
    if (!one.grant.empty()) row.put("grant", one.grant);
    tree.add("adopters", std::move(row));
  }
  for (const ToInvolve& one : proposal.involve) {
    Tree row = Tree::object();
    row.put("involvement", one.involvement)
        .put("how", to_text(one.how))
        .put("timing", to_text(one.timing));
    if (!one.body.empty()) row.put("body", one.body);
    if (one.days > 0) row.put("days", one.days);
    tree.add("involve", std::move(row));
  }
  for (const Overlap& one : proposal.overlaps) {
    Tree row = Tree::object();
    row.put("rule", one.rule).put("matters", one.matters).put("places", one.places);
    row.put("purposes", one.purposes).put("name", one.name);
    if (!one.considered.empty()) row.put("considered", one.considered);
    tree.add("overlaps", std::move(row));
  }
  tree.put("conflicts", proposal.conflicts).put("unmet_duties", proposal.unmet_duties);
  tree.put("hours", proposal.hours).put("hours_net", proposal.hours_net);
  tree.put("agenda", proposal.agenda);
  return review::json_of(tree);
}

}  // namespace regelgraf
