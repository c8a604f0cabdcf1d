internal import CMIME

/// A mail as the tree that MIME makes of it.
///
/// Owns one parsed mail of the C side and frees it.
@safe final class MIMEDocument {
  /// Nesting deeper than any mail program writes; mails that go on were made to hurt parsers.
  static let deepest: Int32 = 64
  /// More parts than a digest of a month's mails has.
  static let mostParts: Int32 = 4096

  // Safety: parsed in init, freed once in deinit, never handed out.
  private let handle: OpaquePointer
  /// Whether parts were left out because there are too many, or they nest too deep.
  let isLimited: Bool
  /// The nodes of the tree, each after the one that holds it.
  let parts: [MIMEPart]

  /// Parses a mail, its header mended where it would cost the words; nil only when memory runs
  /// out.
  init?(_ mail: [UInt8]) {
    let (bytes, isLimited) = MailHeaderRepair.mended(mail)
    // Safety: the C side copies what it is lent for the call.
    let parsed = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe vmime_parse(buffer.baseAddress, buffer.count, Self.deepest, Self.mostParts)
    }
    guard let parsed = unsafe parsed else { return nil }
    unsafe handle = parsed
    self.isLimited = unsafe isLimited || vmime_is_limited(parsed)
    let count = unsafe vmime_part_count(parsed)
    parts = (0..<count).map { index in
      unsafe MIMEPart(vmime_part_at(parsed, index))
    }
  }

  deinit { unsafe vmime_free(handle) }

  /// The fields of the header, names in lower case, values as bytes with their folds and encoded
  /// words.
  var fields: [(name: String, value: [UInt8])] {
    let count = unsafe vmime_header_count(handle)
    return (0..<count).compactMap { index in
      guard let name = unsafe vmime_header_name(handle, index),
        let value = unsafe vmime_header_value(handle, index)
      else { return nil }
      // Safety: NUL-terminated strings that live as long as the mail.
      return unsafe (
        String(cString: name).lowercased(),
        Array(UnsafeBufferPointer(start: value, count: Self.length(of: value)))
          .map { UInt8(bitPattern: $0) }
      )
    }
  }

  @unsafe private static func length(of text: UnsafePointer<CChar>) -> Int {
    var count = 0
    while unsafe text[count] != 0 { count += 1 }
    return count
  }

  /// The content of a leaf without its transfer encoding; empty for other nodes.
  ///
  /// Damaged base64 and quoted-printable give what can be read of them.
  func content(of index: Int) -> (bytes: [UInt8], isDamaged: Bool) {
    var count = 0
    var isDamaged = false
    // Safety: the bytes live until the next call, and are copied before it.
    guard
      let start = unsafe vmime_part_content(handle, Int32(index), &count, &isDamaged)
    else { return ([], isDamaged) }
    return (unsafe Array(UnsafeBufferPointer(start: start, count: count)), isDamaged)
  }
}
