internal import Dispatch
internal import Synchronization

/// Work on a few things at once, as many as the machine has cores, with the results in their order:
/// what comes of it is the same on any machine.
public enum SideBySide {
  /// The result of each element, in the order of the elements.
  public static func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element],
    _ work: @Sendable (Element) -> Result
  ) -> [Result] {
    let results = Mutex([Result?](repeating: nil, count: elements.count))
    DispatchQueue.concurrentPerform(iterations: elements.count) { place in
      let result = work(elements[place])
      results.withLock { $0[place] = result }
    }
    return results.withLock { $0 }.compactMap(\.self)
  }

  /// Two things at once.
  public static func both<First: Sendable, Second: Sendable>(
    _ first: @Sendable () -> First,
    and second: @Sendable () -> Second
  ) -> (First, Second) {
    let results = Mutex<(First?, Second?)>((nil, nil))
    DispatchQueue.concurrentPerform(iterations: 2) { place in
      if place == 0 {
        let result = first()
        results.withLock { $0.0 = result }
      } else {
        let result = second()
        results.withLock { $0.1 = result }
      }
    }
    let (one, other) = results.withLock { $0 }
    guard let one, let other else { preconditionFailure("both were done") }
    return (one, other)
  }
}
