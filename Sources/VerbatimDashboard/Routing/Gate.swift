internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import VerbatimPipeline

/// What every request passes on its way to a route, and every answer on its way back.
struct Gate: Sendable {
  let services: Services

  /// The answer of a route to a request; whatever fails becomes a problem.
  func respond(_ request: Request, by route: Route, parts: Parameters) async -> Response {
    let start = ContinuousClock.now
    var session = cookie(request).flatMap { services.sessions.session($0) }
    var opened: String?
    // Where tokens are in use, the page that asks for one has a form too.
    let isOpen = services.settings.tokens == nil
    if session == nil, route.isPage, route.types == [.html], isOpen || route.role == nil {
      let new = services.sessions.open(for: isOpen ? .anybody : .nobody)
      (opened, session) = (new.id, new.session)
    }
    var answer: Answer
    do {
      answer = try await route.handle(try await call(request, route, parts, session))
    } catch {
      answer = refusal(error, isPage: route.isPage)
    }
    if let opened { answer.headers.append(("Set-Cookie", Self.cookie(opened))) }
    services.metrics.count(
      route: route.path,
      method: request.method.rawValue,
      status: answer.status.code,
      took: ContinuousClock.now - start
    )
    return Self.response(answer)
  }

  /// The answer to what no route takes.
  func refuse(_ request: Request, _ problem: Problem) -> Response {
    let hostFault = Result { try checkHost(request) }
    if case .failure(let fault as Problem) = hostFault { return Self.response(fault.answer) }
    services.metrics.count(
      route: "none",
      method: Self.known.contains(request.method) ? request.method.rawValue : "other",
      status: problem.kind.status.code,
      took: .zero
    )
    // A person who mistypes an address gets a page, whose menu leads on.
    let path = request.uri.path
    let isPage =
      request.method == .get && !path.hasPrefix("/v1/")
      && MediaType.negotiate(request.headers[.accept], [.problem, .html]) == .html
    return Self.response(refusal(problem, isPage: isPage))
  }

  /// The methods that HTTP knows; any other is no mistake of the path.
  ///
  /// Those of RFC 9110 with PATCH (RFC 5789) and QUERY, a GET with a body
  /// (draft-ietf-httpbis-safe-method-w-body).
  static let known: [HTTPRequest.Method] =
    [
      .get, .head, .post, .put, .patch, .delete, .options, .trace, .connect,
    ] + [HTTPRequest.Method("QUERY")].compactMap(\.self)

  // MARK: On the way in

  private func call(
    _ request: Request,
    _ route: Route,
    _ parts: Parameters,
    _ session: Sessions.Session?
  ) async throws -> Call {
    try checkHost(request)
    let principal = try principal(request, route, session)
    if route.body != nil { try checkOrigin(request) }
    guard let accepts = MediaType.negotiate(request.headers[.accept], route.types) else {
      throw Problem(
        .accept,
        "the answer is \(route.types.map(\.rawValue).joined(separator: " or "))"
      )
    }
    let contentType = try contentType(request, route)
    let checked = (
      parts: try checkedParts(parts, of: route), query: try checkedQuery(request, of: route)
    )
    return Call(
      path: request.uri.path,
      parts: checked.parts,
      query: checked.query,
      principal: principal,
      accepts: accepts,
      contentType: contentType,
      body: contentType == nil ? [] : try await body(of: request),
      session: session
    )
  }

  /// On a loopback address without tokens, a name that leads there is another site's trick (DNS
  /// rebinding): its scripts would count as being at home here.
  private func checkHost(_ request: Request) throws {
    guard let authority = request.head.authority, !authority.isEmpty else {
      throw Problem(.host, "the request names no host")
    }
    guard services.settings.tokens == nil else { return }
    var host = authority
    if let colon = host.lastIndex(of: ":"), host[colon...].dropFirst().allSatisfy(\.isNumber) {
      host = String(host[..<colon])
    }
    host = host.replacing("[", with: "").replacing("]", with: "")
    guard DashboardSettings.isLoopback(host.lowercased()) else {
      throw Problem(.host, "this server answers at 127.0.0.1, ::1 and localhost")
    }
  }

  /// A browser says where a request comes from; other clients do not, and need not.
  private func checkOrigin(_ request: Request) throws {
    let fault = Problem(.origin, "this is taken from the server's own pages and from API clients")
    if let site = HTTPField.Name("Sec-Fetch-Site").flatMap({ request.headers[$0] }),
      site != "same-origin", site != "none"
    {
      throw fault
    }
    guard let origin = request.headers[.origin] else { return }
    guard let authority = request.head.authority,
      ["http://\(authority)", "https://\(authority)"].contains(origin)
    else { throw fault }
  }

  private func principal(
    _ request: Request,
    _ route: Route,
    _ session: Sessions.Session?
  ) throws -> Principal {
    guard let tokens = services.settings.tokens, let role = route.role else {
      return session?.principal ?? .anybody
    }
    var known: Principal?
    if let header = request.headers[.authorization] {
      let words = header.split(separator: " ", maxSplits: 1)
      if words.count == 2, words[0].lowercased() == "bearer" {
        known = tokens.holder(of: words[1].trimmed)
      }
    } else if route.isPage {
      known = session?.principal.roles.isEmpty == false ? session?.principal : nil
    }
    guard let known else {
      var problem = Problem(.token, "send `Authorization: Bearer` with a token of this server's")
      problem.headers = [("WWW-Authenticate", "Bearer realm=\"verbatim\"")]
      if route.isPage { problem.headers.append(("Location", "/login")) }
      throw problem
    }
    guard known.roles.contains(role) else {
      throw Problem(.role, "a token with the role \(role.rawValue) is needed")
    }
    return known
  }

  private func contentType(_ request: Request, _ route: Route) throws -> MediaType? {
    guard let body = route.body else { return nil }
    let stated = request.headers[.contentType].flatMap { MediaType(contentType: $0) }
    let encoding = request.headers[.contentEncoding] ?? "identity"
    guard let stated, body.types.contains(stated), encoding == "identity" else {
      throw Problem(
        .contentType,
        "send \(body.types.map(\.rawValue).joined(separator: " or ")), not compressed"
      )
    }
    return stated
  }

  private func checkedParts(_ parts: Parameters, of route: Route) throws -> [String: String] {
    var checked: [String: String] = [:]
    for part in route.parts {
      guard let text = FormFields.decoded(parts.get(part.name) ?? "", plusIsBlank: false) else {
        throw Problem(.parameter, "an escape in the path is cut off or no UTF-8")
      }
      if let fault = part.fault(text) { throw Problem(.parameter, fault) }
      checked[part.name] = text
    }
    return checked
  }

  private func checkedQuery(_ request: Request, of route: Route) throws -> [String: String] {
    guard let fields = FormFields(request.uri.query ?? "") else {
      throw Problem(.parameter, "an escape in the query is cut off or no UTF-8")
    }
    var query: [String: String] = [:]
    for (name, value) in fields.fields {
      guard let parameter = route.parameters.first(where: { $0.name == name }) else {
        let names = route.parameters.map(\.name)
        throw Problem(
          .parameter,
          names.isEmpty
            ? "there are no parameters here"
            : "parameters are \(names.joined(separator: ", "))"
        )
      }
      // A form sends fields that were left empty.
      if route.isPage, value.isEmpty { continue }
      if let fault = parameter.fault(value) { throw Problem(.parameter, fault) }
      guard query.updateValue(value, forKey: name) == nil else {
        throw Problem(.parameter, "\(parameter.name) stands twice")
      }
    }
    return query
  }

  private func body(of request: Request) async throws -> [UInt8] {
    let limit = services.settings.largestBody
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
      throw Problem(.large, "a body has at most \(limit) bytes")
    }
    let time = services.settings.bodyTime
    return try await withThrowingTaskGroup(of: [UInt8].self) { group in
      group.addTask {
        var bytes: [UInt8] = []
        for try await part in request.body {
          guard bytes.count + part.readableBytes <= limit else {
            throw Problem(.large, "a body has at most \(limit) bytes")
          }
          bytes.append(contentsOf: part.readableBytesView)
        }
        return bytes
      }
      group.addTask {
        try await Task.sleep(for: time)
        throw Problem(.slow, "a body must arrive within \(time.components.seconds) seconds")
      }
      defer { group.cancelAll() }
      return try await group.next() ?? []
    }
  }

  // MARK: On the way out

  private func refusal(_ error: any Error, isPage: Bool) -> Answer {
    let problem: Problem
    switch error {
    case let refused as Problem: problem = refused
    case let failure as StoreFailure: problem = Problem(failure)
    case let counting as Counting: problem = services.warmth.problem(of: counting.last)
    case is CancellationError: problem = Problem(.busy, "the server is about to stop")
    default: problem = Problem(.fault, "the server's log says which")
    }
    return isPage ? ProblemPage(services: services).answer(problem) : problem.answer
  }

  /// The cookie of a session.
  static func cookie(_ id: String) -> String {
    "\(Sessions.cookie)=\(id); Path=/; HttpOnly; SameSite=Strict"
  }

  private func cookie(_ request: Request) -> String? {
    request.headers[.cookie]?.split(separator: ";").lazy.map(\.trimmed)
      .first { $0.hasPrefix("\(Sessions.cookie)=") }
      .map { String($0.dropFirst(Sessions.cookie.count + 1)) }
  }

  /// What a page may do: show our own sheet, script and pictures, and send our own forms.
  static let policy =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

  private static let safety: [(name: String, value: String)] = [
    ("Content-Security-Policy", policy),
    ("X-Content-Type-Options", "nosniff"),
    // Without any referrer a browser's forms would say that they come from `null`.
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("X-Frame-Options", "DENY"),
  ]

  private static func response(_ answer: Answer) -> Response {
    var headers = HTTPFields()
    headers[.contentType] = answer.type.header
    headers[.cacheControl] = "no-store"
    for (name, value) in safety + answer.headers {
      guard let name = HTTPField.Name(name) else { continue }
      if name == .setCookie {
        headers.append(HTTPField(name: name, value: value))
      } else {
        headers[name] = value
      }
    }
    return Response(
      status: answer.status,
      headers: headers,
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: answer.bytes))
    )
  }
}
