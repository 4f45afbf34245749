// Paths between entities.
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include <entente/effort.hpp>
#include <entente/graph_view.hpp>
#include <entente/path_pattern.hpp>

namespace entente {

/// Whether relations may be walked only from subject to object, or either way. Symmetric ones always go both ways.
enum class Direction { directed, either };

/// One step of a path: the relation walked, and whether from its object to its subject.
struct Step {
  RelationId relation;
  bool backwards = false;
  friend auto operator<=>(const Step&, const Step&) = default;
};

/// A walk from `start` that visits no entity twice; without steps it is the entity itself.
struct Path {
  EntityId start;
  std::vector<Step> steps;
  [[nodiscard]] std::size_t length() const { return steps.size(); }
  friend bool operator==(const Path&, const Path&) = default;
};

/// The entities along the path, `length() + 1` of them.
std::vector<EntityId> entities_along(const KnowledgeGraph&, const Path&);

/// A path may have any number of steps.
inline constexpr std::size_t any_length = std::numeric_limits<std::size_t>::max();

/// The first path by these marks: fewest steps, fewest of them not stated as facts (affirmed and actual), lowest ids of
/// the entities along it; or nothing if an end is not visible or `to` cannot be reached in `max_length` steps. Of
/// parallel relations the best supported is taken (facts first, then confidence, evidence, lowest id). O(V + E).
std::optional<Path> shortest_path(const GraphView&, EntityId from, EntityId to, Direction = Direction::either,
                                  std::size_t max_length = any_length);

/// The first `k` loopless paths by the marks of `shortest_path`; paths that differ only in parallel relations count
/// once. Yen, "Finding the k shortest loopless paths in a network", Management Science 17 (1971), with later savings.
/// O(k V (V + E)) at worst.
std::vector<Path> shortest_paths(const GraphView&, EntityId from, EntityId to, std::size_t k,
                                 Direction = Direction::either, std::size_t max_length = any_length);

/// What a step costs when paths are compared.
///
///     hops        1
///     confidence  -ln c for a relation of confidence c: the path that costs least is the one that is most probably
///     right
///                 as a whole if its relations are right or wrong independently, with probability e^-cost. Relations of
///                 confidence 0 are not walked.
///     documents   1 / n for a relation with evidence in n documents, 2 for one without a document: as in a network of
///                 resistors, of which documents put n beside each other
///     recency     1 + the years from its last day to the latest day of all visible dates; what lasts is of that day,
///                 what is undated as old as the oldest
///
/// Costs are rounded to billionths, so that their sums are exact and equal costs are equal.
enum class StepCost : std::uint8_t { hops, confidence, documents, recency };
inline constexpr std::size_t step_cost_count = 4;

/// The name as the command line has it: `hops`, `confidence`, …
std::string_view name(StepCost);

/// What the steps of the path, which the view shows, cost together. O(length), and O(E) for `recency`.
double path_cost(const GraphView&, const Path&, StepCost);

/// What a path has to keep to, and which comes first.
struct PathRules {
  Direction direction = Direction::either;  ///< has no meaning where a pattern says which way steps go
  std::size_t max_length = any_length;
  StepCost by = StepCost::hops;
  std::optional<PathPattern> via{};  ///< what the predicates and types along the path have to be
  /// No step is taken before the one that it follows. A step can be taken on any day of its relation's date, and is
  /// taken on the first day on which it and those before it can be; one without a date cannot be taken. Time-respecting
  /// paths: Kempe, Kleinberg and Kumar, "Connectivity and inference problems for temporal networks", JCSS 64 (2002),
  /// with intervals as in Holme and Saramäki, "Temporal networks", Physics Reports 519 (2012).
  bool in_time = false;
};

/// The first `k` loopless paths that keep to the rules, by these marks: least cost, fewest steps, fewest of them not
/// stated as facts, lowest ids (where a pattern or time is kept to, another order of equals, always the same); paths
/// that differ only in parallel relations count once, in the best of their forms.
///
/// Without pattern, time and a limit of length the work is that of `shortest_paths`. With them the search goes through
/// all combinations of an entity with a state of the pattern, a day on which it can be reached and a number of steps,
/// as far as they lead on; walks that pass an entity twice are found and left out, of which there may be exponentially
/// many (to find whether a loopless path fits a pattern is NP-complete: Mendelzon and Wood, SIAM Journal on Computing
/// 24, 1995).
std::vector<Path> shortest_paths(const GraphView&, EntityId from, EntityId to, std::size_t k, const PathRules&);

/// Paths, and whether they are all that were asked for.
struct FoundPaths {
  std::vector<Path> paths;
  bool complete = true;  ///< the effort sufficed
};

/// What `shortest_paths` returns, as far as an effort allows: the first of these paths if it was over before. Its
/// progress is the number of paths that were found, of `k`; its threads have no meaning here.
FoundPaths shortest_paths_within(const Effort&, const GraphView&, EntityId from, EntityId to, std::size_t k,
                                 const PathRules& = {});

/// The path whose weakest step is best supported (facts first, then confidence, then the amount of evidence); of
/// several the first by the marks of `shortest_path`. Nothing if an end is not visible or not reached. Pollack, "The
/// maximum capacity through a network", Operations Research 8 (1960). O((V + E) log E).
std::optional<Path> widest_path(const GraphView&, EntityId from, EntityId to, Direction = Direction::either);

/// Takes one path after the other; false if it wants no more. Must not throw.
using TakePath = Callback<bool(const Path&)>;

/// Hands over every loopless path of at most `max_length` steps, in the order of the ids of the entities along them;
/// paths that differ only in parallel relations count once, with the best supported of these. False if `take` or the
/// effort ended it. There may be exponentially many; between two of them no more than O(length (V + E)) is done. The
/// progress of the effort is by the first two steps; its threads have no meaning here.
bool each_simple_path(const GraphView&, EntityId from, EntityId to, std::size_t max_length, const TakePath& take,
                      Direction = Direction::either, const Effort& = {});

/// The cost of the cheapest path from the entity to each one, by entity; infinity where there is none and for what is
/// not visible. O(V + E) where costs differ little, O(V E) in the worst case.
std::vector<double> distances_from(const GraphView&, EntityId from, StepCost, Direction = Direction::either);

/// Answers many questions about shortest paths in one view, one after the other in the same memory. To be used by one
/// thread at a time.
///
///     PathSearch search(view, Direction::either);
///     for (const auto& [a, b] : pairs) print(search.distance(a, b));
class PathSearch {
 public:
  /// O(V + E).
  PathSearch(const GraphView&, Direction);
  ~PathSearch();
  PathSearch(PathSearch&&) noexcept;
  PathSearch& operator=(PathSearch&&) noexcept;

  /// The number of steps of `shortest_path`. O(V + E), and mostly far less: it searches from both ends.
  std::optional<std::size_t> distance(EntityId from, EntityId to, std::size_t max_length = any_length);
  /// What `shortest_path` returns.
  std::optional<Path> shortest(EntityId from, EntityId to, std::size_t max_length = any_length);

 private:
  struct Memory;
  std::unique_ptr<Memory> memory_;
};

}  // namespace entente
