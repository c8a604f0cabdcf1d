/// All items of a page, from all syntaxes, with references resolved by id.
struct StructuredPage: Sendable {
  /// How long a chain of items is followed: cyclic references end here.
  static let deepest = 512

  private(set) var items: [StructuredItem] = []
  private var byID: [String: [Int]] = [:]
  /// Items that hang on no other, counted by type, each with its place among its like.
  private var rootCounts: [String: Int] = [:]
  private var rootPlaces: [Int: Int] = [:]

  /// Adds an item; its index.
  mutating func add(_ item: StructuredItem) -> Int {
    items.append(item)
    return items.count - 1
  }

  /// Gives an item one more value of a property.
  mutating func add(_ value: StructuredValue, as name: String, to item: Int) {
    items[item].properties.append(StructuredItem.Property(name: name, value: value))
  }

  /// Gives an item types that it lacks, and a line and a language.
  mutating func type(_ item: Int, as types: [String], line: Int, language: String?) {
    items[item].types = types
    items[item].line = line
    items[item].language = language
  }

  /// Reads the properties of an item under other names; those that get none are dropped.
  mutating func rename(_ item: Int, _ name: (String) -> String?) {
    items[item].properties = items[item].properties.compactMap { property in
      name(property.name).map { StructuredItem.Property(name: $0, value: property.value) }
    }
  }

  /// States the language of an item that has none yet.
  mutating func declare(_ language: String, of item: Int) {
    if items[item].language == nil { items[item].language = language }
  }

  /// Connects values with what they are values of, and ids with their items.
  mutating func link() {
    for index in items.indices {
      if let id = items[index].id { byID[id, default: []].append(index) }
    }
    for index in items.indices {
      resolve(index)
      // Ratings and people hold no items, and are most of a page's.
      let holdsItems = items[index].properties.contains {
        if case .item = $0.value { true } else { false }
      }
      guard holdsItems else { continue }
      var places: [String: Int] = [:]
      for property in items[index].properties { places[property.name, default: 0] += 1 }
      var next: [String: Int] = [:]
      for property in items[index].properties {
        let place = next[property.name, default: 0]
        next[property.name] = place + 1
        guard case .item(let child) = property.value, child != index else { continue }
        // What is reviewed does not hang on its review.
        guard items[child].parent == nil, property.name != "itemReviewed" else { continue }
        items[child].parent = StructuredItem.Parent(
          item: index,
          property: property.name,
          place: places[property.name, default: 1] > 1 ? place : nil
        )
      }
    }
    for (index, item) in items.enumerated() where item.parent == nil && !item.isReference {
      let type = Self.rootType(item)
      rootPlaces[index] = rootCounts[type, default: 0]
      rootCounts[type, default: 0] += 1
    }
  }

  /// Turns an address that stands where an item belongs into the item of that id.
  private mutating func resolve(_ index: Int) {
    guard !byID.isEmpty else { return }
    for place in items[index].properties.indices {
      let property = items[index].properties[place]
      guard Self.references.contains(property.name) else { continue }
      switch property.value {
      case .raw(let address), .link(let address, _):
        guard let item = byID[address]?.first, item != index else { continue }
        items[index].properties[place].value = .item(item)
      case .words, .number, .item: continue
      }
    }
  }

  private static let references: Set<String> = [
    "aggregateRating", "author", "brand", "comment", "itemReviewed", "mainEntity", "publisher",
    "review", "reviewRating", "reviews",
  ]

  /// The values of the first of `names` that has any, in the item or in another part of it
  /// under the same id.
  func values(_ names: String..., of index: Int) -> [StructuredValue] {
    for name in names {
      let own = ownValues(name, of: index)
      if !own.isEmpty { return own }
      for twin in twins(of: index) {
        let values = ownValues(name, of: twin)
        if !values.isEmpty { return values }
      }
    }
    return []
  }

  /// Most items lack most names: nothing is made for those.
  private func ownValues(_ name: String, of index: Int) -> [StructuredValue] {
    var values: [StructuredValue] = []
    for property in items[index].properties where property.name == name {
      values.append(property.value)
    }
    return values
  }

  /// The types of the item, or of the one that it refers to.
  func types(of index: Int) -> [String] {
    guard items[index].types.isEmpty else { return items[index].types }
    return twins(of: index).lazy.map { items[$0].types }.first { !$0.isEmpty } ?? []
  }

  /// The other parts of an item under its id.
  ///
  /// Pages give one id to different things: parts must
  /// share a type, and two reviews that both say something are two.
  func twins(of index: Int) -> [Int] {
    guard let id = items[index].id, let same = byID[id], same.count > 1 else { return [] }
    let item = items[index]
    return same.prefix(Self.deepest).filter { other in
      guard other != index else { return false }
      if item.isReference || items[other].isReference { return true }
      let types = items[other].types
      if types.contains(where: { $0.hasSuffix("Review") }) { return false }
      return item.types.isEmpty || types.isEmpty || types.contains { item.types.contains($0) }
    }
  }

  /// A value as words: text cleaned of HTML, or the name of an item.
  func words(_ value: StructuredValue, depth: Int = 0) -> String? {
    let text: String
    switch value {
    case .raw(let raw): text = MarkupText.cleaned(raw)
    case .words(let words): text = words
    case .number(let number):
      text =
        number == number.rounded() && abs(number) < 1e15
        ? String(Int(number)) : number.description
    case .link(let address, let words): text = words.isEmpty ? address : words
    case .item(let index):
      guard depth < 4 else { return nil }
      for name in ["name", "legalName", "alternateName", "text", "value"] {
        if let found = values(name, of: index).lazy.compactMap({ words($0, depth: depth + 1) })
          .first
        {
          return found
        }
      }
      let parts = ["givenName", "familyName"].compactMap {
        values($0, of: index).first.flatMap { words($0, depth: depth + 1) }
      }
      text = parts.joined(separator: " ")
    }
    return text.isEmpty ? nil : text
  }

  /// The first words under any of `names`, in the order of the names.
  func words(_ names: String..., of index: Int) -> String? {
    for name in names {
      for value in values(name, of: index) {
        if let words = words(value) { return words }
      }
    }
    return nil
  }

  /// The first address under `name`.
  func address(_ name: String, of index: Int) -> String? {
    for value in values(name, of: index) {
      switch value {
      case .raw(let text), .words(let text), .link(let text, _):
        let trimmed = MarkupText.tokens(text).first.map(String.init)
        if let trimmed { return trimmed }
      case .item(let item): if let id = items[item].id { return id }
      case .number: break
      }
    }
    return nil
  }

  /// The items that hold an item, the nearest first; ends at a cycle.
  func ancestors(of index: Int) -> [Int] {
    var found: [Int] = []
    var at = items[index].parent ?? twins(of: index).lazy.compactMap { items[$0].parent }.first
    while let parent = at, found.count < Self.deepest, parent.item != index,
      !found.contains(parent.item)
    {
      found.append(parent.item)
      at = items[parent.item].parent
    }
    return found
  }

  /// The place of an item as `WebPage.mainEntity.review[1]`, counted from 0.
  func path(of index: Int) -> String {
    var steps: [String] = []
    var at = index
    var seen: Set<Int> = [index]
    while let parent = items[at].parent, seen.insert(parent.item).inserted,
      steps.count < Self.deepest
    {
      steps.append(parent.place.map { "\(parent.property)[\($0)]" } ?? parent.property)
      at = parent.item
    }
    steps.append(rootName(of: at))
    return steps.reversed().joined(separator: ".")
  }

  private func rootName(of index: Int) -> String {
    let type = Self.rootType(items[index])
    guard rootCounts[type, default: 0] > 1, let place = rootPlaces[index] else { return type }
    return "\(type)[\(place)]"
  }

  private static func rootType(_ item: StructuredItem) -> String { item.types.first ?? "Thing" }
}
