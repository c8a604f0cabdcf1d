/// The names of a column that some reports have, numbered anew.
struct PresentNames {
  let names: [String]
  private let places: [Int]

  init(_ all: [String], _ numbers: some Sequence<Int32>) {
    var isPresent = [Bool](repeating: false, count: all.count)
    for number in numbers where number >= 0 { isPresent[Int(number)] = true }
    var names: [String] = []
    places = all.indices.map { number in
      guard isPresent[number] else { return -1 }
      names.append(all[number])
      return names.count - 1
    }
    self.names = names
  }

  /// The new number of a name; −1 for none.
  subscript(_ number: Int32) -> Int { number < 0 ? -1 : places[Int(number)] }
}
