import VerbatimCore
import VerbatimPipeline

/// The stages of scoring, each alone and all together, on one thread.
struct EngineStages {
  /// A named piece of work; its result is checked to be the same each time.
  struct Stage {
    let name: String
    let run: () -> Int
  }

  private(set) var all: [Stage]

  init(_ engine: SignalEngine, lines: [String]) {
    let records = lines.enumerated().map { index, line in
      var record = FeedbackRecord(source: .init(kind: .survey, format: "text", file: "bench"))
      record.text = line
      record.source.row = index + 1
      record.id = "bench"
      return record
    }
    let probe = StageProbe(engine)
    let bytes = lines.map { Array($0.utf8) }
    all = [
      Stage(name: "tokenise bytes") { probe.tokenise(bytes) },
      Stage(name: "tokenise") { probe.tokenise(lines) },
      Stage(name: "tokenise, language") { probe.language(lines) },
      Stage(name: "redact") { probe.redact(lines) },
      Stage(name: "clean") { probe.clean(bytes) },
      Stage(name: "tokenise, sentiment") { probe.sentiment(lines) },
      Stage(name: "tokenise, issues") { probe.issues(lines) },
      Stage(name: "signals") {
        var scratch = SignalEngine.Scratch()
        return records.reduce(0) { sum, record in
          var record = record
          return sum + engine.signal(for: &record, explains: false, scratch: &scratch).issues.count
        }
      },
      Stage(name: "signals as JSON") {
        var scratch = SignalEngine.Scratch()
        var json = JSONWriter()
        var bytes = 0
        let engineJSON = engine.identity.json
        for record in records {
          var record = record
          engine.signal(for: &record, explains: false, scratch: &scratch)
            .write(to: &json, explain: false, engineJSON: engineJSON)
          bytes += json.byteCount
          json.removeAll()
        }
        return bytes
      },
    ]
    if engine.takesTextsAsTheyAre {
      all.append(Stage(name: "VADER") { probe.vader(bytes) ?? 0 })
    }
  }
}
