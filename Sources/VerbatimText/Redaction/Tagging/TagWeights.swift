public import VerbatimCore

/// What each feature of a unit says for and against each label, and each label for the next: the rows
/// of `person-weights.tsv`, in hundredths.
public struct TagWeights: Sendable {
  /// What a unit of a text is to a person's name or address.
  public enum Label: String, Hashable, Sendable, CaseIterable {
    /// Neither.
    case other
    /// The first unit of a name.
    case name
    /// A further unit of it.
    case nameOn = "name+"
    /// The first unit of an address.
    case address
    /// A further unit of it.
    case addressOn = "address+"
  }

  /// One row.
  public struct Row: Hashable, Sendable {
    /// A template and its parts, or `after` and a label.
    public var feature: String
    /// The weights of the labels, in hundredths.
    public var values: [Int]

    /// A row of the file.
    public init(feature: String, values: [Int]) {
      self.feature = feature
      self.values = values
    }
  }

  /// The name of the file under `lexicons/languages/`.
  public static let file = "person-weights.tsv"
  /// Its columns.
  public static let columns = ["feature"] + Label.allCases.map(\.rawValue)

  static let labelCount = Label.allCases.count
  /// What the label of a text's first unit stands behind.
  private static let start = "start"

  /// What a label may stand behind, in the order of ``transitions``.
  public static var before: [String] { Label.allCases.map(\.rawValue) + [start] }

  /// A feature with the weights of the labels, in the first lanes.
  private struct Entry {
    var feature: UInt64 = 0
    var weights = SIMD8<Int16>()
  }

  /// The features, each at the place of its hash or the next free one; 0 where none is.
  private var entries: [Entry]
  private var shift: UInt64
  /// The weights of a label behind each other, and at the start of a text in the last row.
  private(set) var transitions = [Int32](repeating: 0, count: (labelCount + 1) * labelCount)

  /// No weights: no unit is anything.
  public init() {
    entries = [Entry(), Entry()]
    shift = 63
  }

  /// What is wrong with the rows; those are left out.
  public private(set) var diagnostics: [Diagnostic] = []
  /// Whether there are none.
  public private(set) var isEmpty = true

  /// Reads a file; faulty lines become ``diagnostics``.
  ///
  /// - Throws: `V3001` when the header is another.
  /// - Complexity: O(*n*) in the bytes.
  public init(path: String, bytes: [UInt8]) throws(Diagnostic) {
    let table = try TableFile(path: path, bytes: bytes, columns: Self.columns)
    var bits: UInt64 = 4
    while 1 << bits < table.rows.count * 2 { bits += 1 }
    shift = 64 - bits
    entries = [Entry](repeating: Entry(), count: 1 << bits)
    let templates = Dictionary(
      uniqueKeysWithValues: TagFeature.Template.allCases.map { (TagHash.of("\($0)"), $0.hash) }
    )
    let after = TagHash.of("after")
    let lines = Dictionary(
      uniqueKeysWithValues: Self.before.enumerated().map { (TagHash.of($1), $0) }
    )
    for row in table.rows {
      var weights = SIMD8<Int16>()
      var isSound = true
      for label in 0..<Self.labelCount {
        let number = Self.number(row.bytes(of: label + 1))
        weights[label] = number ?? 0
        isSound = isSound && number != nil
      }
      let (template, parts) = Self.parts(row.bytes(of: 0))
      let line = template == after ? lines[parts.first ?? 0] : nil
      let base = templates[template]
      guard isSound, line != nil || base != nil else {
        diagnostics.append(
          Diagnostic(
            .lexiconLine,
            at: row.location,
            "`\(row[0])` is no feature with \(Self.labelCount) weights in hundredths"
          )
        )
        continue
      }
      isEmpty = false
      if let line {
        for next in 0..<Self.labelCount {
          transitions[line * Self.labelCount + next] = Int32(weights[next])
        }
        continue
      }
      let feature = parts.reduce(base ?? 0, TagHash.join)
      var place = Self.place(of: feature, shift)
      while entries[place].feature != 0 { place = (place + 1) & (entries.count - 1) }
      entries[place] = Entry(feature: feature, weights: weights)
    }
  }

  /// The hash of a template's name, and those of the parts, divided by blanks.
  private static func parts(_ field: ArraySlice<UInt8>) -> (template: UInt64, parts: [UInt64]) {
    var hashes = [TagHash.seed]
    let bytes = field.span
    var at = 0
    while at < bytes.count {
      let (value, length) =
        bytes[at] < 0x80 ? (UInt32(bytes[at]), 1) : Scalars.decode(bytes, at)
      at += length
      if value == 0x20 {
        hashes.append(TagHash.seed)
      } else {
        hashes[hashes.count - 1] = TagHash.step(hashes[hashes.count - 1], value)
      }
    }
    return (hashes[0], Array(hashes.dropFirst()))
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int16? {
    let isNegative = digits.first == UInt8(ascii: "-")
    let digits = isNegative ? digits.dropFirst() : digits
    guard (1...4).contains(digits.count) else { return nil }
    var value: Int16 = 0
    for digit in digits {
      guard digit &- 0x30 < 10 else { return nil }
      value = value * 10 + Int16(digit - 0x30)
    }
    return isNegative ? -value : value
  }

  @inline(__always)
  private static func place(of hash: UInt64, _ shift: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }

  /// The weights of the labels by a feature, in its first lanes; none where it has no weight.
  @inline(__always)
  func values(of feature: UInt64) -> SIMD8<Int32> {
    var place = Self.place(of: feature, shift)
    while entries[place].feature != 0 {
      if entries[place].feature == feature {
        return SIMD8(truncatingIfNeeded: entries[place].weights)
      }
      place = (place + 1) & (entries.count - 1)
    }
    return SIMD8()
  }

  /// The lines of a file with some rows, its header first.
  public static func lines(rows: [Row]) -> [String] {
    [columns.joined(separator: "\t")]
      + rows.map { row in
        ([row.feature] + row.values.map { "\($0)" }).joined(separator: "\t")
      }
  }
}
