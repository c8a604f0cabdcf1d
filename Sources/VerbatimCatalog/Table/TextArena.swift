/// Where a text stands in a ``TextArena``.
struct TextPlace: Hashable, Sendable {
  var start: UInt32 = 0
  var count: UInt32 = 0

  var isEmpty: Bool { count == 0 }
}

/// Many short texts in one row of bytes, and names that repeat by number.
struct TextArena: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Texts that stand in many rows, each once.
  private(set) var shared: [String] = [""]
  private var numbers: [String: Int32] = ["": 0]

  /// Keeps a text.
  mutating func add(_ text: String) -> TextPlace {
    guard !text.isEmpty, bytes.count + text.utf8.count < Int(UInt32.max) else { return TextPlace() }
    let place = TextPlace(start: UInt32(bytes.count), count: UInt32(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
    return place
  }

  /// The number of a text that may stand in many rows; 0 for an empty one.
  mutating func share(_ text: String) -> Int32 {
    if let number = numbers[text] { return number }
    let number = Int32(shared.count)
    shared.append(text)
    numbers[text] = number
    return number
  }

  /// The bytes of a text.
  func bytes(_ place: TextPlace) -> ArraySlice<UInt8> {
    bytes[Int(place.start)..<Int(place.start + place.count)]
  }

  /// A text.
  func text(_ place: TextPlace) -> String { String(decoding: bytes(place), as: UTF8.self) }

  /// A text; nil when it is empty.
  func optional(_ place: TextPlace) -> String? { place.isEmpty ? nil : text(place) }

  /// A shared text; nil for number 0.
  func optional(_ number: Int32) -> String? { number == 0 ? nil : shared[Int(number)] }
}
