import ArgumentParser
import Foundation
import VerbatimPipeline

/// Options of every command that scores.
struct EngineArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp("The catalog: a table with sku, name, supplier_id, …", valueName: "file")
  )
  var catalog: String?

  @Option(
    help: ArgumentHelp("The orders: a table with order_id, sku, date, …", valueName: "file")
  )
  var orders: String?

  @Option(
    help: ArgumentHelp(
      "What was received: a table with sku, lot, received, quantity, supplier.",
      valueName: "file"
    )
  )
  var receipts: String?

  @Option(
    help: ArgumentHelp(
      "When people answer: a YAML file with time_zone, week and holidays.",
      valueName: "file"
    )
  )
  var hours: String?

  @Option(help: ArgumentHelp("The folder with the lexicons.", valueName: "dir"))
  var lexicons: String?

  @Option(
    name: .customLong("engine"),
    help: ArgumentHelp(
      "retail, or vader: the numbers of vaderSentiment 3.3.2, by the user's lexicon.",
      valueName: "name"
    )
  )
  var engineName: String?

  @Option(
    help: ArgumentHelp("For --engine vader: vaderSentiment's vader_lexicon.txt.", valueName: "file")
  )
  var vaderLexicon: String?

  @Option(
    help: ArgumentHelp(
      "For --engine vader: its emoji_utf8_lexicon.txt, if it is not beside the lexicon.",
      valueName: "file"
    )
  )
  var vaderEmoji: String?

  @Option(
    help: ArgumentHelp(
      "A folder with sentiment files that are laid over the lexicon's; may be given again.",
      valueName: "dir"
    )
  )
  var overlay: [String] = []

  @Option(
    help: ArgumentHelp("The language of every text, over what is declared.", valueName: "tag")
  )
  var language: String?

  @Option(
    help: ArgumentHelp(
      "A file with the secret under which customers are hashed.",
      valueName: "file"
    )
  )
  var keyFile: String?

  @Option(
    help: ArgumentHelp("When Verbatim was told of the feedback, as RFC 3339.", valueName: "time")
  )
  var observedAt: String?

  @Option(
    help: ArgumentHelp(
      """
      A YAML file with any of: db, catalog, orders, receipts, hours, lexicons, language, \
      key_file, jobs, engine, vader_lexicon, vader_emoji, overlay.
      """,
      valueName: "file"
    )
  )
  var config: String?

  @Option(
    help: ArgumentHelp("How many tasks work side by side; the output is the same.", valueName: "n")
  )
  var jobs: Int?

  @Flag(help: "Tell only what is an error.")
  var quiet = false

  @Flag(help: "Tell every warning.")
  var verbose = false

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1 on.") }
    if let observedAt, Instant(iso8601: observedAt) == nil {
      throw ValidationError("--observed-at takes a time such as 2026-11-21T08:00:00Z.")
    }
    // What a configuration file may add is known when it is read.
    if config == nil { _ = try vaderPaths(ConfigurationFile()) }
  }

  /// The engine, with the catalog's and the lexicons' warnings told.
  func engine(_ configuration: ConfigurationFile) throws -> SignalEngine {
    let engine = try SignalEngine(try options(configuration))
    Console.tell(engine.diagnostics, quiet: quiet, verbose: true)
    return engine
  }

  /// What an engine is made with, with the catalog's warnings told.
  func options(_ configuration: ConfigurationFile) throws -> EngineOptions {
    var options = EngineOptions()
    options.lexicons = lexicons ?? configuration.lexicons
    options.overlays = (configuration.overlay ?? []) + overlay
    options.language = language ?? configuration.language
    options.vader = try vaderPaths(configuration).map { paths in
      try VaderFiles(lexicon: paths.lexicon, emoji: paths.emoji)
    }
    options.hours = try (hours ?? configuration.hours).map(BusinessHoursFile.load)
    options.observedAt = observedAt.flatMap { Instant(iso8601: $0) }
    if let path = keyFile ?? configuration.keyFile {
      options.customerKey = try SecretFile.read(path)
    }
    if let path = catalog ?? configuration.catalog {
      (options.catalog, options.catalogHash) = try CatalogLoader.load(path)
      Console.tell(options.catalog.diagnostics, quiet: quiet, verbose: verbose)
    }
    if let path = orders ?? configuration.orders {
      let (book, hash) = try LedgerLoader.orders(path)
      options.orders = book
      options.ledgerHash += "orders \(hash)"
      Console.tell(book.diagnostics, quiet: quiet, verbose: verbose)
    }
    if let path = receipts ?? configuration.receipts {
      let (log, hash) = try LedgerLoader.receipts(path)
      options.receipts = log
      options.ledgerHash += "receipts \(hash)"
      Console.tell(log.diagnostics, quiet: quiet, verbose: verbose)
    }
    return options
  }

  /// The files of the VADER mode; nil for the retail engine.
  private func vaderPaths(
    _ configuration: ConfigurationFile
  ) throws -> (lexicon: String, emoji: String?)? {
    switch engineName ?? configuration.engine ?? "retail" {
    case "vader":
      guard let lexicon = vaderLexicon ?? configuration.vaderLexicon else {
        throw ValidationError(
          "--engine vader needs --vader-lexicon FILE, the vader_lexicon.txt of vaderSentiment."
        )
      }
      return (lexicon, vaderEmoji ?? configuration.vaderEmoji)
    case "retail":
      guard vaderLexicon == nil, vaderEmoji == nil else {
        throw ValidationError("--vader-lexicon and --vader-emoji go with --engine vader.")
      }
      return nil
    case let name:
      throw ValidationError("`\(name)` is no engine; one of retail, vader.")
    }
  }

  /// How many tasks: as told, else as many as there are cores.
  func jobCount(_ configuration: ConfigurationFile) -> Int {
    jobs ?? configuration.jobs ?? ProcessInfo.processInfo.activeProcessorCount
  }
}

/// Options of every command that reads files.
struct InputArguments: ParsableArguments {
  @Option(help: ArgumentHelp("The input format; see `verbatim formats`.", valueName: "format"))
  var from = "auto"

  @Option(
    help: ArgumentHelp("A YAML file that says what the columns of a table mean.", valueName: "file")
  )
  var map: String?

  @Option(
    help: ArgumentHelp(
      "A YAML file that says where reviews stand on saved pages; may be given again.",
      valueName: "file"
    )
  )
  var profile: [String] = []

  @Option(help: ArgumentHelp("Write rejected records there, as JSON lines.", valueName: "file"))
  var rejects: String?

  @Option(
    help: ArgumentHelp(
      "The share of an input that may be rejected before the exit code is 1.",
      valueName: "share"
    )
  )
  var maxRejectShare = 0.05

  @Flag(help: "Any rejected record or unusable file makes the exit code 65.")
  var strict = false

  func validate() throws {
    guard from == "auto" || InputFormat(rawValue: from) != nil else {
      let known = InputFormat.allCases.filter(\.isReadable).map(\.rawValue)
      throw ValidationError(
        "`\(from)` is no format; one of auto, \(known.joined(separator: ", "))."
      )
    }
  }

  /// The options for opening an input, with the names of columns in the lexicons' folder.
  func options(
    takesTextsAsTheyAre: Bool = false,
    lexicons: String?
  ) throws -> OpenedInput.Options {
    var options = OpenedInput.Options()
    options.names = try ColumnNames.load(lexicons: lexicons)
    options.mendsTexts = !takesTextsAsTheyAre
    options.format = InputFormat(rawValue: from)
    if let map { options.map = try ColumnMapFile.load(map) }
    options.profiles = SiteProfiles(try profile.map(SiteProfileFile.load))
    return options
  }
}
