internal import VerbatimCore
internal import VerbatimIngest

/// How often one person of the shop passed the customer to another.
///
/// A machine that fetches a person passes nobody on, and nobody is passed on who is only renamed
/// midway, "Agent Maya" and then "Maya". Where the people of the shop have no names
/// ("Agent"), a handoff is one that was announced and after which somebody says who they are.
enum Handoffs {
  /// The handoffs among turns.
  ///
  /// - Parameters:
  ///   - turns: The turns.
  ///   - transfers: Turns that announce somebody else.
  ///   - introductions: Turns in which somebody says who they are.
  /// - Returns: Their number.
  static func count(
    in turns: [Turn],
    transfers: Set<Int> = [],
    introductions: Set<Int> = []
  ) -> Int {
    var count = 0
    var last: String?
    var isAnnounced = false
    for (index, turn) in turns.enumerated() where turn.role == .agent {
      let isSame = last.map { SpeakerRoles.mayBeSame($0, turn.speaker) } ?? true
      let isAnother =
        isAnnounced && introductions.contains(index) && SpeakerRoles.namesNobody(turn.speaker)
      if !isSame || isAnother {
        count += 1
        isAnnounced = false
      }
      if transfers.contains(index) { isAnnounced = true }
      last = turn.speaker
    }
    return count
  }
}
