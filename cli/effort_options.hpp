// How long a query may work, and what becomes of it when the user has seen enough.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include <entente/effort.hpp>

#include "exit_code.hpp"
#include "json_writer.hpp"
#include "options.hpp"
#include "progress.hpp"

namespace entente::cli {

/// Whether a query can work on several threads.
enum class Workers { one, several };

/// The option `--time-limit` of a query that may take long, and `--threads` of one that works on several.
///
///     EffortOptions effort(options);
///     const auto found = effort.spend("betweenness", [&](const Effort& allowed) { return search(allowed); });
///     return effort.exit_code(inputs.exit_code());
class EffortOptions {
 public:
  explicit EffortOptions(Options&, Workers = Workers::several);

  /// What `query(effort)` returns. Meanwhile a line on a terminal tells how far it has come, and Ctrl-C ends the query
  /// and not the program; pressed again, both. A query has as much time as another before it; what is asked after
  /// Ctrl-C, such as to write what was found, only ends with its time.
  template <class Query>
  auto spend(const std::string& action, const Query& query) {
    const Watch watch(action, *this);
    return query(watch.effort);
  }

  /// `interrupted` if a query was ended by Ctrl-C, and otherwise what is given.
  [[nodiscard]] ExitCode exit_code(ExitCode otherwise) const {
    return interrupted_ ? ExitCode::interrupted : otherwise;
  }

  /// Why a query that did not come to its end was ended, in words.
  [[nodiscard]] std::string_view ending() const { return interrupted_ ? "interrupted" : "time is up"; }

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

  std::size_t threads_ = 0;  // 0: one for each core
  double seconds_ = -1.0;    // below 0: no limit
  bool interrupted_ = false;
};

/// Says in an object that an answer is not all, if it is not.
void write_completeness(JsonWriter&, bool complete);

}  // namespace entente::cli
