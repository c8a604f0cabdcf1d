internal import VerbatimCore

/// Cuts a WARC file into its records, in memory that holds one of them.
///
/// Where no record begins, the next line that opens one is looked for.
///
/// - SeeAlso: WARC 1.0 (ISO 28500:2009) and 1.1 (ISO 28500:2017).
struct WebArchiveCutter {
  /// The largest head of a record.
  static let largestHead = 64 * 1024
  /// The largest content that is kept: a page, the head of its answer, and the marks of its chunks.
  static let largestBody = ReviewPageReader.largestPage + 1024 * 1024

  /// A record, or what stands where one should.
  struct Piece {
    /// The number of the record in the file, from 1.
    var number: Int
    /// The byte of the inflated file at which it begins.
    var byte: Int
    /// The fields, names in lower case.
    var fields: [(name: String, value: String)] = []
    /// The content; empty for what is no answer and no resource.
    var body: [UInt8] = []
    /// Whether the file ends before the content does.
    var isCut = false
    /// Whether the content is larger than is kept.
    var isTooLarge = false
    /// What is wrong with the record as such; it has no content then.
    var fault: String?

    /// The value of a field.
    func field(_ name: String) -> String? { fields.first { $0.name == name }?.value }
  }

  /// Why the file cannot be read on, where reading failed.
  private(set) var failure: Diagnostic?

  private let read: () throws(Diagnostic) -> [UInt8]
  private var buffer: [UInt8] = []
  private var at = 0
  private var consumed = 0
  private var number = 0
  private var isAtEnd = false

  /// Cuts what `read` gives, block by block; an empty block is the end.
  init(_ read: @escaping () throws(Diagnostic) -> [UInt8]) { self.read = read }

  /// The next record; nil at the end.
  mutating func next() -> Piece? {
    skipBlankLines()
    guard fill(1) else { return nil }
    number += 1
    var piece = Piece(number: number, byte: consumed + at)
    guard fill(5), buffer[at...].starts(with: "WARC/".utf8), let head = takeHead() else {
      piece.fault =
        number == 1 ? "the file does not begin with a record" : "no record begins here"
      // The line that failed may itself begin so.
      if fill(1) { at += 1 }
      seek()
      return piece
    }
    piece.fields = Self.fields(head)
    guard let stated = piece.field("content-length"), let length = Self.length(stated) else {
      piece.fault = "the record states no length"
      seek()
      return piece
    }
    let type = piece.field("warc-type")?.lowercased()
    takeBody(length, isKept: type == "response" || type == "resource", into: &piece)
    return piece
  }

  /// A length in decimal digits; nil for everything else.
  private static func length(_ text: String) -> Int? {
    guard !text.isEmpty, text.utf8.count <= 15, text.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 })
    else { return nil }
    return Int(text)
  }

  private mutating func takeBody(_ length: Int, isKept: Bool, into piece: inout Piece) {
    piece.isTooLarge = isKept && length > Self.largestBody
    let keeps = isKept && !piece.isTooLarge
    var left = length
    while left > 0 {
      guard fill(1) else {
        piece.isCut = true
        return
      }
      let count = min(left, buffer.count - at)
      if keeps { piece.body.append(contentsOf: buffer[at..<at + count]) }
      at += count
      left -= count
    }
  }

  /// The lines up to the first empty one; nil when there are too many, or none ends them.
  private mutating func takeHead() -> ArraySlice<UInt8>? {
    var lineStart = 0
    var end = 0
    while end < Self.largestHead {
      guard fill(end + 1) else { return nil }
      guard let feed = buffer[(at + end)...].firstIndex(of: 0x0A) else {
        end = buffer.count - at
        continue
      }
      let line = buffer[(at + lineStart)..<feed]
      end = feed + 1 - at
      if line.isEmpty || line.elementsEqual([0x0D]) {
        let head = buffer[at..<at + lineStart]
        at += end
        return head
      }
      lineStart = end
    }
    return nil
  }

  /// Goes to the next line that opens a record.
  private mutating func seek() {
    let mark = Array("WARC/".utf8)
    while fill(mark.count) {
      guard let found = buffer[at...].firstIndex(of: mark[0]) else {
        at = buffer.count
        continue
      }
      at = found
      guard fill(mark.count) else { break }
      let isLineStart = at > 0 && buffer[at - 1] == 0x0A
      if isLineStart, buffer[at...].starts(with: mark) { return }
      at += 1
    }
    at = buffer.count
  }

  private mutating func skipBlankLines() {
    while fill(1), buffer[at] == 0x0D || buffer[at] == 0x0A { at += 1 }
  }

  /// Reads until so many bytes wait; false when the file ends before.
  ///
  /// The byte before the place stays, so that the start of a line is known.
  private mutating func fill(_ count: Int) -> Bool {
    while buffer.count - at < count {
      guard !isAtEnd else { return false }
      do throws(Diagnostic) {
        let block = try read()
        isAtEnd = block.isEmpty
        let kept = max(0, at - 1)
        consumed += kept
        at -= kept
        if kept == buffer.count { buffer = block } else { buffer = buffer[kept...] + block }
      } catch {
        failure = error
        isAtEnd = true
      }
    }
    return true
  }

  /// The fields of a head; lines that begin with a blank go on with the one before.
  static func fields(_ head: ArraySlice<UInt8>) -> [(name: String, value: String)] {
    var fields: [(name: String, value: String)] = []
    for line in head.split(separator: 0x0A).dropFirst() {
      if line.first == 0x20 || line.first == 0x09, !fields.isEmpty {
        fields[fields.count - 1].value += " " + String(decoding: line, as: UTF8.self).trimmingBlanks
        continue
      }
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      fields.append(
        (
          String(decoding: line[..<colon], as: UTF8.self).trimmingBlanks.lowercased(),
          String(decoding: line[(colon + 1)...], as: UTF8.self).trimmingBlanks
        )
      )
    }
    return fields
  }
}
