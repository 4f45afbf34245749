#include "key_register.hpp"

#include <algorithm>

#include <entente/names.hpp>

namespace entente {

std::string key_from(std::string_view name, std::string_view otherwise) {
  std::string key = fold_name(name);
  if (key.empty()) key = fold_name(otherwise);
  std::replace(key.begin(), key.end(), ' ', '-');
  return key;
}

std::optional<std::size_t> KeyRegister::find(std::string_view key) const {
  auto found = positions_.find(key);
  if (found == positions_.end()) return std::nullopt;
  return found->second;
}

bool KeyRegister::add(const std::string& key, std::size_t position) {
  return positions_.try_emplace(key, position).second;
}

std::string KeyRegister::unused(const std::string& key) {
  if (!find(key)) return key;
  std::size_t& suffix = last_suffixes_.try_emplace(key, 1).first->second;
  std::string numbered;
  do numbered = key + "-" + std::to_string(++suffix);
  while (find(numbered));
  return numbered;
}

}  // namespace entente
