import Testing

@testable import VerbatimIngest

@Suite("The name of a tag")
struct TagNameTests {
  /// Writes down which elements libxml2 opens and closes.
  private struct EventLog: MarkupHandler {
    private(set) var events: [String] = []

    mutating func start(_ element: MarkupElement) {
      events.append(element.name.bytes(behind: "")?.text ?? "")
    }
    mutating func end() { events.append("end") }
    mutating func text(_ bytes: MarkupBytes) {}
  }

  private static func events(_ page: String) -> ArraySlice<String> {
    var log = EventLog()
    _ = MarkupParser.parse(Array(page.utf8), into: &log)
    // Behind `html` and `body`.
    return log.events.dropFirst(2)
  }

  private static func name(_ text: String, from start: Int = 0) -> TagName {
    TagName(Array(text.utf8).span, from: start)
  }

  /// The elements of HTML, of this day and before.
  private static let names = """
    a abbr acronym address applet area article aside audio b base basefont bdi bdo big blockquote \
    br button canvas caption center cite code col colgroup command data datalist dd del details \
    dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame h1 h2 h3 \
    h4 h5 h6 header hgroup hr i iframe img input ins isindex kbd keygen label legend li link \
    listing main map mark marquee math menu menuitem meta meter nav nobr noembed noframes \
    noscript object ol optgroup option output p param path picture plaintext portal pre progress \
    q rb rp rt rtc ruby s samp search section select shop-card slot small source span strike \
    strong sub summary sup svg table tbody td template textarea tfoot th thead time title tr \
    track tt u ul use var video wbr xmp
    """.split(separator: " ").map(String.init)

  @Test("tells which elements libxml2 takes for empty", arguments: names)
  func empty(name: String) {
    let events = Self.events("<body><\(name)><b>")
    #expect((Array(events.prefix(2)) == [name, "end"]) == (Self.name(name).rule.kind == .empty))
  }

  @Test("tells which others its start tag ends, as libxml2 has it", arguments: names)
  func ends(name: String) {
    for open in Self.names where Self.name(open).rule.kind != .empty {
      let events = Self.events("<body><\(open)><\(name)>")
      let ends = Self.name(name).rule.mayEnd(Self.name(open).rule)
      #expect((Array(events.prefix(2)) == [open, "end"]) == ends, "<\(open)><\(name)>")
    }
  }

  @Test("is read as libxml2 reads it, whatever its case")
  func letters() {
    let text = "xArticle-Of.many_Letters:12 "
    let name = Self.name(text, from: 1)
    #expect(name.range == 1..<27)
    #expect(Self.name("DIV>").is("div") && Self.name("ItemScope=").is("itemscope"))
    #expect(Self.name("h1").is("h1") && !Self.name("h1").is("h") && !Self.name("h").is("h1"))
    #expect(Self.name("figcaption/").is("figcaption") && !Self.name("figcaptions").is("figcaption"))
    #expect(Self.name("").range.isEmpty && Self.name("{|@[`").range.isEmpty)
    #expect(TagName(Array("abcdefghijkl".utf8).span, from: 0, most: 8).range == 0..<8)
  }

  @Test(
    "is the same as another of the same letters",
    arguments: [
      ("div", "DIV", true), ("div", "dl", false), ("a-name-of-many-letters", "div", false),
      ("a-name-of-many-letters", "A-NAME-of-many-letters", true),
      ("a-name-of-many-letters", "a-name-of-many-letterz", false),
      ("a-name-of-many-letters", "a-name-of-many-letter", false),
    ]
  )
  func same(left: String, right: String, isSame: Bool) {
    let page = Array((left + " " + right).utf8)
    let name = TagName(page.span, from: 0)
    #expect(
      name.isSame(as: TagName(page.span, from: left.utf8.count + 1), in: page.span) == isSame
    )
  }
}
