// What a Model keeps its numbers in, held to plain vectors: short rows and long ones, and the
// places where a number outgrows its byte.

#include <regelgraf/rows.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include <regelgraf/model.hpp>
#include <regelgraf/snapshot.hpp>

#include "support/build.hpp"
#include "support/frozen.hpp"
#include "support/random_draws.hpp"

namespace regelgraf::test {
namespace {

/// How long the rows are; the last sort mixes many short ones with a few long ones.
const std::vector<std::uint32_t> lengths{0, 1, 3, 17, 300, 70'000};

std::uint32_t length(Draws& draws, std::size_t sort) {
  if (sort < lengths.size()) return static_cast<std::uint32_t>(draws.below(lengths[sort] + 1));
  return static_cast<std::uint32_t>(draws.below(draws.chance(2) ? 100'000 : 3));
}

template <class Distance>
void expect_firsts(std::size_t count, std::size_t sort) {
  Draws draws(count * 31 + sort);
  Firsts<Distance> firsts;
  std::vector<std::uint32_t> plain;
  std::uint32_t at = 0;
  for (std::size_t i = 0; i < count; ++i) {
    firsts.push_back(at);
    plain.push_back(at);
    at += length(draws, sort);
  }
  ASSERT_EQ(firsts.size(), count);
  for (std::size_t i = 0; i < count; ++i) ASSERT_EQ(firsts[i], plain[i]) << count << ' ' << sort;
}

TEST(Rows, BeginWhereTheyBegin) {
  for (const std::size_t count : {0, 1, 2, 15, 16, 17, 63, 64, 65, 1000, 5000})
    for (std::size_t sort = 0; sort <= lengths.size(); ++sort) {
      expect_firsts<std::uint8_t>(count, sort);
      expect_firsts<std::uint16_t>(count, sort);
    }
}

TEST(Rows, KeepSmallNumbersAndLargeOnes) {
  for (const unsigned percent : {0U, 1U, 50U, 100U}) {
    Draws draws(percent);
    SmallNumbers numbers;
    std::vector<std::uint32_t> plain;
    for (std::size_t i = 0; i < 2000; ++i) {
      const std::size_t value =
          draws.chance(percent) ? 250 + draws.below(0xFFFFFFFF - 250) : draws.below(258);
      plain.push_back(static_cast<std::uint32_t>(value));
      numbers.push_back(plain.back());
      ASSERT_EQ(numbers[i], plain[i]);
    }
    ASSERT_EQ(numbers.size(), plain.size());
    for (std::size_t i = 0; i < plain.size(); ++i) ASSERT_EQ(numbers[i], plain[i]) << percent;
  }
}

using Lists = std::vector<std::vector<std::uint32_t>>;

Lists random_lists(std::size_t count, std::size_t most, std::uint64_t seed) {
  Draws draws(seed);
  Lists lists(count);
  for (auto& list : lists) {
    if (draws.chance(60)) continue;
    std::size_t at = 0;
    for (std::size_t n = draws.below(most + 1); n > 0 && at < count; --n) {
      at += draws.below(3);
      if (at < count) list.push_back(static_cast<std::uint32_t>(at++));
    }
  }
  return lists;
}

Lists turned(const Lists& lists) {
  Lists result(lists.size());
  for (std::uint32_t i = 0; i < lists.size(); ++i)
    for (const std::uint32_t value : lists[i]) result[value].push_back(i);
  return result;
}

template <class Kept>
Lists read(const Kept& kept, std::size_t count) {
  Lists lists(count);
  for (std::uint32_t i = 0; i < count; ++i) lists[i].assign(kept[i].begin(), kept[i].end());
  return lists;
}

TEST(Rows, GiveBackTheirListsAndTheListsTurnedAround) {
  for (const std::size_t count : {1, 5, 64, 500, 3000})
    for (const std::size_t most : {0, 2, 900}) {
      const Lists lists = random_lists(count, most, count + most);
      Rows<std::uint32_t> rows;
      SparseRows sparse;
      for (const auto& list : lists) {
        for (const std::uint32_t value : list) {
          rows.push(value);
          sparse.push(value);
        }
        rows.close();
        sparse.close();
      }
      sparse.finish();
      EXPECT_EQ(read(rows, count), lists);
      EXPECT_EQ(read(sparse, count), lists);
      EXPECT_EQ(read(rows.transposed(count), count), turned(lists));
      EXPECT_EQ(read(sparse.transposed(count), count), turned(lists));
    }
}

Model model_with(const std::vector<Element>& elements) {
  Draft all = draft({});
  for (const Element& element : elements) all.add(element);
  return model_of(std::move(all));
}

// A requirement has a byte; what does not fit in it is looked up. Owners are looked for from marks.
TEST(Rows, ARequirementKnowsItsOwnerAndHowManyItAsksFor) {
  std::vector<Element> elements;
  Ids all;
  for (int i = 0; i < 200; ++i) {
    all.push_back("r" + std::to_string(1000 + i));
    elements.push_back(rule(all.back(), Instrument::act));
  }
  std::vector<std::vector<std::uint32_t>> wanted(all.size());  // by element
  const auto ask = [&](std::size_t owner, std::uint32_t at_least) {
    elements[owner].needs.push_back({at_least, all});
    wanted[owner].push_back(at_least);
  };
  for (const std::uint32_t k : {1, 2, 61, 62, 63, 64, 65, 128, 199, 200}) ask(7, k);
  for (std::uint32_t k = 1; k <= 40; ++k) ask(8, k);
  ask(199, 63);  // after a long gap
  ask(199, 150);
  const Model made = model_with(elements);
  const Model again = load_snapshot_bytes(snapshot_of(made));
  for (const Model* model : {&made, &again}) {
    std::uint32_t next = 0;
    for (Index i = 0; i < model->size(); ++i) {
      const auto [first, last] = model->requirements_of(i);
      ASSERT_EQ(first, next);
      ASSERT_EQ(last - first, wanted[i].size());
      for (std::uint32_t r = first; r < last; ++r) {
        EXPECT_EQ(model->owner_of(r), i);
        EXPECT_EQ(model->at_least_of(r), wanted[i][r - first]);
        EXPECT_EQ(model->requirement(r).at_least, wanted[i][r - first]);
        EXPECT_EQ(model->relation_of(r), Relation::needs);
        EXPECT_FALSE(model->implied(r));
      }
      next = last;
    }
    EXPECT_EQ(next, model->requirement_count());
  }
}

TEST(Rows, AnIdIsFoundAndNoOther) {
  EXPECT_EQ(model_of(draft({})).find("a"), std::nullopt);
  for (const int count : {1, 2, 3, 64, 65, 200}) {
    std::vector<Element> elements;
    for (int i = 0; i < count; ++i) {
      std::string id =
          "id" + std::to_string(10'000 + 2 * i) + std::string(static_cast<std::size_t>(i % 7), 'x');
      elements.push_back(rule(id, Instrument::act));
    }
    const Model model = model_with(elements);
    for (const Element& element : elements) {
      const auto found = model.find(element.id);
      ASSERT_TRUE(found);
      EXPECT_EQ(model.id(*found), element.id);
      EXPECT_EQ(model.find(element.id + "!"), std::nullopt);
      EXPECT_EQ(model.find(element.id.substr(0, element.id.size() - 1) + "1"), std::nullopt);
    }
    for (const char* other : {"", "a", "id", "z", "\xff"})
      EXPECT_EQ(model.find(other), std::nullopt);
  }
}

TEST(Names, AreTheSameWhenEveryByteIs) {
  for (std::size_t size = 0; size < 40; ++size) {
    const std::string text(size, 'a');
    EXPECT_TRUE(detail::same_text(text, text));
    EXPECT_FALSE(detail::same_text(text, text + "a"));
    for (std::size_t at = 0; at < size; ++at) {
      std::string other = text;
      other[at] = 'b';
      EXPECT_FALSE(detail::same_text(text, other)) << size << ' ' << at;
    }
  }
}

TEST(Block, IsThereFromTheFirstByteToTheLast) {
  constexpr std::size_t page = detail::large_page;
  for (const std::size_t bytes : {std::size_t{1}, std::size_t{4096}, page / 8 - 1, page / 8,
                                  page / 2, page - 1, page, page + 1, 5 * page / 2, 3 * page}) {
    std::vector<std::pair<char*, unsigned char>> blocks;
    for (unsigned char mark = 1; mark <= 4; ++mark) {
      auto* const block = static_cast<char*>(detail::new_block(bytes));
      EXPECT_EQ(reinterpret_cast<std::uintptr_t>(block) % 8, 0U);
      std::memset(block, mark, bytes);
      blocks.emplace_back(block, mark);
    }
    detail::delete_block(blocks[1].first, bytes);  // the others stay what they are
    blocks.erase(blocks.begin() + 1);
    for (const auto& [block, mark] : blocks) {
      for (std::size_t at = 0; at < bytes; at += 1 + at / 3)
        ASSERT_EQ(static_cast<unsigned char>(block[at]), mark);
      ASSERT_EQ(static_cast<unsigned char>(block[bytes - 1]), mark);
      detail::delete_block(block, bytes);
    }
  }
}

}  // namespace
}  // namespace regelgraf::test
