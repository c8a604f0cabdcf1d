// Language detection through CLD2 (C++), with a C face.
#ifndef VERBATIM_CLANGUAGE_H
#define VERBATIM_CLANGUAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// The three likeliest languages of a text, the likeliest first.
typedef struct {
  /// CLD2's numbers, for `vlang_code`.
  int32_t language[3];
  /// The share of the text that each takes, in percent.
  int32_t percent[3];
  /// Whether CLD2 itself trusts the first.
  bool is_reliable;
} vlang_summary;

/// Looks at plain text. Bytes that are not UTF-8 give an unknown language. Safe on any thread.
void vlang_detect(const uint8_t *bytes, int32_t count, vlang_summary *summary);

/// The code of a language ("de", "zh-Hant"), "un" when it is unknown; a static string.
const char *vlang_code(int32_t language);

#ifdef __cplusplus
}
#endif

#endif
