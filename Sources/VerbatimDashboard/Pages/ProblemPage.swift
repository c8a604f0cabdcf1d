internal import HTTPTypes
internal import VerbatimReport

/// A problem as a person is told it: what is so, and what to do.
struct ProblemPage: Sendable {
  let services: Services

  /// The page of a problem; without a token, the way to where one is asked for.
  func answer(_ problem: Problem) -> Answer {
    if problem.kind == .token { return .seeOther("/login") }
    let frame = PageFrame(services: services)
    let page = frame.page(problem.kind.title, title: problem.kind.title, at: nil)
    let isCounting = problem.kind == .counting
    let state =
      isCounting
      ? StateView(nothing: "This page comes by itself", problem.sentence)
      : StateView(
        fault: "This page cannot be shown",
        problem.sentence,
        problem.hint.map(Problem.sentence) ?? "The menu leads to the others.",
        code: [problem.code, String(problem.kind.status.code)].compactMap(\.self)
          .joined(separator: " · ")
      )
    var answer = frame.html(MessageView(page: page, state: state), by: "dashboard-message")
    answer.status = problem.kind.status
    answer.headers = problem.headers
    // A browser heeds this and not `Retry-After`.
    if isCounting {
      answer.headers += problem.headers.filter { $0.name == "Retry-After" }
        .map { ("Refresh", $0.value) }
    }
    return answer
  }
}
