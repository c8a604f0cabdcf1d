internal import Foundation

/// Which stories a week tells, and of what place.
extension DefectReplay {
  /// One supplier's stories of one issue; `list` are the cells with a complaint in this week.
  mutating func tell(_ list: ArraySlice<Int32>, supplier: Int, issue: Int) {
    let floor = settings.floor * log(10)
    var found: [(article: Int, evidence: Evidence)] = []
    for index in list {
      guard let evidence = evidence(of: Int(index)) else { continue }
      found.append((cells[Int(index)].article, evidence))
    }
    let shared = supplierEvidence(supplier: supplier, issue: issue)
    var greatest = found.reduce(-Double.infinity) { max($0, $1.evidence.value) }
    if shared > greatest {
      greatest = max(greatest, silentEvidence(supplier: supplier, issue: issue, without: list))
    }
    if shared > greatest {
      let value =
        shared - doubt(shared, rival: greatest) - newness(state.week)
      if value >= floor {
        tell(Evidence(value: value, level: .supplier, key: Int32(supplier)), -1 - supplier, issue)
      }
      return
    }
    // A lot that is gone explains its complaints still, but is no news.
    for (article, evidence) in found where !evidence.isOver {
      let rival = max(evidence.rival, shared)
      let value =
        evidence.value - doubt(evidence.value, rival: rival)
        - newness(state.week - state.volumes[article].first)
        - (evidence.level == .sku ? settings.skuCare : 0)
      guard value >= floor else { continue }
      tell(Evidence(value: value, level: evidence.level, key: evidence.key), article, issue)
    }
  }

  /// What evidence loses in a first quarter: a high rate that was there from the start looks new.
  private func newness(_ age: Int) -> Double {
    settings.newcomerCare * max(0, 1 - Double(age) / 13)
  }

  /// What evidence loses for a rival that explains the same reports nearly as well.
  private func doubt(_ value: Double, rival: Double) -> Double {
    rival == -.infinity ? 0 : settings.placeCare * log(1 + exp(rival - value + settings.placeGap))
  }

  private mutating func tell(_ evidence: Evidence, _ place: Int, _ issue: Int) {
    let score = evidence.value / log(10)
    guard
      book.tells(
        .init(issue: Int32(issue), article: Int32(place)),
        level: evidence.level,
        key: evidence.key,
        score: score,
        week: state.week
      )
    else { return }
    alerts.append(
      DefectAlert(history, state.week, evidence.level, evidence.key, issue, score)
    )
  }
}
