#include "tables/findings_json.hpp"

#include <regelgraf/finding_text.hpp>

#include "json/writer.hpp"

namespace regelgraf::tables {

std::string findings_json(std::string_view done, std::string_view id, std::string_view digest,
                          const std::vector<Finding>& findings) {
  json::Writer out;
  out.begin_object().key(done).string("delegation-plan").key("model");
  if (id.empty())
    out.null();
  else
    out.begin_object().key("id").string(id).key("digest").string(digest).end_object();
  out.key("findings").begin_array();
  for (const Finding& one : findings) out.raw(json_of(one));
  return out.end_array().end_object().take();
}

}  // namespace regelgraf::tables
