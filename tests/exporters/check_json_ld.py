"""Loads FILE.jsonld with rdflib and compares it with FILE.json, the native JSON of the same graph.

    check_json_ld.py FILE.jsonld FILE.json

Ends with 1 and a message when they differ, with 77 (skipped) when rdflib is missing.
"""
import json
import sys
from urllib.parse import unquote

try:
    import rdflib
    from rdflib.namespace import RDF, XSD
except ImportError:
    print("skipped: rdflib is not installed")
    sys.exit(77)

TYPES = "Person State Organization Bloc ArmedGroup Territory Agreement Proposal Provision Event".split()
PREFIXES = """
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX schema: <http://schema.org/>
PREFIX v: <%s>
"""
failures = []


def same(what, found, expected):
    if found != expected:
        extra = list(found - expected)[:3] if isinstance(found, set) else found
        missing = list(expected - found)[:3] if isinstance(expected, set) else expected
        failures.append(f"{what}: found {extra}, expected {missing}")


def places_in(graph, document_base):
    """The document, start and end of every place that has a position and a quotation."""
    oa = rdflib.Namespace("http://www.w3.org/ns/oa#")
    for place in graph.subjects(RDF.type, oa.SpecificResource):
        document = graph.value(place, oa.hasSource)
        selectors = list(graph.objects(place, oa.hasSelector))
        quoted = any((s, oa.exact, None) in graph for s in selectors)
        for selector in selectors:
            start, end = graph.value(selector, oa.start), graph.value(selector, oa.end)
            if start is not None and quoted:
                yield unquote(str(document)[len(document_base):]), int(start), int(end)


def main(linked_path, native_path):
    with open(linked_path, encoding="utf-8") as file:
        context = json.load(file)["@context"]
    with open(native_path, encoding="utf-8") as file:
        native = json.load(file)
    graph = rdflib.Graph().parse(linked_path, format="json-ld")
    vocabulary, entity_base = context["@vocab"], context["e"]
    prefixes = PREFIXES % vocabulary

    def ask(query):
        return graph.query(prefixes + query)

    def key(iri):
        return unquote(str(iri)[len(entity_base):])

    def term(iri):
        return str(iri)[len(vocabulary):]

    types = " ".join("v:" + t for t in TYPES)
    rows = ask("SELECT ?e ?t ?n WHERE { VALUES ?t { %s } ?e a ?t ; rdfs:label ?n }" % types)
    same("entities", {(key(e), term(t), str(n)) for e, t, n in rows},
         {(e["id"], e["type"], e["name"]) for e in native["entities"]})

    rows = ask("SELECT (COUNT(DISTINCT ?s) AS ?n) WHERE { ?s a v:Statement, rdf:Statement }")
    same("number of statements", int(next(iter(rows))[0]), len(native["relations"]))
    rows = ask("""SELECT ?a ?p ?o ?polarity ?modality ?who WHERE {
        ?s a v:Statement ; rdf:subject ?a ; rdf:predicate ?p ; rdf:object ?o ; v:polarity ?polarity ;
           v:modality ?modality ; v:confidence ?confidence . OPTIONAL { ?s prov:wasAttributedTo ?who } }""")
    same("statements",
         {(key(a), term(p), key(o), term(polarity), term(modality), who and key(who))
          for a, p, o, polarity, modality, who in rows},
         {(r["subject"], r["predicate"], r["object"], r["polarity"], r["modality"], r.get("source"))
          for r in native["relations"]})

    rows = ask("""SELECT ?a ?p ?o WHERE { ?a ?p ?o . FILTER(STRSTARTS(STR(?p), "%s") && STRSTARTS(STR(?a), "%s")
        && STRSTARTS(STR(?o), "%s")) }""" % (vocabulary, entity_base, entity_base))
    same("plain triples", {(key(a), term(p), key(o)) for a, p, o in rows},
         {(r["subject"], r["predicate"], r["object"]) for r in native["relations"]
          if r["modality"] == "actual" and r["polarity"] == "positive" and "source" not in r})

    quotes = {(q.get("document"), q["start"], q["end"]) for item in native["entities"] + native["relations"]
              for q in item.get("mentions", []) + item.get("evidence", []) if "start" in q and "document" in q}
    same("places", set(places_in(graph, context["d"])), quotes)

    with_evidence = sum(1 for r in native["relations"] if r.get("evidence"))
    rows = ask("SELECT (COUNT(DISTINCT ?s) AS ?n) WHERE { ?s a v:Statement ; prov:wasDerivedFrom ?q }")
    same("statements with evidence", int(next(iter(rows))[0]), with_evidence)

    dates = {len("2022"): XSD.gYear, len("2022-02"): XSD.gYearMonth, len("2022-02-21"): XSD.date}
    for date in graph.objects(None, rdflib.URIRef("http://schema.org/startDate")):
        same(f"datatype of {date}", date.datatype, dates[len(str(date))])
    for confidence in graph.objects(None, rdflib.URIRef(vocabulary + "confidence")):
        same(f"datatype of {confidence}", confidence.datatype, XSD.decimal)
    return len(native["entities"]), len(native["relations"]), len(graph)


entities, relations, triples = main(*sys.argv[1:])
for failure in failures:
    print(failure)
print(f"{entities} entities, {relations} relations, {triples} triples")
sys.exit(1 if failures else 0)
