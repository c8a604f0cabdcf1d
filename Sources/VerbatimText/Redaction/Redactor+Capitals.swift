extension Redactor {
  /// The next capital right after a blank, line end or bracket, from `start` on; nil for none.
  static func nextCapital(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    // Safety: bytes have no padding.
    let raw = unsafe bytes.bytes
    var at = start
    while at + 8 <= bytes.count {
      // Safety: eight bytes from `at` lie inside.
      let chunk = UInt64(
        littleEndian: unsafe raw.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self)
      )
      let low = chunk & each(0x7F)
      let capitals = (low &+ each(0x3F)) & ~(low &+ each(0x25)) & ~chunk
      // The first bytes of characters of two: É, Ж.
      let leads = chunk & (chunk << 1) & ~(chunk << 2)
      // Blanks, tabs and line ends, all up to 0x20, and brackets.
      let open = low ^ each(0x28)
      let brackets = ~((open &+ each(0x7F)) | chunk) & each(0x80)
      let blanks = ~((low &+ each(0x5F)) | chunk) & each(0x80) | brackets
      let isAfterBlank = at > 0 && (bytes[at - 1] <= 0x20 || bytes[at - 1] == 0x28)
      var starts = (capitals | leads) & (blanks << 8 | (isAfterBlank ? 0x80 : 0))
      while starts != 0 {
        let place = at + starts.trailingZeroBitCount / 8
        if bytes[place] < 0x80 || Scalars.isCapital(Scalars.decode(bytes, place).value) {
          return place
        }
        starts &= starts &- 1
      }
      at += 8
    }
    while at < bytes.count {
      if at > 0, bytes[at - 1] <= 0x20 || bytes[at - 1] == 0x28, bytes[at] > 0x40,
        Scalars.isCapital(Scalars.decode(bytes, at).value)
      {
        return at
      }
      at += 1
    }
    return nil
  }

  /// A byte eight times.
  @inline(__always)
  private static func each(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }
}
