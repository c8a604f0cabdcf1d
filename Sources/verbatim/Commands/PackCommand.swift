import ArgumentParser
import Foundation
import VerbatimPipeline
import VerbatimReport

/// The evidence pack of a cluster.
struct PackCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack",
    abstract: "Write a supplier-ready 8D evidence pack of one cluster.",
    discussion: """
      The archive holds three printable pages, every report as CSV, the lots, the chart, the numbers \
      as cluster.alert.v1 and a replay file, which `verbatim explain --replay` checks bit for bit. \
      Texts are redacted. The same store, cluster and options give the same bytes. With --receipts, \
      columns sku, lot, received and quantity, each lot has its units and its reports by 1,000.
      """
  )

  @Argument(help: "The cluster's id, as `verbatim clusters --to csv` lists it.")
  var cluster: String

  @Option(help: ArgumentHelp("The store.", valueName: "file"))
  var db = "verbatim.db"

  @Option(help: ArgumentHelp("The archive to write.", valueName: "file.zip"))
  var out: String

  @Option(help: ArgumentHelp("Only what had happened by the end of this day.", valueName: "date"))
  var asOf: String?

  @Option(help: ArgumentHelp("Who the pack is from, for D1.", valueName: "name"))
  var sender: String?

  @Option(help: ArgumentHelp("The receiving log, for the units of each lot.", valueName: "file"))
  var receipts: String?

  @Option(help: ArgumentHelp("The folder with the lexicons.", valueName: "dir"))
  var lexicons: String?

  @Option(help: ArgumentHelp("The folder with the templates.", valueName: "dir"))
  var templates: String?

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
      var options = EngineOptions()
      options.lexicons = lexicons
      let engine = try SignalEngine(options)
      let run = ClusterRun(store, words: ClusterWords(engine))
      var material = try PackMaterial(store, cluster: find(run, day), asOf: day)
      material.life = try run.history(of: cluster, asOf: day).life
      if let receipts {
        let log = try LedgerLoader.receipts(receipts).log
        Console.tell(log.diagnostics, quiet: false, verbose: true)
        material.received = log.units(of: material.articles)
      }
      material.names.issues = engine.issueNames
      material.names.subjects = try SubjectNames.read(store, [material.cluster])
      material.engines = try StoredEngines.read(store)
      material.sender = sender
      let replay = ReplayFile(engine).bytes(
        material.rows.compactMap { row in
          row.verbatim.map { .init(signalID: row.report.signalID, verbatim: $0) }
        },
        subject: cluster
      )
      let files = EvidencePack(material).files(renderer, replay: replay)
      let archive = try ArchiveWriter.archive(
        files.map { .init(name: $0.name, bytes: $0.bytes) },
        for: out
      )
      try ReplacedFile.write(archive, to: out)
      let names = files.map(\.name).joined(separator: ", ")
      Console.error(
        "\(out): \(Figures.count(material.rows.count, "report")), "
          + "\(Figures.count(archive.count)) bytes: \(names)"
      )
    }
  }

  /// The cluster of that id at its level, whether or not it is a story of its own.
  private func find(_ run: ClusterRun, _ day: Instant?) throws -> ComplaintCluster {
    var known: [String] = []
    let level = cluster.split(separator: ":").first.flatMap {
      ComplaintCluster.Level(rawValue: String($0))
    }
    for options in [ClusterScanOptions(), level.map { ClusterScanOptions(level: $0) }] {
      guard let options else { continue }
      let clusters = try run.scan(options, asOf: day).clusters
      if let found = clusters.first(where: { $0.id == cluster }) { return found }
      known += clusters.map(\.id)
    }
    let nearest = NearestName.find(cluster, in: known).map { "did you mean \($0)? " } ?? ""
    throw Diagnostic(
      .clusterMissing,
      at: SourceLocation(file: db),
      "there is no cluster \(cluster)",
      hint: nearest + "`verbatim clusters --to csv` lists the ids"
    )
  }
}
