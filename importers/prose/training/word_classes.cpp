#include "prose/training/word_classes.hpp"

#include "prose/language/lexeme.hpp"

#include <cmath>
#include <fstream>
#include <map>
#include <numeric>
#include <span>
#include <sstream>
#include <stdexcept>
#include <vector>

namespace entente::prose {

namespace {

constexpr unsigned depth = 10;
constexpr std::size_t least_words = 8;  ///< a class with fewer is not cut
constexpr int rounds = 12;
constexpr double least_occurrences = 3;  ///< occurrences from which a word teaches the map
constexpr double ridge = 3.0;
constexpr double vector_share = 0.3;  ///< spread of the vectors beside a spread of the usages of one

using Vector = std::vector<double>;

struct Vectors {
  std::vector<std::string> words;
  std::vector<Vector> rows;  ///< of length one, and then a constant
};

double dot(const Vector& one, const Vector& other) {
  double sum = 0;
  for (std::size_t at = 0; at < one.size(); ++at) {
    sum += one[at] * other[at];
  }
  return sum;
}

void normalise_length(Vector& vector) {
  const double length = std::sqrt(dot(vector, vector));
  for (double& value : vector) {
    value = length > 0 ? value / length : 0;
  }
}

void add_to(Vector& sum, const Vector& vector, double factor) {
  for (std::size_t at = 0; at < sum.size(); ++at) {
    sum[at] += factor * vector[at];
  }
}

Vectors read_vectors(const std::filesystem::path& file, std::size_t most) {
  std::ifstream input(file);
  Vectors vectors;
  for (std::string line; vectors.words.size() < most && std::getline(input, line);) {
    std::istringstream fields(line);
    std::string word;
    fields >> word;
    Vector row;
    for (double value = 0; fields >> value;) {
      row.push_back(value);
    }
    if (row.empty() || (!vectors.rows.empty() && row.size() + 1 != vectors.rows.front().size())) {
      throw std::runtime_error("malformed vector of " + word + " in " + file.string());
    }
    normalise_length(row);
    row.push_back(1.0);  // what the map adds to every usage
    vectors.words.push_back(word);
    vectors.rows.push_back(std::move(row));
  }
  if (vectors.words.empty()) {
    throw std::runtime_error("no vectors in " + file.string());
  }
  return vectors;
}

constexpr std::size_t tag_count = xpos_names.size();
constexpr std::size_t relation_count = deprel_names.size();
constexpr std::size_t usage_size = 3 * tag_count + 2 * relation_count;

/// How often each word of the sentences has each tag, relation, tag of its head, and relation and tag of a dependent.
std::map<std::string, Vector> count_usage(std::span<const TreebankSentence> sentences) {
  std::map<std::string, Vector> usage;
  const auto counts = [&](const std::string& form) -> Vector& {
    auto& found = usage[normalise(form)];
    found.resize(usage_size);
    return found;
  };
  for (const auto& sentence : sentences) {
    for (std::size_t at = 0; at < sentence.size(); ++at) {
      const auto tag = static_cast<std::size_t>(sentence.tags[at].xpos);
      const auto relation = static_cast<std::size_t>(sentence.arcs[at].relation);
      auto& own = counts(sentence.forms[at]);
      own[tag] += 1;
      own[tag_count + relation] += 1;
      if (const auto head = static_cast<std::size_t>(sentence.arcs[at].head); head < sentence.size()) {
        own[tag_count + relation_count + static_cast<std::size_t>(sentence.tags[head].xpos)] += 1;
        auto& above = counts(sentence.forms[head]);
        above[2 * tag_count + relation_count + relation] += 1;
        above[2 * tag_count + 2 * relation_count + tag] += 1;
      }
    }
  }
  return usage;
}

/// The counts as a vector of square roots of shares, which tells rare uses from none.
Vector usage_vector(Vector counts, double occurrences) {
  for (double& count : counts) {
    count = std::sqrt(count / occurrences);
  }
  normalise_length(counts);
  return counts;
}

/// Solves `matrix` · X = `targets` for a symmetric positive matrix, in place (Cholesky).
void solve(std::vector<Vector>& matrix, std::vector<Vector>& targets) {
  const std::size_t size = matrix.size();
  for (std::size_t row = 0; row < size; ++row) {
    for (std::size_t column = 0; column <= row; ++column) {
      double sum = matrix[row][column];
      for (std::size_t at = 0; at < column; ++at) {
        sum -= matrix[row][at] * matrix[column][at];
      }
      matrix[row][column] = row == column ? std::sqrt(sum) : sum / matrix[column][column];
    }
  }
  for (std::size_t row = 0; row < size; ++row) {
    for (std::size_t at = 0; at < row; ++at) {
      add_to(targets[row], targets[at], -matrix[row][at]);
    }
    add_to(targets[row], targets[row], 1 / matrix[row][row] - 1);
  }
  for (std::size_t row = size; row-- > 0;) {
    for (std::size_t at = row + 1; at < size; ++at) {
      add_to(targets[row], targets[at], -matrix[at][row]);
    }
    add_to(targets[row], targets[row], 1 / matrix[row][row] - 1);
  }
}

/// The linear map from vectors to usage that fits the words of the sentences best: one row for each number of a vector.
std::vector<Vector> learn_map(const Vectors& vectors, std::span<const TreebankSentence> sentences) {
  const std::size_t size = vectors.rows.front().size();
  std::vector<Vector> matrix(size, Vector(size, 0.0));
  std::vector<Vector> map(size, Vector(usage_size, 0.0));
  const auto usage = count_usage(sentences);
  for (std::size_t word = 0; word < vectors.words.size(); ++word) {
    const auto found = usage.find(vectors.words[word]);
    const double occurrences =
        found == usage.end() ? 0 : std::accumulate(found->second.begin(), found->second.begin() + tag_count, 0.0);
    if (occurrences < least_occurrences) {
      continue;
    }
    const Vector target = usage_vector(found->second, occurrences);
    const double weight = std::log(occurrences);
    for (std::size_t row = 0; row < size; ++row) {
      add_to(matrix[row], vectors.rows[word], weight * vectors.rows[word][row]);
      add_to(map[row], target, weight * vectors.rows[word][row]);
    }
  }
  for (std::size_t row = 0; row < size; ++row) {
    matrix[row][row] += ridge;
  }
  solve(matrix, map);
  return map;
}

/// Replaces each vector by the usage that the map tells from it and, after that, the vector itself.
void add_usage(Vectors& vectors, const std::vector<Vector>& map) {
  std::vector<Vector> usages;
  Vector mean(usage_size, 0.0);
  const double share = 1 / static_cast<double>(vectors.rows.size());
  double spread = 0;
  for (const Vector& row : vectors.rows) {
    Vector usage(usage_size, 0.0);
    for (std::size_t at = 0; at < row.size(); ++at) {
      add_to(usage, map[at], row[at]);
    }
    spread += dot(usage, usage) * share;
    add_to(mean, usage, share);
    usages.push_back(std::move(usage));
  }
  const double scale = 1 / std::sqrt(spread - dot(mean, mean));
  for (std::size_t at = 0; at < usages.size(); ++at) {
    add_to(usages[at], usages[at], scale - 1);
    for (const double value : vectors.rows[at]) {
      usages[at].push_back(value * vector_share);
    }
  }
  vectors.rows = std::move(usages);
}

using Members = std::vector<std::size_t>;

Vector mean_of(const std::vector<Vector>& rows, const Members& members) {
  Vector mean(rows.front().size(), 0.0);
  for (const std::size_t member : members) {
    add_to(mean, rows[member], 1.0 / static_cast<double>(members.size()));
  }
  return mean;
}

/// The direction in which the members differ most, by power iteration.
Vector principal_direction(const std::vector<Vector>& rows, const Members& members, const Vector& mean) {
  Vector direction = rows[members.front()];
  add_to(direction, mean, -1.0);
  for (int round = 0; round < rounds; ++round) {
    Vector next(mean.size(), 0.0);
    for (const std::size_t member : members) {
      add_to(next, rows[member], dot(rows[member], direction) - dot(mean, direction));
    }
    add_to(next, mean, -dot(mean, next));
    normalise_length(next);
    direction = std::move(next);
  }
  return direction;
}

std::pair<Members, Members> cut(const std::vector<Vector>& rows, const Members& members) {
  const Vector mean = mean_of(rows, members);
  Vector direction = principal_direction(rows, members, mean);
  double threshold = dot(mean, direction);
  std::pair<Members, Members> halves;
  for (int round = 0; round < rounds; ++round) {
    halves = {};
    for (const std::size_t member : members) {
      (dot(rows[member], direction) < threshold ? halves.first : halves.second).push_back(member);
    }
    if (halves.first.empty() || halves.second.empty()) {
      break;
    }
    const Vector low = mean_of(rows, halves.first);
    direction = mean_of(rows, halves.second);
    threshold = (dot(direction, direction) - dot(low, low)) / 2;
    add_to(direction, low, -1.0);
  }
  return halves;
}

void assign(const Vectors& vectors, const Members& members, unsigned path, unsigned steps, WordClasses& classes) {
  const auto halves =
      steps < depth && members.size() >= 2 * least_words ? cut(vectors.rows, members) : std::pair<Members, Members>{};
  if (halves.first.empty() || halves.second.empty()) {
    for (const std::size_t member : members) {
      classes[vectors.words[member]] = static_cast<std::uint16_t>(path);
    }
    return;
  }
  assign(vectors, halves.first, path << 1, steps + 1, classes);
  assign(vectors, halves.second, path << 1 | 1U, steps + 1, classes);
}

}  // namespace

WordClasses make_word_classes(const std::filesystem::path& vectors, std::size_t most,
                              std::span<const TreebankSentence> sentences) {
  Vectors read = read_vectors(vectors, most);
  add_usage(read, learn_map(read, sentences));
  Members all;
  for (std::size_t at = 0; at < read.words.size(); ++at) {
    all.push_back(at);
  }
  WordClasses classes;
  assign(read, all, 1, 0, classes);
  return classes;
}

WordClasses read_word_classes(const std::filesystem::path& file) {
  std::ifstream input(file);
  if (!input) {
    throw std::runtime_error("cannot read " + file.string());
  }
  WordClasses classes;
  std::string word;
  for (unsigned path = 0; std::getline(input, word, '\t') && input >> path; input.ignore()) {
    classes[word] = static_cast<std::uint16_t>(path);
  }
  return classes;
}

void write_word_classes(const WordClasses& classes, const std::filesystem::path& file) {
  std::ofstream output(file);
  for (const auto& [word, path] : classes) {
    output << word << '\t' << path << '\n';
  }
  if (!output.flush()) {
    throw std::runtime_error("cannot write " + file.string());
  }
}

}  // namespace entente::prose
