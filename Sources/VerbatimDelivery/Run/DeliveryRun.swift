public import VerbatimCore
public import VerbatimStore

/// Delivers what the store has to one receiver: at least once, in order for each key.
///
/// Changes are dealt to lanes by their key, and a lane sends one request after the other: while one
/// waits to be tried again, what has other keys goes on in the other lanes, and nothing of its own
/// key overtakes it. What became of a request is in the store before the lane goes on, so that a
/// delivery that is killed sends again at most what was under way. The next changes are read when
/// those that were read are settled.
public struct DeliveryRun: Sendable {
  /// After so many refusals in a row, none taken between them, it is not the signals (authored).
  public static let mostRefusalsInRow = 20

  private let store: SignalStore
  private let receiver: any EventReceiver
  private let options: DeliveryOptions
  private let clock: DeliveryClock
  private let draw: @Sendable () -> Double
  private let tell: @Sendable (Diagnostic) -> Void
  private let prepare: @Sendable (_ isOnce: Bool) async throws -> Void
  private let gate: RequestGate

  /// A delivery.
  ///
  /// - Parameters:
  ///   - store: Whose signals.
  ///   - receiver: To whom.
  ///   - options: How.
  ///   - clock: The time and the waiting.
  ///   - draw: The chance in the waits: from 0 up to, not including, 1.
  ///   - tell: Gets warnings.
  ///   - prepare: Called before the store is asked what is to be delivered: puts there what is only
  ///     computed when somebody wants it, such as alerts.
  public init(
    _ store: SignalStore,
    to receiver: any EventReceiver,
    options: DeliveryOptions,
    clock: DeliveryClock = .system,
    draw: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) },
    tell: @escaping @Sendable (Diagnostic) -> Void = { _ in },
    prepare: @escaping @Sendable (_ isOnce: Bool) async throws -> Void = { _ in }
  ) {
    self.store = store
    self.receiver = receiver
    self.options = options
    self.clock = clock
    self.draw = draw
    self.tell = tell
    self.prepare = prepare
    gate = RequestGate(options.requests)
  }

  /// Delivers until all is settled, or until the task is cancelled.
  ///
  /// - Parameter progress: Called after each page with what was done so far.
  /// - Returns: What was done.
  /// - Throws: ``Diagnostic`` `V7001` when the receiver cannot be reached and the delivery is to
  ///   end, `V7003` when it refuses signal after signal, ``StoreFailure``, and `CancellationError`.
  public func run(progress: (DeliveryCounts) -> Void = { _ in }) async throws -> DeliveryCounts {
    let destination = try store.destination(options.address)
    var state: DeliveryState?
    while true {
      try Task.checkCancellation()
      try await prepare(options.isOnce)
      let page = try store.outbox(destination, limit: options.pageSize)
      let shared = state ?? DeliveryState(quietUntil: Double(page.quietUntil ?? 0))
      state = shared
      guard !page.parcels.isEmpty || page.end != nil else {
        if options.isOnce { return shared.counts }
        try await clock.sleep(options.pause)
        continue
      }
      try await withThrowingTaskGroup(of: Void.self) { group in
        for lane in lanes(page.parcels) {
          group.addTask { try await deliver(lane, to: destination, shared) }
        }
        try await group.waitForAll()
      }
      try store.settle(destination, upTo: page.end)
      progress(shared.counts)
    }
  }

  /// The parcels by lane: all of a key in one, in their order.
  private func lanes(_ parcels: [Parcel]) -> [[Parcel]] {
    var lanes = [[Parcel]](repeating: [], count: options.lanes)
    for parcel in parcels {
      // FNV-1a: any hash that is the same in every process will do.
      let hash = parcel.change.orderKey.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
        ($0 ^ UInt64($1)) &* 0x100_0000_01b3
      }
      lanes[Int(hash % UInt64(lanes.count))].append(parcel)
    }
    return lanes.filter { !$0.isEmpty }
  }

  private func deliver(
    _ lane: [Parcel],
    to destination: Int64,
    _ shared: DeliveryState
  ) async throws {
    var rest = lane[...]
    while !rest.isEmpty {
      let batch = Array(rest.prefix(options.eventsPerRequest))
      try await settle(batch, destination, shared)
      rest = rest.dropFirst(batch.count)
    }
  }

  /// Sends a request until its parcels are taken or dead.
  private func settle(
    _ parcels: [Parcel],
    _ destination: Int64,
    _ shared: DeliveryState
  ) async throws {
    var parcels = parcels
    var silences = 0
    let post = EventPost(parcels.map(\.change), mode: options.mode, source: options.source)
    while true {
      try await wait(for: parcels, shared)
      switch await gate.pass({ await receiver.post(post) }) {
      case .taken:
        try store.markTaken(parcels, by: destination, at: clock.seconds())
        return shared.take(parcels)
      case .refused(let reason):
        for index in parcels.indices { parcels[index].attempts += 1 }
        return try await refuse(parcels, destination, shared, reason: reason)
      case .later(let reason, let retryAfter):
        for index in parcels.indices { parcels[index].attempts += 1 }
        let tries = parcels.map(\.attempts).max() ?? 1
        guard tries < options.maxAttempts else {
          return try await refuse(
            parcels,
            destination,
            shared,
            reason: "\(reason), \(tries) times"
          )
        }
        shared.retry()
        let now = clock.now()
        if let retryAfter {
          try keepQuiet(destination, until: now + Double(retryAfter), shared)
        }
        let pause = max(
          Double(retryAfter ?? 0),
          options.backOff.wait(after: tries, draw: draw())
        )
        for index in parcels.indices { parcels[index].nextAttempt = Int64(now + pause) }
        try store.markWaiting(parcels, for: destination, reason: reason)
        try await clock.sleep(pause)
        for index in parcels.indices { parcels[index].nextAttempt = nil }
      case .unreachable(let reason):
        // A cancelled request looks like one that nobody answered.
        try Task.checkCancellation()
        silences += 1
        shared.retry()
        try lament(silences, reason, shared)
        try await clock.sleep(options.backOff.wait(after: silences, draw: draw()))
      }
    }
  }

  /// What is refused alone is dead; of a batch each half is sent once more, so that one bad event
  /// does not take the others along.
  private func refuse(
    _ parcels: [Parcel],
    _ destination: Int64,
    _ shared: DeliveryState,
    reason: String
  ) async throws {
    guard parcels.count == 1, let parcel = parcels.first else {
      let again = parcels.map { parcel in
        var parcel = parcel
        parcel.attempts = min(parcel.attempts, options.maxAttempts - 1)
        parcel.nextAttempt = nil
        return parcel
      }
      let half = parcels.count / 2
      try await settle(Array(again[..<half]), destination, shared)
      return try await settle(Array(again[half...]), destination, shared)
    }
    try store.markDead(parcel, for: destination, reason: reason)
    guard shared.bury() < Self.mostRefusalsInRow else {
      throw Diagnostic(
        .receiverRefuses,
        at: SourceLocation(file: options.address),
        "the receiver refused \(Self.mostRefusalsInRow) signals in a row, the last with \(reason)",
        hint: "check the address and the secret, then `verbatim deliver --retry-dead`"
      )
    }
  }

  /// Waits until the parcels are due and the receiver may be asked.
  private func wait(for parcels: [Parcel], _ shared: DeliveryState) async throws {
    while true {
      try Task.checkCancellation()
      let due = parcels.compactMap(\.nextAttempt).max().map { Double($0) } ?? 0
      let pause = max(due, shared.quietUntil) - clock.now()
      guard pause > 0 else { return }
      if options.isOnce, pause > Double(options.patience) {
        throw Diagnostic(
          .receiverUnreachable,
          at: SourceLocation(file: options.address),
          "the receiver asks for quiet for \(Int(pause.rounded(.up))) seconds more",
          hint: "what is not delivered stays in the store; run the same command then"
        )
      }
      try await clock.sleep(pause)
    }
  }

  private func keepQuiet(
    _ destination: Int64,
    until time: Double,
    _ shared: DeliveryState
  ) throws {
    shared.keepQuiet(until: time)
    try store.keepQuiet(destination, until: Int64(time.rounded(.up)))
  }

  /// Tells that nobody answers: the first time as a warning, and as the end when it is to end.
  private func lament(_ silences: Int, _ reason: String, _ shared: DeliveryState) throws {
    let place = SourceLocation(file: options.address)
    if options.isOnce, silences >= options.maxSilences {
      throw Diagnostic(
        .receiverUnreachable,
        at: place,
        "the receiver cannot be reached after \(silences) tries: \(reason)",
        hint: "what is not delivered stays in the store; run the same command again"
      )
    }
    guard shared.loseTouch() else { return }
    tell(
      Diagnostic(
        .receiverUnreachable,
        .warning,
        at: place,
        "the receiver cannot be reached: \(reason)",
        hint: "it is tried again"
      )
    )
  }
}
