/// Reads the bytes of a pattern into its places.
struct PhraseReader {
  let language: PhraseLanguage

  /// The places of a pattern, each checked.
  func places(of source: Span<UInt8>) throws(PhrasePattern.Failure) -> [PhrasePattern.Place] {
    var places: [PhrasePattern.Place] = []
    var gap: UInt8 = 0
    var at = 0
    while true {
      while at < source.count, source[at] == 0x20 { at += 1 }
      guard at < source.count else { break }
      let start = at
      var isDots = true
      while at < source.count, source[at] != 0x20 {
        isDots = isDots && source[at] == UInt8(ascii: ".")
        at += 1
      }
      if isDots, at - start == 2 || at - start == 3 {
        gap = at - start == 2 ? 2 : 4
        continue
      }
      places.append(try place(source, start..<at, gap: gap))
      gap = 0
    }
    try check(places, endsInGap: gap > 0)
    return places
  }

  private func check(
    _ places: [PhrasePattern.Place],
    endsInGap: Bool
  ) throws(PhrasePattern.Failure) {
    guard let first = places.first, let last = places.last else {
      throw PhrasePattern.Failure(description: "the pattern is empty")
    }
    guard !endsInGap, first.gapBefore == 0 else {
      throw PhrasePattern.Failure(description: "a pattern cannot begin or end with a gap")
    }
    guard !first.isOptional, !last.isOptional else {
      throw PhrasePattern.Failure(
        description: "a pattern cannot begin or end with an optional word"
      )
    }
  }

  private func place(
    _ source: Span<UInt8>,
    _ piece: Range<Int>,
    gap: UInt8
  ) throws(PhrasePattern.Failure) -> PhrasePattern.Place {
    var body = piece
    let isOptional = source[body.lowerBound] == UInt8(ascii: "[")
    if isOptional {
      guard source[body.upperBound - 1] == UInt8(ascii: "]") else {
        throw failure(source, piece, "is not closed")
      }
      body = (body.lowerBound + 1)..<(body.upperBound - 1)
    }
    try checkForms(source, body)
    return PhrasePattern.Place(
      start: Int32(body.lowerBound),
      end: Int32(body.upperBound),
      isOptional: isOptional,
      gapBefore: gap
    )
  }

  private func checkForms(
    _ source: Span<UInt8>,
    _ body: Range<Int>
  ) throws(PhrasePattern.Failure) {
    let isChoice = !body.isEmpty && source[body.lowerBound] == UInt8(ascii: "(")
    if isChoice, source[body.upperBound - 1] != UInt8(ascii: ")") {
      throw failure(source, body, "is not closed")
    }
    var alternatives = PhraseAlternatives(source, body)
    var isEmpty = true
    while let alternative = alternatives.next(source) {
      isEmpty = false
      try check(source, alternative)
    }
    if isEmpty { throw failure(source, body, "is empty") }
  }

  private func check(
    _ source: Span<UInt8>,
    _ word: Range<Int>
  ) throws(PhrasePattern.Failure) {
    let first = word.isEmpty ? 0 : source[word.lowerBound]
    if first == UInt8(ascii: "#"), word.count == 1 { return }
    if first == UInt8(ascii: "@") {
      let name = String(copying: source.extracting(word.dropFirst()))
      guard language.classes[name] != nil else {
        throw PhrasePattern.Failure(description: "there is no word class `@\(name)`")
      }
      return
    }
    var isWord = !word.isEmpty && !(first == UInt8(ascii: "~") && word.count == 1)
    for at in word where Self.isDivider(source[at]) { isWord = false }
    guard isWord else { throw failure(source, word, "is no word") }
  }

  private func failure(
    _ source: Span<UInt8>,
    _ range: Range<Int>,
    _ what: String
  ) -> PhrasePattern.Failure {
    PhrasePattern.Failure(description: "`\(String(copying: source.extracting(range)))` \(what)")
  }

  /// Whether no text has a word with a byte: the tokeniser divides there.
  private static func isDivider(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "|"), UInt8(ascii: "*"), UInt8(ascii: "."), UInt8(ascii: ","),
      UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "?"),
      UInt8(ascii: "\""), UInt8(ascii: "-"), UInt8(ascii: "/"):
      true
    default: false
    }
  }
}

/// The alternatives of a place one after the other: those in round brackets, or its one word.
struct PhraseAlternatives {
  private var at: Int
  private let end: Int
  private let isChoice: Bool
  private var isDone = false

  /// The alternatives of a place, its square brackets left out.
  init(_ source: Span<UInt8>, _ body: Range<Int>) {
    isChoice = body.count > 1 && source[body.lowerBound] == UInt8(ascii: "(")
    at = isChoice ? body.lowerBound + 1 : body.lowerBound
    end = isChoice ? body.upperBound - 1 : body.upperBound
  }

  /// The next alternative; nil at the end.
  mutating func next(_ source: Span<UInt8>) -> Range<Int>? {
    guard isChoice else {
      defer { isDone = true }
      return isDone ? nil : at..<end
    }
    let bar = UInt8(ascii: "|")
    while at < end, source[at] == bar { at += 1 }
    guard at < end else { return nil }
    let start = at
    while at < end, source[at] != bar { at += 1 }
    return start..<at
  }
}
