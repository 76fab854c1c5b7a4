// The engine, compiled once. Its bodies stand in headers; what is compiled here and on top of it
// sees their declarations alone (REGELGRAF_DECLARATIONS_ONLY), which saves it two thirds of the
// time.

#undef REGELGRAF_DECLARATIONS_ONLY
#define REGELGRAF_INLINE

#include <regelgraf/regelgraf.hpp>
