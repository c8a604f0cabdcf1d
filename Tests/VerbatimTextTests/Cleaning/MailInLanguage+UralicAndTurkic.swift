extension MailInLanguage {
  static let uralicAndTurkic = [
    MailInLanguage(
      language: "fi",
      own: "Vasen kaiutin hurisee yhä vaihdon jälkeen.",
      more: "En, toista pistorasiaa en ole vielä kokeillut.",
      old: "Oletko kokeillut toista pistorasiaa?",
      headers: [
        "ma 3. kesäk. 2024 klo 9.15 Lampputalo (apu@lampputalo.example) kirjoitti:",
        "Mia Keller <mia@lampputalo.example> kirjoitti 3.6.2024 kello 9:15:",
        "3.6.2024 9:15, Mia Keller kirjoitti:",
      ],
      block: """
        Lähettäjä: Lampputalo <apu@lampputalo.example>
        Lähetetty: maanantai 3. kesäkuuta 2024 9.15
        Vastaanottaja: Ruth Adler
        Aihe: VS: hurina
        """,
      separators: [
        "-----Alkuperäinen viesti-----", "---------- Välitetty viesti ---------",
        "Välitetty viesti alkaa:",
      ],
      devices: ["Lähetetty iPhonesta", "Lähetetty matkapuhelimesta", "Hanki Outlook Androidille"],
      signOffs: ["Ystävällisin terveisin\nRuth Adler", "Terveisin,\nRuth", "Kiitos\nRuth Adler"],
      legal: "Tämä viesti on luottamuksellinen.",
      banner: "VAROITUS: Tämä viesti on lähetetty organisaation ulkopuolelta.",
      footer: "Saat tämän viestin, koska sinulla on tukipyyntö.",
      above: "Vastaa tämän rivin yläpuolelle",
      looks: ["Kiitos ei mistään,\nse hajosi taas.", "Kuljettaja kirjoitti:\nei ketään kotona."]
    ),
    MailInLanguage(
      language: "tr",
      own: "Sol hoparlör değişimden sonra hâlâ uğulduyor.",
      more: "Hayır, başka bir prizi henüz denemedim.",
      old: "Başka bir prizi denediniz mi?",
      headers: [
        "Lamba Evi <destek@lambaevi.example>, 3 Haz 2024 Pzt, 09:15 tarihinde şunu yazdı:",
        "Mia Keller <mia@lambaevi.example>, 3 Haz 2024 Pzt, 09:15 tarihinde\nşunu yazdı:",
        "3.06.2024 09:15 tarihinde Mia Keller yazdı:",
      ],
      block: """
        Kimden: Lamba Evi <destek@lambaevi.example>
        Gönderildi: 3 Haziran 2024 Pazartesi 09:15
        Kime: Ruth Adler
        Konu: YNT: uğultu
        """,
      separators: [
        "-----Orijinal Mesaj-----", "---------- İletilen Mesaj ---------",
        "İletilmiş mesajın başlangıcı:",
      ],
      devices: [
        "iPhone'umdan gönderildi", "Samsung cihazımdan gönderildi",
        "Android için Outlook edinin",
      ],
      signOffs: ["Saygılarımla,\nRuth Adler", "İyi günler\nRuth", "Teşekkürler\nRuth Adler"],
      legal: "Bu e-posta gizlidir ve yalnızca alıcısına aittir.",
      banner: "DİKKAT: Bu e-posta kurum dışından gelmiştir.",
      footer: "Bu e-postayı aldınız, çünkü bizde bir talebiniz var.",
      above: "Lütfen yanıtınızı bu satırın üstüne yazın",
      looks: ["Hiçbir şey için teşekkürler,\nyine bozuldu.", "Kurye yazdı:\nevde kimse yok."]
    ),
  ]
}
