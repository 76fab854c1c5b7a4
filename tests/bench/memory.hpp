#pragma once

/// @file
/// @brief Memory of this process, in bytes (Linux).

#include <cstddef>

#include <regelgraf/model.hpp>

namespace regelgraf::bench {

/// What is resident now, after free memory went back to the system; pages of files, such as the
/// program's own, aside.
[[nodiscard]] double resident();

/// The most that was ever resident, or since reset_peak() where the kernel can reset it.
[[nodiscard]] double peak();
void reset_peak();

/// @brief Bytes of a model's names: ids, names, sources, notes and tags, each as often as it stands
/// in the model file. References to other elements are not names.
[[nodiscard]] double bytes_of_names(const Model& model);

/// Elements listed in all requirements, implied ones included.
[[nodiscard]] std::size_t listed_dependencies(const Model& model);

}  // namespace regelgraf::bench
