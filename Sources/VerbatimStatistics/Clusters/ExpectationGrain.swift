public import VerbatimCore

/// Among which reports an issue's rate is taken when it is asked how many would be expected.
///
/// The finest that is large enough holds for each report: see ``ClusterScan/expectedWithin``.
public enum ExpectationGrain: String, Hashable, Sendable, CaseIterable {
  /// Reports about articles of the same category in the same week.
  case categoryWeek = "category_week"
  /// Those of the same category in the same four weeks.
  case categoryFourWeeks = "category_four_weeks"
  /// Those of the same category.
  case category
  /// Those of the same four weeks.
  case fourWeeks = "four_weeks"
  /// All of them.
  case shop

  /// What it is called: `category and week`.
  public var name: String {
    switch self {
    case .categoryWeek: "category and week"
    case .categoryFourWeeks: "category and four weeks"
    case .category: "category"
    case .fourWeeks: "four weeks"
    case .shop: "the whole shop"
    }
  }
}

/// For how many reports a grain holds.
public struct ExpectationShare: Hashable, Sendable {
  /// The grain.
  public var grain: ExpectationGrain
  /// The share of the distinct reports that are compared within it, 0 to 1.
  public var share: Double

  /// Writes the share as an object.
  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("within", grain.rawValue)
      json.field("share", ComplaintCluster.shown(share))
    }
  }
}

extension [ExpectationShare] {
  /// The shares in words: `category and week (61.5 %), the whole shop (38.5 %)`; nil without one.
  public var words: String? {
    guard !isEmpty else { return nil }
    return map { part in
      let tenths = Int((part.share * 1000).rounded())
      let share = tenths.isMultiple(of: 10) ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
      return "\(part.grain.name) (\(share) %)"
    }.joined(separator: ", ")
  }
}
