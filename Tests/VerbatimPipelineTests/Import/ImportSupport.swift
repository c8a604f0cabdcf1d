import VerbatimPipeline

/// A store in a folder, and what imports leave in it.
struct ImportShop {
  let folder: Folder
  let engine: SignalEngine
  let store: SignalStore

  init(_ change: (inout EngineOptions) -> Void = { _ in }) throws {
    folder = try Folder()
    engine = try SmallLexicons.engine(change)
    store = try SignalStore(path: "\(folder.path)/verbatim.db")
  }

  func ingest(_ path: String, jobs: Int = 2) async throws -> ImportReport {
    try await ImportRun(engine: engine, store: store, jobs: jobs).run(path)
  }

  /// Every signal as it is stored, in order.
  func signals() throws -> [String] {
    var signals: [String] = []
    try store.forEachSignal { signals.append(String(decoding: $1, as: UTF8.self)) }
    return signals
  }

  /// The value at a path of keys in every signal.
  func values(_ keys: String...) throws -> [JSONValue?] {
    let json = JSONReader()
    return try signals().map { line in
      var value: JSONValue? = try json.parse(Array(line.utf8))
      for key in keys { value = value?[key] }
      return value
    }
  }

  /// A table of reviews: every seventh without words, every fifth a copy of the first.
  static func reviews(_ count: Int) -> String {
    let texts = ["It broke", "Love it, but it got hot", "Very good", "Late and bad", "Well made"]
    var lines = ["Date,SKU,Rating,Review Text"]
    for number in 0..<count {
      if number % 7 == 6 {
        lines.append("2026-03-02,K-1,,")
      } else if number % 5 == 4 {
        lines.append("2026-03-01,K-1,4,Good as the others")
      } else {
        let text = "\(texts[number % texts.count]) for the \(number)th time"
        lines.append("2026-03-0\(1 + number % 9),K-\(number % 3),\(1 + number % 5),\"\(text)\"")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
