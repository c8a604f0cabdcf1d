// JSON through simdjson (C++), told as a row of events with a C face.
#ifndef VERBATIM_CJSON_H
#define VERBATIM_CJSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What a document holds, in its order. Strings are UTF-8 and live only for the call.
typedef struct {
  void (*begin_object)(void *context);
  void (*end_object)(void *context);
  void (*begin_array)(void *context);
  void (*end_array)(void *context);
  void (*key)(void *context, const uint8_t *bytes, size_t count);
  void (*string)(void *context, const uint8_t *bytes, size_t count);
  void (*integer)(void *context, int64_t value);
  void (*number)(void *context, double value);
  void (*boolean)(void *context, bool value);
  void (*null)(void *context);
} vjson_handler;

typedef struct vjson_parser vjson_parser;

/// A parser to reuse for many documents; `depth` bounds the nesting.
vjson_parser *vjson_parser_create(size_t depth);
void vjson_parser_free(vjson_parser *parser);

/// Parses one document. Returns 0, or simdjson's error number; no event is told for a document
/// that does not parse.
int32_t vjson_parse(vjson_parser *parser, const uint8_t *bytes, size_t count,
                    const vjson_handler *handler, void *context);

/// The meaning of an error number, a static string.
const char *vjson_error(int32_t code);

#ifdef __cplusplus
}
#endif

#endif
