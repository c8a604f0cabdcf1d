internal import GRDB
internal import Synchronization

extension SignalStore {
  /// Opens the ledger's page for a file and tells how far its import has come.
  ///
  /// The page goes by the hash of the bytes: a file that moved is the same import, and keeps the
  /// path it was first known by.
  public func beginImport(_ file: ImportFile) throws(StoreFailure) -> ImportState {
    let record = try writing { db in
      try ImportRecord.find(contentHash: file.contentHash, in: db)
        ?? ImportRecord.insert(file, into: db)
    }
    guard !record.isFinished else { return .finished(record.counts) }
    let itemsDone = record.counts.items
    progress.withLock { $0[record.id] = itemsDone }
    guard itemsDone > 0 else { return .new(id: record.id) }
    return .resumed(id: record.id, itemsDone: itemsDone, soFar: record.counts)
  }

  /// Stores the next items of an import, with their counts, in one transaction.
  ///
  /// A signal whose id is there with the same content is a duplicate, and so is one whose event is
  /// earlier than the stored one's. Any other copy takes the place of the stored one, with the next
  /// revision and a new `seq`, so that whoever follows the store sees it.
  ///
  /// - Precondition: The import was begun by this store.
  /// - Throws: ``StoreFailure/locked(path:)`` when another process has the store, or has gone on
  ///   with the same import meanwhile; nothing of the batch is stored then.
  /// - Returns: What became of each item.
  public func commit(
    _ items: [ImportItem],
    to importID: Int64
  ) throws(StoreFailure) -> [Outcome] {
    guard let itemsDone = progress.withLock({ $0[importID] }) else {
      preconditionFailure("an import is begun before items are committed to it")
    }
    let outcomes = try writing { db in
      let record = try ImportRecord.find(importID, in: db)
      guard let record, !record.isFinished, record.counts.items == itemsDone else {
        throw StoreFailure.locked(path: path)
      }
      var counts = record.counts
      var batch = try BatchWriter(db, importID: importID)
      let outcomes = try items.map { item in
        let outcome: Outcome
        switch item {
        case .entry(let entry): outcome = try batch.write(entry)
        case .reject(let diagnostic):
          outcome = try batch.write(diagnostic, item: counts.items + 1)
        }
        counts.count(outcome)
        return outcome
      }
      try ImportRecord.update(importID, counts: counts, in: db)
      return outcomes
    }
    progress.withLock { $0[importID] = itemsDone + items.count }
    return outcomes
  }

  /// Closes the ledger's page: the file was read to its end.
  ///
  /// - Parameters:
  ///   - importID: The import.
  ///   - counts: What the caller counted over all runs of the import.
  /// - Throws: ``StoreFailure/unreconciled(path:ledger:stated:)`` when the ledger counted otherwise;
  ///   the import stays open then.
  public func finishImport(_ importID: Int64, counts: ImportCounts) throws(StoreFailure) {
    try writing { db in
      let ledger = try ImportRecord.find(importID, in: db)?.counts ?? ImportCounts()
      guard ledger == counts else {
        throw StoreFailure.unreconciled(path: path, ledger: ledger, stated: counts)
      }
      try ImportRecord.finish(importID, in: db)
    }
  }

  /// The ledger: every import in the order in which it was begun.
  public func imports()
    throws(StoreFailure) -> [(file: ImportFile, counts: ImportCounts, isFinished: Bool)]
  {
    try reading { db in
      try ImportRecord.all(in: db).map { ($0.file, $0.counts, $0.isFinished) }
    }
  }
}
