internal import VerbatimPipeline
internal import VerbatimReport

/// The turns of a conversation with waits between, flags, and the line of the customer's mood.
struct TurnRows {
  /// How many turns a page shows.
  static let limit = 600
  /// From how long on a wait is a row of its own: half an hour, as a chat that goes on has none.
  static let wait = 1800.0

  let rows: [TurnView]

  /// The rows of turns, their clauses as the signal has them.
  init(_ turns: [AuditTurn], clauses: ScoredClauses) {
    var rows: [TurnView] = []
    var before: Double?
    let last = turns.last { $0.compound != nil }?.index ?? -1
    for turn in turns.prefix(Self.limit) {
      if let wait = turn.wait, wait >= Self.wait {
        rows.append(
          TurnView(
            wait: "\(AuditFacts.span(wait)) passed",
            before: before,
            after: turn.index <= last && before != nil
          )
        )
      }
      let whole = [TurnView.Clause(turn.text, compound: turn.compound)]
      rows.append(
        TurnView(
          role: turn.role,
          time: turn.at.map(Self.clock),
          clauses: turn.role == .customer
            ? clauses.pieces(of: .turn(turn.index), turn.text) ?? whole : whole,
          flags: turn.events.map(Self.words),
          value: turn.compound,
          before: before,
          after: turn.index < last && (turn.compound ?? before) != nil
        )
      )
      before = turn.compound ?? before
    }
    self.rows = rows
  }

  /// A turn's time as people read it: `6 Nov 2026, 10:12`, or `2:05` from the start of a call.
  private static func clock(_ at: String) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    if at.hasPrefix("PT"), at.hasSuffix("S"), let seconds = Double(at.dropFirst(2).dropLast()),
      (0..<1e9).contains(seconds)
    {
      return "\(Int(seconds) / 60):\(two(Int(seconds) % 60))"
    }
    guard let instant = Instant(iso8601: at), instant.precision != .day else {
      return String(at.prefix(19))
    }
    let minutes = Int((instant.seconds % 86_400 + 86_400) % 86_400) / 60
    return "\(Figures.day(instant)), \(two(minutes / 60)):\(two(minutes % 60))"
  }

  /// An event as people read it: `promise: refund by 20 Nov 2026, broken`.
  private static func words(_ event: AuditTurn.Event) -> String {
    let kind = event.kind.replacing("_", with: " ")
    let name = event.name.map { ": \($0.replacing("_", with: " "))" } ?? ""
    let due = event.due.map { " by \(Figures.day($0))" } ?? ""
    let state = event.state.map { ", \($0.rawValue)" } ?? ""
    return kind + name + due + state
  }
}
