import VerbatimCore

@testable import VerbatimText

/// Tries every way to lay a pattern over a text: slow, and easy to believe.
///
/// An optional element may be left out; the gaps on both sides of it then add up.
struct NaivePhraseMatcher {
  /// Where each required element stands, and the words from first to last.
  struct Placement: Hashable {
    var places: [Int?]
    var words: Range<Int>
  }

  let elements: [PhrasePattern.Element]
  let vocabulary: Vocabulary
  let barriers: Set<String>

  init(pattern: PhrasePattern, vocabulary: Vocabulary, barriers: Set<String>) {
    elements = pattern.elements
    self.vocabulary = vocabulary
    self.barriers = barriers
  }

  func placements(in text: TokenizedText) -> Set<Placement> {
    var found: Set<Placement> = []
    for start in text.words.indices where fits(0, text.words[start]) {
      extend([start], last: start, gap: 0, text, &found)
    }
    return found
  }

  private func extend(
    _ places: [Int?],
    last: Int,
    gap: Int,
    _ text: TokenizedText,
    _ found: inout Set<Placement>
  ) {
    guard places.count < elements.count else {
      let first = places.compactMap { $0 }.min() ?? 0
      found.insert(Placement(places: places, words: first..<(last + 1)))
      return
    }
    let element = elements[places.count]
    let gap = gap + element.gapBefore
    if element.isOptional { extend(places + [nil], last: last, gap: gap, text, &found) }
    for skipped in 0...gap {
      let at = last + 1 + skipped
      guard at < text.words.count, !text.words[at].style.contains(.afterBreak) else { return }
      if fits(places.count, text.words[at]) {
        extend(places + [at], last: at, gap: 0, text, &found)
      }
      if barriers.contains(vocabulary.form(of: text.words[at].id)) { return }
    }
  }

  private func fits(_ place: Int, _ word: Word) -> Bool {
    let element = elements[place]
    return (element.matchesNumber && word.kind == .number)
      || element.forms.contains(vocabulary.form(of: word.id))
  }
}
