internal import Foundation
public import VerbatimCore
internal import VerbatimPipeline

/// Who may do what, read from a file: a line has a name, roles and a token.
///
/// ```
/// # name  roles              token
/// anna    read,review        5f1c8e02b7a94d3396e0c2d1
/// scorer  read               0b7de1f7c3c24b6f8a91d0aa
/// shop    ingest             e19f3c5a7d2b48f0b6c4a813
/// ```
public struct Tokens: Sendable {
  /// The shortest token: 24 characters, as 96 bits in hexadecimal digits are.
  public static let shortest = 24

  /// A token is known by its SHA-256 alone.
  private struct Holder: Sendable {
    var principal: Principal
    var digest: [UInt8]
  }

  private var holders: [Holder] = []

  /// Reads a file of tokens.
  ///
  /// - Parameter path: The file, which only its owner and its group may read.
  /// - Throws: `V9002` with the place when it cannot be used.
  public init(path: String) throws(Diagnostic) {
    let manager = FileManager.default
    guard let data = manager.contents(atPath: path) else {
      throw Self.fault(path, "the file of tokens cannot be read", hint: "check the path")
    }
    let attributes = try? manager.attributesOfItem(atPath: path)
    if let mode = attributes?[.posixPermissions] as? Int, mode & 0o007 != 0 {
      throw Self.fault(
        path,
        "anybody on this machine may read the tokens",
        hint: "chmod 600 it, and replace the tokens if others were here"
      )
    }
    try self.init(String(decoding: data, as: UTF8.self), path: path)
  }

  /// Reads the text of such a file.
  init(_ text: String, path: String) throws(Diagnostic) {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let words = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace).map(String.init)
      guard !words.isEmpty else { continue }
      guard words.count == 3 else {
        throw Self.fault(
          path,
          line: index + 1,
          "the line has \(words.count) words, not a name, roles and a token",
          hint: "write for example: anna  read,review  TOKEN"
        )
      }
      var roles: Set<Role> = []
      for word in words[1].split(separator: ",") {
        guard let role = Role(rawValue: String(word)) else {
          throw Self.fault(
            path,
            line: index + 1,
            "`\(word)` is no role",
            hint: "roles are \(Role.allCases.map(\.rawValue).joined(separator: ", "))"
          )
        }
        roles.insert(role)
      }
      guard words[2].utf8.count >= Self.shortest else {
        throw Self.fault(
          path,
          line: index + 1,
          "the token has \(words[2].utf8.count) characters, not \(Self.shortest) or more",
          hint: "make one with: openssl rand -hex 24"
        )
      }
      let holder = Holder(
        principal: Principal(name: words[0], roles: roles),
        digest: Self.digest(words[2])
      )
      guard !holders.contains(where: { $0.digest == holder.digest }) else {
        throw Self.fault(path, line: index + 1, "the token stands twice", hint: "one a holder")
      }
      holders.append(holder)
    }
    guard !holders.isEmpty else {
      throw Self.fault(
        path,
        "the file holds no token",
        hint: "write a line with a name, roles and a token"
      )
    }
  }

  /// The holder of a token; nil when nobody has it.
  ///
  /// Takes the same time whichever token is asked for and however much of it is right: digests of
  /// one length are compared to their ends, and all of them.
  func holder(of token: String) -> Principal? {
    let digest = Self.digest(token)
    var found: Principal?
    for holder in holders {
      var difference: UInt8 = 0
      for index in digest.indices { difference |= digest[index] ^ holder.digest[index] }
      if difference == 0 { found = holder.principal }
    }
    return found
  }

  private static func digest(_ token: String) -> [UInt8] { Array(Fingerprint.sha256(token).utf8) }

  private static func fault(
    _ path: String,
    line: Int? = nil,
    _ message: String,
    hint: String
  ) -> Diagnostic {
    Diagnostic(.tokenFile, at: SourceLocation(file: path, line: line), message, hint: hint)
  }
}
