internal import CJSON
public import VerbatimCore

/// Parses JSON documents through simdjson, one after another with the same memory.
@safe public final class JSONReader {
  /// How deep arrays and objects may nest.
  public static let depth = 512

  // Safety: created in init, freed once in deinit, never handed out.
  private let handle: OpaquePointer

  /// A parser.
  public init() {
    guard let parser = unsafe vjson_parser_create(Self.depth) else {
      preconditionFailure("no memory for a JSON parser")
    }
    unsafe handle = parser
  }

  deinit { unsafe vjson_parser_free(handle) }

  /// The document in `bytes`.
  ///
  /// - Throws: A message of simdjson's that says what is wrong; it has no place.
  public func parse(_ bytes: [UInt8]) throws(JSONFailure) -> JSONValue {
    let builder = JSONBuilder()
    var code: Int32 = 0
    // Safety: the builder outlives the call, and the callbacks below get it back as they got it.
    withExtendedLifetime(builder) {
      let context = unsafe Unmanaged.passUnretained(builder).toOpaque()
      var handler = Self.handler
      unsafe bytes.withUnsafeBufferPointer { buffer in
        code = unsafe vjson_parse(handle, buffer.baseAddress, buffer.count, &handler, context)
      }
    }
    guard code == 0 else {
      // Safety: simdjson answers with a static, NUL-terminated string.
      throw JSONFailure(message: unsafe String(cString: vjson_error(code)))
    }
    return builder.root
  }

  private static var handler: vjson_handler {
    unsafe vjson_handler(
      begin_object: { unsafe JSONBuilder.at($0).open(isObject: true) },
      end_object: { unsafe JSONBuilder.at($0).close() },
      begin_array: { unsafe JSONBuilder.at($0).open(isObject: false) },
      end_array: { unsafe JSONBuilder.at($0).close() },
      key: { unsafe JSONBuilder.at($0).key = JSONBuilder.string($1, $2) },
      string: { unsafe JSONBuilder.at($0).add(.string(JSONBuilder.string($1, $2))) },
      integer: { unsafe JSONBuilder.at($0).add(.number(Double($1))) },
      number: { unsafe JSONBuilder.at($0).add(.number($1)) },
      boolean: { unsafe JSONBuilder.at($0).add(.boolean($1)) },
      null: { unsafe JSONBuilder.at($0).add(.null) }
    )
  }
}

/// Why a text is no JSON.
public struct JSONFailure: Error, Hashable, Sendable {
  /// simdjson's words.
  public let message: String
}

/// Puts the events of one document together.
private final class JSONBuilder {
  private struct Open {
    var isObject: Bool
    var key: String
    var elements: [JSONValue] = []
    var members: [(key: String, value: JSONValue)] = []
  }

  var key = ""
  private(set) var root = JSONValue.null
  private var stack: [Open] = []

  static func at(_ context: UnsafeMutableRawPointer?) -> JSONBuilder {
    guard let context = unsafe context else { preconditionFailure("simdjson lost its context") }
    // Safety: the pointer is the one that `parse` made of a builder that is still alive.
    return unsafe Unmanaged<JSONBuilder>.fromOpaque(context).takeUnretainedValue()
  }

  static func string(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> String {
    // Safety: simdjson gives `count` bytes that live for the call.
    unsafe String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  func open(isObject: Bool) { stack.append(Open(isObject: isObject, key: key)) }

  func close() {
    let done = stack.removeLast()
    key = done.key
    add(done.isObject ? .object(done.members) : .array(done.elements))
  }

  func add(_ value: JSONValue) {
    guard !stack.isEmpty else {
      root = value
      return
    }
    if stack[stack.count - 1].isObject {
      stack[stack.count - 1].members.append((key, value))
    } else {
      stack[stack.count - 1].elements.append(value)
    }
  }
}
