internal import CICU

/// Converts a stream of bytes from one charset to UTF-8, piece by piece.
///
/// Bytes without meaning in the charset become U+FFFD. Owns one ICU converter and closes it.
@safe final class ICUConverter {
  // Safety: opened in init, closed once in deinit, never handed out.
  private let handle: OpaquePointer

  /// Opens a converter; nil when ICU does not know the charset.
  init?(charset: String) {
    var status: Int32 = 0
    guard let handle = unsafe vicu_converter_open(charset, &status) else { return nil }
    unsafe self.handle = handle
  }

  deinit { unsafe vicu_converter_close(handle) }

  /// Bytes as UTF-8; nil when ICU does not know the charset or gives up.
  ///
  /// `isWhole` says that the bytes are all there is; else a character cut at their end is left out.
  static func utf8(of bytes: [UInt8], in charset: String, isWhole: Bool) -> [UInt8]? {
    guard let converter = ICUConverter(charset: charset) else { return nil }
    var output: [UInt8] = []
    do throws(ICUFailure) {
      try converter.convert(bytes, isLast: isWhole, into: &output)
      return output
    } catch {
      return nil
    }
  }

  /// Converts `bytes` and appends the UTF-8 to `output`; `isLast` says that nothing follows.
  func convert(_ bytes: [UInt8], isLast: Bool, into output: inout [UInt8]) throws(ICUFailure) {
    var at = 0
    var isFull = true
    while isFull {
      var consumed = 0
      var produced = 0
      var status: Int32 = 0
      let room = Swift.max(64, (bytes.count - at) * 3)
      let piece = unsafe [UInt8](unsafeUninitializedCapacity: room) { target, count in
        // Safety: ICU writes at most `room` bytes and says how many.
        unsafe bytes.withUnsafeBufferPointer { source in
          isFull = unsafe vicu_converter_convert(
            handle,
            source.baseAddress.map { unsafe $0 + at },
            bytes.count - at,
            target.baseAddress,
            room,
            isLast,
            &consumed,
            &produced,
            &status
          )
        }
        count = produced
      }
      output.append(contentsOf: piece)
      at += consumed
      if let failure = ICUFailure(status) { throw failure }
    }
  }
}
