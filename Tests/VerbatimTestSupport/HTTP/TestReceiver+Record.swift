internal import Foundation
internal import Synchronization

extension TestReceiver {
  /// A CloudEvent, as far as tests look at it.
  public struct Event: Decodable, Hashable, Sendable {
    /// The part of the data that tests look at.
    public struct Signal: Decodable, Hashable, Sendable {
      /// The signal, or the alert's cluster.
      public var signal_id: String
      /// Its revision.
      public var revision: Int
      /// Whether it is retracted.
      public var retracted: Bool?
      /// Of an alert its state.
      public var state: String?

      private enum CodingKeys: String, CodingKey {
        case signal_id, cluster_id, revision, retracted, state
      }

      /// Reads a signal or an alert.
      public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        signal_id =
          try values.decodeIfPresent(String.self, forKey: .signal_id)
          ?? values.decode(String.self, forKey: .cluster_id)
        revision = try values.decode(Int.self, forKey: .revision)
        retracted = try values.decodeIfPresent(Bool.self, forKey: .retracted)
        state = try values.decodeIfPresent(String.self, forKey: .state)
      }
    }

    /// The version of CloudEvents.
    public var specversion: String
    /// The event's id.
    public var id: String
    /// Whose it is.
    public var source: String
    /// What it is.
    public var type: String
    /// What it is about.
    public var subject: String
    /// When it was.
    public var time: String?
    /// The type of the data.
    public var datacontenttype: String
    /// What keeps events in order.
    public var partitionkey: String
    /// The place in that order.
    public var sequence: String
    /// The signal.
    public var data: Signal

    /// The events of a request in either mode.
    public static func all(in request: Request) throws -> [Event] {
      let decoder = JSONDecoder()
      let data = Data(request.body)
      guard request.headers["content-type"]?.hasPrefix("application/cloudevents-batch") == true
      else { return [try decoder.decode(Event.self, from: data)] }
      return try decoder.decode([Event].self, from: data)
    }
  }

  /// What a receiver took and was sent, kept over its restarts.
  public final class Record: Sendable {
    private struct State {
      var taken: [Event] = []
      var keys: [String: Set<String>] = [:]
      var requests: [Request] = []
    }

    private let state = Mutex(State())

    /// An empty record.
    public init() {}

    /// Notes the events of a request that is answered with success; one that is no CloudEvent is
    /// answered with 400.
    public func take(_ request: Request) -> Response {
      guard let events = try? Event.all(in: request) else { return Response(400) }
      state.withLock { state in
        state.taken += events
        if events.count == 1 {
          let key = request.headers["idempotency-key"] ?? ""
          state.keys[events[0].id, default: []].insert(key)
        }
      }
      return Response(204)
    }

    /// Notes a request, whatever becomes of it.
    public func note(_ request: Request) { state.withLock { $0.requests.append(request) } }

    /// Every request that was noted.
    public var requests: [Request] { state.withLock { $0.requests } }

    /// The events that were taken, duplicates among them, in their order.
    public var taken: [Event] { state.withLock { $0.taken } }

    /// The idempotency keys under which an event came alone.
    public var idempotencyKeys: [String: Set<String>] { state.withLock { $0.keys } }

    /// The events that were taken, each where it came first.
    public var firsts: [Event] {
      var seen: Set<String> = []
      return taken.filter { seen.insert($0.id).inserted }
    }

    /// The keys whose events came first in another order than that of the sender.
    public var keysOutOfOrder: [String] {
      var last: [String: String] = [:]
      var wrong: Set<String> = []
      for event in firsts {
        if let before = last[event.partitionkey], before > event.sequence {
          wrong.insert(event.partitionkey)
        }
        last[event.partitionkey] = event.sequence
      }
      return wrong.sorted()
    }
  }
}
