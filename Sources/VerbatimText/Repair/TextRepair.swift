public import VerbatimCore

/// What was mended in a text before anything was read from it.
public struct TextRepair: OptionSet, Hashable, Sendable {
  /// The flags as bits.
  public let rawValue: UInt8

  /// Flags from their bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// UTF-8 that had been read as windows-1252; see ``TwiceEncoded``.
  public static let twiceEncoded = TextRepair(rawValue: 1)
  /// Character references in plain text; see ``EscapedEntities``.
  public static let escapedEntities = TextRepair(rawValue: 2)

  /// The repairs that are set, as records carry them.
  public var kinds: [FeedbackRecord.Repair] {
    FeedbackRecord.Repair.allCases.filter { repair in
      switch repair {
      case .twiceEncoded: contains(.twiceEncoded)
      case .escapedEntities: contains(.escapedEntities)
      }
    }
  }

  /// Whether a text has a byte with which damage begins; most have none.
  public static func mayNeed(_ text: String) -> Bool {
    let found = unsafe text.utf8.withContiguousStorageIfAvailable { buffer in
      // Safety: the span does not outlive the buffer.
      unsafe mayNeed(Span(_unsafeElements: buffer))
    }
    return found ?? true
  }

  /// Whether a text has a byte with which damage begins, in UTF-8.
  public static func mayNeed(_ utf8: Span<UInt8>) -> Bool {
    ByteScan.firstNonASCII(or: UInt8(ascii: "&"), in: utf8) < utf8.count
  }

  /// Mends a text: references first, because damaged characters may be written as such
  /// (`&acirc;&#128;&#153;`).
  ///
  /// Mending it again changes nothing.
  ///
  /// - Returns: What was mended; nothing for most texts, which one scan, thirty-two bytes at a
  ///   step, leaves alone.
  @discardableResult
  public static func repair(_ text: inout String) -> TextRepair {
    let found = text.withUTF8 { buffer -> (bytes: [UInt8], repairs: TextRepair)? in
      // Safety: the span does not outlive the buffer.
      unsafe repaired(Span(_unsafeElements: buffer))
    }
    guard let found else { return [] }
    text = String(decoding: found.bytes, as: UTF8.self)
    return found.repairs
  }

  /// The mended text in UTF-8, and what was mended; nil when there is nothing to mend.
  public static func repaired(
    _ bytes: Span<UInt8>
  ) -> (bytes: [UInt8], repairs: TextRepair)? {
    let first = ByteScan.firstNonASCII(or: UInt8(ascii: "&"), in: bytes)
    guard first < bytes.count else { return nil }
    guard let decoded = EscapedEntities.decoded(bytes) else {
      return TwiceEncoded.repaired(bytes).map { ($0, .twiceEncoded) }
    }
    guard let mended = TwiceEncoded.repaired(decoded.bytes.span) else {
      return (decoded.bytes, .escapedEntities)
    }
    return (mended, [.twiceEncoded, .escapedEntities])
  }
}
