/// The answers of a survey's record, in the order of its columns.
///
/// It is read and changed like an array. The answers of a table's row are kept as the row's bytes
/// beside the columns that all rows of the table share, and each is made when it is asked for: of
/// the two dozen cells of a survey's row most are stored and never looked at alone. The first
/// change turns the list into plain answers.
public struct AnswerList: Sendable {
  /// Where the value of an answer stands in the bytes of its row.
  public struct Cell: Hashable, Sendable {
    /// The place of its column among the table's columns.
    var column: Int32
    /// The first byte of the value.
    var start: Int32
    /// The byte behind the value.
    var end: Int32

    /// A value by its column, its first byte and the byte behind it.
    ///
    /// - Precondition: Rows have fewer than 2³¹ bytes; the largest record is far smaller.
    public init(column: Int, start: Int, end: Int) {
      self.column = Int32(column)
      self.start = Int32(start)
      self.end = Int32(end)
    }

    var bytes: Range<Int> { Int(start)..<Int(end) }
  }

  private struct Row: Sendable {
    let columns: AnswerColumns
    let bytes: [UInt8]
    let cells: [Cell]

    func answer(_ cell: Cell) -> FeedbackRecord.Answer {
      let column = columns.columns[Int(cell.column)]
      let value = String(decoding: bytes[cell.bytes], as: UTF8.self)
      return FeedbackRecord.Answer(
        question: column.question,
        questionID: column.questionID,
        role: column.role,
        value: value,
        text: column.labels.isEmpty ? nil : column.labels[value]
      )
    }
  }

  /// The row as read; nil once the answers stand in `answers`.
  private var row: Row?
  private var answers: [FeedbackRecord.Answer] = []

  /// No answer.
  public init() {}

  /// The answers of a table's row.
  ///
  /// - Parameters:
  ///   - columns: The columns of the table, one object for all rows.
  ///   - bytes: The row in UTF-8; what is no UTF-8 reads as U+FFFD.
  ///   - cells: The answers that are kept, each inside the bytes and of one of the columns.
  public init(columns: AnswerColumns, bytes: [UInt8], cells: [Cell]) {
    row = Row(columns: columns, bytes: bytes, cells: cells)
  }

  /// Gives the bytes of a value, without making the answer.
  ///
  /// - Complexity: O(1).
  public func withValue<Result>(at position: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    guard let row else {
      var value = answers[position].value
      // Safety: the span does not outlive the string.
      return value.withUTF8 { utf8 in unsafe body(Span(_unsafeElements: utf8)) }
    }
    return body(row.bytes.span.extracting(row.cells[position].bytes))
  }

  /// The question of an answer, without making the answer.
  public func question(at position: Int) -> String {
    guard let row else { return answers[position].question }
    return row.columns.columns[Int(row.cells[position].column)].question
  }

  /// Makes the answers that were not asked for so far.
  private mutating func settle() {
    guard let row else { return }
    answers = row.cells.map(row.answer)
    self.row = nil
  }
}

extension AnswerList: RandomAccessCollection, MutableCollection, RangeReplaceableCollection {
  /// The first place.
  public var startIndex: Int { 0 }

  /// The place behind the last answer.
  public var endIndex: Int { row?.cells.count ?? answers.count }

  /// The answer at a place.
  ///
  /// - Complexity: O(1) to read; the first change of a row's answers makes them all.
  public subscript(position: Int) -> FeedbackRecord.Answer {
    get {
      guard let row else { return answers[position] }
      return row.answer(row.cells[position])
    }
    set {
      settle()
      answers[position] = newValue
    }
  }

  /// Puts answers in the place of others.
  public mutating func replaceSubrange(
    _ subrange: Range<Int>,
    with replacement: some Collection<FeedbackRecord.Answer>
  ) {
    settle()
    answers.replaceSubrange(subrange, with: replacement)
  }
}

extension AnswerList: Hashable, ExpressibleByArrayLiteral {
  /// A list of answers.
  public init(arrayLiteral elements: FeedbackRecord.Answer...) { answers = elements }

  /// Whether the answers are the same, however they are kept.
  public static func == (left: AnswerList, right: AnswerList) -> Bool {
    left.elementsEqual(right)
  }

  /// Feeds the answers to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    for answer in self { hasher.combine(answer) }
  }
}
