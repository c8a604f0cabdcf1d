/// Cuts bytes into records and fields, whatever way the bytes arrive.
///
/// Records end at CRLF, LF or CR outside quotes; a quote inside a quoted field is doubled. A quote
/// that is never closed costs the line it opened on: the lines it swallowed are read again.
/// Eight bytes are looked at a time, and a field is copied once.
public struct DelimitedScanner {
  /// The largest record in bytes.
  public static let largestRecord = 16 * 1024 * 1024
  /// How many lines a quoted field may run over before text behind its closing quote means that it
  /// was never closed.
  static let swallowed = 50
  /// How many lines a quoted field may run over without a word about it.
  static let manyLines = 200

  private let dialect: Dialect
  private var input: [UInt8] = []
  private var at = 0
  private var isFinished = false
  private var line = 1
  private var lineStart = 0
  private var base = 0
  private var skipsHint: Bool
  /// How many bytes there must be before an unfinished record is looked at again: twice as many as
  /// the last time, so that a long one costs no more than its length.
  private var wanted = 0

  /// A scanner for one file.
  public init(dialect: Dialect) {
    self.dialect = dialect
    skipsHint = dialect.hasSeparatorLine
  }

  /// Takes in the next bytes.
  public mutating func feed(_ bytes: ArraySlice<UInt8>) {
    if at == input.count {
      base += input.count
      lineStart -= input.count
      input = Array(bytes)
      at = 0
    } else {
      base += at
      lineStart -= at
      input.removeSubrange(0..<at)
      input.append(contentsOf: bytes)
      at = 0
    }
  }

  /// Says that no bytes follow.
  public mutating func finish() { isFinished = true }

  /// Fills `record` with the next whole record; false when more bytes are needed, or at the end.
  public mutating func next(into record: inout TableRecord) -> Bool {
    if skipsHint {
      // A CR at the end of the input may be half a CRLF.
      guard let end = lineEnd(from: at),
        isFinished || input[end] != 0x0D || end + 1 < input.count
      else { return false }
      step(over: end)
      skipsHint = false
    }
    guard at < input.count, isFinished || input.count - at >= wanted else { return false }
    record.clear()
    record.line = line
    record.byte = base + at
    wanted = 0
    switch scan(into: &record) {
    case .record(let next, let lines, let start):
      at = next
      line += lines
      lineStart = start
      return true
    case .needsMore(let openLine, let openColumn):
      if !isFinished {
        guard input.count - at > Self.largestRecord else {
          wanted = min((input.count - at) * 2, Self.largestRecord + 1)
          return false
        }
        return giveUp(.tooLarge, openLine, openColumn, &record)
      }
      return giveUp(.neverClosed, openLine, openColumn, &record)
    case .swallows(let openLine, let openColumn):
      return giveUp(.neverClosed, openLine, openColumn, &record)
    }
  }

  private enum Result {
    case record(next: Int, lines: Int, lineStart: Int)
    case needsMore(openLine: Int, openColumn: Int)
    case swallows(openLine: Int, openColumn: Int)
  }

  /// Reads one record from `at`; moves nothing.
  private func scan(into record: inout TableRecord) -> Result {
    // Safety: the buffer is the input's own, which nothing changes while it is scanned.
    unsafe input.withUnsafeBufferPointer { buffer in
      unsafe scan(buffer, into: &record)
    }
  }

  private func scan(
    _ bytes: UnsafeBufferPointer<UInt8>,
    into record: inout TableRecord
  ) -> Result {
    // Safety: every place that is read or copied lies below `count`.
    let count = bytes.count
    let delimiter = dialect.delimiter
    let quote: UInt8 = UInt8(ascii: "\"")
    let plain = ByteFinder(delimiter)
    let quoted = ByteFinder(quote)
    var position = at
    var lines = 0
    var start = lineStart
    var open = (line: line, column: 1)
    // A mark inside a file that was put together from several.
    if at > 0 || base > 0, position + 3 <= count, unsafe bytes[position] == 0xEF,
      unsafe bytes[position + 1] == 0xBB, unsafe bytes[position + 2] == 0xBF
    {
      position += 3
    }
    // A record without quotes is copied in one piece, delimiters and all; with them, field by field.
    let first = position
    var isWhole = true
    while true {
      // At the start of a field.
      if dialect.usesQuotes, position < count, unsafe bytes[position] == quote {
        if isWhole {
          isWhole = false
          unsafe Self.appendFields(bytes, first, &record)
        }
        open = (line + lines, position - start + 1)
        position += 1
        var from = position
        while true {
          position = unsafe quoted.first(in: bytes, from: position)
          if position == count { return .needsMore(openLine: open.line, openColumn: open.column) }
          let byte = unsafe bytes[position]
          if byte != quote {
            position += 1
            // The LF of a CRLF ends the line.
            if byte == 0x0D, position < count, unsafe bytes[position] == 0x0A { continue }
            lines += 1
            start = position
          } else if position + 1 == count, !isFinished {
            return .needsMore(openLine: open.line, openColumn: open.column)
          } else if position + 1 < count, unsafe bytes[position + 1] == quote {
            unsafe Self.append(bytes, from, position + 1, &record)
            position += 2
            from = position
          } else {
            unsafe Self.append(bytes, from, position, &record)
            position += 1
            break
          }
        }
        let ran = line + lines - open.line
        if position < count, unsafe bytes[position] != delimiter,
          unsafe bytes[position] != 0x0A, unsafe bytes[position] != 0x0D
        {
          // A quote that closes in the middle of a text many lines on was never closed.
          if ran > Self.swallowed { return .swallows(openLine: open.line, openColumn: open.column) }
          record.faults.append(
            .init(
              kind: .textAfterQuote,
              line: line + lines,
              column: position - start + 1,
              openLine: ran > 0 ? open.line : nil
            )
          )
        } else {
          record.quotedFields += 1
          if ran > Self.manyLines {
            record.faults.append(
              .init(kind: .manyLines, line: open.line, column: open.column, openLine: line + lines)
            )
          }
        }
      }
      let from = position
      position = unsafe plain.first(in: bytes, from: position)
      if !isWhole { unsafe Self.append(bytes, from, position, &record) }
      if position == count, !isFinished {
        return .needsMore(openLine: open.line, openColumn: open.column)
      }
      record.ends.append(isWhole ? position - first : record.bytes.count)
      if position < count, unsafe bytes[position] == delimiter {
        position += 1
        // A delimiter at the very end opens an empty field.
        if position < count { continue }
        if !isFinished { return .needsMore(openLine: open.line, openColumn: open.column) }
        record.ends.append(isWhole ? position - first : record.bytes.count)
      }
      if isWhole {
        record.gap = 1
        unsafe Self.append(bytes, first, position, &record)
      }
      if position == count { return .record(next: position, lines: lines, lineStart: start) }
      let byte = unsafe bytes[position]
      if byte == 0x0D {
        if position + 1 == count, !isFinished {
          return .needsMore(openLine: open.line, openColumn: open.column)
        }
        if position + 1 < count, unsafe bytes[position + 1] == 0x0A { position += 1 }
      }
      return .record(next: position + 1, lines: lines + 1, lineStart: position + 1)
    }
  }

  @inline(__always)
  private static func append(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ from: Int,
    _ to: Int,
    _ record: inout TableRecord
  ) {
    guard from < to else { return }
    // Safety: both places lie in the buffer, and the record copies what lies between.
    unsafe record.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[from..<to]))
  }

  /// Copies the fields that were found so far, without the delimiters between them.
  private static func appendFields(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ first: Int,
    _ record: inout TableRecord
  ) {
    var from = first
    for index in record.ends.indices {
      let to = first + record.ends[index]
      // Safety: the places of the fields lie in the buffer.
      unsafe append(bytes, from, to, &record)
      record.ends[index] = record.bytes.count
      from = to + 1
    }
  }

  /// Gives the line at `at` up as one faulty record; the lines after it are read again.
  private mutating func giveUp(
    _ kind: TableRecord.Fault.Kind,
    _ openLine: Int,
    _ openColumn: Int,
    _ record: inout TableRecord
  ) -> Bool {
    record.clear()
    record.line = line
    record.byte = base + at
    record.faults.append(.init(kind: kind, line: openLine, column: openColumn))
    let end = lineEnd(from: at) ?? input.count
    record.bytes.append(contentsOf: input[at..<min(end, at + 1024)])
    record.ends.append(record.bytes.count)
    step(over: end)
    return true
  }

  private func lineEnd(from start: Int) -> Int? {
    var position = start
    while position < input.count, input[position] != 0x0A, input[position] != 0x0D {
      position += 1
    }
    return position < input.count || isFinished ? position : nil
  }

  /// Moves behind the line end at `end`.
  private mutating func step(over end: Int) {
    at = end
    if at < input.count, input[at] == 0x0D { at += 1 }
    if at < input.count, input[at] == 0x0A { at += 1 }
    line += 1
    lineStart = at
  }
}
