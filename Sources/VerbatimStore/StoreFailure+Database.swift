internal import GRDB

extension StoreFailure {
  /// Runs `body` and tells its failure in the store's words; the one place where GRDB's errors
  /// end.
  static func translating<Value>(
    _ path: String,
    _ body: () throws -> Value
  ) throws(StoreFailure) -> Value {
    do {
      return try body()
    } catch {
      throw StoreFailure(error, path: path)
    }
  }

  private init(_ error: any Error, path: String) {
    switch error {
    case let failure as StoreFailure: self = failure
    case let error as DatabaseError: self.init(error, path: path)
    case let error as UnreadableValue: self = .corrupt(path: path, reason: error.description)
    case is RowDecodingError:
      self = .corrupt(path: path, reason: "a column holds a value of another type")
    default: self = .unusable(path: path, reason: "\(error)")
    }
  }

  private init(_ error: DatabaseError, path: String) {
    let message = error.message ?? "SQLite's error \(error.extendedResultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path)
    case .SQLITE_NOTADB: self = .notAStore(path: path)
    case .SQLITE_CORRUPT: self = .corrupt(path: path, reason: message)
    case .SQLITE_CANTOPEN:
      self = .unusable(
        path: path,
        reason: "it cannot be opened",
        hint: "check that its folder exists and that you may write there"
      )
    case .SQLITE_READONLY, .SQLITE_PERM:
      self = .unusable(
        path: path,
        reason: "it cannot be written",
        hint: "check who may write to the file and to its folder"
      )
    case .SQLITE_FULL:
      self = .unusable(
        path: path,
        reason: "the disk is full",
        hint: "make room and run the same command again; it goes on where it stopped"
      )
    default: self = .unusable(path: path, reason: message)
    }
  }
}
