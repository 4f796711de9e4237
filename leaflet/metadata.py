"""What a file says about itself: title, subject, and the XMP packet that repeats them."""

from __future__ import annotations

from html import escape

from leaflet.document import Document


def title(document: Document) -> str:
    return f"{plain(document.audience.phrase.text)} — {plain(document.title.phrase.text)}"


def subject(document: Document) -> str:
    return f"{plain(document.labels.region.text)} · {document.edition}"


def packet(document: Document) -> str:
    """XMP metadata: what a reader shows, and that the file means to follow PDF/UA-1."""
    named, about = escape(title(document)), escape(subject(document))
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">'
        "<pdfuaid:part>1</pdfuaid:part></rdf:Description>"
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{named}</rdf:li></rdf:Alt></dc:title>'
        f'<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{about}</rdf:li></rdf:Alt></dc:description>'
        f"<dc:language><rdf:Bag><rdf:li>{document.language}</rdf:li></rdf:Bag></dc:language>"
        "</rdf:Description></rdf:RDF></x:xmpmeta>"
        '<?xpacket end="w"?>'
    )


def plain(text: str) -> str:
    """Text for a title bar: ordinary spaces."""
    return text.replace("\u00a0", " ")
