"""A table of nominations in Gladsaxe's categories, with repeats and dirt.

python3 make_nominations.py MODEL.json [ROWS [SEED]] > nominations.csv

The same arguments give the same bytes. Some rows name a rule of the model, in inflections, misspelt or by its id;
some repeat one another; some are dirty: bad numbers, formulas, HTML, personal data (invented), missing cells.
"""

import csv
import io
import json
import random
import sys

# Gladsaxe's categories (domain 6.3), each with things that staff may hand in: name, type, KLE, times a year.
CATEGORIES = {
    "Faglig dokumentation": [
        ("Registrering af faldepisoder to steder", "dokumentationskrav", "27.36", 52),
        ("Vejning af alle beboere hver måned", "arbejdsgang", "27.36", 12),
        ("Døgnrytmeplaner gennemgås, selv om intet er ændret", "dokumentationskrav", "27.36", 12),
        ("Skriftlig evaluering af hvert pædagogisk forløb", "dokumentationskrav", "28.09", 6),
        ("Barnets bog", "praksis", "28.09", 4),
        ("Daglige billeder i forældreappen", "praksis", "28.09", 220),
    ],
    "Mere end loven kræver": [
        ("Ekstra tilsyn på legepladser om efteråret", "arbejdsgang", "82.20", 1),
        ("Kvalitetsstandard for rengøring af fællesrum", "kvalitetsstandard", "82.12", 1),
        ("Genvisitation hvert halve år", "arbejdsgang", "27.36", 2),
        ("Brandøvelse to gange om året", "arbejdsgang", "14.00", 2),
    ],
    "Vejledninger og arbejdsgange": [
        ("Tjekliste på 12 sider ved byggesager", "arbejdsgang", "02.34", 40),
        ("Høring af naboer ved små tilladelser", "arbejdsgang", "02.34", 20),
        ("Skriftlig bekræftelse på alle henvendelser", "praksis", "00.01", 400),
        ("Kvittering for udlevering af nøgler", "instruks", "82.00", 60),
    ],
    "HR, IT og økonomi": [
        ("Kontrol af alle bilag af to medarbejdere", "arbejdsgang", "83.00", 240),
        ("Bestilling af it-udstyr i to systemer", "arbejdsgang", "85.00", 15),
        ("Skift af adgangskode hver måned", "instruks", "85.00", 12),
        ("Godkendelse af vikarer hos centerchefen", "arbejdsgang", "81.00", 50),
        ("Ansættelsesudvalg ved alle stillinger", "arbejdsgang", "81.00", 5),
        ("Kørebog i hånden for tjenestebiler", "administrativ retningslinje", "83.00", 220),
        ("Sygefraværsstatistik i eget regneark", "dokumentationskrav", "81.00", 12),
    ],
    "Politikker, strategier og planer": [
        ("Handleplan for den sammenhængende frivillighedsstrategi", "plan", "18.00", 1),
        ("Årshjul for alle politikker", "plan", "00.01", 1),
        ("Kantinepolitik", "politik", "82.00", 1),
    ],
    "Politisk rapportering": [
        ("Kvartalsrapport om ventelister", "dokumentationskrav", "27.36", 4),
        ("Orientering af udvalget om alle klager", "dokumentationskrav", "27.00", 10),
        ("Årlig beretning fra hver institution", "dokumentationskrav", "28.09", 1),
    ],
}
UNITS = ["Bofællesskabet", "Bostøtten", "Visitationen (myndighed)", "Det specialiserede socialområde", "Plejecenter Elmely",
         "Børnehuset Ærten", "Skolen ved Åen", "Teknik og Miljø", "Borgerservice", "Sundhedscenteret", "Økonomi og Løn",
         "Tandplejen", "Hjemmeplejen Øst", "Dagtilbud Nord", "Biblioteket", "Jobcenteret"]  # fmt: skip
WORDS = [("registrering", "registreringen"), ("gennemgås", "skal gennemgås"), ("plan", "planen"), ("skabelon", "skabelonen"),
         ("notat", "notater"), ("møde", "møder"), ("hver måned", "månedligt"), ("hver ", "alle "), ("alle ", ""),
         ("vejning", "vejninger"), ("tilsyn", "tilsynet"), ("skema", "skemaet"), ("kontrol", "kontrollen")]  # fmt: skip
CLAIMS = ["institutionen", "forvaltningen", "byrådet", "staten", "aftale", "ved ikke", ""]
PROPOSALS = ["fjern", "fjern", "forenkl", "erstat", "forandr", "forankr", "fasthold", ""]
HEADS = ["nr", "dato", "enhed", "regel", "beskrivelse", "område", "type", "besluttet af", "hjemmel", "formål",
         "hvem bruger resultatet", "hvor ofte pr. år", "minutter fra", "minutter til", "antal medarbejdere", "udgift", "forslag",
         "erstatning", "risiko", "kategori"]  # fmt: skip


def said_otherwise(draw, name):
    """As another unit would write it."""
    for old, new in draw.sample(WORDS, 4):
        if old in name.lower() and draw.random() < 0.7:
            at = name.lower().index(old)
            name = name[:at] + (new.capitalize() if at == 0 and new else new) + name[at + len(old):]
            break
    if draw.random() < 0.15 and len(name) > 8:  # a slip of the fingers
        at = draw.randrange(2, len(name) - 2)
        if name[at].isalpha():
            name = name[:at] + name[at + 1:]
    if draw.random() < 0.1:
        name = name.lower()
    return name.strip()


def row_of(draw, number, rules):
    category = draw.choice(list(CATEGORIES))
    if rules and draw.random() < 0.45:
        rule = draw.choice(rules)
        name, kind, area, times = rule["name"]["da"], "", "27", draw.choice([1, 4, 12, 52])
        name = rule["id"] if draw.random() < 0.1 else said_otherwise(draw, name)
    else:
        name, kind, area, times = draw.choice(CATEGORIES[category])
        name = said_otherwise(draw, name)
    low = draw.choice([2, 5, 10, 15, 30])
    return {
        "nr": str(number), "dato": f"2026-{draw.randrange(1, 7):02}-{draw.randrange(1, 29):02}", "enhed": draw.choice(UNITS),
        "regel": name, "beskrivelse": "" if draw.random() < 0.5 else f"Det tager tid fra kerneopgaven ({category.lower()})",
        "område": area, "type": kind, "besluttet af": draw.choice(CLAIMS), "formål": draw.choice(["", "overblik", "kvalitet"]),
        "hvem bruger resultatet": draw.choice(["", "ledelsen", "ingen, så vidt vi ved", "udvalget"]),
        "hvor ofte pr. år": str(times), "minutter fra": str(low), "minutter til": str(low * draw.choice([1, 2, 3])),
        "antal medarbejdere": str(draw.randrange(1, 40)), "udgift": draw.choice(["", "", "12.500 kr.", "1,2 mio. kr."]),
        "forslag": draw.choice(PROPOSALS), "erstatning": draw.choice(["", "en samtale", "intet"]),
        "risiko": draw.choice(["", "", "retssikkerhed", "tilsynet spørger"]), "kategori": category,
    }  # fmt: skip


#: Each makes a row dirty. The number and the address belong to nobody.
DIRT = [
    lambda r: r.update({"hvor ofte pr. år": "ugentligt"}),
    lambda r: r.update({"minutter fra": "90", "minutter til": "5"}),
    lambda r: r.update({"antal medarbejdere": "mange"}),
    lambda r: r.update({"dato": "i går"}),
    lambda r: r.update({"forslag": "helst væk"}),
    lambda r: r.update({"besluttet af": "chefens chef"}),
    lambda r: r.update({"regel": ""}),
    lambda r: r.update({"beskrivelse": "=HYPERLINK(\"http://x.example\";\"klik\")"}),
    lambda r: r.update({"regel": "<script>alert(1)</script> " + r["regel"]}),
    lambda r: r.update({"beskrivelse": "vedrører 010203-1234"}),
    lambda r: r.update({"beskrivelse": "skriv til nogen@eksempel.dk"}),
    lambda r: r.update({"beskrivelse": "ring på 12 34 56 78"}),
    lambda r: r.update({"nr": "1"}),
]


def table(model, rows=600, seed=7):
    """The table as text."""
    draw = random.Random(seed)
    rules = [e for e in model["elements"] if e["kind"] == "rule" and isinstance(e.get("name"), dict) and e["name"].get("da")]
    out = io.StringIO()
    write = csv.DictWriter(out, HEADS, restval="", delimiter=";", lineterminator="\r\n")
    write.writeheader()
    for number in range(1, rows + 1):
        row = row_of(draw, number, rules)
        if draw.random() < 0.06:
            draw.choice(DIRT)(row)
        write.writerow(row)
    return "\ufeff" + out.getvalue()


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as file:
        made = table(json.load(file), *map(int, sys.argv[2:4]))
    sys.stdout.buffer.write(made.encode("utf-8"))
