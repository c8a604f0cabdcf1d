internal import GRDB
public import VerbatimCore

extension SignalStore {
  /// Imports, the newest first.
  ///
  /// - Parameters:
  ///   - id: Only those begun before this one; nil from the newest on.
  ///   - limit: At most so many.
  /// - Returns: The imports with their counts.
  /// - Throws: ``StoreFailure`` when the store cannot be read.
  public func imports(
    before id: Int64? = nil,
    limit: Int
  ) throws(StoreFailure) -> [StoredImport] {
    try reading { db in try ImportRecord.page(before: id, limit: limit, in: db).map(\.stored) }
  }

  /// One import; nil when there is none with that number.
  public func storedImport(_ id: Int64) throws(StoreFailure) -> StoredImport? {
    try reading { db in try ImportRecord.find(id, in: db)?.stored }
  }

  /// What an import refused, in the order of its input.
  ///
  /// - Parameters:
  ///   - id: The number of the import.
  ///   - item: Only what stood behind this item of the input, from 1.
  ///   - limit: At most so many.
  /// - Returns: The place of each item with its reason.
  /// - Throws: ``StoreFailure`` when the store cannot be read.
  public func rejects(
    ofImport id: Int64,
    after item: Int = 0,
    limit: Int
  ) throws(StoreFailure) -> [(item: Int, diagnostic: Diagnostic)] {
    try reading { db in
      try Row.fetchAll(db, sql: RejectRecord.page, arguments: [id, item, max(0, limit)]).map {
        try ($0.decode(Int.self, atIndex: 7), RejectRecord.diagnostic($0))
      }
    }
  }

  /// What became of the items of all imports together.
  ///
  /// - Complexity: O(*n*) in the imports.
  public func importTotals() throws(StoreFailure) -> ImportCounts {
    try reading { db in try ImportRecord.totals(in: db) }
  }
}
