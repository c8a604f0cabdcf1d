#include "CMIME.h"

#include <gmime/gmime.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

struct vmime_message {
  GMimeMessage *mime;
  GArray *parts;      // vmime_part
  GPtrArray *leaves;  // GMimePart or NULL, borrowed from the tree, one a part
  GPtrArray *texts;   // prologues that stand for parts, borrowed, one a part
  uint8_t *content;
  int32_t deepest;
  int32_t most;
  bool is_limited;
};

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void start(void) { g_mime_init(); }

static bool is_blank(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

// GMime knows the names as the standard has them; mails have "7-bit", "base64;" and "8bit ".
static vmime_encoding encoding_named(const char *name) {
  if (name == NULL) return VMIME_PLAIN;
  while (is_blank(*name)) name++;
  size_t length = 0;
  while (name[length] != 0 && name[length] != ';' && !is_blank(name[length])) length++;
  static const struct {
    const char *name;
    vmime_encoding encoding;
  } known[] = {
      {"base64", VMIME_BASE64},          {"quoted-printable", VMIME_QUOTED_PRINTABLE},
      {"x-uuencode", VMIME_UUENCODE},    {"uuencode", VMIME_UUENCODE},
      {"x-uue", VMIME_UUENCODE},
  };
  for (size_t at = 0; at < sizeof known / sizeof known[0]; at++) {
    if (strlen(known[at].name) == length &&
        g_ascii_strncasecmp(name, known[at].name, length) == 0) {
      return known[at].encoding;
    }
  }
  return VMIME_PLAIN;
}

static bool is_blank_text(const char *text) {
  while (is_blank(*text)) text++;
  return *text == 0;
}

static vmime_part described(GMimeObject *object, int32_t parent) {
  vmime_part part = {0};
  part.parent = parent;
  GMimeContentType *type = g_mime_object_get_content_type(object);
  if (type != NULL) {
    part.type = g_mime_content_type_get_media_type(type);
    part.subtype = g_mime_content_type_get_media_subtype(type);
    part.charset = g_mime_content_type_get_parameter(type, "charset");
    part.format = g_mime_content_type_get_parameter(type, "format");
    part.delsp = g_mime_content_type_get_parameter(type, "delsp");
    part.name = g_mime_content_type_get_parameter(type, "name");
    part.start = g_mime_content_type_get_parameter(type, "start");
  }
  part.location = g_mime_object_get_header(object, "Content-Location");
  part.content_id = g_mime_object_get_content_id(object);
  const char *stated = g_mime_object_get_header(object, "Content-Type");
  if (stated != NULL && strchr(stated, '/') == NULL) {
    // "Content-Type: text" is no type; RFC 2045 5.2 reads such parts as plain text.
    part.type = "text";
    part.subtype = "plain";
  }
  GMimeContentDisposition *disposition = g_mime_object_get_content_disposition(object);
  if (disposition != NULL) {
    part.disposition = g_mime_content_disposition_get_disposition(disposition);
    const char *name = g_mime_content_disposition_get_parameter(disposition, "filename");
    if (name != NULL) part.name = name;
  }
  part.encoding = encoding_named(g_mime_object_get_header(object, "Content-Transfer-Encoding"));
  return part;
}

static int32_t append(vmime_message *message, vmime_part part, GMimePart *leaf,
                      const char *text) {
  g_array_append_val(message->parts, part);
  g_ptr_array_add(message->leaves, leaf);
  g_ptr_array_add(message->texts, (gpointer)text);
  return (int32_t)message->parts->len - 1;
}

static void walk(vmime_message *message, GMimeObject *object, int32_t parent, int32_t depth) {
  if (object == NULL) return;
  if (depth > message->deepest || (int32_t)message->parts->len >= message->most) {
    message->is_limited = true;
    return;
  }
  vmime_part part = described(object, parent);
  if (GMIME_IS_MULTIPART(object)) {
    GMimeMultipart *multipart = (GMimeMultipart *)object;
    int count = g_mime_multipart_get_count(multipart);
    part.kind = VMIME_MULTIPART;
    part.is_cut = !multipart->write_end_boundary;
    part.is_unbounded = count == 0;
    int32_t index = append(message, part, NULL, NULL);
    for (int at = 0; at < count; at++) {
      walk(message, g_mime_multipart_get_part(multipart, at), index, depth + 1);
    }
    const char *prologue = g_mime_multipart_get_prologue(multipart);
    if (count == 0 && prologue != NULL && !is_blank_text(prologue) &&
        (int32_t)message->parts->len < message->most) {
      // Without a single boundary the words stand where a remark to old programs would.
      vmime_part text = {.kind = VMIME_LEAF, .parent = index, .type = "text", .subtype = "plain"};
      append(message, text, NULL, prologue);
    }
  } else if (GMIME_IS_MESSAGE_PART(object)) {
    GMimeMessage *inner = g_mime_message_part_get_message((GMimeMessagePart *)object);
    part.kind = VMIME_MESSAGE;
    int32_t index = append(message, part, NULL, NULL);
    if (inner != NULL) walk(message, g_mime_message_get_mime_part(inner), index, depth + 1);
  } else {
    append(message, part, GMIME_IS_PART(object) ? (GMimePart *)object : NULL, NULL);
  }
}

vmime_message *vmime_parse(const uint8_t *bytes, size_t count, int32_t deepest, int32_t most) {
  pthread_once(&once, start);
  vmime_message *message = calloc(1, sizeof *message);
  if (message == NULL) return NULL;
  uint8_t *copy = g_try_malloc(count + 1);
  if (copy == NULL) {
    free(message);
    return NULL;
  }
  if (count > 0) memcpy(copy, bytes, count);
  message->deepest = deepest;
  message->most = most;
  message->parts = g_array_new(FALSE, FALSE, sizeof(vmime_part));
  message->leaves = g_ptr_array_new();
  message->texts = g_ptr_array_new();

  // The contents of the parts are views of this stream, so the bytes stay for as long as the mail.
  GByteArray *view = g_byte_array_new_take(copy, count);
  GMimeStream *stream = g_mime_stream_mem_new_with_byte_array(view);
  g_mime_stream_mem_set_owner((GMimeStreamMem *)stream, TRUE);
  GMimeParser *parser = g_mime_parser_new_with_stream(stream);
  g_mime_parser_set_format(parser, GMIME_FORMAT_MESSAGE);
  message->mime = g_mime_parser_construct_message(parser, NULL);
  g_object_unref(parser);
  g_object_unref(stream);
  if (message->mime != NULL) {
    walk(message, g_mime_message_get_mime_part(message->mime), -1, 0);
  }
  return message;
}

void vmime_free(vmime_message *message) {
  if (message == NULL) return;
  if (message->mime != NULL) g_object_unref(message->mime);
  g_array_free(message->parts, TRUE);
  g_ptr_array_free(message->leaves, TRUE);
  g_ptr_array_free(message->texts, TRUE);
  free(message->content);
  free(message);
}

static GMimeHeaderList *headers(const vmime_message *message) {
  return message->mime == NULL ? NULL
                               : g_mime_object_get_header_list((GMimeObject *)message->mime);
}

int32_t vmime_header_count(const vmime_message *message) {
  GMimeHeaderList *list = headers(message);
  return list == NULL ? 0 : g_mime_header_list_get_count(list);
}

const char *vmime_header_name(const vmime_message *message, int32_t index) {
  return g_mime_header_get_name(g_mime_header_list_get_header_at(headers(message), index));
}

const char *vmime_header_value(const vmime_message *message, int32_t index) {
  return g_mime_header_get_raw_value(g_mime_header_list_get_header_at(headers(message), index));
}

int32_t vmime_part_count(const vmime_message *message) { return (int32_t)message->parts->len; }

vmime_part vmime_part_at(const vmime_message *message, int32_t index) {
  return g_array_index(message->parts, vmime_part, index);
}

bool vmime_is_limited(const vmime_message *message) { return message->is_limited; }

// Room behind a content for the padding of base64.
static const size_t padding_room = 4;

static bool is_hex(uint8_t byte) { return g_ascii_isxdigit((char)byte); }

// Base64 after RFC 2045 but for its end, where padding is often missing: nothing outside the
// alphabet, no padding before the end, no character that stands alone.
static bool is_base64_damaged(const uint8_t *bytes, size_t count) {
  size_t digits = 0;
  bool has_ended = false;
  for (size_t at = 0; at < count; at++) {
    uint8_t byte = bytes[at];
    if (is_blank((char)byte)) continue;
    if (byte == '=') {
      has_ended = true;
    } else if (has_ended || !(g_ascii_isalnum((char)byte) || byte == '+' || byte == '/')) {
      return true;
    } else {
      digits++;
    }
  }
  return digits % 4 == 1;
}

// GMime drops the last characters of base64 when their padding is missing; mails often lack it.
static size_t pad_base64(uint8_t *bytes, size_t count) {
  size_t digits = 0;
  for (size_t at = 0; at < count; at++) {
    if (bytes[at] == '=') return count;
    if (g_ascii_isalnum((char)bytes[at]) || bytes[at] == '+' || bytes[at] == '/') digits++;
  }
  // One character over holds no whole byte.
  if (digits % 4 < 2) return count;
  for (size_t missing = 4 - digits % 4; missing > 0; missing--) bytes[count++] = '=';
  return count;
}

// Quoted-printable: after "=" two hexadecimal digits, or blanks and the end of the line.
static bool is_quoted_damaged(const uint8_t *bytes, size_t count) {
  for (size_t at = 0; at < count; at++) {
    if (bytes[at] != '=') continue;
    if (at + 2 < count && is_hex(bytes[at + 1]) && is_hex(bytes[at + 2])) continue;
    size_t next = at + 1;
    while (next < count && (bytes[next] == ' ' || bytes[next] == '\t')) next++;
    if (next < count && bytes[next] != '\r' && bytes[next] != '\n') return true;
  }
  return false;
}

static const uint8_t *decoded(vmime_message *message, uint8_t *raw, size_t size,
                              vmime_encoding encoding, size_t *count, bool *is_damaged) {
  static const GMimeContentEncoding codes[] = {
      GMIME_CONTENT_ENCODING_BINARY,
      GMIME_CONTENT_ENCODING_BASE64,
      GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE,
      GMIME_CONTENT_ENCODING_UUENCODE,
  };
  if (encoding == VMIME_PLAIN) {
    message->content = raw;
    *count = size;
    return raw;
  }
  if (encoding == VMIME_BASE64) {
    *is_damaged = is_base64_damaged(raw, size);
    size = pad_base64(raw, size);
  }
  if (encoding == VMIME_QUOTED_PRINTABLE) *is_damaged = is_quoted_damaged(raw, size);
  GMimeEncoding state;
  g_mime_encoding_init_decode(&state, codes[encoding]);
  uint8_t *output = malloc(g_mime_encoding_outlen(&state, size) + 16);
  if (output == NULL) {
    free(raw);
    *is_damaged = true;
    return NULL;
  }
  const uint8_t *from = raw;
  if (encoding == VMIME_UUENCODE) {
    // The decoder wants to begin after the line that names the file.
    const uint8_t *end = raw + size;
    while (from < end && !(end - from > 6 && memcmp(from, "begin ", 6) == 0)) {
      const uint8_t *line = memchr(from, '\n', (size_t)(end - from));
      from = line == NULL ? end : line + 1;
    }
    const uint8_t *line = from < end ? memchr(from, '\n', (size_t)(end - from)) : NULL;
    *is_damaged = line == NULL;
    from = line == NULL ? end : line + 1;
    state.state |= GMIME_UUDECODE_STATE_BEGIN;
  }
  *count = g_mime_encoding_flush(&state, (const char *)from, (size_t)(raw + size - from),
                                 (char *)output);
  free(raw);
  message->content = output;
  return output;
}

const uint8_t *vmime_part_content(vmime_message *message, int32_t index, size_t *count,
                                  bool *is_damaged) {
  *count = 0;
  *is_damaged = false;
  free(message->content);
  message->content = NULL;
  vmime_part part = vmime_part_at(message, index);
  const char *text = g_ptr_array_index(message->texts, index);
  if (text != NULL) {
    *count = strlen(text);
    return (const uint8_t *)text;
  }
  GMimePart *leaf = g_ptr_array_index(message->leaves, index);
  if (leaf == NULL) return NULL;
  GMimeDataWrapper *wrapper = g_mime_part_get_content(leaf);
  GMimeStream *stream = wrapper == NULL ? NULL : g_mime_data_wrapper_get_stream(wrapper);
  if (stream == NULL) return NULL;
  gint64 length = g_mime_stream_length(stream);
  if (length <= 0) return NULL;
  uint8_t *raw = malloc((size_t)length + padding_room);
  if (raw == NULL) {
    *is_damaged = true;
    return NULL;
  }
  g_mime_stream_reset(stream);
  size_t size = 0;
  while (size < (size_t)length) {
    ssize_t got = g_mime_stream_read(stream, (char *)raw + size, (size_t)length - size);
    if (got <= 0) break;
    size += (size_t)got;
  }
  return decoded(message, raw, size, part.encoding, count, is_damaged);
}
