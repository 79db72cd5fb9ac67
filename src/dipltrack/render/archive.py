"""The files of an Office document packed so that the same content gives the same bytes."""

import re
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_CORE = "docProps/core.xml"
_OLDEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file can name."""
_MOMENT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")


def packed_alike(document: bytes, day: date) -> bytes:
    """The document without a trace of when it was packed; it was made and changed on that day.

    Zip files and the properties of a document name the moment of saving, which is no fact of the
    report: the day that the report speaks of stands in its place.
    """
    stamp = rf"\g<1>{day.isoformat()}T00:00:00Z\g<2>".encode()
    out = BytesIO()
    with (
        ZipFile(BytesIO(document)) as old,
        ZipFile(out, "w", ZIP_DEFLATED, compresslevel=6) as new,
    ):
        for name in old.namelist():
            content = old.read(name)
            if name == _CORE:
                content = _MOMENT.sub(stamp, content)
            info = ZipInfo(name, _OLDEST)
            info.compress_type = ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            new.writestr(info, content)
    return out.getvalue()
