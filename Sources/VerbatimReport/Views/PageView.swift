/// What stands around a page's content: head, menu, finding, foot.
public struct PageView: ViewValue {
  /// A place of the menu.
  public struct MenuItem: ViewValue {
    let title: String
    let href: String
    let isCurrent: Bool

    /// A place of the menu.
    public init(_ title: String, href: String, isCurrent: Bool = false) {
      self.title = title
      self.href = href
      self.isCurrent = isCurrent
    }
  }

  /// A link that stands as a button beside the finding.
  public struct Action: ViewValue {
    let title: String
    let href: String
    let isMain: Bool

    /// A link.
    public init(_ title: String, href: String, isMain: Bool = false) {
      self.title = title
      self.href = href
      self.isMain = isMain
    }
  }

  /// The language of our words.
  let language = "en"
  /// What the window is called.
  public var title: String
  /// Where the page stands: the shop and the period.
  public var crumb: String?
  /// What was found, as a sentence; the only h1.
  public var finding: String
  /// What to know at once.
  public var lede: String?
  /// What can be done.
  public var actions: [Action] = []
  /// The menu; empty for none.
  public var menu: [MenuItem] = []
  /// Where the search goes to; nil for no search.
  public var search: String?
  /// What was searched for.
  public var query = ""
  /// Where the style sheet is; nil when it stands in the page.
  public var sheet: String?
  /// Where our script is; nil for none.
  public var script: String?
  /// Where the window's icon is; nil for none.
  public var icon: String?
  /// The lines of the foot: versions, and how to make the page again.
  public var foot: [String] = []
  /// Whether the page stands alone and states its own policy; a server states it in its answer.
  public var isFile: Bool

  /// A page.
  public init(title: String, finding: String, isFile: Bool = false) {
    self.title = title
    self.finding = finding
    self.isFile = isFile
  }
}
