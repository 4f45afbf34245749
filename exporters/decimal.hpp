// Numbers as decimal digits, the same in every locale.
#pragma once

#include <string>

namespace entente {

/// The shortest decimal that reads back as the same value: "0.85", "1e-05".
std::string shortest_decimal(double value);
/// The same without an exponent: "0.00001".
std::string plain_decimal(double value);

}  // namespace entente
