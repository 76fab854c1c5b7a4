#pragma once

#include <regelgraf/canonical.hpp>
