internal import CICU

/// A guess at the charset of bytes, by ICU's statistics.
enum ICUCharsetDetector {
  /// The most likely charset and ICU's confidence in it, 0 to 100; nil without a guess.
  static func guess(_ bytes: [UInt8]) -> (name: String, confidence: Int)? {
    var name = [CChar](repeating: 0, count: 64)
    let confidence = unsafe bytes.withUnsafeBufferPointer { buffer in
      // Safety: the detector reads only the bytes and writes at most 64.
      unsafe name.withUnsafeMutableBufferPointer { out in
        unsafe vicu_detect(buffer.baseAddress, Int32(buffer.count), out.baseAddress)
      }
    }
    guard confidence >= 0 else { return nil }
    let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return (String(decoding: bytes, as: UTF8.self), Int(confidence))
  }
}
