internal import VerbatimCore
internal import VerbatimText

/// The definition of a survey in Triple-S XML: its variables, and where they stand in the data.
///
/// - SeeAlso: The triple-s Survey Interchange Standard, version 2.0 (2011), and 1.1 before it.
struct TripleSSurvey {
  /// The largest definition that is read.
  static let largest = 64 * 1024 * 1024

  /// The variables in their order.
  private(set) var variables: [TripleSVariable] = []
  /// Whether the data are fields divided by commas; else each stands in its columns.
  let isCSV: Bool
  /// How many lines of the data stand above the first record.
  let skip: Int
  /// The name of the data file, where the definition says it.
  let dataName: String?

  /// Reads a definition.
  ///
  /// - Throws: `V1114` where it is damaged, `V1206` where its document type declares entities,
  ///   `V1005` for a hierarchy of several records.
  init(_ source: TextSource) throws(Diagnostic) {
    let parser = FeedParser(FeedCollector.Shape(isItem: { name, _ in name == "variable" }))
    let bytes = try Self.bytes(source)
    guard parser.push(bytes[...]) == .reads, parser.push([], isLast: true) == .reads,
      parser.collector.lastFault == nil
    else {
      throw Diagnostic(
        .dataFileDamaged,
        at: SourceLocation(file: source.path, line: parser.collector.lastFault?.line),
        "the definition of the survey is damaged or cut off here",
        hint: "export it again"
      )
    }
    let around = parser.collector.values
    guard (around["record@ident"]?.count ?? 1) < 2 else {
      throw Diagnostic(
        .formatUnsupported,
        at: SourceLocation(file: source.path),
        "the survey is a hierarchy of \(around["record@ident"]?.count ?? 0) records; one is read",
        hint: "export the level of respondents alone"
      )
    }
    isCSV = around["record@format"]?.first?.lowercased() == "csv"
    skip = around["record@skip"]?.first.flatMap { Int($0) } ?? 0
    dataName = around["record@href"]?.first
    variables = parser.collector.items.compactMap(TripleSVariable.init)
  }

  /// The whole definition without its document type, which is never fetched.
  private static func bytes(_ source: TextSource) throws(Diagnostic) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count <= largest {
      let block = try source.read()
      guard !block.isEmpty else { break }
      bytes += block
    }
    guard let start = bytes.firstRange(of: Array("<!DOCTYPE".utf8))?.lowerBound,
      let end = bytes[start...].firstIndex(of: UInt8(ascii: ">"))
    else { return bytes }
    guard !bytes[start..<end].contains(UInt8(ascii: "[")) else {
      throw Diagnostic(
        .feedRefused,
        at: SourceLocation(file: source.path),
        "the document type declares entities of its own; the file is not read",
        hint: "take the part in brackets out of <!DOCTYPE …>"
      )
    }
    // Blanks keep the lines and columns of what follows.
    for at in start...end where bytes[at] != 0x0A { bytes[at] = 0x20 }
    return bytes
  }
}
