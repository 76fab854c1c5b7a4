#pragma once

// How the bodies of the public functions are compiled: with each file that includes their headers,
// which is what `inline` is for. Who builds many files defines REGELGRAF_DECLARATIONS_ONLY, which
// leaves the bodies out, and compiles them once in a file of its own, with REGELGRAF_INLINE defined
// as nothing before it includes <regelgraf/regelgraf.hpp>; src/engine.cpp does. Parts of the engine
// that src uses itself are without the public bodies then.

#ifndef REGELGRAF_INLINE
#define REGELGRAF_INLINE inline
#endif
