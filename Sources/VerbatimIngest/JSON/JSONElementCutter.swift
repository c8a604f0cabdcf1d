internal import VerbatimCore
internal import VerbatimText

/// Cuts a JSON stream into the elements of its outermost arrays, or its values one after another,
/// holding one at a time.
struct JSONElementCutter {
  /// One element, not yet parsed.
  struct Element {
    var bytes: [UInt8]
    /// The 1-based line on which it begins.
    var line: Int
    /// Whether its end was found.
    var isClosed: Bool
  }

  /// The largest element.
  static let largest = 256 * 1024 * 1024

  private let source: TextSource
  private var block: [UInt8] = []
  private var at = 0
  private var line = 1
  private var isAfterReturn = false
  /// Whether the elements of an array are being read.
  private(set) var isInArray = false

  /// Cuts a stream.
  init(_ source: TextSource) { self.source = source }

  /// The next element; nil at the end.
  mutating func next() throws(Diagnostic) -> Element? {
    while let byte = try peek() {
      switch byte {
      case UInt8(ascii: "["):
        guard isInArray else {
          isInArray = true
          skip(byte)
          continue
        }
        return try element()
      case UInt8(ascii: "]") where isInArray:
        isInArray = false
        skip(byte)
      case 0x09, 0x0A, 0x0D, 0x20, UInt8(ascii: ","): skip(byte)
      default: return try element()
      }
    }
    return nil
  }

  private mutating func peek() throws(Diagnostic) -> UInt8? {
    if at == block.count {
      block = try source.read()
      at = 0
    }
    return block.isEmpty ? nil : block[at]
  }

  private mutating func skip(_ byte: UInt8) {
    at += 1
    // CRLF ends one line.
    if byte == 0x0D || (byte == 0x0A && !isAfterReturn) { line += 1 }
    isAfterReturn = byte == 0x0D
  }

  private mutating func element() throws(Diagnostic) -> Element {
    var element = Element(bytes: [], line: line, isClosed: false)
    var depth = 0
    var isString = false
    var isEscaped = false
    while let byte = try peek() {
      if depth == 0, !isString, !element.bytes.isEmpty, Self.endsScalar(byte) {
        element.isClosed = true
        return element
      }
      element.bytes.append(byte)
      skip(byte)
      guard element.bytes.count <= Self.largest else {
        throw Diagnostic(
          .fieldTooLarge,
          at: SourceLocation(file: source.path, line: element.line),
          "the value that begins here is larger than \(Self.largest) bytes",
          hint: "write one conversation on each line (NDJSON)"
        )
      }
      if isString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isString = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isString = true
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth <= 0 {
          element.isClosed = true
          return element
        }
      default: break
      }
    }
    element.isClosed = depth == 0 && !isString
    return element
  }

  private static func endsScalar(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "["), 0x0A, 0x0D:
      true
    default: false
    }
  }
}
