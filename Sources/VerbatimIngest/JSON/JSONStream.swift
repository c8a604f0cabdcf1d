internal import VerbatimCore
internal import VerbatimText

/// The values of a JSON file one after another: a line each, or the elements of its outermost array.
///
/// Nothing is parsed yet, so that a broken value costs only itself; memory does not grow with the
/// file.
struct JSONStream {
  /// One value, not yet parsed.
  struct Value {
    var bytes: [UInt8]
    /// The 1-based line on which it begins.
    var line: Int
    /// Whether its end was found.
    var isClosed: Bool
    /// Whether it has its line to itself.
    var isLine: Bool
  }

  private enum Input {
    case lines(LineReader)
    case document(JSONElementCutter)
  }

  private var input: Input

  /// Whether the elements of an array are being read; at the end, that it was never closed.
  var isInArray: Bool {
    if case .document(let cutter) = input { cutter.isInArray } else { false }
  }

  /// Lines when the first one is a whole value, else a document.
  init(_ source: TextSource) throws(Diagnostic) {
    let head = try source.peek()
    guard head.first(where: { !Self.isBlank($0) }) == UInt8(ascii: "{") else {
      input = .document(JSONElementCutter(source))
      return
    }
    let line = head.drop(while: Self.isBlank).prefix { $0 != 0x0A && $0 != 0x0D }
    // A pretty-printed object breaks off after "{" or a member; a broken line of NDJSON still ends
    // as an object does. A line without an end in sight may be longer than lines are kept.
    let isDocument =
      line.count < head.count
      ? line.last { !Self.isBlank($0) } != UInt8(ascii: "}") : head.count >= TextSource.headSize
    input = isDocument ? .document(JSONElementCutter(source)) : .lines(LineReader(source))
  }

  /// The next value; nil at the end.
  mutating func next() throws(Diagnostic) -> Value? {
    switch input {
    case .lines(var lines):
      defer { input = .lines(lines) }
      while let line = try lines.next() {
        guard line.bytes.contains(where: { !Self.isBlank($0) }) else { continue }
        return Value(bytes: line.bytes, line: line.number, isClosed: line.isClosed, isLine: true)
      }
      return nil
    case .document(var cutter):
      defer { input = .document(cutter) }
      return try cutter.next().map {
        Value(bytes: $0.bytes, line: $0.line, isClosed: $0.isClosed, isLine: false)
      }
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
