internal import VerbatimCore

/// Follows RDFa through a page: who is spoken of, and what hangs on whom.
///
/// This is RDFa Core 1.1's processing, narrowed to what leads to reviews and products, with one
/// liberty: an `href` or `src` without `typeof`, `about`, `rel` or `property` beside it speaks of
/// another thing only when a `rel` or `rev` around waits for one. By the letter a name inside of a
/// link would be the linked page's, which is never what a shop means.
struct RDFaReader {
  /// Somebody or something that is spoken of; it becomes an item when something is said of it.
  struct Subject {
    var id: String?
    var item = -1
    /// What waited for it and is said once it has become an item.
    var pending: [Relation] = []
  }

  /// A relation that waits for what it leads to.
  struct Relation {
    var name: String
    var isOld: Bool
    var isReverse: Bool
    var subject: Int
  }

  /// What is in force inside an element.
  private struct Context {
    var end: Int
    var subject: Int?
    var vocabulary: RDFaVocabulary
    var hanging: [Relation] = []
  }

  let page: PageCollector
  var subjects: [Subject] = []
  private var contexts: [Context]
  /// The item of a name; the first untyped one is the same thing as a typed one behind it.
  var itemOf: [String: Int] = [:]

  init(_ page: PageCollector) {
    self.page = page
    contexts = [Context(end: Int.max, vocabulary: RDFaVocabulary())]
  }

  mutating func read(
    _ element: RDFaElement,
    into items: inout StructuredPage,
    _ texts: inout PropertyTexts
  ) {
    while contexts.count > 1, contexts[contexts.count - 1].end <= element.node {
      contexts.removeLast()
    }
    guard contexts.count <= PageCollector.deepest else {
      texts.isCut = true
      return
    }
    var context = contexts[contexts.count - 1]
    context.end = page.nodes[element.node].end
    declare(element, in: &context.vocabulary)

    let properties = names(element.properties, context)
    let relations = relations(element, context)
    let types = names(element.types, context)
    let about = element.about.flatMap { text($0) }.map { subject($0) }
    let object = (element.resource ?? element.address).flatMap { text($0) }
    let outer = context.subject
    let isTyped = !types.isEmpty
    let hasProperty = element.properties != nil && !element.isLiteral

    // Who is spoken of, who is typed, and who is spoken of inside.
    var new = about ?? outer
    var typed: Int?
    var inner: Int?
    if !relations.isEmpty {
      if let about {
        typed = isTyped ? about : nil
        inner = object.map { subject($0) }
      } else {
        inner = object.map { subject($0) } ?? (isTyped ? subject(nil) : nil)
        typed = isTyped ? inner : nil
      }
    } else if hasProperty {
      if isTyped {
        typed = about ?? subject(object)
        inner = typed
      }
    } else if about == nil {
      let target = element.resource.flatMap { text($0) }
      if isTyped {
        new = subject(object)
      } else if let target {
        new = subject(target)
      } else if element.properties == nil, !context.hanging.isEmpty, let object {
        new = subject(object)
      }
      typed = isTyped ? new : nil
    } else {
      typed = isTyped ? about : nil
    }

    if let typed { give(types, to: typed, element, &items) }
    // What waited around is answered by whoever is spoken of now.
    let speaks = element.properties != nil || !relations.isEmpty || isTyped || new != outer
    if speaks, !context.hanging.isEmpty {
      if let target = new, target != outer {
        for relation in context.hanging where relation.subject != target {
          say(relation, of: target, element, &items)
        }
      }
      context.hanging = []
    }
    for ((name, isOld), isReverse) in relations {
      guard let from = new else { continue }
      let relation = Relation(name: name, isOld: isOld, isReverse: isReverse, subject: from)
      if let inner {
        if typed == inner || isReverse {
          say(relation, of: inner, element, &items)
        } else if let object {
          add(.link(address: object, words: ""), name, isOld, to: from, element, &items)
        }
      } else {
        context.hanging.append(relation)
      }
    }
    if !context.hanging.isEmpty, inner == nil, !relations.isEmpty {
      let nobody = subject(nil)
      subjects[nobody].pending = context.hanging
      inner = nobody
    }
    if !properties.isEmpty, let new {
      let isItem = isTyped && about == nil && hasProperty && relations.isEmpty
      let value: StructuredValue? =
        if isItem, let typed {
          .item(item(typed, element, &items))
        } else {
          texts.value(
            of: element.node,
            in: page,
            isLink: !element.isLiteral && relations.isEmpty
          )
        }
      if let value {
        for (name, isOld) in properties { add(value, name, isOld, to: new, element, &items) }
      }
    }
    context.subject = inner ?? new
    contexts.append(context)
  }

  /// What `rel` and `rev` say; beside a `property` HTML's own words in them (`nofollow`) say nothing.
  private func relations(
    _ element: RDFaElement,
    _ context: Context
  ) -> [((name: String, isOld: Bool), isReverse: Bool)] {
    [(element.rel, false), (element.rev, true)].flatMap { range, isReverse in
      let terms = range.flatMap(text).map(MarkupText.tokens) ?? []
      let counted = terms.filter { element.properties == nil || $0.contains(":") }
      return context.vocabulary.names(counted.joined(separator: " ")).map { ($0, isReverse) }
    }
  }

  private func declare(_ element: RDFaElement, in vocabulary: inout RDFaVocabulary) {
    for (name, address) in element.namespaces {
      if let name = text(name), let address = text(address) {
        vocabulary.declare(name, as: address)
      }
    }
    if let prefixes = element.prefixes.flatMap(text) { vocabulary.declare(prefixes) }
    if let vocab = element.vocab { vocabulary.setDefault(text(vocab) ?? "") }
  }

  private func text(_ range: ByteRange) -> String? { StructuredPage.trimmed(range, in: page) }

  private func names(
    _ range: ByteRange?,
    _ context: Context
  ) -> [(name: String, isOld: Bool)] {
    range.flatMap(text).map { context.vocabulary.names($0) } ?? []
  }
}
