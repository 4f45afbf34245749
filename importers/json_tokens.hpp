// JSON text as a sequence of events, each with its exact place.
#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <string_view>

#include <entente/diagnostics.hpp>

namespace entente {

/// What a document may begin with.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

enum class JsonKind : std::uint8_t { null, boolean, number, string, list, object };

/// A value and where it is written.
struct JsonValue {
  JsonKind kind = JsonKind::null;
  ByteSpan span;  ///< quotes and brackets included
  /// What a string says: where it is written, or if it has escapes, resolved, elsewhere and during the event only.
  std::string_view text;
  double number = 0;
};

/// Gets the events of one document in order. To return false stops the reading.
class JsonEvents {
 public:
  virtual ~JsonEvents() = default;
  virtual bool key(const JsonValue& name) = 0;
  virtual bool scalar(const JsonValue&) = 0;
  virtual bool open(JsonKind, std::size_t begin) = 0;  ///< the place of a "[" or "{"
  virtual bool close(std::size_t end) = 0;             ///< just after the "]" or "}" of the innermost open one
};

/// Reads a JSON document. False after a syntax error, which is reported, or when an event stopped the reading.
/// `bytes` must be followed by a zero byte, as those of a std::string are, and have fewer than 2^32 of them.
/// O(length) time; memory for the longest string.
bool read_json(std::string_view bytes, std::size_t max_depth, JsonEvents&, Diagnostics&);

/// Where to find objects that are items of one list.
struct JsonStretch {
  std::size_t begin = 0;  ///< the "{" of the first object
  std::size_t end = 0;  ///< that of the object after the last one; the size of the document: the list is the last field
                        ///< of the outermost object
};

/// Reads some objects of a list that is `depth` lists and objects deep. False unless nothing but these objects is
/// there, all without fault; it may also be that `abandoned` was set meanwhile. Nothing is reported; the rest is as for
/// `read_json`.
bool read_json_stretch(std::string_view bytes, JsonStretch, std::size_t depth, std::size_t max_depth, JsonEvents&,
                       const std::atomic<bool>& abandoned);

/// The value at a place as a message quotes it: as written, shortened when long.
std::string quoted(std::string_view bytes, ByteSpan);

/// The span of the string whose opening quote is at `begin` of a document that was read.
ByteSpan string_at(std::string_view bytes, std::size_t begin);

}  // namespace entente
