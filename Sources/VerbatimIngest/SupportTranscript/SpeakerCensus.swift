/// Counts the names of one conversation, to tell speakers from lines that only hold a colon.
struct SpeakerCensus {
  private var counts: [String: Int] = [:]
  private var first: String?
  private var isUnbroken = true

  /// Notes a line that begins with a name, or one that does not.
  mutating func note(_ name: (some StringProtocol)?) {
    guard let name else {
      isUnbroken = false
      return
    }
    let key = SpeakerRoles.folded(String(name))
    if first == nil { first = key }
    counts[key, default: 0] += 1
  }

  /// The names that are speakers, folded: those that recur, say a role or open the conversation.
  ///
  /// Where every line begins with a name and fewer than two are known so, a name said once is a
  /// speaker too: two lines of two people are a conversation.
  func speakers(_ roles: SpeakerRoles) -> Set<String> {
    let sure = counts.filter { $0.value > 1 || roles.role(of: $0.key) != nil }
    var speakers = Set(sure.keys)
    if let first { speakers.insert(first) }
    return isUnbroken && sure.count < 2 ? Set(counts.keys) : speakers
  }
}
