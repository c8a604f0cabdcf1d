internal import VerbatimCore

extension Catalog {
  /// Makes families of what rows state about their parents.
  ///
  /// A parent is named by its code, by the shop's number (`id:741`), or by a name that only variants
  /// share. A parent's parent counts; a circle of parents makes no family.
  public mutating func finish() {
    guard !isFinished else { return }
    isFinished = true
    families = Families()
    var roots: [String: (name: String, head: Int?, members: [Int])] = [:]
    var order: [String] = []
    for place in articles.indices where !articles[place].parent.isEmpty {
      guard let root = root(of: place) else { continue }
      let key = root.head.map { "#\($0)" } ?? root.name.lowercased()
      if roots[key] == nil { order.append(key) }
      roots[key, default: (root.name, root.head, [])].members.append(place)
    }
    for key in order {
      guard let root = roots[key] else { continue }
      guard root.members.count + (root.head == nil ? 0 : 1) > 1 else {
        if let only = root.members.first { noteLonely(only, root.name) }
        continue
      }
      families.add(root.name, head: root.head, members: Array(root.members.prefix(1000)))
    }
  }

  /// The topmost parent of an article; nil when its parents run in a circle or it is its own.
  private mutating func root(of place: Int) -> (name: String, head: Int?)? {
    var at = place
    var seen: [Int] = []
    while true {
      let name = texts.text(articles[at].parent)
      guard let parent = parentPlace(name) else { return (name, nil) }
      seen.append(at)
      if parent == at { return at == place ? nil : (sku(at), at) }
      if seen.contains(parent) || seen.count > 32 {
        // Each circle is told of once, at its first article.
        if parent == place, seen.min() == place { noteCircle(seen) }
        return nil
      }
      if articles[parent].parent.isEmpty { return (sku(parent), parent) }
      at = parent
    }
  }

  private func parentPlace(_ name: String) -> Int? {
    if let place = place(sku: name) { return place }
    guard name.hasPrefix("id:") else { return nil }
    return places(number: name.dropFirst(3)).first
  }

  private mutating func noteCircle(_ places: [Int]) {
    let first = places[0]
    note(
      Diagnostic(
        .variantParent,
        .warning,
        at: SourceLocation(file: file, line: Int(articles[first].line)),
        "`\(sku(first))` is its own parent, by way of "
          + places.dropFirst().prefix(5).map { "`\(sku($0))`" }.joined(separator: ", "),
        hint: "name the family's own code as the parent of each variant"
      )
    )
  }

  private mutating func noteLonely(_ place: Int, _ parent: String) {
    // A shop's export names a handle in every row.
    guard articles[place].handle.isEmpty else { return }
    note(
      Diagnostic(
        .variantParent,
        .warning,
        at: SourceLocation(file: file, line: Int(articles[place].line)),
        "the parent `\(parent)` of `\(sku(place))` is not in the catalog and has no other variant",
        hint: "compare the spelling of the parent's code"
      )
    )
  }
}
