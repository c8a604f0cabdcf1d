import Testing

@testable import VerbatimText

@Suite("Names")
struct NameRedactionTests {
  @Test(
    "in greetings are found",
    arguments: [
      "Hi «Anna»,\nit broke", "Dear «Mr. Smith»,", "Dear «Mr and Mrs Smith»,",
      "hi «anna», it broke",
      "Hello «Sarah Connor», thanks", "Hi «Anna» I bought this kettle", "HI «ANNA», IT BROKE",
      "Good morning «Priya»,", "Hallo «Frau Müller»,", "Liebe «Sabine»,",
      "Sehr geehrte «Frau Dr. von der Leyen»,", "Bonjour «Madame Petit»", "Chère «Élodie», merci",
      "Hola «María», llegó roto", "Estimado «Sr. García»:", "Gentile «Sig.ra Rossi»,",
      "Prezada «Sra. Silva»,", "Beste «Jan»,\nhet is kapot", "Geachte «heer De Vries»,",
      "Cześć «Kasia», zepsuty", "Hej «Åsa»! Jag", "Merhaba «Ayşe», bozuk",
      "Здравствуйте, «Иван Петрович»!", "Уважаемый «Сергей Иванович»!", "«田中様»\nお世話になります",
      "«김민수님», 안녕하세요", "尊敬的«王女士»：", "你好«李明»，坏了", "مرحبا «أحمد»، مكسور",
      "สวัสดี«คุณสมชาย» สินค้าเสีย", "Hello, «Peter» here. It broke.",
    ]
  )
  func greetings(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .name)) }

  @Test(
    "in introductions are found",
    arguments: [
      "My name is «Anna Schmidt» and I", "my name is «john doe» and", "this is «Anna» from Leeds",
      "I am «Anna Schmidt», a customer", "Hi, I'm «Anna». It leaks.",
      "Ich heiße «Anna Schmidt» und",
      "Mein Name ist «Jürgen Klein».", "ich bin «Anna Schmidt», Kundin", "je m’appelle «Sophie»",
      "Je suis «Paul Durand», client", "Me llamo «Carlos Ruiz» y", "Mi chiamo «Giulia Bianchi» e",
      "Meu nome é «João da Silva» e", "Mijn naam is «Jan de Vries» en",
      "Nazywam się «Jan Kowalski» i",
      "Jag heter «Erik Svensson» och", "Benim adım «Ayşe Yılmaz».", "Меня зовут «Анна Иванова», я",
      "我叫«李明»，坏了", "私の名前は«田中太郎»です。", "«田中»と申します。", "제 이름은 «김민수»입니다",
      "저는 «박지성»입니다", "اسمي «أحمد علي»، مكسور", "ผมชื่อ «สมชาย» ครับ", "Name: «Anna Schmidt»\n",
    ]
  )
  func introductions(text: String) {
    #expect(Redacting.outcome(text) == Redacting.wanted(text, .name))
  }

  @Test(
    "in sign-offs are found",
    arguments: [
      "It broke.\n\nRegards,\n«Anna Schmidt»", "Please help. Kind regards, «Anna Schmidt»",
      "Thanks, «Sarah»", "Thanks,\n«Sarah»\n", "best regards\n«anna schmidt»",
      "Yours,\n«J. R. Smith»",
      "Regards\n«Siobhán Ní Bhriain»", "Kind Regards «ANNA SCHMIDT»", "Many thanks,\n«Anna & Tom»",
      "Mit freundlichen Grüßen\n«Anna Schmidt»", "Danke!\nLG «Sabine»",
      "Viele Grüße aus Köln\n«Petra Klein»",
      "Cordialement,\n«Jean Dupont»", "Un saludo,\n«Carlos Ruiz»",
      "Cordiali saluti\n«Giulia Bianchi»",
      "Atenciosamente,\n«João Silva»", "Met vriendelijke groet,\n«Jan de Boer»",
      "Pozdrawiam,\n«Jan Kowalski»",
      "Mvh\n«Åsa»", "Saygılarımla\n«Can Aydın»", "С уважением, «Пётр Сидоров»",
      "よろしくお願いいたします。\n«田中太郎»", "谢谢！\n«李明»", "감사합니다.\n«김민수» 드림", "مع التحية،\n«أحمد علي»",
      "ขอบคุณครับ\n«สมชาย ใจดี»", "Love it.\n\n- «Anna»", "Great kettle!\n— «Anna S.»",
      "Broke.\n--\n«Peter Novak»",
      "The lid leaks and nobody answers.\n\n«Maeve O'Dowd»", "Best wishes\n«Tilda» xx",
    ]
  )
  func signOffs(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .name)) }

  @Test(
    "are not the people a letter is written to, or the words after a greeting",
    arguments: [
      "Hi there, it broke", "Hello team, it broke", "Dear Customer Service,", "Hi Support,",
      "Dear Amazon, please help", "Dear Sir or Madam,", "Dear Acme Team,\nit broke",
      "Hello Kitty mug", "Hi-Fi sound", "Hello! Great product", "Hello, great product",
      "Hallo zusammen,", "Sehr geehrte Damen und Herren,", "Bonjour à tous,", "Madame, Monsieur,",
      "Hola a todos", "Beste koop ooit!", "Beste Lampe, die ich je hatte", "Hej alla,",
      "Здравствуйте, товар сломан", "皆様\nお世話になります", "仕様が違います", "고객님 감사합니다", "大家好，坏了",
      "السلام عليكم ورحمة الله", "Dear Kettle lovers", "Hey HP, check this",
      "Good Morning America mug",
      "Hi Philips, it broke", "Hello Marks and Spencer, it broke", "Witam serdecznie, pękł",
      "สวัสดีค่ะ ฿890 แพงไป",
    ]
  )
  func notGreeted(text: String) { #expect(Redacting.redact(text).text == text) }

  @Test(
    "are not what people say of themselves or thank for",
    arguments: [
      "I am American and love it", "I'm Happy with it", "This Is The Best Kettle Ever",
      "this is Amazing Quality for the price", "My name is engraved badly", "my name is on the box",
      "Ich bin Prime Kunde, und enttäuscht", "Je suis Française et contente", "我叫客服了，没人理",
      "Thanks, great product", "Thanks!\nGreat kettle", "Best kettle ever",
      "Best Buy had it cheaper",
      "Love, love, love it", "Thanks, Amazon!", "With regards to the product, it leaks",
      "Regards\nSent from my iPhone", "Pros: light\n- Battery\n- Easy Setup", "Size - Large",
      "Mr. Coffee machine is great", "The Dr. Martens fit", "Danke\nSuper Produkt",
      "LG OLED TV is great",
      "谢谢\n质量不错", "감사합니다\n배송 빨라요", "ขอบคุณครับ\nสินค้าดีมาก", "ありがとうございます\n返品します",
      "product name: Kettle", "All the best features", "Viele Grüße aus Berlin",
    ]
  )
  func notNamed(text: String) { #expect(Redacting.redact(text).text == text) }
}
