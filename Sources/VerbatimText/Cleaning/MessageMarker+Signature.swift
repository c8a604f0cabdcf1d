extension MessageMarker {
  /// Marks what stands below a signature line: `--`, a long dash, underscores.
  ///
  /// `--` is the mark that mail programs set, so up to 15 lines below it are taken, three of them
  /// prose, as a motto is; the other marks are used to divide text as well, so there it is ten
  /// lines and one. The signature has to end its stretch.
  mutating func markSignature(_ bytes: Span<UInt8>, _ stretch: Range<Int>) {
    for line in stretch where line > 0 && kinds[line] == .own {
      guard let mark = signatureMark(bytes, line),
        isSignature(bytes, (line + 1)..<stretch.upperBound, mark)
      else { continue }
      for marked in line..<stretch.upperBound where kinds[marked] == .own {
        kinds[marked] = .signature
      }
      return
    }
  }

  /// How a signature is set off.
  enum SignatureMark {
    case dashes, rule
  }

  func signatureMark(_ bytes: Span<UInt8>, _ line: Int) -> SignatureMark? {
    let text = lines[line].text
    guard text.count <= 120 else { return nil }
    var dashes = 0
    var long = 0
    var underscores = 0
    var at = text.lowerBound
    while at < text.upperBound {
      switch bytes[at] {
      case UInt8(ascii: "-"): dashes += 1
      case UInt8(ascii: "_"): underscores += 1
      case UInt8(ascii: "*"), 0x20: break
      case 0xE2
      where at + 2 < text.upperBound && bytes[at + 1] == 0x80
        && (0x93...0x95).contains(bytes[at + 2]):
        long += 1
        at += 2
      default: return nil
      }
      at += 1
    }
    if dashes == 2, long == 0, underscores == 0 { return .dashes }
    if dashes == 0, long > 0 || underscores > 1 { return .rule }
    return nil
  }

  private func isSignature(
    _ bytes: Span<UInt8>,
    _ tail: Range<Int>,
    _ mark: SignatureMark
  ) -> Bool {
    guard tail.count <= (mark == .dashes ? 15 : 10) else { return false }
    var prose = 0
    for line in tail where kinds[line] == .own && isProse(bytes, line) { prose += 1 }
    return prose <= (mark == .dashes ? 3 : 1)
  }

  /// Whether a line is too long for a name, a title or an address.
  private func isProse(_ bytes: Span<UInt8>, _ line: Int) -> Bool {
    let text = lines[line].text
    guard text.count <= 400 else { return true }
    var words = 1
    var isContact = false
    for at in text {
      if bytes[at] == 0x20 { words += 1 }
      if bytes[at] == UInt8(ascii: "@") || bytes[at] == UInt8(ascii: "|") { isContact = true }
      if bytes[at] == UInt8(ascii: "/"), at > text.lowerBound,
        bytes[at - 1] == UInt8(ascii: "/")
      {
        isContact = true
      }
    }
    return !isContact && (words >= 9 || text.count > 75)
  }
}
