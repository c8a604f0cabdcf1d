/// Lists of numbers in one flat array: a million of them are two objects.
struct NumberLists: Sendable {
  private var ends: [Int32] = []
  private(set) var numbers: [Int32] = []

  init(capacity: Int = 0) { ends.reserveCapacity(capacity) }

  /// Lists of pairs that name their list, each in the order of its pairs.
  ///
  /// - Complexity: O(the pairs and the lists).
  init(lists: Int, _ pairs: some Collection<(list: Int32, number: Int32)>) {
    ends = [Int32](repeating: 0, count: lists)
    for pair in pairs { ends[Int(pair.list)] += 1 }
    var start: Int32 = 0
    for list in ends.indices { (start, ends[list]) = (start + ends[list], start) }
    // Each end is its list's start now, and moves on with every number.
    numbers = [Int32](repeating: 0, count: pairs.count)
    for (list, number) in pairs {
      numbers[Int(ends[Int(list)])] = number
      ends[Int(list)] += 1
    }
  }

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
