internal import VerbatimCore

/// What the lists of redaction say of words and phrases: the uses that they stand there for.
///
/// A phrase is known by the hash of the units it is cut into, see ``TaggedText``.
struct PhraseClasses: Sendable {
  /// The most units of a phrase.
  static let longest = 8

  /// The hashes of the names of the classes, ascending by name.
  private(set) var hashes: [UInt64] = []
  /// The hashes of the names with `++`, for phrases of more than one unit.
  private(set) var longHashes: [UInt64] = []
  /// The names.
  private(set) var names: [String] = []
  /// The classes of each set of them, ascending.
  private(set) var sets: [[UInt8]] = [[]]
  /// The hash of each set's names, joined by `+`; of `-` for none.
  private(set) var setHashes: [UInt64] = [TagHash.of("-")]
  /// Each set's names, joined.
  private(set) var setNames: [String] = ["-"]
  /// Whether a word with this set makes one look for a name: with a capital, and in small letters.
  private(set) var isTelling: [Bool] = [true]
  private(set) var isNaming: [Bool] = [false]
  /// Whether streets are called so.
  private(set) var isOfStreets: [Bool] = [false]

  /// Hashes of phrases and of their beginnings, each at its place or the next free one; 0 for none.
  private var slots: [UInt64] = [0, 0]
  /// By slot, the set of the phrase that ends there, 0 for none, and whether a longer one goes on.
  private var values: [(set: UInt16, goesOn: Bool)] = [(0, false), (0, false)]
  private var shift: UInt64 = 63

  /// Classes whose words make nobody look for a name or an address.
  private static let plain: Set<String> = [
    "ordinary", "function-words", "customer-words", "product", "measure", "order", "goods-name",
    "goods-lead", "not-a-name", "phone", "identity",
  ]
  /// Classes of names.
  private static let given: Set<String> = ["given-name", "surname", "given-character"]
  private static let weak: Set<String> = ["weak-given-name"]

  /// A bit for each class.
  private struct Bits: Hashable {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var goesOn = false

    mutating func insert(_ number: Int) {
      if number < 64 { low |= 1 << UInt64(number) } else { high |= 1 << UInt64(number - 64) }
    }

    var numbers: [UInt8] {
      (0..<128).filter { $0 < 64 ? low >> $0 & 1 != 0 : high >> ($0 - 64) & 1 != 0 }.map(UInt8.init)
    }
  }

  /// The phrases of tables with the columns of ``RedactionWords/files`` and of
  /// ``RedactionWords/wordFiles``.
  ///
  /// - Precondition: There are 128 uses at most.
  init(_ tables: [TableFile], wordTables: [TableFile]) {
    let wordClasses = ["function-words", "customer-words"]
    var uses: Set<String> = Set(wordClasses)
    for row in tables.lazy.flatMap(\.rows) { uses.insert(row[1]) }
    let sorted = uses.map { ($0, $0.replacing(" ", with: "-")) }.sorted { $0.1 < $1.1 }
    names = sorted.map(\.1)
    precondition(names.count <= 128, "more uses than a set has bits")
    hashes = names.map { TagHash.of($0) }
    longHashes = names.map { TagHash.of($0 + "++") }
    let numbers = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1.0, $0) })
    var found: [UInt64: Bits] = [:]
    found.reserveCapacity(100_000)
    for row in tables.lazy.flatMap(\.rows) {
      let number = numbers[row[1]] ?? 0
      for phrase in row.bytes(of: 2).split(separator: UInt8(ascii: "|")) {
        Self.add(phrase.span, number, to: &found)
      }
    }
    for (table, name) in zip(wordTables, wordClasses) {
      for row in table.rows {
        for word in row.bytes(of: 1).split(separator: UInt8(ascii: " ")) {
          Self.add(word.span, numbers[name] ?? 0, to: &found)
        }
      }
    }
    fill(found)
  }

  private static func add(_ phrase: Span<UInt8>, _ number: Int, to found: inout [UInt64: Bits]) {
    let units = TaggedText(phrase).units
    guard let last = units.last, units.count <= longest else { return }
    var hash = TagHash.seed
    for unit in units.dropLast() {
      hash = TagHash.join(hash, unit.word)
      found[hash, default: Bits()].goesOn = true
    }
    found[TagHash.join(hash, last.word), default: Bits()].insert(number)
  }

  private mutating func fill(_ found: [UInt64: Bits]) {
    var setNumbers: [Bits: UInt16] = [Bits(): 0]
    var bits: UInt64 = 4
    while 1 << bits < found.count * 2 { bits += 1 }
    shift = 64 - bits
    slots = [UInt64](repeating: 0, count: 1 << bits)
    values = [(set: UInt16, goesOn: Bool)](repeating: (0, false), count: 1 << bits)
    for (hash, value) in found {
      let classes = Bits(low: value.low, high: value.high)
      let number = setNumbers[classes] ?? add(classes.numbers)
      setNumbers[classes] = number
      var place = Self.place(of: hash, shift)
      while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
      slots[place] = hash
      values[place] = (number, value.goesOn)
    }
  }

  private mutating func add(_ classes: [UInt8]) -> UInt16 {
    let named = classes.map { names[Int($0)] }
    sets.append(classes)
    setNames.append(named.joined(separator: "+"))
    setHashes.append(TagHash.of(setNames[sets.count - 1]))
    let isGiven = !Self.given.isDisjoint(with: named)
    isTelling.append(
      isGiven || !Self.weak.isDisjoint(with: named) || Self.plain.isDisjoint(with: named)
    )
    isNaming.append(isGiven)
    isOfStreets.append(
      named.contains { $0.contains("number-") || $0.contains("-number") || $0.hasSuffix("ending") }
    )
    return UInt16(sets.count - 1)
  }

  @inline(__always)
  private static func place(of hash: UInt64, _ shift: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }

  /// The set of a phrase, and whether a longer one begins with it; nil for no phrase.
  @inline(__always)
  func phrase(_ hash: UInt64) -> (set: Int, goesOn: Bool)? {
    var place = Self.place(of: hash, shift)
    while slots[place] != 0 {
      if slots[place] == hash { return (Int(values[place].set), values[place].goesOn) }
      place = (place + 1) & (slots.count - 1)
    }
    return nil
  }
}
