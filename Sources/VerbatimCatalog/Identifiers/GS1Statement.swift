internal import VerbatimCore

/// What a GS1 symbol or link says of an article: its number, lot, serial and part numbers.
struct GS1Statement: Hashable, Sendable {
  /// The trade number in 14 digits: AI 01, or 02 of what a carton holds.
  var gtin: String?
  /// AI 10.
  var lot: String?
  /// AI 21.
  var serial: String?
  /// AI 240, the maker's own number.
  var additionalID: String?
  /// AI 241, the customer's own number.
  var customerPart: String?
  /// AI 400.
  var order: String?
  /// AI 412 or 416, who delivered or produced it.
  var gln: String?

  /// Takes in the value of an identifier; false for a value that cannot be one.
  mutating func take(_ identifier: String, _ value: String) -> Bool {
    guard !value.isEmpty, value.utf8.count <= ApplicationIdentifier.longest(identifier) else {
      return false
    }
    switch identifier {
    case "01", "02":
      guard let number = try? GTIN(parsing: value) else { return false }
      gtin = gtin ?? number.digits14
    case "10": lot = lot ?? value
    case "21": serial = serial ?? value
    case "240": additionalID = additionalID ?? value
    case "241": customerPart = customerPart ?? value
    case "400": order = order ?? value
    case "412", "416": gln = gln ?? GLN(value)?.digits
    default: break
    }
    return true
  }

  // MARK: Element strings

  /// Reads a string of elements, in brackets or as a scanner gives it.
  ///
  /// Nil when it is no such string, or names no article.
  ///
  /// - Parameter text: `(01)09521234543213(10)ABC123`, or the digits alone with the separator FNC1
  ///   (0x1D) behind values without a length of their own, after a symbology mark such as `]C1`.
  init?(elements text: String) {
    var bytes = Array(text.utf8)[...]
    while bytes.first == 0x20 || bytes.first == 0x1D { bytes.removeFirst() }
    if bytes.first == UInt8(ascii: "]") { bytes = bytes.dropFirst(3) }
    guard let first = bytes.first else { return nil }
    let isRead = first == UInt8(ascii: "(") ? takeBracketed(bytes) : takeRaw(bytes)
    guard isRead, gtin != nil else { return nil }
  }

  private mutating func takeBracketed(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    while rest.first == UInt8(ascii: "(") {
      guard let close = rest.firstIndex(of: UInt8(ascii: ")")) else { return gtin != nil }
      let identifier = rest[(rest.startIndex + 1)..<close]
      guard (2...4).contains(identifier.count), identifier.allSatisfy(Self.isDigit) else {
        return gtin != nil
      }
      var end = close + 1
      // A bracket inside a value opens an element only before digits and a bracket.
      while end < rest.endIndex, !Self.opensElement(rest[end...]), rest[end] != 0x0A { end += 1 }
      var value = rest[(close + 1)..<end]
      while let last = value.last, last == 0x20 || last == 0x1D { value.removeLast() }
      while value.first == 0x20 { value.removeFirst() }
      let name = String(decoding: identifier, as: UTF8.self)
      // What stands behind a number in a text is no part of it.
      if ApplicationIdentifier.length(of: Int(name.prefix(2)) ?? -1) != nil {
        let word = value.prefix { $0 > 0x20 }
        guard take(name, String(decoding: word, as: UTF8.self)) else { return false }
      }
      rest = rest[end...]
    }
    return true
  }

  private static func opensElement(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.first == UInt8(ascii: "(") else { return false }
    let digits = bytes.dropFirst().prefix(5).prefix(while: isDigit)
    return (2...4).contains(digits.count)
      && bytes.dropFirst(1 + digits.count).first == UInt8(ascii: ")")
  }

  private mutating func takeRaw(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    var elements = 0
    while rest.count > 2, elements < 32 {
      guard rest.prefix(2).allSatisfy(Self.isDigit),
        let prefix = Int(String(decoding: rest.prefix(2), as: UTF8.self)),
        let length = ApplicationIdentifier.length(of: prefix), rest.count > length
      else { return false }
      // Who begins with anything but an article or a carton is no such string.
      if elements == 0, prefix > 2 { return false }
      let identifier = String(decoding: rest.prefix(length), as: UTF8.self)
      rest = rest.dropFirst(length)
      let value: ArraySlice<UInt8>
      if let fixed = ApplicationIdentifier.fixedLength(of: prefix) {
        guard rest.count >= fixed else { return false }
        value = rest.prefix(fixed)
        guard value.allSatisfy(Self.isDigit) else { return false }
      } else {
        value = rest.prefix { $0 != 0x1D && $0 != UInt8(ascii: "|") }
      }
      guard take(identifier, String(decoding: value, as: UTF8.self)) else { return false }
      rest = rest.dropFirst(value.count)
      if rest.first == 0x1D || rest.first == UInt8(ascii: "|") { rest = rest.dropFirst() }
      elements += 1
    }
    return elements > 0
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  // MARK: Links

  /// Reads a GS1 Digital Link: `/01/` and a number in the path, then qualifiers, then attributes.
  ///
  /// Nil for another address.
  ///
  /// - Parameter address: The address in its pieces; the words of older links (`/gtin/`, `/lot/`,
  ///   `/ser/`) and numbers without their zeros are read too.
  init?(link address: PageAddressParts) {
    let pieces = address.path
    guard
      let key = pieces.indices.dropLast().first(where: { index in
        (pieces[index] == "01" || pieces[index].lowercased() == "gtin")
          && (try? GTIN(parsing: pieces[index + 1])) != nil
      }), take("01", pieces[key + 1])
    else { return nil }
    var at = key + 2
    while at + 1 < pieces.count {
      _ = take(Self.identifier(pieces[at]), pieces[at + 1])
      at += 2
    }
    for (name, value) in address.query { _ = take(Self.identifier(name), value) }
  }

  private static func identifier(_ name: String) -> String {
    switch name.lowercased() {
    case "lot": "10"
    case "ser": "21"
    case "cpv": "22"
    default: name
    }
  }
}
