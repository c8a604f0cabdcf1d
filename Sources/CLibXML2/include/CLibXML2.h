// HTML through libxml2's SAX parser, with a C face of its own: libxml2's headers include ICU's and
// stay in the .c file. Input is UTF-8; nothing is loaded from a disk or a network.
#ifndef VERBATIM_CLIBXML2_H
#define VERBATIM_CLIBXML2_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// What the parser tells while it reads. `attributes` is NULL or a list name, value, …, NULL;
/// a value may be NULL. Strings are UTF-8 and live only for the call.
typedef struct {
  void (*start)(void *context, const char *name, const char *const *attributes, int32_t line);
  void (*end)(void *context, const char *name);
  void (*text)(void *context, const uint8_t *bytes, int32_t count);
} vxml_handler;

/// Parses one HTML page of UTF-8 bytes, forgiving as a browser is. The bytes are fed in pieces of
/// 64 KiB: libxml2 loses text after a script when pieces are under 4 KiB.
/// Returns 0, or libxml2's error number when the parser gave up (for example on depth).
int32_t vxml_parse_html(const uint8_t *bytes, size_t count, const vxml_handler *handler,
                        void *context);

/// libxml2's version, a static string ("2.9.14").
const char *vxml_version(void);

#endif
