internal import Foundation
public import VerbatimCore
public import VerbatimIngest
internal import VerbatimLexicons
internal import VerbatimText

extension ColumnNames {
  /// The names of a lexicon folder, or of the one that travels with the binary.
  ///
  /// Three small files are read, and none of the others.
  ///
  /// - Throws: `V3002` when one of them is missing, `V3001` when a row of them does not parse.
  public static func load(lexicons directory: String?) throws(Diagnostic) -> ColumnNames {
    let folder = directory.map { URL(fileURLWithPath: $0) } ?? LexiconFiles.directory()
    func table(
      _ file: (name: String, columns: [String])
    ) throws(Diagnostic) -> TableFile {
      guard let path = folder?.appendingPathComponent(file.name).path,
        FileManager.default.fileExists(atPath: path)
      else {
        throw Diagnostic(
          .lexiconMissing,
          at: SourceLocation(file: file.name),
          "the lexicons lack this file",
          hint: "name their folder with --lexicons DIR"
        )
      }
      let bytes = try ByteReader(path: path).readToEnd()
      return try TableFile(path: path, bytes: bytes, columns: file.columns)
    }
    return try ColumnNames(
      names: table(file),
      exports: table(exportFile),
      months: table(monthFile)
    )
  }
}
