internal import Foundation

#if canImport(FoundationNetworking)
  internal import FoundationNetworking
#endif

/// A receiver at an address.
public final class HTTPReceiver: EventReceiver {
  private let exchange = Exchange()
  private let session: URLSession
  private let url: URL
  private let secret: [UInt8]?
  private let clock: DeliveryClock
  private let timeout: Double

  /// A receiver; nil when the address is no `http` or `https` address with a host.
  ///
  /// - Parameters:
  ///   - address: Where requests go.
  ///   - secret: What they are signed with; nil leaves them unsigned.
  ///   - timeout: How many seconds an answer may take.
  ///   - connections: How many requests may be under way.
  ///   - clock: The clock that signatures state.
  public init?(
    _ address: String,
    secret: [UInt8]? = nil,
    timeout: Double = 30,
    connections: Int = 4,
    clock: DeliveryClock = .system
  ) {
    guard let url = URL(string: address), let scheme = url.scheme?.lowercased(),
      scheme == "http" || scheme == "https", let host = url.host, !host.isEmpty
    else { return nil }
    self.url = url
    self.secret = secret
    self.clock = clock
    self.timeout = timeout
    let configuration = URLSessionConfiguration.ephemeral
    configuration.timeoutIntervalForRequest = timeout
    configuration.httpMaximumConnectionsPerHost = connections
    configuration.httpShouldSetCookies = false
    configuration.urlCache = nil
    session = URLSession(configuration: configuration, delegate: exchange, delegateQueue: nil)
  }

  deinit { session.invalidateAndCancel() }

  /// Whether an address is of this machine, so that nothing goes over a network.
  public static func isLoopback(_ address: String) -> Bool {
    guard let host = URL(string: address)?.host?.lowercased() else { return false }
    return host == "localhost" || host == "::1" || host == "[::1]"
      || host.split(separator: ".").count == 4 && host.hasPrefix("127.")
  }

  /// Sends one request and waits for the answer.
  public func post(_ post: EventPost) async -> Answer {
    var request = URLRequest(url: url)
    request.httpMethod = "POST"
    let now = clock.seconds()
    for header in post.headers(secret: secret, at: now) {
      request.setValue(header.value, forHTTPHeaderField: header.name)
    }
    request.httpBody = Data(post.body)
    do {
      guard let response = try await exchange.answer(to: request, in: session, timeout: timeout)
      else {
        return .unreachable(reason: "no answer in HTTP")
      }
      return Answer(
        status: response.statusCode,
        retryAfter: response.value(forHTTPHeaderField: "Retry-After"),
        now: clock.seconds()
      )
    } catch let error as URLError {
      // Slow may be the events' fault, so that it counts as a try.
      if error.code == .timedOut { return .later(reason: "no answer in time", retryAfter: nil) }
      return .unreachable(reason: Self.words(error))
    } catch {
      return .unreachable(reason: "the request was broken off")
    }
  }

  private static func words(_ error: URLError) -> String {
    switch error.code {
    case .cannotConnectToHost: "no connection"
    case .cannotFindHost, .dnsLookupFailed: "there is no such host"
    case .networkConnectionLost: "the connection was lost"
    case .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasBadDate,
      .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid:
      "its certificate is not trusted"
    default: error.localizedDescription
    }
  }
}
