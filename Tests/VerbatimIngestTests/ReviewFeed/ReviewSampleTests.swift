import Foundation
import Testing
import VerbatimCore
import VerbatimText

@testable import VerbatimIngest

/// Where the samples are, beside the package.
enum ReviewSamples {
  static let folder: URL = {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    return root.appendingPathComponent("../shared/samples/schema-org")
  }()

  static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path) }
}

/// schema.org's own examples and pages with known damage, where they are at hand.
@Suite("Review page samples", .enabled(if: ReviewSamples.isThere))
struct ReviewSampleTests {
  private func read(_ name: String) throws -> PageReading {
    try PageReading(TextSource(path: ReviewSamples.folder.appendingPathComponent(name).path))
  }

  @Test("say the same in all three syntaxes", arguments: ["eg-0010", "eg-0462"])
  func threeWays(name: String) throws {
    let pages = try ["jsonld", "microdata", "rdfa"].map {
      try read("schemaorg_\(name).\($0).html").records.map { record in
        var bare = record
        bare.source = FeedbackRecord.Source(kind: .review, format: "schema-org", file: "")
        return bare
      }
    }
    #expect(pages[0].count == 2)
    #expect(pages[1] == pages[0])
    #expect(pages[2] == pages[0])
  }

  @Test(
    "are mended",
    arguments: [
      "JS_comment", "control_characters", "control_characters_comment",
    ]
  )
  func damaged(name: String) throws {
    let page = try read("extruct_JSONLD_with_\(name).html")
    #expect(page.warnings.map(\.code) == [.jsonLDRepaired, .noReviews])
  }

  @Test("take an aggregate for no review")
  func aggregate() throws {
    let page = try read("extruct_product-ref.html")
    #expect(page.records.isEmpty)
    #expect(
      page.warnings.first?.hint?.hasPrefix(
        "found Product with an aggregate rating of 89 reviews, but no single review"
      ) == true
    )
  }

  @Test("skip blocks that are null")
  func null() throws {
    let page = try read("extruct_null_ld_mock.html")
    #expect(page.records.count == 1)
    #expect(page.warnings.isEmpty)
  }
}
