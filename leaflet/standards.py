"""The purpose of a file into what it says of standards: version, output intent, XMP metadata."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from leaflet.choices import Purpose
from leaflet.operators import text_string
from leaflet.profiles import Condition


@dataclass(frozen=True, slots=True)
class Standard:
    """What the file of a purpose is built to: the version in its header, the kind of its output intent."""

    version: tuple[int, int]
    intent: str = ""

    @property
    def spelled(self) -> str:
        """The version as the header of the file has it."""
        return ".".join(map(str, self.version))


STANDARDS = {
    Purpose.OFFICE: Standard((1, 7)),
    # PDF/X-4 (ISO 15930-7) is made of PDF 1.6, PDF/A-1 (ISO 19005-1) of PDF 1.4.
    Purpose.PRESS: Standard((1, 6), "GTS_PDFX"),
    Purpose.ARCHIVE: Standard((1, 4), "GTS_PDFA1"),
}

UNIVERSAL_ACCESS = (
    '<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">'
    "<pdfuaid:part>1</pdfuaid:part></rdf:Description>"
)
PRESS = (
    '<rdf:Description rdf:about="" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">'
    "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion></rdf:Description>"
    '<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">'
    "<pdf:Trapped>False</pdf:Trapped></rdf:Description>"
)
ARCHIVE = (
    '<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">'
    "<pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></rdf:Description>"
    # PDF/A-1 wants every schema that it does not know described (ISO 19005-1, 6.7.8).
    '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
    ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"'
    ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>the part of ISO 14289</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"
)


def claims(purpose: Purpose, name: str) -> str:
    """RDF descriptions of the standards that a file is built to; ``name`` is the file's own."""
    match purpose:
        case Purpose.PRESS:
            return PRESS + identified(name)
        case Purpose.ARCHIVE:
            return UNIVERSAL_ACCESS + ARCHIVE
    return UNIVERSAL_ACCESS


def identified(name: str) -> str:
    """Media management, as PDF/X wants it: the file is the first version of a document of its own."""
    return (
        '<rdf:Description rdf:about="" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">'
        f"<xmpMM:DocumentID>uuid:{uuid5(NAMESPACE_URL, name)}</xmpMM:DocumentID>"
        "<xmpMM:RenditionClass>default</xmpMM:RenditionClass><xmpMM:VersionID>1</xmpMM:VersionID>"
        "</rdf:Description>"
    )


def intent(subtype: str, condition: Condition, profile: str) -> str:
    """An output intent: for which printing condition the inks are meant (ISO 32000-1, 14.11.5)."""
    about = text_string(condition.description)
    return (
        f"<</Type/OutputIntent/S/{subtype}/OutputConditionIdentifier{text_string(condition.name)}"
        f"/OutputCondition{about}/Info{about}/RegistryName{text_string('http://www.color.org')}"
        f"/DestOutputProfile {profile}>>"
    )
