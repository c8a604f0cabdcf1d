import VerbatimCore
import VerbatimText

@testable import VerbatimIngest

/// What a reader gives for a page, sorted by kind.
struct PageReading {
  var records: [FeedbackRecord] = []
  var rejects: [Diagnostic] = []
  var warnings: [Diagnostic] = []

  init(_ page: String) throws { try self.init(Array(page.utf8)) }

  init(_ bytes: [UInt8]) throws {
    try self.init(TextSource(path: "page.html", bytes: bytes))
  }

  init(_ source: TextSource) throws {
    var reader = ReviewPageReader(source)
    while let item = try reader.next() {
      switch item {
      case .record(let record): records.append(record)
      case .reject(let diagnostic): rejects.append(diagnostic)
      case .warning(let diagnostic): warnings.append(diagnostic)
      }
    }
  }

  init(jsonLD: String) throws {
    try self.init("<html><script type=\"application/ld+json\">\(jsonLD)</script></html>")
  }

  /// The one review with the given members beside its type.
  static func review(_ members: String) throws -> PageReading {
    try PageReading(jsonLD: "{\"@type\":\"Review\",\(members)}")
  }
}
