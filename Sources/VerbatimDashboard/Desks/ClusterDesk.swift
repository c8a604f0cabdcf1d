internal import VerbatimPipeline

/// Where people decide about clusters: from a form of a page, or over the API.
struct ClusterDesk: Sendable {
  /// What somebody decides, as they wrote it.
  struct Wish: Sendable {
    /// The members of a decision, as JSON and forms name them.
    static let names = ["action", "by", "verdict", "until", "effective", "lots", "reason"]

    var action: String?
    var by: String?
    var verdict: String?
    var until: String?
    var effective: String?
    var lots: [String] = []
    var reason: String?

    /// The wish of a JSON object.
    init(_ json: JSONFields) throws {
      action = try json.text("action")
      by = try json.text("by")
      verdict = try json.text("verdict")
      until = try json.text("until")
      effective = try json.text("effective")
      lots = try json.texts("lots")
      reason = try json.text("reason")
    }

    /// The wish of a form, whose empty fields are absent.
    init(_ form: FormFields) {
      func text(_ name: String) -> String? { form[name].flatMap { $0.isEmpty ? nil : $0 } }
      action = text("action")
      by = text("by")
      verdict = text("verdict")
      until = text("until")
      effective = text("effective")
      lots = (text("lots") ?? "").split { ", \n\r\t".contains($0) }.map(String.init)
      reason = text("reason")
    }
  }

  let services: Services

  /// Adds a decision to a cluster's log, under the name of who asks.
  ///
  /// - Returns: The cluster with the decision.
  /// - Throws: A problem when there is no such cluster, when the decision is not whole, or when it
  ///   does not fit the state; nothing is stored then.
  func decide(_ wish: Wish, on id: String, as principal: Principal) async throws -> ClusterHistory {
    guard let action = wish.action.flatMap({ ClusterDecision.Action(rawValue: $0) }) else {
      throw Problem(.refused, "action is one of \(Self.names(ClusterDecision.Action.self))")
    }
    var decision = ClusterDecision(
      clusterID: id,
      ordinal: 1,
      at: services.now,
      by: try services.name(wish.by, principal),
      action: action
    )
    decision.verdict = try wish.verdict.map { text in
      guard let verdict = ClusterDecision.HazardVerdict(rawValue: text) else {
        let names = Self.names(ClusterDecision.HazardVerdict.self)
        throw Problem(.refused, "verdict is one of \(names)")
      }
      return verdict
    }
    decision.until = try day(wish.until, "until")
    decision.effective = try day(wish.effective, "effective")
    decision.lots = wish.lots
    decision.reason = wish.reason
    let store = services.store
    let former = try store.state()
    let history = try await taking { [decision] in try ClusterRun(store).decide(decision) }
    if let cluster = history.cluster {
      services.board.amend(.init(), from: former) { $0.replacing(cluster) }
    }
    return history
  }

  /// Adds what somebody found on reading a report of a cluster.
  func mark(
    _ signalID: String?,
    finding: String?,
    reason: String?,
    by: String?,
    on id: String,
    as principal: Principal
  ) async throws -> ClusterHistory {
    guard let finding = finding.flatMap({ EvidenceMark.Finding(rawValue: $0) }) else {
      throw Problem(.refused, "say what the report is: not of this issue, or whose doing")
    }
    var mark = EvidenceMark(
      clusterID: id,
      ordinal: 1,
      signalID: signalID ?? "",
      at: services.now,
      by: try services.name(by, principal),
      finding: finding
    )
    mark.reason = reason
    let store = services.store
    return try await taking { [mark] in try ClusterRun(store).mark(mark).after }
  }

  /// The log of a cluster.
  func history(of id: String) async throws -> ClusterHistory {
    let store = services.store
    return try await taking { try ClusterRun(store).history(of: id) }
  }

  /// Runs aside and tells refusals as problems.
  private func taking(
    _ body: @escaping @Sendable () throws -> ClusterHistory
  ) async throws -> ClusterHistory {
    do {
      return try await Aside.run(body)
    } catch let diagnostic as Diagnostic {
      var problem: Problem =
        switch diagnostic.code {
        case .decisionIncomplete: Problem(.refused, diagnostic.message)
        case .decisionRefused: Problem(.conflict, diagnostic.message)
        case .evidenceMissing: Problem(.refused, "the cluster has no such report")
        default: Problem(.unknownItem, "ids are given by /v1/clusters")
        }
      problem.code = diagnostic.code.rawValue
      throw problem
    } catch let failure as StoreFailure {
      // Somebody else decided about the same cluster at the same moment.
      guard case .locked = failure else { throw failure }
      throw Problem(.conflict, "somebody else decided at the same moment; look again")
    }
  }

  private func day(_ text: String?, _ name: String) throws -> Instant? {
    guard let text else { return nil }
    guard let day = Instant(iso8601: text) else {
      throw Problem(.refused, "\(name) is a day such as 2026-12-01")
    }
    return day
  }

  private static func names<Name: CaseIterable & RawRepresentable<String>>(
    _ type: Name.Type
  ) -> String {
    type.allCases.map(\.rawValue).joined(separator: ", ")
  }
}
