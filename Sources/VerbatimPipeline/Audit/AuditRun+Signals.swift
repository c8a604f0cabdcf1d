internal import VerbatimCore
internal import VerbatimIngest
internal import VerbatimStore

/// What an audit reads from a signal's own JSON, which the tables do not hold.
extension AuditRun {
  /// The label of a signal's sentiment; nil unless scored.
  func label(ofSignal id: String) throws -> Sentiment.Label? {
    try json(ofSignal: id)?["sentiment"]?["label"]?.string.flatMap { Sentiment.Label(rawValue: $0) }
  }

  /// What counted in a conversation's score, by turn.
  func contributions(ofSignal id: String) throws -> [Int: [AuditTurn.Contribution]] {
    var contributions: [Int: [AuditTurn.Contribution]] = [:]
    for part in try json(ofSignal: id)?["explain"]?.elements ?? [] {
      guard let name = part["part"]?.string, name.hasPrefix("turns["), name.hasSuffix("]"),
        let turn = Int(name.dropFirst(6).dropLast()), let start = part["start"]?.whole,
        let end = part["end"]?.whole, let term = part["term"]?.string,
        let valence = part["valence"]?.number, let share = part["contribution"]?.number,
        0 <= start, start <= end
      else { continue }
      contributions[turn, default: []].append(
        AuditTurn.Contribution(
          range: ByteRange(start, end),
          term: term,
          valence: valence,
          rules: part["rules"]?.elements?.compactMap(\.string) ?? [],
          contribution: share
        )
      )
    }
    return contributions
  }

  private func json(ofSignal id: String) throws -> JSONValue? {
    guard let bytes = try store.signalJSON(id: id) else { return nil }
    return try? JSONReader().parse(bytes)
  }
}

extension JSONValue {
  fileprivate var number: Double? {
    if case .number(let number) = self { number } else { nil }
  }

  fileprivate var whole: Int? { number.flatMap { Int(exactly: $0) } }
}
