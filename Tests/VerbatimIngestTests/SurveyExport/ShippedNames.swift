import Foundation
import Testing
import VerbatimTestSupport
import VerbatimText

@testable import VerbatimIngest

/// The names of columns as they are shipped.
enum ShippedNames {
  /// Read once.
  static let all: ColumnNames = {
    guard let names = try? load() else { preconditionFailure("the lexicons lack column names") }
    return names
  }()

  /// Reads the three files.
  static func load() throws -> ColumnNames {
    func table(_ name: String, _ columns: [String]) throws -> TableFile {
      let file = try #require(PackageRoot.url()).appending(path: "lexicons/\(name)")
      return try TableFile(path: name, bytes: Array(Data(contentsOf: file)), columns: columns)
    }
    return try ColumnNames(
      names: table(ColumnNames.file.name, ColumnNames.file.columns),
      exports: table(ColumnNames.exportFile.name, ColumnNames.exportFile.columns),
      months: table(ColumnNames.monthFile.name, ColumnNames.monthFile.columns)
    )
  }
}
