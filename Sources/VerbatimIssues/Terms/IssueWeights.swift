public import VerbatimCore
internal import VerbatimText

/// What each term says for and against each leaf: the rows of `terms.tsv`.
///
/// The score of a leaf in a sentence is the sum of the weights of the sentence's terms, divided by the
/// root of the sum of the squares of their rarities, plus the weight of `*`. All are in hundredths. A
/// leaf that `*` does not name is never said.
/// Beside the leaves stand marks of what is said of them, see ``Mark``.
public struct IssueWeights: Sendable {
  /// One term.
  public struct Row: Hashable, Sendable {
    /// The term.
    public var term: IssueTerm
    /// How rare it is in the texts it was learnt from, in hundredths: 100 · (1 + ln((1 + texts) ÷
    /// (1 + texts with it))); 0 for `*`.
    public var rarity: Int
    /// Its weights in hundredths, by the numbers of the leaves, ascending.
    public var weights: [Weight]

    /// A row of the file.
    public init(term: IssueTerm, rarity: Int, weights: [Weight]) {
      self.term = term
      self.rarity = rarity
      self.weights = weights
    }
  }

  /// What is scored beside the leaves.
  public enum Mark: String, Hashable, Sendable, CaseIterable {
    /// An issue is said not to be so.
    case denied = "DENIED"
    /// An issue is asked about or supposed.
    case asked = "ASKED"
    /// An issue is feared.
    case feared = "FEARED"
    /// An issue is put right.
    case resolved = "RESOLVED"
    /// A danger has done harm.
    case harmed = "HARMED"

    /// Its number, behind those of the leaves.
    public func number(_ taxonomy: Taxonomy) -> Int {
      taxonomy.leaves.count + (Self.allCases.firstIndex(of: self) ?? 0)
    }
  }

  /// What a term says of a leaf.
  public struct Weight: Hashable, Sendable {
    /// The number of the leaf in the taxonomy, or of a mark behind them.
    public var leaf: Int
    /// For it when positive, in hundredths.
    public var value: Int

    /// A weight.
    public init(leaf: Int, value: Int) {
      self.leaf = leaf
      self.value = value
    }
  }

  /// The rows in the order of the file.
  public let rows: [Row]

  static let columns = ["term", "rarity", "weights"]
  /// The largest rarity and weight, either side of zero.
  static let largest = 30_000

  /// Weights that were fitted.
  public init(rows: [Row]) { self.rows = rows }

  /// Reads a file; faulty lines become diagnostics.
  ///
  /// - Complexity: O(*n*) in the bytes.
  public init(
    path: String,
    bytes: [UInt8],
    taxonomy: Taxonomy,
    diagnostics: inout [Diagnostic]
  ) throws(Diagnostic) {
    try self.init(
      path: path,
      bytes: bytes,
      names: Self.names(taxonomy),
      diagnostics: &diagnostics
    )
  }

  /// Reads a file whose weights are of what `names` says, in place of leaves.
  init(
    path: String,
    bytes: [UInt8],
    names: [String],
    diagnostics: inout [Diagnostic]
  ) throws(Diagnostic) {
    let table = try TableFile(path: path, bytes: bytes, columns: Self.columns)
    var numbers: [UInt64: Int] = [:]
    for (number, name) in names.enumerated() {
      numbers[Self.key(name)] = number
    }
    var rows: [Row] = []
    rows.reserveCapacity(table.rows.count)
    for row in table.rows {
      guard let rarity = Self.number(row.bytes(of: 1)), rarity >= 0 else {
        diagnostics.append(
          Diagnostic(.lexiconLine, at: row.location, "`\(row[1])` is no rarity in hundredths")
        )
        continue
      }
      let weights = Self.weights(row.bytes(of: 2), numbers) { item in
        diagnostics.append(
          Diagnostic(
            .lexiconLine,
            at: row.location,
            "`\(item)` is no weight of a leaf",
            hint: "write CODE:hundredths, with blanks between them"
          )
        )
      }
      rows.append(Row(term: IssueTerm(row[0]), rarity: rarity, weights: weights))
    }
    self.rows = rows
  }

  /// The weights of a row, `CODE:hundredths` with blanks between them, in one pass over its bytes:
  /// there are some 300,000 in a file.
  ///
  /// - Parameters:
  ///   - field: The bytes.
  ///   - numbers: The numbers of the leaves by the keys of their names.
  ///   - isFaulty: Called with what is no weight.
  /// - Returns: The weights, in the order of the row.
  private static func weights(
    _ field: ArraySlice<UInt8>,
    _ numbers: [UInt64: Int],
    isFaulty: (String) -> Void
  ) -> [Weight] {
    var weights: [Weight] = []
    // Safety: the buffer lives for the call, and every place is below its count.
    unsafe field.withUnsafeBufferPointer { bytes in
      let count = bytes.count
      var at = 0
      while at < count {
        let start = at
        var key = firstKey
        while unsafe at < count && bytes[at] != UInt8(ascii: ":") && bytes[at] != UInt8(ascii: " ")
        {
          key = unsafe (key ^ UInt64(bytes[at])) &* keyFactor
          at += 1
        }
        var value = 0
        var digits = 0
        var isNumber = unsafe at < count && bytes[at] == UInt8(ascii: ":")
        if isNumber { at += 1 }
        let isNegative = unsafe at < count && bytes[at] == UInt8(ascii: "-")
        if isNegative { at += 1 }
        while unsafe at < count && bytes[at] != UInt8(ascii: " ") {
          let digit = unsafe Int(bytes[at]) - 0x30
          isNumber = isNumber && digit >= 0 && digit <= 9 && digits < 5
          if isNumber { value = value * 10 + digit }
          digits += 1
          at += 1
        }
        if isNumber, digits > 0, value <= largest, let leaf = numbers[key] {
          weights.append(Weight(leaf: leaf, value: isNegative ? -value : value))
        } else if at > start {
          isFaulty(
            unsafe String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<at]), as: UTF8.self)
          )
        }
        at += 1
      }
    }
    return weights
  }

  private static let firstKey: UInt64 = 14_695_981_039_346_656_037
  private static let keyFactor: UInt64 = 1_099_511_628_211

  /// A number by which the names of leaves and marks are told apart.
  private static func key(_ name: String) -> UInt64 {
    name.utf8.reduce(firstKey) { ($0 ^ UInt64($1)) &* keyFactor }
  }

  /// A whole number from −30,000 to 30,000; nil for anything else.
  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    let isNegative = digits.first == UInt8(ascii: "-")
    let digits = isNegative ? digits.dropFirst() : digits
    guard (1...5).contains(digits.count) else { return nil }
    var value = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    guard value <= largest else { return nil }
    return isNegative ? -value : value
  }

  /// The lines of a file, its header first.
  public func lines(_ taxonomy: Taxonomy) -> [String] { lines(Self.names(taxonomy)) }

  /// The lines of a file whose weights are of what `names` says.
  public func lines(_ names: [String]) -> [String] {
    [Self.columns.joined(separator: "\t")]
      + rows.map { row in
        let weights = row.weights.map { "\(names[$0.leaf]):\($0.value)" }
        return "\(row.term.source)\t\(row.rarity)\t\(weights.joined(separator: " "))"
      }
  }

  /// The codes of the leaves and behind them the names of the marks.
  public static func names(_ taxonomy: Taxonomy) -> [String] {
    taxonomy.leaves.map(\.code) + Mark.allCases.map(\.rawValue)
  }
}
