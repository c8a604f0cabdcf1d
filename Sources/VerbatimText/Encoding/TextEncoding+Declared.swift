/// Text inside a container that names its charset, as the parts of a mail do.
extension TextEncoding {
  /// Decides the encoding of bytes whose container may name their charset, by the rules of
  /// ``detect(_:isWhole:declared:)``.
  ///
  /// - Parameters:
  ///   - bytes: The whole text.
  ///   - label: The charset as the container spells it; nil when it says nothing.
  /// - Returns: The encoding with its evidence.
  /// - Complexity: O(*n*) in the first 64 KiB, which decide.
  public static func detect(_ bytes: [UInt8], declaredAs label: String?) -> TextEncoding {
    let head = bytes.count > TextSource.headSize ? Array(bytes.prefix(TextSource.headSize)) : bytes
    let label = label.map(Self.bare)
    let found = detect(head, isWhole: head.count == bytes.count, declared: label)
    // Encoded byte by byte for the way, UTF-16 may be what the label says.
    guard found.evidence != .mark, let label = label?.lowercased(),
      label.hasPrefix("utf-16") || label.hasPrefix("utf-32")
    else { return found }
    return TextEncoding(name: label.uppercased(), evidence: .declared)
  }

  /// The charset behind a label in any case of letters; nil when it is unknown.
  public static func named(_ label: String) -> String? { TextEncoding(label: bare(label))?.name }

  /// A label without what careless programs put around it: quotes, RFC 2231's language after a
  /// star, another parameter.
  private static func bare(_ label: String) -> String {
    String(label.drop { " \"'\t".contains($0) }.prefix { !" \"';*\t".contains($0) })
  }

  /// The bytes as text, their mark left out.
  ///
  /// - Returns: The text, and how many sequences without meaning became U+FFFD.
  public func text(of bytes: [UInt8]) -> (text: String, replacements: Int) {
    var body = markLength == 0 ? bytes : Array(bytes.dropFirst(markLength))
    if name.uppercased().hasPrefix("ISO-2022-JP") { body = Self.withoutEmptyShifts(body) }
    var output: [UInt8] = []
    if !isUTF8, let converter = ICUConverter(charset: EncodingLabel.converter(for: name)) {
      do throws(ICUFailure) {
        try converter.convert(body, isLast: true, into: &output)
        return (String(decoding: output, as: UTF8.self), TextSource.countReplacements(in: output))
      } catch {
        output = []
      }
    }
    let text = String(decoding: body, as: UTF8.self)
    if UTF8Check.isValid(body, allowsCutEnd: false) { return (text, 0) }
    let lost = TextSource.countReplacements(in: Array(text.utf8))
    return (text, lost - TextSource.countReplacements(in: body))
  }

  /// ISO-2022-JP without a shift to ASCII that is followed by another shift.
  ///
  /// Joined encoded words have them; ICU takes a shift around nothing for an attack.
  private static func withoutEmptyShifts(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var at = 0
    while at < bytes.count {
      if at + 3 < bytes.count, bytes[at] == 0x1B, bytes[at + 1] == 0x28, bytes[at + 2] == 0x42,
        bytes[at + 3] == 0x1B
      {
        at += 3
      } else {
        output.append(bytes[at])
        at += 1
      }
    }
    return output
  }
}
