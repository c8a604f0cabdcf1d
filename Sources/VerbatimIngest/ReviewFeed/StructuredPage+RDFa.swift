internal import VerbatimCore

extension StructuredPage {
  /// Adds the items of RDFa.
  mutating func addRDFa(_ page: PageCollector, _ texts: inout PropertyTexts) {
    guard !page.rdfa.isEmpty else { return }
    var reader = RDFaReader(page)
    for element in page.rdfa { reader.read(element, into: &self, &texts) }
  }
}
