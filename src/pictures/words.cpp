#include "pictures/words.hpp"

#include <algorithm>
#include <array>

#include "ask/words.hpp"
#include "html/escape.hpp"

namespace regelgraf::pictures {

namespace {

struct Said {
  const char* da;
  const char* en;
};

constexpr std::array<Said, Spelling<PictureRelation>::words.size()> relations{{
    {"er hjemmel for", "is the legal ground of"},
    {"er nødvendig for", "is needed by"},
    {"tjener", "serves"},
    {"hjælper", "helps"},
    {"har udstedt", "issued"},
    {"binder", "binds"},
    {"er delegeret videre i", "is delegated on in"},
    {"giver kompetence til", "gives authority to"},
    {"er overordnet", "is above"},
    {"udfører", "performs"},
    {"inddrages ved", "is the body of"},
    {"kan beslutte om", "may decide about"},
    {"inddrages af", "is involved by"},
}};

constexpr std::array<Said, Spelling<PictureRole>::words.size()> roles{{
    {"", ""},
    {"spørgsmålet", "the question"},
    {"beslutter", "decides"},
    {"står uden reserve", "nothing to spare"},
    {"uden formål, men i brug", "without purpose, but in use"},
    {"kan også undværes", "can go too"},
    {"kan ikke længere fungere", "can no longer work"},
    {"mister sin hjemmel", "loses its legal ground"},
    {"pligt, der ikke opfyldes", "duty that goes unmet"},
    {"fjernes", "removed"},
}};

constexpr std::array lane_from_top{
    Tier::state,          Tier::council,   Tier::committee, Tier::management, Tier::med,
    Tier::administration, Tier::workplace, Tier::frontline, Tier::citizen,    Tier::partner};

/// How wide a character is in fonts without serifs, the widest of them in view, where an average
/// letter is 1.
double width_of(char32_t one) {
  if (one < 0x20) return 0;
  if (one < 0x7F) {
    const char c = static_cast<char>(one);
    if (std::string_view("ijlI.,:;'|!").find(c) != std::string_view::npos) return 0.55;
    if (std::string_view("ftr()[]/\\- \"").find(c) != std::string_view::npos) return 0.68;
    if (std::string_view("mwMW@%").find(c) != std::string_view::npos) return 1.55;
    return c >= 'A' && c <= 'Z' ? 1.18 : 1.02;
  }
  if (one < 0x250) return 1.1;
  if (one >= 0x300 && one < 0x370) return 0;  // marks on the letter before
  return one >= 0x1100 ? 1.75 : 1.1;
}

}  // namespace

const char* relation_words(PictureRelation relation, Language language) {
  const Said& said = relations[static_cast<std::size_t>(relation)];
  return language == Language::da ? said.da : said.en;
}

const char* role_words(PictureRole role, Language language) {
  const Said& said = roles[static_cast<std::size_t>(role)];
  return language == Language::da ? said.da : said.en;
}

const char* lane_words(const std::optional<Tier>& tier, Language language) {
  if (tier) return ask::tier_word(*tier, language);
  return language == Language::da ? "niveau ukendt" : "level unknown";
}

int lane_order(const std::optional<Tier>& tier) {
  if (!tier) return static_cast<int>(lane_from_top.size());
  return static_cast<int>(std::find(lane_from_top.begin(), lane_from_top.end(), *tier) -
                          lane_from_top.begin());
}

std::vector<std::pair<std::optional<Tier>, std::vector<std::uint32_t>>> lanes_of(
    const Picture& picture) {
  std::vector<std::pair<std::optional<Tier>, std::vector<std::uint32_t>>> lanes;
  for (int order = 0; order <= static_cast<int>(lane_from_top.size()); ++order) {
    std::vector<std::uint32_t> in;
    for (std::uint32_t n = 0; n < picture.nodes.size(); ++n)
      if (lane_order(picture.nodes[n].tier) == order) in.push_back(n);
    if (in.empty()) continue;
    const std::optional<Tier> tier = picture.nodes[in.front()].tier;
    lanes.emplace_back(tier, std::move(in));
  }
  return lanes;
}

std::vector<std::string> wrapped(std::string_view text, double width, std::size_t lines) {
  // Words first; one that is wider than a line is broken where the line ends.
  std::vector<std::string> result;
  std::string line, word;
  double of_line = 0, of_word = 0;
  const auto end_line = [&] {
    while (line.ends_with(' ')) line.pop_back();
    result.push_back(std::move(line));
    line.clear();
    of_line = 0;
  };
  const auto end_word = [&] {
    if (word.empty()) return;
    if (of_line > 0 && of_line + of_word > width) end_line();
    line += word;
    of_line += of_word;
    word.clear();
    of_word = 0;
  };
  while (!text.empty() && result.size() <= lines) {
    const char32_t one = html::take_character(text);
    if (one == ' ' || one == '\n' || one == '\t' || one == '\r') {
      end_word();
      if (of_line > 0) {
        line += ' ';
        of_line += width_of(' ');
      }
      continue;
    }
    if (of_word + width_of(one) > width) {
      end_word();
      if (of_line > 0) end_line();
    }
    html::append_character(word, one);
    of_word += width_of(one);
    if (one == '-' || one == '/') end_word();
  }
  end_word();
  if (!line.empty()) end_line();
  if (result.size() > lines) {
    result.resize(lines);
    std::string& last = result.back();
    while (!last.empty() && (static_cast<unsigned char>(last.back()) & 0xC0U) == 0x80U)
      last.pop_back();
    if (!last.empty()) last.pop_back();
    while (last.ends_with(' ')) last.pop_back();
    last += "…";
  }
  return result;
}

}  // namespace regelgraf::pictures
