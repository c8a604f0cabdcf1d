import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport
import VerbatimText

@testable import VerbatimIngest

@Suite("The abridged page")
struct AbridgedPageTests {
  /// All that the collector makes of a page, in words.
  private static func facts(_ bytes: [UInt8]) -> [String] {
    var collector = PageCollector()
    let failure = MarkupParser.parse(bytes, into: &collector)
    collector.finish()
    return [
      "\(failure) \(collector.isCut)", "\(collector.nodes)", "\(collector.rdfa)",
      "\(collector.tree.elements)", "\(collector.scripts)",
      String(decoding: collector.bytes, as: UTF8.self),
      String(decoding: collector.words, as: UTF8.self), String(describing: collector.language),
      String(describing: collector.canonical), String(describing: collector.base),
    ]
  }

  /// The page abridged, however short it is; nil when it is parsed whole.
  private static func abridged(_ page: String) -> String? {
    AbridgedPage(Array(page.utf8), shortest: 0)
      .map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  private static let review =
    "<div itemscope itemtype='http://schema.org/Review' class=box><p itemprop=reviewBody "
    + "title=t>The <b class=x>lid</b> leaks</p></div>"

  @Test("keeps what carries data and what may end or leave open another element")
  func plain() {
    let page =
      "<body class=shop><nav\n class='a'>Kettles &amp; more<br/></nav><!-- a\nb -->"
      + Self.review + "<p data-x='1'>words\nand words</p> <3 </body >"
    #expect(
      Self.abridged(page)
        == "<body>\n\n" + Self.review + "<p>\n</p></body>"
    )
  }

  @Test("keeps one letter of words where the body is not open")
  func outside() {
    #expect(
      Self.abridged("<nav class=a>Kettles &amp;\nmore<!-- a\nb --> <3</nav><img src=a>")
        == "<nav>\nx<!--\n-->< x</nav><img>"
    )
  }

  @Test(
    "drops elements of the body that hold nothing and end no other",
    arguments: [
      ("<img src=a\nalt=b>", "\n"), ("<span class=a>b &amp; c</span>", ""),
      ("<picture class=a> <source srcset=b><img src=c></picture>", ""),
      ("<span>a<b class=c>d</b></span>", ""), ("<span>a", "<span>"),
      ("<section><div>a</div><hr><p>b</p>\n</section>", "\n"), ("<svg/></ p></3>", ""),
      ("<div><ul><li>a</li>\n<li class=b>c</li></ul></div>", "<div>\n</div>"),
      ("<nav><ul><li>a<li>b</ul></nav>", "<nav><ul><li><li></ul></nav>"),
      ("<nav><p>a<hr></nav>", "<nav><p><hr></nav>"), ("<nav>a</div></nav>", "<nav></div></nav>"),
      ("<nav\n><i id=a>b</i><div>c</div></nav>", "\n<nav><i id=a></i></nav>"),
      ("<nav><video><source><wbr></video></nav>", ""),
      ("<picture><source srcset=a><p></picture>", "<picture><source><p></picture>"),
      (
        "<picture><img src=a itemprop=image></picture>",
        "<picture><img src=a itemprop=image></picture>"
      ),
      ("<span id=a>b</span>", "<span id=a></span>"), ("</body><img src=a>", "</body><img>"),
    ]
  )
  func idle(page: String, abridged: String) {
    #expect(Self.abridged("<body>" + page + "<i>") == "<body>" + abridged + "<i>")
  }

  @Test(
    "keeps texts that belong to a property or a microformat",
    arguments: [
      "<span itemprop=name>a <i class=x>b</i> c</span>",
      "<span property='schema:name'>a <i class=x>b</i></span>",
      "<div class='h-review x'>a <p class=p-name>b</p></div>",
      "<div itemprop=reviewBody><p>one<p class=x>two</div>",
      "<ul itemprop=reviewBody><li class=a>one<li class=b>two</ul>",
      "<div itemprop=text>a <img src=x alt='b'> <source src=c> d</div>",
    ]
  )
  func texts(kept: String) {
    #expect(Self.abridged(kept + "<i class=y>z</i>") == kept + "<i>x</i>")
  }

  @Test(
    "keeps the rest of a page whose tags do not pair up inside of a text",
    arguments: [
      "<span itemprop=name>a <b><div>c</b></span> d", "<p itemprop=name>a<b><p>c</b></p> d",
      "<div itemprop=name>a<body class=x>b</div> d", "<source itemprop=url src=x> d",
      "<span itemprop=name>a <td><th></td></span> d",
    ]
  )
  func unpaired(page: String) { #expect(Self.abridged(page) == page) }

  @Test(
    "is none where the parser may see the tags otherwise",
    arguments: [
      "<b>a\u{0}b</b>", "<!-- never closed", "<!-->a", "<!--->a", "<!-- a --!>", "<![CDATA[x]]>",
      "a\u{FFFE}", "\u{FFFF}",
      "<p title=\"never closed>", "<_x>", "<script>a", "<script></scriptx></script>", "<?", "</p",
      "<p" + (0..<65).map { " a\($0)" }.joined() + ">", "<!DOCTYPE html SYSTEM \"a>b\">",
    ]
  )
  func none(page: String) { #expect(Self.abridged(page) == nil) }

  @Test("knows what is open behind a text whose tags pair up, and nothing behind another")
  func behindTexts() {
    let paired = "<nav><b itemprop=name>a<i>b</i></b>"
    #expect(Self.abridged("<body>" + paired + "<p>c</p></nav>") == "<body>" + paired + "</nav>")
    let unpaired = "<nav><b itemprop=name>a<i>b<p>c</p></i></b>"
    #expect(
      Self.abridged("<body>" + unpaired + "<p>d</p></nav>")
        == "<body>" + unpaired + "<p></p></nav>"
    )
  }

  @Test("follows a page as deep as it goes", arguments: ["<b>", "<b id=a>"])
  func deep(tag: String) {
    let tags = String(repeating: tag, count: 2000)
    #expect(Self.abridged("<body>" + tags) == "<body>" + tags)
    let page = tags + String(repeating: "</b>", count: 2000)
    let bytes = Array(("<body>" + page + Self.review).utf8)
    let abridged = AbridgedPage(bytes, shortest: 0)
    #expect(abridged.map { Self.facts($0.bytes) } == Self.facts(bytes))
  }

  @Test("tells the collector what the whole page tells it", arguments: SeededGenerator.seeds(400))
  func agrees(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var text = ""
    for _ in 0..<Int.random(in: 1...60, using: &random) {
      text += Self.pieces.randomElement(using: &random) ?? ""
    }
    var bytes = Array(text.utf8)
    for _ in 0..<(random.chance(0.5) ? Int.random(in: 1...4, using: &random) : 0) {
      bytes.remove(at: Int.random(in: 0..<bytes.count, using: &random))
      if bytes.isEmpty { return }
    }
    guard let abridged = AbridgedPage(bytes, shortest: 0) else { return }
    #expect(
      Self.facts(abridged.bytes) == Self.facts(bytes),
      "\(String(decoding: bytes, as: UTF8.self))"
    )
  }

  private static let pieces =
    [
      "<div itemscope itemtype='http://schema.org/Review'>", "<p itemprop=reviewBody>",
      "<span itemprop='name'>", "<b itemprop=author itemscope>", "<meta itemprop=x content=y>",
      "<time itemprop=date datetime=2026-01-02>", "<td itemprop=a>", "<li itemprop=b>",
      "<div vocab='http://schema.org/' typeof=Review>", "<i property=name>", "<a rel='v:x'>",
      "<a property=url href=/u>", "<div rel=review>", "<div class='h-review'>",
      "<b class=p-name>", "<a class='h-card u-url' href=/c>", "<br itemprop=x>",
      "<source itemprop=v src=/v>", "<body itemscope>", "<html lang=de itemprop=z>",
      "<script itemprop=s>a < b</script>", "<script type='application/ld+json'>{\"a\":1}</script>",
      "<style>a{}</style>", "<script>'</b>'</script>", "<title>t</title>", "<head>", "</head>",
      "<body>", "</body>", "</html>", "<table>", "<tr>", "<td>", "<th>", "</td>", "</tr>",
      "</table>", "<ul>", "<li>", "</li>", "</ul>", "<p>", "</p>", "<div id=i class=c>", "</div>",
      "<span>", "</span>", "<b>", "</b>", "<i>", "</i>", "<a href=/h>", "</a>", "<form>", "</form>",
      "<wbr>", "<picture><source srcset=s><img src=p alt=q></picture>", "words", "<body class=a>",
      "\u{17}", "\u{c}", "\u{7F}",
      "<body>",
      "<span class=k>l</span>", "<span>m", "<img src=n>", "<picture>", "<source>", "</picture>",
      "<picture><source></picture>", "<frameset>", "<noframes>", "&amp;", "&#32;",
      " ", "\n", "\n \n", "<3", "< ", "<!-- c\n -->", "<!doctype html>", "<?xml version='1.0'?>",
      "<p a=b c='d\n' e=\"f>\">", "<p @click='a > b itemscope'>", "<p =x itemprop>", "<p a/b=c>",
      "<img itemprop=image src=/i alt=k>", "<option>", "<select>", "</select>",
      "<dl><dt>a<dd>b</dl>",
      "<textarea><b itemprop=q>", "</textarea>", "<div hidden itemprop=h>", "<x-y itemprop=j>",
      "</x-y>", "<p class='a&#32;hreview'>", String(repeating: " ", count: 1200), "</br>", "</ p>",
      "</3>", "<section>", "</section>", "<ul>", "</ul>", "<dt>", "<h2>", "</h2>", "<hr>", "<dl>",
      "</dl>", "<small>", "</small>", "<colgroup>", "<col>", "<tbody>", "</tbody>", "<caption>",
      "<DIV>", "</DIV\n>", "<div/>", "<video>", "</video>", "<a-name-of-many-letters>",
      "</a-name-of-many-letters>", "</A-name-of-many-letterz>", "<nav>", "</nav>", "<article>",
      "</article>", "<noscript>", "</noscript>", "<option>", "</option>", "<pre>", "</pre>",
      "<link rel=canonical href=/l>", "<base href=/m>", "<div itemref=i itemscope>",
    ]

  @Test("of every sample tells the same, also where it is damaged")
  func samples() throws {
    var pages = try [
      "schema-org", "microformats", "html-encoding",
    ].flatMap { Shared.files(in: "samples/\($0)") }
      .filter { ["html", "htm"].contains($0.pathExtension) }
      .map { try Array(Data(contentsOf: $0)) }
    let folder = try #require(PackageRoot.url()).appendingPathComponent("corpora/demo/reviews")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    where name.hasSuffix(".html") {
      pages.append(try Array(Data(contentsOf: folder.appendingPathComponent(name))))
    }
    var random = SeededGenerator(seed: 6)
    for page in pages {
      guard let text = try? TextSource(path: "page", bytes: page).readAll(limit: .max) else {
        continue
      }
      for isDamaged in [false, true] {
        var bytes = text
        if isDamaged, !bytes.isEmpty {
          bytes.remove(at: Int.random(in: 0..<bytes.count, using: &random))
        }
        guard let abridged = AbridgedPage(bytes, shortest: 0) else { continue }
        #expect(Self.facts(abridged.bytes) == Self.facts(bytes))
      }
    }
  }
}
