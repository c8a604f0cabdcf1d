extension String {
  /// The text as UTF-16, the low byte first.
  var littleEndian: [UInt8] {
    utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
  }

  /// The text as UTF-16, the high byte first.
  var bigEndian: [UInt8] {
    utf16.flatMap { unit -> [UInt8] in [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
  }
}
