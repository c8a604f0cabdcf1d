internal import VerbatimCore
internal import VerbatimStore

/// Something that signals are divided by: an article, a supplier, a kind of source, or a segment
/// that the source states.
struct Dimension: Sendable {
  /// What every signal may have, whatever its source states.
  private static let own = ["sku", "source", "supplier"]

  /// The name that the user gave.
  let name: String
  /// The segment's name in the store.
  let segment: String

  /// A dimension by its name; `tenure` is short for `tenure_band`.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - known: The segments that signals in the store have.
  ///   - path: The store's path.
  /// - Throws: ``Diagnostic`` `V5105` when no signal has it.
  init(_ name: String, among known: [String], of path: String) throws(Diagnostic) {
    self.name = name
    segment = name == "tenure" && !known.contains(name) ? "tenure_band" : name
    guard Self.own.contains(name) || known.contains(segment) else {
      throw Diagnostic(
        .segmentUnknown,
        at: SourceLocation(file: path),
        "no signal has the segment `\(name)`",
        hint: "the store has \((known + Self.own).sorted().joined(separator: ", "))"
      )
    }
  }

  /// The value of a signal; nil when it has none.
  func value(of signal: RatedSignal) -> String? {
    let value =
      switch segment {
      case "sku": signal.sku
      case "supplier": signal.supplier
      case "source": signal.kind.rawValue
      default: signal.dims[segment]
      }
    return value?.isEmpty == true ? nil : value
  }
}
