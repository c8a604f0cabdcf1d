import VerbatimPipeline

/// What a cluster's card says between its numbers and its quotes.
struct ClusterEvidenceLines {
  /// How many of a list are shown.
  private static let shown = 8
  /// The lines, indented as a card's.
  let lines: [String]

  init(_ cluster: ComplaintCluster) {
    var lines: [String] = []
    func add(_ name: String, _ items: [String]) {
      guard !items.isEmpty else { return }
      let more = items.count > Self.shown ? ", …" : ""
      let text = items.prefix(Self.shown).joined(separator: ", ") + more
      lines.append("   \(name): \(Console.shown(text))")
    }
    add("SKUs", cluster.skus.map { "\($0.name) \($0.count)" })
    add(
      "Lots",
      cluster.lots.map { lot in
        let likely = lot.inferred > 0 ? " + \(Self.rounded(lot.inferred)) likely" : ""
        return "\(lot.name) \(lot.count)\(likely)"
      }
    )
    add(
      "Sits at",
      cluster.places.prefix(3).map {
        "\($0.level.rawValue) \($0.key) (\($0.observed) where \(Self.rounded($0.expected)), "
          + "score \(Self.rounded($0.score)))"
      }
    )
    add("Said to be the doing of", cluster.attributions.map { "\($0.name) \($0.count)" })
    let siblings = cluster.siblings.filter { $0.standing != .calm && $0.standing != .notEnoughData }
    add(
      "Siblings at risk",
      siblings.map { sibling in
        "\(sibling.sku) \(sibling.observed) where \(Self.rounded(sibling.expected)) "
          + "(EB05 \(Self.rounded(sibling.shrunkRatio.lower)), \(sibling.standing.rawValue))"
      }
    )
    add(
      "Words that set it apart",
      cluster.phrases.prefix(6).map { "“\($0.words)” \($0.count) of \($0.texts)" }
    )
    add(
      "They say",
      cluster.groups.map { "\($0.phrase.map { "“\($0)”" } ?? "other") \($0.signalIDs.count)" }
    )
    if !cluster.tier.isHazard { add("Without", cluster.robustness.dropFirst().map(Self.recount)) }
    if cluster.nearDuplicatesRemoved > 0 {
      lines.append(
        "   Not counted: \(cluster.nearDuplicatesRemoved) copies or repeats of one customer"
      )
    }
    self.lines = lines
  }

  private static func recount(_ recount: ComplaintCluster.Recount) -> String {
    let omitted =
      switch recount.omission {
      case .none: "anything"
      case .potential: "what is only feared"
      case .busiestWeek: "the week of \(recount.detail ?? "")"
      case .source: "every \(recount.detail ?? "")"
      }
    return "\(omitted) \(recount.observed), EB05 \(rounded(recount.shrunkRatio.lower)) "
      + (recount.isAlert ? "(alert)" : "(no alert)")
  }

  private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
