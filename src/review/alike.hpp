#pragma once

// How much alike are two Danish texts? TF-IDF over stems and character n-grams, cosine.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <regelgraf/limits.hpp>
#include <regelgraf/nominations.hpp>

struct sb_stemmer;

namespace regelgraf::collect {

/// @p text as words: normal form, lower case, `aa` as `å`, everything but letters and digits apart.
[[nodiscard]] std::vector<std::string> words_of(std::string_view text);

/// words_of() joined: what two names that are the same have in common.
[[nodiscard]] std::string key_of(std::string_view text);

/// What makes texts that look alike say different things.
struct Distinctions {
  std::set<std::string> frequencies;  ///< `day`, `week`, ...
  std::set<std::string> numbers;      ///< As written.
  bool negated = false;
  /// Of each list of opposites, which of them the text has, as bits.
  std::vector<std::uint8_t> opposites;

  /// What tells the two apart; nothing where nothing does.
  [[nodiscard]] std::optional<AlikeDoubt> from(const Distinctions& other) const;
};
[[nodiscard]] Distinctions distinctions_of(std::string_view text);

/// A text, and how much alike it is.
struct Scored {
  std::size_t text = 0;
  double score = 0;
};

/// @brief Texts that can be compared with one another.
///
/// Each has a title and, where one was given, a description that weighs less. The score of two is
/// the greatest cosine of either's title, or title and description, with the other's.
class AlikeTexts {
 public:
  AlikeTexts();
  ~AlikeTexts();
  AlikeTexts(const AlikeTexts&) = delete;
  AlikeTexts& operator=(const AlikeTexts&) = delete;

  /// Adds a text; its number.
  std::size_t add(std::string_view title, std::string_view description = {});
  /// All are there: weighs them. Nothing is to be added after it.
  void weigh();

  [[nodiscard]] std::size_t size() const { return texts_.size(); }
  /// 0 to 1. weigh() before it.
  [[nodiscard]] double score(std::size_t a, std::size_t b) const;
  /// What tells two apart.
  [[nodiscard]] std::optional<AlikeDoubt> doubt(std::size_t a, std::size_t b) const {
    return texts_[a].distinctions.from(texts_[b].distinctions);
  }
  /// Texts of number [@p first, @p last) that are at least @p least alike, best first; ties by
  /// number.
  [[nodiscard]] std::vector<Scored> nearest(std::size_t text, std::size_t first, std::size_t last,
                                            double least) const;

 private:
  /// What a term weighs in a text: in its title, and in title and description together. Without a
  /// description both are the same.
  struct Weight {
    std::uint32_t term = 0;
    float title = 0, whole = 0;
  };
  using Weights = std::vector<Weight>;  // by term, ascending
  struct Text {
    Weights weights;
    Distinctions distinctions;
  };
  /// A term's weight in a text.
  struct Place {
    std::uint32_t text = 0;
    float title = 0, whole = 0;
  };

  /// The word without its ending; in a build without libstemmer the word itself.
  [[nodiscard]] std::string stem_of(const std::string& word) const;
  std::uint32_t term(std::string text);
  void count(std::string_view text, bool title, Weights& into);
  void normalise(Weights& weights, float Weight::*part) const;

  std::unique_ptr<sb_stemmer, void (*)(sb_stemmer*)> stemmer_;
  std::unordered_map<std::string, std::uint32_t> terms_;
  std::vector<std::uint8_t> is_stem_;     // by term
  std::vector<std::uint32_t> frequency_;  // by term: in how many texts
  std::vector<std::vector<Place>> in_;    // by term, texts ascending
  std::vector<Text> texts_;
};

}  // namespace regelgraf::collect
