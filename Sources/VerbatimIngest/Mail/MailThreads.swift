internal import VerbatimCore

/// Joins the mails of one file into conversations.
///
/// Mails belong together by Message-ID, In-Reply-To and References. Only mails without any id are
/// joined by subject and participants, when no more than 30 days lie between them. What is held is
/// the words of the mails; beyond a budget the conversations that rested longest are given out.
struct MailThreads {
  /// How many bytes of words are held before conversations are given out early.
  static let budget = 128 * 1024 * 1024
  private static let longestRest: Int64 = 30 * 86_400

  private struct Open {
    var mails: [(order: Int, mail: MailMessage)] = []
    var size = 0
    var wasGiven = false
  }

  private let budget: Int
  private var threads: [Open] = []
  /// For each thread the one that it was joined to, itself when to none.
  private var joined: [Int] = []
  private var byID: [String: Int] = [:]
  /// The lines of the mails by id and words, to know a copy by.
  private var copies: [String: Int?] = [:]
  private var bySubject: [String: (thread: Int, date: MailDate?)] = [:]
  private var count = 0
  private var size = 0

  /// No mails yet.
  init(budget: Int = MailThreads.budget) { self.budget = budget }

  /// Adds the next mail of the file; a diagnostic when it stands in it already.
  mutating func add(_ mail: MailMessage) -> Diagnostic? {
    let thread = place(mail)
    if let id = mail.id,
      let line = copies.updateValue(mail.location.line, forKey: "\(id) \(Self.hash(mail.text))")
    {
      let first = line.map { " on line \($0)" } ?? ""
      return Diagnostic(
        .mailTwice,
        .warning,
        at: mail.location,
        "the mail is a copy of the one\(first) and is read once"
      )
    }
    count += 1
    // Beside the words a mail costs its header, a kilobyte as a rule, and what is told of it.
    let cost = mail.text.utf8.count + 1024 + 256 * mail.warnings.count
    threads[thread].mails.append((count, mail))
    threads[thread].size += cost
    size += cost
    return nil
  }

  /// FNV-1a; a whole text a mail would double what is held.
  private static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  private mutating func place(_ mail: MailMessage) -> Int {
    var ids = mail.references
    if let id = mail.id { ids.append(id) }
    guard !ids.isEmpty else { return placeBySubject(mail) }
    var thread: Int?
    for id in ids {
      guard let other = byID[id].map({ root($0) }) else { continue }
      thread = thread.map { merge($0, other) } ?? other
    }
    let found = thread ?? open()
    for id in ids { byID[id] = found }
    return found
  }

  private mutating func placeBySubject(_ mail: MailMessage) -> Int {
    let subject = MailSubject.base(mail.subject).text.lowercased()
    guard !subject.isEmpty else { return open() }
    let people = ([mail.sender].compactMap(\.self) + mail.to + mail.cc).map(\.key)
    let key = "\(subject)\u{0}\(Set(people).sorted().joined(separator: "\u{0}"))"
    var thread: Int?
    if let last = bySubject[key] {
      let rest = last.date.flatMap { before in
        mail.date.map { abs($0.instant.seconds - before.instant.seconds) }
      }
      if rest ?? 0 <= Self.longestRest { thread = root(last.thread) }
    }
    let found = thread ?? open()
    bySubject[key] = (found, mail.date)
    return found
  }

  private mutating func open() -> Int {
    threads.append(Open())
    joined.append(threads.count - 1)
    return threads.count - 1
  }

  private mutating func root(_ thread: Int) -> Int {
    var thread = thread
    while joined[thread] != thread {
      joined[thread] = joined[joined[thread]]
      thread = joined[thread]
    }
    return thread
  }

  private mutating func merge(_ left: Int, _ right: Int) -> Int {
    guard left != right else { return left }
    // The smaller goes into the larger, so that no mail is moved often.
    let isLarger = threads[left].mails.count >= threads[right].mails.count
    let (to, from) = isLarger ? (left, right) : (right, left)
    threads[to].mails += threads[from].mails
    threads[to].size += threads[from].size
    threads[to].wasGiven = threads[to].wasGiven || threads[from].wasGiven
    threads[from] = Open()
    joined[from] = to
    return to
  }

  /// The conversations that must be given out now; none while the budget holds.
  mutating func overflow() -> [MailThread] {
    guard size > budget else { return [] }
    let resting = threads.indices.filter { !threads[$0].mails.isEmpty }
      .sorted { Self.last(threads[$0]) < Self.last(threads[$1]) }
    var given: [MailThread] = []
    for index in resting where size > budget / 2 { given.append(give(index)) }
    return given
  }

  /// All that are left, in the order of their first mails.
  mutating func rest() -> [MailThread] {
    threads.indices.filter { !threads[$0].mails.isEmpty }
      .sorted { Self.first(threads[$0]) < Self.first(threads[$1]) }
      .map { give($0) }
  }

  private static func last(_ thread: Open) -> Int { thread.mails.lazy.map(\.order).max() ?? 0 }

  private static func first(_ thread: Open) -> Int { thread.mails.lazy.map(\.order).min() ?? 0 }

  private mutating func give(_ index: Int) -> MailThread {
    let open = threads[index]
    size -= open.size
    threads[index] = Open()
    threads[index].wasGiven = true
    return MailThread(
      open.mails.sorted { $0.order < $1.order }.map(\.mail),
      isContinued: open.wasGiven
    )
  }
}
