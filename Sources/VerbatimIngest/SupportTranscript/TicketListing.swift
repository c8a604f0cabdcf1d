internal import VerbatimCore

/// What an export lists beside its tickets: people and groups, by their ids.
struct TicketListing: Hashable, Sendable {
  /// The people.
  private(set) var people: [String: TicketPerson] = [:]
  /// The names of the groups, which are the queues.
  private(set) var groups: [String: String] = [:]

  /// Nothing is listed.
  init() {}

  /// The members of `users` and `groups`.
  init(_ value: JSONValue) {
    for user in value["users"]?.elements ?? [] {
      guard let id = user["id"]?.scalarText else { continue }
      let role = user["role"]?.string.map(TicketTool.role) ?? .unknown
      people[id] = TicketPerson(name: user["name"]?.string, role: role)
    }
    for group in value["groups"]?.elements ?? [] {
      guard let id = group["id"]?.scalarText, let name = group["name"]?.string else { continue }
      groups[id] = name
    }
  }

  /// What is listed here, and what another lists where this one is silent.
  func filled(by other: TicketListing) -> TicketListing {
    var filled = self
    filled.people.merge(other.people) { known, _ in known }
    filled.groups.merge(other.groups) { known, _ in known }
    return filled
  }
}

/// A person whom an export lists beside its tickets.
struct TicketPerson: Hashable, Sendable {
  /// The name.
  var name: String?
  /// The role, where the list states it.
  var role: Turn.Role
}
