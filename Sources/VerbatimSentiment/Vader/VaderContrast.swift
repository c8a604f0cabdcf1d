/// VADER's "but": what stands before it counts half, what stands behind it half as much again.
///
/// The published program goes through the valences and looks each of them up again by its value,
/// from the first on. Where two words have the same valence at that moment, the first of them is
/// changed, for a second time perhaps, and the other one not. The same happens here.
enum VaderContrast {
  /// From how many words on places are kept by value; for fewer, looking at each is faster.
  private static let many = 32

  /// Changes the valences of a text whose first "but" is the word `but`.
  ///
  /// - Complexity: O(*m* log *m*) in the polar words.
  static func apply(at but: Int, to polar: inout [VaderEngine.PolarWord]) {
    if polar.count < many {
      for index in polar.indices {
        let valence = polar[index].valence
        var first = 0
        while polar[first].valence != valence { first += 1 }
        weigh(&polar[first], but)
      }
      return
    }
    var places: [Double: IndexHeap] = [:]
    for index in polar.indices {
      let valence = polar[index].valence
      places[valence, default: IndexHeap()].insert(index)
      guard let first = places[valence]?.removeFirst() else { continue }
      weigh(&polar[first], but)
      places[polar[first].valence, default: IndexHeap()].insert(first)
    }
  }

  private static func weigh(_ word: inout VaderEngine.PolarWord, _ but: Int) {
    if word.word < but { word.valence *= VaderRules.beforeBut }
    if word.word > but { word.valence *= VaderRules.afterBut }
  }
}

/// Numbers of which the smallest is at hand: a binary heap.
private struct IndexHeap {
  private var numbers: [Int] = []

  mutating func insert(_ number: Int) {
    var at = numbers.count
    numbers.append(number)
    while at > 0, numbers[(at - 1) / 2] > number {
      numbers[at] = numbers[(at - 1) / 2]
      at = (at - 1) / 2
    }
    numbers[at] = number
  }

  mutating func removeFirst() -> Int? {
    guard let first = numbers.first, let last = numbers.popLast() else { return nil }
    guard !numbers.isEmpty else { return first }
    var at = 0
    while at * 2 + 1 < numbers.count {
      var child = at * 2 + 1
      if child + 1 < numbers.count, numbers[child + 1] < numbers[child] { child += 1 }
      guard numbers[child] < last else { break }
      numbers[at] = numbers[child]
      at = child
    }
    numbers[at] = last
    return first
  }
}
