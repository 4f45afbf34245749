#include <entente/files.hpp>

#include <fcntl.h>
#include <openssl/evp.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <ostream>
#include <span>
#include <streambuf>
#include <system_error>
#include <thread>
#include <utility>

namespace entente {
namespace {

constexpr std::size_t buffer_size = std::size_t{1} << 16U;

[[noreturn]] void fail(std::string_view action, const std::filesystem::path& path, const std::string& reason) {
  throw IoError("cannot " + std::string(action) + " \"" + path.string() + "\": " + reason);
}

[[noreturn]] void fail(std::string_view action, const std::filesystem::path& path, int error) {
  fail(action, path, std::generic_category().message(error));
}

// Repeats a system call that a signal interrupted.
template <class Call>
auto uninterrupted(Call call) {
  auto result = call();
  while (result < 0 && errno == EINTR) result = call();
  return result;
}

// Owns an open file; a negative number is none.
class FileDescriptor {
 public:
  explicit FileDescriptor(int number) : number_(number) {}
  FileDescriptor(FileDescriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  FileDescriptor& operator=(FileDescriptor&&) = delete;
  ~FileDescriptor() {
    if (number_ >= 0) ::close(number_);
  }

  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] bool is_open() const { return number_ >= 0; }
  // Whether closing went well; some file systems report failed writes only then.
  bool close() { return ::close(std::exchange(number_, -1)) == 0 || errno == EINTR; }

 private:
  int number_;
};

// Writes to an open file and remembers the first error.
class FileBuffer : public std::streambuf {
 public:
  explicit FileBuffer(int descriptor) : descriptor_(descriptor) {
    setp(buffer_.data(), buffer_.data() + buffer_.size());
  }
  [[nodiscard]] int first_error() const { return error_; }

 protected:
  int_type overflow(int_type next) override {
    if (!write_out()) return traits_type::eof();
    if (!traits_type::eq_int_type(next, traits_type::eof())) sputc(traits_type::to_char_type(next));
    return traits_type::not_eof(next);
  }
  int sync() override { return write_out() ? 0 : -1; }

 private:
  bool write_out() {
    const char* from = pbase();
    while (error_ == 0 && from < pptr()) {
      const auto written =
          uninterrupted([&] { return ::write(descriptor_, from, static_cast<std::size_t>(pptr() - from)); });
      if (written < 0)
        error_ = errno;
      else
        from += written;
    }
    setp(buffer_.data(), buffer_.data() + buffer_.size());
    return error_ == 0;
  }

  int descriptor_;
  int error_ = 0;
  std::array<char, buffer_size> buffer_;
};

// A new file beside `target`, removed again unless it takes the target's place.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::filesystem::path& target) : target_(target), file_(create()) {}
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    if (!path_.empty()) ::unlink(path_.c_str());
  }

  [[nodiscard]] int descriptor() const { return file_.number(); }

  void take_the_place_of_target() {
    if (::fsync(file_.number()) != 0 || !file_.close()) fail("write", target_, errno);
    if (::rename(path_.c_str(), target_.c_str()) != 0) fail("write", target_, errno);
    path_.clear();
  }

 private:
  FileDescriptor create() {
    constexpr int attempts = 1000;
    for (int i = 0; i < attempts; ++i) {
      path_ = target_.parent_path() / (".entente-" + std::to_string(::getpid()) + "-" + std::to_string(i) + ".tmp");
      FileDescriptor file(::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
      if (file.is_open()) return file;
      if (errno != EEXIST) break;
    }
    path_.clear();  // it is not ours to remove
    fail("write", target_, errno);
  }

  std::filesystem::path target_;
  std::filesystem::path path_;
  FileDescriptor file_;
};

void write_through(int descriptor, const std::filesystem::path& path, const std::function<void(std::ostream&)>& write) {
  FileBuffer buffer(descriptor);
  std::ostream stream(&buffer);
  write(stream);
  stream.flush();
  if (buffer.first_error() != 0) fail("write", path, buffer.first_error());
  if (!stream) fail("write", path, std::string("the content could not be produced"));
}

// Pipes, terminals and other devices cannot be replaced: they are written to.
void write_into_place(const std::filesystem::path& path, const std::function<void(std::ostream&)>& write) {
  FileDescriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY));
  if (!file.is_open()) fail("write", path, errno);
  write_through(file.number(), path, write);
  if (!file.close()) fail("write", path, errno);
}

// The path with symbolic links resolved, so that the file they lead to is replaced and not the link.
std::filesystem::path behind_links(const std::filesystem::path& path) {
  std::error_code error;
  if (!std::filesystem::is_symlink(path, error)) return path;
  auto resolved = std::filesystem::weakly_canonical(path, error);
  if (error) fail("write", path, error.message());
  return resolved;
}

// Has the pages of a large buffer made by another thread, from the front on, while this one fills them.
class PagesAhead {
 public:
  PagesAhead(char* begin, std::size_t size) {
#if defined(MADV_POPULATE_WRITE)
    constexpr std::size_t large = std::size_t{1} << 24U;
    if (size < large) return;
    thread_ = std::jthread([begin, size](const std::stop_token& stop) {
      constexpr std::size_t each = std::size_t{1} << 22U;
      const auto page_size = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
      const auto address = reinterpret_cast<std::uintptr_t>(begin);
      const std::uintptr_t end = (address + size) / page_size * page_size;
      for (std::uintptr_t at = (address / page_size + 1) * page_size; at < end && !stop.stop_requested(); at += each) {
        // It is only help: where it fails, the pages are made later.
        if (::madvise(reinterpret_cast<void*>(at), std::min(each, end - at), MADV_POPULATE_WRITE) != 0) return;
      }
    });
#else
    static_cast<void>(begin);
    static_cast<void>(size);
#endif
  }

 private:
  std::jthread thread_;
};

}  // namespace

std::string read_file(const std::filesystem::path& path, std::size_t max_bytes) {
  FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
  if (!file.is_open()) fail("read", path, errno);
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) fail("read", path, errno);
  if (S_ISDIR(status.st_mode)) fail("read", path, std::string("it is a folder"));
  std::string bytes;
  bytes.reserve(std::min(static_cast<std::size_t>(std::max<off_t>(status.st_size, 0)), max_bytes));
  const PagesAhead ahead(bytes.data(), bytes.capacity());
  std::array<char, buffer_size> buffer;
  while (true) {
    const auto count = uninterrupted([&] { return ::read(file.number(), buffer.data(), buffer.size()); });
    if (count < 0) fail("read", path, errno);
    if (count == 0) return bytes;
    if (static_cast<std::size_t>(count) > max_bytes - bytes.size()) {
      fail("read", path, "it has more than " + std::to_string(max_bytes) + " bytes");
    }
    bytes.append(buffer.data(), static_cast<std::size_t>(count));
  }
}

void write_file(const std::filesystem::path& path, const std::function<void(std::ostream&)>& write) {
  struct stat status {};
  const bool exists = ::stat(path.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) fail("write", path, std::string("it is a folder"));
  if (exists && !S_ISREG(status.st_mode)) return write_into_place(path, write);
  TemporaryFile temporary(behind_links(path));
  constexpr mode_t permission_bits = 07777;
  if (exists && ::fchmod(temporary.descriptor(), status.st_mode & permission_bits) != 0) fail("write", path, errno);
  write_through(temporary.descriptor(), path, write);
  temporary.take_the_place_of_target();
}

std::string sha256_hex(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned length = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr) != 1) {
    throw IoError("the cryptographic library cannot compute SHA-256");
  }
  std::string hex;
  for (unsigned char byte : std::span(digest).first(length)) {
    constexpr std::string_view digits = "0123456789abcdef";
    hex += digits[byte >> 4U];
    hex += digits[byte & 0xFU];
  }
  return hex;
}

}  // namespace entente
