internal import VerbatimCore

/// What full stops end.
///
/// The rules are those of Annex 29 with ICU's suppressions (`ss=standard`: "Mr. Smith" stays
/// together), tailored for how customers type: a small letter after a stop and a blank begins a
/// sentence all the same ("great phone. battery died."), and so does a capital right after the stop
/// ("broke.Returned"); a stop inside an address or before a small letter ("amazon.com",
/// "broke.returned"), and dots that trail off ("well... it broke"), divide clauses only.
enum SentenceEnd {
  case sentence
  case clause
  case none

  /// What the full stops at `dots` end, given the word before them.
  init(_ bytes: Span<UInt8>, dots: Range<Int>, after word: Word?) {
    let next = dots.upperBound
    if next < bytes.count, Self.isLetterOrDigit(bytes[next]) {
      self = Self.inside(bytes, next, word.flatMap { Int($0.end) == dots.lowerBound ? $0 : nil })
      return
    }
    if dots.count > 1 {
      self = Self.begins(bytes, next, small: true) ? .clause : .sentence
      return
    }
    guard let word, Int(word.end) == dots.lowerBound, word.kind == .word else {
      self = .sentence
      return
    }
    self = Self.isAbbreviation(bytes, word, next) ? .none : .sentence
  }

  /// A stop with a letter or digit right after it.
  private static func inside(_ bytes: Span<UInt8>, _ next: Int, _ word: Word?) -> SentenceEnd {
    guard let word else { return .clause }
    // "e.g.", "U.S.A.".
    if word.end - word.start == 1 { return .none }
    let isCapital = bytes[next] >= UInt8(ascii: "A") && bytes[next] <= UInt8(ascii: "Z")
    let last = bytes[Int(word.end) - 1]
    return isCapital && last >= UInt8(ascii: "a") && last <= UInt8(ascii: "z")
      ? .sentence : .clause
  }

  private static func isAbbreviation(_ bytes: Span<UInt8>, _ word: Word, _ next: Int) -> Bool {
    let start = Int(word.start)
    let length = Int(word.end) - start
    if length == 1 {
      let byte = bytes[start]
      if byte & 0x20 == 0 { return byte != UInt8(ascii: "I") }
      // "e.g. this", "at 5 p.m. it": the letter before it has a stop, too.
      return start > 0 && bytes[start - 1] == UInt8(ascii: ".")
        && !begins(bytes, next, small: false)
    }
    guard length <= 8 else { return false }
    let block = ByteBlock(bytes, at: start)
    if suppressed.contains(block.bits & ByteBlock.mask(length)) { return true }
    let lowered = block.lowered(length)
    if titles.contains(lowered) { return true }
    if shortForms.contains(lowered) { return !begins(bytes, next, small: false) }
    return counted.contains(lowered) && precedesDigit(bytes, next)
  }

  private static func precedesDigit(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    var at = start
    while at < bytes.count, bytes[at] == 0x20 { at += 1 }
    return at < bytes.count && ByteClass.table[Int(bytes[at])] == .digit
  }

  /// Whether the next character that is no blank, bracket or quote is a small letter, or a capital.
  private static func begins(_ bytes: Span<UInt8>, _ start: Int, small: Bool) -> Bool {
    var at = start
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x09, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "("),
        UInt8(ascii: ")"):
        at += 1
      case UInt8(ascii: "a")...UInt8(ascii: "z"): return small
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): return !small
      default: return false
      }
    }
    return false
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch ByteClass.table[Int(byte)] {
    case .letter, .digit: true
    default: false
    }
  }

  /// ICU's list for English, as it is written, of those without a stop inside and without those
  /// that are words which end a customer's sentence ("It is OK.").
  private static let suppressed: Set<UInt64> = Set(
    ICUBreakIterator.sentenceExceptions(language: "en")
      .map { String($0.dropLast()) }
      .filter { (2...8).contains($0.utf8.count) && !$0.contains(".") && !words.contains($0) }
      .map(bits)
  )

  static let words: Set<String> = [
    "Act", "All", "As", "By", "Card", "Do", "Go", "Hat", "In", "Is", "Job", "Link", "Long", "OK",
    "Ok", "On", "Or", "PC", "Pro", "To", "Up",
  ]

  /// Titles, before a name.
  private static let titles = Set(["mr", "mrs", "ms", "dr", "prof"].map(bits))

  /// Short forms that end a sentence when a capital follows.
  private static let shortForms = Set(
    ["approx", "co", "dept", "eg", "est", "etc", "ie", "inc", "jr", "ltd", "sr", "st", "vs"]
      .map(bits)
  )

  /// Short forms only before a number: "no. 5", but "the answer was no."
  private static let counted = Set(["fig", "max", "min", "no", "nr", "pos"].map(bits))

  private static func bits(_ word: String) -> UInt64 {
    ByteBlock(Array(word.utf8).span, at: 0).bits
  }
}
