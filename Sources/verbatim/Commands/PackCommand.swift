import ArgumentParser
import Foundation
import VerbatimDashboard
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
      var options = EngineOptions()
      options.lexicons = lexicons
      let engine = try SignalEngine(options)
      let log = try receipts.map { path in
        let log = try LedgerLoader.receipts(path).log
        Console.tell(log.diagnostics, quiet: false, verbose: true)
        return log
      }
      let archive: PackRun.Archive
      do {
        archive = try PackRun(store, engine: engine, renderer: renderer).archive(
          of: cluster,
          for: out,
          asOf: asOf.flatMap { Instant(iso8601: $0) },
          sender: sender,
          received: log.map { log in { log.units(of: $0) } }
        )
      } catch let missing as PackRun.Missing {
        throw self.missing(among: missing.known)
      }
      try ReplacedFile.write(archive.bytes, to: out)
      Console.error(
        "\(out): \(Figures.count(archive.reports, "report")), "
          + "\(Figures.count(archive.bytes.count)) bytes: \(archive.names.joined(separator: ", "))"
      )
    }
  }

  private func missing(among known: [String]) -> Diagnostic {
    let nearest = NearestName.find(cluster, in: known).map { "did you mean \($0)? " } ?? ""
    return Diagnostic(
      .clusterMissing,
      at: SourceLocation(file: db),
      "there is no cluster \(cluster)",
      hint: nearest + "`verbatim clusters --to csv` lists the ids"
    )
  }
}
