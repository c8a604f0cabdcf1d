internal import VerbatimCore

/// Parses the microformats of a page: version 2, and the classic ones as what they are called there.
///
/// Items have the types (`h-review`) and properties (`reviewer`) of version 2; those that stand
/// inside another without being its property have the name ``childName``.
///
/// - SeeAlso: microformats.org, microformats2 parsing; value-class pattern.
struct MicroformatParser {
  /// Stands for the name of a property where an item only stands inside another.
  static let childName = "children"
  /// How deep items may nest.
  private static let deepest = 64

  let values: MicroformatValue
  private(set) var items: [StructuredItem] = []
  /// Whether a limit kept something out.
  private(set) var isCut = false
  /// How many bytes of text may still be read: properties may stand in one another.
  private var budget: Int

  /// Parses the parts of a page that hold microformats.
  init(_ page: PageCollector) {
    values = MicroformatValue(page)
    budget = StructuredPage.mostText(of: page)
    var at = 0
    while at < values.elements.count {
      let classes = values.classes(at)
      let roots = MicroformatName.roots(classes, isProperty: false)
      if !roots.isEmpty {
        _ = add(at, roots, isClassic: false, depth: 0)
      } else {
        _ = add(at, MicroformatName.classicRoots(classes), isClassic: true, depth: 0)
      }
      at = values.elements[at].end
    }
  }

  /// Adds the item that an element opens; its index.
  private mutating func add(_ root: Int, _ types: [String], isClassic: Bool, depth: Int) -> Int {
    let index = items.count
    var item = StructuredItem(syntax: .microformats, types: types, line: values.elements[root].line)
    item.language = values.text(values.elements[root].language)
    items.append(item)
    var facts = Facts()
    var at = root + 1
    while at < values.elements[root].end {
      let element = values.elements[at]
      guard element.classes != nil || (isClassic && element.rels != nil) else {
        at += 1
        continue
      }
      let classes = values.classes(at)
      let properties =
        isClassic
        ? MicroformatName.classicProperties(classes, values.tokens(element.rels), of: types[0])
        : MicroformatName.properties(classes)
      for property in properties { facts.note(property) }
      guard depth < Self.deepest, let nested = nestedRoot(classes, properties, in: types, isClassic)
      else {
        for property in properties { append(property, at, isClassic, to: index) }
        if properties.isEmpty, ReplyMark(classes: classes) == .answer {
          append(MicroformatName.Property(kind: .text, name: "comment"), at, isClassic, to: index)
        }
        at += 1
        continue
      }
      facts.hasNested = true
      let child = add(at, nested.types, isClassic: nested.isClassic, depth: depth + 1)
      let names = properties.isEmpty ? [Self.childName] : properties.map(\.name)
      for name in names { append(.item(child), as: name, to: index) }
      at = element.end
    }
    if !isClassic { imply(facts, root, index) }
    return index
  }

  /// What an element inside an item opens, when it opens anything.
  private func nestedRoot(
    _ classes: [Substring],
    _ properties: [MicroformatName.Property],
    in types: [String],
    _ isClassic: Bool
  ) -> (types: [String], isClassic: Bool)? {
    let roots = MicroformatName.roots(classes, isProperty: !properties.isEmpty)
    if !roots.isEmpty { return (roots, false) }
    let classic = MicroformatName.classicRoots(classes)
    // "adr" styles many a page that is no hCard.
    if !classic.isEmpty, isClassic || classic != ["h-adr"] { return (classic, true) }
    guard isClassic else { return nil }
    // A classic item needs no class of its own.
    if properties.contains(where: { $0.name == "item" }) { return (["h-item"], true) }
    if types == ["h-product"], properties.contains(where: { $0.name == "review" }) {
      return (["h-review"], true)
    }
    return nil
  }

  private mutating func append(
    _ property: MicroformatName.Property,
    _ at: Int,
    _ isClassic: Bool,
    to index: Int
  ) {
    budget -= values.elements[at].text.count
    guard budget >= 0, items.count < PageCollector.mostItems else {
      isCut = true
      return
    }
    let value: StructuredValue?
    if isClassic, property.name == "category",
      values.tokens(values.elements[at].rels).contains("tag"),
      !values.classes(at).contains("category")
    {
      value = values.tag(at)
    } else if isClassic, property.name == "identifier" {
      value = values.identifier(at)
    } else {
      value = values.value(property.kind, at)
    }
    if let value { append(value, as: property.name, to: index) }
  }

  private mutating func append(_ value: StructuredValue, as name: String, to index: Int) {
    items[index].properties.append(StructuredItem.Property(name: name, value: value))
  }

  /// What is said of an item, as far as it keeps other things from being implied.
  private struct Facts {
    var names: Set<String> = []
    var hasText = false
    var hasAddress = false
    var hasNested = false

    mutating func note(_ property: MicroformatName.Property) {
      names.insert(property.name)
      switch property.kind {
      case .text, .markup: hasText = true
      case .address: hasAddress = true
      case .moment: break
      }
    }
  }

  private mutating func imply(_ facts: Facts, _ root: Int, _ index: Int) {
    guard !facts.hasNested else { return }
    if !facts.names.contains("name"), !facts.hasText, let name = values.impliedName(root) {
      append(name, as: "name", to: index)
    }
    guard !facts.hasAddress else { return }
    if !facts.names.contains("photo"), let photo = values.impliedAddress(root, [.img, .object]) {
      append(photo, as: "photo", to: index)
    }
    if !facts.names.contains("url"), let url = values.impliedAddress(root, [.a, .area]) {
      append(url, as: "url", to: index)
    }
  }
}
