internal import VerbatimCore
internal import VerbatimIngest

/// Who of the shop's people speaks, under a name that only the holder of the key can resolve.
extension SignalEngine {
  /// What a pseudonym begins with.
  private static let mark = "agent-"
  /// Hexadecimal digits of a pseudonym: two of a thousand agents share one with odds of 1 in 500
  /// million (birthday bound over 2⁴⁸).
  private static let digits = 12

  /// The name under which a person of the shop is stored; nil for one who is only called by a role
  /// ("Agent").
  ///
  /// A pseudonym stays as it is, so that stored turns can be read again.
  public func agentKey(of speaker: String) -> String? {
    guard !SpeakerRoles.namesNobody(speaker) else { return nil }
    let rest = speaker.dropFirst(Self.mark.count)
    let isPseudonym =
      speaker.hasPrefix(Self.mark) && rest.utf8.count == Self.digits
      && rest.allSatisfy { $0.isHexDigit && !$0.isUppercase }
    if isPseudonym { return speaker }
    let key = Fingerprint.keyed("agent \(speaker)", key: options.customerKey)
    return Self.mark + key.prefix(Self.digits)
  }

  /// The person of the shop with the most turns, of several the first to speak.
  func mainAgent(of turns: [Turn]) -> String? {
    var counts: [(key: String, count: Int)] = []
    for turn in turns where turn.role == .agent {
      guard let key = agentKey(of: turn.speaker) else { continue }
      if let index = counts.firstIndex(where: { $0.key == key }) {
        counts[index].count += 1
      } else {
        counts.append((key, 1))
      }
    }
    let most = counts.map(\.count).max()
    return counts.first { $0.count == most }?.key
  }

  /// Puts pseudonyms in the place of the names of the shop's people.
  func hideAgents(in record: inout FeedbackRecord) {
    for index in record.turns.indices where record.turns[index].role == .agent {
      guard let key = agentKey(of: record.turns[index].speaker) else { continue }
      record.turns[index].speaker = key
    }
  }
}
