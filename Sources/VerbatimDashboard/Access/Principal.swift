/// Who sends a request.
struct Principal: Hashable, Sendable {
  /// The name that goes with the token; nil on a loopback address, where nobody is asked.
  var name: String?
  /// What they may do.
  var roles: Set<Role>

  /// Whoever reaches a loopback address.
  static let anybody = Principal(name: nil, roles: Set(Role.allCases))
  /// A browser that has not shown a token yet.
  static let nobody = Principal(name: nil, roles: [])
}
