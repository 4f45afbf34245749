#include "prose/language/name_labels.hpp"

#include <algorithm>
#include <limits>

namespace entente::prose {

namespace {

constexpr std::int32_t impossible = std::numeric_limits<std::int32_t>::min() / 4;

using Row = std::array<std::int32_t, name_labels>;

/// Whether no name is open after a word with this label.
constexpr bool closed_after(std::size_t label) {
  return label == outside || place_of(static_cast<NameLabel>(label)) >= NamePlace::last;
}

/// Whether a word with this label needs no open name before it.
constexpr bool opens(std::size_t label) {
  const auto place = label == outside ? NamePlace::whole : place_of(static_cast<NameLabel>(label));
  return place == NamePlace::first || place == NamePlace::whole;
}

constexpr bool may_follow(std::size_t before, std::size_t label) {
  if (closed_after(before) || opens(label)) {
    return closed_after(before) && opens(label);
  }
  return class_of(static_cast<NameLabel>(before)) == class_of(static_cast<NameLabel>(label));
}

struct Pair {
  std::uint8_t before, label;
};

constexpr std::size_t count_pairs() {
  std::size_t count = 0;
  for (std::size_t before = 0; before < name_labels; ++before) {
    for (std::size_t label = 0; label < name_labels; ++label) {
      count += may_follow(before, label) ? 1U : 0U;
    }
  }
  return count;
}

/// The pairs of labels that may follow each other.
constexpr auto pairs = [] {
  std::array<Pair, count_pairs()> list{};
  std::size_t size = 0;
  for (std::size_t before = 0; before < name_labels; ++before) {
    for (std::size_t label = 0; label < name_labels; ++label) {
      if (may_follow(before, label)) {
        list[size++] = {static_cast<std::uint8_t>(before), static_cast<std::uint8_t>(label)};
      }
    }
  }
  return list;
}();

/// The scores of the best readings up to each word (itself included) by its label, and the label before on that
/// reading.
class Lattice {
 public:
  Lattice(std::span<const std::int32_t> scores, const NameTransitions& transitions,
          std::span<const NameLabelSet> allowed)
      : scores_(scores),
        transitions_(transitions),
        allowed_(allowed),
        best_(scores.size() / name_labels),
        before_(best_.size()) {
    for (std::size_t word = 0; word < best_.size(); ++word) {
      word == 0 ? begin() : step(word);
    }
  }

  std::vector<NameLabel> labels() const {
    std::vector<NameLabel> labels(best_.size());
    std::size_t label = outside;
    for (std::size_t other = 0; other < name_labels; ++other) {
      label = closed_after(other) && best_.back()[other] > best_.back()[label] ? other : label;
    }
    for (std::size_t word = best_.size(); word-- > 0;) {
      labels[word] = static_cast<NameLabel>(label);
      label = before_[word][label];
    }
    return labels;
  }

  /// For each word by how much the best reading is better than the best with another label there.
  std::vector<std::int32_t> margins(std::span<const NameLabel> labels) const {
    std::vector<std::int32_t> margins(best_.size());
    Row after{};
    for (std::size_t label = 0; label < name_labels; ++label) {
      after[label] = closed_after(label) ? 0 : impossible;
    }
    for (std::size_t word = best_.size(); word-- > 0;) {
      std::int32_t other = impossible;
      for (std::size_t label = 0; label < name_labels; ++label) {
        other = label == labels[word] ? other : std::max(other, best_[word][label] + after[label]);
      }
      margins[word] = best_[word][labels[word]] + after[labels[word]] - other;
      after = step_back(word, after);
    }
    return margins;
  }

 private:
  std::int32_t score(std::size_t word, std::size_t label) const {
    const bool possible = allowed_.empty() || (allowed_[word] >> label & 1U) != 0;
    return possible ? scores_[word * name_labels + label] : impossible;
  }

  void begin() {
    for (std::size_t label = 0; label < name_labels; ++label) {
      best_[0][label] = opens(label) ? score(0, label) + transitions_[name_labels][label] : impossible;
    }
  }

  void step(std::size_t word) {
    Row& best = best_[word];
    best.fill(std::numeric_limits<std::int32_t>::min());
    for (const auto [before, label] : pairs) {
      const std::int32_t sum = best_[word - 1][before] + transitions_[before][label];
      if (sum > best[label]) {
        best[label] = sum;
        before_[word][label] = before;
      }
    }
    for (std::size_t label = 0; label < name_labels; ++label) {
      best[label] = std::max(best[label] + score(word, label), impossible);
    }
  }

  /// What the best continuation from each label of the word before is worth.
  Row step_back(std::size_t word, const Row& after) const {
    Row row;
    row.fill(impossible);
    for (const auto [before, label] : pairs) {
      row[before] = std::max(row[before], transitions_[before][label] + score(word, label) + after[label]);
    }
    return row;
  }

  std::span<const std::int32_t> scores_;
  const NameTransitions& transitions_;
  std::span<const NameLabelSet> allowed_;
  std::vector<Row> best_;
  std::vector<std::array<std::uint8_t, name_labels>> before_;
};

}  // namespace

NameReading best_reading(std::span<const std::int32_t> scores, const NameTransitions& transitions,
                         std::span<const NameLabelSet> allowed, bool with_margins) {
  NameReading reading;
  if (scores.empty()) {
    return reading;
  }
  const Lattice lattice(scores, transitions, allowed);
  reading.labels = lattice.labels();
  if (with_margins) {
    reading.margins = lattice.margins(reading.labels);
  }
  return reading;
}

std::vector<TaggedName> names_of(std::span<const NameLabel> labels) {
  std::vector<TaggedName> names;
  for (std::uint32_t word = 0; word < labels.size(); ++word) {
    if (labels[word] == outside) {
      continue;
    }
    if (opens(labels[word])) {
      names.push_back({word, word + 1, class_of(labels[word]), 0});
    } else {
      names.back().last = word + 1;
    }
  }
  return names;
}

}  // namespace entente::prose
