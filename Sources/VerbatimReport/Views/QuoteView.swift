public import VerbatimCore

/// Customers' words with the bytes marked that made them count.
public struct QuoteView: ViewValue {
  /// A stretch of the words, marked or not.
  public struct Segment: ViewValue {
    /// The words.
    public let text: String
    /// Whether they are marked.
    public let isMarked: Bool
  }

  /// The words, in pieces that join to the whole.
  public let segments: [Segment]
  /// Whether marks show what a search hit, and not evidence.
  var isHit = false
  /// The language of the words.
  public var language: String?
  /// Where they are from, in words: kind, rating, date, lot, attribution.
  public var source: [String] = []
  /// Where they stand: part and bytes, or file and line.
  public var place: String?
  /// Whether attribution or modality is in doubt.
  public var isDoubtful = false
  /// Where the score is explained.
  public var why: String?

  /// Words with marks.
  ///
  /// - Parameters:
  ///   - text: The whole text.
  ///   - ranges: Bytes of its UTF-8; they may overlap, touch, lie outside, or cut a character, in any
  ///     order. A range is widened to the characters it touches and narrowed to the text.
  ///   - reach: How many bytes are shown on either side of the marks, cut at blanks; nil shows all.
  public init(_ text: String, marking ranges: [ByteRange], reach: Int? = nil) {
    let bytes = Array(text.utf8)
    let marks = Self.joined(ranges, in: bytes)
    var window = ByteRange(0, bytes.count)
    if let reach, let first = marks.first, let last = marks.last {
      window = Self.window(bytes, from: first.start - reach, to: last.end + reach)
    } else if let reach, bytes.count > 2 * reach {
      window = Self.window(bytes, from: 0, to: 2 * reach)
    }
    var segments: [Segment] = []
    func add(_ from: Int, _ to: Int, isMarked: Bool) {
      guard from < to else { return }
      let text = String(decoding: bytes[from..<to], as: UTF8.self)
      segments.append(Segment(text: text, isMarked: isMarked))
    }
    if window.start > 0 { segments.append(Segment(text: "… ", isMarked: false)) }
    var at = window.start
    for mark in marks {
      add(at, mark.start, isMarked: false)
      add(mark.start, mark.end, isMarked: true)
      at = mark.end
    }
    add(at, window.end, isMarked: false)
    if window.end < bytes.count { segments.append(Segment(text: " …", isMarked: false)) }
    self.segments = segments
  }

  /// The ranges in order, none touching another, none cutting a character.
  private static func joined(_ ranges: [ByteRange], in bytes: [UInt8]) -> [ByteRange] {
    var marks: [ByteRange] = []
    for range in ranges.sorted() {
      var start = min(max(range.start, 0), bytes.count)
      var end = min(max(range.end, 0), bytes.count)
      guard start < end else { continue }
      while start > 0, continues(bytes[start]) { start -= 1 }
      while end < bytes.count, continues(bytes[end]) { end += 1 }
      if let last = marks.last, start <= last.end {
        marks[marks.count - 1].end = max(last.end, end)
      } else {
        marks.append(ByteRange(start, end))
      }
    }
    return marks
  }

  /// A stretch of a text that begins and ends at blanks, or at characters where there is no blank.
  private static func window(_ bytes: [UInt8], from: Int, to: Int) -> ByteRange {
    var start = max(0, from)
    var end = min(bytes.count, to)
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x0A }
    if start > 0 {
      let blank = (start..<min(start + 40, end)).first { isBlank(bytes[$0]) }
      start = blank.map { $0 + 1 } ?? start
      while start > 0, start < bytes.count, continues(bytes[start]) { start -= 1 }
    }
    if end < bytes.count {
      let blank = (max(end - 40, start)..<end).last { isBlank(bytes[$0]) }
      end = blank ?? end
      while end < bytes.count, continues(bytes[end]) { end += 1 }
    }
    return ByteRange(start, max(start, end))
  }

  /// Whether a byte goes on with a character of UTF-8.
  private static func continues(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
