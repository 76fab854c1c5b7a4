/* The note for a case file, and the line for an agenda. */

#include "check.h"

void test_journal_note(void) {
  rg_model* model = odder();
  rg_question* question = NULL;
  rg_question* open = NULL;
  rg_text* text = NULL;
  rg_text* again = NULL;
  rg_error* error = NULL;
  size_t length = 0, other = 1;

  CHECK(rg_question_new(model, "repeal", "visitationsmodel", &question, &error) == RG_OK);
  CHECK(rg_question_set_date(question, "2026-03-01", &error) == RG_OK);

  CHECK(rg_journal_note_json(question, "direktion", "7", "2026-03-01T09:30", RG_ENGLISH, 1, &text,
                             &error) == RG_OK);
  check_same_as_asking(
      model,
      "{\"ask\": \"journal_note\", \"power\": \"repeal\", \"target\": \"visitationsmodel\", "
      "\"date\": \"2026-03-01\", \"actor\": \"direktion\", \"case_no\": \"7\", "
      "\"made\": \"2026-03-01T09:30\", \"language\": \"en\", \"internal\": true}",
      text);
  text = NULL;

  /* Plain text; what is not given is left out; the same bytes twice. */
  CHECK(rg_journal_note(question, NULL, NULL, NULL, RG_DANISH, 0, &text, &error) == RG_OK);
  CHECK(rg_journal_note(question, "", "", "", RG_DANISH, 0, &again, &error) == RG_OK);
  CHECK_TEXT(rg_text_data(text, &length), rg_text_data(again, &other));
  CHECK(length == other && length > 0);
  CHECK(strstr(rg_text_data(text, NULL), "JOURNALNOTAT: ") == rg_text_data(text, NULL));
  CHECK(strstr(rg_text_data(text, NULL), "2026-03-15") != NULL);
  CHECK(strstr(rg_text_data(text, NULL), "Sagsnummer") == NULL);
  rg_text_free(&text);
  rg_text_free(&again);

  CHECK(rg_agenda_line(question, RG_DANISH, 0, &text, &error) == RG_OK);
  CHECK_TEXT(rg_text_data(text, NULL),
             "Beslutningskompetence: Socialudvalget. Indstilles af: Socialchefen.");
  rg_text_free(&text);
  CHECK(rg_agenda_line(question, RG_ENGLISH, 0, &text, &error) == RG_OK);
  CHECK_TEXT(rg_text_data(text, NULL),
             "Authority to decide: The social committee. Recommended by: The head of social "
             "services.");
  rg_text_free(&text);
  text = NULL;

  CHECK_FAILS(RG_INVALID_ARGUMENT,
              rg_journal_note(NULL, NULL, NULL, NULL, RG_DANISH, 0, &text, &error), text, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT,
              rg_journal_note(question, NULL, NULL, NULL, RG_DANISH, 0, NULL, &error), text, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_journal_note(question, NULL, NULL, NULL, 7, 0, &text, &error),
              text, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT,
              rg_journal_note(question, NULL, "\xff", NULL, RG_DANISH, 0, &text, &error), text,
              error);
  CHECK_FAILS(RG_UNKNOWN_ELEMENT,
              rg_journal_note(question, "nobody", NULL, NULL, RG_DANISH, 0, &text, &error), text,
              error);
  CHECK_FAILS(RG_INVALID_QUESTION,
              rg_journal_note(question, NULL, NULL, "i dag", RG_DANISH, 0, &text, &error), text,
              error);
  CHECK_FAILS(
      RG_PERSONAL_DATA,
      rg_journal_note_json(question, NULL, "010190-1234", NULL, RG_DANISH, 0, &text, &error), text,
      error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_agenda_line(question, 7, 0, &text, &error), text, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_agenda_line(NULL, RG_DANISH, 0, &text, &error), text, error);

  CHECK(rg_question_new_open(model, &open, &error) == RG_OK);
  CHECK_FAILS(RG_INVALID_QUESTION,
              rg_journal_note(open, NULL, NULL, NULL, RG_DANISH, 0, &text, &error), text, error);
  CHECK_FAILS(RG_INVALID_QUESTION, rg_agenda_line(open, RG_DANISH, 0, &text, &error), text, error);

  rg_question_free(&open);
  rg_question_free(&question);
  rg_model_free(&model);
}
