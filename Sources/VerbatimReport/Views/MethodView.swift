public import VerbatimCore
internal import VerbatimStatistics

/// How everything was counted: versions with hashes, thresholds, the words that are used.
public struct MethodView: ViewValue {
  struct List: ViewValue {
    let terms: [TermView]
  }

  let versions: List
  let thresholds: List
  let words: List

  /// The method of a run: what made the signals, how many combinations were tested, and the command
  /// that makes the same page again; `comparison` says among which reports expectations were taken.
  public init(
    _ engines: [FeedbackSignal.Engine],
    testsRun: Int?,
    comparison: String?,
    command: String
  ) {
    versions = List(terms: Self.versions(engines) + [TermView("Again", command, isCode: true)])
    let finder = ClusterFinder()
    thresholds = List(
      terms: [
        TermView(
          "Alert",
          "observed ≥ \(finder.minimumCount), EB05 ≥ \(Figures.decimal(finder.alertRatio, 0)) "
            + "and q ≤ \(Figures.decimal(finder.falseDiscoveryRate, 2))"
        ),
        TermView("Watch", "observed ≥ \(finder.minimumCount) and IC025 > 0"),
        TermView("Hazard", "tier T0 or T1, actual, potential or resolved: one report is enough"),
        TermView("Tests", testsRun.map { Figures.count($0, "combination") } ?? "none"),
        TermView(
          "Counted",
          "once a customer and once a text; incentivised reviews and merchant replies left out"
        ),
        TermView("Expected", Self.expectation(comparison)),
      ]
    )
    words = List(
      terms: [
        TermView(
          "EBGM",
          "how many times more reports than expected, pulled towards what all "
            + "combinations show when few (DuMouchel 1999)"
        ),
        TermView("EB05–EB95", "where that ratio lies with 90 % probability"),
        TermView(
          "IC025",
          "lower end of the information component (Norén 2013); above 0 is beyond "
            + "chance"
        ),
        TermView(
          "q",
          "share of false alerts to expect among all as strong as this "
            + "(Benjamini and Hochberg 1995)"
        ),
        TermView("95 % of a share", "Wilson’s interval (1927)"),
        TermView("Confirmed, inferred", "a lot that somebody stated; a lot that dates make likely"),
      ]
    )
  }

  /// How many reports are expected, and among which they are compared.
  static func expectation(_ comparison: String?) -> String {
    "reports about the product × reports of the issue ÷ all reports, summed over strata of category "
      + "and week, or over coarser ones where those are small or mostly of one product"
      + (comparison.map { "; here by \($0)" } ?? "")
  }

  /// The pin of each engine.
  static func versions(_ engines: [FeedbackSignal.Engine]) -> [TermView] {
    guard !engines.isEmpty else { return [TermView("Engine", "no signals yet")] }
    return engines.map { engine in
      TermView(
        "Engine",
        "\(engine.version) · lexicon \(engine.lexiconHash.prefix(8)) · taxonomy "
          + "\(engine.taxonomyVersion) · config \(engine.configHash.prefix(8)) · "
          + "ICU \(engine.icuVersion)",
        isCode: true
      )
    }
  }
}
