internal import VerbatimCore
internal import VerbatimIngest
public import VerbatimStatistics
public import VerbatimStore

/// How articles and suppliers are called, as the signals of clusters state it.
public enum SubjectNames {
  /// The names by SKU and by supplier, of the keys of clusters; one without a name is left out.
  ///
  /// - Complexity: One look-up for each key, or up to three where the first signals state none.
  public static func read(
    _ store: SignalStore,
    _ clusters: [ComplaintCluster]
  ) throws -> [String: String] {
    let reader = JSONReader()
    var names: [String: String] = [:]
    for cluster in clusters where names[cluster.key] == nil {
      let part: String
      switch cluster.level {
      case .sku: part = "product"
      case .supplier: part = "supplier"
      case .lot: continue
      }
      for evidence in cluster.evidence.prefix(3) {
        guard let body = try store.signalJSON(id: evidence.signalID),
          let name = try reader.parse(body)[part]?["name"]?.string, !name.isEmpty
        else { continue }
        names[cluster.key] = name
        break
      }
    }
    return names
  }
}
