#include <iostream>
#include <regelgraf/version.hpp>

int main() { std::cout << regelgraf::version_string << '\n'; }
