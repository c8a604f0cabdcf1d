internal import Foundation
public import VerbatimCore
public import VerbatimSentiment

/// The folder that an overlay is written to: whole or not at all.
public enum OverlayFolder {
  /// Writes an overlay with the files that tell of it.
  ///
  /// - Parameters:
  ///   - overlay: The rows.
  ///   - others: More files by their names, such as `README.md`.
  ///   - path: A folder that is not there yet, or is empty.
  /// - Throws: `V6001` when the folder holds something or cannot be written.
  public static func write(
    _ overlay: LexiconOverlay,
    _ others: [(name: String, bytes: [UInt8])],
    to path: String
  ) throws(Diagnostic) {
    try check(path)
    let manager = FileManager.default
    let folder = URL(fileURLWithPath: path)
    let beside = folder.deletingLastPathComponent()
      .appendingPathComponent(".\(folder.lastPathComponent).part")
    do {
      try? manager.removeItem(at: beside)
      try manager.createDirectory(at: beside, withIntermediateDirectories: true)
      for file in overlay.files + others {
        try Data(file.bytes).write(to: beside.appendingPathComponent(file.name))
      }
      try? manager.removeItem(at: folder)
      try manager.moveItem(at: beside, to: folder)
    } catch {
      try? manager.removeItem(at: beside)
      throw Diagnostic(
        .outputUnwritable,
        at: SourceLocation(file: path),
        "the folder cannot be written",
        hint: "check the folder above it and your permission"
      )
    }
  }

  /// Whether an overlay may be written there; asked before long work.
  ///
  /// - Throws: `V6001` when something is there.
  public static func check(_ path: String) throws(Diagnostic) {
    let manager = FileManager.default
    guard manager.fileExists(atPath: path) else { return }
    guard (try? manager.contentsOfDirectory(atPath: path))?.isEmpty == true else {
      throw Diagnostic(
        .outputUnwritable,
        at: SourceLocation(file: path),
        "there is something already",
        hint: "name a new folder with --out, or remove this one"
      )
    }
  }
}
