public import VerbatimCore
internal import VerbatimText

/// A file inside a zip archive, by a path such as `export.zip/june.csv`.
public struct ArchivedFile: Hashable, Sendable {
  /// What the names of files with feedback end in.
  private static let endings = [
    ".csv", ".tsv", ".txt", ".json", ".ndjson", ".jsonl", ".vtt", ".srt", ".eml", ".mbox", ".html",
    ".htm", ".xml", ".sss", ".mhtml", ".mht", ".warc",
  ]

  /// The path of the archive.
  public let archive: String
  /// The name of the entry.
  public let entry: String

  /// The parts of a path that leads into an archive; nil for every other.
  public init?(path: String) {
    guard let end = path.lowercased().firstRange(of: ".zip/") else { return nil }
    let length = path.lowercased().distance(from: path.startIndex, to: end.upperBound)
    archive = String(path.prefix(length - 1))
    entry = String(path.dropFirst(length))
    guard !entry.isEmpty, (try? ByteReader(path: archive)) != nil else { return nil }
  }

  /// The entry's bytes.
  ///
  /// - Throws: `V1006` when the archive or the entry is damaged or too large.
  public func bytes() throws(Diagnostic) -> [UInt8] {
    try ArchiveReader(path: archive).bytes(of: entry)
  }

  /// The names of the entries of an archive that may hold feedback, by name.
  static func readable(in archive: ArchiveReader) -> [String] {
    let names = archive.names.filter { name in
      endings.contains { name.lowercased().hasSuffix($0) }
        && !name.split(separator: "/").contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
    }
    // WhatsApp puts what was attached beside the chat.
    let chat = names.first { $0 == "_chat.txt" || $0.hasPrefix("WhatsApp Chat") }
    return chat.map { [$0] } ?? names.sorted()
  }

  /// The paths of the files in an archive that is read file by file.
  ///
  /// - Returns: Nothing for a file that is no archive, and for one that is one input as a whole: a
  ///   workbook, a workspace of Slack, a survey of LimeSurvey, a single table.
  public static func paths(in path: String) -> [String] {
    guard let reader = try? ByteReader(path: path),
      (try? reader.read(upTo: 4)) == [0x50, 0x4B, 0x03, 0x04],
      let archive = try? ArchiveReader(path: path),
      WorkbookPackage(archive, path: path).kind == nil
    else { return [] }
    let names = archive.names
    guard !names.contains("users.json"),
      !names.contains(where: { $0.hasSuffix("_responses.lsr") })
    else { return [] }
    let files = readable(in: archive).map { "\(path)/\($0)" }
    return files.count > 1 ? files.filter { !SiblingFile.isReadWithAnother($0) } : []
  }
}
