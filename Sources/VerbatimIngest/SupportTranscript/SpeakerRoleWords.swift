internal import VerbatimCore

/// The words by which logs name a role, and those by which an agent opens a conversation.
enum SpeakerRoleWords {
  /// Whole names that say the role though their words alone would not.
  static let names: [String: Turn.Role] = [
    "ai": .bot, "ai assistant": .bot, "assistant": .bot, "virtual assistant": .bot,
    "virtual agent": .bot, "digital assistant": .bot, "asistente virtual": .bot,
    "assistant virtuel": .bot, "assistente virtuale": .bot, "assistente virtual": .bot,
    "end user": .customer, "end-user": .customer, "end_user": .customer,
    "info": .system,
  ]

  /// Single words, in lower case.
  static let words: [String: Turn.Role] = {
    var table: [String: Turn.Role] = [:]
    for (role, list) in lists {
      for word in list.split(separator: " ") { table[String(word)] = role }
    }
    return table
  }()

  private static let lists: [(Turn.Role, String)] = [
    (
      .bot,
      """
      bot chatbot robot voicebot answerbot ivr autoresponder \
      бот чатбот 机器人 ボット 챗봇
      """
    ),
    (
      .agent,
      """
      agent agents rep representative advisor adviser support supporter operator helpdesk service \
      staff employee teammate admin associate specialist consultant supervisor csr \
      agentin mitarbeiter mitarbeiterin berater beraterin kundenservice kundendienst \
      kundenberater kundenberaterin sachbearbeiter sachbearbeiterin \
      conseiller conseillère conseillere téléconseiller opérateur opératrice assistance \
      agente asesor asesora operador operadora soporte atención \
      operatore operatrice assistenza consulente atendente suporte \
      medewerker medewerkster adviseur klantenservice konsultant konsultantka doradca obsługa \
      kundtjänst handläggare medarbejder kundeservice kundebehandler asiakaspalvelija \
      asiakaspalvelu temsilci temsilcisi агент оператор поддержка консультант менеджер \
      客服 坐席 客服人员 オペレーター 担当者 サポート 상담원 상담사
      """
    ),
    (
      .system,
      """
      system action notice notification event système systeme sistema systeem systemnachricht \
      järjestelmä система 系统 システム 시스템
      """
    ),
    (
      .customer,
      """
      customer client caller user visitor guest shopper buyer purchaser consumer requester lead \
      contact kunde kundin anrufer anruferin nutzer nutzerin besucher besucherin gast käufer \
      käuferin cliente clienta appelant appelante visiteur visiteuse utilisateur utilisatrice \
      acheteur acheteuse usuario usuaria visitante comprador compradora utente acquirente \
      usuário usuária utilizador klant bezoeker gebruiker beller klient klientka kund besökare \
      bruker asiakas müşteri клиент клиентка покупатель пользователь посетитель \
      客户 顾客 用户 お客様 お客さま 顧客 고객
      """
    ),
  ]

  private static let offers = [
    "how can i help", "how may i help", "how can we help", "how may we help", "how could i help",
    "what can i help", "what can i do for you", "can i help you", "how can i assist",
    "how may i assist", "thank you for calling", "thanks for calling", "thank you for contacting",
    "thanks for contacting", "thank you for reaching out", "thanks for reaching out",
    "thank you for chatting", "thanks for chatting",
    "wie kann ich ihnen", "wie kann ich dir", "was kann ich für sie", "was kann ich für dich",
    "womit kann ich", "comment puis-je vous aider", "en quoi puis-je", "que puis-je faire",
    "en qué puedo", "en que puedo", "cómo puedo ayudar", "como puedo ayudar",
    "como posso ajud", "em que posso", "come posso aiutar", "in cosa posso",
    "waarmee kan ik", "hoe kan ik u", "hoe kan ik je", "w czym mogę pomóc",
    "hur kan jag hjälpa", "hvordan kan jeg hjælpe", "hvordan kan jeg hjelpe",
    "чем могу помочь", "чем я могу",
  ]

  /// Whether the words are those with which a shop's side opens a conversation.
  static func offersHelp(_ text: String) -> Bool {
    let text = SpeakerRoles.folded(text)
    return offers.contains { text.contains($0) }
  }
}
