#include "store/places.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <stdexcept>

namespace regelgraf::test {
namespace {

std::string as_postgres() {
  return geteuid() == 0 ? "setpriv --reuid=postgres --regid=postgres --init-groups " : "";
}

/// psql and the rest run in a folder that their user may be in.
int shell(const std::string& line) { return std::system(("cd / && " + line).c_str()); }

}  // namespace

PostgresqlServer* PostgresqlServer::get() {
  static const std::unique_ptr<PostgresqlServer> server = [] {
    std::unique_ptr<PostgresqlServer> none;
    std::error_code error;
    for (const auto& version : std::filesystem::directory_iterator("/usr/lib/postgresql", error))
      if (std::filesystem::exists(version.path() / "bin" / "initdb"))
        return std::unique_ptr<PostgresqlServer>(
            new PostgresqlServer((version.path() / "bin").string()));
    return none;
  }();
  return server.get();
}

PostgresqlServer::PostgresqlServer(std::string programs) : programs_(std::move(programs)) {
  const std::string folder = folder_.path().string();
  (void)chmod(folder.c_str(), 0777);
  const std::string user = as_postgres(), log = folder + "/log";
  if (shell(user + programs_ + "/initdb -D " + folder +
            "/data -A trust -U postgres -E UTF8 "
            "--locale=C.UTF-8 > " +
            log + " 2>&1") != 0 ||
      shell(user + programs_ + "/pg_ctl -D " + folder + "/data -w -t 120 -l " + folder +
            "/server.log -o \"-k " + folder +
            " -c listen_addresses='' -c max_connections=40\" "
            "start >> " +
            log + " 2>&1") != 0)
    throw std::runtime_error("PostgreSQL does not start: see " + log);
}

PostgresqlServer::~PostgresqlServer() {
  shell(as_postgres() + programs_ + "/pg_ctl -D " + folder_.path().string() +
        "/data -m immediate stop > /dev/null 2>&1");
}

std::string PostgresqlServer::fresh() {
  const std::string name = "t" + std::to_string(++named_), folder = folder_.path().string();
  if (shell(programs_ + "/createdb -U postgres -h " + folder + " " + name) != 0)
    throw std::runtime_error("createdb failed");
  return "postgresql://postgres@/" + name + "?host=" + folder;
}

int PostgresqlServer::sql(const std::string& address, const std::string& text) {
  return shell("psql -q -v ON_ERROR_STOP=1 '" + address + "' -c \"" + text + "\" > /dev/null 2>&1");
}

}  // namespace regelgraf::test
