// JSON for programs that read our reports.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <memory>
#include <string_view>

namespace entente::cli {

/// Writes one JSON text, value by value, indented. Bytes that are not UTF-8 become U+FFFD.
///
///     json.open_object();
///     json.field("name", "Kosovo");
///     json.close_object();
///     json.write_to(out);
class JsonWriter {
 public:
  JsonWriter();
  ~JsonWriter();
  JsonWriter(const JsonWriter&) = delete;
  JsonWriter& operator=(const JsonWriter&) = delete;

  void open_object();
  void close_object();
  void open_array();
  void close_array();
  void key(std::string_view name);
  void text(std::string_view value);
  void integer(std::uint64_t value);
  void number(double value);
  void boolean(bool value);

  void field(std::string_view name, std::string_view value);
  void field_unless_empty(std::string_view name, std::string_view value);

  void write_to(std::ostream&) const;

 private:
  struct Document;
  std::unique_ptr<Document> document_;
};

}  // namespace entente::cli
