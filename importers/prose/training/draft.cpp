#include "prose/training/draft.hpp"

#include "prose/language/cleaning.hpp"
#include "prose/language/lemmas.hpp"
#include "prose/language/parser.hpp"
#include "prose/language/sentences.hpp"
#include "prose/language/tagger.hpp"
#include "prose/passage.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <entente/files.hpp>

namespace entente::prose {

namespace {

void write_sentence(const Weights& weights, const Passage& passage, const Sentence& sentence, std::ostream& out) {
  std::vector<std::string_view> words;
  for (std::uint32_t token = sentence.first_token; token < sentence.last_token; ++token) {
    words.push_back(passage.tokens[token].text);
  }
  const auto tags = tag(weights, words);
  const auto arcs = parse(weights, words, tags);
  std::string text(passage.slice(passage.bytes_of_tokens(sentence.first_token, sentence.last_token)));
  std::replace(text.begin(), text.end(), '\n', ' ');
  out << "# text = " << text << '\n';
  for (std::size_t at = 0; at < words.size(); ++at) {
    out << at + 1 << '\t' << words[at] << '\t' << lemma(weights, words[at], tags[at]) << '\t' << name(tags[at].upos)
        << '\t' << name(tags[at].xpos) << "\t_\t" << arcs[at].head + 1 << '\t' << name(arcs[at].relation) << "\t_\t_\n";
  }
  out << '\n';
}

}  // namespace

void draft_treebank(const Weights& weights, const std::filesystem::path& file, std::ostream& out) {
  const std::string text = read_file(file);
  Passage passage;
  passage.text = text;
  clean(passage);
  split_sentences(passage);
  std::size_t number = 0;
  for (const auto& sentence : passage.sentences) {
    out << "# sent_id = " << file.stem().string() << '-' << ++number << '\n';
    write_sentence(weights, passage, sentence, out);
  }
}

}  // namespace entente::prose
