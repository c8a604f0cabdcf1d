internal import CReadStat
internal import VerbatimCore

/// An SPSS data file (`.sav`, `.zsav`) through ReadStat: its dictionary, and rows by the block.
struct SPSSFile {
  /// A column as the dictionary describes it.
  struct Column {
    var name: String
    var label: String?
    var format: SPSSFormat
    var labels: [String: String] = [:]
    var missingRanges: [ClosedRange<Double>] = []
    var missingTexts: Set<String> = []
    fileprivate var labelSet: String?
  }

  let path: String
  private(set) var columns: [Column] = []

  /// Reads the dictionary.
  ///
  /// - Throws: `V1114` when the file is damaged or cut off.
  init(path: String) throws(Diagnostic) {
    self.path = path
    let reading = Reading(keepsDictionary: true)
    try Self.read(path, from: 0, count: 0, into: reading)
    columns = reading.columns
    for index in columns.indices {
      guard let set = columns[index].labelSet else { continue }
      columns[index].labels = reading.labels[set] ?? [:]
    }
  }

  /// The cells of the rows from `start` on, at most `count` of them; empty cells are empty texts.
  ///
  /// - Complexity: ReadStat passes over the rows before `start` each time.
  func rows(from start: Int, count: Int) throws(Diagnostic) -> [[String]] {
    let reading = Reading(columns: columns)
    try Self.read(path, from: start, count: count, into: reading)
    return reading.rows
  }

  private static func read(
    _ path: String,
    from start: Int,
    count: Int,
    into reading: Reading
  ) throws(Diagnostic) {
    var handlers = vsav_handlers()
    if reading.keepsDictionary {
      unsafe handlers.column = { context, column in
        guard let column = unsafe column?.pointee else { return }
        unsafe Reading.of(context)?.take(column)
      }
      unsafe handlers.value_label = { context, set, number, text, label in
        guard let set = unsafe Reading.text(set), let label = unsafe Reading.text(label) else {
          return
        }
        let key = unsafe Reading.text(text) ?? SPSSFormat.plain(number)
        unsafe Reading.of(context)?.labels[set, default: [:]][key] = label
      }
      unsafe handlers.missing_range = { context, index, low, high in
        guard low <= high else { return }
        unsafe Reading.of(context)?.columns[Int(index)].missingRanges.append(low...high)
      }
      unsafe handlers.missing_text = { context, index, text in
        guard let text = unsafe Reading.text(text) else { return }
        unsafe Reading.of(context)?.columns[Int(index)].missingTexts.insert(text)
      }
    } else {
      unsafe handlers.number = { context, row, index, value in
        unsafe Reading.of(context)?.take(row, index) { $0.text(of: value) }
      }
      unsafe handlers.text = { context, row, index, value in
        guard let value = unsafe Reading.text(value) else { return }
        unsafe Reading.of(context)?.take(row, index) { _ in value }
      }
    }
    var reason: UnsafePointer<CChar>?
    // Safety: `reading` outlives the call, and the handlers only borrow it.
    let context = unsafe Unmanaged.passUnretained(reading).toOpaque()
    let result = unsafe vsav_read(path, Int64(start), Int64(count), &handlers, context, &reason)
    withExtendedLifetime(reading) {}
    guard result != -2 else {
      throw Diagnostic(
        .dataFileDamaged,
        at: SourceLocation(file: path),
        "the SPSS file cannot be read: \(unsafe Reading.text(reason) ?? "it is damaged")",
        hint: "save it again, or export the data as CSV"
      )
    }
  }
}

extension SPSSFile {
  /// What one pass over the file collects.
  private final class Reading {
    let keepsDictionary: Bool
    var columns: [Column]
    var labels: [String: [String: String]] = [:]
    var rows: [[String]] = []

    init(keepsDictionary: Bool = false, columns: [Column] = []) {
      self.keepsDictionary = keepsDictionary
      self.columns = columns
    }

    static func of(_ context: UnsafeMutableRawPointer?) -> Reading? {
      // Safety: the context is the reading that `read` passed, alive for the whole call.
      unsafe context.map { unsafe Unmanaged<Reading>.fromOpaque($0).takeUnretainedValue() }
    }

    static func text(_ pointer: UnsafePointer<CChar>?) -> String? {
      // Safety: ReadStat's strings end in NUL.
      unsafe pointer.map { unsafe String(cString: $0) }
    }

    func take(_ column: vsav_column) {
      columns.append(
        Column(
          name: unsafe Self.text(column.name) ?? "column \(columns.count + 1)",
          label: unsafe Self.text(column.label).flatMap { $0.isEmpty ? nil : $0 },
          format: unsafe SPSSFormat(Self.text(column.format) ?? ""),
          labelSet: unsafe Self.text(column.labels)
        )
      )
    }

    /// Keeps a cell; ReadStat counts rows from the offset on, and passes over empty cells.
    func take(_ row: Int64, _ index: Int32, _ value: (SPSSFormat) -> String) {
      let row = Int(row)
      let index = Int(index)
      guard columns.indices.contains(index), row >= 0 else { return }
      while rows.count <= row { rows.append(Array(repeating: "", count: columns.count)) }
      rows[row][index] = value(columns[index].format)
    }
  }
}
