// A change set, recorded whole or not at all.

#include <algorithm>
#include <set>
#include <utility>

#include <regelgraf/canonical.hpp>
#include <regelgraf/detail/text.hpp>
#include <regelgraf/draft.hpp>
#include <regelgraf/version.hpp>

#include "formats/canonical.hpp"
#include "formats/one_element.hpp"
#include "store/hash.hpp"
#include "store/impl.hpp"
#include "store/review.hpp"

namespace regelgraf {

using store::Digests;
using store::Purpose;
using store::Thing;
using store::Transaction;

namespace {

constexpr std::size_t longest_said = 10'000;

void refuse_said(const std::string& text, const char* field) {
  if (detail::has_cpr(text))
    throw Error(Errc::personal_data,
                std::string("`") + field + "` looks like a CPR number: name a post or a unit",
                field);
  if (detail::find_invalid_utf8(text) != std::string_view::npos)
    throw Error(Errc::invalid_question, std::string("`") + field + "` is not UTF-8", field);
  if (text.size() > longest_said)
    throw Error(Errc::too_large, std::string("`") + field + "` is longer than 10,000 bytes", field);
}

Finding change_finding(const char* code, std::string element, Name message, Name advice = {}) {
  Finding finding;
  finding.code = code;
  finding.file = "change";
  finding.element = std::move(element);
  finding.message = std::move(message);
  finding.advice = std::move(advice);
  return finding;
}

/// One head in canonical form: what draft_json() has between its other two fields.
std::string text_of_head(const Head& head) {
  constexpr std::string_view before = "{\"elements\":[],\"model\":", after = ",\"regelgraf\":1}";
  const std::string file = formats::draft_json(Draft(head));
  return file.substr(before.size(), file.size() - before.size() - after.size());
}

/// One commit while it is made.
class Commit {
 public:
  Commit(Store::Impl& impl, const ChangeSet& changes, const CommitOptions& options)
      : impl_(impl), changes_(changes), options_(options) {}

  CommitResult run() {
    look_at_what_is_said();
    write_texts();
    if (has_errors(result_.findings)) return std::move(result_);
    Transaction transaction(*impl_.database, Purpose::write);
    const auto newest = impl_.newest();
    if (newest) before_ = *newest;
    if (newest && changes_.at < before_.at)
      throw Error(Errc::invalid_question,
                  "the newest entry is of " + to_text(before_.at) + ", which is later", "at");
    gather();
    if (find_conflicts()) return std::move(result_);
    if (has_errors(result_.findings)) return std::move(result_);
    if (digests_.empty())
      throw Error(Errc::invalid_question, "the change set changes nothing", "put");
    if (touches_model_ && !freeze()) return std::move(result_);
    if (!touches_model_ && !ground_is_known()) return std::move(result_);
    record();
    transaction.commit();
    if (!touches_model_) return std::move(result_);
    impl_.remember(*result_.entry, result_.model);
    impl_.keep_snapshot(*result_.entry, *result_.model);
    return std::move(result_);
  }

 private:
  void look_at_what_is_said() {
    const auto need = [](const std::string& text, const char* field) {
      if (text.empty())
        throw Error(Errc::invalid_question, std::string("`") + field + "` is missing", field);
    };
    need(changes_.by, "by");
    need(changes_.why, "why");
    refuse_said(changes_.by, "by");
    refuse_said(changes_.why, "why");
    refuse_said(changes_.decision.text, "decision.text");
    refuse_said(changes_.decision.element, "decision.element");
    refuse_said(changes_.decision.document, "decision.document");
  }

  /// What is put, as it will be stored, and what is wrong with it alone.
  void write_texts() {
    const auto put = [&](std::string_view sort, const std::string& id, std::string text) {
      if (!texts_.emplace(Thing(sort, id), std::move(text)).second)
        result_.findings.push_back(
            change_finding("duplicate_id", id,
                           {"det samme er ændret to gange", "the same thing is changed twice"}));
    };
    for (const Element& element : changes_.put) {
      formats::find_personal_data(element, "change", result_.findings);
      put(store::sort_element, element.id, formats::element_json(element));
    }
    for (const std::string& id : changes_.end)
      if (texts_.contains({std::string(store::sort_element), id}))
        result_.findings.push_back(change_finding(
            "duplicate_id", id,
            {"elementet er både ændret og afsluttet", "the element is both put and ended"}));
    if (changes_.head) {
      formats::find_personal_data(*changes_.head, "change", result_.findings);
      put(store::sort_head, {}, text_of_head(*changes_.head));
    }
    for (const StoredDocument& document : changes_.documents) {
      std::string text;
      if (store::read_review(document, text, result_.findings))
        put(store::sort_review, document.id, std::move(text));
    }
  }

  /// Leaves of the texts what differs from what is there; adds what ends and the layers.
  void gather() {
    std::set<std::string, std::less<>> ended(changes_.end.begin(), changes_.end.end());
    std::set<std::string, std::less<>> unknown = ended;
    const std::string element(store::sort_element);
    impl_.each(store::sort_element, before_.state, [&](std::string_view id, std::string_view text) {
      unknown.erase(std::string(id));
      const auto put = texts_.find(Thing(element, id));
      if (put == texts_.end()) {
        if (changes_.whole) ended.insert(std::string(id));
        if (!ended.contains(id)) kept_.emplace(id, text);
      } else if (put->second == text) {
        kept_.emplace(id, std::move(put->second));
        texts_.erase(put);
      } else {
        changed_.insert(std::string(id));
      }
    });
    for (const std::string& id : unknown)
      result_.findings.push_back(change_finding(
          "unknown_id", detail::has_cpr(id) ? std::string() : detail::shortened(id),
          {"der er intet at afslutte: elementet er her ikke", "there is no such element to end"}));
    ended_ = ended.size() - unknown.size();
    for (const std::string& id : ended) digests_[{element, id}];
    const std::string head(store::sort_head);
    if (const auto now = impl_.text_of(head, {}, before_.state)) {
      head_ = *now;
      if (const auto put = texts_.find({head, {}}); put != texts_.end() && put->second == head_)
        texts_.erase(put);
    }
    if (const auto put = texts_.find({head, {}}); put != texts_.end()) head_ = put->second;
    for (auto text = texts_.begin(); text != texts_.end();) {
      const auto& [sort, id] = text->first;
      if (sort == store::sort_review && impl_.text_of(sort, id, before_.state) == text->second)
        text = texts_.erase(text);
      else
        ++text;
    }
    gather_layers();
    for (const auto& [thing, text] : texts_) digests_[thing] = store::sha256(text);
    touches_model_ = std::any_of(digests_.begin(), digests_.end(), [](const auto& one) {
      return one.first.first != store::sort_review;
    });
  }

  void gather_layers() {
    layers_ = impl_.layers_of(before_.state);
    if (!changes_.head && changes_.layers.empty()) return;
    std::vector<std::string> extends;
    Head head;
    std::vector<Finding> none;
    if (!head_.empty() && formats::read_head(head_, "head", head, none)) extends = head.extends;
    store::Layers now = store::gather_layers(extends, layers_, changes_.layers, options_.load,
                                             options_.folder, result_.findings);
    const std::string sort(store::sort_layer);
    for (const auto& [name, text] : now)
      if (const auto was = layers_.find(name); was == layers_.end() || was->second != text) {
        if (detail::has_cpr(text) || detail::has_cpr(name))
          throw Error(Errc::personal_data, "a layer holds what looks like a CPR number", "layers");
        texts_[{sort, name}] = text;
      }
    for (const auto& [name, text] : layers_)
      if (!now.contains(name)) digests_[{sort, name}];
    layers_ = std::move(now);
  }

  /// Has somebody touched the same since the caller looked?
  bool find_conflicts() {
    if (!changes_.base || *changes_.base == before_.state) return false;
    const std::uint64_t base = *changes_.base;
    if (base > before_.state)
      throw Error(Errc::invalid_question, "the newest state is " + std::to_string(before_.state),
                  "base");
    std::set<std::string> met;
    const auto look = [&](const std::string& sort, const std::string& id) {
      if (impl_.touched(sort, id) > base) met.insert(store::named({sort, id}));
    };
    for (const Element& element : changes_.put) look(std::string(store::sort_element), element.id);
    for (const auto& [thing, digest] : digests_) look(thing.first, thing.second);
    if (changes_.head) look(std::string(store::sort_head), {});
    for (const StoredDocument& one : changes_.documents)
      look(std::string(store::sort_review), one.id);
    if (changes_.whole || options_.only_on_newest)
      impl_.database->run("SELECT DISTINCT sort, id FROM versions WHERE state > ?1",
                          {static_cast<std::int64_t>(base)}, [&](const store::Row& row) {
                            const Thing thing(row.text(0), row.text(1));
                            if (options_.only_on_newest || thing.first != store::sort_review)
                              met.insert(store::named(thing));
                            return true;
                          });
    result_.conflicts.assign(met.begin(), met.end());
    result_.rebased = met.empty();
    return !met.empty();
  }

  bool freeze() {
    if (head_.empty()) {
      result_.findings.push_back(change_finding(
          "missing_field", {}, {"modellen har intet hoved", "the model has no head"},
          {"giv `head` i den første ændring", "give `head` in the first change set"}));
      return false;
    }
    for (const auto& [thing, text] : texts_)
      if (thing.first == store::sort_element) kept_[thing.second] = text;
    store::ModelLines lines(head_);
    for (const auto& [id, text] : kept_) lines.add(text);
    Frozen frozen = lines.frozen(layers_, options_.load);
    for (Finding& finding : frozen.findings) {
      finding.line = finding.column = 0;  // there is no file
      result_.findings.push_back(std::move(finding));
    }
    if (!frozen.model) return false;
    result_.model = std::make_shared<const Model>(std::move(*frozen.model));
    const std::string& ground = changes_.decision.element;
    if (!ground.empty() && !result_.model->find(ground)) return unknown_ground();
    return true;
  }

  /// A decision's element is looked for where the model stays, too.
  bool ground_is_known() {
    const std::string& ground = changes_.decision.element;
    if (ground.empty() || kept_.contains(ground)) return true;
    return unknown_ground();
  }
  bool unknown_ground() {
    Finding& finding = result_.findings.emplace_back(
        change_finding("unknown_id", detail::shortened(changes_.decision.element),
                       {"det element, som beslutningen hviler på, er ikke i modellen",
                        "the element that the decision rests on is not in the model"}));
    finding.field = "decision.element";
    result_.model.reset();
    return false;
  }

  void record() {
    StoreEntry entry;
    entry.state = before_.state + 1;
    entry.at = changes_.at;
    entry.by = changes_.by;
    entry.why = changes_.why;
    entry.decision = changes_.decision;
    for (const auto& [thing, text] : texts_)
      if (thing.first == store::sort_element)
        ++(changed_.contains(thing.second) ? entry.changed : entry.added);
    entry.ended = ended_;
    entry.model = touches_model_ ? digest(*result_.model) : before_.model;
    entry.model_state = touches_model_ ? entry.state : before_.model_state;
    entry.library = version_string;
    entry.text =
        store::entry_text(entry, before_.hash, store::sha256(store::digests_text(digests_)));
    entry.hash = store::sha256(entry.text);
    impl_.append(entry, digests_, [&](const Thing& thing) -> std::optional<std::string_view> {
      const auto text = texts_.find(thing);
      if (text == texts_.end()) return std::nullopt;
      return text->second;
    });
    impl_.database->tell(entry.state);
    result_.entry = std::move(entry);
  }

  Store::Impl& impl_;
  const ChangeSet& changes_;
  const CommitOptions& options_;
  CommitResult result_;
  StoreEntry before_;                                     // state 0: nothing is recorded
  std::map<Thing, std::string> texts_;                    // what is put and differs
  std::map<std::string, std::string, std::less<>> kept_;  // elements that stay as they are
  std::set<std::string> changed_;                         // elements put that were there
  Digests digests_;
  std::string head_;
  store::Layers layers_;
  std::uint64_t ended_ = 0;
  bool touches_model_ = false;
};

}  // namespace

CommitResult Store::commit(const ChangeSet& changes, const CommitOptions& options) {
  const std::lock_guard lock(impl_->mutex);
  return Commit(*impl_, changes, options).run();
}

}  // namespace regelgraf
