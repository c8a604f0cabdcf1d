import Testing
import VerbatimPipeline
import VerbatimTestSupport

@Suite("The files of an engine")
struct EngineFilesTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
    try SmallLexicons.write(to: folder)
  }

  private func hash() throws -> String { try EngineFiles(directory: folder.path).hash }

  @Test("have a hash that is the same wherever they lie")
  func same() throws {
    let other = try Folder()
    try SmallLexicons.write(to: other)
    #expect(try EngineFiles(directory: other.path).hash == hash())
    #expect(try hash().utf8.count == 32)
  }

  @Test("have a hash that changes when any byte changes", arguments: SeededGenerator.seeds(3))
  func anyByte(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let files = try EngineFiles(directory: folder.path)
    for (name, file) in files.files.sorted(by: { $0.key < $1.key }) {
      var bytes = file.bytes
      let place = Int.random(in: 0..<bytes.count, using: &random)
      bytes[place] ^= UInt8.random(in: 1...255, using: &random)
      try folder.write(name, bytes: bytes)
      #expect(try hash() != files.hash, "\(random): byte \(place) of \(name)")
      try folder.write(name, bytes: file.bytes)
    }
    #expect(try hash() == files.hash)
  }

  @Test("have a hash that tells bytes apart that are no UTF-8")
  func notUTF8() throws {
    let name = "en/sentiment/phrases.tsv"
    let bytes = try #require(try EngineFiles(directory: folder.path).files[name]).bytes
    try folder.write(name, bytes: bytes + [0xFF])
    let first = try hash()
    try folder.write(name, bytes: bytes + [0xFE])
    #expect(try hash() != first)
  }

  @Test("have a hash over their names too, and over nothing else")
  func names() throws {
    let before = try hash()
    try folder.write("en/issues/saf.tests.tsv", "code\texpect\ttext\nSAF.HOT\tactual\tIt got hot\n")
    try folder.write("README.md", "For people.")
    #expect(try hash() == before)
    try folder.write("en/more.tsv", "")
    let more = try hash()
    #expect(more != before)
    let other = try Folder()
    try SmallLexicons.write(to: other)
    try other.write("en/most.tsv", "")
    #expect(try EngineFiles(directory: other.path).hash != more)
  }

  @Test("are named in the identity of every signal")
  func identity() throws {
    var options = EngineOptions()
    options.lexicons = folder.path
    let engine = try SignalEngine(options)
    #expect(engine.identity.lexiconHash == (try hash()))
    #expect(engine.identity.taxonomyVersion == "7")
    #expect(engine.identity.version == SignalEngine.version)
    #expect(engine.read("good").engine == engine.identity)
    var configurations = [engine.identity.configHash]
    for change in [
      { $0.catalogHash = "c" }, { $0.language = "en" }, { $0.customerKey = [1, 2, 3] },
    ] as [(inout EngineOptions) -> Void] {
      var changed = options
      change(&changed)
      configurations.append(try SignalEngine(changed).identity.configHash)
    }
    #expect(Set(configurations).count == 4)
  }

  @Test("that are missing are told")
  func missing() throws {
    let empty = try Folder()
    #expect {
      try EngineFiles(directory: empty.path)
    } throws: { error in
      (error as? Diagnostic)?.description == """
        \(empty.path): error: the folder holds no lexicon [V3002]
          hint: it must hold en, languages and taxonomy
        """
    }
    let partial = try Folder()
    try SmallLexicons.write(to: partial) { $0["en/sentiment/modifiers.tsv"] = nil }
    var options = EngineOptions()
    options.lexicons = partial.path
    #expect {
      try SignalEngine(options)
    } throws: { error in
      (error as? Diagnostic)?.description
        == "en/sentiment/modifiers.tsv: error: the lexicons lack this file [V3002]"
    }
  }

  @Test("with a faulty line make an engine without it, and the line is told")
  func faulty() throws {
    let faulty = try Folder()
    try SmallLexicons.write(to: faulty) {
      $0["en/sentiment/terms-positive.tsv"]?.append(["fine", "much", ""])
      $0["en/issues/fun.tsv"]?.append(["FUN.NONE", "match", "x y", ""])
    }
    var options = EngineOptions()
    options.lexicons = faulty.path
    let engine = try SignalEngine(options)
    #expect(engine.diagnostics.map(\.code) == [.lexiconLine, .issueUnknown])
    #expect(engine.read("good").sentiment.label == .positive)
    #expect(engine.read("fine").sentiment.status == .noOpinion)
  }
}
