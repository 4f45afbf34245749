// The commands; each is defined in the file of its name.
#pragma once

#include <string>
#include <vector>

#include "exit_code.hpp"

namespace entente::cli {

using Arguments = std::vector<std::string>;  ///< what follows the command

/// Each prints its own help when asked to, and throws `UsageError`, `IoError` or `RenderError`.
ExitCode build(const Arguments&);
ExitCode info(const Arguments&);
ExitCode show(const Arguments&);
ExitCode neighbors(const Arguments&);
ExitCode path(const Arguments&);
ExitCode central(const Arguments&);
ExitCode components(const Arguments&);
ExitCode communities(const Arguments&);
ExitCode critical(const Arguments&);
ExitCode cut(const Arguments&);
ExitCode similar(const Arguments&);
ExitCode clustering(const Arguments&);
ExitCode worlds(const Arguments&);
ExitCode compare(const Arguments&);
ExitCode assume(const Arguments&);
ExitCode why(const Arguments&);
ExitCode timeline(const Arguments&);
ExitCode order(const Arguments&);
ExitCode render(const Arguments&);
ExitCode explain(const Arguments&);
ExitCode formats(const Arguments&);

}  // namespace entente::cli
