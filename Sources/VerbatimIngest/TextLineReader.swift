public import VerbatimCore
public import VerbatimText

/// Reads one text a line: the input of a worker that only scores.
public struct TextLineReader: FeedbackReader {
  private let file: String
  private var lines: LineReader
  private let hasOffsets: Bool
  private let mark: Int

  /// Texts of a stream.
  public init(_ source: TextSource) {
    file = source.path
    lines = LineReader(source)
    hasOffsets = source.keepsOffsets
    mark = source.encoding.markLength
  }

  /// The next text.
  ///
  /// An empty line is a record without text, so that line *n* of the output is line *n* of the
  /// input.
  public mutating func next() throws(Diagnostic) -> ReadItem? {
    guard let line = try lines.next() else { return nil }
    var origin = FeedbackRecord.Source(kind: .survey, format: "text", file: file)
    origin.line = line.number
    origin.row = line.number
    origin.byte = hasOffsets ? line.byte + mark : nil
    var record = FeedbackRecord(source: origin)
    record.text = line.text
    return .record(record)
  }
}
