import Foundation
import Testing
import VerbatimTestSupport

@testable import VerbatimText

@Suite("Encodings of the samples", .enabled(if: Shared.has("samples/html-encoding")))
struct SampleEncodingsTests {
  /// How a family of samples came out.
  private struct Count {
    var passed = 0
    var differences: [String] = []

    mutating func note(_ isRight: Bool, _ name: String) {
      if isRight { passed += 1 } else { differences.append(name) }
    }

    func show(_ family: String, known: [String: String]) {
      print("| \(family) | \(passed + differences.count) | \(passed) | \(differences.count) |")
      for name in differences { print("|   \(name) | \(known[name] ?? "NOT KNOWN") |") }
    }
  }

  // MARK: HTML

  /// The cases of a file: the bytes of each and the encoding that is expected of it.
  private func cases(_ url: URL) throws -> [(data: [UInt8], encoding: String)] {
    let bytes = Array(try Data(contentsOf: url))
    var cases: [(data: [UInt8], encoding: String)] = []
    var data: [UInt8]?
    var encodingIsNext = false
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.elementsEqual("#data".utf8) {
        data = []
      } else if line.elementsEqual("#encoding".utf8) {
        encodingIsNext = true
      } else if encodingIsNext {
        cases.append((data ?? [], String(decoding: line, as: UTF8.self)))
        (data, encodingIsNext) = (nil, false)
      } else if data != nil {
        data?.append(contentsOf: line + [0x0A])
      }
    }
    return cases
  }

  private static let knownHTML = [
    "test-yahoo-jp.dat#1 euc-jp: UTF-8":
      "declared EUC-JP, but every one of its sequences is UTF-8 and EUC-JP cannot read them"
  ]

  @Test("a declaration in HTML names the encoding that a browser takes")
  func html() throws {
    var scan = Count()
    var detection = Count()
    for url in Shared.files(in: "samples/html-encoding", ending: ".dat") {
      for (number, item) in try cases(url).enumerated() {
        let expected = EncodingLabel.name(for: item.encoding)
        let name = "\(url.lastPathComponent)#\(number + 1) \(item.encoding)"
        // The prescan alone, with the default of the west, as the cases assume.
        let mark = ByteOrderMark.encoding(of: item.data, isWhole: true)?.name
        let declared = mark ?? EncodingDeclaration.name(in: item.data) ?? "windows-1252"
        scan.note(declared == expected, "\(name): \(declared)")
        // The whole decision: where windows-1252 is expected of ASCII, UTF-8 is the same text.
        let found = TextEncoding.detect(item.data, isWhole: true).name
        let isSame =
          expected == "windows-1252" && found == "UTF-8" && item.data.allSatisfy { $0 < 0x80 }
        detection.note(found == expected || isSame, "\(name): \(found)")
      }
    }
    scan.show("html-encoding, prescan", known: [:])
    detection.show("html-encoding, decision", known: Self.knownHTML)
    #expect(scan.passed == 82)
    #expect(scan.differences == [])
    #expect(detection.differences == Self.knownHTML.keys.sorted())
  }

  @Test("Big5 without a declaration is found")
  func big5() throws {
    let url = try #require(Shared.url("samples/html-encoding/test_big5.txt"))
    let source = try TextSource(path: url.path)
    let text = String(decoding: try source.readAll(limit: 100_000), as: UTF8.self)
    #expect(source.encoding == TextEncoding(name: "Big5", evidence: .statistics))
    #expect(source.replacements == 0)
    #expect(text.contains("道可道，非常道"))
  }

  // MARK: Feeds

  /// What a comment inside a feed says: `Header: Content-type: …; charset=…` and `Expect: …`.
  private func note(_ key: String, in text: String) -> String? {
    text.split(separator: "\n").first { $0.hasPrefix(key) }
      .map { $0.dropFirst(key.count).trimmingCharacters(in: .whitespaces) }
  }

  private static let knownFeeds = [
    "bozo_linenoise.xml":
      "expects mojibake; we read windows-1252 as it does, and then mend it to the quotes it was",
    "demoronize-3.xml": "expects the reference in HTML; we give the apostrophe itself",
  ]

  @Test("a feed is read in the encoding that its header or itself declares")
  func feeds() throws {
    var encodings = Count()
    var texts = Count()
    for url in Shared.files(in: "samples/feeds-encoding", ending: ".xml") {
      let name = url.lastPathComponent
      let bytes = Array(try Data(contentsOf: url))
      let plain = String(decoding: bytes, as: UTF8.self)
      let declared = note("Header: ", in: plain)
      let source = try TextSource(path: name, bytes: bytes, declared: declared)
      var text = String(decoding: try source.readAll(limit: 100_000), as: UTF8.self)
      let expected = note("Expect:", in: plain) ?? ""
      if let label = expected.split(separator: "encoding == '").dropFirst().first {
        let known = EncodingLabel.name(for: String(label.prefix { $0 != "'" }))
        // Of ASCII, UTF-8 is windows-1252.
        encodings.note(source.encoding.name == known, "\(name): \(source.encoding.name)")
        continue
      }
      TextRepair.repair(&text)
      let body = text.split(separator: "-->").last.map(String.init) ?? ""
      let content: String?
      switch name {
      case "bozo_double-encoded-html.xml", "double-encoded-html.xml": content = "<description>…<"
      case "demoronize-1.xml", "demoronize-2.xml": content = "<description>don’t<"
      case "demoronize-3.xml": content = "don&#x2019;t"
      case "bozo_linenoise.xml": content = "â€™<>â€"
      case "euc-kr.xml": content = "<title>년<"
      case "euc-kr-item.xml": content = "<description>년<"
      case "euc-kr-attribute.xml": content = "<img alt=\"년\" />"
      case "bozo_http_i18n.xml": content = "<title>Iñtërnâtiônàlizætiøn<"
      case "bozo_invalid-bytes-with-bom.xml": content = "Valid UTF8: ѨInvalid UTF8: Espa\u{FFFD}a"
      case "encoding_attribute_crash.xml": content = "<img alt=\"©\" />"
      case "encoding_attribute_crash_2.xml": content = "The image “http://example.com/logo.gif”"
      // Only that it is read at all.
      case "bozo_bogus_encoding.xml", "bozo_encoding_mismatch_crash.xml",
        "bozo_http_text_plain.xml":
        content = "<rss"
      default: content = nil
      }
      texts.note(content.map { body.contains($0) } ?? false, name)
    }
    encodings.show("feeds-encoding, encoding", known: [:])
    texts.show("feeds-encoding, text", known: Self.knownFeeds)
    #expect(encodings.differences == [])
    #expect(encodings.passed + texts.passed + texts.differences.count == 40)
    #expect(texts.differences == Self.knownFeeds.keys.sorted())
  }

  // MARK: Subtitles

  @Test(
    "subtitles are read in the encoding they are in",
    arguments: [
      ("bom-utf-16-be.srt", "UTF-16BE", "About 2 months ago I found myself"),
      ("bom-utf-16-le.srt", "UTF-16LE", "About 2 months ago I found myself"),
      ("bom-utf-32-le.srt", "UTF-32LE", "About 2 months ago I found myself"),
      ("bom-utf-8.srt", "UTF-8", "About 2 months ago I found myself"),
      ("gb2312.srt", "GB18030", "宇宙守护神  保护我们远离邪恶"), ("no-indexes.srt", "UTF-8", "About 2"),
      ("capability_tester.srt", "UTF-8", "Don't show this text"),
      ("webvttpy_sample.srt", "UTF-8", "Caption text #1"),
    ]
  )
  func subtitles(name: String, encoding: String, text: String) throws {
    let url = try #require(Shared.url("samples/srt/\(name)"))
    let source = try TextSource(path: url.path)
    let found = String(decoding: try source.readAll(limit: 100_000), as: UTF8.self)
    #expect(source.encoding.name == encoding)
    #expect(source.replacements == 0)
    #expect(found.contains(text))
    #expect(!found.hasPrefix("\u{FEFF}"))
    // The same without its mark.
    let rest = Array(source.rawHead.dropFirst(source.encoding.markLength))
    #expect(TextEncoding.detect(rest, isWhole: true).name == encoding)
  }
}
