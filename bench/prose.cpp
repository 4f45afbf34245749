// Times the reading of documents, in words a second on one thread and on several:
//
//     bench_prose FILE...
//
// Every file is read five times; the fastest counts. Then all of them are read, so often that it takes two seconds
// (at most a hundred times), on one thread, on two, and so on up to what the machine has.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <ctime>
#include <iostream>
#include <limits>
#include <sstream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

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

void import_once(const Importer& importer, const RawDocument& document) {
  GraphBuilder builder;
  Diagnostics diagnostics;
  importer.import(document, builder, diagnostics);
}

double fastest_import(const Importer& importer, const RawDocument& document) {
  double fastest = std::numeric_limits<double>::max();
  for (int i = 0; i < rounds; ++i) {
    const auto begin = std::chrono::steady_clock::now();
    import_once(importer, document);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
    fastest = std::min(fastest, seconds.count());
  }
  return fastest;
}

struct Job {
  const Importer* importer;
  RawDocument document;
};

struct Took {
  double seconds;
  double processor_seconds;  // of all threads together: tells how well they would do with processors to themselves
};

// What so many threads take for every document, `copies` times.
Took import_all(const std::vector<Job>& jobs, std::size_t copies, unsigned threads) {
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < jobs.size() * copies; i = next++) {
      import_once(*jobs[i % jobs.size()].importer, jobs[i % jobs.size()].document);
    }
  };
  const auto begin = std::chrono::steady_clock::now();
  const std::clock_t processor_begin = std::clock();
  {
    std::vector<std::jthread> others;
    for (unsigned i = 1; i < threads; ++i) others.emplace_back(work);
    work();
  }
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  return {seconds.count(), static_cast<double>(std::clock() - processor_begin) / CLOCKS_PER_SEC};
}

}  // namespace

int main(int count, char** arguments) try {
  const ImporterSet importers = builtin_importers();
  std::size_t words = 0;
  double seconds = 0;
  std::vector<Job> jobs;
  for (int i = 1; i < count; ++i) {
    RawDocument document{arguments[i], read_file(arguments[i])};
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
    jobs.push_back({importer, std::move(document)});
  }
  if (words == 0) return 2;
  std::cout << static_cast<double>(words) / seconds << " words a second\n";
  const auto copies = static_cast<std::size_t>(std::clamp(2.0 / seconds, 1.0, 100.0));
  for (unsigned threads = 1; threads <= std::max(1U, std::thread::hardware_concurrency()); ++threads) {
    const Took took = import_all(jobs, copies, threads);
    const auto read = static_cast<double>(words * copies);
    std::cout << threads << (threads == 1 ? " thread: " : " threads: ") << read / took.seconds << " words a second, "
              << read / took.processor_seconds << " in a second of one processor\n";
  }
} catch (const IoError& error) {
  std::cerr << error.what() << '\n';
  return 3;
}
