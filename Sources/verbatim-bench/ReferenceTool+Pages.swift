import Foundation

extension ReferenceTool {
  /// libxml2's SAX parser alone, counting elements; nil without a compiler or the library's headers.
  ///
  /// It is the bound of any reader that stands on that parser: the same settings, and nothing kept.
  ///
  /// - Parameters:
  ///   - path: The documents, each with a NUL behind it.
  ///   - isFeed: Whether they are XML rather than HTML.
  ///   - rounds: How often it runs; the best counts.
  ///   - folder: Where the program is made.
  /// - Returns: The tool.
  /// - Throws: When the source cannot be written.
  static func sax(
    path: String,
    isFeed: Bool,
    rounds: Int,
    in folder: URL
  ) throws -> ReferenceTool? {
    let source = folder.appendingPathComponent("sax.c")
    let program = folder.appendingPathComponent("sax").path
    try Data(saxSource.utf8).write(to: source)
    let compiler = ReferenceTool(
      command: [
        "sh", "-c",
        "cc -O2 $(pkg-config --cflags libxml-2.0) -o \"$1\" \"$2\" $(pkg-config --libs libxml-2.0)",
        "sh", program, source.path,
      ]
    )
    guard try compiler.output() != nil else { return nil }
    return ReferenceTool(command: [program, path, String(rounds), isFeed ? "xml" : "html"])
  }

  /// extruct, and loops by hand over lxml and selectolax: their reviews with a text.
  static func pages(
    python: String,
    path: String,
    kind: PageStages.Kind,
    rounds: Int
  ) -> ReferenceTool {
    ReferenceTool(command: [python, "-c", pageScript, path, String(rounds), kind.rawValue])
  }

  private static let pageScript =
    timing + """
      import json
      import lxml.etree, lxml.html
      kind = sys.argv[3]
      with open(sys.argv[1], encoding="utf-8", newline="") as file:
          pages = file.read().split("\\0")[:-1]
      PROPERTY = ".//*[@itemprop='%s']"
      def microdata_lxml():
          count = 0
          for page in pages:
              tree = lxml.html.fromstring(page)
              for review in tree.xpath("//*[@itemtype='https://schema.org/Review']"):
                  values = {}
                  for node in review.xpath(".//*[@itemprop]"):
                      values[node.get("itemprop")] = (
                          node.get("content") or node.get("datetime") or node.text_content()
                      )
                  count += bool(values.get("reviewBody"))
          return count
      def microdata_selectolax():
          from selectolax.lexbor import LexborHTMLParser
          count = 0
          for page in pages:
              tree = LexborHTMLParser(page)
              for review in tree.css("[itemtype='https://schema.org/Review']"):
                  values = {}
                  for node in review.css("[itemprop]"):
                      told = node.attributes
                      values[told["itemprop"]] = (
                          told.get("content") or told.get("datetime") or node.text(strip=True)
                      )
                  count += bool(values.get("reviewBody"))
          return count
      def of_json(texts):
          return sum(
              bool(review.get("reviewBody"))
              for text in texts
              for review in json.loads(text).get("review", [])
          )
      def json_lxml():
          path = "//script[@type='application/ld+json']/text()"
          return sum(of_json(lxml.html.fromstring(page).xpath(path)) for page in pages)
      def json_selectolax():
          from selectolax.lexbor import LexborHTMLParser
          css = "script[type='application/ld+json']"
          return sum(
              of_json(node.text() for node in LexborHTMLParser(page).css(css)) for page in pages
          )
      def extructed(syntax):
          import extruct
          def reviews(item):
              if isinstance(item, list):
                  return sum(map(reviews, item))
              if not isinstance(item, dict):
                  return 0
              inside = item.get("properties", item)
              types = item.get("type") or item.get("@type") or ""
              own = str(types).endswith("Review") and bool(inside.get("reviewBody"))
              return own + sum(reviews(value) for value in inside.values())
          return sum(
              reviews(extruct.extract(page, syntaxes=[syntax])[syntax]) for page in pages
          )
      def feed_lxml():
          import io
          count = 0
          for page in pages:
              data = io.BytesIO(page.encode())
              for _, node in lxml.etree.iterparse(data, tag="review"):
                  count += bool(node.findtext("content"))
                  node.clear()
          return count
      lxml_name = "lxml " + version("lxml")
      if kind == "feed":
          best(lxml_name + ", iterparse", feed_lxml)
      else:
          is_json = kind == "json-ld"
          best(lxml_name, json_lxml if is_json else microdata_lxml)
          best(
              "selectolax " + version("selectolax"),
              json_selectolax if is_json else microdata_selectolax,
          )
          best("extruct " + version("extruct"), lambda: extructed(kind))
      """

  private static let saxSource = """
    #include <libxml/HTMLparser.h>
    #include <libxml/parser.h>
    #include <stdio.h>
    #include <stdlib.h>
    #include <string.h>
    #include <time.h>
    static long elements;
    static void html_start(void *user, const xmlChar *name, const xmlChar **attributes) {
      elements++;
    }
    static void xml_start(void *user, const xmlChar *local, const xmlChar *prefix,
                          const xmlChar *uri, int namespaces, const xmlChar **declared, int count,
                          int defaulted, const xmlChar **attributes) {
      elements++;
    }
    static void text(void *user, const xmlChar *bytes, int count) {}
    static void html_end(void *user, const xmlChar *name) {}
    static void xml_end(void *user, const xmlChar *local, const xmlChar *prefix,
                        const xmlChar *uri) {}
    static void fault(void *user, xmlErrorPtr error) {}
    static void parse(const char *bytes, long count, int is_feed) {
      xmlSAXHandler sax;
      memset(&sax, 0, sizeof sax);
      sax.startElement = html_start;
      sax.endElement = html_end;
      sax.startElementNs = xml_start;
      sax.endElementNs = xml_end;
      sax.characters = sax.cdataBlock = sax.ignorableWhitespace = text;
      sax.serror = fault;
      sax.initialized = XML_SAX2_MAGIC;
      const long step = 64 * 1024;
      xmlParserCtxtPtr parser =
          is_feed ? xmlCreatePushParserCtxt(&sax, NULL, NULL, 0, NULL)
                  : htmlCreatePushParserCtxt(&sax, NULL, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
      if (!is_feed) htmlCtxtUseOptions(parser, HTML_PARSE_RECOVER | HTML_PARSE_NONET);
      for (long at = 0; at < count; at += step) {
        int piece = count - at < step ? count - at : step;
        if (is_feed) xmlParseChunk(parser, bytes + at, piece, 0);
        else htmlParseChunk(parser, bytes + at, piece, 0);
      }
      if (is_feed) xmlParseChunk(parser, NULL, 0, 1);
      else htmlParseChunk(parser, NULL, 0, 1);
      if (parser->myDoc) xmlFreeDoc(parser->myDoc);
      xmlFreeParserCtxt(parser);
    }
    int main(int argc, char **argv) {
      FILE *file = argc == 4 ? fopen(argv[1], "rb") : NULL;
      if (!file) return 1;
      fseek(file, 0, SEEK_END);
      long count = ftell(file);
      rewind(file);
      char *bytes = malloc(count + 1);
      if (!bytes || fread(bytes, 1, count, file) != (size_t)count) return 1;
      double best = 0;
      for (int round = 0; round < atoi(argv[2]); round++) {
        elements = 0;
        clock_t start = clock();
        for (char *page = bytes; page < bytes + count;) {
          char *end = memchr(page, 0, bytes + count - page);
          if (!end) break;
          parse(page, end - page, argv[3][0] == 'x');
          page = end + 1;
        }
        double spent = (double)(clock() - start) / CLOCKS_PER_SEC;
        if (round == 0 || spent < best) best = spent;
      }
      printf("libxml2 SAX alone\\t%.9f\\t%ld\\n", best, elements);
      return 0;
    }
    """
}
