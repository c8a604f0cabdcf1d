/// Finds the next of three bytes, eight at a time: LF, CR and one more.
struct ByteFinder {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F

  private let byte: UInt8
  private let pattern: UInt64

  /// A finder of line ends and `byte`.
  init(_ byte: UInt8) {
    self.byte = byte
    pattern = UInt64(byte) &* Self.ones
  }

  /// A word with the high bit of each byte that is zero, and no other.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 {
    ~(((word & low) &+ low) | word | low)
  }

  /// The first place from `start` on that holds one of the bytes; the count when none does.
  @inline(__always)
  func first(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    // Safety: a word is loaded only where eight bytes are left, a byte only below the count.
    let count = bytes.count
    var at = start
    while at &+ 8 <= count {
      let bits = unsafe UnsafeRawBufferPointer(bytes)
        .loadUnaligned(fromByteOffset: at, as: UInt64.self)
      let word = UInt64(littleEndian: bits)
      let found =
        Self.zeros(word ^ pattern) | Self.zeros(word ^ (0x0A &* Self.ones))
        | Self.zeros(word ^ (0x0D &* Self.ones))
      if found != 0 { return at &+ found.trailingZeroBitCount &>> 3 }
      at &+= 8
    }
    while at < count {
      let next = unsafe bytes[at]
      if next == byte || next == 0x0A || next == 0x0D { return at }
      at &+= 1
    }
    return count
  }

  /// The same in a span.
  @inline(__always)
  func first(in bytes: Span<UInt8>, from start: Int) -> Int {
    // Safety: the buffer lives for the call.
    unsafe bytes.withUnsafeBufferPointer { unsafe first(in: $0, from: start) }
  }

  /// Whether one of eight bytes is `byte`.
  @inline(__always)
  static func holds(_ byte: UInt8, _ word: UInt64) -> Bool {
    zeros(word ^ (UInt64(byte) &* ones)) != 0
  }

  /// Whether a byte is among others.
  @inline(__always)
  static func contains(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    // Safety: a word is loaded only where eight bytes are left, a byte only below the count.
    let count = bytes.count
    let pattern = UInt64(byte) &* ones
    var at = 0
    while at &+ 8 <= count {
      let word = unsafe UnsafeRawBufferPointer(bytes)
        .loadUnaligned(fromByteOffset: at, as: UInt64.self)
      if zeros(word ^ pattern) != 0 { return true }
      at &+= 8
    }
    while at < count {
      if unsafe bytes[at] == byte { return true }
      at &+= 1
    }
    return false
  }
}
