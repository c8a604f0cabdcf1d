import Testing
import VerbatimCore
import VerbatimTestSupport
import VerbatimText

@testable import VerbatimIngest

@Suite("Web archives")
struct WebArchiveReaderTests {
  @Test("each page is read as a file of its own, with the address of its record")
  func whole() throws {
    let reading = try OpenedReading(fixture: "web-archives/shop-1.1.warc")
    #expect(reading.format == .webArchive)
    #expect(
      reading.records.map(\.text) == [
        "The handle is loose.", "It leaks.", "Très bruyant.", "The lid cracked.", "Chunks alone.",
      ]
    )
    #expect(reading.records.map(\.product.sku) == ["S-1", "S-2", "S-3", "S-4", "S-5"])
    #expect(reading.records[0].source.url == "https://shop.example/shop/1")
    #expect(reading.records[0].product.url == "https://shop.example/shop/p/1")
    #expect(
      reading.records.map { OpenedReading.short($0.source.file) }.first
        == "web-archives/shop-1.1.warc/record-3"
    )
    #expect(reading.records[3].title == "Ends early")
    #expect(reading.rejects.isEmpty)
    #expect(reading.warnings.map(\.code) == [.webArchivePassed])
    let message = try #require(reading.warnings.last?.message)
    #expect(message.contains("5 pages"))
    #expect(message.contains("1 of other media types"))
    #expect(message.contains("1 without success"))
    #expect(message.contains("1 that only refer"))
  }

  @Test("an archive of gzip records, of the older version, with resources")
  func older() throws {
    let reading = try OpenedReading(fixture: "web-archives/shop-1.0.warc.gz")
    #expect(reading.format == .webArchive)
    #expect(
      reading.records.map(\.text) == [
        "An older archive.", "A resource.", "Deflated.", "Its coding was undone.",
      ]
    )
    #expect(reading.records[0].source.url == "https://shop.example/old")
    #expect(reading.warnings.isEmpty)
  }

  @Test("what is damaged is told with its record, and the next record is read")
  func hostile() throws {
    let reading = try OpenedReading(fixture: "web-archives/hostile.warc")
    #expect(reading.failure == nil)
    let texts = reading.records.compactMap(\.text)
    #expect(texts.first == "Before the damage.")
    #expect(texts.contains("A chunk that is too long."))
    #expect(texts.contains("Bare deflate."))
    #expect(texts.last == "The last one, cut off.")
    let codes = reading.warnings.map(\.code)
    #expect(codes.count { $0 == .webArchiveDamaged } == 4)
    #expect(codes.count { $0 == .webArchiveCut } == 4)
    #expect(codes.count { $0 == .pageCoding } == 2)
    #expect(reading.rejects.map(\.code) == [.fieldTooLarge])
    for warning in reading.warnings where warning.code == .webArchiveDamaged {
      #expect(warning.location.file.contains("/record-"))
      #expect((warning.location.byte ?? 0) > 0)
    }
  }

  @Test("damage costs what it hits and never more", arguments: SeededGenerator.seeds(60))
  func damaged(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var bytes = Array(try FeedReading.bytes("web-archives/shop-1.1.warc"))
    for _ in 0..<Int.random(in: 1...20, using: &random) {
      let place = Int.random(in: 8..<bytes.count, using: &random)
      switch Int.random(in: 0...2, using: &random) {
      case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
      case 1: bytes.remove(at: place)
      default: bytes.insert(UInt8(truncatingIfNeeded: random.next()), at: place)
      }
    }
    let reading = try OpenedReading(bytes)
    #expect(reading.format == .webArchive)
    #expect(reading.records.count <= 6)
    #expect(reading.records.allSatisfy { !$0.isEmpty })
  }

  @Test("records are cut the same however the file comes", arguments: [1, 7, 64, 4096])
  func blocks(size: Int) throws {
    let bytes = try FeedReading.bytes("web-archives/shop-1.1.warc")
    var at = 0
    var cutter = WebArchiveCutter { () throws(Diagnostic) in
      defer { at = min(bytes.count, at + size) }
      return Array(bytes[at..<min(bytes.count, at + size)])
    }
    var pieces: [WebArchiveCutter.Piece] = []
    while let piece = cutter.next() { pieces.append(piece) }
    #expect(pieces.count == 10)
    #expect(pieces.allSatisfy { $0.fault == nil && !$0.isCut })
    for piece in pieces { #expect(bytes[piece.byte...].starts(with: "WARC/1.1".utf8)) }
  }

  @Test("a saved page's root is the page, its parts' frames are not")
  func saved() throws {
    let blink = try OpenedReading(fixture: "saved-pages/blink.mhtml")
    #expect(blink.format == .savedPage)
    #expect(blink.records.map(\.text) == ["Größer als gedacht, = zu groß."])
    #expect(blink.records.first?.source.url == "https://shop.example/shop/20")
    #expect(
      blink.records.map { OpenedReading.short($0.source.file) }
        == ["saved-pages/blink.mhtml/part-2"]
    )
    #expect(blink.warnings.isEmpty)
    let explorer = try OpenedReading(fixture: "saved-pages/explorer.mht")
    #expect(explorer.format == .savedPage)
    #expect(explorer.records.map(\.text) == ["Señal débil."])
    #expect(explorer.records.first?.source.url == "http://shop.example/shop/21")
  }

  @Test("a saved page that is damaged is read as far as it goes")
  func damagedPage() throws {
    let hostile = try OpenedReading(fixture: "saved-pages/hostile.mhtml")
    #expect(hostile.warnings.map(\.code).contains(.savedPageDamaged))
    #expect(hostile.records.map(\.text) == ["Words before the damage."])
    #expect(hostile.records.first?.source.url == "https://shop.example/shop/20")
    let none = try OpenedReading(fixture: "saved-pages/no-page.mhtml")
    #expect(none.failure?.code == .savedPageMissing)
  }

  @Test("a newsletter is a mail and no saved page")
  func newsletter() throws {
    let mail =
      "From: Shop <news@shop.example>\r\nTo: a@b.example\r\nSubject: New\r\nMIME-Version: 1.0\r\n"
      + "Content-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n"
      + "<p>Hello there</p>\r\n--x--\r\n"
    #expect(try OpenedReading(Array(mail.utf8)).format == .eml)
  }
}
