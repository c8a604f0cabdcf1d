internal import VerbatimCore
internal import VerbatimIngest

/// Texts that gold files name by their SHA-256, because they may not be copied.
public struct GoldTexts: Sendable {
  /// How a row names such a text: this and the first ``digits`` digits of its SHA-256.
  public static let mark = "sha256:"
  /// How many hexadecimal digits name a text.
  public static let digits = 16

  private var texts: [String: String] = [:]

  /// No texts.
  public init() {}

  /// The lines of files, each a text.
  ///
  /// - Throws: A diagnostic for a file that cannot be read.
  public init(paths: [String]) throws(Diagnostic) {
    for path in paths {
      for line in try ByteReader(path: path).readToEnd().split(separator: UInt8(ascii: "\n")) {
        let text = String(
          decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line,
          as: UTF8.self
        )
        texts[Self.name(of: text)] = text
      }
    }
  }

  /// The text of a cell: the cell itself, or the text that it names; nil where that is not there.
  func text(for cell: String) -> String? { cell.hasPrefix(Self.mark) ? texts[cell] : cell }

  /// How a row names a text.
  public static func name(of text: String) -> String {
    mark + Fingerprint.sha256(text).prefix(digits)
  }
}
