import Foundation
import VerbatimPipeline

/// A file that appears whole or not at all: written beside its place, then renamed.
enum ReplacedFile {
  /// Writes a file.
  static func write(_ bytes: [UInt8], to path: String) throws {
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw Failure(
        Diagnostic(
          .outputUnwritable,
          at: SourceLocation(file: path),
          "the file cannot be written",
          hint: "check the folder and your permission"
        )
      )
    }
  }
}
