import Foundation

/// What a page must be: one heading, labelled fields, nothing inline that runs, nothing from
/// elsewhere.
///
/// Reads the text by its tags; the templates write well-formed mark-up, which is checked too.
struct PageCheck {
  /// What is wrong, in words; nothing for a good page.
  private(set) var faults: [String] = []

  init(_ html: String) {
    let tags = Self.tags(of: html)
    let starts = tags.filter { !$0.isEnd }
    func all(_ name: String) -> [Tag] { starts.filter { $0.name == name } }
    func demand(_ isMet: Bool, _ fault: String) { if !isMet { faults.append(fault) } }
    demand(html.hasPrefix("<!DOCTYPE html>"), "there is no document type")
    demand(all("h1").count == 1, "there are \(all("h1").count) h1")
    demand(all("html").first?["lang"] != nil, "the document names no language")
    demand(all("main").first?["id"] == "main", "there is no main part")
    demand(all("title").count >= 1, "the document has no title")
    demand(
      starts.first { $0.name == "a" }?["href"] == "#main",
      "the first link does not skip to the content"
    )
    var level = 0
    for tag in starts {
      guard tag.name.count == 2, tag.name.first == "h", let next = tag.name.last?.wholeNumberValue
      else { continue }
      demand(level == 0 || next <= level + 1, "h\(next) follows h\(level)")
      level = next
    }
    let labels = Set(all("label").compactMap { $0["for"] })
    for field in starts where ["input", "select", "textarea"].contains(field.name) {
      let kind = field["type"] ?? ""
      if ["hidden", "submit"].contains(kind) { continue }
      let isChoice = ["radio", "checkbox"].contains(kind)
      demand(isChoice || field["id"].map(labels.contains) == true, "a field has no label: \(field)")
    }
    var ids: Set<String> = []
    for id in starts.compactMap({ $0["id"] }) {
      demand(ids.insert(id).inserted, "the id \(id) stands twice")
    }
    for tag in starts {
      for (name, value) in tag.attributes {
        demand(!name.hasPrefix("on"), "an attribute runs: \(name)")
        demand(name != "style", "a style stands in \(tag.name)")
        if ["href", "src", "action"].contains(name) {
          demand(
            value.hasPrefix("/") && !value.hasPrefix("//") || value.hasPrefix("#"),
            "\(tag.name) leads elsewhere: \(value)"
          )
        }
      }
      demand(tag.name != "style", "a style sheet stands in the page")
      demand(!["iframe", "object", "embed", "base"].contains(tag.name), "there is \(tag.name)")
      if tag.name == "script" {
        demand(tag["src"] == "/assets/dashboard.js", "a script is not ours")
      }
    }
    faults += Self.nesting(tags)
  }

  /// A page without the tokens of its forms, which differ from session to session.
  static func withoutTokens(_ html: String) -> String {
    html.replacing(#/name="form_token" value="[0-9a-f]*"/#, with: "")
  }

  /// One tag.
  struct Tag: CustomStringConvertible {
    let name: String
    let isEnd: Bool
    let attributes: [(name: String, value: String)]

    subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

    var description: String { "\(name) \(attributes.map(\.name))" }
  }

  /// The tags of a text, start tags with their attributes.
  private static func tags(of html: String) -> [Tag] {
    html.matches(of: #/<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s+[^\s=>\/]+(?:="[^"]*")?)*)\s*/?>/#).map {
      let attributes = $0.output.3.matches(of: #/([^\s=>\/]+)(?:="([^"]*)")?/#).map {
        (name: String($0.output.1), value: String($0.output.2 ?? ""))
      }
      return Tag(
        name: $0.output.2.lowercased(),
        isEnd: !$0.output.1.isEmpty,
        attributes: attributes
      )
    }
  }

  private static let empty: Set<String> = [
    "meta", "link", "input", "br", "img", "path", "circle", "rect", "line", "hr", "col",
  ]

  /// Tags that are not closed in their order.
  private static func nesting(_ tags: [Tag]) -> [String] {
    var open: [String] = []
    for tag in tags where !empty.contains(tag.name) {
      if tag.isEnd {
        guard open.popLast() == tag.name else { return ["</\(tag.name)> closes nothing"] }
      } else {
        open.append(tag.name)
      }
    }
    return open.isEmpty ? [] : ["<\(open.last ?? "")> is never closed"]
  }
}
