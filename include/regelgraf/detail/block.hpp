#pragma once

// Vectors whose memory is asked for in large pages where there is much of it.
//
// A model of 100,000 elements is read from some 40 MB that are written once, in order. In pages of
// 4 KB the system is entered for each of them, which takes as long as reading the JSON does; in
// pages of 2 MB it is not worth mentioning. The memory is that of operator new. The last large page
// may be used in part only: blocks are long enough that it is an eighth at most.

#include <cstddef>
#include <new>
#include <utility>
#include <vector>

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace regelgraf::detail {

inline constexpr std::size_t large_page = std::size_t{2} << 20;
inline constexpr std::size_t least_large_block = 8 * large_page;

/// As operator new, in large pages as far as the system gives them.
[[nodiscard]] inline void* new_block(std::size_t bytes) {
  if (bytes < least_large_block) return ::operator new(bytes);
  void* const block = ::operator new (bytes, std::align_val_t{large_page});
#if defined(__linux__)
  (void)::madvise(block, bytes / large_page * large_page, MADV_HUGEPAGE);  // who says no, may
#endif
  return block;
}

/// Gives back what new_block(@p bytes) gave.
inline void delete_block(void* block, std::size_t bytes) noexcept {
  if (bytes < least_large_block)
    ::operator delete(block);
  else
    ::operator delete (block, std::align_val_t{large_page});
}

template <class T>
struct BlockAllocator {
  using value_type = T;
  BlockAllocator() = default;
  template <class U>
  BlockAllocator(const BlockAllocator<U>&) noexcept {}  // NOLINT: allocators convert

  [[nodiscard]] T* allocate(std::size_t count) {
    if (count > static_cast<std::size_t>(-1) / 2 / sizeof(T)) throw std::bad_array_new_length();
    return static_cast<T*>(new_block(count * sizeof(T)));
  }
  void deallocate(T* block, std::size_t count) noexcept { delete_block(block, count * sizeof(T)); }
  /// What resize() adds is written by whoever asked for it: it is left as it is.
  template <class U>
  void construct(U* place) noexcept {
    ::new (static_cast<void*>(place)) U;
  }
  template <class U, class... Args>
  void construct(U* place, Args&&... args) {
    ::new (static_cast<void*>(place)) U(std::forward<Args>(args)...);
  }

  friend bool operator==(const BlockAllocator&, const BlockAllocator&) { return true; }
};

/// What is as long as the model. resize() and `Block(n)` leave numbers unwritten.
template <class T>
using Block = std::vector<T, BlockAllocator<T>>;

/// Room for @p count more values at the end of @p block, for the caller to write.
template <class T>
[[nodiscard]] T* room_for(Block<T>& block, std::size_t count) {
  const std::size_t at = block.size();
  block.resize(at + count);
  return block.data() + at;
}

}  // namespace regelgraf::detail
