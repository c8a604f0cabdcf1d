internal import Synchronization
internal import VerbatimPipeline

/// What is computed over the whole store, once for each of its states.
///
/// Such work reads every report, which a million of them make a matter of seconds. So one
/// computation runs at a time for each key, beside the requests; whoever asks meanwhile waits a
/// moment and then gets the last value, which says of which state it is.
final class StoreCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  /// The value of one state of the store.
  struct Kept: Sendable {
    /// The state it was computed in.
    let state: StoreState
    /// Whether that was still the store's state when it was asked for.
    var isCurrent = true
    /// The value.
    let value: Value
  }

  private struct Slot {
    var last: Kept?
    var running: Task<Kept, any Error>?
  }

  private let store: SignalStore
  private let patience: Duration
  private let compute: @Sendable (SignalStore, Key) throws -> Value
  private let slots = Mutex<[Key: Slot]>([:])

  /// A cache over a store.
  ///
  /// - Parameters:
  ///   - store: The store.
  ///   - patience: How long to wait for a new value when there is an old one.
  ///   - compute: The work, on a thread of its own.
  init(
    _ store: SignalStore,
    patience: Duration,
    _ compute: @escaping @Sendable (SignalStore, Key) throws -> Value
  ) {
    self.store = store
    self.patience = patience
    self.compute = compute
  }

  /// The value for a key, of the store's state or of one shortly before.
  ///
  /// - Throws: What the work throws when there is no earlier value, and a failure of the store.
  func value(_ key: Key) async throws -> Kept {
    let now = try store.state()
    let (last, task) = slots.withLock { slots in
      var slot = slots[key] ?? Slot()
      if let last = slot.last, last.state == now {
        return (last as Kept?, nil as Task<Kept, any Error>?)
      }
      let task = slot.running ?? start(key, now)
      slot.running = task
      slots[key] = slot
      return (slot.last, task)
    }
    guard var last else {
      guard let task else { preconditionFailure("without a value there is a task that makes one") }
      return try await task.value
    }
    guard task != nil else { return last }
    let end = ContinuousClock.now + patience
    while ContinuousClock.now < end {
      try await Task.sleep(for: .milliseconds(2))
      if let kept = slots.withLock({ $0[key]?.last }), kept.state != last.state { return kept }
    }
    last.isCurrent = false
    return last
  }

  /// Computes beside the requests.
  private func start(_ key: Key, _ state: StoreState) -> Task<Kept, any Error> {
    let (store, compute) = (store, compute)
    return Task {
      do {
        let value = try await Aside.run { try compute(store, key) }
        let kept = Kept(state: state, value: value)
        slots.withLock { $0[key] = Slot(last: kept) }
        return kept
      } catch {
        slots.withLock { $0[key]?.running = nil }
        throw error
      }
    }
  }
}
