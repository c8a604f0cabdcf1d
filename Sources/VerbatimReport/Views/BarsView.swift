/// Shares of one whole, each on its own track, the number beside it.
public struct BarsView: ViewValue {
  /// One share.
  public struct Bar: ViewValue {
    let name: String
    let drawing: Drawing
    let value: String
    let detail: String?

    /// A share.
    ///
    /// - Parameters:
    ///   - name: What it is a share of.
    ///   - solid: What is known, 0 to 1.
    ///   - hatched: What is inferred or unknown, 0 to 1.
    ///   - value: The number as it is read.
    ///   - detail: What stands after the number, less strong.
    public init(
      _ name: String,
      solid: Double,
      hatched: Double = 0,
      value: String,
      detail: String? = nil
    ) {
      self.name = name
      self.value = value
      self.detail = detail
      drawing = BarDrawing.bar(
        solid,
        hatched: hatched,
        label: [name, value, detail].compactMap(\.self).joined(separator: " ")
      )
    }
  }

  let bars: [Bar]

  /// Shares, in their order.
  public init(_ bars: [Bar]) { self.bars = bars }
}
