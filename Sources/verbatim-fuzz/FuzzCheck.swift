internal import VerbatimCore
internal import VerbatimIngest
internal import VerbatimText

/// What must hold of every input, whatever its bytes are.
struct FuzzCheck {
  private let size: Int
  private var records = 0
  private var rejects = 0
  private var lastRow = 0

  /// Reads an input to its end and holds each item against what must be true.
  ///
  /// - Precondition: The readers keep their promises; the process stops where one does not, and
  ///   the fuzzer keeps the input.
  static func run(_ target: FuzzTarget, _ bytes: [UInt8]) {
    if target == .merchantFeed {
      readProducts(bytes)
      return
    }
    if let page = target.page(of: bytes) { compareReadings(of: page) }
    do throws(Diagnostic) {
      var input = try target.open(bytes)
      // Places in an archive, or in a text that is made of the input, are not places in the input.
      let size = target.isWrapped ? Int.max : bytes.count
      var check = FuzzCheck(size: size)
      // Nothing in a file is smaller than a byte: more items than that are a reader that does not
      // get on. A record may have a warning for each of some kinds.
      let most = target.isWrapped ? Int.max : 64 + 8 * bytes.count
      var items = 0
      while let item = try input.reader.next() {
        check.take(item)
        items += 1
        precondition(items <= most, "\(items) items of \(bytes.count) bytes")
      }
      let more = try input.reader.next()
      precondition(more == nil, "an item behind the end")
      if let damage = input.encodingDamage { check.place(damage) }
    } catch {
      precondition(!error.message.isEmpty, "a diagnostic without words")
      let check = FuzzCheck(size: target.isWrapped ? .max : bytes.count)
      check.place(error)
    }
  }

  private init(size: Int) { self.size = size }

  /// A page says the same when the parser sees all of it, and when it sees what may carry data.
  private static func compareReadings(of page: [UInt8]) {
    let whole = items(of: page, .whole)
    precondition(items(of: page, .abridged) == whole, "the abridged page says something else")
  }

  private static func items(
    of page: [UInt8],
    _ parsing: ReviewPageReader.Parsing
  ) -> [ReadItem] {
    var items: [ReadItem] = []
    guard let source = try? TextSource(path: FuzzFile.name, bytes: page) else { return [] }
    var reader = ReviewPageReader(source)
    reader.parsing = parsing
    while let item = try? reader.next() { items.append(item) }
    return items
  }

  /// Reads a feed of products to its end: no more rows than elements, each as wide as the header.
  private static func readProducts(_ bytes: [UInt8]) {
    let check = FuzzCheck(size: bytes.count)
    do throws(Diagnostic) {
      var reader = try MerchantFeedReader(TextSource(path: FuzzFile.name, bytes: bytes))
      var record = TableRecord()
      var rows = 0
      var width = 0
      while try reader.next(into: &record) {
        if rows == 0 { width = record.count }
        precondition(record.count == width, "a row of \(record.count) fields below \(width)")
        rows += 1
        precondition(rows <= 1 + bytes.count, "\(rows) rows of \(bytes.count) bytes")
      }
    } catch {
      check.place(error)
    }
  }

  private mutating func take(_ item: ReadItem) {
    switch item {
    case .record(let record):
      records += 1
      look(at: record)
    case .reject(let diagnostic):
      rejects += 1
      precondition(diagnostic.severity == .error, "a reject that is only a warning")
      place(diagnostic)
    case .warning(let diagnostic):
      precondition(diagnostic.severity == .warning, "a warning that is an error")
      place(diagnostic)
    }
  }

  private mutating func look(at record: FeedbackRecord) {
    place(line: record.source.line, column: nil, byte: record.source.byte)
    if let row = record.source.row {
      precondition(row > lastRow, "row \(row) after row \(lastRow)")
      // Each record and each reject has a row of its own; some rows are neither, as headers are.
      precondition(row >= records, "row \(row) of record \(records)")
      lastRow = row
    }
    guard record.source.kind == .transcript, !record.turns.isEmpty else { return }
    precondition(record.turns.contains { $0.role == .customer }, "a conversation without customer")
    for turn in record.turns {
      precondition(!turn.text.isEmpty, "a turn without words")
      place(line: turn.line, column: nil, byte: nil)
    }
  }

  fileprivate func place(_ diagnostic: Diagnostic) {
    precondition(!diagnostic.message.isEmpty, "a diagnostic without words")
    let place = diagnostic.location
    self.place(line: place.line, column: place.column, byte: place.byte)
  }

  private func place(line: Int?, column: Int?, byte: Int?) {
    // A line ends with one byte at least, so there is no line behind the number of bytes.
    if let line { precondition(line >= 1 && line - 1 <= size, "line \(line) of \(size) bytes") }
    if let column {
      // A byte of an old encoding, or without meaning, may become three.
      let most = size < .max / 3 ? size * 3 : size
      precondition(column >= 1 && column - 1 <= most, "column \(column) of \(size) bytes")
    }
    if let byte { precondition(byte >= 0 && byte <= size, "byte \(byte) of \(size)") }
  }
}

extension FuzzTarget {
  /// Whether something is put around the input, so that places are not its own.
  fileprivate var isWrapped: Bool {
    switch self {
    case .spreadsheet, .chat, .jsonLD, .webArchive, .savedPage, .profile: true
    default: false
    }
  }
}
