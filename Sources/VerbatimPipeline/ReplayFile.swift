public import VerbatimCore
internal import VerbatimIngest
public import VerbatimStore

/// Texts with the scores an engine gave them, which anybody with the same engine can check bit for
/// bit.
///
/// The file is lines of JSON. The first names the engine; each that follows holds the words of a
/// signal, a hash of them and the signal that the engine makes of them; the last holds the SHA-256 of
/// all bytes before it. Texts are scored as they are stored, masked, and without a catalog, which
/// whoever checks does not have.
public struct ReplayFile: Sendable {
  /// The type that the first line states.
  public static let type = "verbatim.replay.v1"

  /// The words of a signal.
  public struct Item: Sendable {
    /// The signal's id.
    public var signalID: String
    /// Its words.
    public var verbatim: StoredVerbatim

    /// Words by the signal's id.
    public init(signalID: String, verbatim: StoredVerbatim) {
      self.signalID = signalID
      self.verbatim = verbatim
    }
  }

  private let engine: SignalEngine

  /// Files of an engine that was made without a catalog.
  public init(_ engine: SignalEngine) { self.engine = engine }

  /// A file of some texts.
  ///
  /// - Parameters:
  ///   - items: The texts, in their order.
  ///   - subject: What they are evidence of: a cluster's id.
  /// - Returns: The whole file.
  public func bytes(_ items: [Item], subject: String) -> [UInt8] {
    var scratch = SignalEngine.Scratch()
    var bytes = header(subject, count: items.count)
    for item in items { bytes += line(item, &scratch) }
    return bytes + digestLine(bytes)
  }

  /// Scores the texts of a file again and compares every byte.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - path: Its path, for messages.
  /// - Returns: How many texts there are, all the same.
  /// - Throws: `V8003` when it is no whole replay file, `V8005` when another engine made it, `V8004`
  ///   with the first difference when a byte is not what it was.
  public func verify(_ bytes: [UInt8], path: String) throws(Diagnostic) -> Int {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    // A whole file ends with a line end: the piece after it is empty.
    guard lines.count >= 3, lines.last?.isEmpty == true,
      let first = lines.first.map(Array.init), let stated = try? parse(first, path, 1),
      stated["type"]?.string == Self.type
    else {
      throw unreadable(path, max(1, lines.count - 1), "the file is no whole replay file")
    }
    let lastLine = lines.count - 1
    let last = try parse(Array(lines[lastLine - 1]), path, lastLine)
    guard last["digest"] != nil else {
      throw unreadable(
        path,
        lastLine,
        "the file ends before its last line, which holds the digest"
      )
    }
    try compareEngines(stated, path)
    var scratch = SignalEngine.Scratch()
    for number in 2..<lastLine {
      let found = Array(lines[number - 1])
      let value = try parse(found, path, number)
      guard let item = Self.item(value) else {
        throw unreadable(path, number, "the line holds no words of a signal")
      }
      let expected = Array(line(item, &scratch).dropLast())
      if found != expected { throw difference(found, expected, path, number) }
    }
    let body = Array(bytes.prefix(bytes.count - lines[lastLine - 1].count - 1))
    let expected = Array(digestLine(body).dropLast())
    let found = Array(lines[lastLine - 1])
    if found != expected { throw difference(found, expected, path, lastLine) }
    return lastLine - 2
  }

  // MARK: Lines

  private func header(_ subject: String, count: Int) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("type", Self.type)
      json.field("subject", subject)
      json.field("texts", count)
      json.object("engine") { json in
        for (name, value) in Self.pins(engine.identity) {
          json.key(dynamic: name)
          json.value(value)
        }
      }
    }
    json.endLine()
    return json.bytes
  }

  private func line(_ item: Item, _ scratch: inout SignalEngine.Scratch) -> [UInt8] {
    let verbatim = item.verbatim
    var record = FeedbackRecord(
      source: .init(
        kind: verbatim.turns.isEmpty ? .survey : .transcript,
        format: "replay",
        file: "-"
      )
    )
    record.id = item.signalID
    record.title = verbatim.title
    record.text = verbatim.text
    record.language = verbatim.language
    record.turns = verbatim.turns
    let signal = engine.signal(for: &record, explains: true, scratch: &scratch)
    var expected = JSONWriter()
    signal.write(to: &expected, explain: true)
    let signalJSON = expected.bytes
    var json = JSONWriter()
    json.object { json in
      json.field("signal_id", item.signalID)
      json.field("words_hash", Self.hash(verbatim))
      json.field("title", verbatim.title)
      json.field("text", verbatim.text)
      json.field("language", verbatim.language)
      json.array("turns", verbatim.turns) { json, turn in
        json.object { json in
          json.field("role", turn.role.rawValue)
          json.field("speaker", turn.speaker)
          json.field("text", turn.text)
        }
      }
      json.key("expected")
      json.raw(signalJSON)
    }
    json.endLine()
    return json.bytes
  }

  private func digestLine(_ bytes: [UInt8]) -> [UInt8] {
    var json = JSONWriter()
    json.object { $0.field("digest", Fingerprint.sha256(String(decoding: bytes, as: UTF8.self))) }
    json.endLine()
    return json.bytes
  }

  private static func hash(_ verbatim: StoredVerbatim) -> String {
    Fingerprint.hex32(
      [verbatim.title ?? "", verbatim.text ?? "", verbatim.language ?? ""]
        + verbatim.turns.flatMap { [$0.role.rawValue, $0.speaker, $0.text] }
    )
  }

  private static func pins(_ engine: FeedbackSignal.Engine) -> [(String, String)] {
    [
      ("version", engine.version), ("lexicon_hash", engine.lexiconHash),
      ("taxonomy_version", engine.taxonomyVersion), ("config_hash", engine.configHash),
      ("icu_version", engine.icuVersion),
    ]
  }

  // MARK: Reading

  private func parse(
    _ line: [UInt8],
    _ path: String,
    _ number: Int
  ) throws(Diagnostic) -> JSONValue {
    do {
      return try JSONReader().parse(line)
    } catch {
      throw unreadable(path, number, error.message)
    }
  }

  private static func item(_ value: JSONValue) -> Item? {
    guard let id = value["signal_id"]?.string, value["expected"] != nil else { return nil }
    var verbatim = StoredVerbatim(
      title: value["title"]?.string,
      text: value["text"]?.string,
      language: value["language"]?.string
    )
    for turn in value["turns"]?.elements ?? [] {
      guard let role = turn["role"]?.string.flatMap(Turn.Role.init(rawValue:)),
        let speaker = turn["speaker"]?.string, let text = turn["text"]?.string
      else { return nil }
      verbatim.turns.append(Turn(speaker: speaker, role: role, text: text))
    }
    return Item(signalID: id, verbatim: verbatim)
  }

  private func compareEngines(_ header: JSONValue, _ path: String) throws(Diagnostic) {
    for (name, here) in Self.pins(engine.identity) {
      let there = header["engine"]?[name]?.string
      guard there != here else { continue }
      throw Diagnostic(
        .replayEngine,
        at: SourceLocation(file: path, line: 1),
        "\(name) is \(there ?? "missing") in the file and \(here) here",
        hint: "use the version and the lexicons that the file names"
      )
    }
  }

  private func unreadable(_ path: String, _ line: Int, _ message: String) -> Diagnostic {
    Diagnostic(
      .replayUnreadable,
      at: SourceLocation(file: path, line: line),
      message,
      hint: "unpack replay.ndjson from the archive again"
    )
  }

  /// The first byte that differs, with the value it stands in.
  private func difference(
    _ found: [UInt8],
    _ expected: [UInt8],
    _ path: String,
    _ number: Int
  ) -> Diagnostic {
    let column = zip(found, expected).prefix { $0 == $1 }.count + 1
    var message = "the line is another when it is made again"
    if let there = try? JSONReader().parse(found), let here = try? JSONReader().parse(expected),
      let place = Self.firstDifference(there, here, "")
    {
      message = place
    }
    return Diagnostic(
      .replayDiffers,
      at: SourceLocation(file: path, line: number, column: column),
      message,
      hint: "the file is not the one that was packed; ask for it again"
    )
  }

  private static func firstDifference(
    _ there: JSONValue,
    _ here: JSONValue,
    _ path: String
  ) -> String? {
    switch (there, here) {
    case (.object(let left), .object(let right)):
      for (one, other) in zip(left, right) {
        let name = path.isEmpty ? one.key : "\(path).\(one.key)"
        guard one.key == other.key else { return "\(name) stands where \(other.key) belongs" }
        if let found = firstDifference(one.value, other.value, name) { return found }
      }
      return left.count == right.count ? nil : "\(path) has \(left.count) parts, not \(right.count)"
    case (.array(let left), .array(let right)):
      for (index, (one, other)) in zip(left, right).enumerated() {
        if let found = firstDifference(one, other, "\(path)[\(index)]") { return found }
      }
      return left.count == right.count ? nil : "\(path) has \(left.count) parts, not \(right.count)"
    default:
      guard there != here else { return nil }
      return "\(path) is \(shown(there)) in the file and \(shown(here)) when computed again"
    }
  }

  private static func shown(_ value: JSONValue) -> String {
    switch value {
    case .string(let text): "“\(text.prefix(60))”"
    case .null: "null"
    default: value.scalarText ?? "a value with parts"
    }
  }
}
