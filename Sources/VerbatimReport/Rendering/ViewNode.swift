internal import Mustache

/// A view value as Mustache sees it.
///
/// Mustache climbs to the values around a part when the part lacks a name, so a nil must be told
/// from a name that is not there: a quote without a lot must not show the lot of its cluster.
struct ViewNode: MustacheParent {
  private let children: [String: Any]

  init(_ value: any ViewValue) {
    children = Dictionary(
      Mirror(reflecting: value).children.compactMap { child in
        child.label.map { ($0, Self.child(child.value)) }
      },
      uniquingKeysWith: { first, _ in first }
    )
  }

  func child(named name: String) -> Any? { children[name] }

  private static func child(_ value: Any) -> Any {
    switch value {
    case let text as String: return text
    case let truth as Bool: return truth
    case let part as any ViewValue: return ViewNode(part)
    case let parts as [any ViewValue]: return parts.map(ViewNode.init)
    case let texts as [String]: return texts
    default:
      let mirror = Mirror(reflecting: value)
      guard mirror.displayStyle == .optional else {
        preconditionFailure("a view value holds texts, truth values and view values")
      }
      guard let wrapped = mirror.children.first else { return Absent() }
      return child(wrapped.value)
    }
  }
}

/// A part that a view value knows of and does not have.
private struct Absent: MustacheCustomRenderable {
  var renderText: String { "" }
  var isNull: Bool { true }
}
