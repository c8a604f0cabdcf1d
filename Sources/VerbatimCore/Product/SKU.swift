/// A shop's own code for an article, trimmed, in its own spelling.
///
/// Two SKUs are the same article when their spellings agree but for case and white space; the
/// spelling of the catalog is the one shown.
public struct SKU: Hashable, Sendable, CustomStringConvertible {
  /// The code as written, without the white space around it.
  public let value: String
  /// The code in the spelling that is compared: capitals, no white space.
  public let key: String

  /// Reads a code; nil when nothing is left after trimming or it is longer than 128 bytes.
  public init?(_ text: some StringProtocol) {
    var trimmed = text[...]
    while let first = trimmed.first, first.isWhitespace || first == "'" { trimmed.removeFirst() }
    while let last = trimmed.last, last.isWhitespace { trimmed.removeLast() }
    guard !trimmed.isEmpty, trimmed.utf8.count <= 128 else { return nil }
    value = String(trimmed)
    key = String(trimmed.uppercased().filter { !$0.isWhitespace })
  }

  /// Whether the comparable spellings agree.
  public static func == (left: SKU, right: SKU) -> Bool { left.key == right.key }

  /// Hashes the comparable spelling.
  public func hash(into hasher: inout Hasher) { hasher.combine(key) }

  /// The code as written.
  public var description: String { value }
}
