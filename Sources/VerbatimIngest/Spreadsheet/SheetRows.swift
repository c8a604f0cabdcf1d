internal import VerbatimCore

/// The rows of a sheet as they are parsed: those of one block at a time, their texts not yet copied
/// out of the shared strings.
final class SheetRows: XMLPartHandler {
  /// A cell that holds something.
  struct Cell {
    /// Its column, from 0.
    var column: Int
    /// The shared string; nil when the text is the cell's own.
    var shared: Int?
    /// Where its text ends in ``SheetRows/bytes``; it begins where that of the cell before ends.
    var end: Int
  }

  /// A row that holds something.
  struct Row {
    /// Its number, from 1.
    var number: Int
    /// Where its cells end.
    var cellEnd: Int
    /// Where its faults end.
    var faultEnd: Int
  }

  /// The last column of a sheet, XFD, from 0.
  static let lastColumn = 16_383
  /// The most bytes of a cell that are kept; Excel holds 32,767 characters.
  static let largestCell = 1 << 20
  /// The most faults of a row that are told.
  static let mostFaults = 32

  private let workbook: Workbook
  private(set) var rows: [Row] = []
  private(set) var cells: [Cell] = []
  private(set) var bytes: [UInt8] = []
  private(set) var faults: [TableRecord.Fault] = []
  /// Whether the end of the cells was seen; what follows is about looks.
  private(set) var isComplete = false

  private enum Kind { case number, shared, text, boolean, error, date }
  private var isInData = false
  private var isInText = false
  private var phoneticDepth = 0
  private var number = 0
  private var column = 0
  private var kind = Kind.number
  private var style = 0
  private var hasInline = false
  private var value: [UInt8] = []

  init(_ workbook: Workbook) { self.workbook = workbook }

  /// Forgets the complete rows; the cells of a row that is still open stay.
  func clear() {
    let done = rows.last
    guard let done else { return }
    let start = done.cellEnd == 0 ? 0 : cells[done.cellEnd - 1].end
    bytes.removeFirst(start)
    cells.removeFirst(done.cellEnd)
    for index in cells.indices { cells[index].end -= start }
    faults.removeFirst(done.faultEnd)
    rows.removeAll(keepingCapacity: true)
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case .c where isInData: startCell(attributes)
    case .v where isInData:
      isInText = !hasInline
    case .t where isInData:
      isInText = phoneticDepth == 0
    case .is where isInData:
      // A value beside a text in the cell is a copy of it.
      hasInline = true
      value.removeAll(keepingCapacity: true)
    case .rPh: phoneticDepth += 1
    case .row where isInData:
      // A row that does not say its number follows the one before.
      number = attributes.number(.r) ?? number + 1
      column = -1
    case .sheetData: isInData = !isComplete
    default: break
    }
  }

  func end(_ name: XMLName) {
    switch name {
    case .c where isInData: endCell()
    case .v, .t: isInText = false
    case .rPh: phoneticDepth -= 1
    case .row where isInData: endRow()
    case .sheetData where isInData:
      isInData = false
      isComplete = true
    default: break
    }
  }

  func text(_ bytes: MarkupBytes) {
    if isInText, value.count < Self.largestCell { bytes.append(to: &value) }
  }

  private func startCell(_ attributes: XMLAttributes) {
    value.removeAll(keepingCapacity: true)
    hasInline = false
    isInText = false
    // A cell that does not say its place follows the one before.
    let stated = attributes.withBytes(of: .r) { Self.column($0) } ?? nil
    column = stated ?? column + 1
    style = attributes.number(.s) ?? 0
    kind =
      attributes.withBytes(of: .t) { bytes in
        switch (bytes.count, bytes.isEmpty ? 0 : bytes[0]) {
        case (1, UInt8(ascii: "s")): .shared
        case (1, UInt8(ascii: "b")): .boolean
        case (1, UInt8(ascii: "e")): .error
        case (1, UInt8(ascii: "d")): .date
        case (2..., UInt8(ascii: "s")), (2..., UInt8(ascii: "i")): .text
        default: .number
        }
      } ?? .number
  }

  private func endCell() {
    guard !value.isEmpty else { return }
    guard column <= Self.lastColumn else { return fault(.beyondLastColumn) }
    guard isRoomInRow else { return fault(.rowTooLarge) }
    if hasInline || kind == .text {
      bytes.append(contentsOf: value)
      EscapedText.resolve(&bytes, from: cells.last?.end ?? 0)
      return cells.append(Cell(column: column, shared: nil, end: bytes.count))
    }
    let text = value.trimmingXMLSpace
    switch kind {
    case .shared:
      guard let index = Self.index(text), index < workbook.strings.count else {
        return fault(.noSuchString)
      }
      return cells.append(Cell(column: column, shared: index, end: bytes.count))
    case .error: return fault(.errorValue(String(decoding: text, as: UTF8.self)))
    case .boolean:
      let isTrue = text.elementsEqual("1".utf8) || text.elementsEqual("true".utf8)
      bytes.append(contentsOf: (isTrue ? "TRUE" : "FALSE").utf8)
    case .date:
      // Some writers end it with a Z; the clock is that of whoever entered it all the same.
      bytes.append(contentsOf: text.last == UInt8(ascii: "Z") ? text.dropLast() : text)
    case .number, .text:
      CellNumber.append(
        text,
        as: workbook.styles.format(style),
        is1904: workbook.is1904,
        to: &bytes
      )
    }
    cells.append(Cell(column: column, shared: nil, end: bytes.count))
  }

  private func endRow() {
    let cellStart = rows.last?.cellEnd ?? 0
    let faultStart = rows.last?.faultEnd ?? 0
    guard cells.count > cellStart || faults.count > faultStart else { return }
    rows.append(Row(number: number, cellEnd: cells.count, faultEnd: faults.count))
  }

  /// Whether the open row may grow; it can only be full where cells are stated twice.
  private var isRoomInRow: Bool {
    let cellStart = rows.last?.cellEnd ?? 0
    let start = cellStart == 0 ? 0 : cells[cellStart - 1].end
    return cells.count - cellStart <= Self.lastColumn
      && bytes.count - start <= DelimitedScanner.largestRecord
  }

  private func fault(_ fault: TableRecord.Fault.Cell) {
    guard faults.count - (rows.last?.faultEnd ?? 0) < Self.mostFaults else { return }
    faults.append(TableRecord.Fault(kind: .cell(fault), line: number, column: column + 1))
  }

  /// The column of a place such as `AB7`, from 0; nil when it names none.
  private static func column(_ place: Span<UInt8>) -> Int? {
    var value = 0
    for index in place.indices {
      let byte = place[index]
      let letter = byte | 0x20
      if byte == UInt8(ascii: "$") { continue }
      guard letter >= UInt8(ascii: "a"), letter <= UInt8(ascii: "z") else { break }
      // Enough to be beyond the last column, and too little to overflow.
      value = min(value * 26 + Int(letter - 0x60), lastColumn + 2)
    }
    return value == 0 ? nil : value - 1
  }

  private static func index(_ digits: ArraySlice<UInt8>) -> Int? {
    guard (1...9).contains(digits.count) else { return nil }
    var value = 0
    for byte in digits {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      value = value * 10 + Int(byte & 15)
    }
    return value
  }
}

extension [UInt8] {
  /// The bytes without the white space that indented files put around a value.
  fileprivate var trimmingXMLSpace: ArraySlice<UInt8> {
    var rest = self[...]
    while let first = rest.first, first <= 0x20 { rest.removeFirst() }
    while let last = rest.last, last <= 0x20 { rest.removeLast() }
    return rest
  }
}
