internal import VerbatimCore

/// Tells who of the writers of a conversation by mail is the customer.
///
/// What the shop named by address, domain (`@shop.example`) or name wins. Then machines and role
/// words tell ("Support", service@). Of the others the first to write is the customer; who writes
/// from another domain is an agent, and so is who was written to.
struct MailRoles {
  private let named: SpeakerRoles

  /// Roles by the names that the shop gave.
  init(_ named: SpeakerRoles) { self.named = named }

  /// The role of each mail's writer.
  ///
  /// - Parameter mails: The mails of one conversation, in its order.
  /// - Returns: A role for each mail; unknown where nobody is named.
  func roles(of mails: [MailMessage]) -> [Turn.Role] {
    let told = mails.map(told)
    var customers: Set<String> = []
    var domains: Set<String> = []
    var asked: Set<String> = []
    func note(_ mail: MailMessage) {
      guard let sender = mail.sender else { return }
      customers.insert(sender.key)
      domains.insert(sender.domain)
      asked.formUnion(mail.to.map(\.key))
    }
    for (mail, role) in zip(mails, told) where role == .customer { note(mail) }
    if customers.isEmpty,
      let first = zip(mails, told).first(where: { $0.1 == nil && $0.0.sender != nil })?.0
    {
      note(first)
    }
    return zip(mails, told).map { mail, role in
      if let role { return role }
      guard let sender = mail.sender else { return .unknown }
      if customers.contains(sender.key) { return .customer }
      return domains.contains(sender.domain) && !asked.contains(sender.key) ? .customer : .agent
    }
  }

  /// The role that the mail states; nil when the course of the conversation must tell.
  private func told(_ mail: MailMessage) -> Turn.Role? {
    if mail.isReport { return .system }
    guard let sender = mail.sender else { return mail.isAutomatic ? .bot : nil }
    if mail.isAutomatic { return .bot }
    for name in [sender.address, "@\(sender.domain)", sender.name] where !name.isEmpty {
      if let role = named.given(to: name) { return role }
    }
    let local = sender.address.prefix { $0 != "@" }.lowercased()
    if Self.machines.contains(local.filter { $0.isLetter }) { return .bot }
    for name in [sender.name, local] {
      // A person may be called Guest or Kunde; a name that says Support is meant so.
      if let role = named.role(of: name), role == .agent || role == .bot { return role }
    }
    return nil
  }

  private static let machines: Set<String> = [
    "noreply", "donotreply", "mailerdaemon", "postmaster", "bounce", "bounces", "notifications",
  ]
}
