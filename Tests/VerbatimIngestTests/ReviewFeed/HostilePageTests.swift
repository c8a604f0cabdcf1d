import Foundation
import Testing
import VerbatimCore
import VerbatimText

@testable import VerbatimIngest

/// Pages that mean harm: each ends soon, says what was wrong, and the next page is read.
@Suite("Hostile pages")
struct HostilePageTests {
  private static let review =
    "<div itemscope itemtype='http://schema.org/Review'><p itemprop=reviewBody>Bent &x;</p></div>"

  /// The processor time of this thread that `body` takes, in seconds.
  private func seconds(_ body: () throws -> Void) rethrows -> Double {
    func now() -> Double {
      var time = timespec()
      unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = now()
    try body()
    return now() - start
  }

  private func nextIsRead() throws -> Bool {
    try PageReading(Self.review.replacing(" &x;", with: "")).records.map(\.text) == ["Bent"]
  }

  @Test(
    "with entities load nothing and expand nothing",
    arguments: [
      "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>",
      "<!DOCTYPE html SYSTEM \"http://shop.example/x.dtd\" [<!ENTITY % y SYSTEM \"y\"> %y;]>",
      "<?xml version=\"1.0\"?><!DOCTYPE html [<!ENTITY a \"ha\"><!ENTITY x \"&a;&a;&a;&a;\">]>",
    ]
  )
  func entities(start: String) throws {
    let texts = try PageReading(start + Self.review).records.map(\.text)
    #expect(texts == ["Bent &x;"])
  }

  @Test("of a bomb of entities stay as small as they are")
  func bomb() throws {
    var page = "<!DOCTYPE html [<!ENTITY a0 \"ha\">"
    for level in 1...40 {
      page += "<!ENTITY a\(level) \"" + String(repeating: "&a\(level - 1);", count: 10) + "\">"
    }
    page += "]>" + Self.review.replacing("&x;", with: "&a40;")
    #expect(try PageReading(page).records.map(\.text) == ["Bent &a40;"])
  }

  @Test(
    "nested without end are read until the parser is stopped",
    arguments: [
      ("<b>", "</i>"), ("<div>", "</div>"), ("<p itemprop=x>", ""), ("<b rel='v:x'>", ""),
    ]
  )
  func deep(opening: String, closing: String) throws {
    let page =
      Self.review + String(repeating: opening, count: 1_000_000)
      + String(repeating: closing, count: 1_000_000) + Self.review
    let spent = try seconds {
      let reading = try PageReading(page)
      #expect(reading.records.first?.text == "Bent &x;")
      #expect(reading.warnings.first?.code == .markupUnusable)
    }
    #expect(spent < 10)
    #expect(try nextIsRead())
  }

  @Test("with a hundred thousand attributes in a tag, or in many, are stopped")
  func wide() throws {
    let names = (0..<100_000).map { " a\($0)=1" }.joined()
    let spent = try seconds {
      let one = try PageReading(Self.review + "<p\(names)>" + Self.review)
      #expect(one.records.count == 1)
      #expect(one.warnings.map(\.code) == [.markupUnusable])
    }
    #expect(spent < 10)
    #expect(try nextIsRead())
  }

  @Test("with an attribute of megabytes are read; beyond the limit they are refused")
  func long() throws {
    let long = String(repeating: "x", count: 8_000_000)
    let reading = try PageReading("<img src='data:\(long)' alt=y>" + Self.review)
    #expect(reading.records.map(\.text) == ["Bent &x;"])
    let page = Array("<p title='".utf8) + [UInt8](repeating: 0x78, count: 100_000_000)
    do {
      _ = try PageReading(page)
      Issue.record("a page of 100 MB was read")
    } catch let failure as Diagnostic {
      #expect(failure.code.rawValue == "V1109")
    }
    #expect(try nextIsRead())
  }

  @Test("keep no more than they hold, however properties stand in one another")
  func memory() {
    let page = Array(
      (String(repeating: "<p class='h-review p-x' itemprop=a property='schema:b'>xy", count: 20_000))
        .utf8
    )
    var collector = PageCollector()
    _ = MarkupParser.parse(page, into: &collector)
    collector.finish()
    #expect(collector.bytes.count + collector.words.count < 4 * page.count)
    var structured = StructuredPage()
    let spent = seconds { _ = structured.addMarkup(collector) }
    #expect(spent < 10)
  }

  @Test(
    "that list names by the thousand keep a few",
    arguments: [
      "<div vocab='http://schema.org/' typeof=Product><div rel='{N}'>{I}</div></div>",
      "<div itemscope itemtype='http://schema.org/Product'><i itemprop='{N}' itemscope>{I}</i></div>",
      "<div class='h-review {N}'><b class='{N}'>{I}</b></div>",
    ]
  )
  func names(page: String) throws {
    let names = String(repeating: "review p-review ", count: 50_000)
    let inside = String(repeating: "<b typeof=Review>x</b>", count: 2_000)
    let spent = try seconds {
      _ = try PageReading(page.replacing("{N}", with: names).replacing("{I}", with: inside))
    }
    #expect(spent < 10)
  }

  @Test(
    "with everything left open are read as far as they go",
    arguments: [
      "<html><body><div itemscope itemtype='http://schema.org/Review'><p itemprop=reviewBody>Bent",
      "<div itemscope itemtype=http://schema.org/Review><p itemprop=reviewBody>Bent<a href='",
      "<div class=h-review><p class=e-content>Bent<!-- ",
      "<div vocab=http://schema.org/ typeof=Review><b property=reviewBody>Bent<i",
    ]
  )
  func unclosed(page: String) throws {
    #expect(try PageReading(page).records.map(\.text) == ["Bent"])
  }

  @Test(
    "that lie about their charset are read by their bytes",
    arguments: [
      ("utf-16", Array("caf\u{E9}".utf8)), ("us-ascii", Array("caf\u{E9}".utf8)),
      ("utf-8", [0x63, 0x61, 0x66, 0xE9]), ("no-such-charset", Array("caf\u{E9}".utf8)),
    ]
  )
  func charset(name: String, word: [UInt8]) throws {
    let page =
      Array(
        "<html><head><meta charset='\(name)'></head><p class='h-review'><b class=e-content>".utf8
      )
      + word + Array("</b></p>".utf8)
    #expect(try PageReading(page).records.map(\.text) == ["caf\u{E9}"])
  }

  @Test("with NUL bytes lose nothing behind them")
  func nul() throws {
    let page = try PageReading(
      "<div itemscope itemtype='http://schema.org/Review'><p itemprop=reviewBody>Be\u{0}nt</p>"
        + "<b itemprop=author>E\u{0}va</b></div>" + Self.review + "\u{0}" + Self.review
    )
    #expect(page.records.count == 3)
    #expect(page.records.dropFirst().map(\.text) == ["Bent &x;", "Bent &x;"])
  }

  @Test("with scripts that never end, or end in the middle, keep what stands before")
  func scripts() throws {
    let open = "<script type='application/ld+json'>{\"@type\":\"Review\",\"reviewBody\":\""
    let page = try PageReading(
      Self.review + open + String(repeating: "<!-- <script>", count: 50_000)
    )
    #expect(page.records.map(\.text) == ["Bent &x;"])
    #expect(page.warnings.map(\.code) == [.jsonLDBroken])
  }
}
