import Foundation
import VerbatimPipeline
import Yams

/// Where the reviews stand on a shop's pages, as a person writes it.
///
///     site: kettle-shop
///     hosts: [kettle.example]
///     review: "ol.reviews > li"
///     body: .text
///     rating: {css: .bar, attribute: style, pattern: "width: *([0-9]+)%", worst: 0, best: 100}
///     date: {xpath: ".//time/@datetime"}
///     product:
///       sku: {css: "[data-sku]", attribute: data-sku, page: true}
///     without: [button]
struct SiteProfileFile {
  private let path: String
  private let lines: [Substring]

  /// Reads a profile.
  ///
  /// - Throws: A failure with the line and the column of what is wrong.
  static func load(_ path: String) throws -> SiteProfile {
    let text = try YAMLFile.text(path)
    let file = SiteProfileFile(
      path: path,
      lines: text.split(separator: "\n", omittingEmptySubsequences: false)
    )
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch {
      throw YAMLFile.failure(error, path)
    }
    guard let mapping = root?.mapping else {
      throw file.refused(root, "the file is no mapping of names to selectors", "begin with review:")
    }
    return try file.profile(mapping)
  }

  private func profile(_ mapping: Node.Mapping) throws -> SiteProfile {
    guard let review = mapping["review"] else {
      throw refused(
        mapping.first?.key,
        "there is no `review`, the selector of a review's container",
        "write review: \"li.review\""
      )
    }
    var profile = SiteProfile(path: path, review: try selector(review, keys: []))
    for (key, value) in mapping {
      switch key.string ?? "" {
      case "review": break
      case "site": profile.site = try text(value)
      case "hosts": profile.hosts = try list(value).map(text)
      case "without":
        profile.without = try list(value).map { try selector($0, keys: []) }
      case "product":
        guard let inner = value.mapping else {
          throw refused(value, "`product` has no parts", "write product: {sku: …, name: …}")
        }
        for (name, value) in inner {
          profile.fields.append(try field("product.\(name.string ?? "")", key: name, value))
        }
      case let name: profile.fields.append(try field(name, key: key, value))
      }
    }
    return profile
  }

  private func field(_ name: String, key: Node, _ value: Node) throws -> SiteProfile.Field {
    guard let part = SiteProfile.Part(rawValue: name), key.string != name || !name.contains(".")
    else {
      let known = SiteProfile.Part.allCases.map(\.rawValue).filter { !$0.contains(".") }
      let inner = SiteProfile.Part.allCases.map(\.rawValue).filter { $0.contains(".") }
        .map { $0.dropFirst("product.".count) }
      throw refused(
        key,
        "`\(name)` is no part of a review",
        "parts are \(known.joined(separator: ", ")), and under product "
          + inner.joined(separator: ", ")
      )
    }
    var field = SiteProfile.Field(part, nil)
    guard let mapping = value.mapping else {
      field.selector = try selector(value, keys: [])
      return field
    }
    let keys = [
      "attribute", "pattern", "values", "page", "best", "worst", "format",
    ]
    if mapping["css"] != nil || mapping["xpath"] != nil {
      field.selector = try selector(value, keys: keys)
    } else {
      try check(mapping, keys: keys)
      guard mapping["attribute"] != nil else {
        throw refused(value, "`\(name)` has no selector", "write css:, xpath: or attribute:")
      }
    }
    field.attribute = try mapping["attribute"].map { try text($0).lowercased() }
    field.pattern = try mapping["pattern"].map(pattern)
    field.isOnPage = try mapping["page"].map(truth) ?? false
    field.best = try mapping["best"].map(number)
    field.worst = try mapping["worst"].map(number)
    field.format = try mapping["format"].map(format)
    if let values = mapping["values"]?.mapping {
      for (key, value) in values { field.values[try text(key)] = try text(value) }
    }
    if let best = field.best, best <= field.worst ?? 1 {
      throw refused(
        mapping["best"],
        "the best rating is not above the worst, \(field.worst ?? 1)",
        "write worst: 0, best: 100 for a share"
      )
    }
    return field
  }

  /// CSS as a text, or `css:` or `xpath:` with it.
  private func selector(_ node: Node, keys: [String]) throws -> SiteProfile.Selector {
    do {
      guard let mapping = node.mapping else {
        return try SiteProfile.Selector(css: text(node), at: place(node))
      }
      try check(mapping, keys: keys)
      if let xPath = mapping["xpath"] {
        return try SiteProfile.Selector(xPath: text(xPath), at: place(xPath))
      }
      guard let css = mapping["css"] else {
        throw refused(node, "there is no selector", "write a text, {css: …} or {xpath: …}")
      }
      return try SiteProfile.Selector(css: text(css), at: place(css))
    } catch let diagnostic as Diagnostic {
      throw Failure(diagnostic, code: .configuration)
    }
  }

  private func check(_ mapping: Node.Mapping, keys: [String]) throws {
    let known = ["css", "xpath"] + keys
    for (key, _) in mapping where !known.contains(key.string ?? "") {
      throw refused(
        key,
        "`\(key.string ?? "")` is not known here",
        "known are \(known.joined(separator: ", "))"
      )
    }
  }

  private func list(_ node: Node) -> [Node] { node.sequence.map(Array.init) ?? [node] }

  private func text(_ node: Node) throws -> String {
    guard let scalar = node.scalar, !scalar.string.isEmpty else {
      throw refused(node, "a text is expected", "write it in quotes")
    }
    return scalar.string
  }

  private func number(_ node: Node) throws -> Double {
    guard let number = Double(try text(node)), number.isFinite else {
      throw refused(node, "a number is expected", "write best: 10")
    }
    return number
  }

  private func truth(_ node: Node) throws -> Bool {
    guard let truth = node.bool else {
      throw refused(node, "true or false is expected", "write page: true")
    }
    return truth
  }

  private func pattern(_ node: Node) throws -> String {
    let text = try text(node)
    guard (try? Regex(text)) != nil else {
      throw refused(
        node,
        "`\(text)` is no regular expression",
        "write it in single quotes, such as 'width: *([0-9]+)%'"
      )
    }
    return text
  }

  private func format(_ node: Node) throws -> String {
    let text = try text(node)
    guard SiteProfile.isDateFormat(text) else {
      throw refused(
        node,
        "`\(text)` is no format of a date",
        "letters are d, M, y, H, h, a, m and s: dd.MM.yyyy HH:mm, or d. MMMM yyyy"
      )
    }
    return text
  }

  /// Where the content of a node begins: behind the quote, where there is one.
  private func place(_ node: Node?) -> SourceLocation {
    guard let mark = node?.mark else { return SourceLocation(file: path) }
    var column = mark.column
    if mark.line - 1 < lines.count {
      let scalars = lines[mark.line - 1].unicodeScalars.dropFirst(mark.column - 1)
      if scalars.first == "\"" || scalars.first == "'" { column += 1 }
    }
    return SourceLocation(file: path, line: mark.line, column: column)
  }

  private func refused(_ node: Node?, _ message: String, _ hint: String) -> Failure {
    Failure(
      Diagnostic(.profileUnusable, at: place(node), message, hint: hint),
      code: .configuration
    )
  }
}
