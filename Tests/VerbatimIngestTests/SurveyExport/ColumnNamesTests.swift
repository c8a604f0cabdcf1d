import Testing
import VerbatimCore
import VerbatimText

@testable import VerbatimIngest

@Suite("Names of columns")
struct ColumnNamesTests {
  private static let languages = [
    "en", "de", "fr", "es", "it", "pt", "nl", "pl", "sv", "ja", "zh",
  ]

  @Test(
    "are known in eleven languages",
    arguments: [
      (
        "date",
        [
          "Date", "Datum", "Horodateur", "Fecha", "Data", "Carimbo de data/hora", "Tijdstempel",
          "Sygnatura czasowa", "Tidsstämpel", "タイムスタンプ", "时间戳记",
        ]
      ),
      (
        "stars",
        [
          "Rating", "Bewertung", "Étoiles", "Calificación", "Valutazione", "Avaliação",
          "Beoordeling", "Ocena", "Betyg", "評価", "评分",
        ]
      ),
      (
        "text",
        [
          "Comment", "Kommentar", "Commentaire", "Comentario", "Commento", "Comentário",
          "Opmerking", "Komentarz", "Omdöme", "コメント", "评论",
        ]
      ),
      (
        "customer",
        [
          "E-mail", "E-Mail-Adresse", "Adresse e-mail", "Correo electrónico",
          "Indirizzo email", "Endereço de e-mail", "E-mailadres", "Adres e-mail", "E-postadress",
          "メールアドレス", "电子邮件",
        ]
      ),
      (
        "order",
        [
          "Order ID", "Bestellnummer", "Numéro de commande", "Número de pedido",
          "Numero ordine", "Número do pedido", "Bestelnummer", "Numer zamówienia", "Ordernummer",
          "注文番号", "订单号",
        ]
      ),
      (
        "product",
        [
          "Product", "Artikelname", "Nom du produit", "Nombre del producto",
          "Nome prodotto", "Nome do produto", "Productnaam", "Nazwa produktu", "Produktnamn",
          "商品名", "商品名称",
        ]
      ),
    ] as [(String, [String])]
  )
  func languages(role: String, names: [String]) {
    #expect(names.count == Self.languages.count)
    for name in names {
      #expect(
        ShippedNames.all.role(of: HeaderName.normalized(name))?.role.rawValue == role,
        "\(name)"
      )
    }
  }

  @Test("that are built in are those of the files")
  func builtIn() {
    for (name, role) in ColumnAliases.pairs {
      #expect(ShippedNames.all.role(of: name)?.role == role, "\(name)")
    }
  }

  private func names(_ rows: String, exports: String = "") throws -> ColumnNames {
    func table(_ text: String, _ columns: [String]) throws -> TableFile {
      let bytes = columns.joined(separator: "\t") + "\n" + text
      return try TableFile(path: "names.tsv", bytes: Array(bytes.utf8), columns: columns)
    }
    return try ColumnNames(
      names: table(rows, ColumnNames.file.columns),
      exports: table(exports, ColumnNames.exportFile.columns),
      months: table("en\t1\tjan", ColumnNames.monthFile.columns)
    )
  }

  @Test(
    "that say nothing Verbatim knows are refused with their line",
    arguments: [
      ("rooms\tRoom\ten\t", "`rooms` is no role of a column"),
      ("text\tWords\tnobody\t", "`nobody` is no language and no export"),
      ("order\t*order*\ten\t", "`order` is found by no words of a question"),
    ]
  )
  func refused(row: String, message: String) {
    let failure = #expect(throws: Diagnostic.self) { try names("text\tText\ten\t\n" + row) }
    #expect(failure?.code == .lexiconLine)
    #expect(failure?.message == message)
    #expect(failure?.location.line == 3)
  }

  @Test("of an export count in its files only, and first")
  func scopes() throws {
    let names = try names(
      "text\tNote\ten\t\nmetadata\tNote\tacme\t\n",
      exports: "acme\tsurvey\t\t\t2\t!acme id;note;score\tAcme\n"
    )
    #expect(names.role(of: "note")?.role == .text)
    #expect(names.role(of: "note", in: "acme")?.role == .metadata)
    #expect(names.export(of: ["acme id", "note"])?.title == "Acme")
    #expect(names.export(of: ["note", "score"]) == nil)
    #expect(names.export(of: ["acme id"]) == nil)
  }
}
