import Testing

@testable import VerbatimText

@Suite("Street addresses")
struct AddressRedactionTests {
  @Test(
    "with the number in front are found",
    arguments: [
      "I live at «12 High Street, London SW1A 1AA».", "«221B Baker Street, London NW1 6XE»",
      "Ship to: «1600 Pennsylvania Ave NW, Washington, DC 20500»",
      "It is «45 Elm St., Apt 4B, Springfield, IL 62704».", "«350 5th Ave, New York, NY 10118»",
      "deliver to «Flat 3, 12 Church Road, Leeds LS1 4AP» please", "left at «7 Oak Lane» instead",
      "«18 Orchard Close, Bristol BS8 1TH»", "«22 Acacia Avenue\nBromley BR1 2AB»",
      "I live at «12 high street, leeds ls1 4ap»", "«9 St James's Place, Dublin 2»",
      "«Plot 45, MG Road, Bengaluru 560001»", "au «12 rue de la Paix, 75002 Paris»",
      "«5 bis avenue Victor Hugo, 69006 Lyon»", "laissé au «7 impasse des Lilas»",
      "«10 rue de l'Église, 67000 Strasbourg»", "«8 quai Voltaire, Paris»",
      "ที่อยู่ «99/1 ถนนสุขุมวิท แขวงคลองเตย เขตคลองเตย กรุงเทพ 10110»",
    ]
  )
  func numberFirst(text: String) {
    #expect(Redacting.outcome(text) == Redacting.wanted(text, .address))
  }

  @Test(
    "with the number behind are found",
    arguments: [
      "«Hauptstraße 12a\n10115 Berlin»", "in der «Hauptstr. 5, 80331 München».",
      "«Lange Straße 45, 20095 Hamburg»", "«Am Markt 5, 04109 Leipzig»",
      "Bitte an «Kirchweg 7, 50667 Köln» senden", "«Bahnhofstrasse 10, 8001 Zürich»",
      "in der «Gartenstraße 3» beim Nachbarn", "«Kerkstraat 5, 1017 GC Amsterdam»",
      "«Laan van Meerdervoort 70, 2517 AN Den Haag»", "«Storgatan 12 B, 111 22 Stockholm»",
      "Vivo en «Calle Mayor 5, 28013 Madrid»", "«C/ Alcalá, 25, 3º B, 28014 Madrid»",
      "«Carrera 7 # 12-34, Bogotá»", "«Via Roma 3, 20121 Milano (MI)»",
      "«Corso Vittorio Emanuele II, 23, Torino»", "na «Rua das Flores, 123, 4050-262 Porto»",
      "«ul. Długa 5/7, 00-950 Warszawa»", "«os. Piastów 12/4, 31-624 Kraków»",
      "«Bağdat Caddesi No:45 Kat:2 Daire:6, 34710 İstanbul»", "«г. Москва, ул. Тверская, д. 7»",
      "«улица Пушкина, дом 10, квартира 5»", "عنواني «شارع الملك فهد 12، الرياض»",
      "«195000, Тверь, ул. Садовая, д. 8Б, кв. 3»", "«ул. Садовая, д. 4, г. Тверь, 170000»",
      "abito in «Via Dante, 8»", "«Rue de la Loi 16, 1000 Bruxelles»",
    ]
  )
  func numberLast(text: String) {
    #expect(Redacting.outcome(text) == Redacting.wanted(text, .address))
  }

  @Test(
    "are whole, with houses, flats and hamlets before and behind",
    arguments: [
      "We're at «9 The Maltings», round the back",
      "It's «221 Old Quarry Rd., Suite 400», by the lift",
      "it went to «350 E. Larchmont Blvd», not mine",
      "everything to «Apt 5, Block C, 30 Rathmore Avenue, Dublin 6» please",
      "new address «The Old Forge, Nether Wallop, SO20 8XX»",
      "We live at «Rose Cottage, Back Lane, Little Snoring NR21 0XX»",
      "Deliver to «Flat 2/1, 48 Hyndland Road, Glasgow G12 9UZ».",
      "Neue Adresse: «Am Hirschgraben 14b, 35037 Marburg»",
      "liegt bei «Rübenweg 22», da wohnt keiner",
      "wohne «kastanienallee 7 hinterhaus 3.og links, 06844 dessau» klingel geht nicht",
      "«Obere Mühlstr. 3-5\n97199 Ochsenfurt»",
      "au «14 bis rue des Rémouleuses, 2e étage gauche, 37000 Tours»",
      "«Résidence Les Tilleuls, bât. C, appt 31, 8 allée du Verger, 69330 Meyzieu»",
      "On habite «lieu-dit Les Combes, 240 chemin de la Source, 26400 Crest», merci",
      "en «Avda. de los Jilgueros, 204, Esc. B, 5º 2ª, 08930 Sant Adrià» sin avisar",
      "«Calle Real s/n, 28013 Madrid»", "«Urb. Las Lomas, Mz. C Lt. 12, Lima»",
      "presso «Contrada Acquafredda snc, km 4, 85100 Potenza», cancello verde",
      "«Av. Beira-Brejo 1020 - sala 3\nCampina Grande/PB\nCEP 58400-000»",
      "naar «Oude Molenweg 140 bus 3, 9050 Gentbrugge», graag",
      "het is «It Heechhout 9, 8799 QX Tjerkgaast» en niet",
      "pod «os. Złotych Kłosów 7 m. 55» u obcych", "utanför «Västra Kvarngatan 6B», där",
      "kurye «yonca cad. no 27/b» ye bırakmış",
      "Teslimat: «Çamlık Mahallesi 1422. Sokak Papatya Sitesi C Blok Daire 11 Karşıyaka İzmir»",
      "«〒168-0099 東京都杉並区松葉町3-14-8 コーポすずらん205»です", "我住«杭州市西湖区文三路 90 号 5 幢 302»",
      "новый адрес: «Тверская обл., дер. Малые Сосёнки, дом 11», за магазином",
    ]
  )
  func whole(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .address)) }

  @Test(
    "are no parts of games, goods and journeys",
    arguments: [
      "Level 3, Room 4 of the game crashes", "Lot 24, May 2024 batch smelled",
      "Unit 5, Chapter 3 of the book is missing pages.", "It's 12 Angry Men on DVD and it skips.",
      "The Suite 400 headphones rattle.", "I waited at 5 Guys for an hour.",
      "Der Parkplatz 12 war frei.", "Am Arbeitsplatz 3 steht es gut.",
      "Auf Umweg 3 Tage gebraucht.", "2e étage du meuble cassé, 3e fois que je commande",
      "Modello s/n 33415 difettoso", "La pieza s/n 4 no encaja, km 3000 recorridos",
      "Parti no PN-2411-07, SKT 08.2025.", "型番3-14-8で注文", "Модель А, корпус 5, цвет белый",
      "Lack of Windows 2000 OS, Slower scanning",
      "Lot 555-0147-24 leaked, lot 555-0148-24 did not.",
    ]
  )
  func noAddresses(text: String) { #expect(Redacting.masked(text).isEmpty, "\(text)") }

  @Test(
    "in Japanese, Chinese and Korean are found",
    arguments: [
      "住所は«東京都渋谷区神南1-2-3»です", "«〒150-0041 東京都渋谷区神南1-2-3 渋谷マンション101号室»",
      "«大阪府大阪市北区梅田1丁目2番3号»に送ってください", "«横浜市西区みなとみらい2-3-1»",
      "我的地址是«北京市朝阳区建国路88号»", "«上海市浦东新区世纪大道100号3栋502室»",
      "«北京市朝阳区花园路12号院4号楼301»", "«대전광역시 서구 둔산로 12 한빛아파트 2동 301호»입니다",
      "寄到«深圳市南山区科技园路1号»，谢谢", "주소는 «서울특별시 강남구 테헤란로 123» 입니다",
      "«경기도 성남시 분당구 판교로 12길 5, 101동 202호»",
    ]
  )
  func wide(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .address)) }

  @Test(
    "may be a post box, or a code with its town after a word",
    arguments: [
      "Send it to «P.O. Box 55» please", "«PO Box 123, Sydney NSW 2000»",
      "«Postfach 12 34 56, 60311 Frankfurt am Main»", "«Postbus 123, 3500 AA Utrecht»",
      "ich wohne in «10115 Berlin»", "my postcode is «SW1A 1AA»",
    ]
  )
  func boxes(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .address)) }

  @Test(
    "are not products, sizes and versions",
    arguments: [
      "12 inch pan is too small", "Main Street Collection mug", "12 Main Street Collection mugs",
      "Route 66 jacket", "2 Way Radio works", "3 Park Place games",
      "connect via Bluetooth 5.0", "Via HDMI 2 works", "Steckplatz 1 ist defekt", "Ohrring 12 mm",
      "box 3 of 5 was empty", "Size 42 Way too big", "24 Hour Drive", "taille 42 place assise",
      "3 places assises", "más largo 5 cm", "Plaza 5 estrellas", "第3号", "1号店で買いました",
      "サイズは1-2-3から選べます", "5号电池", "사이즈로 2개 주문", "바로 3일 만에", "USB 3 Drive, 64 GB",
      "On 3 May, Royal Mail lost it", "Set of 4 Garden Gate hinges", "Brigade 5 game",
      "Colgate 360", "Fire TV Stick works 1", "Chanel No 5", "Zum Preis 12 Euro",
      "4 Drive bays, Windows 10", "Unit 12 arrived broken", "Am Gerät 2 Tasten, Super",
      "7 ม.ค. 2568", "set of 6 Garden Hill hooks",
    ]
  )
  func products(text: String) { #expect(Redacting.redact(text).text == text) }

  @Test(
    "after a word for addresses and a colon are found to the end of their line",
    arguments: [
      "Address: «The Old Mill, Church Lane, Ashby, LE65 1AB»",
      "Delivery address: «House 5, Road 12, Dhanmondi, Dhaka 1209». Thanks",
      "Adresse : «Lieu-dit Kerbihan, 4 le Bourg, 56400 Auray»",
      "عنوان التوصيل: «بناية 44، شقة 302، شارع اللؤلؤ، أبوظبي»",
      "عنواني «حي النخيل، شارع 15، منزل رقم 8، جدة»",
    ]
  )
  func labelled(text: String) {
    #expect(Redacting.outcome(text) == Redacting.wanted(text, .address))
  }

  @Test(
    "without a word for streets need a postal code and its town",
    arguments: [
      "«Mickiewicza 7 lok. 3, 60-833 Poznań»", "«Nowa Wieś 14, 05-806 Komorów»",
      "«Hinter den Gärten 3a, 70173 Stuttgart»", "«Van der Helstplein 8 hs, 1072 PH Amsterdam»",
    ]
  )
  func bare(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .address)) }

  @Test(
    "are found with towns and blocks as people write them",
    arguments: [
      "Adresim: «Atatürk Mah. Gül Sok. No: 5 D: 3 Kadıköy/İstanbul»", "我住在«深圳市南山区科技园南区8栋502»",
      "«杭州市西湖区文三路 478 号»", "«Largo do Carmo, n.º 7, 1200-092 Lisboa»",
      "«C/ Alcalá 45, 2º izq, Madrid»",
    ]
  )
  func towns(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .address)) }

  @Test(
    "are not seen in what else has a colon or a number",
    arguments: [
      "Address: changed on 12 May, still wrong", "IP address: 10.0.0.1", "Box 12 pcs.",
      "The Downing Street 10 mug.", "Via Bluetooth 5 verbunden.", "路由器3号", "2号电池不行。",
    ]
  )
  func notAddresses(text: String) { #expect(Redacting.masked(text).isEmpty, "\(text)") }
}
