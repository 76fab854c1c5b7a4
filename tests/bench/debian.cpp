#include "debian.hpp"

#include <algorithm>
#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "support/build.hpp"

namespace regelgraf::bench {
namespace {

/// What a command of the system prints; empty where it fails.
std::string output_of(const std::string& command) {
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  std::string all;
  if (!pipe) return all;
  std::vector<char> buffer(1 << 16);
  while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), pipe.get()))
    all.append(buffer.data(), got);
  return all;
}

/// Calls @p with for each part of @p text between @p separator, without blanks around it.
void split(std::string_view text, char separator,
           const std::function<void(std::string_view)>& with) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    std::string_view part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
    while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
    if (!part.empty()) with(part);
  }
}

/// `libc6:any (>= 2.36)` is `libc6`.
std::string name_only(std::string_view relation) {
  return std::string(relation.substr(0, relation.find_first_of(" (:[")));
}

struct Package {
  std::string name;
  std::string depends;  ///< Both fields, as the list has them.
  std::string provides;
};

/// The packages of one list: stanzas between empty lines, a field a line.
void read_list(std::string_view list, std::unordered_set<std::string>& seen,
               std::vector<Package>& packages) {
  Package now;
  const auto finish = [&] {
    if (!now.name.empty() && seen.insert(now.name).second) packages.push_back(std::move(now));
    now = {};
  };
  while (!list.empty()) {
    const std::size_t end = std::min(list.find('\n'), list.size());
    const std::string_view line = list.substr(0, end);
    list.remove_prefix(std::min(end + 1, list.size()));
    const auto value = [&](std::string_view field) { return line.substr(field.size()); };
    if (line.empty())
      finish();
    else if (line.starts_with("Package: "))
      now.name = value("Package: ");
    else if (line.starts_with("Depends: "))
      now.depends += std::string(value("Depends: ")) + ",";
    else if (line.starts_with("Pre-Depends: "))
      now.depends += std::string(value("Pre-Depends: ")) + ",";
    else if (line.starts_with("Provides: "))
      now.provides = value("Provides: ");
  }
  finish();
}

std::vector<Package> read_lists() {
  std::vector<std::string> files;
  split(output_of("apt-get indextargets --format '$(FILENAME)' 'Created-By: Packages' 2>/dev/null"),
        '\n', [&](std::string_view file) { files.emplace_back(file); });
  const auto place = [](const std::string& file) {
    return file.find("-security") != std::string::npos  ? 0
           : file.find("-updates") != std::string::npos ? 1
                                                        : 2;
  };
  std::stable_sort(files.begin(), files.end(),
                   [&](const std::string& a, const std::string& b) { return place(a) < place(b); });
  std::vector<Package> packages;
  std::unordered_set<std::string> seen;
  for (const std::string& file : files)  // apt keeps them compressed, in one way or another
    read_list(output_of("/usr/lib/apt/apt-helper cat-file '" + file + "' 2>/dev/null"), seen,
              packages);
  return packages;
}

}  // namespace

std::optional<DebianGraph> debian_graph() {
  const std::vector<Package> packages = read_lists();
  if (packages.empty()) return std::nullopt;

  std::unordered_map<std::string, std::vector<std::string>> known;  // name: who is or provides it
  for (const Package& package : packages) known[package.name].push_back(package.name);
  for (const Package& package : packages)
    split(package.provides, ',',
          [&](std::string_view one) { known[name_only(one)].push_back(package.name); });

  DebianGraph graph;
  Head head;
  head.id = "debian";
  graph.draft.set_head(std::move(head));
  graph.draft.reserve(packages.size());
  for (const Package& package : packages) {
    Element rule = test::rule(package.name);
    split(package.depends, ',', [&](std::string_view clause) {
      Requirement requirement;
      split(clause, '|', [&](std::string_view one) {
        const auto found = known.find(name_only(one));
        if (found == known.end()) return;
        requirement.of.insert(requirement.of.end(), found->second.begin(), found->second.end());
      });
      std::sort(requirement.of.begin(), requirement.of.end());
      requirement.of.erase(std::unique(requirement.of.begin(), requirement.of.end()),
                           requirement.of.end());
      if (requirement.of.empty()) {
        ++graph.dropped;
        return;
      }
      const auto same = [&](const Requirement& other) { return other.of == requirement.of; };
      if (std::any_of(rule.needs.begin(), rule.needs.end(), same))
        return;  // two bounds on a version
      ++graph.clauses;
      rule.needs.push_back(std::move(requirement));
    });
    graph.draft.add(std::move(rule));
  }
  return graph;
}

}  // namespace regelgraf::bench
