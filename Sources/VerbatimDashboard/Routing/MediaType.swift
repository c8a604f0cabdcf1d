/// What an answer or a request consists of.
enum MediaType: String, Hashable, Sendable {
  case json = "application/json"
  case lines = "application/x-ndjson"
  case problem = "application/problem+json"
  case html = "text/html"
  case plain = "text/plain"
  case css = "text/css"
  case script = "text/javascript"
  case drawing = "image/svg+xml"
  case form = "application/x-www-form-urlencoded"
  case archive = "application/zip"

  /// As a header says it: texts are UTF-8, and Prometheus asks for its version.
  var header: String {
    switch self {
    case .plain: "text/plain; version=0.0.4; charset=utf-8"
    case .html, .css, .script: "\(rawValue); charset=utf-8"
    default: rawValue
    }
  }

  /// Reads the type of a `Content-Type` header; nil when it is none of ours.
  init?(contentType: String) {
    let name = contentType.prefix { $0 != ";" }.trimmed.lowercased()
    // What others call JSON Lines.
    self.init(rawValue: name == "application/jsonl" ? "application/x-ndjson" : name)
  }

  /// The type that an `Accept` header likes best; nil when it takes none of them.
  ///
  /// The most specific range that fits a type decides (RFC 9110, 12.5.1); among equals the first
  /// type offered wins.
  static func negotiate(_ accept: String?, _ offered: [MediaType]) -> MediaType? {
    guard let accept, !accept.trimmed.isEmpty else { return offered.first }
    let ranges = accept.split(separator: ",").map(Range.init)
    var best: (type: MediaType, quality: Double)?
    for type in offered {
      let fitting = ranges.filter { $0.fits(type) }
      guard let range = fitting.max(by: { $0.rank < $1.rank }), range.quality > 0 else { continue }
      if range.quality > best?.quality ?? 0 { best = (type, range.quality) }
    }
    return best?.type
  }

  /// One entry of an `Accept` header.
  private struct Range {
    let name: String
    let quality: Double

    init(_ text: Substring) {
      let parts = text.split(separator: ";", omittingEmptySubsequences: false).map(\.trimmed)
      name = parts.first?.lowercased() ?? ""
      let stated = parts.dropFirst().first { $0.lowercased().hasPrefix("q=") }
      quality = stated.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
    }

    /// The narrower, the higher.
    var rank: Int { name == "*/*" ? 0 : name.hasSuffix("/*") ? 1 : 2 }

    func fits(_ type: MediaType) -> Bool {
      if name == "*/*" || name == type.rawValue { return true }
      return name.hasSuffix("/*") && type.rawValue.hasPrefix(name.dropLast())
    }
  }
}

extension StringProtocol {
  /// Without blanks and tabs at its ends.
  var trimmed: String {
    let text = drop { $0 == " " || $0 == "\t" }
    return String(text.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }
}
