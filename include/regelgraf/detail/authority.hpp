#pragma once

// Actors, grants, involvements and bars: one column of numbers, and the rows that look into it.

#include <algorithm>
#include <bit>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include <regelgraf/detail/reach_index.hpp>
#include <regelgraf/model.hpp>

namespace regelgraf::detail {

/// Writes the column. Lists are a count and as many numbers.
class AuthorityWriter {
 public:
  Block<std::uint32_t> words;

  void put(std::uint32_t word) { words.push_back(word); }
  template <class List>
  void list(const List& numbers) {
    put(static_cast<std::uint32_t>(numbers.size()));
    words.insert(words.end(), numbers.begin(), numbers.end());
  }
  void figure(double value) {
    const auto bits = std::bit_cast<std::uint64_t>(value);
    put(static_cast<std::uint32_t>(bits));
    put(static_cast<std::uint32_t>(bits >> 32));
  }
  void figure(const std::optional<double>& value) {
    put(value.has_value());
    if (value) figure(*value);
  }
  /// A bit each, the first the lowest.
  void flags(std::initializer_list<bool> all) {
    std::uint32_t bits = 0, bit = 1;
    for (const bool flag : all) bits |= std::exchange(bit, bit << 1) * flag;
    put(bits);
  }
  template <class Word>
  void word(const std::optional<Word>& value) {
    put(value ? static_cast<std::uint32_t>(*value) : none);
  }
  void patterns(const std::vector<PatternRow>& rows) {
    put(static_cast<std::uint32_t>(rows.size()));
    for (const PatternRow& row : rows) {
      put(row.actor);
      word(row.tier);
      word(row.form);
      put(row.fact.value_or(none));
    }
  }
  /// @p first_condition: place of its first condition among all of the model.
  void scope(const ScopeRow& row, std::uint32_t first_condition) {
    put(row.element);
    put(row.every_power);
    list(row.powers);
    put(static_cast<std::uint32_t>(row.over.size()));
    for (const OverRow& over : row.over) {
      flags({over.everything, over.id != none, over.matter != none, over.issuer != none,
             over.instrument.has_value()});
      for (const Index i : {over.id, over.matter, over.issuer})
        if (i != none) put(i);
      if (over.instrument) word(over.instrument);
    }
    list(row.within);
    list(row.unless);
    put(first_condition);
    put(static_cast<std::uint32_t>(row.conditions.size()));
    for (const ConditionRow& condition : row.conditions) put(condition.fact);
  }
};

/// Makes the rows of a model from its column; elements, conditions and facts are there already.
/// Numbers that freeze() cannot have written end in Error `invalid_model`.
class AuthorityRows {
 public:
  static void make(Model& model) { AuthorityRows(model).run(); }

 private:
  explicit AuthorityRows(Model& model)
      : model_(model), at_(model.authority_.begin()), end_(model.authority_.end()) {}

  void run() {
    const std::uint32_t actors = take(), grants = take(), involvements = take(), bars = take();
    const std::uint32_t overs = take();
    if (actors != model_.is_actor_.count() || grants != model_.is_grant_.count() ||
        model_.part_of_.size() != actors)
      bad();
    model_.actor_first_.reserve(fits(actors));
    model_.grants_.reserve(fits(grants));
    model_.involvements_.reserve(fits(involvements));
    model_.bars_.reserve(fits(bars));
    model_.overs_.reserve(fits(overs));  // rows look into the two: they must not move
    model_.condition_rows_.reserve(model_.conditions_.size());
    for (std::uint32_t i = 0; i < actors; ++i) actor(i);
    for (std::uint32_t i = 0; i < grants; ++i) grant(i);
    for (std::uint32_t i = 0; i < involvements; ++i) involvement();
    for (std::uint32_t i = 0; i < bars; ++i) bar();
    if (at_ != end_) bad();
    model_.reach_ = std::make_shared<const ReachIndex>(model_);
  }

  [[noreturn]] static void bad() {
    throw Error(Errc::invalid_model, "the authority of the model is damaged");
  }
  std::uint32_t take() {
    if (at_ == end_) bad();
    return *at_++;
  }
  std::uint32_t fits(std::uint32_t count) const {
    if (count > static_cast<std::size_t>(end_ - at_)) bad();
    return count;
  }
  static constexpr int any = -1;
  /// An element of @p kind, or none where @p optional.
  Index element(int kind, bool optional) {
    const Index i = take();
    check(i, kind, optional);
    return i;
  }
  void check(Index i, int kind, bool optional) const {
    if (optional && i == none) return;
    if (i >= model_.size() || (kind != any && static_cast<int>(model_.kind(i)) != kind)) bad();
  }
  std::span<const Index> elements(int kind) {
    const std::span<const std::uint32_t> list = numbers();
    for (const Index i : list) check(i, kind, false);
    return list;
  }
  std::span<const std::uint32_t> numbers() {
    const std::uint32_t count = fits(take());
    return {std::exchange(at_, at_ + count), count};
  }
  bool flag() { return flags(1) == 1; }
  /// @p count bits.
  std::uint32_t flags(std::uint32_t count) {
    const std::uint32_t word = take();
    if (word >> count != 0) bad();
    return word;
  }
  std::optional<double> figure() {
    if (!flag()) return std::nullopt;
    const std::uint64_t low = take(), high = take();
    return std::bit_cast<double>(low | high << 32);
  }
  template <class Word>
  std::optional<Word> word() {
    const std::uint32_t value = take();
    if (value == none) return std::nullopt;
    if (value >= words<Word>().size()) bad();
    return static_cast<Word>(value);
  }
  std::uint32_t fact() {
    const std::uint32_t number = take();
    if (number >= model_.facts_.size()) bad();
    return number;
  }
  std::vector<PatternRow> patterns() {
    std::vector<PatternRow> rows(fits(take()));
    for (PatternRow& row : rows) {
      row.actor = element(actor_kind, true);
      row.tier = word<Tier>();
      row.form = word<Form>();
      const std::uint32_t number = take();
      if (number == none) continue;
      if (number >= model_.facts_.size()) bad();
      row.fact = number;
    }
    return rows;
  }
  void scope(ScopeRow& row, Kind kind) {
    row.element = element(static_cast<int>(kind), false);
    row.every_power = flag();
    row.powers = numbers();
    const std::uint32_t overs = fits(take());
    if (overs > model_.overs_.capacity() - model_.overs_.size()) bad();
    for (std::uint32_t i = 0; i < overs; ++i) {
      const std::uint32_t given = flags(5);
      OverRow& over = model_.overs_.emplace_back();
      over.everything = (given & 1) != 0;
      if (given & 2) over.id = element(any, false);
      if (given & 4) over.matter = element(any, false);
      if (given & 8) over.issuer = element(actor_kind, false);
      if (given & 16) over.instrument = word<Instrument>();
    }
    row.over = std::span(model_.overs_).last(overs);
    row.within = elements(actor_kind);
    row.unless = elements(any);
    const std::uint32_t first = take(), count = fits(take());
    if (first > model_.conditions_.size() || count > model_.conditions_.size() - first) bad();
    if (count > model_.condition_rows_.capacity() - model_.condition_rows_.size()) bad();
    for (std::uint32_t i = 0; i < count; ++i) {
      const Condition& written = model_.conditions_[first + i];
      const auto* number =
          written.values.size() == 1 ? std::get_if<double>(&written.values[0]) : nullptr;
      model_.condition_rows_.push_back(
          {fact(), &written, written.op, number ? std::optional(*number) : std::nullopt});
    }
    row.conditions = std::span(model_.condition_rows_).last(count);
  }

  /// As Model::actor_at() reads it.
  void actor(std::uint32_t place) {
    model_.actor_first_.push_back(static_cast<std::uint32_t>(at_ - model_.authority_.begin()));
    if (model_.is_actor_(element(actor_kind, false)) != place) bad();
    (void)element(actor_kind, true);  // the leader
    const std::uint32_t given = flags(actor_lists + 1);
    if (given & actor_order)
      for (int half = 0; half < 2; ++half) (void)take();
    for (std::uint32_t list = 0; list < actor_lists; ++list)
      if (given >> list & 1) (void)elements(actor_kind);
  }
  void grant(std::uint32_t place) {
    GrantRow row;
    scope(row, Kind::grant);
    if (model_.is_grant_(row.element) != place) bad();
    row.to = elements(actor_kind);
    row.jointly = take();
    row.concur.resize(fits(take()));
    for (std::vector<Index>& set : row.concur) {
      const std::span<const Index> list = elements(actor_kind);
      set.assign(list.begin(), list.end());
    }
    row.from = element(static_cast<int>(Kind::grant), true);
    row.redelegable = take();
    row.by = word<Ground>();
    std::uint32_t given = flags(6);
    for (bool* one : {&row.to_leader, &row.exclusive, &row.alongside, &row.exceptional,
                      &row.residual, &row.in_meeting}) {
      *one = (given & 1) != 0;
      given >>= 1;
    }
    model_.grants_.push_back(std::move(row));
  }
  void involvement() {
    InvolvementRow row;
    scope(row, Kind::involvement);
    row.body = element(actor_kind, true);
    row.at_level_of_decider = word<Tier>();
    if (row.body == none && !row.at_level_of_decider) bad();
    row.how = word<How>().value_or(How::inform);
    row.timing = word<Timing>().value_or(Timing::before);
    row.days = figure();
    row.when_decided_by = patterns();
    model_.involvements_.push_back(std::move(row));
  }
  void bar() {
    BarRow row;
    scope(row, Kind::bar);
    row.only = patterns();
    row.against = patterns();
    model_.bars_.push_back(std::move(row));
  }

  static constexpr int actor_kind = static_cast<int>(Kind::actor);
  Model& model_;
  const std::uint32_t* at_;
  const std::uint32_t* end_;
};

}  // namespace regelgraf::detail
