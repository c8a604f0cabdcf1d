#include "CLibXML2.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xmlversion.h>
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
