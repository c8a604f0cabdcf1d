internal import VerbatimCore

/// Cuts a mailbox file into its mails, in memory that does not grow with the file.
///
/// A mail begins at a line `From `. Such a line stands in bodies too, where no program quoted it:
/// what follows decides. The forms mboxo, mboxrd, mboxcl and mboxcl2 are read without being told
/// apart: one ">" goes from each line `>From `, and a Content-Length is believed when it leads to
/// the next mail or to the end.
struct MailboxCutter {
  /// One mail of the file.
  struct Piece: Hashable {
    /// The mail, header first, its `From ` line left out and its quoted ones restored.
    var bytes: [UInt8]
    /// The 1-based line of its `From `.
    var line: Int
    /// The offset of that line in the file, without a byte order mark.
    var byte: Int
    /// Whether its end was left out because it is too large.
    var isCut: Bool
  }

  /// A mail that is longer is cut off there; the rest is passed over.
  static let largestMail = 64 * 1024 * 1024
  /// How far a `From ` line's header is looked at.
  private static let farthestLook = 16 * 1024

  private let read: () throws(Diagnostic) -> [UInt8]
  private var buffer: [UInt8] = []
  private var at = 0
  private var isAtEnd = false
  private var line = 1
  private var consumed = 0
  private var isStarted = false
  private var wasBlank = true
  // False inside a line so long that it is taken in pieces.
  private var isLineStart = true
  /// How many lines with words stand before the first mail.
  private(set) var strayLines = 0
  /// Whether no mail was found, so far.
  private(set) var isEmpty = true

  /// The mails of a stream of blocks; an empty block is the end.
  init(_ read: @escaping () throws(Diagnostic) -> [UInt8]) { self.read = read }

  /// The next mail; nil at the end.
  ///
  /// A line `From ` with another one right behind it, as some programs write, is no mail.
  mutating func next() throws(Diagnostic) -> Piece? {
    while let piece = try cut() {
      if piece.bytes.contains(where: { $0 > 0x20 }) { return piece }
    }
    return nil
  }

  private mutating func cut() throws(Diagnostic) -> Piece? {
    if !isStarted {
      isStarted = true
      guard try findFirst() else { return nil }
    }
    guard try has(1) else { return nil }
    isEmpty = false
    var piece = Piece(bytes: [], line: line, byte: consumed, isCut: false)
    // The line that opens the mail is known to be one.
    take(try lineEnd(), into: &piece, keeps: false)
    wasBlank = false
    if let length = try statedLength(into: &piece) {
      let body = Array(buffer[at..<(at + length)])
      let isQuoted = !Self.hasFromLine(body)
      take(at + length, into: &piece, keeps: true, unquotes: isQuoted)
      while try has(1), buffer[at] == 0x0A || buffer[at] == 0x0D {
        take(try lineEnd(), into: &piece, keeps: false)
      }
      wasBlank = true
      return piece
    }
    while try has(1) {
      if try isSeparator() { break }
      let end = try lineEnd()
      wasBlank = Self.isBlank(buffer[at..<end])
      take(end, into: &piece, keeps: true)
    }
    return piece
  }

  /// The whole stream as one mail, and whether its end was left out.
  mutating func whole() throws(Diagnostic) -> (bytes: [UInt8], isCut: Bool) {
    guard try has(Self.largestMail + 1) else { return (buffer, false) }
    while try !read().isEmpty {}
    return (Array(buffer.prefix(Self.largestMail)), true)
  }

  /// Says that the lines before the first mail were told of.
  mutating func forgetStrayLines() { strayLines = 0 }

  // MARK: The buffer

  /// Whether `count` bytes are at hand, reading more where needed.
  private mutating func has(_ count: Int) throws(Diagnostic) -> Bool {
    while buffer.count - at < count, !isAtEnd {
      if at > 0, at >= buffer.count / 2 {
        buffer.removeFirst(at)
        at = 0
      }
      let block = try read()
      if block.isEmpty { isAtEnd = true } else { buffer += block }
    }
    return buffer.count - at >= count
  }

  /// The end of the line at hand, its LF included.
  ///
  /// A line without end is given in pieces, so that it costs no more than others.
  private mutating func lineEnd() throws(Diagnostic) -> Int {
    var looked = 0
    while true {
      if let end = Self.lineFeed(buffer, from: at + looked) { return end + 1 }
      looked = buffer.count - at
      if looked >= 1024 * 1024 { return buffer.count }
      guard try has(looked + 1) else { return buffer.count }
    }
  }

  private static func lineFeed(_ bytes: [UInt8], from start: Int) -> Int? {
    let span = bytes.span
    var at = start
    while at < span.count {
      if span[at] == 0x0A { return at }
      at += 1
    }
    return nil
  }

  /// Moves to `end`, the bytes on the way kept or not, lines `>From ` unquoted.
  private mutating func take(
    _ end: Int,
    into piece: inout Piece,
    keeps: Bool,
    unquotes: Bool = true
  ) {
    while at < end {
      let next = min(end, (Self.lineFeed(buffer, from: at) ?? buffer.count - 1) + 1)
      if keeps {
        let start = unquotes && isQuotedFrom(next) ? at + 1 : at
        let room = max(0, Self.largestMail - piece.bytes.count)
        if next - start > room { piece.isCut = true }
        piece.bytes += buffer[start..<min(next, start + room)]
      }
      isLineStart = buffer[next - 1] == 0x0A
      if isLineStart { line += 1 }
      consumed += next - at
      at = next
    }
  }

  private func isQuotedFrom(_ end: Int) -> Bool {
    guard isLineStart, buffer[at] == UInt8(ascii: ">") else { return false }
    return Self.isFrom(buffer[at..<end].drop { $0 == UInt8(ascii: ">") })
  }

  private static func isFrom(_ line: ArraySlice<UInt8>) -> Bool { line.starts(with: "From ".utf8) }

  private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
    line.allSatisfy { $0 == 0x0A || $0 == 0x0D }
  }

  // MARK: Where mails begin

  private mutating func findFirst() throws(Diagnostic) -> Bool {
    var nothing = Piece(bytes: [], line: 0, byte: 0, isCut: false)
    while try has(1) {
      if try isSeparator() { return true }
      let end = try lineEnd()
      wasBlank = Self.isBlank(buffer[at..<end])
      if buffer[at..<end].contains(where: { $0 > 0x20 }) { strayLines += 1 }
      take(end, into: &nothing, keeps: false)
    }
    return false
  }

  /// Whether the line at hand begins a mail: it is `From `, and a header follows.
  ///
  /// How much of a header is asked for depends on the line: after an empty line and with a time,
  /// as mail programs write it, one field will do; else one or two must be fields that mails have.
  private mutating func isSeparator() throws(Diagnostic) -> Bool {
    guard isLineStart, try has(5), Self.isFrom(buffer[at..<(at + 5)]) else { return false }
    // What opens the file is its first mail.
    if consumed == 0 { return true }
    return try opensMail(behind: 0, isAfterBlank: wasBlank)
  }

  /// Whether what follows the line `From ` so many bytes further on is a header.
  private mutating func opensMail(
    behind offset: Int,
    isAfterBlank: Bool
  ) throws(Diagnostic) -> Bool {
    _ = try has(offset + Self.farthestLook)
    let look = buffer[(at + offset)...].prefix(Self.farthestLook)
    guard let end = look.firstIndex(of: 0x0A) else { return false }
    let head = MailHead(look[(end + 1)...])
    if Self.hasTime(look[..<end]) { return isAfterBlank ? head.fields > 0 : head.telling > 0 }
    return head.telling > (isAfterBlank ? 0 : 1)
  }

  /// Whether a line has a clock time and a year, as in `From anna Sun Mar  1 10:00:00 2026`.
  private static func hasTime(_ line: ArraySlice<UInt8>) -> Bool {
    let words = String(decoding: line.prefix(400), as: UTF8.self)
      .split(whereSeparator: \.isWhitespace)
    func isDigits(_ word: some StringProtocol) -> Bool {
      !word.isEmpty && word.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    }
    let hasClock = words.contains { word in
      let parts = word.split(separator: ":", omittingEmptySubsequences: false)
      return parts.count >= 2 && parts.allSatisfy { $0.utf8.count <= 2 && isDigits($0) }
    }
    return hasClock && words.contains { $0.utf8.count == 4 && isDigits($0) }
  }

  // MARK: Content-Length

  /// Takes the header, and gives the length of the body that it states, when that leads to a mail
  /// or to the end; nil leaves the mail to the lines.
  private mutating func statedLength(into piece: inout Piece) throws(Diagnostic) -> Int? {
    var length: Int?
    while try has(1) {
      if try isSeparator() { return nil }
      let end = try lineEnd()
      let line = buffer[at..<end]
      if Self.isBlank(line) {
        take(end, into: &piece, keeps: true)
        wasBlank = true
        break
      }
      length = Self.length(line) ?? length
      take(end, into: &piece, keeps: true)
    }
    guard let length, length > 0, length <= Self.largestMail else { return nil }
    _ = try has(length + 7)
    guard buffer.count - at >= length else { return nil }
    let rest = buffer[(at + length)...].prefix(7)
    let after = rest.drop { $0 == 0x0A || $0 == 0x0D }
    // In the middle of a line no mail ends.
    guard buffer[at + length - 1] == 0x0A || after.count < rest.count || rest.isEmpty else {
      return nil
    }
    if after.isEmpty { return length }
    guard Self.isFrom(after) else { return nil }
    let blank = rest.count - after.count
    return try opensMail(behind: length + blank, isAfterBlank: true) ? length : nil
  }

  private static func length(_ line: ArraySlice<UInt8>) -> Int? {
    guard line.count < 64, line.first.map({ $0 | 0x20 }) == UInt8(ascii: "c") else { return nil }
    let text = String(decoding: line, as: UTF8.self).lowercased()
    guard text.hasPrefix("content-length:") else { return nil }
    return Int(text.dropFirst(15).filter { !$0.isWhitespace })
  }

  private static func hasFromLine(_ body: [UInt8]) -> Bool {
    var start = 0
    while start < body.count {
      if isFrom(body[start...].prefix(5)) { return true }
      guard let end = lineFeed(body, from: start) else { return false }
      start = end + 1
    }
    return false
  }
}
