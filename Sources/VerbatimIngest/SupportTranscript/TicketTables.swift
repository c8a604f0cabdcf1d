internal import VerbatimCore
internal import VerbatimText

/// The tables of one export that lie beside each other.
///
/// A sibling has the file's own name with the table's name exchanged: beside `ticket_comment.csv`
/// lies `ticket.csv`, beside `june-CaseComment.csv` lies `june-Case.csv`, in the same folder or
/// archive.
struct TicketTables {
  /// The table that was named.
  let own: TicketTable
  /// The others of its family, and what says more of them.
  private(set) var others: [TicketTable] = []
  /// Why a table beside it could not be read.
  private(set) var findings: [Diagnostic] = []
  /// Where a table of the family was looked for and not found.
  private(set) var missing: [TicketTableKind: String] = [:]

  /// Reads the table of a source and those beside it.
  init(_ source: TextSource) throws(Diagnostic) {
    own = try TicketTable(source)
    findings = own.findings
    for kind in own.kind.family + own.kind.companions where kind != own.kind { find(kind) }
  }

  /// A table of the export.
  subscript(kind: TicketTableKind) -> TicketTable? {
    kind == own.kind ? own : others.first { $0.kind == kind }
  }

  /// The files of the conversations that a table without words says more of, where none of them lies
  /// beside it; empty when one does.
  var missingConversations: [String] {
    let files = own.kind.explained.map { kind in
      let beside = Self.paths(of: kind, beside: own.path, as: own.kind)
      // A file of another name tells where to look, and not how the others are called.
      let folder = own.path == "-" ? "" : SiblingFile.parts(own.path).folder
      return beside.isEmpty ? kind.fileNames.map { "\(folder)\($0).csv" } : beside
    }
    let isThere = own.path != "-" && files.contains { $0.contains(where: SiblingFile.exists) }
    return isThere ? [] : files.compactMap(\.first)
  }

  private mutating func find(_ kind: TicketTableKind) {
    for path in Self.paths(of: kind, beside: own.path, as: own.kind) {
      do throws(Diagnostic) {
        let table: TicketTable
        if let archived = ArchivedFile(path: path) {
          // A name that the archive does not have is no damage.
          guard try ArchiveReader(path: archived.archive).names.contains(archived.entry) else {
            continue
          }
          table = try TicketTable(TextSource(path: path, bytes: archived.bytes()), as: kind)
        } else {
          table = try TicketTable(TextSource(path: path), as: kind)
        }
        others.append(table)
        return
      } catch {
        guard error.code != .fileMissing else { continue }
        findings.append(
          Diagnostic(error.code, .warning, at: error.location, error.message, hint: error.hint)
        )
      }
    }
    missing[kind] = Self.paths(of: kind, beside: own.path, as: own.kind).first
  }

  /// The paths that another table's file may have.
  static func paths(
    of kind: TicketTableKind,
    beside path: String,
    as own: TicketTableKind
  ) -> [String] {
    guard path != "-" else { return [] }
    let start = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    let folder = path[..<start]
    let name = path[start...]
    for ownName in own.fileNames {
      guard let found = name.firstRange(of: ownName) else { continue }
      // Singular stands beside singular, and capitals beside capitals.
      let place = own.fileNames.firstIndex(of: ownName) ?? 0
      var names = kind.fileNames
      if place < names.count { names.swapAt(0, place) }
      return names.map { "\(folder)\(name[..<found.lowerBound])\($0)\(name[found.upperBound...])" }
    }
    return []
  }
}
