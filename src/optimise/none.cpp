// No solver is built in.

#include "optimise/optimiser.hpp"

namespace regelgraf::optimise {

std::unique_ptr<Optimiser> make_optimiser() { return nullptr; }

}  // namespace regelgraf::optimise
