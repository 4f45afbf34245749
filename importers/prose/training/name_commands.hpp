#pragma once

#include <map>
#include <string>
#include <vector>

namespace entente::prose {

/// The values of the options of a command, by name.
using OptionValues = std::map<std::string, std::vector<std::string>>;

/// `names --conll FILE... [--coarse FILE...] --out MODEL`: makes the model of names. Files after `--conll` are repeated
/// `--repeat` times.
void make_name_model(const OptionValues& values);

/// `evaluate-names --model MODEL --conll FILE... [--without-hints]`: prints how good a model of names is.
void measure_name_model(const OptionValues& values);

}  // namespace entente::prose
