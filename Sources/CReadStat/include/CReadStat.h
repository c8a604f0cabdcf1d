// Reading SPSS data files through ReadStat, with a C face of its own.
#ifndef VERBATIM_CREADSTAT_H
#define VERBATIM_CREADSTAT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// A column as the file's dictionary describes it. Strings are UTF-8, live for the call only, and
/// are NULL where the file says nothing.
typedef struct {
  int32_t index;
  const char *name;
  const char *label;
  /// SPSS' print format, such as `DATETIME20`.
  const char *format;
  /// The name of its set of value labels.
  const char *labels;
  bool is_text;
} vsav_column;

/// What the reader calls, each with the context it was given; NULL for what is not wanted.
typedef struct {
  void (*column)(void *context, const vsav_column *column);
  /// A value of a set of labels; `text` is NULL for a number.
  void (*value_label)(void *context, const char *labels, double number, const char *text,
                      const char *label);
  /// One range of values that the author declared missing.
  void (*missing_range)(void *context, int32_t index, double low, double high);
  /// One text that the author declared missing.
  void (*missing_text)(void *context, int32_t index, const char *text);
  /// A cell, in the order of rows and columns; nothing is called for a cell without a value.
  void (*number)(void *context, int64_t row, int32_t index, double value);
  void (*text)(void *context, int64_t row, int32_t index, const char *value);
} vsav_handlers;

/// Reads the dictionary and `limit` rows from row `offset` on; a limit of 0 reads the dictionary.
///
/// Returns the number of rows in the file, or -1 when it does not say; -2 when the file is damaged,
/// with the reason in `reason`, a static string.
int64_t vsav_read(const char *path, int64_t offset, int64_t limit, const vsav_handlers *handlers,
                  void *context, const char **reason);

#endif
