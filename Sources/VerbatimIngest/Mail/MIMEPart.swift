internal import CMIME

/// A node of a mail's tree: what its header says of it, without its content.
struct MIMEPart: Hashable {
  /// What a node is.
  enum Kind: Hashable {
    /// It has a content of its own.
    case leaf
    /// It holds other nodes.
    case multipart
    /// It holds another mail.
    case message
  }

  /// What the node is.
  var kind: Kind
  /// The node around it; nil for the root.
  var parent: Int?
  /// The media type in lower case ("text/plain").
  var mediaType: String
  /// The charset as the mail spells it.
  var charset: String?
  /// Whether soft line ends are to be joined (RFC 3676).
  var isFlowed: Bool
  /// Whether the blank at a soft line end goes too.
  var deletesSpace: Bool
  /// Whether it is to be saved rather than shown.
  var isAttachment: Bool
  /// The file name.
  var name: String?
  /// The address under which the content stood.
  var location: String?
  /// The id by which other parts name it, without angle brackets.
  var contentID: String?
  /// The id of the part with which a multipart/related begins, without angle brackets.
  var start: String?
  /// Whether a multipart lacks its closing boundary.
  var isCut: Bool
  /// Whether the boundary of a multipart is not found at all.
  var isUnbounded: Bool

  @unsafe init(_ part: vmime_part) {
    // Safety: the strings are NUL-terminated or NULL, and are copied here.
    func text(_ start: UnsafePointer<CChar>?) -> String? {
      unsafe start.map { unsafe String(cString: $0) }
    }
    switch unsafe part.kind {
    case VMIME_MULTIPART: kind = .multipart
    case VMIME_MESSAGE: kind = .message
    default: kind = .leaf
    }
    parent = unsafe part.parent < 0 ? nil : Int(part.parent)
    let type = unsafe text(part.type) ?? "text"
    let subtype = unsafe text(part.subtype) ?? "plain"
    mediaType = "\(type)/\(subtype)".lowercased()
    charset = unsafe text(part.charset)
    isFlowed = unsafe text(part.format)?.lowercased() == "flowed"
    deletesSpace = unsafe text(part.delsp)?.lowercased() == "yes"
    isAttachment = unsafe text(part.disposition)?.lowercased().hasPrefix("attachment") ?? false
    name = unsafe text(part.name)
    location = unsafe text(part.location)?.trimmingBlanks
    contentID = unsafe text(part.content_id)?.trimmingBlanks
    start = unsafe text(part.start).map { id in
      id.trimmingBlanks.filter { $0 != "<" && $0 != ">" }
    }
    isCut = unsafe part.is_cut
    isUnbounded = unsafe part.is_unbounded
  }
}
