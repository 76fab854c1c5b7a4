// The snapshot: what was saved comes back, and no bytes whatever do harm.

#include <gtest/gtest.h>

#include <xxhash.h>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <random>
#include <string>

#include <regelgraf/canonical.hpp>
#include <regelgraf/model_file.hpp>
#include <regelgraf/snapshot.hpp>
#include <regelgraf/what_breaks.hpp>
#include <regelgraf/who_decides.hpp>
#include <regelgraf/why.hpp>

#include "support/random_model.hpp"

namespace regelgraf::test {
namespace {

Model example(const std::string& name) {
  Frozen frozen = load_model(std::string(RG_SOURCE_DIR "/examples/") + name);
  if (!frozen.model) throw std::logic_error(frozen.findings.at(0).message.en);
  return std::move(*frozen.model);
}

Errc code_of(const std::string& bytes) {
  try {
    (void)load_snapshot_bytes(bytes);
  } catch (const Error& error) {
    return error.code();
  }
  ADD_FAILURE() << "it was taken";
  return Errc::cancelled;
}

/// The right checksum over whatever the bytes are.
void seal(std::string& bytes) {
  XXH3_state_t* const state = XXH3_createState();
  XXH3_128bits_reset(state);
  XXH3_128bits_update(state, bytes.data(), 48);
  XXH3_128bits_update(state, bytes.data() + 64, bytes.size() - 64);
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits_digest(state));
  XXH3_freeState(state);
  bytes.replace(48, 16, reinterpret_cast<const char*>(canonical.digest), 16);
}

/// Asks @p model a little of everything.
void ask(const Model& model) {
  for (Index i = 0; i < model.size() && i < 40; ++i) {
    (void)model.element(i);
    (void)model.find(model.id(i));
    Removal removal;
    removal.elements = {i};
    (void)what_breaks(model, removal);
    AuthorityQuestion question;
    question.power = "repeal";
    question.target = i;
    (void)who_decides(model, question);
    (void)why(model, i, std::nullopt);
  }
  (void)canonical_json(model);
}

TEST(Snapshot, GivesBackWhatWasSaved) {
  for (const char* name : {"odder/odder.json", "soroe/soroe.json"}) {
    const Model model = example(name);
    const std::string bytes = snapshot_of(model);
    const Model again = load_snapshot_bytes(bytes);
    EXPECT_EQ(canonical_json(again), canonical_json(model));
    EXPECT_EQ(again.saved_digest(), digest(model));
    EXPECT_EQ(again.findings().size(), model.findings().size());
    EXPECT_EQ(snapshot_of(again), bytes);
    ASSERT_EQ(again.size(), model.size());
    for (Index i = 0; i < model.size(); ++i) {
      EXPECT_EQ(again.find(model.id(i)), model.find(model.id(i)));  // `is`: not always i
      EXPECT_EQ(again.stands(i), model.stands(i));
      Removal removal;
      removal.elements = {i};
      const WhatBreaks ours = what_breaks(model, removal), theirs = what_breaks(again, removal);
      EXPECT_EQ(ours.unmet_duties, theirs.unmet_duties);
      EXPECT_EQ(ours.lapsed.size(), theirs.lapsed.size());
      EXPECT_EQ(ours.hours_removed, theirs.hours_removed);
    }
  }
}

TEST(Snapshot, IsKnownByItsFirstBytesWhateverItIsNamed) {
  const Model model = example("odder/odder.json");
  const std::filesystem::path path = std::filesystem::path(testing::TempDir()) / "snapshot.json";
  save_snapshot(model, path);
  const Frozen frozen = load_model(path);
  ASSERT_TRUE(frozen.model);
  EXPECT_EQ(digest(*frozen.model), digest(model));
  EXPECT_TRUE(load_model_text(snapshot_of(model)).model);
  std::filesystem::remove(path);
}

TEST(Snapshot, RefusesWhatIsCutShortDamagedOrOfAnotherVersion) {
  const std::string good = snapshot_of(example("odder/odder.json"));
  for (std::size_t size = 0; size < good.size(); size += 1 + size / 7)
    EXPECT_EQ(code_of(good.substr(0, size)), Errc::invalid_model);
  EXPECT_EQ(code_of(good + '\0'), Errc::invalid_model);
  for (std::size_t at = 0; at < good.size(); at += 1 + at / 50) {
    std::string bad = good;
    bad[at] = static_cast<char>(bad[at] ^ 4);
    EXPECT_EQ(code_of(bad), Errc::invalid_model) << at;
  }
  std::string later = good;
  later[8] = 3;
  seal(later);
  EXPECT_EQ(code_of(later), Errc::invalid_model);
  const Frozen frozen = load_model_text(good.substr(0, 100));
  ASSERT_EQ(frozen.findings.size(), 1U);
  EXPECT_EQ(frozen.findings[0].code, "bad_snapshot");
}

TEST(Snapshot, WhatIsForgedIsRefusedOrHarmless) {
  const std::string good = snapshot_of(example("soroe/soroe.json"));
  std::mt19937 draw(7);
  int taken = 0;
  for (int round = 0; round < 4000; ++round) {
    std::string bad = good;
    for (unsigned times = 1 + draw() % 3; times > 0; --times) {
      const std::size_t at = 64 + draw() % (bad.size() - 64);
      constexpr unsigned char odd[] = {0, 1, 2, 0x7F, 0x80, 0xFE, 0xFF};
      bad[at] = static_cast<char>(draw() % 2 ? odd[draw() % 7] : draw() % 256);
    }
    seal(bad);
    try {
      const Model model = load_snapshot_bytes(bad);
      ++taken;
      ask(model);
    } catch (const Error&) {
    }
  }
  EXPECT_GT(taken, 100) << "else nothing was tried";
}

TEST(Snapshot, HoldsRandomModelsToTheirDigest) {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    Frozen frozen = freeze(random_draft(seed));
    if (!frozen.model) continue;
    const Model again = load_snapshot_bytes(snapshot_of(*frozen.model));
    EXPECT_EQ(canonical_json(again), canonical_json(*frozen.model)) << seed;
  }
}

TEST(Snapshot, CanBeStopped) {
  CancelToken token;
  token.cancel();
  LoadOptions options;
  options.limits.cancel = &token;
  EXPECT_THROW((void)load_model_text(snapshot_of(example("odder/odder.json")), "x", options),
               Error);
  EXPECT_THROW((void)load_model(RG_SOURCE_DIR "/examples/odder/odder.json", options), Error);
}

}  // namespace
}  // namespace regelgraf::test
