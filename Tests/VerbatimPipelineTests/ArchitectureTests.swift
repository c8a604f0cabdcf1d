import Foundation
import Testing
import VerbatimTestSupport

/// The walls between the rooms: who may import whom, read from the sources themselves.
@Suite("The rooms")
struct ArchitectureTests {
  /// What each room may import of ours and from outside; each names only rooms above it.
  static let rooms: [(name: String, may: Set<String>)] = [
    ("VerbatimLexicons", []),
    ("VerbatimCore", []),
    ("VerbatimText", ["VerbatimCore", "CICU", "CLanguage"]),
    (
      "VerbatimIngest",
      ["VerbatimCore", "VerbatimText", "CLibXML2", "CJSON", "CZip", "CMIME", "CReadStat"]
    ),
    ("VerbatimSentiment", ["VerbatimCore", "VerbatimText"]),
    ("VerbatimIssues", ["VerbatimCore", "VerbatimText"]),
    ("VerbatimCatalog", ["VerbatimCore", "VerbatimText"]),
    ("VerbatimStatistics", ["VerbatimCore"]),
    ("VerbatimStore", ["VerbatimCore", "GRDB"]),
    (
      "VerbatimPipeline",
      // Ids are hashes, so the pipeline needs them too; delivery will share the package.
      [
        "VerbatimCore", "VerbatimText", "VerbatimIngest", "VerbatimSentiment", "VerbatimIssues",
        "VerbatimCatalog", "VerbatimStatistics", "VerbatimStore", "VerbatimLexicons", "Crypto",
      ]
    ),
    (
      "VerbatimDelivery",
      ["VerbatimCore", "VerbatimStore", "FoundationNetworking", "Crypto"]
    ),
    ("VerbatimReport", ["VerbatimCore", "VerbatimStatistics", "VerbatimStore", "Mustache"]),
    (
      "VerbatimDashboard",
      [
        "VerbatimCore", "VerbatimStatistics", "VerbatimStore", "VerbatimReport",
        "VerbatimPipeline", "Hummingbird",
      ]
    ),
    (
      "verbatim",
      [
        "VerbatimPipeline", "VerbatimDelivery", "VerbatimReport", "VerbatimDashboard",
        "ArgumentParser", "Yams",
      ]
    ),
    (
      "verbatim-bench",
      [
        "VerbatimCore", "VerbatimText", "VerbatimIngest", "VerbatimSentiment", "VerbatimIssues",
        "VerbatimCatalog", "VerbatimStatistics", "VerbatimStore", "VerbatimPipeline",
        "ArgumentParser",
      ]
    ),
    ("verbatim-fuzz", ["VerbatimCore", "VerbatimText", "VerbatimIngest"]),
  ]

  /// What comes with the toolchain.
  static let toolchain: Set<String> = [
    "Swift", "Foundation", "FoundationNetworking", "Dispatch", "Glibc", "Darwin",
    "Synchronization",
  ]

  /// Modules that come with a package: the types of its own interface.
  static let companions: [String: String] = [
    "HTTPTypes": "Hummingbird", "Logging": "Hummingbird", "NIOCore": "Hummingbird",
  ]

  /// The only place, by the beginning of its path, that may import a module from outside.
  static let doors: [String: String] = [
    "CICU": "Sources/VerbatimText/ICU/",
    "CLanguage": "Sources/VerbatimText/Language/CompactLanguageDetector.swift",
    "CLibXML2": "Sources/VerbatimIngest/Markup/",
    "CJSON": "Sources/VerbatimIngest/JSON/",
    "CZip": "Sources/VerbatimIngest/Archive/",
    "CMIME": "Sources/VerbatimIngest/Mail/",
    "CReadStat": "Sources/VerbatimIngest/DataFile/SPSSFile.swift",
    "GRDB": "Sources/VerbatimStore/",
    "Mustache": "Sources/VerbatimReport/Rendering/",
    // Both programs: `verbatim` and `verbatim-bench`.
    "Hummingbird": "Sources/VerbatimDashboard/",
    "ArgumentParser": "Sources/verbatim",
    "Yams": "Sources/verbatim/",
  ]

  /// The places of a module that has more than one: hashes name records and sign requests.
  static let sharedDoors: [String: [String]] = [
    "Crypto": ["Sources/VerbatimPipeline/", "Sources/VerbatimDelivery/"],
    "FoundationNetworking": ["Sources/VerbatimDelivery/HTTP/"],
  ]

  /// An import line of a file.
  struct Import: Hashable, CustomStringConvertible {
    let file: String
    let line: Int
    let room: String
    let module: String

    var description: String { "\(file):\(line) imports \(module)" }
  }

  /// Every import line of the sources.
  static func imports() throws -> [Import] {
    let root = try #require(PackageRoot.url()).path
    let manager = FileManager.default
    let names =
      try manager.subpathsOfDirectory(atPath: "\(root)/Sources").map { "Sources/\($0)" }
      + manager.subpathsOfDirectory(atPath: "\(root)/lexicons").map { "lexicons/\($0)" }
    return try names.sorted().filter { $0.hasSuffix(".swift") }.flatMap { name in
      let parts = name.split(separator: "/").map(String.init)
      let room = parts[0] == "lexicons" ? "VerbatimLexicons" : parts[1]
      let text = try String(contentsOfFile: "\(root)/\(name)", encoding: .utf8)
      return modules(in: text).map {
        Import(
          file: name,
          line: $0.line,
          room: room,
          module: companions[$0.module] ?? $0.module
        )
      }
    }
  }

  /// The modules that a file imports, by line; text in comments and strings is no import.
  static func modules(in text: String) -> [(line: Int, module: String)] {
    let before: Set<String> = [
      "public", "internal", "package", "fileprivate", "private", "@_exported", "@testable",
      "@preconcurrency", "@_implementationOnly", "@_spi",
    ]
    let kinds: Set<String> = [
      "struct", "class", "enum", "protocol", "func", "var", "let", "typealias", "actor",
    ]
    var found: [(Int, String)] = []
    var isLiteral = false
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let quotes = line.components(separatedBy: "\"\"\"").count - 1
      defer { if !quotes.isMultiple(of: 2) { isLiteral.toggle() } }
      guard !isLiteral else { continue }
      var words = line.split(whereSeparator: \.isWhitespace)[...]
      while let word = words.first, before.contains(String(word)) || word.hasPrefix("@_spi(") {
        words.removeFirst()
      }
      guard words.popFirst() == "import" else { continue }
      if let kind = words.first, kinds.contains(String(kind)) { words.removeFirst() }
      guard let name = words.first else { continue }
      found.append((index + 1, name.split(separator: ".").first.map(String.init) ?? ""))
    }
    return found
  }

  @Test("are all on the list, and each has sources")
  func known() throws {
    let rooms = Set(try Self.imports().map(\.room))
    #expect(rooms.subtracting(Self.rooms.map(\.name)) == [])
    let root = try #require(PackageRoot.url()).path
    for room in Self.rooms where room.name != "VerbatimLexicons" {
      #expect(
        FileManager.default.fileExists(atPath: "\(root)/Sources/\(room.name)"),
        "\(room.name)"
      )
    }
  }

  @Test("import only what they may")
  func walls() throws {
    let may = Dictionary(uniqueKeysWithValues: Self.rooms.map { ($0.name, $0.may) })
    let over = try Self.imports().filter { line in
      !Self.toolchain.contains(line.module) && may[line.room]?.contains(line.module) != true
    }
    #expect(over == [])
  }

  @Test("let each package from outside in by one door")
  func singleDoor() throws {
    let strays = try Self.imports().filter { line in
      let doors = Self.doors[line.module].map { [$0] } ?? Self.sharedDoors[line.module]
      return doors.map { doors in !doors.contains { line.file.hasPrefix($0) } } ?? false
    }
    #expect(strays == [])
  }

  @Test("stand in one line: each names only rooms before it")
  func order() {
    var before: Set<String> = []
    for room in Self.rooms {
      let ours = room.may.filter { $0.hasPrefix("Verbatim") }
      #expect(ours.subtracting(before) == [], "\(room.name)")
      before.insert(room.name)
    }
  }

  @Test("depend in the manifest on what the list says, or on less")
  func manifest() throws {
    let root = try #require(PackageRoot.url()).path
    let text = try String(contentsOfFile: "\(root)/Package.swift", encoding: .utf8)
    for room in Self.rooms where room.name != "VerbatimLexicons" {
      let dependencies = try #require(Self.dependencies(of: room.name, in: text), "\(room.name)")
      #expect(dependencies.subtracting(room.may) == [], "\(room.name)")
      let used = Set(try Self.imports().filter { $0.room == room.name }.map(\.module))
      #expect(used.subtracting(Self.toolchain).subtracting(dependencies) == [], "\(room.name)")
    }
  }

  /// The dependencies that the manifest gives a target; nil when it has no such target.
  static func dependencies(of target: String, in manifest: String) -> Set<String>? {
    let packages = [
      "grdb": "GRDB", "crypto": "Crypto", "arguments": "ArgumentParser", "yams": "Yams",
      "hummingbird": "Hummingbird", "mustache": "Mustache",
    ]
    let starts = [
      "library(\"\(target)\"", "library(\n      \"\(target)\"", "fastLibrary(\"\(target)\"",
      ".executableTarget(\n      name: \"\(target)\"", ".target(\n      name: \"\(target)\"",
    ]
    guard let start = starts.lazy.compactMap({ manifest.range(of: $0) }).first else { return nil }
    // From the target's name to the parenthesis that closes its declaration.
    var depth = 1
    let rest = manifest[start.upperBound...].prefix { character in
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      return depth > 0
    }
    guard let open = rest.firstIndex(of: "["), let close = rest.firstIndex(of: "]") else {
      return []
    }
    let names = rest[rest.index(after: open)..<close].split { ", \n".contains($0) }
    return Set(
      names.map { name in
        name.hasPrefix("\"")
          ? String(name.dropFirst().dropLast()) : packages[String(name)] ?? String(name)
      }
    )
  }

  @Test("are read as they are written")
  func reading() {
    let text = """
      // import Comment
      @_exported public import VerbatimCore
      internal import struct Foundation.URL
        import Glibc
      let importance = 1
      """
    #expect(Self.modules(in: text).map(\.module) == ["VerbatimCore", "Foundation", "Glibc"])
    #expect(Self.modules(in: text).map(\.line) == [2, 3, 4])
    #expect(
      Self.modules(in: "let text = \"\"\"\nimport X\n\"\"\"\nimport Y").map(\.module) == ["Y"]
    )
  }
}
