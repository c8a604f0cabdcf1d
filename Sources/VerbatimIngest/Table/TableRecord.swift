/// One record of a table: its fields one after another in one buffer, reused from record to record.
public struct TableRecord: Hashable, Sendable {
  /// Something odd inside a record, with its place.
  public struct Fault: Hashable, Sendable {
    /// What is odd.
    public enum Kind: Hashable, Sendable {
      /// Text stands between a closing quote and the delimiter; it is kept.
      case textAfterQuote
      /// The file ends inside a quoted field.
      case neverClosed
      /// The record is larger than the limit.
      case tooLarge
      /// A field in quotes runs over very many lines; it is kept.
      case manyLines
      /// A cell of a spreadsheet holds no value that can be read.
      case cell(Cell)
      /// The value that should be a row of JSON is none, for this reason.
      case notJSON(String)
      /// A member of a JSON object stands there twice.
      case memberTwice(String)
    }

    /// Why a cell of a spreadsheet was read as empty.
    public enum Cell: Hashable, Sendable {
      /// It holds an error such as `#N/A`.
      case errorValue(String)
      /// It points to a text that the workbook does not hold.
      case noSuchString
      /// It lies beyond the last column that a sheet can have.
      case beyondLastColumn
      /// Its row is larger than the limit.
      case rowTooLarge
    }

    /// What is odd.
    public var kind: Kind
    /// The 1-based line.
    public var line: Int
    /// The 1-based column, in bytes; that of the sheet in a spreadsheet.
    public var column: Int
    /// The line on which the quote opened, where it is another.
    public var openLine: Int?

    init(kind: Kind, line: Int, column: Int, openLine: Int? = nil) {
      self.kind = kind
      self.line = line
      self.column = column
      self.openLine = openLine
    }
  }

  var bytes: [UInt8] = []
  /// Where each field ends in the bytes.
  var ends: [Int] = []
  /// How many bytes stand between two fields: one where the delimiters were copied with them.
  var gap = 0
  /// The 1-based line on which the record begins; the row of the sheet in a spreadsheet.
  public internal(set) var line = 1
  /// The offset of its first byte in the file; nil where places in the file are not kept.
  public internal(set) var byte: Int?
  /// Where it stands in a file of several tables, such as `Sheet1!A7`.
  public internal(set) var place: String?
  /// How many of its fields stand in quotes as they should.
  var quotedFields = 0
  /// What is odd in it.
  public internal(set) var faults: [Fault] = []

  /// An empty record.
  public init() {}

  /// The number of fields.
  public var count: Int { ends.count }

  /// Whether the record is an empty line.
  public var isBlank: Bool { ends.count <= 1 && bytes.isEmpty }

  /// A field as text; empty when the record is shorter.
  public subscript(index: Int) -> String {
    guard index < ends.count else { return "" }
    return String(decoding: bytes[range(of: index)], as: UTF8.self)
  }

  /// The bytes of all fields one after another, and where each ends in them.
  public var content: (bytes: [UInt8], ends: [Int]) {
    guard gap > 0 else { return (bytes, ends) }
    var content: (bytes: [UInt8], ends: [Int]) = ([], [])
    content.bytes.reserveCapacity(bytes.count)
    content.ends.reserveCapacity(count)
    for index in 0..<count {
      content.bytes.append(contentsOf: bytes[range(of: index)])
      content.ends.append(content.bytes.count)
    }
    return content
  }

  /// All fields as text.
  public var fields: [String] { (0..<count).map { self[$0] } }

  /// Whether a field is empty or white space.
  public func isEmpty(_ index: Int) -> Bool {
    guard index < ends.count else { return true }
    return bytes[range(of: index)].allSatisfy {
      $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D
    }
  }

  /// Where a field lies in the bytes; empty when the record is shorter.
  @inline(__always)
  func range(of index: Int) -> Range<Int> {
    guard index < ends.count else { return 0..<0 }
    return (index == 0 ? 0 : ends[index - 1] + gap)..<ends[index]
  }

  /// A part of the bytes as text.
  @inline(__always)
  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// A part of the bytes without white space of ASCII around it.
  @inline(__always)
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }

  /// Whether a part of the bytes holds a byte.
  @inline(__always)
  func contains(_ byte: UInt8, in range: Range<Int>) -> Bool {
    // Safety: the part is checked against the bytes, which stand still for the closure.
    unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe ByteFinder.contains(byte, in: UnsafeBufferPointer(rebasing: bytes[range]))
    }
  }

  /// Whether a part of the bytes is what stands where there is no answer.
  @inline(__always)
  func meansNothing(_ range: Range<Int>) -> Bool {
    guard range.count <= 20 else { return false }
    switch bytes[range.lowerBound] {
    case UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "{"), UInt8(ascii: "["):
      return SurveyExportReader.meansNothing(text(range))
    default: return false
    }
  }

  /// Adds a field at the end.
  mutating func append(_ field: String) {
    bytes.append(contentsOf: field.utf8)
    ends.append(bytes.count)
  }

  /// Puts other fields in the place of all; what is known of the record stays.
  mutating func replaceFields(with fields: [String]) {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    gap = 0
    for field in fields { append(field) }
  }

  /// Empties the record; its buffers stay.
  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    gap = 0
    quotedFields = 0
    faults.removeAll(keepingCapacity: true)
    byte = nil
    place = nil
  }
}
