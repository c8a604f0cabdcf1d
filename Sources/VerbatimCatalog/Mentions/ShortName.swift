/// What customers leave of a long name: the brand gone, or all behind the first comma, dash or
/// bracket.
enum ShortName {
  /// The short forms of a name, each once, none of them the name.
  ///
  /// - Parameters:
  ///   - name: The name in the catalog.
  ///   - brand: The brand, where the catalog has it.
  /// - Returns: The short forms, the one without details first.
  static func names(of name: String, brand: String?) -> [String] {
    var names: [String] = []
    func add(_ short: String) {
      let short = short.trimmed
      if short.utf8.count >= 6, short != name, !names.contains(short) { names.append(short) }
    }
    let head = head(of: name)
    if head.utf8.count < name.utf8.count { add(head) }
    if let brand, !brand.isEmpty, name.utf8.count > brand.utf8.count + 1,
      name.lowercased().hasPrefix(brand.lowercased() + " ")
    {
      add(String(name.dropFirst(brand.count + 1)))
      if head.count > brand.count + 1 { add(String(head.dropFirst(brand.count + 1))) }
    }
    return names
  }

  /// A name up to its first comma, bracket, or dash between blanks.
  private static func head(of name: String) -> String {
    let bytes = Array(name.utf8)
    var at = 0
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: ","), UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "|"),
        UInt8(ascii: ":"):
        return String(decoding: bytes[..<at], as: UTF8.self).trimmed
      case UInt8(ascii: "-") where at > 0 && bytes[at - 1] == 0x20:
        return String(decoding: bytes[..<at], as: UTF8.self).trimmed
      default: at += 1
      }
    }
    return name
  }
}
