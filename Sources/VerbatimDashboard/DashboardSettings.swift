public import VerbatimCore

/// What a user sets about a server.
public struct DashboardSettings: Sendable {
  /// The address to listen at.
  public var address = "127.0.0.1"
  /// The port; 0 takes a free one.
  public var port = 8080
  /// Who may do what; nil lets everybody who reaches a loopback address do everything.
  public var tokens: Tokens?
  /// The largest body of a request, in bytes.
  ///
  /// A record is some hundreds of bytes, so 8 MiB hold ten thousand and more; larger amounts are for
  /// `verbatim ingest`, which needs no memory for them.
  public var largestBody = 8 << 20
  /// How long a body may take to arrive.
  public var bodyTime = Duration.seconds(30)
  /// How long an answer waits for clusters that are counted anew before it gives the last ones.
  public var patience = Duration.milliseconds(100)
  /// From how long on a count is followed by a rest as long, in which the last one is given
  /// (authored: a person who waits for a page notices).
  public var longCount = Duration.seconds(2)
  /// The most signals that are counted while a page waits; over more, pages and routes answer 503
  /// until what they are made of was counted for the first time (a million take half a minute, and
  /// as many as these less than a second).
  public var mostAwaited = 20_000
  /// The time that a decision or a verdict is stamped with; nil asks the clock.
  public var stamp: Instant?
  /// The folder with the lexicons, for the engine of a pack's replay file; nil for the one beside
  /// the binary.
  public var lexicons: String?

  /// The defaults.
  public init() {}

  /// Whether only this machine can reach the server.
  public var isLoopback: Bool { Self.isLoopback(address) }

  /// Whether an address is this machine's own: 127.0.0.0/8, ::1 or localhost.
  public static func isLoopback(_ address: String) -> Bool {
    if address == "localhost" || address == "::1" { return true }
    let parts = address.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }
}
