/// Word forms one behind the other in one row of bytes, by their numbers; number 0 is empty.
struct FormList: Sendable {
  /// The bytes of all forms.
  private(set) var bytes: [UInt8] = []
  private var ends: [Int32] = [0]

  /// How many forms there are, the empty one counted.
  var count: Int { ends.count }

  /// Appends a form; returns its number.
  mutating func append(_ form: Span<UInt8>) -> WordID {
    for index in form.indices { bytes.append(form[index]) }
    ends.append(Int32(bytes.count))
    return WordID(ends.count - 1)
  }

  /// The bytes of a form, as places in ``bytes``.
  func range(of id: WordID) -> Range<Int> {
    id == 0 ? 0..<0 : Int(ends[Int(id) - 1])..<Int(ends[Int(id)])
  }
}
