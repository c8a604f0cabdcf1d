internal import GRDB

extension Schema {
  /// The indexes by which a store of a million signals is read.
  ///
  /// Measured on 1 M signals of 4.4 GB: the body makes a row long, so that a walk over `signals`
  /// reads all of the file. `signals_walk` holds what counts and reports need of a signal (180 MB),
  /// `signals_by_place` what a page needs to tell which signals are of some time (16 MB); both grow
  /// at their end, as `seq` does.
  static func registerScale(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("2026-11-22b indexes for a million signals") {
      try $0.execute(sql: scaleIndexes)
    }
  }

  private static let scaleIndexes = """
    DROP INDEX signals_by_sku;
    DROP INDEX signals_by_supplier;
    CREATE INDEX signals_by_sku ON signals (sku, seq, event_time) WHERE sku IS NOT NULL;
    CREATE INDEX signals_by_supplier ON signals (supplier, seq, event_time)
      WHERE supplier IS NOT NULL;
    CREATE INDEX signals_by_place ON signals (seq, event_time);
    CREATE INDEX signals_walk ON signals (
      seq, signal_id, event_time, event_precision, kind, sku, supplier, lot, category,
      customer_key, text_key, incentivised, label, compound, status, import_id, revision
    );
    CREATE INDEX resolutions_by_method ON resolutions (product, supplier, lot);
    CREATE INDEX resolutions_inferred ON resolutions (lot) WHERE lot = 'inferred';
    CREATE INDEX segments_by_name ON segments (name);
    """
}
