// One mail through GMime, with a C face of its own: GLib's types stay in the .c file. What is
// parsed is memory; no file, network or key ring is touched, and nothing is decrypted.
#ifndef VERBATIM_CMIME_H
#define VERBATIM_CMIME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct vmime_message vmime_message;

/// What a node of the MIME tree is.
typedef enum {
  /// It has a content of its own.
  VMIME_LEAF = 0,
  VMIME_MULTIPART = 1,
  /// A mail inside the mail; its own tree follows as a child.
  VMIME_MESSAGE = 2,
} vmime_kind;

/// How contents were encoded for the way.
typedef enum {
  VMIME_PLAIN = 0,
  VMIME_BASE64 = 1,
  VMIME_QUOTED_PRINTABLE = 2,
  VMIME_UUENCODE = 3,
} vmime_encoding;

/// A node of the tree. Strings live as long as the mail; those that are not there are NULL.
typedef struct {
  vmime_kind kind;
  /// The node around it, or -1; parents stand before their children.
  int32_t parent;
  /// "text" and "plain", in the case of letters in which they came.
  const char *type;
  const char *subtype;
  /// Parameters of Content-Type.
  const char *charset;
  const char *format;
  const char *delsp;
  /// "attachment" or "inline", as it came.
  const char *disposition;
  /// The file name in UTF-8, RFC 2231 and encoded words resolved.
  const char *name;
  /// Content-Location and Content-ID as they stand, the latter without its angle brackets.
  const char *location;
  const char *content_id;
  /// The parameter of multipart/related that names its root.
  const char *start;
  vmime_encoding encoding;
  /// A multipart whose closing boundary is missing.
  bool is_cut;
  /// A multipart in which its boundary is not found at all.
  bool is_unbounded;
} vmime_part;

/// Parses one mail; NULL when memory runs out. The bytes are copied.
///
/// Nodes deeper than `deepest`, and those after the first `most`, are left out.
vmime_message *vmime_parse(const uint8_t *bytes, size_t count, int32_t deepest, int32_t most);
void vmime_free(vmime_message *message);

/// The header of the mail, its fields in their order, without those that begin with "Content-".
int32_t vmime_header_count(const vmime_message *message);
/// A field's name, and its value as it stands in the mail, folds and encoded words included.
const char *vmime_header_name(const vmime_message *message, int32_t index);
const char *vmime_header_value(const vmime_message *message, int32_t index);

int32_t vmime_part_count(const vmime_message *message);
vmime_part vmime_part_at(const vmime_message *message, int32_t index);
/// Whether nodes were left out for the limits.
bool vmime_is_limited(const vmime_message *message);

/// The content of a leaf without its transfer encoding; what is damaged gives what can be read.
///
/// The bytes live until the next call or the end of the mail. `is_damaged` tells that the content
/// breaks the rules of its encoding. NULL for other nodes, and for an empty content.
const uint8_t *vmime_part_content(vmime_message *message, int32_t index, size_t *count,
                                  bool *is_damaged);

#endif
