internal import VerbatimCore
internal import VerbatimText

/// Files beside another, in its folder or its archive.
public enum SiblingFile {
  /// Whether a file is read with another beside it and is no input of its own: the data of a
  /// Triple-S definition, the definition of a Qualtrics export.
  public static func isReadWithAnother(_ path: String) -> Bool {
    TripleSReader.isData(path) || QualtricsForm.isBesideExport(path)
  }

  /// A path's folder with its slash, its name, and its name without the ending.
  static func parts(_ path: String) -> (folder: String, name: String, stem: String) {
    let slash = path.lastIndex { $0 == "/" || $0 == "\\" }
    let start = slash.map { path.index(after: $0) } ?? path.startIndex
    let name = path[start...]
    let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name
    return (String(path[..<start]), String(name), String(stem))
  }

  /// The first file with the same name but one of these endings; nil when there is none.
  static func path(beside path: String, _ endings: [String]) -> String? {
    let (folder, name, stem) = parts(path)
    return endings.map { stem + $0 }.first { $0 != name && exists(folder + $0) }.map { folder + $0 }
  }

  /// Whether there is such a file, or such an entry of an archive.
  static func exists(_ path: String) -> Bool {
    if let archived = ArchivedFile(path: path) {
      return (try? ArchiveReader(path: archived.archive))?.names.contains(archived.entry) ?? false
    }
    return (try? ByteReader(path: path)) != nil
  }

  /// The text of such a file.
  ///
  /// - Throws: As opening a file, or an entry of an archive.
  static func source(_ path: String, declared: String? = nil) throws(Diagnostic) -> TextSource {
    guard let archived = ArchivedFile(path: path) else {
      return try TextSource(path: path, declared: declared)
    }
    return try TextSource(path: path, bytes: archived.bytes(), declared: declared)
  }
}
