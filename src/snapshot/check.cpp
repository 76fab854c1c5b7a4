#include <algorithm>
#include <bit>

#include "snapshot/parts.hpp"

// Plain loops over whole columns, without a way out in the middle: compilers make them wide.

namespace regelgraf {

void ModelParts::check_values(std::span<const std::uint32_t> values, std::uint32_t below) {
  std::uint32_t most = 0;
  for (const std::uint32_t value : values) most = std::max(most, value);
  must(values.empty() || most < below);
}

/// Each row begins @p least or more after the one before; the last ends with the values.
template <class Distance>
void ModelParts::check_firsts(const Firsts<Distance>& first, std::size_t rows, std::size_t values,
                              std::uint32_t least) {
  constexpr std::size_t group = Firsts<Distance>::group;
  must(first.size() == rows + 1 && first.base_.size() == rows / group + 1);
  bool good = true;
  std::uint64_t before = 0, whole = 0;
  const auto rising = [&](const auto* at, std::size_t count) {
    for (std::size_t i = 1; i < count; ++i)
      good &= at[i - 1] <= at[i] && static_cast<std::uint32_t>(at[i] - at[i - 1]) >= least;
  };
  for (std::size_t of = 0; of < first.base_.size(); ++of) {
    const std::size_t count = std::min(group, first.size() - of * group);
    const Distance* const distance = first.distance_.data() + of * group;
    std::uint64_t begin = first.base_[of], end = begin + distance[count - 1];
    if (distance[0] == Firsts<Distance>::whole_group) {
      must(begin == whole && first.whole_.size() - whole >= count);
      const std::uint32_t* const at = first.whole_.data() + whole;
      begin = at[0];
      end = at[count - 1];
      rising(at, count);
      whole += count;
    } else {
      must(distance[0] == 0);
      rising(distance, count);
    }
    good &= of == 0 ? begin == 0 : begin >= before + least;
    before = end;
  }
  must(good && before == values && whole == first.whole_.size());
}

template <class T>
void ModelParts::check_rows(const Rows<T>& rows, std::size_t count, std::uint32_t below) {
  check_firsts(rows.first_, count, rows.values_.size(), 0);
  check_values(rows.values_.span(), below);
}

void ModelParts::check_chosen(const Chosen& chosen, std::uint32_t n) {
  must(chosen.bits_.size() == chosen.before_.size() &&
       chosen.bits_.size() <= (std::size_t{n} + 63) / 64);
  std::uint32_t count = 0;
  for (std::size_t word = 0; word < chosen.bits_.size(); ++word) {
    must(chosen.before_[word] == count);
    count += static_cast<std::uint32_t>(std::popcount(chosen.bits_[word]));
  }
  const std::size_t last = chosen.bits_.size();
  if (last > 0 && last == (std::size_t{n} + 63) / 64 && n % 64 != 0)
    must(chosen.bits_[last - 1] >> (n % 64) == 0);
}

void ModelParts::check_small(const SmallNumbers& numbers, std::size_t count) {
  must(numbers.size() == count && numbers.large_.size() % 2 == 0);
  std::size_t large = 0;
  for (const std::uint8_t byte : numbers.bytes_) large += byte == SmallNumbers::large;
  must(2 * large == numbers.large_.size());
  for (std::size_t i = 0; i < numbers.large_.size(); i += 2) {
    const std::uint32_t place = numbers.large_[i];
    must(place < count && numbers.bytes_[place] == SmallNumbers::large &&
         (i == 0 || numbers.large_[i - 2] < place));
  }
}

void ModelParts::check_lists(const detail::FullLists& lists, std::uint32_t n) {
  const Column<std::uint32_t>& first = lists.first_;
  must(first.size() == std::size_t{n} + 1 && first[0] == 0);
  check_small(lists.sizes_, n);
  bool good = true;
  for (Index i = 0; i < n; ++i)
    good &= first[i] <= first[i + 1] && lists.sizes_[i] <= first[i + 1] - first[i];
  must(good && lists.values_.size() >= first[n] + std::size_t{detail::SupportParts::readable});
}

void ModelParts::check_lists(const detail::SparseLists& lists, std::uint32_t n) {
  check_chosen(lists.full_, n);
  must(lists.values_.size() >= detail::SupportParts::readable);
  check_firsts(lists.first_, 2 * std::size_t{lists.full_.count()},
               lists.values_.size() - detail::SupportParts::readable, 0);
}

template <class Lists>
void ModelParts::check_graph(const detail::SupportGraphWith<Lists>& graph, std::uint32_t n,
                             std::uint32_t requirements) {
  using Parts = detail::SupportParts;
  const auto& words = graph.members_.words();
  must(words.size() == (std::size_t{n} + 63) / 64);
  must(n % 64 == 0 || words.back() >> (n % 64) == 0);
  const Column<std::uint32_t>& owners = graph.slot_owners_;
  must(owners.size() <= Parts::number && graph.first_founding_slot_ <= owners.size());
  check_small(graph.slot_spares_, owners.size());
  check_lists(graph.lists_, n);
  const auto slots = static_cast<std::uint32_t>(owners.size());
  bool good = true;
  const auto lists = graph.lists();
  for (Index i = 0; i < n; ++i) {
    const detail::TwoLists both = lists[i];
    for (const std::uint32_t marked : both.falls) good &= (marked & Parts::number) < n;
    for (const std::uint32_t slot : both.loses) good &= slot < slots;
  }
  for (const std::uint32_t marked : owners) good &= (marked & Parts::number) < n;
  for (const auto& one : graph.founded_)
    good &= (one.requirement == none || one.requirement < requirements) &&
            (one.on == none || one.on < n);
  must(good);
  check_values(graph.loops_, n);
  must(std::is_sorted(graph.loops_.begin(), graph.loops_.end()) &&
       graph.founded_.size() == graph.loops_.size());
  check_chosen(graph.unfounds_.full_, n);
  check_rows(graph.unfounds_.rows_, graph.unfounds_.full_.count(), slots);
  for (const std::uint32_t slot : graph.unfounds_.rows_.values_)
    must(graph.looped(owners[slot] & Parts::number));
  check_rows(graph.founded_by_, graph.loops_.size(), n);
}
template void ModelParts::check_graph(const detail::SupportGraph&, std::uint32_t, std::uint32_t);
template void ModelParts::check_graph(const detail::PurposeGraph&, std::uint32_t, std::uint32_t);

/// Who has which requirements, and what each asks for.
void ModelParts::check_requirements(const Model& m) {
  const std::uint32_t n = m.size();
  const std::size_t count = m.requirement_rule_.size();
  must(count < none);
  const auto requirements = static_cast<std::uint32_t>(count);
  check_firsts(m.requirement_first_, n, requirements, 0);
  must(m.owner_marks_.size() == (count + Model::owner_step - 1) / Model::owner_step);
  bool good = true;
  for (std::size_t mark = 0; mark < m.owner_marks_.size(); ++mark) {
    const Index owner = m.owner_marks_[mark];
    must(owner < n);
    good &= m.requirement_first_[owner] <= mark * Model::owner_step &&
            mark * Model::owner_step < m.requirement_first_[owner + 1];
  }
  must(good);
  check_small(m.requirement_rule_, requirements);
}

void ModelParts::check(Model& m) {
  const std::size_t count = m.kind_.size();
  must(count < none && !m.layers_.empty());
  const auto n = static_cast<std::uint32_t>(count);
  must(m.state_.size() == n && m.detail_.size() == n && m.stands_.size() == n);

  // Names and records.
  must(m.name_first_.size() > n);
  const std::size_t names = m.name_first_.size() - 1;
  check_firsts(m.name_first_, names, m.name_bytes_.size(), 1);
  bool good = true;
  for (std::size_t i = 1; i <= names; ++i) good &= m.name_bytes_[m.name_first_[i] - 1] == '\0';
  must(good);
  check_firsts(m.record_first_, n, m.record_bytes_.size(), 0);

  // Kinds and what goes with them.
  const auto tiers = words<Tier>().size(), forms = words<Form>().size();
  std::uint32_t actors = 0, grants = 0;
  for (Index i = 0; i < n; ++i) {
    const std::uint8_t kind = m.kind_[i], detail = m.detail_[i];
    good &= kind < words<Kind>().size() && (m.state_[i] & detail::State::status) < 3;
    const bool actor = kind == static_cast<std::uint8_t>(Kind::actor);
    const bool rule = kind == static_cast<std::uint8_t>(Kind::rule);
    good &= !actor || ((detail & 15U) < tiers && (detail >> 4U) < forms);
    good &= !rule || detail < words<Instrument>().size();
    actors += actor;
    grants += kind == static_cast<std::uint8_t>(Kind::grant);
  }
  must(good);
  must(m.layer_.empty() ? m.layers_.size() == 1 : m.layer_.size() == n);
  check_values(m.layer_.span(), static_cast<std::uint32_t>(m.layers_.size()));
  for (const Chosen* chosen : {&m.with_period_, &m.is_actor_, &m.is_grant_, &m.is_joint_})
    check_chosen(*chosen, n);
  must(m.is_actor_.count() == actors && m.is_grant_.count() == grants);
  for (Index i = 0; i < n; ++i) {
    good &= m.kind(i) != Kind::actor || m.is_actor_(i) != none;
    good &= m.kind(i) != Kind::grant || m.is_grant_(i) != none;
  }
  must(good && m.periods_.size() == 2 * std::size_t{m.with_period_.count()} &&
       m.joint_.size() == m.is_joint_.count());
  for (const std::int32_t day : m.periods_)
    must(day == Model::no_day || (day >= -719162 && day <= 2932896));

  // What leans on what.
  check_requirements(m);
  check_rows(m.listed_, m.requirement_count(), n);
  check_rows(m.listing_, n, m.requirement_count());
  for (const SparseRows* rows : {&m.serves_, &m.served_by_, &m.uses_, &m.used_by_, &m.places_,
                                 &m.unless_by_, &m.broader_, &m.concerns_, &m.issuers_}) {
    check_chosen(rows->full_, n);
    check_rows(rows->rows_, rows->full_.count(), n);
  }
  for (const SparseRows* rows : {&m.places_, &m.issuers_})
    for (const Index i : rows->rows_.values_) good &= m.kind(i) == Kind::actor;
  for (const Index i : m.broader_.rows_.values_) good &= m.kind(i) == Kind::matter;
  for (const Index i : m.concerns_.rows_.values_) good &= m.kind(i) == Kind::matter;
  for (const Index i : m.unless_by_.rows_.values_) good &= m.kind(i) >= Kind::grant;
  must(good);

  // The organisation tree is one.
  must(m.part_of_.size() == actors);
  std::vector<std::uint8_t> state(actors, 0);  // 1: on the way up, 2: done
  std::vector<std::uint32_t> way;
  for (std::uint32_t start = 0; start < actors; ++start) {
    for (std::uint32_t at = start; at != none && state[at] != 2;) {
      must(state[at] == 0);
      state[at] = 1;
      way.push_back(at);
      const Index above = m.part_of_[at];
      must(above == none || (above < n && m.kind(above) == Kind::actor));
      at = above == none ? none : m.is_actor_(above);
    }
    for (const std::uint32_t at : way) state[at] = 2;
    way.clear();
  }

  for (const auto& [name, index] : m.aliases_) must(index < n && m.kind(index) == Kind::actor);
  for (const auto& [name, fact] : m.fact_names_) must(fact < m.facts_.size());
  for (const Condition& condition : m.conditions_) must(!condition.values.empty());
}

void ModelParts::check_grants(const Model& m) {
  const auto check_powers = [&](const auto& rows) {
    for (const ScopeRow& row : rows)
      check_values(row.powers, static_cast<std::uint32_t>(m.power_names_.size()));
  };
  check_powers(m.grants_);
  check_powers(m.involvements_);
  check_powers(m.bars_);
  std::vector<std::uint8_t> state(m.grants_.size(), 0);
  std::vector<std::size_t> way;
  const auto place = [&](Index grant) { return static_cast<std::size_t>(m.is_grant_(grant)); };
  for (std::size_t start = 0; start < m.grants_.size(); ++start) {
    for (std::size_t at = start; state[at] != 2;) {
      must(state[at] == 0);
      state[at] = 1;
      way.push_back(at);
      if (m.grants_[at].from == none) break;
      at = place(m.grants_[at].from);
    }
    for (const std::size_t at : way) state[at] = 2;
    way.clear();
  }
}

}  // namespace regelgraf
