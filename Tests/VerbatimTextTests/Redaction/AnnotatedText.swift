/// A text whose personal data, and whose look-alikes, are known.
struct AnnotatedText: Sendable {
  /// Who wrote a text.
  enum Writers: String, CaseIterable {
    /// Writers who had seen no rules, and made texts as customers do; all texts from templates.
    case strangers = "by strangers"
    /// Who tunes the rules, so that its held-out part proves less.
    case tuners = "by tuners"
    /// Writers who had seen no rules and sought the places in which names stand, each but once.
    case seekers = "by seekers"
  }

  /// Where the text comes from: a row of the handwritten file, or a template with its fill.
  let id: String
  let language: String
  /// Whether it belongs to the part that nobody tunes a redactor on.
  let isHeldOut: Bool
  /// Who wrote it, as ids such as `en3-001` tell.
  var writers: Writers {
    switch id.dropFirst(2).prefix(2) {
    case "3-", "4-", "5-": .tuners
    case "6-": .seekers
    default: .strangers
    }
  }
  private(set) var bytes: [UInt8] = []
  /// In ascending order, without overlap: what to mask under its own kind (a name of somebody who is
  /// spoken of is a `mention`), what must survive under a kind that begins with `keep:`.
  private(set) var spans: [(kind: String, range: Range<Int>)] = []

  init(id: String, language: String, isHeldOut: Bool) {
    self.id = id
    self.language = language
    self.isHeldOut = isHeldOut
  }

  /// Reads a text in which spans stand as `{{kind|value}}` and line ends as `\n`.
  ///
  /// - Parameters:
  ///   - id: The row.
  ///   - language: Its language.
  ///   - isHeldOut: Whether nobody tunes on it.
  ///   - places: A letter for each name: one with `e` is of somebody who is spoken of, a `mention`.
  ///   - source: The text.
  /// - Throws: ``MalformedAnnotation`` for braces that do not pair up, a span without kind, and a name
  ///   without a place.
  init(
    id: String,
    language: String,
    isHeldOut: Bool,
    places: String,
    annotated source: String
  ) throws(MalformedAnnotation) {
    self.init(id: id, language: language, isHeldOut: isHeldOut)
    let source = Array(source.utf8)
    var places = places[...]
    var place = 0
    while let open = source.position(of: "{", from: place) {
      guard let bar = source.position(of: "|", from: open),
        let end = source.position(of: "}", from: bar),
        source[open..<bar].starts(with: "{{".utf8), source[end...].starts(with: "}}".utf8),
        bar > open + 2, end > bar + 1
      else { throw MalformedAnnotation(id: id) }
      append(source[place..<open])
      var kind = String(decoding: source[(open + 2)..<bar], as: UTF8.self)
      if kind == "name" {
        guard let letter = places.popFirst(), "gise".contains(letter) else {
          throw MalformedAnnotation(id: id)
        }
        if letter == "e" { kind = "mention" }
      }
      append(source[(bar + 1)..<end], as: kind)
      place = end + 2
    }
    append(source[place...])
    guard !bytes.contains(UInt8(ascii: "}")), places.isEmpty else {
      throw MalformedAnnotation(id: id)
    }
  }

  /// Adds words that are nobody's data; under a kind, a span.
  mutating func append(_ words: some Sequence<UInt8>, as kind: String? = nil) {
    let start = bytes.count
    var isEscaped = false
    for byte in words {
      if isEscaped, byte == UInt8(ascii: "n") {
        bytes[bytes.count - 1] = UInt8(ascii: "\n")
        isEscaped = false
      } else {
        bytes.append(byte)
        isEscaped = byte == UInt8(ascii: "\\")
      }
    }
    if let kind { spans.append((kind, start..<bytes.count)) }
  }

  /// The words of a range.
  func words(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

/// A row of the handwritten file whose spans cannot be told.
struct MalformedAnnotation: Error, CustomStringConvertible {
  let id: String

  var description: String { "the spans of \(id) are malformed" }
}

extension [UInt8] {
  /// Where an ASCII character next stands, at or after a place.
  func position(of character: Unicode.Scalar, from start: Int) -> Int? {
    self[start...].firstIndex(of: UInt8(ascii: character))
  }
}
