/// A text in which names and addresses are marked: `{{name|Ana}}`, `{{address|…}}`; marks of other kinds
/// are taken off.
struct MarkedText {
  /// A name or an address.
  struct Mark {
    enum Kind: String {
      case name, address
    }
    var kind: Kind
    var range: Range<Int>
  }

  let language: String
  private(set) var bytes: [UInt8] = []
  /// In ascending order, without overlap.
  private(set) var marks: [Mark] = []

  private init(language: String) { self.language = language }

  /// Reads a text with `\n` for a line end; nil where a mark is not closed, or closed without one.
  init?(marked source: String, language: String) {
    self.init(language: language)
    var rest = source.replacing("\\n", with: "\n")[...]
    while let open = rest.firstRange(of: "{{") {
      let tail = rest[open.upperBound...]
      guard let bar = tail.firstIndex(of: "|"), let close = tail.firstRange(of: "}}"),
        bar < close.lowerBound
      else { return nil }
      bytes += rest[..<open.lowerBound].utf8
      let start = bytes.count
      bytes += tail[tail.index(after: bar)..<close.lowerBound].utf8
      if let kind = Mark.Kind(rawValue: String(tail[..<bar])) {
        marks.append(Mark(kind: kind, range: start..<bytes.count))
      }
      rest = rest[close.upperBound...]
    }
    guard !rest.contains("}}") else { return nil }
    bytes += rest.utf8
  }

  /// A text without marks, with `\n` for a line end.
  init(plain source: String, language: String) {
    self.init(language: language)
    bytes = Array(source.replacing("\\n", with: "\n").utf8)
  }

  /// The text with something else in place of its marks.
  func replacingMarks(_ replacement: (Mark, [UInt8]) -> [UInt8]) -> MarkedText {
    var copy = MarkedText(language: language)
    var end = 0
    for mark in marks {
      copy.bytes += bytes[end..<mark.range.lowerBound]
      let start = copy.bytes.count
      copy.bytes += replacement(mark, Array(bytes[mark.range]))
      copy.marks.append(Mark(kind: mark.kind, range: start..<copy.bytes.count))
      end = mark.range.upperBound
    }
    copy.bytes += bytes[end...]
    return copy
  }

  /// The text in small letters.
  func lowercased() -> MarkedText {
    var copy = MarkedText(language: language)
    var end = 0
    func small(_ range: Range<Int>) -> [UInt8] {
      Array(String(decoding: bytes[range], as: UTF8.self).lowercased().utf8)
    }
    for mark in marks {
      copy.bytes += small(end..<mark.range.lowerBound)
      let start = copy.bytes.count
      copy.bytes += small(mark.range)
      copy.marks.append(Mark(kind: mark.kind, range: start..<copy.bytes.count))
      end = mark.range.upperBound
    }
    copy.bytes += small(end..<bytes.count)
    return copy
  }
}
