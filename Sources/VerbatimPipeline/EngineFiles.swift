internal import Foundation
public import VerbatimCore
internal import VerbatimLexicons
public import VerbatimSentiment
internal import VerbatimText

/// The lexicon files of an engine, read once: names in a fixed order, and a hash over all.
public struct EngineFiles: Sendable {
  /// A file with its path and bytes.
  public struct File: Sendable {
    /// Where it is.
    public let path: String
    /// What it holds.
    public let bytes: [UInt8]
  }

  /// The files by their path inside the lexicon folder: `en/sentiment/phrases.tsv`.
  public let files: [String: File]
  /// The sentiment files of each overlay, by their names, in the order in which they are laid.
  public let overlays: [[String: File]]
  /// SHA-256 over all names and bytes but the calibration's, which is fitted to what they are.
  public var hash: String { hashing.value }
  /// The work of hashing, which goes on beside the compiling of what the files say.
  let hashing: Piece<String>

  /// Reads every `.tsv` file under a folder, or under the one that travels with the binary, and the
  /// sentiment files of overlays.
  ///
  /// - Parameters:
  ///   - directory: The folder; nil for the one that travels with the binary.
  ///   - prefix: Only files whose names begin so are read and hashed.
  ///   - overlays: Folders whose sentiment files are laid over the lexicon.
  ///   - laid: Overlays that are in no folder.
  /// - Throws: `V3002` when there is no lexicon, and when an overlay has none of its files.
  public init(
    directory: String?,
    only prefix: String = "",
    overlays: [String] = [],
    laid: [LexiconOverlay] = []
  ) throws(Diagnostic) {
    let folder = directory.map { URL(fileURLWithPath: $0) } ?? LexiconFiles.directory()
    guard let folder else {
      throw Diagnostic(
        .lexiconMissing,
        at: SourceLocation(file: "lexicons"),
        "the lexicons are not beside the program",
        hint: "name their folder with --lexicons DIR"
      )
    }
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    var files: [String: File] = [:]
    var hashed: [[UInt8]] = []
    for name in names.sorted()
    where name.hasPrefix(prefix) && name.hasSuffix(".tsv") && !name.hasSuffix(".tests.tsv") {
      let file = try Self.file(at: folder.appendingPathComponent(name).path)
      files[name] = file
      if name == Self.calibrationName { continue }
      hashed.append(Array(name.utf8))
      hashed.append(file.bytes)
    }
    guard names.contains("taxonomy/taxonomy.tsv") else {
      throw Diagnostic(
        .lexiconMissing,
        at: SourceLocation(file: folder.path),
        "the folder holds no lexicon",
        hint: "it must hold en, languages and taxonomy"
      )
    }
    self.files = files
    self.overlays = try Self.overlays(overlays, laid, &hashed)
    hashing = Piece { [hashed] in Fingerprint.hex32(files: hashed) }
  }

  /// The sentiment files of overlay folders; each adds to what is hashed.
  private static func overlays(
    _ folders: [String],
    _ laid: [LexiconOverlay],
    _ hashed: inout [[UInt8]]
  ) throws(Diagnostic) -> [[String: File]] {
    var overlays: [[String: File]] = []
    for folder in folders {
      var overlay: [String: File] = [:]
      for name in SentimentLexicon.files {
        let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
        guard FileManager.default.fileExists(atPath: path) else { continue }
        let file = try file(at: path)
        overlay[name] = file
        hashed.append(Array("overlay \(overlays.count) \(name)".utf8))
        hashed.append(file.bytes)
      }
      guard !overlay.isEmpty else {
        throw Diagnostic(
          .lexiconMissing,
          at: SourceLocation(file: folder),
          "the folder holds no overlay",
          hint: "it must hold one of \(SentimentLexicon.files.joined(separator: ", "))"
        )
      }
      overlays.append(overlay)
    }
    for rows in laid where !rows.isEmpty {
      var overlay: [String: File] = [:]
      for (name, bytes) in rows.files {
        overlay[name] = File(path: name, bytes: bytes)
        hashed.append(Array("overlay \(overlays.count) \(name)".utf8))
        hashed.append(bytes)
      }
      overlays.append(overlay)
    }
    return overlays
  }

  private static func file(at path: String) throws(Diagnostic) -> File {
    File(path: path, bytes: try ByteReader(path: path).readToEnd())
  }

  /// The sentiment lexicon of a language with its overlays laid over it.
  func sentimentLexicon(_ language: String = "en") throws(Diagnostic) -> SentimentLexicon {
    var lexicon = SentimentLexicon()
    for name in SentimentLexicon.files {
      let file = try file("\(language)/sentiment/\(name)")
      try lexicon.read(name: name, path: file.path, bytes: file.bytes)
    }
    for files in overlays {
      var overlay = SentimentLexicon.overlay
      for name in SentimentLexicon.files {
        guard let file = files[name] else { continue }
        try overlay.read(name: name, path: file.path, bytes: file.bytes)
      }
      lexicon.lay(overlay)
    }
    return lexicon
  }

  /// A file that must be there.
  func file(_ name: String) throws(Diagnostic) -> File {
    guard let file = files[name] else {
      throw Diagnostic(
        .lexiconMissing,
        at: SourceLocation(file: name),
        "the lexicons lack this file"
      )
    }
    return file
  }

  /// The rows of a table that must be there.
  func table(_ name: String, _ columns: [String]) throws(Diagnostic) -> TableFile {
    let file = try file(name)
    return try TableFile(path: file.path, bytes: file.bytes, columns: columns)
  }
}
