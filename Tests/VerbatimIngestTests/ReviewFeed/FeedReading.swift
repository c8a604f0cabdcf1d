import Foundation
import VerbatimCore
import VerbatimTestSupport
import VerbatimText

@testable import VerbatimIngest

/// What a reader gives for a feed, sorted by kind.
struct FeedReading {
  var format: InputFormat?
  var records: [FeedbackRecord] = []
  var rejects: [Diagnostic] = []
  var warnings: [Diagnostic] = []

  /// Reads a feed in the format that the detector finds, or in the one that is named.
  init(_ bytes: [UInt8], as named: InputFormat? = nil) throws {
    let source = try TextSource(path: "feed.xml", bytes: bytes)
    format = try named ?? FormatDetector().detect(source)?.format
    var reader = RepairedReader(ReviewFeedReader(source, format: format ?? .feed))
    while let item = try reader.next() {
      switch item {
      case .record(let record): records.append(record)
      case .reject(let diagnostic): rejects.append(diagnostic)
      case .warning(let diagnostic): warnings.append(diagnostic)
      }
    }
  }

  init(_ text: String, as named: InputFormat? = nil) throws {
    try self.init(Array(text.utf8), as: named)
  }

  /// Reads one of the synthetic feeds in `corpora/formats`.
  init(fixture path: String) throws {
    try self.init(Self.bytes(path))
  }

  /// The bytes of one of the synthetic feeds.
  static func bytes(_ path: String) throws -> [UInt8] {
    let root = PackageRoot.url() ?? URL(fileURLWithPath: ".")
    return try Array(Data(contentsOf: root.appendingPathComponent("corpora/formats/\(path)")))
  }

  /// All synthetic feeds.
  static let fixtures = [
    "google-reviews/product-2.4.xml", "google-reviews/older-2.0.xml", "google-reviews/hostile.xml",
    "google-sellers/sellers.xml", "bazaarvoice/feed-5.6.xml",
    "bazaarvoice/feed-14.8-prefixed.xml", "bazaarvoice/hostile.xml", "apple-reviews/app.xml",
    "apple-reviews/one-entry.xml", "apple-reviews/hostile.xml", "feeds/rss-2.0.xml",
    "feeds/rdf-1.0.xml", "feeds/atom.xml", "feeds/hostile.xml", "plain-reviews/shop.xml",
  ]
}
