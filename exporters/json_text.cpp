#include "json_text.hpp"

#include <cmath>
#include <stdexcept>

#include "clean_text.hpp"
#include "decimal.hpp"

namespace entente {
namespace {

void require(bool written) {
  if (!written) throw std::logic_error("this cannot be written as JSON");
}

rapidjson::SizeType size_of(std::string_view text) {
  return static_cast<rapidjson::SizeType>(text.size());
}

}  // namespace

void JsonText::open_object() {
  require(writer_.StartObject());
}
void JsonText::close_object() {
  require(writer_.EndObject());
}
void JsonText::open_array() {
  require(writer_.StartArray());
}
void JsonText::close_array() {
  require(writer_.EndArray());
}

void JsonText::key(std::string_view name) {
  const std::string valid = valid_utf8(name);
  require(writer_.Key(valid.data(), size_of(valid)));
}

void JsonText::text(std::string_view value) {
  const std::string valid = valid_utf8(value);
  require(writer_.String(valid.data(), size_of(valid)));
}

void JsonText::integer(std::uint64_t value) {
  require(writer_.Uint64(value));
}

void JsonText::number(double value) {
  if (!std::isfinite(value)) return require(writer_.Null());
  const std::string decimal = shortest_decimal(value);
  require(writer_.RawValue(decimal.data(), decimal.size(), rapidjson::kNumberType));
}

void JsonText::raw(std::string_view json) {
  require(!json.empty() && writer_.RawValue(json.data(), json.size(), rapidjson::kObjectType));
}

void JsonText::field(std::string_view name, std::string_view value) {
  key(name);
  text(value);
}

void JsonText::field_unless_empty(std::string_view name, std::string_view value) {
  if (!value.empty()) field(name, value);
}

std::string JsonText::take() {
  require(writer_.IsComplete());
  std::string json(buffer_.GetString(), buffer_.GetSize());
  buffer_.Clear();
  writer_.Reset(buffer_);
  return json;
}

}  // namespace entente
