#include <entente/files.hpp>

#include <catch2/catch.hpp>

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <ostream>
#include <thread>

using namespace entente;
namespace fs = std::filesystem;

namespace {

// A folder of its own that goes away with the test.
class Folder {
 public:
  Folder() {
    std::string pattern = (fs::temp_directory_path() / "entente-files-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { fs::remove_all(path_); }
  fs::path operator/(const char* name) const { return path_ / name; }
  [[nodiscard]] std::size_t file_count() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(path_), fs::directory_iterator()));
  }

 private:
  fs::path path_;
};

void write_text(const fs::path& path, std::string_view text) {
  write_file(path, [&](std::ostream& out) { out << text; });
}

template <class Action>
std::string io_error_of(Action action) {
  try {
    action();
  } catch (const IoError& error) {
    return error.what();
  }
  return "no IoError";
}

}  // namespace

TEST_CASE("what is written is read back, byte for byte") {
  Folder folder;
  std::string bytes;
  for (int i = 0; i < 300'000; ++i) bytes += static_cast<char>(i * 31 % 256);
  write_text(folder / "file", bytes);
  CHECK(read_file(folder / "file") == bytes);
  write_text(folder / "file", "");
  CHECK(read_file(folder / "file").empty());
  CHECK(folder.file_count() == 1);
}

TEST_CASE("files up to the limit are read and larger ones are refused") {
  Folder folder;
  write_text(folder / "file", "12345");
  CHECK(read_file(folder / "file", 5) == "12345");
  CHECK(io_error_of([&] { read_file(folder / "file", 4); }) ==
        "cannot read \"" + (folder / "file").string() + "\": it has more than 4 bytes");
}

TEST_CASE("files that cannot be read are named with the reason") {
  Folder folder;
  CHECK(io_error_of([&] { read_file(folder / "nothing"); }) ==
        "cannot read \"" + (folder / "nothing").string() + "\": No such file or directory");
  CHECK(io_error_of([&] { read_file(folder / "."); }) ==
        "cannot read \"" + (folder / ".").string() + "\": it is a folder");
}

TEST_CASE("files that cannot be written are named with the reason, and nothing is left behind") {
  Folder folder;
  CHECK(io_error_of([&] { write_text(folder / "no/file", "x"); }) ==
        "cannot write \"" + (folder / "no/file").string() + "\": No such file or directory");
  fs::create_directory(folder / "folder");
  CHECK(io_error_of([&] { write_text(folder / "folder", "x"); }) ==
        "cannot write \"" + (folder / "folder").string() + "\": it is a folder");
  CHECK(io_error_of([&] { write_file(folder / "file", [](std::ostream& out) { out.setstate(std::ios::failbit); }); }) ==
        "cannot write \"" + (folder / "file").string() + "\": the content could not be produced");
  CHECK(folder.file_count() == 1);
}

TEST_CASE("a full disk is an error and not a short file") {
  CHECK(io_error_of([] { write_text("/dev/full", "x"); }) == "cannot write \"/dev/full\": No space left on device");
}

TEST_CASE("when writing fails the old content stays") {
  Folder folder;
  write_text(folder / "file", "old");
  CHECK_THROWS_AS(write_file(folder / "file",
                             [](std::ostream& out) {
                               out << "half of the new";
                               throw std::logic_error("stop");
                             }),
                  std::logic_error);
  CHECK(read_file(folder / "file") == "old");
  CHECK(folder.file_count() == 1);
}

TEST_CASE("readers see the old content until the new one is whole") {
  Folder folder;
  write_text(folder / "file", "old");
  write_file(folder / "file", [&](std::ostream& out) {
    out << std::string(1'000'000, 'n') << std::flush;
    CHECK(read_file(folder / "file") == "old");
  });
  CHECK(read_file(folder / "file").size() == 1'000'000);
}

TEST_CASE("an existing file keeps its permission bits") {
  Folder folder;
  write_text(folder / "file", "old");
  REQUIRE(::chmod((folder / "file").c_str(), 0640) == 0);
  write_text(folder / "file", "new");
  struct stat status {};
  REQUIRE(::stat((folder / "file").c_str(), &status) == 0);
  CHECK((status.st_mode & 07777) == 0640);
  CHECK(read_file(folder / "file") == "new");
}

TEST_CASE("a symbolic link stays one, and what it leads to is written") {
  Folder folder;
  write_text(folder / "file", "old");
  fs::create_symlink("file", folder / "link");
  write_text(folder / "link", "new");
  CHECK(fs::is_symlink(folder / "link"));
  CHECK(read_file(folder / "file") == "new");
}

TEST_CASE("pipes are read and written as they are") {
  Folder folder;
  const auto pipe = folder / "pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  const std::string bytes(200'000, 'p');
  std::thread writer([&] { write_text(pipe, bytes); });
  CHECK(read_file(pipe) == bytes);
  writer.join();
  CHECK(fs::is_fifo(pipe));
}

TEST_CASE("SHA-256 digests are those of FIPS 180-4") {
  CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(sha256_hex(std::string(1'000'000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}
