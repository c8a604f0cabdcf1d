/// Lists of numbers in one flat array: a million of them are two objects.
struct NumberLists: Sendable {
  private var ends: [Int32] = []
  private(set) var numbers: [Int32] = []

  init(capacity: Int = 0) { ends.reserveCapacity(capacity) }

  /// How many lists there are.
  var count: Int { ends.count }

  /// Adds a list.
  mutating func append(_ list: some Sequence<Int>) {
    for number in list { numbers.append(Int32(number)) }
    ends.append(Int32(numbers.count))
  }

  /// Where the numbers of a list stand in ``numbers``.
  func range(_ list: Int) -> Range<Int> {
    (list == 0 ? 0 : Int(ends[list - 1]))..<Int(ends[list])
  }

  /// The numbers of a list.
  subscript(_ list: Int) -> ArraySlice<Int32> { numbers[range(list)] }
}
