internal import VerbatimCore

/// Who is spoken of, and what is said of them.
extension RDFaReader {
  /// A subject of a name, or nobody in particular.
  mutating func subject(_ id: String?) -> Int {
    // "[_:r1]" is a name in its safe form.
    let name = id.map {
      $0.hasPrefix("[") && $0.hasSuffix("]") ? String($0.dropFirst().dropLast()) : $0
    }
    subjects.append(Subject(id: name))
    return subjects.count - 1
  }

  /// Types a subject: a new item, or the one that only had a name so far.
  mutating func give(
    _ types: [(name: String, isOld: Bool)],
    to subject: Int,
    _ element: RDFaElement,
    _ items: inout StructuredPage
  ) {
    let names = types.map { $0.isOld ? OldVocabulary.type($0.name) : $0.name }
    let node = page.nodes[element.node]
    let language = StructuredPage.trimmed(node.language, in: page)
    if let id = subjects[subject].id, let known = itemOf[id], items.items[known].types.isEmpty {
      items.type(known, as: names, line: node.line, language: language)
      subjects[subject].item = known
      return
    }
    let index = items.add(
      StructuredItem(
        syntax: .rdfa,
        types: names,
        id: subjects[subject].id,
        line: node.line,
        language: language
      )
    )
    subjects[subject].item = index
    if let id = subjects[subject].id { itemOf[id] = index }
  }

  /// The item of a subject, made when something is said of it.
  mutating func item(
    _ subject: Int,
    _ element: RDFaElement,
    _ items: inout StructuredPage
  ) -> Int {
    if subjects[subject].item < 0 {
      if let id = subjects[subject].id, let known = itemOf[id] {
        subjects[subject].item = known
      } else {
        let made = StructuredItem(
          syntax: .rdfa,
          types: [],
          id: subjects[subject].id,
          line: page.nodes[element.node].line
        )
        subjects[subject].item = items.add(made)
        if let id = subjects[subject].id { itemOf[id] = subjects[subject].item }
      }
    }
    let pending = subjects[subject].pending
    subjects[subject].pending = []
    for relation in pending { say(relation, of: subject, element, &items) }
    return subjects[subject].item
  }

  mutating func say(
    _ relation: Relation,
    of target: Int,
    _ element: RDFaElement,
    _ items: inout StructuredPage
  ) {
    let (from, to) =
      relation.isReverse ? (target, relation.subject) : (relation.subject, target)
    let value = StructuredValue.item(item(to, element, &items))
    add(value, relation.name, relation.isOld, to: from, element, &items)
  }

  mutating func add(
    _ value: StructuredValue,
    _ name: String,
    _ isOld: Bool,
    to subject: Int,
    _ element: RDFaElement,
    _ items: inout StructuredPage
  ) {
    // What is said of nobody, as a page's head says of the page, is no part of a review.
    let index = item(subject, element, &items)
    let types = items.items[index].types
    items.add(value, as: isOld ? OldVocabulary.property(name, of: types) : name, to: index)
  }
}
