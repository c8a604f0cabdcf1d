internal import VerbatimCore

/// How a delimited file divides fields and records.
public struct Dialect: Hashable, Sendable {
  /// The byte between fields.
  public var delimiter: UInt8
  /// Whether `"` at the start of a field opens a quoted one.
  public var usesQuotes: Bool
  /// Whether the first line is a spreadsheet's hint such as `sep=;`.
  public var hasSeparatorLine: Bool

  /// A dialect.
  public init(delimiter: UInt8, usesQuotes: Bool = true, hasSeparatorLine: Bool = false) {
    self.delimiter = delimiter
    self.usesQuotes = usesQuotes
    self.hasSeparatorLine = hasSeparatorLine
  }

  /// The delimiter as people write it.
  public var delimiterName: String {
    delimiter == 0x09 ? "tab" : String(decoding: [delimiter], as: UTF8.self)
  }

  /// How many records of the head are looked at.
  static let sample = 50

  /// The dialect that makes most records of the head equally wide, quotes respected.
  ///
  /// - Parameter head: The first bytes of the file, decoded.
  /// - Returns: The dialect; commas and quotes when no delimiter divides evenly.
  public static func detect(_ head: [UInt8]) -> Dialect {
    let start = head.prefix(6)
    if start.count >= 5, start.prefix(4).elementsEqual("sep=".utf8),
      ![0x0A, 0x0D, UInt8(ascii: "\"")].contains(start[4]),
      start.count == 5 || start[5] == 0x0A || start[5] == 0x0D
    {
      return Dialect(delimiter: start[4], hasSeparatorLine: true)
    }
    var best = Dialect(delimiter: UInt8(ascii: ","))
    var bestScore = 0
    for delimiter in [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, UInt8(ascii: "|")] {
      let quoted = Dialect(delimiter: delimiter)
      let (score, areQuotesSound) = quoted.score(head)
      if score > bestScore {
        best = quoted
        bestScore = score
      }
      // Quotes are the rule: a file has none when no field stands in them as it should, and it
      // reads clearly better so. Where commas divide, a quote in front means one even then.
      guard !areQuotesSound, delimiter == 0x09 || delimiter == UInt8(ascii: "|") else { continue }
      let bare = Dialect(delimiter: delimiter, usesQuotes: false)
      let (bareScore, _) = bare.score(head)
      if bareScore > bestScore + bestScore / 10 {
        best = bare
        bestScore = bareScore
      }
    }
    return best
  }

  /// Records of the commonest width, each worth its fields up to ten; faults count against it.
  ///
  /// Quotes are sound when fields stand in them as they should at least as often as not.
  private func score(_ head: [UInt8]) -> (score: Int, areQuotesSound: Bool) {
    var scanner = DelimitedScanner(dialect: self)
    scanner.feed(head[...])
    var widths: [Int: Int] = [:]
    var faults = 0
    var quotedFields = 0
    var records = 0
    var record = TableRecord()
    while records < Self.sample, scanner.next(into: &record) {
      records += 1
      if record.isBlank { continue }
      widths[record.count, default: 0] += 1
      faults += record.faults.count
      quotedFields += record.quotedFields
    }
    if records < Self.sample {
      // An open quote costs its line only, here as in reading.
      scanner.finish()
      while records < Self.sample, scanner.next(into: &record) {
        records += 1
        if record.isBlank { continue }
        widths[record.count, default: 0] += 1
        faults += record.faults.count
        quotedFields += record.quotedFields
      }
    }
    let areQuotesSound = quotedFields > 0 && quotedFields >= faults
    guard
      let common = widths.filter({ $0.key > 1 }).max(by: {
        ($0.value, $0.key) < ($1.value, $1.key)
      })
    else { return (0, areQuotesSound) }
    return (
      max(0, common.value * 100 + min(common.key, 10) - faults * 50), areQuotesSound
    )
  }

  /// The share of the head's records that have the commonest width, when that is two or more.
  func consistency(_ head: [UInt8]) -> Double {
    var scanner = DelimitedScanner(dialect: self)
    scanner.feed(head[...])
    scanner.finish()
    var widths: [Int: Int] = [:]
    var record = TableRecord()
    while scanner.next(into: &record) {
      if !record.isBlank { widths[record.count, default: 0] += 1 }
    }
    let total = widths.values.reduce(0, +)
    let common = widths.filter { $0.key > 1 }.values.max() ?? 0
    return total == 0 ? 0 : Double(common) / Double(total)
  }
}
