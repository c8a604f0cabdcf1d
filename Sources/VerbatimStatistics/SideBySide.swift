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
}
