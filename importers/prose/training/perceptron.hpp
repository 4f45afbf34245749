#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace entente::prose {

/// The weights of one feature after training.
struct FeatureWeights {
  struct Weight {
    std::uint8_t label;
    double value;
  };

  std::uint32_t number;
  std::vector<Weight> weights;  ///< by label
};

/// An averaged perceptron of hashed features (Freund and Schapire 1999, Collins 2002) while it is trained. Its weights
/// are whole numbers, so training gives the same bits everywhere.
class Perceptron {
 public:
  Perceptron();

  /// Adds the present weights of `features` to `scores`.
  void add_scores(std::span<const std::uint32_t> features, std::span<std::int32_t> scores) const;

  /// Moves the weights of `features` one step towards `right` and away from `wrong`.
  void update(std::span<const std::uint32_t> features, std::size_t right, std::size_t wrong);

  /// Adds `change` to the weights of `features` for `label`.
  void add(std::span<const std::uint32_t> features, std::size_t label, std::int32_t change);

  /// Moves the weights of `features` one step towards `right` and away from the best of the other labels, unless its
  /// score is more than `margin` below (a perceptron with margin; Krauth and Mézard 1987).
  void learn(std::span<const std::uint32_t> features, std::span<const std::int32_t> scores, std::size_t right,
             std::int32_t margin);

  /// Ends one example: averages are over examples.
  void tick() { ++examples_; }

  /// Lets averages begin here.
  void restart_average();

  /// The averaged weights that are not zero, ordered by feature.
  std::vector<FeatureWeights> average() const;

 private:
  struct Cell {
    std::uint8_t label;
    std::int32_t weight;
    std::int64_t since;  ///< the example at which the weight last changed
    std::int64_t total;  ///< the sum of the weight over the examples before that
  };
  struct Row {
    std::uint32_t number;
    std::vector<Cell> cells;
  };
  struct Slot {
    std::uint32_t number;
    std::uint32_t row;  ///< index into rows_ plus one; 0 if the slot is empty
  };

  std::size_t slot_of(std::uint32_t number) const;
  Row& row(std::uint32_t number);
  void grow();
  void change(Row& row, std::size_t label, std::int32_t step) const;

  std::vector<Slot> slots_;
  std::vector<Row> rows_;
  std::int64_t examples_ = 0;
};

}  // namespace entente::prose
