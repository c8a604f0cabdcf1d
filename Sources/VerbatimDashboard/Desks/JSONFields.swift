internal import VerbatimPipeline

/// The members of a small JSON object that somebody sends.
struct JSONFields {
  /// The longest text of a member, in characters.
  static let longest = 2000

  private let document: JSONValue

  /// Reads an object.
  ///
  /// - Parameters:
  ///   - bytes: The body.
  ///   - names: The members that it may have.
  /// - Throws: A problem when it is no object, or has another member.
  init(_ bytes: [UInt8], names: [String]) throws {
    guard let document = try? JSONReader().parse(bytes), case .object(let members) = document else {
      throw Problem(.body, "the body is no JSON object")
    }
    guard members.allSatisfy({ names.contains($0.key) }),
      Set(members.map(\.key)).count == members.count
    else { throw Problem(.body, "members are \(names.joined(separator: ", ")), each once") }
    self.document = document
  }

  /// A text; nil when the member is absent or null.
  ///
  /// - Throws: A problem when it is no text, or longer than ``longest``.
  func text(_ name: String) throws -> String? {
    switch document[name] ?? .null {
    case .null: return nil
    case .string(let text) where text.unicodeScalars.count <= Self.longest: return text
    default: throw Problem(.body, "\(name) is a text of at most \(Self.longest) characters")
    }
  }

  /// A list of texts; empty when the member is absent or null.
  func texts(_ name: String) throws -> [String] {
    switch document[name] ?? .null {
    case .null: return []
    case .array(let elements):
      let texts = elements.compactMap(\.string)
      guard texts.count == elements.count, texts.count <= 1000,
        texts.allSatisfy({ $0.unicodeScalars.count <= 200 })
      else { break }
      return texts
    default: break
    }
    throw Problem(.body, "\(name) is a list of texts")
  }
}
