internal import VerbatimPipeline
internal import VerbatimReport

/// The clauses of a signal's texts, each with what it adds to the score behind a click.
struct ScoredClauses {
  /// How many contributions a page explains clause by clause; of more the table alone tells.
  ///
  /// Authored: a conversation of an hour has some 200, and each takes 300 bytes.
  static let mostExplained = 500

  private struct Clause {
    let part: TextPart
    let range: ByteRange
    let compound: Double
    let contributions: [Sentiment.Contribution]
  }

  /// What the engine lists over all parts, in its order.
  let contributions: [Sentiment.Contribution]
  private let clauses: [Clause]
  private let verbatim: StoredVerbatim?

  /// The clauses of a stored signal.
  ///
  /// - Parameters:
  ///   - signal: The signal's document; its ranges are bytes of the texts.
  ///   - verbatim: The texts.
  init(_ signal: JSONValue, _ verbatim: StoredVerbatim?) {
    let contributions = (signal["explain"]?.elements ?? []).compactMap(
      Sentiment.Contribution.init
    )
    self.contributions = contributions
    self.verbatim = verbatim
    clauses = (signal["clauses"]?.elements ?? []).compactMap { json in
      guard let part = json["part"]?.string.flatMap(TextPart.init(_:)),
        case .number(let start) = json["start"] ?? .null,
        case .number(let end) = json["end"] ?? .null, start >= 0, start < end,
        case .number(let compound) = json["compound"] ?? .null
      else { return nil }
      let range = ByteRange(Int(start), Int(end))
      return Clause(
        part: part,
        range: range,
        compound: compound,
        contributions: contributions.filter {
          $0.part == part && $0.range.start >= range.start && $0.range.start < range.end
        }
      )
    }.sorted { $0.range.start < $1.range.start }
  }

  /// What is said under the words of a page.
  var note: String {
    contributions.count > Self.mostExplained
      ? "\(Figures.count(contributions.count)) entries of the lexicon speak here: the table below "
        + "has them all."
      : "A click on a clause shows what it adds to the score."
  }

  /// A text in pieces that join to the whole; nil when it has no scored clause.
  func pieces(of part: TextPart, _ text: String) -> [TurnView.Clause]? {
    let bytes = Array(text.utf8)
    var pieces: [TurnView.Clause] = []
    var place = 0
    func words(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    for clause in clauses where clause.part == part {
      guard clause.range.start >= place, clause.range.end <= bytes.count else { continue }
      if clause.range.start > place {
        pieces.append(TurnView.Clause(words(place..<clause.range.start), compound: nil))
      }
      let isTold = contributions.count <= Self.mostExplained
      pieces.append(
        TurnView.Clause(
          words(clause.range.start..<clause.range.end),
          // Nothing was found in it: 0 would look like a verdict.
          compound: clause.contributions.isEmpty ? nil : clause.compound,
          why: isTold
            ? ClauseExplanationView(clause.contributions) { verbatim?.words(at: $0) } : nil
        )
      )
      place = clause.range.end
    }
    guard place > 0 else { return nil }
    if place < bytes.count {
      pieces.append(TurnView.Clause(words(place..<bytes.count), compound: nil))
    }
    return pieces
  }
}
