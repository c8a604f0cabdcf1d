internal import VerbatimCore
internal import VerbatimStatistics
internal import VerbatimStore

/// The three printed pages of a pack.
struct PackView: ViewValue {
  struct Quote: ViewValue {
    let number: String
    let quote: QuoteView
    let source: String
    let lot: String
    let signal: String
  }

  struct LotRow: ViewValue {
    let lot: String
    let stated: String
    let inferred: String
    let share: String
    let units: String?
    let rate: String?
  }

  struct BarRow: ViewValue {
    let total: String
    let most: String
  }

  let title: String
  let run: String
  let to: String
  let finding: String
  let lede: String
  let sender: String?
  let what: String
  let whereabouts: String
  let when: String
  let howMany: String
  let chance: String
  let interval: Drawing
  let axis: Drawing
  let attribution: String
  let against: String
  let chart: ClusterDetailView.Chart?
  let noChart: StateView?
  let quotes: [Quote]
  let quotesNote: String
  let lots: [LotRow]
  let noLots: StateView?
  let lotsNote: String
  let plan: [TermView]
  let effect: String
  let effectRows: [BarRow]
  let terms: [TermView]
  let hasReplay: Bool
  let words: [TermView]

  init(_ material: PackMaterial, chart: ControlChart?, hasReplay: Bool) {
    let cluster = material.cluster
    let names = material.names
    title = "Evidence pack \(cluster.id)"
    run = "Evidence pack · \(names.combination(cluster))"
    let supplier = material.supplier.map { names.subjects[$0].map { "\($0) " } ?? "" + $0 }
    to =
      (supplier.map { "to \($0) · " } ?? "")
      + (material.asOf.map(Figures.day) ?? Self.lastDay(material))
    finding = names.title(cluster)
    lede =
      "\(Figures.count(cluster.observed, "report")), each customer and each text counted once, where "
      + "\(Figures.decimal(cluster.expected)) would be expected."
    sender = material.sender
    what = Self.what(material)
    whereabouts =
      "\(names.level(cluster.level)) \(cluster.key)"
      + (ClusterRowView.whereabouts(cluster).map { " · \($0)" } ?? "")
    when = Self.when(material)
    howMany =
      "\(ClusterFigures.rate(cluster)), \(ClusterFigures.rateRange(cluster)) (Wilson). Copies and repeats count once "
      + "(\(Figures.count(cluster.nearDuplicatesRemoved)) not counted)."
    chance =
      "Expected \(Figures.decimal(cluster.expected)). \(ClusterFigures.certainty(cluster)); "
      + "IC025 \(Figures.decimal(cluster.ic025, 2)); q = \(Figures.probability(cluster.qValue)) "
      + "over \(Figures.count(cluster.testsRun, "test"))"
    let ratio = cluster.shrunkRatio
    let scale = Scale(ratiosUpTo: [ratio.lower, ratio.upper])
    interval = IntervalDrawing.bar(
      ratio.geometricMean,
      ratio.lower,
      ratio.upper,
      scale: scale,
      width: 300,
      label: ClusterFigures.certainty(cluster),
      threshold: ClusterFigures.alertRatio
    )
    axis = IntervalDrawing.axis(scale, width: 300, emphasis: ClusterFigures.alertRatio)
    attribution = Self.attribution(material)
    against = Self.against(material)
    self.chart = chart.map(ClusterDetailView.Chart.init)
    noChart =
      chart == nil
      ? StateView(
        nothing: "No control chart",
        "A limit needs \(ClusterWeeks.fewestBase) weeks of its own past, with dates."
      ) : nil
    let quoted = material.rows.enumerated().filter { $0.element.text != nil }
      .sorted { left, right in
        (-left.element.issue.confidence, left.offset)
          < (-right.element.issue.confidence, right.offset)
      }
      .prefix(EvidencePack.quoteLimit)
    quotes = quoted.sorted { $0.offset < $1.offset }.map { Self.quote($0.element, $0.offset + 1) }
    quotesNote =
      "\(Figures.count(quoted.count)) of \(Figures.count(material.rows.count)), the surest; all in "
      + "reports.csv. Redacted. Marked: the bytes that counted, with their range."
    lots = material.lots.map { lot in
      LotRow(
        lot: lot.id,
        stated: Figures.count(lot.stated),
        inferred: Figures.decimal(lot.inferred),
        share: Figures.percent(
          (Double(lot.stated) + lot.inferred) / Double(max(1, cluster.observed))
        ),
        units: lot.units.map { Figures.count($0) },
        rate: lot.perThousand.map { rate in
          "\(Figures.decimal(rate.value, 2)) (\(Figures.range(rate.lower, rate.upper, 2)))"
        }
      )
    }
    lotsNote = Self.lotsNote(material)
    noLots =
      lots.isEmpty
      ? StateView(
        nothing: "No lot known",
        "No report states a lot, and none could be inferred. Asking the customers quoted above for "
          + "the code on the product would help most."
      ) : nil
    let test = EffectTest(count: cluster.observed, of: cluster.exposure)
    plan = EffectPlan(material, test: test).terms
    effect = Self.effect(test)
    effectRows = test.bars.map {
      BarRow(total: Figures.count($0.total), most: Figures.count($0.most))
    }
    terms = Self.terms(material)
    self.hasReplay = hasReplay
    words = [
      TermView("EBGM", "how many times more reports than expected, pulled towards what all show"),
      TermView("EB05–EB95", "where that ratio lies with 90\(Figures.blank)% probability"),
      TermView("IC025", "lower end of the information component; above 0 is beyond chance"),
      TermView("q", "share of false alerts to expect among all as strong as this"),
    ]
  }

  private static func lastDay(_ material: PackMaterial) -> String {
    material.period.map { "feedback until \(Figures.day($0.last))" } ?? "no dates"
  }

  private static func counted<Name: Hashable>(
    _ values: [Name],
    _ text: (Name) -> String
  ) -> String {
    Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +)
      .map { (text: text($0.key), count: $0.value) }
      .sorted { ($1.count, $0.text) < ($0.count, $1.text) }
      .map { "\($0.text) \(Figures.count($0.count))" }.joined(separator: ", ")
  }

  private static func what(_ material: PackMaterial) -> String {
    let cluster = material.cluster
    return "\(material.names.issue(cluster.issue)) (\(cluster.issue), tier "
      + "\(cluster.tier.rawValue)): \(counted(material.rows.map(\.issue.modality), \.rawValue))"
  }

  private static func when(_ material: PackMaterial) -> String {
    let days = material.rows.compactMap(\.report.eventTime)
    guard let first = days.min(), let last = days.max() else { return "No report has a date." }
    let undated = material.rows.count - days.count
    return "\(Figures.day(first)) – \(Figures.day(last))"
      + (undated > 0 ? "; \(Figures.count(undated)) without a date" : "")
  }

  private static func attribution(_ material: PackMaterial) -> String {
    counted(material.rows.map(\.issue.attribution)) { QuoteBook.attribution($0) }
  }

  /// What a supplier would object, said before they find it.
  private static func against(_ material: PackMaterial) -> String {
    let doubtful = material.rows.filter {
      [.carrier, .warehouse, .customerChoice, .listing, .service].contains($0.issue.attribution)
    }.count
    let feared = material.rows.filter { $0.issue.modality == .potential }.count
    let codes = material.rows.filter { $0.issue.part == nil }.count
    let parts = [
      doubtful > 0
        ? "\(Figures.count(doubtful, "report")), by words or kind, are another’s than the supplier’s"
        : nil,
      feared > 0 ? "\(Figures.count(feared)) fear it and did not see it" : nil,
      codes > 0 ? "\(Figures.count(codes)) rest on a return reason’s code alone" : nil,
    ].compactMap(\.self)
    let rest = material.cluster.observed - doubtful - feared - codes
    return parts.isEmpty
      ? "No report is another’s than the supplier’s by its words or kind, and none only fears it."
      : parts.joined(separator: "; ")
        + ". At least \(Figures.count(max(0, rest))) stand without them."
  }

  private static func quote(_ row: PackMaterial.Row, _ number: Int) -> Quote {
    var quote = QuoteView(row.text ?? "", marking: row.ranges, reach: 160)
    quote.language = row.verbatim?.language
    let bytes = row.ranges.map { "\($0.start)–\($0.end)" }.joined(separator: ", ")
    return Quote(
      number: String(number),
      quote: quote,
      source: QuoteBook.kind(row.report.kind)
        + (row.report.eventTime.map { ", \(Figures.day($0))" } ?? ""),
      lot: row.report.lot.map { "\($0), stated" } ?? "not stated",
      signal: "\(row.report.signalID.prefix(8))… \(row.issue.part?.description ?? "") \(bytes)"
    )
  }

  private static func lotsNote(_ material: PackMaterial) -> String {
    let lots = material.lots
    var parts = [
      "Stated = a code that the customer or the source gave. Inferred = from order date, receiving "
        + "log and time on the shelf, by probability."
    ]
    if material.received == nil {
      parts.append("Units are not known: there is no receiving log here.")
    } else if lots.contains(where: { $0.units == nil }) {
      parts.append("Not known = the receiving log has no whole number of units of that lot.")
    }
    if lots.contains(where: { $0.perThousand != nil }) {
      parts.append(
        "Reports by 1,000 units received with Wilson’s 95\(Figures.blank)% interval; not every buyer "
          + "writes, so the share of faulty units is likely greater."
      )
    }
    return parts.joined(separator: " ")
  }

  private static func effect(_ test: EffectTest) -> String {
    let today = Figures.percent(test.count, of: test.total) ?? "unknown"
    return "For planning: if the share before the action is today’s \(today) "
      + "(\(Figures.count(test.count)) of \(Figures.count(test.total))), it is verified with at most"
  }

  private static func terms(_ material: PackMaterial) -> [TermView] {
    let counts = material.counts
    let finder = ClusterFinder()
    return [
      TermView(
        "Records",
        "\(Figures.count(counts.items)) in = \(Figures.count(counts.signals)) signals + "
          + "\(Figures.count(counts.duplicates)) duplicates + "
          + "\(Figures.count(counts.rejected)) rejected"
      ),
      TermView(
        "Coverage",
        material.cluster.coverage.map {
          "SKU \(Figures.percent($0.sku)), supplier \(Figures.percent($0.supplier)), lot stated "
            + Figures.percent($0.lot)
        } ?? "unknown"
      ),
      TermView(
        "Left out",
        "incentivised reviews, merchant replies, copies, repeats of one customer"
      ),
      TermView(
        "Expected count",
        MethodView.expectation(material.cluster.expectedWithin.words)
      ),
      TermView(
        "Alert",
        "\(finder.minimumCount) reports, EB05 ≥ \(Figures.decimal(finder.alertRatio, 0)) "
          + "(Gamma-Poisson shrinkage, DuMouchel 1999), q ≤ "
          + "\(Figures.decimal(finder.falseDiscoveryRate, 2)) (Benjamini–Hochberg)"
      ),
    ] + MethodView.versions(material.engines)
  }
}
