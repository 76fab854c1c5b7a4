#include <stdio.h>

#include "misuse.h"

int main(void) {
  size_t calls = 0, failures = 0;
  int orphans = 0;
  for (orphans = 0; orphans < 2; ++orphans) {
    size_t made = 0;
    failures += misuse_all(NULL, orphans, &made);
    calls += made;
  }
  printf("%zu functions, %zu calls, %zu failures\n", misuse_call_count, calls, failures);
  return failures != 0 || calls < misuse_call_count;
}
