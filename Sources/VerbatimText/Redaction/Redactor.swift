/// Masks personal data in place: the mask has as many bytes as what it covers, so that every
/// offset into the text stays right.
///
/// Found are mail addresses, phone numbers, payment cards (Luhn), bank accounts (ISO 13616),
/// identity numbers with check digits, street addresses, and names in greetings, introductions,
/// sign-offs and, where persons are spoken of, within sentences. Product and order numbers, prices,
/// dates and measures stay: a GTIN whose check digit holds is no phone, and nothing is that is
/// glued to a letter ("HR-2044112233").
public struct Redactor: Sendable {
  /// The kinds of personal data, by the name that signals count them under.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A mail address.
    case email
    /// A phone number.
    case phone
    /// A payment card.
    case card
    /// A bank account.
    case iban
    /// An identity number, such as a tax or passport number.
    case nationalID = "national_id"
    /// A street address with what follows it, or a post box.
    case address
    /// A person's name.
    case name
    /// An order's number.
    case order
  }

  let words: RedactionWords
  let masksOrders: Bool

  /// A redactor.
  ///
  /// - Parameters:
  ///   - words: The words by which it knows names, addresses and weaker numbers.
  ///   - masksOrders: Whether numbers of orders are masked too.
  public init(_ words: RedactionWords, masksOrders: Bool = false) {
    self.words = words
    self.masksOrders = masksOrders
  }

  /// Masks everything found in `bytes`, of any encoding; adds to `counts` by the kinds' names.
  ///
  /// - Complexity: O(*n*); where the words have no weights, a text without digits, `@` and phrases around
  ///   names is scanned once.
  public func redact(_ bytes: inout [UInt8], counts: inout [String: Int]) {
    let scan = scan(bytes.span)
    guard !scan.isPlain || !words.tagger.isEmpty else { return }
    var names = PersonNames()
    mask(&bytes, scan, &counts, &names)
  }

  /// Masks a string; adds to `counts` by the kinds' names.
  public func redact(_ text: String, counts: inout [String: Int]) -> String {
    var names = PersonNames()
    return redact(text, counts: &counts, names: &names)
  }

  /// Masks a string of a record; adds to `counts` by the kinds' names, and to `names` what other
  /// texts of the record may have too, for ``redactMentions(of:in:counts:)``.
  public func redact(
    _ text: String,
    counts: inout [String: Int],
    names: inout PersonNames
  ) -> String {
    // The scan needs no copy of the bytes, and most texts need no more than it.
    let first = unsafe text.utf8.withContiguousStorageIfAvailable { buffer in
      // Safety: the span does not leave the closure, in which the buffer lives.
      unsafe scan(buffer.span)
    }
    if let first, first.isPlain, words.tagger.isEmpty { return text }
    var bytes = Array(text.utf8)
    mask(&bytes, first ?? scan(bytes.span), &counts, &names)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Masks in the order in which one kind could be taken for another; what was found to be a name
  /// is masked wherever else it stands.
  private func mask(
    _ bytes: inout [UInt8],
    _ scan: Scan,
    _ counts: inout [String: Int],
    _ names: inout PersonNames
  ) {
    maskContacts(&bytes, scan, &counts)
    let tags = words.tagger.tags(bytes.span)
    let tagged = tags.isEmpty ? [] : bytes
    if scan.hasDigits {
      maskAddresses(&bytes, &counts, isAnnounced: scan.uses.contains(.address))
    }
    if scan.uses.contains(.address) { maskAnnouncedAddresses(&bytes, scan, &counts) }
    if scan.mayHoldNames {
      maskNames(&bytes, scan, &counts, &names)
    }
    if scan.mayHoldNames || scan.hasDigits { maskSpeakers(&bytes, &counts, &names) }
    if scan.mayHoldMail { maskHandles(&bytes, &counts, &names) }
    if scan.isShouted { maskShoutedNames(&bytes, &counts, &names) }
    if scan.hasDigits || scan.mayHoldMail { maskNamesBesideContacts(&bytes, &counts, &names) }
    if !tags.isEmpty { maskTagged(&bytes, before: tagged, tags, &counts, &names) }
    if !names.isEmpty { maskRepeated(&bytes, names, &counts) }
  }

  /// Writes `[email***]` over a range.
  func mask(
    _ bytes: inout [UInt8],
    _ range: Range<Int>,
    _ kind: Kind,
    _ counts: inout [String: Int]
  ) {
    guard !range.isEmpty else { return }
    counts[kind.rawValue, default: 0] += 1
    let name = kind.rawValue.utf8
    var next = name.startIndex
    bytes[range.lowerBound] = UInt8(ascii: "[")
    for at in range.dropFirst() {
      if next < name.endIndex {
        bytes[at] = name[next]
        next = name.index(after: next)
      } else {
        bytes[at] = UInt8(ascii: "*")
      }
    }
    if range.count > 1 { bytes[range.upperBound - 1] = UInt8(ascii: "]") }
  }

  // MARK: Bytes

  static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

  static func isAlphanumeric(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }
}
