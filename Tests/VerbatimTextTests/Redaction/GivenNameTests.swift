import Testing
import VerbatimTestSupport

@testable import VerbatimText

@Suite("Given names of the list")
struct GivenNameTests {
  @Test(
    "are masked after phrases that say little by themselves",
    arguments: [
      "Hi there «Laura», still no parcel.", "hi «laura» the lamp broke",
      "i'm «joanna» and i need a refund",
      "I'm «Grace» and my pan is burnt.", "this is «Tom» from flat 4", "They call me «Betty».",
      "Thank you so much «Priya», you are a star.", "Thanks «Sarah» for sorting it out.",
      "I spoke to «Tom» last week.", "my son «Ben» broke it on day one.",
      "Spoke to a lady called «Denise» who was lovely.", "My daughter «Grace» loves it.",
      "Signed, a very unhappy «Karen»", "Best, «Hannah» x", "Name - «Ellen»",
      "Full name: «Smith, John»",
      "Ich bin die «Sabine» aus Köln.", "Ihre Kollegin «Anja» war sehr nett.", "Danke «Steffi»!",
      "Soy «Pilar», la clienta del pedido.", "Hablé con «Beatriz» ayer.",
      "Sono «Federica», ho comprato la padella.",
      "Ho parlato con «Stefano» ieri.", "C'est «Nathalie», j'attends mon colis.",
      "Ma fille «Inès» adore la lampe.",
      "Sou a «Beatriz» do pedido 221.", "Falei com o «Nuno» ontem.",
      "Ik ben «Femke» en mijn pan is stuk.",
      "Jestem «Kasia» i kupiłam garnek.", "Jag pratade med «Johan» igår.",
      "Eşim «Mehmet» çok sevdi.",
      "Это «Игорь», я звонил вчера.", "Моя жена «Лена» в восторге.", "أنا «فاطمة»، لم يصل طلبي.",
      "مرحبا يا «ليلى»، القدر مكسور.", "我是«李娜»，锅还没到。", "저는 «김수진»입니다.", "ผมชื่อ«วิชัย»ครับ",
    ]
  )
  func after(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .name)) }

  @Test(
    "are masked before such phrases",
    arguments: [
      "«Nina» here, the kettle arrived broken.", "Hi, it's «Nadia» here about the toaster.",
      "«Karen» from customer service was rude.", "«Sarah», thanks for the quick reply!",
      "«Petra» hier, der Topf ist kaputt.", "«陈伟»您好，您的包裹已发出。", "«山田»です。鍋が届きません。",
      "«박지훈»입니다. 냄비가 안 왔어요.", "«이영희 고객님», 발송되었습니다.",
    ]
  )
  func before(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .name)) }

  @Test(
    "are masked within a sentence where persons stand",
    arguments: [
      "I chatted with «Tamsin» on tuesday and she sorted it.",
      "I asked «Oscar» for a refund twice.",
      "It was «Ingrid» who helped in the end.", "When I came in, «Deborah» was busy.",
      "The fitter, «Gareth», left a mess.", "«Trevor» promised a refund by Friday.",
      "She said «Desmond» would ring me back and he never did.", "spoke to «dave» on saturday",
      "my wife «sarah» loves it", "Please thank «Bronwyn» for me.",
      "Die Rechnung bitte auf den Namen «Adelgunde Rott».", "Der Monteur, «Horst», kam zu spät.",
      "Wie mit «Thorsten» besprochen.", "Le livreur, «Amadou», était charmant.",
      "Votre conseiller «Ludovic» m'a rappelé.", "Hablé con «Yulieth» del chat.",
      "Mia nonna «Assunta» non riesce.", "Falei com a «Jussara» ontem.",
      "Ik had «Fenna» aan de lijn.", "Zamówienie złożył «Tymoteusz Kos».",
      "Pratade med «Gunvor» i chatten.", "«Gülşah» hanım çok ilgiliydi.",
      "Курьер «Рустам» был вежлив.", "夫の«健太郎»が喜んでいます",
      "昨日、窓口で«佐々木さん»に聞きました", "上次是«周女士»接待的", "제 동생 «민호»가 써요",
    ]
  )
  func within(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .name)) }

  @Test(
    "need not be listed after phrases that name persons alone",
    arguments: [
      "Your driver «Ezquil» carried it upstairs.", "I spoke to «Wendrick Oster» today.",
      "The order is under my husband's name, «Brombur Petkov», not mine.",
      "a lady called «Zuliana» served us", "Account holder: «Theodrina Vance»",
      "FAO «Marianka Holub»", "i.A. «P. Kreuzer»",
      "De factuur op naam van «F.J.M. Bruggenwirth» graag.",
      "Un tal «Edelmirito» vino a montarlo.", "ordine intestato a «Ndeyela Fabbri»",
      "regards «m. kovacs»", "配達の«タカハタ»さん、ありがとう", "客服«欧阳晓棠»态度很好",
      "送货的小哥«阿水»帮我搬上楼", "상담원 «김솔찬»님 친절했어요", "تكلمت مع «رنيمة» من خدمة العملاء",
    ]
  )
  func unlisted(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .name)) }

  @Test(
    "stay within a sentence where goods, brands and places stand",
    arguments: [
      "I bought the Oliver sofa and the Sofia chair.",
      "Two Oscar chairs and one Vera table arrived.",
      "The dress is called Nora.", "I ordered Vera in grey.", "The colour Ruby was too dark.",
      "Harry Potter set and Harry Styles mug were late.", "My Mercedes key cover does not fit.",
      "The trip from Paris to Lourdes took ages.", "Calvin Klein and Hugo Boss both run small.",
      "Thomas the tank engine has lost a wheel.",
      "I will mark it down. May I return it?", "In May and June the price went up.",
      "I spoke to Amazon and to Hermes.", "Spoke to Currys about it.",
      "Your driver Left it in the rain.",
      "My son Lego set broke.", "Hello Marks and Spencer, it broke", "Uncle Ben's rice spilled.",
      "My Brother printer jams.", "Doctor Who mug faded.", "Best Phone Case Ever And Fast Delivery",
      "Die Puppe Anna ist süß.", "Das Kleid Sofia sitzt gut, die Bluse Clara nicht.",
      "Mein Mann Probleme hat mit dem Aufbau.", "Le fauteuil Victor a un pied cassé.",
      "De Nancy à Paris en trois jours.", "Compré el vestido Carmen en rojo.",
      "De Madrid a Santiago en dos días.", "La lampada Sofia è bella.", "De jurk Lotte is te kort.",
      "Fotel Zofia ma rysę.", "Lampan Sofia blinkar.", "Стул Анна шатается.", "担当の方がとても親切でした。",
      "娘の誕生日に買いました。", "客服小姐姐很耐心。", "お客さんが多い", "皆さんにおすすめ", "大堂经理很忙", "快递小哥很好。", "엄마 선물로 샀어요.",
      "상담원 연결이 안 돼요.", "كلمت خدمة العملاء ولا احد رد.",
    ]
  )
  func goodsWithin(text: String) { #expect(Redacting.masked(text).isEmpty, "\(text)") }

  @Test(
    "are masked alone at the end of a text",
    arguments: [
      "The delivery was fast.\n«Lena»", "I would buy it again any time.\n\n«joanna»",
      "Please send a new lid.\n«Marta Kowalska»\nOffice Manager",
      "Not happy at all.\n«Tom»\nSent from my iPhone",
      "Works as it should. «Greg»", "Love this little pan! «Susie», Hull", "届きません。\n«高橋»",
      "ขอบคุณครับ\n«ณัฐพล»", "Кастрюля отличная.\n«Ольга»",
    ]
  )
  func lastLines(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .name)) }

  @Test(
    "are masked after titles anywhere",
    arguments: [
      "I was told by «Mr Patel» to write here.", "I met «Mrs Okafor» in your office.",
      "Dann rief «Frau Petersen» an.", "La «señora Domínguez» me atendió.",
      "Wczoraj «Pani Nowakowska» pomogła.",
    ]
  )
  func titles(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .name)) }

  @Test(
    "stay where goods, brands and other words bear them",
    arguments: [
      "The Billy shelf is wobbly.", "My Alexa does not connect to the Clara lamp.",
      "Will it fit a 30 cm pan?",
      "Mark on the lid after one wash.", "Art print arrived bent.", "Rose gold is lovely.",
      "Jack plug is loose.",
      "Hi team, Max power is too low.", "Chelsea boots run small.", "Victoria sponge tin is great.",
      "Oliver Twist book had torn pages.", "Hello Kitty mug is cute.", "Thanks Amazon!",
      "Thanks for nothing.",
      "Thanks, will order again.", "Thank you. May I have a refund?",
      "This is Rose gold and not silver.",
      "This is Jack Daniels glass set.", "I am German and I like bread.",
      "I like these colours:\nRuby\nAmber", "Scent: Rose", "Model: Clara",
      "Mr Coffee machine stopped working.", "Mr Muscle sprayed everywhere.",
      "The Mr and Mrs mugs are cute.",
      "MS Word crashed.", "My wife loves it.", "I asked for Rose, got Ruby.",
      "I spoke to Sales and to Support.",
      "Love the Ruby colour.", "Great value.\nBilly shelf",
      "Regards the colour Blue.",
      "Das Regal Billy wackelt.", "Meine Frau Probleme hat.", "Danke für nichts.",
      "C'est Noël en avance.",
      "La silla Carmen es bonita.", "La lampada Sofia è bella.", "Frying Pan Set",
      "Deniz mavisi rengi güzel.",
      "Любовь с первого взгляда.", "我是高中生，买来用的。", "我是老客户，东西不错。", "原因です。", "선물용입니다",
      "คุณภาพดีมาก", "أنا سعيد جدا بالمنتج.",
    ]
  )
  func goods(text: String) { #expect(Redacting.masked(text).isEmpty, "\(text)") }

  @Test("are known whatever the case and accents, by whole words, and by what precedes a dash")
  func lookup() {
    let names = NameWords([("Zoë", .sure), ("will", .weak), ("伟", .character)])
    func kind(_ text: String) -> NameWords.Kind? {
      names.kind(Array(text.utf8).span, 0..<text.utf8.count)
    }
    #expect(kind("ZOE") == .sure)
    #expect(kind("zoe\u{308}") == .sure)
    #expect(kind("Will") == .weak)
    #expect(kind("伟") == .character)
    #expect(kind("Zo") == nil)
    #expect(kind("Zoes") == nil)
    #expect(kind("") == nil)
    #expect(names.longestPrefix(Array("zoekrub".utf8).span, 0..<7) == 3)
    #expect(NameWords().longestPrefix(Array("zoe".utf8).span, 0..<3) == nil)
    #expect(Redacting.masked("I'm Anna-Lena and it is broken.") == ["Anna-Lena"])
  }

  @Test("of the table are many, in sixteen languages, none of them among words that name nobody")
  func table() {
    for name in [
      "Anna", "Jürgen", "Amélie", "Federica", "João", "Femke", "Grażyna", "Åsa", "Ayşe",
      "Игорь", "فاطمة", "花子", "지훈", "สมชาย",
    ] {
      let bytes = Array(name.utf8)
      #expect(Redacting.words.nameWords.kind(bytes.span, 0..<bytes.count) == .sure, "\(name)")
    }
    for name in ["Will", "Rose", "May", "Grace", "Billy"] {
      let bytes = Array(name.utf8)
      #expect(Redacting.words.nameWords.kind(bytes.span, 0..<bytes.count) == .weak, "\(name)")
    }
  }

  @Test("leave the length of any bytes as it is", arguments: SeededGenerator.seeds(2))
  func anyBytes(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pool = [
      "Anna", "anna", "Thanks ", "I'm ", "my wife ", " here", "Mrs ", "Name:", "Name -", "我是",
      "王小明", "您好",
      "저는 ", "김민지", " 고객님", "ชื่อ", "สมชาย", "أنا ", "سارة", "です", "山田", " ", "\n", ",", ".", "!",
      "x",
      "\u{FF}", "address: ", "شارع ", "12", "Road", "spoke to ", "娘の", "客服", "小", "Oscar ", "and ",
      "님", "さん", "É",
    ]
    for _ in 0..<1500 {
      let text = generator.text(of: pool, longest: 12)
      var bytes = Array(text.utf8)
      let before = bytes
      var counts: [String: Int] = [:]
      Redacting.redactor.redact(&bytes, counts: &counts)
      #expect(bytes.count == before.count, "\(generator)")
      #expect(String(validating: bytes, as: UTF8.self) != nil, "\(generator)")
    }
  }
}
