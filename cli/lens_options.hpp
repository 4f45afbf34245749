// The lens: the options that choose the part of the graph to work with.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <entente/centrality.hpp>
#include <entente/graph_view.hpp>
#include <entente/worlds.hpp>

#include "options.hpp"

namespace entente::cli {

/// What `--by`, or an option of another name, says: how entities are ranked. The help begins with `prefix` and goes on
/// with the names of the measures.
void add_measure_option(Options&, CentralityMeasure& measure, const std::string& prefix,
                        const std::string& option = "--by");

/// The same options in front of every query and every exporter.
class LensOptions {
 public:
  /// Whether `--top` and `--by` belong to the lens, or to a command that ranks entities itself; or whether `--by` does
  /// not, because it means something else there, and the lens has `--top-by`.
  enum class Ranking { in_lens, by_own_name, left_out };

  explicit LensOptions(Options&, Ranking = Ranking::in_lens);
  LensOptions(const LensOptions&) = delete;
  LensOptions& operator=(const LensOptions&) = delete;

  /// The graph through the lens. Throws `UsageError` for names that fit nothing or too much.
  [[nodiscard]] GraphView apply(const KnowledgeGraph&) const;

  /// Those in whose worlds to look, in the order in which they are named.
  [[nodiscard]] std::vector<EntityId> speakers(const KnowledgeGraph&) const;
  [[nodiscard]] WorldOptions world_options(const KnowledgeGraph&) const;
  /// Only facts, unless moods are asked for.
  void prefer_facts();
  /// `--as-told-by` and `--in-person` make sense although nobody is named.
  void mean_all_speakers() { means_all_speakers_ = true; }

 private:
  void add_kinds(Options&);
  void add_circumstances(Options&);
  void add_worlds(Options&);
  void add_surroundings(Options&);
  void set_end(std::optional<Date>& end, const std::string& option, const std::string& text);

  Lens lens_;
  std::optional<Date> since_;
  std::optional<Date> until_;
  std::vector<std::string> sources_;
  std::vector<std::string> documents_;
  std::vector<std::string> speakers_;
  std::string teller_;
  bool in_person_ = false;
  bool means_all_speakers_ = false;
  std::vector<std::string> centers_;
  std::size_t depth_ = 1;
  std::size_t top_ = 0;  // 0: all
  CentralityMeasure measure_ = CentralityMeasure::degree;
};

}  // namespace entente::cli
