/// Cuts bytes into records and fields, whatever way the bytes arrive.
///
/// Records end at CRLF, LF or CR outside quotes; a quote inside a quoted field is doubled. A quote
/// that is never closed costs the line it opened on: the lines it swallowed are read again.
public struct DelimitedScanner {
  /// The largest record in bytes.
  public static let largestRecord = 16 * 1024 * 1024

  private let dialect: Dialect
  private var input: [UInt8] = []
  private var at = 0
  private var isFinished = false
  private var line = 1
  private var lineStart = 0
  private var base = 0
  private var skipsHint: Bool

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
    record.clear()
    record.line = line
    record.byte = base + at
    guard at < input.count else { return false }
    switch scan(into: &record) {
    case .record(let next, let lines, let start):
      at = next
      line += lines
      lineStart = start
      return true
    case .needsMore(let openLine, let openColumn):
      if !isFinished {
        guard input.count - at > Self.largestRecord else { return false }
        return giveUp(.tooLarge, openLine, openColumn, &record)
      }
      return giveUp(.neverClosed, openLine, openColumn, &record)
    }
  }

  private enum Result {
    case record(next: Int, lines: Int, lineStart: Int)
    case needsMore(openLine: Int, openColumn: Int)
  }

  /// Reads one record from `at`; moves nothing.
  private func scan(into record: inout TableRecord) -> Result {
    let bytes = input.span
    let count = bytes.count
    let delimiter = dialect.delimiter
    let quote: UInt8 = UInt8(ascii: "\"")
    var position = at
    var lines = 0
    var start = lineStart
    var open = (line: line, column: 1)
    while true {
      // At the start of a field.
      if dialect.usesQuotes, position < count, bytes[position] == quote {
        open = (line + lines, position - start + 1)
        position += 1
        var isOpen = true
        while isOpen {
          let from = position
          while position < count, bytes[position] != quote, bytes[position] != 0x0A,
            bytes[position] != 0x0D
          { position += 1 }
          append(bytes, from, position, &record)
          if position == count { return .needsMore(openLine: open.line, openColumn: open.column) }
          if bytes[position] == 0x0A || bytes[position] == 0x0D {
            record.bytes.append(bytes[position])
            position += 1
            // The LF of a CRLF ends the line.
            if bytes[position - 1] == 0x0D, position < count, bytes[position] == 0x0A { continue }
            lines += 1
            start = position
          } else if position + 1 == count, !isFinished {
            return .needsMore(openLine: open.line, openColumn: open.column)
          } else if position + 1 < count, bytes[position + 1] == quote {
            record.bytes.append(quote)
            position += 2
          } else {
            position += 1
            isOpen = false
          }
        }
        if position < count, bytes[position] != delimiter, bytes[position] != 0x0A,
          bytes[position] != 0x0D
        {
          record.faults.append(
            .init(kind: .textAfterQuote, line: line + lines, column: position - start + 1)
          )
        } else {
          record.quotedFields += 1
        }
      }
      let from = position
      while position < count, bytes[position] != delimiter, bytes[position] != 0x0A,
        bytes[position] != 0x0D
      { position += 1 }
      append(bytes, from, position, &record)
      if position == count, !isFinished {
        return .needsMore(openLine: open.line, openColumn: open.column)
      }
      record.ends.append(record.bytes.count)
      if position == count { return .record(next: position, lines: lines, lineStart: start) }
      if bytes[position] == delimiter {
        position += 1
        // A delimiter at the very end opens an empty field.
        if position == count {
          if !isFinished { return .needsMore(openLine: open.line, openColumn: open.column) }
          record.ends.append(record.bytes.count)
          return .record(next: position, lines: lines, lineStart: start)
        }
        continue
      }
      if bytes[position] == 0x0D {
        if position + 1 == count, !isFinished {
          return .needsMore(openLine: open.line, openColumn: open.column)
        }
        if position + 1 < count, bytes[position + 1] == 0x0A { position += 1 }
      }
      return .record(next: position + 1, lines: lines + 1, lineStart: position + 1)
    }
  }

  @inline(__always)
  private func append(
    _ bytes: Span<UInt8>,
    _ from: Int,
    _ to: Int,
    _ record: inout TableRecord
  ) {
    guard from < to else { return }
    record.bytes.append(contentsOf: input[from..<to])
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
