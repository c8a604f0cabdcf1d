internal import Crypto
internal import VerbatimCore
public import VerbatimStore

/// How events stand in a request.
public enum EventMode: String, Hashable, Sendable, CaseIterable {
  /// One event a request, `application/cloudevents+json`.
  case structured
  /// An array of events a request, `application/cloudevents-batch+json`.
  case batched

  /// What the request says it holds.
  public var contentType: String {
    switch self {
    case .structured: "application/cloudevents+json"
    case .batched: "application/cloudevents-batch+json"
    }
  }
}

/// A request's content: one event, or a batch in order.
public struct EventPost: Hashable, Sendable {
  /// What it holds.
  public let contentType: String
  /// The same for the same events: the event's id, or the SHA-256 over the ids of a batch.
  public let idempotencyKey: String
  /// The bytes.
  public let body: [UInt8]

  /// A request's content.
  ///
  /// - Precondition: There is one change at least, and in structured mode no more.
  public init(_ changes: [StoredChange], mode: EventMode, source: String) {
    let events = changes.map { CloudEvent($0, source: source) }
    var json = JSONWriter(capacity: 4096 * events.count)
    switch mode {
    case .structured:
      precondition(events.count == 1, "a structured request holds one event")
      events[0].write(to: &json)
      idempotencyKey = events[0].id
    case .batched:
      precondition(!events.isEmpty, "a request holds an event")
      json.array(events) { $1.write(to: &$0) }
      var hash = SHA256()
      for event in events { hash.update(data: Array("\(event.id)\n".utf8)) }
      idempotencyKey = Hexadecimal.text(hash.finalize())
    }
    contentType = mode.contentType
    body = json.bytes
  }

  /// The headers, with a signature where there is a secret.
  ///
  /// - Parameters:
  ///   - secret: What sender and receiver share.
  ///   - time: The time of the request, in seconds since 1970.
  /// - Returns: Names and values, in a fixed order.
  public func headers(secret: [UInt8]?, at time: Int64) -> [(name: String, value: String)] {
    var headers = [
      ("Content-Type", "\(contentType); charset=utf-8"),
      ("Idempotency-Key", "\"\(idempotencyKey)\""),
    ]
    if let secret {
      headers.append(("Verbatim-Timestamp", String(time)))
      let signature = RequestSignature.of(body, at: time, secret: secret)
      headers.append(("Verbatim-Signature", "v1=\(signature)"))
    }
    return headers.map { (name: $0.0, value: $0.1) }
  }
}
