import Testing
import VerbatimPipeline
import VerbatimTestSupport

@Suite("An evaluation")
struct EvaluationTests {
  /// Texts of one label after another, each with a verdict.
  private static func texts(_ rows: [(RatedText.Label, product: String?)]) -> [RatedText] {
    rows.enumerated().map { index, row in
      var record = FeedbackRecord(source: .init(kind: .review, format: "delimited", file: "a.csv"))
      record.id = "\(index)"
      record.text = String(repeating: "word ", count: index + 1)
      record.product.sku = row.product
      return RatedText(
        record: record,
        label: row.0,
        evidence: .column("label"),
        rating: nil,
        part: .tuning
      )
    }
  }

  private static func evaluation(
    _ texts: [RatedText],
    _ verdicts: [[EngineVerdict]]
  ) -> Evaluation {
    Evaluation(
      of: texts,
      engines: verdicts.indices.map { "engine \($0)" },
      verdicts: verdicts,
      bootstrap: Bootstrap(resamples: 50, seed: 1)
    )
  }

  @Test("goes by the side: neutral, mixed and no opinion are one, no answer is wrong")
  func sides() throws {
    let texts = Self.texts([
      (.positive, nil), (.negative, nil), (.neutral, nil), (.mixed, nil), (.noOpinion, nil),
    ])
    let evaluation = Self.evaluation(
      texts,
      [
        [
          .init(label: .positive, compound: 0.5), .init(label: .abstained),
          .init(label: .mixed, compound: 0), .init(label: .mixed, compound: 0.1),
          .init(label: .negative, compound: -0.4),
        ]
      ]
    )
    func value(_ measure: EvaluationMeasure) -> Double? {
      evaluation.lines.first { $0.measure == measure }?.values.first ?? nil
    }
    #expect(value(.accuracy) == 0.6)
    #expect(value(.labelAccuracy) == 0.4)
    #expect(value(.negativeRecall) == 0)
    #expect(value(.negativePrecision) == 0)
    #expect(value(.auc) == 1)
    #expect(!evaluation.lines.contains { $0.measure == .pearson })
    let table = evaluation.confusion(ofEngine: 0)
    #expect(table[1, 5] == 1)
    #expect(table.total == 5)
    #expect(evaluation.worst(9).map(\.text.id) == ["1", "4"])
    #expect(evaluation.worst(1).count == 1)
  }

  @Test("of two engines has the difference, on the same draws")
  func paired() throws {
    let texts = Self.texts((0..<60).map { ($0 % 2 == 0 ? .positive : .negative, nil) })
    let right = texts.map { EngineVerdict(label: $0.side > 0 ? .positive : .negative) }
    let half = right.indices.map { $0 % 4 < 2 ? right[$0] : EngineVerdict(label: .noOpinion) }
    let line = try #require(Self.evaluation(texts, [right, half]).lines.first)
    #expect(line.values == [1, 0.5])
    #expect(line.difference == 0.5)
    let interval = try #require(line.differenceInterval)
    #expect(interval.lower > 0.3 && interval.upper < 0.7)
    #expect(Self.evaluation(texts, [right]).lines.first?.difference == nil)
  }

  @Test("draws articles where texts name ten or more")
  func unit() {
    func unit(_ products: Int) -> Evaluation.Unit {
      let texts = Self.texts((0..<60).map { (.positive, "p\($0 % products)") } + [(.negative, nil)])
      return Self.evaluation(texts, [texts.map { _ in EngineVerdict(label: .positive) }]).unit
    }
    #expect(unit(9) == .text)
    #expect(unit(10) == .product(10))
  }

  @Test("is divided by what texts state, the few together at the end")
  func slices() {
    let texts = Self.texts(
      (0..<12).map { _ in (.positive, "small") } + (0..<15).map { _ in (.negative, "large") }
        + [(.negative, "lone"), (.positive, nil)]
    )
    let evaluation = Self.evaluation(
      texts,
      [texts.map { _ in EngineVerdict(label: .positive, compound: 0.4) }]
    )
    let slices = evaluation.slices(by: EvaluationSlicing(name: "sku"))
    #expect(slices.map(\.name) == ["large", "small", nil])
    #expect(slices.map(\.count) == [15, 12, 2])
    #expect(slices.map(\.negatives) == [15, 0, 1])
    #expect(slices.map { $0.lines[0].values[0] } == [0, 1, 0.5])
    let lengths = evaluation.slices(by: EvaluationSlicing(name: "length"))
    #expect(lengths.map(\.name) == ["16 to 40 words", "6 to 15 words", nil])
    #expect(evaluation.slices(by: EvaluationSlicing(name: "nothing")).map(\.name) == [nil])
  }

  @Test("asks an engine the same for any number of jobs, in the order of the texts")
  func jobs() async {
    let texts = Self.texts((0..<700).map { _ in (.positive, nil) })
    let engine = MeasuredEngine(name: "by id") { texts in
      texts.map { EngineVerdict(label: .neutral, compound: (Double($0.id) ?? 0) / 1000) }
    }
    let alone = await engine.verdicts(on: texts, jobs: 1)
    #expect(alone.map(\.compound) == texts.indices.map { Double($0) / 1000 })
    #expect(await engine.verdicts(on: texts, jobs: 4) == alone)
    #expect(await engine.verdicts(on: [], jobs: 4) == [])
  }

  @Test("prints what its schema says")
  func json() throws {
    let texts = Self.texts((0..<40).map { ($0 % 3 == 0 ? .mixed : .negative, "p\($0 % 11)") })
    let verdicts = texts.map { _ in
      EngineVerdict(label: .positive, compound: 0.25, pNegative: 0.2)
    }
    for engines in [[verdicts], [verdicts, verdicts]] {
      var json = JSONWriter()
      Self.evaluation(texts, engines).write(
        to: &json,
        engine: try SmallLexicons.engine().identity,
        counts: .init(),
        part: .heldOut,
        slicing: engines.count == 1 ? nil : ("length", .length),
        errors: 2
      )
      let schema = try #require(Schema.named("evaluation.report.v1"))
      #expect(try JSONSchemaValidator(schema: schema.json).failures(in: json.text) == [])
    }
  }
}
