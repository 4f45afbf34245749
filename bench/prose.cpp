// Times the reading of documents, in words a second on one thread:
//
//     bench_prose FILE...
//
// Every file is read five times; the fastest counts.
#include <algorithm>
#include <chrono>
#include <iostream>
#include <limits>
#include <sstream>
#include <string>
#include <utility>

#include <entente/files.hpp>
#include <entente/graph_builder.hpp>
#include <entente/importer.hpp>

using namespace entente;

namespace {

constexpr int rounds = 5;

std::size_t count_words(const std::string& text) {
  std::istringstream words(text);
  std::size_t count = 0;
  for (std::string word; words >> word;) ++count;
  return count;
}

double fastest_import(const Importer& importer, const RawDocument& document) {
  double fastest = std::numeric_limits<double>::max();
  for (int i = 0; i < rounds; ++i) {
    GraphBuilder builder;
    Diagnostics diagnostics;
    const auto begin = std::chrono::steady_clock::now();
    importer.import(document, builder, diagnostics);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
    fastest = std::min(fastest, seconds.count());
  }
  return fastest;
}

}  // namespace

int main(int count, char** arguments) try {
  const ImporterSet importers = builtin_importers();
  std::size_t words = 0;
  double seconds = 0;
  for (int i = 1; i < count; ++i) {
    const RawDocument document{arguments[i], read_file(arguments[i])};
    const Importer* importer = importers.for_document(document);
    if (importer == nullptr) {
      std::cerr << arguments[i] << ": no importer recognises it\n";
      continue;
    }
    const std::size_t these = count_words(document.bytes);
    const double took = fastest_import(*importer, document);
    std::cout << arguments[i] << " (" << importer->name() << "): " << these << " words, " << took * 1000 << " ms\n";
    words += these;
    seconds += took;
  }
  if (words == 0) return 2;
  std::cout << static_cast<double>(words) / seconds << " words a second\n";
} catch (const IoError& error) {
  std::cerr << error.what() << '\n';
  return 3;
}
