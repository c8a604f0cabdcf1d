import Foundation
import VerbatimPipeline

/// A file that holds a secret.
enum SecretFile {
  /// The bytes of a file that has some.
  static func read(_ path: String) throws -> [UInt8] {
    guard let key = try? Data(contentsOf: URL(fileURLWithPath: path)), !key.isEmpty else {
      throw Failure(
        Diagnostic(
          .configuration,
          at: SourceLocation(file: path),
          "the key file is missing or empty"
        ),
        code: .configuration
      )
    }
    return Array(key)
  }

  /// The first line of a file, as it is typed into the settings of a service.
  static func line(_ path: String) throws -> [UInt8] {
    let line = try read(path).prefix { $0 != 0x0A && $0 != 0x0D }
    guard !line.isEmpty else {
      throw Failure(
        Diagnostic(
          .configuration,
          at: SourceLocation(file: path),
          "the first line of the secret file is empty"
        ),
        code: .configuration
      )
    }
    return Array(line)
  }
}
