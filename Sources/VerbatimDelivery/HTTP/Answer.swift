/// What a receiver made of a request.
public enum Answer: Hashable, Sendable {
  /// It has the events.
  case taken
  /// It may have them later; `retryAfter` is how many seconds it asks for.
  case later(reason: String, retryAfter: Int?)
  /// It will not have them, however often they are sent.
  case refused(reason: String)
  /// Nobody answered: that says nothing of the events.
  case unreachable(reason: String)

  /// What a status means.
  ///
  /// Taken are 2xx. To be tried again are 408, 425, 429 and 5xx. All others are refusals, redirects
  /// among them: signals go to no other address than the one that was given.
  ///
  /// - Parameters:
  ///   - status: The status of the response.
  ///   - retryAfter: What its header `Retry-After` says.
  ///   - now: The time, in seconds since 1970.
  public init(status: Int, retryAfter: String?, now: Int64) {
    switch status {
    case 200..<300: self = .taken
    case 408, 425, 429, 500..<600:
      self = .later(
        reason: String(status),
        retryAfter: retryAfter.flatMap { RetryAfter.seconds($0, now: now) }
      )
    case 300..<400: self = .refused(reason: "\(status), a redirect, which is not followed")
    default: self = .refused(reason: String(status))
    }
  }
}

/// Whoever takes events.
public protocol EventReceiver: Sendable {
  /// Sends one request and waits for the answer.
  func post(_ post: EventPost) async -> Answer
}
