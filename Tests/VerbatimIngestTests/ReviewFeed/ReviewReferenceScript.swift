/// A script that prints the reviews which extruct, mf2py and feedparser find: a line of JSON for
/// each file.
///
/// extruct gives data, not reviews; how a review is picked from it is the least that schema.org and
/// microformats.org say, so that what differs is a reader's doing.
enum ReviewReferenceScript {
  /// Fails when a package is missing.
  static let presence = "import extruct, feedparser, lxml, mf2py"
  /// The packages that pip installs where they are missing; versions as the table was made with.
  static let packages = [
    "extruct==0.18.0", "mf2py==2.0.2", "feedparser==6.0.14", "lxml_html_clean",
  ]

  static let text = #"""
    import datetime
    import json
    import logging
    import re
    import sys
    import warnings

    import extruct
    import feedparser
    import lxml.etree
    import lxml.html

    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    ROOT = "http://page.example/"


    class Node:
        def __init__(self, types, facts, inside, name=None):
            self.types, self.facts, self.inside, self.name = types, facts, inside, name


    def short(name):
        return re.sub(r"^(https?:)?//(www\.)?schema\.org/|^schema:", "", str(name))


    def listed(value):
        return value if isinstance(value, list) else [value]


    # One kind of node for all syntaxes.


    def from_json(data):
        known = {}

        def collect(value):
            for item in listed(value):
                if isinstance(item, dict):
                    if "@id" in item and len(item) > 1:
                        known.setdefault(item["@id"], item)
                    for inner in item.values():
                        collect(inner)

        def made(item, depth=0):
            if not isinstance(item, dict) or depth > 20:
                return item
            if set(item) == {"@id"} and item["@id"] in known:
                item = known[item["@id"]]
            if "@value" in item:
                return item["@value"]
            facts = {}
            for key, value in item.items():
                if not key.startswith("@") or key == "@graph":
                    facts[short(key)] = [made(one, depth + 1) for one in listed(value)]
            types = [short(one) for one in listed(item.get("@type", []))]
            return Node(types, facts, [], item.get("@id"))

        collect(data)
        return [made(item) for item in data]


    def from_rdfa(data):
        # A graph: what nothing refers to is where the page begins.
        known = {item["@id"]: item for item in data}
        referred = set()

        def made(item, seen):
            if "@value" in item:
                return item["@value"]
            name = item["@id"]
            if name not in known or name in seen:
                return name
            node = known[name]
            facts = {}
            for key, values in node.items():
                if not key.startswith("@"):
                    for value in values:
                        if value.get("@id") in known:
                            referred.add(value["@id"])
                    facts[short(key)] = [made(value, seen | {name}) for value in values]
            return Node([short(one) for one in node.get("@type", [])], facts, [], name)

        nodes = [made({"@id": name}, frozenset()) for name in known]
        return [node for node in nodes if node.name not in referred]


    def from_microdata(item):
        if not isinstance(item, dict):
            return item
        facts = {
            short(key): [from_microdata(one) for one in listed(value)]
            for key, value in item.get("properties", {}).items()
        }
        return Node([short(one) for one in listed(item.get("type", []))], facts, [], item.get("id"))


    MICROFORMATS = {
        "reviewer": "author", "published": "datePublished", "reviewed": "datePublished",
        "item": "itemReviewed", "content": "reviewBody", "rating": "reviewRating",
    }


    def from_microformat(item):
        if not isinstance(item, dict):
            return item
        if "type" not in item:
            return item.get("value", "")
        types = [
            {"h-review": "Review", "h-product": "Product", "h-card": "Person"}.get(one, one)
            for one in item["type"]
        ]
        facts = {
            MICROFORMATS.get(key, key): [from_microformat(one) for one in values]
            for key, values in item["properties"].items()
        }
        return Node(types, facts, [from_microformat(one) for one in item.get("children", [])])


    # From nodes to reviews.


    def words(value, depth=0):
        if isinstance(value, Node):
            found = [words(one, depth + 1) for one in value.facts.get("name", [])] if depth < 4 else []
            return found[0] if found else ""
        return " ".join(str(value).split())


    def plain(value):
        text = words(value)
        if "<" in text or "&" in text:
            text = lxml.html.fromstring("<div>" + text + "</div>").text_content()
        return " ".join(text.split())


    def first(node, *names):
        for name in names:
            for value in node.facts.get(name, []):
                if plain(value):
                    return plain(value)
        return ""


    def number(text):
        found = re.search(r"-?\d+(?:[.,]\d+)?", text)
        return float(found.group().replace(",", ".")) if found else None


    def rating(node):
        for value in node.facts.get("reviewRating", []):
            if isinstance(value, Node):
                return number(first(value, "ratingValue", "average", "value", "name"))
            return number(plain(value))
        return None


    def day(text):
        for style in ("%B %d, %Y", "%b %d, %Y"):
            try:
                return datetime.datetime.strptime(text, style).date().isoformat()
            except ValueError:
                pass
        return text[:10] if re.match(r"\d{4}-\d\d-\d\d", text) else ""


    PRODUCT = {"name": ["name"], "sku": ["sku"], "mpn": ["mpn"],
               "gtin": ["gtin", "gtin13", "gtin14", "gtin12", "gtin8", "isbn"]}


    def trade(number):
        # A book's ten digits and its GTIN are one number.
        if not re.fullmatch(r"\d{9}[\dXx]", number):
            return number
        start = "978" + number[:9]
        total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(start))
        return start + str(-total % 10)


    def reviews(node, product=None, depth=0):
        if not isinstance(node, Node) or depth > 20:
            return []
        found = []
        if "Review" in node.types:
            about = node.facts.get("itemReviewed", [product])[0]
            stated = {}
            if isinstance(about, Node):
                stated = {key: trade(first(about, *names)) for key, names in PRODUCT.items()}
            elif about is not None:
                stated = {"name": plain(about)}
            one = {
                "body": first(node, "reviewBody", "description", "text"),
                "title": first(node, "name", "headline"),
                "rating": rating(node),
                "author": first(node, "author", "creator"),
                "date": day(first(node, "datePublished", "dateCreated")),
                "product": {key: value for key, value in stated.items() if value},
            }
            if one["body"] or one["title"] or one["rating"] is not None:
                found.append(one)
        else:
            product = node
        for key, values in node.facts.items():
            if key != "itemReviewed" or "Review" not in node.types:
                for value in values:
                    found += reviews(value, product, depth + 1)
        for inner in node.inside:
            found += reviews(inner, product, depth + 1)
        return found


    def page(data):
        found = []
        readers = [("json-ld", lambda d: from_json(d)), ("rdfa", from_rdfa),
                   ("microdata", lambda d: [from_microdata(one) for one in d]),
                   ("microformat", lambda d: [from_microformat(one) for one in d])]
        for syntax, reader in readers:
            try:
                read = extruct.extract(data, base_url=ROOT, syntaxes=[syntax])[syntax]
            except Exception:  # It gives up on pages without text.
                continue
            # RDFa comes with what rel= says of the page.
            for node in reader(read):
                found += reviews(node)
        return found


    def feed(data):
        found = []
        for entry in feedparser.parse(data).entries:
            content = entry.get("content", [{}])[0]
            if not content.get("value"):
                content = entry.get("summary_detail", {})
            body = content.get("value", "")
            if "html" in content.get("type", "html"):
                body = plain(body)
            author = entry.get("author_detail", {}).get("name") or ""
            moment = entry.get("published_parsed") or entry.get("updated_parsed")
            one = {
                "body": words(body), "title": plain(entry.get("title", "")), "rating": None,
                "author": author, "product": {},
                "date": "%04d-%02d-%02d" % moment[:3] if moment else "",
            }
            if one["body"] or one["title"]:
                found.append(one)
        return found


    def listing(data):
        # Google's samples are no syndication: names as they stand.
        found = []
        for node in lxml.etree.fromstring(data).iter("review"):
            def value(name):
                return " ".join((node.findtext(name) or "").split())
            found.append({
                "body": value("review_text"), "title": value("title"),
                "rating": number(value("rating")), "author": value("reviewer_name"),
                "date": value("review_timestamp")[:10], "product": {"sku": value("product_id")},
            })
        return found


    for path in sys.argv[1:]:
        with open(path, "rb") as file:
            data = file.read()
        name = "/".join(path.split("/")[-2:])
        reader = listing if "google-feeds" in name else feed if path.endswith(".xml") else page
        line = json.dumps({"file": name, "reviews": reader(data)}, ensure_ascii=False)
        sys.stdout.buffer.write(line.encode("utf-8", "replace") + b"\n")
    """#
}
