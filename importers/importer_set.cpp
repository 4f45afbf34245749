// Choosing an importer.
#include <utility>

#include <entente/importer.hpp>
#include <entente/json_importer.hpp>

#include "prose/prose_importer.hpp"

namespace entente {

void ImporterSet::add(std::shared_ptr<const Importer> importer) {
  importers_.push_back(std::move(importer));
}

const Importer* ImporterSet::named(std::string_view name) const {
  for (const auto& importer : importers_) {
    if (importer->name() == name) return importer.get();
  }
  return nullptr;
}

const Importer* ImporterSet::for_document(const RawDocument& document) const {
  const Importer* best = nullptr;
  double best_score = 0;
  for (const auto& importer : importers_) {
    const double score = importer->recognizes(document);
    if (score > best_score) {
      best = importer.get();
      best_score = score;
    }
  }
  return best;
}

ImporterSet builtin_importers() {
  ImporterSet importers;
  importers.add(make_json_importer());
  importers.add(make_prose_importer());
  return importers;
}

}  // namespace entente
