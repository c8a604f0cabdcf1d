public import VerbatimCore
internal import VerbatimText

/// Gives records their ids: from the source's own id where the system is known, else from what
/// they say and which copy of it they are in their file.
///
/// One for each file, asked in the order of the file.
public struct RecordIdentity: Sendable {
  // By half of the hash, so that a million records cost a few megabytes.
  private var copies: [UInt64: UInt32] = [:]

  /// An identity for the records of one file.
  public init() {}

  /// The hash of everything a record says, by which a changed copy is known from an equal one.
  public static func contentHash(_ record: FeedbackRecord) -> String {
    var parts = [
      record.title ?? "", record.text ?? "", record.occurredAt?.description ?? "",
      record.author ?? "", record.customer ?? "", record.orderID ?? "", record.lot ?? "",
      record.supplier ?? "", record.source.nativeID ?? "", record.returnReason?.scheme ?? "",
      record.returnReason?.code ?? "", record.language ?? "", record.product.mpn ?? "",
      record.product.brand ?? "", record.flags.incentivised?.description ?? "",
      record.flags.verifiedPurchase?.description ?? "", record.flags.syndicatedFrom ?? "",
      record.flags.merchantReply?.description ?? "",
      record.product.sku ?? "", record.product.gtin ?? "", record.product.asin ?? "",
      record.product.name ?? "",
    ]
    for key in record.dims.keys.sorted() { parts.append("\(key)=\(record.dims[key] ?? "")") }
    for rating in record.ratings {
      parts.append("\(rating.kind.rawValue)=\(rating.value) of \(rating.min)…\(rating.max)")
    }
    for answer in record.answers { parts.append("\(answer.question)=\(answer.value)") }
    for turn in record.turns {
      parts.append("\(turn.role.rawValue) \(turn.speaker)@\(turn.at ?? ""): \(turn.text)")
    }
    return Fingerprint.hex32(parts)
  }

  /// The hash of the words alone, folded and without blanks: copies of a text share it.
  ///
  /// Empty for texts of fewer than four words, which many people write alike.
  public static func textKey(_ record: FeedbackRecord) -> String {
    let words = ([record.title, record.text].compactMap(\.self) + record.turns.map(\.text))
      .joined(separator: " ")
    let pieces = ICUNormalizer.matchingForm(words).split(whereSeparator: \.isWhitespace)
    return pieces.count < 4 ? "" : Fingerprint.hex32(pieces.joined(separator: " "))
  }

  /// The id of the next record of the file.
  public mutating func id(of record: FeedbackRecord) -> String {
    if let system = record.source.system, let native = record.source.nativeID {
      return Fingerprint.hex32(system, native)
    }
    if record.source.format == "text" || record.source.format == "ndjson" {
      // The worker of a distributed engine must not remember what it saw: the id goes by the
      // caller's own, or by the place.
      let place = record.source.nativeID ?? String(record.source.row ?? 0)
      return Fingerprint.hex32(
        record.source.format,
        place,
        record.title ?? "",
        record.text ?? ""
      )
    }
    let content = Self.contentHash(record)
    let key = UInt64(content.prefix(16), radix: 16) ?? 0
    let copy = copies[key, default: 0]
    copies[key] = copy + 1
    return Fingerprint.hex32(record.source.kind.rawValue, content, String(copy))
  }
}
