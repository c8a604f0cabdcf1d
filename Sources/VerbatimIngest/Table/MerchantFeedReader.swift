public import VerbatimCore
public import VerbatimText

/// Reads Google's product feed (RSS 2.0, RSS 1.0 or Atom with its namespace) as the table that a
/// catalog is.
///
/// The first record is the header, with Google's own names; each product is a record behind it. Of
/// the two categories the shop's own comes first. One product at a time is in memory.
///
/// - SeeAlso: Google's product data specification.
public struct MerchantFeedReader: TableReader {
  /// XML, of which only a catalog can be made.
  public let format = InputFormat.xml
  /// The path of the file.
  public var path: String { source.path }

  /// Google's names of what a catalog knows; the names of a column's elements, the best first.
  private static let columns: [(name: String, elements: [String])] = [
    ("id", ["g:id", "id"]), ("title", ["g:title", "title"]), ("link", ["g:link", "link"]),
    ("gtin", ["g:gtin", "gtin"]), ("mpn", ["g:mpn", "mpn"]), ("brand", ["g:brand", "brand"]),
    ("item_group_id", ["g:item_group_id", "item_group_id"]),
    (
      "product_type",
      ["g:product_type", "product_type", "g:google_product_category", "google_product_category"]
    ),
    ("color", ["g:color", "color"]), ("size", ["g:size", "size"]),
    ("material", ["g:material", "material"]),
  ]

  private let source: TextSource
  private let parser = FeedParser(
    FeedCollector.Shape { name, _ in name == "item" || name == "entry" }
  )
  private var cleaner = FeedCleaner()
  private var items: [FeedItem] = []
  private var at = 0
  private var skippedLines = 0
  private var hasBegun = false
  private var hasGivenHeader = false
  private var isDone = false

  /// The products in `source`, which is at its start.
  public init(_ source: TextSource) { self.source = source }

  /// Whether the head of a file is that of such a feed.
  public static func recognises(_ head: [UInt8]) -> Bool {
    let text = String(decoding: head.prefix(64 * 1024), as: UTF8.self)
    guard let start = text.firstIndex(of: "<"), let root = FeedRoot(String(text[start...])) else {
      return false
    }
    return ["rss", "feed", "RDF"].contains(root.name) && root.tag.contains("base.google.com/ns/1.0")
  }

  /// Fills `record` with the header or the next product; false at the end.
  ///
  /// - Throws: `V1206` when the feed has a document type, `V1207` when it is not well-formed.
  public mutating func next(into record: inout TableRecord) throws(Diagnostic) -> Bool {
    guard hasGivenHeader else {
      hasGivenHeader = true
      record.clear()
      record.line = 1
      for column in Self.columns { record.append(column.name) }
      return true
    }
    while at == items.count {
      guard !isDone else { return false }
      try read()
    }
    let item = items[at]
    at += 1
    if let fault = item.fault { throw damage(fault.line, fault.column) }
    record.clear()
    record.line = item.line + skippedLines
    for column in Self.columns {
      record.append(column.elements.lazy.compactMap { Self.value($0, in: item) }.first ?? "")
    }
    return true
  }

  /// The text of an element; the address where Atom has it in an attribute.
  private static func value(_ name: String, in item: FeedItem) -> String? {
    for node in item.children(name) {
      if let text = item.value(of: node) ?? item.attribute("href", of: node) { return text }
    }
    return nil
  }

  private mutating func read() throws(Diagnostic) {
    var block = try source.read()
    let isLast = block.isEmpty
    if !hasBegun {
      hasBegun = true
      let start = block.firstIndex(of: UInt8(ascii: "<")) ?? block.count
      skippedLines = block[..<start].count { $0 == 0x0A }
      block.removeFirst(start)
    }
    let state = parser.push(cleaner.clean(block)[...], isLast: isLast)
    items = parser.collector.items
    at = 0
    parser.collector.items.removeAll(keepingCapacity: true)
    guard state != .hasDoctype else {
      throw Diagnostic(
        .feedRefused,
        at: SourceLocation(file: path),
        "the feed has a document type (<!DOCTYPE …>); it is not read, for it may hide entities",
        hint: "take the declaration out of the file"
      )
    }
    isDone = isLast || state == .stopped
    guard isDone else { return }
    let open = parser.collector.takeOpenItem()
    guard state == .stopped || open != nil || parser.collector.outerFault != nil else { return }
    let fault = parser.collector.lastFault ?? parser.collector.outerFault
    throw damage(fault?.line ?? open?.line ?? 1, fault?.column ?? 0)
  }

  private func damage(_ line: Int, _ column: Int) -> Diagnostic {
    Diagnostic(
      .feedDamaged,
      at: SourceLocation(
        file: path,
        line: line + skippedLines,
        column: column > 0 ? column : nil
      ),
      "the feed of products is not well-formed XML",
      hint: "export it again; a catalog is read whole or not at all"
    )
  }
}
