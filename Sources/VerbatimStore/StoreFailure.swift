public import VerbatimCore

/// Why the store cannot do what it was asked.
public enum StoreFailure: Error, Hashable, Sendable {
  /// The file cannot be opened, read or written.
  case unusable(path: String, reason: String, hint: String? = nil)
  /// The file is something else: of another program, or no database at all.
  case notAStore(path: String)
  /// A newer version of Verbatim made the store.
  case newer(path: String)
  /// The file is damaged.
  case corrupt(path: String, reason: String)
  /// Another process writes to the store, or imports the same file.
  case locked(path: String)
  /// What an import counted is not what its ledger says.
  case unreconciled(path: String, ledger: ImportCounts, stated: ImportCounts)

  /// The failure as it is told to the user: `V5002` when it may pass, else `V5001`.
  public var diagnostic: Diagnostic {
    switch self {
    case .unusable(let path, let reason, let hint):
      Self.unusable(path, "the store cannot be used: \(reason)", hint: hint)
    case .notAStore(let path):
      Self.unusable(
        path,
        "the file is no store of Verbatim's",
        hint: "name another file with --db; this one was left as it is"
      )
    case .newer(let path):
      Self.unusable(
        path,
        "the store was made by a newer version of Verbatim",
        hint: "update Verbatim, or name another file with --db"
      )
    case .corrupt(let path, let reason):
      Self.unusable(
        path,
        "the store is damaged: \(reason)",
        hint: "move the file away and run `verbatim ingest` again on the original files"
      )
    case .locked(let path):
      Diagnostic(
        .storeLocked,
        at: SourceLocation(file: path),
        "another process writes to the store",
        hint: "wait until it is done and run the same command again"
      )
    case .unreconciled(let path, let ledger, let stated):
      Self.unusable(
        path,
        "an import counted \(stated.items) items (\(stated)), "
          + "and its ledger has \(ledger.items) (\(ledger))",
        hint: "run the same import again; if it happens twice, it is a fault of Verbatim's"
      )
    }
  }

  /// There is no file where a store should be.
  static func missing(_ path: String) -> StoreFailure {
    .unusable(
      path: path,
      reason: "there is no such file",
      hint: "run `verbatim ingest` first; it makes the store"
    )
  }

  private static func unusable(_ path: String, _ message: String, hint: String?) -> Diagnostic {
    Diagnostic(.storeUnusable, at: SourceLocation(file: path), message, hint: hint)
  }
}
