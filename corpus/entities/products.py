"""What firms make and sell under a name: devices, systems, programs. None of it speaks or acts.

Models take "Android" and "Galaxy S9" for bodies, people or places. A name as the model found it
comes in; out goes whether it is a product, and where in it the maker stands: "Quill's Gannet".
"""

from __future__ import annotations

import re

_LINES = (  # known well enough to be one alone, and with what a version adds
    "iPhones?|iPads?|iPods?|iMacs?|MacBooks?|iOS|macOS|watchOS|iCloud|iMessage|iTunes|FaceTime|"
    "AirPods|HomePod|CarPlay|Apple (?:Watch|Pay|Music|TV|Maps|News|Card)|App Store|"
    "Androids?|Chromebooks?|Chromecast|Gmail|Siri|Cortana|"
    "Google (?:Play|Maps|Home|Glass|Chrome|Docs|Drive|Assistant|Translate|Photos|Earth)|"
    "Play Store|(?:Google )?Pixel|Nexus|Pixel Visual Core|"
    "(?:Microsoft )?Windows|PowerPoint|Xbox|Kinect|HoloLens|PlayStation|PS[2-5]|PSVR|"
    "Nintendo Switch|Wii|(?:Samsung )?Galaxy|Snapdragon|Kindle|Fire TV|(?:Amazon )?Echo|"
    "Photoshop|Linux|Firefox|Oculus (?:Rift|Quest|Go)|Apple II|Macintosh|"
    "Falcon (?:9|Heavy)|Starlink|Cybertruck|(?:Tesla )?Model [SXY3]|Chevy (?:Volt|Bolt)|"
    "Dreamliner|(?:Boeing )?737 MAX|Street View|News Feed"
)
_MAKERS = "Apple|Google|Microsoft|Amazon|Samsung|Sony|Facebook|Tesla|Nintendo|Boeing|SpaceX"
_VERSION = (  # "iPhone X", "Galaxy S9+", "Pixel 2 XL", "Windows 10", "PlayStation Plus"
    r"(?: (?:\d{1,4}\w?|[A-Z]{1,2}\d{0,3}|X[LSR]?|Pro|Plus|Mini|Max|Air|Edge|Note|Ultra|Lite|"
    r"Server|One|Now|Store|VR|Vue|Core|Camera|Visual|Engine|Music|Live|Phone|Auto|Wear|OS|Pie|Nougat|"
    r"Oreo|Lollipop|Marshmallow)\+?){0,4}"
)
_PRODUCT = re.compile(rf"(?:(?:{_MAKERS}) )?(?:{_LINES})\+?{_VERSION}")
_MADE_BY = re.compile(rf"(?P<maker>{_MAKERS})['’]s (?P<product>(?:{_LINES}|Alexa)\+?{_VERSION})")


def is_product(name: str) -> bool:
    """Whether a name is that of a well known product, with a version or without."""
    return _PRODUCT.fullmatch(name) is not None


def made_by(name: str) -> tuple[int, int] | None:
    """Where the maker ends in "Apple's iPhone" and where the product begins, or None."""
    both = _MADE_BY.fullmatch(name)
    return None if both is None else (both.end("maker"), both.start("product"))
