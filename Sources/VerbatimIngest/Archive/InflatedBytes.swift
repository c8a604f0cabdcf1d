internal import CZip

/// A gzip, zlib or bare deflate stream in memory, inflated.
struct InflatedBytes {
  /// How the inflating ended.
  enum End: Hashable {
    case whole
    /// The stream ends too early; what was inflated stands.
    case cut
    case damaged
    /// It would unpack to more than the limit.
    case tooLarge
  }

  /// What was inflated.
  let bytes: [UInt8]
  let end: End

  /// Inflates a stream to at most so many bytes.
  init(_ packed: [UInt8], limit: Int) {
    var count = 0
    var state = VZIP_DAMAGED
    // Safety: the C side reads the bytes for the call alone; what it makes is copied and freed here.
    let made = unsafe packed.withUnsafeBufferPointer { buffer in
      unsafe vzip_inflate(buffer.baseAddress, buffer.count, limit, &count, &state)
    }
    if let made = unsafe made {
      bytes = unsafe Array(UnsafeBufferPointer(start: made, count: count))
      unsafe vzip_inflated_free(made)
    } else {
      bytes = []
    }
    end =
      switch state {
      case VZIP_WHOLE: .whole
      case VZIP_CUT: .cut
      case VZIP_TOO_LARGE: .tooLarge
      default: .damaged
      }
  }
}
