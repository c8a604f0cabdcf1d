/// A line that opens a conversation in a log: `# id=4711 sku=K-204`, `=== Ticket 4711 ===`, `---`.
enum LogHeading {
  private static let titles: Set<String> = [
    "ticket", "conversation", "chat", "call", "case", "session", "transcript", "id",
  ]

  /// Whether a trimmed line has the form of a heading.
  static func isHeading(_ line: Substring) -> Bool {
    if line.hasPrefix("# ") || line.hasPrefix("=== ") || line.hasPrefix("--- ") { return true }
    // A rule across the page.
    guard line.utf8.count >= 3, let first = line.utf8.first else { return false }
    guard first == UInt8(ascii: "=") || first == UInt8(ascii: "-") else { return false }
    return line.utf8.allSatisfy { $0 == first }
  }

  /// Whether it states anything.
  static func isStated(_ line: Substring) -> Bool {
    var facts = ConversationFacts()
    read(line, into: &facts)
    return !facts.isEmpty
  }

  /// Notes what it states.
  static func read(_ line: Substring, into facts: inout ConversationFacts) {
    let mark = line.first
    var title = line.drop { $0 == mark }
    while title.last == mark { title.removeLast() }
    title = SpeakerName.trimmed(title)
    if facts.readPairs(title) || facts.readLabel(title) { return }
    let words = title.split(separator: " ")
    guard words.count == 2, titles.contains(words[0].lowercased()) else { return }
    let id = words[1].drop { $0 == "#" }
    if id.contains(where: \.isNumber) { facts.set("id", id) }
  }
}
