#include "text_pool.hpp"

#include <algorithm>
#include <cstring>
#include <iterator>
#include <utility>

namespace entente {

std::string_view TextPool::keep(std::string_view text) {
  constexpr std::size_t first_block = std::size_t{1} << 12U;
  constexpr std::size_t largest_block = std::size_t{1} << 20U;
  if (text.empty()) return {};
  if (text.size() > free_size_) {
    const bool is_long = text.size() > largest_block / 4;
    const std::size_t size =
        is_long ? text.size() : std::clamp(bytes_ / 8, std::max(first_block, text.size()), largest_block);
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(size));
    bytes_ += size;
    if (is_long) return {static_cast<char*>(std::memcpy(blocks_.back().get(), text.data(), text.size())), text.size()};
    free_ = blocks_.back().get();
    free_size_ = size;
  }
  char* const copy = free_;
  std::memcpy(copy, text.data(), text.size());
  free_ += text.size();
  free_size_ -= text.size();
  return {copy, text.size()};
}

void TextPool::take_over(TextPool&& other) {
  blocks_.insert(blocks_.end(), std::move_iterator(other.blocks_.begin()), std::move_iterator(other.blocks_.end()));
  bytes_ += other.bytes_;
  other = {};
}

}  // namespace entente
