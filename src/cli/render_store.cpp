#include "cli/render_store.hpp"

#include <algorithm>
#include <set>

namespace regelgraf::cli {

namespace {

std::string state_text(std::uint64_t state) { return std::to_string(state); }

Text entry_line(const Say& say, const Page& page, const StoreEntry& entry) {
  Text line(say("tilstand ", "state ") + state_text(entry.state), Tone::strong);
  line.add(std::string("  ") + to_text(entry.at) + "  ", Tone::faint).add(entry.by);
  std::string counts;
  const auto count = [&](std::uint64_t n, const char* da, const char* en) {
    if (n == 0) return;
    counts +=
        (counts.empty() ? " " : ", ") + say.figure(static_cast<double>(n)) + " " + say(da, en);
  };
  count(entry.added, "nye", "new");
  count(entry.changed, "ændrede", "changed");
  count(entry.ended, "afsluttede", "ended");
  if (!counts.empty()) line.add(std::string("  ") + page.dot() + counts, Tone::faint);
  return line;
}

void reasons(const Say& say, Page& page, const StoreEntry& entry) {
  page.line(entry.why, 2);
  if (entry.decision.empty()) return;
  Text line(say("beslutning: ", "decision: "), Tone::faint);
  std::string said;
  for (const std::string* part :
       {&entry.decision.text, &entry.decision.element, &entry.decision.document})
    if (!part->empty()) said += (said.empty() ? "" : ", ") + *part;
  page.line(line.add(said), 2);
}

}  // namespace

void render_log(const Say& say, Page& page, const std::vector<StoreEntry>& entries) {
  if (entries.empty()) page.line(say("intet er registreret", "nothing is recorded"));
  for (const StoreEntry& entry : entries) {
    page.line(entry_line(say, page, entry));
    reasons(say, page, entry);
  }
}

void render_entry(const Say& say, Page& page, const StoreEntry& entry,
                  const std::vector<StoredChange>& changes) {
  page.line(entry_line(say, page, entry));
  reasons(say, page, entry);
  page.line(Text("hash " + entry.hash, Tone::faint), 2);
  if (!entry.model.empty())
    page.line(Text(say("modellens digest ", "the model's digest ") + entry.model, Tone::faint), 2);
  page.gap();
  for (const StoredChange& change : changes) {
    Text line(change.text.empty() ? "- " : "  ", Tone::alarm);
    line.add(change.sort).add(change.id.empty() ? "" : " " + change.id, Tone::strong);
    if (!change.text.empty() && change.sort != "layer") line.add("  " + change.text, Tone::faint);
    page.line(line, 0, 4);
  }
}

void render_recorded(const Say& say, Page& page, const CommitResult& result) {
  if (result.entry) {
    page.line(entry_line(say, page, *result.entry));
    if (result.rebased)
      page.line(Text(say("andre har registreret siden --base, men intet af det samme",
                         "others have recorded since --base, but none of the same"),
                     Tone::faint),
                2);
    return;
  }
  if (result.conflicts.empty()) {
    page.line(Text(say("ikke registreret: modellen ville have fejl",
                       "not recorded: the model would have errors"),
                   Tone::alarm));
    return;
  }
  Tree tree{Text(say("ikke registreret: andre har siden --base ændret det samme",
                     "not recorded: others have changed the same since --base"),
                 Tone::alarm),
            {}};
  for (const std::string& one : result.conflicts) tree.add({one, {}});
  page.tree(tree);
  page.line(Text(say("se på det med `store log --element`, og giv ændringen igen på den nyeste "
                     "tilstand",
                     "look at it with `store log --element`, and give the change again on the "
                     "newest state"),
                 Tone::faint));
}

void render_as_of(const Say& say, Page& page, const AsOf& as_of) {
  const std::string& name = say(as_of.model->head().name);
  page.line(Text(name.empty() ? as_of.model->head().id : name, Tone::strong));
  page.line(say("virkning: ", "valid on: ") +
                (as_of.valid_on
                     ? to_text(*as_of.valid_on)
                     : std::string(say("ingen dag: seneste tilstand", "no day: the last state"))),
            2);
  page.line(say("registreret: ", "recorded: ") + to_text(as_of.entry.at) +
                say(", tilstand ", ", state ") + state_text(as_of.entry.state),
            2);
  page.line(Text("digest " + as_of.entry.model, Tone::faint), 2);
}

void render_blame(const Say& say, Page& page, const Blame& blame) {
  Text head(blame.id, Tone::strong);
  if (blame.ended > 0)
    head.add(say("  afsluttet i tilstand ", "  ended in state ") + state_text(blame.ended),
             Tone::alarm);
  page.line(head);
  for (const BlameField& field : blame.fields) {
    const StoreEntry& entry = blame.told.at(field.state);
    Text line(field.field + ": ", Tone::strong);
    line.add(field.value);
    page.line(line, 2, 4);
    page.line(Text(say("tilstand ", "state ") + state_text(field.state) + ", " + to_text(entry.at) +
                       ", " + entry.by + ": " + entry.why,
                   Tone::faint),
              4, 2);
  }
  if (blame.ended > 0) {
    page.gap();
    const StoreEntry& entry = blame.told.at(blame.ended);
    page.line(entry_line(say, page, entry));
    reasons(say, page, entry);
  }
}

void render_verified(const Say& say, Page& page, const StoreVerified& verified) {
  if (verified.what.empty()) {
    page.line(Text(say("historien hænger sammen: ", "the history fits together: ") +
                       say.count(verified.entries, "ændring", "ændringer", "entry", "entries"),
                   Tone::good));
    if (!verified.hash.empty())
      page.line(Text(say("noter den nyeste et andet sted: ", "note the newest elsewhere: ") +
                         state_text(verified.entries) + ":" + verified.hash,
                     Tone::faint));
    return;
  }
  Text line(say("historien hænger ikke sammen", "the history does not fit together"), Tone::alarm);
  if (verified.state > 0)
    line.add(say(" fra tilstand ", " from state ") + state_text(verified.state), Tone::alarm);
  page.line(line.add(": " + verified.what));
}

}  // namespace regelgraf::cli
