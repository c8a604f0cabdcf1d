import Foundation

/// A JSON value of the DevTools protocol.
indirect enum DevToolsValue: Hashable, Sendable {
  case null
  case boolean(Bool)
  case number(Double)
  case text(String)
  case list([DevToolsValue])
  case object([String: DevToolsValue])

  /// A member of an object; null when this is none or has no such member.
  subscript(name: String) -> DevToolsValue {
    if case .object(let members) = self { members[name] ?? .null } else { .null }
  }

  /// The text; nil when this is none.
  var text: String? { if case .text(let text) = self { text } else { nil } }

  /// The number, rounded; nil when this is none.
  var integer: Int? { if case .number(let number) = self { Int(number) } else { nil } }
}

extension DevToolsValue: Codable {
  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let truth = try? container.decode(Bool.self) {
      self = .boolean(truth)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([DevToolsValue].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: DevToolsValue].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .boolean(let truth): try container.encode(truth)
    case .number(let number):
      // The protocol refuses 5.0 where it wants a whole number.
      if let whole = Int(exactly: number) {
        try container.encode(whole)
      } else {
        try container.encode(number)
      }
    case .text(let text): try container.encode(text)
    case .list(let list): try container.encode(list)
    case .object(let members): try container.encode(members)
    }
  }
}

extension DevToolsValue: ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByStringLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  init(booleanLiteral value: Bool) { self = .boolean(value) }
  init(integerLiteral value: Int) { self = .number(Double(value)) }
  init(floatLiteral value: Double) { self = .number(value) }
  init(stringLiteral value: String) { self = .text(value) }
  init(arrayLiteral elements: DevToolsValue...) { self = .list(elements) }
  init(dictionaryLiteral elements: (String, DevToolsValue)...) {
    self = .object(Dictionary(elements) { $1 })
  }
}
