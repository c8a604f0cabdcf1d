/// Collects the text of a fragment of HTML, or of a part of a page; what is hidden is for no reader.
struct FragmentText: MarkupHandler {
  private(set) var words: [UInt8] = []
  private let readsRoot: Bool
  private let leavesReplies: Bool
  private var kinds: [MarkupName.Flow] = []
  private var skipped = 0

  /// Listens from the start of a fragment.
  ///
  /// - Parameters:
  ///   - readsRoot: Whether the first element is read though it is hidden.
  ///   - leavesReplies: Whether a class that shops give to their own answers and buttons hides too.
  init(readsRoot: Bool, leavesReplies: Bool) {
    self.readsRoot = readsRoot
    self.leavesReplies = leavesReplies
  }

  mutating func start(_ element: MarkupElement) {
    let isRead = readsRoot && kinds.isEmpty
    let flow = !isRead && isHidden(element) ? .hidden : element.name.flowBesideScripts
    kinds.append(flow)
    switch flow {
    case .hidden: skipped += 1
    case .block: words.append(MarkupText.lineBreak)
    case .inline:
      guard skipped == 0, element.name.is("img"), let alt = element.value(of: "alt") else { return }
      alt.append(to: &words)
    }
  }

  mutating func end() {
    switch kinds.popLast() {
    case .hidden: skipped -= 1
    case .block: words.append(MarkupText.lineBreak)
    case .inline, nil: break
    }
  }

  mutating func text(_ bytes: MarkupBytes) {
    if skipped == 0 { bytes.append(to: &words) }
  }

  private func isHidden(_ element: MarkupElement) -> Bool {
    guard element.hasAttributes else { return false }
    if leavesReplies {
      return TellingAttributes(of: element, insideText: true).contains(.hidden)
    }
    if element.value(of: "hidden") != nil { return true }
    return element.value(of: "style").map { TellingAttributes.hides($0.text) } ?? false
  }
}
