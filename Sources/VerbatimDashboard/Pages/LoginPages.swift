internal import HTTPTypes
internal import VerbatimPipeline
internal import VerbatimReport

/// The way in for a browser where tokens are in use.
struct LoginPages: Sendable {
  let services: Services

  var routes: [Route] {
    guard services.settings.tokens != nil else { return [] }
    return [
      Route(
        method: .get,
        path: "/login",
        name: "login",
        summary: "The way in.",
        expected: [Route.Expected(.ok, [.html], nil, "The page.")],
        isPage: true,
        handle: show
      ),
      Route(
        method: .post,
        path: "/login",
        name: "logIn",
        summary: "Opens a session.",
        body: Route.Body(types: [.form], schema: "", summary: "A token."),
        expected: [Route.Expected(.seeOther, [.html], nil, "To the overview.")],
        isPage: true,
        handle: enter
      ),
    ]
  }

  private func show(_ call: Call) async throws -> Answer { page(call, fault: nil) }

  private func enter(_ call: Call) async throws -> Answer {
    let form = try call.checkedForm()
    guard let principal = form["token"].flatMap({ services.settings.tokens?.holder(of: $0) }) else {
      var answer = page(
        call,
        fault: StateView(fault: "Nobody has this token", "Nothing was opened.")
      )
      answer.status = .forbidden
      return answer
    }
    let (id, _) = services.sessions.open(for: principal)
    var answer = Answer.seeOther("/")
    answer.headers.append(("Set-Cookie", Gate.cookie(id)))
    return answer
  }

  private func page(_ call: Call, fault: StateView?) -> Answer {
    let frame = PageFrame(services: services)
    var page = frame.page("This dashboard asks for a token", title: "Token", at: nil)
    page.menu = []
    page.search = nil
    return frame.html(
      LoginView(page: page, fault: fault, formToken: call.session?.formToken ?? ""),
      by: "dashboard-login"
    )
  }
}

/// The way in as its template sees it.
struct LoginView: ViewValue {
  let page: PageView
  let fault: StateView?
  let formToken: String
}

extension Call {
  /// The fields of a form that carries its session's token.
  ///
  /// - Throws: A problem when it does not: the form is of another session or of another site.
  func checkedForm() throws -> FormFields {
    guard let form else { throw Problem(.body, "the form's fields are no UTF-8") }
    guard let session, let token = form["form_token"], token == session.formToken else {
      throw Problem(.origin, "the form is of an earlier session", hint: "open the page again")
    }
    return form
  }
}
