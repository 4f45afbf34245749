// Texts that stay where they are.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace entente {

/// Keeps copies of texts in large blocks. The views it gives out live as long as the pool, wherever that is moved to.
class TextPool {
 public:
  /// A view of the copy. O(length) amortised.
  std::string_view keep(std::string_view text);
  /// Takes over the texts of another pool; views of them stay good.
  void take_over(TextPool&& other);

  [[nodiscard]] std::size_t bytes() const { return bytes_; }  ///< of all blocks

 private:
  std::vector<std::unique_ptr<char[]>> blocks_;
  char* free_ = nullptr;  // in the last block but those of long texts
  std::size_t free_size_ = 0;
  std::size_t bytes_ = 0;
};

}  // namespace entente
