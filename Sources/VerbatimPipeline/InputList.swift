internal import Foundation
public import VerbatimCore
internal import VerbatimIngest

/// The files behind the paths that a user gives: folders and archives of several files are opened,
/// hidden files passed over, and those that are read with another beside them.
public struct InputList: Sendable {
  /// The files, each folder's by name.
  public private(set) var files: [String] = []
  /// Paths that cannot be read.
  public private(set) var diagnostics: [Diagnostic] = []

  /// Opens the folders among `paths`.
  public init(_ paths: [String]) {
    let manager = FileManager.default
    for path in paths {
      var isFolder: ObjCBool = false
      guard path != "-" else {
        files.append(path)
        continue
      }
      if ArchivedFile(path: path) != nil {
        files.append(path)
        continue
      }
      // Safety: Foundation writes one flag before it returns.
      guard unsafe manager.fileExists(atPath: path, isDirectory: &isFolder) else {
        diagnostics.append(
          Diagnostic(
            .fileMissing,
            at: SourceLocation(file: path),
            "there is no such file",
            hint: "check the path; it is read from the folder in which you are"
          )
        )
        continue
      }
      guard isFolder.boolValue else {
        add(path)
        continue
      }
      let inside = (try? manager.subpathsOfDirectory(atPath: path)) ?? []
      let prefix = path.hasSuffix("/") ? path : path + "/"
      var found = 0
      for name in inside.sorted() where !isHidden(name) {
        guard unsafe manager.fileExists(atPath: prefix + name, isDirectory: &isFolder),
          !isFolder.boolValue, !SiblingFile.isReadWithAnother(prefix + name)
        else { continue }
        add(prefix + name)
        found += 1
      }
      if found == 0 {
        diagnostics.append(
          Diagnostic(.fileMissing, at: SourceLocation(file: path), "the folder holds no file")
        )
      }
    }
  }

  /// Adds a file, or the files inside when it is an archive of several.
  private mutating func add(_ path: String) {
    let inside = ArchivedFile.paths(in: path)
    files += inside.isEmpty ? [path] : inside
  }

  /// Dot files, and those beside a workbook that is open in Excel.
  private func isHidden(_ name: String) -> Bool {
    name.split(separator: "/").contains { $0.hasPrefix(".") || $0.hasPrefix("~$") }
  }
}
