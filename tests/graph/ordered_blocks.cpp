#include "ordered_blocks.hpp"

#include <numeric>
#include <stdexcept>

#include <catch2/catch.hpp>

using namespace entente;

namespace {

/// Remembers the block it did.
struct Remembering {
  std::size_t failing = 1000;
  std::size_t block = 0;
  bool run(std::size_t number) {
    if (number == failing) throw std::runtime_error("cannot do it");
    block = number;
    return true;
  }
};

}  // namespace

TEST_CASE("Blocks are merged in their order whatever the threads") {
  for (const std::size_t threads : {0U, 1U, 2U, 7U}) {
    std::vector<std::size_t> merged;
    std::vector<std::size_t> told;
    Effort effort{.threads = threads};
    effort.progress = [&](std::size_t done, std::size_t all) { told.push_back(done * 1000 + all); };
    const auto merge = [&](const Remembering& worker) { merged.push_back(worker.block); };
    CHECK(in_ordered_blocks(
              100, effort, [] { return Remembering{}; }, merge) == 100);
    std::vector<std::size_t> expected(100);
    std::iota(expected.begin(), expected.end(), 0U);
    CHECK(merged == expected);
    REQUIRE(told.size() == 100);
    CHECK(told.front() == 1100);
    CHECK(told.back() == 100100);
  }
}

TEST_CASE("An effort that is over leaves the first blocks merged") {
  for (const std::size_t threads : {1U, 2U, 7U}) {
    std::vector<std::size_t> merged;
    std::atomic<bool> stop = false;
    const auto merge = [&](const Remembering& worker) {
      merged.push_back(worker.block);
      stop = merged.size() == 10;
    };
    const std::size_t count = in_ordered_blocks(
        100, {.threads = threads, .stop = &stop}, [] { return Remembering{}; }, merge);
    CHECK(count == merged.size());
    CHECK(count >= 10);
    CHECK(count <= 10 + threads);
    for (std::size_t i = 0; i < count; ++i) CHECK(merged[i] == i);
  }
}

TEST_CASE("What a block throws ends the work and reaches the caller") {
  for (const std::size_t threads : {1U, 2U, 7U}) {
    std::size_t merged = 0;
    const auto work = [&] {
      in_ordered_blocks(
          100, {.threads = threads}, [] { return Remembering{.failing = 20}; }, [&](const Remembering&) { ++merged; });
    };
    CHECK_THROWS_AS(work(), std::runtime_error);
    CHECK(merged <= 20);
  }
}

TEST_CASE("No blocks are no work") {
  CHECK(in_ordered_blocks(
            0, {.threads = 4}, [] { return Remembering{}; }, [](const Remembering&) {}) == 0);
}
