public import VerbatimCore

/// Tells from a speaker's name who speaks, and from the course of a conversation when names do not.
public struct SpeakerRoles: Hashable, Sendable {
  /// The role words of many languages and no names of one's own.
  public static let standard = SpeakerRoles()

  private let named: [String: Turn.Role]

  /// Roles that know some speakers by their whole name, in any case of letters.
  public init(naming speakers: [String: Turn.Role] = [:]) {
    named = Dictionary(
      speakers.sorted { $0.key < $1.key }.map { (Self.folded($0.key), $0.value) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The role that the name states; nil when it is only a name.
  ///
  /// A name the shop gave itself wins, then a role word in it: "Agent Maya" is an agent. A bot
  /// comes before an agent ("support bot"), an agent before a customer ("customer service").
  public func role(of speaker: String) -> Turn.Role? {
    let name = Self.folded(speaker)
    if let role = named[name] ?? SpeakerRoleWords.names[name] { return role }
    var found: Turn.Role?
    for word in Self.words(of: name) {
      guard let role = SpeakerRoleWords.words[word] else { continue }
      if let best = found, Self.rank(best) <= Self.rank(role) { continue }
      found = role
    }
    return found
  }

  /// Whether a name says what somebody is and not who: "Agent", "Customer service", or nothing.
  ///
  /// A number makes it somebody: "Agent 2" is not "Agent 3".
  public static func namesNobody(_ speaker: String) -> Bool {
    let name = folded(speaker)
    if name.isEmpty || SpeakerRoleWords.names[name] != nil { return true }
    guard !name.contains(where: \.isNumber) else { return false }
    return words(of: name).allSatisfy { SpeakerRoleWords.words[$0] != nil }
  }

  /// The role that the shop itself gave to a name or an address; nil when it gave none.
  func given(to speaker: String) -> Turn.Role? { named[Self.folded(speaker)] }

  /// Gives every turn whose role is unknown the one that its speaker's name or place tells.
  ///
  /// A speaker who is renamed midway, "Ann" and then "Ann Lee", is one. With one speaker left
  /// unknown, that one is the counterpart of the others. With two, and nobody else but a bot, the
  /// one who offers help first is the agent; when no one does, the first to speak is the customer.
  public func assign(to turns: inout [Turn], agents: [String] = []) {
    let agents = Set(agents.map(Self.folded))
    var known: [String: Turn.Role] = [:]
    for turn in turns {
      let name = Self.folded(turn.speaker)
      guard known[name] == nil else { continue }
      if turn.role != .unknown {
        known[name] = turn.role
      } else if agents.contains(name) {
        known[name] = .agent
      } else {
        known[name] = role(of: turn.speaker)
      }
    }
    for (name, role) in Self.renamed(in: turns, known: known) { known[name] = role }
    for (name, role) in Self.inferred(in: turns, known: known) { known[name] = role }
    for place in turns.indices where turns[place].role == .unknown {
      turns[place].role = known[Self.folded(turns[place].speaker)] ?? .unknown
    }
  }

  /// The roles of names that somebody with a known role goes by too: "Maya" beside "Agent Maya",
  /// "Ann Lee" where "Ann" was an agent of that name.
  ///
  /// Nothing is said where such names have different roles.
  private static func renamed(
    in turns: [Turn],
    known: [String: Turn.Role]
  ) -> [String: Turn.Role] {
    let people = known.sorted { $0.key < $1.key }.map { (ownWords(of: $0.key), $0.value) }
      .filter { !$0.0.isEmpty }
    guard !people.isEmpty else { return [:] }
    var found: [String: Turn.Role] = [:]
    for turn in turns {
      let name = folded(turn.speaker)
      guard known[name] == nil, found[name] == nil else { continue }
      let own = ownWords(of: name)
      guard !own.isEmpty else { continue }
      let roles = Set(people.filter { isPart($0.0, own) || isPart(own, $0.0) }.map(\.1))
      if roles.count == 1 { found[name] = roles.first }
    }
    return found
  }

  /// Whether two names may be one person's, who was renamed midway: "Maya" and "Agent Maya", "Ann"
  /// and "Ann Lee".
  ///
  /// Names with a number, as pseudonyms have, and names that say only what somebody is, are one
  /// person's only when they are the same: "Agent 2" is not "Agent 3".
  public static func mayBeSame(_ one: String, _ other: String) -> Bool {
    let (one, other) = (folded(one), folded(other))
    if one == other { return true }
    guard !(one + other).contains(where: \.isNumber) else { return false }
    let (first, second) = (ownWords(of: one), ownWords(of: other))
    guard !first.isEmpty, !second.isEmpty else { return false }
    return isPart(first, second) || isPart(second, first)
  }

  /// The words of a name that say who, without those that say what somebody is.
  private static func ownWords(of name: String) -> [String] {
    words(of: name).filter { SpeakerRoleWords.words[$0] == nil }
  }

  /// Whether all words of one name stand in another.
  private static func isPart(_ words: [String], _ whole: [String]) -> Bool {
    words.allSatisfy(whole.contains)
  }

  private static func inferred(
    in turns: [Turn],
    known: [String: Turn.Role]
  ) -> [String: Turn.Role] {
    // Each party with all the names it goes by.
    var unknown: [[String]] = []
    for turn in turns {
      let name = folded(turn.speaker)
      guard known[name] == nil, !unknown.contains(where: { $0.contains(name) }) else { continue }
      // No name is no party: the words of an unnamed voice may be anyone's.
      guard !name.isEmpty else { return [:] }
      let own = words(of: name)
      let same = unknown.indices.filter { party in
        let first = words(of: unknown[party][0])
        return !own.isEmpty && !first.isEmpty && (isPart(own, first) || isPart(first, own))
      }
      if same.count == 1 { unknown[same[0]].append(name) } else { unknown.append([name]) }
      if unknown.count > 2 { return [:] }
    }
    func named(_ party: Int, _ role: Turn.Role) -> [(String, Turn.Role)] {
      unknown[party].map { ($0, role) }
    }
    let roles = Set(known.values)
    if unknown.count == 1 {
      switch (roles.contains(.customer), roles.contains(.agent) || roles.contains(.bot)) {
      case (true, false): return Dictionary(uniqueKeysWithValues: named(0, .agent))
      case (false, true): return Dictionary(uniqueKeysWithValues: named(0, .customer))
      default: return [:]
      }
    }
    guard unknown.count == 2, !roles.contains(.customer), !roles.contains(.agent) else {
      return [:]
    }
    let helper = turns.first { turn in
      unknown.contains { $0.contains(folded(turn.speaker)) }
        && SpeakerRoleWords.offersHelp(turn.text)
    }
    let agent = helper.map { unknown[0].contains(folded($0.speaker)) ? 0 : 1 } ?? 1
    return Dictionary(uniqueKeysWithValues: named(agent, .agent) + named(1 - agent, .customer))
  }

  private static func rank(_ role: Turn.Role) -> Int {
    switch role {
    case .bot: 0
    case .agent: 1
    case .system: 2
    case .customer: 3
    case .unknown: 4
    }
  }

  static func folded(_ name: String) -> String {
    name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The runs of letters: "guest_381" and "Agent2" hold one word each.
  private static func words(of name: String) -> [String] {
    name.split { !$0.isLetter }.map(String.init)
  }
}
