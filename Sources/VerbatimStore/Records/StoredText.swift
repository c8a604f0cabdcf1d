internal import Foundation
internal import GRDB

/// Text as it goes into a column and comes back whole.
///
/// GRDB hands strings to SQLite up to their first U+0000. A customer's words may hold one, and cut
/// there no range behind it would fit; such a text is stored as its bytes.
struct StoredText: DatabaseValueConvertible, StatementColumnConvertible, Hashable, Sendable {
  let text: String

  init(_ text: String) { self.text = text }

  var databaseValue: DatabaseValue {
    text.utf8.contains(0) ? Data(text.utf8).databaseValue : text.databaseValue
  }

  init?(sqliteStatement: SQLiteStatement, index: CInt) {
    // Safety: GRDB gives a statement that stands on a row, and an index of it.
    let value = unsafe DatabaseValue(sqliteStatement: sqliteStatement, index: index)
    guard let text = Self.fromDatabaseValue(value) else { return nil }
    self = text
  }

  static func fromDatabaseValue(_ value: DatabaseValue) -> StoredText? {
    switch value.storage {
    case .string(let text): StoredText(text)
    case .blob(let bytes): StoredText(String(decoding: bytes, as: UTF8.self))
    case .null, .int64, .double: nil
    }
  }
}
