#include <regelgraf.h>
#include <stdio.h>

int main(void) {
  puts(rg_version());
  return 0;
}
