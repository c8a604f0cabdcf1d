internal import Synchronization
internal import VerbatimStore

/// What the lanes of a delivery share.
final class DeliveryState: Sendable {
  private struct State {
    var counts = DeliveryCounts()
    var quietUntil = 0.0
    var refusedInRow = 0
    var isUnreachable = false
  }

  private let state: Mutex<State>

  init(quietUntil: Double) {
    var state = State()
    state.quietUntil = quietUntil
    self.state = Mutex(state)
  }

  var counts: DeliveryCounts { state.withLock { $0.counts } }

  /// Until when the receiver wants to be left alone.
  var quietUntil: Double { state.withLock { $0.quietUntil } }

  func keepQuiet(until time: Double) {
    state.withLock { $0.quietUntil = max($0.quietUntil, time) }
  }

  func take(_ parcels: [Parcel]) {
    state.withLock { state in
      for parcel in parcels { state.counts.count(parcel.change) }
      state.refusedInRow = 0
      state.isUnreachable = false
    }
  }

  /// Counts a dead letter; how many there are in a row now, without a signal that was taken.
  func bury() -> Int {
    state.withLock { state in
      state.counts.dead += 1
      state.refusedInRow += 1
      return state.refusedInRow
    }
  }

  /// Counts a request that is sent again.
  func retry() { state.withLock { $0.counts.retries += 1 } }

  /// Whether it is news that nobody answers.
  func loseTouch() -> Bool {
    state.withLock { state in
      defer { state.isUnreachable = true }
      return !state.isUnreachable
    }
  }
}
