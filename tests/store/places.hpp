#pragma once

// Where the stores of the tests are: files in a Folder, and databases of a PostgreSQL server that
// the test program starts for itself.

#include <memory>
#include <string>

#include "support/folder.hpp"

namespace regelgraf::test {

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
