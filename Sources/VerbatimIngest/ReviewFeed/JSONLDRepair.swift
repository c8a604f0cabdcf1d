/// Mends JSON-LD that is nearly JSON, in the order in which the damage is common.
enum JSONLDRepair: CaseIterable {
  case wrappers
  case controlCharacters
  case trailingCommas
  case severalObjects

  /// What was done, as the end of a sentence.
  var deed: String {
    switch self {
    case .wrappers: "its comments or wrappers were left out"
    case .controlCharacters: "raw line breaks or control characters in strings were escaped"
    case .trailingCommas: "commas before a closing bracket were dropped"
    case .severalObjects: "several objects in one block were read as a list"
    }
  }

  /// The text after this repair; the same when there was nothing to mend.
  func mend(_ text: [UInt8]) -> [UInt8] {
    switch self {
    case .wrappers: Self.withoutWrappers(text)
    case .controlCharacters: Self.escapingControls(text)
    case .trailingCommas: Self.withoutTrailingCommas(text)
    case .severalObjects: Self.asList(text)
    }
  }

  /// The byte after the string that opens at `start`; the end when it is never closed.
  private static func stringEnd(_ text: Span<UInt8>, from start: Int) -> Int {
    var at = start + 1
    while at < text.count {
      if text[at] == UInt8(ascii: "\\") {
        at += 2
      } else if text[at] == UInt8(ascii: "\"") {
        return at + 1
      } else {
        at += 1
      }
    }
    return text.count
  }

  private static func starts(_ text: Span<UInt8>, _ at: Int, with marker: StaticString) -> Bool {
    let count = marker.utf8CodeUnitCount
    guard at + count <= text.count else { return false }
    for offset in 0..<count {
      // Safety: `offset` is below the static string's length.
      if unsafe text[at + offset] != marker.utf8Start[offset] { return false }
    }
    return true
  }

  private static func withoutWrappers(_ text: [UInt8]) -> [UInt8] {
    let span = text.span
    let markers: [StaticString] = ["<!--", "-->", "<![CDATA[", "]]>"]
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var at = 0
    while at < span.count {
      if span[at] == UInt8(ascii: "\"") {
        let end = stringEnd(span, from: at)
        output.append(contentsOf: text[at..<end])
        at = end
      } else if let marker = markers.first(where: { starts(span, at, with: $0) }) {
        at += marker.utf8CodeUnitCount
      } else if starts(span, at, with: "/*") {
        at += 2
        while at < span.count, !starts(span, at, with: "*/") { at += 1 }
        at = min(span.count, at + 2)
      } else if starts(span, at, with: "//") {
        at += 2
        while at < span.count, span[at] == 0x20 || span[at] == 0x09 { at += 1 }
        // A wrapper behind "//" may share its line with the data.
        if markers.contains(where: { starts(span, at, with: $0) }) { continue }
        while at < span.count, span[at] != 0x0A, span[at] != 0x0D { at += 1 }
      } else {
        output.append(span[at])
        at += 1
      }
    }
    // A script's habit: a semicolon after the object.
    var end = output.count
    while end > 0, output[end - 1] <= 0x20 { end -= 1 }
    if end > 0, output[end - 1] == UInt8(ascii: ";") { output.remove(at: end - 1) }
    return output
  }

  private static func escapingControls(_ text: [UInt8]) -> [UInt8] {
    let hex = Array("0123456789abcdef".utf8)
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var isInString = false
    var isEscaped = false
    for byte in text {
      if isInString, byte < 0x20 {
        // A backslash before a raw line end escapes nothing.
        if isEscaped { output.removeLast() }
        switch byte {
        case 0x0A: output.append(contentsOf: "\\n".utf8)
        case 0x0D: output.append(contentsOf: "\\r".utf8)
        case 0x09: output.append(contentsOf: "\\t".utf8)
        default:
          output.append(contentsOf: "\\u00".utf8)
          output.append(hex[Int(byte >> 4)])
          output.append(hex[Int(byte & 15)])
        }
        isEscaped = false
        continue
      }
      output.append(byte)
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = isInString
      } else if byte == UInt8(ascii: "\"") {
        isInString.toggle()
      }
    }
    return output
  }

  private static func withoutTrailingCommas(_ text: [UInt8]) -> [UInt8] {
    let span = text.span
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var comma: Int?
    var at = 0
    while at < span.count {
      let byte = span[at]
      if byte == UInt8(ascii: "\"") {
        let end = stringEnd(span, from: at)
        output.append(contentsOf: text[at..<end])
        at = end
        comma = nil
        continue
      }
      if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]"), let place = comma {
        output.remove(at: place)
        comma = nil
      }
      if byte == UInt8(ascii: ",") {
        comma = output.count
      } else if byte > 0x20 {
        comma = nil
      }
      output.append(byte)
      at += 1
    }
    if let comma { output.remove(at: comma) }
    return output
  }

  /// Objects side by side, with or without commas between, as one array.
  private static func asList(_ text: [UInt8]) -> [UInt8] {
    let span = text.span
    var output: [UInt8] = [UInt8(ascii: "[")]
    output.reserveCapacity(text.count + 16)
    var depth = 0
    var count = 0
    var at = 0
    while at < span.count {
      let byte = span[at]
      if byte == UInt8(ascii: "\"") {
        let end = stringEnd(span, from: at)
        output.append(contentsOf: text[at..<end])
        at = end
        continue
      }
      at += 1
      if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
        if depth == 0 {
          if count > 0 { output.append(UInt8(ascii: ",")) }
          count += 1
        }
        depth += 1
      } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
        depth -= 1
      } else if depth == 0, byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") {
        continue
      }
      output.append(byte)
    }
    output.append(UInt8(ascii: "]"))
    return count > 1 ? output : text
  }
}
