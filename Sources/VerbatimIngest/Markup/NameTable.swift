/// What is known of some names, found in a few steps: a page asks for thousands.
struct NameTable<Value: Sendable>: Sendable {
  private struct Slot: Sendable {
    /// The name as a number; 0 for none.
    var letters: UInt128 = 0
    var value: Value
  }

  /// Open addressing; more than twice as many as there are names.
  private var slots: [Slot]

  /// A table in which every name has the same value.
  init(_ value: Value) { slots = [Slot](repeating: Slot(value: value), count: 256) }

  /// The value of a name.
  subscript(name: TagName) -> Value { slots[place(name.letters)].value }

  /// The value of a name in small letters, at most sixteen.
  subscript(name: Substring) -> Value {
    get { slots[place(Self.letters(name))].value }
    set {
      let letters = Self.letters(name)
      let place = place(letters)
      slots[place].letters = letters
      slots[place].value = newValue
    }
  }

  private static func letters(_ name: Substring) -> UInt128 {
    TagName(Array(name.utf8).span, from: 0).letters
  }

  /// Where a name stands, or would stand.
  private func place(_ letters: UInt128) -> Int {
    // Fibonacci hashing of the first eight letters.
    let low = UInt64(truncatingIfNeeded: letters)
    var at = Int(truncatingIfNeeded: (low &* 0x9E37_79B9_7F4A_7C15) >> 56)
    while slots[at].letters != letters, slots[at].letters != 0 { at = (at + 1) & 255 }
    return at
  }
}
