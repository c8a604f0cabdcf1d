public import VerbatimCore
public import VerbatimText

/// One line of a stream, with its place.
public struct Line: Hashable, Sendable {
  /// The bytes, without the line end.
  public var bytes: [UInt8]
  /// The 1-based number.
  public var number: Int
  /// The offset of its first byte in the decoded stream.
  public var byte: Int
  /// Whether a line end follows; only the last line may have none.
  public var isClosed: Bool

  /// The line as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// Cuts a stream into lines at LF, CRLF or CR, in memory that does not grow with the stream.
public struct LineReader {
  /// The longest line that is kept whole; more is cut off.
  public static let longestLine = 16 * 1024 * 1024

  private let source: TextSource
  private var block: [UInt8] = []
  private var at = 0
  private var number = 0
  private var offset = 0
  private var isAtEnd = false
  private var skipsLineFeed = false

  /// Lines of a stream.
  public init(_ source: TextSource) { self.source = source }

  /// The next line; nil at the end.
  ///
  /// The last line may lack a line end; an empty rest is no line.
  public mutating func next() throws(Diagnostic) -> Line? {
    var bytes: [UInt8] = []
    var start = offset
    while true {
      if at == block.count {
        if isAtEnd { break }
        block = try source.read()
        at = 0
        if block.isEmpty {
          isAtEnd = true
          break
        }
      }
      if skipsLineFeed {
        skipsLineFeed = false
        if block[at] == 0x0A {
          at += 1
          offset += 1
          start += 1
          continue
        }
      }
      let end = Self.lineEnd(block.span, from: at)
      let room = Self.longestLine - bytes.count
      bytes.append(contentsOf: block[at..<min(end, at + max(0, room))])
      offset += end - at
      at = end
      if end < block.count {
        skipsLineFeed = block[end] == 0x0D
        at += 1
        offset += 1
        number += 1
        return Line(bytes: bytes, number: number, byte: start, isClosed: true)
      }
    }
    guard !bytes.isEmpty else { return nil }
    number += 1
    return Line(bytes: bytes, number: number, byte: start, isClosed: false)
  }

  private static func lineEnd(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    return end
  }
}
