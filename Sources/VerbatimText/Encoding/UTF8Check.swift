/// Validity of UTF-8, by the table of the Unicode standard (3.9, table 3-7).
package enum UTF8Check {
  /// Whether every byte is ASCII.
  ///
  /// - Complexity: O(*n*), eight bytes at a step.
  static func isASCII(_ bytes: Span<UInt8>) -> Bool {
    var at = 0
    while at + 8 <= bytes.count {
      if ByteBlock(bytes, at: at).bits & ByteBlock.high != 0 { return false }
      at += 8
    }
    return ByteBlock(bytes, at: at).bits & ByteBlock.high == 0
  }

  /// Whether every byte belongs to a well-formed sequence.
  static func isValid(_ bytes: [UInt8], allowsCutEnd: Bool) -> Bool {
    isValid(bytes.span, allowsCutEnd: allowsCutEnd)
  }

  /// Whether every byte belongs to a well-formed sequence; with `allowsCutEnd` the last one may
  /// lack its end.
  ///
  /// - Complexity: O(*n*), sixty-four bytes at a step.
  static func isValid(_ bytes: Span<UInt8>, allowsCutEnd: Bool) -> Bool {
    var at = firstNonASCII(in: bytes)
    // The steps look back three bytes: what has fewer before it is read by itself.
    while at < min(3, bytes.count) {
      guard let length = sequence(in: bytes, at: at, allowsCutEnd: allowsCutEnd) else {
        return false
      }
      at += length
    }
    guard let end = UTF8Steps.end(in: bytes, from: at) else { return false }
    at = max(at, end) - openBytes(in: bytes, before: max(at, end))
    while at < bytes.count {
      guard let length = sequence(in: bytes, at: at, allowsCutEnd: allowsCutEnd) else {
        return false
      }
      at += length
    }
    return true
  }

  /// The place of the first byte of 0x80 or more from `start` on; the count when there is none.
  static func firstNonASCII(in bytes: Span<UInt8>, from start: Int = 0) -> Int {
    // Safety: the raw bytes are read within their count only.
    let raw = unsafe bytes.bytes
    var at = start
    while at + 32 <= bytes.count {
      // Safety: 32 bytes from `at` lie inside; every pattern of bits is a UInt64.
      let bits = unsafe raw.unsafeLoadUnaligned(fromByteOffset: at, as: SIMD4<UInt64>.self)
      guard (bits[0] | bits[1] | bits[2] | bits[3]) & 0x8080_8080_8080_8080 == 0 else { break }
      at += 32
    }
    while at < bytes.count, bytes[at] < 0x80 { at += 1 }
    return at
  }

  /// The scalar at `at` with the bytes it takes; nil at the end and where there is none.
  package static func scalar(
    in bytes: Span<UInt8>,
    at start: Int
  ) -> (scalar: Unicode.Scalar, length: Int)? {
    guard start < bytes.count else { return nil }
    let first = bytes[start]
    let length = length(of: first)
    guard length > 0, start + length <= bytes.count else { return nil }
    if length == 1 { return (Unicode.Scalar(first), 1) }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      guard bytes[start + offset] & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(bytes[start + offset] & 0x3F)
    }
    guard let scalar = Unicode.Scalar(value), UTF8.width(scalar) == length else { return nil }
    return (scalar, length)
  }

  /// The bytes of the sequence that `first` opens; 0 when it opens none.
  static func length(of first: UInt8) -> Int {
    switch first {
    case 0x00...0x7F: 1
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 0
    }
  }

  /// How many of the last bytes before `end` belong to a sequence that goes on behind it; 0 to 3.
  static func openBytes(in bytes: Span<UInt8>, before end: Int) -> Int {
    var back = 1
    while back <= min(3, end) {
      let byte = bytes[end - back]
      if byte & 0xC0 != 0x80 { return length(of: byte) > back ? back : 0 }
      back += 1
    }
    return 0
  }

  /// The length of the sequence at `at`; nil when it is not well-formed, up to the count when it
  /// may be cut.
  static func sequence(in bytes: Span<UInt8>, at: Int, allowsCutEnd: Bool) -> Int? {
    let first = bytes[at]
    let length = length(of: first)
    guard length > 1 else { return length == 1 ? 1 : nil }
    let end = min(bytes.count, at + length)
    guard end == at + length || allowsCutEnd else { return nil }
    guard at + 1 < end else { return end - at }
    let second = bytes[at + 1]
    switch first {
    case 0xE0: guard second >= 0xA0, second <= 0xBF else { return nil }
    case 0xED: guard second >= 0x80, second <= 0x9F else { return nil }
    case 0xF0: guard second >= 0x90, second <= 0xBF else { return nil }
    case 0xF4: guard second >= 0x80, second <= 0x8F else { return nil }
    default: guard second & 0xC0 == 0x80 else { return nil }
    }
    var rest = at + 2
    while rest < end {
      guard bytes[rest] & 0xC0 == 0x80 else { return nil }
      rest += 1
    }
    return end - at
  }
}
