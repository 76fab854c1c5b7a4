// What the page of a report asks of the engine: one model, any questions. Texts are UTF-8, given
// with their length; what is answered stays until the next call, and try_length() tells how long it
// is.

#include <stdlib.h>
#include <string.h>

#include "regelgraf.h"

#define EXPORT(name) __attribute__((export_name(#name))) name

static rg_model* model;
static rg_text* answer;
static size_t length;

void* EXPORT(try_alloc)(size_t bytes) { return malloc(bytes); }
void EXPORT(try_free)(void* at) { free(at); }
size_t EXPORT(try_length)(void) { return length; }

// Takes a model in place of the one before; what is wrong with it, or "".
const char* EXPORT(try_model)(const char* text, size_t text_length) {
  rg_error* error = NULL;
  rg_text_free(&answer);
  rg_model_free(&model);
  rg_model_from_text(text, text_length, NULL, &model, &error);
  const char* const wrong = error ? rg_error_message(error) : "";
  length = strlen(wrong);
  return wrong;
}

// The answer as rg_ask() gives it; NULL where there was no memory for it.
const char* EXPORT(try_ask)(const char* question, size_t question_length) {
  rg_text_free(&answer);
  if (rg_ask(model, question, question_length, &answer, NULL) != RG_OK) {
    length = 0;
    return NULL;
  }
  return rg_text_data(answer, &length);
}
