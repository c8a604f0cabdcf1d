internal import VerbatimCore

extension ConversationFacts {
  /// Objects that describe the conversation itself.
  private static let frames: Set<String> = [
    "metadata", "meta", "scenario", "conversation", "context", "info", "header", "attributes",
    "custom_fields", "details",
  ]

  /// Notes the facts of an object and of the objects in it, two levels down.
  mutating func read(_ members: [(key: String, value: JSONValue)]) {
    for member in members {
      if let text = Self.scalar(member.value) {
        set(member.key, text)
      } else {
        read(member.value, named: member.key, depth: 1)
      }
    }
  }

  private mutating func read(_ value: JSONValue, named parent: String, depth: Int) {
    guard case .object(let members) = value, depth <= 2 else { return }
    let parent = parent.lowercased()
    for member in members {
      guard let text = Self.scalar(member.value) else {
        read(member.value, named: member.key, depth: depth + 1)
        continue
      }
      if set(parent + member.key, text) { continue }
      if Self.frames.contains(parent) || !Self.isAmbiguous(member.key) { set(member.key, text) }
    }
  }

  /// Keys that belong to the object they stand in: "created_at" of an order is not the
  /// conversation's.
  private static func isAmbiguous(_ key: String) -> Bool {
    ["id", "date", "created_at", "createdAt", "created", "timestamp", "started_at", "channel"]
      .contains(key)
  }

  /// A string or a number, or the first of a list of them ("names").
  private static func scalar(_ value: JSONValue) -> String? {
    switch value {
    case .string, .number: value.scalarText
    case .array(let elements): elements.first?.string
    case .null, .boolean, .object: nil
    }
  }
}
