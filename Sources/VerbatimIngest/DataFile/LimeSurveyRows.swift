internal import VerbatimCore
internal import VerbatimText

/// The rows of a LimeSurvey file in XML, one at a time, in memory that does not grow with it.
struct LimeSurveyRows {
  private static let step = 16 * 1024

  /// The columns of the last table that began, in their order.
  private(set) var fields: [String] = []
  private let source: TextSource
  private let parser = FeedParser(
    FeedCollector.Shape(isItem: { name, parent in
      name == "row" && parent == "rows" || name == "fields"
    })
  )
  private var block: [UInt8] = []
  private var at = 0
  private var isDone = false
  private var failure: Diagnostic?
  private var waiting: [FeedItem] = []
  private var given = 0

  init(_ source: TextSource) { self.source = source }

  /// The next row; nil at the end.
  ///
  /// - Throws: `V1206` at a document type, `V1114` where the file is damaged or cut off.
  mutating func next() throws(Diagnostic) -> FeedItem? {
    while true {
      while given < waiting.count {
        let item = waiting[given]
        given += 1
        guard item.name == "fields" else { return item }
        fields = item.children("fieldname").compactMap(item.value(of:))
      }
      if let failure { throw failure }
      guard !isDone else { return nil }
      try read()
    }
  }

  private mutating func read() throws(Diagnostic) {
    if at == block.count {
      block = try source.read()
      at = 0
    }
    let end = min(at + Self.step, block.count)
    let state = parser.push(block[at..<end], isLast: block.isEmpty)
    isDone = block.isEmpty
    at = end
    waiting = parser.collector.items
    parser.collector.items.removeAll(keepingCapacity: true)
    given = 0
    switch state {
    case .reads: if isDone, parser.collector.lastFault != nil { failure = damaged }
    case .stopped: failure = damaged
    case .hasDoctype:
      failure = Diagnostic(
        .feedRefused,
        at: SourceLocation(file: source.path),
        "the file has a document type (<!DOCTYPE …>); it is not read, for it may hide entities",
        hint: "take the declaration out of the file"
      )
    }
  }

  private var damaged: Diagnostic {
    Diagnostic(
      .dataFileDamaged,
      at: SourceLocation(file: source.path, line: parser.collector.lastFault?.line),
      "the XML is damaged or cut off here",
      hint: "export it again; the rows before it were read"
    )
  }
}
