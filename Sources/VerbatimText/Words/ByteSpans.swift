extension String {
  /// Calls `body` with the bytes of the string in UTF-8, where they stand.
  func withBytes<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    var text = self
    return text.withUTF8 { buffer in
      // Safety: the span does not leave the closure, in which the buffer lives.
      unsafe body(buffer.span)
    }
  }

  /// The text of some bytes in UTF-8; what is none is replaced by U+FFFD.
  init(copying bytes: Span<UInt8>) {
    // Safety: the buffer is only read inside the closure.
    self = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe String(decoding: buffer, as: UTF8.self)
    }
  }
}

extension [UInt8] {
  /// The bytes of a span.
  init(copying bytes: Span<UInt8>) {
    // Safety: the buffer is only read inside the closure.
    self = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe Array(buffer)
    }
  }
}
