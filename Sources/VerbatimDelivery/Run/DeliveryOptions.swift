/// What a user sets about a delivery.
public struct DeliveryOptions: Hashable, Sendable {
  /// The receiver's address, by which the store knows what it has.
  public var address: String
  /// How events stand in a request.
  public var mode = EventMode.structured
  /// How many events a request has at most, in batched mode.
  public var batch = 100
  /// How often an event is sent before it is a dead letter.
  public var maxAttempts = 12
  /// How often nobody may answer before a delivery that is to end gives up (authored: with the
  /// waits between, some eight seconds).
  public var maxSilences = 6
  /// How many requests are under way at once, each for other keys; with 1 all signals come in the
  /// order of the store, whatever their keys.
  public var requests = 4
  /// Whether to end when all is settled; else new signals are waited for.
  public var isOnce = false
  /// How the waits between tries grow.
  public var backOff = BackOff()
  /// The `source` of the events.
  public var source = "urn:verbatim"
  /// How often the store is looked at for new signals, in seconds.
  public var pause = 1.0
  /// The longest that a delivery that ends is kept waiting by `Retry-After`, in seconds (authored:
  /// a job of a quarter of an hour is one that somebody waits for).
  public var patience = 900

  /// The defaults for an address.
  public init(address: String) { self.address = address }

  /// How many events a request has.
  var eventsPerRequest: Int { mode == .batched ? max(1, batch) : 1 }

  /// How many lanes changes are dealt to.
  ///
  /// One that waits to be tried again takes no request's place, so that there are many more lanes
  /// than requests where a request has one event (authored: with 64 times as many, a signal that
  /// waits holds up one customer in 256); a batch of a lane has to be worth a request.
  var lanes: Int {
    requests > 1 && mode == .structured ? 64 * requests : max(1, requests)
  }

  /// How many changes are read at once: some megabytes.
  var pageSize: Int { max(2_000, 2 * requests * eventsPerRequest) }
}
