#include <entente/effort.hpp>

#include <catch2/catch.hpp>

using namespace entente;

TEST_CASE("An effort is over when it is stopped or its time is up, and otherwise never") {
  CHECK_FALSE(Effort{}.over());
  std::atomic<bool> stop = false;
  const Effort stoppable{.stop = &stop};
  CHECK_FALSE(stoppable.over());
  stop = true;
  CHECK(stoppable.over());
  CHECK(Effort{.deadline = Deadline(0)}.over());
  CHECK_FALSE(Effort{.deadline = Deadline(3600)}.over());
}

TEST_CASE("A deadline may be later than the clock can tell") {
  CHECK_FALSE(Effort{.deadline = Deadline(1e300)}.over());
}
