internal import GRDB

extension Schema {
  /// An index over the customers' words; filled when it is first asked, not by an import.
  ///
  /// It holds words without the texts, which stand in `verbatims` and `turns` already. The words are
  /// folded before they come here, so that the plainest tokeniser, which cuts at blanks, will do.
  static func registerSearch(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("2026-11-22 search over the customers' words") {
      try $0.execute(
        sql: """
          CREATE VIRTUAL TABLE search_words USING fts5 (words, content = '', tokenize = 'ascii');
          CREATE TABLE search_state (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            last_seq INTEGER NOT NULL
          );
          INSERT INTO search_state (id, last_seq) VALUES (1, 0);
          """
      )
    }
  }
}
