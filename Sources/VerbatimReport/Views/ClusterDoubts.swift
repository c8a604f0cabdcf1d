internal import VerbatimStatistics

/// What somebody who doubts a cluster asks, answered in sentences.
enum ClusterDoubts {
  /// Whether it stands without what may be doubted, one sentence for each omission.
  static func recounts(_ cluster: ComplaintCluster) -> [String] {
    cluster.robustness.map { recount in
      let detail = recount.detail.map { " (\($0))" } ?? ""
      let what =
        switch recount.omission {
        case .none: "All evidence as counted"
        case .potential: "Without what is only feared"
        case .busiestWeek: "Without the busiest week\(detail)"
        case .source: "Without its largest source\(detail)"
        }
      return "\(what): \(Figures.count(recount.observed)) vs "
        + "\(Figures.decimal(recount.expected)), EB05 "
        + "\(Figures.decimal(recount.shrunkRatio.lower, 2)): "
        + (recount.isAlert ? "an alert" : "no alert")
    }
  }

  /// The articles of the same supplier that may be affected too.
  static func siblings(_ cluster: ComplaintCluster) -> [String] {
    cluster.siblings.prefix(5).map { sibling in
      "\(sibling.sku): \(Figures.count(sibling.observed)) vs \(Figures.decimal(sibling.expected)), "
        + "EB05 \(Figures.decimal(sibling.shrunkRatio.lower, 2)), "
        + sibling.standing.rawValue.replacing("_", with: " ")
    }
  }
}
