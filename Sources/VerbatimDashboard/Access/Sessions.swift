internal import Synchronization
internal import VerbatimPipeline

/// The browsers that look at the pages: who they are, and the secret that their forms carry.
///
/// A session lives in memory and ends with the server. Ids and secrets are of the system's own
/// randomness, which reaches no result.
final class Sessions: Sendable {
  /// One browser.
  struct Session: Sendable {
    /// Who it is.
    var principal: Principal
    /// What its forms must carry.
    var formToken: String
  }

  /// How many are kept; the oldest goes first.
  static let capacity = 4096
  /// The cookie's name.
  static let cookie = "verbatim_session"

  private struct State {
    var sessions: [String: Session] = [:]
    var order: [String] = []
  }

  private let state = Mutex(State())

  /// The session of a cookie's value; nil when there is none.
  func session(_ id: String) -> Session? { state.withLock { $0.sessions[id] } }

  /// Opens a session.
  ///
  /// - Parameter principal: Who it is for.
  /// - Returns: Its id, the value of the cookie, and the session.
  func open(for principal: Principal) -> (id: String, session: Session) {
    let id = Self.secret()
    let session = Session(principal: principal, formToken: Self.secret())
    state.withLock { state in
      state.sessions[id] = session
      state.order.append(id)
      if state.order.count > Self.capacity {
        state.sessions[state.order.removeFirst()] = nil
      }
    }
    return (id, session)
  }

  /// Ends a session.
  func close(_ id: String) {
    state.withLock { state in
      state.sessions[id] = nil
      state.order.removeAll { $0 == id }
    }
  }

  /// 128 random bits in hexadecimal digits.
  private static func secret() -> String {
    var generator = SystemRandomNumberGenerator()
    return Fingerprint.hex32(
      (0..<4).map { _ in String(UInt64.random(in: .min ... .max, using: &generator), radix: 16) }
    )
  }
}
