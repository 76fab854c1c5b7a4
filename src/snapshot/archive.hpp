#pragma once

// Archives after the Archive concept of Boost.Serialization: fixed-width little-endian numbers,
// columns in one piece. No class tables, no pointers: what is read is known beforehand, and every
// read is held against what is left.

#include <array>
#include <bit>
#include <boost/serialization/collection_size_type.hpp>
#include <boost/serialization/item_version_type.hpp>
#include <boost/serialization/library_version_type.hpp>
#include <boost/serialization/nvp.hpp>
#include <boost/serialization/serialization.hpp>
#include <boost/serialization/split_free.hpp>
#include <boost/serialization/string.hpp>
#include <boost/serialization/utility.hpp>
#include <boost/serialization/vector.hpp>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <regelgraf/error.hpp>
#include <regelgraf/rows.hpp>

namespace regelgraf::snapshot {

[[noreturn]] inline void damaged() { throw Error(Errc::invalid_model, "the snapshot is damaged"); }

template <class T>
inline constexpr bool is_number = std::is_arithmetic_v<T> || std::is_enum_v<T>;

/// Values with a name, as Boost's containers hand them over; the name is for archives in XML.
template <class T>
struct Named : std::false_type {};
template <class T>
struct Named<boost::serialization::nvp<T>> : std::true_type {};

/// The bits of a number as one without sign, of the same width.
template <class T>
auto bits_of(T value) {
  if constexpr (std::is_same_v<T, bool>)
    return static_cast<std::uint8_t>(value);
  else if constexpr (std::is_same_v<T, double>)
    return std::bit_cast<std::uint64_t>(value);
  else if constexpr (std::is_enum_v<T>)
    return static_cast<std::make_unsigned_t<std::underlying_type_t<T>>>(value);
  else
    return static_cast<std::make_unsigned_t<T>>(value);
}

/// The numbers of rows that consist of nothing else.
template <class T>
Column<std::uint32_t> numbers_of(const Column<T>& rows) {
  static_assert(sizeof(T) % 4 == 0 && alignof(T) == 4 && std::is_trivially_copyable_v<T>);
  return Column<std::uint32_t>::borrowed(
      {reinterpret_cast<const std::uint32_t*>(rows.data()), rows.size() * (sizeof(T) / 4)});
}

/// Writes; grows a text.
class Out {
 public:
  using is_saving = std::true_type;
  using is_loading = std::false_type;

  explicit Out(std::string& bytes) : bytes_(bytes) {}

  template <class T>
  Out& operator<<(const T& value) {
    if constexpr (is_number<T>) {
      auto bits = static_cast<std::uint64_t>(bits_of(value));
      for (std::size_t i = 0; i < sizeof(bits_of(value)); ++i, bits >>= 8)
        bytes_ += static_cast<char>(bits & 0xFF);
    } else if constexpr (std::is_same_v<T, std::string>) {
      *this << static_cast<std::uint64_t>(value.size());
      bytes_ += value;
    } else if constexpr (std::is_same_v<T, boost::serialization::collection_size_type>) {
      *this << static_cast<std::uint64_t>(value);
    } else if constexpr (Named<T>::value) {
      *this << value.const_value();
    } else if constexpr (std::is_same_v<T, boost::serialization::item_version_type>) {
      // what stands in a list has the version of the whole
    } else {
      boost::serialization::serialize_adl(*this, const_cast<T&>(value), 0);
    }
    return *this;
  }
  template <class T>
  Out& operator&(const T& value) {
    return *this << value;
  }
  template <class T>
  void column(const Column<T>& column) {
    if constexpr (std::is_class_v<T>) return this->column(numbers_of(column));
    *this << static_cast<std::uint64_t>(column.size());
    while (bytes_.size() % 8 != 0) bytes_ += '\0';
    if constexpr (std::endian::native == std::endian::little || sizeof(T) == 1)
      bytes_.append(reinterpret_cast<const char*>(column.data()), column.size() * sizeof(T));
    else if constexpr (!std::is_class_v<T>)
      for (const T value : column) *this << value;
  }

 private:
  std::string& bytes_;
};

/// Reads from bytes that stay where they are: columns look into them.
class In {
 public:
  using is_saving = std::false_type;
  using is_loading = std::true_type;

  /// @p bytes are aligned to 8; reading begins at @p at.
  In(std::string_view bytes, std::size_t at) : bytes_(bytes), at_(at) {}

  template <class T>
  In& operator>>(T& value) {
    if constexpr (std::is_same_v<T, bool>) {
      const char byte = *take(1);
      if (byte != 0 && byte != 1) damaged();
      value = byte == 1;
    } else if constexpr (is_number<T>) {
      using Bits = decltype(bits_of(T{}));
      const char* const from = take(sizeof(Bits));
      std::uint64_t bits = 0;
      for (std::size_t i = 0; i < sizeof(Bits); ++i)
        bits |= static_cast<std::uint64_t>(static_cast<unsigned char>(from[i])) << (8 * i);
      if constexpr (std::is_same_v<T, double>) {
        value = std::bit_cast<double>(bits);
      } else {
        if constexpr (std::is_enum_v<T>)
          if (bits >= words<T>().size()) damaged();
        value = static_cast<T>(bits);
      }
    } else if constexpr (std::is_same_v<T, std::string>) {
      const std::size_t size = count(1);
      value.assign(take(size), size);
    } else if constexpr (std::is_same_v<T, boost::serialization::collection_size_type>) {
      value = boost::serialization::collection_size_type(count(1));
    } else if constexpr (Named<std::remove_const_t<T>>::value) {
      *this >> value.value();
    } else if constexpr (std::is_same_v<T, boost::serialization::item_version_type>) {
      value = boost::serialization::item_version_type(0);
    } else {
      boost::serialization::serialize_adl(*this, value, 0);
    }
    return *this;
  }
  template <class T>
  In& operator&(T& value) {
    return *this >> value;
  }
  template <class T>
  void column(Column<T>& column) {
    if constexpr (std::is_class_v<T>) return rows(column);
    const std::size_t size = count(sizeof(T));
    at_ += (8 - at_ % 8) % 8;
    if (at_ > bytes_.size()) damaged();
    const char* const from = take(size * sizeof(T));
    if constexpr (std::endian::native == std::endian::little || sizeof(T) == 1) {
      column = Column<T>::borrowed({reinterpret_cast<const T*>(from), size});
    } else if constexpr (!std::is_class_v<T>) {
      In values({from, size * sizeof(T)}, 0);
      detail::Block<T> own(size);
      for (T& value : own) values >> value;
      column = Column<T>(std::move(own));
    }
  }
  [[nodiscard]] bool at_end() const { return at_ == bytes_.size(); }

  // Asked by Boost's containers.
  [[nodiscard]] boost::serialization::library_version_type get_library_version() const {
    return boost::serialization::library_version_type(18);
  }
  template <class... T>
  void reset_object_address(T&&...) {}

 private:
  /// Rows of numbers, as numbers_of() gave them.
  template <class T>
  void rows(Column<T>& column) {
    Column<std::uint32_t> numbers;
    this->column(numbers);
    if (numbers.size() % (sizeof(T) / 4) != 0) damaged();
    const std::span<const T> read(reinterpret_cast<const T*>(numbers.data()),
                                  numbers.size() / (sizeof(T) / 4));
    if constexpr (std::endian::native == std::endian::little)
      column = Column<T>::borrowed(read);
    else  // `numbers` has them itself
      column = Column<T>(detail::Block<T>(read.begin(), read.end()));
  }
  /// How many follow, of so many bytes each at least.
  std::size_t count(std::size_t each) {
    std::uint64_t size = 0;
    *this >> size;
    if (size > (bytes_.size() - at_) / each) damaged();
    return static_cast<std::size_t>(size);
  }
  const char* take(std::size_t size) {
    if (size > bytes_.size() - at_) damaged();
    return bytes_.data() + std::exchange(at_, at_ + size);
  }

  std::string_view bytes_;
  std::size_t at_;
};

}  // namespace regelgraf::snapshot

// What Boost 1.74 does not know of the standard library.
namespace boost::serialization {

template <class Archive, class T>
void serialize(Archive& ar, std::optional<T>& value, unsigned) {
  bool there = value.has_value();
  ar& there;
  if constexpr (Archive::is_loading::value) value = there ? std::optional<T>(T{}) : std::nullopt;
  if (there) ar&* value;
}

template <class Archive, class... T>
void serialize(Archive& ar, std::variant<T...>& value, unsigned) {
  auto form = static_cast<std::uint8_t>(value.index());
  ar& form;
  if constexpr (Archive::is_loading::value) {
    if (form >= sizeof...(T)) regelgraf::snapshot::damaged();
    std::size_t at = 0;
    ((at++ == form ? void(value.template emplace<T>()) : void()), ...);
  }
  std::visit([&](auto& one) { ar& one; }, value);
}

}  // namespace boost::serialization
