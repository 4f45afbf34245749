#include "prose/training/perceptron.hpp"

#include <algorithm>

namespace entente::prose {

Perceptron::Perceptron() : slots_(1U << 20) {}

void Perceptron::add_scores(std::span<const std::uint32_t> features, std::span<std::int32_t> scores) const {
  for (const std::uint32_t number : features) {
    __builtin_prefetch(&slots_[number & (slots_.size() - 1)]);
  }
  std::vector<const Row*> found;
  found.reserve(features.size());
  for (const std::uint32_t number : features) {
    if (const std::uint32_t index = slots_[slot_of(number)].row; index != 0) {
      found.push_back(&rows_[index - 1]);
      __builtin_prefetch(found.back());
    }
  }
  for (const Row* row : found) {
    __builtin_prefetch(row->cells.data());
  }
  for (const Row* row : found) {
    for (const Cell& cell : row->cells) {
      scores[cell.label] += cell.weight;
    }
  }
}

void Perceptron::update(std::span<const std::uint32_t> features, std::size_t right, std::size_t wrong) {
  if (right != wrong) {
    add(features, right, 1);
    add(features, wrong, -1);
  }
}

void Perceptron::add(std::span<const std::uint32_t> features, std::size_t label, std::int32_t change) {
  for (const std::uint32_t number : features) {
    this->change(row(number), label, change);
  }
}

void Perceptron::learn(std::span<const std::uint32_t> features, std::span<const std::int32_t> scores, std::size_t right,
                       std::int32_t margin) {
  std::size_t wrong = right == 0 ? 1 : 0;
  for (std::size_t label = 0; label < scores.size(); ++label) {
    if (label != right && scores[label] > scores[wrong]) {
      wrong = label;
    }
  }
  if (scores[wrong] + margin >= scores[right]) {
    update(features, right, wrong);
  }
}

void Perceptron::restart_average() {
  for (Row& row : rows_) {
    for (Cell& cell : row.cells) {
      cell.total = 0;
      cell.since = 0;
    }
  }
  examples_ = 0;
}

std::vector<FeatureWeights> Perceptron::average() const {
  std::vector<FeatureWeights> averages;
  const double count = static_cast<double>(std::max<std::int64_t>(examples_, 1));
  for (const Row& row : rows_) {
    FeatureWeights feature{row.number, {}};
    for (const Cell& cell : row.cells) {
      const std::int64_t total = cell.total + cell.weight * (examples_ - cell.since);
      if (total != 0) {
        feature.weights.push_back({cell.label, static_cast<double>(total) / count});
      }
    }
    std::sort(feature.weights.begin(), feature.weights.end(),
              [](const auto& one, const auto& other) { return one.label < other.label; });
    averages.push_back(std::move(feature));
  }
  std::sort(averages.begin(), averages.end(),
            [](const auto& one, const auto& other) { return one.number < other.number; });
  return averages;
}

std::size_t Perceptron::slot_of(std::uint32_t number) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = number & mask;
  while (slots_[slot].row != 0 && slots_[slot].number != number) {
    slot = (slot + 1) & mask;
  }
  return slot;
}

Perceptron::Row& Perceptron::row(std::uint32_t number) {
  if (rows_.size() * 2 >= slots_.size()) {
    grow();
  }
  Slot& slot = slots_[slot_of(number)];
  if (slot.row == 0) {
    rows_.push_back({number, {}});
    slot = {number, static_cast<std::uint32_t>(rows_.size())};
  }
  return rows_[slot.row - 1];
}

void Perceptron::grow() {
  slots_.assign(slots_.size() * 2, {});
  for (std::size_t index = 0; index < rows_.size(); ++index) {
    const std::uint32_t number = rows_[index].number;
    slots_[slot_of(number)] = {number, static_cast<std::uint32_t>(index + 1)};
  }
}

void Perceptron::change(Row& row, std::size_t label, std::int32_t step) const {
  const auto wanted = static_cast<std::uint8_t>(label);
  auto cell = std::find_if(row.cells.begin(), row.cells.end(), [&](const Cell& one) { return one.label == wanted; });
  if (cell == row.cells.end()) {
    cell = row.cells.insert(cell, {wanted, 0, examples_, 0});
  }
  cell->total += cell->weight * (examples_ - cell->since);
  cell->since = examples_;
  cell->weight += step;
}

}  // namespace entente::prose
