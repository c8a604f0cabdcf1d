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
    }

    /// What is odd.
    public var kind: Kind
    /// The 1-based line.
    public var line: Int
    /// The 1-based column, in bytes.
    public var column: Int
  }

  var bytes: [UInt8] = []
  var ends: [Int] = []
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
    let start = index == 0 ? 0 : ends[index - 1]
    return String(decoding: bytes[start..<ends[index]], as: UTF8.self)
  }

  /// The bytes of all fields one after another, and where each ends in them.
  public var content: (bytes: [UInt8], ends: [Int]) { (bytes, ends) }

  /// All fields as text.
  public var fields: [String] { (0..<count).map { self[$0] } }

  /// Whether a field is empty or white space.
  public func isEmpty(_ index: Int) -> Bool {
    guard index < ends.count else { return true }
    let start = index == 0 ? 0 : ends[index - 1]
    return bytes[start..<ends[index]].allSatisfy {
      $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D
    }
  }

  /// Adds a field at the end.
  mutating func append(_ field: String) {
    bytes.append(contentsOf: field.utf8)
    ends.append(bytes.count)
  }

  /// Empties the record; its buffers stay.
  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    quotedFields = 0
    faults.removeAll(keepingCapacity: true)
    byte = nil
    place = nil
  }
}
