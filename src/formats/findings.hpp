#pragma once

#include <regelgraf/finding_text.hpp>
