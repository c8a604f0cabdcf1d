/// Counts of terms in bounded memory: when there are too many, those seen once or twice are let go.
///
/// What is let go is decided by counts and order of arrival alone, so the same input gives the same
/// counts. A term that comes back later is counted from there; frequent ones lose nothing.
struct TermTally {
  /// A term with what was added for it.
  struct Entry: Hashable {
    var count = 0
    var sum = 0.0
  }

  private(set) var entries: [String: Entry] = [:]
  private let limit: Int

  /// A tally of at most `limit` terms.
  init(limit: Int = 400_000) { self.limit = limit }

  /// Counts a term.
  mutating func add(_ term: String, count: Int = 1, sum: Double = 0) {
    entries[term, default: Entry()].count += count
    if sum != 0 { entries[term]?.sum += sum }
    guard entries.count > limit else { return }
    var floor = 1
    while entries.count > limit / 2 {
      entries = entries.filter { $0.value.count > floor }
      floor += 1
    }
  }

  /// Adds another tally.
  ///
  /// In the order of the terms: when the limit is passed depends on it.
  mutating func add(_ other: TermTally) {
    for (term, entry) in other.entries.sorted(by: { $0.key < $1.key }) {
      add(term, count: entry.count, sum: entry.sum)
    }
  }

  /// The terms by their counts, equal ones by their bytes.
  func mostFrequent(_ count: Int) -> [(term: String, entry: Entry)] {
    entries.sorted {
      $0.value.count != $1.value.count
        ? $0.value.count > $1.value.count : $0.key < $1.key
    }.prefix(count).map { ($0.key, $0.value) }
  }

  /// The terms by the size of their sums, equal ones by their bytes.
  func weightiest(_ count: Int) -> [(term: String, entry: Entry)] {
    entries.sorted {
      abs($0.value.sum) != abs($1.value.sum)
        ? abs($0.value.sum) > abs($1.value.sum) : $0.key < $1.key
    }.prefix(count).map { ($0.key, $0.value) }
  }
}
