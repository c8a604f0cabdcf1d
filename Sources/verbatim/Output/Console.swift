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
  ///
  /// Messages cite what stands in files: control characters are shown, not sent to the terminal.
  static func error(_ line: String) {
    FileHandle.standardError.write(Data((shown(line) + "\n").utf8))
  }

  /// A text with its control characters written out, line ends left.
  static func shown(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if isControl(scalar) {
        result += "\\u{" + String(scalar.value, radix: 16) + "}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    (scalar.value < 0x20 && scalar != "\n") || (0x7F...0x9F).contains(scalar.value)
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
