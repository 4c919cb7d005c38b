"""Which language a text is in, and whether it can be read."""

import functools
import re

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from provenance.errors import InvalidOption, UnsupportedLanguage

READ = ("en",)
"""Languages with extraction rules, as ISO 639-1 codes."""

NAMES = {
    "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian", "cs": "Czech",
    "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish",
    "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew",
    "hi": "Hindi", "hu": "Hungarian", "hy": "Armenian", "it": "Italian", "ja": "Japanese",
    "ka": "Georgian", "kk": "Kazakh", "ko": "Korean", "lt": "Lithuanian", "lv": "Latvian",
    "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian",
    "ru": "Russian", "sk": "Slovak", "sr": "Serbian", "sv": "Swedish", "tr": "Turkish",
    "uk": "Ukrainian", "ur": "Urdu", "zh": "Chinese",
}  # fmt: skip

SHORT = 60  # letters; below that a few names decide
SURE = 0.9
# More than one word in ten of English news is one of these, and few of another language; most texts need no model.
MARKERS = frozenset(("the", "of", "and", "that", "said", "with", "which"))
MARKED = 0.1

_WORD = re.compile(r"[^\W\d_]+")


def check_language(text: str, given: str | None, name: str) -> str:
    """The language's ISO 639-1 code: the one given, else the one found. A text of under sixty letters is not judged
    and taken as English. Raises UnsupportedLanguage for a language that is not read."""
    code = _code(given, name) if given is not None else find_language(text) or "en"
    if code in READ:
        return code
    known = " and ".join(NAMES[language] for language in READ)
    language = NAMES.get(code, f"a language with the code {code!r}")
    remedy = "" if given is not None else "; if that is wrong, read it with --language en"
    raise UnsupportedLanguage(f"{name}: the text is in {language}, and only {known} is read for now{remedy}")


def find_language(text: str) -> str | None:
    """An ISO 639-1 code, None where the text is too short or the answer unsure."""
    words = [word.lower() for word in _WORD.findall(text)]
    if sum(map(len, words)) < SHORT:
        return None
    if sum(word in MARKERS for word in words) >= MARKED * len(words):
        return "en"
    code, probability = _identifier().classify(text)
    return str(code) if probability >= SURE else None


@functools.cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _code(given: str, name: str) -> str:
    code = given.strip().lower().replace("_", "-").partition("-")[0]
    if not re.fullmatch("[a-z]{2}", code):
        raise InvalidOption(f"{name}: {given!r} is no language code; write two letters, as in 'en'")
    return code
