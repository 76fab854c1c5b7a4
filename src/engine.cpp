// The engine, compiled once (REGELGRAF_ENGINE_ONCE). Its bodies stand in headers; all other files
// see their declarations alone, and take a third of the time to compile.

#undef REGELGRAF_DECLARATIONS_ONLY
#define REGELGRAF_INLINE

#include <regelgraf/regelgraf.hpp>
