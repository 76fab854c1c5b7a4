// store: the model's history.

#include <charconv>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include <regelgraf/ask.hpp>
#include <regelgraf/detail/text.hpp>
#include <regelgraf/diff.hpp>
#include <regelgraf/store.hpp>

#include "cli/model_output.hpp"
#include "cli/patience.hpp"
#include "cli/render.hpp"
#include "cli/render_store.hpp"
#include "cli/session.hpp"
#include "files/files.hpp"
#include "formats/bytes.hpp"

namespace regelgraf::cli {

namespace {

/// Something was typed that is not what it should be.
struct Mistyped {
  Problem problem;
};

class Keeper {
 public:
  explicit Keeper(Session& session)
      : session_(session), say_(session.say), wish_(session.options.store) {}

  Exit run() {
    const std::map<std::string, std::function<Exit()>> actions{
        {"init", [this] { return init(); }},
        {"commit", [this] { return commit(); }},
        {"log", [this] { return log(); }},
        {"show", [this] { return show(); }},
        {"as-of", [this] { return as_of(); }},
        {"diff", [this] { return diff(); }},
        {"blame", [this] { return blame(); }},
        {"verify", [this] { return verify(); }},
        {"backup", [this] { return backup(); }},
        {"export", [this] { return put_out(); }},
        {"import", [this] { return take_in(); }},
        {"put-review", [this] { return put_review(); }},
        {"get-review", [this] { return get_review(); }}};
    return actions.at(wish_.action)();
  }

 private:
  [[nodiscard]] const std::string& where() const { return session_.options.model; }
  [[nodiscard]] Store open(bool read_only) const {
    StoreOptions options;
    options.read_only = read_only;
    return Store::open(where(), options);
  }

  // What was typed.
  [[nodiscard]] Instant instant(const char* option, const std::string& typed) const {
    if (const auto instant = instant_from_text(typed)) return *instant;
    throw Mistyped{
        {option, detail::quote(typed) + say_(" er ikke et tidspunkt", " is no time"),
         say_("skriv det som 2026-11-27T10:00:00Z", "write it as 2026-11-27T10:00:00Z")}};
  }
  [[nodiscard]] std::optional<Instant> recorded_by(const char* option,
                                                   const std::string& typed) const {
    if (typed.empty()) return std::nullopt;
    if (const auto day = day_from_text(typed)) return end_of(*day);
    return instant(option, typed);
  }
  [[nodiscard]] std::optional<Day> valid_on() const {
    if (wish_.valid.empty()) return std::nullopt;
    if (const auto day = day_from_text(wish_.valid)) return day;
    throw Mistyped{{"--valid", detail::quote(wish_.valid) + say_(" er ikke en dag", " is no day"),
                    say_("skriv dagen som 2026-03-01", "write the day as 2026-03-01")}};
  }
  [[nodiscard]] static std::optional<std::uint64_t> number(std::string_view typed) {
    std::uint64_t state = 0;
    const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), state);
    if (error != std::errc() || end != typed.data() + typed.size()) return std::nullopt;
    return state;
  }
  [[nodiscard]] std::uint64_t state_typed(std::string_view typed) const {
    if (const auto state = number(typed)) return *state;
    throw Mistyped{{{},
                    detail::quote(typed) + say_(" er ikke en tilstand", " is no state"),
                    say_("skriv et tal fra `store log`", "write a number from `store log`")}};
  }
  /// A state, or a time.
  [[nodiscard]] AsOf point(const Store& store, const std::string& typed) const {
    if (const auto state = number(typed)) return store.model_of(*state, valid_on());
    return store.model(valid_on(), recorded_by(nullptr, typed));
  }
  /// Sets in @p changes what was typed.
  void say_who(ChangeSet& changes) const {
    if (!wish_.by.empty()) changes.by = wish_.by;
    if (!wish_.at.empty()) changes.at = instant("--at", wish_.at);
    if (!wish_.why.empty()) changes.why = wish_.why;
    if (!wish_.decision.empty()) changes.decision.text = wish_.decision;
    if (!wish_.decision_element.empty()) changes.decision.element = wish_.decision_element;
    if (!wish_.decision_document.empty()) changes.decision.document = wish_.decision_document;
    if (wish_.base) changes.base = wish_.base;
  }
  /// The text of a file, unpacked; `-` is standard input.
  [[nodiscard]] static std::string text_of(const std::string& file) {
    const formats::Bytes bytes = formats::read_file(files::path_of(file), std::uint64_t{8} << 30);
    if (!bytes.code.empty()) throw Mistyped{{file, bytes.message.en, {}}};
    return {bytes.text.data(), bytes.text.size()};
  }

  Exit leave(const std::string& json, const std::function<void()>& render, Exit status = answered) {
    if (session_.options.json)
      session_.out.raw(json + "\n");
    else
      render();
    return session_.leave(status);
  }
  Exit put(const std::string& file, const std::string& bytes) {
    const std::string problem = put_file(file, bytes);
    if (problem.empty()) return answered;
    return session_.complain(
        {{file, say_("kan ikke skrives: ", "cannot be written: ") + problem, {}}});
  }

  Exit init() {
    const Store store = Store::init(where());
    return leave("{\"state\":0}",
                 [&] { session_.out.line(say_("et tomt lager: ", "an empty store: ") + where()); });
  }

  Exit commit() {
    const std::string& file = wish_.words.front();
    std::vector<Finding> findings;
    ChangeSet changes;
    const std::string text = text_of(file);
    if (text.find("\"regelgraf_change\"") != std::string::npos) {
      auto read = change_set_from_json(text, file, findings);
      if (!read) return refuse(findings);
      changes = std::move(*read);
    } else {
      const Frozen whole = load_model_text_beside(text, file);
      if (!whole.model) return refuse(whole.findings);
      changes = change_set_of(*whole.model);
    }
    const bool has_time = !wish_.at.empty() || changes.at != Instant{};
    say_who(changes);
    if (changes.by.empty() || changes.why.empty() || !has_time)
      return session_.complain({{{},
                                 say_("ændringen siger ikke hvem, hvornår og hvorfor",
                                      "the change set does not say who, when and why"),
                                 say_("giv --by, --at og --why", "give --by, --at and --why")}});
    return record(changes, file);
  }

  /// The file as a model; layers named by a path are looked for beside it.
  [[nodiscard]] Frozen load_model_text_beside(const std::string& text,
                                              const std::string& file) const {
    const LoadOptions how = session_.load_options();
    return file == "-" ? load_model_text(text, "standard input", how)
                       : load_model(files::path_of(file), how);
  }

  Exit record(const ChangeSet& changes, const std::string& file) {
    const Patience patience(session_);
    CommitOptions options;
    options.load = session_.load_options();
    options.load.limits = patience.limits();
    options.folder = file == "-" ? std::filesystem::path() : files::path_of(file).parent_path();
    if (file != "-" && options.folder.empty()) options.folder = ".";
    options.only_on_newest = wish_.only_on_newest;
    Store store = open(false);
    const CommitResult result = store.commit(changes, options);
    if (!session_.options.json)
      for (const Finding& one : result.findings) session_.put(session_.err, one);
    (void)session_.err.write(stderr);
    return leave(
        json_of(result), [&] { render_recorded(say_, session_.out, result); },
        result.entry ? answered : finding);
  }

  Exit refuse(const std::vector<Finding>& findings) {
    for (const Finding& one : findings) session_.put(session_.err, one);
    (void)session_.err.write(stderr);
    return wrong_use;
  }

  Exit log() {
    LogQuery query;
    query.element = wish_.element;
    query.recorded_by = recorded_by("--recorded", wish_.recorded);
    const auto entries = open(true).log(query);
    return leave(json_of(entries), [&] { render_log(say_, session_.out, entries); });
  }

  Exit show() {
    const Store store = open(true);
    const std::uint64_t state = state_typed(wish_.words.front());
    const StoreEntry entry = store.entry(state);
    const auto changes = store.changes(state);
    return leave(json_of(entry, changes),
                 [&] { render_entry(say_, session_.out, entry, changes); });
  }

  Exit as_of() {
    const Patience patience(session_);
    const Store store = open(false);  // a snapshot that is missing is made, where it may be
    const AsOf found =
        wish_.state
            ? store.model_of(*wish_.state, valid_on(), patience.limits())
            : store.model(valid_on(), recorded_by("--recorded", wish_.recorded), patience.limits());
    if (!wish_.output.empty()) {
      const auto format = format_of(wish_.output);
      if (!format)
        return session_.complain(
            {{wish_.output, say_("kender ikke formatet", "does not know the format"),
              say_("navnet skal ende på .json, .jsonl, .gz, .rgs eller .csv",
                   "the name must end in .json, .jsonl, .gz, .rgs or .csv")}});
      std::vector<Finding> findings;
      const std::string bytes = bytes_of(*found.model, *format, findings);
      for (const Finding& one : findings) session_.put(session_.err, one);
      (void)session_.err.write(stderr);
      if (has_errors(findings)) return wrong_use;
      if (wish_.output == "-") {
        session_.out.raw(bytes);
        return session_.leave(answered);
      }
      if (const Exit status = put(wish_.output, bytes); status != answered) return status;
    }
    return leave(json_of(found), [&] { render_as_of(say_, session_.out, found); });
  }

  Exit diff() {
    const Store store = open(true);
    const AsOf before = point(store, wish_.words[0]), after = point(store, wish_.words[1]);
    const Diff answer = regelgraf::diff(*before.model, *after.model, valid_on());
    const ask::DiffQuestion question{after.model, valid_on()};
    return leave(Asker(*before.model).answer(question, answer), [&] {
      render(*before.model, say_, session_.out, answer, question);
      const auto told = [&](const AsOf& one) {
        return say_("tilstand ", "state ") + std::to_string(one.entry.state) + ", " +
               to_text(one.entry.at);
      };
      session_.out.line(
          Text(told(before) + " " + session_.out.arrow() + " " + told(after), Tone::faint));
    });
  }

  Exit blame() {
    const Blame found =
        open(true).blame(wish_.words.front(), recorded_by("--recorded", wish_.recorded));
    return leave(json_of(found), [&] { render_blame(say_, session_.out, found); });
  }

  Exit verify() {
    std::uint64_t state = 0;
    std::string hash;
    if (!wish_.expect.empty()) {
      const std::size_t colon = wish_.expect.find(':');
      if (colon == std::string::npos)
        throw Mistyped{{"--expect", say_("skriv TILSTAND:HASH", "write STATE:HASH"), {}}};
      state = state_typed(std::string_view(wish_.expect).substr(0, colon));
      hash = wish_.expect.substr(colon + 1);
    }
    const Patience patience(session_);
    const StoreVerified found = open(true).verify(state, hash, patience.limits());
    return leave(
        json_of(found), [&] { render_verified(say_, session_.out, found); },
        found.what.empty() ? answered : finding);
  }

  Exit backup() {
    open(true).backup(files::path_of(wish_.words.front()));
    return leave("{\"written\":true}", [&] {
      session_.out.line(say_("kopieret til ", "copied to ") + wish_.words.front());
    });
  }

  Exit put_out() {
    const Store store = open(true);
    const std::string& file = wish_.words.front();
    if (file == "-") {
      store.export_lines([&](std::string_view line) { session_.out.raw(line); });
      return session_.leave(answered);
    }
    std::string bytes;
    store.export_lines([&](std::string_view line) { bytes += line; });
    if (file.ends_with(".gz")) bytes = formats::gzip(bytes);
    if (const Exit status = put(file, bytes); status != answered) return status;
    return leave("{\"written\":true}",
                 [&] { session_.out.line(say_("skrevet til ", "written to ") + file); });
  }

  Exit take_in() {
    const std::string text = text_of(wish_.words.front());
    const Patience patience(session_);
    const std::uint64_t added = open(false).import_lines(text, patience.limits());
    return leave("{\"added\":" + std::to_string(added) + "}", [&] {
      session_.out.line(say_.count(added, "ændring læst ind", "ændringer læst ind",
                                   "entry was read in", "entries were read in"));
    });
  }

  Exit put_review() {
    ChangeSet changes;
    say_who(changes);
    changes.documents.push_back({"review", wish_.review, text_of(wish_.words.front())});
    return record(changes, "-");
  }

  Exit get_review() {
    const std::string& id = wish_.words.front();
    const auto found = open(true).document("review", id, recorded_by("--recorded", wish_.recorded));
    if (!found)
      return session_.complain(
          {{{},
            say_("lageret har ingen gennemgang ", "the store has no review ") + detail::quote(id),
            {}}});
    if (!wish_.output.empty() && wish_.output != "-") return put(wish_.output, found->json + "\n");
    session_.out.raw(found->json + "\n");
    return session_.leave(answered);
  }

  Session& session_;
  const Say& say_;
  const StoreWish& wish_;
};

}  // namespace

Exit keep(Session& session) {
  try {
    return Keeper(session).run();
  } catch (const Mistyped& mistyped) {
    return session.complain({mistyped.problem});
  } catch (const Error& error) {
    if (error.code() == Errc::cancelled && error.at().empty()) return interrupted;  // Ctrl-C
    return session.complain({{error.at(), error.what(), {}}});
  }
}

}  // namespace regelgraf::cli
