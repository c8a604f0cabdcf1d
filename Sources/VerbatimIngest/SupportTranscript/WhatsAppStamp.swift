internal import VerbatimCore

/// The date and the clock at the head of a WhatsApp message, as the phone's language writes them.
struct WhatsAppStamp: Hashable, Sendable {
  /// Which of the three numbers of a date is which.
  enum Order: CaseIterable {
    case dayFirst, monthFirst, yearFirst
  }

  /// The numbers of the date, as they stand.
  let numbers: [Int]
  /// Whether the first has four digits, and so is a year.
  let isYearFirst: Bool
  /// Whether a full stop divides them.
  let isDotted: Bool
  /// Whether a comma follows the date, which other logs do not write.
  let hasComma: Bool
  /// Seconds since midnight.
  let clock: Int

  /// Reads `05/03/2025, 10:14 - ` or `[05.03.25, 10:14:33] ` off the front of a line.
  ///
  /// - Returns: The stamp and what follows it; nil when the line continues a message.
  static func head(of line: String) -> (stamp: WhatsAppStamp, rest: Substring)? {
    var reader = Reader(line.unicodeScalars)
    let isBracketed = reader.take("[")
    guard let stamp = WhatsAppStamp(&reader) else { return nil }
    if isBracketed {
      guard reader.take("]") else { return nil }
    } else {
      guard reader.take("-") || reader.take("–") else { return nil }
    }
    return (stamp, SpeakerName.trimmed(Substring(reader.rest)))
  }

  private init?(_ reader: inout Reader) {
    var numbers: [(value: Int, count: Int)] = []
    var separators: Set<Unicode.Scalar> = []
    while numbers.count < 3 {
      guard let number = reader.number() else { return nil }
      numbers.append(number)
      guard numbers.count < 3 else { break }
      guard let mark = reader.next, mark == "/" || mark == "." || mark == "-" else { return nil }
      _ = reader.take(mark)
      separators.insert(mark)
      reader.skipBlanks()
    }
    guard separators.count == 1, numbers[1].count <= 2 else { return nil }
    self.numbers = numbers.map(\.value)
    isYearFirst = numbers[0].count == 4
    isDotted = separators.contains(".")
    guard isYearFirst || numbers[2].count == 2 || numbers[2].count == 4 else { return nil }
    // Hungarian and Korean dates end with a full stop.
    if isDotted { _ = reader.take(".") }
    hasComma = reader.take(",") || reader.take("،")
    reader.skipBlanks()
    var half = reader.half()
    guard let hour = reader.number(), hour.count <= 2, hour.value < 24,
      reader.take(":") || reader.take("."),
      let minute = reader.number(), minute.count == 2, minute.value < 60
    else { return nil }
    var second = 0
    if reader.take(":") || reader.take(".") {
      guard let number = reader.number(), number.count == 2, number.value <= 60 else { return nil }
      second = number.value
    }
    half = half ?? reader.half()
    reader.skipBlanks()
    var hours = hour.value
    if half == .am, hours == 12 { hours = 0 }
    if half == .pm, hours < 12 { hours += 12 }
    clock = hours * 3600 + minute.value * 60 + second
    guard Order.allCases.contains(where: { moment($0) != nil }) else { return nil }
  }

  /// The moment, when the numbers stand in that order; nil when they cannot.
  func moment(_ order: Order) -> Instant? {
    guard isYearFirst == (order == .yearFirst) || (!isYearFirst && order == .yearFirst) else {
      return nil
    }
    let (day, month, stated) =
      switch order {
      case .dayFirst: (numbers[0], numbers[1], numbers[2])
      case .monthFirst: (numbers[1], numbers[0], numbers[2])
      case .yearFirst: (numbers[2], numbers[1], numbers[0])
      }
    var year = stated < 100 ? stated + 2000 : stated
    // The Buddhist calendar of Thai phones.
    if (2500..<2700).contains(year) { year -= 543 }
    // WhatsApp is of 2009; a year of another calendar is left out.
    guard (2009..<2100).contains(year) else { return nil }
    return Instant(
      year: year,
      month: month,
      day: day,
      hour: clock / 3600,
      minute: clock / 60 % 60,
      second: min(59, clock % 60)
    )
  }

  /// The order of the whole file: the one that fits most dates, and of those the one in which
  /// time runs backwards least; nil when two fit alike and differ.
  static func order(of stamps: [WhatsAppStamp]) -> Order? {
    var found: [(order: Order, moments: [Instant?], misfits: Int, turns: Int)] = []
    for order in Order.allCases {
      let moments = stamps.map { $0.moment(order) }
      var turns = 0
      var last: Int64?
      for case let moment? in moments {
        let day = moment.seconds / 86_400
        if let last, day < last { turns += 1 }
        last = day
      }
      found.append((order, moments, moments.count { $0 == nil }, turns))
    }
    found.sort { ($0.misfits, $0.turns) < ($1.misfits, $1.turns) }
    guard let best = found.first, best.misfits < stamps.count else { return nil }
    var rivals = found.filter {
      $0.misfits == best.misfits && $0.turns == best.turns && $0.moments != best.moments
    }
    // A year of two digits at the front is rare: it needs evidence of its own.
    if best.order != .yearFirst { rivals.removeAll { $0.order == .yearFirst } }
    if rivals.isEmpty { return best.order }
    if best.order == .yearFirst, rivals.count == 1 { return rivals[0].order }
    // Full stops divide dates only where the day comes first.
    return stamps.allSatisfy(\.isDotted) ? .dayFirst : nil
  }
}

extension WhatsAppStamp {
  /// Reads the scalars of a line; the marks of writing direction are passed over.
  fileprivate struct Reader {
    enum Half { case am, pm }

    private(set) var rest: Substring.UnicodeScalarView

    init(_ line: String.UnicodeScalarView) {
      rest = Substring(String(line)).unicodeScalars
      skipMarks()
    }

    var next: Unicode.Scalar? { rest.first }

    private mutating func skipMarks() {
      while let first = rest.first, WhatsAppNotice.isMark(first) { rest.removeFirst() }
    }

    mutating func skipBlanks() {
      while let first = rest.first, first.properties.isWhitespace || WhatsAppNotice.isMark(first) {
        rest.removeFirst()
      }
    }

    /// Takes a mark, with the blanks before it.
    mutating func take(_ mark: Unicode.Scalar) -> Bool {
      var after = self
      after.skipBlanks()
      guard after.rest.first == mark else { return false }
      after.rest.removeFirst()
      after.skipMarks()
      self = after
      return true
    }

    /// Takes up to four digits of any script.
    mutating func number() -> (value: Int, count: Int)? {
      var value = 0
      var count = 0
      while let first = rest.first, first.properties.numericType == .decimal,
        let digit = first.properties.numericValue
      {
        guard count < 4 else { return nil }
        value = value * 10 + Int(digit)
        count += 1
        rest.removeFirst()
      }
      skipMarks()
      return count > 0 ? (value, count) : nil
    }

    /// Takes the half of the day.
    mutating func half() -> Half? {
      var after = self
      after.skipBlanks()
      var word = ""
      var scan = after
      while word.unicodeScalars.count < 4, let first = scan.rest.first {
        if first.properties.isAlphabetic {
          word.unicodeScalars.append(first)
        } else if first != ".", word.isEmpty || !first.properties.isWhitespace {
          break
        }
        scan.rest.removeFirst()
        guard let half = Self.halves[word.lowercased()] else { continue }
        // "a. m." and "AM" end alike.
        if scan.rest.first == "." { scan.rest.removeFirst() }
        if word.unicodeScalars.count == 1, scan.rest.first?.properties.isAlphabetic == true {
          continue
        }
        self = scan
        return half
      }
      return nil
    }

    private static let halves: [String: Half] = [
      "am": .am, "pm": .pm, "上午": .am, "下午": .pm, "午前": .am, "午後": .pm, "오전": .am,
      "오후": .pm, "ص": .am, "م": .pm, "öö": .am, "ös": .pm, "πμ": .am, "μμ": .pm,
    ]
  }
}
