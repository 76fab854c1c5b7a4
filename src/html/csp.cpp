#include "html/csp.hpp"

#include <mbedtls/base64.h>
#include <mbedtls/sha256.h>

#include <array>
#include <cstddef>
#include <stdexcept>

namespace regelgraf::html {

std::string base64(std::string_view bytes) {
  std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');  // with the NUL that mbedtls adds
  std::size_t length = 0;
  if (mbedtls_base64_encode(reinterpret_cast<unsigned char*>(text.data()), text.size(), &length,
                            reinterpret_cast<const unsigned char*>(bytes.data()),
                            bytes.size()) != 0)
    throw std::logic_error("there was room for base64");
  text.resize(length);
  return text;
}

std::optional<std::string> from_base64(std::string_view text) {
  std::string bytes(text.size() / 4 * 3 + 3, '\0');
  std::size_t length = 0;
  if (mbedtls_base64_decode(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), &length,
                            reinterpret_cast<const unsigned char*>(text.data()), text.size()) != 0)
    return std::nullopt;
  bytes.resize(length);
  return bytes;
}

std::string hash_source(std::string_view text) {
  std::array<unsigned char, 32> hash{};
  if (mbedtls_sha256_ret(reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                         hash.data(), 0) != 0)
    throw std::runtime_error("SHA-256 failed");
  return "'sha256-" + base64({reinterpret_cast<const char*>(hash.data()), hash.size()}) + "'";
}

}  // namespace regelgraf::html
