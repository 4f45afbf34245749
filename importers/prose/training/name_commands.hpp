#pragma once

#include "prose/training/options.hpp"

namespace entente::prose {

/// `names --conll FILE... [--coarse FILE...] [--entities FILE...] --out MODEL`: makes the model of names.
///
/// The files after `--conll` have our classes and are seen `--repeat` times in each of `--iterations` passes; those
/// after
/// `--coarse` have the types of CoNLL 2003, those after `--entities` are treebanks with entities as in GUM. `--rounds`
/// models are added up. `--without-hints` leaves the lexicon out.
void make_name_model(const Options& options);

/// `evaluate-names --model MODEL --conll FILE... [--without-hints]`: prints how good a model of names is.
void measure_name_model(const Options& options);

}  // namespace entente::prose
