/// Free text of a table's cell: line breaks of the web to line ends, pages to their words.
enum MarkupFreeText {
  /// The text with `<br>` as a line end; a text with the paragraphs of a page becomes what its
  /// reader sees, and nothing else is touched.
  static func plain(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "<")) else { return text }
    if ["<p>", "<p ", "</p>", "</div>", "</li>", "</span>", "<P>"].contains(where: text.contains) {
      return MarkupText.cleaned(text)
    }
    guard text.contains("<br") || text.contains("<BR") else { return text }
    var result = text
    for tag in ["<br />", "<br/>", "<br>", "<BR>", "<BR/>", "<BR />"] {
      result = result.replacing(tag, with: "\n")
    }
    return result
  }
}
