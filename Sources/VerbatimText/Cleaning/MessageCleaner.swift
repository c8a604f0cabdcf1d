internal import VerbatimCore

/// Finds in a message what is not its writer's own new words: quotes, signatures, and what devices,
/// mail servers and lists add.
///
/// Nothing is removed; ``parts(of:)`` says what every byte is. In doubt a line is the writer's own:
/// a signature that is scored costs little, a complaint that is not seen costs much. So answers
/// between quoted lines and below them are own, and so is text below a closing phrase that is no
/// name.
///
/// A quote marked with `>` ends with its marks. An unmarked one goes on to the end of the message,
/// unless nothing stands before it: a message that is all forwarded is taken as what it forwards.
public struct MessageCleaner: Sendable {
  private let phrases: CleaningPhrases

  /// A cleaner that knows these phrases.
  public init(_ phrases: CleaningPhrases) { self.phrases = phrases }

  /// The parts of a message.
  ///
  /// - Parameter bytes: UTF-8; other bytes are taken as they are.
  /// - Returns: Parts that ascend and leave no gap, neighbours of different kinds; none of nothing.
  /// - Complexity: O(*n*). A text of one line is scanned for a line end and nothing else; one of
  ///   several lines is scanned once unless a line begins or ends as a phrase does.
  public func parts(of bytes: Span<UInt8>) -> [MessagePart] {
    guard !bytes.isEmpty else { return [] }
    guard let first = Self.firstLineEnd(in: bytes), mayHoldMore(bytes, after: first) else {
      return [MessagePart(range: ByteRange(0, bytes.count), kind: .own)]
    }
    return markedParts(of: bytes)
  }

  /// The parts of a message that is not empty, found without a glance at it first.
  func markedParts(of bytes: Span<UInt8>) -> [MessagePart] {
    var marker = MessageMarker(phrases, bytes)
    guard marker.mark(bytes) else {
      return [MessagePart(range: ByteRange(0, bytes.count), kind: .own)]
    }
    return marker.parts(count: bytes.count)
  }

  /// The parts of a message.
  public func parts(of text: String) -> [MessagePart] {
    let bytes = Array(text.utf8)
    return parts(of: bytes.span)
  }

  /// The writer's own words as a person would read them: the own parts, trimmed, a blank line
  /// between each two.
  ///
  /// - Parameters:
  ///   - text: The message.
  ///   - others: Kinds that are kept beside what is own, such as ``MessagePart/Kind/signOff``.
  /// - Returns: The words, empty when none are own.
  public func ownText(of text: String, with others: Set<MessagePart.Kind> = []) -> String {
    let bytes = Array(text.utf8)
    var pieces: [String] = []
    var isJoined = false
    for part in parts(of: bytes.span) {
      guard part.kind == .own || others.contains(part.kind) else {
        isJoined = false
        continue
      }
      let piece = String(decoding: bytes[part.range.start..<part.range.end], as: UTF8.self)
      if isJoined, let last = pieces.popLast() {
        pieces.append(last + piece)
      } else {
        pieces.append(piece)
      }
      isJoined = true
    }
    return pieces.map(Self.trimmed).filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private static func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }

  // MARK: The gate

  private static func firstLineEnd(in bytes: Span<UInt8>) -> Int? {
    var at = 0
    while at < bytes.count {
      if bytes[at] == 0x0A || bytes[at] == 0x0D { return at }
      at += 1
    }
    return nil
  }

  /// Whether any line begins or ends as one that is not the writer's own may.
  private func mayHoldMore(_ bytes: Span<UInt8>, after firstEnd: Int) -> Bool {
    var start = 0
    var end = firstEnd
    while true {
      if isOfInterest(bytes, start..<end) { return true }
      guard end + 1 < bytes.count else { return false }
      start = end + 1
      end = start
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    }
  }

  private func isOfInterest(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    let start = MessageLine.skipBlanks(bytes, line)
    guard start < line.upperBound else { return false }
    let first = bytes[start]
    let second = start + 1 < line.upperBound ? bytes[start + 1] : 0x20
    // Marks, rules, dashes and digits are looked at closely.
    let isLetter = (first | 0x20) &- 0x61 < 26 || first >= 0x80
    if !isLetter || phrases.heads.contains(first, second) { return true }
    if MessageMarker.initialsMark(bytes, start..<line.upperBound) != nil { return true }
    var end = line.upperBound
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    guard end - start > 1 else { return false }
    // An em dash alone; a full-width colon.
    if first == 0xE2 && second == 0x80 { return true }
    let last = bytes[end - 1]
    return last == UInt8(ascii: ":") || last == 0x9A || phrases.tails.contains(bytes[end - 2], last)
  }
}
