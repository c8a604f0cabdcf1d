import VerbatimPipeline
import VerbatimReport

/// The lots of a pack with those that dates make likely.
enum InferredLots {
  /// The stated lots, each with the sum of its probabilities over the reports that state none.
  static func lots(
    of material: PackMaterial,
    _ store: SignalStore
  ) throws -> [PackMaterial.Lot] {
    var lots = Dictionary(
      material.lots.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let reader = JSONReader()
    for row in material.rows where row.report.lot == nil {
      guard let body = try store.signalJSON(id: row.report.signalID),
        let candidates = try reader.parse(body)["lot"]?["candidates"]?.elements
      else { continue }
      for candidate in candidates {
        guard let id = candidate["id"]?.string,
          case .number(let probability) = candidate["probability"]
        else { continue }
        var lot = lots[id] ?? PackMaterial.Lot(id: id, stated: 0, inferred: 0)
        lot.inferred += probability
        lots[id] = lot
      }
    }
    return lots.values.sorted { left, right in
      let weights = (Double(left.stated) + left.inferred, Double(right.stated) + right.inferred)
      return weights.0 == weights.1 ? left.id < right.id : weights.0 > weights.1
    }
  }
}
