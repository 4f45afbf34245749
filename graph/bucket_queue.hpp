// A priority queue for keys that never fall below the least one taken out.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <type_traits>
#include <vector>

namespace entente {

/// Entries in buckets of equally wide ranges of keys, in a ring that is as long as the largest step from one key to a
/// later one: Dial, "Algorithm 360", Communications of the ACM 12 (1969); where buckets are not wider than the smallest
/// step, a bucket's entries need no order: Dinitz, "Ekonomnye algoritmy" (1978).
///
/// The bucket with the least keys is `open`: whoever walks through it by position meets what is pushed into it
/// meanwhile at its end. `Key` gives its `measure`: a number that grows with the key, by which buckets are told.
template <class Key>
class BucketQueue {
 public:
  struct Entry {
    Key key;
    std::uint32_t item;
  };

  /// For keys that lie at most `widest` above those of the open bucket, by steps of at least `narrowest`. O(buckets).
  template <class Measure>
  BucketQueue(Measure narrowest, Measure widest) : ring_(buckets), filled_(buckets / bits) {
    const auto fitting = static_cast<Measure>(widest / (buckets - 2));
    if constexpr (std::is_integral_v<Measure>) {
      // A power of two; one more than fits, or as wide as the smallest step.
      shift_ = static_cast<int>(std::bit_width(static_cast<std::uint64_t>(fitting)));
      const int unsorted = static_cast<int>(std::bit_width(static_cast<std::uint64_t>(narrowest))) - 1;
      sorts_ = shift_ > unsorted;
      shift_ = std::max(shift_, unsorted);
    } else {
      const Measure width = std::max(narrowest, fitting);
      sorts_ = width > narrowest;
      inverse_width_ = width > 0 ? 1 / width : 1;
    }
  }

  /// Forgets everything; the first bucket opens with that entry.
  void start(Key key, std::uint32_t item) {
    for (std::vector<Entry>& bucket : ring_) bucket.clear();
    std::fill(filled_.begin(), filled_.end(), 0);
    waiting_ = 0;
    opened_ = place(measure(key));
    open_.assign(1, {key, item});
  }

  void push(Key key, std::uint32_t item) {
    const std::uint64_t at = place(measure(key));
    if (at <= opened_) return open_.push_back({key, item});  // less only by rounding
    std::vector<Entry>& bucket = ring_[at % buckets];
    bucket.push_back({key, item});
    filled_[at % buckets / bits] |= std::uint64_t{1} << (at % bits);
    ++waiting_;
  }

  [[nodiscard]] const std::vector<Entry>& open() const { return open_; }

  /// Opens the next bucket; false if nothing waits.
  bool open_next() {
    open_.clear();
    if (waiting_ == 0) return false;
    open(next());
    return true;
  }

  /// Buckets have places that grow with their keys: that of the key, that of the open one, and that of the first one in
  /// which something waits, if anything does.
  [[nodiscard]] std::uint64_t place_of(const Key& key) const { return place(measure(key)); }
  [[nodiscard]] std::uint64_t opened() const { return opened_; }
  [[nodiscard]] std::uint64_t next() const {
    return waiting_ == 0 ? std::numeric_limits<std::uint64_t>::max() : next_filled();
  }

  /// Opens the bucket at a place, even if it is empty: not beyond `next`, and nearer to the open one than keys may lie.
  void open(std::uint64_t place) {
    open_.clear();
    opened_ = place;
    filled_[opened_ % buckets / bits] &= ~(std::uint64_t{1} << (opened_ % bits));
    open_.swap(ring_[opened_ % buckets]);
    waiting_ -= open_.size();
    if (sorts_) std::sort(open_.begin(), open_.end(), [](const Entry& a, const Entry& b) { return a.key < b.key; });
  }

  /// What no key that waits in an unopened bucket measures less than; for keys with whole numbers as measures.
  [[nodiscard]] std::uint64_t beyond_open() const { return (opened_ + 1) << shift_; }

 private:
  static constexpr std::size_t buckets = 1024;
  static constexpr std::size_t bits = 64;

  template <class Number>
  static auto measure(const Number& key) {
    if constexpr (std::is_arithmetic_v<Number>)
      return key;
    else
      return key.measure();
  }
  template <class Measure>
  [[nodiscard]] std::uint64_t place(Measure measure) const {
    if constexpr (std::is_integral_v<Measure>)
      return std::uint64_t{measure} >> shift_;
    else
      return static_cast<std::uint64_t>(static_cast<std::int64_t>(measure * inverse_width_));  // one instruction
  }

  /// The next place, round the ring, that holds something.
  [[nodiscard]] std::uint64_t next_filled() const {
    const std::uint64_t begin = opened_ - opened_ % buckets;
    std::uint64_t word = opened_ % buckets / bits;
    std::uint64_t here = filled_[word] & (~std::uint64_t{0} << (opened_ % bits));
    while (here == 0) here = filled_[++word % filled_.size()];
    return begin + word * bits + static_cast<std::uint64_t>(std::countr_zero(here));
  }

  int shift_ = 0;               // of whole numbers: buckets are 2^shift wide
  double inverse_width_ = 1.0;  // of others
  bool sorts_ = false;
  std::vector<std::vector<Entry>> ring_;
  std::vector<std::uint64_t> filled_;  // a bit for each bucket of the ring
  std::vector<Entry> open_;
  std::uint64_t opened_ = 0;  // the place of the open bucket, not reduced to the ring
  std::size_t waiting_ = 0;   // how many entries are in the ring
};

}  // namespace entente
