internal import VerbatimCore

/// The answers of a row: its cells as they stand.
extension FeedbackBuilder {
  /// Keeps the cells that are not empty, those beyond the header too.
  mutating func keepCells(of record: TableRecord, in feedback: inout FeedbackRecord) {
    cells.removeAll(keepingCapacity: true)
    for index in kept {
      let range = record.range(of: index)
      if range.isEmpty { continue }
      cells.append(AnswerList.Cell(column: index, start: range.lowerBound, end: range.upperBound))
    }
    let width = schema.columns.count
    for index in width..<max(width, record.count) where !record.isEmpty(index) {
      let range = record.range(of: index)
      cells.append(AnswerList.Cell(column: width, start: range.lowerBound, end: range.upperBound))
    }
    guard !cells.isEmpty else { return }
    // Safety: both are copied while they stand still, because the buffers are used again.
    feedback.answers = unsafe AnswerList(
      columns: columns,
      bytes: record.bytes.withUnsafeBufferPointer { unsafe Array($0) },
      cells: cells.withUnsafeBufferPointer { unsafe Array($0) }
    )
  }
}
