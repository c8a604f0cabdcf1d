/// Where a page's links lead: to anchors of one file, or to routes of the dashboard.
public struct Links: Hashable, Sendable {
  /// The two kinds of page.
  public enum Place: String, Hashable, Sendable {
    /// One file: everything is an anchor in it, and what is not in it has no link.
    case file
    /// A page of the dashboard.
    case dashboard
  }

  /// The kind of page.
  public var place: Place

  /// Links of one kind of page.
  public init(_ place: Place) { self.place = place }

  /// A cluster.
  public func cluster(_ id: String) -> String {
    place == .file ? "#" + Self.anchor(id) : "/clusters/" + Self.encoded(id)
  }

  /// Why a signal was scored as it was; nil in a file, which does not hold it.
  public func signal(_ id: String) -> String? {
    place == .file ? nil : "/signals/" + Self.encoded(id)
  }

  /// The scorecard of a supplier; nil in a file, which does not hold it.
  public func supplier(_ id: String) -> String? {
    place == .file ? nil : "/suppliers/" + Self.encoded(id)
  }

  /// The list of rejects.
  public var rejects: String { place == .file ? "#rejects" : "/imports#rejects" }

  /// The list of imports.
  public var imports: String { place == .file ? "#imports" : "/imports" }

  /// An id as the name of an anchor: letters, digits and `-` stay, all else becomes `_` and the
  /// byte in hexadecimal digits, so that no two ids share a name.
  public static func anchor(_ id: String) -> String {
    "c-" + mapped(id, keeping: "-", escape: "_")
  }

  /// A part of a path: what RFC 3986 calls unreserved stays, all else is percent-encoded.
  public static func encoded(_ part: String) -> String {
    mapped(part, keeping: "-._~", escape: "%")
  }

  private static func mapped(_ text: String, keeping extra: String, escape: String) -> String {
    var result = ""
    for byte in text.utf8 {
      let scalar = Unicode.Scalar(byte)
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        result.unicodeScalars.append(scalar)
      default:
        if extra.utf8.contains(byte) {
          result.unicodeScalars.append(scalar)
        } else {
          result += escape + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
      }
    }
    return result
  }
}
