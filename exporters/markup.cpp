#include "markup.hpp"

#include "clean_text.hpp"

namespace entente {

std::string markup(std::string_view text) {
  std::string escaped;
  for (const char letter : valid_xml_text(text)) {
    switch (letter) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      case '\\':
        escaped += "&#92;";
        break;
      case '\r':
        escaped += "&#13;";
        break;  // XML would read it as a line feed
      default:
        escaped += letter;
    }
  }
  return escaped;
}

}  // namespace entente
