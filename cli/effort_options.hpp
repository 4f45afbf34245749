// How long a query may work, and what becomes of it when the user has seen enough.
#pragma once

#include <cstddef>
#include <string>
#include <utility>

#include <entente/effort.hpp>

#include "exit_code.hpp"
#include "options.hpp"
#include "progress.hpp"

namespace entente::cli {

/// The options `--threads` and `--time-limit` of a query that may take long.
///
///     EffortOptions effort(options);
///     const auto found = effort.spend("betweenness", [&](const Effort& allowed) { return search(allowed); });
///     return effort.exit_code(inputs.exit_code());
class EffortOptions {
 public:
  explicit EffortOptions(Options&);

  /// What `query(effort)` returns. Meanwhile a line on a terminal tells how far it has come, and Ctrl-C ends the query
  /// and not the program; pressed again, both.
  template <class Query>
  auto spend(const std::string& action, const Query& query) {
    const Watch watch(action, *this);
    return query(watch.effort);
  }

  /// `interrupted` if a query was ended by Ctrl-C, and otherwise what is given.
  [[nodiscard]] ExitCode exit_code(ExitCode otherwise) const {
    return interrupted_ ? ExitCode::interrupted : otherwise;
  }

 private:
  struct Watch {
    Watch(const std::string& action, EffortOptions&);
    ~Watch();
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;

    EffortOptions& options;
    Progress progress;
    Effort effort;
  };

  std::size_t threads_ = 0;
  double seconds_ = -1.0;  // below 0: no limit
  bool interrupted_ = false;
};

}  // namespace entente::cli
