#pragma once

/// @file
/// @brief What a model answers. Answers never change and outlive their model.

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <regelgraf/over_c/error.hpp>
#include <regelgraf/over_c/json.hpp>
#include <regelgraf/over_c/range.hpp>

namespace regelgraf::over_c {
inline namespace v0_1 {

/// A figure in hours.
struct Hours {
  double low = 0, likely = 0, high = 0;
};

enum class Bound : std::int32_t { low = RG_LOW, likely = RG_LIKELY, high = RG_HIGH };

/// What who_decides comes to.
enum class Verdict : std::int32_t {
  competent = RG_COMPETENT,      ///< The first option's holder decides.
  joint = RG_JOINT,              ///< Several together.
  conditional = RG_CONDITIONAL,  ///< It depends on something the question does not tell.
  residual = RG_RESIDUAL,        ///< Nothing specific was recorded: by general competence.
  barred = RG_BARRED,            ///< There would be somebody but for a prohibition.
  nobody = RG_NOBODY             ///< Nobody is recorded.
};

/// "depends" is not yes.
enum class Permission : std::int32_t { no = RG_NO, depends = RG_DEPENDS, yes = RG_YES };

/// Where a rule comes from.
enum class Origin : std::int32_t {
  agreed = RG_ORIGIN_AGREED,
  state = RG_ORIGIN_STATE,
  required = RG_ORIGIN_REQUIRED,
  one_of_several = RG_ORIGIN_ONE_OF_SEVERAL,
  allowed = RG_ORIGIN_ALLOWED,
  home_made = RG_ORIGIN_HOME_MADE,
  unknown = RG_ORIGIN_UNKNOWN
};

/// What may be claimed of an element.
enum class ClaimKind : std::int32_t {
  origin = RG_CLAIM_ORIGIN,
  issuer = RG_CLAIM_ISSUER,
  hours = RG_CLAIM_HOURS
};

/// A claim held against the model.
enum class Claim : std::int32_t {
  none = RG_CLAIM_NONE,  ///< Nobody claims anything.
  agrees = RG_CLAIM_AGREES,
  open = RG_CLAIM_OPEN,  ///< The model has nothing to hold it against.
  contradicted = RG_CLAIM_CONTRADICTED
};

/// The lists of a Breaks.
enum class BreaksList : std::int32_t {
  removed = RG_BREAKS_REMOVED,
  lapsed = RG_BREAKS_LAPSED,
  broken = RG_BREAKS_BROKEN,
  unmet_duties = RG_BREAKS_UNMET_DUTIES,
  redundant = RG_BREAKS_REDUNDANT,
  purposeless = RG_BREAKS_PURPOSELESS,
  weakened = RG_BREAKS_WEAKENED,
  affected = RG_BREAKS_AFFECTED,
  revived = RG_BREAKS_REVIVED,
  unexamined = RG_BREAKS_UNEXAMINED,
  involvements_gone = RG_BREAKS_INVOLVEMENTS_GONE,
  added = RG_BREAKS_ADDED,
  changed = RG_BREAKS_CHANGED,
  stands_anew = RG_BREAKS_STANDS_ANEW,
  stands_not = RG_BREAKS_STANDS_NOT
};

/// Which hours of a Breaks; the last three of a WhatIf alone.
enum class BreaksFigure : std::int32_t {
  removed = RG_BREAKS_HOURS_REMOVED,
  fallen = RG_BREAKS_HOURS_FALLEN,
  redundant = RG_BREAKS_HOURS_REDUNDANT,
  one_off = RG_BREAKS_HOURS_ONE_OFF,
  added = RG_BREAKS_HOURS_ADDED,
  changed = RG_BREAKS_HOURS_CHANGED,
  net = RG_BREAKS_HOURS_NET
};

/// A column of a Ranking.
enum class RankingFigure : std::int32_t {
  breaks = RG_RANKING_BREAKS,
  duties = RG_RANKING_DUTIES,
  hours_low = RG_RANKING_HOURS_LOW,
  hours_likely = RG_RANKING_HOURS_LIKELY,
  hours_high = RG_RANKING_HOURS_HIGH
};

/// A column of Edges.
enum class EdgeColumn : std::int32_t {
  source = RG_EDGE_SOURCE,      ///< Number of the element that leans on, serves or uses the other.
  target = RG_EDGE_TARGET,      ///< Number of the other.
  relation = RG_EDGE_RELATION,  ///< A Relation.
  /// Which of the source's requirements, from 0; UINT32_MAX for `serves` and `uses`.
  requirement = RG_EDGE_REQUIREMENT,
  at_least = RG_EDGE_AT_LEAST,  ///< How many of those that the requirement lists must hold.
  implied = RG_EDGE_IMPLIED     ///< 1: it follows from another field, as a grant's `from` and `to`.
};

/// What an edge says.
enum class Relation : std::uint32_t {
  basis = RG_RELATION_BASIS,
  needs = RG_RELATION_NEEDS,
  serves = RG_RELATION_SERVES,
  uses = RG_RELATION_USES
};

/// The lists of a WhatMay.
enum class PowersList : std::int32_t {
  may = RG_POWERS_MAY,
  depends = RG_POWERS_DEPENDS,
  may_not = RG_POWERS_NOT
};

/// What is to be done in a step of a RemovalPlan.
enum class StepKind : std::int32_t {
  examine = RG_STEP_EXAMINE,            ///< Look for what depends on the elements: nobody has.
  put_in_place = RG_STEP_PUT_IN_PLACE,  ///< Give the duties what they lack.
  involve = RG_STEP_INVOLVE,            ///< Ask or tell a body about the elements.
  decide = RG_STEP_DECIDE,              ///< Holders decide that the elements go.
  notice = RG_STEP_NOTICE,              ///< Let the notice run.
  take_effect = RG_STEP_TAKE_EFFECT     ///< The elements are gone.
};

namespace detail {

template <std::size_t n>
std::string_view word(const std::string_view (&words)[n], std::int32_t i) {
  return i >= 0 && static_cast<std::size_t>(i) < n ? words[i] : std::string_view("unknown");
}

template <class Enum>
Enum value_of(std::string_view said, Enum last) {
  for (std::int32_t i = 0; i < static_cast<std::int32_t>(last); ++i)
    if (to_text(static_cast<Enum>(i)) == said) return static_cast<Enum>(i);
  return last;
}

}  // namespace detail

// The words of JSON and of the other languages; "unknown" for what a later library adds.
[[nodiscard]] inline std::string_view to_text(Verdict verdict) {
  static constexpr std::string_view words[] = {"competent", "joint",  "conditional",
                                               "residual",  "barred", "nobody"};
  return detail::word(words, static_cast<std::int32_t>(verdict));
}
[[nodiscard]] inline std::string_view to_text(Permission permission) {
  static constexpr std::string_view words[] = {"no", "depends", "yes"};
  return detail::word(words, static_cast<std::int32_t>(permission));
}
[[nodiscard]] inline std::string_view to_text(Origin origin) {
  static constexpr std::string_view words[] = {"agreed",  "state",     "required", "one_of_several",
                                               "allowed", "home_made", "unknown"};
  return detail::word(words, static_cast<std::int32_t>(origin));
}
[[nodiscard]] inline std::string_view to_text(Claim claim) {
  static constexpr std::string_view words[] = {"none", "agrees", "open", "contradicted"};
  return detail::word(words, static_cast<std::int32_t>(claim));
}
[[nodiscard]] inline std::string_view to_text(StepKind kind) {
  static constexpr std::string_view words[] = {"examine", "put_in_place", "involve",
                                               "decide",  "notice",       "take_effect"};
  return detail::word(words, static_cast<std::int32_t>(kind));
}
[[nodiscard]] inline std::string_view to_text(Severity severity) {
  static constexpr std::string_view words[] = {"error", "warning", "note"};
  return detail::word(words, static_cast<std::int32_t>(severity));
}

namespace detail {

template <class Enum>
constexpr std::int32_t number(Enum one) {
  return static_cast<std::int32_t>(one);
}

/// A handle of C, shared with the ranges that came from it.
template <class T>
class Handle {
 public:
  Handle(Handle&&) noexcept = default;
  Handle& operator=(Handle&&) noexcept = default;

  /// The handle itself, for a C function; still owned by this. NULL where it was moved from.
  [[nodiscard]] const T* get() const noexcept { return held_.get(); }

 protected:
  explicit Handle(Owned<T> made) : held_(std::move(made)) {}

  /// A list whose entry @p i is `entry(handle, i)`.
  template <class Entry>
  auto list(std::size_t size, Entry entry) const {
    using One = decltype(entry(std::shared_ptr<const T>(), std::size_t{}));
    return Range<One>(size, [held = std::shared_ptr<const T>(held_), entry](std::size_t i) {
      return entry(held, i);
    });
  }

  std::shared_ptr<T> held_;
};

/// The ids `function(handle, before..., i)` for i below @p size; they keep @p held alive.
template <class T, class Function, class... Before>
Ids ids(std::size_t size, std::shared_ptr<const T> held, Function function, Before... before) {
  return Ids(size, [held = std::move(held), function, before...](std::size_t i) {
    return view(function, held.get(), before..., i);
  });
}

/// The same where C says by NULL that there are no more.
template <class T, class Function, class... Before>
Ids ids_to_end(std::shared_ptr<const T> held, Function function, Before... before) {
  std::size_t size = 0;
  while (maybe(function, held.get(), before..., size)) ++size;
  return ids(size, std::move(held), function, before...);
}

template <class Function, class... Before>
Hours hours(Function function, Before... before) {
  return {function(before..., RG_LOW), function(before..., RG_LIKELY),
          function(before..., RG_HIGH)};
}

/// A column fetched at once: `function(before..., 0, size, out)`.
template <class T, class Function, class... Before>
std::vector<T> column(std::size_t size, Function function, Before... before) {
  std::vector<T> all(size);
  all.resize(function(before..., std::size_t{0}, size, all.data()));
  return all;
}

template <class Function, class... Before>
std::vector<std::string_view> text_column(std::size_t size, Function function, Before... before) {
  std::vector<const char*> texts(size);
  std::vector<std::size_t> lengths(size);
  size = function(before..., std::size_t{0}, size, texts.data(), lengths.data());
  std::vector<std::string_view> all(size);
  for (std::size_t i = 0; i < size; ++i) all[i] = {texts[i], lengths[i]};
  return all;
}

inline std::string json_of(const rg_breaks* one) { return taken(rg_breaks_json, one); }
inline std::string json_of(const rg_burden* one) { return taken(rg_burden_json, one); }
inline std::string json_of(const rg_reasons* one) { return taken(rg_reasons_json, one); }
inline std::string json_of(const rg_findings* one) { return taken(rg_findings_json, one); }
inline std::string json_of(const rg_cut_sets* one) { return taken(rg_cut_sets_json, one); }
inline std::string json_of(const rg_ranking* one) { return taken(rg_ranking_json, one); }
inline std::string json_of(const rg_decision* one) { return taken(rg_decision_json, one); }
inline std::string json_of(const rg_powers* one) { return taken(rg_powers_json, one); }
inline std::string json_of(const rg_removal* one) { return taken(rg_removal_json, one); }

inline std::optional<std::string> optional_text(const Json& said) {
  return said.is_string() ? std::optional(said.string()) : std::nullopt;
}

}  // namespace detail

/// What the elements of a model lean on, serve and use: an edge for each element that is listed, by
/// source, of one source by requirement, then what it serves, then what it uses.
class Edges : public detail::Handle<rg_edges> {
 public:
  explicit Edges(detail::Owned<rg_edges> made) : Handle(std::move(made)) {}

  [[nodiscard]] std::size_t size() const { return rg_edges_count(get()); }
  [[nodiscard]] std::vector<std::uint32_t> column(EdgeColumn which) const {
    return detail::column<std::uint32_t>(size(), rg_edges_column, get(), detail::number(which));
  }
};

/// What all answers that are handles have.
template <class T>
class Answer : public detail::Handle<T> {
 public:
  /// The whole answer as JSON: the bytes that rg_ask() gives for the same question in full.
  [[nodiscard]] std::string json() const { return detail::json_of(this->get()); }
  /// The same as values.
  [[nodiscard]] Json to_json() const { return Json::parse(json()); }

 protected:
  using Owned = detail::Owned<T>;
  using Held = std::shared_ptr<const T>;
  explicit Answer(Owned made) : detail::Handle<T>(std::move(made)) {}

  /// The answer in words.
  [[nodiscard]] Text words() const { return detail::text_of(to_json()["text"]); }
};

/// Who decided about an entry of what changed, and who decides now.
struct MovedAuthority {
  Json entry;         ///< An id, "*", or an object of "matter", "instrument", "issuer".
  std::string power;  ///< "*": what a grant of every power gives.
  std::optional<std::string> unit;  ///< Asked of this unit; none: of no unit in particular.
  std::vector<std::string> before;
  std::vector<std::string> after;  ///< Empty: a gap.
};

/// What breaks if elements are removed; every list in order of id.
class Breaks : public Answer<rg_breaks> {
 public:
  explicit Breaks(Owned made) : Answer(std::move(made)) {}

  [[nodiscard]] Ids removed() const { return ids(BreaksList::removed); }
  /// Lost their legal ground.
  [[nodiscard]] Ids lapsed() const { return ids(BreaksList::lapsed); }
  /// Can no longer work.
  [[nodiscard]] Ids broken() const { return ids(BreaksList::broken); }
  /// The alarm.
  [[nodiscard]] Ids unmet_duties() const { return ids(BreaksList::unmet_duties); }
  /// Can go too, and nothing more breaks.
  [[nodiscard]] Ids redundant() const { return ids(BreaksList::redundant); }
  /// Lost their purpose but are still leaned on.
  [[nodiscard]] Ids purposeless() const { return ids(BreaksList::purposeless); }
  /// Stand with nothing to spare.
  [[nodiscard]] Ids weakened() const { return ids(BreaksList::weakened); }
  /// Use something that is gone.
  [[nodiscard]] Ids affected() const { return ids(BreaksList::affected); }
  /// Apply now, because what kept them away is gone.
  [[nodiscard]] Ids revived() const { return ids(BreaksList::revived); }
  /// Not empty: nobody may read "nothing breaks".
  [[nodiscard]] Ids unexamined() const { return ids(BreaksList::unexamined); }
  [[nodiscard]] Ids involvements_gone() const { return ids(BreaksList::involvements_gone); }

  [[nodiscard]] Ids ids(BreaksList list) const {
    return detail::ids(count(list), Held(held_), rg_breaks_id, detail::number(list));
  }
  /// The ids in one call; they live as long as the answer.
  [[nodiscard]] std::vector<std::string_view> id_column(BreaksList list) const {
    return detail::text_column(count(list), rg_breaks_ids, get(), detail::number(list));
  }
  /// The same as numbers of the model asked; none of a WhatIf.
  [[nodiscard]] std::vector<std::uint32_t> element_column(BreaksList list) const {
    return detail::column<std::uint32_t>(count(list), rg_breaks_elements, get(),
                                         detail::number(list));
  }
  /// The shortest way from what was removed to entry @p i of @p list, both included; empty for
  /// lists without derivations.
  [[nodiscard]] Ids through(BreaksList list, std::size_t i) const {
    return detail::ids_to_end(Held(held_), rg_breaks_through, detail::number(list), i);
  }
  [[nodiscard]] Hours hours(BreaksFigure figure) const {
    return detail::hours(rg_breaks_hours, get(), detail::number(figure));
  }
  /// Authority that lapsed or moved; none of a WhatIf.
  [[nodiscard]] std::vector<MovedAuthority> authority() const {
    std::vector<MovedAuthority> all;
    const Json said = to_json();
    for (std::size_t i = 0; i < said["authority"].size(); ++i) {
      const Json& one = said["authority"][i];
      all.push_back({one["entry"], one["power"].string(), detail::optional_text(one["unit"]),
                     one["before"].strings(), one["after"].strings()});
    }
    return all;
  }
  /// The answer in words.
  [[nodiscard]] Text text() const { return words(); }

 private:
  std::size_t count(BreaksList list) const { return rg_breaks_count(get(), detail::number(list)); }
};

/// What follows from a change. A difference is low less high, likely less likely, high less low.
class WhatIf : public Breaks {
 public:
  using Breaks::Breaks;

  [[nodiscard]] Ids added() const { return ids(BreaksList::added); }
  /// Given other fields.
  [[nodiscard]] Ids changed() const { return ids(BreaksList::changed); }
  /// Stand now and did not before, added ones included.
  [[nodiscard]] Ids stands_anew() const { return ids(BreaksList::stands_anew); }
  /// Added or changed, and stand neither before nor after.
  [[nodiscard]] Ids stands_not() const { return ids(BreaksList::stands_not); }
};

/// Whom to involve in a decision.
struct Involvement {
  std::string_view id;
  std::optional<std::string_view> body;  ///< None: it could not be resolved.
  bool depends = false;  ///< It applies only on something the question does not tell.
};

/// One way to decide. Its texts live as long as it does.
class Option {
 public:
  Option(std::shared_ptr<const rg_decision> of, std::size_t i) : of_(std::move(of)), i_(i) {}

  [[nodiscard]] Ids holders() const {
    return detail::ids(rg_decision_holder_count(of_.get(), i_), of_, rg_decision_holder, i_);
  }
  /// How many of the holders must act together: 1 for one alone.
  [[nodiscard]] std::uint32_t jointly() const { return rg_decision_jointly(of_.get(), i_); }
  /// None for implied authority.
  [[nodiscard]] std::optional<std::string_view> grant() const {
    return detail::maybe(rg_decision_grant, of_.get(), i_);
  }
  /// Grants from the root to grant().
  [[nodiscard]] Ids chain() const { return detail::ids_to_end(of_, rg_decision_chain, i_); }
  /// It depends on something the question does not tell.
  [[nodiscard]] bool conditional() const { return rg_decision_is_conditional(of_.get(), i_) != 0; }
  /// Facts that would settle it, by name; Question::fact takes them.
  [[nodiscard]] Ids to_ask() const {
    return detail::ids(rg_decision_to_ask_count(of_.get(), i_), of_, rg_decision_to_ask, i_);
  }
  /// In the order in which they are due.
  [[nodiscard]] Range<Involvement> involve() const {
    return {rg_decision_involvement_count(of_.get(), i_), [of = of_, i = i_](std::size_t k) {
              return Involvement{detail::view(rg_decision_involvement, of.get(), i, k),
                                 detail::maybe(rg_decision_body, of.get(), i, k),
                                 rg_decision_involvement_depends(of.get(), i, k) != 0};
            }};
  }

 private:
  std::shared_ptr<const rg_decision> of_;
  std::size_t i_;
};

/// Who decides.
class Decision : public Answer<rg_decision> {
 public:
  explicit Decision(Owned made) : Answer(std::move(made)) {}

  [[nodiscard]] Verdict verdict() const { return static_cast<Verdict>(rg_decision_verdict(get())); }
  /// Best first.
  [[nodiscard]] Range<Option> options() const {
    return list(rg_decision_option_count(get()),
                [](const Held& of, std::size_t i) { return Option(of, i); });
  }
  [[nodiscard]] Text text() const { return words(); }
};

/// Hours of several elements together. Its texts live as long as it does.
class Group {
 public:
  Group(std::shared_ptr<const rg_burden> of, std::size_t i) : of_(std::move(of)), i_(i) {}

  /// The tier, instrument, issuer, matter or actor; none: not known, and of the total.
  [[nodiscard]] std::optional<std::string_view> key() const {
    return detail::maybe(rg_burden_key, of_.get(), i_);
  }
  /// A year.
  [[nodiscard]] Hours hours() const { return figure(RG_BURDEN_HOURS); }
  /// Once.
  [[nodiscard]] Hours one_off() const { return figure(RG_BURDEN_ONE_OFF); }
  /// A year above the law's minimum.
  [[nodiscard]] Hours surplus() const { return figure(RG_BURDEN_SURPLUS); }
  /// What was counted, in order of id.
  [[nodiscard]] Ids elements() const {
    return detail::ids(rg_burden_element_count(of_.get(), i_), of_, rg_burden_element, i_);
  }

 private:
  Hours figure(rg_burden_figure_kind kind) const {
    return detail::hours(rg_burden_figure, of_.get(), i_, kind);
  }

  std::shared_ptr<const rg_burden> of_;
  std::size_t i_;
};

/// Hours a year in groups.
class Burden : public Answer<rg_burden> {
 public:
  explicit Burden(Owned made) : Answer(std::move(made)) {}

  /// In the order of the words or of id; what belongs nowhere last.
  [[nodiscard]] Range<Group> groups() const {
    return list(rg_burden_group_count(get()),
                [](const Held& of, std::size_t i) { return Group(of, i); });
  }
  /// Each element once.
  [[nodiscard]] Group total() const { return Group(held_, RG_BURDEN_TOTAL); }
};

/// Why an element is there.
class Why : public Answer<rg_reasons> {
 public:
  explicit Why(Owned made) : Answer(std::move(made)) {}

  [[nodiscard]] bool stands() const { return rg_reasons_stands(get()) != 0; }
  [[nodiscard]] Origin origin() const { return static_cast<Origin>(rg_reasons_origin(get())); }
  /// What somebody claims, held against the model.
  [[nodiscard]] Claim claim(ClaimKind kind) const {
    return static_cast<Claim>(rg_reasons_claim(get(), detail::number(kind)));
  }
  /// A shortest path up to each last ground, the element first.
  [[nodiscard]] Range<Ids> ground() const { return paths(RG_REASONS_GROUND); }
  /// A shortest path up to each last purpose.
  [[nodiscard]] Range<Ids> purpose() const { return paths(RG_REASONS_PURPOSE); }
  [[nodiscard]] Ids issuers() const { return ids(RG_REASONS_ISSUERS); }
  /// Duties that cannot be met without it.
  [[nodiscard]] Ids required_by() const { return ids(RG_REASONS_REQUIRED_BY); }
  [[nodiscard]] Ids used_by() const { return ids(RG_REASONS_USED_BY); }
  /// Hours a year above what is required.
  [[nodiscard]] Hours surplus_hours() const { return detail::hours(rg_reasons_surplus, get()); }

 private:
  Ids ids(rg_reasons_list list) const {
    return detail::ids(rg_reasons_count(get(), list), Held(held_), rg_reasons_id, list);
  }
  Range<Ids> paths(rg_reasons_way way) const {
    return list(rg_reasons_path_count(get(), way), [way](const Held& of, std::size_t i) {
      return detail::ids(rg_reasons_path_length(of.get(), way, i), of, rg_reasons_path_id, way, i);
    });
  }
};

/// One thing worth a look. Its texts live as long as it does.
class Finding {
 public:
  Finding(std::shared_ptr<const rg_findings> of, std::size_t i) : of_(std::move(of)), i_(i) {}

  /// As "dead_rule".
  [[nodiscard]] std::string_view code() const { return text_of(rg_findings_code); }
  [[nodiscard]] Severity severity() const {
    return static_cast<Severity>(rg_findings_severity(of_.get(), i_));
  }
  /// The element it is about; "" where it is about none.
  [[nodiscard]] std::string_view element() const { return text_of(rg_findings_element); }
  /// The field meant; in a table the head of the column. "" where none is.
  [[nodiscard]] std::string_view field() const { return text_of(rg_findings_field); }
  /// The line of a table, from 1; 0 where it is about none.
  [[nodiscard]] std::size_t line() const { return rg_findings_line(of_.get(), i_); }
  /// Where in that line the cell begins, in bytes from 1.
  [[nodiscard]] std::size_t column() const { return rg_findings_column(of_.get(), i_); }
  [[nodiscard]] std::string_view text(Language language) const {
    return detail::view(rg_findings_text, of_.get(), i_, detail::number(language));
  }
  /// What would help; "" where there is nothing to say.
  [[nodiscard]] std::string_view advice(Language language) const {
    return detail::view(rg_findings_advice, of_.get(), i_, detail::number(language));
  }

 private:
  template <class Function>
  std::string_view text_of(Function function) const {
    return detail::view(function, of_.get(), i_);
  }

  std::shared_ptr<const rg_findings> of_;
  std::size_t i_;
};

/// What in a model or in a table is worth a look; none is an answer too.
class Findings : public Answer<rg_findings> {
 public:
  explicit Findings(Owned made) : Answer(std::move(made)) {}

  [[nodiscard]] Range<Finding> findings() const {
    return list(rg_findings_count(get()),
                [](const Held& of, std::size_t i) { return Finding(of, i); });
  }
};

/// What an element hangs on: sets of elements, smallest first, none part of another.
class Cuts : public Answer<rg_cut_sets> {
 public:
  explicit Cuts(Owned made) : Answer(std::move(made)) {}

  /// A set of one is a single point of failure; the one empty set: nothing need be done.
  [[nodiscard]] Range<Ids> sets() const {
    return list(rg_cut_sets_count(get()), [](const Held& of, std::size_t i) {
      return detail::ids(rg_cut_sets_size(of.get(), i), of, rg_cut_sets_id, i);
    });
  }
  /// False: the limit or the time cut the list; there may be more.
  [[nodiscard]] bool complete() const { return rg_cut_sets_is_complete(get()) != 0; }
  [[nodiscard]] Text text() const { return words(); }
};

/// One element, and what would come of removing it alone.
struct Ranked {
  std::string_view id;
  std::uint32_t breaks = 0;  ///< How many others would fall.
  std::uint32_t duties = 0;  ///< How many duties would be unmet.
  Hours hours;               ///< A year, of itself and of what would fall.
};

/// Elements by what depends on each alone.
class Ranking : public Answer<rg_ranking> {
 public:
  explicit Ranking(Owned made) : Answer(std::move(made)) {}

  /// Most first; ties by breaks, duties, likely hours, then id.
  [[nodiscard]] Range<Ranked> order() const {
    return list(rg_ranking_count(get()), [](const Held& of, std::size_t i) {
      return Ranked{detail::view(rg_ranking_id, of.get(), i), rg_ranking_breaks(of.get(), i),
                    rg_ranking_duties(of.get(), i), detail::hours(rg_ranking_hours, of.get(), i)};
    });
  }
  /// False: the time ran out, and some were not looked at.
  [[nodiscard]] bool complete() const { return rg_ranking_is_complete(get()) != 0; }
  /// The elements' numbers in one call.
  [[nodiscard]] std::vector<std::uint32_t> element_column() const {
    return detail::column<std::uint32_t>(rg_ranking_count(get()), rg_ranking_elements, get());
  }
  [[nodiscard]] std::vector<double> column(RankingFigure figure) const {
    return detail::column<double>(rg_ranking_count(get()), rg_ranking_column, get(),
                                  detail::number(figure));
  }
};

/// One power over one target, and where `may` puts it. Its texts live as long as it does.
class PowerOver {
 public:
  PowerOver(std::shared_ptr<const rg_powers> of, PowersList list, std::size_t i)
      : of_(std::move(of)), list_(detail::number(list)), i_(i) {}

  [[nodiscard]] std::string_view power() const {
    return detail::view(rg_powers_power, of_.get(), list_, i_);
  }
  /// Rule, task or matter.
  [[nodiscard]] std::string_view target() const {
    return detail::view(rg_powers_target, of_.get(), list_, i_);
  }
  /// None for implied authority, and where the actor may not.
  [[nodiscard]] std::optional<std::string_view> grant() const {
    return detail::maybe(rg_powers_grant, of_.get(), list_, i_);
  }
  /// The kind of reason: "grant", "implied", "with", "bar", "none", ...
  [[nodiscard]] std::string_view because() const {
    return detail::view(rg_powers_because, of_.get(), list_, i_);
  }
  /// The bar, the grant, the unit; none where the reason names none.
  [[nodiscard]] std::optional<std::string_view> because_of() const {
    return detail::maybe(rg_powers_because_of, of_.get(), list_, i_);
  }
  /// Others who must take part.
  [[nodiscard]] Ids with() const {
    return detail::ids(rg_powers_with_count(of_.get(), list_, i_), of_, rg_powers_with, list_, i_);
  }
  /// Hours a year of the target itself; 0 where nothing is known.
  [[nodiscard]] Hours hours() const { return detail::hours(rg_powers_hours, of_.get(), list_, i_); }

 private:
  std::shared_ptr<const rg_powers> of_;
  rg_powers_list list_;
  std::size_t i_;
};

/// Everything that one actor may, may perhaps, and may not: each pair of power and target in one
/// list.
class WhatMay : public Answer<rg_powers> {
 public:
  explicit WhatMay(Owned made) : Answer(std::move(made)) {}

  /// Alone, with nothing unknown.
  [[nodiscard]] Range<PowerOver> may() const { return pairs(PowersList::may); }
  /// On others, on facts, or on internal distribution.
  [[nodiscard]] Range<PowerOver> depends() const { return pairs(PowersList::depends); }
  /// And why not.
  [[nodiscard]] Range<PowerOver> may_not() const { return pairs(PowersList::may_not); }
  [[nodiscard]] Range<PowerOver> pairs(PowersList which) const {
    return list(count(which),
                [which](const Held& of, std::size_t i) { return PowerOver(of, which, i); });
  }
  /// False: the time ran out, and some targets were not looked at.
  [[nodiscard]] bool complete() const { return rg_powers_is_complete(get()) != 0; }
  /// The targets' numbers in one call.
  [[nodiscard]] std::vector<std::uint32_t> target_column(PowersList which) const {
    return detail::column<std::uint32_t>(count(which), rg_powers_targets, get(),
                                         detail::number(which));
  }
  [[nodiscard]] std::vector<double> hours_column(PowersList which, Bound bound) const {
    return detail::column<double>(count(which), rg_powers_hours_column, get(),
                                  detail::number(which), detail::number(bound));
  }
  [[nodiscard]] Text text() const { return words(); }

 private:
  std::size_t count(PowersList which) const {
    return rg_powers_count(get(), detail::number(which));
  }
};

/// One step of a removal. Its texts live as long as it does.
class Step {
 public:
  Step(std::shared_ptr<const rg_removal> of, std::size_t i) : of_(std::move(of)), i_(i) {}

  [[nodiscard]] StepKind kind() const {
    return static_cast<StepKind>(rg_removal_step(of_.get(), i_));
  }
  /// What it is about.
  [[nodiscard]] Ids elements() const {
    return detail::ids(rg_removal_element_count(of_.get(), i_), of_, rg_removal_element, i_);
  }
  /// Of StepKind::involve: the rule of involvement.
  [[nodiscard]] std::optional<std::string_view> involvement() const {
    return text_of(rg_removal_involvement);
  }
  /// Of StepKind::involve: the body; none where it is not resolved.
  [[nodiscard]] std::optional<std::string_view> body() const { return text_of(rg_removal_body); }
  /// Of StepKind::decide; none: no authority.
  [[nodiscard]] Ids holders() const {
    return detail::ids(rg_removal_holder_count(of_.get(), i_), of_, rg_removal_holder, i_);
  }
  /// How many of the holders act together.
  [[nodiscard]] std::uint32_t jointly() const { return rg_removal_jointly(of_.get(), i_); }
  /// On something that is not told.
  [[nodiscard]] bool depends() const { return rg_removal_depends(of_.get(), i_) != 0; }
  /// With a date: the day on which it can be done at the earliest.
  [[nodiscard]] std::optional<std::string_view> done() const { return text_of(rg_removal_done); }

 private:
  template <class Function>
  std::optional<std::string_view> text_of(Function function) const {
    return detail::maybe(function, of_.get(), i_);
  }

  std::shared_ptr<const rg_removal> of_;
  std::size_t i_;
};

/// How to remove elements, step by step.
class RemovalPlan : public Answer<rg_removal> {
 public:
  explicit RemovalPlan(Owned made) : Answer(std::move(made)) {}

  /// Somebody has the authority over each.
  [[nodiscard]] bool possible() const { return rg_removal_is_possible(get()) != 0; }
  /// The day all can be gone; none without a date, or if not possible.
  [[nodiscard]] std::optional<std::string_view> earliest() const {
    return detail::maybe(rg_removal_earliest, get());
  }
  /// From the begin to the last decision; then months() of notice.
  [[nodiscard]] double days() const { return rg_removal_days(get()); }
  [[nodiscard]] double months() const { return rg_removal_months(get()); }
  [[nodiscard]] Ids removed() const { return ids(RG_REMOVAL_REMOVED); }
  /// Duties that would be unmet.
  [[nodiscard]] Ids put_in_place_first() const { return ids(RG_REMOVAL_PUT_IN_PLACE); }
  /// Become redundant.
  [[nodiscard]] Ids can_go_along() const { return ids(RG_REMOVAL_CAN_GO_ALONG); }
  [[nodiscard]] Range<Step> steps() const {
    return list(rg_removal_step_count(get()),
                [](const Held& of, std::size_t i) { return Step(of, i); });
  }
  [[nodiscard]] Text text() const { return words(); }

 private:
  Ids ids(rg_removal_list list) const {
    return detail::ids(rg_removal_count(get(), list), Held(held_), rg_removal_id, list);
  }
};

/// An answer that C gives as JSON alone: a value.
class JsonAnswer {
 public:
  /// The answer as the library gave it.
  [[nodiscard]] const std::string& json() const { return json_; }
  [[nodiscard]] const Json& to_json() const { return said_; }

 protected:
  explicit JsonAnswer(std::string json) : json_(std::move(json)), said_(Json::parse(json_)) {}

 private:
  std::string json_;
  Json said_;
};

/// Whether an actor may, by itself.
class May : public JsonAnswer {
 public:
  explicit May(std::string json) : JsonAnswer(std::move(json)) {}

  [[nodiscard]] Permission may() const {
    const Json& said = to_json()["may"];
    if (!said.is_boolean()) return Permission::depends;
    return said.boolean() ? Permission::yes : Permission::no;
  }
  /// Why, or why not: "kind", and what belongs to the kind.
  [[nodiscard]] const Json& because() const { return to_json()["because"]; }
  /// The actor's own options.
  [[nodiscard]] const Json& options() const { return to_json()["options"]; }
};

/// Who decides, as a note for a case file. It states authority, never lawfulness.
class JournalNote : public JsonAnswer {
 public:
  explicit JournalNote(std::string json) : JsonAnswer(std::move(json)) {}

  /// The note itself: plain text, lines of at most 80 characters.
  [[nodiscard]] const std::string& text() const { return note()["text"].string(); }
  /// The line that agendas print.
  [[nodiscard]] const std::string& agenda_line() const { return note()["agenda_line"].string(); }
  [[nodiscard]] Verdict verdict() const {
    return detail::value_of(note()["verdict"].string(), Verdict::nobody);
  }
  /// The first day on which all before the decision can be over; none: no date, or nothing to wait
  /// for.
  [[nodiscard]] std::optional<std::string> earliest() const {
    return detail::optional_text(note()["earliest"]);
  }
  /// What to ask, in the model's own words.
  [[nodiscard]] std::vector<std::string> to_ask() const { return note()["to_ask"].strings(); }
  [[nodiscard]] std::vector<std::string> warnings() const { return note()["warnings"].strings(); }
  /// How many internal elements the note does not name.
  [[nodiscard]] std::size_t withheld() const {
    return static_cast<std::size_t>(note()["withheld"].number());
  }

 private:
  const Json& note() const { return to_json()["note"]; }
};

/// An element that only one of two models has, or that they write differently.
struct ElementDiff {
  std::string id;
  std::string change;               ///< "added", "removed", "changed".
  std::vector<std::string> fields;  ///< Of a change: those that differ.
};

/// Somebody who may use a power, and on which terms.
struct Decider {
  std::string actor;
  std::vector<Text> terms;  ///< One an option; empty texts: alone and whatever the case.
};

/// A target over which the authority is another than before.
struct AuthorityDiff {
  std::string target, power;
  std::vector<std::string> gained, lost;
  std::vector<Decider> before, after;
};

/// What changed between two models, in meaning.
class Diff : public JsonAnswer {
 public:
  explicit Diff(std::string json) : JsonAnswer(std::move(json)) {}

  [[nodiscard]] std::vector<ElementDiff> elements() const {
    std::vector<ElementDiff> all;
    for (const Json& one : to_json()["elements"].array())
      all.push_back({one["id"].string(), one["change"].string(), one["fields"].strings()});
    return all;
  }
  [[nodiscard]] std::vector<AuthorityDiff> authority() const {
    std::vector<AuthorityDiff> all;
    for (const Json& one : to_json()["authority"].array())
      all.push_back({one["target"].string(), one["power"].string(), one["gained"].strings(),
                     one["lost"].strings(), deciders(one["before"]), deciders(one["after"])});
    return all;
  }
  /// Of the elements that both have: stood before and do not now.
  [[nodiscard]] std::vector<std::string> breaks() const { return to_json()["breaks"].strings(); }
  [[nodiscard]] std::vector<std::string> stands_anew() const {
    return to_json()["stands_anew"].strings();
  }
  [[nodiscard]] std::vector<std::string> unmet_duties() const {
    return to_json()["unmet_duties"].strings();
  }
  /// A year; @p which: "before", "after" or "net".
  [[nodiscard]] Hours hours(std::string_view which) const {
    const Json& said = to_json()["hours"][which];
    return said.is_array() ? Hours{said[0].number(), said[1].number(), said[2].number()} : Hours{};
  }
  [[nodiscard]] Text text() const { return detail::text_of(to_json()["text"]); }

 private:
  static std::vector<Decider> deciders(const Json& said) {
    std::vector<Decider> all;
    for (const Json& one : said.array()) {
      all.push_back({one["actor"].string(), {}});
      for (const Json& term : one["terms"].array())
        all.back().terms.push_back(detail::text_of(term));
    }
    return all;
  }
};

/// Where an answer is not what was expected.
struct PlanDifference {
  std::string at;  ///< As "options[0].holders[0]"; "": the whole answer.
  Json expected;
  Json got;  ///< null where the answer has nothing there.
};

/// One question of a file of plan tests.
struct PlanTestCase {
  std::string name;
  bool passed = false;
  std::vector<PlanDifference> differences;
};

/// What a file of plan tests came to.
class PlanTestReport : public JsonAnswer {
 public:
  PlanTestReport(std::string json, std::size_t failed)
      : JsonAnswer(std::move(json)), failed_(failed) {}

  /// How many cases did not pass.
  [[nodiscard]] std::size_t failed() const { return failed_; }
  [[nodiscard]] std::vector<PlanTestCase> cases() const {
    std::vector<PlanTestCase> all;
    for (const Json& one : to_json()["cases"].array()) {
      all.push_back({one["name"].string(), one["passed"].boolean(), {}});
      for (std::size_t i = 0; i < one["differences"].size(); ++i) {
        const Json& d = one["differences"][i];
        all.back().differences.push_back({d["at"].string(), d["expected"], d["got"]});
      }
    }
    return all;
  }
  /// Grants of the model and all it extends but `dk` that some answer names, and the others.
  [[nodiscard]] std::vector<std::string> grants_asked() const { return listed("grants", "asked"); }
  [[nodiscard]] std::vector<std::string> grants_not_asked() const {
    return listed("grants", "not_asked");
  }
  /// Rows of delegation plans there that some question is about, and the others.
  [[nodiscard]] std::vector<std::string> rows_asked() const { return listed("rows", "asked"); }
  [[nodiscard]] std::vector<std::string> rows_not_asked() const {
    return listed("rows", "not_asked");
  }

 private:
  std::vector<std::string> listed(const char* of, const char* which) const {
    return to_json()[of][which].strings();
  }

  std::size_t failed_;
};

}  // namespace v0_1
}  // namespace regelgraf::over_c
