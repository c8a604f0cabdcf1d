import ArgumentParser
import VerbatimPipeline

extension AuditCommand {
  /// A person's verdict.
  struct Review: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "review",
      abstract: "Add a person's verdict on a conversation, with the reason.",
      discussion: "Verdicts are only added; of several by one person the last counts.\n\n"
        + AuditCategory.allCases.map { category in
          "\(category.rawValue): \(category.explanation)"
            + (category.verdicts.map { " (\($0.joined(separator: ", ")))" } ?? "")
        }.joined(separator: "\n")
    )

    @Argument(help: "The id of a conversation's signal.")
    var signalID: String

    @Option(help: ArgumentHelp("What is judged: \(AuditCommand.categoryNames).", valueName: "name"))
    var category: String

    @Option(help: ArgumentHelp("The verdict, a word of the category's.", valueName: "word"))
    var verdict: String

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String

    @Option(name: .customLong("by"), help: ArgumentHelp("Who judges.", valueName: "name"))
    var reviewer: String

    @Option(help: ArgumentHelp("The store.", valueName: "file"))
    var db = "verbatim.db"

    @Option(help: ArgumentHelp("The folder with the lexicons.", valueName: "dir"))
    var lexicons: String?

    @OptionGroup var stamp: AuditStamp

    func validate() throws {
      let category = try AuditCommand.category(category)
      if let verdicts = category.verdicts, !verdicts.contains(verdict) {
        throw ValidationError(
          "`\(verdict)` is no verdict on \(category.rawValue); one of "
            + "\(verdicts.joined(separator: ", "))."
        )
      }
      for (option, text) in [("reason", reason), ("by", reviewer)]
      where text.allSatisfy(\.isWhitespace) {
        throw ValidationError("--\(option) is empty.")
      }
    }

    func run() async throws {
      try await Failure.reporting {
        let category = try AuditCommand.category(category)
        if category == .issue, verdict != "none" { try checkLeaf() }
        // Reading first: a store that is not there is not made.
        let reading = AuditRun(try SignalStore(readingPath: db))
        let engine = try reading.engineVerdict(category, of: signalID)
        try AuditRun(try SignalStore(path: db)).add(
          VerbatimPipeline.Review(
            signalID: signalID,
            category: category.rawValue,
            verdict: verdict,
            reason: reason,
            reviewer: reviewer,
            at: stamp.instant
          )
        )
        Console.error("\(category.rawValue): \(verdict); the engine says \(engine ?? "nothing")")
      }
    }

    /// Refuses what is no leaf of the taxonomy, with those of the same branch.
    private func checkLeaf() throws {
      let leaves = try IssueNames.load(lexicons).keys.sorted()
      guard !leaves.contains(verdict) else { return }
      let branch = verdict.prefix { $0 != "." } + "."
      let near = leaves.filter { $0.hasPrefix(branch) }
      let branches = Set(leaves.map { $0.prefix { $0 != "." } + ".…" }).sorted()
      throw ValidationError(
        "`\(verdict)` is no leaf of the taxonomy; "
          + (near.isEmpty
            ? "it has \(branches.joined(separator: ", "))"
            : "one of \(near.joined(separator: ", ")), none")
          + "."
      )
    }
  }

  /// The names of the categories.
  static let categoryNames = AuditCategory.allCases.map(\.rawValue).joined(separator: ", ")

  /// The category of a name.
  static func category(_ name: String) throws -> AuditCategory {
    guard let category = AuditCategory(rawValue: name) else {
      throw ValidationError("`\(name)` is no category; one of \(categoryNames).")
    }
    return category
  }
}
