#include "prose/training/word_classes.hpp"

#include <fstream>
#include <stdexcept>

namespace entente::prose {

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

} // namespace entente::prose
