internal import VerbatimCore
internal import VerbatimStore

extension AuditTurn {
  func write(to json: inout JSONWriter) {
    json.field("turn", index)
    json.field("role", role.rawValue)
    json.field("speaker", speaker)
    json.field("at", at)
    json.field("wait_seconds", wait)
    json.field("first_reply", isFirstReply)
    json.field("compound", compound)
    json.field("text", text)
    json.array("events", events) { json, event in json.object { event.write(to: &$0) } }
    json.array("explain", contributions) { json, part in json.object { part.write(to: &$0) } }
  }
}

extension AuditTurn.Event {
  func write(to json: inout JSONWriter) {
    json.field("kind", kind)
    json.field("name", name)
    json.field("start", evidence?.range.start)
    json.field("end", evidence?.range.end)
    json.field("quote", evidence?.quote)
    json.field("due", due?.description)
    json.field("state", state?.rawValue)
  }
}

extension AuditTurn.Contribution {
  func write(to json: inout JSONWriter) {
    json.field("start", range.start)
    json.field("end", range.end)
    json.field("term", term)
    json.field("valence", valence)
    json.array("rules", rules) { $0.value($1) }
    json.field("contribution", contribution)
  }
}

extension Review {
  func write(to json: inout JSONWriter) {
    json.field("signal_id", signalID)
    json.field("category", category)
    json.field("verdict", verdict)
    json.field("reason", reason)
    json.field("reviewer", reviewer)
    json.field("at", at.description)
  }
}
