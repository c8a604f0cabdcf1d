/// What WhatsApp writes into a message in place of words, or beside them.
enum WhatsAppNotice {
  /// What a message is, its notices taken off.
  struct Words: Hashable {
    var text: String
    var attachments = 0
    var isDeleted = false
  }

  /// Whether a scalar only says in which direction the writing runs.
  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// The words of a message.
  static func words(_ message: String) -> Words {
    var words = Words(text: "")
    var lines: [String] = []
    for line in message.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let plain = unmarked(line)
      let folded = plain.lowercased()
      if omitted.contains(folded) || isAttached(folded) {
        words.attachments += 1
      } else if deleted.contains(folded.hasSuffix(".") ? String(folded.dropLast()) : folded) {
        words.isDeleted = true
      } else if let edit = edited.first(where: folded.hasSuffix) {
        lines.append(String(plain.dropLast(edit.count)))
      } else {
        lines.append(plain)
      }
    }
    words.text = Conversation.trimmed(lines.joined(separator: "\n"))
    return words
  }

  /// Whether a text is the notice that the chat is encrypted; a group's name may stand before it.
  static func isEncryption(_ text: String) -> Bool {
    let text = text.lowercased()
    return encrypted.contains { text.contains($0) }
  }

  private static func unmarked(_ line: Substring) -> String {
    var output = String.UnicodeScalarView()
    output.append(contentsOf: line.unicodeScalars.filter { !isMark($0) })
    return Conversation.trimmed(String(output))
  }

  /// `IMG-20260315-WA0001.jpg (file attached)`, `<attached: 00000012-PHOTO.jpg>`.
  private static func isAttached(_ line: String) -> Bool {
    if line.hasPrefix("<"), line.hasSuffix(">"), let colon = line.firstIndex(of: ":") {
      return attached.contains(String(line[line.index(after: line.startIndex)..<colon]))
    }
    guard line.hasSuffix(")"), let open = line.lastIndex(of: "(") else { return false }
    let name = line[..<open]
    return name.contains(".") && fileAttached.contains(String(line[open...].dropFirst().dropLast()))
  }

  private static let omitted: Set<String> = [
    "<media omitted>", "image omitted", "video omitted", "audio omitted", "sticker omitted",
    "gif omitted", "document omitted", "contact card omitted", "video note omitted", "null",
    "<medien ausgeschlossen>", "<medien weggelassen>", "bild weggelassen", "video weggelassen",
    "audio weggelassen", "sticker weggelassen", "dokument weggelassen",
    "<médias omis>", "image absente", "vidéo absente", "audio omis",
    "<multimedia omitido>", "imagen omitida", "video omitido", "audio omitido", "sticker omitido",
    "<mídia oculta>", "imagem ocultada", "áudio ocultado", "vídeo omitido",
    "<media omessi>", "immagine omessa", "video omesso", "audio omesso",
    "<media weggelaten>", "afbeelding weggelaten", "video weggelaten", "audio weggelaten",
    "<без медиафайлов>", "<medya dahil edilmedi>", "<pominięto multimedia>",
  ]

  private static let attached: Set<String> = [
    "attached", "anhang", "pièce jointe", "adjunto", "anexado", "allegato", "bijgevoegd",
  ]

  private static let fileAttached: Set<String> = [
    "file attached", "datei angehängt", "fichier joint", "archivo adjunto", "arquivo anexado",
    "file allegato", "bestand bijgevoegd", "файл добавлен",
  ]

  private static let deleted: Set<String> = [
    "this message was deleted", "you deleted this message", "diese nachricht wurde gelöscht",
    "du hast diese nachricht gelöscht", "ce message a été supprimé",
    "vous avez supprimé ce message", "se eliminó este mensaje", "eliminaste este mensaje",
    "esta mensagem foi apagada", "você apagou esta mensagem", "mensagem apagada",
    "questo messaggio è stato eliminato", "hai eliminato questo messaggio",
    "dit bericht is verwijderd", "u hebt dit bericht verwijderd",
  ]

  private static let edited = [
    "<this message was edited>", "<diese nachricht wurde bearbeitet.>",
    "<diese nachricht wurde bearbeitet>", "<se editó este mensaje.>", "<se editó este mensaje>",
    "<ce message a été modifié>", "<mensagem editada>", "<questo messaggio è stato modificato>",
    "<dit bericht is bewerkt>",
  ]

  private static let encrypted = [
    "end-to-end encrypt", "end-to-end-encrypt", "ende-zu-ende-verschlüssel",
    "chiffrés de bout en bout", "cifrados de extremo a extremo", "criptografia de ponta a ponta",
    "crittografia end-to-end", "end-to-end versleuteld", "сквозным шифрованием",
  ]
}
