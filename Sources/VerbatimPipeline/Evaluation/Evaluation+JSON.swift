public import VerbatimCore
internal import VerbatimStatistics

extension Evaluation {
  /// Writes the report as one object (`evaluation.report.v1`).
  ///
  /// - Parameters:
  ///   - json: Takes the object.
  ///   - engine: What our engine is made of.
  ///   - counts: What became of the records of the files.
  ///   - part: The part that was measured; nil for all.
  ///   - slicing: What the report is divided by, with its name; nil for nothing.
  ///   - errors: How many of the worst errors to list.
  public func write(
    to json: inout JSONWriter,
    engine: FeedbackSignal.Engine,
    counts: RatedTexts.Counts,
    part: RatedText.Part?,
    slicing: (name: String, slicing: EvaluationSlicing)?,
    errors: Int
  ) {
    json.object { json in
      json.field("type", "evaluation.report.v1")
      json.fields(engine.json)
      json.field("part", part?.rawValue ?? "all")
      json.object("records") { json in
        json.field("read", counts.read)
        json.field("measured", texts.count)
        json.field("rejected", counts.rejected)
        json.field("without_verdict", counts.withoutVerdict)
        json.field("without_words", counts.withoutWords)
      }
      json.object("balance") { json in
        for label in RatedText.Label.allCases {
          json.key(dynamic: label.rawValue)
          json.value(texts.lazy.filter { $0.label == label }.count)
        }
      }
      json.object("bootstrap") { json in
        json.field("draws", bootstrap.resamples)
        json.field("seed", String(bootstrap.seed))
        switch unit {
        case .text:
          json.field("unit", "text")
          json.field("products", nil as Int?)
        case .product(let count):
          json.field("unit", "product")
          json.field("products", count)
        }
      }
      json.array("engines", engines.indices) { write(engine: $1, to: &$0) }
      json.array("measures", lines) { Self.write($1, to: &$0) }
      if let slicing {
        json.object("slices") { json in
          json.field("by", slicing.name)
          json.array("values", slices(by: slicing.slicing)) { json, slice in
            json.object { json in
              json.field("name", slice.name)
              json.field("texts", slice.count)
              json.field("negatives", slice.negatives)
              json.array("measures", slice.lines) { Self.write($1, to: &$0) }
            }
          }
        }
      } else {
        json.key("slices")
        json.null()
      }
      json.key("reliability")
      if let reliability { Self.write(reliability, to: &json) } else { json.null() }
      json.array("errors", worst(errors)) { Self.write($1, to: &$0) }
    }
  }

  private func write(engine: Int, to json: inout JSONWriter) {
    let confusion = confusion(ofEngine: engine)
    json.object { json in
      json.field("name", engines[engine])
      json.field("scored", verdicts[engine].lazy.filter { $0.compound != nil }.count)
      json.array("confusion", RatedText.Label.allCases) { json, label in
        let row = EvaluationMeasure.row(of: label)
        json.object { json in
          json.field("people", label.rawValue)
          for (column, found) in EngineVerdict.Label.allCases.enumerated() {
            json.key(dynamic: found.rawValue)
            json.value(confusion[row, column])
          }
        }
      }
    }
  }

  private static func write(_ line: Line, to json: inout JSONWriter) {
    json.object { json in
      json.field("measure", line.measure.rawValue)
      json.array("engines", zip(line.values, line.intervals)) { write($1.0, $1.1, to: &$0) }
      json.key("difference")
      if line.values.count == 2 {
        write(line.difference, line.differenceInterval, to: &json)
      } else {
        json.null()
      }
    }
  }

  private static func write(
    _ value: Double?,
    _ interval: Bootstrap.Interval?,
    to json: inout JSONWriter
  ) {
    func rounded(_ value: Double?) -> Double? { value.map { ($0 * 10_000).rounded() / 10_000 } }
    json.object { json in
      json.field("value", rounded(value))
      json.field("lower", rounded(interval?.lower))
      json.field("upper", rounded(interval?.upper))
    }
  }

  private static func write(_ table: ReliabilityTable, to json: inout JSONWriter) {
    json.object { json in
      json.field("expected_error", table.expectedError)
      json.field("brier_score", table.brierScore)
      json.array("bins", table.bins) { json, bin in
        json.object { json in
          json.field("lower", bin.lower)
          json.field("upper", bin.upper)
          json.field("texts", bin.count)
          json.field("predicted", bin.meanPredicted)
          json.field("negative", bin.observed)
        }
      }
    }
  }

  private static func write(_ miss: Miss, to json: inout JSONWriter) {
    let source = miss.text.record.source
    json.object { json in
      json.field("record_id", miss.text.id)
      json.field("file", source.file)
      json.field("line", source.line)
      json.field("people", miss.text.label.rawValue)
      json.field("engine", miss.verdict.label.rawValue)
      json.field("compound", miss.verdict.compound)
      json.field("text", miss.text.parts.map(\.text).joined(separator: "\n\n"))
    }
  }
}
