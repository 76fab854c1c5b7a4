#include "cli/session.hpp"
namespace regelgraf::cli { Exit worksheets(Session&) { return internal; } }
