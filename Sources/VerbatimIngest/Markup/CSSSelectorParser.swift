/// Reads the text of a selector from left to right.
struct CSSSelectorParser {
  private let text: [Unicode.Scalar]
  private var at = 0
  private var parts = 0

  init(_ text: String) { self.text = Array(text.unicodeScalars.prefix(CSSSelector.longest + 1)) }

  /// The selectors between commas.
  mutating func group() throws(CSSSelector.Fault) -> [[CSSSelector.Step]] {
    guard text.count <= CSSSelector.longest else {
      throw fault("the selector has more than \(CSSSelector.longest) characters")
    }
    var alternatives: [[CSSSelector.Step]] = []
    while true {
      alternatives.append(try complex())
      guard peek == "," else { break }
      at += 1
    }
    guard at == text.count else { throw fault("`\(text[at])` is not expected here") }
    return alternatives
  }

  private mutating func complex() throws(CSSSelector.Fault) -> [CSSSelector.Step] {
    skipBlanks()
    var steps: [CSSSelector.Step] = []
    var combinator = CSSSelector.Combinator.descendant
    if peek == ">" {
      at += 1
      combinator = .child
      skipBlanks()
    }
    while true {
      steps.append(CSSSelector.Step(combinator: combinator, tests: try compound()))
      let hasBlank = skipBlanks()
      switch peek {
      case ">": combinator = .child
      case "+": combinator = .next
      case "~": combinator = .sibling
      case nil, ",": return steps
      default:
        guard hasBlank else { throw fault("`\(text[at])` is not expected here") }
        combinator = .descendant
        continue
      }
      at += 1
      skipBlanks()
    }
  }

  /// What is asked of one element; at least one thing.
  private mutating func compound() throws(CSSSelector.Fault) -> [CSSSelector.Test] {
    var tests: [CSSSelector.Test] = []
    let start = at
    if peek == "*" {
      at += 1
    } else if let name = try identifier() {
      tests.append(.type(name.lowercased()))
    }
    while let test = try test() { tests.append(test) }
    guard at > start else {
      throw fault(peek.map { "`\($0)` begins no selector" } ?? "a selector is missing at the end")
    }
    parts += tests.count + 1
    guard parts <= CSSSelector.mostParts else { throw fault("the selector has too many parts") }
    return tests
  }

  /// An id, a class, an attribute or a pseudo-class; nil where none begins.
  private mutating func test() throws(CSSSelector.Fault) -> CSSSelector.Test? {
    switch peek {
    case "#":
      at += 1
      return .id(try name("an id"))
    case ".":
      at += 1
      return .named(try name("a class"))
    case "[":
      at += 1
      return try attribute()
    case ":":
      at += 1
      return try pseudoClass()
    default: return nil
    }
  }

  private mutating func attribute() throws(CSSSelector.Fault) -> CSSSelector.Test {
    skipBlanks()
    let name = try self.name("an attribute").lowercased()
    skipBlanks()
    if peek == "]" {
      at += 1
      return .has(name)
    }
    var sign = ""
    while let next = peek, "=~|^$*".unicodeScalars.contains(next), sign.utf8.count < 2 {
      sign.unicodeScalars.append(next)
      at += 1
      if next == "=" { break }
    }
    guard let comparison = CSSSelector.Operator(rawValue: sign) else {
      at -= sign.unicodeScalars.count
      throw fault("an operator is expected: =, ~=, |=, ^=, $= or *=")
    }
    skipBlanks()
    let value: String
    if let quote = peek, quote == "\"" || quote == "'" {
      value = try string(quote)
    } else {
      value = try self.name("a value")
    }
    skipBlanks()
    var ignoresCase = false
    if let flag = peek, flag == "i" || flag == "I" || flag == "s" || flag == "S" {
      ignoresCase = flag == "i" || flag == "I"
      at += 1
      skipBlanks()
    }
    guard peek == "]" else { throw fault("`]` is missing") }
    at += 1
    return .attribute(name, comparison, value, ignoresCase: ignoresCase)
  }

  private mutating func pseudoClass() throws(CSSSelector.Fault) -> CSSSelector.Test {
    let start = at
    let name = try self.name("a pseudo-class").lowercased()
    switch name {
    case "first-child": return .isFirst
    case "last-child": return .isLast
    case "nth-child", "not": break
    default:
      at = start
      throw fault(
        "`:\(name)` is not known; :first-child, :last-child, :nth-child(…) and :not(…) are"
      )
    }
    guard peek == "(" else { throw fault("`(` is missing") }
    at += 1
    let test: CSSSelector.Test
    if name == "not" {
      var compounds: [[CSSSelector.Test]] = []
      repeat {
        if peek == "," { at += 1 }
        skipBlanks()
        let place = at
        let tests = try compound()
        if tests.contains(where: { if case .not = $0 { true } else { false } }) {
          at = place
          throw fault("`:not` inside `:not` is not known")
        }
        compounds.append(tests)
        skipBlanks()
      } while peek == ","
      test = .not(compounds)
    } else {
      test = try nth()
    }
    skipBlanks()
    guard peek == ")" else { throw fault("`)` is missing") }
    at += 1
    return test
  }

  /// `odd`, `even`, `3`, `2n`, `-n+3`, `2n + 1`.
  private mutating func nth() throws(CSSSelector.Fault) -> CSSSelector.Test {
    skipBlanks()
    let start = at
    var written = ""
    while let next = peek, next != ")" {
      if next.value > 0x20 { written.unicodeScalars.append(next) }
      at += 1
    }
    let lower = written.lowercased()
    if lower == "odd" { return .nth(step: 2, start: 1) }
    if lower == "even" { return .nth(step: 2, start: 0) }
    let parts = lower.split(separator: "n", omittingEmptySubsequences: false)
    if parts.count == 1, let only = Self.number(parts[0]) { return .nth(step: 0, start: only) }
    if parts.count == 2 {
      let step: Int? =
        switch parts[0] {
        case "", "+": 1
        case "-": -1
        default: Self.number(parts[0])
        }
      let offset = parts[1].isEmpty ? 0 : Self.number(parts[1])
      let isSigned = parts[1].isEmpty || "+-".contains(parts[1].first ?? "0")
      if let step, let offset, isSigned { return .nth(step: step, start: offset) }
    }
    at = start
    throw fault("`\(written)` says no places; odd, even, 3 and 2n+1 do")
  }

  private static func number(_ text: Substring) -> Int? {
    guard text.utf8.count <= 7 else { return nil }
    return Int(text)
  }

  private mutating func name(_ what: String) throws(CSSSelector.Fault) -> String {
    guard let name = try identifier() else { throw fault("\(what) is expected") }
    return name
  }

  /// A name with its escapes resolved; nil where none begins.
  private mutating func identifier() throws(CSSSelector.Fault) -> String? {
    var name = ""
    while let next = peek {
      if next == "\\" {
        name.unicodeScalars.append(try escape())
      } else if next.value >= 0x80 || next == "-" || next == "_" || next.properties.isASCIIHexDigit
        || (next.value | 0x20 >= 0x61 && next.value | 0x20 <= 0x7A)
      {
        let isDigit = next.value >= 0x30 && next.value <= 0x39
        if isDigit, name.isEmpty || name == "-" {
          throw fault("a name does not begin with a digit; write \\3\(next) for it")
        }
        name.unicodeScalars.append(next)
        at += 1
      } else {
        break
      }
    }
    return name.isEmpty ? nil : name
  }

  private mutating func escape() throws(CSSSelector.Fault) -> Unicode.Scalar {
    at += 1
    guard let first = peek, first != "\n" else { throw fault("nothing follows the backslash") }
    var digits = ""
    while let next = peek, next.properties.isASCIIHexDigit, digits.utf8.count < 6 {
      digits.unicodeScalars.append(next)
      at += 1
    }
    guard !digits.isEmpty else {
      at += 1
      return first
    }
    if let blank = peek, blank.value <= 0x20 { at += 1 }
    let code = UInt32(digits, radix: 16) ?? 0
    return code == 0 ? "\u{FFFD}" : Unicode.Scalar(code) ?? "\u{FFFD}"
  }

  private mutating func string(_ quote: Unicode.Scalar) throws(CSSSelector.Fault) -> String {
    let start = at
    at += 1
    var value = ""
    while let next = peek {
      if next == quote {
        at += 1
        return value
      }
      if next == "\\" {
        value.unicodeScalars.append(try escape())
      } else {
        value.unicodeScalars.append(next)
        at += 1
      }
    }
    at = start
    throw fault("the quote is never closed")
  }

  private var peek: Unicode.Scalar? { at < text.count ? text[at] : nil }

  @discardableResult
  private mutating func skipBlanks() -> Bool {
    let start = at
    while let next = peek, next == " " || (next.value >= 9 && next.value <= 13) { at += 1 }
    return at > start
  }

  private func fault(_ reason: String) -> CSSSelector.Fault {
    CSSSelector.Fault(place: at, reason: reason)
  }
}
