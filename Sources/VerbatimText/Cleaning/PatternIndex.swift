/// A pattern that fits a text.
struct PatternMatch<Value: Sendable> {
  /// What it was entered with.
  var value: Value
  /// One past its last byte.
  var end: Int
  /// Whether it begins with a text, and is a single one.
  var isAnchored: Bool
  var isPlain: Bool
  /// How many words of Latin letters it writes itself, its beginning not counted.
  var words: Int
}

/// Patterns by the two bytes they begin or end with, laid out flat: texts in one row of bytes, and
/// steps, choices and spellings as places in it.
///
/// It is a class so that matching a line retains nothing.
final class PatternIndex<Value: Sendable>: Sendable {
  /// A row of neighbours in one of the arrays below.
  struct Row: Sendable {
    var start: Int32
    var end: Int32
    var range: Range<Int> { Int(start)..<Int(end) }
  }

  /// A text with the gap before it.
  struct Step: Sendable {
    var gap: CleaningPattern.Gap
    var beginsWord: Bool
    var endsWord: Bool
    var shortest: Int32
    var longest: Int32
    var choices: Row
  }

  /// A whole pattern.
  struct Entry: Sendable {
    var steps: Row
    var lastGap: CleaningPattern.Gap
    /// What its gaps ask for, all together.
    var needs: CleaningPattern.Gap
    var words: Int32
    var value: Value
  }

  let entries: [Entry]
  let steps: [Step]
  let choices: [Row]
  let spellings: [Row]
  let bytes: [UInt8]
  /// The first two bytes, as they stand in a message, of all that a pattern begins with.
  let heads: TwoByteSet
  /// The last two bytes, likewise, of all that a pattern without a beginning ends with.
  let tails: TwoByteSet
  private let byHead: [UInt16: [Int32]]
  private let byTail: [UInt16: [Int32]]
  /// Patterns with gaps at both ends; they are tried on lines that begin with a digit.
  private let loose: [Int32]

  /// The patterns in their order, each with what a match is to give.
  init(_ patterns: [(pattern: CleaningPattern, value: Value)]) {
    var entries: [Entry] = []
    var rows = PatternRows<Value>()
    var heads = TwoByteSet()
    var tails = TwoByteSet()
    var byHead: [UInt16: [Int32]] = [:]
    var byTail: [UInt16: [Int32]] = [:]
    var loose: [Int32] = []
    for (number, (pattern, value)) in patterns.enumerated() {
      let index = Int32(number)
      entries.append(rows.entry(pattern, value))
      if pattern.isAnchored {
        for text in Self.edges(pattern.steps[0].choices[...]) {
          heads.insert(headOf: text)
          let key = Self.key(text[0], text.count > 1 ? text[1] : 0x20)
          if byHead[key]?.last != index { byHead[key, default: []].append(index) }
        }
      } else if pattern.lastGap.isEmpty {
        let last = pattern.steps[pattern.steps.count - 1].choices
        for reversed in Self.edges(last.reversed().map { $0.map { $0.reversed() } }[...]) {
          tails.insert(tailOf: reversed.reversed())
          let key = Self.key(reversed.count > 1 ? reversed[1] : 0x20, reversed[0])
          if byTail[key]?.last != index { byTail[key, default: []].append(index) }
        }
      } else {
        loose.append(index)
      }
    }
    self.entries = entries
    steps = rows.steps
    choices = rows.choices
    spellings = rows.spellings
    bytes = rows.bytes
    self.heads = heads
    self.tails = tails
    self.byHead = byHead
    self.byTail = byTail
    self.loose = loose
  }

  /// The beginnings of a row of choices: a character or two, so that capitals can be found.
  private static func edges(_ choices: ArraySlice<[[UInt8]]>) -> [[UInt8]] {
    // A first choice that is left out leaves a blank behind.
    beginnings(choices).map { Array($0.drop { $0 == 0x20 }) }.filter { !$0.isEmpty }
  }

  private static func beginnings(_ choices: ArraySlice<[[UInt8]]>) -> [[UInt8]] {
    guard let first = choices.first else { return [[]] }
    return first.flatMap { spelling -> [[UInt8]] in
      let isEnough = spelling.count > (spelling.first == 0x20 ? 2 : 1)
      if isEnough { return [Array(spelling.prefix(6))] }
      return beginnings(choices.dropFirst()).map { spelling + $0 }
    }
  }

  // MARK: Looking up

  /// The first pattern that has a beginning and fits.
  func matchHead(
    _ text: Span<UInt8>,
    _ range: Range<Int>,
    _ reach: PatternReach,
    devices: DeviceWords
  ) -> PatternMatch<Value>? {
    guard !range.isEmpty else { return nil }
    let second = range.count > 1 ? text[range.lowerBound + 1] : 0x20
    guard let candidates = byHead[Self.key(text[range.lowerBound], second)] else { return nil }
    return match(candidates, text, range, reach, devices)
  }

  /// The first pattern that begins with a gap and fits the whole text.
  func matchTail(
    _ text: Span<UInt8>,
    _ range: Range<Int>,
    devices: DeviceWords
  ) -> PatternMatch<Value>? {
    guard !range.isEmpty else { return nil }
    let last = text[range.upperBound - 1]
    let before = range.count > 1 ? text[range.upperBound - 2] : 0x20
    if let candidates = byTail[Self.key(before, last)],
      let found = match(candidates, text, range, .whole, devices)
    {
      return found
    }
    // What ends with a gap and a colon is entered under the colon.
    if before != 0x20, let candidates = byTail[Self.key(0x20, last)],
      let found = match(candidates, text, range, .whole, devices)
    {
      return found
    }
    guard text[range.lowerBound] &- 0x30 < 10 else { return nil }
    return match(loose, text, range, .whole, devices)
  }

  private func match(
    _ candidates: [Int32],
    _ text: Span<UInt8>,
    _ range: Range<Int>,
    _ reach: PatternReach,
    _ devices: DeviceWords
  ) -> PatternMatch<Value>? {
    let held = CleaningPattern.Gap(heldBy: HeaderEvidence(in: text, range))
    for index in candidates where entries[Int(index)].needs.isSatisfied(by: held) {
      guard let end = end(of: entries[Int(index)], in: text, range, reach, devices) else {
        continue
      }
      let entry = entries[Int(index)]
      return PatternMatch(
        value: entry.value,
        end: end,
        isAnchored: steps[Int(entry.steps.start)].gap.isEmpty,
        isPlain: entry.steps.range.count == 1 && entry.lastGap.isEmpty,
        words: Int(entry.words)
      )
    }
    return nil
  }

  private static func key(_ first: UInt8, _ second: UInt8) -> UInt16 {
    UInt16(first) << 8 | UInt16(second)
  }
}

/// Lays out patterns one behind the other.
private struct PatternRows<Value: Sendable> {
  var steps: [PatternIndex<Value>.Step] = []
  var choices: [PatternIndex<Value>.Row] = []
  var spellings: [PatternIndex<Value>.Row] = []
  var bytes: [UInt8] = []

  mutating func entry(_ pattern: CleaningPattern, _ value: Value) -> PatternIndex<Value>.Entry {
    var needs = pattern.lastGap
    let first = Int32(steps.count)
    for step in pattern.steps {
      needs.formUnion(step.gap)
      append(step)
    }
    return PatternIndex.Entry(
      steps: PatternIndex.Row(start: first, end: Int32(steps.count)),
      lastGap: pattern.lastGap,
      needs: needs,
      words: Int32(pattern.words),
      value: value
    )
  }

  private mutating func append(_ step: CleaningPattern.Step) {
    let firstChoice = Int32(choices.count)
    for choice in step.choices {
      let first = Int32(spellings.count)
      for spelling in choice {
        let start = Int32(bytes.count)
        bytes.append(contentsOf: spelling)
        spellings.append(PatternIndex.Row(start: start, end: Int32(bytes.count)))
      }
      choices.append(PatternIndex.Row(start: first, end: Int32(spellings.count)))
    }
    steps.append(
      PatternIndex.Step(
        gap: step.gap,
        beginsWord: step.beginsWord,
        endsWord: step.endsWord,
        shortest: Int32(step.shortest),
        longest: Int32(step.longest),
        choices: PatternIndex.Row(start: firstChoice, end: Int32(choices.count))
      )
    )
  }
}
