/// Words by their letters, by their letters but one, and by their consonants, in one flat table.
///
/// Two words that differ by one slip become the same when the right letter of each is left out, so
/// the near misses of a word are found by as many probes as it has letters, however many words
/// there are. Words that differ by slips of the common kinds have the same consonants.
///
/// - SeeAlso: Mor and Fraenkel (1982), "A hash code method for detecting and correcting spelling
///   errors", on words hashed with letters left out.
struct SpellingIndex: Sendable {
  /// What a word is to the corrector.
  enum Role: UInt8, Sendable {
    /// A right word that misspellings are brought back to.
    case target
    /// A right word that nothing is brought back to.
    case known
    /// A misspelling written by hand, with the word that is meant.
    case misspelling
  }

  /// A word with its role and the number of the word form it stands for, 0 for none.
  struct Entry: Sendable {
    var word: PackedWord
    var id: WordID
    var role: Role
  }

  /// A slot has eighteen bits for the number of its entry, from 1, and fourteen of the key's hash.
  private static let entryMask: UInt32 = 1 << 18 - 1
  private static let mostEntries = Int(entryMask)
  /// The shortest word that is found by its consonants.
  static let shortestWithConsonants = 8

  private let entries: [Entry]
  private let slots: [UInt32]
  private let shift: UInt64
  /// Two bits of one word for every key, in 128 KiB that stay in the second cache: most keys that
  /// are asked for are not there, and 24 of 25 of those end here.
  private let filter: [UInt64]
  private static let filterBits: UInt64 = 14

  /// An index over some words; of a word that comes twice, the first counts.
  ///
  /// - Complexity: O(letters of the words).
  init(_ candidates: [Entry]) {
    var keys = 0
    for entry in candidates { keys += entry.role == .target ? entry.word.count + 2 : 1 }
    var bits: UInt64 = 10
    while 1 << bits < keys * 3 { bits += 1 }
    let shift = 64 - bits
    var table = [UInt32](repeating: 0, count: 1 << bits)
    var filter = [UInt64](repeating: 0, count: 1 << Self.filterBits)
    var kept: [Entry] = []
    kept.reserveCapacity(candidates.count)
    for entry in candidates where kept.count < Self.mostEntries {
      let word = entry.word
      let hash = word.hash
      var cursor = Cursor(hash, shift)
      var isNew = true
      while isNew, let number = Self.next(&cursor, table.span) {
        isNew = kept[number].word != word
      }
      guard isNew else { continue }
      kept.append(entry)
      let number = UInt32(kept.count)
      Self.insert(hash, number, shift, &table, &filter)
      guard entry.role == .target else { continue }
      let count = word.count
      // A misspelling of seven letters or fewer keeps the first.
      var place = count > 7 ? 0 : 1
      while place < count {
        // Of a double letter, either gives the same.
        if word[place] != word[place + 1] {
          Self.insert(word.hash(removing: place), number, shift, &table, &filter)
        }
        place += 1
      }
      if count >= Self.shortestWithConsonants {
        Self.insert(Self.consonants(of: word), number, shift, &table, &filter)
      }
    }
    self.shift = shift
    slots = table
    self.filter = filter
    entries = kept
  }

  private static func insert(
    _ hash: UInt64,
    _ number: UInt32,
    _ shift: UInt64,
    _ slots: inout [UInt32],
    _ filter: inout [UInt64]
  ) {
    filter[Int(hash &>> (64 - filterBits))] |= filterMask(hash)
    let cursor = Cursor(hash, shift)
    var at = cursor.at
    while slots[at] != 0 { at = (at &+ 1) & (slots.count &- 1) }
    slots[at] = cursor.tag | number
  }

  /// Whether there may be entries with a key; few keys without any pass.
  @inline(__always)
  func mayHold(_ hash: UInt64) -> Bool {
    let mask = Self.filterMask(hash)
    return filter.span[Int(truncatingIfNeeded: hash &>> (64 - Self.filterBits))] & mask == mask
  }

  @inline(__always)
  private static func filterMask(_ hash: UInt64) -> UInt64 {
    1 &<< (hash &>> 44 & 63) | 1 &<< (hash &>> 38 & 63)
  }

  /// The entry of a word; nil when it has none.
  func entry(of word: PackedWord) -> Entry? {
    let hash = word.hash
    guard mayHold(hash) else { return nil }
    var cursor = cursor(hash)
    while let entry = next(&cursor) {
      if entry.word == word { return entry }
    }
    return nil
  }

  // MARK: Keys

  /// A place in the table, and what the slots after it must hold.
  struct Cursor {
    fileprivate var at: Int
    fileprivate let tag: UInt32

    @inline(__always)
    fileprivate init(_ hash: UInt64, _ shift: UInt64) {
      at = Int(truncatingIfNeeded: hash &>> shift)
      tag = UInt32(truncatingIfNeeded: hash) & ~SpellingIndex.entryMask
    }
  }

  /// Where the entries with a key begin.
  @inline(__always)
  func cursor(_ hash: UInt64) -> Cursor { Cursor(hash, shift) }

  /// The next entry that may have the key; nil when there are no more.
  @inline(__always)
  func next(_ cursor: inout Cursor) -> Entry? {
    Self.next(&cursor, slots.span).map { entries[$0] }
  }

  @inline(__always)
  private static func next(_ cursor: inout Cursor, _ slots: Span<UInt32>) -> Int? {
    while true {
      let slot = slots[cursor.at]
      if slot == 0 { return nil }
      cursor.at = (cursor.at &+ 1) & (slots.count &- 1)
      if slot & ~entryMask == cursor.tag { return Int(slot & entryMask) - 1 }
    }
  }

  /// A key that words share when they differ only by neighbours swapped, letters doubled and
  /// vowels: which consonants are in them.
  static func consonants(of word: PackedWord) -> UInt64 {
    var set: UInt64 = 0
    var rest = word.bits
    while rest != 0 {
      set |= 1 &<< (UInt64(truncatingIfNeeded: rest) & 31)
      rest = rest &>> 5
    }
    set &= ~Letter.vowels
    set = (set ^ set &<< 32) &* 0xD6E8_FEB8_6659_FD93
    return (set ^ set &>> 32) &* 0xBF58_476D_1CE4_E5B9
  }
}
