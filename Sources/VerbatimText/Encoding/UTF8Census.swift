/// How many sequences of several bytes a text has, and how many of its bytes are no UTF-8.
struct UTF8Census {
  /// Well-formed sequences of two bytes or more.
  private(set) var sequences = 0
  /// Sequences that are not well-formed.
  private(set) var faults = 0

  /// Counts; a sequence cut at the end of a text that is not whole counts as nothing.
  init(_ bytes: [UInt8], isWhole: Bool) {
    let span = bytes.span
    var at = UTF8Check.firstNonASCII(in: span)
    while at < span.count {
      if let length = UTF8Check.sequence(in: span, at: at, allowsCutEnd: !isWhole) {
        if length > 1 { sequences += 1 }
        at += length
      } else {
        faults += 1
        let end = min(span.count, at + max(1, UTF8Check.length(of: span[at])))
        at += 1
        while at < end, span[at] & 0xC0 == 0x80 { at += 1 }
      }
      at = UTF8Check.firstNonASCII(in: span, from: at)
    }
  }

  /// Whether the text is UTF-8: valid, or nearly.
  ///
  /// Among many sound sequences a few damaged ones are an accident: a cell cut after so many bytes,
  /// a file cut in its last character. In a text of another charset hardly one character in ten
  /// looks like a sequence.
  var isUTF8: Bool { sequences >= 4 * faults }
}
