import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport
import VerbatimText

@testable import VerbatimIngest

@Suite("Format detector")
struct FormatDetectorTests {
  private func format(_ bytes: [UInt8]) throws -> InputFormat? {
    try FormatDetector().detect(TextSource(path: "in", bytes: bytes))?.format
  }

  private func format(_ text: String) throws -> InputFormat? { try format(Array(text.utf8)) }

  private static let mail = """
    Return-Path: <anna@example.com>
    Received: from mail.example.com
      by mx.example.com; Sun, 1 Mar 2026 10:00:00 +0000
    From: Anna <anna@example.com>
    Date: Sun, 1 Mar 2026 10:00:00 +0000
    Subject: The lid

    Hello,
    it broke after two days, and nobody answers.
    """

  private static let cases: [(InputFormat?, String)] = [
    (.qualtrics, "StartDate,ResponseId,Q1\nStart,ID,Why?\n2026-03-01,R_1,good\n"),
    (.qualtrics, "V1,V2,V3\nResponseID,ResponseSet,Name\nR_1,x,y\n"),
    (.qualtrics, "a\tb\nx\ty\n{\"ImportId\":\"QID1\"}\t{\"ImportId\":\"QID2\"}\n"),
    (.delimited, "id,text\n1,good\n2,bad\n"),
    (.delimited, "sep=;\nid;text\n1;good\n"),
    (.delimited, "id\ttext\n1\tgood\n"),
    (.delimited, "comment\ngood lid\nbad lid\n"),
    (.delimited, "comment\r\ngood lid\r\nbad lid\r\n"),
    (.schemaOrg, "<!DOCTYPE html>\n<html><body></body></html>"),
    (.schemaOrg, "\u{FEFF}  <script type=\"application/ld+json\">{}</script>"),
    (.schemaOrg, "<section itemscope itemtype=\"https://schema.org/Product\"></section>"),
    (.schemaOrg, "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"></html>"),
    (
      .schemaOrg, "<!-- saved --><x-page vocab=\"https://schema.org/\" typeof=\"Product\"></x-page>"
    ),
    (.schemaOrg, "An example.\n\n<b itemscope itemtype=\"https://schema.org/Product\"></b>"),
    (.webVTT, "WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n"),
    (.webVTT, "WEBVTT"), (.webVTT, "WEBVTT - a call\n"),
    (.speakerLog, "Anna: hello\nAgent: hi\nAnna: the lid broke\nAgent: oh\n"),
    (.speakerLog, "[10:14] Anna: hello\n[10:15] Agent: hi\n[10:16] Anna: it broke\n"),
    (.conversationsJSON, "[{\"id\": 1, \"turns\": []}]"),
    (.conversationsJSON, "{\"messages\": [{\"role\": \"user\"}]}\n"),
    (.ndjson, "{\"text\": \"good\"}\n{\"text\": \"bad\"}\n"),
    (.ndjson, " [ {\"text\": \"good\"} ]"), (.ndjson, "[]"),
    (.qualtricsForm, "{\"SurveyEntry\": {}, \"SurveyElements\": []}"),
    (.jsonTable, "{\"comment\": \"good\", \"rating\": 4}\n"),
    (
      .jsonTable,
      "[{\"landing_id\": \"1\", \"answers\": [{\"type\": \"text\", \"text\": \"good\"}]}]"
    ),
    (.srt, "1\n00:00:01,000 --> 00:00:02,000\nHello\n"),
    (.srt, "1\r\n00:00:01,000 --> 00:00:02,000\r\nHello\r\n"),
    (.eml, mail), (.eml, mail.replacing("\n", with: "\r\n")),
    (.mbox, "From anna Sun Mar  1 10:00:00 2026\n" + mail),
    (.mbox, ("From anna Sun Mar  1 10:00:00 2026\n" + mail).replacing("\n", with: "\r\n")),
    (.feed, "<?xml version=\"1.0\"?><rss><channel><title>x</title></channel></rss>"),
    (.feed, "<rss version=\"2.0\"><channel><title>x</title><link>y</link></channel></rss>"),
    (.feed, "<!-- feed --><feed xmlns=\"http://www.w3.org/2005/Atom\"><title>x</title></feed>"),
    (.feed, "<rdf:RDF xmlns=\"http://purl.org/rss/1.0/\"><item/></rdf:RDF>"),
    (.feed, "\u{FEFF}stray <?xml version=\"1.0\"?><reviews><review/></reviews>"),
    (.xml, "<rss xmlns:g=\"http://base.google.com/ns/1.0\"><channel><item/></channel></rss>"),
    (
      .appleReviews,
      "<feed xmlns:im=\"http://itunes.apple.com/rss\" xmlns=\"http://www.w3.org/2005/Atom\"/>"
    ),
    (
      .bazaarvoice, "<b:Feed xmlns:b=\"http://www.bazaarvoice.com/xs/PRR/StandardClientFeed/6.9\"/>"
    ),
    (.googleReviews, "<feed xmlns=\"http://schemas.google.com/merchant_reviews/5.0\"/>"),
    (.googleReviews, "<feed><publisher><name>x</name></publisher></feed>"),
    (.xml, "<feedback><row>good</row></feedback>"),
    (nil, ""), (nil, " \n\t\n"), (nil, "good lid"), (nil, "42\n17\n"), (nil, "WEBVTTX\n\nno\n"),
    (nil, "[[\"a\", \"b\"], [\"c\", \"d\"]]"),
    (nil, "The lid broke.\nNot happy, sad.\nI wrote, called, and waited, in vain.\nBye\n"),
  ]

  @Test("knows each format by its head", arguments: cases)
  func formats(format: InputFormat?, text: String) throws {
    #expect(try self.format(text) == format)
  }

  @Test(
    "knows containers by their magic",
    arguments: [
      (.ole, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]), (.gzip, [0x1F, 0x8B, 0x08, 0x00]),
      (.spss, Array("$FL2@(#) SPSS".utf8)), (.spss, Array("$FL3@(#) SPSS".utf8)),
    ] as [(InputFormat, [UInt8])]
  )
  func containers(format: InputFormat, bytes: [UInt8]) throws {
    #expect(try self.format(bytes) == format)
  }

  @Test("looks through the encoding", arguments: ["WEBVTT\n\n", "id;text\n1;schön\n"])
  func encodings(text: String) throws {
    let wide = text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(try format([0xFF, 0xFE] + wide) == format(text))
  }

  @Test("says why")
  func rules() throws {
    func rule(_ text: String) throws -> String? {
      try FormatDetector().detect(TextSource(path: "in", bytes: Array(text.utf8)))?.rule
    }
    #expect(try rule("WEBVTT\n") == "WEBVTT on the first line")
    #expect(
      try rule("id,text\n1,good\n2,bad\n") == "100 % of the records equally wide for `,`"
    )
    #expect(try rule("id\ttext\n1\tgood\n")?.hasSuffix("for `tab`") == true)
    #expect(try rule("{\"turns\": []}") == "JSON objects with turns")
  }

  @Test("decides without reading on")
  func peeks() throws {
    let source = try TextSource(path: "in", bytes: Array("id,text\n1,good\n".utf8))
    _ = try FormatDetector().detect(source)
    #expect(try source.readAll(limit: 100) == Array("id,text\n1,good\n".utf8))
  }

  @Test("any bytes get a decision or none", arguments: SeededGenerator.seeds(2))
  func anyBytes(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let pool = Array("<>{}[]\",:;|\t\n\r aAeb1-WEBVTTFrom".utf8) + [0x00, 0xC3, 0xFF]
    for _ in 0..<800 {
      let bytes = generator.bytes(of: pool, longest: 60)
      if let decision = try FormatDetector().detect(TextSource(path: "in", bytes: bytes)) {
        #expect(!decision.rule.isEmpty)
      }
    }
  }

  // MARK: Samples

  /// Where a sample's format does not follow from its folder and ending.
  private static let exceptions: [String: InputFormat?] = [
    "qualtrics_mc.qsf.json": .qualtricsForm,
    "webvttpy_empty.vtt": nil, "webvttpy_invalid.vtt": .srt,
    // An array of arrays is no list of objects, and one column without a known name no table.
    "testdata_all-empty.csv": nil, "testdata_bad-header-no-header.csv": nil,
    "testdata_empty-one-column.csv": nil, "testdata_one-column.csv": nil,
    "testdata_trailing-newline-one-field.csv": nil, "testdata_header-no-rows.json": .ndjson,
    "testdata_header-simple.json": .ndjson,
  ]

  private func expected(_ folder: String, _ name: String) -> InputFormat? {
    if let exception = Self.exceptions[name] { return exception }
    switch folder {
    case "qualtrics": return name.hasPrefix("warehouse") ? .delimited : .qualtrics
    case "dialogue": return .conversationsJSON
    case "amazon-reviews", "shop-reviews": return .delimited
    case "csv-torture":
      if name.hasSuffix(".csv") { return .delimited }
      return name.hasPrefix("spectrum") ? .ndjson : nil
    default:
      if name.hasSuffix(".html") { return .schemaOrg }
      return name.hasSuffix(".vtt") ? .webVTT : .ndjson
    }
  }

  @Test(
    "decides for every sample",
    .enabled(if: Shared.has("samples")),
    arguments: [
      "qualtrics", "schema-org", "webvtt", "dialogue", "csv-torture", "amazon-reviews",
      "shop-reviews",
    ]
  )
  func samples(folder: String) throws {
    for file in Shared.files(in: "samples/\(folder)") {
      let name = file.lastPathComponent
      let decision = try FormatDetector().detect(TextSource(path: file.path))
      #expect(decision?.format == expected(folder, name), "\(name): \(decision?.rule ?? "none")")
    }
  }

  @Test(
    "takes mails for mails",
    .enabled(if: Shared.has("samples/eml"))
  )
  func mails() throws {
    // A lone subject, addresses without a sign, and headers broken off by a line that is no field.
    let others: Set = [
      "mail_error_emails_bad_encoded_subject.eml",
      "mail_plain_emails_raw_email_incorrect_header.eml",
      "mail_rfc2822_example13.eml", "mimetools_empty-preamble.msg", "mimetools_uu-zeegee.msg",
    ]
    for file in Shared.files(in: "samples/eml") {
      let name = file.lastPathComponent
      let decision = try FormatDetector().detect(TextSource(path: file.path))
      let isMail = decision?.format == .eml || decision?.format == .mbox
      #expect(isMail != others.contains(name), "\(name): \(decision?.rule ?? "none")")
    }
    for file in Shared.files(in: "samples/mbox") {
      let format = try FormatDetector().detect(TextSource(path: file.path))?.format
      #expect(format == .mbox, "\(file.lastPathComponent)")
    }
  }
}
