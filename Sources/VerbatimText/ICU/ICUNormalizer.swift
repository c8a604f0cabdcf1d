internal import CICU

/// Unicode normalisation through ICU.
public enum ICUNormalizer {
  /// The form in which texts are compared: compatibility, composed, case folded, without characters
  /// that do not show.
  ///
  /// ASCII only has its capitals lowered.
  public static func matchingForm(_ text: String) -> String {
    text.withBytes { bytes in
      isMatchingForm(ascii: bytes)
        ? text : String(decoding: matchingForm(Array(copying: bytes)), as: UTF8.self)
    }
  }

  /// Whether bytes are ASCII without a capital, which is its own matching form.
  static func isMatchingForm(ascii bytes: Span<UInt8>) -> Bool {
    var at = 0
    while at < bytes.count {
      guard ByteBlock(bytes, at: at).isSmallASCII else { return false }
      at += 8
    }
    return true
  }

  /// The matching form of UTF-8 bytes.
  public static func matchingForm(_ bytes: [UInt8]) -> [UInt8] {
    if bytes.allSatisfy({ $0 < 0x80 }) {
      return bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    }
    return normalize(bytes, to: VICU_NFKC_CASEFOLD)
  }

  /// Composed form (NFC) of UTF-8 bytes; ASCII is returned as it is.
  public static func composed(_ bytes: [UInt8]) -> [UInt8] {
    if bytes.allSatisfy({ $0 < 0x80 }) { return bytes }
    return normalize(bytes, to: VICU_NFC)
  }

  /// Compatibility composition (NFKC) of UTF-8 bytes, capitals kept.
  static func compatible(_ bytes: [UInt8]) -> [UInt8] { normalize(bytes, to: VICU_NFKC) }

  /// Whether UTF-8 bytes are in compatibility composition.
  static func isCompatible(_ bytes: [UInt8]) -> Bool {
    // Safety: ICU only reads the buffer, inside the closure.
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe vicu_is_normalized(VICU_NFKC, buffer.baseAddress, Int32(buffer.count))
    }
  }

  /// Whether a scalar stays as it is under compatibility composition, marks that follow it aside.
  static func isSettled(_ scalar: Unicode.Scalar) -> Bool {
    vicu_is_settled(VICU_NFKC, scalar.value)
  }

  /// Whether a scalar never joins what stands before it under compatibility composition.
  static func beginsSegment(_ scalar: Unicode.Scalar) -> Bool {
    vicu_has_boundary_before(VICU_NFKC, scalar.value)
  }

  private static func normalize(_ bytes: [UInt8], to form: vicu_form) -> [UInt8] {
    var capacity = bytes.count * 2 + 16
    while true {
      var needed: Int32 = 0
      var status: Int32 = 0
      let result = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { out, count in
        // Safety: ICU writes at most `capacity` bytes.
        unsafe bytes.withUnsafeBufferPointer { source in
          needed = unsafe vicu_normalize(
            form,
            source.baseAddress,
            Int32(bytes.count),
            out.baseAddress,
            Int32(capacity),
            &status
          )
        }
        count = Swift.min(Int(needed), capacity)
      }
      // ICU's normaliser fails only when memory does; the text as it is, is then the best answer.
      guard ICUFailure(status) == nil else { return bytes }
      if Int(needed) <= capacity { return result }
      capacity = Int(needed)
    }
  }
}
