import Foundation
import Testing
import VerbatimTestSupport

/// What other people's readers of tables make of files.
///
/// They run where there is a ``PythonTool`` with them.
struct TableReference: Decodable {
  /// The file's name.
  let file: String
  /// Its tables by their names: one, `table`, unless it is a workbook.
  let tables: [String: [[String]]]
  /// Why it was refused.
  let failure: String?

  /// A Python with the readers, which tells their versions; nil when there is none and none can be
  /// made.
  static let python = PythonTool(
    presence: TableReferenceScript.presence,
    packages: ["pandas", "openpyxl", "pyreadstat"],
    environment: "verbatim-table-tools"
  )

  /// What the readers make of the files, by the files' names.
  static func read(_ files: [URL]) throws -> [String: TableReference] {
    let python = try #require(python)
    let arguments = ["-W", "ignore", "-c", TableReferenceScript.text] + files.map(\.path)
    let output = try #require(python.output(arguments))
    let lines = try output.split(separator: 0x0A).map {
      try JSONDecoder().decode(TableReference.self, from: Data($0))
    }
    return Dictionary(uniqueKeysWithValues: lines.map { ($0.file, $0) })
  }
}
