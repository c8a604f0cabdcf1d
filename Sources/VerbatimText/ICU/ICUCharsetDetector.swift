internal import CICU

/// Guesses at the charset of bytes, by ICU's statistics.
enum ICUCharsetDetector {
  /// A charset that ICU holds possible.
  struct Guess: Hashable {
    /// ICU's name for it.
    let name: String
    /// ICU's confidence, 0 to 100.
    let confidence: Int
  }

  /// As many bytes as ICU looks at.
  static let sampleSize = 8000

  /// ICU's guesses, the surest first.
  static func guesses(_ bytes: [UInt8]) -> [Guess] {
    let room = 32
    var names = [CChar](repeating: 0, count: room * Int(VICU_NAME))
    var confidences = [Int32](repeating: 0, count: room)
    let count = unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe names.withUnsafeMutableBufferPointer { names in
        unsafe confidences.withUnsafeMutableBufferPointer { confidences in
          // Safety: the detector only reads the bytes, and writes at most `room` slots of each.
          unsafe vicu_detect(
            bytes.baseAddress,
            Int32(bytes.count),
            names.baseAddress,
            confidences.baseAddress,
            Int32(room)
          )
        }
      }
    }
    return (0..<Int(count)).map { place in
      let name = names[(place * Int(VICU_NAME))...].prefix { $0 != 0 }
      return Guess(
        name: String(decoding: name.map { UInt8(bitPattern: $0) }, as: UTF8.self),
        confidence: Int(confidences[place])
      )
    }
  }
}
