extension MailInLanguage {
  static let romance = [
    MailInLanguage(
      language: "fr",
      own: "Le haut-parleur gauche grésille toujours après l'échange.",
      more: "Non, je n'ai pas encore essayé une autre prise.",
      old: "Avez-vous essayé une autre prise ?",
      headers: [
        "Le lun. 3 juin 2024 à 09:15, Maison Lampe <aide@lampe.example> a écrit :",
        "Le 3 juin 2024 à 09:15, Mia Keller a écrit :",
        "Le lun. 3 juin 2024 à 09:15, Maison Lampe <aide@lampe.example>\na écrit :",
      ],
      block: """
        De : Maison Lampe <aide@lampe.example>
        Envoyé : lundi 3 juin 2024 09:15
        À : Ruth Adler
        Objet : RE: grésille
        """,
      separators: [
        "-----Message d'origine-----", "---------- Message transféré ---------",
        "Début du message transféré :",
      ],
      devices: [
        "Envoyé de mon iPhone", "Envoyé depuis mon mobile Samsung",
        "Envoyé à partir de Outlook pour Android", "Télécharger Outlook pour iOS",
      ],
      signOffs: [
        "Cordialement,\nRuth Adler", "Bien à vous\nRuth", "Merci d'avance\nRuth Adler",
        "Veuillez agréer, Madame, mes salutations distinguées.\nRuth Adler",
      ],
      legal: "Ce message est confidentiel et destiné à son seul destinataire.",
      banner: "ATTENTION : Ce courriel provient de l'extérieur de la société.",
      footer: "Vous recevez ce courriel car vous avez ouvert une demande.",
      above: "Veuillez écrire votre réponse au-dessus de cette ligne",
      looks: [
        "Merci pour rien,\nelle est encore cassée.", "Le livreur a écrit :\nabsent.",
        "Cordialement, c'est tout ce que je reçois.\nLa lampe est cassée.",
      ]
    ),
    MailInLanguage(
      language: "es",
      own: "El altavoz izquierdo sigue zumbando después del cambio.",
      more: "No, todavía no he probado otro enchufe.",
      old: "¿Ha probado otro enchufe?",
      headers: [
        "El lun, 3 jun 2024 a las 9:15, Casa Lámpara (<ayuda@lampara.example>) escribió:",
        "El 3 de junio de 2024 9:15, Mia Keller <mia@lampara.example>\nescribió:",
        "Mia Keller <mia@lampara.example> escribió:",
      ],
      block: """
        De: Casa Lámpara <ayuda@lampara.example>
        Enviado el: lunes, 3 de junio de 2024 9:15
        Para: Ruth Adler
        Asunto: RE: zumbido
        """,
      separators: [
        "-----Mensaje original-----", "---------- Mensaje reenviado ---------",
        "Inicio del mensaje reenviado:",
      ],
      devices: [
        "Enviado desde mi iPhone", "Enviado desde Outlook para Android",
        "Obtener Outlook para iOS",
      ],
      signOffs: ["Un saludo,\nRuth Adler", "Atentamente\nRuth", "Muchas gracias\nRuth Adler"],
      legal: "Este mensaje es confidencial y va dirigido solo a su destinatario.",
      banner: "PRECAUCIÓN: Este correo se originó fuera de la empresa.",
      footer: "Recibe este correo porque abrió una incidencia.",
      above: "Por favor, escriba su respuesta por encima de esta línea",
      looks: [
        "Gracias por nada,\notra vez está rota.", "El repartidor escribió:\nausente.",
        "Saludos no arreglan nada.\nLa lámpara sigue rota.",
      ]
    ),
    MailInLanguage(
      language: "it",
      own: "L'altoparlante sinistro ronza ancora dopo il cambio.",
      more: "No, non ho ancora provato un'altra presa.",
      old: "Ha provato un'altra presa?",
      headers: [
        "Il giorno lun 3 giu 2024 alle ore 09:15 Casa Lampada <aiuto@lampada.example> ha\nscritto:",
        "Il 03/06/2024 09:15, Mia Keller ha scritto:",
        "In data 3 giugno 2024 09:15:02 Mia Keller <mia@lampada.example> ha scritto:",
      ],
      block: """
        Da: Casa Lampada <aiuto@lampada.example>
        Inviato: lunedì 3 giugno 2024 09:15
        A: Ruth Adler
        Oggetto: R: ronzio
        """,
      separators: [
        "-----Messaggio originale-----", "---------- Messaggio inoltrato ---------",
        "Inizio messaggio inoltrato:",
      ],
      devices: ["Inviato da iPhone", "Inviato dal mio telefono", "Scarica Outlook per Android"],
      signOffs: ["Cordiali saluti\nRuth Adler", "Saluti,\nRuth", "Grazie mille\nRuth Adler"],
      legal: "Questo messaggio è riservato al destinatario.",
      banner: "ATTENZIONE: Questa e-mail proviene da un mittente esterno.",
      footer: "Ricevi questa e-mail perché hai aperto una richiesta.",
      above: "Rispondere sopra questa riga",
      looks: [
        "Grazie di niente,\nsi è rotta di nuovo.", "Il corriere ha scritto:\nassente.",
        "Saluti non mi servono.\nLa lampada è rotta.",
      ]
    ),
    MailInLanguage(
      language: "pt",
      own: "A coluna esquerda continua a zumbir depois da troca.",
      more: "Não, ainda não experimentei outra tomada.",
      old: "Já experimentou outra tomada?",
      headers: [
        "Em seg., 3 de jun. de 2024 às 09:15, Casa da Luz <ajuda@luz.example> escreveu:",
        "Em 3 de junho de 2024 09:15, Mia Keller (\nmia@luz.example) escreveu:",
        "Mia Keller <mia@luz.example> escreveu no dia segunda, 3/06/2024 à(s) 09:15:",
      ],
      block: """
        De: Casa da Luz <ajuda@luz.example>
        Enviado: segunda-feira, 3 de junho de 2024 09:15
        Para: Ruth Adler
        Assunto: RE: zumbido
        """,
      separators: [
        "-----Mensagem original-----", "---------- Mensagem encaminhada ---------",
        "Início da mensagem reencaminhada:",
      ],
      devices: ["Enviado do meu iPhone", "Enviado a partir do Outlook para Android"],
      signOffs: [
        "Com os melhores cumprimentos,\nRuth Adler", "Atenciosamente\nRuth",
        "Obrigada\nRuth Adler",
      ],
      legal: "Esta mensagem é confidencial e destina-se apenas ao destinatário.",
      banner: "ATENÇÃO: Este e-mail foi enviado de fora da empresa.",
      footer: "Recebeu este e-mail porque abriu um pedido.",
      above: "Responda acima desta linha",
      looks: [
        "Obrigada por nada,\npartiu-se outra vez.", "O estafeta escreveu:\nausente.",
      ]
    ),
  ]
}
