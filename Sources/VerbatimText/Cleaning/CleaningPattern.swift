/// A phrase with gaps, as the message files under `lexicons/languages/` write it.
///
/// Letters match in their matching form, a blank matches any blanks, and
///
/// - `…` stands for up to 12 words; between two texts maybe for none, at the end for words without a
///   comma; `_` for a single word,
/// - `#` for a stretch with a date or a time of day in it, `@` for one with a mail address,
/// - `%` for up to 5 words, one of them the name of a device or a mail program,
/// - `{a|b}` for one of several texts, `[a]` for a text or nothing; neither holds another.
///
/// Gaps side by side are one gap that has to hold all they ask for. Where a blank stands between a
/// gap and a text, the text begins or ends at the edge of a word; scripts without blanks leave it
/// out.
struct CleaningPattern: Hashable, Sendable {
  /// What may stand between two texts.
  struct Gap: OptionSet, Hashable {
    let rawValue: UInt8

    static let words = Gap(rawValue: 1)
    static let oneWord = Gap(rawValue: 2)
    static let date = Gap(rawValue: 4)
    static let address = Gap(rawValue: 8)
    static let device = Gap(rawValue: 16)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The gaps that a stretch can fill by what it holds.
    init(heldBy evidence: HeaderEvidence) {
      self = []
      if !evidence.isDisjoint(with: [.date, .time]) { insert(.date) }
      if evidence.contains(.address) { insert(.address) }
    }

    /// Whether a stretch with that evidence may fill it.
    func isSatisfied(by held: Gap) -> Bool {
      intersection([.date, .address]).isSubset(of: held)
    }

    /// The gap that a sign stands for.
    init?(_ sign: Unicode.Scalar) {
      switch sign {
      case "…": self = .words
      case "_": self = .oneWord
      case "#": self = .date
      case "@": self = .address
      case "%": self = .device
      default: return nil
      }
    }

    /// The most words in it: a long header has a weekday, a date, a time, a zone and a long name.
    var mostWords: Int {
      if contains(.date) || contains(.address) { return 24 }
      if contains(.words) { return 12 }
      return contains(.device) ? 5 : 1
    }
  }

  /// A text with the gap before it: a row of choices, folded, each of one or more spellings.
  struct Step: Hashable {
    var gap: Gap
    var choices: [[[UInt8]]]
    /// Whether it begins and ends at the edge of a word.
    var beginsWord: Bool
    var endsWord: Bool

    /// The fewest and the most bytes it takes.
    var shortest: Int { choices.reduce(0) { $0 + ($1.map(\.count).min() ?? 0) } }
    var longest: Int { choices.reduce(0) { $0 + ($1.map(\.count).max() ?? 0) } }
  }

  /// Why a text is no pattern.
  struct Failure: Error {
    /// What is wrong, for a person.
    let description: String
  }

  /// The texts in their order, at least one.
  let steps: [Step]
  /// What stands after the last text; empty when the pattern ends with it.
  let lastGap: Gap

  /// Whether the pattern begins with its first text.
  var isAnchored: Bool { steps[0].gap.isEmpty }

  /// How many words that begin with a small Latin letter it writes after its beginning.
  var words: Int {
    steps.dropFirst(isAnchored ? 1 : 0).reduce(0) { count, step in
      step.choices.reduce(count) { count, spellings in
        count + (spellings.map { $0.split(separator: 0x20).count(where: Self.isSmall) }.max() ?? 0)
      }
    }
  }

  private static func isSmall(_ word: ArraySlice<UInt8>) -> Bool {
    (word.first ?? 0) &- 0x61 < 26
  }

  /// Reads a pattern; choices between gaps make one pattern each.
  static func parse(_ source: String) throws(Failure) -> [CleaningPattern] {
    var patterns: [CleaningPattern] = []
    for pieces in unfolded(try pieces(of: source)) {
      guard let pattern = CleaningPattern(pieces) else {
        throw Failure(description: "`\(source)` has no text")
      }
      patterns.append(pattern)
    }
    return patterns
  }

  /// A part of a pattern as written: texts to choose from, one of them maybe empty.
  private typealias Piece = [Substring]

  /// The pieces of a pattern, those outside brackets with a single text.
  private static func pieces(of source: String) throws(Failure) -> [Piece] {
    var pieces: [Piece] = []
    var rest = source[...]
    while let open = rest.utf8.firstIndex(where: isBracket) {
      if open > rest.startIndex { pieces.append([rest[..<open]]) }
      let isChoice = rest.utf8[open] == UInt8(ascii: "{")
      guard isChoice || rest.utf8[open] == UInt8(ascii: "[") else {
        throw Failure(description: "`\(source)` closes what is not open")
      }
      let inside = rest[rest.utf8.index(after: open)...]
      guard let close = inside.utf8.firstIndex(where: isBracket),
        inside.utf8[close] == (isChoice ? UInt8(ascii: "}") : UInt8(ascii: "]"))
      else {
        throw Failure(description: "`\(source)` has a bracket that is not closed")
      }
      let body = inside[..<close]
      pieces.append(
        isChoice ? body.split(separator: "|", omittingEmptySubsequences: false) : [body, ""]
      )
      rest = inside[inside.utf8.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append([rest]) }
    return pieces
  }

  private static func isBracket(_ byte: UInt8) -> Bool {
    byte | 0x20 == UInt8(ascii: "{") || byte | 0x20 == UInt8(ascii: "}")
  }

  /// The same with each choice that holds a gap made into patterns of their own.
  private static func unfolded(_ pieces: [Piece]) -> [[Piece]] {
    guard
      let place = pieces.firstIndex(where: { piece in
        piece.count > 1 && piece.contains { $0.unicodeScalars.contains { Gap($0) != nil } }
      })
    else { return [pieces] }
    return pieces[place].flatMap { choice in
      unfolded(pieces[..<place] + [[choice]] + pieces[(place + 1)...])
    }
  }

  private init?(_ pieces: [Piece]) {
    var steps: [Step] = []
    var gap: Gap = []
    var choices: [[String]] = []
    func close(atEnd: Bool) {
      let isText = choices.contains { $0.contains { $0.contains { $0 != " " } } }
      guard isText else {
        choices = []
        return
      }
      let beginsWord = choices.first?.contains { $0.hasPrefix(" ") } ?? false
      let endsWord = choices.last?.contains { $0.hasSuffix(" ") } ?? false
      steps.append(
        Step(
          gap: gap,
          choices: Self.trimmed(choices).map { $0.map(Self.fold) },
          beginsWord: beginsWord,
          endsWord: endsWord || atEnd
        )
      )
      gap = []
      choices = []
    }
    for piece in pieces {
      guard piece.count == 1 else {
        choices.append(piece.map(String.init))
        continue
      }
      var text = ""
      for scalar in piece[0].unicodeScalars {
        guard let sign = Gap(scalar) else {
          text.unicodeScalars.append(scalar)
          continue
        }
        if !text.isEmpty { choices.append([text]) }
        close(atEnd: false)
        text = ""
        gap.formUnion(sign)
      }
      if !text.isEmpty { choices.append([text]) }
    }
    close(atEnd: true)
    guard !steps.isEmpty else { return nil }
    self.steps = steps
    lastGap = gap
  }

  /// Without the blanks at the edges of the row; inside it they count.
  private static func trimmed(_ choices: [[String]]) -> [[String]] {
    var choices = choices.filter { $0 != [" "] || choices.count > 1 }
    if let first = choices.first { choices[0] = first.map { String($0.drop { $0 == " " }) } }
    if let last = choices.indices.last {
      choices[last] = choices[last].map { text in
        var text = text
        while text.last == " " { text.removeLast() }
        return text
      }
    }
    return choices.filter { $0 != [""] }
  }

  /// The folded text with the blanks around it.
  private static func fold(_ text: String) -> [UInt8] {
    let folded = FoldedText.fold(text)
    guard !folded.isEmpty else { return text.isEmpty ? [] : [0x20] }
    return (text.hasPrefix(" ") ? [0x20] : []) + folded + (text.hasSuffix(" ") ? [0x20] : [])
  }
}
