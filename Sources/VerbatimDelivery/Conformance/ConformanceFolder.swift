internal import Crypto
internal import Foundation
public import VerbatimCore
internal import VerbatimStore

/// The golden set as files, for a consumer's contract tests.
public enum ConformanceFolder {
  /// The files by their paths below the folder, in the order of the paths; the manifest among them.
  public static var files: [(name: String, bytes: [UInt8])] {
    var files: [(name: String, bytes: [UInt8])] = [
      ("README.md", Array(readme.utf8)),
      ("events.json", events),
      ("future.ndjson", lines(ConformanceSet.future)),
      ("index.ndjson", lines(ConformanceSet.index)),
      ("signals.ndjson", lines(ConformanceSet.signals)),
    ]
    for schema in Schema.all {
      files.append(("schemas/\(schema.type).json", Array("\(schema.json)\n".utf8)))
    }
    files.sort { $0.name < $1.name }
    files.append(("manifest.json", manifest(of: files)))
    return files.sorted { $0.name < $1.name }
  }

  /// Writes the files into a folder, which is made; each appears whole.
  ///
  /// - Throws: ``Diagnostic`` `V6001` when a file cannot be written.
  public static func write(to path: String) throws(Diagnostic) {
    let folder = URL(fileURLWithPath: path, isDirectory: true)
    for file in files {
      let place = folder.appendingPathComponent(file.name)
      do {
        try FileManager.default.createDirectory(
          at: place.deletingLastPathComponent(),
          withIntermediateDirectories: true
        )
        try Data(file.bytes).write(to: place, options: .atomic)
      } catch {
        throw CycleFile.unwritable(place)
      }
    }
  }

  private static func lines(_ cases: [ConformanceCase]) -> [UInt8] {
    cases.flatMap { $0.json + [0x0A] }
  }

  /// The signals as they are delivered: a batch of events.
  private static var events: [UInt8] {
    let changes = ConformanceSet.signals.enumerated().map { index, item in
      let held = Held(item.json)
      return StoredChange(
        seq: Int64(index + 1),
        signalID: held.signalID,
        revision: held.revision,
        isRetraction: held.isRetracted,
        orderKey: held.orderKey,
        eventTime: held.eventTime,
        body: item.json
      )
    }
    let post = EventPost(changes, mode: .batched, source: "urn:verbatim:conformance")
    return post.body + [0x0A]
  }

  private static func manifest(of files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("type", "conformance.set.v1")
      json.field("version", ConformanceSet.version)
      json.array("files", files) { json, file in
        json.object { json in
          json.field("name", file.name)
          json.field("bytes", file.bytes.count)
          json.field("sha256", Hexadecimal.text(SHA256.hash(data: file.bytes)))
        }
      }
      let cases =
        ConformanceSet.future.enumerated().map { ("future.ndjson", $0) }
        + ConformanceSet.index.enumerated().map { ("index.ndjson", $0) }
        + ConformanceSet.signals.enumerated().map { ("signals.ndjson", $0) }
      json.array("cases", cases) { json, item in
        json.object { json in
          json.field("name", item.1.element.name)
          json.field("file", item.0)
          json.field("line", item.1.offset + 1)
          json.field("expects", item.1.element.expects)
        }
      }
      json.array("final", ConformanceSet.final) { json, standing in
        json.object { json in
          json.field("signal_id", standing.signalID)
          json.field("revision", standing.revision)
          json.field("retracted", standing.isRetracted)
        }
      }
    }
    json.endLine()
    return json.bytes
  }

  /// What a consumer reads of a line to keep it in its place.
  private struct Held {
    var signalID = ""
    var revision = 1
    var isRetracted = false
    var orderKey = ""
    var eventTime: Instant?

    private struct Line: Decodable {
      var signal_id: String
      var revision: Int
      var retracted: Bool?
      var customer_key: String?
      var record_id: String
      var event_time: String?
    }

    init(_ json: [UInt8]) {
      guard let line = try? JSONDecoder().decode(Line.self, from: Data(json)) else { return }
      signalID = line.signal_id
      revision = line.revision
      isRetracted = line.retracted ?? false
      orderKey = line.customer_key ?? line.record_id
      eventTime = line.event_time.flatMap { Instant(iso8601: $0) }
    }
  }

  private static let readme = """
    # Golden signals

    Invented signals for the contract tests of whoever reads Verbatim's output, made by `verbatim conformance`.

    | File | Holds |
    |---|---|
    | `signals.ndjson` | signals of `feedback.signal.v1`, one a line, in the order in which they are delivered |
    | `events.json` | the same as a batch of CloudEvents 1.0 |
    | `index.ndjson` | `satisfaction.index.v1` of one segment over six weeks, with wobble1, wobble2 and a null |
    | `future.ndjson` | lines that no release of today prints: unknown fields, enumeration values and types |
    | `schemas/` | the JSON Schemas of everything that Verbatim prints |
    | `manifest.json` | `conformance.set.v1`: the files with their hashes, what each line tries, and what is held in the end |

    A test of a consumer reads `signals.ndjson` line by line into an empty place and then holds what `final` in the
    manifest lists: each signal once, in that revision, retracted or not. It reads `future.ndjson` without a failure.

    Rules of reading:

    - A signal replaces what is held under the same `signal_id` when its `revision` is higher; else it is a copy that
      came twice or late, and changes nothing.
    - With `retracted` true the signal no longer holds: what was made of it is forgotten, and the revision is kept so
      that no copy brings it back.
    - Null is unknown. It is not 0, not neutral and not empty.
    - Offsets are bytes of UTF-8, from 0.
    - A field, enumeration value or type that is not known is passed over.

    """
}
