// HTML and XML feeds through libxml2's SAX parsers, with a C face of its own: libxml2's headers
// include ICU's and stay in the .c file. Input is UTF-8; nothing is loaded from a disk or a network.
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
/// Returns 0, or libxml2's error number when the parser gave up, or was stopped because it would
/// compare attributes or open elements without end.
int32_t vxml_parse_html(const uint8_t *bytes, size_t count, const vxml_handler *handler,
                        void *context);

/// Whether bytes hold a word, in these very letters.
bool vxml_holds(const uint8_t *bytes, size_t count, const char *word);

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
vxml_outcome vxml_parse(vxml_parser *parser, const uint8_t *bytes, int32_t count, bool is_last);
/// The value of an attribute of the element that is just told, or NULL; its `&` stands as `&#38;`.
const uint8_t *vxml_attribute(const vxml_parser *parser, int32_t name, int32_t *count);
/// The line that is being read.
int32_t vxml_line(const vxml_parser *parser);

/// What a feed's parser tells. Strings are UTF-8 and live only for the call, except `local`,
/// `prefix` and `uri`, which stay the same pointers for a parser's life; `prefix` and `uri` may be
/// NULL. `attributes` holds `count` times local, prefix, uri, value, end of value.
typedef struct {
  void (*start)(void *context, const char *local, const char *prefix, const char *uri,
                const char *const *attributes, int32_t count);
  void (*end)(void *context);
  void (*text)(void *context, const uint8_t *bytes, int32_t count);
  /// A fault at a 1-based line and column; `is_mended` where an "&" was read as it stands.
  void (*fault)(void *context, int32_t code, int32_t line, int32_t column, bool is_mended);
} vxml_feed_handler;

/// An XML document of UTF-8 bytes that comes in pieces, in flat memory. No entity is expanded but
/// XML's and HTML's own, nothing is loaded, and a document type stops the parser.
typedef struct vxml_feed vxml_feed;

typedef enum {
  VXML_FEED_READS,
  VXML_FEED_HAS_DOCTYPE,
  VXML_FEED_STOPPED,
} vxml_feed_state;

/// A parser, or NULL without memory. `handler` is copied.
vxml_feed *vxml_feed_new(const vxml_feed_handler *handler, void *context);

/// Parses the next piece; an empty piece with `is_last` ends the document.
vxml_feed_state vxml_feed_push(vxml_feed *feed, const uint8_t *bytes, size_t count, bool is_last);

/// Where the tag that `start` tells of begins: its 1-based line and its byte in what was pushed.
void vxml_feed_place(const vxml_feed *feed, int32_t *line, int64_t *byte);

void vxml_feed_free(vxml_feed *feed);

/// An HTML page as a tree of nodes, for selectors. Nodes are numbers: 0 is the document, others are
/// given out by `vxml_tree_select`.
typedef struct vxml_tree vxml_tree;
/// A compiled XPath 1.0 expression.
typedef struct vxml_path vxml_path;

/// Parses a page of UTF-8 bytes, as forgiving as `vxml_parse_html`. Elements more than `deepest`
/// deep are left out, their text stays; parsing ends after `most` elements. Either sets `is_cut`.
/// NULL without memory.
vxml_tree *vxml_tree_new(const uint8_t *bytes, size_t count, int32_t deepest, int32_t most,
                         bool *is_cut);
void vxml_tree_free(vxml_tree *tree);

/// Compiles an expression; NULL when it is none, with the byte of the fault in `place` (-1 where
/// it is not known). Core functions alone are known: nothing loads a document.
vxml_path *vxml_path_new(const char *text, int32_t *place);
void vxml_path_free(vxml_path *path);

typedef enum {
  VXML_FOUND_NODES,
  VXML_FOUND_TEXT,
  /// The expression took more than the steps allowed.
  VXML_FOUND_TOO_LONG,
  VXML_FOUND_FAULT,
} vxml_found;

/// Evaluates an expression at a node, in at most `steps` of libxml2's operations. Nodes come in the
/// page's order, at most `most` of them, from `vxml_tree_node`; a string, number or truth value
/// from `vxml_tree_text`.
vxml_found vxml_tree_select(vxml_tree *tree, const vxml_path *path, int32_t node, int64_t steps,
                            int32_t most, int32_t *count);
int32_t vxml_tree_node(const vxml_tree *tree, int32_t index);
const char *vxml_tree_text(const vxml_tree *tree);

/// Whether a node stands inside of another.
bool vxml_tree_holds(const vxml_tree *tree, int32_t outer, int32_t inner);
/// The 1-based line of a node, or 0.
int32_t vxml_tree_line(const vxml_tree *tree, int32_t node);
/// An element's attribute, which lives until the next call; NULL when it is not there.
const char *vxml_tree_attribute(vxml_tree *tree, int32_t node, const char *name);
/// Tells a node and what is inside as `vxml_parse_html` tells a page, without the nodes in `left`.
void vxml_tree_walk(const vxml_tree *tree, int32_t node, const int32_t *left, int32_t count,
                    const vxml_handler *handler, void *context);

/// libxml2's version, a static string ("2.9.14").
const char *vxml_version(void);

#endif
