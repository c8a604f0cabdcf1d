import Testing
import VerbatimCore
import VerbatimTestSupport

@testable import VerbatimIngest

@Suite("CSS selectors")
struct CSSSelectorTests {
  /// An element of a small page, as a second, naive implementation sees it.
  struct Element {
    var name: String
    var parent: Int
    var attributes: [(String, String)] = []

    func value(_ name: String) -> String? { attributes.first { $0.0 == name }?.1 }
  }

  static let page: [Element] = [
    Element(name: "html", parent: -1), Element(name: "body", parent: 0),
    Element(name: "ul", parent: 1, attributes: [("class", "list  a\tb"), ("id", "x")]),
    Element(name: "li", parent: 2, attributes: [("class", "a"), ("data-n", "4")]),
    Element(name: "li", parent: 2, attributes: [("class", "b a"), ("lang", "en-GB")]),
    Element(name: "li", parent: 2, attributes: [("class", "A"), ("lang", "en")]),
    Element(name: "li", parent: 2, attributes: [("title", "it's \"so\""), ("data-n", "")]),
    Element(name: "b", parent: 4, attributes: [("class", "sm:flex a")]),
    Element(name: "b", parent: 7), Element(name: "i", parent: 4), Element(name: "b", parent: 4),
    Element(name: "p", parent: 1, attributes: [("id", "é"), ("title", "Grüße Welt")]),
    Element(name: "p", parent: 1, attributes: [("class", "b")]),
  ]

  /// The places of the elements that libxml2 finds.
  static func found(_ css: String) throws -> [Int] {
    let tree = try #require(SelectorTree(Array(html(0).utf8)))
    let path = try SelectorPath(CSSSelector(css).xPath)
    guard case .nodes(let nodes) = tree.select(path) else { return [-1] }
    // The page's order is not that of the list.
    return nodes.compactMap { tree.attribute("n", of: $0).flatMap { Int($0) } }.sorted()
  }

  private static func html(_ index: Int) -> String {
    let element = page[index]
    let attributes = element.attributes.map { name, value in
      " \(name)=\"\(value.replacing("\"", with: "&quot;"))\""
    }
    let inside = page.indices.filter { page[$0].parent == index }.map(html)
    return
      "<\(element.name) n=\"\(index)\"\(attributes.joined())>\(inside.joined())</\(element.name)>"
  }

  @Test(
    "find what the standard says",
    arguments: [
      ("li", [3, 4, 5, 6]), ("*.a", [2, 3, 4, 7]), ("ul.a.b", [2]), ("#x > li:first-child", [3]),
      ("li:last-child", [6]), ("li:nth-child(odd)", [3, 5]), ("li:nth-child(2n)", [4, 6]),
      ("li:nth-child(-n + 2)", [3, 4]), ("li:nth-child(3)", [5]), ("li + li", [4, 5, 6]),
      ("li[lang] ~ li", [5, 6]), ("li[lang|=en]", [4, 5]), ("li[lang|='en-GB']", [4]),
      ("[class~=b]", [2, 4, 12]), ("[class^=b]", [4, 12]), ("[class$='a']", [3, 4, 7]),
      ("[class*='lex']", [7]), ("[class=a i]", [3, 5]), ("[class=a]", [3]), ("[data-n]", [3, 6]),
      ("[data-n='']", [6]), ("[data-n^='']", []), ("b.sm\\:flex", [7]), ("#\\e9", [11]),
      ("#é", [11]), (#"[title="it's \"so\""]"#, [6]), ("[title$=Welt]", [11]),
      ("li:not(.a, .A)", [6]), ("li:not(:first-child):not([data-n])", [4, 5]),
      ("ul b b", [8]), ("ul > b", []), ("p, i", [9, 11, 12]), ("LI > I", [9]),
      ("b:not(li > b)", [-2]), ("li > b + i + b", [10]), ("body>p+p", [12]),
    ] as [(String, [Int])]
  )
  func standard(css: String, places: [Int]) throws {
    guard places != [-2] else {
      #expect(throws: CSSSelector.Fault.self) { try CSSSelector(css) }
      return
    }
    #expect(try Self.found(css) == places)
  }

  @Test(
    "that are none say where",
    arguments: [
      ("", 0), ("li..a", 3), ("li:hover", 3), ("li >", 4), ("li, ", 4), ("a[b", 3), ("a[b=]", 4),
      ("a[b='c]", 4), ("a[b!=c]", 3), ("li:nth-child(x)", 13), ("li:not(:not(a))", 7), ("5a", 0),
      ("a b $", 4), ("a\\", 2), ("a > > b", 4), ("a:nth-child", 11), ("::before", 1),
    ]
  )
  func faults(css: String, place: Int) {
    let fault = #expect(throws: CSSSelector.Fault.self) { try CSSSelector(css) }
    #expect(fault?.place == place)
    #expect(fault?.reason.isEmpty == false)
  }

  @Test("two implementations find the same", arguments: SeededGenerator.seeds(200))
  func agree(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let css = Self.selector(&random)
    let selector = try CSSSelector(css)
    let naive = Self.page.indices.filter { index in
      selector.alternatives.contains { Self.matches(index, $0[...]) }
    }
    #expect(try Self.found(css) == naive, "\(css)")
  }

  @Test("any text is a selector or a fault inside of it", arguments: SeededGenerator.seeds(400))
  func anyText(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let alphabet = [
      "a", "li", ".", "#", "[", "]", "(", ")", ":", "not", "nth-child", "=", "~", "|", "^", "$",
      "*", "\"", "'", "\\", ",", ">", "+", " ", "2n+1", "é", "\u{0}", "-", "\n", "99999999999n",
    ]
    let text = random.text(of: alphabet, longest: 24)
    do {
      let path = try CSSSelector(text).xPath
      _ = try SelectorPath(path)
    } catch let fault as CSSSelector.Fault {
      #expect(fault.place >= 0 && fault.place <= text.unicodeScalars.count)
    }
  }

  @Test("limits: long texts, slow selections, deep pages")
  func limits() throws {
    #expect(throws: CSSSelector.Fault.self) {
      try CSSSelector(String(repeating: "a ", count: 5_000))
    }
    #expect(throws: CSSSelector.Fault.self) {
      try CSSSelector(String(repeating: "a", count: 300).map { String($0) }.joined(separator: " "))
    }
    let boxes = String(repeating: "<div><p>x</p></div>", count: 3_000)
    let tree = try #require(SelectorTree(Array("<body>\(boxes)</body>".utf8)))
    let slow = try SelectorPath("//p[count(//div[count(//p) > 0]) > 0]")
    guard case .tooLong = tree.select(slow) else {
      Issue.record("a slow selection came to its end")
      return
    }
    let deep = try #require(
      SelectorTree(Array((String(repeating: "<div>", count: 50_000) + "words").utf8))
    )
    #expect(deep.isCut)
    #expect(deep.text(of: SelectorTree.document) == "words")
  }

  // The second implementation: from the right to the left, element by element.

  private static func matches(_ index: Int, _ steps: ArraySlice<CSSSelector.Step>) -> Bool {
    guard let last = steps.last else { return true }
    guard last.tests.allSatisfy({ holds($0, index) }) else { return false }
    let rest = steps.dropLast()
    guard !rest.isEmpty else { return last.combinator == .descendant || page[index].parent < 0 }
    let before = siblings(of: index).filter { $0 < index }
    switch last.combinator {
    case .child: return page[index].parent >= 0 && matches(page[index].parent, rest)
    case .descendant:
      var at = page[index].parent
      while at >= 0 {
        if matches(at, rest) { return true }
        at = page[at].parent
      }
      return false
    case .next: return before.last.map { matches($0, rest) } ?? false
    case .sibling: return before.contains { matches($0, rest) }
    }
  }

  private static func siblings(of index: Int) -> [Int] {
    page.indices.filter { page[$0].parent == page[index].parent }
  }

  private static func holds(_ test: CSSSelector.Test, _ index: Int) -> Bool {
    let element = page[index]
    let place = (siblings(of: index).firstIndex(of: index) ?? 0) + 1
    func words(_ text: String?) -> [Substring] {
      (text ?? "").split(whereSeparator: \.isWhitespace)
    }
    switch test {
    case .type(let name): return element.name == name
    case .id(let id): return element.value("id") == id
    case .named(let name): return words(element.value("class")).contains { $0 == name }
    case .has(let name): return element.value(name) != nil
    case .isFirst: return place == 1
    case .isLast: return siblings(of: index).last == index
    case .nth(let step, let start):
      return (0...20).contains { step * $0 + start == place }
    case .not(let compounds):
      return compounds.allSatisfy { tests in !tests.allSatisfy { holds($0, index) } }
    case .attribute(let name, let comparison, let written, let ignoresCase):
      guard var value = element.value(name) else { return false }
      let wanted = ignoresCase ? written.lowercased() : written
      if ignoresCase { value = value.lowercased() }
      switch comparison {
      case .equals: return value == wanted
      case .hasWord: return words(value).contains { $0 == wanted }
      case .hasLanguage: return value == wanted || value.hasPrefix(wanted + "-")
      case .begins: return !wanted.isEmpty && value.hasPrefix(wanted)
      case .ends: return !wanted.isEmpty && value.hasSuffix(wanted)
      case .contains: return !wanted.isEmpty && value.contains(wanted)
      }
    }
  }

  private static func selector(_ random: inout SeededGenerator) -> String {
    let tests = [
      ".a", ".b", "#x", "[lang]", "[class=a]", "[class~=b]", "[lang|=en]", "[class^=b]",
      "[class$=a]", "[data-n*='4']", "[class=A i]", ":first-child", ":last-child",
      ":nth-child(2n+1)", ":nth-child(-2n+3)", ":nth-child(3n)", ":not(.a)", ":not(li, [lang])",
    ]
    func compound() -> String {
      var text = ["li", "b", "*", "ul", "p", ""].randomElement(using: &random) ?? ""
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        text += tests.randomElement(using: &random) ?? ""
      }
      return text.isEmpty ? "*" : text
    }
    var text = compound()
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      text += ([" ", " > ", " + ", "~", ", "].randomElement(using: &random) ?? " ") + compound()
    }
    return text
  }
}
