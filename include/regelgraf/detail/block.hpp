#pragma once

// Vectors whose memory is asked for in large pages where there is much of it.
//
// A model of 100,000 elements is read from some 40 MB that are written once, in order. In pages of
// 4 KB the system is entered for each of them, which takes as long as reading the JSON does, and in
// a virtual machine several times as long; in pages of 2 MB it is not worth mentioning. On Linux a
// large block is the system's own, so that what is given back is free again at once: malloc learns
// from blocks of 32 MB to keep as much at hand.

#include <cstddef>
#include <cstdint>
#include <new>
#include <utility>
#include <vector>

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace regelgraf::detail {

inline constexpr std::size_t large_page = std::size_t{2} << 20;
#if defined(__linux__)
inline constexpr std::size_t least_large_block = large_page / 8;
#else
inline constexpr std::size_t least_large_block = static_cast<std::size_t>(-1);  // none is
#endif

/// @p bytes rounded up to large pages, where they are a large block.
constexpr std::size_t in_large_pages(std::size_t bytes) {
  return bytes < least_large_block ? bytes : (bytes + large_page - 1) / large_page * large_page;
}

/// As operator new, aligned to 8 at least; in large pages as far as the system gives them, but for
/// a last page that would be less than three quarters full.
[[nodiscard]] inline void* new_block(std::size_t bytes) {
#if defined(__linux__)
  if (bytes >= least_large_block) {
    if (bytes > SIZE_MAX - 2 * large_page) throw std::bad_alloc();
    const std::size_t size = in_large_pages(bytes);
    void* const mapped = ::mmap(nullptr, size + large_page, PROT_READ | PROT_WRITE,
                                MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (mapped == MAP_FAILED) throw std::bad_alloc();
    char* const start = static_cast<char*>(mapped);
    const std::size_t over = reinterpret_cast<std::uintptr_t>(start) % large_page;
    const std::size_t before = over == 0 ? 0 : large_page - over;
    char* const block = start + before;
    if (before > 0) (void)::munmap(start, before);
    (void)::munmap(block + size, large_page - before);
    if (const std::size_t large = (bytes + large_page / 4) / large_page * large_page; large > 0)
      (void)::madvise(block, large, MADV_HUGEPAGE);  // who says no, may
    return block;
  }
#endif
  return ::operator new(bytes);
}

/// Gives back what new_block(@p bytes) gave.
inline void delete_block(void* block, [[maybe_unused]] std::size_t bytes) noexcept {
#if defined(__linux__)
  if (bytes >= least_large_block) {
    (void)::munmap(block, in_large_pages(bytes));
    return;
  }
#endif
  ::operator delete(block);
}

/// From here on a block is left where it grew when a model is gathered into one: to copy it would
/// take as much memory again, for as long as that lasts.
inline constexpr std::size_t least_left_block =
    least_large_block < large_page ? 4 * large_page : least_large_block;

/// Gives back what new_block(@p bytes) has behind the first @p used bytes, as far as the system
/// takes it.
inline void give_back_rest([[maybe_unused]] void* block, [[maybe_unused]] std::size_t used,
                           [[maybe_unused]] std::size_t bytes) noexcept {
#if defined(__linux__)
  constexpr std::size_t pages = std::size_t{64} << 10;  // of any system
  const std::size_t from = (used + pages - 1) / pages * pages, end = in_large_pages(bytes);
  if (bytes >= least_large_block && from < end)
    (void)::madvise(static_cast<char*>(block) + from, end - from, MADV_DONTNEED);
#endif
}

/// @tparam large in new_block()'s large blocks, the last page of each whole, however little of it
/// is used: quicker to write for the first time. Else in what operator new has, which is mostly
/// used before: a workspace made anew for each question would enter the system for every page.
template <class T, bool large>
struct BlockAllocator {
  using value_type = T;
  template <class U>
  struct rebind {
    using other = BlockAllocator<U, large>;
  };
  BlockAllocator() = default;
  template <class U>
  BlockAllocator(const BlockAllocator<U, large>&) noexcept {}  // NOLINT: allocators convert

  [[nodiscard]] T* allocate(std::size_t count) {
    if (count > static_cast<std::size_t>(-1) / 2 / sizeof(T)) throw std::bad_array_new_length();
    const std::size_t bytes = count * sizeof(T);
    return static_cast<T*>(large ? new_block(in_large_pages(bytes)) : ::operator new(bytes));
  }
  void deallocate(T* block, std::size_t count) noexcept {
    if constexpr (large)
      delete_block(block, in_large_pages(count * sizeof(T)));
    else
      ::operator delete(block);
  }
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

/// What is as long as the model and soon given back, or gathered into one block with others.
/// resize() and `Block(n)` leave numbers unwritten.
template <class T>
using Block = std::vector<T, BlockAllocator<T, true>>;

/// What is as long as the model and kept, likewise.
template <class T>
using KeptBlock = std::vector<T, BlockAllocator<T, false>>;

/// Room for @p count more values at the end of @p block, for the caller to write.
template <class T>
[[nodiscard]] T* room_for(Block<T>& block, std::size_t count) {
  const std::size_t at = block.size();
  block.resize(at + count);
  return block.data() + at;
}

}  // namespace regelgraf::detail
