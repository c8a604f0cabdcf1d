#include "CReadStat.h"

#include <readstat.h>

typedef struct {
  const vsav_handlers *handlers;
  void *context;
  int64_t rows;
  bool wants_rows;
} reading;

static int on_metadata(readstat_metadata_t *metadata, void *context) {
  reading *state = context;
  state->rows = readstat_get_row_count(metadata);
  return READSTAT_HANDLER_OK;
}

static int on_variable(int index, readstat_variable_t *variable, const char *labels,
                       void *context) {
  reading *state = context;
  bool is_text =
      readstat_variable_get_type_class(variable) == READSTAT_TYPE_CLASS_STRING;
  if (state->handlers->column) {
    vsav_column column = {
        .index = index,
        .name = readstat_variable_get_name(variable),
        .label = readstat_variable_get_label(variable),
        .format = readstat_variable_get_format(variable),
        .labels = labels,
        .is_text = is_text,
    };
    state->handlers->column(state->context, &column);
  }
  int ranges = readstat_variable_get_missing_ranges_count(variable);
  for (int i = 0; i < ranges; i++) {
    readstat_value_t low = readstat_variable_get_missing_range_lo(variable, i);
    readstat_value_t high = readstat_variable_get_missing_range_hi(variable, i);
    if (is_text) {
      const char *text = readstat_string_value(low);
      if (text && state->handlers->missing_text)
        state->handlers->missing_text(state->context, index, text);
    } else if (state->handlers->missing_range) {
      state->handlers->missing_range(state->context, index, readstat_double_value(low),
                                     readstat_double_value(high));
    }
  }
  return READSTAT_HANDLER_OK;
}

static int on_value_label(const char *labels, readstat_value_t value, const char *label,
                          void *context) {
  reading *state = context;
  if (!state->handlers->value_label || !labels || !label) return READSTAT_HANDLER_OK;
  bool is_text = readstat_value_type_class(value) == READSTAT_TYPE_CLASS_STRING;
  state->handlers->value_label(state->context, labels, is_text ? 0 : readstat_double_value(value),
                               is_text ? readstat_string_value(value) : NULL, label);
  return READSTAT_HANDLER_OK;
}

static int on_value(int row, readstat_variable_t *variable, readstat_value_t value,
                    void *context) {
  reading *state = context;
  int index = readstat_variable_get_index(variable);
  if (readstat_value_is_system_missing(value)) return READSTAT_HANDLER_OK;
  if (readstat_value_type_class(value) == READSTAT_TYPE_CLASS_STRING) {
    const char *text = readstat_string_value(value);
    if (text && text[0] && state->handlers->text)
      state->handlers->text(state->context, row, index, text);
  } else if (state->handlers->number) {
    state->handlers->number(state->context, row, index, readstat_double_value(value));
  }
  return READSTAT_HANDLER_OK;
}

int64_t vsav_read(const char *path, int64_t offset, int64_t limit, const vsav_handlers *handlers,
                  void *context, const char **reason) {
  *reason = NULL;
  readstat_parser_t *parser = readstat_parser_init();
  if (parser == NULL) {
    *reason = "memory ran out";
    return -2;
  }
  reading state = {.handlers = handlers, .context = context, .rows = -1};
  readstat_set_metadata_handler(parser, on_metadata);
  readstat_set_variable_handler(parser, on_variable);
  readstat_set_value_label_handler(parser, on_value_label);
  if (limit > 0) {
    readstat_set_value_handler(parser, on_value);
    readstat_set_row_offset(parser, (long)offset);
    readstat_set_row_limit(parser, (long)limit);
  }
  readstat_error_t error = readstat_parse_sav(parser, path, &state);
  readstat_parser_free(parser);
  if (error != READSTAT_OK) {
    *reason = readstat_error_message(error);
    return -2;
  }
  return state.rows;
}
