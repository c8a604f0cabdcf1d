/// Free text of a table's cell: line breaks of the web to line ends.
enum MarkupFreeText {
  /// The text with `<br>` as a line end; nothing else is touched.
  static func plain(_ text: String) -> String {
    guard text.contains("<br") || text.contains("<BR") else { return text }
    var result = text
    for tag in ["<br />", "<br/>", "<br>", "<BR>", "<BR/>", "<BR />"] {
      result = result.replacing(tag, with: "\n")
    }
    return result
  }
}
