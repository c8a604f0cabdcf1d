internal import VerbatimCore

/// Values of microformats, from elements and from how they stand.
struct MicroformatValue {
  let elements: [MarkupTree.Element]
  private let bytes: [UInt8]
  private let words: [UInt8]

  /// The values of a page's parts with microformats.
  init(_ page: PageCollector) {
    elements = page.tree.elements
    bytes = page.bytes
    words = page.words
  }

  /// The classes of an element.
  func classes(_ index: Int) -> [Substring] {
    // Style sheets such as Tailwind's have dozens.
    Array(tokens(elements[index].classes).prefix(256))
  }

  /// The pieces of an attribute.
  func tokens(_ range: ByteRange?) -> [Substring] { text(range).map(MarkupText.tokens) ?? [] }

  /// An attribute as text; nil when it is not there.
  func text(_ range: ByteRange?) -> String? {
    range.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }
  }

  /// The value of an element by the rules of its kind of property; nil when it has none.
  func value(_ kind: MicroformatName.Kind, _ index: Int) -> StructuredValue? {
    let element = elements[index]
    switch kind {
    case .text:
      let pieces = pieces(index)
      if !pieces.isEmpty { return .words(pieces.joined()) }
      switch element.tag {
      case .abbr, .link: if let title = text(element.title) { return .raw(title) }
      case .data, .input: if let stated = text(element.stated) { return .raw(stated) }
      case .img, .area: if let alt = text(element.alt) { return .raw(alt) }
      default: break
      }
      return inner(index)
    case .address:
      let hasAddress =
        switch element.tag {
        case .a, .area, .link, .img, .audio, .video, .source, .iframe, .object: true
        default: false
        }
      if hasAddress, let address = text(element.address)?.trimmingBlanks {
        let alt = element.tag == .img ? text(element.alt)?.trimmingBlanks : nil
        let words = element.tag == .a ? content(index) : alt
        return .link(address: address, words: words ?? "")
      }
      let stated = value(.text, index)
      guard case .words(let address)? = stated else { return stated }
      return .raw(address)
    case .moment:
      let pieces = pieces(index)
      if !pieces.isEmpty { return .words(MicroformatMoment.joined(pieces)) }
      switch element.tag {
      case .time, .ins, .del, .data, .input:
        if let stated = text(element.stated) { return .raw(stated) }
      case .abbr: if let title = text(element.title) { return .raw(title) }
      default: break
      }
      return inner(index)
    case .markup: return inner(index)
    }
  }

  /// The category that a link with `rel=tag` names: the last part of its address.
  func tag(_ index: Int) -> StructuredValue? {
    guard let address = text(elements[index].address) else { return inner(index) }
    let path = address.prefix { $0 != "?" && $0 != "#" }
    return path.split(separator: "/").last.map { .words(Self.unescaped($0)) }
  }

  /// A classic identifier as `upc:036000291452`, or as it stands when it has no type.
  func identifier(_ index: Int) -> StructuredValue? {
    var type: String?
    for inside in index + 1..<max(index + 1, min(elements[index].end, index + 16))
    where type == nil && classes(inside).contains("type") {
      type = piece(inside)
    }
    guard let number = value(.text, index) else { return nil }
    guard let type, case .words(let text) = number else { return number }
    return .words("\(type):\(text)")
  }

  /// The name that an item without one has by its element, or by the only one inside.
  func impliedName(_ root: Int) -> StructuredValue? {
    var at: Int? = root
    for _ in 0..<3 {
      guard let index = at else { break }
      switch elements[index].tag {
      case .img, .area: if let alt = text(elements[index].alt), !alt.isEmpty { return .raw(alt) }
      case .abbr: if let title = text(elements[index].title) { return .raw(title) }
      default: break
      }
      at = onlyChild(index)
    }
    return inner(root)
  }

  /// The address that an item has by its element, or by the only one of a kind inside.
  func impliedAddress(_ root: Int, _ tags: [MarkupTree.Tag]) -> StructuredValue? {
    if tags.contains(elements[root].tag) { return value(.address, root) }
    for holder in [root, onlyChild(root)].compactMap(\.self) {
      for tag in tags {
        let like = children(holder).filter {
          elements[$0].tag == tag && elements[$0].address != nil
        }
        if like.count == 1, !isItem(like[0]) { return value(.address, like[0]) }
      }
    }
    return nil
  }

  private func onlyChild(_ index: Int) -> Int? {
    let inside = children(index)
    return inside.count == 1 && !isItem(inside[0]) ? inside[0] : nil
  }

  /// The elements right inside of one; those of one beyond the tenth say nothing implied.
  private func children(_ index: Int) -> [Int] {
    var found: [Int] = []
    var at = index + 1
    while at < elements[index].end, found.count < 10 {
      found.append(at)
      at = elements[at].end
    }
    return found
  }

  private func isItem(_ index: Int) -> Bool {
    !MicroformatName.roots(classes(index), isProperty: false).isEmpty
  }

  /// The parts of a value that its element marks inside with `value` or `value-title`.
  private func pieces(_ index: Int) -> [String] {
    var found: [String] = []
    var at = index + 1
    // A value has a few parts; properties may stand in one another a hundred thousand deep.
    let end = min(elements[index].end, index + 256)
    while at < end {
      let classes = elements[at].classes == nil ? [] : classes(at)
      let isTitle = classes.contains("value-title")
      guard isTitle || classes.contains("value") else {
        // What stands in another item is that item's.
        at = isItem(at) ? elements[at].end : at + 1
        continue
      }
      if let piece = isTitle ? text(elements[at].title) : piece(at) { found.append(piece) }
      at = elements[at].end
    }
    return found
  }

  private func piece(_ index: Int) -> String? {
    let element = elements[index]
    let stated =
      switch element.tag {
      case .img, .area: text(element.alt)
      case .data, .time, .ins, .del: text(element.stated)
      case .abbr: text(element.title)
      default: nil as String?
      }
    return stated?.trimmingBlanks ?? content(index)
  }

  private func inner(_ index: Int) -> StructuredValue? { content(index).map { .words($0) } }

  private func content(_ index: Int) -> String? {
    let text = MarkupText.collapsed(words, elements[index].text)
    return text.isEmpty ? nil : text
  }

  private static func unescaped(_ text: Substring) -> String {
    var output: [UInt8] = []
    var rest = Substring(text).utf8
    while let byte = rest.popFirst() {
      let digits = String(Substring(rest.prefix(2)))
      if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let code = UInt8(digits, radix: 16) {
        output.append(code)
        rest = rest.dropFirst(2)
      } else {
        output.append(byte)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}

/// A moment whose date, time and zone stand in elements of their own, in any order.
enum MicroformatMoment {
  /// `2012-08-05 18:00-07:00` from its parts.
  static func joined(_ pieces: [String]) -> String {
    var date: String?
    var time: String?
    var zone: String?
    for piece in pieces.map(\.trimmingBlanks) {
      if piece.contains("T"), piece.first?.isNumber == true { return piece }
      if piece == "Z" || piece.hasPrefix("+") || (piece.hasPrefix("-") && date != nil) {
        zone = zone ?? piece
      } else if piece.contains(":") || piece.lowercased().hasSuffix("m") {
        time = time ?? clock(piece)
      } else if piece.first?.isNumber == true {
        date = date ?? piece
      }
    }
    guard let date else { return pieces.joined(separator: " ") }
    guard let time else { return date }
    return date + "T" + time + (zone ?? "")
  }

  /// `6:30pm` and `6 p.m.` as hours of 24.
  private static func clock(_ text: String) -> String {
    let lower = text.lowercased().filter { !$0.isWhitespace && $0 != "." }
    let isLate = lower.contains("pm")
    guard isLate || lower.contains("am") else { return text }
    let parts = lower.prefix { $0.isNumber || $0 == ":" }.split(separator: ":")
    guard var hour = parts.first.flatMap({ Int($0) }) else { return text }
    if isLate, hour < 12 { hour += 12 }
    if !isLate, hour == 12 { hour = 0 }
    let rest = parts.dropFirst().map(String.init)
    return ([hour < 10 ? "0\(hour)" : "\(hour)"] + (rest.isEmpty ? ["00"] : rest))
      .joined(separator: ":")
  }
}
