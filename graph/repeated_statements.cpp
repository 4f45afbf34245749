#include "repeated_statements.hpp"

#include <algorithm>
#include <bit>

#include "large_arrays.hpp"
#include "ordered_blocks.hpp"

namespace entente {
namespace {

constexpr unsigned hash_bits = 32;

/// Statements, those of a part beside each other.
struct Parts {
  UnsetVector<HashedStatement> statements;
  std::vector<std::size_t> starts;

  [[nodiscard]] std::size_t count() const { return starts.size() - 1; }
  [[nodiscard]] std::span<const HashedStatement> operator[](std::size_t part) const {
    return std::span(statements).subspan(starts[part], starts[part + 1] - starts[part]);
  }
};

/// Parts statements by the upper bits of their hash and keeps their order within each part.
Parts parted(std::span<const HashedStatement> statements) {
  constexpr std::size_t each = std::size_t{1} << 14U;
  const auto bits = static_cast<unsigned>(std::bit_width(statements.size() / each));
  const auto part_of = [bits](const HashedStatement& statement) {
    return static_cast<std::size_t>(std::uint64_t{statement.hash} >> (hash_bits - bits));
  };
  Parts parts;
  parts.starts.resize((std::size_t{1} << bits) + 1);
  for (const HashedStatement& statement : statements) ++parts.starts[part_of(statement) + 1];
  for (std::size_t i = 1; i < parts.starts.size(); ++i) parts.starts[i] += parts.starts[i - 1];
  parts.statements.resize(statements.size());
  std::vector<std::size_t> next(parts.starts.begin(), parts.starts.end() - 1);
  for (const HashedStatement& statement : statements) parts.statements[next[part_of(statement)]++] = statement;
  return parts;
}

/// Finds the repetitions within parts.
class PartSearch {
 public:
  PartSearch(const Parts& parts, const std::function<bool(std::uint32_t, std::uint32_t)>& same)
      : parts_(parts), same_(same) {}

  bool run(std::size_t part) {
    const std::span<const HashedStatement> statements = parts_[part];
    firsts_.assign(std::bit_ceil(2 * statements.size() + 1), {});
    found_.clear();
    for (const HashedStatement& statement : statements) {
      if (statement.position != HashedStatement::nowhere) take(statement);
    }
    return true;
  }
  [[nodiscard]] const std::vector<Repetition>& found() const { return found_; }

 private:
  void take(const HashedStatement& statement) {
    const std::size_t mask = firsts_.size() - 1;
    std::size_t i = statement.hash & mask;
    for (; firsts_[i].position != HashedStatement::nowhere; i = (i + 1) & mask) {
      if (firsts_[i].hash != statement.hash || !same_(firsts_[i].position, statement.position)) continue;
      return found_.push_back({statement.position, firsts_[i].position});
    }
    firsts_[i] = statement;
  }

  const Parts& parts_;
  const std::function<bool(std::uint32_t, std::uint32_t)>& same_;
  std::vector<HashedStatement> firsts_;  // a hash table with linear probing, at most half full
  std::vector<Repetition> found_;
};

}  // namespace

std::vector<Repetition> repeated_statements(std::span<const HashedStatement> statements,
                                            const std::function<bool(std::uint32_t, std::uint32_t)>& same,
                                            std::size_t threads) {
  const Parts parts = parted(statements);
  std::vector<Repetition> all;
  in_ordered_blocks(
      parts.count(), Effort{.threads = threads}, [&] { return PartSearch(parts, same); },
      [&](const PartSearch& search) { all.insert(all.end(), search.found().begin(), search.found().end()); });
  std::sort(all.begin(), all.end(), [](const Repetition& a, const Repetition& b) { return a.position < b.position; });
  return all;
}

}  // namespace entente
