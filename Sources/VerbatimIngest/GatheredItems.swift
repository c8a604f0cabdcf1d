/// What a reader makes of an input that it reads at once, given out one by one.
struct GatheredItems {
  private var items: [ReadItem] = []
  private var at = -1

  /// Whether nothing was gathered.
  var isEmpty: Bool { items.isEmpty }

  /// Whether the input is still to be read; true once.
  mutating func begins() -> Bool {
    guard at < 0 else { return false }
    at = 0
    return true
  }

  mutating func append(_ item: ReadItem) { items.append(item) }

  /// The next item; nil behind the last.
  mutating func next() -> ReadItem? {
    guard at < items.count else { return nil }
    at += 1
    return items[at - 1]
  }
}
