public import VerbatimCore
public import VerbatimText

/// Reads one JSON object with `text` a line, or a JSON array of such objects.
///
/// Known keys are `id`, `text`, `title`, `rating` or `stars`, `nps`, `date`, `language`, `sku`,
/// `gtin`, `asin`, `product`, `order`, `customer`, `lot`, `supplier`, `kind`. Where
/// labels are expected, every member of an object is kept with its record, and a map may name the
/// keys of the text and the label.
public struct FeedbackJSONReader: FeedbackReader {
  /// The largest array document.
  static let largestArray = 256 * 1024 * 1024

  private let source: TextSource
  private let map: ColumnMap
  private let json = JSONReader()
  private var lines: LineReader
  private var row = 0
  private var array: [JSONValue]?
  private var isFirst = true
  private var outside: [ReadItem] = []

  /// Objects of a stream.
  public init(_ source: TextSource, map: ColumnMap = ColumnMap()) {
    self.source = source
    self.map = map
    lines = LineReader(source)
  }

  /// The next object.
  public mutating func next() throws(Diagnostic) -> ReadItem? {
    if let warning = outside.popLast() { return warning }
    if isFirst {
      isFirst = false
      let head = try source.peek()
      if head.first(where: { $0 > 0x20 }) == UInt8(ascii: "[") { try readArray() }
      if array?.isEmpty ?? false {
        return .warning(
          Diagnostic(
            .noRecords,
            .warning,
            at: SourceLocation(file: source.path),
            "the array is empty",
            hint: "export it again; the filter may have left nothing"
          )
        )
      }
    }
    if array != nil {
      guard row < array?.count ?? 0, let value = array?[row] else { return nil }
      row += 1
      return item(value, line: nil, byte: nil)
    }
    while let line = try lines.next() {
      guard line.bytes.contains(where: { $0 > 0x20 }) else { continue }
      row += 1
      do throws(JSONFailure) {
        return item(try json.parse(line.bytes), line: line.number, byte: place(line))
      } catch {
        return .reject(
          Diagnostic(
            .jsonBroken,
            at: SourceLocation(file: source.path, line: line.number, byte: place(line)),
            "the line is no JSON: \(error.message)",
            hint: line.isClosed ? "write one whole object a line" : "the file may be cut off"
          )
        )
      }
    }
    return nil
  }

  /// Where a line begins in the file as stored; nil when the file was converted.
  private func place(_ line: Line) -> Int? {
    source.keepsOffsets ? line.byte + source.encoding.markLength : nil
  }

  private mutating func readArray() throws(Diagnostic) {
    let bytes = try source.readAll(limit: Self.largestArray)
    do throws(JSONFailure) {
      array = try json.parse(bytes).elements ?? []
    } catch {
      throw Diagnostic(
        .jsonBroken,
        at: SourceLocation(file: source.path),
        "the document is no JSON: \(error.message)",
        hint: "the file may be cut off"
      )
    }
  }

  private mutating func item(_ value: JSONValue, line: Int?, byte: Int?) -> ReadItem {
    let location = SourceLocation(file: source.path, line: line, byte: byte)
    guard case .object = value else {
      return .reject(
        Diagnostic(
          .jsonField,
          at: location,
          "the value is no object",
          hint: "write {\"id\": …, \"text\": …}"
        )
      )
    }
    func text(_ names: String...) -> String? {
      for name in names { if let text = value[name]?.scalarText, !text.isEmpty { return text } }
      return nil
    }
    let kind = text("kind").flatMap { FeedbackRecord.Kind(rawValue: $0) } ?? .survey
    var origin = FeedbackRecord.Source(kind: kind, format: "ndjson", file: source.path)
    origin.line = line
    origin.row = row
    origin.byte = byte
    origin.nativeID = text("id", "_id", "review_id", "response_id")
    var record = FeedbackRecord(source: origin)
    record.title = text("title")
    record.text = value["text"]?.string ?? text("body", "comment", "review")
    record.occurredAt = text("date", "occurred_at", "created_at").flatMap { Instant(iso8601: $0) }
    record.language = text("language", "lang")
    record.product.sku = text("sku", "product_id")
    record.product.gtin = text("gtin", "ean", "upc")
    record.product.asin = text("asin")
    record.product.name = text("product", "product_name")
    record.orderID = text("order", "order_id")
    record.customer = text("customer", "customer_id", "email")
    record.lot = text("lot", "batch")
    record.supplier = text("supplier", "supplier_id")
    for (value, role) in [(text("rating", "stars"), ColumnRole.stars), (text("nps"), .nps)] {
      guard let value else { continue }
      let (rating, isOutside) = RatingParser.rating(value, role)
      if let rating { record.ratings.append(rating) }
      if isOutside {
        outside.append(
          .warning(
            Diagnostic(
              .ratingOutOfRange,
              .warning,
              at: location,
              "`\(value)` lies outside the scale of \(role.rawValue)",
              hint: "the record was kept without this rating"
            )
          )
        )
      }
    }
    if map.isLabelled { addMembers(of: value, to: &record) }
    guard value["text"] != nil || !record.isEmpty else {
      return .reject(
        Diagnostic(
          .jsonField,
          at: location,
          "the object has no `text`, `title` or rating",
          hint: "write {\"id\": …, \"text\": …}"
        )
      )
    }
    return .record(record)
  }

  /// Keeps every member as an answer, the label and the text under the key that the map names.
  private func addMembers(of value: JSONValue, to record: inout FeedbackRecord) {
    guard case .object(let members) = value else { return }
    let stated = members.map(\.key).first { map.roles[$0] == .label }
    let label =
      stated
      ?? ColumnAliases.labelNames.lazy.compactMap { name in
        members.map(\.key).first { HeaderName.normalized($0) == name && map.roles[$0] == nil }
      }.first
    if map.roles.values.contains(.text) {
      record.title = nil
      record.text = members.first { map.roles[$0.key] == .text }?.value.scalarText
    }
    for member in members {
      guard let text = member.value.scalarText, !text.isEmpty else { continue }
      let role = member.key == label ? ColumnRole.label : map.roles[member.key] ?? .unmapped
      record.answers.append(.init(question: member.key, role: role.rawValue, value: text))
    }
  }
}
