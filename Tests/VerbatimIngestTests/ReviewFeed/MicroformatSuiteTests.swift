import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport
import VerbatimText

@testable import VerbatimIngest

/// The review-bearing part of the microformats' own test suite, where it is beside the package.
@Suite("The microformats test suite", .enabled(if: Shared.has("samples/microformats")))
struct MicroformatSuiteTests {
  /// An item as the suite writes it; of what a value says in several ways, the text.
  private struct Item: Hashable {
    var types: [String]
    var properties: [String: [Value]]
    var children: [Item]
  }

  private enum Value: Hashable {
    case text(String)
    case item(Item)
  }

  static let names = Shared.files(in: "samples/microformats", ending: ".html")
    .map { $0.deletingPathExtension().lastPathComponent }

  private static func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func expected(_ name: String) throws -> [Item] {
    let url = try #require(Shared.url("samples/microformats/\(name).json"))
    let document = try JSONReader().parse(Array(Data(contentsOf: url)))
    return (document["items"]?.elements ?? []).map(item)
  }

  private static func item(_ value: JSONValue) -> Item {
    var properties: [String: [Value]] = [:]
    if case .object(let members)? = value["properties"] {
      for (name, values) in members {
        properties[name] = (values.elements ?? []).map { value in
          if value["type"] != nil { return .item(item(value)) }
          return .text(words(value.string ?? value["value"]?.string ?? ""))
        }
      }
    }
    return Item(
      types: (value["type"]?.elements ?? []).compactMap(\.string),
      properties: properties,
      children: (value["children"]?.elements ?? []).map(item)
    )
  }

  private static func found(_ name: String) throws -> [Item] {
    let url = try #require(Shared.url("samples/microformats/\(name).html"))
    var collector = PageCollector()
    _ = MarkupParser.parse(try Array(Data(contentsOf: url)), into: &collector)
    collector.finish()
    let parser = MicroformatParser(collector)
    let base = StructuredPage.trimmed(collector.base, in: collector)
    var isInside: Set<Int> = []
    for item in parser.items {
      for case .item(let child) in item.properties.map(\.value) { isInside.insert(child) }
    }
    return parser.items.indices.filter { !isInside.contains($0) }
      .map { made($0, parser.items, base) }
  }

  private static func made(_ index: Int, _ items: [StructuredItem], _ base: String?) -> Item {
    var made = Item(types: items[index].types, properties: [:], children: [])
    for property in items[index].properties {
      switch property.value {
      case .item(let child):
        let inner = Self.made(child, items, base)
        if property.name == MicroformatParser.childName {
          made.children.append(inner)
        } else {
          made.properties[property.name, default: []].append(.item(inner))
        }
      case .link(let address, _):
        let whole = PageAddress.absolute(address, from: base)
        made.properties[property.name, default: []].append(.text(whole))
      case .raw(let text), .words(let text):
        made.properties[property.name, default: []].append(.text(words(text)))
      case .number(let number):
        made.properties[property.name, default: []].append(.text(number.description))
      }
    }
    return made
  }

  @Test("gives the items that it expects", arguments: names)
  func suite(name: String) throws {
    #expect(try Self.found(name) == Self.expected(name))
  }

  @Test("takes no aggregate for a review, and every review for one", arguments: names)
  func records(name: String) throws {
    let url = try #require(Shared.url("samples/microformats/\(name).html"))
    let page = try PageReading(Array(Data(contentsOf: url)))
    let hasReview =
      name.contains("review_") || name == "v1_hproduct_simpleproperties"
      || name == "v2_h-product_simpleproperties"
    #expect(page.records.count == (hasReview ? 1 : 0))
  }
}
