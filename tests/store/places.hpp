#pragma once

// Where the stores of the tests are: files in a folder of their own, and databases of a PostgreSQL
// server that the test program starts for itself.

#include <filesystem>
#include <memory>
#include <string>

namespace regelgraf::test {

/// A folder that goes with the value.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  /// A name in it that nobody had yet.
  [[nodiscard]] std::string fresh(const std::string& name = "store.db");

 private:
  std::filesystem::path path_;
  int named_ = 0;
};

/// A PostgreSQL server of Debian's package in a temporary folder, reached by a socket alone.
class PostgresqlServer {
 public:
  /// The one of this program, started at the first call; null where the package is not here.
  static PostgresqlServer* get();
  ~PostgresqlServer();
  PostgresqlServer(const PostgresqlServer&) = delete;
  PostgresqlServer& operator=(const PostgresqlServer&) = delete;
  /// The address of a new, empty database.
  [[nodiscard]] std::string fresh();
  /// Runs SQL in the database at @p address; what psql left with.
  static int sql(const std::string& address, const std::string& text);

 private:
  explicit PostgresqlServer(std::string programs);
  std::string programs_;
  Folder folder_;
  int named_ = 0;
};

}  // namespace regelgraf::test
