internal import VerbatimCore
internal import VerbatimIngest
internal import VerbatimText

/// What the suites of this folder share.
enum Transcripts {
  /// Every item of a reader.
  static func items(_ reader: some FeedbackReader) throws -> [ReadItem] {
    var reader = reader
    var items: [ReadItem] = []
    while let item = try reader.next() { items.append(item) }
    return items
  }

  static func webVTT(_ text: String) throws -> [ReadItem] {
    try items(WebVTTReader(source(text)))
  }

  static func log(_ text: String, path: String = "chat.log") throws -> [ReadItem] {
    try items(SpeakerLogReader(source(text, path: path)))
  }

  static func json(_ text: String) throws -> [ReadItem] {
    try items(ConversationJSONReader(source(text)))
  }

  static func source(_ text: String, path: String = "chat.txt") throws -> TextSource {
    try TextSource(path: path, bytes: Array(text.utf8))
  }

  /// The same bytes in blocks of a size.
  static func source(_ bytes: [UInt8], blocksOf size: Int) throws -> TextSource {
    var at = 0
    return try TextSource(path: "chat.txt") {
      let end = min(bytes.count, at + size)
      defer { at = end }
      return Array(bytes[at..<end])
    }
  }
}

extension [ReadItem] {
  var records: [FeedbackRecord] {
    compactMap { if case .record(let record) = $0 { record } else { nil } }
  }

  var rejects: [Diagnostic] {
    compactMap { if case .reject(let reason) = $0 { reason } else { nil } }
  }

  var warnings: [Diagnostic] {
    compactMap { if case .warning(let reason) = $0 { reason } else { nil } }
  }
}

extension FeedbackRecord {
  /// The turns as short texts that begin with the role.
  var script: [String] { turns.map { "\($0.role.rawValue) \($0.speaker): \($0.text)" } }
}
