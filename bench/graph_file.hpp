// The graph files that all programs of a comparison read, and how they measure and tell what they took.
#pragma once

#include <time.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

namespace bench {

/// NAME.bin: the numbers of nodes and arcs (64 bits), then for all arcs where they start, where they end, and two
/// columns that are not read here (32 bits each). NAME.sources: numbers of nodes to start from, one a line.
struct GraphFile {
  std::uint64_t nodes = 0;
  std::vector<std::uint32_t> from;
  std::vector<std::uint32_t> to;
  std::vector<std::uint32_t> sources;

  explicit GraphFile(const std::string& name) {
    std::ifstream file(name + ".bin", std::ios::binary);
    std::uint64_t arcs = 0;
    file.read(reinterpret_cast<char*>(&nodes), sizeof nodes);
    file.read(reinterpret_cast<char*>(&arcs), sizeof arcs);
    for (auto* column : {&from, &to}) {
      column->resize(file ? arcs : 0);
      file.read(reinterpret_cast<char*>(column->data()), static_cast<std::streamsize>(column->size() * 4));
    }
    if (!file) {
      std::cerr << name << ".bin: cannot be read\n";
      std::exit(3);
    }
    std::ifstream list(name + ".sources");
    for (std::uint32_t source = 0; list >> source;) sources.push_back(source);
  }
};

inline double seconds(clockid_t clock) {
  timespec time{};
  clock_gettime(clock, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

/// Does a task that many times and prints each run: the task, the seconds of the processor and of the clock on the
/// wall, and the value that the task returns, by which programs are compared.
template <class Task>
void measure(const char* name, std::size_t runs, const Task& task) {
  for (std::size_t run = 0; run < runs; ++run) {
    const double processor = seconds(CLOCK_PROCESS_CPUTIME_ID);
    const double wall = seconds(CLOCK_MONOTONIC);
    const double check = task();
    std::printf("%s\t%.6f\t%.6f\t%.12g\n", name, seconds(CLOCK_PROCESS_CPUTIME_ID) - processor,
                seconds(CLOCK_MONOTONIC) - wall, check);
    std::fflush(stdout);
  }
}

/// GRAPH THREADS RUNS TASK...
struct Order {
  GraphFile graph;
  std::size_t threads;
  std::size_t runs;
  std::vector<std::string> tasks;

  Order(int count, char** arguments)
      : graph(count > 4 ? arguments[1] : usage(arguments[0])),
        threads(std::strtoul(arguments[2], nullptr, 10)),
        runs(std::strtoul(arguments[3], nullptr, 10)),
        tasks(arguments + 4, arguments + count) {}

  [[nodiscard]] bool wants(const std::string& task) const {
    for (const std::string& wanted : tasks)
      if (wanted == task) return true;
    return false;
  }

 private:
  [[noreturn]] static const char* usage(const char* program) {
    std::cerr << "usage: " << program << " GRAPH THREADS RUNS TASK...\n";
    std::exit(2);
  }
};

}  // namespace bench
