#pragma once

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

#include <unistd.h>

namespace regelgraf::test {

/// A temporary folder that goes with the value.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "regelgraf-XXXXXX").string();
    if (!mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
    path_ = name;
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  /// Writes the file @p name in it, which may name folders too.
  std::filesystem::path put(const std::string& name, const std::string& text) const {
    const auto path = path_ / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
    return path;
  }
  /// A name in it that nobody had yet.
  [[nodiscard]] std::string fresh(const std::string& name = "store.db") {
    return (path_ / (std::to_string(++named_) + "-" + name)).string();
  }

 private:
  std::filesystem::path path_;
  int named_ = 0;
};

}  // namespace regelgraf::test
