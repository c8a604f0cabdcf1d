/// Text whose long lines were folded at blanks for the way (RFC 3676, `format=flowed`).
enum FlowedText {
  /// The text with its lines joined again.
  ///
  /// A line that ends in a blank goes on in the next one of the same depth of quotation; the line
  /// `-- ` above a signature does not. Marks of quotation stay before each joined line.
  ///
  /// - Parameters:
  ///   - text: Lines that end in LF.
  ///   - deletesSpace: Whether the blank at the fold was put there (`delsp=yes`).
  /// - Returns: The text, one line for each paragraph.
  static func joined(_ text: String, deletesSpace: Bool) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count)
    var flows = false
    var depthBefore = 0
    var isFirst = true
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let depth = line.prefix { $0 == UInt8(ascii: ">") }.count
      var words = line.dropFirst(depth)
      // One blank was put before lines that begin with a blank, ">" or "From ".
      if words.first == 0x20 { words = words.dropFirst() }
      let isSignature = words.elementsEqual("-- ".utf8)
      if flows, depth == depthBefore, !isSignature {
        output.append(contentsOf: words)
      } else {
        if !isFirst { output.append(0x0A) }
        if depth > 0 {
          output.append(contentsOf: repeatElement(UInt8(ascii: ">"), count: depth))
          output.append(0x20)
        }
        output.append(contentsOf: words)
      }
      isFirst = false
      depthBefore = depth
      flows = words.last == 0x20 && !isSignature
      if flows, deletesSpace { output.removeLast() }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
