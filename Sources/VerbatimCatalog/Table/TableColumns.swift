internal import VerbatimText

/// The header of a catalog: which column says what.
public struct TableColumns: Hashable, Sendable {
  /// For each column of the table what it says; nil for one that is not read.
  public private(set) var roles: [CatalogColumn?]
  /// Whether the table is a shop's own export, whose vendor is a brand and not a supplier.
  public let isShopExport: Bool

  /// Reads a header; the first of two columns that say the same counts.
  ///
  /// Without a column for codes, the shop's own number or else the handle is the code.
  public init(header: [String]) {
    roles = header.map(CatalogColumn.named)
    var seen: Set<CatalogColumn> = []
    for index in roles.indices {
      if let role = roles[index], !seen.insert(role).inserted { roles[index] = nil }
    }
    let hasOptions = header.contains { Self.normalized($0) == "option1 name" }
    isShopExport = seen.contains(.handle) && hasOptions
    if isShopExport {
      for index in roles.indices where Self.normalized(header[index]) == "vendor" {
        roles[index] = roles.contains(.brand) ? nil : .brand
      }
    }
    if !seen.contains(.sku) {
      for other in [CatalogColumn.id, .handle] {
        guard let index = roles.firstIndex(of: other) else { continue }
        roles[index] = .sku
        break
      }
    }
  }

  /// Whether there is a column for the code of an article.
  public var hasCode: Bool { roles.contains(.sku) }

  /// A column's name as names are compared: folded, a blank for each run of blanks, `_` and `-`,
  /// without a prefix `g:`, closing colons and question marks.
  static func normalized(_ name: String) -> String {
    var result = ""
    var isBlank = true
    for character in ICUNormalizer.matchingForm(name) {
      if character.isWhitespace || character == "_" || character == "-" || character == "\u{FEFF}" {
        if !isBlank { result.append(" ") }
        isBlank = true
      } else {
        result.append(character)
        isBlank = false
      }
    }
    while let last = result.last, last == " " || last == ":" || last == "?" { result.removeLast() }
    return result.hasPrefix("g:") ? String(result.dropFirst(2)) : result
  }
}
