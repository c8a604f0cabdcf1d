import Foundation
import VerbatimCore

/// One run of the built command, as a user starts it, from its start to its end.
struct VerbatimRun {
  /// What a run could not be.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// The exit code; the negative number of the signal that ended the run.
  let status: Int32
  /// What it wrote to standard output.
  let output: Data
  /// What it wrote to standard error.
  let errors: String

  /// Runs the command to its end.
  ///
  /// - Parameters:
  ///   - arguments: What stands after the command's name.
  ///   - input: What standard input gives; nothing when nil.
  ///   - environment: Variables on top of those of the tests.
  ///   - folder: The folder in which it runs; that of the tests when nil.
  /// - Throws: ``Failure`` when there is no binary, and when the run takes more than a minute.
  init(
    _ arguments: [String],
    input: Data? = nil,
    environment: [String: String] = [:],
    in folder: URL? = nil
  ) throws {
    self = try StartedRun(arguments, input: input, environment: environment, in: folder).finish()
  }

  /// Runs a shell's script in which `"$VERBATIM"` is the command, for pipes.
  init(shell script: String, in folder: URL) throws {
    self = try StartedRun(shell: script, in: folder).finish()
  }

  /// The outcome of a run that has ended.
  init(status: Int32, output: Data, errors: String) {
    self.status = status
    self.output = output
    self.errors = errors
  }

  /// Standard output as text.
  var text: String { String(decoding: output, as: UTF8.self) }

  /// The lines of standard output.
  var lines: [String] {
    text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
  }

  /// The lines of standard output, each read as JSON.
  func values<Value: Decodable>(_ type: Value.Type) throws -> [Value] {
    let decoder = JSONDecoder()
    return try lines.map { try decoder.decode(type, from: Data($0.utf8)) }
  }

  /// Whether standard error has a diagnostic with that code about that file, whatever its line.
  func tells(_ code: DiagnosticCode, about file: String) -> Bool {
    errors.split(separator: "\n").contains {
      $0.hasPrefix(file) && $0.hasSuffix("[\(code.rawValue)]")
    }
  }
}
