internal import CICU
public import VerbatimCore

/// Word or sentence boundaries through ICU's rules and dictionaries.
///
/// Opening one costs 5 µs, so each scratch keeps its own. Not for two threads at once.
@safe public final class ICUBreakIterator {
  /// What lies between two boundaries.
  public enum Kind: Hashable, Sendable {
    /// Words, numbers, and what stands between them.
    case word
    /// Sentences.
    case sentence
  }

  /// A stretch between two boundaries.
  public struct Segment: Hashable, Sendable {
    /// The bytes it covers.
    public let range: ByteRange
    /// Whether it is a word or a number.
    public let isWord: Bool
    /// Whether it is a number.
    public let isNumber: Bool
  }

  // Safety: opened in init, closed once in deinit, never handed out.
  private let handle: OpaquePointer

  /// Opens an iterator by Unicode's rules.
  ///
  /// Sentences keep a title and its name together (`ss=standard`).
  public init(_ kind: Kind) throws(ICUFailure) {
    var status: Int32 = 0
    let opened = unsafe vicu_breaks_open(
      kind == .word ? VICU_WORD : VICU_SENTENCE,
      kind == .word ? "en" : "en@ss=standard",
      &status
    )
    if let failure = ICUFailure(status) { throw failure }
    guard let opened = unsafe opened else { preconditionFailure("ICU opened nothing") }
    unsafe handle = opened
  }

  deinit { unsafe vicu_breaks_close(handle) }

  /// The abbreviations after which sentences of a language do not end (`ss=standard`): "Mr.", "a.m.".
  ///
  /// English has 151 of them.
  static func sentenceExceptions(language: String) -> [String] {
    let capacity = 16_384
    let list = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      // Safety: at most `capacity` bytes are written, and their number comes back.
      count = unsafe Int(
        vicu_sentence_exceptions(language, buffer.baseAddress, Int32(capacity))
      )
    }
    return String(decoding: list, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// Calls `body` for each stretch of `bytes[range]`, in order; ranges count in `bytes`.
  public func forEachSegment(
    of bytes: [UInt8],
    in range: ByteRange,
    _ body: (Segment) -> Void
  ) throws(ICUFailure) {
    var status: Int32 = 0
    // Safety: the bytes stay in place while the iterator looks at them, inside this closure.
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      unsafe vicu_breaks_set(handle, base + range.start, Int32(range.count), &status)
      var start = 0
      while true {
        let end = unsafe Int(vicu_breaks_next(handle))
        guard end >= 0 else { return }
        body(
          Segment(
            range: ByteRange(range.start + start, range.start + end),
            isWord: unsafe vicu_breaks_is_word(handle) || vicu_breaks_is_number(handle),
            isNumber: unsafe vicu_breaks_is_number(handle)
          )
        )
        start = end
      }
    }
    if let failure = ICUFailure(status) { throw failure }
  }
}
