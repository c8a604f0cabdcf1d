internal import VerbatimCore

/// Labels the units of a text that name a person or say where one lives, by weights learnt from texts
/// in which they are marked.
///
/// A linear chain: each unit has features (what it looks like, what stands beside it, what lists say of
/// it), each feature weighs for and against each label, and so does each label for the one behind it.
/// The labels with the greatest sum are taken. All weights are whole hundredths, so that every machine
/// finds the same.
///
/// - SeeAlso: Lafferty, McCallum and Pereira (2001), *Conditional random fields*.
struct PersonTagger: Sendable {
  /// A name or an address.
  struct Tag: Equatable {
    var range: Range<Int>
    var kind: Redactor.Kind
  }

  let classes: PhraseClasses
  let weights: TagWeights

  /// How much less *other* scores than it weighs, in hundredths: a name that stays costs more than a
  /// word that goes (chosen on writers that were not learnt from).
  private static func lean(_ shape: TaggedText.Shape) -> Int32 {
    switch shape {
    case .small: -60
    case .caseless: 0
    case .thai, .ideograph, .kana, .hangul: 20
    default: 35
    }
  }

  /// A tagger.
  ///
  /// - Parameters:
  ///   - tables: The tables of the words of redaction, see ``RedactionWords``.
  ///   - wordTables: The tables of other words.
  ///   - weights: The weights.
  init(_ tables: [TableFile], wordTables: [TableFile], weights: TagWeights) {
    classes =
      weights.isEmpty
      ? PhraseClasses([], wordTables: []) : PhraseClasses(tables, wordTables: wordTables)
    self.weights = weights
  }

  /// Whether there are no weights, and so no tags.
  var isEmpty: Bool { weights.isEmpty }

  /// The most bytes that are labelled as one row.
  private static let longestRow = 16_384

  /// The names and addresses of a text, in their order.
  ///
  /// A long text is cut behind a line, a blank or, without any, a character.
  ///
  /// - Complexity: O(*n*) in the units, each of which has some sixty features.
  func tags(_ bytes: Span<UInt8>) -> [Tag] {
    guard !isEmpty else { return [] }
    guard bytes.count > Self.longestRow else { return rowTags(bytes) }
    var tags: [Tag] = []
    var start = 0
    while start < bytes.count {
      let end = Self.rowEnd(bytes, start)
      tags += rowTags(bytes.extracting(start..<end)).map { tag in
        Tag(
          range: (start + tag.range.lowerBound)..<(start + tag.range.upperBound),
          kind: tag.kind
        )
      }
      start = end
    }
    return tags
  }

  /// Where a row ends that begins at `start`.
  private static func rowEnd(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    let limit = start + longestRow
    guard limit < bytes.count else { return bytes.count }
    for mark in [UInt8(ascii: "\n"), UInt8(ascii: " ")] {
      var end = limit
      while end > start + longestRow / 2 {
        if bytes[end - 1] == mark { return end }
        end -= 1
      }
    }
    var end = limit
    while end > limit - 4, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }

  private func rowTags(_ bytes: Span<UInt8>) -> [Tag] {
    let units = TaggedText(bytes).units
    guard !units.isEmpty else { return [] }
    let context = TagContext(units, classes)
    let active = context.active(classes)
    guard active.contains(true) else { return [] }
    let scores = scores(TagReader(context, classes, bytes), active)
    return tags(units, labels(scores, units.count))
  }

  private struct Sum: TagFeatureSink {
    let weights: TagWeights
    var scores = SIMD8<Int32>()

    @inline(__always)
    mutating func add(_ template: TagFeature.Template, _ parts: TagReader.Parts) {
      scores &+= weights.values(of: parts.hash(template))
    }
  }

  /// By unit, the scores of the labels.
  private func scores(_ reader: TagReader, _ active: [Bool]) -> [Int32] {
    let units = reader.context.units
    let count = TagWeights.labelCount
    var scores = [Int32](repeating: 0, count: units.count * count)
    var sum = Sum(weights: weights)
    for unit in units.indices {
      guard active[unit] else {
        for label in 1..<count { scores[unit * count + label] = -1_000_000 }
        continue
      }
      sum.scores = SIMD8()
      reader.read(unit, into: &sum)
      for label in 0..<count { scores[unit * count + label] = sum.scores[label] }
      scores[unit * count] -= Self.lean(units[unit].shape)
    }
    return scores
  }

  /// The labels with the greatest sum of scores and transitions.
  private func labels(_ scores: [Int32], _ count: Int) -> [Int] {
    let labelCount = TagWeights.labelCount
    let transitions = weights.transitions
    var best = (0..<labelCount).map { scores[$0] + transitions[labelCount * labelCount + $0] }
    var from = [Int8](repeating: 0, count: count * labelCount)
    var next = best
    for unit in 1..<max(1, count) {
      for label in 0..<labelCount {
        var most = Int32.min
        for last in 0..<labelCount {
          let sum = best[last] + transitions[last * labelCount + label]
          if sum > most {
            most = sum
            from[unit * labelCount + label] = Int8(last)
          }
        }
        next[label] = most + scores[unit * labelCount + label]
      }
      // Only differences count, and sums stay small.
      let largest = next.max() ?? 0
      for label in 0..<labelCount { best[label] = next[label] - largest }
    }
    var label = best.indices.max { best[$0] < best[$1] } ?? 0
    var labels = [Int](repeating: 0, count: count)
    for unit in (0..<count).reversed() {
      labels[unit] = label
      label = Int(from[unit * labelCount + label])
    }
    return labels
  }

  private func tags(_ units: [TaggedText.Unit], _ labels: [Int]) -> [Tag] {
    var tags: [Tag] = []
    var isOpen = false
    for (unit, number) in zip(units, labels) {
      let label = TagWeights.Label.allCases[number]
      guard label != .other else {
        isOpen = false
        continue
      }
      let kind: Redactor.Kind = label == .name || label == .nameOn ? .name : .address
      if isOpen, label == .nameOn || label == .addressOn, let last = tags.last, last.kind == kind {
        tags[tags.count - 1].range = last.range.lowerBound..<unit.range.upperBound
      } else {
        tags.append(Tag(range: unit.range, kind: kind))
      }
      isOpen = true
    }
    return tags
  }
}
