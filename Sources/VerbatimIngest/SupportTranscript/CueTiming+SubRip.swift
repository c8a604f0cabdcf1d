extension CueTiming {
  /// Reads the timing line of SubRip, `HH:MM:SS,mmm --> HH:MM:SS,mmm` and whatever follows; nil
  /// when it is no such line.
  ///
  /// Files typed or converted by hand leave out hours, zeros or the fraction, and write a full
  /// stop for the comma: all of that is read.
  init?(subRip line: [UInt8]) {
    var at = 0
    guard let start = Self.looseStamp(line, &at) else { return nil }
    Self.skipSpaces(line, &at)
    let arrow = [UInt8(ascii: "-"), UInt8(ascii: "-"), UInt8(ascii: ">")]
    guard line[at...].starts(with: arrow) else { return nil }
    at += arrow.count
    guard let end = Self.looseStamp(line, &at) else { return nil }
    self.init(start: start, end: end)
  }

  private static func skipSpaces(_ line: [UInt8], _ at: inout Int) {
    while at < line.count, line[at] == 0x20 || line[at] == 0x09 { at += 1 }
  }

  private static func looseStamp(_ line: [UInt8], _ at: inout Int) -> Int? {
    skipSpaces(line, &at)
    var parts: [Int] = []
    while parts.count < 3, let part = run(line, &at, upTo: 8) {
      parts.append(part.value)
      guard at < line.count, line[at] == UInt8(ascii: ":") else { break }
      at += 1
    }
    guard parts.count >= 2, parts.dropFirst().allSatisfy({ $0 <= 59 }) else { return nil }
    var fraction = 0
    if at < line.count, line[at] == UInt8(ascii: ",") || line[at] == UInt8(ascii: ".") {
      at += 1
      guard let digits = run(line, &at, upTo: 3) else { return nil }
      fraction = digits.value * [1, 100, 10, 1][digits.count]
    }
    let seconds = parts.reduce(0) { $0 * 60 + $1 }
    return seconds * 1000 + fraction
  }

  private static func run(
    _ line: [UInt8],
    _ at: inout Int,
    upTo limit: Int
  ) -> (value: Int, count: Int)? {
    let start = at
    var value = 0
    while at < line.count, at - start < limit, line[at] >= 0x30, line[at] <= 0x39 {
      value = value * 10 + Int(line[at] - 0x30)
      at += 1
    }
    return at > start ? (value, at - start) : nil
  }
}
