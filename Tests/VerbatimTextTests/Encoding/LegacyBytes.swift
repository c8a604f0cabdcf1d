@testable import VerbatimText

/// Writes texts in charsets from before Unicode, by asking ICU what every byte and every pair of
/// bytes reads as.
struct LegacyBytes {
  private var bytes: [Unicode.Scalar: [UInt8]] = [:]

  init(_ name: String) {
    let converter = EncodingLabel.converter(for: name)
    var ones: [[UInt8]] = []
    var pairs: [[UInt8]] = []
    for lead in UInt8(0x80)...0xFF {
      ones.append([lead])
      for trail in UInt8(0x40)...0xFF where trail != 0x7F { pairs.append([lead, trail]) }
    }
    let isWide = ["Shift_JIS", "EUC-JP", "GB18030", "Big5", "EUC-KR"].contains(name)
    for sequences in isWide ? [ones, pairs] : [ones] {
      let lines = Array(sequences.map { $0 + [0x0A] }.joined())
      let text = ICUConverter.utf8(of: lines, in: converter, isWhole: true) ?? []
      for (sequence, line) in zip(
        sequences,
        text.split(separator: 0x0A, omittingEmptySubsequences: false)
      ) {
        let scalars = Array(String(decoding: line, as: UTF8.self).unicodeScalars)
        guard scalars.count == 1, let scalar = scalars.first, scalar != "\u{FFFD}" else { continue }
        if bytes[scalar] == nil { bytes[scalar] = sequence }
      }
    }
  }

  /// The text in the charset; a question mark for what it lacks.
  func encode(_ text: String) -> [UInt8] {
    text.unicodeScalars.flatMap { scalar -> [UInt8] in
      scalar.isASCII ? [UInt8(scalar.value)] : bytes[scalar] ?? [0x3F]
    }
  }

  /// The text in ISO-2022-JP.
  static func iso2022JP(_ text: String) -> [UInt8] {
    let japanese = LegacyBytes("EUC-JP")
    var output: [UInt8] = []
    var isWide = false
    for scalar in text.unicodeScalars {
      if scalar.isASCII == isWide {
        output += isWide ? [0x1B, 0x28, 0x42] : [0x1B, 0x24, 0x42]
        isWide.toggle()
      }
      output += japanese.encode(String(scalar)).map { $0 & 0x7F }
    }
    return isWide ? output + [0x1B, 0x28, 0x42] : output
  }
}
