internal import VerbatimCatalog

extension SignalEngine {
  /// The names of articles by SKU and of suppliers by id, as the catalog has them.
  ///
  /// A supplier's name is that of its first row that has one; nothing has a name without a catalog.
  ///
  /// - Complexity: O(*n*) in the articles.
  public var subjectNames: [String: String] {
    var names: [String: String] = [:]
    for product in options.catalog.products {
      names[product.sku.description] = product.name
    }
    for product in options.catalog.products {
      for supplier in product.suppliers where names[supplier.id] == nil {
        names[supplier.id] = supplier.name
      }
    }
    return names
  }
}
