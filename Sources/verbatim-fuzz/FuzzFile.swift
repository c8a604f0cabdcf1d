internal import Foundation
internal import VerbatimCore
internal import VerbatimIngest

/// The containers that are made around an input, and the file for those that are read by path.
///
/// A random change in a deflated archive only breaks its sum, and no reader is reached. So the
/// fuzzer works on what stands inside, and the archive is made anew for each input.
enum FuzzFile {
  /// The name of inputs that are read from memory.
  static let name = "fuzz-input"

  /// A file in memory, one a process.
  private static let path: String = {
    let manager = FileManager.default
    let folder = manager.fileExists(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
    return "\(folder)/verbatim-fuzz-\(ProcessInfo.processInfo.processIdentifier).zip"
  }()

  /// Writes bytes where a reader by path finds them; gives the path.
  static func written(_ bytes: [UInt8]) throws(Diagnostic) -> String {
    do {
      try Data(bytes).write(to: URL(filePath: path))
    } catch {
      throw Diagnostic(
        .outputUnwritable,
        at: SourceLocation(file: path),
        "the input cannot be written: \(error)"
      )
    }
    return path
  }

  /// A workbook whose only sheet is the input.
  static func workbook(_ sheet: [UInt8]) throws(Diagnostic) -> [UInt8] {
    let spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006"
    let parts: [(String, String)] = [
      (
        "[Content_Types].xml",
        """
        <Types xmlns="\(package)/content-types"><Default Extension="rels" \
        ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override \
        PartName="/xl/workbook.xml" ContentType=\
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>
        """
      ),
      (
        "_rels/.rels",
        """
        <Relationships xmlns="\(package)/relationships"><Relationship Id="rId1" \
        Type="\(office)/officeDocument" Target="xl/workbook.xml"/></Relationships>
        """
      ),
      (
        "xl/_rels/workbook.xml.rels",
        """
        <Relationships xmlns="\(package)/relationships"><Relationship Id="rId1" \
        Type="\(office)/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" \
        Type="\(office)/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" \
        Type="\(office)/styles" Target="styles.xml"/></Relationships>
        """
      ),
      (
        "xl/workbook.xml",
        """
        <workbook xmlns="\(spreadsheet)" xmlns:r="\(office)"><sheets><sheet name="Answers" \
        sheetId="1" r:id="rId1"/></sheets></workbook>
        """
      ),
      (
        "xl/sharedStrings.xml",
        """
        <sst xmlns="\(spreadsheet)"><si><t>comment</t></si><si><t>rating</t></si><si><r><t>The \
        lid </t></r><r><t>leaks</t></r></si><si><t>a_x000D_b</t></si></sst>
        """
      ),
      (
        "xl/styles.xml",
        """
        <styleSheet xmlns="\(spreadsheet)"><numFmts><numFmt numFmtId="164" \
        formatCode="yyyy\\-mm\\-dd"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf \
        numFmtId="164"/></cellXfs></styleSheet>
        """
      ),
    ]
    let entries = parts.map { ArchiveWriter.Entry(name: $0.0, bytes: Array($0.1.utf8)) }
    let input = ArchiveWriter.Entry(name: "xl/worksheets/sheet1.xml", bytes: sheet)
    return try ArchiveWriter.archive(entries + [input], for: path)
  }

  /// Whether an input begins like the messages of a day.
  static func isDay(_ bytes: [UInt8]) -> Bool {
    let signs = bytes.lazy.filter { $0 > 0x20 }.prefix(2)
    return signs.elementsEqual("[{".utf8)
  }

  /// A workspace of one channel and two people whose only day is the input.
  static func slack(_ day: [UInt8]) throws(Diagnostic) -> [UInt8] {
    let users = """
      [{"id": "U1", "team_id": "T1", "name": "maya", "profile": {"real_name": "Maya"}},
      {"id": "U2", "team_id": "T1", "name": "guest", "is_restricted": true}]
      """
    let entries = [
      ("users.json", Array(users.utf8)),
      ("channels.json", Array("[{\"id\": \"C1\", \"name\": \"help\"}]".utf8)),
      ("help/2026-03-05.json", day),
    ]
    return try ArchiveWriter.archive(
      entries.map { ArchiveWriter.Entry(name: $0.0, bytes: $0.1) },
      for: path
    )
  }
}
