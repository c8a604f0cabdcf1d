// For memmem.
#define _GNU_SOURCE
#include "CLibXML2.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlversion.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  const vxml_handler *handler;
  void *context;
  htmlParserCtxtPtr parser;
  // How much libxml2 may have compared.
  uint64_t compared;
} page;

// libxml2 compares a new attribute with all others of its tag, and an end tag that ends nothing with
// all open elements. What follows keeps either below a few seconds, whatever a page of 64 MiB holds;
// pages that people made stay a hundred times below.
static const uint64_t most_compared = 2000000000;
static const size_t most_attributes = 32 * 1024;

static void compares(page *p, uint64_t count) {
  p->compared += count;
  if (p->compared > most_compared) xmlStopParser(p->parser);
}

static void on_start(void *user, const xmlChar *name, const xmlChar **attributes) {
  page *p = user;
  uint64_t count = 0;
  while (attributes != NULL && attributes[2 * count] != NULL) count++;
  compares(p, count * count + (uint64_t)p->parser->nameNr);
  int32_t line = p->parser->input != NULL ? p->parser->input->line : 0;
  p->handler->start(p->context, (const char *)name, (const char *const *)attributes, line);
}

static void on_end(void *user, const xmlChar *name) {
  page *p = user;
  p->handler->end(p->context, (const char *)name);
}

static void on_text(void *user, const xmlChar *bytes, int count) {
  page *p = user;
  p->handler->text(p->context, bytes, count);
}

static void on_error(void *user, xmlErrorPtr error) {
  (void)user;
  (void)error;
}

/// An end tag that ends nothing is an error.
static void on_page_error(void *user, xmlErrorPtr error) {
  (void)error;
  page *p = user;
  if (p->parser != NULL) compares(p, (uint64_t)p->parser->nameNr);
}

static bool is_blank(uint8_t byte) { return byte <= 0x20; }

static bool is_letter(uint8_t byte) { return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z'; }

/// Where the first tag with too many attributes begins; the end when there is none.
size_t vxml_first_wide_tag(const uint8_t *bytes, size_t count);

size_t vxml_first_wide_tag(const uint8_t *bytes, size_t count) {
  // A smaller page cannot hold one, blank and name counted.
  if (count < 2 * most_attributes) return count;
  size_t at = 0;
  while (at < count) {
    const uint8_t *found = memchr(bytes + at, '<', count - at);
    if (found == NULL) return count;
    size_t start = (size_t)(found - bytes);
    at = start + 1;
    if (at >= count || !is_letter(bytes[at])) continue;
    size_t attributes = 0;
    uint8_t quote = 0;
    for (; at < count; at++) {
      uint8_t byte = bytes[at];
      if (quote != 0) {
        if (byte == quote) quote = 0;
      } else if (byte == '>') {
        break;
      } else if (byte == '"' || byte == '\'') {
        // One that stands in a value without quotes, or in words behind a bare "<", opens nothing.
        if (bytes[at - 1] == '=' || is_blank(bytes[at - 1])) quote = byte;
      } else if (is_blank(bytes[at - 1]) && !is_blank(byte)) {
        attributes++;
      }
    }
    if (attributes > most_attributes) return start;
    // What a script compares is no tag.
    bool is_script = count - start > 7 && memcmp(bytes + start + 1, "script", 6) == 0;
    if (is_script) {
      while (at + 1 < count && !(bytes[at] == '<' && bytes[at + 1] == '/')) at++;
    }
  }
  return count;
}

bool vxml_holds(const uint8_t *bytes, size_t count, const char *word) {
  return count > 0 && memmem(bytes, count, word, strlen(word)) != NULL;
}

int32_t vxml_parse_html(const uint8_t *bytes, size_t count, const vxml_handler *handler,
                        void *context) {
  page p = {handler, context, NULL, 0};
  htmlSAXHandler sax;
  memset(&sax, 0, sizeof sax);
  sax.startElement = on_start;
  sax.endElement = on_end;
  sax.characters = on_text;
  sax.cdataBlock = on_text;
  sax.ignorableWhitespace = on_text;
  sax.serror = on_page_error;
  sax.initialized = XML_SAX2_MAGIC;

  p.parser = htmlCreatePushParserCtxt(&sax, &p, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
  if (p.parser == NULL) return XML_ERR_NO_MEMORY;
  htmlCtxtUseOptions(p.parser, HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR |
                                   HTML_PARSE_NOWARNING | HTML_PARSE_IGNORE_ENC);
  const size_t step = 64 * 1024;
  const size_t whole = count;
  count = vxml_first_wide_tag(bytes, whole);
  const bool is_cut = count < whole;
  for (size_t at = 0; at < count; at += step) {
    size_t piece = count - at < step ? count - at : step;
    htmlParseChunk(p.parser, (const char *)bytes + at, (int)piece, 0);
    if (p.parser->disableSAX) break;
  }
  htmlParseChunk(p.parser, NULL, 0, 1);
  // A forgiving parser reports an error for every slip; only giving up is one to us.
  int32_t failure = p.parser->disableSAX ? p.parser->errNo : is_cut ? XML_ERR_USER_STOP : 0;
  if (p.parser->myDoc != NULL) xmlFreeDoc(p.parser->myDoc);
  htmlFreeParserCtxt(p.parser);
  return failure;
}

struct vxml_feed {
  vxml_feed_handler handler;
  void *context;
  xmlParserCtxtPtr parser;
  bool has_doctype;
  /// The entity that is looked up; no document holds it.
  xmlEntity entity;
  char text[16];
};

static void feed_start(void *user, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri,
                       int namespaces, const xmlChar **declared, int count, int defaulted,
                       const xmlChar **attributes) {
  (void)namespaces;
  (void)declared;
  (void)defaulted;
  vxml_feed *f = user;
  f->handler.start(f->context, (const char *)local, (const char *)prefix, (const char *)uri,
                   (const char *const *)attributes, count);
}

static void feed_end(void *user, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri) {
  (void)local;
  (void)prefix;
  (void)uri;
  vxml_feed *f = user;
  f->handler.end(f->context);
}

static void feed_text(void *user, const xmlChar *bytes, int count) {
  vxml_feed *f = user;
  f->handler.text(f->context, bytes, count);
}

static void feed_doctype(void *user, const xmlChar *name, const xmlChar *external,
                         const xmlChar *system) {
  (void)name;
  (void)external;
  (void)system;
  vxml_feed *f = user;
  f->has_doctype = true;
  xmlStopParser(f->parser);
}

/// XML's own names, and HTML's, which writers of feeds take for granted.
static xmlEntityPtr feed_entity(void *user, const xmlChar *name) {
  vxml_feed *f = user;
  // Behind a fault libxml2 would drop every reference, also those that are right.
  f->parser->wellFormed = 1;
  xmlEntityPtr known = xmlGetPredefinedEntity(name);
  if (known != NULL) return known;
  const htmlEntityDesc *html = htmlEntityLookup(name);
  if (html == NULL) return NULL;
  int length = xmlCopyCharMultiByte((xmlChar *)f->text, (int)html->value);
  f->text[length] = 0;
  memset(&f->entity, 0, sizeof f->entity);
  f->entity.type = XML_ENTITY_DECL;
  f->entity.name = (const xmlChar *)html->name;
  f->entity.etype = XML_INTERNAL_PREDEFINED_ENTITY;
  f->entity.content = (xmlChar *)f->text;
  f->entity.orig = (xmlChar *)f->text;
  f->entity.length = length;
  return &f->entity;
}

/// Gives back the reference that libxml2 passed over, as the text that it stands for.
static bool feed_mends(vxml_feed *f, int code) {
  // References to characters that XML does not have are left out.
  if (code == XML_ERR_INVALID_CHARREF || code == XML_ERR_INVALID_DEC_CHARREF ||
      code == XML_ERR_INVALID_HEX_CHARREF || code == XML_ERR_INVALID_CHAR)
    return true;
  if (code != XML_ERR_NAME_REQUIRED && code != XML_ERR_ENTITYREF_SEMICOL_MISSING &&
      code != XML_ERR_UNDECLARED_ENTITY && code != XML_WAR_UNDECLARED_ENTITY)
    return false;
  xmlParserInputPtr input = f->parser->input;
  if (input == NULL || f->parser->instate != XML_PARSER_CONTENT) return false;
  const xmlChar *at = input->cur;
  while (at > input->base && input->cur - at < 256) {
    at--;
    if (*at == '<' || *at == '>') return false;
    if (*at == '&') {
      f->handler.text(f->context, at, (int32_t)(input->cur - at));
      return true;
    }
  }
  return false;
}

static void feed_error(void *user, xmlErrorPtr error) {
  vxml_feed *f = user;
  // What names a namespace that is not declared is read by its prefix.
  if (f->has_doctype || error->domain == XML_FROM_NAMESPACE || error->level == XML_ERR_WARNING)
    return;
  bool is_mended = feed_mends(f, error->code);
  f->handler.fault(f->context, error->code, error->line, error->int2, is_mended);
}

vxml_feed *vxml_feed_new(const vxml_feed_handler *handler, void *context) {
  vxml_feed *f = calloc(1, sizeof *f);
  if (f == NULL) return NULL;
  f->handler = *handler;
  f->context = context;
  xmlSAXHandler sax;
  memset(&sax, 0, sizeof sax);
  sax.startElementNs = feed_start;
  sax.endElementNs = feed_end;
  sax.characters = feed_text;
  sax.cdataBlock = feed_text;
  sax.ignorableWhitespace = feed_text;
  sax.internalSubset = feed_doctype;
  sax.getEntity = feed_entity;
  sax.serror = feed_error;
  sax.initialized = XML_SAX2_MAGIC;
  f->parser = xmlCreatePushParserCtxt(&sax, f, NULL, 0, NULL);
  if (f->parser == NULL) {
    free(f);
    return NULL;
  }
  // OLDSAX: the handler is asked for XML's own entities, too.
  xmlCtxtUseOptions(f->parser, XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR |
                                   XML_PARSE_NOWARNING | XML_PARSE_IGNORE_ENC |
                                   XML_PARSE_OLDSAX);
  return f;
}

vxml_feed_state vxml_feed_push(vxml_feed *f, const uint8_t *bytes, size_t count, bool is_last) {
  xmlParseChunk(f->parser, (const char *)bytes, (int)count, is_last);
  if (f->has_doctype) return VXML_FEED_HAS_DOCTYPE;
  return f->parser->instate == XML_PARSER_EOF && !is_last ? VXML_FEED_STOPPED : VXML_FEED_READS;
}

void vxml_feed_place(const vxml_feed *f, int32_t *line, int64_t *byte) {
  xmlParserInputPtr input = f->parser->input;
  *line = 0;
  *byte = -1;
  if (input == NULL) return;
  *line = input->line;
  const xmlChar *at = input->cur;
  while (at > input->base && *at != '<') {
    at--;
    if (*at == '\n') --*line;
  }
  if (*at == '<') *byte = (int64_t)input->consumed + (at - input->base);
}

void vxml_feed_free(vxml_feed *f) {
  if (f == NULL) return;
  if (f->parser->myDoc != NULL) xmlFreeDoc(f->parser->myDoc);
  xmlFreeParserCtxt(f->parser);
  free(f);
}

const char *vxml_version(void) { return LIBXML_DOTTED_VERSION; }

// A tag that is not complete may have `longest_tag` bytes, and one that is complete a block more:
// libxml2 compares each attribute with all others. `largest_dictionary` is the room for names, of
// which a workbook has a few hundred; libxml2 is slow with many.
enum {
  most_names = 64,
  deepest = 64,
  longest_tag = 32 * 1024,
  largest_dictionary = 1024 * 1024,
};

struct vxml_parser {
  vxml_events events;
  void *context;
  xmlParserCtxtPtr parser;
  // The dictionary of the parser holds each name once, so that names compare as pointers.
  const xmlChar *names[most_names];
  int32_t name_count;
  int32_t depth;
  vxml_outcome outcome;
  const xmlChar **attributes;
  int attribute_count;
};

static int32_t name_index(const vxml_parser *p, const xmlChar *name) {
  for (int32_t index = 0; index < p->name_count; index += 1) {
    if (p->names[index] == name) return index;
  }
  return -1;
}

static void xml_start(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                      int namespace_count, const xmlChar **namespaces, int attribute_count,
                      int defaulted_count, const xmlChar **attributes) {
  (void)prefix;
  (void)uri;
  (void)namespace_count;
  (void)namespaces;
  (void)defaulted_count;
  vxml_parser *p = user;
  if (p->outcome != VXML_GOOD) return;
  p->depth += 1;
  if (p->depth > deepest) {
    p->outcome = VXML_TOO_DEEP;
    return;
  }
  int32_t index = name_index(p, name);
  if (index < 0) return;
  p->attributes = attributes;
  p->attribute_count = attribute_count;
  p->events.start(p->context, index);
  p->attribute_count = 0;
}

static void xml_end(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
  (void)prefix;
  (void)uri;
  vxml_parser *p = user;
  if (p->outcome != VXML_GOOD) return;
  p->depth -= 1;
  int32_t index = name_index(p, name);
  if (index >= 0) p->events.end(p->context, index);
}

static void xml_text(void *user, const xmlChar *bytes, int count) {
  vxml_parser *p = user;
  if (p->outcome == VXML_GOOD) p->events.text(p->context, bytes, count);
}

static void xml_doctype(void *user, const xmlChar *name, const xmlChar *public_id,
                        const xmlChar *system_id) {
  (void)name;
  (void)public_id;
  (void)system_id;
  ((vxml_parser *)user)->outcome = VXML_DOCTYPE;
}

vxml_parser *vxml_open(const char *names, const vxml_events *events, void *context) {
  vxml_parser *p = calloc(1, sizeof *p);
  if (p == NULL) return NULL;
  p->events = *events;
  p->context = context;
  xmlSAXHandler sax;
  memset(&sax, 0, sizeof sax);
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = xml_start;
  sax.endElementNs = xml_end;
  sax.characters = xml_text;
  sax.ignorableWhitespace = xml_text;
  sax.cdataBlock = xml_text;
  sax.internalSubset = xml_doctype;
  sax.serror = on_error;
  p->parser = xmlCreatePushParserCtxt(&sax, p, NULL, 0, NULL);
  if (p->parser == NULL) {
    free(p);
    return NULL;
  }
  xmlCtxtUseOptions(p->parser, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  xmlDictSetLimit(p->parser->dict, largest_dictionary);
  while (*names != 0 && p->name_count < most_names) {
    size_t length = strcspn(names, " ");
    p->names[p->name_count] = xmlDictLookup(p->parser->dict, (const xmlChar *)names, (int)length);
    p->name_count += 1;
    names += length;
    if (*names == ' ') names += 1;
  }
  return p;
}

void vxml_close(vxml_parser *p) {
  if (p == NULL) return;
  if (p->parser->myDoc != NULL) xmlFreeDoc(p->parser->myDoc);
  xmlFreeParserCtxt(p->parser);
  free(p);
}

vxml_outcome vxml_parse(vxml_parser *p, const uint8_t *bytes, int32_t count, bool is_last) {
  if (p->outcome != VXML_GOOD) return p->outcome;
  xmlParseChunk(p->parser, (const char *)bytes, count, is_last);
  // An unknown prefix is an error to libxml2 too, but it reads on.
  if (p->outcome == VXML_GOOD && (p->parser->disableSAX || !p->parser->wellFormed)) {
    p->outcome = VXML_MALFORMED;
  }
  const xmlParserInput *input = p->parser->input;
  if (p->outcome == VXML_GOOD && input != NULL && input->end - input->cur > longest_tag &&
      input->cur[0] == '<' && input->cur[1] != '!' && input->cur[1] != '?') {
    p->outcome = VXML_MALFORMED;
  }
  return p->outcome;
}

const uint8_t *vxml_attribute(const vxml_parser *p, int32_t name, int32_t *count) {
  for (int index = 0; index < p->attribute_count; index += 1) {
    const xmlChar **attribute = p->attributes + 5 * index;
    if (attribute[0] != p->names[name]) continue;
    *count = (int32_t)(attribute[4] - attribute[3]);
    return attribute[3];
  }
  return NULL;
}

int32_t vxml_line(const vxml_parser *p) {
  return p->parser->input != NULL ? p->parser->input->line : 0;
}
