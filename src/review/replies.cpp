// A letter to each unit that nominated something: what became of it, and why. Nothing in it comes
// from another unit's nominations.

#include <algorithm>
#include <map>
#include <utility>

#include "ask/text.hpp"
#include "review/shape.hpp"
#include "review/view.hpp"

namespace regelgraf {

namespace review {

using ask::say;

namespace {

std::string heap_sentence(const std::string& heap, Language l) {
  static const Name sentences[] = {
      {"Det kan I selv bestemme.", "That is yours to decide."},
      {"Det bestemmer jeres leder.", "Your manager decides that."},
      {"Det bestemmer ledelsen.", "The management decides that."},
      {"Det er aftalt i MED, og begge parter skal være med til at ændre det.",
       "It is agreed in MED, and both parties must take part in changing it."},
      {"Det bestemmer kommunalbestyrelsen eller et udvalg.",
       "The council or a committee decides that."},
      {"Det kræver en dispensation eller en forsøgsordning.",
       "It takes an exemption or a trial scheme."},
      {"Det er fastsat af staten eller i en overenskomst; kommunen kan kun sende det videre.",
       "It is laid down by the state or in a collective agreement; the municipality can only send "
       "it on."}};
  for (std::size_t i = 0; i < std::size(heap_words); ++i)
    if (heap == heap_words[i]) return say(l, sentences[i].da, sentences[i].en);
  return {};
}

std::string origin_sentence(const std::string& word, Language l) {
  const auto origin = from_text<Origin>(word);
  if (!origin) return {};
  switch (*origin) {
    case Origin::agreed:
      return say(l, "Reglen er aftalt.", "The rule is agreed.");
    case Origin::state:
      return say(l, "Reglen kommer fra staten.", "The rule comes from the state.");
    case Origin::required:
      return say(l, "En pligt efter loven hænger på reglen.", "A duty by law depends on the rule.");
    case Origin::one_of_several:
      return say(l, "Reglen er en af flere måder at opfylde en pligt efter loven på.",
                 "The rule is one of several ways to meet a duty by law.");
    case Origin::allowed:
      return say(l, "Loven giver lov til reglen, men kræver den ikke.",
                 "The law allows the rule and does not require it.");
    case Origin::home_made:
      return say(l, "Reglen er kommunens egen.", "The rule is the municipality's own.");
    case Origin::unknown:
      return say(l, "Vi har ikke fundet ud af, hvor reglen kommer fra.",
                 "We have not found where the rule comes from.");
  }
  return {};
}

/// Writes the letters of one review.
class LetterWriter {
 public:
  LetterWriter(const Model& model, const Tree& tree, std::optional<Day> date)
      : model_(model),
        tree_(tree),
        view_(tree),
        date_(date),
        decided_(view_.decided()),
        qualified_(view_.qualified()),
        implemented_(view_.implemented()) {}

  std::vector<ReviewReply> write() const {
    std::map<std::string, std::vector<const Tree*>> by_unit;
    for (const Tree& nomination : view_.rows("nominations"))
      if (!nomination.text_at("unit").empty())
        by_unit[nomination.text_at("unit")].push_back(&nomination);
    std::vector<ReviewReply> replies;
    for (const auto& [unit, nominations] : by_unit) {
      ReviewReply reply;
      reply.unit = unit;
      for (const Tree* nomination : nominations) {
        const Tree& nr = *nomination->find("nr");
        reply.numbers.push_back(nr.text() ? *nr.text() : json_of(nr));
      }
      const auto& sent = view_.rows("replies");
      reply.sent = std::any_of(sent.begin(), sent.end(), [&, name = unit](const Tree& row) {
        return row.text_at("unit") == name && (!date_ || row.day_at("on") <= *date_);
      });
      reply.letter = in_both(
          [&, name = unit, list = nominations](Language l) { return letter(name, list, l); });
      replies.push_back(std::move(reply));
    }
    return replies;
  }

 private:
  std::string letter(const std::string& unit, const std::vector<const Tree*>& nominations,
                     Language l) const {
    const std::string title = ask::text_in(l, tree_.name_at("name"));
    std::string text = say(l, "Til ", "To ") + called(model_, unit, l) + "\n\n";
    const bool one = nominations.size() == 1;
    text += say(l, one ? "Tak for det, I meldte ind" : "Tak for det, I meldte ind: ",
                one ? "Thank you for what you nominated" : "Thank you for what you nominated: ");
    if (!one)
      text += std::to_string(nominations.size()) +
              say(l, " regler og arbejdsgange", " rules and procedures");
    if (!title.empty()) text += say(l, " i ", " in ") + quoted_text(title, l);
    text += say(l, ". Her er, hvad der blev af det.\n", ". This is what became of it.\n");
    std::size_t number = 0;
    for (const Tree* nomination : nominations)
      text += "\n" + std::to_string(++number) + ". " + about(*nomination, l);
    return text;
  }

  std::string about(const Tree& nomination, Language l) const {
    const std::string rule = view_.rule_of(nomination);
    std::string text = quoted_text(nomination.text_at("rule"), l) + "\n";
    const auto line = [&](const std::string& sentence) {
      if (!sentence.empty()) text += "   " + sentence + "\n";
    };
    if (rule.empty()) {
      line(say(l,
               "Vi har ikke fundet en nedskreven regel, der svarer til det. Det kan være en vane "
               "uden ophav; vi ser på den som sådan.",
               "We have found no written rule that answers to it. It may be a habit nobody made; "
               "we look at it as such."));
      return text;
    }
    if (nomination.text_at("rule") != called_plain(rule, l))
      line(say(l, "Det er reglen ", "It is the rule ") + called(model_, rule, l) + ".");
    const auto row = qualified_.find(rule);
    const auto decision = decided_.find(rule);
    if (decision != decided_.end() && (!date_ || decision->second.tree->day_at("on") <= *date_))
      outcome(*decision->second.tree, rule, line, l);
    else
      line(row == qualified_.end()
               ? say(l, "Vi har endnu ikke set nærmere på den.", "We have not looked into it yet.")
               : say(l, "Der er endnu ikke taget stilling til den.",
                     "Nothing has been decided on it yet."));
    if (row == qualified_.end()) return text;
    const Tree& sheet = *row->second.tree;
    line(origin_sentence(sheet.text_at("origin"), l));
    const Ids duties = sheet.ids_at("duties");
    if (!duties.empty())
      line(say(l, "Den er med til at opfylde ", "It helps to meet ") + called(model_, duties, l) +
           ".");
    if (decision == decided_.end()) {
      line(heap_sentence(sheet.text_at("heap"), l));
      const auto& deciders = sheet.entries_at("deciders");
      if (!deciders.empty())
        line(say(l, "Beslutningen ligger hos ", "The decision lies with ") +
             called(model_, deciders.front().ids_at("holders"), l) + ".");
    } else {
      line(heap_sentence(sheet.text_at("heap"), l));
    }
    return text;
  }

  [[nodiscard]] std::string called_plain(const std::string& id, Language l) const {
    const auto i = model_.find(id);
    return i ? ask::name_of(model_, *i, l) : id;
  }

  template <class Line>
  void outcome(const Tree& decision, const std::string& rule, const Line& line, Language l) const {
    const std::string& what = decision.text_at("what");
    std::string text = say(l, "Den ", "It ") + disposed_text(what, l);
    if (decision.day_at("effect_from"))
      text += say(l, " fra ", " from ") + decision.text_at("effect_from");
    text += say(l, ". Det besluttede ", ". That was decided by ") +
            called(model_, decision.ids_at("decided_by"), l) + say(l, " den ", " on ") +
            decision.text_at("on") + ".";
    line(text);
    const Name note = decision.name_at("note");
    if (!note.empty()) line(say(l, "Begrundelse: ", "The reason: ") + ask::text_in(l, note));
    const auto done = implemented_.find(rule);
    if (done != implemented_.end() && (!date_ || done->second.tree->day_at("on") <= *date_)) {
      std::string how = say(l, "Det er gennemført den ", "It was carried out on ") +
                        done->second.tree->text_at("on") + ".";
      if (const Name changed = done->second.tree->name_at("what"); !changed.empty())
        how += " " + ask::text_in(l, changed);
      line(how);
    }
  }

  const Model& model_;
  const Tree& tree_;
  const View view_;
  std::optional<Day> date_;
  std::map<std::string, Row> decided_, qualified_, implemented_;
};

}  // namespace

}  // namespace review

std::vector<ReviewReply> Review::replies(const Model& model, std::optional<Day> date) const {
  review::same_model(model, *this);
  return review::LetterWriter(model, tree(), date).write();
}

}  // namespace regelgraf
