#include "formats/model_file.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <set>
#include <utility>

#include <regelgraf/detail/freeze.hpp>
#include <regelgraf/detail/text.hpp>
#include <regelgraf/snapshot.hpp>

#include "files/files.hpp"
#include "formats/builtin_layers.hpp"
#include "formats/bytes.hpp"
#include "formats/element_reader.hpp"
#include "formats/line_windows.hpp"
#include "formats/places.hpp"
#include "formats/quick_reader.hpp"
#include "json/parse.hpp"

namespace regelgraf {
namespace formats {
namespace {

using simdjson::ondemand::json_type;

/// The file was written to while it was read.
struct Changed {};

/// One file while its layers are gathered.
struct FileText {
  std::string name;
  PaddedText text;  // empty while `windows` are gone through
  LineWindows* windows = nullptr;
  Head head;
  bool has_head = false;     // in JSON Lines: was it read?
  std::uint32_t number = 0;  // in the order of opening: the layer of its records for now
  Places places;
  std::vector<json::Located> findings;
  std::size_t first_position = 0;  // of its elements among the records
  std::optional<Lines> lines;

  /// All of it, in memory at last. Throws Changed.
  [[nodiscard]] std::string_view all() {
    if (windows) {
      std::optional<PaddedText> whole = windows->all();
      if (!whole) throw Changed();
      text = std::move(*whole);
      windows = nullptr;
    }
    return text.view();
  }
  /// Made when the first finding asks.
  [[nodiscard]] std::pair<std::size_t, std::size_t> line_and_column(std::size_t offset) {
    if (!lines) lines.emplace(all());
    return lines->at(offset);
  }
};

/// Reads a model file and the layers it extends into one draft.
class Loader {
 public:
  explicit Loader(const LoadOptions& options)
      : options_(options), watch_(options.limits), quick_(records_) {}

  /// @p folder is that of the file; empty: read from memory.
  Frozen run(Bytes bytes, const std::string& name, const std::filesystem::path& folder) {
    const std::string key =
        folder.empty() ? "memory" : files::utf8_of(files::path_of(name).lexically_normal());
    read(std::move(bytes), name, key, folder, folder.empty());
    return finish();
  }

  /// The same for a large file of lines. Nothing where it has to be read as a whole instead, by
  /// another loader: it is no file of lines, is no UTF-8, or was written to meanwhile.
  std::optional<Frozen> run(LineWindows windows, const std::string& name,
                            const std::filesystem::path& folder) {
    if (!windows.next() || !is_lines(windows.text()) ||
        windows.text().find("\n{") == std::string_view::npos)
      return std::nullopt;
    const std::string key = files::utf8_of(files::path_of(name).lexically_normal());
    try {
      open_.push_back(key);
      std::unique_ptr<FileText> file = begin(name, windows.file_size());
      file->windows = &windows;
      json::Reader in({});
      do {
        if (!simdjson::validate_utf8(windows.text())) return std::nullopt;
        in.go_on_in(windows.text(), windows.before());
        read_lines(*file, in, windows.text(), windows.before());
      } while (windows.next());
      if (windows.failed()) return std::nullopt;
      file->findings = std::move(in.findings);
      end(std::move(file), folder, false);
      open_.pop_back();
      return finish();
    } catch (const Changed&) {
      return std::nullopt;
    }
  }

 private:
  /// Reports on a file that was not read, or not to its end.
  void report(const std::string& file, std::string code, Name message) {
    cut_short_ = true;
    Finding finding;
    finding.file = file;
    finding.code = std::move(code);
    finding.message = std::move(message);
    findings_.push_back(std::move(finding));
  }

  /// Reports on the layer that @p by names at @p place of `extends`.
  Finding& report_layer(FileText& by, std::size_t place, std::string_view code, Name message) {
    cut_short_ = true;
    const std::string entry = "extends[" + std::to_string(place) + "]";
    json::Located located;
    located.offset = by.places.find(by.all(), by.places.head, entry);
    located.finding.code = code;
    located.finding.field = "model." + entry;
    located.finding.message = std::move(message);
    by.findings.push_back(std::move(located));
    return by.findings.back().finding;
  }

  /// Reads a file, then its layers. @p key is its one name while files are gathered.
  void read(Bytes bytes, const std::string& name, const std::string& key,
            const std::filesystem::path& folder, bool from_memory) {
    open_.push_back(key);
    if (!bytes.code.empty()) {
      report(name, bytes.code, bytes.message);
    } else {
      std::unique_ptr<FileText> file = begin(name, bytes.text.size());
      file->text = std::move(bytes.text);
      read_text(*file);
      end(std::move(file), folder, from_memory);
    }
    open_.pop_back();
    done_.insert(key);
  }

  std::unique_ptr<FileText> begin(const std::string& name, std::size_t size) {
    auto file = std::make_unique<FileText>();
    file->name = name;
    file->number = opened_++;
    file->first_position = records_.rows.size();
    watch_.stage("read", size);
    records_.expect(size);
    file->places.elements.reserve(detail::Records::expected_elements(size));
    return file;
  }

  /// Reads the layers of a file that was read, and lays it on top of them.
  void end(std::unique_ptr<FileText> file, const std::filesystem::path& folder, bool from_memory) {
    for (std::size_t i = 0; i < file->head.extends.size(); ++i)
      read_layer(*file, i, folder, from_memory);
    files_.push_back(std::move(file));
  }

  static bool is_path(const std::string& name) {
    return name.find('/') != std::string::npos || name.ends_with(".json") ||
           name.ends_with(".jsonl") || name.ends_with(".gz");
  }

  /// The layer that comes with the library under that name.
  static const BuiltinLayer* built_in(std::string_view name) {
    for (const BuiltinLayer& layer : builtin_layers())
      if (layer.name == name) return &layer;
    return nullptr;
  }

  /// The names of the layers that come with the library.
  static std::string built_in_names() {
    std::string names;
    for (const BuiltinLayer& layer : builtin_layers())
      names += (names.empty() ? "" : ", ") + detail::quote(layer.name);
    return names;
  }

  /// Layers first, each once; a layer that waits for itself is a cycle.
  void read_layer(FileText& by, std::size_t place, const std::filesystem::path& folder,
                  bool from_memory) {
    const std::string& layer = by.head.extends[place];
    std::string key = "memory " + layer;
    std::filesystem::path path;
    const BuiltinLayer* own = nullptr;
    const auto in_memory = options_.layers.find(layer);
    if (in_memory == options_.layers.end()) {
      if (is_path(layer) && !from_memory) {
        path = folder / files::path_of(layer);
      } else if (!is_path(layer)) {
        std::error_code none;  // what cannot be looked at is not there
        for (const auto& installed : options_.layer_folders)
          for (const char* ending : {".json", ".jsonl", ".json.gz", ".jsonl.gz"}) {
            std::filesystem::path file = installed / files::path_of(layer + ending);
            if (path.empty() && std::filesystem::is_regular_file(file, none))
              path = std::move(file);
          }
      }
      if (path.empty()) own = built_in(layer);
      if (path.empty() && !own) {
        report_layer(by, place, "unknown_layer",
                     {"laget " + detail::quote(layer) + " er ikke installeret",
                      "the layer " + detail::quote(layer) + " is not installed"})
            .advice = {"med biblioteket følger " + built_in_names(),
                       "the library comes with " + built_in_names()};
        return;
      }
      key = own ? "built in " + layer : files::utf8_of(path.lexically_normal());
    }
    if (std::find(open_.begin(), open_.end(), key) != open_.end()) {
      report_layer(by, place, "cycle",
                   {"extends går i ring over " + detail::quote(layer),
                    "extends goes in a circle over " + detail::quote(layer)});
      return;
    }
    if (done_.contains(key)) return;
    const auto shown = [](const std::string& name) {  // a name that a file gave is text, too
      return detail::has_cpr(name) ? std::string("DDMMYY-NNNN") : name;
    };
    if (in_memory != options_.layers.end())
      read(read_text_bytes(in_memory->second), shown(layer), key, {}, true);
    else if (own)
      read(read_own(own->packed), layer, key, {}, true);
    else
      read(read_file(path, options_.max_bytes), shown(files::utf8_of(path)), key,
           path.parent_path(), false);
  }

  [[nodiscard]] Bytes read_text_bytes(const std::string& text) const {
    return formats::read_text(text, options_.max_bytes);
  }

  void read_text(FileText& file) {
    const std::string_view text = file.text.view();
    json::Reader in(text);
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
      report(file.name, "empty", {"filen er tom", "the file is empty"});
      return;
    }
    if (!simdjson::validate_utf8(text)) {
      const std::size_t at = detail::find_invalid_utf8(text);
      cut_short_ = true;
      in.report(at, "bad_utf8", "teksten er ikke UTF-8", "the text is not UTF-8").advice = {
          "gem filen som UTF-8", "save the file as UTF-8"};
      file.findings = std::move(in.findings);
      return;
    }
    if (is_lines(text))
      read_lines(file, in, text, 0);
    else
      read_document(file, in);
    file.findings = std::move(in.findings);
  }

  /// Is the text JSON Lines? A head alone on the first line, and behind it an element, or nothing
  /// and no `elements`, is JSON Lines.
  static bool is_lines(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return false;
    const std::size_t line_end = std::min(text.find('\n', first), text.size());
    const std::size_t next = text.find_first_not_of(" \t\r\n", line_end);
    const std::string_view line = text.substr(first, line_end - first);
    return line.find_last_not_of(" \t\r") != std::string_view::npos &&
           line[line.find_last_not_of(" \t\r")] == '}' &&
           (next == std::string_view::npos ? line.find("\"elements\"") == std::string_view::npos
                                           : text[next] == '{');
  }

  static void expect_end(simdjson::ondemand::document& document) {
    const char* at = nullptr;
    if (document.current_location().get(at) == simdjson::SUCCESS)
      throw simdjson::simdjson_error(simdjson::TAPE_ERROR);  // something follows the value
  }

  void bad_json(json::Reader& in, std::size_t at, const simdjson::simdjson_error& error) {
    cut_short_ = true;
    std::string why = error.what();
    if (const std::size_t stop = why.find_first_of(".:("); stop != std::string::npos)
      why.resize(stop);
    in.report(at, "bad_json", "her er teksten ikke JSON (" + why + ")",
              "the text is no JSON here (" + why + ")");
  }

  /// Runs @p body over the document at @p text, which lies in padded text; JSON errors become a
  /// finding at their place.
  template <class Body>
  bool with_document(json::Reader& in, std::string_view text, const Body& body) {
    const std::size_t start = in.offset_of(text.data());
    try {
      simdjson::ondemand::document document =
          json::begin(parser_, text, text.size() + simdjson::SIMDJSON_PADDING);
      try {
        body(document);
        return true;
      } catch (const simdjson::simdjson_error& error) {
        const char* at = nullptr;
        std::size_t offset = start + text.size();
        if (document.current_location().get(at) == simdjson::SUCCESS)
          offset = std::min(offset, in.offset_of(at));
        bad_json(in, offset, error);
      }
    } catch (const simdjson::simdjson_error& error) {
      bad_json(in, Places::suspect(text) + start, error);
    }
    return false;
  }

  /// False where the document is no object.
  template <class Read>
  static bool top_level(json::Reader& in, simdjson::ondemand::document& document,
                        const Read& read) {
    if (document.type() != json_type::object) {
      in.report(0, "wrong_type", "en modelfil er et objekt", "a model file is an object").advice = {
          "{\"regelgraf\": 1, \"model\": {...}, \"elements\": [...]}",
          "{\"regelgraf\": 1, \"model\": {...}, \"elements\": [...]}"};
      return false;
    }
    json::Object object = document.get_object();
    in.fields_of(object, read);
    return true;
  }

  static bool version(json::Reader& in, json::Value& value) {
    const std::size_t at = in.offset_of(value);
    double number = 0;
    if (in.number(value, number) && number != 1)
      in.report(at, "unknown_version", "kun version 1 kendes", "only version 1 is known");
    return true;
  }

  static void require(json::Reader& in, std::size_t at, bool given, const char* field) {
    if (given) return;
    in.report(at, "missing_field", std::string("feltet `") + field + "` mangler",
              std::string("the field `") + field + "` is missing")
        .field = field;
  }

  void read_element(FileText& file, json::Reader& in, json::Value& value) {
    ElementReader reader(in);
    const std::size_t at = in.offset_of(value);
    Element element;
    if (!reader.element(value, element)) {
      dropped_.insert(element.id);
      return;
    }
    file.places.elements.push_back(at);
    records_.add(std::move(element), file.number);
  }

  /// The element at @p at of the @p text behind the first @p before bytes, if it is of the common
  /// form; the place behind it in the text, else 0.
  std::size_t read_quickly(FileText& file, std::string_view text, std::size_t at,
                           std::size_t before, bool on_one_line) {
    const std::size_t end = quick_.element(text, at, file.number, on_one_line);
    if (end != 0) file.places.elements.push_back(before + at);
    return end;
  }

  void read_document(FileText& file, json::Reader& in) {
    bool has_version = false, has_model = false, has_elements = false;
    std::size_t read_to = 0;
    with_document(in, file.text.view(), [&](auto& document) {
      const bool object = top_level(in, document, [&](std::string_view key, json::Value& value) {
        if (key == "regelgraf") return has_version = version(in, value);
        if (key == "model") {
          has_model = true;
          file.places.head = in.offset_of(value);
          ElementReader(in).head(value, file.head);
        } else if (key == "elements") {
          has_elements = true;
          in.each(value, [&](json::Value& one) {
            const std::size_t at = in.offset_of(one);
            watch_.must_step(at - std::min(at, std::exchange(read_to, at)), 1000);
            if (read_quickly(file, file.text.view(), at, 0, false) == 0)
              read_element(file, in, one);
          });
        } else {
          return false;
        }
        return true;
      });
      if (!object) return;
      expect_end(document);
      require(in, 0, has_version, "regelgraf");
      require(in, 0, has_model, "model");
      require(in, 0, has_elements, "elements");
    });
  }

  /// The lines of @p text, behind the first @p before bytes of the file.
  void read_lines(FileText& file, json::Reader& in, std::string_view text, std::size_t before) {
    for (std::size_t at = 0; at < text.size();) {
      if (file.has_head && text[at] == '{') {
        const std::size_t after = read_quickly(file, text, at, before, true);
        const std::size_t line_end = after + (text.substr(after).starts_with("\r\n") ? 1 : 0);
        if (after != 0 && (after == text.size() || text[line_end] == '\n')) {
          watch_.must_step(line_end + 1 - at, 500);
          at = line_end + 1;
          continue;
        }
        if (after != 0) {  // something follows the element on its line
          records_.drop_last();
          file.places.elements.pop_back();
        }
      }
      const std::size_t end = std::min(text.find('\n', at), text.size());
      watch_.must_step(end - at, 2000);
      std::string_view line = text.substr(at, end - at);
      at = end + 1;
      const std::size_t start = line.find_first_not_of(" \t\r");
      if (start == std::string_view::npos) continue;
      line = line.substr(start, line.find_last_not_of(" \t\r") - start + 1);
      in.leave_element();
      with_document(in, line, [&](auto& document) {
        if (!file.has_head) {
          file.has_head = true;
          const std::size_t first = in.offset_of(line.data());
          bool has_version = false, has_model = false;
          const bool object =
              top_level(in, document, [&](std::string_view key, json::Value& value) {
                if (key == "regelgraf") return has_version = version(in, value);
                if (key != "model") return false;
                has_model = true;
                file.places.head = in.offset_of(value);
                return ElementReader(in).head(value, file.head), true;
              });
          if (!object) return;
          require(in, first, has_version, "regelgraf");
          require(in, first, has_model, "model");
        } else {
          simdjson::ondemand::value value = document.get_value();
          read_element(file, in, value);
        }
        expect_end(document);
      });
    }
  }

  Frozen finish() {
    std::vector<std::uint32_t> layer(opened_, 0);
    for (std::size_t i = 0; i < files_.size(); ++i) {
      records_.layers.push_back(files_[i]->head);
      layer[files_[i]->number] = static_cast<std::uint32_t>(i);
    }
    if (files_.empty()) records_.layers.emplace_back();
    if (files_.size() > 1)
      for (detail::Records::Row& row : records_.rows) row.layer = layer[row.layer];
    Frozen frozen = detail::Freezer::run(std::move(records_), options_.allow_personal_data, watch_);
    place(frozen.findings);
    for (const auto& file : files_)
      for (json::Located& located : file->findings) {
        located.finding.file = file->name;
        std::tie(located.finding.line, located.finding.column) =
            file->line_and_column(located.offset);
        findings_.push_back(std::move(located.finding));
      }
    // What was not read may be what a reference misses: do not blame the reference.
    std::erase_if(frozen.findings, [&](const Finding& f) {
      return f.code == "unknown_id" &&
             (cut_short_ || std::any_of(f.elements.begin(), f.elements.end(),
                                        [&](const auto& id) { return dropped_.contains(id); }));
    });
    if (has_errors(findings_)) frozen.model.reset();
    findings_.insert(findings_.end(), frozen.findings.begin(), frozen.findings.end());
    std::stable_sort(findings_.begin(), findings_.end(), [](const Finding& a, const Finding& b) {
      return std::tie(a.file, a.line, a.column, a.element, a.field, a.code) <
             std::tie(b.file, b.line, b.column, b.element, b.field, b.code);
    });
    // Reader and validator may both miss a field.
    findings_.erase(std::unique(findings_.begin(), findings_.end(),
                                [](const Finding& a, const Finding& b) {
                                  return a.code == b.code && a.element == b.element &&
                                         a.field == b.field && a.file == b.file &&
                                         a.line == b.line && a.column == b.column;
                                }),
                    findings_.end());
    frozen.findings = std::move(findings_);
    return frozen;
  }

  /// Gives the findings of freeze() their file, line and column.
  void place(std::vector<Finding>& findings) {
    std::size_t searched = 0;
    for (Finding& finding : findings) {
      const bool of_head = finding.position == Finding::no_position;
      const auto owner = std::find_if(files_.begin(), files_.end(), [&](const auto& file) {
        return of_head ? file->head.id == finding.file
                       : finding.position >= file->first_position &&
                             finding.position < file->first_position + file->places.elements.size();
      });
      FileText& file = owner == files_.end() ? *files_.back() : **owner;
      const std::string_view text = file.all();
      std::size_t at =
          of_head ? file.places.head : file.places.elements[finding.position - file.first_position];
      if (searched < most_searched) {
        searched += file.places.end_of(text, at) - at;
        at = file.places.find(text, at, finding.field);
      }
      finding.file = file.name;
      std::tie(finding.line, finding.column) = file.line_and_column(at);
    }
  }

  // A place costs a pass over its element; after so many bytes that of the element itself will do.
  static constexpr std::size_t most_searched = std::size_t{1} << 30;

  const LoadOptions& options_;
  detail::Watch watch_;
  detail::Records records_;
  QuickReader quick_;
  std::uint32_t opened_ = 0;  // files
  simdjson::ondemand::parser parser_;
  std::vector<std::unique_ptr<FileText>> files_;  // layers before what stands on them
  std::vector<std::string> open_;
  std::set<std::string> done_;
  std::vector<Finding> findings_;
  bool cut_short_ = false;         // some file was not read to its end
  std::set<std::string> dropped_;  // ids of elements that could not be read
};

}  // namespace
}  // namespace formats

namespace {

/// What @p load gives, as freeze() would give it: what is wrong with a snapshot is a finding.
template <class Load>
Frozen from_snapshot(const std::string& name, const LoadOptions& options, const Load& load) {
  SnapshotOptions reading;
  reading.max_bytes = options.max_bytes;
  reading.limits = options.limits;
  Frozen frozen;
  try {
    frozen.model = load(reading);
    frozen.findings = frozen.model->findings();
  } catch (const Error& error) {
    if (error.code() == Errc::cancelled) throw;
    Finding& finding = frozen.findings.emplace_back();
    finding.code = error.code() == Errc::invalid_model ? "bad_snapshot" : to_text(error.code());
    finding.file = name;
    finding.message = {std::string("øjebliksbilledet kan ikke bruges: ") + error.what(),
                       error.what()};
  }
  return frozen;
}

}  // namespace

Frozen load_model(const std::filesystem::path& path, const LoadOptions& options) {
  if (path != "-" && is_snapshot_file(path))
    return from_snapshot(files::utf8_of(path), options, [&](const SnapshotOptions& reading) {
      return load_snapshot(path, reading);
    });
  std::filesystem::path folder = path == "-" ? std::filesystem::path(".") : path.parent_path();
  if (folder.empty()) folder = ".";
  if (auto windows = formats::LineWindows::open(path, options.max_bytes))
    if (auto frozen =
            formats::Loader(options).run(std::move(*windows), files::utf8_of(path), folder))
      return std::move(*frozen);
  formats::Bytes bytes = formats::read_file(path, options.max_bytes);
  if (is_snapshot(bytes.text.view()))  // from standard input
    return load_model_text(bytes.text.view(), "standard input", options);
  return formats::Loader(options).run(
      std::move(bytes), path == "-" ? "standard input" : files::utf8_of(path), folder);
}

Frozen load_model_text(std::string_view text, const std::string& name, const LoadOptions& options) {
  if (is_snapshot(text))
    return from_snapshot(name, options, [&](const SnapshotOptions& reading) {
      return load_snapshot_bytes(text, reading);
    });
  return formats::Loader(options).run(formats::read_text(text, options.max_bytes), name, {});
}

}  // namespace regelgraf
