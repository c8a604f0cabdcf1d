/// The elements and attributes of a workbook that matter, by their local names: the prefix and the
/// namespace differ between writers, and between strict and transitional files.
enum XMLName: Int32, CaseIterable {
  case c, v, r, s, t, row
  case `is`, f, si, rPh, sst, sheetData
  case workbook, workbookPr, date1904, sheets, sheet, name, state, id
  case relationship, relationshipID, target, relationshipType, targetMode
  case numFmts, numFmt, numFmtId, formatCode, cellXfs, xf

  /// The name as it stands in the file.
  private var text: String {
    switch self {
    case .relationship: "Relationship"
    case .relationshipID: "Id"
    case .target: "Target"
    case .relationshipType: "Type"
    case .targetMode: "TargetMode"
    default: "\(self)"
    }
  }

  /// The list as the parser wants it.
  static let vocabulary = allCases.map(\.text).joined(separator: " ")
}
