internal import VerbatimCore

/// The zip archive of a workbook: its parts by name, and where one part points to another.
final class WorkbookPackage {
  /// What a zip archive with the parts of an office program is.
  enum Kind: Hashable {
    case workbook
    /// Excel's binary workbook.
    case binaryWorkbook
    /// A spreadsheet of LibreOffice or another program, by the OpenDocument standard.
    case openDocument
  }

  let path: String
  private let archive: ArchiveReader
  /// The place of each part in the archive, by its name in lower case: names differ in case alone
  /// between what a part says and what the archive holds.
  private var places: [String: Int64] = [:]

  init(_ archive: ArchiveReader, path: String) {
    self.path = path
    self.archive = archive
    for (index, name) in archive.allNames.enumerated() {
      guard let name else { continue }
      let key = Self.key(name)
      if places[key] == nil { places[key] = Int64(index) }
    }
  }

  convenience init(path: String) throws(Diagnostic) {
    self.init(try ArchiveReader(path: path), path: path)
  }

  /// What the archive is; nil when it holds no spreadsheet.
  var kind: Kind? {
    if places["xl/workbook.xml"] != nil { return .workbook }
    if places["xl/workbook.bin"] != nil { return .binaryWorkbook }
    if places["content.xml"] != nil, head(of: "mimetype").contains("opendocument.spreadsheet") {
      return .openDocument
    }
    let types = head(of: "[content_types].xml")
    if types.contains("spreadsheetml.sheet.main") || types.contains("sheet.macroEnabled.main") {
      return .workbook
    }
    return nil
  }

  /// Whether there is such a part.
  func has(_ name: String) -> Bool { places[Self.key(name)] != nil }

  /// Opens a part.
  func entry(_ name: String) throws(Diagnostic) -> ArchiveEntry {
    guard let place = places[Self.key(name)] else {
      throw Diagnostic(
        .workbookDamaged,
        at: SourceLocation(file: "\(path)/\(name)"),
        "the part of the workbook is missing",
        hint: "open the workbook and save it again"
      )
    }
    do {
      return try ArchiveEntry(archive, at: place)
    } catch {
      throw Self.diagnostic(error, part: name, of: path)
    }
  }

  /// The diagnostic of an entry that cannot be read.
  static func diagnostic(
    _ fault: ArchiveEntry.Fault,
    part: String,
    of path: String
  ) -> Diagnostic {
    let location = SourceLocation(file: "\(path)/\(part)")
    return switch fault {
    case .damaged:
      Diagnostic(
        .workbookDamaged,
        at: location,
        "the part of the workbook is damaged or cut off",
        hint: "download the workbook again, or open it and save it again"
      )
    case .hasPassword: protected(at: location)
    case .tooLarge:
      Diagnostic(
        .workbookTooLarge,
        at: location,
        "the part of the workbook unpacks to many times its size, as zip bombs do",
        hint: "if it is a real workbook, save its sheet as CSV UTF-8"
      )
    }
  }

  /// The diagnostic of a workbook with a password.
  static func protected(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .workbookProtected,
      at: location,
      "the workbook is password protected",
      hint: "open it, remove the password (File, Info, Protect Workbook) and save it"
    )
  }

  /// The first 64 KiB of a part; empty when it cannot be read.
  private func head(of name: String) -> String {
    guard let place = places[name], let entry = try? ArchiveEntry(archive, at: place) else {
      return ""
    }
    var block: [UInt8] = []
    guard (try? entry.read(into: &block)) != nil else { return "" }
    return String(decoding: block, as: UTF8.self)
  }

  /// The parts that a part points to.
  func relationships(of part: String) throws(Diagnostic) -> Relationships {
    let folders = part.split(separator: "/")
    let folder = folders.dropLast().map { $0 + "/" }.joined()
    let name = "\(folder)_rels/\(folders.last ?? "").rels"
    let relationships = Relationships(folder: folder)
    guard has(name) else { return relationships }
    try XMLPart(self, name, into: relationships).readAll()
    return relationships
  }

  private static func key(_ name: String) -> String {
    name.lowercased().replacing("\\", with: "/")
  }
}

/// What a part points to, by the ids that it uses.
final class Relationships: XMLPartHandler {
  private let folder: String
  /// The part and the last word of its type, as `worksheet`, by id.
  private(set) var targets: [String: (part: String, type: String)] = [:]
  private var ids: [String] = []

  init(folder: String) { self.folder = folder }

  /// The first part of a type.
  func first(_ type: String) -> String? {
    ids.lazy.compactMap { self.targets[$0] }.first { $0.type == type }?.part
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name == .relationship, let target = attributes[.target],
      attributes[.targetMode] != "External"
    else { return }
    let id = attributes[.relationshipID] ?? ""
    let type = attributes[.relationshipType]?.split(separator: "/").last.map(String.init) ?? ""
    if targets[id] == nil { ids.append(id) }
    targets[id] = (Self.resolved(target, in: folder), type)
  }

  func end(_ name: XMLName) {}
  func text(_ bytes: MarkupBytes) {}

  /// The name of a part from a target, absolute or relative to a folder.
  static func resolved(_ target: String, in folder: String) -> String {
    let target = target.replacing("\\", with: "/")
    var steps = target.hasPrefix("/") ? [] : folder.split(separator: "/")
    for step in target.split(separator: "/") {
      switch step {
      case ".": break
      case "..": _ = steps.popLast()
      default: steps.append(step)
      }
    }
    return steps.joined(separator: "/")
  }
}
