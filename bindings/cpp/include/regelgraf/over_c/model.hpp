#pragma once

/// @file
/// @brief A model, what can be asked of it, and how one is built.

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <regelgraf/over_c/answers.hpp>
#include <regelgraf/over_c/limits.hpp>
#include <regelgraf/over_c/range.hpp>

namespace regelgraf::over_c {
inline namespace v0_1 {

class Draft;
class Model;

/// Where and when.
struct Scope {
  std::string within = {};  ///< A unit; "": everywhere.
  std::string date = {};    ///< "": the model's last state.
};

/// A change tried as a whole.
struct Change {
  Names remove = {};
  std::vector<std::string> add = {};  ///< Elements as a model file has them: JSON.
  /// By id the fields that take the place of the element's own, as JSON; null takes one away.
  std::map<std::string, std::string> change = {};
  std::string within = {}, date = {};
};

/// What cut sets are to do to the element.
enum class CutsTo : std::int32_t { fell = RG_CUTS_BREAK, restore = RG_CUTS_RESTORE };

struct CutsOptions {
  CutsTo to = CutsTo::fell;
  std::size_t at_most = 100;
  std::optional<double> seconds = {};  ///< Stop then with what was found, not complete.
  std::string date = {};
};

/// What elements are put in order by.
enum class RankBy : std::int32_t {
  breaks = RG_RANK_BY_BREAKS,
  hours = RG_RANK_BY_HOURS,
  duties = RG_RANK_BY_DUTIES
};

struct RankOptions {
  RankBy by = RankBy::breaks;
  std::size_t top = 0;              ///< How many are listed; 0: all.
  std::optional<Names> among = {};  ///< Whom to look at, else all that stand.
  std::string date = {};
};

/// In which order the lists of what_may are.
enum class WhatMayBy : std::int32_t { id = RG_POWERS_BY_ID, hours = RG_POWERS_BY_HOURS };

struct WhatMayOptions {
  std::optional<Names> powers =
      {};  ///< Only these; else those that grants name, and the usual ones.
  std::optional<Names> kinds = {};  ///< Of "rule", "task", "matter"; else all three.
  WhatMayBy by = WhatMayBy::id;
};

struct JournalNoteOptions {
  std::string actor = {};    ///< May this actor, too?
  std::string case_no = {};  ///< The host's number of the case.
  std::string made = {};     ///< YYYY-MM-DD, or that with a time as T09:30.
  Language language = Language::da;
  bool internal = false;  ///< Name internal elements too.
};

/// What the table of a delegation plan does not say about itself.
struct PlanOptions {
  std::string id = {};  ///< Of the model; the ids of rows begin with it.
  std::string name = {}, name_en = {};
  std::vector<std::string> extends = {};  ///< Layers by name or path.
  std::vector<std::string> basis = {};    ///< Rules in them that the plan rests on.
  std::string valid_from = {}, valid_until = {};
  std::string mapping = {};              ///< What the table calls its columns and marks: JSON.
  std::string council = {}, owner = {};  ///< Heads of columns.
  std::string folder = {};  ///< Where layers named by a path stand; "": beside the table.
};

/// The table people know, and what it cannot say.
struct PlanTable {
  std::string text;
  Findings findings;
};

/// A question about authority, built up and then asked; asked again it need not be built anew.
/// Keeps its model alive.
class Question : public detail::Handle<rg_question> {
 public:
  explicit Question(detail::Owned<rg_question> made) : Handle(std::move(made)) {}

  /// The unit the case belongs to.
  Question& unit(std::string_view unit) & { return set(rg_question_set_unit, unit, "unit"); }
  Question&& unit(std::string_view unit) && { return std::move(this->unit(unit)); }
  Question& date(std::string_view date) & { return set(rg_question_set_date, date, "date"); }
  Question&& date(std::string_view date) && { return std::move(this->date(date)); }

  /// The value of a fact, by name, alias or judgement: a bool, a number, a text or a day. A later
  /// value replaces an earlier; a fact that the model does not know is in ignored_facts().
  template <class Value>
  Question& fact(std::string_view name, const Value& value) & {
    const std::string fact = detail::ended(name, "facts");
    std::int32_t known = 0;
    if constexpr (std::is_same_v<Value, bool>)
      detail::call(rg_question_set_boolean, held_.get(), fact.c_str(), value ? 1 : 0, &known);
    else if constexpr (std::is_arithmetic_v<Value>)
      detail::call(rg_question_set_number, held_.get(), fact.c_str(), static_cast<double>(value),
                   &known);
    else
      detail::call(rg_question_set_text, held_.get(), fact.c_str(),
                   detail::ended(std::string_view(value), "facts." + fact).c_str(), &known);
    if (known == 0) ignored_facts_.push_back(fact);
    return *this;
  }
  template <class Value>
  Question&& fact(std::string_view name, const Value& value) && {
    return std::move(this->fact(name, value));
  }

  /// May not take part (inhabil).
  Question& disqualified(const Names& actors) & {
    return add(rg_question_add_disqualified, actors, "disqualified");
  }
  Question&& disqualified(const Names& actors) && { return std::move(this->disqualified(actors)); }
  Question& absent(const Names& actors) & { return add(rg_question_add_absent, actors, "absent"); }
  Question&& absent(const Names& actors) && { return std::move(this->absent(actors)); }

  /// Facts that were given and that the model does not know, in the order given.
  [[nodiscard]] const std::vector<std::string>& ignored_facts() const { return ignored_facts_; }

  /// Who decides?
  [[nodiscard]] Decision who_decides() const {
    return Decision(detail::made<rg_decision>(rg_who_decides, get()));
  }
  /// May @p actor, by itself? An actor that the model does not have may do nothing.
  [[nodiscard]] May may(std::string_view actor) const {
    return May(detail::taken(rg_may_json, get(), detail::ended(actor, "actor").c_str()));
  }
  /// The same without why, at a fraction of the cost.
  [[nodiscard]] Permission permission(std::string_view actor) const {
    rg_permission permission = RG_NO;
    detail::call(rg_may, get(), detail::ended(actor, "actor").c_str(), &permission);
    return static_cast<Permission>(permission);
  }
  /// Numbers of the grants by which the actor may: the chain of its first option, from the root.
  /// None for implied authority and where it has no option.
  [[nodiscard]] std::vector<std::uint32_t> chain(std::string_view actor) const {
    const std::string id = detail::ended(actor, "actor");
    std::vector<std::uint32_t> grants(16);  // longer than chains are
    rg_permission permission = RG_NO;
    for (;;) {
      std::size_t length = 0;
      detail::call(rg_may_chain, get(), id.c_str(), grants.size(), grants.data(), &length,
                   &permission);
      const bool had_room = length <= grants.size();
      grants.resize(length);
      if (had_room) return grants;
    }
  }
  /// Who decides, as a note for a case file.
  [[nodiscard]] JournalNote journal_note(const JournalNoteOptions& options = {}) const {
    return JournalNote(noted(rg_journal_note_json, options));
  }
  /// The text of that note alone.
  [[nodiscard]] std::string journal_note_text(const JournalNoteOptions& options = {}) const {
    return noted(rg_journal_note, options);
  }
  /// The line that agendas print; recommending bodies in route order.
  [[nodiscard]] std::string agenda_line(Language language = Language::da,
                                        bool internal = false) const {
    return detail::taken(rg_agenda_line, get(), detail::number(language), internal ? 1 : 0);
  }
  /// What may @p actor do alone, what with others or under conditions, and why not the rest? Power
  /// and target of the question are not looked at.
  [[nodiscard]] WhatMay what_may(std::string_view actor, const WhatMayOptions& options = {},
                                 const Limits& limits = {}) const {
    const std::string who = detail::ended(actor, "actor");
    const auto [powers, power_count] = listed(options.powers, "powers");
    const auto [kinds, kind_count] = listed(options.kinds, "kinds");
    const char* const* power = options.powers ? powers.data() : nullptr;
    const char* const* kind = options.kinds ? kinds.data() : nullptr;
    const std::size_t power_size = power_count, kind_size = kind_count;
    return detail::within(limits, [&](const rg_limits* given) {
      return WhatMay(detail::made<rg_powers>(rg_what_may, get(), who.c_str(), power, power_size,
                                             kind, kind_size, detail::number(options.by), given));
    });
  }
  /// In which steps are these elements removed, and when can they be gone at the earliest? Power
  /// and target of the question are not looked at; its date is the day on which work begins.
  [[nodiscard]] RemovalPlan removal_plan(const Names& remove) const {
    return RemovalPlan(detail::made<rg_removal>(rg_removal_plan, get(),
                                                remove.pointers("remove").data(), remove.size()));
  }

 private:
  template <class Function>
  Question& set(Function function, std::string_view value, const char* what) {
    detail::call(function, held_.get(), detail::ended(value, what).c_str());
    return *this;
  }
  template <class Function>
  Question& add(Function function, const Names& actors, const char* what) {
    for (const char* actor : actors.pointers(what))
      if (actor) detail::call(function, held_.get(), actor);
    return *this;
  }
  template <class Function>
  std::string noted(Function function, const JournalNoteOptions& options) const {
    return detail::taken(function, get(), detail::ended(options.actor, "actor").c_str(),
                         detail::ended(options.case_no, "case_no").c_str(),
                         detail::ended(options.made, "made").c_str(),
                         detail::number(options.language), options.internal ? 1 : 0);
  }
  static std::pair<std::vector<const char*>, std::size_t> listed(const std::optional<Names>& names,
                                                                 const char* what) {
    return names ? std::pair(names->pointers(what), names->size())
                 : std::pair(std::vector<const char*>(), std::size_t{0});
  }

  std::vector<std::string> ignored_facts_;
};

/// A set of removed elements that changes step by step; each step costs what falls or rises with
/// it. Keeps its model alive.
class WhatIfSession : public detail::Handle<rg_session> {
 public:
  explicit WhatIfSession(detail::Owned<rg_session> made) : Handle(std::move(made)) {}

  /// Take out these elements, all in one step. Repeats count once, what is out stays out. Throws
  /// UnknownElement, and has done nothing then.
  void remove(const Names& ids) {
    detail::call(rg_session_remove, held_.get(), ids.pointers("remove").data(), ids.size());
  }
  /// Put one element back: a step, without effect where it is not out.
  void restore(std::string_view id) {
    detail::call(rg_session_restore, held_.get(), detail::ended(id, "restore").c_str());
  }
  /// Take back the last step that was not taken back; false: there was none.
  bool undo() {
    std::int32_t undone = 0;
    detail::call(rg_session_undo, held_.get(), &undone);
    return undone != 0;
  }
  /// Take back all steps.
  void clear() { detail::call(rg_session_clear, held_.get()); }
  /// Does this element stand now?
  [[nodiscard]] bool stands(std::string_view id) const {
    std::int32_t stands = 0;
    detail::call(rg_session_stands, get(), detail::ended(id, "element").c_str(), &stands);
    return stands != 0;
  }
  /// What stood, stands no longer, and was not removed: in order of id.
  [[nodiscard]] std::vector<std::string> fallen() {
    std::size_t count = 0;
    detail::call(rg_session_fallen_count, held_.get(), &count);
    std::vector<std::string> all;
    for (std::size_t i = 0; i < count; ++i)
      all.emplace_back(detail::view(rg_session_fallen_id, held_.get(), i));
    return all;
  }
  /// Every effect, as Model::what_breaks gives it for what is out now; stays as it is when the
  /// session goes on.
  [[nodiscard]] Breaks breaks() {
    return Breaks(detail::made<rg_breaks>(rg_session_breaks, held_.get()));
  }
};

/// A model from a plan, and what in the table is worth a look.
struct PlanModel;

/// A frozen model: it never changes, and any number of threads may ask it at once.
class Model : public detail::Handle<rg_model> {
 public:
  explicit Model(detail::Owned<rg_model> made) : Handle(std::move(made)) {}

  /// Open a model file (JSON or JSON Lines, either also gzipped, or a snapshot) with the layers it
  /// extends. Throws InvalidModel with every finding, Unreadable, TooLarge, Cancelled.
  [[nodiscard]] static Model open(std::string_view path, const LoadOptions& options = {}) {
    return loaded(rg_model_open, path, options);
  }
  /// Make a model from what a model file would hold.
  [[nodiscard]] static Model from_text(std::string_view text, const LoadOptions& options = {}) {
    return loaded(rg_model_from_text, text, options);
  }
  /// Make a model of a delegation plan, a CSV table.
  [[nodiscard]] static PlanModel open_plan(std::string_view path, const PlanOptions& plan,
                                           const LoadOptions& options = {});
  /// Make a model of the text of a delegation plan.
  [[nodiscard]] static PlanModel from_plan(std::string_view text, const PlanOptions& plan,
                                           const LoadOptions& options = {});

  [[nodiscard]] std::string_view id() const { return detail::view(rg_model_id, get()); }
  /// SHA-256 of the model's canonical form, 64 hexadecimal digits.
  [[nodiscard]] std::string_view digest() const { return detail::view(rg_model_digest, get()); }
  /// How many elements, those of all layers.
  [[nodiscard]] std::size_t size() const { return rg_model_element_count(get()); }
  /// The ids of all elements, in order of id, byte for byte.
  [[nodiscard]] Ids ids() const {
    return detail::ids(size(), std::shared_ptr<const rg_model>(held_), rg_model_element_id);
  }
  /// The same in one call; they live as long as the model.
  [[nodiscard]] std::vector<std::string_view> id_column() const {
    return detail::text_column(size(), rg_model_element_ids, get());
  }
  /// The number of an element, as columns have it. Throws UnknownElement, which names the nearest.
  [[nodiscard]] std::uint32_t number(std::string_view id) const {
    std::uint32_t number = 0;
    detail::call(rg_model_find, get(), id.data(), id.size(), &number);
    return number;
  }
  [[nodiscard]] bool contains(std::string_view id) const {
    std::uint32_t number = 0;
    const rg_status status = rg_model_find(get(), id.data(), id.size(), &number, nullptr);
    return status == RG_OK;
  }
  /// An element as a model file has it, in canonical form: JSON.
  [[nodiscard]] std::string element_json(std::string_view id) const {
    return element_json(number(id));
  }
  [[nodiscard]] std::string element_json(std::uint32_t number) const {
    return detail::taken(rg_model_element_json, get(), number);
  }
  /// As values.
  [[nodiscard]] Json element(std::string_view id) const { return Json::parse(element_json(id)); }
  /// What the elements lean on, serve and use.
  [[nodiscard]] Edges edges() const { return Edges(detail::made<rg_edges>(rg_edges_new, get())); }
  /// The model's own layer as a model file: canonical JSON, layers named and not included.
  [[nodiscard]] std::string json() const { return detail::taken(rg_model_json, get()); }
  /// Write a snapshot; open() reads it back, much faster than a model file.
  void save_snapshot(std::string_view path) const {
    detail::call(rg_model_save_snapshot, get(), path.data(), path.size());
  }
  /// A draft with the elements of the model's own layer in it, on the same layers.
  [[nodiscard]] Draft draft() const;

  /// Put any question the library answers, as JSON. What cannot be put is answered too, with
  /// `error` in the answer.
  [[nodiscard]] std::string ask(std::string_view question, const Limits& limits = {}) const {
    return detail::within(limits, [&](const rg_limits* given) {
      return detail::taken(rg_ask_limited, get(), question.data(), question.size(), given);
    });
  }

  /// What breaks if these elements are removed?
  [[nodiscard]] Breaks what_breaks(const Names& remove, const Scope& scope = {}) const {
    return Breaks(detail::made<rg_breaks>(
        rg_what_breaks, get(), remove.pointers("remove").data(), remove.size(),
        detail::ended(scope.within, "within").c_str(), detail::ended(scope.date, "date").c_str()));
  }
  /// What follows if elements are removed, added and given other fields, all at once? Throws
  /// InvalidModel with every finding about what is added and changed.
  [[nodiscard]] WhatIf what_if(const Change& change) const { return what_if(written(change)); }
  /// The same of {"remove", "add", "change", "within", "date"} as JSON.
  [[nodiscard]] WhatIf what_if(std::string_view change) const {
    return WhatIf(detail::made<rg_breaks>(rg_what_if, get(), change.data(), change.size()));
  }
  /// Try removals step by step.
  [[nodiscard]] WhatIfSession what_if_session(const Scope& scope = {}) const {
    return WhatIfSession(detail::made<rg_session>(rg_session_new, get(),
                                                  detail::ended(scope.within, "within").c_str(),
                                                  detail::ended(scope.date, "date").c_str()));
  }
  /// The minimal sets of elements that fell @p element if they go, or make it stand.
  [[nodiscard]] Cuts cuts(std::string_view element, const CutsOptions& options = {}) const {
    return Cuts(detail::made<rg_cut_sets>(rg_cuts, get(), detail::ended(element, "element").c_str(),
                                          detail::number(options.to), options.at_most,
                                          options.seconds.value_or(-1),
                                          detail::ended(options.date, "date").c_str()));
  }
  /// How much falls with each element if it alone is removed? Most first.
  [[nodiscard]] Ranking rank(const RankOptions& options = {}, const Limits& limits = {}) const {
    const Names among = options.among.value_or(Names());
    const std::vector<const char*> pointers = among.pointers("among");
    const std::string date = detail::ended(options.date, "date");
    return detail::within(limits, [&](const rg_limits* given) {
      return Ranking(detail::made<rg_ranking>(
          rg_rank, get(), detail::number(options.by), options.top,
          options.among ? pointers.data() : nullptr, among.size(), date.c_str(), given));
    });
  }
  /// Why is this element there: its ground, its purpose, where it comes from?
  [[nodiscard]] Why why(std::string_view id, std::string_view date = {}) const {
    return Why(detail::made<rg_reasons>(rg_why, get(), detail::ended(id, "element").c_str(),
                                        detail::ended(date, "date").c_str()));
  }
  /// How many hours do rules and tasks cost, by "tier", "instrument", "issuer", "matter" or
  /// "actor"?
  [[nodiscard]] Burden burden(std::string_view by, const Scope& scope = {}) const {
    return Burden(detail::made<rg_burden>(rg_burden_by, get(), detail::ended(by, "by").c_str(),
                                          detail::ended(scope.within, "within").c_str(),
                                          detail::ended(scope.date, "date").c_str()));
  }
  /// What in the model is worth a look: rules without ground, dead rules, claims it contradicts.
  [[nodiscard]] Findings check(std::string_view date = {}) const {
    return Findings(
        detail::made<rg_findings>(rg_check, get(), detail::ended(date, "date").c_str()));
  }
  /// What changed from this model to @p after, in meaning: who decides, what fell, which hours.
  [[nodiscard]] Diff diff(const Model& after, std::string_view date = {},
                          const Limits& limits = {}) const {
    const std::string day = detail::ended(date, "date");
    return detail::within(limits, [&](const rg_limits* given) {
      return Diff(
          detail::taken(rg_diff, get(), after.get(), day.empty() ? nullptr : day.c_str(), given));
    });
  }
  /// Who decides what, before and now, as CSV for the agenda.
  [[nodiscard]] std::string diff_table(const Model& after, Language language = Language::da,
                                       std::string_view date = {},
                                       const Limits& limits = {}) const {
    const std::string day = detail::ended(date, "date");
    return detail::within(limits, [&](const rg_limits* given) {
      return detail::taken(rg_diff_table, get(), after.get(), day.empty() ? nullptr : day.c_str(),
                           detail::number(language), given);
    });
  }
  /// What staff handed in, matched to the rules of this model, as JSON. @p options: a JSON object,
  /// see rg_nominations_read().
  [[nodiscard]] std::string nominations(std::string_view table, std::string_view options = {},
                                        const Limits& limits = {}) const {
    const std::string said = detail::ended(options, "options");
    return detail::within(limits, [&](const rg_limits* given) {
      return detail::taken(rg_nominations_read, get(), table.data() ? table.data() : "",
                           table.size(), said.c_str(), given);
    });
  }
  /// The qualification sheet of a nomination table, as @p format (`json`, `csv`, `html`). @p
  /// options: see rg_qualify(). Throws InvalidModel where the table cannot be read.
  [[nodiscard]] std::string qualify(std::string_view table, std::string_view format = "json",
                                    std::string_view options = {},
                                    const Limits& limits = {}) const {
    const std::string said = detail::ended(options, "options");
    const std::string as = detail::ended(format, "format");
    return detail::within(limits, [&](const rg_limits* given) {
      return detail::taken(rg_qualify, get(), table.data() ? table.data() : "", table.size(),
                           said.c_str(), as.c_str(), given);
    });
  }
  /// The model as one HTML page. @p options: JSON, see rg_report(); empty: none.
  [[nodiscard]] std::string report(std::string_view options = {}, const Limits& limits = {}) const {
    const std::string given = detail::ended(options, "options");
    return detail::within(limits, [&](const rg_limits* within) {
      return detail::taken(rg_report, get(), given.c_str(), within);
    });
  }
  /// The zero-base review: what to keep of a scope, as JSON. @p question: see rg_keep_set().
  [[nodiscard]] std::string keep_set(std::string_view question, const Limits& limits = {}) const {
    return detail::within(limits, [&](const rg_limits* given) {
      return detail::taken(rg_keep_set, get(), question.data() ? question.data() : "",
                           question.size(), given);
    });
  }
  /// The few removals that free the most, as JSON. @p question: see rg_best_removals().
  [[nodiscard]] std::string best_removals(std::string_view question,
                                          const Limits& limits = {}) const {
    return detail::within(limits, [&](const rg_limits* given) {
      return detail::taken(rg_best_removals, get(), question.data() ? question.data() : "",
                           question.size(), given);
    });
  }
  /// The gate for new rules, as JSON: is @p proposal ready to be decided on? See rg_propose().
  [[nodiscard]] std::string propose(std::string_view proposal, std::string_view date = {}) const {
    const std::string on = detail::ended(date, "date");
    return detail::taken(rg_propose, get(), proposal.data() ? proposal.data() : "", proposal.size(),
                         on.empty() ? nullptr : on.c_str());
  }
  /// A picture by a request in JSON, as rg_picture() has it.
  [[nodiscard]] std::string picture(std::string_view request) const {
    return detail::taken(rg_picture, get(), detail::ended(request, "request").c_str());
  }
  /// Worksheets by a request in JSON, as rg_worksheets() has it.
  [[nodiscard]] std::string worksheets(std::string_view request) const {
    return detail::taken(rg_worksheets, get(), detail::ended(request, "request").c_str());
  }
  /// Does the model answer as a file of plan tests expects? @p cases: the file's text.
  [[nodiscard]] PlanTestReport test(std::string_view cases) const {
    std::size_t failed = 0;
    std::string report = detail::taken(rg_plan_test, get(), cases.data(), cases.size(), &failed);
    return PlanTestReport(std::move(report), failed);
  }
  /// The model's authority as the table people know. Throws InvalidQuestion where the model has no
  /// delegation plan, or several.
  [[nodiscard]] PlanTable plan_table() const {
    rg_text* text = nullptr;
    rg_findings* findings = nullptr;
    rg_error* error = nullptr;
    const rg_status status = rg_plan_table(get(), &text, &findings, &error);
    const detail::Owned<rg_text> owned(text);
    detail::Owned<rg_findings> found(findings);
    detail::check(status, detail::Owned<rg_error>(error));
    return {std::string(detail::view(rg_text_data, static_cast<const rg_text*>(text))),
            Findings(std::move(found))};
  }

  /// Who may use @p power on @p target, an id? Say more about the case, and ask.
  [[nodiscard]] Question question(std::string_view power, std::string_view target) const {
    return Question(detail::made<rg_question>(rg_question_new, get(),
                                              detail::ended(power, "power").c_str(),
                                              detail::ended(target, "target").c_str()));
  }
  /// A case without power and target: for what_may and removal_plan.
  [[nodiscard]] Question question() const {
    return Question(detail::made<rg_question>(rg_question_new_open, get()));
  }

  // Where nothing further is known of the case:
  [[nodiscard]] Decision who_decides(std::string_view power, std::string_view target) const {
    return question(power, target).who_decides();
  }
  [[nodiscard]] May may(std::string_view actor, std::string_view power,
                        std::string_view target) const {
    return question(power, target).may(actor);
  }
  [[nodiscard]] JournalNote journal_note(std::string_view power, std::string_view target,
                                         const JournalNoteOptions& options = {}) const {
    return question(power, target).journal_note(options);
  }
  [[nodiscard]] std::string agenda_line(std::string_view power, std::string_view target,
                                        Language language = Language::da,
                                        bool internal = false) const {
    return question(power, target).agenda_line(language, internal);
  }
  [[nodiscard]] WhatMay what_may(std::string_view actor, const WhatMayOptions& options = {},
                                 const Limits& limits = {}) const {
    return question().what_may(actor, options, limits);
  }
  [[nodiscard]] RemovalPlan removal_plan(const Names& remove) const {
    return question().removal_plan(remove);
  }

 private:
  template <class Function>
  static Model loaded(Function function, std::string_view given, const LoadOptions& options) {
    return detail::loading(options, [&](const rg_load_options* how) {
      return Model(detail::made<rg_model>(function, given.data(), given.size(), how));
    });
  }
  template <class Calls>
  static PlanModel planned(const PlanOptions& plan, const LoadOptions& options, Calls calls);
  static std::string written(const Change& change);
};

struct PlanModel {
  Model model;
  Findings findings;
};

/// A model while it is being built or changed: elements of one layer by id. It may be wrong;
/// nothing can be asked of it.
class Draft : public detail::Handle<rg_draft> {
 public:
  explicit Draft(detail::Owned<rg_draft> made) : Handle(std::move(made)) {}
  /// Without elements. @p head: the value of `model` in a model file, a JSON object with `id` at
  /// least; the layers that `extends` names are loaded now.
  explicit Draft(std::string_view head, const LoadOptions& options = {})
      : Handle(detail::loading(options, [&](const rg_load_options* how) {
          return detail::made<rg_draft>(rg_draft_new, head.data(), head.size(), how);
        })) {}

  /// A new name or edition. `extends` must name what it named. On failure the draft is as before.
  void set_head(std::string_view head) {
    detail::call(rg_draft_set_head, held_.get(), head.data(), head.size());
  }
  /// Add an element as a model file has it, JSON, or put it in the place of the one with its id;
  /// true: there was one. On failure the draft is as before.
  bool add(std::string_view element) {
    std::int32_t replaced = 0;
    detail::call(rg_draft_add, held_.get(), element.data(), element.size(), &replaced);
    return replaced != 0;
  }
  /// Take out an element. Throws UnknownElement.
  void remove(std::string_view id) {
    detail::call(rg_draft_remove, held_.get(), id.data(), id.size());
  }
  /// How many elements, without those of layers below.
  [[nodiscard]] std::size_t size() const { return rg_draft_element_count(get()); }
  /// A model of it; the draft stays as it is. Throws InvalidModel with every finding.
  [[nodiscard]] Model freeze(const Limits& limits = {}) const {
    return detail::within(limits, [&](const rg_limits* given) {
      return Model(detail::made<rg_model>(rg_draft_freeze, get(), given));
    });
  }
};

inline Draft Model::draft() const {
  return Draft(detail::made<rg_draft>(rg_draft_from_model, get()));
}

template <class Calls>
PlanModel Model::planned(const PlanOptions& plan, const LoadOptions& options, Calls calls) {
  detail::check_library();
  const detail::Owned<rg_plan_options> owned =
      detail::made<rg_plan_options>(rg_plan_options_new, detail::ended(plan.id, "id").c_str());
  const auto set = [&owned](rg_plan_option option, const std::string& value, const char* what) {
    if (!value.empty())
      detail::call(rg_plan_options_set, owned.get(), option, detail::ended(value, what).c_str());
  };
  set(RG_PLAN_NAME_DA, plan.name, "name");
  set(RG_PLAN_NAME_EN, plan.name_en, "name_en");
  for (const std::string& layer : plan.extends) set(RG_PLAN_EXTENDS, layer, "extends");
  for (const std::string& rule : plan.basis) set(RG_PLAN_BASIS, rule, "basis");
  set(RG_PLAN_FROM, plan.valid_from, "valid_from");
  set(RG_PLAN_UNTIL, plan.valid_until, "valid_until");
  set(RG_PLAN_MAPPING, plan.mapping, "mapping");
  set(RG_PLAN_COUNCIL, plan.council, "council");
  set(RG_PLAN_OWNER, plan.owner, "owner");
  return detail::loading(options, [&](const rg_load_options* how) {
    rg_model* model = nullptr;
    rg_findings* findings = nullptr;
    rg_error* error = nullptr;
    const rg_status status = calls(owned.get(), how, &model, &findings, &error);
    detail::Owned<rg_model> made(model);
    detail::Owned<rg_findings> found(findings);
    detail::check(status, detail::Owned<rg_error>(error));
    return PlanModel{Model(std::move(made)), Findings(std::move(found))};
  });
}

inline PlanModel Model::open_plan(std::string_view path, const PlanOptions& plan,
                                  const LoadOptions& options) {
  const char* folder = plan.folder.empty() ? nullptr : plan.folder.c_str();
  return planned(plan, options, [&](auto... rest) {
    return rg_plan_open(path.data(), path.size(), folder, plan.folder.size(), rest...);
  });
}

inline PlanModel Model::from_plan(std::string_view text, const PlanOptions& plan,
                                  const LoadOptions& options) {
  return planned(plan, options, [&](auto... rest) {
    return rg_plan_from_text(text.data(), text.size(), rest...);
  });
}

inline std::string Model::written(const Change& change) {
  const auto checked = [](const std::string& json, const std::string& at) -> const std::string& {
    try {
      (void)Json::parse(json);
    } catch (const std::invalid_argument& error) {  // before it becomes part of a larger text
      throw InvalidQuestion({Status::invalid_question, error.what(), at, "give one JSON object"});
    }
    return json;
  };
  std::string text = "{\"remove\":[";
  std::string_view comma;
  for (const std::string& id : change.remove.all())
    text.append(std::exchange(comma, ",")).append(json_string(id));
  text += "],\"add\":[";
  comma = "";
  for (std::size_t i = 0; i < change.add.size(); ++i)
    text.append(std::exchange(comma, ","))
        .append(checked(change.add[i], "add[" + std::to_string(i) + "]"));
  text += "],\"change\":{";
  comma = "";
  for (const auto& [id, fields] : change.change)
    text.append(std::exchange(comma, ","))
        .append(json_string(id))
        .append(":")
        .append(checked(fields, "change." + id));
  text += "}";
  if (!change.within.empty()) text.append(",\"within\":").append(json_string(change.within));
  if (!change.date.empty()) text.append(",\"date\":").append(json_string(change.date));
  return text + "}";
}

}  // namespace v0_1
}  // namespace regelgraf::over_c
