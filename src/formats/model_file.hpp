#pragma once

#include <regelgraf/model_file.hpp>
