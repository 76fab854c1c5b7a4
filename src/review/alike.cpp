#include "review/alike.hpp"

#if !defined(REGELGRAF_WITHOUT_STEMMER)
#include <libstemmer.h>
#endif
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <new>

#include <regelgraf/detail/text.hpp>

#include "tables/words.hpp"

namespace regelgraf::collect {

namespace {

/// The share of stems in a score; n-grams have the rest. Chosen on tests/review/labelled.csv.
constexpr double stems_share = 0.2;
/// What a word of a description weighs beside one of a title.
constexpr float described = 0.3F;
/// So much of a description is looked at, in bytes.
constexpr std::size_t most_described = 2000;
/// Words that say nothing of what a rule is about.
constexpr std::array<std::string_view, 38> empty_words{
    "og",    "i",    "på",  "af",    "til",   "for",   "fra",  "en",   "et",  "den",
    "det",   "de",   "der", "som",   "at",    "er",    "ved",  "om",   "vi",  "skal",
    "vores", "sin",  "sit", "sine",  "man",   "har",   "have", "være", "kan", "også",
    "over",  "hvor", "når", "eller", "dette", "denne", "alle", "så"};

bool is_empty_word(std::string_view word) {
  return std::find(empty_words.begin(), empty_words.end(), word) != empty_words.end();
}

/// æ, ø and å as they are written where there is no Danish keyboard.
std::string folded(std::string_view word) {
  std::string text;
  for (std::size_t i = 0; i < word.size();) {
    const std::string_view two = word.substr(i, 2);
    const char* const as = two == "æ" ? "ae" : two == "ø" ? "oe" : two == "å" ? "aa" : nullptr;
    if (as) {
      text += as;
      i += 2;
    } else {
      text += word[i++];
    }
  }
  return text;
}

/// Words that exclude each other: a text has one or the other of a row.
using Opposites = std::vector<std::vector<std::string_view>>;
const Opposites& opposites() {
  static const Opposites list{{"indgående", "udgående"},
                              {"indskriv", "udskriv"},
                              {"indmeld", "udmeld"},
                              {"indflyt", "udflyt", "fraflyt"},
                              {"modtag", "afsend", "udsend"},
                              {"start", "opstart", "slut", "afslut"},
                              {"opret", "nedlæg", "luk"},
                              {"ansæt", "afsked", "opsig", "fratræd"},
                              {"køb", "indkøb", "salg"},
                              {"morgen", "aften", "nat"},
                              {"sommer", "vinter", "jul", "påske"},
                              {"intern", "ekstern"},
                              {"skriftlig", "mundtlig"},
                              {"planlagt", "akut"},
                              {"børn", "barn", "elev", "ældre", "voksne", "voksen", "unge"},
                              {"individuel", "fælles"},
                              {"fysisk", "digital"},
                              {"før", "efter"},
                              {"årsbudget", "årsregnskab"},
                              {"syge", "ferie", "barsel", "omsorgsdag"},
                              {"brand", "indbrud", "hærværk"},
                              {"medicin", "ernæring", "kost"},
                              {"pårørende", "frivillig"},
                              {"forældre", "skole-hjem"}};
  return list;
}

/// Numbers that are written as words, also in `treårig`.
std::string number_of(std::string_view word) {
  static constexpr std::array<std::string_view, 11> names{
      "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv"};
  if (detail::is_digit(word.front())) return std::string(word);
  if (const std::size_t age = word.find("årig"); age != std::string_view::npos)
    word = word.substr(0, age);
  for (std::size_t i = 0; i < names.size(); ++i)
    if (word == names[i]) return std::to_string(i + 2);
  return {};
}

/// How often, where @p word says so after @p before and @p earlier.
std::string frequency_of(const std::string& word, const std::string& before,
                         const std::string& earlier) {
  const auto begins = [&](std::string_view with) { return word.starts_with(with); };
  if ((begins("daglig") && !begins("dagligdag") && !begins("dagligst")) ||
      (word == "dag" && before == "hver"))
    return "day";
  if ((before == "anden" && begins("uge")) ||
      (earlier == "hver" && before == "14" && begins("dag")))
    return "fortnight";
  if (begins("ugentlig") || begins("ugelig") || (begins("uge") && !begins("ugerning")))
    return "week";
  if (begins("måned")) return before == "anden" ? "two months" : "month";
  if (begins("kvartal")) return "quarter";
  if (begins("halvår")) return "half year";
  if (begins("årlig") || begins("års") || (word == "år" && before == "hvert")) return "year";
  return {};
}

bool negates(std::string_view word) {
  for (const std::string_view no : {"ikke", "ingen", "intet", "uden", "aldrig", "ej"})
    if (word == no) return true;
  return word.starts_with("manglend");
}

}  // namespace

std::vector<std::string> words_of(std::string_view text) {
  const std::string small = tables::lower(text);
  std::vector<std::string> words;
  std::string word;
  const auto finish = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (std::size_t at = 0; at < small.size();) {
    const std::size_t length =
        std::max<std::size_t>(detail::utf8_length(std::string_view(small).substr(at)), 1);
    const std::string_view one = std::string_view(small).substr(at, length);
    utf8proc_int32_t c = 0;
    utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(one.data()),
                     static_cast<utf8proc_ssize_t>(one.size()), &c);
    const auto category = c < 0 ? UTF8PROC_CATEGORY_CN : utf8proc_category(c);
    const bool letter = (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_ME) ||
                        category == UTF8PROC_CATEGORY_ND;
    if (letter) {
      if (one == "a" && !word.empty() && word.back() == 'a' && !word.ends_with("å")) {
        word.pop_back();
        word += "å";
      } else {
        word += one;
      }
    } else {
      finish();
      if (one == "§") words.emplace_back("§");
    }
    at += length;
  }
  finish();
  return words;
}

std::string key_of(std::string_view text) {
  std::string key;
  for (const std::string& word : words_of(text)) key += (key.empty() ? "" : " ") + word;
  return key;
}

std::optional<AlikeDoubt> Distinctions::from(const Distinctions& other) const {
  if (!frequencies.empty() && !other.frequencies.empty() && frequencies != other.frequencies)
    return AlikeDoubt::frequency;
  if (!numbers.empty() && !other.numbers.empty() && numbers != other.numbers)
    return AlikeDoubt::number;
  if (negated != other.negated) return AlikeDoubt::negation;
  for (std::size_t i = 0; i < opposites.size(); ++i)
    if (opposites[i] && other.opposites[i] && !(opposites[i] & other.opposites[i]))
      return AlikeDoubt::contrast;
  return std::nullopt;
}

Distinctions distinctions_of(std::string_view text) {
  Distinctions found;
  found.opposites.resize(opposites().size());
  std::string before, earlier;
  for (const std::string& word : words_of(text)) {
    if (std::string how_often = frequency_of(word, before, earlier); !how_often.empty()) {
      if (before == "14") found.numbers.erase(before);
      found.frequencies.insert(std::move(how_often));
    } else if (std::string number = number_of(word); !number.empty()) {
      found.numbers.insert(std::move(number));
    }
    found.negated = found.negated || negates(word);
    for (std::size_t i = 0; i < opposites().size(); ++i)
      for (std::size_t k = 0; k < opposites()[i].size(); ++k)
        if (word.starts_with(opposites()[i][k])) found.opposites[i] |= std::uint8_t(1U << k);
    earlier = std::move(before);
    before = word;
  }
  return found;
}

#if defined(REGELGRAF_WITHOUT_STEMMER)
AlikeTexts::AlikeTexts() : stemmer_(nullptr, [](sb_stemmer*) {}) {}
std::string AlikeTexts::stem_of(const std::string& word) const { return word; }
#else
AlikeTexts::AlikeTexts() : stemmer_(nullptr, sb_stemmer_delete) {
  // libstemmer 2.2 does not survive it when memory runs out while it makes a stemmer, some hundred
  // bytes: here we make sure of more.
  void* volatile room = std::malloc(4096);
  if (!room) throw std::bad_alloc();
  std::free(room);
  stemmer_.reset(sb_stemmer_new("danish", "UTF_8"));
  if (!stemmer_) throw std::bad_alloc();
}
std::string AlikeTexts::stem_of(const std::string& word) const {
  const auto* stem =
      sb_stemmer_stem(stemmer_.get(), reinterpret_cast<const sb_symbol*>(word.data()),
                      static_cast<int>(word.size()));
  if (!stem) throw std::bad_alloc();
  return {reinterpret_cast<const char*>(stem),
          static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()))};
}
#endif
AlikeTexts::~AlikeTexts() = default;

std::uint32_t AlikeTexts::term(std::string text) {
  const bool stem = text.front() == 's';
  const auto [at, fresh] =
      terms_.try_emplace(std::move(text), static_cast<std::uint32_t>(is_stem_.size()));
  if (fresh) is_stem_.push_back(stem);
  return at->second;
}

void AlikeTexts::count(std::string_view text, bool title, Weights& into) {
  const float weight = title ? 1 : described;
  const auto put = [&](std::string feature) {
    into.push_back({term(std::move(feature)), title ? weight : 0, weight});
  };
  // N-grams run on across words: `elev plan` is as much like `elevplan` as can be.
  std::string joined;
  for (const std::string& word : words_of(text)) {
    if (is_empty_word(word)) continue;
    put("s" + folded(stem_of(word)));
    joined += folded(word);
  }
  for (const std::size_t n : {2U, 3U, 4U})
    for (std::size_t at = 0; at + n <= joined.size(); ++at) put("g" + joined.substr(at, n));
}

std::size_t AlikeTexts::add(std::string_view title, std::string_view description) {
  Text text;
  Weights counted;
  count(title, true, counted);
  if (!description.empty()) count(description.substr(0, most_described), false, counted);
  std::sort(counted.begin(), counted.end(),
            [](const Weight& a, const Weight& b) { return a.term < b.term; });
  for (const Weight& one : counted) {
    if (text.weights.empty() || text.weights.back().term != one.term)
      text.weights.push_back({one.term, 0, 0});
    text.weights.back().title += one.title;
    text.weights.back().whole += one.whole;
  }
  text.distinctions = distinctions_of(title);
  texts_.push_back(std::move(text));
  return texts_.size() - 1;
}

void AlikeTexts::normalise(Weights& weights, float Weight::*part) const {
  const double n = static_cast<double>(texts_.size());
  double stems = 0, grams = 0;
  for (Weight& one : weights) {
    const double idf = std::log((n + 1) / (frequency_[one.term] + 1.0)) + 1;
    const double count = one.*part;
    one.*part = static_cast<float>((count >= 1 ? 1 + std::log(count) : count) * idf);
    (is_stem_[one.term] ? stems : grams) += static_cast<double>(one.*part) * (one.*part);
  }
  for (Weight& one : weights) {
    const double norm = is_stem_[one.term] ? stems / stems_share : grams / (1 - stems_share);
    if (norm > 0) one.*part = static_cast<float>(one.*part / std::sqrt(norm));
  }
}

void AlikeTexts::weigh() {
  frequency_.assign(is_stem_.size(), 0);
  for (const Text& text : texts_)
    for (const Weight& one : text.weights) frequency_[one.term] += one.title > 0;
  for (Text& text : texts_) {
    normalise(text.weights, &Weight::title);
    normalise(text.weights, &Weight::whole);
  }
  in_.assign(is_stem_.size(), {});
  for (std::size_t i = 0; i < texts_.size(); ++i)
    for (const Weight& one : texts_[i].weights)
      in_[one.term].push_back({static_cast<std::uint32_t>(i), one.title, one.whole});
}

double AlikeTexts::score(std::size_t a, std::size_t b) const {
  const Weights& x = texts_[a].weights;
  const Weights& y = texts_[b].weights;
  std::array<double, 4> sums{};
  for (std::size_t i = 0, j = 0; i < x.size() && j < y.size();) {
    if (x[i].term < y[j].term) {
      ++i;
    } else if (y[j].term < x[i].term) {
      ++j;
    } else {
      sums[0] += static_cast<double>(x[i].title) * y[j].title;
      sums[1] += static_cast<double>(x[i].whole) * y[j].title;
      sums[2] += static_cast<double>(x[i].title) * y[j].whole;
      sums[3] += static_cast<double>(x[i].whole) * y[j].whole;
      ++i;
      ++j;
    }
  }
  return std::min(*std::max_element(sums.begin(), sums.end()), 1.0);
}

std::vector<Scored> AlikeTexts::nearest(std::size_t text, std::size_t first, std::size_t last,
                                        double least) const {
  // Among very many texts a term that many have finds nobody; the score still counts it.
  const bool many = texts_.size() > 4000;
  const std::size_t common = many ? texts_.size() / 50 : texts_.size();
  std::vector<std::array<float, 4>> sums(last - first);
  for (const Weight& one : texts_[text].weights) {
    const std::vector<Place>& in = in_[one.term];
    if (in.size() > common) continue;
    auto at = std::lower_bound(in.begin(), in.end(), first,
                               [](const Place& place, std::size_t i) { return place.text < i; });
    for (; at != in.end() && at->text < last; ++at) {
      auto& sum = sums[at->text - first];
      sum[0] += one.title * at->title;
      sum[1] += one.whole * at->title;
      sum[2] += one.title * at->whole;
      sum[3] += one.whole * at->whole;
    }
  }
  const double worth = many ? least / 3 : least * 0.999;
  std::vector<Scored> found;
  for (std::size_t i = first; i < last; ++i) {
    const auto& sum = sums[i - first];
    if (i == text || *std::max_element(sum.begin(), sum.end()) < worth) continue;
    if (const double score = this->score(text, i); score >= least) found.push_back({i, score});
  }
  std::sort(found.begin(), found.end(), [](const Scored& a, const Scored& b) {
    return a.score != b.score ? a.score > b.score : a.text < b.text;
  });
  return found;
}

}  // namespace regelgraf::collect
