import Foundation
import VerbatimPipeline

/// Standard output for results, standard error for everything else.
enum Console {
  /// Writes result bytes.
  static func write(_ bytes: [UInt8]) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(bytes))
    } catch {
      throw Failure(
        Diagnostic(
          .outputUnwritable,
          at: SourceLocation(file: "standard output"),
          "the output cannot be written: \(error.localizedDescription)"
        )
      )
    }
  }

  /// Writes a line of a result.
  static func print(_ line: String) throws { try write(Array((line + "\n").utf8)) }

  /// Tells something on standard error.
  static func error(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }

  /// Tells diagnostics: errors unless there are none, warnings as wanted.
  static func tell(_ diagnostics: [Diagnostic], quiet: Bool, verbose: Bool) {
    for diagnostic in diagnostics {
      if diagnostic.severity == .warning, quiet || !verbose { continue }
      error(diagnostic.description)
    }
  }

  /// Whether results scroll over the same terminal, where a progress line would be in the way.
  static var isResultShown: Bool { isatty(1) == 1 }

  /// Whether standard error is a terminal.
  static var isTerminal: Bool { isatty(2) == 1 }
}
