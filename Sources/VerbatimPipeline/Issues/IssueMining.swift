internal import Foundation
public import VerbatimCore
internal import VerbatimIssues
internal import VerbatimText

/// Phrases of complaints that no leaf explains: proposals for patterns.
///
/// A text is a complaint when its rating or label says so, else when the engine scores it negative.
/// Runs of two to five words from sentences without an issue are ranked by their C-value, which
/// takes from a phrase what it owes to the longer ones that hold it; kept are those that stand in
/// such sentences clearly more often than elsewhere, by the log-likelihood ratio.
///
/// - SeeAlso: Frantzi, Ananiadou and Mima (2000) on the C-value; Dunning (1993) on the ratio.
public struct IssueMining {
  /// A phrase worth a look.
  public struct Proposal: Hashable, Sendable {
    /// The words, with a blank between them.
    public var phrase: String
    /// How much of a term it is.
    public var cValue: Double
    /// The log-likelihood ratio.
    public var ratio: Double
    /// In how many complaints it stands that it might explain.
    public var count: Int
    /// In how many texts besides.
    public var elsewhere: Int
    /// A sentence that holds it, masked.
    public var example: String
  }

  /// How many texts there were.
  public struct Counts: Hashable, Sendable {
    /// Texts with words.
    public var texts = 0
    /// Complaints.
    public var complaints = 0
    /// Complaints in which no issue is reported.
    public var unexplained = 0

    /// Counts of texts.
    public init(texts: Int = 0, complaints: Int = 0, unexplained: Int = 0) {
      self.texts = texts
      self.complaints = complaints
      self.unexplained = unexplained
    }
  }

  /// The fewest complaints with a phrase (authored).
  public static let fewest = 3
  /// The smallest ratio: one in a thousand by chance (χ² with one degree of freedom).
  public static let smallestRatio = 10.83
  /// The most runs that are counted at once; beyond it the rarest are let go.
  static let limit = 400_000
  /// How long an example is at most, in bytes.
  private static let longestExample = 160

  private struct Tally {
    var count: Int32 = 0
    var elsewhere: Int32 = 0
    var example = ""
  }

  private let engine: SignalEngine
  private let runs: TermRuns
  private var tallies: [String: Tally] = [:]
  private var scratch = SignalEngine.Scratch()
  /// How many texts there were.
  public private(set) var counts = Counts()

  /// Nothing mined yet.
  public init(_ engine: SignalEngine) {
    self.engine = engine
    runs = TermRuns(engine)
  }

  /// Takes in a record.
  ///
  /// - Parameters:
  ///   - record: The record.
  ///   - verdict: −1 for a complaint, 1 for praise, 0 for neither, where the file says so.
  public mutating func take(_ record: FeedbackRecord, verdict: Int?) {
    var record = record
    guard !RatedText.parts(of: record).isEmpty else { return }
    counts.texts += 1
    record.id = "mine"
    let signal = engine.signal(for: &record, explains: false, scratch: &scratch)
    let isComplaint =
      verdict.map { $0 < 0 } ?? (signal.sentiment.label == .negative)
    let reports = signal.issues.filter { $0.modality.isReport && $0.evidence != nil }
    if isComplaint {
      counts.complaints += 1
      if reports.isEmpty { counts.unexplained += 1 }
    }
    var seen: Set<String> = []
    for (part, text) in zip(scratch.names, scratch.texts) {
      let ranges = reports.compactMap { $0.evidence?.part == part ? $0.evidence?.range : nil }
      let explained = Set(
        text.words.filter { word in ranges.contains { $0.overlaps(word.range) } }
          .map { text.clauses[Int($0.clause)].sentence }
      )
      for sentence in text.sentences.indices {
        let counts = isComplaint && !explained.contains(sentence)
        runs.forEach(in: text, lengths: 2...TermRuns.longest, where: { $0 == sentence }) { run in
          guard seen.insert(run).inserted else { return }
          if counts {
            tallies[run, default: Tally()].count += 1
            if tallies[run]?.example.isEmpty ?? false {
              tallies[run]?.example = Self.words(of: sentence, in: text)
            }
          } else {
            tallies[run, default: Tally()].elsewhere += 1
          }
        }
      }
    }
    var floor: Int32 = 1
    while tallies.count > Self.limit {
      tallies = tallies.filter { $0.value.count > floor }
      floor += 1
    }
  }

  /// −1, 0 or 1 as a record's first rating says; nil without one.
  public static func verdict(of record: FeedbackRecord) -> Int? {
    guard let rating = record.ratings.first(where: { $0.share != nil }) else { return nil }
    return RatedLabel.label(of: rating)?.side
  }

  private static func words(of sentence: Int, in text: TokenizedText) -> String {
    let clauses = text.sentences[sentence].clauses
    let first = text.clauses[clauses.lowerBound].words.lowerBound
    let last = text.clauses[clauses.upperBound - 1].words.upperBound
    return String(text.cut(text.range(of: first..<last)).prefix(longestExample))
  }

  /// The proposals, the surest first.
  public func proposals(_ count: Int) -> [Proposal] {
    // What longer phrases that hold a phrase have of its texts.
    var nested: [String: (sum: Int, kinds: Int)] = [:]
    for (run, tally) in tallies where tally.count >= Self.fewest {
      let words = run.split(separator: " ")
      guard words.count > 2 else { continue }
      for shorter in [words.dropLast(), words.dropFirst()] {
        nested[shorter.joined(separator: " "), default: (0, 0)].sum += Int(tally.count)
        nested[shorter.joined(separator: " "), default: (0, 0)].kinds += 1
      }
    }
    let totals = tallies.values.reduce(into: (here: 0, elsewhere: 0)) {
      $0.here += Int($1.count)
      $0.elsewhere += Int($1.elsewhere)
    }
    var found: [Proposal] = []
    for (run, tally) in tallies where tally.count >= Self.fewest {
      let ratio = Self.ratio(Int(tally.count), Int(tally.elsewhere), totals)
      guard ratio >= Self.smallestRatio else { continue }
      let length = Double(run.split(separator: " ").count)
      let owed = nested[run].map { Double($0.sum) / Double($0.kinds) } ?? 0
      let cValue = log2(length) * (Double(tally.count) - owed)
      guard cValue > 0 else { continue }
      found.append(
        Proposal(
          phrase: run,
          cValue: cValue,
          ratio: ratio,
          count: Int(tally.count),
          elsewhere: Int(tally.elsewhere),
          example: tally.example
        )
      )
    }
    found.sort { left, right in
      if left.cValue != right.cValue { return left.cValue > right.cValue }
      if left.ratio != right.ratio { return left.ratio > right.ratio }
      return left.phrase < right.phrase
    }
    return Array(found.prefix(count))
  }

  /// Dunning's −2 log λ for a phrase that stands more often here than elsewhere; 0 for others.
  private static func ratio(
    _ here: Int,
    _ elsewhere: Int,
    _ totals: (here: Int, elsewhere: Int)
  ) -> Double {
    let all = Double(totals.here + totals.elsewhere)
    let count = Double(here + elsewhere)
    let expected = (
      here: count * Double(totals.here) / all, elsewhere: count * Double(totals.elsewhere) / all
    )
    guard Double(here) > expected.here else { return 0 }
    func part(_ observed: Int, _ expected: Double) -> Double {
      observed == 0 ? 0 : Double(observed) * log(Double(observed) / expected)
    }
    return 2 * (part(here, expected.here) + part(elsewhere, expected.elsewhere))
  }
}
