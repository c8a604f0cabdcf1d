internal import VerbatimCore

/// Reports with their names as numbers, so that the tables of all levels compare numbers instead of
/// texts.
///
/// A name's number is its place among the sorted names of its column; −1 is unknown. Made once for
/// all tables: of a million reports the names alone are some hundred megabytes to hash.
public struct NumberedReports: Sendable {
  /// A column of names.
  struct Column: Sendable {
    /// The names, ascending; none where only equal names are asked for.
    let names: [String]
    /// The name of each report, by number; −1 for none.
    let numbers: [Int32]

    /// The column of so many reports; a report is asked by its place, so that none is copied.
    init(_ count: Int, _ name: (Int) -> String?) {
      var table = NameTable()
      var numbers = (0..<count).map { place in name(place).map { Int32(table.number(of: $0)) } ?? -1
      }
      let (ranks, names) = table.ranks()
      for place in numbers.indices where numbers[place] >= 0 {
        numbers[place] = ranks[Int(numbers[place])]
      }
      self.names = names
      self.numbers = numbers
    }

    /// The column of so many reports of whose names only those that are equal are asked for.
    init(equal count: Int, _ name: (Int) -> String?) {
      var table = NameTable()
      numbers = (0..<count).map { place in name(place).map { Int32(table.number(of: $0)) } ?? -1 }
      names = []
    }
  }

  /// The columns, those that take longest first.
  private enum Field: CaseIterable {
    case person, text, sku, supplier, lot, category, source
  }

  /// What tables need of a report: numbers of names, −1 for none.
  struct Row: Sendable {
    /// Its place among ``reports``.
    let place: Int32
    let sku: Int32
    let supplier: Int32
    let lot: Int32
    let category: Int32
    /// Who wrote it: the customer's number, or one of its own.
    let person: Int32
    var text: Int32
    /// `Int32.min` without a time.
    let week: Int32

    /// The name that it is counted by.
    func key(_ level: ComplaintCluster.Level) -> Int32 {
      switch level {
      case .sku: sku
      case .supplier: supplier
      case .lot: lot
      }
    }
  }

  /// The reports.
  public private(set) var reports: [ComplaintReport]
  /// Their places in the order of time, and the rank of each in it.
  let order: [Int]
  let ranks: [Int]
  /// The numbers of each report in the order of time, in which tables walk over them.
  private(set) var rows: [Row]
  let skus: Column
  let suppliers: Column
  let lots: Column
  let categories: Column
  let sources: Column
  /// The issues that are reported, ascending, and for each report those it reports, each once.
  let issues: [String]
  let issuesOf: NumberLists
  /// What is told of each number of ``issuesOf``.
  let told: [ToldIssues.Told]
  /// The week of each; `Int32.min` without a time.
  let weeks: [Int32]

  /// Numbers the names of reports.
  ///
  /// - Complexity: O(*n* log *n*) in the reports and their issues.
  public init(_ reports: [ComplaintReport]) {
    self.reports = reports
    // What takes longest of numbering stands beside each other.
    let parts = SideBySide.both {
      SideBySide.map(Field.allCases) { Self.column($0, reports) }
    } and: {
      (order: CountedReports.order(reports), told: ToldIssues(reports))
    }
    let (columns, told) = (parts.0, parts.1.told)
    order = parts.1.order
    var ranks = [Int](repeating: 0, count: reports.count)
    for (rank, place) in order.enumerated() { ranks[place] = rank }
    self.ranks = ranks
    let (people, texts) = (columns[0].numbers, columns[1].numbers)
    (skus, suppliers, lots) = (columns[2], columns[3], columns[4])
    (categories, sources) = (columns[5], columns[6])
    weeks = reports.indices.map {
      reports[$0].eventTime.map { Int32(CountedReports.week(of: $0)) } ?? .min
    }
    let numbers = (skus.numbers, suppliers.numbers, lots.numbers, categories.numbers, weeks)
    rows = order.map { place in
      Row(
        place: Int32(place),
        sku: numbers.0[place],
        supplier: numbers.1[place],
        lot: numbers.2[place],
        category: numbers.3[place],
        person: people[place],
        text: texts[place],
        week: numbers.4[place]
      )
    }

    (issues, issuesOf, self.told) = (told.names, told.lists, told.words)
  }

  private static func column(_ field: Field, _ reports: [ComplaintReport]) -> Column {
    switch field {
    case .person:
      Column(equal: reports.count) { reports[$0].customerKey ?? reports[$0].signalID }
    case .text:
      Column(equal: reports.count) { reports[$0].textKey.isEmpty ? nil : reports[$0].textKey }
    case .sku: Column(reports.count) { reports[$0].sku }
    case .supplier: Column(reports.count) { reports[$0].supplier }
    case .lot: Column(reports.count) { reports[$0].lot }
    case .category: Column(reports.count) { reports[$0].category }
    case .source: Column(reports.count) { reports[$0].source }
    }
  }

  /// Counts texts as copies of others from now on.
  ///
  /// - Parameter originals: The place of the report whose text it is, by the place of the copy; an
  ///   original is no copy itself.
  public mutating func repeatTexts(_ originals: [Int: Int]) {
    for (place, original) in originals {
      reports[place].textKey = reports[original].textKey
      rows[ranks[place]].text = rows[ranks[original]].text
    }
  }

  /// The names that reports are counted by.
  func keys(_ level: ComplaintCluster.Level) -> Column {
    switch level {
    case .sku: skus
    case .supplier: suppliers
    case .lot: lots
    }
  }
}
