#include "store/hash.hpp"

#include <mbedtls/sha256.h>

#include <array>
#include <stdexcept>

namespace regelgraf::store {

std::string sha256(std::string_view bytes) {
  std::array<unsigned char, 32> hash{};
  if (mbedtls_sha256_ret(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                         hash.data(), 0) != 0)
    throw std::runtime_error("SHA-256 failed");
  constexpr std::string_view hex = "0123456789abcdef";
  std::string digits;
  for (const unsigned char byte : hash) {
    digits += hex[byte >> 4U];
    digits += hex[byte & 0xFU];
  }
  return digits;
}

}  // namespace regelgraf::store
