#include "json_tokens.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cstring>
#include <optional>
#include <vector>

#include <rapidjson/reader.h>
#include <entente/unicode.hpp>

namespace entente {
namespace {

constexpr std::size_t longest_quotation = 48;  // bytes

/// How many of the first bytes of a text are characters of ASCII that mean nothing within a string: none of them is a
/// quote, a backslash or a control character. Eight bytes are looked at together; whichever test finds something, the
/// lowest byte with its highest bit set is the first that it found.
std::size_t plain_length(const char* text, const char* end) {
  const char* at = text;
  if constexpr (std::endian::native == std::endian::little) {
    constexpr std::uint64_t each = 0x0101010101010101U;
    for (std::uint64_t bytes = 0; static_cast<std::size_t>(end - at) >= sizeof bytes; at += sizeof bytes) {
      std::memcpy(&bytes, at, sizeof bytes);
      const std::uint64_t quote = bytes ^ (each * '"');
      const std::uint64_t backslash = bytes ^ (each * '\\');
      const std::uint64_t found =
          (((quote - each) & ~quote) | ((backslash - each) & ~backslash) | (bytes - each * ' ') | bytes) &
          (each * 0x80U);
      if (found != 0) return static_cast<std::size_t>(at - text) + static_cast<unsigned>(std::countr_zero(found)) / 8U;
    }
  }
  while (at != end && *at != '"' && *at != '\\' && *at >= ' ' && static_cast<unsigned char>(*at) < 0x80U) ++at;
  return static_cast<std::size_t>(at - text);
}

/// Bytes that RapidJSON reads without a copy of the stream, so that the position is right within every event, and in
/// place: the text of a string stays where it is written. Only one with escapes is put together elsewhere.
class ByteStream : public rapidjson::StringStream {
 public:
  ByteStream(std::string_view bytes, std::size_t begin)
      : rapidjson::StringStream(bytes.data()), end_(bytes.data() + bytes.size()) {
    src_ += begin;
  }

  /// Passes over white space, and then over that character if it is there.
  bool pass(char c) {
    rapidjson::SkipWhitespace(*this);
    if (Peek() != c) return false;
    Take();
    return true;
  }

  /// Takes the plain characters that are here over into the text, and gives their number.
  std::size_t put_plain() {
    const std::size_t length = plain_length(src_, end_);
    if (has_escapes_) {
      resolved_.append(src_, length);
    } else {
      as_written_ += length;
    }
    src_ += length;
    return length;
  }
  /// Whether the character has all the bytes that its first one promises, all of which RapidJSON takes before it
  /// judges.
  [[nodiscard]] bool has_whole_character() const {
    const auto first = static_cast<unsigned char>(*src_);
    const std::ptrdiff_t length = first >= 0xF0U ? 4 : first >= 0xE0U ? 3 : first >= 0xC0U ? 2 : 1;
    return end_ - src_ >= length;
  }
  /// The text of the last string: where it is written, or, if it has escapes, here up to the next one.
  [[nodiscard]] std::string_view text() const {
    return has_escapes_ ? std::string_view(resolved_) : std::string_view(begin_, as_written_);
  }

  // NOLINTBEGIN(readability-identifier-naming): RapidJSON calls them so when it reads in place
  char* PutBegin() {
    begin_ = src_;
    as_written_ = 0;
    has_escapes_ = false;
    return nullptr;
  }
  void Put(char c) {
    const bool is_end = c == '\0' && src_[-1] == '"';  // the zero that it puts behind a text
    if (is_end) return;
    if (!has_escapes_ && src_ == begin_ + as_written_ + 1 && c == src_[-1]) {
      ++as_written_;
    } else [[unlikely]] {
      put_escaped(c);
    }
  }
  std::size_t PutEnd(char*) { return text().size() + 1; }
  // NOLINTEND(readability-identifier-naming)

 private:
  void put_escaped(char c) {
    if (!has_escapes_) resolved_.assign(begin_, as_written_);
    has_escapes_ = true;
    resolved_ += c;
  }

  const char* end_;
  const char* begin_ = nullptr;  // of the text of a string
  std::size_t as_written_ = 0;   // the length of what it begins with that is written so
  bool has_escapes_ = false;
  std::string resolved_;  // if it has
};

/// UTF-8 of which RapidJSON, when it asks whether a character is valid, gets all plain ones up to the next other one.
struct PlainTexts : rapidjson::UTF8<> {
  using rapidjson::UTF8<>::Validate;
  // NOLINTNEXTLINE(readability-identifier-naming): RapidJSON calls it so
  static bool Validate(ByteStream& in, ByteStream& out) {
    return in.put_plain() > 0 || (in.has_whole_character() && rapidjson::UTF8<>::Validate(in, out));
  }
};

using Reader = rapidjson::GenericReader<PlainTexts, PlainTexts>;
constexpr unsigned parse_flags =
    rapidjson::kParseInsituFlag | rapidjson::kParseValidateEncodingFlag | rapidjson::kParseFullPrecisionFlag;

bool is_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '.' ||
         c == '+' || c == '-';
}

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

std::string in_hexadecimal(char c) {
  constexpr std::string_view digits = "0123456789abcdef";
  const auto byte = static_cast<unsigned char>(c);
  return {'0', 'x', digits[byte >> 4U], digits[byte & 15U]};
}

/// The word or character at an offset, with what precedes it in the same word.
ByteSpan word_around(std::string_view bytes, std::size_t offset) {
  ByteSpan word{offset, offset};
  while (word.begin > 0 && is_word(bytes[word.begin - 1])) --word.begin;
  while (word.end < bytes.size() && is_word(bytes[word.end])) ++word.end;
  if (word.end == word.begin) ++word.end;
  return word;
}

/// Words for what stands at a place where something else was expected.
std::string found(std::string_view bytes, ByteSpan span) {
  const char first = bytes[span.begin];
  if (first == '\n' || first == '\r') return "the end of the line";
  if (first < ' ' || first == '\x7F') return "byte " + in_hexadecimal(first);
  return "'" + quoted(bytes, span) + "'";
}

/// The value of the four hexadecimal digits at `at`, or nothing.
std::optional<unsigned> hexadecimal_at(std::string_view bytes, std::size_t at) {
  if (at + 4 > bytes.size()) return std::nullopt;
  unsigned value = 0;
  const char* const end = bytes.data() + at + 4;
  const auto result = std::from_chars(bytes.data() + at, end, value, 16);
  if (result.ptr != end) return std::nullopt;
  return value;
}

/// The place of an escape for the second half of a surrogate pair without the first, in a string without other faults.
/// RapidJSON lets these pass.
std::optional<std::size_t> lone_low_surrogate(std::string_view bytes, ByteSpan string) {
  for (std::size_t i = string.begin; i < string.end; ++i) {
    if (bytes[i] != '\\') continue;
    if (bytes[++i] != 'u') continue;
    const unsigned unit = *hexadecimal_at(bytes, i + 1);
    if (unit >= 0xDC00 && unit <= 0xDFFF) return i - 1;
    i += unit >= 0xD800 && unit <= 0xDBFF ? 10 : 4;
  }
  return std::nullopt;
}

void report_half_pair(std::string_view bytes, std::size_t escape, Diagnostics& diagnostics) {
  const ByteSpan span{escape, escape + 6};
  diagnostics.error(
      Problem::invalid_encoding, span,
      quoted(bytes, span) + " is half of a surrogate pair: expected both halves, or the character itself");
}

/// Turns the events of RapidJSON into ours: finds where each token begins, and watches over depth and surrogates.
class EventSource {
 public:
  /// An iterative parser tells of a bracket when it stands before it, a recursive one when it is past it.
  EventSource(std::string_view bytes, const ByteStream& stream, std::size_t max_depth, bool is_past_brackets,
              JsonEvents& events, Diagnostics& diagnostics)
      : bytes_(bytes),
        stream_(stream),
        max_depth_(max_depth),
        past_bracket_(is_past_brackets ? 1 : 0),
        events_(events),
        diagnostics_(diagnostics),
        last_end_(stream.Tell()) {}

  // NOLINTBEGIN(readability-identifier-naming): RapidJSON calls them so
  bool Null() { return events_.scalar({JsonKind::null, take_token(), {}}); }
  bool Bool(bool) { return events_.scalar({JsonKind::boolean, take_token(), {}}); }
  bool Int(int value) { return Double(value); }
  bool Uint(unsigned value) { return Double(value); }
  bool Int64(std::int64_t value) { return Double(static_cast<double>(value)); }
  bool Uint64(std::uint64_t value) { return Double(static_cast<double>(value)); }
  bool Double(double value) { return events_.scalar({JsonKind::number, take_token(), {}, value}); }
  bool RawNumber(const char*, rapidjson::SizeType, bool) { return false; }
  bool String(const char*, rapidjson::SizeType, bool) {
    const JsonValue string = taken_string();
    return is_sound(string) && events_.scalar(string);
  }
  bool Key(const char*, rapidjson::SizeType, bool) {
    const JsonValue name = taken_string();
    return is_sound(name) && events_.key(name);
  }
  bool StartObject() { return open(JsonKind::object); }
  bool StartArray() { return open(JsonKind::list); }
  bool EndObject(rapidjson::SizeType) { return close(); }
  bool EndArray(rapidjson::SizeType) { return close(); }
  // NOLINTEND(readability-identifier-naming)

  [[nodiscard]] const std::vector<std::size_t>& open_brackets() const { return open_; }

 private:
  ByteSpan take_token() {
    std::size_t begin = last_end_;
    while (is_between_tokens(bytes_[begin])) ++begin;
    last_end_ = stream_.Tell();
    return {begin, last_end_};
  }

  JsonValue taken_string() { return {JsonKind::string, take_token(), stream_.text()}; }

  static bool is_between_tokens(char c) {
    return c == ' ' || c == ',' || c == ':' || c == '\n' || c == '\r' || c == '\t';
  }

  bool open(JsonKind kind) {
    const std::size_t begin = stream_.Tell() - past_bracket_;
    last_end_ = begin + 1;
    if (open_.size() == max_depth_) {
      diagnostics_.error(Problem::nesting_too_deep, {begin, begin + 1},
                         "lists and objects are nested too deep: expected at most " + std::to_string(max_depth_) +
                             " within each other");
      return false;
    }
    open_.push_back(begin);
    return events_.open(kind, begin);
  }

  bool close() {
    open_.pop_back();
    last_end_ = stream_.Tell() + 1 - past_bracket_;
    return events_.close(last_end_);
  }

  bool is_sound(const JsonValue& string) {
    const bool has_escapes = string.span.end - string.span.begin != string.text.size() + 2;
    if (!has_escapes) return true;
    const auto place = lone_low_surrogate(bytes_, string.span);
    if (place) report_half_pair(bytes_, *place, diagnostics_);
    return !place;
  }

  std::string_view bytes_;
  const ByteStream& stream_;
  std::size_t max_depth_;
  std::size_t past_bracket_;
  JsonEvents& events_;
  Diagnostics& diagnostics_;
  std::size_t last_end_;
  std::vector<std::size_t> open_;
};

/// What would have been right in the place of a syntax error.
std::string_view expected_by(rapidjson::ParseErrorCode code) {
  switch (code) {
    case rapidjson::kParseErrorDocumentEmpty:
      return "'{'";
    case rapidjson::kParseErrorDocumentRootNotSingular:
      return "the end of the document";
    case rapidjson::kParseErrorObjectMissName:
      return "the name of a field in double quotes";
    case rapidjson::kParseErrorObjectMissColon:
      return "':' and a value after the name of the field";
    case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket:
      return "',' or '}' after the value of the field";
    case rapidjson::kParseErrorArrayMissCommaOrSquareBracket:
      return "',' or ']' after the item of the list";
    case rapidjson::kParseErrorStringMissQuotationMark:
      return "'\"' at the end of the string";
    case rapidjson::kParseErrorStringUnicodeEscapeInvalidHex:
      return "four hexadecimal digits after '\\u'";
    case rapidjson::kParseErrorStringEscapeInvalid:
      return "an escape that JSON knows, such as '\\n', '\\\"' or '\\\\'";
    case rapidjson::kParseErrorNumberMissFraction:
      return "a digit after the decimal point";
    case rapidjson::kParseErrorNumberMissExponent:
      return "a digit in the exponent";
    case rapidjson::kParseErrorNumberTooBig:
      return "a number below 1.8e308";
    default:
      return "a value";
  }
}

/// Reports what RapidJSON stumbled over.
class SyntaxError {
 public:
  SyntaxError(std::string_view bytes, const EventSource& source, Diagnostics& diagnostics)
      : bytes_(bytes), source_(source), diagnostics_(diagnostics) {}

  void report(rapidjson::ParseErrorCode code, std::size_t offset) const {
    if (code == rapidjson::kParseErrorStringUnicodeSurrogateInvalid) {
      return report_half_pair(bytes_, offset, diagnostics_);
    }
    if (offset >= bytes_.size()) return report_end(code);
    if (code == rapidjson::kParseErrorStringInvalidEncoding || !is_text(offset)) {
      return report_encoding(offset);
    }
    if (bytes_[offset] == '\0') return report_found(expected_at_zero(code), {offset, offset + 1});
    if (code == rapidjson::kParseErrorStringEscapeInvalid && bytes_[offset] != '\\') {
      return report_control_character(offset);
    }
    const bool is_outermost = code == rapidjson::kParseErrorValueInvalid && source_.open_brackets().empty();
    report_found(expected_by(is_outermost ? rapidjson::kParseErrorDocumentEmpty : code), offending(code, offset));
  }

 private:
  void report_found(std::string_view expected, ByteSpan span) const {
    diagnostics_.error(Problem::syntax, span, "expected " + std::string(expected) + ", found " + found(bytes_, span));
  }

  void report_end(rapidjson::ParseErrorCode code) const {
    const ByteSpan end{bytes_.size(), bytes_.size()};
    if (code == rapidjson::kParseErrorDocumentEmpty) {
      return diagnostics_.error(Problem::empty_document, end, "the document is empty: expected '{'");
    }
    std::string message = "the document ends too early: expected " + std::string(expected_by(code));
    if (!source_.open_brackets().empty()) {
      const std::size_t bracket = source_.open_brackets().back();
      message += "; the '" + std::string(1, bytes_[bracket]) + "' of line " +
                 std::to_string(position_at(bytes_, bracket).line) + " is still open";
    }
    diagnostics_.error(Problem::syntax, end, std::move(message));
  }

  void report_encoding(std::size_t offset) const {
    diagnostics_.error(Problem::invalid_encoding, {offset, offset + 1},
                       "expected text in UTF-8, found byte " + in_hexadecimal(bytes_[offset]));
  }

  void report_control_character(std::size_t offset) const {
    const ByteSpan span{offset, offset + 1};
    diagnostics_.error(Problem::syntax, span,
                       "expected '\"' at the end of the string, found " + found(bytes_, span) +
                           "; within a string it is written as an escape such as '\\n'");
  }

  /// A zero byte looks like the end to RapidJSON; after the whole value it hides what follows.
  static std::string_view expected_at_zero(rapidjson::ParseErrorCode code) {
    return expected_by(code == rapidjson::kParseErrorNone ? rapidjson::kParseErrorDocumentRootNotSingular : code);
  }

  /// Whether a whole code point is there.
  [[nodiscard]] bool is_text(std::size_t offset) const {
    return first_invalid_utf8(bytes_.substr(offset, 4)).value_or(4) > 0;
  }

  [[nodiscard]] ByteSpan offending(rapidjson::ParseErrorCode code, std::size_t offset) const {
    if (code == rapidjson::kParseErrorStringEscapeInvalid ||
        code == rapidjson::kParseErrorStringUnicodeEscapeInvalidHex) {
      return {offset, std::min(offset + 2, bytes_.size())};
    }
    ByteSpan span = word_around(bytes_, offset);
    while (span.end < bytes_.size() && is_continuation(bytes_[span.end])) ++span.end;
    return span;
  }

  std::string_view bytes_;
  const EventSource& source_;
  Diagnostics& diagnostics_;
};

}  // namespace

bool read_json(std::string_view bytes, std::size_t max_depth, JsonEvents& events, Diagnostics& diagnostics) {
  ByteStream stream(bytes, bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
  EventSource source(bytes, stream, max_depth, false, events, diagnostics);
  Reader reader;
  const rapidjson::ParseResult result = reader.Parse<parse_flags | rapidjson::kParseIterativeFlag>(stream, source);
  if (result.Code() == rapidjson::kParseErrorTermination) return false;
  if (!result.IsError() && stream.Tell() == bytes.size()) return true;
  SyntaxError(bytes, source, diagnostics).report(result.Code(), result.IsError() ? result.Offset() : stream.Tell());
  return false;
}

bool read_json_stretch(std::string_view bytes, JsonStretch stretch, std::size_t depth, std::size_t max_depth,
                       JsonEvents& events, const std::atomic<bool>& abandoned) {
  // How deep it goes is limited by the source of events.
  constexpr unsigned flags = parse_flags | rapidjson::kParseStopWhenDoneFlag;
  Diagnostics unheard(0);
  ByteStream stream(bytes, stretch.begin);
  EventSource source(bytes, stream, max_depth - std::min(depth, max_depth), true, events, unheard);
  Reader reader;
  while (!abandoned.load(std::memory_order_relaxed)) {
    rapidjson::SkipWhitespace(stream);
    if (stream.Peek() != '{') return false;
    if (reader.Parse<flags>(stream, source).IsError()) return false;
    if (!stream.pass(',')) break;
    rapidjson::SkipWhitespace(stream);
    if (stream.Tell() >= stretch.end) return stream.Tell() == stretch.end;
  }
  if (!stream.pass(']') || !stream.pass('}')) return false;
  rapidjson::SkipWhitespace(stream);
  return stream.Tell() == bytes.size() && stretch.end == bytes.size();
}

std::string quoted(std::string_view bytes, ByteSpan span) {
  const std::string_view whole = bytes.substr(span.begin, span.end - span.begin);
  if (whole.size() <= longest_quotation) return std::string(whole);
  std::size_t length = longest_quotation;
  while (length > 0 && is_continuation(whole[length])) --length;
  return std::string(whole.substr(0, length)) + "…" + (whole.front() == '"' ? "\"" : "");
}

ByteSpan string_at(std::string_view bytes, std::size_t begin) {
  std::size_t end = begin + 1;
  while (bytes[end] != '"') end += bytes[end] == '\\' ? 2U : 1U;
  return {begin, end + 1};
}

}  // namespace entente
