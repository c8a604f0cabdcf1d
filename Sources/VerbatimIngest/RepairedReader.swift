public import VerbatimCore
internal import VerbatimText

/// A reader whose records have their texts mended: UTF-8 that was taken for windows-1252, and
/// character references left in plain text.
///
/// Mending comes before ids are made, so a text keeps its id when its source is put right later.
public struct RepairedReader: FeedbackReader {
  private var reader: any FeedbackReader

  /// Mends what a reader gives.
  public init(_ reader: any FeedbackReader) { self.reader = reader }

  /// The next item, its texts mended.
  public mutating func next() throws(Diagnostic) -> ReadItem? {
    guard let item = try reader.next() else { return nil }
    guard case .record(let read) = item, Self.mayNeedRepair(read) else { return item }
    var record = read
    let repairs = Self.repair(&record)
    guard !repairs.isEmpty else { return item }
    record.repairs = repairs.kinds
    return .record(record)
  }

  /// Whether a text of the record has a byte with which damage begins; without copying anything.
  private static func mayNeedRepair(_ record: FeedbackRecord) -> Bool {
    func may(_ text: String?) -> Bool { text.map(TextRepair.mayNeed) ?? false }
    return may(record.title) || may(record.text) || may(record.product.name)
      || may(record.product.brand) || may(record.author)
      || record.turns.contains { TextRepair.mayNeed($0.text) || TextRepair.mayNeed($0.speaker) }
      || record.answers.indices.contains { index in
        record.answers.withValue(at: index) { TextRepair.mayNeed($0) }
          || TextRepair.mayNeed(record.answers.question(at: index))
      }
  }

  private static func repair(_ record: inout FeedbackRecord) -> TextRepair {
    var repairs: TextRepair = []
    func mend(_ text: inout String?) {
      guard var mended = text else { return }
      let found = TextRepair.repair(&mended)
      guard !found.isEmpty else { return }
      text = mended
      repairs.formUnion(found)
    }
    mend(&record.title)
    mend(&record.text)
    mend(&record.product.name)
    mend(&record.product.brand)
    mend(&record.author)
    for index in record.turns.indices {
      repairs.formUnion(TextRepair.repair(&record.turns[index].text))
      repairs.formUnion(TextRepair.repair(&record.turns[index].speaker))
    }
    for index in record.answers.indices {
      var answer = record.answers[index]
      let found = TextRepair.repair(&answer.question).union(TextRepair.repair(&answer.value))
      guard !found.isEmpty else { continue }
      record.answers[index] = answer
      repairs.formUnion(found)
    }
    return repairs
  }
}
