import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport
import VerbatimText

@testable import VerbatimIngest

/// Every sample page and feed against extruct, mf2py and feedparser, readers by other people.
///
/// They run where there is a ``PythonTool`` with those.
@Suite("Reviews as other readers find them", .enabled(if: Shared.has("samples/schema-org")))
struct ReviewReferenceTests {
  /// What is compared of one review.
  struct Reading: Codable, Hashable {
    var body: String
    var rating: Double?
    var author: String
    var date: String
    var product: [String: String]

    /// The order in which reviews of a page are compared: a graph has none.
    var key: String { "\(body)\u{0}\(rating ?? -1)\u{0}\(author)" }
  }

  private struct File: Codable {
    var file: String
    var reviews: [Reading]
  }

  struct Difference {
    var name: String
    var ours: String
    var theirs: String
  }

  /// A Python with the packages; nil when there is none and none can be made.
  static let python = PythonTool(
    presence: ReviewReferenceScript.presence,
    packages: ReviewReferenceScript.packages,
    environment: "verbatim-review-readers"
  )

  /// The samples: pages and feeds, not what is said of them.
  static let files = [
    "schema-org", "microformats", "feeds", "feeds-encoding", "google-feeds", "html-encoding",
  ].flatMap { Shared.files(in: "samples/\($0)") }
    .filter { !["json", "jsonld"].contains($0.pathExtension) }

  private static func ours(_ file: URL) throws -> [Reading] {
    let bytes = try Array(Data(contentsOf: file))
    let isFeed = file.pathExtension == "xml"
    let records = try isFeed ? FeedReading(bytes).records : PageReading(bytes).records
    return records.map { record in
      var product: [String: String] = [:]
      product["name"] = record.product.name.map(words)
      product["sku"] = record.product.sku
      product["mpn"] = record.product.mpn
      product["gtin"] = record.product.gtin
      return Reading(
        body: words(record.text ?? ""),
        rating: record.ratings.first?.value,
        author: words(record.author ?? ""),
        date: String((record.occurredAt?.description ?? "").prefix(10)),
        product: product
      )
    }
  }

  private static func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The differences of one file: `schema-org/a.html reviews`, `schema-org/a.html 1 author`.
  private static func differences(
    _ file: String,
    _ ours: [Reading],
    _ theirs: [Reading]
  ) -> [Difference] {
    guard ours.count == theirs.count else {
      return [Difference(name: "\(file) reviews", ours: "\(ours.count)", theirs: "\(theirs.count)")]
    }
    let pairs = zip(ours.sorted { $0.key < $1.key }, theirs.sorted { $0.key < $1.key })
    return pairs.enumerated().flatMap { index, pair in
      let (our, their) = pair
      let values: [(String, String, String)] = [
        ("body", our.body, their.body),
        ("rating", "\(our.rating ?? -1)", "\(their.rating ?? -1)"),
        ("author", our.author, their.author),
        ("date", our.date, their.date),
        ("product", listed(our.product), listed(their.product)),
      ]
      return values.filter { $0.1 != $0.2 }.map {
        Difference(name: "\(file) \(index + 1) \($0.0)", ours: $0.1, theirs: $0.2)
      }
    }
  }

  private static func listed(_ product: [String: String]) -> String {
    product.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
  }

  /// The names in the first column of the table of differences.
  private static func known() throws -> [String] {
    let root = try #require(PackageRoot.url())
    let page = root.appendingPathComponent(
      "Sources/VerbatimIngest/VerbatimIngest.docc/ReviewPageSamples.md"
    )
    return try String(contentsOf: page, encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix("| `") }
      .map { line in String(line.dropFirst(3).prefix { $0 != "`" }) }
  }

  @Test(
    "differ in nothing but what the table says",
    .enabled(if: python != nil, "no Python with extruct and feedparser, and pip cannot be reached")
  )
  func samples() throws {
    let python = try #require(Self.python)
    let data = try #require(
      python.output(["-c", ReviewReferenceScript.text] + Self.files.map(\.path))
    )
    let theirs = try data.split(separator: 0x0A).map {
      try JSONDecoder().decode(File.self, from: Data($0))
    }
    #expect(theirs.count == Self.files.count)
    var seen: [Difference] = []
    var counts: [String: (files: Int, reviews: Int, equal: Int)] = [:]
    for (file, their) in zip(Self.files, theirs) {
      let ours = try Self.ours(file)
      let found = Self.differences(their.file, ours, their.reviews)
      seen += found
      let folder = String(their.file.prefix { $0 != "/" })
      counts[folder, default: (0, 0, 0)].files += 1
      counts[folder, default: (0, 0, 0)].reviews += ours.count
      if found.isEmpty { counts[folder, default: (0, 0, 0)].equal += 1 }
    }
    let known = Set(try Self.known())
    for difference in seen where !known.contains(difference.name) {
      Issue.record(
        """
        \(difference.name)
          ours:   \(String(difference.ours.prefix(300)).debugDescription)
          theirs: \(String(difference.theirs.prefix(300)).debugDescription)
        """
      )
    }
    // A difference that is gone must leave the table.
    #expect(known.subtracting(seen.map(\.name)).sorted() == [])
    for (folder, count) in counts.sorted(by: { $0.key < $1.key }) {
      print("\(folder): \(count.files) files, \(count.reviews) reviews, \(count.equal) files alike")
    }
  }
}
