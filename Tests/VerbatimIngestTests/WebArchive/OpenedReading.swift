import Foundation
import VerbatimCore
import VerbatimTestSupport
import VerbatimText

@testable import VerbatimIngest

/// What an input gives, from its detection to its end, sorted by kind.
struct OpenedReading {
  var format: InputFormat
  var records: [FeedbackRecord] = []
  var rejects: [Diagnostic] = []
  var warnings: [Diagnostic] = []
  /// What ended it before its end.
  var failure: Diagnostic?

  init(_ input: OpenedInput) {
    var input = input
    format = input.decision.format
    do {
      while let item = try input.reader.next() {
        switch item {
        case .record(let record): records.append(record)
        case .reject(let diagnostic): rejects.append(diagnostic)
        case .warning(let diagnostic): warnings.append(diagnostic)
        }
      }
    } catch {
      failure = error
    }
  }

  /// Reads one of the synthetic files in `corpora/formats`.
  init(fixture name: String, profiles: SiteProfiles = SiteProfiles()) throws {
    var options = OpenedInput.Options()
    options.profiles = profiles
    try self.init(OpenedInput(path: Self.path(name), options: options))
  }

  init(_ bytes: [UInt8], path: String = "input") throws {
    try self.init(OpenedInput(TextSource(path: path, bytes: bytes)))
  }

  /// The path of one of the synthetic files.
  static func path(_ name: String) -> String {
    (PackageRoot.url() ?? URL(fileURLWithPath: ".")).appendingPathComponent(
      "corpora/formats/\(name)"
    )
    .path
  }

  /// A file without the folders before it.
  static func short(_ path: String) -> String {
    path.firstRange(of: "corpora/formats/").map { String(path[$0.upperBound...]) } ?? path
  }
}
