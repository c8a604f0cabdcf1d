public import VerbatimText

/// The terms of a sentence, in order, some maybe more than once.
///
/// What the weights are fitted to and what reads with them find terms by this alone.
public enum TermScan {
  /// What is known of a word form.
  public struct Form: Hashable, Sendable {
    /// The number of its base, from 1 on; 0 for a word that no term holds.
    public var base: Int32
    /// The first of its fields in the list of all.
    public var firstField: Int32
    /// How many fields it has.
    public var fieldCount: Int32

    /// A form.
    public init(base: Int32 = 0, firstField: Int32 = 0, fieldCount: Int32 = 0) {
      self.base = base
      self.firstField = firstField
      self.fieldCount = fieldCount
    }
  }

  /// A term by numbers.
  public enum Key: Hashable, Sendable {
    /// A word by the number of its base.
    case word(Int32)
    /// Two words side by side, by their bases.
    case pair(Int32, Int32)
    /// A field by its number.
    case field(Int32)
    /// A pattern of a leaf fits, by the leaf's number.
    case pattern(Int32)
    /// A look-alike of a leaf stands there, by the leaf's number.
    case lookAlike(Int32)
  }

  /// What patterns find in a sentence, each leaf at most once in one of the two.
  public struct Findings: Hashable, Sendable {
    /// The leaves of which a pattern fits.
    public var fitting: [Int] = []
    /// The leaves of which only look-alikes stand there.
    public var resembling: [Int] = []

    /// Nothing is found.
    public init() {}
  }

  /// The base of a number.
  public static let number: Int32 = 1

  /// Calls `take` with every term of some words and the words it stands on: none for what patterns find.
  ///
  /// - Parameters:
  ///   - words: The words of a sentence.
  ///   - text: The text.
  ///   - findings: What patterns find there.
  ///   - fields: The fields of all forms.
  ///   - form: What is known of a word.
  ///   - take: What to do with a term.
  @inline(__always)
  public static func forEach(
    in words: Range<Int>,
    of text: borrowing TokenizedText,
    findings: Findings,
    fields: [Int32],
    form: (Word) -> Form,
    _ take: (Key, Range<Int>) -> Void
  ) {
    let nowhere = words.lowerBound..<words.lowerBound
    for leaf in findings.fitting { take(.pattern(Int32(leaf)), nowhere) }
    for leaf in findings.resembling { take(.lookAlike(Int32(leaf)), nowhere) }
    var last: Int32 = 0
    for place in words {
      let word = text.words[place]
      let here = word.kind == .number ? Form(base: number) : form(word)
      if word.style.contains(.afterBreak) { last = 0 }
      if here.base != 0 {
        take(.word(here.base), place..<place + 1)
        if last != 0 { take(.pair(last, here.base), place - 1..<place + 1) }
      }
      let first = Int(here.firstField)
      for field in first..<first + Int(here.fieldCount) {
        take(.field(fields[field]), place..<place + 1)
      }
      last = here.base
    }
  }
}
