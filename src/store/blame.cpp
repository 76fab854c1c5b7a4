// Who set which field of an element.

#include <simdjson.h>

#include <algorithm>

#include "json/parse.hpp"
#include "store/impl.hpp"

namespace regelgraf {

using store::Purpose;
using store::Row;
using store::Transaction;

Blame Store::blame(std::string_view element, std::optional<Instant> recorded_by) const {
  const std::lock_guard lock(impl_->mutex);
  const Transaction transaction(*impl_->database, Purpose::read);
  const auto last = impl_->recorded(recorded_by);
  Blame blame;
  blame.id = element;
  bool there = false;
  std::map<std::string, BlameField> fields;
  simdjson::dom::parser parser;
  impl_->database->run(
      "SELECT state, text FROM versions WHERE sort = 'element' AND id = ?1 AND state <= ?2 ORDER "
      "BY state",
      {element, static_cast<std::int64_t>(last ? last->state : 0)}, [&](const Row& row) {
        const auto state = static_cast<std::uint64_t>(row.integer(0));
        if (row.null(1)) {
          blame.ended = state;
          there = false;
          return true;
        }
        if (!there) {
          fields.clear();
          blame.begun = state;
          blame.ended = 0;
          there = true;
        }
        simdjson::dom::object now;
        if (json::parse(parser, row.text(1)).get(now))
          throw StoreError(
              StoreTrouble::damaged,
              "an element cannot be read: run `store verify`, and go back to a backup");
        std::map<std::string, BlameField> kept;
        for (const auto [name, value] : now) {
          BlameField field{std::string(name), simdjson::minify(value), state};
          const auto was = fields.find(field.field);
          if (was != fields.end() && was->second.value == field.value) field = was->second;
          kept.emplace(field.field, std::move(field));
        }
        fields = std::move(kept);
        return true;
      });
  if (blame.begun == 0)
    throw Error(Errc::unknown_element, "the store never had such an element", "element");
  const auto tell = [&](std::uint64_t state) {
    if (state > 0 && !blame.told.contains(state))
      blame.told.emplace(state, impl_->must_have(state));
  };
  for (auto& [name, field] : fields) {
    tell(field.state);
    blame.fields.push_back(std::move(field));
  }
  tell(blame.begun);
  tell(blame.ended);
  return blame;
}

}  // namespace regelgraf
