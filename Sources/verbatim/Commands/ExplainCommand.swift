import ArgumentParser
import VerbatimPipeline

/// Why a score is what it is.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show every word, weight, rule and byte range; the parts add up to the score.",
    discussion: """
      With --replay FILE the texts of an evidence pack are scored again, and every byte is compared \
      with what the file states: the first difference is named, and the exit code is 65; it is 78 \
      when another engine made the file.

      Of a conversation also its course: moods, waits, promises and what came of them, escalations.
      """
  )

  @Argument(help: "A text, or the id of a signal in the store.")
  var subject: String?

  @Option(help: ArgumentHelp("A pack's replay file, to be checked.", valueName: "file"))
  var replay: String?

  @Option(help: ArgumentHelp("The store, for a signal's id.", valueName: "file"))
  var db = "verbatim.db"

  @Option(help: ArgumentHelp("text, or json for one feedback.signal.v1.", valueName: "format"))
  var to = "text"

  @OptionGroup var engineArguments: EngineArguments

  func validate() throws {
    guard (subject == nil) != (replay == nil) else {
      throw ValidationError("explain takes a text, a signal's id, or --replay FILE.")
    }
    guard to == "text" || to == "json" else { throw ValidationError("--to is text or json.") }
  }

  func run() async throws {
    try await Failure.reporting {
      let configuration = try ConfigurationFile.load(engineArguments.config)
      let engine = try engineArguments.engine(configuration)
      if let replay { return try verify(replay, engine) }
      var record = try record(subject ?? "")
      var scratch = SignalEngine.Scratch()
      let signal = engine.signal(for: &record, explains: true, scratch: &scratch)
      if to == "json" {
        var json = JSONWriter()
        signal.write(to: &json, explain: true)
        json.endLine()
        try Console.write(json.bytes)
      } else {
        try Console.write(Array(ExplanationPrinter.text(signal, record).utf8))
      }
    }
  }

  /// Scores a replay file's texts again, and tells that they are the same.
  private func verify(_ path: String, _ engine: SignalEngine) throws {
    let bytes = try ByteReader(path: path).readToEnd()
    let count = try ReplayFile(engine).verify(bytes, path: path)
    try Console.print("\(path): \(count) texts scored again, every byte the same")
    try Console.print(
      "engine \(engine.identity.version) · lexicon \(engine.identity.lexiconHash) · "
        + "taxonomy \(engine.identity.taxonomyVersion) · ICU \(engine.identity.icuVersion)"
    )
  }

  /// The record of a stored signal, or one made of the text.
  private func record(_ subject: String) throws -> FeedbackRecord {
    let isID =
      subject.utf8.count == 32
      && subject.utf8.allSatisfy {
        ("0"..."9").contains(Character(Unicode.Scalar($0)))
          || ("a"..."f").contains(Character(Unicode.Scalar($0)))
      }
    guard isID else {
      var record = FeedbackRecord(source: .init(kind: .survey, format: "text", file: "-"))
      record.text = subject
      record.id = Fingerprint.hex32("explain", subject)
      return record
    }
    guard let stored = try SignalStore(readingPath: db).verbatim(ofSignal: subject) else {
      throw Failure(
        Diagnostic(
          .recordMissing,
          at: SourceLocation(file: db),
          "the store has no signal \(subject)",
          hint: "ids are printed by `verbatim signals` and `verbatim clusters`"
        )
      )
    }
    var record = FeedbackRecord(
      source: .init(kind: stored.turns.isEmpty ? .survey : .transcript, format: "store", file: db)
    )
    record.title = stored.title
    record.text = stored.text
    record.language = stored.language
    record.turns = stored.turns
    record.occurredAt = stored.eventTime
    record.id = subject
    return record
  }
}
