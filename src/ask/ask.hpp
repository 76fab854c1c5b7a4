#pragma once

#include <regelgraf/ask.hpp>
