internal import Synchronization

/// Lets so many requests be under way at once, the others waiting in the order in which they came.
final class RequestGate: Sendable {
  private struct State {
    var free: Int
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let state: Mutex<State>

  /// A gate for so many.
  init(_ places: Int) { state = Mutex(State(free: max(1, places))) }

  /// Runs `body` when there is a place.
  ///
  /// A cancelled task waits its turn like others: those before it end soon, being cancelled too.
  func pass<Value: Sendable>(_ body: () async -> Value) async -> Value {
    await enter()
    let value = await body()
    leave()
    return value
  }

  private func enter() async {
    await withCheckedContinuation { continuation in
      let isFree = state.withLock { state in
        guard state.free > 0 else {
          state.waiting.append(continuation)
          return false
        }
        state.free -= 1
        return true
      }
      if isFree { continuation.resume() }
    }
  }

  private func leave() {
    let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
      guard !state.waiting.isEmpty else {
        state.free += 1
        return nil
      }
      return state.waiting.removeFirst()
    }
    next?.resume()
  }
}
