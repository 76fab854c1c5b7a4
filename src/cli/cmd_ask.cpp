// ask: questions as JSON Lines in, answers as JSON Lines out, in order.

#include <spdlog/spdlog.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include <regelgraf/detail/text.hpp>

#include <regelgraf/ask.hpp>
#include "cli/session.hpp"

namespace regelgraf::cli {

namespace {

constexpr std::size_t longest_line = std::size_t{64} << 20;  // bytes; a question is some hundreds

/// Lines of a stream, each bounded.
class Lines {
 public:
  enum class Got { line, end, too_long, failed };

  explicit Lines(std::FILE* stream) : stream_(stream) {}

  Got next(std::string& line) {
    line.clear();
    ++number_;
    for (int c = std::getc(stream_); c != EOF; c = std::getc(stream_)) {
      if (c == '\n') return Got::line;
      if (line.size() == longest_line) return Got::too_long;
      line += static_cast<char>(c);
    }
    if (std::ferror(stream_)) return Got::failed;
    return line.empty() ? Got::end : Got::line;
  }

  [[nodiscard]] std::size_t number() const { return number_; }

 private:
  std::FILE* stream_;
  std::size_t number_ = 0;
};

}  // namespace

Exit ask_lines(Session& session) {
  const Say& say = session.say;
  const std::string& file = session.options.file;
  const bool standard_input = file.empty() || file == "-";
  const std::string name = standard_input ? say("standard input", "standard input") : file;
  const auto unreadable = [&](const std::string& why) {
    return session.complain(
        {{name, say("spørgsmålene kan ikke læses: ", "the questions cannot be read: ") + why, {}}});
  };

  if (!session.load_or_complain()) return wrong_use;
  std::error_code unknown;
  if (!standard_input && std::filesystem::is_directory(file, unknown))
    return unreadable(say("det er en mappe", "it is a directory"));
  const auto shut = [&](std::FILE* stream) {
    if (!standard_input) std::fclose(stream);
  };
  const std::unique_ptr<std::FILE, decltype(shut)> stream(
      standard_input ? stdin : std::fopen(file.c_str(), "rb"), shut);
  if (!stream) return unreadable(std::strerror(errno));

  const Asker asker(session.model());
  const auto start = std::chrono::steady_clock::now();
  Lines lines(stream.get());
  std::string line;
  std::size_t answers = 0;
  for (;;) {
    switch (lines.next(line)) {
      case Lines::Got::line:
        break;
      case Lines::Got::failed:
        return unreadable(std::strerror(errno));
      case Lines::Got::too_long:
        return unreadable(say("linje ", "line ") + std::to_string(lines.number()) +
                          say(" er over grænsen på ", " is over the limit of ") +
                          std::to_string(longest_line) + " bytes");
      case Lines::Got::end: {
        const std::chrono::duration<double, std::milli> took =
            std::chrono::steady_clock::now() - start;
        spdlog::info("{} questions answered in {:.1f} ms", answers, took.count());
        return answered;
      }
    }
    std::string_view question = line;
    if (lines.number() == 1 && question.starts_with("\xEF\xBB\xBF")) question.remove_prefix(3);
    if (question.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    session.out.raw(asker.ask(question));
    session.out.raw("\n");
    if (const Exit status = session.leave(answered); status != answered) return status;
    ++answers;
  }
}

}  // namespace regelgraf::cli
