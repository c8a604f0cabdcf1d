import ArgumentParser
import Foundation
import VerbatimPipeline
import VerbatimReport

/// The report as one file.
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write one self-contained HTML file: counts, hazards, clusters, method.",
    discussion: """
      The file holds no script and asks for nothing from outside: it opens from a mail with the \
      network off, prints, and reads in light and dark. It appears whole or not at all. The same \
      store and --as-of give the same bytes.
      Praise takes reading every signal: beyond 200,000 signals it is counted only with --praise.
      """
  )

  @Option(help: ArgumentHelp("The store.", valueName: "file"))
  var db = "verbatim.db"

  @Option(help: ArgumentHelp("The file to write.", valueName: "file.html"))
  var out: String

  @Option(help: ArgumentHelp("Only what had happened by the end of this day.", valueName: "date"))
  var asOf: String?

  @Option(
    help: ArgumentHelp("What the page is called, such as the shop's name.", valueName: "text")
  )
  var title: String?

  @Option(help: ArgumentHelp("The folder with the lexicons.", valueName: "dir"))
  var lexicons: String?

  @Option(help: ArgumentHelp("The folder with the templates.", valueName: "dir"))
  var templates: String?

  @Flag(inversion: .prefixedNo, help: "Whether to count what customers praise.")
  var praise: Bool?

  /// The most signals of which praise is counted without being asked for: reading as many takes
  /// some ten seconds.
  private static let praiseLimit = 200_000
  /// How often the issues are shuffled to tell how many alerts chance makes.
  private static let placeboRuns = 20
  /// Four weeks, of which a small segment has customers enough.
  private static let cycleDays = 28

  func validate() throws {
    if let asOf, Instant(iso8601: asOf) == nil {
      throw ValidationError("`\(asOf)` is no date; write it as 2026-11-21.")
    }
  }

  func run() async throws {
    try await Failure.reporting {
      let renderer = try Renderer(templates: templates)
      let store = try SignalStore(readingPath: db)
      let day = asOf.flatMap { Instant(iso8601: $0) }
      let engine = try IssueNames.engine(lexicons)
      var options = ClusterScanOptions()
      options.placeboRuns = Self.placeboRuns
      options.nearMisses = ReportBuilder.nearLimit + ReportBuilder.nearFolded
      options.worded = ReportBuilder.detailLimit
      async let aside = aside(asOf: day)
      let run = ClusterRun(store, words: ClusterWords(engine))
      var walk = ReportWalk()
      let scan = try run.scan(options, asOf: day) { walk.add($0) }
      var material = try ReportMaterial(store, scan: scan, walk: walk, asOf: day)
      if try praise ?? (store.signalCount() <= Self.praiseLimit) {
        material.praise = try run.clusters(by: nil, asOf: day, direction: .positive)
      }
      let (index, conversations, sources) = try await aside
      material.index = index
      material.conversations = conversations
      material.sources = sources
      material.names.issues = engine.issueNames
      material.names.subjects = try SubjectNames.read(
        store,
        material.named + (material.praise ?? [])
      )
      material.title = title
      material.engines = try StoredEngines.read(store)
      material.command =
        "verbatim report --out report.html" + (asOf.map { " --as-of \($0)" } ?? "")
      let html = Array(ReportBuilder(material).html(renderer).utf8)
      try ReplacedFile.write(html, to: out)
      Console.error("\(out): \(Figures.count(html.count)) bytes")
    }
  }

  /// What needs walks of its own, beside the clusters: a store gives one loop at a time, so this one
  /// is opened again.
  @concurrent
  private func aside(
    asOf: Instant?
  ) async throws -> (IndexTableView?, ResidualsView?, [SourceSilence]) {
    let store = try SignalStore(readingPath: db)
    let list = try AuditRun(store).list(ReportMaterial.filter(asOf: asOf))
    return (
      try index(of: store, asOf: asOf), ReportConversations.view(list),
      try SilenceRun(store).sources(asOf: asOf)
    )
  }

  /// The satisfaction index by category, or of all where no feedback has one.
  private func index(of store: SignalStore, asOf: Instant?) throws -> IndexTableView? {
    var options = TrendRun.Options()
    options.by = try store.segmentNames().contains("category") ? ["category"] : []
    options.asOf = asOf
    options.settings.days = Self.cycleDays
    options.needsIssues = false
    let series = try TrendRun(store, options).series()
    let cycle = series.first { $0.segment.isEmpty }?.latest?.cycle
    return IndexTableView(
      cycle.map { "\(Figures.day($0.start)) to \(Figures.day($0.end))" } ?? "Segment",
      series,
      minimum: options.settings.minimum,
      limit: 30
    )
  }
}
