/// Families of variants: which article is in which, and which articles each has.
struct Families: Sendable {
  private(set) var names: [String] = []
  /// The article that is the family itself, where it has a row; −1 for none.
  private(set) var heads: [Int32] = []
  private var members: [[Int32]] = []
  private var ofArticle: [Int32: Int32] = [:]

  /// The family of an article; nil for one without variants.
  func family(of place: Int) -> Int? { ofArticle[Int32(place)].map { Int($0) } }

  /// The name of an article's family.
  func name(of place: Int) -> String? { family(of: place).map { names[$0] } }

  /// The articles of a family, without its head, at most a thousand.
  func members(_ family: Int) -> [Int] { members[family].map { Int($0) } }

  /// The article that stands for a family; nil when it has no row.
  func head(_ family: Int) -> Int? { heads[family] < 0 ? nil : Int(heads[family]) }

  /// Adds a family.
  mutating func add(_ name: String, head: Int?, members: [Int]) {
    let number = Int32(names.count)
    names.append(name)
    heads.append(Int32(head ?? -1))
    self.members.append(members.map { Int32($0) })
    for member in members { ofArticle[Int32(member)] = number }
    if let head { ofArticle[Int32(head)] = number }
  }
}
