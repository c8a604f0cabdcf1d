internal import VerbatimCore

/// What each of many reports tells of issues, as numbers.
struct ToldIssues {
  /// The gravest and surest word that a report has of an issue.
  struct Told: Sendable {
    let tier: Issue.Tier
    /// Whether it is only feared.
    let isFear: Bool
    let attribution: Issue.Attribution
  }

  /// The issues that are reported, ascending.
  let names: [String]
  /// For each report those it reports, each once, ascending.
  private(set) var lists: NumberLists
  /// What is told of each number of the lists.
  private(set) var words: [Told] = []

  /// - Complexity: O(the issues of all reports).
  init(_ reports: [ComplaintReport]) {
    var table = NameTable()
    var told: [(issue: Int32, place: Int32)] = []
    var ends: [Int] = []
    ends.reserveCapacity(reports.count)
    for report in reports.indices {
      for place in reports[report].issues.indices
      where reports[report].issues[place].modality.isReport {
        let issue = table.number(of: reports[report].issues[place].code)
        told.append((Int32(issue), Int32(place)))
      }
      ends.append(told.count)
    }
    let ranks: [Int32]
    (ranks, names) = table.ranks()
    lists = NumberLists(capacity: reports.count)
    var start = 0
    var best: [(issue: Int32, place: Int)] = []
    for (report, end) in ends.enumerated() {
      best.removeAll(keepingCapacity: true)
      for (number, place) in told[start..<end] {
        let (issue, place) = (ranks[Int(number)], Int(place))
        guard let known = best.firstIndex(where: { $0.issue == issue }) else {
          best.append((issue, place))
          continue
        }
        let issues = reports[report].issues
        if issues[place].isGraver(than: issues[best[known].place]) { best[known].place = place }
      }
      best.sort { $0.issue < $1.issue }
      lists.append(best.lazy.map { Int($0.issue) })
      for (_, place) in best {
        let issue = reports[report].issues[place]
        words.append(
          Told(
            tier: issue.tier,
            isFear: issue.modality == .potential,
            attribution: issue.attribution
          )
        )
      }
      start = end
    }
  }
}
