extension MailInLanguage {
  static let slavic = [
    MailInLanguage(
      language: "pl",
      own: "Lewy głośnik po wymianie nadal buczy.",
      more: "Nie, innego gniazdka jeszcze nie próbowałam.",
      old: "Czy próbowała Pani innego gniazdka?",
      headers: [
        "pon., 3 cze 2024 o 09:15 Dom Lamp <pomoc@domlamp.example> napisał(a):",
        "Dnia 3 czerwca 2024 09:15 Mia Keller <mia@domlamp.example> napisał(a):",
        "W dniu 03.06.2024 o 09:15, Mia Keller pisze:",
        "W dniu 2024-06-03 09:15:02 użytkownik Dom Lamp <pomoc@domlamp.example>\nnapisał:",
      ],
      block: """
        Od: Dom Lamp <pomoc@domlamp.example>
        Wysłano: poniedziałek, 3 czerwca 2024 09:15
        Do: Ruth Adler
        Temat: ODP: buczenie
        """,
      separators: [
        "-----Wiadomość oryginalna-----", "---------- Przekazana wiadomość ---------",
        "Początek przekazanej wiadomości:",
      ],
      devices: ["Wysłane z iPhone'a", "Wysłano z mojego telefonu", "Pobierz Outlook dla Android"],
      signOffs: ["Z poważaniem\nRuth Adler", "Pozdrawiam,\nRuth", "Dziękuję\nRuth Adler"],
      legal: "Ta wiadomość jest poufna i przeznaczona wyłącznie dla adresata.",
      banner: "UWAGA: Ta wiadomość pochodzi spoza firmy.",
      footer: "Otrzymujesz tę wiadomość, ponieważ masz u nas zgłoszenie.",
      above: "Odpowiedz powyżej tej linii",
      looks: [
        "Dziękuję za nic,\nznowu się zepsuła.", "Kurier napisał:\nnikogo nie było.",
        "Pozdrawiam kierowcę.\nLampa jest zbita.",
      ]
    ),
    MailInLanguage(
      language: "cs",
      own: "Levý reproduktor po výměně pořád bručí.",
      more: "Ne, jinou zásuvku jsem ještě nezkusila.",
      old: "Zkusila jste jinou zásuvku?",
      headers: [
        "po 3. 6. 2024 v 9:15 odesílatel Dům lamp <pomoc@lampy.example> napsal:",
        "Dne 3. 6. 2024 v 9:15 Mia Keller napsal(a):",
        "Mia Keller <mia@lampy.example> napsala:",
      ],
      block: """
        Od: Dům lamp <pomoc@lampy.example>
        Odesláno: pondělí 3. června 2024 9:15
        Komu: Ruth Adler
        Předmět: RE: bručí
        """,
      separators: [
        "-----Původní zpráva-----", "---------- Přeposlaná zpráva ---------",
        "Začátek přeposlané zprávy:",
      ],
      devices: ["Odesláno z iPhonu", "Odesláno z mého telefonu", "Získejte Outlook pro Android"],
      signOffs: ["S pozdravem\nRuth Adler", "S úctou\nRuth", "Děkuji\nRuth Adler"],
      legal: "Tato zpráva je důvěrná a určená jen adresátovi.",
      banner: "POZOR: Tento e-mail přišel od externího odesílatele.",
      footer: "Tuto zprávu dostáváte, protože u nás máte požadavek.",
      above: "Odpovězte nad tento řádek",
      looks: ["Děkuji za nic,\nzase se rozbila.", "Kurýr napsal:\nnikdo doma."]
    ),
    MailInLanguage(
      language: "ru",
      own: "Левая колонка после обмена всё ещё гудит.",
      more: "Нет, другую розетку я ещё не пробовала.",
      old: "Вы пробовали другую розетку?",
      headers: [
        "пн, 3 июн. 2024 г. в 09:15, Дом ламп <help@lampy.example>:",
        "3 июня 2024 г., 09:15, Мия Келлер <mia@lampy.example> написала:",
        "03.06.2024 09:15, Мия Келлер пишет:",
        "3 июн. 2024 г. 9:15 пользователь \"Мия Келлер\" <\nmia@lampy.example> написал:",
      ],
      block: """
        От: Дом ламп <help@lampy.example>
        Отправлено: 3 июня 2024 г. 9:15
        Кому: Рут Адлер
        Тема: RE: гудит
        """,
      separators: [
        "-----Исходное сообщение-----", "-------- Пересылаемое сообщение --------",
        "Начало переадресованного сообщения:",
      ],
      devices: [
        "Отправлено с iPhone", "Отправлено из мобильной Почты Mail.ru",
        "Отправлено с моего телефона",
      ],
      signOffs: ["С уважением,\nРут Адлер", "С наилучшими пожеланиями\nРут", "Спасибо\nРут Адлер"],
      legal: "Это письмо является конфиденциальным и предназначено только адресату.",
      banner: "ВНИМАНИЕ: Это письмо пришло от внешнего отправителя.",
      footer: "Вы получили это письмо, потому что обращались к нам.",
      above: "Пожалуйста, пишите ответ выше этой строки",
      looks: [
        "Спасибо за ничего,\nопять сломалась.", "Курьер написал:\nникого нет.",
        "С уважением ко мне не относятся.\nЛампа разбита.",
      ]
    ),
    MailInLanguage(
      language: "uk",
      own: "Ліва колонка після обміну досі гуде.",
      more: "Ні, іншу розетку я ще не пробувала.",
      old: "Ви пробували іншу розетку?",
      headers: [
        "пн, 3 черв. 2024 р. о 09:15 Дім ламп <help@lampy.example> пише:",
        "3 червня 2024 р., 09:15, Мія Келлер <mia@lampy.example>\nнаписала:",
        "Мія Келлер <mia@lampy.example> написав(ла):",
      ],
      block: """
        Від: Дім ламп <help@lampy.example>
        Надіслано: 3 червня 2024 р. 9:15
        Кому: Рут Адлер
        Тема: RE: гуде
        """,
      separators: [
        "-----Початкове повідомлення-----", "------ Переслане повідомлення ------",
        "Початок переадресованого повідомлення:",
      ],
      devices: ["Надіслано з iPhone", "Надіслано з мого телефону"],
      signOffs: ["З повагою,\nРут Адлер", "На все добре\nРут", "Дякую\nРут Адлер"],
      legal: "Це повідомлення містить конфіденційну інформацію.",
      banner: "УВАГА: Цей лист надійшов із зовнішнього джерела.",
      footer: "Ви отримали цей лист, оскільки зверталися до нас.",
      above: "Напишіть відповідь вище цього рядка",
      looks: ["Дякую ні за що,\nзнову зламалася.", "Кур'єр написав:\nнікого немає."]
    ),
  ]
}
