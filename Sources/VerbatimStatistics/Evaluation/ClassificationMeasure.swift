/// One number of a confusion table, for the bootstrap.
public struct ClassificationMeasure: WeightedMeasure {
  /// Which number.
  public enum Kind: Hashable, Sendable {
    /// The share that is right.
    case accuracy
    /// The mean F1 of the classes.
    case macroF1
    /// The precision of a class.
    case precision(Int)
    /// The recall of a class.
    case recall(Int)
  }

  /// Which number.
  public let kind: Kind
  private let gold: [Int]
  private let found: [Int]
  private let empty: ConfusionTable

  /// A number of the table that verdicts make.
  ///
  /// - Parameters:
  ///   - kind: Which number.
  ///   - gold: The row of each record.
  ///   - found: The column of each record.
  ///   - rows: How many rows there are.
  ///   - columns: How many columns there are.
  /// - Precondition: There are as many rows as columns given, each in its range.
  public init(_ kind: Kind, gold: [Int], found: [Int], rows: Int, columns: Int) {
    precondition(gold.count == found.count, "each record needs both verdicts")
    self.kind = kind
    self.gold = gold
    self.found = found
    empty = ConfusionTable(rows: rows, columns: columns)
  }

  /// How many records there are.
  public var count: Int { gold.count }

  /// The table when record *i* counts `weights[i]` times.
  public func table(_ weights: [Int]) -> ConfusionTable {
    var table = empty
    for index in gold.indices { table[gold[index], found[index]] += weights[index] }
    return table
  }

  /// The number; nil where the table does not define it.
  public func value(_ weights: [Int]) -> Double? {
    let table = table(weights)
    return switch kind {
    case .accuracy: table.accuracy
    case .macroF1: table.macroF1
    case .precision(let row): table.precision(of: row)
    case .recall(let row): table.recall(of: row)
    }
  }
}
