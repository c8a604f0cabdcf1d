extension MailInLanguage {
  static let germanic = [
    MailInLanguage(
      language: "en",
      own: "The left speaker still hums after the exchange.",
      more: "No, I have not tried the other socket yet.",
      old: "Have you tried another socket?",
      headers: [
        "On Mon, 3 Jun 2024 at 09:15, Lampshop Support <help@lampshop.example> wrote:",
        "On Jun 3, 2024, at 9:15 AM, Mia from Lampshop\n<help@lampshop.example> wrote:",
        "On 2024-06-03 09:15, Mia Keller wrote:",
        "Lampshop <help@lampshop.example> writes:",
        "2024-06-03 9:15 GMT+02:00 Lampshop <help@lampshop.example>:",
        "Quoting Mia Keller <mia@lampshop.example>:",
        "---- On Mon, 03 Jun 2024 09:15:02 +0200 Mia <mia@lampshop.example> wrote ----",
      ],
      block: """
        From: Lampshop Support <help@lampshop.example>
        Sent: Monday, June 3, 2024 9:15 AM
        To: Ruth Adler <ruth@mail.example>
        Subject: Re: humming speaker
        """,
      separators: [
        "-----Original Message-----", "---------- Forwarded message ---------",
        "Begin forwarded message:",
      ],
      devices: [
        "Sent from my iPhone", "Sent from Outlook for Android", "Get Outlook for iOS",
        "Sent from my Galaxy, please excuse typos", "[Sent from Yahoo Mail](https://x.example)",
        "Sent with Proton Mail secure email.",
      ],
      signOffs: [
        "Kind regards,\nRuth Adler", "Best,\nRuth", "Many thanks\nRuth Adler\n+44 20 7946 0018",
        "Yours sincerely\n\nR. Adler\nHead of Studio\nAdler & Co Ltd.", "Cheers, Ruth",
      ],
      legal: "This e-mail and any attachments are confidential and meant for the addressee.",
      banner: "CAUTION: This email originated from outside the company. Do not click on links.",
      footer: "You are receiving this because you opened a ticket with us.",
      above: "##- Please type your reply above this line -##",
      looks: [
        "On the other hand he wrote:\nno refund before June.",
        "Thanks for nothing,\nit broke again on the second day.",
        "Route of the parcel\nFrom: Munich\nto Berlin and back to Munich.",
        "Kind regards are all I ever get from you.\nThe lamp is still broken.",
        "Best regards,\nI would rather have my money back than more regards.",
        "Sent from the wrong warehouse\nand to the wrong flat.",
        "This email is the third I write.\nThe first two were ignored.",
        "Warning: the socket gets hot.\nDo not buy it.",
        "On 3 May at 14:30 your driver wrote:\nnobody at home\n\nI was at home all day.",
      ]
    ),
    MailInLanguage(
      language: "de",
      own: "Der linke Lautsprecher brummt auch nach dem Umtausch.",
      more: "Nein, eine andere Steckdose habe ich noch nicht probiert.",
      old: "Haben Sie eine andere Steckdose probiert?",
      headers: [
        "Am Mo., 3. Juni 2024 um 09:15 Uhr schrieb Lampenhaus <hallo@lampenhaus.example>:",
        "Am 03.06.2024 um 09:15 schrieb Mia Keller:",
        "Mia Keller <mia@lampenhaus.example> schrieb am Mo., 3.\nJuni 2024 um 09:15 Uhr:",
        "Am 03.06.24 hat Lampenhaus <hallo@lampenhaus.example> geschrieben:",
      ],
      block: """
        Von: Lampenhaus <hallo@lampenhaus.example>
        Gesendet: Montag, 3. Juni 2024 09:15
        An: Ruth Adler
        Betreff: AW: Brummen
        """,
      separators: [
        "-----Ursprüngliche Nachricht-----", "---------- Weitergeleitete Nachricht ----",
        "Anfang der weitergeleiteten Nachricht:",
      ],
      devices: [
        "Von meinem iPhone gesendet", "Gesendet von Outlook für Android",
        "Diese Nachricht wurde von meinem Handy mit GMX Mail gesendet.",
        "Gesendet mit der Telekom Mail-App", "Von unterwegs gesendet",
      ],
      signOffs: [
        "Mit freundlichen Grüßen\nRuth Adler", "Viele Grüße\n\nRuth", "MfG\nR. Adler",
        "Liebe Grüße aus Köln\nRuth", "Gruß Ruth", "Vielen Dank\nRuth Adler\nTel. 0221 470 3312",
      ],
      legal: "Diese E-Mail enthält vertrauliche Informationen und ist nur für Sie bestimmt.",
      banner: "ACHTUNG: Diese E-Mail stammt von einem externen Absender.",
      footer: "Sie erhalten diese E-Mail, weil Sie ein Ticket eröffnet haben.",
      above: "Bitte geben Sie Ihre Antwort oberhalb dieser Zeile ein",
      looks: [
        "Mit freundlichen Grüßen ist mir nicht geholfen.\nDie Lampe geht nicht.",
        "Danke für nichts,\ndas Ding ist wieder kaputt.",
        "Am Ende schrieb der Fahrer:\nniemand da.",
        "Diese Nachricht ist meine letzte.\nIch will mein Geld zurück.",
      ]
    ),
    MailInLanguage(
      language: "nl",
      own: "De linker luidspreker bromt nog steeds na het omruilen.",
      more: "Nee, een ander stopcontact heb ik nog niet geprobeerd.",
      old: "Heeft u een ander stopcontact geprobeerd?",
      headers: [
        "Op ma 3 jun 2024 om 09:15 schreef Lampenhuis <hallo@lampenhuis.example>:",
        "Op 3 juni 2024 om 09:15 heeft Mia Keller <mia@lampenhuis.example> het volgende\ngeschreven:",
        "Mia Keller schreef op 2024-06-03 09:15:",
      ],
      block: """
        Van: Lampenhuis <hallo@lampenhuis.example>
        Verzonden: maandag 3 juni 2024 09:15
        Aan: Ruth Adler
        Onderwerp: RE: brommen
        """,
      separators: [
        "-----Oorspronkelijk bericht-----", "---------- Doorgestuurd bericht ---------",
        "Begin doorgestuurd bericht:",
      ],
      devices: [
        "Verzonden vanaf mijn iPhone", "Verstuurd vanaf mijn Samsung", "Verzonden met Gmail",
      ],
      signOffs: [
        "Met vriendelijke groet,\nRuth Adler", "Groetjes\nRuth", "Alvast bedankt\nRuth Adler",
      ],
      legal: "Dit bericht is vertrouwelijk en alleen bestemd voor de ontvanger.",
      banner: "LET OP: Deze e-mail is afkomstig van een externe afzender.",
      footer: "U ontvangt deze e-mail omdat u een ticket heeft geopend.",
      above: "Reageer boven deze regel",
      looks: [
        "Bedankt voor niets,\nhij is alweer stuk.",
        "Op een dag schreef de bezorger:\nniemand thuis.",
        "Groet de chauffeur van mij.\nHij was twee dagen te laat.",
      ]
    ),
    MailInLanguage(
      language: "sv",
      own: "Vänster högtalare brummar fortfarande efter bytet.",
      more: "Nej, jag har inte provat ett annat uttag än.",
      old: "Har du provat ett annat uttag?",
      headers: [
        "Den mån 3 juni 2024 kl 09:15 skrev Lamphuset <hej@lamphuset.example>:",
        "Den 3 juni 2024 09:15 skrev Mia Keller\n<mia@lamphuset.example>:",
        "Mia Keller <mia@lamphuset.example> skrev:",
      ],
      block: """
        Från: Lamphuset <hej@lamphuset.example>
        Skickat: den 3 juni 2024 09:15
        Till: Ruth Adler
        Ämne: Sv: brummar
        """,
      separators: [
        "-----Ursprungligt meddelande-----", "---- Vidarebefordrat meddelande ----",
        "Vidarebefordrat brev:",
      ],
      devices: ["Skickat från min iPhone", "Skickat från Outlook för Android"],
      signOffs: ["Med vänliga hälsningar\nRuth Adler", "Mvh\nRuth", "Tack på förhand\nRuth Adler"],
      legal: "Detta meddelande är konfidentiellt och får inte spridas.",
      banner: "VARNING: Detta mejl skickades från en extern avsändare.",
      footer: "Du får detta mejl eftersom du har ett ärende hos oss.",
      above: "Svara ovanför den här raden",
      looks: [
        "Tack för ingenting,\nden gick sönder igen.", "Hälsningar hjälper inte.\nLampan är trasig.",
        "Den här gången skrev föraren:\ningen hemma.",
      ]
    ),
    MailInLanguage(
      language: "da",
      own: "Den venstre højttaler brummer stadig efter ombytningen.",
      more: "Nej, jeg har ikke prøvet en anden stikkontakt endnu.",
      old: "Har du prøvet en anden stikkontakt?",
      headers: [
        "Den man. 3. jun. 2024 kl. 09.15 skrev Lampehuset <hej@lampehuset.example>:",
        "Den 3. juni 2024 kl. 09:15 skrev Mia Keller:",
        "man. 3. jun. 2024 kl. 09.15 skrev Lampehuset <hej@lampehuset.example\n>:",
      ],
      block: """
        Fra: Lampehuset <hej@lampehuset.example>
        Sendt: 3. juni 2024 09:15
        Til: Ruth Adler
        Emne: SV: brummer
        """,
      separators: [
        "-----Oprindelig meddelelse-----", "---- Videresendt meddelelse ----",
        "Start på videresendt besked:",
      ],
      devices: ["Sendt fra min iPhone", "Sendt fra Outlook til Android"],
      signOffs: [
        "Med venlig hilsen\nRuth Adler", "Mange hilsner\nRuth", "På forhånd tak\nRuth Adler",
      ],
      legal: "Denne e-mail er fortrolig og kun beregnet for modtageren.",
      banner: "ADVARSEL: Denne e-mail kommer fra en ekstern afsender.",
      footer: "Du modtager denne e-mail, fordi du har en sag hos os.",
      above: "Svar venligst over denne linje",
      looks: [
        "Tak for ingenting,\nden gik i stykker igen.", "Hilsen hjælper ikke.\nLampen er i stykker.",
      ]
    ),
    MailInLanguage(
      language: "no",
      own: "Den venstre høyttaleren brummer fortsatt etter byttet.",
      more: "Nei, jeg har ikke prøvd en annen stikkontakt ennå.",
      old: "Har du prøvd en annen stikkontakt?",
      headers: [
        "man. 3. jun. 2024 kl. 09:15 skrev Lampehuset <hei@lampehuset.example>:",
        "Den 3. juni 2024 kl. 09:15 skrev Mia Keller <mia@lampehuset.example>:",
        "På 3. juni 2024 09:15 skrev Mia Keller:",
      ],
      block: """
        Fra: Lampehuset <hei@lampehuset.example>
        Sendt: mandag 3. juni 2024 09:15
        Til: Ruth Adler
        Emne: SV: brummer
        """,
      separators: [
        "-----Opprinnelig melding-----", "---- Videresendt melding ----",
        "Videresendt melding:",
      ],
      devices: ["Sendt fra min iPhone", "Sendt fra Outlook for Android"],
      signOffs: ["Med vennlig hilsen\nRuth Adler", "Hilsen\nRuth", "På forhånd takk\nRuth Adler"],
      legal: "Denne e-posten er konfidensiell og kun for mottakeren.",
      banner: "ADVARSEL: Denne e-posten kommer fra en ekstern avsender.",
      footer: "Du mottar denne e-posten fordi du har en sak hos oss.",
      above: "Svar over denne linjen",
      looks: [
        "Takk for ingenting,\nden gikk i stykker igjen.",
        "Hilsen hjelper ikke.\nLampen er ødelagt.",
      ]
    ),
  ]
}
