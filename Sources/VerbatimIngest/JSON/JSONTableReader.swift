public import VerbatimCore
public import VerbatimText

/// Reads the answers or reviews that a tool's interface gives as JSON objects, as a table.
///
/// A line each, the elements of an array, or the longest list inside one object. The first thousand
/// objects decide which columns there are; what later ones add stands together in a last column, so
/// that nothing is lost. Memory does not grow with a file of lines or with an array.
public struct JSONTableReader: TableReader {
  /// How many objects decide the columns.
  static let sample = 1_000
  /// The column of members that the first objects did not have.
  static let otherName = "(other members)"

  /// JSON objects as rows.
  public let format = InputFormat.jsonTable
  /// The path of the file.
  public var path: String { source.path }
  /// The columns, by the members of the first objects.
  public private(set) var statedColumns: [StatedColumn]? = []

  private struct Row {
    var cells: [JSONRow.Cell] = []
    var line: Int
    var place: String?
    var faults: [TableRecord.Fault.Kind] = []
  }

  private let source: TextSource
  private let names: ColumnNames
  private let parser = JSONReader()
  private var stream: JSONStream
  private var queue: [Row] = []
  private var queueAt = 0
  private var columns: [String: Int] = [:]
  private var values = 0
  private var lastLine = 1
  private var hasToldOfRepeats = false
  /// Whether it was told that the file ends too early.
  private var isCutOff = false

  /// Reads the first objects of a file.
  public init(_ source: TextSource, names: ColumnNames = .builtIn) throws(Diagnostic) {
    self.source = source
    self.names = names
    stream = try JSONStream(source)
    while queue.count < Self.sample, try readValue() {}
    nameColumns()
  }

  /// Fills `record` with the next object; false at the end.
  public mutating func next(into record: inout TableRecord) throws(Diagnostic) -> Bool {
    while queueAt == queue.count {
      queue.removeAll(keepingCapacity: true)
      queueAt = 0
      guard try readValue() else { return false }
    }
    let row = queue[queueAt]
    queueAt += 1
    fill(&record, with: row)
    return true
  }

  private func fill(_ record: inout TableRecord, with row: Row) {
    record.clear()
    record.line = row.line
    record.place = row.place
    record.faults = row.faults.map { TableRecord.Fault(kind: $0, line: row.line, column: 1) }
    var fields = [String](repeating: "", count: columns.count + 1)
    var others: [String] = []
    for cell in row.cells {
      if let index = columns[cell.name] {
        fields[index] = cell.text
      } else {
        others.append("\(cell.name): \(cell.text)")
      }
    }
    fields[columns.count] = others.joined(separator: "; ")
    for field in fields { record.append(field) }
  }

  private mutating func nameColumns() {
    var stated: [StatedColumn] = []
    for cell in queue.lazy.flatMap(\.cells) {
      if let index = columns[cell.name] {
        if stated[index].question == nil { stated[index].question = cell.question }
      } else {
        columns[cell.name] = stated.count
        stated.append(StatedColumn(name: cell.name, question: cell.question, role: cell.role))
      }
    }
    stated.append(StatedColumn(name: Self.otherName, role: .metadata))
    statedColumns = stated
  }

  /// Puts the rows of the next value into the queue; false at the end.
  private mutating func readValue() throws(Diagnostic) -> Bool {
    guard let value = try stream.next() else {
      if stream.isInArray, !isCutOff {
        let reason = "the file ends inside its array: rows may be missing"
        queue.append(Row(line: lastLine, faults: [.notJSON(reason)]))
        isCutOff = true
        return true
      }
      return false
    }
    values += 1
    lastLine = value.line
    let document: JSONValue
    do throws(JSONFailure) {
      document = try parser.parse(value.bytes)
    } catch {
      let thing = value.isLine ? "the line" : "the value that begins here"
      let reason =
        value.isLine || value.isClosed
        ? "\(thing) is not JSON: \(error.message)" : "\(thing) is never closed"
      isCutOff = !value.isLine && !value.isClosed
      queue.append(Row(line: value.line, faults: [.notJSON(reason)]))
      return true
    }
    if values == 1, let list = longestList(in: document) {
      for (place, element) in list.elements.enumerated() {
        add(element, line: value.line, place: "\(list.path)[\(place)]")
      }
    } else {
      add(document, line: value.line, place: nil)
    }
    return true
  }

  private mutating func add(_ object: JSONValue, line: Int, place: String?) {
    guard case .object = object else {
      queue.append(Row(line: line, place: place, faults: [.notJSON("the value is no object")]))
      return
    }
    let row = JSONRow(object)
    var faults: [TableRecord.Fault.Kind] = []
    if let twice = row.repeated.first, !hasToldOfRepeats {
      hasToldOfRepeats = true
      faults = [.memberTwice(twice)]
    }
    queue.append(Row(cells: row.cells, line: line, place: place, faults: faults))
  }

  /// The list of rows inside an object that is none itself: it has no words and no rating of its own.
  private func longestList(in document: JSONValue) -> (path: String, elements: [JSONValue])? {
    guard case .object(let members) = document else { return nil }
    let isRow = members.contains { member in
      member.value.scalarText != nil
        && names.role(of: HeaderName.normalized(member.key))?.role.isFeedback == true
    }
    // A form's pages are of one answer.
    guard !isRow, document["pages"]?.elements.flatMap(JSONRow.questions) == nil else { return nil }
    var longest: (path: String, elements: [JSONValue])?
    func look(at members: [(key: String, value: JSONValue)], under path: String) {
      for (key, value) in members {
        if path.isEmpty, case .object(let inner) = value { look(at: inner, under: key + ".") }
        guard let elements = value.elements, elements.count > longest?.elements.count ?? 0,
          elements.allSatisfy({ if case .object = $0 { JSONAnswer($0) == nil } else { false } })
        else { continue }
        longest = (path + key, elements)
      }
    }
    look(at: members, under: "")
    return longest
  }
}
