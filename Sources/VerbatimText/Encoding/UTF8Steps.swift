/// The vector part of the UTF-8 check: sixteen bytes against the three that stand before each.
///
/// A byte must continue a sequence exactly when the byte before it opens one of two or more, the
/// byte two before one of three or more, or the byte three before one of four. What is left are
/// the eight rules for single values: C0, C1 and F5 to FF never stand; E0, ED, F0 and F4 narrow
/// the byte that follows.
///
/// - SeeAlso: Keiser and Lemire (2021), "Validating UTF-8 in less than one instruction per byte",
///   for the thought to compare with the shifted input; here without table look-ups.
enum UTF8Steps {
  private typealias Lanes = SIMD16<UInt8>

  /// The end of what was checked, at most fifteen bytes before the end of the span; nil when
  /// something in it is not well-formed.
  ///
  /// `start` is the start of a character, with three bytes before it. At the end a sequence may be
  /// open.
  static func end(in span: Span<UInt8>, from start: Int) -> Int? {
    // Safety: the raw bytes are read within their count only.
    let bytes = unsafe span.bytes
    var at = start
    while at + 64 <= bytes.byteCount {
      // Safety: the 64 bytes from `at` on lie inside, as do the three before it.
      let words = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: at, as: SIMD8<UInt64>.self)
      let any =
        words[0] | words[1] | words[2] | words[3] | words[4] | words[5] | words[6] | words[7]
      if any & 0x8080_8080_8080_8080 == 0 {
        guard !isOpen(bytes, before: at) else { return nil }
      } else {
        let faults =
          faults(bytes, at) | faults(bytes, at + 16) | faults(bytes, at + 32)
          | faults(bytes, at + 48)
        guard faults == .zero else { return nil }
      }
      at += 64
    }
    while at + 16 <= bytes.byteCount {
      guard faults(bytes, at) == .zero else { return nil }
      at += 16
    }
    return at
  }

  /// Whether a sequence goes on at `at`.
  private static func isOpen(_ bytes: RawSpan, before at: Int) -> Bool {
    // Safety: three bytes stand before `at`.
    unsafe bytes.unsafeLoad(fromByteOffset: at - 1, as: UInt8.self) >= 0xC0
      || bytes.unsafeLoad(fromByteOffset: at - 2, as: UInt8.self) >= 0xE0
      || bytes.unsafeLoad(fromByteOffset: at - 3, as: UInt8.self) >= 0xF0
  }

  /// Not zero in the lanes of the sixteen bytes from `at` on that break a rule.
  @inline(__always)
  private static func faults(_ bytes: RawSpan, _ at: Int) -> Lanes {
    // Safety: the caller has sixteen bytes from `at` on and three before it.
    let byte = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: at, as: Lanes.self)
    let one = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: at - 1, as: Lanes.self)
    let two = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: at - 2, as: Lanes.self)
    let three = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: at - 3, as: Lanes.self)

    let mustContinue =
      (one .>= Lanes(repeating: 0xC0)) .| (two .>= Lanes(repeating: 0xE0))
      .| (three .>= Lanes(repeating: 0xF0))
    let continues = (byte & Lanes(repeating: 0xC0)) .== Lanes(repeating: 0x80)
    let aroundA0 = byte .< Lanes(repeating: 0xA0)
    let around90 = byte .< Lanes(repeating: 0x90)
    let never =
      ((byte & Lanes(repeating: 0xFE)) .== Lanes(repeating: 0xC0))
      .| (byte .>= Lanes(repeating: 0xF5))
    let low =
      ((one .== Lanes(repeating: 0xE0)) .& aroundA0)
      .| ((one .== Lanes(repeating: 0xF0)) .& around90)
    let high =
      ((one .== Lanes(repeating: 0xED)) .& .!aroundA0)
      .| ((one .== Lanes(repeating: 0xF4)) .& .!around90)
    let wrong = (mustContinue .^ continues) .| never .| low .| high
    return Lanes(repeating: 0).replacing(with: Lanes(repeating: 1), where: wrong)
  }
}
