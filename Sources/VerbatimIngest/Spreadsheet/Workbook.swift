internal import VerbatimCore

/// A workbook's own part, with the strings and styles that its sheets share.
final class Workbook {
  /// A sheet as the workbook lists it.
  struct Sheet: Hashable {
    var name: String
    /// The name of its part.
    var part: String
    var isHidden: Bool
  }

  let package: WorkbookPackage
  let sheets: [Sheet]
  /// Whether days are counted from 1904.
  let is1904: Bool
  let strings: SharedStrings
  let styles: CellStyles

  /// Reads everything but the sheets.
  ///
  /// - Throws: `V1120` when a part is damaged, `V1121` when the file has a password.
  init(_ package: WorkbookPackage) throws(Diagnostic) {
    self.package = package
    let root = try package.relationships(of: "")
    let name = root.first("officeDocument") ?? "xl/workbook.xml"
    let list = SheetList()
    try XMLPart(package, name, into: list).readAll()
    guard list.isWorkbook else {
      throw Diagnostic(
        .workbookDamaged,
        at: SourceLocation(file: "\(package.path)/\(name)"),
        "the part of the workbook lists no sheets",
        hint: "open the workbook and save it again"
      )
    }
    is1904 = list.is1904
    let relationships = try package.relationships(of: name)
    sheets = list.entries.compactMap { entry in
      // Charts have sheets of their own, which hold no cells.
      guard let target = relationships.targets[entry.id], target.type == "worksheet" else {
        return nil
      }
      return Sheet(name: entry.name, part: target.part, isHidden: entry.isHidden)
    }
    strings = SharedStrings()
    if let part = relationships.first("sharedStrings") {
      try strings.read(XMLPart(package, part, into: strings))
    }
    styles = CellStyles()
    if let part = relationships.first("styles"), package.has(part) {
      try XMLPart(package, part, into: styles).readAll()
    }
  }
}

/// The sheets as `workbook.xml` lists them.
private final class SheetList: XMLPartHandler {
  private(set) var entries: [(name: String, id: String, isHidden: Bool)] = []
  private(set) var is1904 = false
  private(set) var isWorkbook = false
  private var isInSheets = false

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case .workbookPr: is1904 = ["1", "true", "on"].contains(attributes[.date1904] ?? "")
    case .sheets:
      isWorkbook = true
      isInSheets = true
    case .sheet where isInSheets:
      let state = attributes[.state] ?? "visible"
      entries.append((attributes[.name] ?? "", attributes[.id] ?? "", state != "visible"))
    default: break
    }
  }

  func end(_ name: XMLName) {
    if name == .sheets { isInSheets = false }
  }

  func text(_ bytes: MarkupBytes) {}
}
