#include "CLibXML2.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xmlversion.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  const vxml_handler *handler;
  void *context;
  htmlParserCtxtPtr parser;
} page;

static void on_start(void *user, const xmlChar *name, const xmlChar **attributes) {
  page *p = user;
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

int32_t vxml_parse_html(const uint8_t *bytes, size_t count, const vxml_handler *handler,
                        void *context) {
  page p = {handler, context, NULL};
  htmlSAXHandler sax;
  memset(&sax, 0, sizeof sax);
  sax.startElement = on_start;
  sax.endElement = on_end;
  sax.characters = on_text;
  sax.cdataBlock = on_text;
  sax.ignorableWhitespace = on_text;
  sax.serror = on_error;
  sax.initialized = XML_SAX2_MAGIC;

  p.parser = htmlCreatePushParserCtxt(&sax, &p, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
  if (p.parser == NULL) return XML_ERR_NO_MEMORY;
  htmlCtxtUseOptions(p.parser, HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR |
                                   HTML_PARSE_NOWARNING | HTML_PARSE_IGNORE_ENC);
  const size_t step = 64 * 1024;
  for (size_t at = 0; at < count; at += step) {
    size_t piece = count - at < step ? count - at : step;
    htmlParseChunk(p.parser, (const char *)bytes + at, (int)piece, 0);
    if (p.parser->disableSAX) break;
  }
  htmlParseChunk(p.parser, NULL, 0, 1);
  // A forgiving parser reports an error for every slip; only giving up is one to us.
  int32_t failure = p.parser->disableSAX ? p.parser->errNo : 0;
  if (p.parser->myDoc != NULL) xmlFreeDoc(p.parser->myDoc);
  htmlFreeParserCtxt(p.parser);
  return failure;
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

vxml_outcome vxml_feed(vxml_parser *p, const uint8_t *bytes, int32_t count, bool is_last) {
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
