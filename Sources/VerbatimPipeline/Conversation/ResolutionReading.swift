internal import VerbatimCore

/// Whether the shop calls the problem solved, and what the customer says to that.
struct ResolutionReading {
  private(set) var claim = ResolutionClaim()
  private var hasShopSpoken = false

  /// Takes the next turn of the conversation.
  mutating func take(_ turn: SpokenTurn) {
    switch turn.role {
    case .agent:
      hasShopSpoken = true
      if turn.found.contains(where: { $0.cue.list == .resolution && $0.cue.kind == "claimed" }) {
        claim.claimed = true
        claim.claimedTurn = turn.index
      }
    case .bot: hasShopSpoken = true
    case .customer:
      // Before anybody answered, "still not working" is the complaint itself.
      guard hasShopSpoken, let last = turn.found.last(where: Self.isVerdict) else { return }
      claim.confirmed = last.cue.kind == "confirmed"
      claim.confirmedTurn = turn.index
    case .system, .unknown: break
    }
  }

  private static func isVerdict(_ found: SpokenTurn.Found) -> Bool {
    found.cue.list == .resolution && (found.cue.kind == "confirmed" || found.cue.kind == "denied")
  }
}
