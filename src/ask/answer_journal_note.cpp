// A journal note as JSON: what the text says, in fields.

#include <regelgraf/version.hpp>

#include "ask/answer.hpp"
#include "ask/journal_words.hpp"

namespace regelgraf::ask {

namespace {

class NoteWriter {
 public:
  NoteWriter(const Model& model, json::Writer& out, const JournalNote& note)
      : model_(model), out_(out), note_(note), words_(model, note) {}

  void run(const std::string& digest) {
    out_.key("note").begin_object().key("language").string(to_text(note_.question.language));
    given("case_no", note_.question.case_no);
    given("made", note_.question.made);
    question();
    if (note_.may) permission(*note_.may);
    out_.key("verdict").string(to_text(note_.decision.verdict));
    given("answer", words_.answer());
    given("agenda_line", agenda_text(model_, note_.decision, words_.voice()));
    facts();
    chain();
    involvement();
    options();
    also();
    refs("barred_by", note_.decision.barred_by);
    lines("assumptions", words_.assumptions());
    lines("to_ask", words_.open_questions());
    lines("warnings", words_.warnings());
    appeal();
    near_misses();
    origin();
    const JournalPage page = journal_page(model_, digest, note_);
    out_.key("withheld").number(static_cast<double>(page.withheld));
    given("text", page.text);
    out_.end_object();
  }

 private:
  void given(std::string_view key, const std::string& text) {
    if (!text.empty()) out_.key(key).string(text);
  }
  void lines(std::string_view key, const std::vector<std::string>& list) {
    out_.key(key).begin_array();
    for (const std::string& line : list) out_.string(line);
    out_.end_array();
  }
  /// An element by id and name; an internal one by what sort of thing it is.
  void ref(Index i) {
    out_.begin_object();
    if (words_.voice().keeps_out(model_, i))
      out_.key("internal").boolean(true);
    else
      out_.key("id").string(model_.id(i));
    out_.key("name").string(name_of(model_, i, words_.voice())).end_object();
  }
  void refs(std::string_view key, std::span<const Index> list) {
    out_.key(key).begin_array();
    for (const Index i : list) ref(i);
    out_.end_array();
  }

  void question() {
    const AuthorityQuestion& q = note_.decision.question;
    out_.key("question").begin_object().key("text").string(words_.question());
    out_.key("power").string(q.power);
    refs("targets",
         q.target == none ? std::span<const Index>(q.concerns) : std::span(&q.target, 1));
    given("kle", words_.kle());
    given("facet", note_.question.who.facet);
    if (q.unit != none) {
      out_.key("unit");
      ref(q.unit);
    }
    refs("disqualified", q.disqualified);
    refs("absent", q.absent);
    out_.end_object();
  }

  void permission(const May& answer) {
    out_.key("may").begin_object().key("actor");
    ref(note_.question.actor);
    out_.key("may");
    if (answer.may == Permission::depends)
      out_.string("depends");
    else
      out_.boolean(answer.may == Permission::yes);
    out_.key("text").string(words_.may()).end_object();
  }

  void facts() {
    out_.key("facts").begin_array();
    for (const NotedFact& noted : note_.facts) {
      out_.begin_object();
      if (words_.may_name(noted)) {
        out_.key("fact").string(model_.facts()[noted.fact].name);
        if (noted.value) {
          out_.key("value");
          put(out_, *noted.value);
        }
      } else {
        out_.key("internal").boolean(true);
      }
      out_.key("source").string(to_text(noted.source));
      out_.key("text").string(words_.fact(noted)).end_object();
    }
    out_.end_array();
    lines("ignored_facts", note_.question.who.ignored_facts);
  }

  void source(const Element& element) {
    if (!element.source) return;
    const Source& source = *element.source;
    out_.key("source").begin_object();
    given("text", source.text);
    given("eli", source.eli);
    given("uri", source.uri);
    given("accession", source.accession);
    given("paragraph", source.paragraph);
    given("edition", source.edition);
    out_.end_object();
  }

  /// What @p i says of itself; nothing of an internal element.
  void said_of(Index i) {
    const bool kept_out = words_.voice().keeps_out(model_, i);
    lines("conditions", words_.conditions_of(i));
    out_.key("basis").begin_array();
    if (!kept_out)
      for (const Index rule : basis_of(model_, i)) {
        out_.begin_object();
        if (words_.voice().keeps_out(model_, rule)) {
          out_.key("internal").boolean(true);
        } else {
          out_.key("id").string(model_.id(rule));
          source(model_.element(rule));
        }
        out_.key("name").string(name_of(model_, rule, words_.voice())).end_object();
      }
    out_.end_array();
    if (kept_out) return;
    const Element element = model_.element(i);
    source(element);
    if (element.note) out_.key("note").string(*element.note);
  }

  void chain() {
    out_.key("chain").begin_array();
    if (!note_.decision.options.empty())
      for (const Index grant : note_.decision.options.front().chain) {
        out_.begin_object().key("grant");
        ref(grant);
        if (!words_.voice().keeps_out(model_, grant)) {
          out_.key("by");
          if (const auto& by = model_.grant(grant).by)
            out_.string(to_text(*by));
          else
            out_.null();
        }
        said_of(grant);
        out_.key("text").string(words_.link(grant)).end_object();
      }
    out_.end_array();
  }

  void involvement() {
    out_.key("involve").begin_array();
    if (!note_.decision.options.empty())
      for (std::size_t i = 0; i < note_.decision.options.front().involve.size(); ++i) {
        const Involved& one = note_.decision.options.front().involve[i];
        const auto& row = static_cast<const InvolvementRow&>(*model_.scope(one.involvement));
        out_.begin_object().key("involvement");
        ref(one.involvement);
        out_.key("body");
        if (one.body == none)
          out_.null();
        else
          ref(one.body);
        out_.key("how").string(to_text(row.how)).key("timing").string(to_text(row.timing));
        out_.key("days");
        if (row.days)
          out_.number(*row.days);
        else
          out_.null();
        if (note_.over_on[i]) out_.key("over_on").string(to_text(*note_.over_on[i]));
        out_.key("depends").boolean(!one.depends_on.empty());
        said_of(one.involvement);
        out_.key("text").string(words_.involved(i)).end_object();
      }
    out_.end_array();
    if (note_.earliest) out_.key("earliest").string(to_text(*note_.earliest));
  }

  void options() {
    out_.key("options").begin_array();
    for (const Option& option : note_.decision.options) {
      out_.begin_object();
      refs("holders", option.holders);
      out_.key("jointly").number(option.jointly);
      out_.key("depends").boolean(!option.depends_on.empty());
      out_.key("text").string(words_.option(option)).end_object();
    }
    out_.end_array();
  }

  void also() {
    out_.key("also").begin_array();
    for (const Decision& also : note_.decision.also) {
      out_.begin_object().key("power").string(also.question.power).key("target");
      ref(also.question.target);
      out_.key("verdict").string(to_text(also.verdict));
      out_.key("text").string(words_.also(also)).end_object();
    }
    out_.end_array();
  }

  void appeal() {
    if (note_.decision.appeal_from == none) return;
    const Element matter = model_.element(note_.decision.appeal_from);
    const Appeal& appeal = *std::get<Matter>(matter.fields).appeal;
    out_.key("appeal").begin_object();
    if (!appeal.body.empty()) {
      out_.key("body");
      ref(*model_.find(appeal.body));
    }
    if (appeal.days) out_.key("days").number(*appeal.days);
    out_.key("text").string(words_.appeal());
    given("note", words_.appeal_note());
    out_.end_object();
  }

  void near_misses() {
    out_.key("near_misses").begin_array();
    if (words_.tells_near_misses())
      for (const NearMiss& miss : note_.decision.near_misses) {
        out_.begin_object().key("actor");
        ref(miss.actor);
        out_.key("text").string(words_.near_miss(miss)).end_object();
      }
    out_.end_array();
  }

  void origin() {
    out_.key("layers").begin_array();
    for (const Head& layer : model_.layers()) {
      out_.begin_object().key("id").string(layer.id).key("editions").begin_object();
      for (const auto& [what, edition] : layer.editions) out_.key(what).string(edition);
      out_.end_object().end_object();
    }
    out_.end_array();
    out_.key("library").string(version_string);
    out_.key("reservation").string(words_.reservation());
  }

  const Model& model_;
  json::Writer& out_;
  const JournalNote& note_;
  JournalWords words_;
};

}  // namespace

void AnswerWriter::journal_note(const JournalNote& note, const std::string& digest) {
  NoteWriter(model_, out_, note).run(digest);
}

}  // namespace regelgraf::ask
