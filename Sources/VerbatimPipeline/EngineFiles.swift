internal import Foundation
public import VerbatimCore
internal import VerbatimLexicons
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
  /// SHA-256 over all names and bytes but the calibration's, which is fitted to what they are.
  public var hash: String { hashing.value }
  /// The work of hashing, which goes on beside the compiling of what the files say.
  let hashing: Piece<String>

  /// Reads every `.tsv` file under a folder, or under the one that travels with the binary.
  ///
  /// - Throws: `V3002` when there is no lexicon.
  public init(directory: String?) throws(Diagnostic) {
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
    for name in names.sorted() where name.hasSuffix(".tsv") && !name.hasSuffix(".tests.tsv") {
      let path = folder.appendingPathComponent(name).path
      let reader = try ByteReader(path: path)
      var bytes: [UInt8] = []
      while true {
        let block = try reader.read(upTo: 1 << 20)
        if block.isEmpty { break }
        bytes.append(contentsOf: block)
      }
      files[name] = File(path: path, bytes: bytes)
      if name == Self.calibrationName { continue }
      hashed.append(Array(name.utf8))
      hashed.append(bytes)
    }
    guard files["taxonomy/taxonomy.tsv"] != nil else {
      throw Diagnostic(
        .lexiconMissing,
        at: SourceLocation(file: folder.path),
        "the folder holds no lexicon",
        hint: "it must hold en, languages and taxonomy"
      )
    }
    self.files = files
    hashing = Piece { [hashed] in Fingerprint.hex32(files: hashed) }
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
