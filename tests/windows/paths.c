/* Names of files are UTF-8, whatever the code page of the machine: opened, written as a snapshot,
 * opened again. */

#include <regelgraf.h>
#include <stdio.h>

int main(void) {
  static const char model_name[] = "\xC3\xA5rhus/\xC3\xB8konomi.json";
  static const char snapshot_name[] = "\xC3\xA5rhus/\xC3\xA6ndret.rgs";
  rg_model *model = NULL, *again = NULL, *none = NULL;
  rg_error* error = NULL;
  if (rg_model_open(model_name, RG_NUL_TERMINATED, NULL, &model, &error) != RG_OK ||
      rg_model_save_snapshot(model, snapshot_name, RG_NUL_TERMINATED, &error) != RG_OK ||
      rg_model_open(snapshot_name, RG_NUL_TERMINATED, NULL, &again, &error) != RG_OK) {
    fprintf(stderr, "%s\n", rg_error_message(error));
    return 1;
  }
  if (rg_model_open("\xC3\xA5rhus/nowhere.json", RG_NUL_TERMINATED, NULL, &none, &error) !=
      RG_UNREADABLE)
    return 2;
  puts(rg_error_message(error));
  return 0;
}
