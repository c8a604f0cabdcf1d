/// A text's units with what its features are made of: the phrases of lists in it, the places in
/// lines, the letters of words.
struct TagContext {
  let units: [TaggedText.Unit]
  /// By unit, the set of classes that lists give it alone.
  private(set) var sets: [Int]
  /// A phrase: its first and last unit and its set of classes.
  struct Phrase {
    var first: Int
    var last: Int
    var set: Int
  }
  /// The phrases by where they begin, and by where they end.
  private(set) var beginning: [Phrase] = []
  private(set) var ending: [Phrase] = []
  /// By unit, where its phrases begin in ``beginning`` and ``ending``; one more than units.
  private(set) var firstBeginning: [Int32] = []
  private(set) var firstEnding: [Int32] = []
  /// By unit, the longest phrase of several units that it belongs to; −1 for none.
  private(set) var within: [Int32]
  /// By unit, how many of its line stand before it, and how many behind.
  private(set) var before: [Int32]
  private(set) var behind: [Int32]
  /// Whether nearly all words are written in capitals, which then tell nothing.
  let isShouted: Bool

  /// Looks a text over.
  ///
  /// - Complexity: O(*n*) in the units; lists are asked only as far as a phrase of them goes.
  init(_ units: [TaggedText.Unit], _ classes: PhraseClasses) {
    self.units = units
    let count = units.count
    sets = [Int](repeating: 0, count: count)
    within = [Int32](repeating: -1, count: count)
    before = [Int32](repeating: 0, count: count)
    behind = [Int32](repeating: 0, count: count)
    var capitals = 0
    var smalls = 0
    var start = 0
    for place in 0...count {
      if place < count {
        capitals += units[place].shape == .capitals ? 1 : 0
        smalls += units[place].shape == .small ? 1 : 0
        guard units[place].shape == .lineEnd else { continue }
      }
      for unit in start..<place {
        before[unit] = Int32(unit - start)
        behind[unit] = Int32(place - 1 - unit)
      }
      start = place + 1
    }
    isShouted = capitals > 3 && smalls * 4 < capitals
    readPhrases(classes)
  }

  private mutating func readPhrases(_ classes: PhraseClasses) {
    let count = units.count
    firstBeginning.reserveCapacity(count + 1)
    var endings = [Int32](repeating: 0, count: count + 1)
    for first in 0..<count {
      firstBeginning.append(Int32(beginning.count))
      var hash = TagHash.seed
      for last in first..<min(count, first + PhraseClasses.longest) {
        if last > first, units[last].shape == .lineEnd { break }
        hash = TagHash.join(hash, units[last].word)
        guard let phrase = classes.phrase(hash) else { break }
        if phrase.set != 0 {
          if last == first { sets[first] = phrase.set }
          beginning.append(Phrase(first: first, last: last, set: phrase.set))
          endings[last + 1] += 1
        }
        if !phrase.goesOn { break }
      }
    }
    firstBeginning.append(Int32(beginning.count))
    for unit in 0..<count { endings[unit + 1] += endings[unit] }
    firstEnding = endings
    ending = beginning
    for (number, phrase) in beginning.enumerated() {
      ending[Int(endings[phrase.last])] = phrase
      endings[phrase.last] += 1
      guard phrase.last > phrase.first else { continue }
      for unit in phrase.first...phrase.last {
        let longest = within[unit]
        let length = longest < 0 ? 0 : beginning[Int(longest)].last - beginning[Int(longest)].first
        if phrase.last - phrase.first > length { within[unit] = Int32(number) }
      }
    }
  }

  /// The phrases that begin with a unit.
  func phrases(from unit: Int) -> ArraySlice<Phrase> {
    beginning[Int(firstBeginning[unit])..<Int(firstBeginning[unit + 1])]
  }

  /// The phrases that end with a unit.
  func phrases(to unit: Int) -> ArraySlice<Phrase> {
    ending[Int(firstEnding[unit])..<Int(firstEnding[unit + 1])]
  }

  /// How many units of the same script stand without a blank before a unit, and behind it, nine at
  /// most.
  func run(_ unit: Int) -> (before: Int, behind: Int) {
    let shape = units[unit].shape
    var first = unit
    while first > 0, unit - first < 9, !units[first].isSpaced, units[first - 1].shape == shape {
      first -= 1
    }
    var last = unit
    while last + 1 < units.count, last - unit < 9, !units[last + 1].isSpaced,
      units[last + 1].shape == shape
    {
      last += 1
    }
    return (unit - first, last - unit)
  }

  /// The units that are looked at: such as names and addresses are made of, and two to either side.
  func active(_ classes: PhraseClasses) -> [Bool] {
    var active = [Bool](repeating: false, count: units.count)
    func mark(_ place: Int, _ reach: Int) {
      for near in max(0, place - reach)...min(units.count - 1, place + reach) {
        active[near] = true
      }
    }
    for (place, unit) in units.enumerated() {
      let mayName =
        switch unit.shape {
        case .small: classes.isNaming[sets[place]]
        case .capital, .letter, .capitals, .mixed, .inner:
          classes.isTelling[sets[place]]
        case .lineEnd, .mark, .masked, .digits: false
        default: true
        }
      if mayName { mark(place, 2) }
    }
    // A number is of an address where a street is near, or a word that may name one.
    let named = active
    for (place, unit) in units.enumerated() where unit.shape == .digits {
      let near = max(0, place - 3)...min(units.count - 1, place + 3)
      if named[place] || near.contains(where: { classes.isOfStreets[sets[$0]] }) { mark(place, 3) }
    }
    return active
  }
}
