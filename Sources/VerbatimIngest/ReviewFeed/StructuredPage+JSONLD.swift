internal import VerbatimCore

extension StructuredPage {
  /// Adds the items of a JSON-LD document.
  ///
  /// `@context` is not loaded: names are schema.org's, with
  /// its address or `schema:` in front or without.
  ///
  /// - Returns: Whether an item was left out because the page has too many.
  mutating func addJSONLD(_ document: JSONValue, line: Int) -> Bool {
    var isCut = false
    addRoots(document, line: line, &isCut)
    return isCut
  }

  private mutating func addRoots(_ value: JSONValue, line: Int, _ isCut: inout Bool) {
    switch value {
    case .array(let elements): for element in elements { addRoots(element, line: line, &isCut) }
    case .object: _ = addItem(value, line: line, &isCut)
    case .null, .boolean, .number, .string: break
    }
  }

  /// The index of the item that an object becomes; nil for one that only wraps others.
  private mutating func addItem(_ object: JSONValue, line: Int, _ isCut: inout Bool) -> Int? {
    guard case .object(let members) = object else { return nil }
    var item = StructuredItem(syntax: .jsonLD, types: [], line: line)
    var isOnlyGraph = true
    for (key, value) in members {
      switch key {
      case "@type", "type": item.types += Self.typeNames(value)
      case "@id": item.id = value.string
      case "@context", "@graph", "@included": continue
      default: break
      }
      isOnlyGraph = false
    }
    for (key, value) in members where key == "@graph" || key == "@included" {
      addRoots(value, line: line, &isCut)
    }
    if isOnlyGraph { return nil }
    guard items.count < PageCollector.mostItems else {
      isCut = true
      return nil
    }
    let index = add(item)
    for (key, value) in members {
      if key == "@reverse" {
        addReversed(value, to: index, line: line, &isCut)
      } else if !key.hasPrefix("@"), key != "type" || item.types.isEmpty {
        addValues(value, as: String(SchemaName.short(key)), to: index, line: line, &isCut)
      }
    }
    return index
  }

  private mutating func addValues(
    _ value: JSONValue,
    as name: String,
    to item: Int,
    line: Int,
    _ isCut: inout Bool
  ) {
    switch value {
    case .null: break
    case .boolean(let truth): add(.raw(truth ? "true" : "false"), as: name, to: item)
    case .number(let number): add(.number(number), as: name, to: item)
    case .string(let text): add(.raw(text), as: name, to: item)
    case .array(let elements):
      for element in elements { addValues(element, as: name, to: item, line: line, &isCut) }
    case .object:
      for wrapper in ["@value", "@list", "@set"] {
        guard let wrapped = value[wrapper] else { continue }
        if let language = value["@language"]?.string { declare(language, of: item) }
        addValues(wrapped, as: name, to: item, line: line, &isCut)
        return
      }
      if let child = addItem(value, line: line, &isCut) { add(.item(child), as: name, to: item) }
    }
  }

  /// `@reverse` names items of whose property this item is the value.
  private mutating func addReversed(
    _ value: JSONValue,
    to index: Int,
    line: Int,
    _ isCut: inout Bool
  ) {
    guard case .object(let members) = value else { return }
    for (key, value) in members {
      for other in value.elements ?? [value] {
        guard let item = addItem(other, line: line, &isCut) else { continue }
        add(.item(index), as: String(SchemaName.short(key)), to: item)
      }
    }
  }

  private static func typeNames(_ value: JSONValue) -> [String] {
    (value.elements ?? [value]).compactMap(\.string).map { String(SchemaName.short($0)) }
  }
}
