import Testing
import VerbatimPipeline
import VerbatimTestSupport

@Suite("Fitting a calibration")
struct CalibrationFitTests {
  /// Texts that are negative as often as a score says, drawn from a seed.
  private static func sample(
    _ count: Int,
    seed: UInt64,
    chance: (Double) -> Double
  ) -> (texts: [RatedText], verdicts: [EngineVerdict]) {
    var random = SeededGenerator(seed: seed)
    var texts: [RatedText] = []
    var verdicts: [EngineVerdict] = []
    for index in 0..<count {
      let compound = ((random.unit() * 2 - 1) * 10_000).rounded() / 10_000
      var record = FeedbackRecord(source: .init(kind: .review, format: "ndjson", file: "a"))
      record.id = "\(index)"
      record.text = "text \(index)"
      texts.append(
        RatedText(
          record: record,
          label: random.chance(chance(compound)) ? .negative : .positive,
          evidence: .column("label"),
          rating: nil,
          part: .tuning
        )
      )
      verdicts.append(
        EngineVerdict(label: compound < 0 ? .negative : .positive, compound: compound)
      )
    }
    return (texts, verdicts)
  }

  private static func fit(
    _ sample: (texts: [RatedText], verdicts: [EngineVerdict])
  ) throws -> CalibrationFit {
    try CalibrationFit(
      sample.texts,
      sample.verdicts,
      provenance: .init(
        files: ["a.ndjson"],
        note: "invented\ntexts",
        date: "2026-11-22",
        engine: SmallLexicons.engine().identity
      )
    )
  }

  @Test("finds the chances that scores were drawn with", arguments: [400, 4_000])
  func chances(count: Int) throws {
    let chance = { (compound: Double) in 0.5 - 0.4 * compound }
    let fit = try Self.fit(Self.sample(count, seed: 1, chance: chance))
    #expect(fit.method == (count < 1_000 ? .logistic : .isotonic))
    let other = Self.sample(4_000, seed: 2, chance: chance)
    let evaluation = Evaluation(
      of: other.texts,
      engines: ["a"],
      verdicts: [fit.applied(to: other.verdicts)],
      bootstrap: Bootstrap(resamples: 1, seed: 1)
    )
    let table = try #require(evaluation.reliability)
    // Two numbers from 400 texts know less than a free curve from 4,000.
    #expect(try #require(table.expectedError) < (count < 1_000 ? 0.1 : 0.04))
  }

  @Test("writes a file that an engine reads and puts into its signals")
  func file() throws {
    let fit = try Self.fit(Self.sample(2_000, seed: 3) { $0 < 0 ? 0.9 : 0.1 })
    let folder = try Folder()
    try SmallLexicons.write(to: folder)
    var options = EngineOptions()
    options.lexicons = folder.path
    let before = try SignalEngine(options)
    #expect(before.read("it was awful").sentiment.pNegative == nil)
    #expect(before.read("it was awful").sentiment.calibrationID == nil)
    try folder.write("en/calibration.tsv", fit.file)
    let after = try SignalEngine(options)
    let bad = after.read("it was awful").sentiment
    let good = after.read("it was great").sentiment
    #expect(try #require(bad.pNegative) > 0.8)
    #expect(try #require(good.pNegative) < 0.2)
    #expect(bad.calibrationID?.count == 32)
    #expect(bad.calibrationID == good.calibrationID)
    #expect(after.identity == before.identity)
    let silent = after.read("it is with the and of this").sentiment
    #expect(silent.pNegative == nil && silent.calibrationID == nil)
    #expect(fit.file.contains("# About them: invented texts\n# Date: 2026-11-22\n"))
  }

  @Test("takes no part of texts without a score, and needs fifty of each kind")
  func tooFew() throws {
    func code(_ sample: (texts: [RatedText], verdicts: [EngineVerdict])) -> DiagnosticCode? {
      do {
        _ = try Self.fit(sample)
        return nil
      } catch { return (error as? Diagnostic)?.code }
    }
    #expect(code(Self.sample(400, seed: 4) { _ in 0.02 }) == .calibrationUnfit)
    var silent = Self.sample(400, seed: 5) { 0.5 - 0.4 * $0 }
    silent.verdicts = silent.verdicts.map { _ in EngineVerdict(label: .noOpinion) }
    #expect(code(silent) == .calibrationUnfit)
    // Labels the wrong way round.
    #expect(code(Self.sample(2_000, seed: 6) { 0.5 + 0.5 * $0 }) == .calibrationUnfit)
    #expect(code(Self.sample(300, seed: 7) { 0.5 + 0.4 * $0 }) == .calibrationUnfit)
  }
}
