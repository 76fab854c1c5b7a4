// A journal note as text for a case file.

#include <algorithm>
#include <string_view>

#include <regelgraf/version.hpp>

#include "ask/journal_words.hpp"

namespace regelgraf {

namespace ask {

namespace {

/// Lines of at most 80 characters; a word that is longer stands alone.
class NoteSheet {
 public:
  void heading(const std::string& text) {
    if (!out_.empty()) out_ += '\n';
    line(text);
  }
  /// What does not fit into the line stands below, under the text and not under @p mark.
  void line(std::string_view text, std::size_t indent = 0, const std::string& mark = {}) {
    const std::string rest(indent + characters(mark), ' ');
    std::string lead = std::string(indent, ' ') + mark;
    const std::string all = one_line(text);
    std::string_view left = all;
    std::size_t column = 0;
    while (!left.empty()) {
      const std::string_view word = left.substr(0, left.find(' '));
      left.remove_prefix(std::min(left.size(), word.size() + 1));
      if (column > 0 && column + 1 + characters(word) > width) {
        out_ += '\n';
        lead = rest;
        column = 0;
      }
      const std::string before = column == 0 ? lead : " ";
      out_.append(before).append(word);
      column += characters(before) + characters(word);
    }
    out_ += '\n';
  }
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  static constexpr std::size_t width = 80;
  static std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
      return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    }));
  }
  std::string out_;
};

class PageWriter {
 public:
  PageWriter(const Model& model, const std::string& digest, const JournalNote& note)
      : model_(model), digest_(digest), note_(note), words_(model, note) {}

  JournalPage run() {
    sheet_.line(say("JOURNALNOTAT: BESLUTNINGSKOMPETENCE", "JOURNAL NOTE: AUTHORITY TO DECIDE"));
    sheet_.heading(say("Spørgsmål", "Question"));
    case_at_hand();
    sheet_.heading(say("Svar", "Answer"));
    answer();
    facts();
    chain();
    involvement();
    options();
    more();
    colophon();
    return {sheet_.take(), words_.kept_out().size()};
  }

 private:
  [[nodiscard]] std::string say(const char* da, const char* en) const {
    return ask::say(words_.voice(), da, en);
  }
  void item(const std::string& text) { sheet_.line(text, 0, "- "); }
  void list(const std::string& heading, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    sheet_.heading(heading);
    for (const std::string& line : lines) item(line);
  }

  void case_at_hand() {
    const AuthorityQuestion& q = note_.decision.question;
    item(words_.question());
    const auto field = [&](const std::string& label, const std::string& value) {
      if (!value.empty()) item(label + ": " + value);
    };
    field(say("Sagsnummer", "Case number"), note_.question.case_no);
    field(say("Notatet er lavet", "The note was made"), note_.question.made);
    field(say("Beføjelse", "Power"), q.power);
    field(say("Om", "About"), words_.target());
    field("KLE", words_.kle());
    field(say("KLE-facet", "KLE facet"), note_.question.who.facet);
    field(say("Enhed", "Unit"),
          q.unit == none ? say("ikke oplyst", "not given") : words_.named(q.unit));
    field(say("Reglerne læst pr.", "Rules read as of"), words_.date());
    field(say("Inhabile", "Disqualified"), words_.all(q.disqualified));
    field(say("Fraværende", "Absent"), words_.all(q.absent));
  }

  void answer() {
    if (const std::string may = words_.may(); !may.empty()) item(may);
    item(words_.answer());
    item(say("Udfald: ", "Verdict: ") + words_.verdict());
    item(agenda_text(model_, note_.decision, words_.voice()));
  }

  void facts() {
    std::vector<std::string> lines;
    for (const NotedFact& noted : note_.facts) lines.push_back(words_.fact(noted));
    for (const std::string& name : note_.question.who.ignored_facts)
      lines.push_back(name + say(": oplyst, men modellen bruger den ikke",
                                 ": given, but the model has no use for it"));
    if (lines.empty())
      lines.push_back(say("Svaret bygger ikke på oplysninger i sagen.",
                          "The answer rests on no facts of the case."));
    list(say("Oplysninger", "Facts"), lines);
  }

  void chain() {
    if (note_.decision.options.empty()) return;
    const Option& first = note_.decision.options.front();
    sheet_.heading(say("Hvor kompetencen kommer fra", "Where the authority comes from"));
    if (first.implied) item(words_.implied());
    for (std::size_t i = 0; i < first.chain.size(); ++i) {
      const std::string mark = std::to_string(i + 1) + ". ";
      sheet_.line(words_.link(first.chain[i]), 0, mark);
      for (const std::string& line : words_.written(first.chain[i])) sheet_.line(line, mark.size());
    }
  }

  void involvement() {
    if (note_.decision.options.empty() || note_.decision.options.front().involve.empty()) {
      list(say("Inddragelse", "Involvement"),
           {say("Ingen er registreret.", "Nobody is recorded.")});
      return;
    }
    const auto& involve = note_.decision.options.front().involve;
    sheet_.heading(say("Inddragelse, i rækkefølge", "Involvement, in order"));
    for (std::size_t i = 0; i < involve.size(); ++i) {
      const std::string mark = std::to_string(i + 1) + ". ";
      sheet_.line(words_.involved(i), 0, mark);
      for (const std::string& line : words_.written(involve[i].involvement))
        sheet_.line(line, mark.size());
    }
    if (const std::string day = words_.earliest(); !day.empty()) sheet_.line(day);
  }

  void options() {
    std::vector<std::string> lines;
    for (std::size_t i = 1; i < note_.decision.options.size(); ++i)
      lines.push_back(words_.option(note_.decision.options[i]));
    list(say("Andre muligheder", "Other options"), lines);
  }

  void more() {
    std::vector<std::string> lines;
    for (const Decision& also : note_.decision.also) lines.push_back(words_.also(also));
    list(say("Kræver også", "Also needed"), lines);
    lines.clear();
    for (const Index bar : note_.decision.barred_by) {
      lines.push_back(words_.named(bar));
      for (const std::string& line : words_.written(bar)) lines.push_back(line);
    }
    list(say("Forbud, der holder nogen ude", "Bars that keep somebody out"), lines);
    list(say("Antagelser", "Assumptions"), words_.assumptions());
    list(say("Spørg om", "To be asked"), words_.open_questions());
    list(say("Advarsler", "Warnings"), words_.warnings());
    lines.clear();
    if (std::string appeal = words_.appeal(); !appeal.empty()) lines.push_back(std::move(appeal));
    if (std::string note = words_.appeal_note(); !note.empty()) lines.push_back(std::move(note));
    list(say("Klage", "Appeal"), lines);
    lines.clear();
    if (words_.tells_near_misses())
      for (const NearMiss& miss : note_.decision.near_misses)
        lines.push_back(words_.near_miss(miss));
    else
      lines.push_back(words_.untold());
    list(say("Kan ikke, selv om noget peger på dem", "May not, though something points at them"),
         lines);
  }

  void colophon() {
    sheet_.heading(say("Grundlaget for notatet", "What the note rests on"));
    const Head& head = model_.head();
    const std::string& name = text_in(words_.voice(), head.name);
    item("Model: " + head.id + (name.empty() ? "" : ", " + name));
    sheet_.line("SHA-256 " + digest_, 2);
    for (const Head& layer : model_.layers()) {
      if (&layer != &head) item(say("Lag: ", "Layer: ") + layer.id);
      for (const auto& [what, edition] : layer.editions)
        item(say("Udgave: ", "Edition: ") + what + " " + edition + " (" + layer.id + ")");
    }
    item(std::string("regelgraf ") + version_string);
    if (const std::string withheld = words_.withheld(); !withheld.empty()) item(withheld);
    item(words_.reservation());
  }

  const Model& model_;
  const std::string& digest_;
  const JournalNote& note_;
  JournalWords words_;
  NoteSheet sheet_;
};

}  // namespace

JournalPage journal_page(const Model& model, const std::string& digest, const JournalNote& note) {
  return PageWriter(model, digest, note).run();
}

std::string agenda_line(const Model& model, const Decision& decision, Language language,
                        bool internal) {
  std::set<Index> kept_out;
  return agenda_text(model, decision, Voice(language, internal ? nullptr : &kept_out));
}

}  // namespace ask

std::string Asker::text(const JournalNote& note) const {
  return ask::journal_page(model_, digest(), note).text;
}

}  // namespace regelgraf
