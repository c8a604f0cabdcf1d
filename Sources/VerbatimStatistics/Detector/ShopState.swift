internal import Foundation

/// What is known of a shop by the end of a week.
struct ShopState {
  let history: ReportHistory
  let settings: DetectorSettings
  private(set) var week = -1

  /// Complaints and all reports so far, by issue.
  private var complaintsOf: [Double]
  private var reports = 0.0
  /// The odds of an issue: complaints over all other reports.
  private(set) var odds: [Double]
  /// The week's factor of an issue, by week and issue.
  private(set) var factors: [Double] = []
  /// The shop's volume in a week over what was usual.
  private(set) var seasons: [Double] = []
  private var usual = 0.0
  private var usualWeight = 0.0
  /// The shape of the gamma prior of a SKU's relative rate, by issue.
  var shapes: [Double]
  /// The variance of the noise of a series from week to week, as a share of the mean squared.
  var noise = 0.1

  /// All reports of the shop by week, and complaints by week and issue.
  private let weekTotals: [Int]
  private let weekComplaints: [Int]

  /// The volume of each article from its first week on.
  private(set) var volumes: [ArticleVolume]

  /// What was heard of an article, and what was to be expected.
  struct ArticleVolume {
    var first = Int.max
    var next = 0
    /// Where the next week's exposures begin.
    var place = 0
    var sum = 0.0
    var weight = 0.0
    var expected: [Double] = []
    /// What one report more or less moves the expected volume by.
    var pull: [Double] = []
  }

  init(_ history: ReportHistory, _ settings: DetectorSettings) {
    self.history = history
    self.settings = settings
    let issues = history.issues.count
    complaintsOf = [Double](repeating: 0, count: issues)
    odds = [Double](repeating: 0, count: issues)
    shapes = [Double](repeating: 1, count: issues)
    var totals = [Int](repeating: 0, count: history.weekCount)
    for item in history.exposures { totals[Int(item.week)] += Int(item.count) }
    var complaints = [Int](repeating: 0, count: history.weekCount * issues)
    for item in history.complaints {
      complaints[Int(item.week) * issues + Int(item.issue)] += Int(item.count)
    }
    weekTotals = totals
    weekComplaints = complaints
    volumes = history.articles.indices.map { index in
      var volume = ArticleVolume()
      volume.place = history.exposureStarts[index]
      if volume.place < history.exposureStarts[index + 1] {
        volume.first = Int(history.exposures[volume.place].week)
      }
      volume.next = volume.first
      return volume
    }
  }

  /// Takes in the next week.
  mutating func advance() {
    week += 1
    let issues = history.issues.count
    let total = Double(weekTotals[week])
    let decay = pow(0.5, 1 / settings.volumeHalfLife)
    let level = usualWeight > 0 ? usual / usualWeight : total
    seasons.append(level > 0 ? (total + 1) / (level + 1) : 1)
    usual = usual * decay + total
    usualWeight = usualWeight * decay + 1
    reports += total
    for issue in 0..<issues {
      let count = Double(weekComplaints[week * issues + issue])
      complaintsOf[issue] += count
      odds[issue] =
        (complaintsOf[issue] + 0.5) / (reports - complaintsOf[issue] + 0.5 * Double(issues))
      let expected = odds[issue] * (total - count)
      let shrinkage = settings.weekShrinkage
      factors.append((count + shrinkage) / (expected + shrinkage))
    }
  }

  /// Brings an article's volumes up to this week.
  mutating func extend(_ article: Int) {
    let end = history.exposureStarts[article + 1]
    guard volumes[article].next <= week else { return }
    let decay = pow(0.5, 1 / settings.volumeHalfLife)
    let shape = 1 / settings.volumeNoise
    while volumes[article].next <= week {
      let at = volumes[article].next
      var count = 0.0
      var place = volumes[article].place
      while place < end, Int(history.exposures[place].week) == at {
        count += Double(history.exposures[place].count)
        place += 1
      }
      volumes[article].place = place
      let season = seasons[at]
      // A new article's first weeks tell its volume themselves.
      let usual =
        (volumes[article].sum + 0.5 * max(count, 0.5) / season)
        / (volumes[article].weight + 0.5) * season
      let pull = 1 / (shape / max(usual, 1e-9) + 1)
      volumes[article].expected.append((shape + count) * pull)
      volumes[article].pull.append(pull)
      volumes[article].sum = volumes[article].sum * decay + count / season
      volumes[article].weight = volumes[article].weight * decay + 1
      volumes[article].next += 1
    }
  }

  /// Gives an article's volume without a copy.
  func withVolume(of article: Int, _ body: (ArticleVolume) -> Void) {
    body(volumes[article])
  }

  /// The expected volume of an article in this week.
  func expectedVolume(of article: Int) -> Double {
    let volume = volumes[article]
    let index = week - volume.first
    return index >= 0 && index < volume.expected.count ? volume.expected[index] : 0
  }
}
