/// Mends faults of a header that would cost the words below it, and cuts what was made to hurt.
///
/// A line of blanks stands where the empty line should end the header; and a mail states its
/// content type, or its transfer encoding, twice, where most programs believe the first. Fields of
/// more than 64 KiB, headers of more than 1 MiB and mails of more than 50,000 lines that could be
/// boundaries are cut there: GMime's time and memory grow faster than these.
enum MailHeaderRepair {
  /// The mail with its header mended, and whether it was cut at the last of the limits; the same
  /// bytes when nothing is wrong with it.
  ///
  /// - Complexity: O(*h*) in the bytes of the header; a copy of the mail only when it is mended.
  static func mended(_ bytes: [UInt8]) -> (bytes: [UInt8], isLimited: Bool) {
    var cuts: [Range<Int>] = []
    var stated: Set<String> = []
    var at = 0
    var isDropping = false
    var field = 0
    while at < bytes.count {
      let end = lineEnd(bytes, from: at)
      let line = bytes[at..<end]
      if line.allSatisfy({ $0 == 0x0A || $0 == 0x0D }) { break }
      let isBlank = line.allSatisfy { $0 <= 0x20 }
      if isBlank, endsHeader(bytes, from: end) {
        cuts.append(at..<(line.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? end))
        break
      }
      if at > largestHeader {
        cuts.append(at..<end)
      } else if line.first == 0x20 || line.first == 0x09 {
        if isDropping || end - field > largestField { cuts.append(at..<end) }
      } else {
        field = at
        let name = fieldName(line)
        isDropping =
          (name == "content-type" || name == "content-transfer-encoding")
          && !stated.insert(name).inserted
        if isDropping {
          cuts.append(at..<end)
        } else if end - at > largestField {
          cuts.append((at + largestField)..<(end - 1))
        }
      }
      at = end
    }
    let limit = boundaryLimit(bytes, from: at)
    if let limit { cuts.append(limit..<bytes.count) }
    guard !cuts.isEmpty else { return (bytes, false) }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var kept = 0
    for cut in cuts {
      output += bytes[kept..<cut.lowerBound]
      kept = cut.upperBound
    }
    output += bytes[kept...]
    return (output, limit != nil)
  }

  private static let largestField = 64 * 1024
  private static let largestHeader = 1024 * 1024
  private static let mostBoundaries = 50_000

  /// Where the mail has more lines that begin with "--" than any; nil when it never has.
  private static func boundaryLimit(_ bytes: [UInt8], from start: Int) -> Int? {
    let span = bytes.span
    var count = 0
    var at = start
    while at + 2 < span.count {
      if span[at] == UInt8(ascii: "-"), span[at + 1] == UInt8(ascii: "-") {
        count += 1
        if count > mostBoundaries { return at }
      }
      while at < span.count, span[at] != 0x0A { at += 1 }
      at += 1
    }
    return nil
  }

  private static func lineEnd(_ bytes: [UInt8], from start: Int) -> Int {
    (bytes[start...].firstIndex(of: 0x0A) ?? bytes.count - 1) + 1
  }

  /// Whether the line after one of blanks is neither a field nor the rest of one.
  private static func endsHeader(_ bytes: [UInt8], from start: Int) -> Bool {
    guard start < bytes.count else { return true }
    let line = bytes[start..<lineEnd(bytes, from: start)]
    return line.first != 0x20 && line.first != 0x09 && line.first != 0x0A && line.first != 0x0D
      && fieldName(line).isEmpty
  }

  /// The name before the colon in lower case; empty when the line is no field.
  private static func fieldName(_ line: ArraySlice<UInt8>) -> String {
    let name = line.prefix(77).prefix { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ":") }
    let rest = line.dropFirst(name.count).drop { $0 == 0x20 || $0 == 0x09 }
    guard rest.first == UInt8(ascii: ":") else { return "" }
    return String(decoding: name, as: UTF8.self).lowercased()
  }
}
