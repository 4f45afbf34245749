// JSON text, written value by value.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace entente {

/// Writes one JSON value after the other on one line. Bytes that are not UTF-8 become U+FFFD.
///
///     json.open_object();
///     json.field("name", "Kosovo");
///     json.close_object();
///     out << json.take();
///
/// Values in an order that is not JSON, and raw values that are not UTF-8, throw `std::logic_error`.
class JsonText {
 public:
  void open_object();
  void close_object();
  void open_array();
  void close_array();

  void key(std::string_view name);
  void text(std::string_view value);
  void integer(std::uint64_t value);
  void number(double value);  ///< the shortest decimal that reads back as the same value; null if it is not finite
  void raw(std::string_view json);

  void field(std::string_view name, std::string_view value);
  void field_unless_empty(std::string_view name, std::string_view value);

  /// What was written since the start or the last call.
  std::string take();

 private:
  rapidjson::StringBuffer buffer_;
  rapidjson::Writer<rapidjson::StringBuffer, rapidjson::UTF8<>, rapidjson::UTF8<>, rapidjson::CrtAllocator,
                    rapidjson::kWriteValidateEncodingFlag>
      writer_{buffer_};
};

}  // namespace entente
