internal import VerbatimCore

extension ClusterTable {
  /// The weeks that are charted at most.
  ///
  /// Three years, as far back as the seasonal methods look; one mistyped year would make thousands.
  static let longestChart = 156
  /// The weeks that a chart needs: C1's seven and one more.
  static let shortestChart = 8
  /// The weeks from which on limits come from the cell's own past as a whole.
  static let longHistory = 14
  /// The latest weeks, which do not set the limits that they are held against.
  static let recentWeeks = 4
  /// The least standard deviation of C1, in reports.
  ///
  /// Without one, the second report after seven empty weeks would be judged by a spread of 0.
  /// Authored; Tokars et al. (2009), "Enhancing
  /// time-series detection algorithms for automated biosurveillance", *Emerging Infectious
  /// Diseases* 15, measured how such a floor helps series of small counts.
  static let smallestSigma = 0.5

  /// The weeks of all charts; nil when nothing has a time.
  private var chartedWeeks: ClosedRange<Int>? {
    counted.weeks.map { max($0.lowerBound, $0.upperBound - Self.longestChart + 1)...$0.upperBound }
  }

  /// The cell's reports in each charted week; empty when nothing has a time.
  func weekCounts(of cell: Cell) -> [Double] {
    guard let weeks = chartedWeeks else { return [] }
    var counts = [Double](repeating: 0, count: weeks.count)
    for entry in cell.entries {
      guard let time = reports[Int(entry.report)].eventTime else { continue }
      let place = CountedReports.week(of: time) - weeks.lowerBound
      if place >= 0 { counts[place] += 1 }
    }
    return counts
  }

  /// The cell's weeks with limits from its own past.
  func chart(of cell: Cell) -> ComplaintCluster.Chart {
    var chart = ComplaintCluster.Chart()
    guard let charted = chartedWeeks,
      cell.entries.contains(where: { reports[Int($0.report)].eventTime != nil })
    else {
      chart.note = "whether it is new cannot be said: its reports have no dates"
      return chart
    }
    let (first, length) = (charted.lowerBound, charted.count)
    let counts = weekCounts(of: cell)
    var exposures = [Double](repeating: 0, count: length)
    for number in unitsOfKey[cell.key] {
      if let week = counted.units[number].week, week >= first { exposures[week - first] += 1 }
      for week in counted.laterWeeks[number] ?? [] where week >= first {
        exposures[week - first] += 1
      }
    }
    chart.points = counts.indices.map {
      ComplaintCluster.Chart.Point(
        week: CountedReports.monday(first + $0),
        count: Int(counts[$0]),
        exposure: Int(exposures[$0])
      )
    }
    guard length >= Self.shortestChart else {
      chart.note =
        "whether it is new cannot be said: the data have \(length) "
        + "\(length == 1 ? "week" : "weeks"), limits need \(Self.shortestChart)"
      return chart
    }
    let baseline = 0..<length - Self.recentWeeks
    let isLong = length >= Self.longHistory && baseline.contains { counts[$0] > 0 }
    let points: [SeriesPoint]
    if isLong {
      let uPrime = AttributeChart(.uPrime, counts: counts, sizes: exposures, baseline: baseline)
      points = uPrime.points
      chart.method = .laneyUPrime
      chart.centre = uPrime.centre
      chart.baseline = baseline
    } else {
      points = EARS(.c1, minimumSigma: Self.smallestSigma).points(of: counts)
      chart.method = .earsC1
    }
    for (index, point) in points.enumerated() {
      chart.points[index].value = isLong ? point.statistic : counts[index]
      chart.points[index].upper = point.upper
      // One report is no burst, however calm the weeks before.
      chart.points[index].isOutside = point.isAlarm && counts[index] >= 2
    }
    return chart
  }
}
