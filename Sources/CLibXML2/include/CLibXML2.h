// HTML and XML through libxml2's SAX parsers, with a C face of its own: libxml2's headers include ICU's and
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

/// An XML document that is parsed block by block. Nothing is loaded, no entity is expanded, and a
/// document type is refused.
typedef struct vxml_parser vxml_parser;

/// What the parser tells. An element is told by its place in the list of names, whatever its
/// prefix; others are passed over.
typedef struct {
  void (*start)(void *context, int32_t name);
  void (*end)(void *context, int32_t name);
  void (*text)(void *context, const uint8_t *bytes, int32_t count);
} vxml_events;

/// Why a document is not read on.
typedef enum {
  VXML_GOOD = 0,
  VXML_MALFORMED = 1,
  VXML_DOCTYPE = 2,
  VXML_TOO_DEEP = 3,
} vxml_outcome;

/// The names of elements and attributes that matter are given apart by blanks, at most 64.
/// NULL when there is no memory.
vxml_parser *vxml_open(const char *names, const vxml_events *events, void *context);
void vxml_close(vxml_parser *parser);
/// Parses the next bytes. After anything but VXML_GOOD nothing more is told.
vxml_outcome vxml_feed(vxml_parser *parser, const uint8_t *bytes, int32_t count, bool is_last);
/// The value of an attribute of the element that is just told, or NULL; its `&` stands as `&#38;`.
const uint8_t *vxml_attribute(const vxml_parser *parser, int32_t name, int32_t *count);
/// The line that is being read.
int32_t vxml_line(const vxml_parser *parser);

/// libxml2's version, a static string ("2.9.14").
const char *vxml_version(void);

#endif
