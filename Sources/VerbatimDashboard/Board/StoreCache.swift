internal import Synchronization
internal import VerbatimPipeline

/// The value of one state of the store.
struct Kept<Value: Sendable>: Sendable {
  /// The state it was computed in.
  var state: StoreState
  /// Whether that was still the store's state when it was asked for.
  var isCurrent = true
  /// The value.
  var value: Value
  /// How long it took to compute.
  var took = Duration.zero

  /// The value as it is seen in a state: work that was begun before a change does not count it.
  func seen(in now: StoreState) -> Self {
    var seen = self
    seen.isCurrent = state == now
    return seen
  }
}

/// The first value of a large store is not computed yet: nobody is kept waiting for it.
struct Counting: Error {
  /// The cursor of the last signal that is to be counted.
  let last: Int64

  init(of last: Int64) { self.last = last }
}

/// What is computed over the whole store, once for each of its states.
///
/// Such work reads every report, which a million of them make a matter of a minute. So one
/// computation runs at a time for each key, beside the requests; whoever asks meanwhile gets the
/// last value, which says of which state it is. Where the work is short, the answer waits for it;
/// where it is long, the same time passes before it is done again, so that a stream of feedback
/// does not keep a processor at nothing else. Over a large store nobody waits for the first value:
/// who asks is told to ask again.
final class StoreCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private struct Slot {
    var last: Kept<Value>?
    var running: Task<Kept<Value>, any Error>?
    var ended: ContinuousClock.Instant?
    /// Why the first value could not be computed, for the next who asks.
    var failure: (any Error)?
  }

  private let store: SignalStore
  private let patience: Duration
  /// From how long on work is followed by a rest.
  private let long: Duration
  private let mostAwaited: Int
  private let compute: @Sendable (SignalStore, Key) throws -> Value
  private let slots = Mutex<[Key: Slot]>([:])

  /// A cache over a store.
  ///
  /// - Parameters:
  ///   - store: The store.
  ///   - settings: How long to wait for a new value when there is an old one, and over how large a
  ///     store for the first.
  ///   - compute: The work, on a thread of its own.
  init(
    _ store: SignalStore,
    _ settings: DashboardSettings,
    _ compute: @escaping @Sendable (SignalStore, Key) throws -> Value
  ) {
    self.store = store
    patience = settings.patience
    long = settings.longCount
    mostAwaited = settings.mostAwaited
    self.compute = compute
  }

  /// The value for a key, of the store's state or of one shortly before.
  ///
  /// - Parameters:
  ///   - key: Of which value.
  ///   - waits: Whether to wait for the first value also over a large store.
  /// - Returns: The value, with the state it is of.
  /// - Throws: ``Counting`` while the first value is computed over a large store, what the work
  ///   throws when there is no earlier value, and a failure of the store.
  func value(_ key: Key, waits: Bool = false) async throws -> Kept<Value> {
    let now = try store.state()
    let (last, task) = try slots.withLock { slots in
      var slot = slots[key] ?? Slot()
      if let failure = slot.failure {
        slots[key] = nil
        throw failure
      }
      if let last = slot.last, last.state == now {
        return (last as Kept<Value>?, nil as Task<Kept<Value>, any Error>?)
      }
      if slot.running == nil, let last = slot.last, let ended = slot.ended,
        last.took >= long, ContinuousClock.now < ended + last.took
      {
        var stale = last
        stale.isCurrent = false
        return (stale, nil)
      }
      let task = slot.running ?? start(key, now)
      slot.running = task
      slots[key] = slot
      return (slot.last, task)
    }
    guard var last else {
      guard let task else { preconditionFailure("without a value there is a task that makes one") }
      guard waits || now.lastSignal <= mostAwaited else { throw Counting(of: now.lastSignal) }
      return (try await task.value).seen(in: now)
    }
    guard task != nil else { return last }
    guard last.took <= patience else {
      last.isCurrent = false
      return last
    }
    let end = ContinuousClock.now + patience
    while ContinuousClock.now < end {
      try await Task.sleep(for: .milliseconds(2))
      if let kept = slots.withLock({ $0[key]?.last }), kept.state != last.state {
        return kept.seen(in: now)
      }
    }
    last.isCurrent = false
    return last
  }

  /// Puts a value in the place of the last one, until it is computed anew.
  ///
  /// Whoever changed something sees it at once, though the work takes a minute; what else follows
  /// from the change is seen when that is done.
  ///
  /// - Parameters:
  ///   - key: Of which value; nothing happens when there is none yet.
  ///   - former: The state before the change; a value of another state stays as it is.
  ///   - change: The value with the change.
  func amend(_ key: Key, from former: StoreState, _ change: (Value) -> Value) {
    guard let last = slots.withLock({ $0[key]?.last }), last.state == former else { return }
    let value = change(last.value)
    slots.withLock { slots in
      if slots[key]?.last?.state == former { slots[key]?.last?.value = value }
    }
  }

  /// Computes beside the requests.
  private func start(_ key: Key, _ state: StoreState) -> Task<Kept<Value>, any Error> {
    let (store, compute, mostAwaited) = (store, compute, mostAwaited)
    return Task {
      do {
        let begun = ContinuousClock.now
        let value = try await Aside.run { try compute(store, key) }
        let ended = ContinuousClock.now
        let kept = Kept(state: state, value: value, took: ended - begun)
        slots.withLock { $0[key] = Slot(last: kept, ended: ended) }
        return kept
      } catch {
        slots.withLock { slots in
          slots[key]?.running = nil
          if slots[key]?.last == nil, state.lastSignal > mostAwaited { slots[key]?.failure = error }
        }
        throw error
      }
    }
  }
}
