/// Why there is no kappa.
public enum KappaGap: String, Error, Hashable, Sendable {
  /// Nothing was judged twice.
  case empty
  /// Both gave one and the same verdict throughout: any agreement is what chance gives.
  case oneClass = "one_class"

  /// The reason, for a person.
  public var explanation: String {
    switch self {
    case .empty: "nothing was judged by both"
    case .oneClass: "only one verdict occurs, so agreement beyond chance is not defined"
    }
  }
}
