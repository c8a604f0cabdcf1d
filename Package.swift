// swift-tools-version: 6.2

import PackageDescription

let settings: [SwiftSetting] = [
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// A library that walks over words and counts: optimised in debug builds too, since the tests and the
/// commands that they start spend their time there.
func fastLibrary(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(
    name: name,
    dependencies: dependencies,
    swiftSettings: settings
      + [.unsafeFlags(["-O"], .when(configuration: .debug))]
  )
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: name,
    dependencies: dependencies + ["VerbatimTestSupport"],
    swiftSettings: settings
  )
}

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let arguments = Target.Dependency.product(
  name: "ArgumentParser",
  package: "swift-argument-parser"
)
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
  name: "Verbatim",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "verbatim", targets: ["verbatim"]),
    .executable(name: "verbatim-bench", targets: ["verbatim-bench"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
  ],
  targets: [
    // C and C++ libraries: a header-less system library carries the flags and the providers, a
    // shim with a C face carries the calls. Swift never sees a library's own header.
    .systemLibrary(
      name: "SystemICU",
      pkgConfig: "icu-i18n",
      providers: [.apt(["libicu-dev"]), .brew(["icu4c"])]
    ),
    .systemLibrary(
      name: "SystemLibXML2",
      pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]
    ),
    // No pkgConfig: simdjson's .pc file carries a define that SwiftPM refuses with a warning.
    .systemLibrary(
      name: "SystemSIMDJSON",
      providers: [.apt(["libsimdjson-dev"]), .brew(["simdjson"])]
    ),
    .systemLibrary(
      name: "SystemZip",
      pkgConfig: "libzip",
      providers: [.apt(["libzip-dev"]), .brew(["libzip"])]
    ),
    // ReadStat comes without a .pc file.
    .systemLibrary(
      name: "SystemReadStat",
      providers: [.apt(["libreadstat-dev"]), .brew(["readstat"])]
    ),
    // CLD2 comes without a .pc file.
    .systemLibrary(name: "SystemCLD2", providers: [.apt(["libcld2-dev"])]),
    // No pkgConfig for GMime itself: its .pc file carries a define that SwiftPM refuses with a
    // warning. That of its object library says where GLib is.
    .systemLibrary(
      name: "SystemGMime",
      pkgConfig: "gobject-2.0",
      providers: [.apt(["libgmime-3.0-dev"]), .brew(["gmime"])]
    ),
    .target(name: "CICU", dependencies: ["SystemICU"]),
    .target(name: "CLibXML2", dependencies: ["SystemLibXML2"]),
    .target(
      name: "CJSON",
      dependencies: ["SystemSIMDJSON"],
      cxxSettings: [.define("SIMDJSON_THREADS_ENABLED", to: "1")],
      linkerSettings: [.linkedLibrary("simdjson")]
    ),
    .target(name: "CZip", dependencies: ["SystemZip"]),
    .target(
      name: "CReadStat",
      dependencies: ["SystemReadStat"],
      linkerSettings: [.linkedLibrary("readstat")]
    ),
    .target(
      name: "CLanguage",
      dependencies: ["SystemCLD2"],
      linkerSettings: [.linkedLibrary("cld2")]
    ),
    .target(
      name: "CMIME",
      dependencies: ["SystemGMime"],
      cSettings: [
        .unsafeFlags(["-I/usr/include/gmime-3.0"], .when(platforms: [.linux])),
        .unsafeFlags(["-I/opt/homebrew/include/gmime-3.0"], .when(platforms: [.macOS])),
      ],
      linkerSettings: [.linkedLibrary("gmime-3.0")]
    ),

    // Data, read at run time; the resource folder travels beside the binary.
    .target(
      name: "VerbatimLexicons",
      path: "lexicons",
      exclude: ["README.md"],
      resources: [.copy("en"), .copy("languages"), .copy("taxonomy")],
      swiftSettings: settings
    ),

    fastLibrary("VerbatimCore"),
    fastLibrary("VerbatimText", ["VerbatimCore", "CICU", "CLanguage"]),
    library(
      "VerbatimIngest",
      ["VerbatimCore", "VerbatimText", "CLibXML2", "CJSON", "CZip", "CMIME", "CReadStat"]
    ),
    fastLibrary("VerbatimSentiment", ["VerbatimCore", "VerbatimText"]),
    fastLibrary("VerbatimIssues", ["VerbatimCore", "VerbatimText"]),
    fastLibrary("VerbatimCatalog", ["VerbatimCore", "VerbatimText"]),
    fastLibrary("VerbatimStatistics", ["VerbatimCore"]),
    library("VerbatimStore", ["VerbatimCore", grdb]),
    library(
      "VerbatimPipeline",
      [
        "VerbatimCore", "VerbatimText", "VerbatimIngest", "VerbatimSentiment", "VerbatimIssues",
        "VerbatimCatalog", "VerbatimStatistics", "VerbatimStore", "VerbatimLexicons", crypto,
      ]
    ),
    library("VerbatimDelivery", ["VerbatimCore", "VerbatimStore", crypto]),
    .target(
      name: "VerbatimReport",
      dependencies: ["VerbatimCore", "VerbatimStatistics", "VerbatimStore", mustache],
      resources: [.copy("Templates")],
      swiftSettings: settings
    ),
    library(
      "VerbatimDashboard",
      [
        "VerbatimCore", "VerbatimStatistics", "VerbatimStore", "VerbatimReport",
        "VerbatimPipeline", hummingbird,
      ]
    ),
    .executableTarget(
      name: "verbatim",
      dependencies: [
        "VerbatimPipeline", "VerbatimDelivery", "VerbatimReport", "VerbatimDashboard", arguments,
        yams,
      ],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "verbatim-bench",
      dependencies: [
        "VerbatimCore", "VerbatimText", "VerbatimIngest", "VerbatimSentiment", "VerbatimIssues",
        "VerbatimStatistics", "VerbatimPipeline", arguments,
      ],
      swiftSettings: settings
    ),

    .target(
      name: "VerbatimTestSupport",
      path: "Tests/VerbatimTestSupport",
      swiftSettings: settings
    ),
    tests("VerbatimCoreTests", ["VerbatimCore"]),
    tests("VerbatimTextTests", ["VerbatimText", "VerbatimCore"]),
    tests("VerbatimIngestTests", ["VerbatimIngest", "VerbatimText", "VerbatimCore"]),
    tests(
      "VerbatimSentimentTests",
      ["VerbatimSentiment", "VerbatimText", "VerbatimCore", "VerbatimLexicons"]
    ),
    tests(
      "VerbatimIssuesTests",
      ["VerbatimIssues", "VerbatimText", "VerbatimCore", "VerbatimLexicons"]
    ),
    tests("VerbatimCatalogTests", ["VerbatimCatalog", "VerbatimText", "VerbatimCore"]),
    tests("VerbatimStatisticsTests", ["VerbatimStatistics", "VerbatimCore"]),
    tests("VerbatimStoreTests", ["VerbatimStore", "VerbatimCore"]),
    tests(
      "VerbatimPipelineTests",
      ["VerbatimPipeline", "VerbatimStore", "VerbatimText", "VerbatimCore"]
    ),
    tests("VerbatimDeliveryTests", ["VerbatimDelivery", "VerbatimStore", "VerbatimCore"]),
    tests(
      "VerbatimReportTests",
      ["VerbatimReport", "VerbatimStore", "VerbatimStatistics", "VerbatimCore"]
    ),
    tests(
      "VerbatimDashboardTests",
      [
        "VerbatimDashboard", "VerbatimReport", "VerbatimPipeline", "VerbatimStore",
        "VerbatimStatistics", "VerbatimCore",
        .product(name: "HummingbirdTesting", package: "hummingbird"),
      ]
    ),
    tests("VerbatimEndToEndTests", ["verbatim", "VerbatimCore"]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)

// The fuzzers, built only by `make fuzz`: they need the sanitizers in every module.
if Context.environment["VERBATIM_FUZZ"] == "1" {
  package.products.append(.executable(name: "verbatim-fuzz", targets: ["verbatim-fuzz"]))
  package.targets.append(
    .executableTarget(
      name: "verbatim-fuzz",
      dependencies: ["VerbatimCore", "VerbatimText", "VerbatimIngest"],
      swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])]
    )
  )
}
