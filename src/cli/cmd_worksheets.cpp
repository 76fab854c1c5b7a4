// worksheets: sheets for a working group's table, as one page of HTML or one file each.

#include <filesystem>

#include <regelgraf/error.hpp>
#include <regelgraf/worksheets.hpp>

#include <regelgraf/detail/text.hpp>
#include "cli/inquiry.hpp"
#include "cli/model_output.hpp"
#include "cli/session.hpp"
#include "files/files.hpp"

namespace regelgraf::cli {

namespace {

class SheetMaker {
 public:
  explicit SheetMaker(Session& session) : session_(session), say_(session.say) {}

  WorksheetsRequest request(std::vector<Problem>& problems) const {
    const Options& options = session_.options;
    WorksheetsRequest request;
    request.language = options.language;
    request.internal = options.internal;
    request.date = session_.day("--date", options.date, problems);
    request.unit = find("--unit", options.unit, problems);
    for (const std::string& id : options.rules)
      request.rules.push_back(find("--rule", id, problems));
    for (std::size_t at = 0; at < words<Sheet>().size(); ++at)
      if (options.step && step_of(static_cast<Sheet>(at)) == static_cast<int>(options.step))
        request.sheets.push_back(static_cast<Sheet>(at));
    return request;
  }

  Exit into_file(const std::string& file, const std::string& bytes) const {
    const std::string problem = put_file(file, bytes);
    if (problem.empty()) return answered;
    return session_.complain(
        {{file, say_("kan ikke skrives: ", "cannot be written: ") + problem, {}}});
  }

  Exit into_folder(const std::string& folder, const std::vector<Worksheet>& sheets) const {
    std::error_code error;
    std::filesystem::create_directories(files::path_of(folder), error);
    if (error)
      return session_.complain(
          {{folder, say_("mappen kan ikke laves", "the folder cannot be made"), {}}});
    for (const Worksheet& sheet : sheets) {
      const std::string file = files::utf8_of(files::path_of(folder) / files::path_of(sheet.file));
      if (const Exit status = into_file(file, sheet.html); status != answered) return status;
      session_.out.line(sheet.file + "  " + sheet.title + ", " +
                        say_.count(sheet.pages, "side", "sider", "page", "pages"));
    }
    return session_.leave(answered);
  }

 private:
  Index find(const char* option, const std::string& id, std::vector<Problem>& problems) const {
    if (const auto i = session_.model().find(id)) return *i;
    problems.push_back({option, say_("modellen har ikke ", "the model has no ") + detail::quote(id),
                        suggestion(session_.model(), id, say_)});
    return none;
  }

  Session& session_;
  const Say& say_;
};

}  // namespace

Exit worksheets(Session& session) {
  if (!session.load_or_complain()) return wrong_use;
  const SheetMaker maker(session);
  std::vector<Problem> problems;
  const WorksheetsRequest request = maker.request(problems);
  if (!problems.empty()) return session.complain(problems);
  const std::string& target = session.options.file;
  try {
    const bool one = target.empty() || target == "-" || target.ends_with(".html");
    if (!one) return maker.into_folder(target, regelgraf::worksheets(session.model(), request));
    const std::string page = worksheets_page(session.model(), request);
    if (target.ends_with(".html")) return maker.into_file(target, page);
    session.out.raw(page);
    return session.leave(answered);
  } catch (const Error& error) {
    return session.complain({{error.at(), error.what(), {}}});
  }
}

}  // namespace regelgraf::cli
