import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport
import VerbatimText

@testable import VerbatimIngest

/// Every sample mail against Python's `email` package, an implementation by other people.
@Suite("Mails as Python reads them")
struct MailReferenceTests {
  /// What is compared of one mail.
  struct Reading: Codable, Hashable {
    struct Part: Codable, Hashable {
      var type: String
      var text: String
    }

    var subject: String
    var from: String
    var parts: [Part]
  }

  private struct File: Codable {
    var file: String
    var messages: [Reading]
  }

  private static func reference(_ files: [URL]) throws -> [String: [Reading]] {
    let python = try #require(PythonTool.plain)
    let data = try #require(python.output(["-c", MailReferenceScript.text] + files.map(\.path)))
    let lines = try data.split(separator: 0x0A).map {
      try JSONDecoder().decode(File.self, from: Data($0))
    }
    return Dictionary(uniqueKeysWithValues: lines.map { ($0.file, $0.messages) })
  }

  private static func ours(_ file: URL) throws -> [Reading] {
    let source = try TextSource(path: file.path)
    var cutter = MailboxCutter { () throws(Diagnostic) in try source.readStored() }
    guard file.path.contains(".mbox") else { return [try reading(cutter.whole().bytes)] }
    var readings: [Reading] = []
    while let piece = try cutter.next() { readings.append(try reading(piece.bytes)) }
    return readings
  }

  private static func reading(_ bytes: [UInt8]) throws -> Reading {
    let bytes = Array(bytes[MailReader.headerStart(bytes)...])
    let mail = MailMessage(bytes, at: SourceLocation(file: "mail"))
    let document = try #require(MIMEDocument(bytes))
    var body = MailBody(document)
    let parts = document.parts.enumerated().compactMap { index, part -> Reading.Part? in
      guard part.kind == .leaf, part.mediaType == "text/plain" || part.mediaType == "text/html"
      else { return nil }
      return Reading.Part(type: part.mediaType, text: body.decoded(index))
    }
    let from = mail.sender.map { "\($0.name) <\($0.address)>" } ?? ""
    return Reading(subject: mail.subject, from: Conversation.trimmed(from), parts: parts)
  }

  /// White space at the ends and at folds, and the kind of line ends, are not compared.
  private static func evened(_ text: String) -> String {
    MailBody.evened(text).split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in String(line.reversed().drop(while: \.isWhitespace).reversed()) }
      .joined(separator: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private static func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The names of what differs: `file subject`, `file from`, `file parts`, `file part 2`.
  private static func differences(
    _ file: String,
    _ ours: [Reading],
    _ theirs: [Reading]
  ) -> [(name: String, ours: String, theirs: String)] {
    guard ours.count == theirs.count else {
      return [("\(file) mails", "\(ours.count)", "\(theirs.count)")]
    }
    var found: [(String, String, String)] = []
    for (index, (our, their)) in zip(ours, theirs).enumerated() {
      let name = ours.count == 1 ? file : "\(file)[\(index)]"
      if words(our.subject) != words(their.subject) {
        found.append(("\(name) subject", our.subject, their.subject))
      }
      if words(our.from) != words(their.from) {
        found.append(("\(name) from", our.from, their.from))
      }
      guard our.parts.map(\.type) == their.parts.map(\.type) else {
        found.append(
          ("\(name) parts", "\(our.parts.map(\.type))", "\(their.parts.map(\.type))")
        )
        continue
      }
      for (place, (our, their)) in zip(our.parts, their.parts).enumerated()
      where evened(our.text) != evened(their.text) {
        found.append(("\(name) part \(place)", our.text, their.text))
      }
    }
    return found
  }

  @Test(
    "differ in nothing but what is listed",
    .enabled(if: Shared.has("samples/eml"), "the samples are not beside the package"),
    .enabled(if: PythonTool.plain != nil, "python3 is not there"),
    arguments: ["eml", "mbox"]
  )
  func samples(folder: String) throws {
    let files = Shared.files(in: "samples/\(folder)")
    let reference = try Self.reference(files)
    var seen: Set<String> = []
    var counts = (files: 0, mails: 0, parts: 0, equal: 0, known: 0)
    for file in files {
      let name = file.lastPathComponent
      let ours = try Self.ours(file)
      let differences = Self.differences(name, ours, try #require(reference[name]))
      counts.files += 1
      counts.mails += ours.count
      counts.parts += ours.reduce(0) { $0 + $1.parts.count }
      if differences.isEmpty { counts.equal += 1 }
      seen.formUnion(differences.map(\.name))
      for difference in differences {
        if MailReferenceDifferences.known[difference.name] != nil {
          counts.known += 1
          continue
        }
        Issue.record(
          """
          \(difference.name)
            ours:   \(String(difference.ours.prefix(400)).debugDescription)
            theirs: \(String(difference.theirs.prefix(400)).debugDescription)
          """
        )
      }
    }
    // A difference that is gone must leave the list.
    let names = Set(files.map(\.lastPathComponent))
    let stale = MailReferenceDifferences.known.keys.filter { known in
      names.contains { known.hasPrefix("\($0) ") } && !seen.contains(known)
    }
    #expect(stale.sorted() == [])
    print(
      "\(folder): \(counts.files) files, \(counts.mails) mails, \(counts.parts) text parts;",
      "\(counts.equal) files equal in all, \(counts.known) known differences"
    )
  }
}
