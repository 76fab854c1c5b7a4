#pragma once

// Sort, check, resolve: the body of freeze().

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <map>
#include <memory>
#include <numeric>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include <regelgraf/detail/authority.hpp>
#include <regelgraf/detail/footing.hpp>
#include <regelgraf/detail/inline.hpp>
#include <regelgraf/detail/validate.hpp>
#include <regelgraf/error.hpp>
#include <regelgraf/freeze.hpp>

namespace regelgraf::detail {

/// Turns records into a Model.
class Freezer {
 public:
  static Frozen run(Records records, bool allow_personal_data, Watch& watch) {
    if (records.rows.size() > SupportGraph::number)
      throw Error(Errc::too_large, "more elements than a model can number");
    watch.stage("freeze", 2 * records.rows.size());
    Sorted sorted(records, order_of(records));
    FactTable facts;
    Frozen frozen;
    frozen.findings = Validator(sorted, facts, allow_personal_data, watch).run();
    std::stable_sort(frozen.findings.begin(), frozen.findings.end(),
                     [](const Finding& a, const Finding& b) { return a.element < b.element; });
    if (has_errors(frozen.findings)) return frozen;

    Model model;
    Freezer(model, records, sorted, facts, watch).build();
    model.findings_ = frozen.findings;
    frozen.model = std::move(model);
    return frozen;
  }

 private:
  Freezer(Model& model, Records& records, Sorted& sorted, FactTable& facts, Watch& watch)
      : model_(model), records_(records), all_(sorted), facts_(facts), watch_(watch) {}

  /// The records by id, those with one id by layer and as they came. Files in canonical form are in
  /// order.
  static Block<std::uint32_t> order_of(const Records& records) {
    Block<std::uint32_t> order(records.rows.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto id = [&](std::uint32_t i) { return records.names.name(records.rows[i].name); };
    const auto layer = [&](std::uint32_t i) { return records.rows[i].layer; };
    bool sorted = true;
    for (std::uint32_t i = 1; i < order.size() && sorted; ++i) {
      const int by_id = id(i - 1).compare(id(i));
      sorted = by_id < 0 || (by_id == 0 && layer(i - 1) <= layer(i));
    }
    if (sorted) return order;
    struct Key {
      std::uint64_t prefix;  // the first eight bytes, which mostly decide
      std::uint32_t place;
    };
    Block<Key> keys;
    keys.reserve(order.size());
    for (const std::uint32_t i : order) {
      std::uint64_t prefix = 0;
      const std::string_view text = id(i);
      for (std::size_t b = 0; b < 8; ++b)
        prefix = prefix << 8 | (b < text.size() ? static_cast<unsigned char>(text[b]) : 0U);
      keys.push_back({prefix, i});
    }
    std::sort(keys.begin(), keys.end(), [&](const Key& a, const Key& b) {
      if (a.prefix != b.prefix) return a.prefix < b.prefix;
      const int by_id = id(a.place).compare(id(b.place));
      if (by_id != 0) return by_id < 0;
      return std::pair(layer(a.place), a.place) < std::pair(layer(b.place), b.place);
    });
    for (std::size_t i = 0; i < keys.size(); ++i) order[i] = keys[i].place;
    return order;
  }

  void build() {
    const std::uint32_t n = all_.size();
    model_.layers_ = std::move(records_.layers);
    for (const auto& [id, actor] : all_.aliases) model_.aliases_.emplace_back(id, actor);
    std::sort(model_.aliases_.begin(), model_.aliases_.end());
    build_columns();
    model_.facts_ = facts_.facts;
    model_.fact_names_.assign(facts_.numbers.begin(), facts_.numbers.end());
    build_links();
    Block<std::uint32_t>().swap(records_.links);  // read for the last time; what follows needs room
    build_authority();
    build_names();
    all_.release();
    records_ = Records();
    model_.listing_ = model_.listed_.transposed(n);
    model_.served_by_ = model_.serves_.transposed(n);
    model_.used_by_ = model_.uses_.transposed(n);
    model_.unless_by_ = unless_.transposed(n);
    model_.settled_from_ = last_change(model_);
    auto footing = std::make_shared<Footing>(model_, std::nullopt);
    Block<std::uint8_t> stands(n);
    for (Index i = 0; i < n; ++i) stands[i] = footing->standing().members()[i];
    model_.stands_ = Column(std::move(stands));
    gather(*footing);
    model_.footing_ = std::move(footing);
    AuthorityRows::make(model_);
  }

  /// Into one block, as long as what is in it, as that of a model from a snapshot is: columns that
  /// grew have room to spare, each of them. Large ones stay where they are and give that back.
  void gather(Footing& footing) {
    const auto each_column = [&](const auto& visit) {
      model_.each_column(visit);
      footing.each_column(visit);
    };
    const auto bytes_of = [](const auto& column) { return column.span().size_bytes(); };
    const auto stays = [&](const auto& column) { return bytes_of(column) >= least_left_block; };
    const auto aligned = [](std::size_t bytes) { return (bytes + 7) / 8 * 8; };
    std::size_t size = 0;
    each_column([&](const auto& column) {
      if (!stays(column)) size += aligned(bytes_of(column));
    });
    const std::shared_ptr<char[]> block(static_cast<char*>(new_block(size)),
                                        [size](char* bytes) { delete_block(bytes, size); });
    char* at = block.get();
    each_column([&]<class T>(Column<T>& column) {
      if (stays(column)) return column.give_back_rest();
      const std::size_t bytes = bytes_of(column);
      if (bytes > 0) std::memcpy(at, column.data(), bytes);
      column = Column<T>::borrowed({reinterpret_cast<const T*>(at), column.size()});
      at += aligned(bytes);
    });
    model_.block_ = block;
  }

  void build_columns() {
    const std::uint32_t n = all_.size();
    Block<std::uint8_t> kinds(n), states(n), details(n);
    Block<std::uint32_t> layers(model_.layers_.size() > 1 ? n : 0);
    Block<std::int32_t> periods;
    for (Index i = 0; i < n; ++i) {
      const Records::Row& row = all_.row(i);
      kinds[i] = row.kind;
      states[i] = row.state;
      details[i] = row.detail;
      if (!layers.empty()) layers[i] = row.layer;
      if (static_cast<Kind>(row.kind) == Kind::actor) model_.is_actor_.push(i);
      if (static_cast<Kind>(row.kind) == Kind::grant) model_.is_grant_.push(i);
      if (!(row.state & State::period)) continue;
      model_.with_period_.push(i);
      const Period valid = all_.element(i).valid;
      for (const auto& day : {valid.from, valid.to})
        periods.push_back(day ? day->since_epoch : Model::no_day);
    }
    for (const auto& alias : all_.aliases)
      if (const Index replaced = all_.plain(alias.first); replaced != none)
        states[replaced] |= State::inert;
    for (Chosen* chosen : {&model_.is_actor_, &model_.is_grant_, &model_.with_period_})
      chosen->close();
    model_.kind_ = Column(std::move(kinds));
    model_.state_ = Column(std::move(states));
    model_.detail_ = Column(std::move(details));
    model_.layer_ = Column(std::move(layers));
    model_.periods_ = Column(std::move(periods));
  }

  // ---- Requirements and rows, from the links

  struct Pending {
    std::uint32_t at_least = 0;
    std::size_t first = 0, last = 0;  // in pending_of_
  };

  /// The element meant.
  [[nodiscard]] Index resolve(std::uint32_t name) {
    if (!all_.plain_name(name)) rewritten_ = true;
    return all_.meant(name);
  }

  /// The elements meant, ascending, each once, appended to @p into.
  void resolve(std::span<const std::uint32_t> names, std::vector<Index>& into) {
    const auto first = static_cast<std::ptrdiff_t>(into.size());
    for (const std::uint32_t name : names) into.push_back(resolve(name));
    if (names.size() < 2) return;
    std::sort(into.begin() + first, into.end());
    into.erase(std::unique(into.begin() + first, into.end()), into.end());
  }

  void add_requirement(Relation relation, std::span<const Index> of, std::uint32_t at_least,
                       bool implied) {
    if (at_least == 0 || of.empty()) return;
    model_.listed_.push(of);
    model_.listed_.close();
    if (model_.requirement_count() % Model::owner_step == 0) owner_marks_.push_back(owner_);
    model_.requirement_rule_.push_back(at_least << 2 | (implied ? 2U : 0U) |
                                       (relation == Relation::needs ? 1U : 0U));
  }

  /// Requirements are a set: their order is that of the canonical form, not of the file, so that
  /// models with one digest give one answer.
  void add_written(Relation relation, Links& at) {
    const std::uint32_t count = at.open();
    if (count == 0) return;
    pending_.clear();
    pending_of_.clear();
    for (std::uint32_t left = count; left > 0; --left) {
      const Links::Required required = at.requirement();
      Pending one;
      one.at_least = required.at_least;
      one.first = pending_of_.size();
      resolve(required.of, pending_of_);
      one.last = pending_of_.size();
      pending_.push_back(one);
    }
    const auto of = [&](const Pending& one) {
      return std::span<const Index>(pending_of_).subspan(one.first, one.last - one.first);
    };
    const auto compare = [&](const Pending& a, const Pending& b) {
      if (a.at_least != b.at_least) return a.at_least < b.at_least;
      const auto x = of(a), y = of(b);
      return std::lexicographical_compare(x.begin(), x.end(), y.begin(), y.end());
    };
    if (count > 1) std::sort(pending_.begin(), pending_.end(), compare);
    for (std::size_t i = 0; i < count; ++i)
      if (i == 0 || compare(pending_[i - 1], pending_[i]))
        add_requirement(relation, of(pending_[i]), pending_[i].at_least, false);
  }

  // DESIGN section 1, end: what follows from other fields. Tasks are seen to where their links are.
  void add_implied_needs(const Element& element) {
    if (const auto* actor = std::get_if<Actor>(&element.fields)) {
      if (!actor->part_of.empty())
        add_requirement(Relation::needs, std::vector<Index>{all_(actor->part_of)}, 1, true);
    } else if (const auto* involvement = std::get_if<Involvement>(&element.fields)) {
      if (!involvement->body.id.empty())
        add_requirement(Relation::needs, std::vector<Index>{all_(involvement->body.id)}, 1, true);
    } else if (const auto* grant = std::get_if<Grant>(&element.fields)) {
      if (!grant->concur.empty()) {
        std::set<std::vector<Index>> sets;  // in canonical order, as what is written
        for (const Ids& each : grant->concur) sets.insert(set(each));
        for (const std::vector<Index>& each : sets) add_requirement(Relation::needs, each, 1, true);
        return;
      }
      const auto [to, leader] = holders(*grant);
      const std::uint32_t asked = grant->jointly.among(to.size() + (leader ? 1 : 0));
      add_requirement(Relation::needs, to, asked - (leader ? 1 : 0), true);
    }
  }

  void add_row(SparseRows& rows, std::span<const std::uint32_t> names) {
    if (names.size() == 1) {
      rows.push(resolve(names[0]));
    } else if (names.size() > 1) {
      scratch_.clear();
      resolve(names, scratch_);
      rows.push(std::span<const Index>(scratch_));
    }
    rows.close();
  }

  void build_links() {
    Block<std::uint32_t> joint;
    const std::size_t most = records_.links.size() / 2;  // a requirement has two numbers or more
    model_.requirement_rule_.reserve(most);
    model_.requirement_first_.reserve(all_.size() + 1);
    model_.requirement_first_.push_back(0);
    model_.listed_.reserve(most, most);
    for (SparseRows* rows :
         {&model_.serves_, &model_.uses_, &model_.concerns_, &model_.places_, &model_.issuers_})
      rows->reserve(all_.size());
    actors_.reserve(model_.is_actor_.count());
    part_of_.reserve(model_.is_actor_.count());
    for (owner_ = 0; owner_ < all_.size(); ++owner_) {
      watch_.must_step(1, 100);
      const auto kind = static_cast<Kind>(all_.row(owner_).kind);
      rewritten_ = false;
      Links at(records_.links.data() + all_.row(owner_).links);
      std::optional<Element> element;
      if (kind <= Kind::matter || kind >= Kind::grant) element = all_.element(owner_);
      add_written(Relation::basis, at);
      if (const auto* grant = element ? std::get_if<Grant>(&element->fields) : nullptr;
          grant && !grant->from.empty())
        add_requirement(Relation::basis, std::vector<Index>{all_(grant->from)}, 1, true);
      add_written(Relation::needs, at);
      if (element) add_implied_needs(*element);

      add_row(model_.serves_, at.list());
      add_row(model_.uses_, at.list());
      add_row(model_.concerns_, at.list());
      const auto places = at.list();
      if (kind == Kind::task) {
        scratch_.clear();
        resolve(places, scratch_);
        add_requirement(Relation::needs, scratch_, 1, true);
      }
      const Scope* const scope = element ? scope_of(*element) : nullptr;
      if (kind == Kind::actor) model_.places_.push(owner_);
      if (scope) model_.places_.push(set(scope->within));
      add_row(model_.places_, places);
      if (scope) unless_.push(set(scope->unless));
      unless_.close();
      add_row(model_.issuers_, at.list());
      const auto* matter = element ? std::get_if<Matter>(&element->fields) : nullptr;
      if (matter) model_.broader_.push(set(matter->broader));
      model_.broader_.close();
      model_.requirement_first_.push_back(model_.requirement_count());

      if (rewritten_) written_.emplace_back(owner_, all_.element(owner_));
      if (kind == Kind::rule && (all_.row(owner_).look & Records::look_closely)) {
        const Jointly jointly = std::get<Rule>(all_.element(owner_).fields).jointly;
        if (jointly.all || jointly.count != 1) {
          model_.is_joint_.push(owner_);
          joint.push_back(jointly.all ? 0 : jointly.count);
        }
      }
      if (element) note_authority(*element);
    }
    for (SparseRows* rows : {&model_.serves_, &model_.uses_, &model_.concerns_, &model_.places_,
                             &model_.issuers_, &model_.broader_})
      rows->finish();
    unless_.finish();
    model_.is_joint_.close();
    model_.joint_ = Column(std::move(joint));
    model_.owner_marks_ = Column(std::move(owner_marks_));
  }

  // ---- Names and records

  /// Numbers of the model's names for ids, while records are written anew.
  struct FinalNames {
    const Names& names;
    const Block<std::uint32_t>& numbers;
    std::uint32_t intern(std::string_view id) const { return numbers[names.find(id)]; }
  };

  void build_names() {
    const std::uint32_t n = all_.size();
    const Names& names = records_.names;
    Block<std::uint32_t> number(names.size(), no_name);
    for (Index i = 0; i < n; ++i) number[all_.row(i).name] = i;
    std::vector<std::uint32_t> others;  // names that no element has
    const auto other = [&](std::uint32_t name) {
      if (number[name] != no_name) return;
      number[name] = n + static_cast<std::uint32_t>(others.size());
      others.push_back(name);
    };
    for (const std::uint32_t patch : records_.patches) {
      char* const at = records_.texts.data() + patch;
      const std::uint32_t name = load32(at);
      other(name);
      store32(at, number[name]);
    }
    for (const auto& [i, element] : written_)
      for_each_reference(element,
                         [&](const std::string& id, const auto&...) { other(names.find(id)); });
    build_records(number);

    Firsts<std::uint16_t>& first = model_.name_first_;
    first.reserve(n + others.size() + 1);
    std::size_t size = 0;
    for (Index i = 0; i < n; ++i) size += all_.id(i).size() + 1;
    for (const std::uint32_t name : others) size += names.name(name).size() + 1;
    Block<char> bytes(size);
    char* at = bytes.data();
    first.push_back(0);
    const auto append = [&](std::string_view id) {
      std::memcpy(at, id.data(), id.size() + 1);  // with its NUL
      at += id.size() + 1;
      first.push_back(static_cast<std::uint32_t>(at - bytes.data()));
    };
    for (Index i = 0; i < n; ++i) append(all_.id(i));
    for (const std::uint32_t name : others) append(names.name(name));
    model_.name_bytes_ = Column(std::move(bytes));
  }

  /// The records in the order of the elements; those whose lists the rows do not give are written
  /// anew, lists included.
  void build_records(const Block<std::uint32_t>& number) {
    const std::uint32_t n = all_.size();
    Firsts<std::uint16_t>& first = model_.record_first_;
    first.reserve(n + 1);
    first.push_back(0);
    if (written_.empty() && std::is_sorted(all_.order.begin(), all_.order.end())) {
      for (Index i = 1; i < n; ++i) first.push_back(all_.row(i).text);
      if (n > 0) first.push_back(static_cast<std::uint32_t>(records_.texts.size()));
      model_.record_bytes_ = Column(std::move(records_.texts));
      return;
    }
    Block<char> bytes;
    bytes.reserve(records_.texts.size() + records_.texts.size() / 16);
    const FinalNames names{records_.names, number};
    Block<std::uint32_t> no_patches;
    auto written = written_.begin();
    for (Index i = 0; i < n; ++i) {
      if (written != written_.end() && written->first == i) {
        Block<char> record;
        RecordWriter<const FinalNames> writer(record, names, no_patches);
        record_parts(writer, written->second, true);
        writer.close();
        ++written;
        no_patches.clear();
        bytes.insert(bytes.end(), record.begin(), record.end());
      } else {
        const std::string_view record = records_.record(all_.order[i]);
        bytes.insert(bytes.end(), record.begin(), record.end());
      }
      first.push_back(static_cast<std::uint32_t>(bytes.size()));
    }
    model_.record_bytes_ = Column(std::move(bytes));
  }

  // ---- Actors, grants, involvements, bars

  [[nodiscard]] Index one(const std::string& id) const { return id.empty() ? none : all_(id); }

  /// The numbers of @p ids, ascending, each once.
  [[nodiscard]] std::vector<Index> set(const Ids& ids) const {
    std::vector<Index> numbers = sequence(ids);
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return numbers;
  }

  /// The numbers of @p ids in their order.
  [[nodiscard]] std::vector<Index> sequence(const Ids& ids) const {
    std::vector<Index> numbers;
    numbers.reserve(ids.size());
    for (const std::string& id : ids) numbers.push_back(all_(id));
    return numbers;
  }

  /// The named holders, each once, and whether the leader form is among them.
  [[nodiscard]] std::pair<std::vector<Index>, bool> holders(const Grant& grant) const {
    Ids named;
    bool leader = false;
    for (const Holder& holder : grant.to) {
      if (holder.leader_of_unit)
        leader = true;
      else
        named.push_back(holder.id);
    }
    return {set(named), leader};
  }

  struct ActorLists {
    Index element = none;
    Index leader = none;
    std::optional<double> order;
    std::vector<Index> holds, held_by, members, deputies, med_for;
  };

  /// Writes down what questions of authority look at in the element @p owner_.
  void note_authority(const Element& element) {
    if (const auto* actor = std::get_if<Actor>(&element.fields)) {
      ActorLists lists;
      lists.element = owner_;
      lists.leader = one(actor->leader);
      lists.order = actor->order;
      lists.holds = set(actor->holds);
      lists.members = set(actor->members);
      lists.deputies = sequence(actor->deputies);
      lists.med_for = set(actor->med_for);
      actors_.push_back(std::move(lists));
      part_of_.push_back(one(actor->part_of));
    } else if (const auto* grant = std::get_if<Grant>(&element.fields)) {
      ++grant_count_;
      note_scope(*grant, grants_);
      const auto [to, leader] = holders(*grant);
      std::vector<std::vector<Index>> concur;
      for (const Ids& each : grant->concur) concur.push_back(set(each));
      std::sort(concur.begin(), concur.end());
      concur.erase(std::unique(concur.begin(), concur.end()), concur.end());
      grants_.list(to);
      grants_.put(grant->jointly.among(to.size() + (leader ? 1 : 0)));
      grants_.put(static_cast<std::uint32_t>(concur.size()));
      for (const std::vector<Index>& each : concur) grants_.list(each);
      grants_.put(one(grant->from));
      grants_.put(grant->redelegable);
      grants_.word(grant->by);
      grants_.flags({leader, grant->exclusive, grant->alongside, grant->exceptional,
                     grant->residual, grant->manner && grant->manner->in_meeting});
    } else if (const auto* involvement = std::get_if<Involvement>(&element.fields)) {
      ++involvement_count_;
      note_scope(*involvement, involvements_);
      involvements_.put(one(involvement->body.id));
      involvements_.word(involvement->body.at_level_of_decider);
      involvements_.word(std::optional(involvement->how));
      involvements_.word(std::optional(involvement->timing));
      involvements_.figure(involvement->days);
      involvements_.patterns(patterns(involvement->when_decided_by));
    } else if (const auto* bar = std::get_if<Bar>(&element.fields)) {
      ++bar_count_;
      note_scope(*bar, bars_);
      bars_.patterns(patterns(bar->only));
      bars_.patterns(patterns(bar->against));
    }
  }

  void note_scope(const Scope& scope, AuthorityWriter& to) {
    ScopeRow row;
    std::vector<OverRow> overs;
    std::vector<ConditionRow> condition_rows;
    row.element = owner_;
    std::vector<std::uint32_t> powers;
    for (const std::string& power : scope.powers) {
      if (power == "*") row.every_power = true;
      powers.push_back(powers_.try_emplace(power, static_cast<std::uint32_t>(powers_.size()))
                           .first->second);  // for now; see build_authority()
      power_places_.emplace_back(&to, to.words.size() + 3 + powers.size() - 1);
    }
    row.powers = powers;
    for (const OverEntry& entry : scope.over) {
      OverRow over;
      if (entry.id == "*")
        over.everything = true;
      else
        over.id = one(entry.id);
      over.matter = one(entry.matter);
      over.issuer = one(entry.issuer);
      over.instrument = entry.instrument;
      overs.push_back(over);
    }
    const std::vector<Index> within = set(scope.within), unless = set(scope.unless);
    row.within = within;
    row.unless = unless;
    std::vector<Condition> conditions = scope.conditions;
    std::sort(conditions.begin(), conditions.end(), [](const Condition& a, const Condition& b) {
      return std::tie(a.fact, a.op, a.values) < std::tie(b.fact, b.op, b.values);
    });
    const auto first = static_cast<std::uint32_t>(model_.conditions_.size());
    for (Condition& condition : conditions) {
      condition_rows.push_back({*facts_.find(condition.fact), nullptr, condition.op, {}});
      model_.conditions_.push_back(std::move(condition));
    }
    row.over = overs;
    row.conditions = condition_rows;
    over_count_ += overs.size();
    to.scope(row, first);
  }

  [[nodiscard]] std::vector<PatternRow> patterns(const std::vector<ActorPattern>& written) const {
    std::vector<PatternRow> rows;
    for (const ActorPattern& pattern : written) {
      PatternRow row;
      if (const auto* tier = std::get_if<Tier>(&pattern.what)) {
        row.tier = *tier;
      } else if (const auto* form = std::get_if<Form>(&pattern.what)) {
        row.form = *form;
      } else if (const auto& text = std::get<std::string>(pattern.what); !pattern.fact) {
        row.actor = one(text);
      } else {
        row.fact = facts_.find(text);
      }
      rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end(), [](const PatternRow& a, const PatternRow& b) {
      return std::tie(a.actor, a.tier, a.form, a.fact) < std::tie(b.actor, b.tier, b.form, b.fact);
    });
    return rows;
  }

  void build_authority() {
    std::vector<std::uint32_t> final_power(powers_.size());
    for (const auto& [name, number] : powers_) {
      final_power[number] = static_cast<std::uint32_t>(model_.power_names_.size());
      model_.power_names_.emplace_back(name, final_power[number]);
    }
    for (const auto& [writer, place] : power_places_)
      writer->words[place] = final_power[writer->words[place]];

    const auto place_of = [&](Index actor) { return model_.is_actor_(actor); };
    for (std::size_t person = 0; person < actors_.size(); ++person)
      if (!model_.inert(actors_[person].element))
        for (const Index post : actors_[person].holds)
          actors_[place_of(post)].held_by.push_back(actors_[person].element);
    AuthorityWriter all;
    for (const std::size_t count :
         {actors_.size(), grant_count_, involvement_count_, bar_count_, over_count_})
      all.put(static_cast<std::uint32_t>(count));
    for (const ActorLists& actor : actors_) {
      all.put(actor.element);
      all.put(actor.leader);
      const std::array lists{&actor.holds, &actor.held_by, &actor.members, &actor.deputies,
                             &actor.med_for};
      std::uint32_t given = actor.order ? actor_order : 0;
      for (std::size_t i = 0; i < lists.size(); ++i) given |= lists[i]->empty() ? 0 : 1U << i;
      all.put(given);
      if (actor.order) all.figure(*actor.order);
      for (const auto* list : lists)
        if (!list->empty()) all.list(*list);
    }
    for (const AuthorityWriter* part : {&grants_, &involvements_, &bars_})
      all.words.insert(all.words.end(), part->words.begin(), part->words.end());
    model_.authority_ = Column(std::move(all.words));
    model_.part_of_ = Column(std::move(part_of_));
  }

  Model& model_;
  Records& records_;
  Sorted& all_;
  FactTable& facts_;
  Watch& watch_;

  Index owner_ = 0;
  bool rewritten_ = false;  // the rows do not give the lists of owner_ as written
  Block<Index> owner_marks_, part_of_;
  std::vector<Index> pending_of_, scratch_;
  SparseRows unless_;
  std::vector<Pending> pending_;
  std::vector<std::pair<Index, Element>> written_;

  Block<ActorLists> actors_;
  AuthorityWriter grants_, involvements_, bars_;
  std::size_t grant_count_ = 0, involvement_count_ = 0, bar_count_ = 0, over_count_ = 0;
  std::map<std::string, std::uint32_t, std::less<>> powers_;
  std::vector<std::pair<AuthorityWriter*, std::size_t>> power_places_;
};

}  // namespace regelgraf::detail

#ifndef REGELGRAF_DECLARATIONS_ONLY
namespace regelgraf {

REGELGRAF_INLINE Frozen freeze(Draft draft, const FreezeOptions& options) {
  detail::Watch watch(options.limits);
  detail::Records records;
  auto [layers, elements] = draft.release();
  records.layers = std::move(layers);
  watch.stage("collect", elements.size());
  for (Element& element : elements) {
    watch.must_step(1, 1000);
    const std::uint32_t layer = element.layer;
    records.add(std::move(element), layer);
    element = Element();  // what it held is not needed twice
  }
  std::vector<Element>().swap(elements);
  return detail::Freezer::run(std::move(records), options.allow_personal_data, watch);
}

}  // namespace regelgraf
#endif
