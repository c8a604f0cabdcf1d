public import VerbatimStore

/// Counts that add up in sight: in = signals + duplicates + rejected.
public struct LedgerView: ViewValue {
  struct Cell: ViewValue {
    let sign: String?
    let value: String
    let name: String
    let href: String?
  }

  let cells: [Cell]

  /// The ledger of imports; the rejects lead to their list, where there is one.
  public init(_ counts: ImportCounts, rejects: String? = nil) {
    cells = [
      Cell(sign: nil, value: Figures.count(counts.items), name: "records in", href: nil),
      Cell(sign: "=", value: Figures.count(counts.signals), name: "signals", href: nil),
      Cell(sign: "+", value: Figures.count(counts.duplicates), name: "duplicates", href: nil),
      Cell(
        sign: "+",
        value: Figures.count(counts.rejected),
        name: "rejected",
        href: counts.rejected > 0 ? rejects : nil
      ),
    ]
  }
}
