#include "json_writer.hpp"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <ostream>
#include <string>

#include <entente/unicode.hpp>

namespace entente::cli {
namespace {

std::string valid_utf8(std::string_view text) {
  std::string valid;
  for (auto offset = first_invalid_utf8(text); offset; offset = first_invalid_utf8(text)) {
    valid.append(text.substr(0, *offset)).append("\xEF\xBF\xBD");
    text.remove_prefix(*offset + 1);
  }
  return valid.append(text);
}

}  // namespace

struct JsonWriter::Document {
  rapidjson::StringBuffer buffer;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> writer{buffer};
};

JsonWriter::JsonWriter() : document_(std::make_unique<Document>()) {
  document_->writer.SetIndent(' ', 2);
}
JsonWriter::~JsonWriter() = default;

void JsonWriter::open_object() {
  document_->writer.StartObject();
}
void JsonWriter::close_object() {
  document_->writer.EndObject();
}
void JsonWriter::open_array() {
  document_->writer.StartArray();
}
void JsonWriter::close_array() {
  document_->writer.EndArray();
}
void JsonWriter::key(std::string_view name) {
  document_->writer.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
}
void JsonWriter::text(std::string_view value) {
  const std::string valid = valid_utf8(value);
  document_->writer.String(valid.data(), static_cast<rapidjson::SizeType>(valid.size()));
}
void JsonWriter::integer(std::uint64_t value) {
  document_->writer.Uint64(value);
}
void JsonWriter::number(double value) {
  document_->writer.Double(value);
}
void JsonWriter::boolean(bool value) {
  document_->writer.Bool(value);
}

void JsonWriter::field(std::string_view name, std::string_view value) {
  key(name);
  text(value);
}

void JsonWriter::field_unless_empty(std::string_view name, std::string_view value) {
  if (!value.empty()) field(name, value);
}

void JsonWriter::write_to(std::ostream& out) const {
  out.write(document_->buffer.GetString(), static_cast<std::streamsize>(document_->buffer.GetSize()));
  out << '\n';
}

}  // namespace entente::cli
