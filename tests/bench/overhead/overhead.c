/* What a call costs from C: rg_may on a question made before.   overhead MODEL ACTOR POWER TARGET
 * [SECONDS] */

#define _POSIX_C_SOURCE 199309L
#include <regelgraf.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static int fail(rg_error* error) {
  fprintf(stderr, "%s\n", rg_error_message(error));
  rg_error_free(&error);
  return 1;
}

int main(int argc, char** argv) {
  rg_model* model = NULL;
  rg_question* question = NULL;
  rg_error* error = NULL;
  rg_permission permission = RG_NO;
  double seconds = argc > 5 ? atof(argv[5]) : 0.5, best = 0;
  long calls = 0, batch = 1000, i = 0;
  int pass = 0;

  if (argc < 5) {
    fprintf(stderr, "usage: %s MODEL ACTOR POWER TARGET [SECONDS]\n", argv[0]);
    return 2;
  }
  if (rg_model_open(argv[1], RG_NUL_TERMINATED, NULL, &model, &error) != RG_OK) return fail(error);
  if (rg_question_new(model, argv[3], argv[4], &question, &error) != RG_OK) return fail(error);
  /* The least of five passes, so that work of others on the machine counts little. */
  for (pass = 0; pass < 5; ++pass) {
    double start = now(), spent = 0;
    long done = 0;
    do {
      for (i = 0; i < batch; ++i)
        if (rg_may(question, argv[2], &permission, &error) != RG_OK) return fail(error);
      done += batch;
      spent = now() - start;
    } while (spent < seconds / 5);
    calls += done;
    if (pass == 0 || spent / (double)done < best) best = spent / (double)done;
  }
  printf("c: %.0f ns a call, %ld calls\n", best * 1e9, calls);
  rg_question_free(&question);
  rg_model_free(&model);
  return 0;
}
