/// A stretch of a text: bytes from `start` up to, not including, `end`, counted from 0.
public struct ByteRange: Hashable, Sendable, Comparable {
  /// The first byte.
  public var start: Int
  /// One past the last byte.
  public var end: Int

  /// A stretch from its bounds.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  /// The number of bytes.
  public var count: Int { end - start }

  /// Whether the two share a byte.
  public func overlaps(_ other: ByteRange) -> Bool { max(start, other.start) < min(end, other.end) }

  /// By start, then by end.
  public static func < (left: ByteRange, right: ByteRange) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }

  /// What a person would underline: the bytes of `text` in the range, as a string.
  public func cut(_ text: String) -> String {
    String(decoding: Array(text.utf8)[start..<end], as: UTF8.self)
  }
}
