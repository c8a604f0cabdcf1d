import Testing

internal import VerbatimCore
internal import VerbatimIngest

@Suite("Speaker roles")
struct SpeakerRolesTests {
  @Test(
    "names tell roles",
    arguments: [
      ("Agent Maya", .agent), ("Customer Service", .agent), ("maya (SUPPORT)", .agent),
      ("Kundenservice", .agent), ("customer", .customer), ("Visitor 38271", .customer),
      ("guest_12", .customer), ("Kundin", .customer), ("お客様", .customer), ("клиент", .customer),
      ("Support Bot", .bot), ("Virtual  Assistant", .bot), ("action", .system), ("Maya", nil),
      ("", nil),
    ] as [(String, Turn.Role?)]
  )
  func words(name: String, role: Turn.Role?) {
    #expect(SpeakerRoles.standard.role(of: name) == role)
  }

  @Test("names of one's own win")
  func named() {
    let roles = SpeakerRoles(naming: ["MAYA": .agent, "agent smith": .customer])
    #expect(roles.role(of: "Maya") == .agent)
    #expect(roles.role(of: "Agent Smith") == .customer)
  }

  @Test(
    "the course of a conversation tells the rest",
    arguments: [
      (["Anna: Hi", "Agent: Hi"], [.customer, .agent]),
      (["Customer: Hi", "Tom: Hi"], [.customer, .agent]),
      (["Bot: Hi", "Anna: Hi"], [.bot, .customer]),
      (["Tom: Hello, how can I help you?", "Anna: It broke"], [.agent, .customer]),
      (["Anna: Hello", "Tom: How may I help?"], [.customer, .agent]),
      (["Anna: It broke", "Tom: Sorry"], [.customer, .agent]),
      (["Bot: Hi", "Anna: It broke", "Tom: Sorry"], [.bot, .customer, .agent]),
      (["A: Hi", "B: Hi", "C: Hi"], [.unknown, .unknown, .unknown]),
      (["Agent: Hi", "B: Hi", "C: Hi"], [.agent, .unknown, .unknown]),
      // Renamed midway: a longer or a shorter name, with its role or without.
      (["Ann: It broke", "Tom: Sorry", "Ann Lee: Thanks"], [.customer, .agent, .customer]),
      (["Agent: Hi", "Ann Lee: It broke", "Ann: Thanks"], [.agent, .customer, .customer]),
      (["Agent Maya: Hi", "Ann: It broke", "Maya: Sorry"], [.agent, .customer, .agent]),
      (["Ann (guest): Hi", "Ann: It broke", "Tom: Sorry"], [.customer, .customer, .agent]),
      (["Agent Kim: Hi", "Customer Kim: Hi", "Kim: Oh"], [.agent, .customer, .unknown]),
      (["Ann Lee: Hi", "Ann Roe: Hi", "Ann: Oh"], [.unknown, .unknown, .unknown]),
    ] as [([String], [Turn.Role])]
  )
  func inferred(lines: [String], roles: [Turn.Role]) {
    var turns = lines.map { line in
      let parts = line.split(separator: ":", maxSplits: 1)
      return Turn(speaker: String(parts[0]), role: .unknown, text: String(parts[1]))
    }
    SpeakerRoles.standard.assign(to: &turns)
    #expect(turns.map(\.role) == roles)
  }
}
