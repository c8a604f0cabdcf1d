internal import VerbatimCore

extension TicketConversation {
  /// The tickets whose comments stand in `ticket_events`, in the order in which they begin; nil
  /// when there are no events.
  static func tickets(ofEventsIn value: JSONValue) -> [JSONValue]? {
    guard let events = value["ticket_events"]?.elements else { return nil }
    var order: [String] = []
    var comments: [String: [JSONValue]] = [:]
    for event in events {
      guard let id = event["ticket_id"]?.scalarText else { continue }
      if comments[id] == nil { order.append(id) }
      var found: [JSONValue] = []
      for child in event["child_events"]?.elements ?? [] {
        guard child["event_type"]?.string == "Comment", case .object(var members) = child else {
          continue
        }
        if child["created_at"] == nil, let time = event["created_at"] {
          members.append(("created_at", time))
        }
        if child["author_id"] == nil, let author = event["updater_id"] {
          members.append(("author_id", author))
        }
        found.append(.object(members))
      }
      comments[id, default: []] += found
    }
    return order.compactMap { id in
      guard let list = comments[id], !list.isEmpty else { return nil }
      return .object([("id", .string(id)), ("comments", .array(list))])
    }
  }
}
