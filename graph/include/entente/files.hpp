// The one door to the file system.
#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <stdexcept>
#include <string>
#include <string_view>

namespace entente {

/// The environment failed: a file cannot be read or written. The message names the file and the reason.
class IoError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The bytes of a file. Throws `IoError`; also when it has more than `max_bytes`.
std::string read_file(const std::filesystem::path&, std::size_t max_bytes = std::size_t{1} << 32U);

/// Calls `write` with a stream to a temporary file beside `path`, then renames that to `path`: readers see the old
/// content or the whole new one. An existing file keeps its permission bits; a symbolic link stays one; devices and
/// pipes are written to as they are. When anything fails the temporary file is removed and `IoError` is thrown;
/// exceptions of `write` pass through.
void write_file(const std::filesystem::path&, const std::function<void(std::ostream&)>& write);

/// The SHA-256 digest of the bytes in lower-case hexadecimal.
std::string sha256_hex(std::string_view bytes);

}  // namespace entente
