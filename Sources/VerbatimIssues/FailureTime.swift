internal import VerbatimCore
internal import VerbatimText

/// Reads how long it took until something failed: "after two weeks", "lasted 3 months", "on day two".
///
/// A month counts 30 days and a year 365; fractions of a day are dropped. What is counted in uses or
/// washes has no days.
struct FailureTime: Sendable {
  /// What a word of `spans.tsv` is.
  enum Role: String, CaseIterable {
    /// A length of time, in days.
    case unit
    /// A number.
    case number
    /// A place in a row.
    case ordinal
    /// The time until a failure follows.
    case before
    /// The time until a failure stands before it.
    case after
    /// A use that lasted.
    case hold
    /// What comes next is otherwise.
    case turn
    /// A clause with it counts something else: waiting, a warranty.
    case except
  }

  /// The values of words by their ids; below 0 for none.
  let units: [Double]
  let numbers: [Double]
  let ordinals: [Double]
  let opens: [Bool]
  let closes: [Bool]
  let holds: [Bool]
  let turning: [Bool]
  let excepts: [Bool]
  /// "half", "and", "for", "old".
  let half: WordID
  let and: WordID
  let duration: WordID
  let old: WordID

  /// How far from a match a time is looked for, in words.
  private static let window = 40
  /// How many words before a time say that it is one until a failure.
  private static let triggerBefore = 3
  /// A time in a text.
  struct Span {
    var words: Range<Int>
    var days: Double
    /// A number of days or weeks, not the "second day".
    var isPlain = false
    /// "day two", "the second day".
    var isDay = false
  }

  /// Whether a leaf is of what fails with use: it works, holds, hurts or leaks for a while.
  ///
  /// A size is wrong from the beginning, and what spoils has its own date.
  static func isOf(_ leaf: Taxonomy.Leaf) -> Bool {
    leaf.stage == .use && !leaf.code.hasPrefix("FRS.") && !leaf.code.hasPrefix("FIT.TOO_")
      || leaf.code == "PKG.LEAK"
  }

  /// The days until what a match says failed; nil where the sentences around it do not say.
  ///
  /// The nearest time of its own sentence counts, else that of the one before or behind.
  func days(of match: Range<Int>, in text: TokenizedText) -> (days: Int, words: Range<Int>)? {
    func sentence(_ word: Int) -> Int { text.clauses[Int(text.words[word].clause)].sentence }
    let own = sentence(match.lowerBound)
    var best: (span: Span, distance: Int)?
    let start = max(0, match.lowerBound - Self.window)
    let end = min(text.words.count, match.upperBound + Self.window)
    for at in start..<end {
      let apart = sentence(at) - own
      guard abs(apart) <= 1, let span = span(at: at, in: text),
        isUntilFailure(span, of: match, apart: apart, in: text)
      else { continue }
      let distance =
        abs(apart) * 1_000
        + max(0, match.lowerBound - span.words.upperBound, span.words.lowerBound - match.upperBound)
      if best.map({ distance < $0.distance }) ?? true { best = (span, distance) }
    }
    return best.map { (Int($0.span.days), $0.span.words) }
  }

  /// The time whose unit, or whose "day two", is at a word.
  private func span(at: Int, in text: TokenizedText) -> Span? {
    func id(_ word: Int) -> Int { Int(text.words[word].id) }
    let unit = units[id(at)]
    guard unit >= 0 else { return nil }
    var end = at + 1
    // "a year and a half".
    var extra = 0.0
    if at + 3 < text.words.count, text.words[at + 1].id == and, half != 0 {
      if text.words[at + 3].id == half {
        extra = 0.5
        end = at + 4
      } else if text.words[at + 2].id == half {
        extra = 0.5
        end = at + 3
      }
    }
    if at > 0, !text.words[at].style.contains(.afterBreak) {
      if ordinals[id(at - 1)] >= 0 {
        return Span(words: (at - 1)..<end, days: ordinals[id(at - 1)] * unit, isDay: true)
      }
      if let (number, start) = number(endingAt: at - 1, in: text) {
        return Span(words: start..<end, days: (number + extra) * unit, isPlain: true)
      }
    }
    // "day two", "week 3".
    if at + 1 < text.words.count, !text.words[at + 1].style.contains(.afterBreak), unit >= 1,
      let number = value(at + 1, in: text), number >= 1, number <= 60
    {
      return Span(words: at..<(at + 2), days: number * unit, isDay: true)
    }
    return nil
  }

  /// A number whose last word is at a place: "3", "a", "two and a half", "half a", "a couple of".
  private func number(endingAt at: Int, in text: TokenizedText) -> (Double, Int)? {
    guard let last = value(at, in: text) else {
      // "a couple of weeks", "a single week", "two short weeks".
      guard at > 0, text.words[at].kind == .word, !excepts[Int(text.words[at].id)],
        let number = value(at - 1, in: text)
      else { return nil }
      return withArticle(number, at - 1, in: text)
    }
    if text.words[at].id == half, half != 0 {
      // "one and a half", "two and half".
      for back in 2...3 where at >= back {
        guard let number = value(at - back, in: text),
          text.words[at - back + 1].id == and
        else { continue }
        return (number + 0.5, at - back)
      }
      return (0.5, at)
    }
    if at > 0, text.words[at - 1].id == half, half != 0 { return (last * 0.5, at - 1) }
    return withArticle(last, at, in: text)
  }

  /// "a couple", "a few": the article belongs to the number.
  private func withArticle(_ number: Double, _ at: Int, in text: TokenizedText) -> (Double, Int) {
    guard at > 0, number > 1, let before = value(at - 1, in: text), before == 1 else {
      return (number, at)
    }
    return (number, at - 1)
  }

  /// The number that a word says.
  private func value(_ at: Int, in text: TokenizedText) -> Double? {
    let word = text.words[at]
    let known = numbers[Int(word.id)]
    if known >= 0 { return known }
    guard word.kind == .number, word.end - word.start <= 4 else { return nil }
    var number = 0.0
    for place in Int(word.start)..<Int(word.end) {
      let byte = text.bytes[place]
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      number = number * 10 + Double(byte - UInt8(ascii: "0"))
    }
    return number
  }

  /// Whether the words around a time say that something failed then.
  ///
  /// - Parameters:
  ///   - span: The time.
  ///   - match: What failed.
  ///   - apart: How many sentences the time stands behind it: −1, 0 or 1.
  ///   - text: The text.
  /// - Returns: Whether it is the time until the failure.
  private func isUntilFailure(
    _ span: Span,
    of match: Range<Int>,
    apart: Int,
    in text: TokenizedText
  ) -> Bool {
    let number = Int(text.words[span.words.lowerBound].clause)
    let whole = text.clauses[number].words
    let clause =
      max(
        whole.lowerBound,
        span.words.lowerBound - Self.window
      )..<min(
        whole.upperBound,
        span.words.upperBound + Self.window
      )
    let (first, end) = (span.words.lowerBound, span.words.upperBound)
    // "my two-year-old".
    if Int(text.words[end - 1].end) < text.bytes.count,
      text.bytes[Int(text.words[end - 1].end)] == UInt8(ascii: "-")
    {
      return false
    }
    if isAge(span, in: text) { return false }
    for word in max(clause.lowerBound, first - 8)..<min(clause.upperBound, end + 5)
    where !span.words.contains(word) && !match.contains(word) {
      if excepts[Int(text.words[word].id)] { return false }
    }
    if end < clause.upperBound, closes[Int(text.words[end].id)] { return true }
    let before = max(clause.lowerBound, first - Self.triggerBefore)
    var opening: WordID = 0
    for word in before..<first where opens[Int(text.words[word].id)] {
      opening = text.words[word].id
    }
    if opening == duration, duration != 0 {
      // "Fine for a week. Then it split": a state that lasted, and then the match.
      return end <= match.lowerBound && Int(text.words[match.lowerBound].clause) != number
        && (lasts(clause, in: text) || turns(after: number, in: text))
    }
    if opening != 0 { return apart <= 0 || lasts(clause, in: text) }
    if first == clause.lowerBound, span.isPlain {
      return apart == 0 || turns(after: number, in: text) || lasts(clause, in: text)
    }
    return span.isDay && apart == 0
  }

  /// Whether a time is how old somebody is: "my 9 month old", where of a thing it is nine months old.
  private func isAge(_ span: Span, in text: TokenizedText) -> Bool {
    let unit = text.words[span.words.upperBound - 1]
    return span.words.upperBound < text.words.count && span.isPlain
      && text.words[span.words.upperBound].id == old
      && span.days > units[Int(unit.id)]
      && text.bytes[Int(unit.end) - 1] | 0x20 != UInt8(ascii: "s")
  }

  /// Whether a clause tells of a use that lasted: "worked for", "I had it".
  private func lasts(_ clause: Range<Int>, in text: TokenizedText) -> Bool {
    for word in clause where holds[Int(text.words[word].id)] { return true }
    return false
  }

  /// Whether the clause after one begins with a turn: "then", "now", "before".
  private func turns(after clause: Int, in text: TokenizedText) -> Bool {
    guard clause + 1 < text.clauses.count else { return false }
    for word in text.clauses[clause + 1].words.prefix(2)
    where turning[Int(text.words[word].id)] { return true }
    return false
  }
}
