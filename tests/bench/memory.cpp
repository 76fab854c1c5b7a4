#include "memory.hpp"

#include <malloc.h>
#include <sys/resource.h>

#include <fstream>
#include <string>

namespace regelgraf::bench {

namespace {

/// A line of /proc/self/status, in bytes.
double status(const std::string& name) {
  std::ifstream file("/proc/self/status");
  for (std::string line; std::getline(file, line);)
    if (line.starts_with(name + ':')) return std::stod(line.substr(name.size() + 1)) * 1024;
  return 0;
}

}  // namespace

double resident() {
  malloc_trim(0);
  return status("RssAnon");
}

double peak() {
  if (const double most = status("VmHWM"); most > 0) return most;
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) * 1024;
}

void reset_peak() { std::ofstream("/proc/self/clear_refs") << "5"; }

double bytes_of_names(const Model& model) {
  std::size_t bytes = 0;
  const auto count = [&](const std::string& text) { bytes += text.size(); };
  for (Index i = 0; i < model.size(); ++i) {
    const Element element = model.element(i);
    for (const std::string* text : {&element.id, &element.name.da, &element.name.en}) count(*text);
    if (element.source) {
      const Source& source = *element.source;
      for (const std::string* text : {&source.text, &source.eli, &source.uri, &source.accession,
                                      &source.paragraph, &source.edition})
        count(*text);
    }
    if (element.note) count(*element.note);
    for (const std::string& tag : element.tags) count(tag);
  }
  return static_cast<double>(bytes);
}

std::size_t listed_dependencies(const Model& model) {
  std::size_t count = 0;
  for (std::uint32_t r = 0; r < model.requirement_count(); ++r) count += model.listed(r).size();
  return count;
}

}  // namespace regelgraf::bench
