internal import VerbatimCore
internal import VerbatimText

/// What an OLE file holds, by the names of its streams: Office wrote its files this way until 2007,
/// and wraps protected ones in it still.
enum OLEFile: Hashable {
  case protectedPackage
  case workbook
  case document
  case other

  /// How much of a file is searched for names.
  static let searched = 64 << 20

  /// Looks into a file.
  init(path: String) throws(Diagnostic) {
    let reader = try ByteReader(path: path)
    var bytes: [UInt8] = []
    while bytes.count < Self.searched {
      let block = try reader.read(upTo: 1 << 20)
      if block.isEmpty { break }
      bytes += block
    }
    self.init(bytes)
  }

  /// Looks for the entries of the directory.
  ///
  /// An entry has 128 bytes: the name first, in UTF-16, and after it the bytes that it takes. They
  /// are found without the table of sectors, which a file that is cut off may have lost.
  init(_ bytes: [UInt8]) {
    var names: Set<String> = []
    for entry in stride(from: 512, to: bytes.count - 127, by: 128) {
      let size = Int(bytes[entry + 64]) | Int(bytes[entry + 65]) << 8
      guard size >= 4, size <= 64, size % 2 == 0, (1...5).contains(bytes[entry + 66]) else {
        continue
      }
      let units = stride(from: entry, to: entry + size - 2, by: 2).map {
        UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8
      }
      names.insert(String(decoding: units, as: UTF16.self))
    }
    self =
      if names.contains("EncryptedPackage") {
        .protectedPackage
      } else if names.contains("Workbook") || names.contains("Book") {
        .workbook
      } else if names.contains("WordDocument") || names.contains("PowerPoint Document") {
        .document
      } else {
        .other
      }
  }

  /// The diagnostic of such a file, none of which is read.
  func diagnostic(at location: SourceLocation) -> Diagnostic {
    switch self {
    case .protectedPackage: WorkbookPackage.protected(at: location)
    case .workbook:
      Diagnostic(
        .formatUnsupported,
        at: location,
        "the file is recognised as: Excel 97–2003 workbook (.xls); there is no reader for it",
        hint: "open it and save it as .xlsx or as CSV UTF-8"
      )
    case .document:
      Diagnostic(
        .formatUnsupported,
        at: location,
        "the file is recognised as: old Word or PowerPoint document; there is no reader for it",
        hint: "save its text as .txt, one text a line, and give --from text"
      )
    case .other: InputFormat.ole.unsupported(at: location)
    }
  }
}
