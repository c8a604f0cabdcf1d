#include "CLibXML2.h"

#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <stdlib.h>
#include <string.h>

struct vxml_tree {
  xmlDocPtr document;
  xmlXPathContextPtr context;
  // Nodes that were given out; the first is the document.
  xmlNodePtr *nodes;
  int32_t node_count;
  int32_t node_room;
  // Where the nodes of the last selection begin.
  int32_t found;
  xmlChar *text;
  xmlChar *attribute;
};

struct vxml_path {
  xmlXPathCompExprPtr compiled;
};

// Of the other file: where the first tag with too many attributes begins, or the end.
size_t vxml_first_wide_tag(const uint8_t *bytes, size_t count);

// As there: how much libxml2 may compare attributes with each other, and end tags with what is open.
static const uint64_t most_compared = 2000000000;

// What the parser's callbacks share.
typedef struct {
  uint64_t compared;
  int32_t depth;
  int32_t deepest;
  int32_t left;
  bool is_cut;
} limits;

static void quiet(void *user, xmlErrorPtr error) {
  (void)user;
  (void)error;
}

static void compares(htmlParserCtxtPtr parser, uint64_t count) {
  limits *l = parser->_private;
  l->compared += count;
  if (l->compared > most_compared) {
    l->is_cut = true;
    xmlStopParser(parser);
  }
}

/// An end tag that ends nothing is an error.
static void tree_error(void *user, xmlErrorPtr error) {
  (void)error;
  htmlParserCtxtPtr parser = user;
  if (parser != NULL && parser->_private != NULL) compares(parser, (uint64_t)parser->nameNr);
}

static void tree_start(void *user, const xmlChar *name, const xmlChar **attributes) {
  htmlParserCtxtPtr parser = user;
  limits *l = parser->_private;
  uint64_t count = 0;
  while (attributes != NULL && attributes[2 * count] != NULL) count++;
  compares(parser, count * count + (uint64_t)parser->nameNr);
  l->depth++;
  if (l->depth > l->deepest) {
    l->is_cut = true;
    return;
  }
  if (l->left-- <= 0) {
    l->is_cut = true;
    xmlStopParser(parser);
    return;
  }
  xmlSAX2StartElement(user, name, attributes);
}

static void tree_end(void *user, const xmlChar *name) {
  htmlParserCtxtPtr parser = user;
  limits *l = parser->_private;
  if (l->depth <= l->deepest) xmlSAX2EndElement(user, name);
  l->depth--;
}

static bool give_out(vxml_tree *tree, xmlNodePtr node) {
  if (tree->node_count == tree->node_room) {
    int32_t room = tree->node_room == 0 ? 64 : tree->node_room * 2;
    xmlNodePtr *grown = realloc(tree->nodes, (size_t)room * sizeof *grown);
    if (grown == NULL) return false;
    tree->nodes = grown;
    tree->node_room = room;
  }
  tree->nodes[tree->node_count++] = node;
  return true;
}

vxml_tree *vxml_tree_new(const uint8_t *bytes, size_t count, int32_t deepest, int32_t most,
                         bool *is_cut) {
  xmlInitParser();
  limits l = {0, 0, deepest, most, false};
  htmlParserCtxtPtr parser =
      htmlCreatePushParserCtxt(NULL, NULL, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
  if (parser == NULL) return NULL;
  htmlCtxtUseOptions(parser, HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR |
                                 HTML_PARSE_NOWARNING | HTML_PARSE_IGNORE_ENC);
  parser->_private = &l;
  parser->linenumbers = 1;
  parser->sax->startElement = tree_start;
  parser->sax->endElement = tree_end;
  parser->sax->comment = NULL;
  parser->sax->processingInstruction = NULL;
  parser->sax->serror = tree_error;
  const size_t whole = count;
  count = vxml_first_wide_tag(bytes, whole);
  l.is_cut = count < whole;
  const size_t step = 64 * 1024;
  for (size_t at = 0; at < count && !parser->disableSAX; at += step) {
    size_t piece = count - at < step ? count - at : step;
    htmlParseChunk(parser, (const char *)bytes + at, (int)piece, 0);
  }
  htmlParseChunk(parser, NULL, 0, 1);
  xmlDocPtr document = parser->myDoc;
  parser->myDoc = NULL;
  htmlFreeParserCtxt(parser);
  *is_cut = l.is_cut;
  if (document == NULL) document = htmlNewDocNoDtD(NULL, NULL);
  vxml_tree *tree = calloc(1, sizeof *tree);
  if (tree == NULL || document == NULL) {
    free(tree);
    xmlFreeDoc(document);
    return NULL;
  }
  tree->document = document;
  // Numbers the elements, so that sorting what is found takes no walk for each pair.
  xmlXPathOrderDocElems(document);
  tree->context = xmlXPathNewContext(document);
  if (tree->context == NULL || !give_out(tree, (xmlNodePtr)document)) {
    vxml_tree_free(tree);
    return NULL;
  }
  tree->context->error = quiet;
  return tree;
}

void vxml_tree_free(vxml_tree *tree) {
  if (tree == NULL) return;
  xmlFree(tree->text);
  xmlFree(tree->attribute);
  xmlXPathFreeContext(tree->context);
  xmlFreeDoc(tree->document);
  free(tree->nodes);
  free(tree);
}

vxml_path *vxml_path_new(const char *text, int32_t *place) {
  *place = -1;
  xmlInitParser();
  xmlXPathContextPtr context = xmlXPathNewContext(NULL);
  if (context == NULL) return NULL;
  context->error = quiet;
  xmlXPathCompExprPtr compiled = xmlXPathCtxtCompile(context, (const xmlChar *)text);
  if (compiled == NULL) *place = context->lastError.int1;
  xmlXPathFreeContext(context);
  if (compiled == NULL) return NULL;
  vxml_path *path = malloc(sizeof *path);
  if (path == NULL) {
    xmlXPathFreeCompExpr(compiled);
    return NULL;
  }
  path->compiled = compiled;
  return path;
}

void vxml_path_free(vxml_path *path) {
  if (path == NULL) return;
  xmlXPathFreeCompExpr(path->compiled);
  free(path);
}

vxml_found vxml_tree_select(vxml_tree *tree, const vxml_path *path, int32_t node, int64_t steps,
                            int32_t most, int32_t *count) {
  *count = 0;
  tree->found = tree->node_count;
  xmlFree(tree->text);
  tree->text = NULL;
  tree->context->node = tree->nodes[node];
  tree->context->opCount = 0;
  tree->context->opLimit = (unsigned long)steps;
  xmlXPathObjectPtr result = xmlXPathCompiledEval(path->compiled, tree->context);
  if (result == NULL) {
    return tree->context->opCount >= tree->context->opLimit ? VXML_FOUND_TOO_LONG
                                                            : VXML_FOUND_FAULT;
  }
  vxml_found found = VXML_FOUND_NODES;
  if (result->type == XPATH_NODESET) {
    xmlNodeSetPtr set = result->nodesetval;
    if (set != NULL) xmlXPathNodeSetSort(set);
    for (int at = 0; set != NULL && at < set->nodeNr && *count < most; at++) {
      xmlNodePtr each = set->nodeTab[at];
      if (each->type != XML_ELEMENT_NODE && each->type != XML_ATTRIBUTE_NODE &&
          each->type != XML_TEXT_NODE)
        continue;
      if (!give_out(tree, each)) break;
      ++*count;
    }
  } else {
    tree->text = xmlXPathCastToString(result);
    found = VXML_FOUND_TEXT;
  }
  xmlXPathFreeObject(result);
  return found;
}

int32_t vxml_tree_node(const vxml_tree *tree, int32_t index) { return tree->found + index; }

const char *vxml_tree_text(const vxml_tree *tree) { return (const char *)tree->text; }

bool vxml_tree_holds(const vxml_tree *tree, int32_t outer, int32_t inner) {
  xmlNodePtr at = tree->nodes[inner]->parent;
  while (at != NULL && at != tree->nodes[outer]) at = at->parent;
  return at != NULL;
}

int32_t vxml_tree_line(const vxml_tree *tree, int32_t node) {
  if (node == 0) return 0;
  long line = xmlGetLineNo(tree->nodes[node]);
  return line > 0 && line < INT32_MAX ? (int32_t)line : 0;
}

const char *vxml_tree_attribute(vxml_tree *tree, int32_t node, const char *name) {
  xmlFree(tree->attribute);
  tree->attribute = NULL;
  xmlNodePtr each = tree->nodes[node];
  if (each->type != XML_ELEMENT_NODE) return NULL;
  tree->attribute = xmlGetProp(each, (const xmlChar *)name);
  return (const char *)tree->attribute;
}

// Attributes as the SAX parser tells them. Elements with more than these have the rest left out:
// what is asked for is `hidden`, `style` and `alt`.
enum { most_attributes = 32 };

static void tell_start(xmlNodePtr node, const vxml_handler *handler, void *context) {
  const char *list[2 * most_attributes + 1];
  xmlChar *made[most_attributes];
  int count = 0;
  for (xmlAttrPtr at = node->properties; at != NULL && count < most_attributes; at = at->next) {
    made[count] = at->children == NULL ? NULL : xmlNodeListGetString(node->doc, at->children, 1);
    list[2 * count] = (const char *)at->name;
    list[2 * count + 1] = (const char *)made[count];
    count++;
  }
  list[2 * count] = NULL;
  handler->start(context, (const char *)node->name, count == 0 ? NULL : list,
                 (int32_t)xmlGetLineNo(node));
  for (int index = 0; index < count; index++) xmlFree(made[index]);
}

static void tell_text(const xmlChar *text, const vxml_handler *handler, void *context) {
  if (text != NULL && *text != 0) {
    handler->text(context, text, (int32_t)strlen((const char *)text));
  }
}

void vxml_tree_walk(const vxml_tree *tree, int32_t node, const int32_t *left, int32_t count,
                    const vxml_handler *handler, void *context) {
  xmlNodePtr top = tree->nodes[node];
  if (top->type == XML_ATTRIBUTE_NODE) {
    xmlChar *value = xmlNodeGetContent(top);
    tell_text(value, handler, context);
    xmlFree(value);
    return;
  }
  xmlNodePtr at = top;
  while (at != NULL) {
    bool is_left = false;
    for (int32_t index = 0; index < count; index++) {
      if (at != top && tree->nodes[left[index]] == at) is_left = true;
    }
    bool goes_down = false;
    if (!is_left && at->type == XML_ELEMENT_NODE) {
      tell_start(at, handler, context);
      goes_down = at->children != NULL;
      if (!goes_down) handler->end(context, (const char *)at->name);
    } else if (!is_left && (at->type == XML_TEXT_NODE || at->type == XML_CDATA_SECTION_NODE)) {
      tell_text(at->content, handler, context);
    } else if (!is_left && at->type == XML_HTML_DOCUMENT_NODE) {
      goes_down = at->children != NULL;
    }
    if (goes_down) {
      at = at->children;
      continue;
    }
    while (at != NULL && at != top && at->next == NULL) {
      at = at->parent;
      if (at != NULL && at->type == XML_ELEMENT_NODE) {
        handler->end(context, (const char *)at->name);
      }
    }
    at = at == NULL || at == top ? NULL : at->next;
  }
}
