/// An address in pieces, percent escapes read.
struct PageAddressParts: Hashable, Sendable {
  /// The pieces of the path, empty ones left out.
  private(set) var path: [String] = []
  /// The names and values of the query.
  private(set) var query: [(name: String, value: String)] = []

  /// The most pieces that are read.
  private static let limit = 64

  /// Divides an address; any text gives some pieces.
  ///
  /// - Complexity: O(*n*).
  init(_ address: String) {
    var rest = Substring(address)
    if let hash = rest.firstIndex(of: "#") { rest = rest[..<hash] }
    var query = Substring()
    if let mark = rest.firstIndex(of: "?") {
      query = rest[rest.index(after: mark)...]
      rest = rest[..<mark]
    }
    if let scheme = rest.range(of: "://") {
      let host = rest[scheme.upperBound...]
      rest = host.firstIndex(of: "/").map { host[$0...] } ?? ""
    }
    path = rest.split(separator: "/").prefix(Self.limit).map { Self.decoded($0) }
    self.query = query.split(separator: "&").prefix(Self.limit).map { pair in
      let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (Self.decoded(sides[0]), sides.count > 1 ? Self.decoded(sides[1]) : "")
    }
  }

  /// Two addresses are equal when their pieces are.
  static func == (left: PageAddressParts, right: PageAddressParts) -> Bool {
    left.path == right.path && left.query.elementsEqual(right.query, by: ==)
  }

  /// Takes in the path.
  func hash(into hasher: inout Hasher) { hasher.combine(path) }

  /// The value of a name of the query; nil when it has none.
  func value(of name: String) -> String? {
    query.first { $0.name.lowercased() == name && !$0.value.isEmpty }?.value
  }

  /// A text with its percent escapes read; what is none stays.
  static func decoded(_ text: Substring) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    func value(_ byte: UInt8) -> UInt8? {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
      default: nil
      }
    }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var at = 0
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "%"), at + 2 < bytes.count, let high = value(bytes[at + 1]),
        let low = value(bytes[at + 2])
      {
        result.append(high << 4 | low)
        at += 3
      } else {
        result.append(bytes[at])
        at += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension Substring {
  /// Where a short text first stands; nil when it does not.
  fileprivate func range(of text: String) -> Range<Index>? {
    var at = startIndex
    while at < endIndex {
      if self[at...].hasPrefix(text) { return at..<index(at, offsetBy: text.count) }
      at = index(after: at)
    }
    return nil
  }
}
