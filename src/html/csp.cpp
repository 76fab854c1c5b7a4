#include "html/csp.hpp"

#include <mbedtls/base64.h>
#include <mbedtls/sha256.h>

#include <array>
#include <stdexcept>

namespace regelgraf::html {

std::string hash_source(std::string_view text) {
  std::array<unsigned char, 32> hash{};
  std::array<unsigned char, 64> base64{};
  std::size_t length = 0;
  if (mbedtls_sha256_ret(reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                         hash.data(), 0) != 0 ||
      mbedtls_base64_encode(base64.data(), base64.size(), &length, hash.data(), hash.size()) != 0)
    throw std::runtime_error("SHA-256 failed");
  return "'sha256-" +
         std::string(base64.begin(), base64.begin() + static_cast<std::ptrdiff_t>(length)) + "'";
}

}  // namespace regelgraf::html
