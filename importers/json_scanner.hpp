// A quick reader of JSON that is without fault.
#pragma once

#include <array>
#include <atomic>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include <entente/unicode.hpp>

#include "json_tokens.hpp"

namespace entente {

/// Gives the same events as `read_json` does, in less than half the time. Where that would report a fault it stops, and
/// does not know what is wrong. It may also stop where a number is too small for a `double`.
template <class Events>
class JsonScanner {
 public:
  /// Begins at a place that is `depth` lists and objects deep.
  JsonScanner(std::string_view bytes, std::size_t at, std::size_t depth, std::size_t max_depth, Events& events)
      : begin_(bytes.data()),
        end_(bytes.data() + bytes.size()),
        at_(begin_ + at),
        depth_(depth),
        max_depth_(max_depth),
        events_(events) {}

  /// Reads a value, which must begin here.
  bool read_value() {
    if (!begin_value()) return false;
    while (!open_.empty()) {
      skip_blanks();
      const bool is_object = open_.back() == JsonKind::object;
      if (*at_ == (is_object ? '}' : ']')) {
        if (!close()) return false;
      } else if ((!is_first_ && !take(',')) || (is_object && !read_key()) || !begin_value()) {
        return false;
      }
    }
    return true;
  }

  /// Passes over white space, and then over that character if it is there.
  bool take(char c) {
    skip_blanks();
    if (*at_ != c) return false;
    ++at_;
    return true;
  }

  /// The place of the next character that is no white space.
  std::size_t next() {
    skip_blanks();
    return offset(at_);
  }

 private:
  [[nodiscard]] std::size_t offset(const char* place) const { return static_cast<std::size_t>(place - begin_); }
  /// Ends at the zero byte behind the document if not before.
  void skip_blanks() {
    while (*at_ == ' ' || *at_ == '\n' || *at_ == '\r' || *at_ == '\t') ++at_;
  }

  /// Reads a value to its end, or the bracket that opens it.
  bool begin_value() {
    skip_blanks();
    switch (*at_) {
      case '"':
        is_first_ = false;
        return read_string() && events_.scalar(string_);
      case '{':
        return open(JsonKind::object);
      case '[':
        return open(JsonKind::list);
      case 't':
        return read_word("true", JsonKind::boolean);
      case 'f':
        return read_word("false", JsonKind::boolean);
      case 'n':
        return read_word("null", JsonKind::null);
      default:
        return read_number();
    }
  }

  bool open(JsonKind kind) {
    if (depth_ + open_.size() >= max_depth_) return false;
    open_.push_back(kind);
    is_first_ = true;
    return events_.open(kind, offset(at_++));
  }

  bool close() {
    ++at_;
    open_.pop_back();
    is_first_ = false;
    return events_.close(offset(at_));
  }

  bool read_key() {
    skip_blanks();
    return *at_ == '"' && read_string() && events_.key(string_) && take(':');
  }

  bool read_word(std::string_view word, JsonKind kind) {
    const char* const first = at_;
    if (std::string_view(first, static_cast<std::size_t>(end_ - first)).substr(0, word.size()) != word) return false;
    at_ += word.size();
    is_first_ = false;
    return events_.scalar({kind, {offset(first), offset(at_)}, {}});
  }

  static bool is_digit(char c) { return c >= '0' && c <= '9'; }

  /// Passes over digits and adds them to a whole number; how many they are.
  std::size_t pass_digits(std::uint64_t& sum) {
    const char* const first = at_;
    for (; is_digit(*at_); ++at_) sum = sum * 10 + static_cast<std::uint64_t>(*at_ - '0');
    return static_cast<std::size_t>(at_ - first);
  }

  bool read_number() {
    const char* const first = at_;
    if (*at_ == '-') ++at_;
    const bool begins_with_zero = *at_ == '0';
    std::uint64_t digits = 0;
    const std::size_t whole = pass_digits(digits);
    std::size_t decimals = 0;
    if (whole == 0 || (begins_with_zero && whole > 1)) return false;
    if (*at_ == '.') {
      ++at_;
      decimals = pass_digits(digits);
      if (decimals == 0) return false;
    }
    const bool has_exponent = *at_ == 'e' || *at_ == 'E';
    if (has_exponent) {
      ++at_;
      if (*at_ == '+' || *at_ == '-') ++at_;
      std::uint64_t exponent = 0;
      if (pass_digits(exponent) == 0) return false;
    }
    // A quotient of two doubles without error is the double nearest to the true quotient.
    constexpr std::size_t exact_digits = 15;
    static constexpr auto powers = [] {
      std::array<double, exact_digits + 1> all{1};
      for (std::size_t i = 1; i < all.size(); ++i) all[i] = 10 * all[i - 1];
      return all;
    }();
    double value = 0;
    if (*first != '-' && !has_exponent && whole + decimals <= exact_digits) {
      value = static_cast<double>(digits) / powers[decimals];
    } else if (const auto [end, error] = std::from_chars(first, at_, value);
               end != at_ || error != std::errc() || value == 0) {
      return false;
    }
    is_first_ = false;
    return events_.scalar({JsonKind::number, {offset(first), offset(at_)}, {}, value});
  }

  /// Reads a string into `string_`.
  bool read_string() {
    const char* const first = at_++;
    bool has_escapes = false;
    bool is_ascii = true;
    while (true) {
      is_ascii &= pass_plain_text();
      if (*at_ == '"') break;
      if (*at_ != '\\' || at_ + 1 >= end_) return false;  // also the end of the document
      has_escapes = true;
      at_ += 2;
    }
    string_.text = {first + 1, static_cast<std::size_t>(at_ - first - 1)};
    ++at_;
    string_.span = {offset(first), offset(at_)};
    if (!is_ascii && first_invalid_utf8(string_.text)) return false;
    return !has_escapes || resolve_escapes();
  }

  /// Passes over text up to a quote, backslash or control character; whether all of it is ASCII. Eight bytes at a time:
  /// a byte x below n has its highest bit set in x - n, if it is below 128 itself.
  bool pass_plain_text() {
    constexpr std::uint64_t each = 0x0101'0101'0101'0101U;
    constexpr std::uint64_t highest = 0x80 * each;
    std::uint64_t seen = 0;
    while (end_ - at_ >= 8) {
      std::uint64_t bytes = 0;
      std::memcpy(&bytes, at_, sizeof bytes);
      const std::uint64_t quotes = bytes ^ ('"' * each);
      const std::uint64_t backslashes = bytes ^ ('\\' * each);
      const std::uint64_t stops =
          ((bytes - 0x20 * each) & ~bytes) | ((quotes - each) & ~quotes) | ((backslashes - each) & ~backslashes);
      if ((stops & highest) != 0) break;
      seen |= bytes;
      at_ += 8;
    }
    for (; static_cast<unsigned char>(*at_) >= 0x20 && *at_ != '"' && *at_ != '\\'; ++at_) {
      seen |= static_cast<unsigned char>(*at_);
    }
    return (seen & highest) == 0;
  }

  /// Lets `string_` have the text that its escapes mean, in `resolved_`.
  bool resolve_escapes() {
    resolved_.clear();
    std::string_view rest = string_.text;
    for (std::size_t i = rest.find('\\'); i != std::string_view::npos; i = rest.find('\\')) {
      resolved_.append(rest.substr(0, i));
      constexpr std::string_view letters = "\"\\/bfnrt";
      constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
      if (const std::size_t letter = letters.find(rest[i + 1]); letter != std::string_view::npos) {
        resolved_ += meanings[letter];
        rest.remove_prefix(i + 2);
      } else if (const std::size_t length = resolve_code_point(rest.substr(i)); length > 0) {
        rest.remove_prefix(i + length);
      } else {
        return false;
      }
    }
    resolved_.append(rest);
    string_.text = resolved_;
    return true;
  }

  /// Adds the code point of the one or two escapes that a text begins with; how long these are, or 0 if there is a
  /// fault.
  std::size_t resolve_code_point(std::string_view text) {
    const auto unit = hexadecimal_escape(text);
    if (!unit || (*unit >= 0xDC00 && *unit <= 0xDFFF)) return 0;
    if (*unit < 0xD800 || *unit > 0xDFFF) {
      append_utf8(*unit);
      return 6;
    }
    const auto second = hexadecimal_escape(text.substr(6));
    if (!second || *second < 0xDC00 || *second > 0xDFFF) return 0;
    append_utf8(0x1'0000 + ((*unit - 0xD800) << 10U) + (*second - 0xDC00));
    return 12;
  }

  static std::optional<std::uint32_t> hexadecimal_escape(std::string_view text) {
    std::uint32_t unit = 0;
    if (text.size() < 6 || !text.starts_with("\\u")) return std::nullopt;
    const auto result = std::from_chars(text.data() + 2, text.data() + 6, unit, 16);
    return result.ptr == text.data() + 6 ? std::optional(unit) : std::nullopt;
  }

  void append_utf8(std::uint32_t code_point) {
    const auto tail = [&](unsigned shift) { return static_cast<char>(0x80U | ((code_point >> shift) & 0x3FU)); };
    if (code_point < 0x80) {
      resolved_ += static_cast<char>(code_point);
    } else if (code_point < 0x800) {
      resolved_ += {static_cast<char>(0xC0U | (code_point >> 6U)), tail(0)};
    } else if (code_point < 0x1'0000) {
      resolved_ += {static_cast<char>(0xE0U | (code_point >> 12U)), tail(6), tail(0)};
    } else {
      resolved_ += {static_cast<char>(0xF0U | (code_point >> 18U)), tail(12), tail(6), tail(0)};
    }
  }

  const char* begin_;
  const char* end_;  // a zero byte is there
  const char* at_;
  std::size_t depth_;  // where it began
  std::size_t max_depth_;
  Events& events_;
  std::vector<JsonKind> open_;  // lists and objects since then
  bool is_first_ = false;       // nothing stands in the innermost open one yet
  JsonValue string_{JsonKind::string, {}, {}, 0};
  std::string resolved_;  // the text of the last string with escapes
};

/// Where to find objects that are items of one list.
struct JsonStretch {
  std::size_t begin = 0;  ///< the "{" of the first object
  std::size_t end = 0;  ///< that of the object after the last one; the size of the document: the list is the last field
                        ///< of the outermost object
};

/// Reads some objects of a list that is `depth` lists and objects deep. False unless nothing but these objects is
/// there, all without fault; it may also be that `abandoned` was set meanwhile. The rest is as for `read_json`.
template <class Events>
bool read_json_stretch(std::string_view bytes, JsonStretch stretch, std::size_t depth, std::size_t max_depth,
                       Events& events, const std::atomic<bool>& abandoned) {
  JsonScanner scanner(bytes, stretch.begin, depth, max_depth, events);
  while (!abandoned.load(std::memory_order_relaxed)) {
    if (bytes[scanner.next()] != '{' || !scanner.read_value()) return false;
    if (!scanner.take(',')) break;
    if (scanner.next() >= stretch.end) return scanner.next() == stretch.end;
  }
  return scanner.take(']') && scanner.take('}') && scanner.next() == bytes.size() && stretch.end == bytes.size();
}

}  // namespace entente
