extension JSONWriter {
  /// Writes a document that was read: members keep their order and their repeats.
  public mutating func value(_ document: JSONValue) {
    switch document {
    case .null: null()
    case .boolean(let truth): value(truth)
    case .number(let number): value(number)
    case .string(let text): value(text)
    case .array(let elements): array(elements) { $0.value($1) }
    case .object(let members):
      object { json in
        for member in members {
          json.key(dynamic: member.key)
          json.value(member.value)
        }
      }
    }
  }
}
