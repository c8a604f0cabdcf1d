extension TableRecord {
  /// Gives the bytes of a field, without a copy; none when the record is shorter.
  ///
  /// - Complexity: O(1); a table of millions of rows need not make a string a field.
  @inline(__always)
  public func withBytes<Result>(of index: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    guard index >= 0, index < ends.count else { return body(bytes.span.extracting(first: 0)) }
    return body(bytes.span.extracting(range(of: index)))
  }

  /// Whether the fields are those of another record, byte for byte.
  func hasFields(of other: TableRecord) -> Bool {
    guard count == other.count else { return false }
    if gap == other.gap { return ends == other.ends && bytes == other.bytes }
    return (0..<count).allSatisfy { bytes[range(of: $0)] == other.bytes[other.range(of: $0)] }
  }

  /// The 1-based column, in bytes, at which a field begins on the record's line.
  ///
  /// - Returns: Nil when quotes in the record hide where that is. A field behind the last one
  ///   begins at the end of the record.
  public func column(of index: Int) -> Int? {
    guard index >= 0, quotedFields == 0, faults.isEmpty else { return nil }
    if index == 0 { return 1 }
    // The delimiters count where they were not copied with the fields.
    guard index < ends.count else { return bytes.count + (gap > 0 ? 1 : max(ends.count, 1)) }
    return ends[index - 1] + (gap > 0 ? gap : index) + 1
  }
}
