internal import Foundation

/// Where an issue's excess sits: the log-likelihood that each place's own rate gains over the
/// shop's, less the price of choosing it.
///
/// Reports of an issue at a place are taken to be Poisson with mean λE, where E is the place's
/// share of what is heard times the shop's rate. λ = 1 says that nothing is wrong there. A place's
/// own λ = O ÷ E gains O ln(O ÷ E) − (O − E); a place with fewer reports than expected gains
/// nothing. From the gain goes half the logarithm of the reports that λ is estimated from (Schwarz
/// 1978), and the logarithm of the number of places of its kind: to have picked the worst of
/// twenty is worth less than to have been told one.
///
/// - SeeAlso: Schwarz (1978), "Estimating the dimension of a model", *Annals of Statistics* 6;
///   Kulldorff (1997) on the likelihood ratio of a place, *Communications in Statistics* 26.
struct PlaceLikelihood {
  /// Reports at a place, and what the shop's rate predicts there.
  struct Count {
    var name: String
    var observed: Int
    var expected: Double
  }

  /// The evidence, as a natural logarithm, that a supplier's articles must bear without the worst:
  /// ``DetectorSettings/sharedEvidence``, so that the cards and the weekly detector agree.
  static let sharedEvidence = DetectorSettings().sharedEvidence

  /// What a rate of its own gains.
  static func gain(_ observed: Int, _ expected: Double) -> Double {
    let count = Double(observed)
    guard count > expected else { return 0 }
    // An excess where nothing is expected is worth what it is worth at a hundredth of a report.
    let mean = max(expected, 0.01)
    return max(0, count * log(count / mean) - (count - mean))
  }

  /// The score of a place chosen among some of its kind, by a rate from `reports` reports.
  static func score(_ count: Count, of places: Int, reports: Int) -> Double {
    gain(count.observed, count.expected) - log(Double(max(1, reports))) / 2
      - log(Double(max(1, places)))
  }

  /// The articles of a supplier that deserve a rate of their own, with the sum of their scores.
  static func articles(_ counts: [Count]) -> (scores: [(count: Count, score: Double)], sum: Double)
  {
    let reports = counts.reduce(0) { $0 + $1.observed }
    let scores = counts.map { (count: $0, score: score($0, of: counts.count, reports: reports)) }
    return (scores, scores.reduce(0) { $0 + max(0, $1.score) })
  }

  /// The score of one rate for all articles of a supplier; nil when it rests on one article alone.
  static func supplier(_ name: String, _ counts: [Count]) -> (count: Count, score: Double)? {
    let all = counts.reduce(into: Count(name: name, observed: 0, expected: 0)) {
      $0.observed += $1.observed
      $0.expected += $1.expected
    }
    guard
      let top = counts.max(by: {
        gain($0.observed, $0.expected) < gain($1.observed, $1.expected)
      }),
      counts.count > 1,
      gain(all.observed - top.observed, max(0, all.expected - top.expected)) >= sharedEvidence
    else { return nil }
    return (all, score(all, of: 1, reports: all.observed))
  }
}
