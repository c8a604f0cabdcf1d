public import VerbatimCore
internal import VerbatimSentiment
public import VerbatimStatistics

/// Words and phrases that stand out in the texts that a user gave a label, such as a return code or
/// an analyst's verdict, each with what it is worth on texts it was not found in.
///
/// A text is held out when the SHA-256 of its words begins with a hexadecimal digit from 0 to 3
/// (``RatedText/Part``). Terms are ranked on the others by how much more often they stand under the
/// label than elsewhere, in standard errors (``LogOdds``); what is held out is looked at only to
/// count.
///
/// - SeeAlso: Abrahams, Fan, Wang, Zhang and Jiao (2015) on smoke terms of defects.
public struct SmokeTerms {
  /// One term of a label.
  public struct Term: Hashable, Sendable {
    /// The label.
    public var label: String
    /// The words, with a blank between them.
    public var term: String
    /// Standard errors from equal odds.
    public var z: Double
    /// In how many texts learnt from it stands.
    public var count: Int
    /// In how many of those with the label.
    public var hits: Int
    /// In how many texts held out it stands.
    public var heldOutCount: Int
    /// In how many of those with the label.
    public var heldOutHits: Int
    /// Of the texts learnt from that hold it and have the label, those for which no issue is
    /// reported.
    public var unexplained: Int

    /// Of the texts held out that hold it, the share that has the label; nil for none.
    public var precision: Double? {
      heldOutCount == 0 ? nil : Double(heldOutHits) / Double(heldOutCount)
    }

    /// The interval of the precision.
    public var interval: ProportionInterval {
      ProportionInterval(wilson: heldOutHits, of: heldOutCount)
    }
  }

  /// How often a label stands.
  public struct Label: Hashable, Sendable {
    /// The label as the file has it.
    public var name: String
    /// How many texts learnt from have it.
    public var count = 0
    /// How many texts held out have it.
    public var heldOut = 0
  }

  /// The fewest texts of a label, and the fewest with a term (authored).
  public static let fewest = (label: 10, term: 4)
  /// How many standard errors a term is from equal odds, at least (authored: 1 in 40).
  public static let smallestZ = 1.96
  /// The most runs that are counted at once; beyond it the rarest are let go.
  static let limit = 400_000

  private struct Tally {
    var count: Int32 = 0
    var byLabel: [Int16: (hits: Int32, unexplained: Int32)] = [:]
  }

  private let engine: SignalEngine
  private let runs: TermRuns
  private var names: [String: Int] = [:]
  /// The labels in the order in which they were met.
  public private(set) var labels: [Label] = []
  private var tallies: [String: Tally] = [:]
  private var heldOut: [(runs: Set<String>, label: Int)] = []
  private var scratch = SignalEngine.Scratch()
  /// Records without a label or without words.
  public private(set) var unusable = 0

  /// Nothing learnt yet.
  public init(_ engine: SignalEngine) {
    self.engine = engine
    runs = TermRuns(engine)
  }

  /// Takes in a record.
  ///
  /// - Parameters:
  ///   - record: The record.
  ///   - column: The column or member with the label.
  public mutating func take(_ record: FeedbackRecord, column: String) {
    var record = record
    let words = RatedText.parts(of: record).map(\.text).joined(separator: "\n\n")
    guard
      let value = record.answers.first(where: { $0.question == column })?.value.trimmed,
      !value.isEmpty, !words.isEmpty
    else {
      unusable += 1
      return
    }
    let label = number(of: value)
    record.id = "learn"
    let signal = engine.signal(for: &record, explains: false, scratch: &scratch)
    let isUnexplained = !signal.issues.contains { $0.evidence != nil && $0.modality.isReport }
    var found: Set<String> = []
    for text in scratch.texts {
      runs.forEach(in: text, lengths: 1...3) { found.insert($0) }
    }
    if RatedText.Part(of: words) == .heldOut {
      labels[label].heldOut += 1
      heldOut.append((found, label))
      return
    }
    labels[label].count += 1
    for run in found {
      tallies[run, default: Tally()].count += 1
      var cell = tallies[run]?.byLabel[Int16(label)] ?? (0, 0)
      cell.hits += 1
      if isUnexplained { cell.unexplained += 1 }
      tallies[run]?.byLabel[Int16(label)] = cell
    }
    var floor: Int32 = 1
    while tallies.count > Self.limit {
      tallies = tallies.filter { $0.value.count > floor }
      floor += 1
    }
  }

  private mutating func number(of value: String) -> Int {
    if let known = names[value] { return known }
    // A column with more values than this is no label.
    guard labels.count < 1_000 else { return labels.count - 1 }
    names[value] = labels.count
    labels.append(Label(name: value))
    return labels.count - 1
  }

  /// The terms of every label that has texts enough, the surest first.
  ///
  /// - Parameter count: How many of each label at most.
  /// - Returns: Label by label, in the order in which they were met.
  /// - Complexity: O(*n*) in the runs and the texts held out.
  public func terms(_ count: Int) -> [Term] {
    var all: [Term] = []
    for (index, label) in labels.enumerated() where label.count >= Self.fewest.label {
      var hits = 0
      var others = 0
      for tally in tallies.values {
        let own = Int(tally.byLabel[Int16(index)]?.hits ?? 0)
        hits += own
        others += Int(tally.count) - own
      }
      let odds = LogOdds(negatives: hits, positives: others)
      var found: [Term] = []
      for (run, tally) in tallies {
        guard let cell = tally.byLabel[Int16(index)], cell.hits >= Self.fewest.term else {
          continue
        }
        let z = -odds.z(negative: Int(cell.hits), positive: Int(tally.count - cell.hits))
        guard z >= Self.smallestZ else { continue }
        found.append(
          Term(
            label: label.name,
            term: run,
            z: z,
            count: Int(tally.count),
            hits: Int(cell.hits),
            heldOutCount: 0,
            heldOutHits: 0,
            unexplained: Int(cell.unexplained)
          )
        )
      }
      found.sort { $0.z != $1.z ? $0.z > $1.z : $0.term < $1.term }
      all += TermRuns.withoutEchoes(found, count, term: \.term, hits: \.hits)
        .map { measured($0, label: index) }
    }
    return all
  }

  /// What a term is worth on the texts held out.
  private func measured(_ term: Term, label: Int) -> Term {
    var term = term
    for text in heldOut where text.runs.contains(term.term) {
      term.heldOutCount += 1
      if text.label == label { term.heldOutHits += 1 }
    }
    return term
  }
}

extension String {
  /// The text without blanks at its ends.
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
