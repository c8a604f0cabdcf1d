import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport

@testable import VerbatimIngest

@Suite("The skeleton of a page")
struct PageSkeletonTests {
  /// What of a page's head and scripts a parse gives.
  struct Facts: Equatable {
    var scripts: [String]
    var lines: [Int]
    var language: String?
    var canonical: String?
    var base: String?
    var items: Int

    init(_ bytes: [UInt8]) {
      var collector = PageCollector()
      _ = MarkupParser.parse(bytes, into: &collector)
      collector.finish()
      scripts = collector.scripts.map {
        String(decoding: collector.bytes[$0.text.start..<$0.text.end], as: UTF8.self)
      }
      lines = collector.scripts.map(\.line)
      language = StructuredPage.trimmed(collector.language, in: collector)
      canonical = StructuredPage.trimmed(collector.canonical, in: collector)
      base = StructuredPage.trimmed(collector.base, in: collector)
      var page = StructuredPage()
      _ = page.addMarkup(collector)
      items = page.items.count
    }
  }

  private static let padding = String(repeating: "<p class=\"x\">words\n</p>", count: 300)

  private static func page(_ inside: String) -> [UInt8] {
    Array(
      """
      <!DOCTYPE html>
      <html lang="en"><!-- a <script type="application/ld+json">{}</script> --><head>
      <link rel=canonical href='https://shop.example/1'><base
       href="https://shop.example/">
      <style>p > a { content: "<script type='application/ld+json'>" }</style>
      <script>if (a < b) { document.write("<html lang='de'>") }</script>
      \(padding)
      \(inside)
      <p title="<script type='application/ld+json'>no</script>" data-x='a"b>c'>words</p>
      <SCRIPT TYPE=" Application/LD+JSON; charset=utf-8">
      {"@type": "Review"}</SCRIPT></body></html>
      """.utf8
    )
  }

  @Test("says what the whole page says, on the same lines")
  func plain() throws {
    let bytes = Self.page("<script type='application/ld+json'>{\"a\":\n1}</script>")
    let skeleton = try #require(PageSkeleton(bytes))
    #expect(skeleton.bytes.count < bytes.count / 2)
    #expect(Facts(skeleton.bytes) == Facts(bytes))
    #expect(Facts(bytes).scripts.count == 2)
  }

  @Test(
    "is none where the page has other data, or tags that cannot be told apart",
    arguments: [
      "<div itemscope itemtype='https://schema.org/Review'>", "<div ITEMSCOPE>",
      "<div typeof=Review>", "<div vocab='https://schema.org/'>", "<div class='a h-review'>",
      "<div class=hreview>", "<div property='schema:name'>", "<div about='#x'>",
      "<!-- never closed", "<![CDATA[x]]>", "<!DOCTY a>", "<!DOCTYPE <p>",
      "<plaintext>", "a\u{0}b", "<p title='a\u{0}b'>", "<html lang=de>", "</html><p>", "<?",
      "<!--->",
      "<script></scriptx></script>",
    ]
  )
  func none(inside: String) { #expect(PageSkeleton(Self.page(inside)) == nil) }

  @Test("is none where an end tag comes first", arguments: ["</br>", "</3>", "\n</p >"])
  func endFirst(tag: String) {
    let script = "<script type='application/ld+json'>{}</script>"
    #expect(PageSkeleton(Array((tag + Self.padding + script).utf8)) == nil)
    #expect(PageSkeleton(Array(("<!-- a -->" + Self.padding + tag + script).utf8)) != nil)
  }

  @Test(
    "is none where what comes first may be nothing to the parser",
    arguments: ["\u{17}", "\u{c}"]
  )
  func control(mark: String) {
    let script = "<script type='application/ld+json'>{}</script>"
    #expect(PageSkeleton(Array((mark + "</br>" + Self.padding + script).utf8)) == nil)
    #expect(PageSkeleton(Array(("<p>" + mark + Self.padding + script).utf8)) != nil)
  }

  @Test("agrees with the whole page, however damaged", arguments: SeededGenerator.seeds(150))
  func agrees(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "<script type=\"application/ld+json\">{\"@type\":\"Review\"}</script>", "<div>", "</div>",
      "<p a=b c='d' e=\"f\">", "\n", "words & more", "<br/>", "<!-- c -->", "<a href=x>y</a>",
      "<script>var a = '<b>'</script>", "<style>a{}</style>", "</p>", "<img alt=\">\">", "< 3",
      "<html lang=de>", "<link rel=canonical href=/x>", "<base href=/y>", "<title>t</title>",
      "<textarea>x</textarea>", "<script type=text/template><p></script>",
      "<svg><path d='M'/></svg>",
    ]
    var text = "<html><body>" + Self.padding
    for _ in 0..<Int.random(in: 1...40, using: &random) {
      text += pieces.randomElement(using: &random) ?? ""
    }
    var bytes = Array(text.utf8)
    if random.chance(0.5) {
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: Self.padding.utf8.count..<bytes.count, using: &random)
        bytes.remove(at: place)
      }
    }
    guard let skeleton = PageSkeleton(bytes) else { return }
    #expect(Facts(skeleton.bytes) == Facts(bytes), "\(text.dropFirst(Self.padding.count))")
  }

  @Test("of the demo shop's pages gives the same")
  func demo() throws {
    let folder = try #require(PackageRoot.url()).appendingPathComponent("corpora/demo/reviews")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
      let bytes = try Array(Data(contentsOf: folder.appendingPathComponent(name)))
      guard let skeleton = PageSkeleton(bytes) else { continue }
      #expect(Facts(skeleton.bytes) == Facts(bytes), "\(name)")
    }
  }
}
