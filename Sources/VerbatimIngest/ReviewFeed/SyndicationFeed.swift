internal import VerbatimCore

/// RSS 0.9 to 2.0, RSS 1.0 in RDF, and Atom: an entry is a text, with a rating where it has one.
///
/// Content comes before its summary. HTML inside is read as a page shows it, whether escaped, in
/// CDATA or as elements.
struct SyndicationFeed: FeedMapper {
  var shape: FeedCollector.Shape {
    FeedCollector.Shape { name, _ in name == "item" || name == "entry" }
  }

  func outcome(
    of item: FeedItem,
    at source: FeedbackRecord.Source
  ) -> FeedOutcome {
    let isAtom = item.name == "entry"
    let base = item.around["feed@xml:base"]?.first ?? item.around["rss@xml:base"]?.first
    var source = source
    source.nativeID = item.value("guid") ?? item.value("id") ?? item.attribute("rdf:about")
    source.path = source.nativeID ?? source.path
    source.url = link(item).map { PageAddress.absolute($0, from: base) }
    var record = FeedbackRecord(source: source)
    record.title = words(item, isAtom, "title", "dc:title")
    record.text =
      words(item, isAtom, "content:encoded", "content", "fullitem", "body")
      ?? words(item, isAtom, "description", "summary", "dc:description", "itunes:summary")
    if record.title == record.text { record.title = nil }
    record.occurredAt =
      [
        "pubDate", "published", "issued", "dc:date", "updated", "modified", "created",
        "dc:issued", "dc:created", "dc:modified",
      ].lazy.compactMap { instant(item.value($0)) }.first
    setWriter(item, in: &record)
    record.language = language(item)
    let fault = setRating(item, in: &record)
    return .review(record, ratingFault: fault)
  }

  private func link(_ item: FeedItem) -> String? {
    let links = item.children("link")
    let named = links.first {
      item.attribute("href", of: $0) != nil
        && ["alternate", nil].contains(item.attribute("rel", of: $0))
    }
    if let named { return item.attribute("href", of: named) }
    if let text = links.lazy.compactMap({ item.value(of: $0) }).first { return text }
    let guid = item.node("guid")
    guard let guid, item.attribute("isPermaLink", of: guid) != "false" else { return nil }
    return item.value(of: guid).flatMap { PageAddress.isAbsolute($0) ? $0 : nil }
  }

  /// The words of the first of the elements that has some.
  private func words(_ item: FeedItem, _ isAtom: Bool, _ names: String...) -> String? {
    for name in names {
      for node in item.children(name) {
        if let text = words(item, node, isAtom) { return text }
      }
    }
    return nil
  }

  private func words(_ item: FeedItem, _ node: Int, _ isAtom: Bool) -> String? {
    let type = (item.attribute("type", of: node) ?? (isAtom ? "text" : "html")).lowercased()
    let mode = item.attribute("mode", of: node)
    let hasElements = item.hasElements(node)
    switch type {
    case "text", "text/plain":
      return mode == "escaped"
        ? item.words(node)
        : hasElements
          ? item.value(of: node) : Self.plain(item.raw(node))
    case "xhtml", "application/xhtml+xml", "text/xml", "application/xml":
      // Its elements were marked where they break the line.
      return hasElements ? item.value(of: node) : item.words(node)
    case "html", "text/html":
      return item.words(node)
    default:
      // Pictures and what else is no text.
      return type.hasPrefix("text/") ? item.words(node) : nil
    }
  }

  /// Plain text: line ends stay, white space is collapsed, and "<" is no tag.
  static func plain(_ text: String) -> String? {
    var bytes = Array(text.utf8)
    for index in bytes.indices where bytes[index] == 0x0A { bytes[index] = MarkupText.lineBreak }
    let plain = MarkupText.collapsed(bytes, ByteRange(0, bytes.count))
    return plain.isEmpty ? nil : plain
  }

  /// "Ana", "ana@example.com (Ana)", "Ana <ana@example.com>"; an address alone is no name to show.
  private func setWriter(_ item: FeedItem, in record: inout FeedbackRecord) {
    if let name = item.value("author", "name") {
      record.author = name
      record.customer = item.value("author", "email")
      return
    }
    let stated = ["author", "dc:creator", "dc:author", "itunes:author"]
      .lazy.compactMap { item.value($0) }.first
    guard let stated else { return }
    var name = stated[...]
    var mail: Substring?
    for (opening, closing) in [("(", ")"), ("<", ">")] as [(Character, Character)] {
      guard mail == nil, let start = stated.firstIndex(of: opening),
        let end = stated.lastIndex(of: closing), start < end
      else { continue }
      let inside = stated[stated.index(after: start)..<end]
      let outside = stated[..<start]
      if inside.contains("@") { (name, mail) = (outside, inside) }
      if outside.contains("@"), !inside.contains("@") { (name, mail) = (inside, outside) }
    }
    if mail == nil, name.contains("@"), !name.contains(" ") { (name, mail) = ("", name) }
    let shown = String(name).trimmingBlanks
    record.author = shown.isEmpty ? nil : shown
    record.customer = mail.map { String($0).trimmingBlanks }
  }

  private func language(_ item: FeedItem) -> String? {
    let content = item.node("content").flatMap { item.attribute("xml:lang", of: $0) }
    let stated =
      content ?? item.attribute("xml:lang") ?? item.value("dc:language")
      ?? item.around["channel/language"]?.first ?? item.around["channel/dc:language"]?.first
      ?? item.around["feed@xml:lang"]?.first ?? item.around["rss@xml:lang"]?.first
    return stated.flatMap(SurveyExportReader.languageTag)
  }

  /// An element that says it, else words such as "Rating: 4/5", "4 out of 5 stars", "★★★★☆".
  private func setRating(_ item: FeedItem, in record: inout FeedbackRecord) -> String? {
    for node in item.nodes.indices.dropFirst() where item.nodes[node].parent == 0 {
      let local = item.nodes[node].name.split(separator: ":").last?.lowercased()
      guard ["rating", "stars", "starrating", "score"].contains(local ?? ""),
        let stated = StatedRating.parse(item.value(of: node) ?? "")
      else { continue }
      let best = ["max", "best", "bestRating"].lazy.compactMap {
        FeedItem.number(item.attribute($0, of: node))
      }.first
      let worst = ["min", "worst", "worstRating"].lazy.compactMap {
        FeedItem.number(item.attribute($0, of: node))
      }.first
      return rating(stated.value, min: worst ?? 1, max: best ?? stated.best ?? 5, into: &record)
    }
    for text in [record.title, record.text].compactMap(\.self) {
      guard let stated = FeedRatingWords.rating(in: text) else { continue }
      return rating(stated.value, min: 1, max: stated.best, into: &record)
    }
    return nil
  }
}

/// A rating in the words of an entry.
enum FeedRatingWords {
  /// "Rating: 4/5", "4 out of 5 stars", or a row of stars at an end of a line; nil for none.
  static func rating(in text: String) -> (value: Double, best: Double)? {
    for line in text.prefix(4000).split(separator: "\n") {
      let full = line.count { $0 == "★" }
      let all = full + line.count { $0 == "☆" }
      if full > 0, all <= 10, full < all || full == 5 { return (Double(full), Double(max(all, 5))) }
      let lower = line.lowercased()
      if let label = lower.firstRange(of: "rating:"),
        let stated = StatedRating.parse(String(lower[label.upperBound...].prefix(40))),
        let best = stated.best ?? (lower.contains("star") ? 5 : nil)
      {
        return (stated.value, best)
      }
      if let middle = lower.firstRange(of: " out of "), lower.contains("star") {
        let number = lower[..<middle.lowerBound].split(separator: " ").last ?? ""
        let whole = String(number) + String(lower[middle.lowerBound...].prefix(20))
        if let stated = StatedRating.parse(whole), let best = stated.best {
          return (stated.value, best)
        }
      }
    }
    return nil
  }
}
